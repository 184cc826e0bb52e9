//! A title: who owns a basic administrative unit, and what else stands on it.

use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

use crate::error::TitleError;

/// Most units that a whole is counted in.
pub const MAX_TOTAL_UNITS: u32 = 1_000_000_000;
/// Most owners of one unit. More of them hold as a group.
pub const MAX_OWNERS: u32 = 32;
/// Most rights on one unit, the expired ones that nobody cleared among them.
pub const MAX_RIGHTS: u32 = 32;
/// Most mortgages on one unit. One that burdens several shares counts once for each.
pub const MAX_MORTGAGES: u32 = 16;
/// Most notices on one unit, the expired ones that nobody cleared among them.
pub const MAX_NOTICES: u32 = 16;
/// Most restrictions and responsibilities on one unit.
pub const MAX_RESTRICTIONS: u32 = 16;
/// Most who give something up in one act: one for each owner and each mortgage.
pub const MAX_CONSENTERS: u32 = 48;

/// A commitment to what the register does not keep: a deed, an amount.
pub type Digest = [u8; 32];

/// The owners of a unit.
pub type Owners<Party> = BoundedVec<Share<Party>, ConstU32<MAX_OWNERS>>;

/// What one owner has.
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
pub struct Share<Party> {
	/// The owner.
	pub party: Party,
	/// How many of the title's units; not zero.
	pub units: u32,
	/// Whether some of them came with a consent that was given by deed, not on the chain.
	pub by_deed: bool,
}

/// Who has a right, or gives a consent: a party, or a unit through whoever owns it.
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
pub enum Holder<Party, Unit> {
	/// A party.
	#[codec(index = 0)]
	Party(Party),
	/// A unit: the dominant land of an easement.
	#[codec(index = 1)]
	Unit(Unit),
}

/// What a right is (ISO 19152 `LA_Right`). A closed list.
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
pub enum RightKind {
	/// To use the land for rent.
	#[codec(index = 0)]
	Lease,
	/// To use the land and take its fruits.
	#[codec(index = 1)]
	Usufruct,
	/// To live there.
	#[codec(index = 2)]
	Occupation,
	/// To have a building on the land.
	#[codec(index = 3)]
	Superficies,
	/// To use the land by custom.
	#[codec(index = 4)]
	CustomaryUse,
	/// Easement: to pass over the land.
	#[codec(index = 5)]
	RightOfWay,
	/// Easement: to lead pipes or cables through the land.
	#[codec(index = 6)]
	Conduit,
	/// Easement: to draw or discharge water there.
	#[codec(index = 7)]
	Water,
	/// Easement: that nothing is built into light or view.
	#[codec(index = 8)]
	LightAndView,
	/// Easement: to build up to or onto what stands there.
	#[codec(index = 9)]
	Support,
}

impl RightKind {
	/// Whether it serves other land: its holder is a unit, and it goes wherever that unit goes.
	pub fn is_easement(self) -> bool {
		match self {
			Self::Lease
			| Self::Usufruct
			| Self::Occupation
			| Self::Superficies
			| Self::CustomaryUse => false,
			Self::RightOfWay | Self::Conduit | Self::Water | Self::LightAndView | Self::Support => {
				true
			},
		}
	}
}

/// What a right is about: all of it but the number of its entry.
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
pub struct RightTerms<Party, Day, Unit> {
	/// What it is.
	pub kind: RightKind,
	/// Who has it: a party, or of an easement the dominant unit.
	pub holder: Holder<Party, Unit>,
	/// The first day that it can be used on.
	pub from: Day,
	/// The last day; none for a right without an end.
	pub to: Option<Day>,
	/// The entry of the right that it derives from, as a sublease does from a lease. None for one
	/// that derives from ownership.
	pub derived_from: Option<u32>,
	/// The deed.
	pub source: Digest,
}

impl<Party, Day: Ord, Unit> RightTerms<Party, Day, Unit> {
	/// Whether the right can be used on this day.
	pub fn is_in_force(&self, day: &Day) -> bool {
		self.from <= *day && !self.is_over(day)
	}

	/// Whether its last day has passed.
	pub fn is_over(&self, day: &Day) -> bool {
		self.to.as_ref().is_some_and(|to| to < day)
	}
}

/// A right on a unit other than ownership and mortgage.
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
pub struct Right<Party, Day, Unit> {
	/// The number of its entry, by which it ranks.
	pub id: u32,
	/// What it is about.
	pub terms: RightTerms<Party, Day, Unit>,
}

