use super::*;
use codec::Decode;
use polity_primitives::{ids::GroupId, traits::PartyAttestations, UnitNumber};

fn attest_about(subject: Option<Subject>, number: u8, index: u32) -> DispatchResult {
	Attestations::attest(
		RuntimeOrigin::signed(CONTROLLER),
		act_on(ATTESTATION, 0),
		Box::new(issuance(SINGLES)),
		commitment(number),
		subject,
		index,
	)
}

/// A thousand diplomas: each leaf has the commitment of its number and its own index.
pub(super) fn diplomas() -> Vec<(Commitment, u32)> {
	(0..1_000u32)
		.map(|number| {
			let mut bytes = [7; 32];
			bytes[..4].copy_from_slice(&number.to_le_bytes());
			(Commitment::new(bytes).unwrap(), 131_071 - 7 * number)
		})
		.collect()
}

pub(super) fn leaves() -> Vec<H256> {
	diplomas().iter().map(|(commitment, index)| batch_leaf(commitment, *index)).collect()
}

pub(super) fn batch() -> Batch {
	Batch { root: merkle::root(&leaves()).unwrap(), leaves: 1_000 }
}

pub(super) fn attest_batch(
	who: AccountId,
	issuance: Issuance,
	batch: Batch,
	decoys: u32,
) -> DispatchResult {
	let (origin, act) = (RuntimeOrigin::signed(who), act_on(ATTESTATION, 0));
	Attestations::attest_batch(origin, act, Box::new(issuance), batch, decoys)
}

#[test]
fn attestation_should_be_issued_under_the_whole_chain() {
	build_and_execute(|| {
		found_university();
		assert_ok!(attest_one(1, 131_071));
		let anchor = H256::repeat_byte(1);
		let found = Attestations::attestation(anchor).unwrap();
		System::assert_last_event(
			Event::Attested {
				anchor,
				attestation: found.record.clone(),
				number: 1,
				by: CONTROLLER,
				version: 1,
				head: found.head.hash,
			}
			.into(),
		);
		assert_eq!(found.record.issuer, UNIVERSITY);
		assert_eq!(found.record.validity.issued_at, at(101));
		assert_eq!(status(1, 100), Status::NotYet);
		assert_eq!(status(1, 101), Status::Valid);
		assert_eq!(status(1, 501), Status::Expired);
		let counts = Attestations::issuance_counts(UNIVERSITY);
		assert_eq!((counts.singles, counts.batches, counts.leaves), (1, 0, 0));
		assert_eq!(Attestations::status_at(commitment(2), at(101)), Err(StatusError::NotFound));
	});
}

#[test]
fn attestation_should_be_refused_from_who_does_not_control_the_issuer() {
	build_and_execute(|| {
		found_university();
		for who in [STRANGER, ABOVE, ACCREDITOR, COURT, GUARDIANS[0].clone()] {
			assert_noop!(attest(who, issuance(SINGLES), 1, 5), Error::<Test>::NotController);
		}
		// Who controls one issuer cannot name another's accreditation, nor one that is nobody's.
		let above = Issuance { accreditation: AccreditationId(2), ..issuance(SINGLES) };
		assert_noop!(attest(CONTROLLER, above.clone(), 1, 5), Error::<Test>::NotController);
		assert_noop!(attest(ABOVE, above, 1, 5), Error::<Test>::NotAnIssuer);
		let root = Issuance { accreditation: AccreditationId(1), ..issuance(SINGLES) };
		assert_noop!(attest(CONTROLLER, root, 1, 5), Error::<Test>::IssuerNotFound);
		let none = Issuance { accreditation: AccreditationId(9), ..issuance(SINGLES) };
		assert_noop!(attest(CONTROLLER, none, 1, 5), Error::<Test>::AccreditationNotFound);
	});
}

#[test]
fn attestation_should_be_refused_when_it_exceeds_the_accreditation() {
	build_and_execute(|| {
		found_university();
		let base = || issuance(SINGLES);
		let other = Issuance { schema: SchemaId(2), ..base() };
		let unknown = Issuance { schema: SchemaId(3), ..base() };
		let version = Issuance { schema_version: 2, ..base() };
		let elsewhere = Issuance { district: District(4), ..base() };
		let everywhere = Issuance { district: District::NATIONAL, ..base() };
		let sure = Issuance { level: Level::High, ..base() };
		for (issuance, error) in [
			(other, Error::<Test>::SchemaNotCovered),
			(unknown, Error::<Test>::SchemaVersionNotFound),
			(version, Error::<Test>::SchemaVersionNotFound),
			(elsewhere, Error::<Test>::DistrictNotCovered),
			(everywhere, Error::<Test>::DistrictNotCovered),
			(sure, Error::<Test>::LevelTooHigh),
		] {
			assert_noop!(attest(CONTROLLER, issuance, 1, 5), error);
		}
		pass(6_899);
		assert_noop!(attest(CONTROLLER, base(), 1, 5), Error::<Test>::ChainExpired);
	});
}

