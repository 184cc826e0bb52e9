//! What the register of officers stores and what its calls take.

pub use polity_primitives::preparation::{Preparation, Verdict, Versioned};

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use polity_primitives::{
	record::Entry,
	time::{CalendarDate, Instant},
	traits::{FoundingBoard, SigningRule},
	CompanyNumber, Party, Power, Tag,
};
use scale_info::TypeInfo;

/// The most officers of one company: in office, or appointed ahead.
pub const MAX_OFFICERS: u32 = 32;

/// The most ids or records that one read returns.
pub const MAX_PAGE: u32 = 64;

/// What an officer is to a company.
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
pub enum Role {
	/// Manages it, and binds it by its signing rule while it is live.
	#[codec(index = 0)]
	Director,
	/// Keeps its books and files for it.
	#[codec(index = 1)]
	Secretary,
	/// Acts for it while it is wound up: a liquidator or an insolvency administrator.
	#[codec(index = 2)]
	Liquidator,
	/// Audits it, and so has no other role in it.
	#[codec(index = 3)]
	Auditor,
	/// Signs for it in what its articles say.
	#[codec(index = 4)]
	AuthorisedSignatory,
}

/// An officer of a company.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Officer {
	/// What it is.
	pub role: Role,
	/// Who: a person by its tag of the business register, or a company as secretary or auditor.
	pub party: Party,
	/// The first day in office.
	pub from: CalendarDate,
	/// The first day that is not in office any more, if there is one.
	pub to: Option<CalendarDate>,
}

/// The officers of one company.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct BoardRecord {
	/// Those in office and those appointed ahead, in the order of their appointment. One whose term
	/// is over stays until the next change and does not count.
	pub officers: BoundedVec<Officer, ConstU32<MAX_OFFICERS>>,
	/// How its directors sign for it.
	pub signing: SigningRule,
}

/// As what two officers of the state change a board.
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
pub enum Authority {
	/// As the registrar: one examines, the other decides.
	#[codec(index = 0)]
	Registrar,
	/// As a court: both speak for it.
	#[codec(index = 1)]
	Court,
}

impl Authority {
	/// The power that the officer needs who prepares the change.
	pub const fn maker_power(self) -> Power {
		match self {
			Self::Registrar => Power::Examine,
			Self::Court => Power::FreezeAsCourt,
		}
	}

	/// The power that the officer needs who decides it.
	pub const fn checker_power(self) -> Power {
		match self {
			Self::Registrar => Power::Decide,
			Self::Court => Power::FreezeAsCourt,
		}
	}
}

/// A change of a company's board.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum BoardChange {
	/// Somebody becomes an officer.
	#[codec(index = 0)]
	Appoint(Officer),
	/// Somebody ceases to be one.
	#[codec(index = 1)]
	Remove {
		/// What it is.
		role: Role,
		/// Who.
		party: Party,
		/// The first day that is not in office any more.
		on: CalendarDate,
	},
	/// The directors sign in another way.
	#[codec(index = 2)]
	SetSigning(SigningRule),
	/// An imported company, whose source did not say who manages it, gets its board.
	#[codec(index = 3)]
	Adopt(FoundingBoard),
}

/// What was prepared.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Matter {
	/// A change of a company's board.
	#[codec(index = 0)]
	Board {
		/// The company.
		company: CompanyNumber,
		/// The change.
		change: BoardChange,
		/// As what the officers act.
		authority: Authority,
	},
	/// A court bars a person from the management of companies, or ends that.
	#[codec(index = 1)]
	Disqualification {
		/// The person, by its tag of the business register.
		person: Tag,
		/// The first day on which it may manage again; none to end the bar.
		until: Option<CalendarDate>,
	},
}

/// Something that was prepared and that nobody has decided yet.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Proposal {
	/// What was prepared.
	pub matter: Matter,
	/// The version of the record that it was prepared on.
	pub version: u32,
	/// Who prepared it, and by what act.
	pub preparation: Preparation,
	/// When.
	pub made_at: Instant,
}

/// What an entry of a board's record says.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum BoardEntry {
	/// The company was founded with this board.
	#[codec(index = 0)]
	Founded(FoundingBoard),
	/// The board changed.
	#[codec(index = 1)]
	Changed {
		/// The change.
		change: BoardChange,
		/// As what the officers acted.
		authority: Authority,
		/// How it was prepared.
		preparation: Preparation,
	},
	/// An officer has resigned.
	#[codec(index = 2)]
	Resigned {
		/// What it was.
		role: Role,
		/// Who.
		person: Tag,
	},
	/// The company goes on with the board of one that was converted into it.
	#[codec(index = 3)]
	Passed {
		/// The company that was converted.
		from: CompanyNumber,
		/// The board.
		board: BoardRecord,
	},
}

/// What an entry of a disqualification's record says.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct DisqualificationEntry {
	/// The first day on which the person may manage again; none where the bar was ended.
	pub until: Option<CalendarDate>,
	/// How it was prepared.
	pub preparation: Preparation,
}

/// One version of a board's record.
pub type BoardHistory = Entry<CompanyNumber, BoardEntry>;

/// A company's resolution on a matter, by those who have endorsed it.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Resolution {
	/// Who has endorsed it, each once.
	pub endorsed_by: BoundedVec<Tag, ConstU32<MAX_OFFICERS>>,
	/// When the first of them did.
	pub opened_at: Instant,
}
