//! The acts of the council, and what they name.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{dispatch::DispatchResult, traits::ConstU32, BoundedVec};
use polity_primitives::{
	office::CompetenceKind,
	time::{Calendar, TolledInterval},
	traits::{AbsenceRule, NewMinistry, Rate, RateClass, MAX_SEAT_KEYS},
	District, MinistryId, Register, Signatory,
};
use scale_info::TypeInfo;
use sp_core::H256;

/// The longest name of a pallet or of a call, in bytes.
pub const MAX_CALL_NAME_BYTES: u32 = 64;

/// The most calendars besides the one for everywhere: each register in forty districts.
pub const MAX_CALENDARS: u32 = 256;

/// The longest interval that one motion tolls, and the furthest ahead that it may end: a leap
/// year, in milliseconds. It keeps a slip of the pen from stopping every clock for good.
pub const MAX_MOTION_INTERVAL_MILLIS: u64 = 31_622_400_000;

/// A call, by the names that the metadata gives to its pallet and to itself. The names are plain
/// bytes because pallets and calls have no other identity that outlives an upgrade; only names of
/// calls that exist are accepted, so that nothing else can be written in them.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct CallName {
	/// The pallet, as in `BusinessRegistry`.
	pub pallet: BoundedVec<u8, ConstU32<MAX_CALL_NAME_BYTES>>,
	/// The call, as in `reserve_name`.
	pub call: BoundedVec<u8, ConstU32<MAX_CALL_NAME_BYTES>>,
}

impl CallName {
	/// The name of a call, or none if one of its parts is longer than [`MAX_CALL_NAME_BYTES`].
	pub fn of(pallet: &str, call: &str) -> Option<Self> {
		Some(Self {
			pallet: pallet.as_bytes().to_vec().try_into().ok()?,
			call: call.as_bytes().to_vec().try_into().ok()?,
		})
	}

	/// The name of the pallet as text, or none if it is not UTF-8.
	pub fn pallet(&self) -> Option<&str> {
		core::str::from_utf8(&self.pallet).ok()
	}

	/// The name of the call as text, or none if it is not UTF-8.
	pub fn call(&self) -> Option<&str> {
		core::str::from_utf8(&self.call).ok()
	}
}

/// Where a calendar holds.
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
pub enum CalendarScope {
	/// Wherever no other is set.
	#[codec(index = 0)]
	Everywhere,
	/// In a register, in a district, or with [`District::NATIONAL`] in all that have none of their
	/// own.
	#[codec(index = 1)]
	Register {
		/// The register.
		register: Register,
		/// The district.
		district: District,
	},
}

/// Why clocks stood still.
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
pub enum TollCause {
	/// No block for longer than a running chain lets pass.
	#[codec(index = 0)]
	Outage,
	/// The council decided it.
	#[codec(index = 1)]
	Motion,
}

/// All that the council can decide. The enum is closed: what is not here, nobody can do. No act
/// carries free text besides the public name of a ministry.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum CouncilAct<AccountId> {
	/// Authorises an upgrade of the runtime to the code with this hash. Anybody may then hand in
	/// the code; it is applied only if it is of this chain and of a higher version.
	#[codec(index = 0)]
	AuthoriseUpgrade {
		/// BLAKE2b-256 of the code.
		code_hash: H256,
	},
	/// Pauses a call.
	#[codec(index = 1)]
	PauseCall {
		/// The call.
		call: CallName,
	},
	/// Ends the pause of a call.
	#[codec(index = 2)]
	ResumeCall {
		/// The call.
		call: CallName,
	},
	/// Sets what the signers of a class may use in one period.
	#[codec(index = 3)]
	SetRate {
		/// The class.
		class: RateClass,
		/// What they may use.
		rate: Rate,
	},
	/// Admits a ministry.
	#[codec(index = 4)]
	AdmitMinistry {
		/// The ministry.
		ministry: NewMinistry<AccountId>,
	},
	/// Suspends a ministry: its seat does not vote, its officers do not act, its node leaves.
	#[codec(index = 5)]
	SuspendMinistry {
		/// The ministry.
		ministry: MinistryId,
	},
	/// Ends the suspension of a ministry.
	#[codec(index = 6)]
	ReinstateMinistry {
		/// The ministry.
		ministry: MinistryId,
	},
	/// Expels a ministry for good.
	#[codec(index = 7)]
	ExpelMinistry {
		/// The ministry.
		ministry: MinistryId,
	},
	/// Replaces the authority node of a ministry.
	#[codec(index = 8)]
	ReplaceNode {
		/// The ministry.
		ministry: MinistryId,
		/// The node that it has now, if it has one.
		old: Option<AccountId>,
		/// The node from the next change of authorities on.
		new: AccountId,
	},
	/// Replaces the keys of a ministry's council seat.
	#[codec(index = 9)]
	ReplaceSeat {
		/// The ministry.
		ministry: MinistryId,
		/// The keys from now on.
		seat: BoundedVec<Signatory<AccountId>, ConstU32<MAX_SEAT_KEYS>>,
		/// How many of them must sign together.
		threshold: u16,
	},
	/// Makes a ministry competent in a register and district, or nobody.
	#[codec(index = 10)]
	SetCompetence {
		/// The register.
		register: Register,
		/// The district.
		district: District,
		/// In what role.
		kind: CompetenceKind,
		/// The ministry, or none.
		ministry: Option<MinistryId>,
	},
	/// Tolls all clocks for an interval.
	#[codec(index = 11)]
	TollClocks {
		/// The interval.
		interval: TolledInterval,
	},
	/// Sets a calendar.
	#[codec(index = 12)]
	SetCalendar {
		/// Where it holds.
		scope: CalendarScope,
		/// The calendar.
		calendar: Calendar,
	},
	/// Takes a calendar back, so that the next wider one holds.
	#[codec(index = 13)]
	ClearCalendar {
		/// The register.
		register: Register,
		/// The district.
		district: District,
	},
	/// Sets when an authority node that leaves its slots empty is stood down, or with none, that none is.
	#[codec(index = 14)]
	SetAbsenceRule {
		/// The rule.
		rule: Option<AbsenceRule>,
	},
}

/// Authorises upgrades of the runtime: what else would need Root. The runtime implements it.
pub trait Upgrades {
	/// Authorises the code with this hash, with the checks of its name and version.
	///
	/// # Errors
	/// Those of `frame_system`.
	fn authorise(code_hash: H256) -> DispatchResult;
}

/// Pauses calls. The runtime implements it.
pub trait CallPauses {
	/// Pauses a call. That the call exists and may be paused is checked already.
	///
	/// # Errors
	/// Those of the pallet that keeps the pauses: paused already.
	fn pause(call: &CallName) -> DispatchResult;

	/// Ends a pause.
	///
	/// # Errors
	/// Those of the pallet that keeps the pauses: not paused.
	fn resume(call: &CallName) -> DispatchResult;
}