#[test]
fn attestation_should_be_refused_when_its_validity_is_not_fit() {
	build_and_execute(|| {
		found_university();
		let with = |from, until| Issuance { from, until: at(until), ..issuance(SINGLES) };
		for (issuance, error) in [
			(with(None, 101), Error::<Test>::ValidityEmpty),
			(with(None, 602), Error::<Test>::ValidityBeyondSchema),
			(with(Some(at(100)), 200), Error::<Test>::ValidityBackdated),
			(with(Some(at(6_900)), 7_001), Error::<Test>::ValidityBeyondAccreditation),
		] {
			assert_noop!(attest(CONTROLLER, issuance, 1, 5), error);
		}
		assert_ok!(attest(CONTROLLER, with(None, 601), 1, 5));
	});
}

#[test]
fn attestation_should_be_refused_when_its_schema_has_been_superseded() {
	build_and_execute(|| {
		found_university();
		assert_ok!(attest_one(1, 5));
		pass(10);
		assert_ok!(make(schema(Some(1), 3)));
		assert_noop!(attest_one(2, 6), Error::<Test>::SchemaSuperseded);
		let next = Issuance { schema_version: 2, ..issuance(SINGLES) };
		assert_ok!(attest(CONTROLLER, next, 2, 6));
		assert_eq!(status(1, 110), Status::Valid);
		assert_eq!(status(1, 111), Status::SchemaSuperseded);
	});
}

#[test]
fn attestation_should_be_refused_when_the_key_did_not_sign_it() {
	build_and_execute(|| {
		found_university();
		let with = |key, signed_at| Issuance {
			key: KeyId(key),
			signed_at: at(signed_at),
			..issuance(SINGLES)
		};
		for (issuance, error) in [
			(with(1, 101), Error::<Test>::KeyNotFound),
			(with(0, 99), Error::<Test>::KeyNotYet),
			(with(0, 102), Error::<Test>::SignedInFuture),
		] {
			assert_noop!(attest(CONTROLLER, issuance, 1, 5), error);
		}
		let shows = NewKey { purpose: Purpose::Authentication, ..key(7) };
		assert_ok!(change_issuer(CONTROLLER, IssuerChange::AddKey(shows)));
		assert_noop!(attest(CONTROLLER, with(1, 101), 1, 5), Error::<Test>::KeyOfAnotherPurpose);
		pass(1);
		let brief = NewKey { until: Some(at(110)), ..key(6) };
		assert_ok!(change_issuer(CONTROLLER, IssuerChange::AddKey(brief)));
		pass(10);
		assert_noop!(attest(CONTROLLER, with(2, 105), 1, 5), Error::<Test>::KeyExpired);
		let ending = Ending::Revoked;
		let rotate = IssuerChange::RotateKey { key: KeyId(0), ending, replacement: Some(key(5)) };
		assert_ok!(change_issuer(CONTROLLER, rotate));
		// Not even with an earlier date on the signature.
		assert_noop!(attest(CONTROLLER, with(0, 105), 1, 5), Error::<Test>::KeyRevoked);
		assert_ok!(attest(CONTROLLER, with(3, 112), 1, 5));
	});
}

#[test]
fn compromised_key_should_void_what_it_signed_since_and_nothing_before() {
	build_and_execute(|| {
		found_university();
		assert_ok!(attest_one(1, 5));
		pass(10);
		assert_ok!(attest_one(2, 6));
		pass(10);
		let ending = Ending::CompromisedSince(at(111));
		let rotate = IssuerChange::RotateKey { key: KeyId(0), ending, replacement: Some(key(7)) };
		assert_ok!(change_issuer(CONTROLLER, rotate));
		assert_eq!(status(1, 130), Status::Valid);
		assert_eq!(status(2, 130), Status::SignedByCompromisedKey);
		assert_noop!(attest_one(3, 7), Error::<Test>::KeyCompromised);
	});
}