/// What a mortgage burdens.
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
pub enum MortgageOn<Party> {
	/// The whole unit.
	#[codec(index = 0)]
	Title,
	/// The share of one owner. It goes with the share.
	#[codec(index = 1)]
	Share(Party),
	/// A right on the unit, by its entry.
	#[codec(index = 2)]
	Right(u32),
}

/// A mortgage. One that burdens several shares, because a burdened share was parted, has an entry for
/// each of them under one number.
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
pub struct Mortgage<Party> {
	/// The number of its entry.
	pub id: u32,
	/// Whom it secures.
	pub creditor: Party,
	/// What it burdens.
	pub on: MortgageOn<Party>,
	/// Its rank on what it burdens: 1 is paid first.
	pub rank: u32,
	/// A commitment to the amount, which the register never has.
	pub amount: Digest,
	/// The deed.
	pub source: Digest,
}

/// Why a notice stands on a title. A closed list.
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
pub enum NoticeKind {
	/// Somebody claims a right and objects to dispositions. Nobody need consent to it; it expires.
	#[codec(index = 0)]
	Caveat,
	/// The owners have promised somebody a right: it keeps its place until the day named.
	#[codec(index = 1)]
	PriorityNotice,
	/// A court has frozen the title.
	#[codec(index = 2)]
	CourtFreeze,
	/// A lawsuit about the title is pending.
	#[codec(index = 3)]
	LisPendens,
}

/// A notice that stands against dispositions.
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
pub struct Notice<Party, Day> {
	/// The number of its entry, by which it ranks.
	pub id: u32,
	/// Why it stands there.
	pub kind: NoticeKind,
	/// For whom, if for a party.
	pub beneficiary: Option<Party>,
	/// Its last day; none for one that stands until it is cancelled.
	pub expires: Option<Day>,
}

impl<Party, Day: Ord> Notice<Party, Day> {
	/// Whether the notice counts on this day. Nobody has to strike an expired one off.
	pub fn is_in_force(&self, today: &Day) -> bool {
		self.expires.as_ref().is_none_or(|expires| today <= expires)
	}
}

/// What a unit is restricted by or its owners are responsible for (ISO 19152 `LA_Restriction`,
/// `LA_Responsibility`). A closed list.
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
pub enum RestrictionKind {
	/// What stands there is a monument.
	#[codec(index = 0)]
	Monument,
	/// Nothing may be built.
	#[codec(index = 1)]
	NoBuilding,
	/// What may be built is limited.
	#[codec(index = 2)]
	LimitedBuilding,
	/// Nature is protected.
	#[codec(index = 3)]
	NatureReserve,
	/// Water is protected.
	#[codec(index = 4)]
	WaterProtection,
	/// The ground is polluted.
	#[codec(index = 5)]
	PollutedGround,
	/// The public may pass.
	#[codec(index = 6)]
	PublicPassage,
	/// Farm land stays farm land.
	#[codec(index = 7)]
	AgriculturalUse,
	/// Responsibility: to maintain a waterway.
	#[codec(index = 8)]
	MaintainWaterway,
	/// Responsibility: to maintain a road or way.
	#[codec(index = 9)]
	MaintainWay,
	/// Responsibility: to maintain a boundary.
	#[codec(index = 10)]
	MaintainBoundary,
	/// Responsibility: to clear vegetation.
	#[codec(index = 11)]
	ClearVegetation,
}

impl RestrictionKind {
	/// Whether it obliges the owners to do something, rather than to let it be.
	pub fn is_responsibility(self) -> bool {
		matches!(
			self,
			Self::MaintainWaterway
				| Self::MaintainWay
				| Self::MaintainBoundary
				| Self::ClearVegetation
		)
	}
}

/// A restriction or responsibility that a unit carries, whoever owns it.
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
pub struct Restriction<Day> {
	/// The number of its entry.
	pub id: u32,
	/// What it is.
	pub kind: RestrictionKind,
	/// Its first day.
	pub from: Day,
	/// Its last day; none for one without an end.
	pub to: Option<Day>,
	/// The deed, order or plan.
	pub source: Digest,
}

impl<Day: Ord> Restriction<Day> {
	/// Whether it counts on this day.
	pub fn is_in_force(&self, day: &Day) -> bool {
		self.from <= *day && !self.is_over(day)
	}

	/// Whether its last day has passed.
	pub fn is_over(&self, day: &Day) -> bool {
		self.to.as_ref().is_some_and(|to| to < day)
	}
}

