//! Conveyances: acts in land that several parties have to consent to.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use polity_primitives::{
	ids::ConveyanceId, record, time::Instant, District, Hash, MandateId, Party, UnitNumber,
};
use scale_info::TypeInfo;
use sp_io::hashing::blake2_256;

use super::{Authority, ConveyanceTerms, LandAct, Preparation, RefusalReason};

/// The most legs of a conveyance.
pub const MAX_LEGS: u32 = 8;
/// The most parties who have to consent to one conveyance, each member of a group counted.
pub const MAX_CONSENTS: u32 = 64;
/// The most parties who can object to one conveyance or first registration at once.
pub const MAX_OBJECTIONS: u32 = 16;
/// The most conveyances that can wait on one unit.
pub const MAX_PENDING: u32 = 16;

/// What the preimage of every conveyance's matter begins with.
pub const CONVEYANCE_DOMAIN: &[u8] = b"polity/conveyance/1";

/// One act of a conveyance.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Leg {
	/// The unit whose title it changes.
	pub unit: UnitNumber,
	/// The version of that title before the conveyance, the same in all legs of the unit.
	pub expected_version: u32,
	/// The act.
	pub act: LandAct,
}

/// The legs of a conveyance, in the order in which they are done. A leg may rest on what an earlier
/// one did.
pub type Legs = BoundedVec<Leg, ConstU32<MAX_LEGS>>;

/// What the parties of a conveyance consent to, and what a company resolves.
pub fn conveyance_matter(conveyance: ConveyanceId, legs: &Legs) -> Hash {
	let mut preimage = CONVEYANCE_DOMAIN.to_vec();
	conveyance.encode_to(&mut preimage);
	legs.encode_to(&mut preimage);
	Hash::from(blake2_256(&preimage))
}

/// Whether a party has consented. A company's consent is its resolution, which is asked for when the
/// conveyance is settled and is not noted here.
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
pub enum ConsentState {
	/// Not yet.
	#[codec(index = 0)]
	Awaited,
	/// On the chain, by the account that controls the party.
	#[codec(index = 1)]
	Given {
		/// When.
		at: Instant,
	},
	/// By deed: a notary has recorded it. It counts once the period for objections is over.
	#[codec(index = 2)]
	ByDeed {
		/// The notary's mandate.
		mandate: MandateId,
		/// When it was recorded.
		recorded_at: Instant,
	},
}

/// A party whose consent a conveyance needs.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Consent {
	/// The party.
	pub party: Party,
	/// Whether it has consented.
	pub state: ConsentState,
}

/// The consents that a conveyance needs.
pub type Consents = BoundedVec<Consent, ConstU32<MAX_CONSENTS>>;

/// How far a conveyance is.
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
pub enum ConveyanceState {
	/// It waits for consents, or to be settled.
	#[codec(index = 0)]
	Open,
	/// All its legs were done.
	#[codec(index = 1)]
	Settled,
	/// An officer has refused it.
	#[codec(index = 2)]
	Refused,
	/// It was withdrawn, or has lapsed.
	#[codec(index = 3)]
	Withdrawn,
}

/// A conveyance: the one way in which titles change by anybody's act.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Conveyance {
	/// The district of all its units.
	pub district: District,
	/// Its legs.
	pub legs: Legs,
	/// As what it was prepared.
	pub authority: Authority,
	/// The party for whom it is done, past the notices that protect this party. It has to consent.
	pub acting_for: Option<Party>,
	/// Who prepared it, and by what act.
	pub preparation: Preparation,
	/// When: its place among the applications on its units.
	pub made_at: Instant,
	/// Its periods.
	pub terms: ConveyanceTerms,
	/// Who has to consent, and whether they have.
	pub consents: Consents,
	/// Who objects.
	pub objections: BoundedVec<Party, ConstU32<MAX_OBJECTIONS>>,
	/// What is consented to: [`conveyance_matter`].
	pub matter: Hash,
	/// How far it is.
	pub state: ConveyanceState,
}

/// An entry of a conveyance.
pub type ConveyanceEntry = record::Entry<ConveyanceId, ConveyanceChange>;

/// What changed in a conveyance.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum ConveyanceChange {
	/// It was prepared.
	#[codec(index = 0)]
	Prepared {
		/// Its legs.
		legs: Legs,
		/// As what it was prepared.
		authority: Authority,
		/// For whom it is done.
		acting_for: Option<Party>,
		/// Who has to consent.
		parties: BoundedVec<Party, ConstU32<MAX_CONSENTS>>,
		/// What they consent to.
		matter: Hash,
	},
	/// A party consented on the chain.
	#[codec(index = 1)]
	Consented {
		/// The party.
		party: Party,
	},
	/// A party took its consent back.
	#[codec(index = 2)]
	ConsentWithdrawn {
		/// The party.
		party: Party,
	},
	/// A notary recorded a party's consent by deed.
	#[codec(index = 3)]
	DeedRecorded {
		/// The party.
		party: Party,
	},
	/// A party objects.
	#[codec(index = 4)]
	Objected {
		/// The party.
		party: Party,
	},
	/// A party does not object any more.
	#[codec(index = 5)]
	ObjectionWithdrawn {
		/// The party.
		party: Party,
	},
	/// All its legs were done.
	#[codec(index = 6)]
	Settled,
	/// An officer refused it.
	#[codec(index = 7)]
	Refused {
		/// Why.
		reason: RefusalReason,
	},
	/// It was withdrawn, or had lapsed.
	#[codec(index = 8)]
	Withdrawn,
}
