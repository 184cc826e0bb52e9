//! What every act is checked for; what one officer prepares and another decides.

use frame_support::{dispatch::DispatchResult, ensure};
use polity_primitives::{
	act::LegalBasis,
	ids::{District, MandateId, ProposalId},
	record,
	traits::{Acts, CompanyOfficers, Effect, LegalClock, Persons, Standing},
	Act, ActKind, Capacity, Commitment, Head, Party, Power, RecordKind, Register, StandingError,
	Warrant,
};
use sp_core::Get;
use sp_runtime::DispatchError;

use crate::{
	types::{
		ordered, Asked, Matter, PermitChange, PermitEntry, PermitNumber, PermitReference,
		PermitStep, PersonalEntry, PersonalStep, Preparation, Proposal, Verdict, WorkState,
		HOLDERS_ACTS, PERSONAL, SUPERVISION, TAKE_OVER, TYPES,
	},
	Config, Error, Event, LastProposal, Pallet, PermitEntries, PermitHeads, PersonalEntries,
	PersonalHeads, Proposals, Requests, SettledVersions, TypeHeads, WorkLists,
};

impl Matter {
	/// The statute that provides for it.
	pub const fn legal_basis(&self) -> LegalBasis {
		match self {
			Self::Type { .. } => TYPES,
			Self::Change { permit: PermitReference::Personal(_), .. } => PERSONAL,
			Self::Change { change: PermitChange::Transfer | PermitChange::Renew, .. } => {
				HOLDERS_ACTS
			},
			Self::Change { .. } => SUPERVISION,
			Self::TakeOver(_) => TAKE_OVER,
		}
	}

	/// The power of who prepares it.
	const fn power(&self) -> Power {
		match self {
			Self::Type { .. } | Self::Change { .. } => Power::Examine,
			Self::TakeOver(_) => Power::RecordExisting,
		}
	}
}

impl<T: Config> Acts for Pallet<T> {
	const REGISTER: Register = Register::Permits;
	type AccountId = T::AccountId;
	type Clock = T::Clock;
	type Mandates = T::Mandates;
	type Refusal = Error<T>;
}

