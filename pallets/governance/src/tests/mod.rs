//! Unit tests, by call and by what the clock does.

mod clock;
mod enact;
mod genesis;
mod motions;

pub(crate) use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
pub(crate) use polity_primitives::{
	time::{
		Calendar, CalendarDate, Instant, LocalOffset, TolledInterval, WeekendDays,
		MAX_TOLLED_INTERVALS,
	},
	traits::LegalClock,
	District, MinistryId, Register, Signatory, Tag,
};

pub(crate) use crate::{mock::*, pallet::*, types::*};

/// A calendar that differs from the initial one by its offset.
pub(crate) fn calendar(minutes_east: i16) -> Calendar {
	let offset = LocalOffset::from_minutes_east(minutes_east).unwrap();
	Calendar::without_holidays(offset, WeekendDays::FRIDAY_SATURDAY)
}

/// An interval by its ends in milliseconds.
pub(crate) fn interval(from: u64, to: u64) -> TolledInterval {
	TolledInterval::try_new(Instant::from_millis(from), Instant::from_millis(to)).unwrap()
}

/// Enacts an act with three of four votes.
pub(crate) fn enact(act: CouncilAct<AccountId>) -> DispatchResult {
	Governance::enact(council(3), act)
}
