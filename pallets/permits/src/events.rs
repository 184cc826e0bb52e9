//! What has happened.

use frame_support::pallet_macros::pallet_section;

/// The pallet's events. `version` and `head` are those of the record after the change; `mandate` is that
/// of the officer who decided, `prepared_under` that of the one who had prepared it.
#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Something was prepared.
		Prepared {
			/// The proposal.
			proposal: ProposalId,
			/// The district in which it is decided.
			district: District,
			/// What.
			matter: Matter,
			/// The mandate of the officer who prepared it.
			mandate: MandateId,
		},
		/// What was prepared was rejected.
		Rejected {
			/// The proposal.
			proposal: ProposalId,
			/// The mandate of the officer who had prepared it.
			prepared_under: MandateId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
		},
		/// What was prepared was withdrawn.
		Withdrawn {
			/// The proposal.
			proposal: ProposalId,
		},
		/// A version of a type is in force.
		TypeRecorded {
			/// The type.
			kind: PermitTypeId,
			/// The district in which it is kept.
			district: District,
			/// What it says.
			terms: TypeVersion,
			/// The mandate of the officer who had prepared it.
			prepared_under: MandateId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
			/// The version of the type.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// Something happened to a permit.
		PermitRecorded {
			/// The permit.
			permit: PermitNumber,
			/// What.
			step: PermitStep,
			/// The mandate of the officer who had prepared it, if one had.
			prepared_under: Option<MandateId>,
			/// The mandate of the officer who did it; none for the holder, and for silence.
			mandate: Option<MandateId>,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// Something happened to a permit of a natural person.
		PersonalRecorded {
			/// The permit.
			permit: Commitment,
			/// What.
			step: PersonalStep,
			/// The mandate of the officer who had prepared it, if one had.
			prepared_under: Option<MandateId>,
			/// The mandate of the officer who did it; none for silence.
			mandate: Option<MandateId>,
			/// The record's version.
			version: u32,
			/// The record's head.
			head: H256,
		},
		/// The place of a permit that is over is free again.
		PlaceGivenBack {
			/// The type.
			kind: PermitTypeId,
			/// The permit.
			permit: PermitReference,
		},
	}
}