#[test]
fn revoked_accreditor_should_stop_what_is_new_and_keep_or_void_what_is_old() {
	for (place, keep) in [(1, true), (2, true), (3, true), (1, false), (2, false), (3, false)] {
		build_and_execute(|| {
			found_university();
			assert_ok!(attest_one(1, 5));
			pass(10);
			assert_ok!(attest_one(2, 6));
			pass(10);
			let issued = if keep { Issued::Keep } else { Issued::VoidFrom(at(111)) };
			let accreditation = AccreditationId(place);
			assert_ok!(make(Change::Revoke { accreditation, issued }));
			assert_noop!(attest_one(3, 7), Error::<Test>::ChainRevoked);
			assert_eq!(status(1, 130), Status::Valid);
			let second = if keep { Status::Valid } else { Status::VoidedByChain };
			assert_eq!(status(2, 130), second);
			// What is issued can still be revoked by its issuer, unless that has lost its own.
			let revoke = set_status(CONTROLLER, SINGLES, 5, StatusPurpose::Revocation, true);
			if place == 3 {
				assert_noop!(revoke, Error::<Test>::AccreditationRevoked);
				assert_ok!(make(by_officers(5, StatusPurpose::Revocation, true, false)));
			} else {
				assert_ok!(revoke);
			}
			assert_eq!(status(1, 130), Status::Revoked);
		});
	}
}

#[test]
fn attestation_should_be_refused_when_its_holder_is_not_in_standing() {
	build_and_execute(|| {
		found_university();
		bar();
		assert_noop!(attest_one(1, 5), Error::<Test>::HolderNotInStanding);
	});
}

#[test]
fn index_should_be_refused_when_it_is_taken_or_beyond_the_list() {
	build_and_execute(|| {
		found_university();
		assert_ok!(attest_one(1, 5));
		assert_noop!(attest_one(2, 5), Error::<Test>::IndexTaken);
		assert_noop!(attest_one(2, 131_072), Error::<Test>::IndexBeyondList);
		let batches = attest(CONTROLLER, issuance(BATCHES), 2, 6);
		assert_noop!(batches, Error::<Test>::StatusListOfAnotherUse);
		let none = attest(CONTROLLER, issuance(StatusListId(9)), 2, 6);
		assert_noop!(none, Error::<Test>::StatusListNotFound);
	});
}

#[test]
fn status_list_should_be_refused_when_it_is_of_another_accreditation() {
	build_and_execute(|| {
		found_university();
		let again =
			accredit(Some(2), AccreditationKind::Issuer, scope(&[1], CITY, Level::Low, 900));
		assert_ok!(endorse(ABOVE, 2, &again));
		assert_ok!(make(again));
		let other =
			Issuance { accreditation: AccreditationId(4), level: Level::Low, ..issuance(SINGLES) };
		assert_noop!(attest(CONTROLLER, other, 1, 5), Error::<Test>::StatusListOfAnother);
	});
}

#[test]
fn commitment_should_be_refused_when_it_stands_already() {
	build_and_execute(|| {
		found_university();
		assert_ok!(attest_one(1, 5));
		assert_noop!(attest_one(1, 6), Error::<Test>::AttestedAlready);
		// Nor can a batch have for its root what is an attestation.
		let same = Batch { root: H256::repeat_byte(1), leaves: 1 };
		assert_noop!(
			attest_batch(CONTROLLER, issuance(BATCHES), same, 0),
			Error::<Test>::AttestedAlready
		);
	});
}

#[test]
fn subject_should_be_public_or_none_and_never_a_person() {
	build_and_execute(|| {
		found_university();
		let unit = UnitNumber::from_serial(UnitNumber::FIRST_SERIAL).unwrap();
		let company = CompanyNumber::from_serial(1_000_000_000).unwrap();
		let subjects = [
			Subject::Company(company),
			Subject::Ministry(MinistryId(7)),
			Subject::PublicBody(PublicBodyId(8)),
			Subject::Unit(unit),
		];
		for (number, subject) in (1u8..).zip(subjects) {
			assert_ok!(attest_about(Some(subject), number, number.into()));
		}
		let nobody = Some(Subject::Ministry(NO_MINISTRY));
		assert_noop!(attest_about(nobody, 9, 9), Error::<Test>::SubjectNotFound);
	});
	// There is no code for a person, a group, or a party of another country.
	for code in 4..=u8::MAX {
		let mut bytes = vec![code];
		bytes.extend([1; 32]);
		assert!(Subject::decode(&mut bytes.as_slice()).is_err());
	}
}

