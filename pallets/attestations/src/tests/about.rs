use super::*;
use crate::LastAbout;
use polity_primitives::traits::PartyAttestations;

const SUBJECT: Subject = Subject::PublicBody(PublicBodyId(9));

fn is_attested() -> bool {
	<Attestations as PartyAttestations>::is_attested(&SUBJECT.into(), 1)
}

fn noted() -> Vec<u8> {
	LastAbout::<Test>::get(SUBJECT, SchemaId(1)).iter().map(|noted| noted.anchor.0[0]).collect()
}

/// Attests about the subject by the university, or by another issuer from 1 on.
fn attest_by(issuer: u8, number: u8, from: Option<u64>, until: u64) -> DispatchResult {
	let number_of_it = u32::from(issuer);
	let (who, issuance) = match issuer {
		0 => (CONTROLLER, issuance(SINGLES)),
		_ => (
			account(60 + issuer),
			Issuance {
				accreditation: AccreditationId(3 + number_of_it),
				..issuance(StatusListId(2 + number_of_it))
			},
		),
	};
	Attestations::attest(
		RuntimeOrigin::signed(who),
		act_on(ATTESTATION, 0),
		Box::new(Issuance { from: from.map(at), until: at(until), ..issuance }),
		commitment(number),
		Some(SUBJECT),
		number.into(),
	)
}

/// Makes other issuers of the same schema, from 1 on.
fn found_others(count: u8) {
	for number in 1..=count {
		let change = Change::Accredit {
			parent: Some(AccreditationId(2)),
			kind: AccreditationKind::Issuer,
			holder: Party::PublicBody(PublicBodyId(20 + u32::from(number))),
			scope: scope(&[1], CITY, Level::Substantial, 7_000),
		};
		assert_ok!(endorse(ABOVE, 2, &change));
		assert_ok!(make(change));
		let accreditation = 3 + u32::from(number);
		assert_ok!(make(open(accreditation, 40 + number, account(60 + number))));
		assert_ok!(Attestations::open_status_list(
			RuntimeOrigin::signed(account(60 + number)),
			act_on(ATTESTATION, 0),
			AccreditationId(accreditation),
			ListUse::Single,
		));
	}
}

fn revoke(number: u8) {
	assert_ok!(set_status(CONTROLLER, SINGLES, number.into(), StatusPurpose::Revocation, true));
}

#[test]
fn attestation_should_be_taken_away_by_no_other_issuer() {
	build_and_execute(|| {
		found_university();
		found_others(1);
		assert_ok!(attest_by(1, 1, None, 600));
		assert_ok!(attest_by(0, 2, None, 550));
		revoke(2);
		assert_eq!(noted(), [1, 2]);
		assert!(is_attested());
		// Of one issuer the last one counts, as before.
		assert_ok!(attest_by(1, 3, None, 120));
		assert_eq!(noted(), [2, 3]);
		pass(19);
		assert!(!is_attested());
	});
}

#[test]
fn early_renewal_should_stand_beside_what_is_valid_until_then() {
	build_and_execute(|| {
		found_university();
		assert_ok!(attest_by(0, 1, None, 200));
		assert_ok!(attest_by(0, 2, Some(200), 400));
		assert_eq!(noted(), [1, 2]);
		assert!(is_attested());
		// Another renewal takes the place of the first one, and a running one that of the running one.
		assert_ok!(attest_by(0, 3, Some(200), 500));
		assert_eq!(noted(), [1, 3]);
		assert_ok!(attest_by(0, 4, None, 200));
		assert_eq!(noted(), [3, 4]);
		pass(98);
		assert!(is_attested());
		pass(1);
		assert_eq!(now(), 200);
		assert!(is_attested());
		// What has ended does not stand beside a renewal.
		assert_ok!(attest_by(0, 5, Some(500), 600));
		assert_eq!(noted(), [3, 5]);
		revoke(3);
		assert!(!is_attested());
		pass(300);
		assert!(is_attested());
	});
}

#[test]
fn attestation_should_count_when_its_schema_has_a_new_version() {
	build_and_execute(|| {
		found_university();
		assert_ok!(attest_by(0, 1, None, 400));
		pass(1);
		assert_ok!(make(schema(Some(1), 3)));
		assert_eq!(status(1, now()), Status::SchemaSuperseded);
		assert!(is_attested());
		pass(300);
		assert!(!is_attested());
	});
}

#[test]
fn issuer_should_be_noted_beside_eight_others_when_one_of_them_ends_earlier_or_is_void() {
	build_and_execute(|| {
		found_university();
		found_others(9);
		assert_ok!(attest_by(0, 10, None, 301));
		for number in 1..=7 {
			assert_ok!(attest_by(number, 10 + number, None, 300 + u64::from(number) * 10));
		}
		assert_eq!(noted(), [10, 11, 12, 13, 14, 15, 16, 17]);
		// It ends first: it is issued, and not noted.
		assert_ok!(attest_by(8, 18, None, 301));
		assert_eq!(status(18, now()), Status::Valid);
		assert_eq!(noted(), [10, 11, 12, 13, 14, 15, 16, 17]);
		assert_ok!(attest_by(8, 19, None, 302));
		assert_eq!(noted(), [11, 12, 13, 14, 15, 16, 17, 19]);
		// One that is noted already is noted again, and one that is revoked makes room for any.
		assert_ok!(attest_by(1, 20, None, 303));
		assert_eq!(noted(), [12, 13, 14, 15, 16, 17, 19, 20]);
		let list = StatusListId(2 + 3);
		assert_ok!(set_status(account(63), list, 13, StatusPurpose::Revocation, true));
		assert_ok!(attest_by(9, 21, None, 250));
		assert_eq!(noted(), [12, 14, 15, 16, 17, 19, 20, 21]);
	});
}

#[test]
fn two_of_each_of_eight_issuers_should_be_noted() {
	build_and_execute(|| {
		found_university();
		found_others(8);
		for number in 0..8 {
			assert_ok!(attest_by(number, 10 + number, None, 300));
			assert_ok!(attest_by(number, 30 + number, Some(300), 400));
		}
		assert_eq!(noted().len(), 16);
		assert_ok!(attest_by(8, 50, None, 450));
		assert_eq!(noted().len(), 15);
	});
}
