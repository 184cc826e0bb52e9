//! Permits of natural persons that nobody can find by the person.

use polity_permit_procedure::PermitStanding;
use polity_primitives::{
	commitment::Commitment,
	time::{CalendarDate, Instant},
	Hash,
};

use super::{PermitTypeId, Preparation, Reason};

stored! {
	/// A permit of a natural person. Its holder shows it from its wallet.
	pub struct PersonalPermit {
		/// Its type.
		pub kind: PermitTypeId,
		/// The version of the type by which it goes.
		pub version: u32,
		/// The nullifier under which it was granted.
		pub nullifier: Hash,
		/// The status list in which its bits are.
		pub list: u32,
		/// Where in that list.
		pub index: u32,
		/// The first day of a month from which it is over at the latest; none if it has no end. The exact
		/// day is in the credential alone, so that the day tells nobody who the holder is.
		pub valid_to: Option<CalendarDate>,
		/// What has been done with it.
		pub standing: PermitStanding,
		/// Whether it has a place under the quota of its type.
		pub has_place: bool,
		/// When its place falls back, if it has an end: the key of its row in the queue.
		pub ends_at: Option<Instant>,
	}

	/// What happened to a personal permit.
	pub enum PersonalStep {
		/// It was granted.
		#[codec(index = 0)]
		Granted(PersonalPermit),
		/// It is suspended.
		#[codec(index = 1)]
		Suspended {
			/// Why.
			reason: Reason,
		},
		/// The suspension is ended.
		#[codec(index = 2)]
		Resumed,
		/// It was revoked.
		#[codec(index = 3)]
		Revoked {
			/// Why.
			reason: Reason,
		},
		/// An appeal has overturned the decision that granted it.
		#[codec(index = 4)]
		Overturned,
		/// An appeal has given it another end.
		#[codec(index = 5)]
		Varied {
			/// The first day of a month from which it is over at the latest.
			valid_to: Option<CalendarDate>,
		},
	}

	/// What an entry of a personal permit says.
	pub struct PersonalEntry {
		/// What happened.
		pub step: PersonalStep,
		/// How it was prepared, where another officer had.
		pub preparation: Option<Preparation>,
	}

	/// By what a nullifier is used.
	#[derive(Copy)]
	pub struct NullifierUse {
		/// The period for which it was computed: the calendar year in which the place was taken.
		pub period: u16,
		/// The permit; none while the application is not decided.
		pub permit: Option<Commitment>,
	}
}
