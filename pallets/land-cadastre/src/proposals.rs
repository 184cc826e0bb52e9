//! What one officer prepares and another decides: the law of the cadastre, first registrations, and
//! what surveys share with them.

use frame_support::{dispatch::DispatchResult, ensure};
use polity_geometry::BoundingBox;
use polity_primitives::{
	ids::{MandateId, ProposalId},
	traits::{Acts, Agreed, Effect, LegalClock, MandateAuthority},
	Act, District, Head, ParcelNumber, Power, Register,
};
use sp_core::Get;
use sp_runtime::DispatchError;

use crate::{
	acts::{FIRST_REGISTRATION, PARAMETERS},
	index::Meter,
	parcels::{is_within, Ground, Maker},
	types::{
		CadastreLaw, EnteringParcel, LawChange, Matter, Parcel, ParcelChange, Preparation,
		Proposal, Registration, Verdict, WorkBound, WorkState,
	},
	Config, Entering, Error, Event, Extent, LastProposal, Law, LawHeads, Pallet, Proposals,
};

/// An act that decides what another officer has prepared.
pub(crate) struct Agreement {
	pub(crate) proposal: ProposalId,
	pub(crate) act: Act,
	/// The mandate of the officer who decides.
	pub(crate) mandate: MandateId,
	pub(crate) preparation: Preparation,
	/// How those whom a survey concerns have agreed to it.
	pub(crate) agreed: Agreed,
}

