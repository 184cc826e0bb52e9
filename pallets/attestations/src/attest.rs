//! Attestations and batches: issued under a chain that is asked to its root.

use frame_support::{dispatch::DispatchResult, ensure};
use polity_accreditation::{
	check_validity, claim, place, Attestation, Batch, Claim, ListUse, Place,
};
use polity_primitives::{
	traits::{Acts, Effect, LegalClock, Standing},
	AccountId, Act, ActKind, Capacity, Commitment, Head, Party, Register, StandingError,
};
use sp_core::H256;

use crate::{
	types::{
		ordered, AttestationRecord, Content, Issuance, NotedAttestation, RecordId, Recorded,
		StatusListRecord, Subject, ATTESTATION,
	},
	Attestations, AttestationsOf, Config, Counts, Error, Event, Pallet, Schemas, StatusLists,
	TakenChunks,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_attest(
		who: AccountId,
		act: Act,
		issuance: Issuance,
		commitment: Commitment,
		subject: Option<Subject>,
		status_index: u32,
	) -> DispatchResult {
		let content = Content::Single { subject, status_index };
		let attestation = Self::issuable(&who, &issuance, content)?;
		if let Some(subject) = subject {
			Self::ensure_subject(subject)?;
		}
		let Place { chunk, bit } = place(status_index).map_err(Error::<T>::from)?;
		let list = Self::reserved(&issuance, ListUse::Single, 1, 0)?;
		let taken =
			claim(&TakenChunks::<T>::get(issuance.list, chunk), bit).map_err(Error::<T>::from)?;
		let anchor = H256(*commitment.as_bytes());
		let Attestation { from, until, .. } = attestation.validity;
		let noted = NotedAttestation { issuer: attestation.issuer, anchor, from, until };
		Self::issue(who, &act, anchor, attestation, list)?;
		TakenChunks::<T>::insert(issuance.list, chunk, taken);
		if let Some(subject) = subject {
			Self::note_about(subject, issuance.schema, noted);
		}
		Ok(())
	}

	pub(crate) fn do_attest_batch(
		who: AccountId,
		act: Act,
		issuance: Issuance,
		batch: Batch,
		decoys: u32,
	) -> DispatchResult {
		let content = Content::Batch { leaves: batch.leaves, decoys };
		let attestation = Self::issuable(&who, &issuance, content)?;
		batch.check().map_err(Error::<T>::from)?;
		let list = Self::reserved(&issuance, ListUse::Batch, batch.leaves, decoys)?;
		Self::issue(who, &act, batch.root, attestation, list)
	}

	/// What would be issued, if the account controls the issuer, and the chain, the schema and the key
	/// allow it now.
	fn issuable(
		who: &AccountId,
		issuance: &Issuance,
		content: Content,
	) -> Result<AttestationRecord, Error<T>> {
		let Issuance { accreditation, schema, schema_version, district, level, key, .. } =
			*issuance;
		let accredited = Self::existing(accreditation)?;
		let (issuer, document) = Self::ensure_controller_of(&accredited.holder, who)?;
		Self::ensure_holder(&accredited.holder)?;
		let version =
			Schemas::<T>::get(schema, schema_version).ok_or(Error::<T>::SchemaVersionNotFound)?;
		let now = T::Clock::now();
		let validity = Attestation {
			issued_at: now,
			from: issuance.from.unwrap_or(now),
			until: issuance.until,
			key,
			signed_at: issuance.signed_at,
		};
		let claim = Claim { schema, district, level };
		let chain = Self::chain_of(accreditation);
		check_validity(&validity, &claim, &version.law, &chain, &document)?;
		let list = issuance.list;
		Ok(AttestationRecord {
			issuer,
			accreditation,
			schema,
			schema_version,
			district,
			level,
			list,
			validity,
			content,
		})
	}

	/// That a public subject is registered. Whether land is, no register answers here: its number
	/// has check digits.
	fn ensure_subject(subject: Subject) -> Result<(), Error<T>> {
		let party = Party::from(subject);
		let may =
			T::Standing::may(Register::Attestations, &party, ActKind::Acquire, Capacity::Itself);
		ensure!(may != Err(StandingError::NotFound), Error::<T>::SubjectNotFound);
		Ok(())
	}

	/// The status list with room taken in it.
	fn reserved(
		issuance: &Issuance,
		list_use: ListUse,
		credentials: u32,
		decoys: u32,
	) -> Result<StatusListRecord, Error<T>> {
		let record = Self::existing_list(issuance.list)?;
		ensure!(record.accreditation == issuance.accreditation, Error::<T>::StatusListOfAnother);
		let list = record.list.reserve(list_use, credentials, decoys)?;
		Ok(StatusListRecord { list, ..record })
	}

	/// Checks the act, and writes what is issued.
	fn issue(
		who: AccountId,
		act: &Act,
		anchor: H256,
		attestation: AttestationRecord,
		list: StatusListRecord,
	) -> DispatchResult {
		ensure!(!Attestations::<T>::contains_key(anchor), Error::<T>::AttestedAlready);
		let AttestationRecord { issuer, district, .. } = attestation;
		Self::ensure_version(act, 0)?;
		Self::ensure_act(act, ATTESTATION, district, Effect::AtOnce)?;
		let mut counts = Counts::<T>::get(issuer);
		match attestation.content {
			Content::Single { .. } => counts.singles = counts.singles.saturating_add(1),
			Content::Batch { leaves, .. } => {
				counts.batches = counts.batches.saturating_add(1);
				counts.leaves = counts.leaves.saturating_add(leaves.into());
			},
		}
		Self::note(act, &who, None)?;

		let number = counts.issued();
		Counts::<T>::insert(issuer, counts);
		AttestationsOf::<T>::insert(issuer, ordered(number), anchor);
		StatusLists::<T>::insert(attestation.list, list);
		Attestations::<T>::insert(anchor, attestation.clone());
		let body = Recorded::Attested { by: who.clone(), attestation: attestation.clone() };
		let Head { seq: version, hash: head } =
			Self::append(RecordId::Attestation(anchor), district, act, body)?;
		Self::deposit_event(Event::Attested {
			anchor,
			attestation,
			number,
			by: who,
			version,
			head,
		});
		Ok(())
	}
}
