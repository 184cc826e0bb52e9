//! Why an act on a title is refused.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Why an act on a title is refused. Nothing has changed then: an act answers with the whole new
/// title, or with one of these.
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
pub enum TitleError {
	/// The whole would be counted in no unit. Give at least one.
	#[codec(index = 0)]
	DenominatorZero,
	/// The whole would be counted in more than 1,000,000,000 units. Choose a smaller denominator.
	#[codec(index = 1)]
	DenominatorTooLarge,
	/// The shares do not add up to the whole. State all of them.
	#[codec(index = 2)]
	SumDiffers,
	/// A share or a transfer is of no unit. State how many.
	#[codec(index = 3)]
	UnitsZero,
	/// A party is named twice among the owners. Add its shares up.
	#[codec(index = 4)]
	DuplicateOwner,
	/// Nobody knows who the owners are, and unknown owners dispose of nothing. Adopt them first.
	#[codec(index = 5)]
	OwnersUnknown,
	/// The owners are known already. Only units of unknown owners are adopted: transfer shares
	/// instead.
	#[codec(index = 6)]
	OwnersKnown,
	/// The party owns no share. Name an owner.
	#[codec(index = 7)]
	NotOwner,
	/// The owner has fewer units. Take at most what it has, or rescale first.
	#[codec(index = 8)]
	NotEnoughUnits,
	/// Both sides of the act are the same party. Name another.
	#[codec(index = 9)]
	SameParty,
	/// There would be more owners than a title can name. Let some hold as a group.
	#[codec(index = 10)]
	OwnersFull,
	/// There would be more rights than a title can hold. Clear expired ones first.
	#[codec(index = 11)]
	RightsFull,
	/// There would be more mortgages than a title can hold. Have one discharged first.
	#[codec(index = 12)]
	MortgagesFull,
	/// There would be more notices than a title can hold. Clear expired ones first.
	#[codec(index = 13)]
	NoticesFull,
	/// There would be more restrictions than a title can hold. Clear expired ones first.
	#[codec(index = 14)]
	RestrictionsFull,
	/// The title has given out every number that an entry can have.
	#[codec(index = 15)]
	EntriesExhausted,
	/// The title has no such entry. Read its entries again.
	#[codec(index = 16)]
	EntryNotFound,
	/// A factor multiplies by two or more. Give such a factor.
	#[codec(index = 17)]
	FactorTooSmall,
	/// The whole would be counted in more than 1,000,000,000 units. Choose a smaller factor.
	#[codec(index = 18)]
	RescaleOverflow,
	/// A caveat stands against the act. Wait until it expires, or have its beneficiary cancel it.
	#[codec(index = 19)]
	CaveatStands,
	/// A priority notice for somebody else stands against the act. Wait until it expires, or have its
	/// beneficiary cancel it.
	#[codec(index = 20)]
	PriorityNoticeStands,
	/// A court has frozen the title. Obtain its order.
	#[codec(index = 21)]
	CourtFreezeStands,
	/// A lawsuit about the title is pending. Wait for its end, or obtain the court's order.
	#[codec(index = 22)]
	LisPendensStands,
	/// Only a court, or the authority that the law names, can order this, and none has. Obtain its
	/// order.
	#[codec(index = 23)]
	CourtOrderMissing,
	/// Somebody who gives something up has not consented. Obtain the consent of all that
	/// [`consenters`](crate::consenters()) names.
	#[codec(index = 24)]
	ConsentMissing,
	/// The entry cites no deed, or a mortgage no amount: the digest is all zero. Commit to it.
	#[codec(index = 25)]
	SourceMissing,
	/// The last day is before the first. Correct the term.
	#[codec(index = 26)]
	EndBeforeStart,
	/// The right begins before or ends after the one that it derives from. Keep it within that.
	#[codec(index = 27)]
	BeyondBase,
	/// The last day of the right has passed. It cannot be used, passed on or burdened any more.
	#[codec(index = 28)]
	RightExpired,
	/// The last day is before today. Name a later one.
	#[codec(index = 29)]
	AlreadyExpired,
	/// The entry's last day has not passed. Only expired entries are cleared.
	#[codec(index = 30)]
	StillInForce,
	/// A mortgage or another right stands on the right. Have those discharged, surrendered or cleared
	/// first.
	#[codec(index = 31)]
	RightBurdened,
	/// An easement serves a unit, not a party. Name the dominant unit.
	#[codec(index = 32)]
	EasementWithoutUnit,
	/// Only an easement is held by a unit. Name a party.
	#[codec(index = 33)]
	HolderNotParty,
	/// The dominant unit of the easement is the servient one. Name another.
	#[codec(index = 34)]
	EasementOnItself,
	/// An easement goes with its dominant unit alone: it is not assigned, mortgaged or sublet.
	#[codec(index = 35)]
	EasementFollowsUnit,
	/// The receiver's own share would fall under mortgages on the share that it receives. Have them
	/// discharged first, or have the receiver's share burdened alike.
	#[codec(index = 36)]
	MortgageWouldSpread,
	/// A caveat or priority notice is for somebody. Name the beneficiary.
	#[codec(index = 37)]
	BeneficiaryMissing,
	/// A caveat or priority notice stands for a time. Name its last day.
	#[codec(index = 38)]
	ExpiryMissing,
	/// A unit is divided into two or more, and at most 64. Give such a number.
	#[codec(index = 39)]
	ChildrenOutOfBounds,
	/// The shares are not in the order of their parties. No sequence of acts leads there: the state
	/// has to be mended.
	#[codec(index = 40)]
	OwnersUnordered,
	/// The ranks of the mortgages on one thing are not 1 to n. No sequence of acts leads there: the
	/// state has to be mended.
	#[codec(index = 41)]
	RankGap,
	/// Two entries have one number, or one that was not given out, or they are not in order. No
	/// sequence of acts leads there: the state has to be mended.
	#[codec(index = 42)]
	EntriesInconsistent,
	/// An entry stands on something that is not there: a share or right without an entry. No sequence
	/// of acts leads there: the state has to be mended.
	#[codec(index = 43)]
	DanglingEntry,
}

/// Why units are not joined.
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
pub enum JoinError {
	/// Two or more units are joined, and at most 64. Name such a number.
	#[codec(index = 0)]
	PartsOutOfBounds,
	/// A unit is named twice. Name each once.
	#[codec(index = 1)]
	DuplicatePart,
	/// The units do not have the same owners. Transfer shares first.
	#[codec(index = 2)]
	OwnersDiffer,
	/// The units have the same owners with other shares. Transfer units first.
	#[codec(index = 3)]
	SharesDiffer,
	/// The units do not carry the same mortgages in the same ranks. Have them discharged, or extended
	/// to all of the units.
	#[codec(index = 4)]
	MortgagesConflict,
	/// One of the units has an easement on another. Surrender it first: nobody has an easement on
	/// his own land.
	#[codec(index = 5)]
	EasementBetween,
	/// A title by itself is broken, has unknown owners, or has a notice that stands against it; or the
	/// titles together have more entries than one can hold.
	#[codec(index = 6)]
	Title(TitleError),
}

impl From<TitleError> for JoinError {
	fn from(error: TitleError) -> Self {
		Self::Title(error)
	}
}
