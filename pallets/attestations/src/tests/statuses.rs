use super::*;
use StatusPurpose::{Revocation, Suspension};

fn with_one() {
	found_university();
	assert_ok!(attest_one(1, 5));
	pass(9);
}

#[test]
fn status_list_should_be_opened_by_a_controller_for_an_accreditation_to_attest() {
	build_and_execute(|| {
		found_university();
		let open = |who, accreditation| {
			Attestations::open_status_list(
				RuntimeOrigin::signed(who),
				act_on(ATTESTATION, 0),
				AccreditationId(accreditation),
				ListUse::Single,
			)
		};
		assert_ok!(open(CONTROLLER, 3));
		let list = StatusListId(3);
		let head = Attestations::status_list(list).unwrap().head;
		System::assert_last_event(
			Event::StatusListOpened {
				list,
				issuer: UNIVERSITY,
				accreditation: AccreditationId(3),
				list_use: ListUse::Single,
				by: CONTROLLER,
				version: 1,
				head: head.hash,
			}
			.into(),
		);
		assert_noop!(open(STRANGER, 3), Error::<Test>::NotController);
		assert_noop!(open(CONTROLLER, 2), Error::<Test>::NotController);
		assert_noop!(open(ABOVE, 2), Error::<Test>::NotAnIssuer);
		assert_noop!(open(CONTROLLER, 9), Error::<Test>::AccreditationNotFound);
		pass(6_899);
		assert_noop!(open(CONTROLLER, 3), Error::<Test>::ChainExpired);
	});
}

#[test]
fn suspension_should_be_reversible_and_remembered() {
	build_and_execute(|| {
		with_one();
		assert_ok!(set_status(CONTROLLER, SINGLES, 5, Suspension, true));
		let suspended = || set_status(CONTROLLER, SINGLES, 5, Suspension, true);
		assert_noop!(suspended(), Error::<Test>::StatusUnchanged);
		pass(10);
		assert_ok!(set_status(CONTROLLER, SINGLES, 5, Suspension, false));
		let head = seq(RecordId::Status(SINGLES, 5));
		assert_eq!(head, 2);
		for (millis, expected) in [
			(109, Status::Valid),
			(110, Status::Suspended),
			(119, Status::Suspended),
			(120, Status::Valid),
		] {
			assert_eq!(status(1, millis), expected, "at {millis}");
		}
		let unset = set_status(CONTROLLER, SINGLES, 5, Suspension, false);
		assert_noop!(unset, Error::<Test>::StatusUnchanged);
		assert_eq!(Attestations::history(RecordId::Status(SINGLES, 5), 1, 9).len(), 2);
	});
}

#[test]
fn revocation_should_be_final_for_everybody() {
	build_and_execute(|| {
		with_one();
		assert_ok!(set_status(CONTROLLER, SINGLES, 5, Revocation, true));
		assert_eq!(status(1, 109), Status::Valid);
		assert_eq!(status(1, 110), Status::Revoked);
		for who in [CONTROLLER, ABOVE] {
			let back = set_status(who, SINGLES, 5, Revocation, false);
			assert_noop!(back, Error::<Test>::RevocationFinal);
		}
		for (who, by_court) in [(ACCREDITOR, false), (COURT, true)] {
			let back = by_officers(5, Revocation, false, by_court);
			assert_noop!(prepare(who, back), Error::<Test>::RevocationFinal);
		}
		let again = set_status(CONTROLLER, SINGLES, 5, Revocation, true);
		assert_noop!(again, Error::<Test>::StatusUnchanged);
	});
}

