//! What has happened.

use frame_support::pallet_macros::pallet_section;

/// The pallet's events. `version` and `head` are those of the record after the change.
#[pallet_section]
mod events {
	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An officer has prepared a change.
		Prepared {
			/// The proposal.
			proposal: ProposalId,
			/// The change.
			change: Change,
			/// The officer's mandate.
			mandate: MandateId,
		},
		/// A second officer has approved a change, and it is made.
		Recorded {
			/// The proposal, which is closed by this.
			proposal: ProposalId,
			/// The record, with the number that a new one was given.
			record: RecordId,
			/// The change.
			change: Change,
			/// The maker's mandate.
			prepared_under: MandateId,
			/// The checker's mandate.
			mandate: MandateId,
			/// The new version of the record.
			version: u32,
			/// The new head of the record.
			head: H256,
		},
		/// A second officer has rejected a change.
		Rejected {
			/// The proposal, which is closed by this.
			proposal: ProposalId,
			/// The checker's mandate.
			mandate: MandateId,
		},
		/// A change was withdrawn.
		Withdrawn {
			/// The proposal, which is closed by this.
			proposal: ProposalId,
		},
		/// The holder of an accreditation has agreed to another below it.
		Endorsed {
			/// The accreditation above.
			parent: AccreditationId,
			/// The hash of the change that it has agreed to.
			child: H256,
			/// The controller who has said so.
			by: AccountId,
		},
		/// A controller has changed its issuer's document.
		IssuerChanged {
			/// The issuer.
			issuer: IssuerId,
			/// The change.
			change: IssuerChange,
			/// The controller.
			by: AccountId,
			/// The new version of the record.
			version: u32,
			/// The new head of the record.
			head: H256,
		},
		/// A guardian has approved a recovery, which the quorum has not yet.
		RecoveryApproved {
			/// The issuer.
			issuer: IssuerId,
			/// The guardian. What it approved earlier counts no more.
			guardian: AccountId,
			/// The controller that the issuer is to have, in place of all others.
			controller: AccountId,
			/// The key that it is to have.
			key: NewKey,
			/// How many guardians have approved it.
			approvals: u32,
			/// How many it takes.
			quorum: u32,
		},
		/// The quorum of guardians has given an issuer a new controller and a new key.
		Recovered {
			/// The issuer.
			issuer: IssuerId,
			/// The controller, alone from now on.
			controller: AccountId,
			/// The key.
			key: NewKey,
			/// The guardians who have approved it.
			approved_by: BoundedVec<AccountId, ConstU32<MAX_GUARDIANS>>,
			/// The new version of the record.
			version: u32,
			/// The new head of the record.
			head: H256,
		},
		/// A controller has opened a status list.
		StatusListOpened {
			/// The list.
			list: StatusListId,
			/// The issuer.
			issuer: IssuerId,
			/// The accreditation under which its attestations are issued.
			accreditation: AccreditationId,
			/// How its indices are given out.
			list_use: ListUse,
			/// The controller.
			by: AccountId,
			/// The version of the record.
			version: u32,
			/// The head of the record.
			head: H256,
		},
		/// A controller has issued an attestation or a batch.
		Attested {
			/// The commitment of the attestation, or the root of the batch.
			anchor: H256,
			/// What was issued.
			attestation: AttestationRecord,
			/// Its number with the issuer.
			number: u64,
			/// The controller.
			by: AccountId,
			/// The version of the record.
			version: u32,
			/// The head of the record.
			head: H256,
		},
		/// A controller, of the issuer or of the holder above, has set or cleared a status.
		StatusSet {
			/// The status list.
			list: StatusListId,
			/// The index in it.
			index: u32,
			/// Revocation or suspension.
			purpose: StatusPurpose,
			/// Whether it is so from now on.
			set: bool,
			/// For whom the controller acts.
			authority: StatusAuthority,
			/// The controller.
			by: AccountId,
			/// The new version of the record.
			version: u32,
			/// The new head of the record.
			head: H256,
		},
	}
}
