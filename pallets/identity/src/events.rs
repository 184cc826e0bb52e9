//! What has happened.

use frame_support::pallet_macros::pallet_section;

/// The pallet's events. `version` and `head` are those of the person's record after the change.
#[pallet_section]
mod events {
	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An officer has prepared a change of a person's record.
		Prepared {
			/// The proposal.
			proposal: ProposalId,
			/// The register.
			register: Register,
			/// The person's tag in it.
			tag: Tag,
			/// The change.
			change: ChangeOf<T>,
			/// The mandate of the officer.
			mandate: MandateId,
			/// The version of the record that the change is prepared on.
			version: u32,
		},
		/// A second officer has decided for a change, and it is made.
		Recorded {
			/// The proposal, which is closed by this.
			proposal: ProposalId,
			/// The register.
			register: Register,
			/// The person's tag in it.
			tag: Tag,
			/// The change.
			change: ChangeOf<T>,
			/// The account that lost control by it, if one did.
			released: Option<T::AccountId>,
			/// The mandate of the officer who prepared it.
			prepared_under: MandateId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
			/// The new version of the record.
			version: u32,
			/// The new head of the record.
			head: H256,
		},
		/// A second officer has decided for an offer, with a key of its own, and the tag is offered to
		/// its owner.
		ClaimOffered {
			/// The proposal, which is closed by this.
			proposal: ProposalId,
			/// The register.
			register: Register,
			/// The person's tag in it.
			tag: Tag,
			/// The keys that sign the claim, both: the one of the officer who prepared it, and the one
			/// of the officer who decided.
			claim_keys: [T::AccountId; 2],
			/// The mandate of the officer who prepared it.
			prepared_under: MandateId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
			/// The new version of the record.
			version: u32,
			/// The new head of the record.
			head: H256,
		},
		/// A second officer has decided against a change.
		Refused {
			/// The proposal, which is closed by this.
			proposal: ProposalId,
			/// The register.
			register: Register,
			/// The person's tag in it.
			tag: Tag,
			/// Why.
			reason: RefusalReason,
			/// The mandate of the officer who decided.
			mandate: MandateId,
		},
		/// An officer has withdrawn a proposal.
		Withdrawn {
			/// The proposal, which is closed by this.
			proposal: ProposalId,
			/// The register.
			register: Register,
			/// The person's tag in it.
			tag: Tag,
			/// The mandate of the officer.
			mandate: MandateId,
		},
		/// A proposal that could no longer be decided was removed to make room for a new one.
		Dropped {
			/// The proposal, which is closed by this.
			proposal: ProposalId,
			/// The register.
			register: Register,
			/// The person's tag in it.
			tag: Tag,
		},
		/// A controller has handed its tag over to another account.
		ControllerRotated {
			/// The register.
			register: Register,
			/// The person's tag in it.
			tag: Tag,
			/// The account that lost control.
			old: T::AccountId,
			/// The account that has control now.
			new: T::AccountId,
			/// The new version of the record.
			version: u32,
			/// The new head of the record.
			head: H256,
		},
		/// The owner of a tag has claimed it with the two keys that were handed over to it.
		Claimed {
			/// The register.
			register: Register,
			/// The person's tag in it.
			tag: Tag,
			/// The account that has control now.
			new: T::AccountId,
			/// The new version of the record.
			version: u32,
			/// The new head of the record.
			head: H256,
		},
		/// A controller has named guardians for its tag, or does without.
		GuardiansSet {
			/// The register.
			register: Register,
			/// The person's tag in it.
			tag: Tag,
			/// The guardians from now on.
			guardians: Option<GuardianSet>,
			/// The new version of the record.
			version: u32,
			/// The new head of the record.
			head: H256,
		},
		/// A quorum of guardians has opened a recovery, which the controller can stop. It changes no
		/// record, and the set of guardians is used up by it.
		RecoveryOpened {
			/// The register.
			register: Register,
			/// The person's tag in it.
			tag: Tag,
			/// The account that is to have control.
			new: T::AccountId,
			/// The guardians, a quorum of whom has agreed.
			guardians: GuardianSet,
			/// The block from which it can be finished.
			due: BlockNumberFor<T>,
			/// The version of the record, which the guardians have signed.
			version: u32,
		},
		/// The controller has stopped a recovery.
		RecoveryCancelled {
			/// The register.
			register: Register,
			/// The person's tag in it.
			tag: Tag,
			/// The account that does not get control.
			new: T::AccountId,
		},
		/// A recovery has ended without effect because the tag has passed otherwise, or the person
		/// has died or was merged.
		RecoverySuperseded {
			/// The register.
			register: Register,
			/// The person's tag in it.
			tag: Tag,
			/// The account that does not get control by it.
			new: T::AccountId,
		},
		/// A recovery that guardians had opened is finished.
		RecoveredByGuardians {
			/// The register.
			register: Register,
			/// The person's tag in it.
			tag: Tag,
			/// The account that lost control.
			old: T::AccountId,
			/// The account that has control now.
			new: T::AccountId,
			/// The new version of the record.
			version: u32,
			/// The new head of the record.
			head: H256,
		},
		/// An officer has prepared the receipt of an erasure.
		ErasurePrepared {
			/// The receipt.
			receipt: Commitment,
			/// What was erased, of nobody who is named.
			erasure: Erasure,
			/// The mandate of the officer.
			mandate: MandateId,
		},
		/// A second officer has confirmed an erasure, and its receipt stands.
		Erased {
			/// The receipt.
			receipt: Commitment,
			/// What was erased, of nobody who is named.
			erasure: Erasure,
			/// The legal day on which the receipt was recorded.
			date: CalendarDate,
			/// The mandate of the officer who prepared it.
			prepared_under: MandateId,
			/// The mandate of the officer who decided.
			mandate: MandateId,
		},
		/// A second officer has not confirmed an erasure.
		ErasureRefused {
			/// The receipt, which was not recorded.
			receipt: Commitment,
			/// Why.
			reason: RefusalReason,
			/// The mandate of the officer who decided.
			mandate: MandateId,
		},
		/// An officer has withdrawn what was prepared of an erasure.
		ErasureWithdrawn {
			/// The receipt, which was not recorded.
			receipt: Commitment,
			/// The mandate of the officer.
			mandate: MandateId,
		},
	}
}
