//! First registration: land in which nobody has a registered right finds its owners. Whoever claims
//! it too can object.

use alloc::{vec, vec::Vec};
use frame_support::{dispatch::DispatchResult, ensure};
use polity_primitives::{
	ids::ApplicationId,
	traits::{Acts, Effect, LegalClock, ParcelState, Parcels, Persons},
	Act, ActKind, Capacity, District, Head, Party, Power, Register, UnitNumber,
};

use crate::{
	bases::{of_registration, ADOPTION, COURT_ORDER},
	types::{
		Claim, LandTitle, Objection, Preparation, RefusalReason, Registration, RegistrationChange,
		RegistrationState, RegistrationVerdict, RelatedUnits, TitleChange, UnitParcels, WorkState,
	},
	ClaimOn, Config, Error, Event, LastRegistration, Law, Pallet, RegistrationHeads, Registrations,
	UnitOf,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_open_first_registration(
		who: T::AccountId,
		act: Act,
		parcels: UnitParcels,
		claim: Option<Claim>,
	) -> DispatchResult {
		let district = Self::ensure_registrable(&parcels)?;
		let maker = Self::officer(&who, Power::Examine, district)?;
		Self::ensure_version(&act, 0)?;
		let bases = of_registration(claim.is_some());
		Self::ensure_act(&act, |basis| bases.contains(&basis), district, Effect::Later)?;
		for parcel in &parcels {
			ensure!(!ClaimOn::<T>::contains_key(parcel), Error::<T>::ParcelIsClaimed);
		}
		Self::title_as_claimed(claim.as_ref(), &act)?;
		let owners = claim.iter().flat_map(|claim| claim.owners.iter().map(|share| &share.party));
		Self::ensure_not_own(&who, owners)?;
		let id = LastRegistration::<T>::get().next().ok_or(Error::<T>::IdsExhausted)?;
		Self::note(&act, &who, Some(&maker))?;

		let mandate = maker.mandate;
		LastRegistration::<T>::put(id);
		for parcel in &parcels {
			ClaimOn::<T>::insert(parcel, id);
		}
		let registration = Registration {
			objection_period: Law::<T>::get().objection_period,
			district,
			parcels: parcels.clone(),
			claim: claim.clone(),
			preparation: Preparation { mandate, act: act.clone() },
			made_at: T::Clock::now(),
			objections: Default::default(),
			state: RegistrationState::Open,
		};
		Registrations::<T>::insert(id, registration);
		Self::list(district, WorkState::RegistrationOpen, id.0);
		let change = RegistrationChange::Opened { parcels: parcels.clone(), claim: claim.clone() };
		let head = Self::record_registration(id, district, &act, Some(mandate), change)?;
		Self::deposit_event(Event::FirstRegistrationOpened {
			registration: id,
			parcels,
			claim,
			mandate,
			head,
		});
		Ok(())
	}

	pub(crate) fn do_object_to_registration(
		who: T::AccountId,
		act: Act,
		id: ApplicationId,
	) -> DispatchResult {
		let (mut registration, head) = Self::open_registration(id)?;
		let district = registration.district;
		let claimant = T::Persons::tag_of(Register::Land, &who).ok_or(Error::<T>::NotAPerson)?;
		Self::ensure_version(&act, head.seq)?;
		Self::ensure_act_as_prepared(&act, &registration.preparation.act, district)?;
		let party = Party::Person(claimant);
		Self::ensure_may(&party, ActKind::Apply, Capacity::Itself)?;
		let mut objections = registration.objections.iter();
		ensure!(
			!objections.any(|objection| objection.claimant == claimant),
			Error::<T>::AlreadyObjected
		);
		registration
			.objections
			.try_push(Objection { claimant, is_dismissed: false })
			.map_err(|_| Error::<T>::TooManyObjections)?;
		Self::note(&act, &who, None)?;

		Registrations::<T>::insert(id, registration);
		let change = RegistrationChange::Objected { claimant };
		let head = Self::record_registration(id, district, &act, None, change)?;
		Self::deposit_event(Event::RegistrationObjectedTo { registration: id, claimant, head });
		Ok(())
	}

	pub(crate) fn do_withdraw_registration_objection(
		who: T::AccountId,
		act: Act,
		id: ApplicationId,
	) -> DispatchResult {
		let (mut registration, head) = Self::open_registration(id)?;
		let district = registration.district;
		let claimant = T::Persons::tag_of(Register::Land, &who).ok_or(Error::<T>::NotAPerson)?;
		Self::ensure_version(&act, head.seq)?;
		Self::ensure_act_as_prepared(&act, &registration.preparation.act, district)?;
		let is_own =
			|objection: &Objection| objection.claimant == claimant && !objection.is_dismissed;
		ensure!(registration.objections.iter().any(is_own), Error::<T>::ObjectionNotFound);
		Self::note(&act, &who, None)?;

		registration.objections.retain(|objection| !is_own(objection));
		Registrations::<T>::insert(id, registration);
		let change = RegistrationChange::ObjectionWithdrawn { claimant };
		let head = Self::record_registration(id, district, &act, None, change)?;
		Self::deposit_event(Event::RegistrationObjectionWithdrawn {
			registration: id,
			claimant,
			head,
		});
		Ok(())
	}

	pub(crate) fn do_dismiss_objection(
		who: T::AccountId,
		act: Act,
		id: ApplicationId,
		claimant: polity_primitives::Tag,
	) -> DispatchResult {
		let (mut registration, head) = Self::open_registration(id)?;
		let district = registration.district;
		let court = Self::officer(&who, Power::FreezeAsCourt, district)?;
		Self::ensure_version(&act, head.seq)?;
		Self::ensure_act(&act, |basis| basis == COURT_ORDER, district, Effect::AtOnce)?;
		Self::ensure_of_two_ministries(registration.preparation.mandate, &court)?;
		let objection = registration
			.objections
			.iter_mut()
			.find(|objection| objection.claimant == claimant && !objection.is_dismissed)
			.ok_or(Error::<T>::ObjectionNotFound)?;
		Self::note(&act, &who, Some(&court))?;

		let mandate = court.mandate;
		objection.is_dismissed = true;
		Registrations::<T>::insert(id, registration);
		let change = RegistrationChange::ObjectionDismissed { claimant };
		let head = Self::record_registration(id, district, &act, Some(mandate), change)?;
		Self::deposit_event(Event::RegistrationObjectionDismissed {
			registration: id,
			claimant,
			mandate,
			head,
		});
		Ok(())
	}

	pub(crate) fn do_decide_first_registration(
		who: T::AccountId,
		act: Act,
		id: ApplicationId,
		verdict: RegistrationVerdict,
	) -> DispatchResult {
		let (registration, head) = Self::open_registration(id)?;
		let district = registration.district;
		let checker = Self::officer(&who, Power::Decide, district)?;
		Self::ensure_version(&act, head.seq)?;
		Self::ensure_apart(registration.preparation.mandate, &checker)?;
		Self::ensure_act_as_prepared(&act, &registration.preparation.act, district)?;
		match verdict {
			RegistrationVerdict::Register => {
				Self::ensure_day_has_come(&act, &registration.preparation.act)?;
				Self::register_land(who, act, id, registration, checker)
			},
			RegistrationVerdict::Refuse(reason) => {
				Self::note(&act, &who, Some(&checker))?;
				let prepared_under = registration.preparation.mandate;
				let mandate = checker.mandate;
				Self::close_registration(id, registration, RegistrationState::Refused);
				let change = RegistrationChange::Refused { reason };
				let head = Self::record_registration(id, district, &act, Some(mandate), change)?;
				Self::registration_refused(id, reason, prepared_under, mandate, head);
				Ok(())
			},
		}
	}

	fn registration_refused(
		registration: ApplicationId,
		reason: RefusalReason,
		prepared_under: polity_primitives::MandateId,
		mandate: polity_primitives::MandateId,
		head: Head,
	) {
		Self::deposit_event(Event::FirstRegistrationRefused {
			registration,
			reason,
			prepared_under,
			mandate,
			head,
		});
	}

	fn register_land(
		who: T::AccountId,
		act: Act,
		id: ApplicationId,
		registration: Registration,
		checker: polity_primitives::Warrant<T::AccountId>,
	) -> DispatchResult {
		let district = registration.district;
		let period = registration.objection_period;
		let is_over = Self::is_over(period, registration.made_at, district)?;
		ensure!(is_over, Error::<T>::ObjectionPeriodRunning);
		let mut objections = registration.objections.iter();
		ensure!(objections.all(|objection| objection.is_dismissed), Error::<T>::ObjectionStands);
		Self::ensure_registrable(&registration.parcels)?;
		let title = Self::title_as_claimed(registration.claim.as_ref(), &act)?;
		let owners = title.owners.iter().map(|share| &share.party);
		Self::ensure_not_own(&who, owners)?;
		let unit: UnitNumber = Self::next_unit()?;
		let index = vec![Self::index_change(unit, None, Some(&title))];
		Self::ensure_few_changes(&index)?;
		Self::note(&act, &who, Some(&checker))?;

		let (prepared_under, mandate) = (registration.preparation.mandate, checker.mandate);
		let parcels = registration.parcels.clone();
		Self::create_unit(unit, district, parcels.clone(), RelatedUnits::new(), &title);
		Self::write_index(index);
		Self::close_registration(id, registration, RegistrationState::Registered(unit));
		let change = RegistrationChange::Registered { unit };
		let registration_head =
			Self::record_registration(id, district, &act, Some(mandate), change)?;
		let change = TitleChange::Registered {
			registration: id,
			parcels: parcels.clone(),
			title: title.clone(),
			prepared_under,
		};
		let head = Self::record_title(unit, district, Some(&act), Some(mandate), change)?;
		Self::deposit_event(Event::LandRegistered {
			registration: id,
			registration_head,
			unit,
			parcels,
			title,
			prepared_under,
			mandate,
			head,
		});
		Ok(())
	}

	pub(crate) fn do_withdraw_first_registration(
		who: T::AccountId,
		act: Act,
		id: ApplicationId,
	) -> DispatchResult {
		let (registration, head) = Self::open_registration(id)?;
		let district = registration.district;
		Self::ensure_version(&act, head.seq)?;
		let maker = Self::warrant(registration.preparation.mandate)?;
		ensure!(maker.officer.account == who, Error::<T>::NotTheMaker);
		Self::ensure_act_as_prepared(&act, &registration.preparation.act, district)?;
		Self::note(&act, &who, Some(&maker))?;

		let mandate = maker.mandate;
		Self::close_registration(id, registration, RegistrationState::Withdrawn);
		let change = RegistrationChange::Withdrawn;
		let head = Self::record_registration(id, district, &act, Some(mandate), change)?;
		Self::deposit_event(Event::FirstRegistrationWithdrawn { registration: id, mandate, head });
		Ok(())
	}

	fn open_registration(id: ApplicationId) -> Result<(Registration, Head), Error<T>> {
		let registration = Registrations::<T>::get(id).ok_or(Error::<T>::RegistrationNotFound)?;
		let is_open = registration.state == RegistrationState::Open;
		ensure!(is_open, Error::<T>::RegistrationClosed);
		Ok((registration, RegistrationHeads::<T>::get(id).unwrap_or_default()))
	}

	fn close_registration(id: ApplicationId, registration: Registration, state: RegistrationState) {
		for parcel in &registration.parcels {
			ClaimOn::<T>::remove(parcel);
		}
		Self::unlist(registration.district, WorkState::RegistrationOpen, id.0);
		Registrations::<T>::insert(id, Registration { state, ..registration });
	}

	/// That parcels can be registered as one unit: live ground of one district that no unit has.
	pub(crate) fn ensure_registrable(parcels: &UnitParcels) -> Result<District, Error<T>> {
		let mut district = None;
		let mut seen = Vec::new();
		for parcel in parcels {
			ensure!(!seen.contains(parcel), Error::<T>::ParcelTwice);
			seen.push(*parcel);
			let (state, of_parcel) =
				T::Parcels::parcel(*parcel).ok_or(Error::<T>::ParcelNotFound)?;
			match state {
				ParcelState::Live => {},
				ParcelState::Disputed => return Err(Error::<T>::ParcelDisputed),
				ParcelState::Provisional => return Err(Error::<T>::ParcelProvisional),
				ParcelState::Historic => return Err(Error::<T>::ParcelHistoric),
			}
			let of_all = *district.get_or_insert(of_parcel);
			ensure!(of_all == of_parcel, Error::<T>::ParcelOfAnotherDistrict);
			ensure!(!UnitOf::<T>::contains_key(parcel), Error::<T>::ParcelHasUnit);
		}
		district.ok_or(Error::<T>::ParcelsMissing)
	}

	/// The title that a claim makes, if its owners may acquire land. Who is adopted from an existing
	/// register owned it before, so it is enough that it exists.
	fn title_as_claimed(claim: Option<&Claim>, act: &Act) -> Result<LandTitle, Error<T>> {
		let Some(claim) = claim else { return Ok(LandTitle::unknown()) };
		let mut owners = claim.owners.clone();
		for share in owners.iter_mut() {
			if act.legal_basis == ADOPTION {
				Self::ensure_exists(&share.party)?;
			} else {
				Self::ensure_may(&share.party, ActKind::Acquire, Capacity::Itself)?;
			}
			// Nothing here came by deed.
			share.by_deed = false;
		}
		LandTitle::open(claim.total_units, owners).map_err(Error::<T>::from)
	}
}