impl Matter {
	/// The district whose officers act on it. The law is the whole country's.
	pub(crate) const fn district(&self) -> District {
		match self {
			Self::Law(_) => District::NATIONAL,
			Self::Registration(registration) => registration.district,
			Self::Survey(district, _) => *district,
		}
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_propose_law(who: T::AccountId, act: Act, law: CadastreLaw) -> DispatchResult {
		let maker = Self::officer(&who, Power::Examine, District::NATIONAL)?;
		let version = Self::law_version();
		Self::ensure_version(&act, version)?;
		Self::ensure_act(&act, PARAMETERS, District::NATIONAL, Effect::Later)?;
		Self::ensure_law(&law)?;
		let id = Self::next_proposal()?;
		Self::note(&act, &who, Some(&maker))?;

		let mandate = maker.mandate;
		Self::keep_proposal(id, Matter::Law(law.clone()), version, Preparation { mandate, act });
		Self::deposit_event(Event::LawProposed { proposal: id, law, mandate });
		Ok(())
	}

	pub(crate) fn do_propose_registration(
		who: T::AccountId,
		act: Act,
		registration: Registration,
		meter: &mut Meter,
	) -> DispatchResult {
		let maker = Self::officer(&who, Power::Survey, registration.district)?;
		Self::ensure_version(&act, 0)?;
		Self::ensure_act(&act, FIRST_REGISTRATION, registration.district, Effect::Later)?;
		let law = Self::law()?;
		let measured = Self::ensure_registrable(&law, &registration.parcel, meter)?;
		let id = Self::next_proposal()?;
		Self::note(&act, &who, Some(&maker))?;

		let mandate = maker.mandate;
		let reference = registration.parcel.reference.clone();
		let matter = Matter::Registration(registration);
		Self::keep_proposal(id, matter, 0, Preparation { mandate, act });
		Self::deposit_event(Event::RegistrationProposed {
			proposal: id,
			reference,
			geometry: measured.geometry,
			mandate,
		});
		Ok(())
	}

	pub(crate) fn do_decide_proposal(
		who: T::AccountId,
		act: Act,
		id: ProposalId,
		verdict: Verdict,
		meter: &mut Meter,
	) -> DispatchResult {
		let (matter, agreement) = Self::decided(&who, act, id)?;
		match matter {
			Matter::Survey(..) => Err(Error::<T>::AnotherCallDecides.into()),
			_ if verdict == Verdict::Reject => {
				Self::reject(&agreement);
				Ok(())
			},
			Matter::Law(law) => Self::set_law(agreement, law),
			Matter::Registration(registration) => {
				Self::register(agreement, registration, Ground::Taken, meter)?;
				Ok(())
			},
		}
	}

	pub(crate) fn do_approve_in_steps(
		who: T::AccountId,
		act: Act,
		id: ProposalId,
		meter: &mut Meter,
	) -> DispatchResult {
		let (matter, agreement) = Self::decided(&who, act, id)?;
		let Matter::Registration(registration) = matter else {
			return Err(Error::<T>::AnotherCallDecides.into());
		};
		let parcel = Self::register(agreement, registration, Ground::InSteps, meter)?;
		let reserved = Entering::<T>::get().into_iter().find(|other| other.parcel == parcel);
		if let Some(EnteringParcel { cells, .. }) = reserved {
			Self::deposit_event(Event::GroundReserved { parcel, cells });
		}
		Ok(())
	}

	/// Takes a proposal off the list that an officer decides, after all that a decision is checked for.
	pub(crate) fn decided(
		who: &T::AccountId,
		act: Act,
		id: ProposalId,
	) -> Result<(Matter, Agreement), DispatchError> {
		let proposal = Proposals::<T>::get(id).ok_or(Error::<T>::ProposalNotFound)?;
		let district = proposal.matter.district();
		let checker = Self::officer(who, Power::Decide, district)?;
		let version = Self::version_of(&proposal.matter);
		Self::ensure_version(&act, version)?;
		ensure!(proposal.version == version, Error::<T>::ProposalOutdated);
		ensure!(!Self::has_lapsed(&proposal)?, Error::<T>::ProposalLapsed);
		Self::ensure_apart(proposal.preparation.mandate, &checker)?;
		let basis = proposal.preparation.act.legal_basis;
		Self::ensure_act(&act, basis, district, Effect::AtOnce)?;
		Self::note(&act, who, Some(&checker))?;

		Self::remove_proposal(id, district);
		let Proposal { matter, preparation, .. } = proposal;
		let (mandate, agreed) = (checker.mandate, Agreed::OnChain);
		Ok((matter, Agreement { proposal: id, act, mandate, preparation, agreed }))
	}

	/// Tells of a proposal that an officer has rejected.
	pub(crate) fn reject(agreement: &Agreement) {
		Self::deposit_event(Event::ProposalRejected {
			proposal: agreement.proposal,
			prepared_under: agreement.preparation.mandate,
			mandate: agreement.mandate,
		});
	}

	pub(crate) fn do_withdraw_proposal(who: T::AccountId, id: ProposalId) -> DispatchResult {
		let proposal = Proposals::<T>::get(id).ok_or(Error::<T>::ProposalNotFound)?;
		// One that nobody can decide any more is cleared by whoever comes.
		let is_dead = Self::is_outdated(&proposal) || Self::has_lapsed(&proposal)?;
		if !is_dead {
			let maker = T::Mandates::warrant(proposal.preparation.mandate)
				.ok_or(Error::<T>::WarrantNotFound)?;
			ensure!(maker.officer.account == who, Error::<T>::NotTheMaker);
		}
		Self::remove_proposal(id, proposal.matter.district());
		Self::deposit_event(Event::ProposalWithdrawn { proposal: id });
		Ok(())
	}

	/// Checked again, because what was lawful when it was prepared may not be so now.
	fn set_law(agreement: Agreement, law: CadastreLaw) -> DispatchResult {
		Self::ensure_day_has_come(&agreement.act, &agreement.preparation.act)?;
		Self::ensure_law(&law)?;
		let Agreement { proposal, act, mandate, preparation, .. } = agreement;
		let prepared_under = preparation.mandate;
		Law::<T>::put(law.clone());
		let change = LawChange { law: law.clone(), preparation };
		let Head { seq: version, hash: head } = Self::record_law(&act, mandate, change)?;
		Self::deposit_event(Event::LawSet {
			proposal,
			law,
			prepared_under,
			mandate,
			version,
			head,
		});
		Ok(())
	}

	fn register(
		agreement: Agreement,
		registration: Registration,
		ground: Ground,
		meter: &mut Meter,
	) -> Result<ParcelNumber, Error<T>> {
		Self::ensure_day_has_come(&agreement.act, &agreement.preparation.act)?;
		let law = Self::law()?;
		let Registration { district, parcel } = registration;
		let measured = Self::ensure_registrable(&law, &parcel, meter)?;
		let Agreement { act, mandate, preparation, .. } = &agreement;
		let maker = Maker { district, act: Some(act), mandate: Some(*mandate), source: None };
		let preparation = preparation.clone();
		let change = |parcel| ParcelChange::Registered { parcel, preparation };
		let (parcel, head) =
			Self::create_parcel(&law, maker, parcel, measured, ground, meter, change)?;
		Self::tell_registered(&agreement, &parcel, head);
		Ok(parcel.number)
	}

	/// Tells of a parcel that two officers have registered.
	pub(crate) fn tell_registered(agreement: &Agreement, parcel: &Parcel, head: Head) {
		let Head { seq: version, hash: head } = head;
		Self::deposit_event(Event::ParcelRegistered {
			proposal: agreement.proposal,
			parcel: parcel.number,
			reference: parcel.reference.clone(),
			geometry: parcel.geometry,
			prepared_under: agreement.preparation.mandate,
			mandate: agreement.mandate,
			version,
			head,
		});
	}

	/// That a law can be one: its territory is in the range of its system and has ground, no parcel
	/// would be outside of it, and the system stays where there are parcels.
	fn ensure_law(law: &CadastreLaw) -> Result<(), Error<T>> {
		ensure!(law.system.is_known(), Error::<T>::UnknownCoordinateSystem);
		let BoundingBox { min, max } = law.territory;
		ensure!(
			law.system.covers(min) && law.system.covers(max) && min.x < max.x && min.y < max.y,
			Error::<T>::TerritoryNotAllowed
		);
		let Some(extent) = Extent::<T>::get() else { return Ok(()) };
		let system = Law::<T>::get().map(|before| before.system);
		ensure!(system == Some(law.system), Error::<T>::SystemIsFixed);
		ensure!(is_within(&extent, &law.territory), Error::<T>::ParcelOutsideTerritory);
		Ok(())
	}

	fn law_version() -> u32 {
		LawHeads::<T>::get(Register::Land).unwrap_or_default().seq
	}

	/// The version of the record that a matter is about: none yet for a parcel that is not there, that
	/// of the parcel which a survey names first.
	fn version_of(matter: &Matter) -> u32 {
		match matter {
			Matter::Law(_) => Self::law_version(),
			Matter::Registration(_) => 0,
			Matter::Survey(_, change) => {
				change.principal().map_or(0, |principal| Self::parcel_version(principal.parcel))
			},
		}
	}

	/// Whether a record that a proposal is about has changed since it was prepared.
	fn is_outdated(proposal: &Proposal) -> bool {
		match &proposal.matter {
			Matter::Survey(_, change) => {
				change.parcels().any(|named| Self::parcel_version(named.parcel) != named.version)
			},
			matter => proposal.version != Self::version_of(matter),
		}
	}

	fn has_lapsed(proposal: &Proposal) -> Result<bool, Error<T>> {
		Self::is_over(T::ProposalPeriod::get(), proposal.made_at, proposal.matter.district())
	}

	pub(crate) fn next_proposal() -> Result<ProposalId, DispatchError> {
		Ok(LastProposal::<T>::get().next().ok_or(Error::<T>::IdsExhausted)?)
	}

	pub(crate) fn keep_proposal(
		id: ProposalId,
		matter: Matter,
		version: u32,
		preparation: Preparation,
	) {
		LastProposal::<T>::put(id);
		Self::list(matter.district(), WorkState::ProposalOpen, id.0);
		let made_at = T::Clock::now();
		Proposals::<T>::insert(id, Proposal { matter, version, preparation, made_at });
	}

	fn remove_proposal(id: ProposalId, district: District) {
		Proposals::<T>::remove(id);
		Self::unlist(district, WorkState::ProposalOpen, id.0);
	}

	/// Runs what a call does with the bound that its caller states, and answers with how much of it
	/// was used.
	pub(crate) fn metered(
		bound: WorkBound,
		run: impl FnOnce(&mut Meter) -> DispatchResult,
	) -> (WorkBound, DispatchResult) {
		let mut meter = Meter::bounded_by(bound);
		let result = run(&mut meter);
		(meter.done(), result)
	}
}
