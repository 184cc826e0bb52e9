//! What has happened.

use frame_support::pallet_macros::pallet_section;

/// The pallet's events.
#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Something was done with an application, by somebody or by the chain itself.
		Recorded {
			/// The application.
			application: ApplicationId,
			/// What was done.
			change: ApplicationChange<T::AccountId>,
			/// The mandate of the officer who did it; none for the applicant, and for what the chain does by
			/// its clock.
			mandate: Option<MandateId>,
			/// The record's version after it.
			version: u32,
			/// The record's head after it.
			head: H256,
		},
		/// The chain could not do what was due. It tries again.
		DueStepFailed {
			/// The application.
			application: ApplicationId,
			/// Why.
			error: DispatchError,
			/// When it tries again.
			retried_at: Instant,
		},
		/// The take-over of a running application was prepared.
		TakeOverProposed {
			/// The proposal.
			proposal: ProposalId,
			/// The district whose register takes it over.
			district: District,
			/// What is taken over.
			take_over: TakeOver,
			/// The mandate of the officer who prepared it.
			mandate: MandateId,
		},
		/// A take-over that was prepared was rejected.
		TakeOverRejected {
			/// The proposal.
			proposal: ProposalId,
			/// The mandate of the officer who had prepared it.
			prepared_under: MandateId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
		},
		/// A take-over that was prepared was withdrawn.
		TakeOverWithdrawn {
			/// The proposal.
			proposal: ProposalId,
		},
	}
}
