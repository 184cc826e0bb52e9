//! The traits through which the pallets see each other. None depends on another pallet's `Config`.

mod acts;
mod companies;
mod land;
mod permits;

pub use acts::*;
pub use companies::*;
pub use land::*;
pub use permits::*;

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{dispatch::DispatchResult, traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::DispatchError;

use crate::{
	act::{Act, RequestScope},
	ids::{District, MandateId, MinistryId, Tag},
	office::{CompetenceKind, Power, Register, Signatory, Warrant},
	party::{ActKind, Capacity, Party, StandingError},
	record::RecordedAt,
	time::{Calendar, CalendarDate, Instant, TolledIntervals},
};

/// The most keys that a council seat can have.
pub const MAX_SEAT_KEYS: u32 = 16;
/// The longest public name of a ministry, in bytes of UTF-8.
pub const MAX_MINISTRY_NAME_BYTES: u32 = 64;

/// The clock of the law: the block's time, calendars, and what was tolled. Kept by `governance`.
pub trait LegalClock {
	/// The time of the current block.
	fn now() -> Instant;
	/// The calendar that a register keeps in a district: the district's, or else the country's.
	fn calendar(register: Register, district: District) -> Calendar;
	/// The intervals in which no legal clock ran.
	fn tolled() -> TolledIntervals;
	/// The legal day of the current block in a register and district.
	fn today(register: Register, district: District) -> CalendarDate;
	/// Block, time and legal day of what is recorded now.
	fn recorded_at(register: Register, district: District) -> RecordedAt;
}

/// Who may do what for which ministry. Kept by `mandates`.
pub trait MandateAuthority<AccountId> {
	/// The warrant under which an account may use a power in a register and district now.
	///
	/// # Errors
	/// A named error of `mandates`: no mandate, not yet or no longer in force, power or district
	/// not covered, ministry not competent, person not in standing.
	fn ensure_mandate(
		who: &AccountId,
		register: Register,
		power: Power,
		district: District,
	) -> Result<Warrant<AccountId>, DispatchError>;

	/// The warrant that a mandate was granted by, whatever has become of it since: what the work of
	/// an earlier officer is compared with. None for a mandate that was never granted.
	///
	/// Records keep the mandate's id and not the warrant: a warrant names the officer's tag of the
	/// public office register, which must not stand beside a tag of another register.
	fn warrant(mandate: MandateId) -> Option<Warrant<AccountId>>;

	/// Checks what an act says of itself (legal basis, rule version) and notes its request id, so
	/// that it cannot be repeated.
	///
	/// # Errors
	/// A named error of `mandates`: unknown legal basis, another rule version, repeated request.
	fn note_act(scope: RequestScope<AccountId>, register: Register, act: &Act) -> DispatchResult;

	/// Makes an account an officer with every power in a register, for benchmarks.
	#[cfg(feature = "runtime-benchmarks")]
	fn grant_for_benchmark(who: &AccountId, person: Tag, register: Register, district: District);

	/// The same for an officer of another ministry, who speaks for courts and notaries alone, for
	/// benchmarks.
	#[cfg(feature = "runtime-benchmarks")]
	fn grant_elsewhere_for_benchmark(
		who: &AccountId,
		person: Tag,
		register: Register,
		district: District,
	) {
		Self::grant_for_benchmark(who, person, register, district);
	}
}

/// Persons by tag. Kept by `identity`.
pub trait Persons<AccountId> {
	/// The tag that an account controls in a register.
	fn tag_of(register: Register, account: &AccountId) -> Option<Tag>;
	/// The account that controls a tag, if it has one.
	fn controller_of(register: Register, tag: &Tag) -> Option<AccountId>;
	/// Whether a person is enrolled, alive, not frozen and not merged into another tag.
	///
	/// # Errors
	/// The [`StandingError`] that applies.
	fn standing(register: Register, tag: &Tag) -> Result<(), StandingError>;
	/// Whether an account controls a tag of any register: what makes it a citizen's account.
	fn is_controller(account: &AccountId) -> bool;

	/// Enrols a person, for benchmarks.
	#[cfg(feature = "runtime-benchmarks")]
	fn enrol_for_benchmark(register: Register, tag: Tag, controller: Option<AccountId>);
}

/// What a party may do. Each register answers for its own kind of party; the runtime joins them.
pub trait Standing {
	/// Whether a party may do a kind of act in a capacity. The register says whose tags
	/// [`Party::Person`] is read by.
	///
	/// # Errors
	/// The [`StandingError`] that applies.
	fn may(
		register: Register,
		party: &Party,
		act: ActKind,
		capacity: Capacity,
	) -> Result<(), StandingError>;
}

/// Ministries, their seats and their nodes. Kept by `ministries`.
pub trait MinistryLookup<AccountId> {
	/// Whether a ministry is admitted and neither suspended nor expelled.
	fn is_active(ministry: MinistryId) -> bool;
	/// The ministry and the person behind one key of a council seat.
	fn seat_key(account: &AccountId) -> Option<(MinistryId, Signatory<AccountId>)>;
	/// The ministry whose seat votes by this account: the seat's joint account.
	fn seat(account: &AccountId) -> Option<MinistryId>;
	/// Whether an account is a seat, a seat's key or a node, and so cannot be an officer's.
	fn is_taken(account: &AccountId) -> bool;

	/// Admits a ministry with this id and two seat keys, for benchmarks.
	#[cfg(feature = "runtime-benchmarks")]
	fn admit_for_benchmark(ministry: MinistryId, keys: [Signatory<AccountId>; 2]);
}

/// Whether an account is an officer's, and for which ministry. Kept by `mandates`.
pub trait OfficerLookup<AccountId> {
	/// The ministry that an account has a mandate of which is neither revoked nor refused. A mandate
	/// that is not in force still counts: the call says so by name, where the pool could not.
	fn officer_of(account: &AccountId) -> Option<MinistryId>;
}

/// A new ministry, as the council admits it.
#[derive(
	Clone,
	Debug,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(bound(serialize = "AccountId: Serialize", deserialize = "AccountId: Deserialize<'de>"))]
