//! What every act is checked for, and how what it did is recorded.

use frame_support::ensure;
use polity_primitives::{
	ids::MandateId,
	record,
	traits::{Acts, Companies, CompanyPhase, CompanyProfile, LegalClock, Persons},
	Act, CompanyNumber, District, Head, Party, RecordKind, Register, Warrant,
};

use crate::{
	types::{LawChange, LedgerChange, ShareAct},
	Config, Error, LawEntries, LawHeads, LedgerEntries, LedgerHeads, Pallet,
};

/// The kind of record that the law of this register is about.
pub(crate) const LAW_OF: RecordKind = RecordKind::ShareLedger;

impl<T: Config> Acts for Pallet<T> {
	const REGISTER: Register = Register::Business;
	type AccountId = T::AccountId;
	type Clock = T::Clock;
	type Mandates = T::Mandates;
	type Refusal = Error<T>;
}

impl<T: Config> Pallet<T> {
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