#[test]
fn act_of_an_attestation_should_be_refused_when_it_does_not_fit() {
	build_and_execute(|| {
		found_university();
		let attest = |act, number| {
			Attestations::attest(
				RuntimeOrigin::signed(CONTROLLER),
				act,
				Box::new(issuance(SINGLES)),
				commitment(number),
				None,
				number.into(),
			)
		};
		assert_noop!(attest(act(0), 1), Error::<Test>::LegalBasisDoesNotFit);
		assert_noop!(attest(act_on(ATTESTATION, 1), 1), Error::<Test>::StaleVersion);
		let day = |days| {
			let mut act = act_on(ATTESTATION, 0);
			act.effective_from = act.effective_from.checked_add_days(days).unwrap();
			act
		};
		assert_noop!(attest(day(-1), 1), Error::<Test>::Backdated);
		assert_noop!(attest(day(1), 1), Error::<Test>::EffectiveInFuture);
		let once = act_on(ATTESTATION, 0);
		assert_ok!(attest(once.clone(), 1));
		assert_noop!(attest(once, 2), REPEATED);
	});
}

#[test]
fn batch_should_be_issued_in_one_call_and_each_of_it_be_verifiable_alone() {
	build_and_execute(|| {
		found_university();
		let rows = || crate::Attestations::<Test>::iter().count();
		assert_ok!(attest_batch(CONTROLLER, issuance(BATCHES), batch(), 3_000));
		assert_eq!(rows(), 1);
		let (root, leaves) = (batch().root, leaves());
		let ask = |position: u32, commitment, index, proof| {
			Attestations::batch_status(root, position, commitment, index, proof, at(now()))
		};
		for position in [0u32, 1, 499, 998, 999] {
			let (commitment, index) = diplomas()[position as usize];
			let proof = || merkle::prove(&leaves, position).unwrap();
			assert_eq!(ask(position, commitment, index, proof()), Ok(Status::Valid));
			// Another salt or value, another's index, position or proof.
			let refused = Err(StatusError::Proof(BatchError::NotInBatch));
			assert_eq!(ask(position, self::commitment(1), index, proof()), refused);
			assert_eq!(ask(position, commitment, index - 1, proof()), refused);
			assert_eq!(ask((position + 1) % 1_000, commitment, index, proof()), refused);
			let others = merkle::prove(&leaves, (position + 1) % 1_000).unwrap();
			assert_eq!(ask(position, commitment, index, others), refused);
		}
		let (commitment, index) = diplomas()[0];
		let proof = merkle::prove(&leaves, 0).unwrap();
		assert_eq!(
			ask(1_000, commitment, index, proof),
			Err(StatusError::Proof(BatchError::BeyondBatch))
		);
		let counts = Attestations::issuance_counts(UNIVERSITY);
		assert_eq!((counts.singles, counts.batches, counts.leaves), (0, 1, 1_000));
		let list = Attestations::status_list(BATCHES).unwrap().record.list;
		assert_eq!((list.credentials, list.decoys), (1_000, 3_000));
	});
}

#[test]
fn batch_should_be_revoked_one_by_one() {
	build_and_execute(|| {
		found_university();
		assert_ok!(attest_batch(CONTROLLER, issuance(BATCHES), batch(), 0));
		let (root, leaves) = (batch().root, leaves());
		let (first, second) = (diplomas()[0], diplomas()[1]);
		pass(10);
		assert_ok!(set_status(CONTROLLER, BATCHES, first.1, StatusPurpose::Revocation, true));
		let ask = |position, (commitment, index), millis| {
			let proof = merkle::prove(&leaves, position).unwrap();
			Attestations::batch_status(root, position, commitment, index, proof, at(millis))
		};
		assert_eq!(ask(0, first, 110), Ok(Status::Valid));
		assert_eq!(ask(0, first, 111), Ok(Status::Revoked));
		assert_eq!(ask(1, second, 111), Ok(Status::Valid));
		let commitment = Commitment::new(root.0).unwrap();
		assert_eq!(Attestations::status_at(commitment, at(111)), Err(StatusError::IsBatch));
		assert_ok!(attest_one(1, 5));
		let proof = merkle::prove(&leaves, 0).unwrap();
		assert_eq!(
			Attestations::batch_status(H256::repeat_byte(1), 0, first.0, 5, proof, at(111)),
			Err(StatusError::NotBatch)
		);
	});
}

