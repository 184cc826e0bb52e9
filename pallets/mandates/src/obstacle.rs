//! What stands between an officer and a power, and which of several obstacles is told.

use polity_primitives::{
	ids::District,
	office::{Power, Register},
	time::Instant,
};

use crate::{
	term::Position,
	types::{Mandate, MandateState},
};

/// Why a mandate does not help. In the order in which it is looked at: of several mandates that do
/// not help, the one that came furthest speaks, because it is the one that the officer most likely
/// meant.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Ord, PartialOrd)]
pub enum Obstacle {
	/// It is for another register, or there is none.
	NoMandate,
	/// It does not give the power.
	PowerNotGranted,
	/// It is for another district.
	OutsideDistrict,
	/// It is suspended.
	Suspended,
	/// It is not yet in force.
	NotYetInForce,
	/// It is no longer in force.
	Expired,
	/// Its ministry is suspended or expelled.
	MinistryNotActive,
	/// Its ministry is not the competent one there.
	OutsideCompetence,
	/// The officer's person is not in standing.
	PersonNotInStanding,
}

/// What an officer wants to do.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Question {
	/// In which register.
	pub register: Register,
	/// By which power.
	pub power: Power,
	/// In which district.
	pub district: District,
	/// When.
	pub now: Instant,
}

/// Whether a mandate for one district covers another. A national one covers each, as far as its
/// ministry is competent there, which is asked apart; any other covers itself only.
pub fn covers(mandate: District, asked: District) -> bool {
	mandate == asked || mandate == District::NATIONAL
}

/// What the mandate itself says against it. The ministry, its competence and the officer's person
/// are looked at after this.
pub fn obstacle_of_mandate<AccountId>(
	mandate: &Mandate<AccountId>,
	question: &Question,
) -> Option<Obstacle> {
	if mandate.register != question.register || !mandate.is_held() {
		return Some(Obstacle::NoMandate);
	}
	if !mandate.powers.contains(question.power) {
		return Some(Obstacle::PowerNotGranted);
	}
	if !covers(mandate.district, question.district) {
		return Some(Obstacle::OutsideDistrict);
	}
	if mandate.state == MandateState::Suspended {
		return Some(Obstacle::Suspended);
	}
	match mandate.term.at(question.now) {
		Position::NotYet => Some(Obstacle::NotYetInForce),
		Position::InForce => None,
		Position::Over => Some(Obstacle::Expired),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::term::Term;
	use polity_primitives::{
		ids::{MinistryId, Tag},
		office::{Powers, Signatory},
	};
	use proptest::prelude::*;

	fn mandate(powers: Powers, district: u16, state: MandateState) -> Mandate<u8> {
		let signatory =
			|account: u8| Signatory { account, person: Tag::new([account; 32]).unwrap() };
		Mandate {
			ministry: MinistryId(1),
			officer: signatory(1),
			register: Register::Business,
			powers,
			district: District(district),
			term: Term {
				not_before: Instant::from_millis(10),
				not_after: Instant::from_millis(20),
			},
			proposed_by: signatory(2),
			confirmed_by: Some(signatory(3)),
			state,
		}
	}

	fn question(register: Register, power: Power, district: u16, now: u64) -> Question {
		Question { register, power, district: District(district), now: Instant::from_millis(now) }
	}

	#[test]
	fn obstacle_should_be_the_first_when_several_apply() {
		let powers = Powers::of(&[Power::Examine]);
		let suspended = mandate(powers, 7, MandateState::Suspended);
		let granted = mandate(powers, 7, MandateState::Granted);
		for (mandate, question, obstacle) in [
			(&suspended, question(Register::Land, Power::Decide, 8, 0), Obstacle::NoMandate),
			(
				&suspended,
				question(Register::Business, Power::Decide, 8, 0),
				Obstacle::PowerNotGranted,
			),
			(
				&suspended,
				question(Register::Business, Power::Examine, 8, 0),
				Obstacle::OutsideDistrict,
			),
			(
				&granted,
				question(Register::Business, Power::Examine, 0, 15),
				Obstacle::OutsideDistrict,
			),
			(&suspended, question(Register::Business, Power::Examine, 7, 0), Obstacle::Suspended),
			(&granted, question(Register::Business, Power::Examine, 7, 9), Obstacle::NotYetInForce),
			(&granted, question(Register::Business, Power::Examine, 7, 20), Obstacle::Expired),
		] {
			assert_eq!(obstacle_of_mandate(mandate, &question), Some(obstacle));
		}
		let asked = question(Register::Business, Power::Examine, 7, 10);
		assert_eq!(obstacle_of_mandate(&granted, &asked), None);
		for state in [MandateState::Proposed, MandateState::Revoked, MandateState::Withdrawn] {
			let mandate = mandate(powers, 7, state);
			assert_eq!(obstacle_of_mandate(&mandate, &asked), Some(Obstacle::NoMandate));
		}
	}

	proptest! {
		#[test]
		fn mandate_should_help_exactly_when_all_of_it_covers_the_question(
			held in prop::collection::vec(prop::sample::select(&Power::ALL[..]), 0..4),
			power in prop::sample::select(&Power::ALL[..]),
			register in prop::sample::select(&Register::ALL[..]),
			district in 0u16..3, asked in 0u16..3, now in 0u64..30,
			suspended in any::<bool>(),
		) {
			let state = if suspended { MandateState::Suspended } else { MandateState::Granted };
			let mandate = mandate(Powers::of(&held), district, state);
			let helps = register == Register::Business &&
				held.contains(&power) &&
				(district == 0 || district == asked) &&
				!suspended &&
				(10..20).contains(&now);
			let obstacle = obstacle_of_mandate(&mandate, &question(register, power, asked, now));
			prop_assert_eq!(obstacle.is_none(), helps);
		}
	}
}
