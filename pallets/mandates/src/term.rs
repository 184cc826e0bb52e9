//! When a mandate is in force.
//!
//! A term is two instants that a seat names. It is no period that runs, so nothing tolls it: an
//! outage of the network must not lengthen anybody's powers.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::time::Instant;
use scale_info::TypeInfo;

/// From when until when a mandate is in force: from `not_before`, and no longer at `not_after`.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Term {
	/// The first instant at which the mandate is in force.
	pub not_before: Instant,
	/// The first instant at which it no longer is.
	pub not_after: Instant,
}

/// Why a mandate cannot be granted for a term.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum TermError {
	/// It would end before it begins, or at once.
	EndsBeforeItBegins,
	/// It is over already.
	AlreadyOver,
	/// It is longer than a term can be.
	TooLong,
}

/// Where an instant lies in a term.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Position {
	/// Before it.
	NotYet,
	/// In it.
	InForce,
	/// After it.
	Over,
}

impl Term {
	/// Whether a mandate can be granted at `now` for this term, when the longest one has
	/// `longest_millis` milliseconds.
	///
	/// # Errors
	/// The first [`TermError`] that applies.
	pub fn check(&self, now: Instant, longest_millis: u64) -> Result<(), TermError> {
		let length = self
			.not_after
			.checked_millis_since(self.not_before)
			.filter(|length| *length > 0)
			.ok_or(TermError::EndsBeforeItBegins)?;
		if self.at(now) == Position::Over {
			return Err(TermError::AlreadyOver);
		}
		if length > longest_millis {
			return Err(TermError::TooLong);
		}
		Ok(())
	}

	/// Where an instant lies.
	pub fn at(&self, instant: Instant) -> Position {
		if instant >= self.not_after {
			Position::Over
		} else if instant < self.not_before {
			Position::NotYet
		} else {
			Position::InForce
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	fn term(not_before: u64, not_after: u64) -> Term {
		Term {
			not_before: Instant::from_millis(not_before),
			not_after: Instant::from_millis(not_after),
		}
	}

	#[test]
	fn term_should_be_half_open_when_asked_at_its_ends() {
		let term = term(10, 20);
		for (instant, position) in [
			(0, Position::NotYet),
			(9, Position::NotYet),
			(10, Position::InForce),
			(19, Position::InForce),
			(20, Position::Over),
			(u64::MAX, Position::Over),
		] {
			assert_eq!(term.at(Instant::from_millis(instant)), position, "{instant}");
		}
	}

	#[test]
	fn term_should_fail_when_it_is_empty_over_or_too_long() {
		let check = |from, to, now| term(from, to).check(Instant::from_millis(now), 100);
		assert_eq!(check(10, 110, 0), Ok(()));
		assert_eq!(check(10, 110, 109), Ok(()));
		assert_eq!(check(10, 10, 0), Err(TermError::EndsBeforeItBegins));
		assert_eq!(check(10, 9, 0), Err(TermError::EndsBeforeItBegins));
		assert_eq!(check(10, 110, 110), Err(TermError::AlreadyOver));
		assert_eq!(check(10, 111, 0), Err(TermError::TooLong));
		assert_eq!(check(0, u64::MAX, 0), Err(TermError::TooLong));
	}

	proptest! {
		#[test]
		fn term_should_end_within_the_longest_when_it_can_be_granted(
			from in 0u64..1_000, to in 0u64..1_000, now in 0u64..1_000, longest in 0u64..1_000,
		) {
			let granted = term(from, to).check(Instant::from_millis(now), longest).is_ok();
			prop_assert_eq!(granted, from < to && now < to && to - from <= longest);
		}

		#[test]
		fn term_should_be_in_force_for_its_length_when_it_can_be_granted(
			from in 0u64..200, length in 1u64..200,
		) {
			let term = term(from, from + length);
			let in_force = (0..500)
				.filter(|instant| term.at(Instant::from_millis(*instant)) == Position::InForce)
				.count() as u64;
			prop_assert_eq!(in_force, length);
		}

		#[test]
		fn term_should_never_come_back_when_it_is_over(
			from in 0u64..200, length in 1u64..200, earlier in 0u64..500, later in 0u64..500,
		) {
			prop_assume!(earlier <= later);
			let term = term(from, from + length);
			let rank = |instant| match term.at(Instant::from_millis(instant)) {
				Position::NotYet => 0,
				Position::InForce => 1,
				Position::Over => 2,
			};
			prop_assert!(rank(earlier) <= rank(later));
		}
	}
}
