//! What the cadastre (parcels and their ground) and the land register (units and the rights in them)
//! tell each other.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{dispatch::DispatchResult, weights::Weight};
use scale_info::TypeInfo;
use sp_runtime::DispatchError;

use crate::{
	act::Act,
	ids::{District, MandateId, ParcelNumber, UnitNumber},
	Hash,
};

/// Whether the ground of a parcel is its own, as a function of its record and its campaign.
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
pub enum ParcelState {
	/// Its ground is its own.
	#[codec(index = 0)]
	Live,
	/// It was imported over ground that is not its own: it has none until that is settled.
	#[codec(index = 1)]
	Disputed,
	/// The campaign that imported it is not sealed. Nobody takes its ground, and it gives no right.
	#[codec(index = 2)]
	Provisional,
	/// It was divided or merged: others have taken its place.
	#[codec(index = 3)]
	Historic,
}

/// Parcels by their numbers. Kept by `land-cadastre`.
pub trait Parcels {
	/// The state and district of a parcel; none if there is no parcel of that number.
	fn parcel(number: ParcelNumber) -> Option<(ParcelState, District)>;

	/// Registers a live parcel, the `nth` of the benchmark, for benchmarks.
	#[cfg(feature = "runtime-benchmarks")]
	fn register_for_benchmark(nth: u32) -> ParcelNumber;
}

/// What a survey does with the ground of a parcel: whom it concerns.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum GroundChange {
	/// All of it stays under the same rights, in other parcels or with another registered area: it
	/// concerns the owners.
	Kept,
	/// Its boundary becomes another, and some of it may be lost: it concerns creditors and holders of
	/// rights, too.
	Redrawn,
}

/// How those whom a survey concerns have agreed to it. Where they have agreed in more than one way,
/// the last of these counts: it is what a reader of the record has to know.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	Eq,
	PartialEq,
	Ord,
	PartialOrd,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Agreed {
	/// On the chain, by their own keys or as companies resolve; or there was nobody to ask.
	#[default]
	#[codec(index = 0)]
	OnChain,
	/// Somebody who has no key by a deed, which a notary of another ministry recorded.
	#[codec(index = 1)]
	ByDeed,
	/// A court ordered it in their place.
	#[codec(index = 2)]
	ByCourtOrder,
}

/// How and by whom ground changes: what the records of the rights on it say of that.
#[derive(Clone, Copy, Debug)]
pub struct DecidedSurvey<'a> {
	/// The act that decides it.
	pub act: &'a Act,
	/// The mandate of the officer who decides it.
	pub mandate: MandateId,
	/// How those whom it concerns have agreed.
	pub agreed: Agreed,
}

/// The rights that stand on parcels. Kept by `land-register`, asked by `land-cadastre` before the
/// ground of a parcel changes, so that a survey changes nobody's rights without those who have them.
pub trait TitledGround {
	/// The unit that a parcel belongs to; none for ground that nobody has registered a right in.
	fn unit_of(parcel: ParcelNumber) -> Option<UnitNumber>;

	/// That the ground of a parcel may change: no caveat, freeze or earlier application stands
	/// against it, and those whom the change concerns have consented to its matter (the hash of the
	/// change), each by its key, a company by its resolution, or who has no key by a deed; or a court
	/// has ordered it. Deed and order are of another ministry than the officers who prepared and
	/// decide the change, whose mandates these are. A parcel without a unit needs no consent. Says
	/// how they have agreed.
	///
	/// # Errors
	/// A named error of `land-register`.
	fn ensure_may_change(
		parcel: ParcelNumber,
		change: GroundChange,
		matter: &Hash,
		officers: [MandateId; 2],
	) -> Result<Agreed, DispatchError>;

	/// Divides a parcel: each child becomes the ground of a unit of its own that carries the rights
	/// of the parent's unit. The caller has asked [`Self::ensure_may_change`].
	///
	/// # Errors
	/// A named error of `land-register`.
	fn subdivide(
		parent: ParcelNumber,
		children: &[ParcelNumber],
		survey: &DecidedSurvey<'_>,
	) -> Result<Vec<UnitNumber>, DispatchError>;

	/// Joins parcels into one: refused unless their units have the same owners with the same shares
	/// and no rights that would conflict.
	///
	/// # Errors
	/// A named error of `land-register`.
	fn merge(
		parents: &[ParcelNumber],
		child: ParcelNumber,
		survey: &DecidedSurvey<'_>,
	) -> DispatchResult;

	/// The most that a survey of so many parcels, old and new, weighs here: one question for each
	/// parcel that changes, and one division or merger. None where no right can stand on a parcel.
	fn survey_weight(_parcels: u32) -> Weight {
		Weight::zero()
	}
}

/// No right stands on any parcel: for a cadastre without a land register.
impl TitledGround for () {
	fn unit_of(_: ParcelNumber) -> Option<UnitNumber> {
		None
	}
	fn ensure_may_change(
		_: ParcelNumber,
		_: GroundChange,
		_: &Hash,
		_: [MandateId; 2],
	) -> Result<Agreed, DispatchError> {
		Ok(Agreed::OnChain)
	}
	fn subdivide(
		_: ParcelNumber,
		_: &[ParcelNumber],
		_: &DecidedSurvey<'_>,
	) -> Result<Vec<UnitNumber>, DispatchError> {
		Ok(Vec::new())
	}
	fn merge(_: &[ParcelNumber], _: ParcelNumber, _: &DecidedSurvey<'_>) -> DispatchResult {
		Ok(())
	}
}
