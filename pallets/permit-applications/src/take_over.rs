//! Running applications of an existing register: prepared by one officer, decided by another.

use frame_support::{dispatch::DispatchResult, ensure};
use polity_permit_procedure::Application;
use polity_primitives::{
	ids::ProposalId,
	traits::{Acts, Effect, LegalClock, PermitRegister},
	Act, District, Power,
};
use sp_runtime::{traits::Get, DispatchError};

use crate::{
	acts::{ensure_document, TAKE_OVER},
	case::Case,
	figures::one_more,
	types::{ApplicationChange, Preparation, TakeOver, TakeOverProposal, Verdict, WorkState},
	Config, Error, Event, LastProposal, Pallet, Proposals,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_propose_take_over(
		who: T::AccountId,
		act: Act,
		take_over: TakeOver,
	) -> DispatchResult {
		let district = T::Permits::district(take_over.kind).ok_or(Error::<T>::TypeNotFound)?;
		let officer = Self::officer(&who, Power::RecordExisting, district)?;
		Self::ensure_version(&act, 0)?;
		Self::ensure_act(&act, TAKE_OVER, district, Effect::Later)?;
		ensure_document(&act, Error::<T>::DocumentMissing)?;
		let case = Self::taken_over(district, &take_over)?;
		Self::ensure_officer_is_apart(&who, &case)?;
		let id = LastProposal::<T>::get().next().ok_or(Error::<T>::IdsExhausted)?;
		Self::note(&act, &who, Some(&officer))?;

		let mandate = officer.mandate;
		LastProposal::<T>::put(id);
		Self::list(district, WorkState::TakeOverProposed, id.0);
		let proposal = TakeOverProposal {
			take_over: take_over.clone(),
			district,
			preparation: Preparation { mandate, act },
			made_at: T::Clock::now(),
		};
		Proposals::<T>::insert(id, proposal);
		Self::deposit_event(Event::TakeOverProposed { proposal: id, district, take_over, mandate });
		Ok(())
	}

	pub(crate) fn do_decide_take_over(
		who: T::AccountId,
		act: Act,
		id: ProposalId,
		verdict: Verdict,
	) -> DispatchResult {
		let proposal = Proposals::<T>::get(id).ok_or(Error::<T>::ProposalNotFound)?;
		let TakeOverProposal { take_over, district, preparation, .. } = &proposal;
		let (district, prepared_under) = (*district, preparation.mandate);
		let officer = Self::officer(&who, Power::Decide, district)
			.or_else(|_| Self::officer(&who, Power::RecordExisting, district))?;
		Self::ensure_version(&act, 0)?;
		Self::ensure_act(&act, TAKE_OVER, district, Effect::AtOnce)?;
		Self::ensure_apart(prepared_under, &officer)?;
		ensure!(!Self::has_lapsed(&proposal)?, Error::<T>::ProposalLapsed);
		Self::note(&act, &who, Some(&officer))?;
		Self::forget_proposal(id, district);

		let mandate = officer.mandate;
		if verdict == Verdict::Reject {
			Self::deposit_event(Event::TakeOverRejected { proposal: id, prepared_under, mandate });
			return Ok(());
		}
		Self::ensure_day_has_come(&act, &preparation.act)?;
		let mut case = Self::taken_over(district, take_over)?;
		Self::ensure_officer_is_apart(&who, &case)?;
		case.reserve()?;
		case.record.entered_under = Some(prepared_under);
		Self::count(&case, |figures| one_more(&mut figures.received));
		let change = ApplicationChange::TakenOver {
			proposal: id,
			take_over: take_over.clone(),
			prepared_under,
		};
		case.store(Some(&act), Some(mandate), change)
	}

	pub(crate) fn do_withdraw_take_over(who: T::AccountId, id: ProposalId) -> DispatchResult {
		let proposal = Proposals::<T>::get(id).ok_or(Error::<T>::ProposalNotFound)?;
		let is_maker = Self::is_maker(&who, proposal.preparation.mandate);
		ensure!(is_maker || Self::has_lapsed(&proposal)?, Error::<T>::NotTheMaker);
		Self::forget_proposal(id, proposal.district);
		Self::deposit_event(Event::TakeOverWithdrawn { proposal: id });
		Ok(())
	}

	/// The application that a take-over makes, which is not written yet.
	fn taken_over(district: District, take_over: &TakeOver) -> Result<Case<T>, DispatchError> {
		let TakeOver { kind, version, handed_in_at, complete_at, was_extended, .. } = *take_over;
		let (applicant, site) = (take_over.applicant.clone(), take_over.site);
		let handed_in = Application::submitted(handed_in_at);
		let mut case = Self::new_case(kind, version, district, applicant, site, handed_in)?;
		case.step(|_, terms, now, table| {
			Application::taken_over(terms, handed_in_at, complete_at, was_extended, now, table)
		})?;
		case.record.site_right_attested = take_over.site_right_attested;
		Self::ensure_may_hold(&case)?;
		Ok(case)
	}

	fn has_lapsed(proposal: &TakeOverProposal) -> Result<bool, Error<T>> {
		Self::is_over(T::ProposalPeriod::get(), proposal.made_at, proposal.district)
	}

	fn forget_proposal(id: ProposalId, district: District) {
		Proposals::<T>::remove(id);
		Self::unlist(district, WorkState::TakeOverProposed, id.0);
	}
}