#[test]
fn status_should_be_set_by_the_issuer_the_holder_above_the_register_and_a_court_alone() {
	build_and_execute(|| {
		with_one();
		for who in [STRANGER, ACCREDITOR, COURT, GUARDIANS[0].clone()] {
			let set = set_status(who, SINGLES, 5, Revocation, true);
			assert_noop!(set, Error::<Test>::NotController);
		}
		assert_ok!(set_status(ABOVE, SINGLES, 5, Suspension, true));
		let head = Attestations::credential_status(SINGLES, 5).head;
		System::assert_last_event(
			Event::StatusSet {
				list: SINGLES,
				index: 5,
				purpose: Suspension,
				set: true,
				authority: StatusAuthority::Parent,
				by: ABOVE,
				version: 1,
				head: head.hash,
			}
			.into(),
		);
		// The register and a court: two officers each, a court by an order.
		let court = by_officers(5, Revocation, true, true);
		for who in [STRANGER, ACCREDITOR, EXAMINER] {
			assert_noop!(prepare(who, court.clone()), NO_MANDATE);
		}
		let register = by_officers(5, Revocation, true, false);
		for who in [STRANGER, COURT, DECIDER] {
			assert_noop!(prepare(who, register.clone()), NO_MANDATE);
		}
		let without = Attestations::prepare(
			RuntimeOrigin::signed(COURT),
			act_on(COURT_ORDER, 1),
			Box::new(court.clone()),
		);
		assert_noop!(without, NO_DOCUMENT);
		assert_ok!(prepare(COURT, court));
		assert_noop!(decide(COURT, 1, Verdict::Approve), Error::<Test>::SameAccount);
		assert_ok!(decide(SECOND_COURT, 1, Verdict::Approve));
		assert_eq!(status(1, now()), Status::Revoked);
	});
}

#[test]
fn suspension_should_be_ended_by_nobody_lower_than_who_made_it() {
	build_and_execute(|| {
		with_one();
		let end = |who| set_status(who, SINGLES, 5, Suspension, false);
		assert_ok!(make(by_officers(5, Suspension, true, true)));
		for who in [CONTROLLER, ABOVE] {
			assert_noop!(end(who), Error::<Test>::SuspendedByHigher);
		}
		let register = by_officers(5, Suspension, false, false);
		assert_noop!(prepare(ACCREDITOR, register), Error::<Test>::SuspendedByHigher);
		assert_ok!(make(by_officers(5, Suspension, false, true)));
		assert_eq!(Attestations::credential_status(SINGLES, 5).record.suspended_by, None);
		assert_ok!(set_status(CONTROLLER, SINGLES, 5, Suspension, true));
		assert_ok!(end(ABOVE));
	});
}

#[test]
fn court_should_make_a_suspension_its_own() {
	build_and_execute(|| {
		with_one();
		assert_ok!(set_status(CONTROLLER, SINGLES, 5, Suspension, true));
		pass(10);
		assert_ok!(make(by_officers(5, Suspension, true, true)));
		let record = Attestations::credential_status(SINGLES, 5).record;
		assert_eq!(record.suspended_by, Some(StatusAuthority::Court));
		assert_eq!(record.flags.suspensions.len(), 1);
		assert_noop!(
			set_status(CONTROLLER, SINGLES, 5, Suspension, false),
			Error::<Test>::SuspendedByHigher
		);
		assert_eq!(status(1, 110), Status::Suspended);
	});
}

#[test]
fn status_should_be_refused_where_no_attestation_is() {
	build_and_execute(|| {
		with_one();
		let set = |list, index| set_status(CONTROLLER, list, index, Revocation, true);
		assert_noop!(set(SINGLES, 6), Error::<Test>::IndexNotTaken);
		assert_noop!(set(SINGLES, 131_072), Error::<Test>::IndexBeyondList);
		assert_noop!(set(StatusListId(9), 5), Error::<Test>::StatusListNotFound);
		// In a list for batches the chain does not see which index is somebody's, and which a decoy.
		assert_ok!(set(BATCHES, 131_071));
	});
}

#[test]
fn act_on_a_status_should_cite_the_version_of_its_index() {
	build_and_execute(|| {
		with_one();
		let set = |act| {
			let who = RuntimeOrigin::signed(CONTROLLER);
			Attestations::set_status(who, act, SINGLES, 5, Suspension, true)
		};
		assert_noop!(set(act_on(ATTESTATION, 1)), Error::<Test>::StaleVersion);
		assert_noop!(set(act(0)), Error::<Test>::LegalBasisDoesNotFit);
		assert_ok!(set(act_on(ATTESTATION, 0)));
	});
}

