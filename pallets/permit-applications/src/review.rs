//! While the clock runs: questions, the extension, opinions, and the decision.

use frame_support::{dispatch::DispatchResult, ensure};
use polity_permit_procedure::{Application, DecidedByOfficers, Opinion, Stage, StatedConditions};
use polity_primitives::{
	time::CalendarDate,
	traits::{Acts, Effect, Grant, MandateAuthority, PermitRegister},
	Act, MandateId, MinistryId, Power, Warrant,
};
use sp_runtime::DispatchError;

use crate::{
	acts::{basis_for, ensure_document},
	case::Case,
	figures::one_more,
	types::{
		ApplicationChange, ApplicationId, Decision, Hands, Preparation, ReasonCode, Recommendation,
		ServiceFigures, Verdict,
	},
	Config, Error, Pallet,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_ask(who: T::AccountId, act: Act, id: ApplicationId) -> DispatchResult {
		let (mut case, officer) =
			Self::for_officer(&who, &act, id, Power::Examine, Effect::AtOnce)?;
		ensure_document(&act, Error::<T>::DocumentMissing)?;
		case.step(|application, _, now, table| application.asked(now, table))?;
		case.store(Some(&act), Some(officer.mandate), ApplicationChange::Asked)
	}

	pub(crate) fn do_answer(who: T::AccountId, act: Act, id: ApplicationId) -> DispatchResult {
		let (mut case, officer) = Self::for_applicant(&who, &act, id)?;
		ensure_document(&act, Error::<T>::DocumentMissing)?;
		case.step(Application::answered)?;
		let mandate = officer.map(|warrant| warrant.mandate);
		case.store(Some(&act), mandate, ApplicationChange::Answered)
	}

	pub(crate) fn do_extend(who: T::AccountId, act: Act, id: ApplicationId) -> DispatchResult {
		let (mut case, officer) =
			Self::for_officer(&who, &act, id, Power::Examine, Effect::AtOnce)?;
		ensure_document(&act, Error::<T>::ReasonsMissing)?;
		case.step(Application::extended)?;
		case.store(Some(&act), Some(officer.mandate), ApplicationChange::Extended)
	}

	pub(crate) fn do_give_opinion(
		who: T::AccountId,
		act: Act,
		id: ApplicationId,
		ministry: MinistryId,
		opinion: Opinion,
	) -> DispatchResult {
		let mut case = Case::<T>::load(id)?;
		let was_asked = case.record.application.referral_to(ministry).is_some();
		let register = case.terms.register_of(ministry).filter(|_| was_asked);
		let register = register.ok_or(Error::<T>::NotReferred)?;
		let district = case.record.district;
		let officer = T::Mandates::ensure_mandate(&who, register, Power::Examine, district)?;
		ensure!(officer.ministry == ministry, Error::<T>::NotOfReferredMinistry);
		Self::ensure_version(&act, Self::version(id))?;
		Self::ensure_officer_is_apart(&who, &case)?;
		Self::ensure_act(&act, basis_for(&case.record.applicant), district, Effect::AtOnce)?;
		Self::note(&act, &who, Some(&officer))?;
		case.step(|application, _, now, table| {
			application.with_opinion(ministry, opinion, now, table)
		})?;
		let change = ApplicationChange::OpinionGiven { ministry, opinion };
		case.store(Some(&act), Some(officer.mandate), change)
	}

	pub(crate) fn do_recommend(
		who: T::AccountId,
		act: Act,
		id: ApplicationId,
		decision: Decision,
	) -> DispatchResult {
		let (mut case, officer) = Self::for_officer(&who, &act, id, Power::Examine, Effect::Later)?;
		let mandate = officer.mandate;
		let has_case = case.record.case_officer.is_none_or(|found| found == mandate);
		ensure!(has_case, Error::<T>::NotTheCaseOfficer);
		Self::ensure_can_be_decided(&case, &act, &decision)?;
		if matches!(decision, Decision::Grant { .. }) {
			Self::ensure_may_be_granted(&case)?;
		}
		case.record.case_officer = Some(mandate);
		let preparation = Preparation { mandate, act: act.clone() };
		case.record.recommendation =
			Some(Recommendation { decision: decision.clone(), preparation });
		case.store(Some(&act), Some(mandate), ApplicationChange::Recommended { decision })
	}

	/// That a decision fits where the application stands, that silence has not decided before, and that it
	/// has its reasons.
	fn ensure_can_be_decided(
		case: &Case<T>,
		act: &Act,
		decision: &Decision,
	) -> Result<(), Error<T>> {
		let application = &case.record.application;
		ensure!(!application.has_ended(), Error::<T>::Ended);
		let is_in_review = application.stage == Stage::InReview;
		let due = application.due_step(&case.terms, case.now, case.table());
		ensure!(due.map_err(Error::<T>::from)?.is_none(), Error::<T>::PeriodOver);
		match decision {
			Decision::Grant { valid_from, valid_to, .. } => {
				ensure!(is_in_review, Error::<T>::WrongStage);
				let first = Self::first_day(case, *valid_from)?;
				ensure!(valid_to.is_none_or(|to| to > first), Error::<T>::EndsBeforeItBegins);
			},
			Decision::Refuse(_) => {
				ensure!(is_in_review, Error::<T>::WrongStage);
				ensure_document(act, Error::<T>::ReasonsMissing)?;
			},
			Decision::Decline(_) => {
				ensure!(!is_in_review, Error::<T>::WrongStage);
				ensure_document(act, Error::<T>::ReasonsMissing)?;
			},
		}
		Ok(())
	}

	/// The first day of a permit that is granted today.
	fn first_day(
		case: &Case<T>,
		valid_from: Option<CalendarDate>,
	) -> Result<CalendarDate, Error<T>> {
		let today = Self::today(case.record.district);
		let first = valid_from.unwrap_or(today);
		ensure!(first >= today, Error::<T>::ValidFromPast);
		Ok(first)
	}

	pub(crate) fn do_decide(
		who: T::AccountId,
		act: Act,
		id: ApplicationId,
		verdict: Verdict,
	) -> DispatchResult {
		let (mut case, officer) = Self::for_officer(&who, &act, id, Power::Decide, Effect::AtOnce)?;
		let recommendation =
			case.record.recommendation.take().ok_or(Error::<T>::NothingRecommended)?;
		let Recommendation { decision, preparation } = recommendation;
		Self::ensure_decider_is_apart(&case, preparation.mandate, &officer)?;
		let (mandate, prepared_under) = (officer.mandate, preparation.mandate);
		if verdict == Verdict::Reject {
			let change = ApplicationChange::RecommendationRejected { prepared_under };
			return case.store(Some(&act), Some(mandate), change);
		}
		Self::ensure_day_has_come(&act, &preparation.act)?;
		case.record.hands =
			Hands { recommended_under: Some(prepared_under), decided_under: Some(mandate) };
		match decision {
			Decision::Grant { valid_from, valid_to, conditions } => {
				let first = Self::first_day(&case, valid_from)?;
				Self::ensure_may_be_granted(&case)?;
				Self::grant(case, &act, mandate, prepared_under, first, valid_to, conditions)
			},
			Decision::Refuse(reason) => Self::refuse(case, &act, mandate, prepared_under, reason),
			Decision::Decline(reason) => {
				ensure_document(&act, Error::<T>::ReasonsMissing)?;
				case.step(Application::declined)?;
				Self::count(&case, |figures| one_more(&mut figures.declined));
				let change = ApplicationChange::Declined { reason, prepared_under };
				case.store(Some(&act), Some(mandate), change)
			},
		}
	}

	/// That who decides has neither recommended it, nor has the case, nor entered the application.
	fn ensure_decider_is_apart(
		case: &Case<T>,
		recommended_under: MandateId,
		officer: &Warrant<T::AccountId>,
	) -> Result<(), Error<T>> {
		let record = &case.record;
		for maker in record.case_officer.into_iter().chain(record.entered_under) {
			if maker != recommended_under {
				Self::ensure_apart(maker, officer)?;
			}
		}
		Self::ensure_apart(recommended_under, officer)
	}

	fn grant(
		mut case: Case<T>,
		act: &Act,
		mandate: MandateId,
		prepared_under: MandateId,
		valid_from: CalendarDate,
		valid_to: Option<CalendarDate>,
		conditions: StatedConditions,
	) -> DispatchResult {
		let outcome = if conditions.is_empty() {
			DecidedByOfficers::Granted
		} else {
			DecidedByOfficers::GrantedOnConditions
		};
		Self::decide_in_review(&mut case, outcome)?;
		let grant = Self::grant_of(&case, valid_from, valid_to, conditions.clone());
		let permit = T::Permits::grant(grant, Some((act, mandate)))?;
		case.record.permit = Some(permit);
		let change =
			ApplicationChange::Granted { permit, valid_from, valid_to, conditions, prepared_under };
		case.store(Some(act), Some(mandate), change)
	}

	/// What is granted to the applicant.
	pub(crate) fn grant_of(
		case: &Case<T>,
		valid_from: CalendarDate,
		valid_to: Option<CalendarDate>,
		conditions: StatedConditions,
	) -> Grant<StatedConditions> {
		let record = &case.record;
		Grant {
			kind: record.kind,
			version: record.version,
			holder: record.applicant.clone(),
			site: record.site,
			valid_from,
			valid_to,
			conditions,
		}
	}

	fn refuse(
		mut case: Case<T>,
		act: &Act,
		mandate: MandateId,
		prepared_under: MandateId,
		reason: ReasonCode,
	) -> DispatchResult {
		ensure_document(act, Error::<T>::ReasonsMissing)?;
		Self::decide_in_review(&mut case, DecidedByOfficers::Refused)?;
		case.release();
		let change = ApplicationChange::Refused { reason, prepared_under };
		case.store(Some(act), Some(mandate), change)
	}

	/// Decides on a complete dossier, and counts it.
	fn decide_in_review(
		case: &mut Case<T>,
		outcome: DecidedByOfficers,
	) -> Result<(), DispatchError> {
		let is_late = case.record.application.is_late(case.now, case.table());
		let is_late = is_late.map_err(Error::<T>::from)?;
		case.step(|application, terms, now, table| {
			application.decided(terms, outcome, now, table)
		})?;
		Self::count_decision(case, |figures: &mut ServiceFigures| {
			one_more(if is_late {
				&mut figures.decided_late
			} else {
				&mut figures.decided_in_time
			});
		})?;
		Ok(())
	}
}
