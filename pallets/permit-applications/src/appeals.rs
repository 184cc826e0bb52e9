//! Appeals: filed by who is concerned, prepared and decided by two officers of the court.

use frame_support::{dispatch::DispatchResult, ensure};
use polity_permit_procedure::{Application, Stage};
use polity_primitives::{
	traits::{Acts, Effect, PermitReference, PermitRegister},
	Act, MandateId, Power, Warrant,
};
use sp_runtime::DispatchError;

use crate::{
	acts::APPEAL,
	case::Case,
	figures::one_more,
	types::{
		Appellant, ApplicationChange, ApplicationId, Hands, Judgment, Preparation,
		PreparedJudgment, Verdict,
	},
	Commitments, Config, Error, Pallet,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_appeal(who: T::AccountId, act: Act, id: ApplicationId) -> DispatchResult {
		let mut case = Case::<T>::load(id)?;
		let (appellant, officer) = Self::appellant(&who, &mut case)?;
		Self::ensure_version(&act, Self::version(id))?;
		Self::ensure_act(&act, APPEAL, case.record.district, Effect::AtOnce)?;
		if let (Appellant::Applicant, Some(officer)) = (appellant, &officer) {
			Self::ensure_may_ask_for_applicant(&case, &act, officer)?;
		}
		Self::note(&act, &who, officer.as_ref())?;
		case.step(|application, terms, now, table| {
			application.appealed(terms, appellant, now, table)
		})?;
		Self::count(&case, |figures| one_more(&mut figures.appealed));
		let mandate = officer.map(|warrant| warrant.mandate);
		case.store(Some(&act), mandate, ApplicationChange::Appealed { appellant })
	}

	/// For whom an account appeals, and as which officer.
	fn appellant(
		who: &T::AccountId,
		case: &mut Case<T>,
	) -> Result<(Appellant, Option<Warrant<T::AccountId>>), DispatchError> {
		let record = &mut case.record;
		if Self::represents(who, &record.applicant) {
			Self::ensure_represents(who, &record.applicant)?;
			record.representative = Some(who.clone());
			return Ok((Appellant::Applicant, None));
		}
		if record.representative.is_none() {
			if let Ok(officer) = Self::officer(who, Power::Examine, record.district) {
				return Ok((Appellant::Applicant, Some(officer)));
			}
		}
		let officer = Self::officer(who, Power::FreezeAsCourt, record.district)?;
		Ok((Appellant::ThirdParty, Some(officer)))
	}

	pub(crate) fn do_prepare_judgment(
		who: T::AccountId,
		act: Act,
		id: ApplicationId,
		judgment: Judgment,
	) -> DispatchResult {
		let (mut case, officer) =
			Self::for_officer(&who, &act, id, Power::FreezeAsCourt, Effect::Later)?;
		let application = &case.record.application;
		ensure!(application.has_open_appeal(), Error::<T>::NoAppealOpen);
		let grants = application.decided.is_some_and(|decided| decided.outcome.grants());
		let varies = matches!(judgment, Judgment::Vary { .. });
		ensure!(grants || !varies, Error::<T>::NothingToVary);
		Self::ensure_had_no_hand(&case, &officer)?;
		let mandate = officer.mandate;
		let preparation = Preparation { mandate, act: act.clone() };
		case.record.judgment = Some(PreparedJudgment { judgment: judgment.clone(), preparation });
		case.store(Some(&act), Some(mandate), ApplicationChange::JudgmentPrepared { judgment })
	}

	pub(crate) fn do_decide_appeal(
		who: T::AccountId,
		act: Act,
		id: ApplicationId,
		verdict: Verdict,
	) -> DispatchResult {
		let (mut case, officer) =
			Self::for_officer(&who, &act, id, Power::FreezeAsCourt, Effect::AtOnce)?;
		let prepared = case.record.judgment.take().ok_or(Error::<T>::NothingPrepared)?;
		let PreparedJudgment { judgment, preparation } = prepared;
		Self::ensure_apart(preparation.mandate, &officer)?;
		Self::ensure_had_no_hand(&case, &officer)?;
		let (mandate, prepared_under) = (officer.mandate, preparation.mandate);
		if verdict == Verdict::Reject {
			let change = ApplicationChange::JudgmentRejected { prepared_under };
			return case.store(Some(&act), Some(mandate), change);
		}
		Self::ensure_day_has_come(&act, &preparation.act)?;
		match &judgment {
			Judgment::Uphold => {
				case.step(|application, _, now, _| application.appeal_upheld(now))?;
			},
			Judgment::Overturn => Self::overturn(&mut case, &act, mandate)?,
			Judgment::Vary { valid_to, conditions } => {
				case.step(|application, _, now, _| application.appeal_varied(now))?;
				let permit = case.record.permit.ok_or(Error::<T>::NothingToVary)?;
				T::Permits::vary(permit, *valid_to, conditions.clone(), &act, mandate)?;
				Self::count(&case, |figures| one_more(&mut figures.varied));
			},
		}
		let change = ApplicationChange::AppealDecided { judgment, prepared_under };
		case.store(Some(&act), Some(mandate), change)
	}

	/// Overturns a decision. The permit's place, or a free one, is kept for the decision that follows,
	/// where that is about a complete dossier.
	fn overturn(case: &mut Case<T>, act: &Act, mandate: MandateId) -> DispatchResult {
		case.step(Application::appeal_overturned)?;
		match case.record.permit.take() {
			Some(permit) => {
				T::Permits::overturn(permit, act, mandate)?;
				if let PermitReference::Personal(commitment) = permit {
					Commitments::<T>::mutate_extant(commitment, |used| used.is_spent = true);
				}
			},
			None if case.record.application.stage == Stage::InReview => {
				// Meanwhile it can have got one for the same by another application.
				Self::ensure_may_be_granted(case)?;
				case.reserve()?;
			},
			None => {},
		}
		// Whoever has the case next begins anew.
		case.record.case_officer = None;
		case.record.hands = Hands::default();
		Self::count(case, |figures| one_more(&mut figures.overturned));
		Ok(())
	}

	/// That an officer of the court had no hand in what is appealed against.
	fn ensure_had_no_hand(case: &Case<T>, officer: &Warrant<T::AccountId>) -> Result<(), Error<T>> {
		let Hands { recommended_under, decided_under } = case.record.hands;
		let hands = recommended_under.into_iter().chain(decided_under);
		for hand in hands.chain(case.record.entered_under) {
			Self::ensure_apart(hand, officer)?;
		}
		Ok(())
	}
}