pub struct NewMinistry<AccountId> {
	/// Its public name, in UTF-8: an organisation's, never a person's.
	pub name: BoundedVec<u8, ConstU32<MAX_MINISTRY_NAME_BYTES>>,
	/// The keys of its council seat, each with the person who holds it.
	pub seat: BoundedVec<Signatory<AccountId>, ConstU32<MAX_SEAT_KEYS>>,
	/// How many of the keys must sign together.
	pub threshold: u16,
	/// The account of its authority node, if it runs one. The node's session keys are set by that
	/// account.
	pub node: Option<AccountId>,
}

/// What the council decides about ministries. Kept by `ministries`, called by `governance` only.
pub trait MinistryAdministration<AccountId> {
	/// Admits a ministry.
	fn admit(ministry: NewMinistry<AccountId>) -> DispatchResult;
	/// Suspends a ministry: its seat does not vote, its officers do not act, its node leaves.
	fn suspend(ministry: MinistryId) -> DispatchResult;
	/// Ends a suspension.
	fn reinstate(ministry: MinistryId) -> DispatchResult;
	/// Replaces a ministry's authority node, also where the floor allows none to leave.
	fn replace_node(ministry: MinistryId, old: Option<AccountId>, new: AccountId)
		-> DispatchResult;
	/// Replaces the keys of a ministry's seat.
	fn replace_seat(
		ministry: MinistryId,
		seat: BoundedVec<Signatory<AccountId>, ConstU32<MAX_SEAT_KEYS>>,
		threshold: u16,
	) -> DispatchResult;
	/// Expels a ministry for good. Its id is never used again.
	fn expel(ministry: MinistryId) -> DispatchResult;
	/// Sets when a node that leaves its slots empty is stood down, or with none, that none ever is.
	fn set_absence_rule(rule: Option<AbsenceRule>) -> DispatchResult;

	/// Fills the register but for one place. Returns a ministry that every decision can be taken
	/// on, its node, and a node that can replace it; for benchmarks.
	#[cfg(feature = "runtime-benchmarks")]
	fn prepare_for_benchmark() -> (MinistryId, Option<AccountId>, AccountId);
}

/// When an authority node that leaves its slots empty is stood down: taken out of the authorities,
/// without a motion, until its ministry says that it is back. Its ministry's seat goes on voting.
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
	Serialize,
	Deserialize,
)]
pub struct AbsenceRule {
	/// The share of its slots that a node must have missed in a session for the session to count, in
	/// percent, from 1 to 100.
	pub missed_percent: u8,
	/// How many such sessions, one after another, from 1 on.
	pub sessions: u8,
}

/// What the council decides about competences. Kept by `mandates`, called by `governance` only.
pub trait CompetenceAdministration {
	/// Makes a ministry competent, or with none, nobody.
	fn set_competence(
		register: Register,
		district: District,
		kind: CompetenceKind,
		ministry: Option<MinistryId>,
	) -> DispatchResult;
}

/// Whom an allowance is for.
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
	Serialize,
	Deserialize,
)]
pub enum RateClass {
	/// A key of a council seat, or the seat's joint account.
	#[codec(index = 0)]
	Seat,
	/// An officer.
	#[codec(index = 1)]
	Officer,
	/// A person who controls a tag.
	#[codec(index = 2)]
	Person,
	/// All officers and seat keys of one ministry together.
	#[codec(index = 3)]
	Ministry,
}

/// What a signer may use in one period.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct Rate {
	/// Execution time, in picoseconds of weight.
	pub ref_time: u64,
	/// Length of transactions, in bytes.
	pub length: u64,
}

/// What class a signer is in.
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
pub enum SignerClass {
	/// A key of a ministry's council seat, or the seat's joint account.
	#[codec(index = 0)]
	Seat(MinistryId),
	/// A ministry's officer.
	#[codec(index = 1)]
	Officer(MinistryId),
	/// A person who controls a tag, or a ministry's authority node.
	#[codec(index = 2)]
	Person,
}

/// The class of each signer. The runtime joins it from `ministries`, `mandates` and `identity`.
pub trait SignerClasses<AccountId> {
	/// The class of an account, or none for a stranger.
	fn class_of(account: &AccountId) -> Option<SignerClass>;

	/// An officer's account, the class with the most rows to read, for benchmarks.
	#[cfg(feature = "runtime-benchmarks")]
	fn officer_for_benchmark() -> AccountId;
}

/// What the council decides about allowances. Kept by `allowances`, called by `governance` only.
pub trait RateAdministration {
	/// Sets what a class may use in one period.
	fn set_rate(class: RateClass, rate: Rate) -> DispatchResult;
}

/// Joint accounts of council seats: the account that `threshold` of `keys` control together.
pub trait JointAccount<AccountId> {
	/// The account; `keys` in any order.
	fn of(keys: Vec<AccountId>, threshold: u16) -> AccountId;
}
