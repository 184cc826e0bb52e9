//! What every act is checked for: who acts, for whom, and on what the act rests.

use frame_support::{dispatch::DispatchResult, ensure};
use polity_permit_procedure::{PermitTerms, Timetable};
use polity_primitives::{
	act::LegalBasis,
	time::{Calendar, TolledIntervals},
	traits::{
		Acts, CompanyOfficers, Effect, LegalClock, PermitHolder, PermitRegister, Persons, Standing,
	},
	Act, ActKind, Capacity, District, Party, Power, Register, Warrant,
};
use sp_runtime::DispatchError;

use crate::{
	case::Case,
	types::{ordered, ApplicationId, PermitApplication, WorkState},
	Config, Error, Heads, Pallet, WorkLists,
};

/// "Administrative procedure".
pub const PROCEDURE: LegalBasis = LegalBasis(501);
/// "Appeal against a decision".
pub const APPEAL: LegalBasis = LegalBasis(503);
/// "Take-over of running applications and permits".
pub const TAKE_OVER: LegalBasis = LegalBasis(506);
/// "Permits of natural persons".
pub const PERSONAL: LegalBasis = LegalBasis(507);

impl<T: Config> Acts for Pallet<T> {
	const REGISTER: Register = Register::Permits;
	type AccountId = T::AccountId;
	type Clock = T::Clock;
	type Mandates = T::Mandates;
	type Refusal = Error<T>;
}

/// The statute by which an applicant's application is decided.
pub(crate) const fn basis_for(applicant: &PermitHolder) -> LegalBasis {
	match applicant {
		PermitHolder::Party(_) => PROCEDURE,
		PermitHolder::Personal(_) => PERSONAL,
	}
}

/// That an act has a document.
pub(crate) fn ensure_document<T>(act: &Act, error: Error<T>) -> Result<(), Error<T>> {
	if act.documents.is_empty() {
		return Err(error);
	}
	Ok(())
}

/// By what the deadlines of a district are counted.
pub(crate) struct LegalTimes {
	calendar: Calendar,
	tolled: TolledIntervals,
}

impl LegalTimes {
	pub(crate) fn table(&self) -> Timetable<'_> {
		Timetable { calendar: &self.calendar, tolled: &self.tolled }
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn times(district: District) -> LegalTimes {
		LegalTimes {
			calendar: T::Clock::calendar(Register::Permits, district),
			tolled: T::Clock::tolled(),
		}
	}

	/// The version of an application's record.
	pub(crate) fn version(id: ApplicationId) -> u32 {
		Heads::<T>::get(id).unwrap_or_default().seq
	}

	/// Whether an account signs for an applicant now: a person for itself, a person who files for a
	/// company for that.
	pub(crate) fn represents(who: &T::AccountId, applicant: &PermitHolder) -> bool {
		match applicant {
			PermitHolder::Party(Party::Person(person)) => {
				T::Persons::tag_of(Register::Permits, who) == Some(*person)
			},
			PermitHolder::Party(Party::Company(company)) => {
				T::Persons::tag_of(Register::Business, who)
					.is_some_and(|person| T::Officers::files_for(*company, &person))
			},
			PermitHolder::Party(_) | PermitHolder::Personal(_) => false,
		}
	}

	/// That an account signs for an applicant, and its person is in standing.
	pub(crate) fn ensure_represents(
		who: &T::AccountId,
		applicant: &PermitHolder,
	) -> Result<(), Error<T>> {
		ensure!(Self::represents(who, applicant), Error::<T>::NotTheRepresentative);
		let (register, act) = match applicant {
			PermitHolder::Party(Party::Company(_)) => (Register::Business, ActKind::Represent),
			PermitHolder::Party(_) | PermitHolder::Personal(_) => {
				(Register::Permits, ActKind::Apply)
			},
		};
		let person = T::Persons::tag_of(register, who).ok_or(Error::<T>::NotTheRepresentative)?;
		T::Standing::may(register, &Party::Person(person), act, Capacity::Itself)
			.map_err(Error::<T>::from)
	}

	/// That a type and what an applicant is fit each other.
	pub(crate) fn ensure_fits(
		terms: &PermitTerms,
		applicant: &PermitHolder,
	) -> Result<(), Error<T>> {
		let is_personal = matches!(applicant, PermitHolder::Personal(_));
		ensure!(terms.is_personal == is_personal, Error::<T>::ApplicantDoesNotFitType);
		Ok(())
	}

