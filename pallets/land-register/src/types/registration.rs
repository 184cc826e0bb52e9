//! First registrations: claims to land that nobody has registered a right in.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use polity_primitives::{
	ids::ApplicationId,
	record,
	time::{Instant, Period},
	District, Tag, UnitNumber,
};
use scale_info::TypeInfo;

use super::{LandOwners, Preparation, RefusalReason, UnitParcels, MAX_OBJECTIONS};

/// Who claims to own land that is registered for the first time.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Claim {
	/// How many units the whole has.
	pub total_units: u32,
	/// Who owns how many of them, in any order.
	pub owners: LandOwners,
}

/// An objection to a first registration: a competing claim.
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
pub struct Objection {
	/// Who claims the land too.
	pub claimant: Tag,
	/// Whether a court has dismissed it.
	pub is_dismissed: bool,
}

/// How far a first registration is.
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
pub enum RegistrationState {
	/// Anybody can object, and it is not decided.
	#[codec(index = 0)]
	Open,
	/// The land is registered, as this unit.
	#[codec(index = 1)]
	Registered(UnitNumber),
	/// An officer has refused it.
	#[codec(index = 2)]
	Refused,
	/// Its maker has withdrawn it.
	#[codec(index = 3)]
	Withdrawn,
}

/// A first registration of land.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Registration {
	/// The district of all its parcels.
	pub district: District,
	/// The ground.
	pub parcels: UnitParcels,
	/// Who claims to own it; none where nobody knows the owners.
	pub claim: Option<Claim>,
	/// Who prepared it, and by what act.
	pub preparation: Preparation,
	/// When the period for objections began.
	pub made_at: Instant,
	/// How long it can be objected to: by the law of that day.
	pub objection_period: Period,
	/// Who objects.
	pub objections: BoundedVec<Objection, ConstU32<MAX_OBJECTIONS>>,
	/// How far it is.
	pub state: RegistrationState,
}

/// What is decided about a first registration.
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
pub enum RegistrationVerdict {
	/// The land is registered as claimed.
	#[codec(index = 0)]
	Register,
	/// It is not.
	#[codec(index = 1)]
	Refuse(RefusalReason),
}

/// An entry of a first registration.
pub type RegistrationEntry = record::Entry<ApplicationId, RegistrationChange>;

/// What changed in a first registration.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum RegistrationChange {
	/// It was opened.
	#[codec(index = 0)]
	Opened {
		/// The ground.
		parcels: UnitParcels,
		/// Who claims to own it.
		claim: Option<Claim>,
	},
	/// Somebody objects.
	#[codec(index = 1)]
	Objected {
		/// Who.
		claimant: Tag,
	},
	/// Somebody does not object any more.
	#[codec(index = 2)]
	ObjectionWithdrawn {
		/// Who.
		claimant: Tag,
	},
	/// A court dismissed an objection.
	#[codec(index = 3)]
	ObjectionDismissed {
		/// Whose.
		claimant: Tag,
	},
	/// The land is registered.
	#[codec(index = 4)]
	Registered {
		/// As this unit.
		unit: UnitNumber,
	},
	/// An officer refused it.
	#[codec(index = 5)]
	Refused {
		/// Why.
		reason: RefusalReason,
	},
	/// Its maker withdrew it.
	#[codec(index = 6)]
	Withdrawn,
}
