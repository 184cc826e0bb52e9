//! When an authority may vote: a state machine over what is seen, without clock, disk or network.

use std::{fmt, time::Duration};

use polity_primitives::BlockNumber;

use super::marker::Found;

/// How far behind the best block that it has heard of a node may be and still know the chain: blocks
/// that are announced and not imported yet.
const NEARLY_BEST: BlockNumber = 2;

/// A round of GRANDPA. Rounds are counted anew in each set of authorities, so the set comes first in
/// their order.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Round {
	/// The set of authorities.
	pub set_id: u64,
	/// The round in that set.
	pub number: u64,
}

/// Why a guard is closed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Cause {
	/// The folder is a copy: the database may be older than the last vote.
	Copied,
	/// There are blocks and no marker: the database came from elsewhere, or an authority has not run
	/// in this folder before.
	Unmarked,
	/// The database was empty at the start and the network is older.
	Emptied,
}

impl fmt::Display for Cause {
	fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
		formatter.write_str(match self {
			Self::Copied => "the node's folder is a copy of another",
			Self::Unmarked => {
				"no authority has run in this folder before, and there are blocks in it"
			},
			Self::Emptied => {
				"the database was empty at the start, and the network is older than that"
			},
		})
	}
}

/// Whether the authority may vote.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum State {
	/// It may.
	Open,
	/// Not known yet: the database was empty, and so may be the whole network's.
	Undecided,
	/// It may not until the network is past every vote that it can have given.
	Closed(Cause),
}

/// What a node finds when it starts.
#[derive(Clone, Copy, Debug)]
pub struct Start {
	/// The marker in the chain's folder.
	pub found: Found,
	/// Whether the database has blocks after the genesis block.
	pub has_blocks: bool,
	/// Whether the network has no more than one authority.
	pub is_sole: bool,
	/// Whether the operator answers for it: `--vote-at-once`.
	pub at_once: bool,
}

/// What a node sees while it runs.
#[derive(Clone, Copy, Debug)]
pub struct View {
	/// Since the start.
	pub elapsed: Duration,
	/// How many peers it has.
	pub peers: usize,
	/// Its best block.
	pub best: BlockNumber,
	/// The best block that it has heard of.
	pub best_seen: BlockNumber,
	/// Its finalized block.
	pub finalized: BlockNumber,
	/// The round that its voter is in, once there is a voter.
	pub round: Option<Round>,
}

/// The state machine.
#[derive(Clone, Debug)]
pub struct Rules {
	state: State,
	patience: Duration,
	/// The round that finalized a block which was made after the start.
	past: Option<Round>,
	/// Whether the voter was beyond that round at the last look.
	was_beyond: bool,
}

impl Rules {
	/// What follows from the folder. A marker of a folder without blocks says nothing: the database
	/// was removed since.
	pub fn at_start(start: Start, patience: Duration) -> Self {
		let state = match (start.found, start.has_blocks) {
			_ if start.at_once => State::Open,
			(_, false) if start.is_sole => State::Open,
			(_, false) => State::Undecided,
			(Found::Own, true) => State::Open,
			(Found::Copied, true) => State::Closed(Cause::Copied),
			(Found::Nothing, true) => State::Closed(Cause::Unmarked),
		};
		Self { state, patience, past: None, was_beyond: false }
	}

	/// Whether the authority may vote, as far as is known.
	pub fn state(&self) -> State {
		self.state
	}

	/// A block that was made after the start has become final in this round, without the node's vote.
	///
	/// Whatever the authority has voted for before the start, it did so in this round or an earlier
	/// one: to be in a later one it would have had to see this one ended, before the block existed.
	pub fn finalized_since_start(&mut self, round: Round) {
		self.past.get_or_insert(round);
	}

