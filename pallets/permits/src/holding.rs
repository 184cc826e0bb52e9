//! Whether a holder has what a type demands, and what a permit is worth for that.

use frame_support::ensure;
use polity_permit_procedure::{
	Bounds, EffectiveStatus, Holding, PermitTerms, Prerequisite, Timetable,
};
use polity_primitives::{
	ids::UnitNumber,
	time::{CalendarDate, Instant},
	traits::{LandRights, LegalClock, PartyAttestations, Standing},
	ActKind, Capacity, Party, Register, StandingError,
};

use crate::{
	types::{PermitRecord, PermitTypeId, MAX_PERMITS_LOOKED_AT},
	Config, Error, Pallet, Permits, Running, RunningAt, Types,
};

/// Whether the chain can see the rights and attestations of a party. A person's tags of other registers
/// must not meet its tag of this one, so that an officer attests what it has.
const fn is_visible(party: &Party) -> bool {
	matches!(party, Party::Company(_) | Party::State(_) | Party::PublicBody(_))
}

impl<T: Config> Pallet<T> {
	/// That a party is of a kind that holds readable permits of a type, and states a site where it is
	/// demanded.
	pub(crate) fn ensure_fits(
		terms: &PermitTerms,
		holder: &Party,
		site: Option<UnitNumber>,
	) -> Result<(), Error<T>> {
		let is_fit = is_visible(holder) || matches!(holder, Party::Person(_));
		ensure!(is_fit && !terms.is_personal, Error::<T>::HolderUnfit);
		ensure!(site.is_some() || !terms.needs_site(), Error::<T>::SiteMissing);
		Ok(())
	}

	/// That no site is stated for a type that demands none: nothing would show that it is one, and each would
	/// let the holder have another permit.
	pub(crate) fn ensure_site_is_demanded(
		terms: &PermitTerms,
		site: Option<UnitNumber>,
	) -> Result<(), Error<T>> {
		ensure!(site.is_none() || terms.needs_site(), Error::<T>::SiteNotAllowed);
		Ok(())
	}

	/// That a holder is there, and has not ended. One that may do nothing for a while keeps what it has.
	pub(crate) fn ensure_exists(holder: &Party) -> Result<(), Error<T>> {
		match T::Standing::may(Register::Permits, holder, ActKind::Acquire, Capacity::Itself) {
			Err(
				gone @ (StandingError::NotFound
				| StandingError::Deceased
				| StandingError::Merged
				| StandingError::Dissolved),
			) => Err(gone.into()),
			_ => Ok(()),
		}
	}

	/// That a holder has no running permit of a type and site.
	pub(crate) fn ensure_no_duplicate(
		kind: PermitTypeId,
		holder: &Party,
		site: Option<UnitNumber>,
	) -> Result<(), Error<T>> {
		let running = RunningAt::<T>::get((holder, kind, site));
		ensure!(running == 0, Error::<T>::DuplicatePermit);
		Ok(())
	}

	/// That a holder has everything that terms demand, and is in standing, which all do.
	///
	/// What can be seen is looked at: rights and attestations of a person are not.
	pub(crate) fn ensure_has_all(
		terms: &PermitTerms,
		holder: &Party,
		site: Option<UnitNumber>,
		at: Instant,
		left: &mut u32,
	) -> Result<(), Error<T>> {
		T::Standing::may(Register::Permits, holder, ActKind::Acquire, Capacity::Itself)
			.map_err(Error::<T>::from)?;
		for prerequisite in &terms.prerequisites {
			match prerequisite {
				Prerequisite::Standing => {},
				Prerequisite::RightInSite => {
					let has = |unit| T::Land::right_in(holder, unit).is_some();
					let is_met = !is_visible(holder) || site.is_some_and(has);
					ensure!(is_met, Error::<T>::RightInSiteMissing);
				},
				Prerequisite::Permit(kind) => {
					let is_met = Self::has_effective(holder, PermitTypeId(*kind), at, left);
					ensure!(is_met, Error::<T>::PermitMissing);
				},
				Prerequisite::Attestation(schema) => {
					let is_met =
						!is_visible(holder) || T::Attestations::is_attested(holder, *schema);
					ensure!(is_met, Error::<T>::AttestationMissing);
				},
			}
		}
		Ok(())
	}

	/// What is known of a holder now.
	pub(crate) fn holding(
		terms: &PermitTerms,
		holder: &Party,
		site: Option<UnitNumber>,
		at: Instant,
		left: &mut u32,
	) -> Holding {
		match Self::ensure_has_all(terms, holder, site, at, left) {
			Ok(()) => Holding::Complete,
			Err(_) => Holding::Lacking,
		}
	}

	/// Whether a holder has a permit of a type that can be used. No more permits are looked at than are
	/// left to look at.
	pub(crate) fn has_effective(
		holder: &Party,
		kind: PermitTypeId,
		at: Instant,
		left: &mut u32,
	) -> bool {
		for number in Running::<T>::iter_key_prefix((holder, kind)) {
			let Some(fewer) = left.checked_sub(1) else { return false };
			*left = fewer;
			let Some(record) = Permits::<T>::get(number) else { continue };
			if Self::status_within(&record, at, left) == Some(EffectiveStatus::Active) {
				return true;
			}
		}
		false
	}

	/// What a permit is worth at an instant: a function of its record, of what its holder has now, and of
	/// the time. None if the instant is after the last day of the calendar.
	pub(crate) fn status_at(record: &PermitRecord, at: Instant) -> Option<EffectiveStatus> {
		let mut left = MAX_PERMITS_LOOKED_AT;
		Self::status_within(record, at, &mut left)
	}

	fn status_within(
		record: &PermitRecord,
		at: Instant,
		left: &mut u32,
	) -> Option<EffectiveStatus> {
		let district = Types::<T>::get(record.kind)?.district;
		let terms = Self::terms_of(record.kind, record.version).ok()?;
		let calendar = T::Clock::calendar(Register::Permits, district);
		let today = calendar.local_date(at)?;
		let holding = Self::holding(&terms, &record.holder, record.site, at, left);
		let tolled = T::Clock::tolled();
		let timetable = Timetable { calendar: &calendar, tolled: &tolled };
		Some(record.permit.effective_status(&terms, today, at, holding, timetable))
	}

	/// Calls a rule with the bounds of a permit: its terms, its holder's right in the site, the calendar.
	pub(crate) fn within_bounds<Answer>(
		terms: &PermitTerms,
		kind: PermitTypeId,
		holder: &Party,
		site: Option<UnitNumber>,
		rule: impl FnOnce(Bounds<'_>) -> Answer,
	) -> Result<Answer, Error<T>> {
		let district = Self::kind(kind)?.district;
		let calendar = T::Clock::calendar(Register::Permits, district);
		let right_ends = Self::right_ends(terms, holder, site);
		Ok(rule(Bounds { terms, right_ends, calendar: &calendar }))
	}

	/// The day from which a holder's right in the site is over, where the type demands one.
	fn right_ends(
		terms: &PermitTerms,
		holder: &Party,
		site: Option<UnitNumber>,
	) -> Option<CalendarDate> {
		let unit = site.filter(|_| terms.needs_site() && is_visible(holder))?;
		T::Land::right_in(holder, unit)?.ends
	}
}