/// An officer who has decided, on what another has prepared.
pub(crate) struct Decision<'a> {
	pub(crate) act: &'a Act,
	pub(crate) mandate: MandateId,
	pub(crate) preparation: Preparation,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_prepare(
		who: T::AccountId,
		act: Act,
		district: District,
		matter: Matter,
	) -> DispatchResult {
		let maker = Self::officer(&who, matter.power(), district)?;
		Self::ensure_version(&act, Self::version_of(&matter))?;
		Self::ensure_act(&act, matter.legal_basis(), district, Effect::Later)?;
		Self::check_matter(&matter, district, &act, &maker)?;
		Self::ensure_is_not_about(&who, &matter)?;
		let id = LastProposal::<T>::get().next().ok_or(Error::<T>::IdsExhausted)?;
		Self::note(&act, &who, Some(&maker))?;

		let mandate = maker.mandate;
		LastProposal::<T>::put(id);
		let (preparation, made_at) = (Preparation { mandate, act }, T::Clock::now());
		let proposal = Proposal { district, matter: matter.clone(), preparation, made_at };
		Proposals::<T>::insert(id, proposal);
		Self::list(district, WorkState::ProposalOpen, id.0);
		Self::deposit_event(Event::Prepared { proposal: id, district, matter, mandate });
		Ok(())
	}

	pub(crate) fn do_decide(
		who: T::AccountId,
		act: Act,
		id: ProposalId,
		verdict: Verdict,
		is_of_kind: impl Fn(&Matter) -> bool,
	) -> DispatchResult {
		let proposal = Proposals::<T>::get(id)
			.filter(|proposal| is_of_kind(&proposal.matter))
			.ok_or(Error::<T>::ProposalNotFound)?;
		let has_lapsed = Self::has_lapsed(&proposal)?;
		let Proposal { district, matter, preparation, .. } = proposal;
		let checker = Self::officer(&who, Power::Decide, district)?;
		Self::ensure_apart(preparation.mandate, &checker)?;
		if let Matter::Change {
			permit: PermitReference::Numbered(number),
			change: PermitChange::Complete,
		} = &matter
		{
			Self::ensure_has_not_seen_the_whole(&Self::existing(*number)?, &checker)?;
		}
		Self::ensure_is_not_about(&who, &matter)?;
		ensure!(!has_lapsed, Error::<T>::ProposalLapsed);
		Self::ensure_act(&act, matter.legal_basis(), district, Effect::AtOnce)?;
		let (mandate, prepared_under) = (checker.mandate, preparation.mandate);
		if verdict == Verdict::Reject {
			Self::note(&act, &who, Some(&checker))?;
			Self::remove_proposal(id, district);
			Self::deposit_event(Event::Rejected { proposal: id, prepared_under, mandate });
			return Ok(());
		}
		Self::ensure_day_has_come(&act, &preparation.act)?;
		let version = Self::version_of(&matter);
		ensure!(!Self::is_outdated(&matter, &preparation.act), Error::<T>::ProposalOutdated);
		Self::ensure_version(&act, version)?;
		Self::note(&act, &who, Some(&checker))?;
		Self::remove_proposal(id, district);
		let decision = Decision { act: &act, mandate, preparation };
		match matter {
			Matter::Type { kind, version } => Self::set_type(kind, district, version, decision),
			Matter::Change { permit: PermitReference::Numbered(number), change } => {
				Self::change_permit(number, change, decision)
			},
			Matter::Change { permit: PermitReference::Personal(commitment), change } => {
				Self::change_personal(commitment, &change, decision)
			},
			Matter::TakeOver(take_over) => Self::take_over(take_over, decision),
		}
	}

	pub(crate) fn do_withdraw_proposal(who: T::AccountId, id: ProposalId) -> DispatchResult {
		let proposal = Proposals::<T>::get(id).ok_or(Error::<T>::ProposalNotFound)?;
		// One that nobody can decide any more is cleared by whoever comes.
		let is_outdated = Self::is_outdated(&proposal.matter, &proposal.preparation.act);
		if !is_outdated && !Self::has_lapsed(&proposal)? {
			let maker = Self::warrant(proposal.preparation.mandate)?;
			ensure!(maker.officer.account == who, Error::<T>::NotTheMaker);
		}
		Self::remove_proposal(id, proposal.district);
		Self::deposit_event(Event::Withdrawn { proposal: id });
		Ok(())
	}

	/// What has to hold when something is prepared. It is checked again when it is decided.
	fn check_matter(
		matter: &Matter,
		district: District,
		act: &Act,
		maker: &Warrant<T::AccountId>,
	) -> DispatchResult {
		match matter {
			Matter::Type { kind, version } => Self::check_type(*kind, district, version)?,
			Matter::Change { permit: PermitReference::Numbered(number), change } => {
				Self::check_change(*number, change, act, maker)?
			},
			Matter::Change { permit: PermitReference::Personal(commitment), change } => {
				Self::personal_after(*commitment, change, act).map(|_| ())?
			},
			Matter::TakeOver(take_over) => Self::check_take_over(take_over).map(|_| ())?,
		}
		Ok(())
	}

	/// That what an officer prepares or decides is not about a party for which the same account signs: the
	/// holder, and who is to be it.
	fn ensure_is_not_about(who: &T::AccountId, matter: &Matter) -> Result<(), Error<T>> {
		match matter {
			Matter::Change { permit: PermitReference::Numbered(number), change } => {
				Self::ensure_does_not_sign_for(who, &Self::existing(*number)?.holder)?;
				let asked = Requests::<T>::get(number).map(|request| request.asked);
				match (change, asked) {
					(PermitChange::Transfer, Some(Asked::Transfer { to })) => {
						Self::ensure_does_not_sign_for(who, &to)
					},
					_ => Ok(()),
				}
			},
			Matter::TakeOver(take_over) => Self::ensure_does_not_sign_for(who, &take_over.holder),
			Matter::Type { .. } | Matter::Change { permit: PermitReference::Personal(_), .. } => {
				Ok(())
			},
		}
	}

	/// That the account of an officer does not sign for a party.
	pub(crate) fn ensure_does_not_sign_for(
		who: &T::AccountId,
		party: &Party,
	) -> Result<(), Error<T>> {
		ensure!(!Self::signs_for(who, party), Error::<T>::OfficerIsHolder);
		Ok(())
	}

	/// The version of the record that something is about.
	fn version_of(matter: &Matter) -> u32 {
		let head = match matter {
			Matter::Type { kind: Some(kind), .. } => TypeHeads::<T>::get(kind),
			Matter::Change { permit: PermitReference::Numbered(number), .. } => {
				PermitHeads::<T>::get(number)
			},
			Matter::Change { permit: PermitReference::Personal(commitment), .. } => {
				PersonalHeads::<T>::get(commitment)
			},
			Matter::Type { kind: None, .. } | Matter::TakeOver(_) => None,
		};
		head.unwrap_or_default().seq
	}

	/// Whether the record has changed since something was prepared. What a holder asks for changes nothing of
	/// its permit, so that nobody keeps officers from what they have prepared by asking again and again;
	/// what answers to a request answers to that one alone.
	fn is_outdated(matter: &Matter, prepared: &Act) -> bool {
		let answers = matches!(
			matter,
			Matter::Change { change: PermitChange::Transfer | PermitChange::Renew, .. }
		);
		match matter {
			Matter::Change { permit: PermitReference::Numbered(number), .. } if !answers => {
				prepared.expected_version < SettledVersions::<T>::get(number)
			},
			_ => prepared.expected_version != Self::version_of(matter),
		}
	}

	fn remove_proposal(id: ProposalId, district: District) {
		Proposals::<T>::remove(id);
		Self::unlist(district, WorkState::ProposalOpen, id.0);
	}

	fn has_lapsed(proposal: &Proposal) -> Result<bool, Error<T>> {
		Self::is_over(T::ProposalPeriod::get(), proposal.made_at, proposal.district)
	}

	/// Puts something on a list of what waits for somebody.
	pub(crate) fn list(district: District, state: WorkState, id: u64) {
		WorkLists::<T>::insert((district, state), ordered(id), ());
	}

	/// Takes something off a list of what waits for somebody.
	pub(crate) fn unlist(district: District, state: WorkState, id: u64) {
		WorkLists::<T>::remove((district, state), ordered(id));
	}

	/// Whether an account signs for a party: a person's by its own, a company's by one who files for it and
	/// may act for another. No tag of who signs is kept.
	pub(crate) fn signs_for(who: &T::AccountId, party: &Party) -> bool {
		match party {
			Party::Person(tag) => {
				T::Persons::tag_of(Register::Permits, who).is_some_and(|own| own == *tag)
			},
			Party::Company(company) => {
				let Some(tag) = T::Persons::tag_of(Register::Business, who) else { return false };
				let (signer, act) = (Party::Person(tag), ActKind::Represent);
				T::Officers::files_for(*company, &tag)
					&& T::Standing::may(Register::Business, &signer, act, Capacity::Itself).is_ok()
			},
			_ => false,
		}
	}

	/// That a holder may give up what it has: nobody whom a court has frozen, and a company in liquidation by
	/// its liquidator, who is the one that signs for it.
	pub(crate) fn ensure_may_dispose(holder: &Party) -> Result<(), Error<T>> {
		let may =
			|capacity| T::Standing::may(Register::Permits, holder, ActKind::Dispose, capacity);
		match may(Capacity::Itself) {
			Err(StandingError::InLiquidation) => may(Capacity::Liquidator),
			other => other,
		}
		.map_err(Error::<T>::from)
	}

	/// Records what happened to a permit, and tells of it.
	pub(crate) fn record_permit(
		number: PermitNumber,
		district: District,
		by: Option<(&Act, Option<MandateId>)>,
		preparation: Option<Preparation>,
		step: PermitStep,
	) -> Result<(), Error<T>> {
		let mandate = by.and_then(|(_, mandate)| mandate);
		let prepared_under = preparation.as_ref().map(|preparation| preparation.mandate);
		let Head { seq: version, hash: head } =
			record::append::<_, _, PermitHeads<T>, PermitEntries<T>>(
				RecordKind::Permit,
				&number,
				T::Clock::recorded_at(Register::Permits, district),
				by.map(|(act, _)| act),
				mandate,
				PermitEntry { step: step.clone(), preparation },
			)
			.map_err(Error::<T>::from)?;
		let is_asked = matches!(
			step,
			PermitStep::Requested(_) | PermitStep::Endorsed | PermitStep::RequestWithdrawn
		);
		if !is_asked {
			SettledVersions::<T>::insert(number, version);
		}
		Self::deposit_event(Event::PermitRecorded {
			permit: number,
			step,
			prepared_under,
			mandate,
			version,
			head,
		});
		Ok(())
	}

	/// Records what happened to a personal permit, and tells of it.
	pub(crate) fn record_personal(
		commitment: Commitment,
		district: District,
		by: Option<(&Act, MandateId)>,
		preparation: Option<Preparation>,
		step: PersonalStep,
	) -> Result<(), Error<T>> {
		let mandate = by.map(|(_, mandate)| mandate);
		let prepared_under = preparation.as_ref().map(|preparation| preparation.mandate);
		let Head { seq: version, hash: head } =
			record::append::<_, _, PersonalHeads<T>, PersonalEntries<T>>(
				RecordKind::PersonalPermit,
				&commitment,
				T::Clock::recorded_at(Register::Permits, district),
				by.map(|(act, _)| act),
				mandate,
				PersonalEntry { step: step.clone(), preparation },
			)
			.map_err(Error::<T>::from)?;
		Self::deposit_event(Event::PersonalRecorded {
			permit: commitment,
			step,
			prepared_under,
			mandate,
			version,
			head,
		});
		Ok(())
	}

	/// The district in which a permit is kept.
	pub(crate) fn district_of(permit: PermitReference) -> Result<District, DispatchError> {
		let kind = match permit {
			PermitReference::Numbered(number) => Self::existing(number)?.kind,
			PermitReference::Personal(commitment) => Self::existing_personal(commitment)?.kind,
		};
		Ok(Self::kind(kind)?.district)
	}
}