#[test]
fn suspensions_should_be_as_many_as_can_be_remembered() {
	build_and_execute(|| {
		with_one();
		for _ in 0..polity_accreditation::MAX_HOLDER_SUSPENSIONS {
			assert_ok!(set_status(CONTROLLER, SINGLES, 5, Suspension, true));
			assert_ok!(set_status(CONTROLLER, SINGLES, 5, Suspension, false));
		}
		// The rest is for the register and for courts.
		for _ in polity_accreditation::MAX_HOLDER_SUSPENSIONS..polity_accreditation::MAX_SUSPENSIONS
		{
			for who in [CONTROLLER, ABOVE] {
				let suspended = set_status(who, SINGLES, 5, Suspension, true);
				assert_noop!(suspended, Error::<Test>::TooManySuspensions);
			}
			assert_ok!(make(by_officers(5, Suspension, true, true)));
			assert_ok!(make(by_officers(5, Suspension, false, true)));
		}
		let more = by_officers(5, Suspension, true, true);
		assert_noop!(prepare(COURT, more), Error::<Test>::TooManySuspensions);
		assert_ok!(set_status(CONTROLLER, SINGLES, 5, Revocation, true));
	});
}

#[test]
fn status_list_should_expand_to_the_bits_of_the_standard() {
	build_and_execute(|| {
		found_university();
		for (number, index) in [(1, 0), (2, 9), (3, 1_024), (4, 131_071)] {
			assert_ok!(attest_one(number, index));
			assert_ok!(set_status(CONTROLLER, SINGLES, index, Revocation, true));
		}
		assert_ok!(attest_one(5, 7));
		assert_ok!(set_status(CONTROLLER, SINGLES, 7, Suspension, true));
		let revoked = Attestations::status_bits(SINGLES, Revocation).unwrap();
		assert_eq!(revoked.len(), 16_384);
		let set: Vec<_> = (0..).zip(&revoked).filter(|(_, byte)| **byte != 0).collect();
		assert_eq!(set, [(0, &0x80), (1, &0x40), (128, &0x80), (16_383, &0x01)]);
		let suspended = Attestations::status_bits(SINGLES, Suspension).unwrap();
		assert_eq!(suspended.iter().map(|byte| byte.count_ones()).sum::<u32>(), 1);
		assert_eq!(suspended[0], 0x01);
		assert_eq!(Attestations::status_bits(StatusListId(9), Revocation), None);
		let counts = Attestations::issuance_counts(UNIVERSITY);
		assert_eq!((counts.revocations, counts.suspensions), (4, 1));
	});
}

#[test]
fn holder_above_should_set_no_status_when_its_chain_is_not_in_force() {
	for place in [1, 2] {
		build_and_execute(|| {
			with_one();
			let accreditation = AccreditationId(place);
			assert_ok!(make(Change::Revoke { accreditation, issued: Issued::Keep }));
			let set = set_status(ABOVE, SINGLES, 5, Suspension, true);
			assert_noop!(set, Error::<Test>::ChainRevoked);
			// The register and courts remain.
			assert_ok!(make(by_officers(5, Suspension, true, false)));
			assert_ok!(make(by_officers(5, Revocation, true, true)));
		});
	}
	build_and_execute(|| {
		with_one();
		pass(8_000);
		let set = set_status(ABOVE, SINGLES, 5, Suspension, true);
		assert_noop!(set, Error::<Test>::ChainExpired);
		// The issuer's accreditation has ended, and is not revoked: it still takes back what is wrong.
		assert_ok!(set_status(CONTROLLER, SINGLES, 5, Revocation, true));
	});
}

#[test]
fn holder_above_should_set_a_status_when_the_issuer_has_lost_its_accreditation() {
	build_and_execute(|| {
		with_one();
		let accreditation = AccreditationId(3);
		assert_ok!(make(Change::Revoke { accreditation, issued: Issued::Keep }));
		let set = set_status(CONTROLLER, SINGLES, 5, Suspension, true);
		assert_noop!(set, Error::<Test>::AccreditationRevoked);
		assert_ok!(set_status(ABOVE, SINGLES, 5, Suspension, true));
	});
}
