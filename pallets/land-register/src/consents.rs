//! Consents to conveyances: on the chain, by a company's resolution, or by deed; and objections.

use frame_support::{dispatch::DispatchResult, ensure};
use polity_primitives::{
	act::LegalBasis,
	ids::ConveyanceId,
	traits::{Acts, CompanyOfficers, Effect, LegalClock, Persons},
	Act, District, Party, Power, Register, Warrant,
};
use sp_runtime::DispatchError;

use crate::{
	bases::{COURT_ORDER, DEED},
	conveyances::adopts_owners,
	types::{ConsentState, Conveyance, ConveyanceChange},
	Config, Conveyances, Error, Event, Pallet,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_consent(who: T::AccountId, act: Act, id: ConveyanceId) -> DispatchResult {
		let (mut conveyance, head) = Self::open_conveyance(id)?;
		Self::ensure_version(&act, head.seq)?;
		Self::ensure_in_time(&conveyance)?;
		Self::ensure_act_as_prepared(&act, &conveyance.preparation.act, conveyance.district)?;
		let own = Self::spoken_for_by(&who);
		let consent = conveyance
			.consents
			.iter_mut()
			.find(|consent| own.contains(&consent.party))
			.ok_or(Error::<T>::NotAParty)?;
		let is_given = matches!(consent.state, ConsentState::Given { .. });
		ensure!(!is_given, Error::<T>::AlreadyConsented);
		Self::note(&act, &who, None)?;

		consent.state = ConsentState::Given { at: T::Clock::now() };
		let party = consent.party.clone();
		let district = conveyance.district;
		Conveyances::<T>::insert(id, conveyance);
		let change = ConveyanceChange::Consented { party: party.clone() };
		let head = Self::record_conveyance(id, district, &act, None, change)?;
		Self::deposit_event(Event::ConsentGiven { conveyance: id, party, head });
		Ok(())
	}

	pub(crate) fn do_withdraw_consent(
		who: T::AccountId,
		act: Act,
		id: ConveyanceId,
	) -> DispatchResult {
		let (mut conveyance, head) = Self::open_conveyance(id)?;
		Self::ensure_version(&act, head.seq)?;
		Self::ensure_act_as_prepared(&act, &conveyance.preparation.act, conveyance.district)?;
		let own = Self::spoken_for_by(&who);
		let consent = conveyance
			.consents
			.iter_mut()
			.find(|consent| own.contains(&consent.party))
			.ok_or(Error::<T>::NotAParty)?;
		ensure!(consent.state != ConsentState::Awaited, Error::<T>::NotConsented);
		Self::note(&act, &who, None)?;

		consent.state = ConsentState::Awaited;
		let party = consent.party.clone();
		let district = conveyance.district;
		Conveyances::<T>::insert(id, conveyance);
		let change = ConveyanceChange::ConsentWithdrawn { party: party.clone() };
		let head = Self::record_conveyance(id, district, &act, None, change)?;
		Self::deposit_event(Event::ConsentWithdrawn { conveyance: id, party, head });
		Ok(())
	}

	pub(crate) fn do_consent_by_deed(
		who: T::AccountId,
		act: Act,
		id: ConveyanceId,
		party: Party,
	) -> DispatchResult {
		let (mut conveyance, head) = Self::open_conveyance(id)?;
		let district = conveyance.district;
		let notary = Self::officer(&who, Power::Notarise, district)?;
		Self::ensure_version(&act, head.seq)?;
		Self::ensure_in_time(&conveyance)?;
		Self::ensure_act(&act, |basis| basis == DEED, district, Effect::AtOnce)?;
		Self::ensure_of_two_ministries(conveyance.preparation.mandate, &notary)?;
		Self::ensure_has_no_key(&party)?;
		let consent = conveyance
			.consents
			.iter_mut()
			.find(|consent| consent.party == party)
			.ok_or(Error::<T>::NotAParty)?;
		ensure!(consent.state == ConsentState::Awaited, Error::<T>::AlreadyConsented);
		Self::note(&act, &who, Some(&notary))?;

		let mandate = notary.mandate;
		consent.state = ConsentState::ByDeed { mandate, recorded_at: T::Clock::now() };
		Conveyances::<T>::insert(id, conveyance);
		let change = ConveyanceChange::DeedRecorded { party: party.clone() };
		let head = Self::record_conveyance(id, district, &act, Some(mandate), change)?;
		Self::deposit_event(Event::DeedRecorded { conveyance: id, party, mandate, head });
		Ok(())
	}

	pub(crate) fn do_object(
		who: T::AccountId,
		act: Act,
		id: ConveyanceId,
		party: Party,
	) -> DispatchResult {
		let (mut conveyance, head) = Self::open_conveyance(id)?;
		let district = conveyance.district;
		let officer = Self::objector(&who, &act, &conveyance, &party)?;
		Self::ensure_version(&act, head.seq)?;
		Self::ensure_act(&act, |_| true, district, Effect::AtOnce)?;
		let is_party = conveyance.consents.iter().any(|consent| consent.party == party);
		// Whoever owns land of which nobody knows the owner can come forward.
		ensure!(is_party || adopts_owners(&conveyance), Error::<T>::NotAParty);
		ensure!(!conveyance.objections.contains(&party), Error::<T>::AlreadyObjected);
		conveyance.objections.try_push(party.clone()).map_err(|_| Error::<T>::TooManyObjections)?;
		Self::note(&act, &who, officer.as_ref())?;

		let mandate = officer.map(|officer| officer.mandate);
		Conveyances::<T>::insert(id, conveyance);
		let change = ConveyanceChange::Objected { party: party.clone() };
		let head = Self::record_conveyance(id, district, &act, mandate, change)?;
		Self::deposit_event(Event::ObjectionMade { conveyance: id, party, mandate, head });
		Ok(())
	}

	pub(crate) fn do_withdraw_objection(
		who: T::AccountId,
		act: Act,
		id: ConveyanceId,
		party: Party,
	) -> DispatchResult {
		let (mut conveyance, head) = Self::open_conveyance(id)?;
		let district = conveyance.district;
		let officer = if Self::spoken_for_by(&who).contains(&party) {
			let prepared = conveyance.preparation.act.legal_basis;
			ensure!(act.legal_basis == prepared, Error::<T>::DiffersFromPrepared);
			None
		} else {
			// Against the will of whoever objects only a court ends it, and not one of the ministry
			// that wants the conveyance.
			let court = Self::officer(&who, Power::FreezeAsCourt, district)?;
			ensure!(act.legal_basis == COURT_ORDER, Error::<T>::LegalBasisDoesNotFit);
			Self::ensure_of_two_ministries(conveyance.preparation.mandate, &court)?;
			Some(court)
		};
		Self::ensure_version(&act, head.seq)?;
		Self::ensure_act(&act, |_| true, district, Effect::AtOnce)?;
		ensure!(conveyance.objections.contains(&party), Error::<T>::ObjectionNotFound);
		Self::note(&act, &who, officer.as_ref())?;

		let mandate = officer.map(|officer| officer.mandate);
		conveyance.objections.retain(|other| *other != party);
		Conveyances::<T>::insert(id, conveyance);
		let change = ConveyanceChange::ObjectionWithdrawn { party: party.clone() };
		let head = Self::record_conveyance(id, district, &act, mandate, change)?;
		Self::deposit_event(Event::ObjectionWithdrawn { conveyance: id, party, mandate, head });
		Ok(())
	}

	/// Who objects for a party: itself, a notary on a deed, or a court by its order.
	fn objector(
		who: &T::AccountId,
		act: &Act,
		conveyance: &Conveyance,
		party: &Party,
	) -> Result<Option<Warrant<T::AccountId>>, DispatchError> {
		if Self::spoken_for_by(who).contains(party) {
			let prepared = conveyance.preparation.act.legal_basis;
			ensure!(act.legal_basis == prepared, Error::<T>::DiffersFromPrepared);
			return Ok(None);
		}
		Self::speaker(who, act, conveyance.district).map(Some)
	}

	/// The officer who speaks for a party that does not itself: a notary on a deed, or a court by its
	/// order.
	pub(crate) fn speaker(
		who: &T::AccountId,
		act: &Act,
		district: District,
	) -> Result<Warrant<T::AccountId>, DispatchError> {
		let power = match act.legal_basis {
			basis if basis == DEED => Power::Notarise,
			basis if basis == COURT_ORDER => Power::FreezeAsCourt,
			LegalBasis(_) => return Err(Error::<T>::LegalBasisDoesNotFit.into()),
		};
		Self::officer(who, power, district)
	}

	/// That nobody can consent for a party on the chain.
	pub(crate) fn ensure_has_no_key(party: &Party) -> Result<(), Error<T>> {
		match party {
			Party::Person(tag) => {
				let controller = T::Persons::controller_of(Register::Land, tag);
				ensure!(controller.is_none(), Error::<T>::PersonHasKey);
				Ok(())
			},
			Party::PublicBody(_) | Party::Foreign(_) => Ok(()),
			Party::Company(_)
			| Party::State(_)
			| Party::Group(_)
			| Party::Unit(_)
			| Party::Unknown => Err(Error::<T>::NotByDeed),
		}
	}

	/// Whether a party has consented to a conveyance, and whether by deed.
	///
	/// # Errors
	/// It has not, or by a deed that can still be objected to.
	pub(crate) fn consent_to(conveyance: &Conveyance, party: &Party) -> Result<bool, Error<T>> {
		let consent = conveyance
			.consents
			.iter()
			.find(|consent| consent.party == *party)
			.ok_or(Error::<T>::ConsentMissing)?;
		match (&consent.state, party) {
			(ConsentState::Given { .. }, _) => Ok(false),
			(ConsentState::ByDeed { recorded_at, .. }, _) => {
				let period = conveyance.terms.deed_notice;
				let is_over = Self::is_over(period, *recorded_at, conveyance.district)?;
				ensure!(is_over, Error::<T>::DeedPeriodRunning);
				Ok(true)
			},
			(ConsentState::Awaited, Party::Company(number)) => {
				let has_resolved = T::Officers::has_resolved(*number, &conveyance.matter);
				ensure!(has_resolved, Error::<T>::ConsentMissing);
				Ok(false)
			},
			(ConsentState::Awaited, _) => Err(Error::<T>::ConsentMissing),
		}
	}
}
