//! The chain's own constants, each with its reason.

use frame_support::weights::{constants::WEIGHT_REF_TIME_PER_MILLIS, Weight};
use polity_primitives::{traits::Rate, BlockNumber};
use sp_runtime::Perbill;

/// The length of a slot, in milliseconds: each authority's turn to author a block. A live chain
/// cannot change it, so decision record 0002 weighs it.
pub const SLOT_MILLIS: u64 = 1_000;

/// A minute, in blocks.
pub const MINUTES: BlockNumber = 60;
/// An hour, in blocks.
pub const HOURS: BlockNumber = 60 * MINUTES;
/// A day, in blocks.
pub const DAYS: BlockNumber = 24 * HOURS;

/// The length of a session, in blocks: how long a change of authority nodes takes at most, twice
/// over. Long, because the block that rotates has room for nothing else. With the feature
/// `short-sessions`, which is for tests alone, half a minute.
#[cfg(not(feature = "short-sessions"))]
pub const SESSION_LENGTH: BlockNumber = 10 * MINUTES;
/// The length of a session in tests of authorities that come and go, in blocks.
#[cfg(feature = "short-sessions")]
pub const SESSION_LENGTH: BlockNumber = MINUTES / 2;

/// How many blocks back a transaction's era may begin, and so the longest time that a transaction
/// can wait: a little more than an hour.
pub const BLOCK_HASH_COUNT: BlockNumber = 4_096;

/// The execution time of a block: a quarter of the slot, so that the other authorities have
/// imported it before the next one begins to build.
pub const BLOCK_MILLIS: u64 = 250;

/// The weight of a block. Proof size counts for nothing on a chain that no other chain validates.
pub const MAXIMUM_BLOCK_WEIGHT: Weight =
	Weight::from_parts(WEIGHT_REF_TIME_PER_MILLIS.saturating_mul(BLOCK_MILLIS), u64::MAX);

/// The share of a block that ordinary transactions may fill. The rest is for inherents, GRANDPA's
/// reports and the council.
pub const NORMAL_SHARE: Perbill = Perbill::from_percent(80);

/// The longest block, in bytes: room for a runtime upgrade beside a block of transactions.
pub const MAXIMUM_BLOCK_LENGTH: u32 = 4 * 1024 * 1024;

/// The period over which allowances are counted, in blocks.
pub const ALLOWANCE_PERIOD: BlockNumber = MINUTES;

/// How long a motion of the council stays open, in blocks.
pub const MOTION_DURATION: BlockNumber = 7 * DAYS;

/// How many sessions of authority keys are kept to prove an equivocation by: those of a week.
pub const SESSIONS_KEPT: u32 = 7 * DAYS / SESSION_LENGTH;

/// How long a report of an equivocation may wait in the pool, in blocks: as long as its keys are
/// kept.
pub const REPORT_LONGEVITY: BlockNumber = SESSIONS_KEPT.saturating_mul(SESSION_LENGTH);

/// The longest term of a mandate: five years of 365 days, in milliseconds.
pub const MAX_MANDATE_TERM_MILLIS: u64 = 5 * 365 * 86_400_000;

/// The smallest allowance that the council can set: enough, in each period, for a seat to propose
/// and vote on the motion that raises it again.
pub const MINIMUM_RATE: Rate = Rate { ref_time: 100_000_000_000, length: 65_536 };

/// How many applications for permits one block decides by silence, before its transactions. What is due
/// beyond that waits for the next block. Each weighs some six milliseconds, and all of them together less
/// than what transactions leave of a block.
pub const MAX_DUE_PER_BLOCK: u32 = 8;