	/// Looks again, and says whether the authority may vote now.
	pub fn look(&mut self, view: &View) -> State {
		match self.state {
			State::Open => {},
			State::Undecided if view.finalized > 0 => self.state = State::Closed(Cause::Emptied),
			State::Undecided => {
				let knows_chain = view.best.saturating_add(NEARLY_BEST) >= view.best_seen;
				if view.elapsed >= self.patience && view.peers > 0 && knows_chain {
					self.state = State::Open;
				}
			},
			State::Closed(_) => {
				let is_beyond =
					matches!((view.round, self.past), (Some(round), Some(past)) if round > past);
				// The set's number moves on a moment before the voter does: seen twice it holds.
				if is_beyond && self.was_beyond {
					self.state = State::Open;
				}
				self.was_beyond = is_beyond;
			},
		}
		self.state
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const PATIENCE: Duration = Duration::from_secs(3);

	const START: Start =
		Start { found: Found::Own, has_blocks: true, is_sole: false, at_once: false };

	/// A node that has caught up with a network without finality.
	const VIEW: View =
		View { elapsed: PATIENCE, peers: 1, best: 5, best_seen: 5, finalized: 0, round: None };

	const FRESH: Start = Start { found: Found::Nothing, has_blocks: false, ..START };
	const COPY: Start = Start { found: Found::Copied, ..START };

	fn rules(start: Start) -> Rules {
		Rules::at_start(start, PATIENCE)
	}

	fn round(set_id: u64, number: u64) -> Round {
		Round { set_id, number }
	}

	fn in_round(set_id: u64, number: u64) -> View {
		View { round: Some(round(set_id, number)), ..VIEW }
	}

	#[test]
	fn guard_should_be_open_when_an_authority_starts_again_in_its_folder() {
		assert_eq!(rules(START).state(), State::Open);
	}

	#[test]
	fn guard_should_be_closed_when_the_folder_is_not_its_own() {
		assert_eq!(rules(COPY).state(), State::Closed(Cause::Copied));
		let unmarked = Start { found: Found::Nothing, ..START };
		assert_eq!(rules(unmarked).state(), State::Closed(Cause::Unmarked));
		// Nobody else could open the guard of a sole authority, and a copy of it is as harmful.
		let sole = Start { is_sole: true, ..COPY };
		assert_eq!(rules(sole).state(), State::Closed(Cause::Copied));
	}

	#[test]
	fn guard_should_be_open_when_the_operator_answers_for_it() {
		for start in [START, COPY, FRESH] {
			assert_eq!(rules(Start { at_once: true, ..start }).state(), State::Open);
		}
	}

	#[test]
	fn guard_should_be_undecided_when_the_database_is_empty() {
		for found in [Found::Own, Found::Copied, Found::Nothing] {
			assert_eq!(rules(Start { found, ..FRESH }).state(), State::Undecided);
		}
		assert_eq!(rules(Start { is_sole: true, ..FRESH }).state(), State::Open);
	}

	#[test]
	fn guard_should_open_when_the_network_is_new() {
		let mut rules = rules(FRESH);
		let early = View { elapsed: PATIENCE / 2, ..VIEW };
		assert_eq!(rules.look(&early), State::Undecided);
		assert_eq!(rules.look(&View { peers: 0, ..VIEW }), State::Undecided);
		assert_eq!(rules.look(&View { best: 1, best_seen: 100, ..VIEW }), State::Undecided);
		assert_eq!(rules.look(&View { best: 98, best_seen: 100, ..VIEW }), State::Open);
		// What becomes final afterwards, it may have voted for.
		assert_eq!(rules.look(&View { finalized: 9, ..VIEW }), State::Open);
	}

	#[test]
	fn guard_should_close_when_an_empty_database_turns_out_to_be_a_lost_one() {
		let mut rules = rules(FRESH);
		let synchronised = View { best: 5000, best_seen: 5000, finalized: 4998, ..VIEW };
		assert_eq!(rules.look(&synchronised), State::Closed(Cause::Emptied));
		assert_eq!(rules.look(&VIEW), State::Closed(Cause::Emptied));
	}

	#[test]
	fn guard_should_stay_closed_when_nothing_new_becomes_final() {
		let mut rules = rules(COPY);
		for number in 1..100 {
			assert_eq!(rules.look(&in_round(1, number)), State::Closed(Cause::Copied));
		}
	}

	#[test]
	fn guard_should_open_only_when_the_voter_is_beyond_the_round_of_a_new_block() {
		let mut rules = rules(COPY);
		rules.finalized_since_start(round(1, 50));
		// A later block does not push the round further away: the voter would never get there.
		rules.finalized_since_start(round(1, 60));
		for number in [10, 49, 50, 50, 51] {
			assert_ne!(rules.look(&in_round(1, number)), State::Open, "round {number}");
		}
		assert_eq!(rules.look(&in_round(1, 52)), State::Open);
		// It does not close again while the process lives.
		assert_eq!(rules.look(&in_round(1, 1)), State::Open);
	}

	#[test]
	fn guard_should_open_when_the_authorities_have_changed_since() {
		let mut rules = rules(COPY);
		rules.finalized_since_start(round(1, 50));
		assert_ne!(rules.look(&in_round(2, 1)), State::Open);
		assert_eq!(rules.look(&in_round(2, 2)), State::Open);
	}

	#[test]
	fn guard_should_stay_closed_when_the_voter_falls_back_between_two_looks() {
		let mut rules = rules(COPY);
		rules.finalized_since_start(round(1, 50));
		assert_ne!(rules.look(&in_round(2, 50)), State::Open);
		assert_ne!(rules.look(&in_round(1, 50)), State::Open);
		assert_ne!(rules.look(&in_round(2, 50)), State::Open);
	}

	#[test]
	fn guard_should_stay_closed_when_there_is_no_voter() {
		let mut rules = rules(COPY);
		rules.finalized_since_start(round(0, 1));
		for _ in 0..3 {
			assert_ne!(rules.look(&VIEW), State::Open);
		}
	}
}