#[test]
fn batch_should_be_refused_when_it_is_none_or_not_new_or_has_no_room() {
	build_and_execute(|| {
		found_university();
		let issue = |batch, decoys| attest_batch(CONTROLLER, issuance(BATCHES), batch, decoys);
		let root = H256::repeat_byte(4);
		for (batch, decoys, error) in [
			(Batch { root: H256::zero(), leaves: 1 }, 0, Error::<Test>::RootZero),
			(Batch { root, leaves: 0 }, 0, Error::<Test>::BatchEmpty),
			(Batch { root, leaves: 65_537 }, 0, Error::<Test>::BatchTooLarge),
			(Batch { root, leaves: 65_536 }, 65_537, Error::<Test>::StatusListFull),
			(Batch { root, leaves: 1 }, u32::MAX, Error::<Test>::StatusListFull),
		] {
			assert_noop!(issue(batch, decoys), error);
		}
		assert_noop!(
			attest_batch(STRANGER, issuance(BATCHES), batch(), 0),
			Error::<Test>::NotController
		);
		let single = attest_batch(CONTROLLER, issuance(SINGLES), batch(), 0);
		assert_noop!(single, Error::<Test>::StatusListOfAnotherUse);
		let sure = Issuance { level: Level::High, ..issuance(BATCHES) };
		assert_noop!(attest_batch(CONTROLLER, sure, batch(), 0), Error::<Test>::LevelTooHigh);
		assert_ok!(issue(Batch { root, leaves: 65_536 }, 65_536));
		assert_noop!(issue(Batch { root, leaves: 1 }, 0), Error::<Test>::StatusListFull);
	});
	build_and_execute(|| {
		found_university();
		assert_ok!(attest_batch(CONTROLLER, issuance(BATCHES), batch(), 0));
		assert_noop!(
			attest_batch(CONTROLLER, issuance(BATCHES), batch(), 0),
			Error::<Test>::AttestedAlready
		);
	});
}

#[test]
fn what_an_issuer_has_issued_should_be_listed_without_a_gap() {
	build_and_execute(|| {
		found_university();
		for number in 1..=3 {
			assert_ok!(attest_one(number, number.into()));
		}
		assert_ok!(attest_batch(CONTROLLER, issuance(BATCHES), batch(), 0));
		let list = |after, limit| {
			let listed = Attestations::attestations_of(UNIVERSITY, after, limit);
			listed.iter().map(|listed| listed.number).collect::<Vec<_>>()
		};
		assert_eq!(list(None, 9), [1, 2, 3, 4]);
		assert_eq!(list(Some(2), 1), [3]);
		assert_eq!(list(Some(4), 9), Vec::<u64>::new());
		let last = Attestations::attestations_of(UNIVERSITY, Some(3), 9);
		assert_eq!(last, [Listed { number: 4, anchor: batch().root }]);
	});
}

#[test]
fn what_was_attested_last_of_a_schema_should_count_for_other_registers() {
	build_and_execute(|| {
		found_university();
		let number = CompanyNumber::from_serial(1_000_000_000).unwrap();
		let company = Subject::Company(number);
		let is_attested = |schema| {
			<Attestations as PartyAttestations>::is_attested(&Party::Company(number), schema)
		};
		assert!(!is_attested(1));
		assert_ok!(attest_about(Some(company), 1, 5));
		assert!(is_attested(1) && !is_attested(2));
		// Of somebody without a name for all to read, nothing is answered.
		for nobody in [Party::Unknown, Party::Group(GroupId(1))] {
			assert!(!<Attestations as PartyAttestations>::is_attested(&nobody, 1));
		}
		assert_ok!(set_status(CONTROLLER, SINGLES, 5, StatusPurpose::Suspension, true));
		assert!(!is_attested(1));
		assert_ok!(set_status(CONTROLLER, SINGLES, 5, StatusPurpose::Suspension, false));
		assert!(is_attested(1));
		assert_ok!(set_status(CONTROLLER, SINGLES, 5, StatusPurpose::Revocation, true));
		assert!(!is_attested(1));
		assert_ok!(attest_about(Some(company), 2, 6));
		assert!(is_attested(1));
	});
}