	/// That an applicant may hold the permit: by what the chain sees of it, and of the right in the site
	/// of who is not known by the same name there, by what an officer attests.
	pub(crate) fn ensure_may_hold(case: &Case<T>) -> Result<(), DispatchError> {
		let record = &case.record;
		let is_seen = matches!(
			record.applicant,
			PermitHolder::Party(Party::Company(_) | Party::State(_) | Party::PublicBody(_))
		);
		ensure!(
			is_seen || !case.terms.needs_site() || record.site_right_attested,
			Error::<T>::SiteRightNotAttested
		);
		Self::ensure_may_be_granted(case)
	}

	/// That an applicant may hold the permit now, by what the chain sees. What an officer attests of the
	/// right in the site was, or silence has completed the dossier without that.
	pub(crate) fn ensure_may_be_granted(case: &Case<T>) -> DispatchResult {
		let record = &case.record;
		T::Permits::ensure_may_hold(record.kind, record.version, &record.applicant, record.site)
	}

	/// An application on which an officer of the authority or of a court acts.
	pub(crate) fn for_officer(
		who: &T::AccountId,
		act: &Act,
		id: ApplicationId,
		power: Power,
		effect: Effect,
	) -> Result<(Case<T>, Warrant<T::AccountId>), DispatchError> {
		let case = Case::<T>::load(id)?;
		let warrant = Self::officer(who, power, case.record.district)?;
		let basis = match power {
			Power::FreezeAsCourt => APPEAL,
			_ => basis_for(&case.record.applicant),
		};
		Self::ensure_version(act, Self::version(id))?;
		Self::ensure_officer_is_apart(who, &case)?;
		Self::ensure_act(act, basis, case.record.district, effect)?;
		Self::note(act, who, Some(&warrant))?;
		Ok((case, warrant))
	}

	/// An application on which somebody acts for the applicant: who represents it, or where nobody has
	/// signed for it, an officer at the counter.
	pub(crate) fn for_applicant(
		who: &T::AccountId,
		act: &Act,
		id: ApplicationId,
	) -> Result<(Case<T>, Option<Warrant<T::AccountId>>), DispatchError> {
		let mut case = Case::<T>::load(id)?;
		let officer = if Self::represents(who, &case.record.applicant) {
			Self::ensure_represents(who, &case.record.applicant)?;
			case.record.representative = Some(who.clone());
			None
		} else {
			ensure!(case.record.representative.is_none(), Error::<T>::NotTheRepresentative);
			Some(Self::officer(who, Power::Examine, case.record.district)?)
		};
		Self::ensure_version(act, Self::version(id))?;
		let basis = basis_for(&case.record.applicant);
		Self::ensure_act(act, basis, case.record.district, Effect::AtOnce)?;
		Self::note(act, who, officer.as_ref())?;
		Ok((case, officer))
	}

	/// That an officer who gives something up for the applicant, or appeals for it, has its signed request
	/// in a document, and had no part in the case.
	pub(crate) fn ensure_may_ask_for_applicant(
		case: &Case<T>,
		act: &Act,
		officer: &Warrant<T::AccountId>,
	) -> Result<(), Error<T>> {
		ensure_document(act, Error::<T>::DocumentMissing)?;
		let PermitApplication { case_officer, recommendation, hands, .. } = &case.record;
		let recommended = recommendation.as_ref().map(|found| found.preparation.mandate);
		let parts = [*case_officer, recommended, hands.recommended_under, hands.decided_under];
		for mandate in parts.into_iter().flatten() {
			Self::ensure_apart(mandate, officer)?;
		}
		Ok(())
	}

	/// That an officer is not who signed, or signs, for the applicant.
	pub(crate) fn ensure_officer_is_apart(
		who: &T::AccountId,
		case: &Case<T>,
	) -> Result<(), Error<T>> {
		let has_signed = case.record.representative.as_ref() == Some(who);
		let signs = Self::represents(who, &case.record.applicant);
		ensure!(!has_signed && !signs, Error::<T>::OfficerIsRepresentative);
		Ok(())
	}

	/// Puts something on a list of what waits for somebody.
	pub(crate) fn list(district: District, state: WorkState, id: u64) {
		WorkLists::<T>::insert((district, state), ordered(id), ());
	}

	/// Takes something off a list of what waits for somebody.
	pub(crate) fn unlist(district: District, state: WorkState, id: u64) {
		WorkLists::<T>::remove((district, state), ordered(id));
	}
}
