use super::{
	attest::{attest_batch, batch, diplomas, leaves},
	*,
};

/// The university's document has key 0 alone, and a batch of a thousand diplomas is issued by it.
fn with_batch() {
	found_university();
	assert_ok!(attest_batch(CONTROLLER, issuance(BATCHES), batch(), 0));
}

/// What the holder of a diploma shows.
fn shown(position: u32) -> Shown {
	let (commitment, status_index) = diplomas()[position as usize];
	let proof = merkle::prove(&leaves(), position).unwrap();
	Shown {
		commitment,
		place: Some(BatchPlace { root: batch().root, position, status_index, proof }),
		issuer: UNIVERSITY,
		key: KeyId(0),
	}
}

fn single(number: u8) -> Shown {
	Shown { commitment: commitment(number), place: None, issuer: UNIVERSITY, key: KeyId(0) }
}

fn evidence(shown: Shown) -> Evidence {
	Attestations::evidence(shown, at(now()))
}

fn signing(seed: u8) -> Option<SigningKey> {
	let NewKey { kind, public, .. } = key(seed);
	Some(SigningKey { kind, public })
}

#[test]
fn evidence_should_be_all_that_a_verifier_needs_of_an_attestation_of_a_batch() {
	build_and_execute(|| {
		with_batch();
		let record = Attestations::attestation(batch().root).unwrap().record;
		let hash = Attestations::schema(SchemaId(1), 1).unwrap().hash;
		assert_eq!((record.issuer, record.list), (UNIVERSITY, BATCHES));
		assert_eq!(record.content, Content::Batch { leaves: 1_000, decoys: 0 });
		let expected = Evidence {
			key: signing(9),
			attestation: Some(record),
			schema_hash: Some(hash),
			status: Ok(Status::Valid),
		};
		for position in [0, 999] {
			assert_eq!(evidence(shown(position)), expected);
		}
	});
}

#[test]
fn evidence_should_be_given_of_a_single_attestation_without_a_place() {
	build_and_execute(|| {
		with_batch();
		assert_ok!(attest_one(1, 5));
		let found = evidence(single(1));
		let record = Attestations::attestation(H256::repeat_byte(1)).unwrap().record;
		assert_eq!((found.key, found.attestation), (signing(9), Some(record)));
		assert_eq!(found.status, Ok(Status::Valid));
		assert_eq!(evidence(single(2)).status, Err(StatusError::NotFound));
		// One for the other: neither is worth anything, and it is said what they are.
		let mut root = single(1);
		root.commitment = Commitment::new(batch().root.0).unwrap();
		assert_eq!(evidence(root).status, Err(StatusError::IsBatch));
		let mut of_single = shown(0);
		of_single.place.as_mut().unwrap().root = H256::repeat_byte(1);
		assert_eq!(evidence(of_single).status, Err(StatusError::NotBatch));
	});
}

#[test]
fn evidence_should_say_that_a_root_is_unknown_and_know_the_key_still() {
	build_and_execute(|| {
		with_batch();
		let mut unknown = shown(0);
		unknown.place.as_mut().unwrap().root = H256::repeat_byte(3);
		let expected = Evidence {
			key: signing(9),
			attestation: None,
			schema_hash: None,
			status: Err(StatusError::NotFound),
		};
		assert_eq!(evidence(unknown), expected);
	});
}

#[test]
fn evidence_should_give_no_status_by_a_wrong_proof() {
	build_and_execute(|| {
		with_batch();
		let mut wrong = shown(0);
		wrong.place.as_mut().unwrap().proof = merkle::prove(&leaves(), 1).unwrap();
		let mut beyond = shown(0);
		beyond.place.as_mut().unwrap().position = 1_000;
		let mut anothers = shown(0);
		anothers.place.as_mut().unwrap().status_index = diplomas()[1].1;
		for (shown, error) in [
			(wrong, BatchError::NotInBatch),
			(beyond, BatchError::BeyondBatch),
			(anothers, BatchError::NotInBatch),
		] {
			let found = evidence(shown);
			assert_eq!(found.status, Err(StatusError::Proof(error)));
			assert!(found.attestation.is_some());
		}
	});
}

#[test]
fn evidence_should_know_no_key_that_the_issuer_had_not_at_issue_or_has_for_something_else() {
	build_and_execute(|| {
		found_university();
		let login = NewKey { purpose: Purpose::Authentication, ..key(20) };
		assert_ok!(change_issuer(CONTROLLER, IssuerChange::AddKey(login)));
		pass(1);
		assert_ok!(attest_batch(CONTROLLER, issuance(BATCHES), batch(), 0));
		pass(1);
		assert_ok!(change_issuer(CONTROLLER, IssuerChange::AddKey(key(21))));
		let by = |issuer, key| evidence(Shown { issuer, key: KeyId(key), ..shown(0) }).key;
		assert_eq!(by(UNIVERSITY, 0), signing(9));
		assert_eq!(by(UNIVERSITY, 1), None);
		assert_eq!(by(UNIVERSITY, 2), None);
		assert_eq!(by(UNIVERSITY, 3), None);
		assert_eq!(by(IssuerId(9), 0), None);
		// Another's key is that of another; the record says who has issued it.
		let other = evidence(Shown { issuer: IssuerId(1), ..shown(0) });
		assert_eq!(other.key, signing(8));
		assert_eq!(other.attestation.unwrap().issuer, UNIVERSITY);
		// Where nothing was issued the document is the one of now.
		let unknown = Shown { key: KeyId(2), ..single(7) };
		assert_eq!(evidence(unknown).key, signing(21));
	});
}

#[test]
fn evidence_should_keep_a_key_that_has_ended_since() {
	build_and_execute(|| {
		with_batch();
		pass(1);
		let ended = IssuerChange::RotateKey {
			key: KeyId(0),
			ending: Ending::Revoked,
			replacement: Some(key(21)),
		};
		assert_ok!(change_issuer(CONTROLLER, ended));
		pass(1);
		let found = evidence(shown(0));
		assert_eq!((found.key, found.status), (signing(9), Ok(Status::Valid)));
	});
}

#[test]
fn evidence_should_say_from_when_an_attestation_is_revoked() {
	build_and_execute(|| {
		with_batch();
		pass(10);
		let index = diplomas()[0].1;
		assert_ok!(set_status(CONTROLLER, BATCHES, index, StatusPurpose::Revocation, true));
		let status = |position, millis| Attestations::evidence(shown(position), at(millis)).status;
		assert_eq!(status(0, 110), Ok(Status::Valid));
		assert_eq!(status(0, 111), Ok(Status::Revoked));
		assert_eq!(status(1, 111), Ok(Status::Valid));
	});
}
