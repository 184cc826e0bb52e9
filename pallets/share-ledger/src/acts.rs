//! What every act is checked for, and how what it did is recorded.

use frame_support::{dispatch::DispatchResult, ensure};
use polity_primitives::{
	act::LegalBasis,
	ids::MandateId,
	office::ensure_maker_and_checker,
	record,
	time::{CalendarDate, Instant, Period},
	traits::{Companies, CompanyPhase, CompanyProfile, LegalClock, MandateAuthority, Persons},
	Act, CompanyNumber, District, Head, Party, Power, RecordKind, Register, RequestScope, Warrant,
};
use sp_runtime::DispatchError;

use crate::{
	types::{LawChange, LedgerChange, ShareAct},
	Config, Error, LawEntries, LawHeads, LedgerEntries, LedgerHeads, Pallet,
};

/// The kind of record that the law of this register is about.
pub(crate) const LAW_OF: RecordKind = RecordKind::ShareLedger;

/// When an act takes effect.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Effect {
	/// Not by itself: it prepares something.
	Later,
	/// When it is recorded.
	AtOnce,
}

impl<T: Config> Pallet<T> {
	/// The warrant of an officer who uses a power in a district of the business register.
	pub(crate) fn officer(
		who: &T::AccountId,
		power: Power,
		district: District,
	) -> Result<Warrant<T::AccountId>, DispatchError> {
		T::Mandates::ensure_mandate(who, Register::Business, power, district)
	}

	/// The warrant of an officer who had a part in something, whatever has become of the mandate.
	pub(crate) fn warrant(mandate: MandateId) -> Result<Warrant<T::AccountId>, Error<T>> {
		T::Mandates::warrant(mandate).ok_or(Error::<T>::WarrantNotFound)
	}

	/// That two officers are a maker and a checker.
	pub(crate) fn ensure_apart(
		maker: MandateId,
		checker: &Warrant<T::AccountId>,
	) -> Result<(), Error<T>> {
		ensure_maker_and_checker(&Self::warrant(maker)?, checker).map_err(Error::<T>::from)
	}

	/// That two officers are apart, and of two ministries: no ministry alone takes anybody's shares.
	pub(crate) fn ensure_of_two_ministries(
		maker: MandateId,
		checker: &Warrant<T::AccountId>,
	) -> Result<(), Error<T>> {
		Self::ensure_apart(maker, checker)?;
		ensure!(Self::warrant(maker)?.ministry != checker.ministry, Error::<T>::SameMinistry);
		Ok(())
	}

	/// That an officer does not act on what its own account is a party of.
	pub(crate) fn ensure_not_own(
		who: &T::AccountId,
		company: CompanyNumber,
		share_act: &ShareAct,
	) -> Result<(), Error<T>> {
		let Some(own) = T::Persons::tag_of(Register::Business, who) else { return Ok(()) };
		let own = Party::Person(own);
		let is_party = share_act.parties().into_iter().flatten().any(|party| *party == own);
		let is_of_pledge = match share_act.pledge() {
			Some(id) => {
				let pledge = Self::pledge_of(company, id)?;
				[pledge.holder, pledge.pledgee].contains(&own)
			},
			None => false,
		};
		let is_adopted = matches!(share_act, ShareAct::Adopt { holdings, .. }
			if holdings.iter().any(|holding| holding.holder == own));
		ensure!(!is_party && !is_of_pledge && !is_adopted, Error::<T>::OwnMatter);
		Ok(())
	}

	/// A company whose record has effect and that has not ended.
	pub(crate) fn living(company: CompanyNumber) -> Result<CompanyProfile, Error<T>> {
		let profile = T::Companies::profile(company).ok_or(Error::<T>::CompanyNotFound)?;
		ensure!(!profile.is_provisional, Error::<T>::CampaignNotSealed);
		match profile.phase {
			CompanyPhase::StruckOff | CompanyPhase::Ended => Err(Error::<T>::CompanyEnded),
			CompanyPhase::Live | CompanyPhase::Suspended | CompanyPhase::WindingUp => Ok(profile),
		}
	}

	/// That an act was prepared on a version.
	pub(crate) fn ensure_version(act: &Act, version: u32) -> Result<(), Error<T>> {
		ensure!(act.expected_version == version, Error::<T>::StaleVersion);
		Ok(())
	}

	/// That an act rests on the statute that provides for it, and is dated rightly: never back, and
	/// today if it takes effect at once.
	pub(crate) fn ensure_act(
		act: &Act,
		basis: LegalBasis,
		district: District,
		effect: Effect,
	) -> Result<(), Error<T>> {
		ensure!(act.legal_basis == basis, Error::<T>::LegalBasisDoesNotFit);
		let today = Self::today(district);
		ensure!(act.effective_from >= today, Error::<T>::Backdated);
		ensure!(
			act.effective_from <= today || effect == Effect::Later,
			Error::<T>::EffectiveInFuture
		);
		Ok(())
	}

	/// Notes an act of an officer, or of somebody who acts for itself.
	pub(crate) fn note(
		act: &Act,
		who: &T::AccountId,
		officer: Option<&Warrant<T::AccountId>>,
	) -> DispatchResult {
		let scope = match officer {
			Some(warrant) => RequestScope::Ministry(warrant.ministry),
			None => RequestScope::Account(who.clone()),
		};
		T::Mandates::note_act(scope, Register::Business, act)
	}

	/// The legal day in a district.
	pub(crate) fn today(district: District) -> CalendarDate {
		T::Clock::today(Register::Business, district)
	}

	/// When a period ends that began at an instant.
	pub(crate) fn deadline(
		period: Period,
		from: Instant,
		district: District,
	) -> Result<Instant, Error<T>> {
		let calendar = T::Clock::calendar(Register::Business, district);
		period
			.deadline(from, &calendar, &T::Clock::tolled())
			.map_err(|_| Error::<T>::DeadlineOutOfRange)
	}

	/// Whether a period that began at an instant is over.
	pub(crate) fn is_over(
		period: Period,
		from: Instant,
		district: District,
	) -> Result<bool, Error<T>> {
		Ok(T::Clock::now() >= Self::deadline(period, from, district)?)
	}

	/// Whether an account is that of the officer who prepared something.
	pub(crate) fn is_maker(who: &T::AccountId, mandate: MandateId) -> bool {
		T::Mandates::warrant(mandate).is_some_and(|warrant| warrant.officer.account == *who)
	}

	/// The version of a company's record.
	pub(crate) fn version_of(company: CompanyNumber) -> u32 {
		LedgerHeads::<T>::get(company).unwrap_or_default().seq
	}

	/// Records a change of a company's ledger.
	pub(crate) fn record_ledger(
		company: CompanyNumber,
		district: District,
		act: &Act,
		mandate: MandateId,
		change: LedgerChange,
	) -> Result<Head, Error<T>> {
		record::append::<_, _, LedgerHeads<T>, LedgerEntries<T>>(
			RecordKind::ShareLedger,
			&company,
			T::Clock::recorded_at(Register::Business, district),
			Some(act),
			Some(mandate),
			change,
		)
		.map_err(Error::<T>::from)
	}

	/// Records a change of the law of the register.
	pub(crate) fn record_law(
		act: &Act,
		mandate: MandateId,
		change: LawChange,
	) -> Result<Head, Error<T>> {
		record::append::<_, _, LawHeads<T>, LawEntries<T>>(
			RecordKind::RegisterLaw,
			&LAW_OF,
			T::Clock::recorded_at(Register::Business, District::NATIONAL),
			Some(act),
			Some(mandate),
			change,
		)
		.map_err(Error::<T>::from)
	}
}
