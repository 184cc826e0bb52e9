//! Types of this pallet.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use polity_primitives::{
	act::LegalBasis,
	ids::{District, MandateId, MinistryId},
	office::{CompetenceKind, Power, Powers, Register, Signatory, Warrant},
	time::Instant,
};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

use crate::term::Term;

/// The most powers that one mandate can name: as many as there are.
pub const MAX_POWERS: u32 = 8;

/// Where a mandate is on its way.
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
pub enum MandateState {
	/// One key of the seat has proposed it. It gives no power.
	#[codec(index = 0)]
	Proposed,
	/// Two keys of the seat have granted it. It gives its powers for its term.
	#[codec(index = 1)]
	Granted,
	/// One key of the seat has suspended it. It gives no power until it is restored.
	#[codec(index = 2)]
	Suspended,
	/// Two keys of the seat have revoked it, for good.
	#[codec(index = 3)]
	Revoked,
	/// The seat has withdrawn the proposal, for good.
	#[codec(index = 4)]
	Withdrawn,
}

/// What one officer may do for one ministry.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Mandate<AccountId> {
	/// The ministry that the officer acts for.
	pub ministry: MinistryId,
	/// The officer.
	pub officer: Signatory<AccountId>,
	/// The register that the officer acts in.
	pub register: Register,
	/// What the officer may do there.
	pub powers: Powers,
	/// Where. [`District::NATIONAL`] is wherever the ministry is the competent one.
	pub district: District,
	/// When.
	pub term: Term,
	/// The key of the seat that proposed it.
	pub proposed_by: Signatory<AccountId>,
	/// The other key of the seat that confirmed it, if one has.
	pub confirmed_by: Option<Signatory<AccountId>>,
	/// Where it is on its way.
	pub state: MandateState,
}

impl<AccountId> Mandate<AccountId> {
	/// Whether it was granted and not revoked, whatever the clock says.
	pub const fn is_held(&self) -> bool {
		matches!(self.state, MandateState::Granted | MandateState::Suspended)
	}

	/// The warrant that it gives under its id; none before two keys have granted it.
	pub fn warrant(self, id: MandateId) -> Option<Warrant<AccountId>> {
		Some(Warrant {
			mandate: id,
			ministry: self.ministry,
			district: self.district,
			officer: self.officer,
			granted_by: [self.proposed_by, self.confirmed_by?],
		})
	}

	/// Whether the person is one of the two who granted it.
	pub fn was_granted_by_person_of(&self, signatory: &Signatory<AccountId>) -> bool {
		let is_same = |grantor: &Signatory<AccountId>| grantor.person == signatory.person;
		is_same(&self.proposed_by) || self.confirmed_by.as_ref().is_some_and(is_same)
	}
}

/// A change of a mandate that takes two keys of the seat.
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
pub enum MandateChange {
	/// End it for good.
	#[codec(index = 0)]
	Revoke,
	/// End its suspension.
	#[codec(index = 1)]
	Restore,
}

/// What a key of a seat has proposed.
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
pub enum Step {
	/// To grant the mandate.
	#[codec(index = 0)]
	Grant,
	/// To change it.
	#[codec(index = 1)]
	Change(MandateChange),
}

/// "Appointment to a public office".
pub const APPOINTMENT: LegalBasis = LegalBasis(201);
/// "End and suspension of a public office".
pub const END_OF_OFFICE: LegalBasis = LegalBasis(202);

impl Step {
	/// The statute that provides for it.
	pub const fn legal_basis(&self) -> LegalBasis {
		match self {
			Self::Grant => APPOINTMENT,
			Self::Change(MandateChange::Revoke | MandateChange::Restore) => END_OF_OFFICE,
		}
	}
}

/// What waits for another key of the seat.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Proposal<AccountId, BlockNumber> {
	/// What is proposed.
	pub step: Step,
	/// Who has proposed it.
	pub by: Signatory<AccountId>,
	/// In which block.
	pub proposed_at: BlockNumber,
}

/// What an entry of a mandate's history says.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum MandateBody<AccountId> {
	/// The mandate was proposed as it stands here.
	#[codec(index = 0)]
	GrantProposed(Mandate<AccountId>),
	/// The mandate was granted.
	#[codec(index = 1)]
	Granted {
		/// The key that confirmed it.
		by: Signatory<AccountId>,
	},
	/// The proposal of the mandate was withdrawn.
	#[codec(index = 2)]
	GrantWithdrawn {
		/// The key that withdrew it.
		by: Signatory<AccountId>,
	},
	/// The mandate was suspended.
	#[codec(index = 3)]
	Suspended {
		/// The key that suspended it.
		by: Signatory<AccountId>,
	},
	/// A change was proposed.
	#[codec(index = 4)]
	ChangeProposed {
		/// Which change.
		change: MandateChange,
		/// The key that proposed it.
		by: Signatory<AccountId>,
	},
	/// The proposal of a change was withdrawn.
	#[codec(index = 5)]
	ChangeWithdrawn {
		/// Which change.
		change: MandateChange,
		/// The key that withdrew it.
		by: Signatory<AccountId>,
	},
	/// The mandate was revoked.
	#[codec(index = 6)]
	Revoked {
		/// The key that confirmed it.
		by: Signatory<AccountId>,
	},
	/// The mandate's suspension was ended.
	#[codec(index = 7)]
	Restored {
		/// The key that confirmed it.
		by: Signatory<AccountId>,
	},
	/// The mandate was there, granted as it stands here, when the chain began.
	#[codec(index = 8)]
	GrantedAtGenesis(Mandate<AccountId>),
}

/// The ends of the queue of request ids.
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
)]
pub struct QueueEnds {
	/// The place of the oldest.
	pub head: u64,
	/// The place that the next one takes.
	pub tail: u64,
}

/// A competence that is there when the chain begins.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GenesisCompetence {
	/// In which register.
	pub register: Register,
	/// In which district; [`District::NATIONAL`] is all that have none of their own.
	pub district: District,
	/// In what role.
	pub kind: CompetenceKind,
	/// Which ministry.
	pub ministry: MinistryId,
}

/// A mandate that is there when the chain begins.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[serde(bound(serialize = "AccountId: Serialize", deserialize = "AccountId: Deserialize<'de>"))]
pub struct GenesisMandate<AccountId> {
	/// The ministry that the officer acts for.
	pub ministry: MinistryId,
	/// The officer.
	pub officer: Signatory<AccountId>,
	/// The register that the officer acts in.
	pub register: Register,
	/// What the officer may do there.
	pub powers: BoundedVec<Power, ConstU32<MAX_POWERS>>,
	/// Where.
	pub district: District,
	/// The first instant at which the mandate is in force.
	pub not_before: Instant,
	/// The first instant at which it no longer is.
	pub not_after: Instant,
	/// The two keys of the ministry's seat that grant it.
	pub granted_by: [Signatory<AccountId>; 2],
}
