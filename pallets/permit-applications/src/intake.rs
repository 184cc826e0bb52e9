//! Until a dossier is complete: handed in or entered, returned and handed in again, and withdrawn.

use frame_support::{dispatch::DispatchResult, ensure};
use polity_permit_procedure::{Application, Stage};
use polity_primitives::{
	ids::PermitTypeId,
	traits::{Acts, Effect, Keepers, LegalClock, PermitHolder, PermitRegister},
	Act, Commitment, District, MandateId, Power, Register, UnitNumber,
};
use sp_runtime::DispatchError;

use crate::{
	acts::{basis_for, ensure_document},
	case::Case,
	figures::one_more,
	types::{ApplicationChange, ApplicationId, Hands, PermitApplication},
	Commitments, Config, Error, Pallet,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_apply(
		who: T::AccountId,
		act: Act,
		kind: PermitTypeId,
		applicant: PermitHolder,
		site: Option<UnitNumber>,
	) -> DispatchResult {
		Self::ensure_represents(&who, &applicant)?;
		let mut case = Self::handed_in(kind, applicant, site)?;
		Self::ensure_version(&act, 0)?;
		let basis = basis_for(&case.record.applicant);
		Self::ensure_act(&act, basis, case.record.district, Effect::AtOnce)?;
		Self::note(&act, &who, None)?;
		case.record.representative = Some(who);
		Self::receive(case, &act, None)
	}

	pub(crate) fn do_enter(
		who: T::AccountId,
		act: Act,
		kind: PermitTypeId,
		applicant: PermitHolder,
		site: Option<UnitNumber>,
	) -> DispatchResult {
		let mut case = Self::handed_in(kind, applicant, site)?;
		let officer = Self::officer(&who, Power::Examine, case.record.district)?;
		Self::ensure_version(&act, 0)?;
		Self::ensure_officer_is_apart(&who, &case)?;
		let basis = basis_for(&case.record.applicant);
		Self::ensure_act(&act, basis, case.record.district, Effect::AtOnce)?;
		Self::note(&act, &who, Some(&officer))?;
		case.record.entered_under = Some(officer.mandate);
		Self::receive(case, &act, Some(officer.mandate))
	}

	/// An application that is handed in now, by the version of the type that is in force.
	fn handed_in(
		kind: PermitTypeId,
		applicant: PermitHolder,
		site: Option<UnitNumber>,
	) -> Result<Case<T>, DispatchError> {
		let district = T::Permits::district(kind).ok_or(Error::<T>::TypeNotFound)?;
		let version = T::Permits::version_in_force(kind).ok_or(Error::<T>::TypeNotInForce)?;
		let application = Application::submitted(T::Clock::now());
		let case = Self::new_case(kind, version, district, applicant, site, application)?;
		let record = &case.record;
		T::Permits::ensure_may_hold(kind, version, &record.applicant, site)?;
		Ok(case)
	}

	/// A new application by a version of a type, which is not written yet.
	pub(crate) fn new_case(
		kind: PermitTypeId,
		version: u32,
		district: District,
		applicant: PermitHolder,
		site: Option<UnitNumber>,
		application: Application,
	) -> Result<Case<T>, Error<T>> {
		let terms = T::Permits::terms(kind, version).ok_or(Error::<T>::TypeNotFound)?;
		Self::ensure_fits(&terms, &applicant)?;
		let authority = T::Keepers::keeper(Register::Permits, district);
		let record = PermitApplication {
			kind,
			version,
			district,
			authority: authority.ok_or(Error::<T>::NoAuthority)?,
			applicant,
			site,
			representative: None,
			entered_under: None,
			case_officer: None,
			application,
			site_right_attested: false,
			recommendation: None,
			hands: Hands::default(),
			judgment: None,
			permit: None,
			due: None,
		};
		let case = Case::new(record, terms)?;
		case.ensure_alone()?;
		case.ensure_commitment_is_new()?;
		Ok(case)
	}

	fn receive(case: Case<T>, act: &Act, mandate: Option<MandateId>) -> DispatchResult {
		ensure_document(act, Error::<T>::DocumentMissing)?;
		Self::count(&case, |figures| one_more(&mut figures.received));
		let record = &case.record;
		let change = ApplicationChange::Submitted {
			kind: record.kind,
			type_version: record.version,
			applicant: record.applicant.clone(),
			site: record.site,
			representative: record.representative.clone(),
		};
		case.store(Some(act), mandate, change)
	}

	pub(crate) fn do_settle_fee(who: T::AccountId, act: Act, id: ApplicationId) -> DispatchResult {
		let (mut case, officer) =
			Self::for_officer(&who, &act, id, Power::Examine, Effect::AtOnce)?;
		case.step(|application, terms, now, _| application.fee_settled(terms, now))?;
		case.store(Some(&act), Some(officer.mandate), ApplicationChange::FeeSettled)
	}

	pub(crate) fn do_return_dossier(
		who: T::AccountId,
		act: Act,
		id: ApplicationId,
	) -> DispatchResult {
		let (mut case, officer) =
			Self::for_officer(&who, &act, id, Power::Examine, Effect::AtOnce)?;
		ensure_document(&act, Error::<T>::DocumentMissing)?;
		case.step(Application::returned)?;
		case.record.recommendation = None;
		case.store(Some(&act), Some(officer.mandate), ApplicationChange::Returned)
	}

	pub(crate) fn do_resubmit(who: T::AccountId, act: Act, id: ApplicationId) -> DispatchResult {
		let (mut case, officer) = Self::for_applicant(&who, &act, id)?;
		ensure_document(&act, Error::<T>::DocumentMissing)?;
		case.step(|application, _, now, _| application.resubmitted(now))?;
		// What was recommended was so for another dossier.
		case.record.recommendation = None;
		let mandate = officer.map(|warrant| warrant.mandate);
		case.store(Some(&act), mandate, ApplicationChange::Resubmitted)
	}

	pub(crate) fn do_complete(
		who: T::AccountId,
		act: Act,
		id: ApplicationId,
		site_right_attested: bool,
	) -> DispatchResult {
		let (mut case, officer) =
			Self::for_officer(&who, &act, id, Power::Examine, Effect::AtOnce)?;
		case.step(Application::complete)?;
		case.record.site_right_attested = site_right_attested;
		Self::ensure_may_hold(&case)?;
		case.reserve()?;
		case.record.case_officer = Some(officer.mandate);
		case.record.recommendation = None;
		let change = ApplicationChange::Completed { site_right_attested };
		case.store(Some(&act), Some(officer.mandate), change)
	}

	pub(crate) fn do_take_case(who: T::AccountId, act: Act, id: ApplicationId) -> DispatchResult {
		let (mut case, officer) =
			Self::for_officer(&who, &act, id, Power::Examine, Effect::AtOnce)?;
		ensure!(!case.record.application.has_ended(), Error::<T>::Ended);
		let mandate = officer.mandate;
		ensure!(case.record.case_officer != Some(mandate), Error::<T>::AlreadyTheCaseOfficer);
		case.record.case_officer = Some(mandate);
		case.record.recommendation = None;
		case.store(Some(&act), Some(mandate), ApplicationChange::CaseTaken)
	}

	pub(crate) fn do_recommit(
		who: T::AccountId,
		act: Act,
		id: ApplicationId,
		commitment: Commitment,
	) -> DispatchResult {
		let (mut case, officer) =
			Self::for_officer(&who, &act, id, Power::Examine, Effect::AtOnce)?;
		let application = &case.record.application;
		// Where a refusal is appealed against that followed an overturned permit, the court needs it, too.
		let is_open = !application.has_ended() || application.has_open_appeal();
		ensure!(is_open, Error::<T>::Ended);
		let PermitHolder::Personal(holder) = &mut case.record.applicant else {
			return Err(Error::<T>::ApplicantDoesNotFitType.into());
		};
		ensure_document(&act, Error::<T>::DocumentMissing)?;
		let is_spent = Commitments::<T>::get(holder.commitment).is_some_and(|used| used.is_spent);
		ensure!(is_spent, Error::<T>::NothingOverturned);
		holder.commitment = commitment;
		case.ensure_commitment_is_new()?;
		case.note_commitment();
		// What was recommended was so for another commitment.
		case.record.recommendation = None;
		let change = ApplicationChange::Recommitted { commitment };
		case.store(Some(&act), Some(officer.mandate), change)
	}

	pub(crate) fn do_withdraw(who: T::AccountId, act: Act, id: ApplicationId) -> DispatchResult {
		let (mut case, officer) = Self::for_applicant(&who, &act, id)?;
		if let Some(officer) = &officer {
			Self::ensure_may_ask_for_applicant(&case, &act, officer)?;
		}
		let had_place = case.record.application.stage == Stage::InReview;
		case.step(|application, _, now, _| application.withdrawn(now))?;
		if had_place {
			case.release();
		}
		case.record.recommendation = None;
		Self::count(&case, |figures| one_more(&mut figures.withdrawn));
		let mandate = officer.map(|warrant| warrant.mandate);
		case.store(Some(&act), mandate, ApplicationChange::Withdrawn)
	}
}
