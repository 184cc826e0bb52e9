//! What companies resolve: the hash of a matter, endorsed by those who may bind them.

use alloc::vec::Vec;
use frame_support::{dispatch::DispatchResult, ensure};
use polity_primitives::{
	traits::{Acts, Companies, CompanyProfile, Effect, LegalClock},
	Act, CompanyNumber, Party, Tag,
};
use sp_core::{Get, H256};

use crate::{
	acts::RESOLUTION, rules, types::Resolution, Boards, Config, Error, Event, Pallet, Resolutions,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_endorse(
		who: T::AccountId,
		act: Act,
		company: CompanyNumber,
		matter: H256,
	) -> DispatchResult {
		let (person, profile) = Self::endorser(&who, &act, company)?;
		let board = Boards::<T>::get(company).ok_or(Error::<T>::MayNotEndorse)?;
		let today = Self::today(profile.district);
		ensure!(rules::endorses(&board, &person, today, profile.phase), Error::<T>::MayNotEndorse);
		ensure!(Self::barred_until(&person, today).is_none(), Error::<T>::PersonDisqualified);
		let known = Resolutions::<T>::get(company, matter);
		let lapsed = match &known {
			Some(resolution) => Self::resolution_has_lapsed(resolution, &profile)?,
			None => true,
		};
		// One that has lapsed begins anew.
		let mut resolution = known
			.filter(|_| !lapsed)
			.unwrap_or(Resolution { endorsed_by: Default::default(), opened_at: T::Clock::now() });
		ensure!(!resolution.endorsed_by.contains(&person), Error::<T>::AlreadyEndorsed);
		resolution.endorsed_by.try_push(person).map_err(|_| Error::<T>::TooManyEndorsements)?;
		Self::note(&act, &who, None)?;

		Resolutions::<T>::insert(company, matter, resolution);
		let is_resolved = Self::is_resolved(company, &matter);
		Self::deposit_event(Event::MatterEndorsed { company, matter, person, is_resolved });
		Ok(())
	}

	pub(crate) fn do_withdraw_endorsement(
		who: T::AccountId,
		act: Act,
		company: CompanyNumber,
		matter: H256,
	) -> DispatchResult {
		let (person, _) = Self::endorser(&who, &act, company)?;
		let mut resolution =
			Resolutions::<T>::get(company, matter).ok_or(Error::<T>::NotEndorsed)?;
		ensure!(resolution.endorsed_by.contains(&person), Error::<T>::NotEndorsed);
		Self::note(&act, &who, None)?;

		resolution.endorsed_by.retain(|endorser| *endorser != person);
		if resolution.endorsed_by.is_empty() {
			Resolutions::<T>::remove(company, matter);
		} else {
			Resolutions::<T>::insert(company, matter, resolution);
		}
		let is_resolved = Self::is_resolved(company, &matter);
		Self::deposit_event(Event::EndorsementWithdrawn { company, matter, person, is_resolved });
		Ok(())
	}

	pub(crate) fn do_clear_resolution(company: CompanyNumber, matter: H256) -> DispatchResult {
		let resolution =
			Resolutions::<T>::get(company, matter).ok_or(Error::<T>::ResolutionNotFound)?;
		let profile = T::Companies::profile(company).ok_or(Error::<T>::CompanyNotFound)?;
		ensure!(Self::resolution_has_lapsed(&resolution, &profile)?, Error::<T>::ResolutionRunning);
		Resolutions::<T>::remove(company, matter);
		Self::deposit_event(Event::ResolutionCleared { company, matter });
		Ok(())
	}

	/// The person who signs, in standing, and a company that somebody acts for.
	fn endorser(
		who: &T::AccountId,
		act: &Act,
		company: CompanyNumber,
	) -> Result<(Tag, CompanyProfile), Error<T>> {
		let person = Self::person(who)?;
		let profile = Self::living(company)?;
		// A matter is a hash, and no record: it has no version.
		Self::ensure_version(act, 0)?;
		Self::ensure_act(act, RESOLUTION, profile.district, Effect::AtOnce)?;
		Self::ensure_may_represent(&Party::Person(person))?;
		Ok((person, profile))
	}

	fn resolution_has_lapsed(
		resolution: &Resolution,
		profile: &CompanyProfile,
	) -> Result<bool, Error<T>> {
		Self::is_over(T::ResolutionPeriod::get(), resolution.opened_at, profile.district)
	}

	/// Whether a company has resolved on a matter: by those of its endorsers who may bind it today, who
	/// are in standing and not barred. One who has left since does not count any more.
	pub(crate) fn is_resolved(company: CompanyNumber, matter: &H256) -> bool {
		let Ok(profile) = Self::profile(company) else { return false };
		let Some(resolution) = Resolutions::<T>::get(company, matter) else { return false };
		let Some(board) = Boards::<T>::get(company) else { return false };
		if Self::resolution_has_lapsed(&resolution, &profile) != Ok(false) {
			return false;
		}
		let today = Self::today(profile.district);
		let persons: Vec<Tag> = resolution
			.endorsed_by
			.into_iter()
			.filter(|person| Self::barred_until(person, today).is_none())
			.filter(|person| Self::ensure_may_represent(&Party::Person(*person)).is_ok())
			.collect();
		rules::binds(&board, &persons, today, profile.phase)
	}
}
