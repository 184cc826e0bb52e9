//! What the register of permits stores and what its calls take.

/// Derives what everything that is stored or told needs.
macro_rules! stored {
	($($item:item)+) => {
		$(
			#[derive(
				Clone,
				Debug,
				Eq,
				PartialEq,
				codec::Encode,
				codec::Decode,
				codec::DecodeWithMemTracking,
				codec::MaxEncodedLen,
				scale_info::TypeInfo,
			)]
			$item
		)+
	};
}

mod kind;
mod permit;
mod personal;
mod proposal;

pub use kind::*;
pub use permit::*;
pub use personal::*;
pub use proposal::*;

pub(crate) use polity_primitives::preparation::{ordered, OrderedId};
pub use polity_primitives::{
	ids::{PermitNumber, PermitTypeId},
	preparation::{Preparation, Verdict, Versioned},
	traits::{Grant, PermitHolder, PermitReference, PersonalHolder},
};

use polity_primitives::act::LegalBasis;

/// "Types of permits".
pub const TYPES: LegalBasis = LegalBasis(502);
/// "Supervision of permits".
pub const SUPERVISION: LegalBasis = LegalBasis(504);
/// "Transfer, renewal and surrender of a permit".
pub const HOLDERS_ACTS: LegalBasis = LegalBasis(505);
/// "Take-over of running applications and permits".
pub const TAKE_OVER: LegalBasis = LegalBasis(506);
/// "Permits of natural persons".
pub const PERSONAL: LegalBasis = LegalBasis(507);

/// The most ids or records that one read returns.
pub const MAX_PAGE: u32 = 64;
/// The most permits that have ended whose places one block gives back. What is left waits for the next.
pub const MAX_ENDINGS_PER_BLOCK: u32 = 32;

/// The most renewals that an appeal follows to the permit that is running: as many terms of a permit do not
/// pass before it is judged.
pub const MAX_RENEWALS_FOLLOWED: u32 = 16;
/// The most running permits that pass with a merger or a conversion of their holder.
pub const MAX_SUCCESSION: u32 = 10;
/// The most permits that are looked at to tell whether a holder has what a type demands, all prerequisites
/// and theirs together. What is beyond counts as lacking.
pub const MAX_PERMITS_LOOKED_AT: u32 = 16;
/// The longest chain of types of which each demands the next.
pub const MAX_PREREQUISITE_DEPTH: u32 = 4;
/// The most types that one demands, directly and over others, each path counted.
pub const MAX_TYPES_DEMANDED: u32 = 16;

/// Why officers suspend or revoke a permit.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	codec::Encode,
	codec::Decode,
	codec::DecodeWithMemTracking,
	codec::MaxEncodedLen,
	scale_info::TypeInfo,
)]
pub enum Reason {
	/// A condition was not met.
	#[codec(index = 0)]
	ConditionBreached,
	/// What an inspection has found was not put right.
	#[codec(index = 1)]
	DefectNotCured,
	/// The holder has not what the type demands any more.
	#[codec(index = 2)]
	PrerequisiteLost,
	/// The permit was used for what it does not permit, or against the law.
	#[codec(index = 3)]
	Misuse,
	/// It was obtained by false statements.
	#[codec(index = 4)]
	FalseStatements,
	/// It endangers life, health or the environment.
	#[codec(index = 5)]
	PublicSafety,
	/// What is owed for it is not paid.
	#[codec(index = 6)]
	FeeUnpaid,
	/// A court has ordered it.
	#[codec(index = 7)]
	CourtOrder,
	/// The holder, who has no account to give it up itself, has asked for it.
	#[codec(index = 8)]
	AskedByHolder,
}

/// What waits for somebody: the lists that [`crate::Pallet::work_list`] reads.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	codec::Encode,
	codec::Decode,
	codec::DecodeWithMemTracking,
	codec::MaxEncodedLen,
	scale_info::TypeInfo,
)]
pub enum WorkState {
	/// Proposals that wait for another officer, by their ids.
	#[codec(index = 0)]
	ProposalOpen,
	/// Permits of which the holder has asked for something that no officer has decided, by their whole
	/// numbers.
	#[codec(index = 1)]
	RequestOpen,
}