/// All that stands on one basic administrative unit (ISO 19152 `LA_BAUnit` and its `LA_RRR`).
///
/// The fields are plain, so that a register can store and show them; [`Title::check`] says whether
/// they fit each other, and every act asks it. Entries of all kinds are numbered in the order of
/// their arrival, and no number is given out twice.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Title<Party, Day, Unit> {
	/// How many units the whole has; at least 1, at most [`MAX_TOTAL_UNITS`].
	pub total_units: u32,
	/// Who owns how many of them, by party, one entry each; empty while nobody knows.
	pub owners: Owners<Party>,
	/// The other rights, by entry.
	pub rights: BoundedVec<Right<Party, Day, Unit>, ConstU32<MAX_RIGHTS>>,
	/// The mortgages, by entry.
	pub mortgages: BoundedVec<Mortgage<Party>, ConstU32<MAX_MORTGAGES>>,
	/// The notices, by entry.
	pub notices: BoundedVec<Notice<Party, Day>, ConstU32<MAX_NOTICES>>,
	/// The restrictions and responsibilities, by entry.
	pub restrictions: BoundedVec<Restriction<Day>, ConstU32<MAX_RESTRICTIONS>>,
	/// The number of the last entry, of any kind.
	pub last_entry: u32,
}

impl<Party: Clone + Ord, Day: Copy + Ord, Unit: Clone + Eq> Title<Party, Day, Unit> {
	/// The title of a unit that is registered for the first time. The shares may come in any order.
	///
	/// # Errors
	/// * [`TitleError::DenominatorZero`], [`TitleError::DenominatorTooLarge`]
	/// * [`TitleError::OwnersUnknown`] - there is no owner.
	/// * [`TitleError::UnitsZero`], [`TitleError::DuplicateOwner`], [`TitleError::SumDiffers`] - the
	///   shares do not make a whole.
	pub fn open(total_units: u32, owners: Owners<Party>) -> Result<Self, TitleError> {
		let title = Self { total_units, owners: canonical(owners), ..Self::unknown() };
		title.ensure_owners_known()?;
		title.check_owners()?;
		Ok(title)
	}

	/// The title of an imported unit whose owners nobody knows, until [`crate::TitleAct::Adopt`].
	pub fn unknown() -> Self {
		Self {
			total_units: 1,
			owners: BoundedVec::new(),
			rights: BoundedVec::new(),
			mortgages: BoundedVec::new(),
			notices: BoundedVec::new(),
			restrictions: BoundedVec::new(),
			last_entry: 0,
		}
	}

	/// Whether nobody knows who the owners are.
	pub fn owners_unknown(&self) -> bool {
		self.owners.is_empty()
	}

	/// How many units a party owns; zero for one that owns none.
	pub fn units_of(&self, party: &Party) -> u32 {
		self.owners.iter().find(|share| share.party == *party).map_or(0, |share| share.units)
	}

	/// The right of this entry.
	pub fn right(&self, id: u32) -> Option<&Right<Party, Day, Unit>> {
		self.rights.iter().find(|right| right.id == id)
	}

	/// The mortgage of this entry, once for each thing that it burdens.
	pub fn mortgage(&self, id: u32) -> impl Iterator<Item = &Mortgage<Party>> {
		self.mortgages.iter().filter(move |mortgage| mortgage.id == id)
	}

	/// The notice of this entry.
	pub fn notice(&self, id: u32) -> Option<&Notice<Party, Day>> {
		self.notices.iter().find(|notice| notice.id == id)
	}

	/// The restriction of this entry.
	pub fn restriction(&self, id: u32) -> Option<&Restriction<Day>> {
		self.restrictions.iter().find(|restriction| restriction.id == id)
	}

	pub(crate) fn ensure_owners_known(&self) -> Result<(), TitleError> {
		if self.owners_unknown() {
			return Err(TitleError::OwnersUnknown);
		}
		Ok(())
	}

	/// Gives out the number of a new entry.
	pub(crate) fn enter(&mut self) -> Result<u32, TitleError> {
		self.last_entry = self.last_entry.checked_add(1).ok_or(TitleError::EntriesExhausted)?;
		Ok(self.last_entry)
	}
}

/// The shares in the one order that they are kept in.
pub(crate) fn canonical<Party: Ord>(mut owners: Owners<Party>) -> Owners<Party> {
	owners.sort_by(|one, other| one.party.cmp(&other.party));
	owners
}
