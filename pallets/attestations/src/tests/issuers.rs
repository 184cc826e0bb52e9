use super::*;

#[test]
fn document_should_be_opened_by_two_officers_and_be_the_one_of_its_holder() {
	build_and_execute(|| {
		found();
		assert_eq!(Attestations::issuer_of(university()), None);
		assert_ok!(make(open(3, 9, CONTROLLER)));
		assert_eq!(Attestations::issuer_of(university()), Some(UNIVERSITY));
		let view = Attestations::issuer(UNIVERSITY).unwrap();
		assert_eq!((view.head.seq, view.document.version), (1, 1));
		assert_eq!(view.record.holder, university());
		assert_noop!(prepare(ACCREDITOR, open(3, 7, STRANGER)), Error::<Test>::IssuerOpenAlready);
	});
}

#[test]
fn document_should_be_refused_when_the_holder_has_no_accreditation_in_force() {
	build_and_execute(|| {
		found();
		let unknown = open(9, 9, CONTROLLER);
		assert_noop!(prepare(ACCREDITOR, unknown), Error::<Test>::AccreditationNotFound);
		let accreditation = AccreditationId(3);
		assert_ok!(prepare(ACCREDITOR, open(3, 9, CONTROLLER)));
		let waiting = LastProposal::<Test>::get();
		assert_ok!(make(Change::Revoke { accreditation, issued: Issued::Keep }));
		assert_noop!(prepare(ACCREDITOR, open(3, 9, CONTROLLER)), Error::<Test>::ChainRevoked);
		let checker = RuntimeOrigin::signed(SECOND_ACCREDITOR);
		assert_noop!(
			Attestations::decide(checker, act_on(ISSUERS, 0), waiting, Verdict::Approve),
			Error::<Test>::ChainRevoked
		);
	});
}

#[test]
fn document_should_be_refused_when_its_key_or_its_recovery_is_not_fit() {
	build_and_execute(|| {
		found();
		let with_key = |key| Change::OpenIssuer {
			accreditation: AccreditationId(3),
			key,
			controller: CONTROLLER,
			recovery: recovery(&GUARDIANS, 2),
		};
		let long = || BoundedVec::try_from(vec![3; 49]).unwrap();
		for (key, error) in [
			(NewKey { from: Some(at(99)), ..key(9) }, Error::<Test>::KeyBackdated),
			(NewKey { from: Some(at(101)), ..key(9) }, Error::<Test>::LastAssertionKey),
			(NewKey { until: Some(at(100)), ..key(9) }, Error::<Test>::KeyPeriodEmpty),
			(NewKey { kind: KeyKind::P256, ..key(9) }, Error::<Test>::KeyMalformed),
			(
				NewKey { kind: KeyKind::P384, public: long(), ..key(9) },
				Error::<Test>::KeyNotOnCurve,
			),
			(NewKey { kind: KeyKind::X25519, ..key(9) }, Error::<Test>::KeyPurposeUnfit),
			(key(0), Error::<Test>::KeySmallOrder),
		] {
			assert_noop!(prepare(ACCREDITOR, with_key(key)), error);
		}
		for (guardians, quorum) in [(&GUARDIANS[..], 1), (&GUARDIANS[..], 4), (&[], 0)] {
			let recovery = recovery(guardians, quorum);
			let change = Change::OpenIssuer {
				accreditation: AccreditationId(3),
				key: key(9),
				controller: CONTROLLER,
				recovery,
			};
			assert_noop!(prepare(ACCREDITOR, change), Error::<Test>::QuorumImpossible);
		}
	});
}

#[test]
fn document_should_be_refused_from_an_officer_who_would_control_it() {
	build_and_execute(|| {
		found();
		let own = open(3, 9, ACCREDITOR);
		assert_noop!(prepare(ACCREDITOR, own), Error::<Test>::OfficerNamesItself);
		assert_ok!(prepare(ACCREDITOR, open(3, 9, SECOND_ACCREDITOR)));
		assert_noop!(
			decide(SECOND_ACCREDITOR, 0, Verdict::Approve),
			Error::<Test>::OfficerNamesItself
		);
		assert_ok!(make(open(3, 9, CONTROLLER)));
		pass(1);
		let guarded = Change::SetRecovery {
			issuer: UNIVERSITY,
			recovery: recovery(&[ACCREDITOR, STRANGER], 2),
		};
		assert_noop!(prepare(ACCREDITOR, guarded), Error::<Test>::OfficerNamesItself);
	});
}

#[test]
fn controller_should_change_the_document_in_versions_of_which_one_is_active() {
	build_and_execute(|| {
		found_university();
		assert_ok!(change_issuer(CONTROLLER, IssuerChange::AddKey(key(7))));
		let head = Heads::<Test>::get(RecordId::Issuer(UNIVERSITY)).unwrap();
		System::assert_last_event(
			Event::IssuerChanged {
				issuer: UNIVERSITY,
				change: IssuerChange::AddKey(key(7)),
				by: CONTROLLER,
				version: 2,
				head: head.hash,
			}
			.into(),
		);
		// A second change in one block would leave two versions at one instant.
		let add = || IssuerChange::AddController(STRANGER);
		assert_noop!(change_issuer(CONTROLLER, add()), Error::<Test>::VersionNotLater);
		pass(10);
		assert_ok!(change_issuer(CONTROLLER, add()));
		pass(RECOVERY_GAP_MILLIS);
		assert_ok!(change_issuer(STRANGER, IssuerChange::RemoveController(CONTROLLER)));
		let version = |millis| {
			Attestations::issuer_at(UNIVERSITY, at(millis)).map(|document| document.version)
		};
		for (millis, expected) in [
			(99, None),
			(100, Some(1)),
			(101, Some(2)),
			(110, Some(2)),
			(111, Some(3)),
			(600_110, Some(3)),
			(600_111, Some(4)),
			(999_999, Some(4)),
		] {
			assert_eq!(version(millis), expected, "at {millis}");
		}
		assert_eq!(IssuerVersions::<Test>::iter_prefix(UNIVERSITY).count(), 4);
		assert_eq!(Attestations::history(RecordId::Issuer(UNIVERSITY), 1, 9).len(), 4);
	});
}

#[test]
fn document_should_be_changed_by_no_other_than_its_controllers() {
	build_and_execute(|| {
		found_university();
		for who in [STRANGER, ABOVE, ACCREDITOR, GUARDIANS[0].clone()] {
			let change = IssuerChange::AddController(who.clone());
			assert_noop!(change_issuer(who, change), Error::<Test>::NotController);
		}
		let nobodys = Attestations::change_issuer(
			RuntimeOrigin::signed(CONTROLLER),
			act_on(ISSUERS, 0),
			IssuerId(9),
			Box::new(IssuerChange::AddKey(key(7))),
		);
		assert_noop!(nobodys, Error::<Test>::IssuerNotFound);
	});
}

#[test]
fn change_of_a_document_should_be_refused_when_the_act_does_not_fit() {
	build_and_execute(|| {
		found_university();
		let change = |act| {
			let seed = u8::try_from(now()).unwrap();
			let change = Box::new(IssuerChange::AddKey(key(seed)));
			Attestations::change_issuer(RuntimeOrigin::signed(CONTROLLER), act, UNIVERSITY, change)
		};
		assert_noop!(change(act_on(ISSUERS, 0)), Error::<Test>::StaleVersion);
		assert_noop!(change(act(1)), Error::<Test>::LegalBasisDoesNotFit);
		let once = act_on(ISSUERS, 1);
		assert_ok!(change(once.clone()));
		pass(1);
		assert_noop!(change(polity_primitives::Act { expected_version: 2, ..once }), REPEATED);
	});
}

#[test]
fn last_controller_and_last_key_should_stay() {
	build_and_execute(|| {
		found_university();
		let remove = |who| IssuerChange::RemoveController(who);
		assert_noop!(change_issuer(CONTROLLER, remove(CONTROLLER)), Error::<Test>::LastController);
		assert_noop!(change_issuer(CONTROLLER, remove(STRANGER)), Error::<Test>::NotController);
		let twice = IssuerChange::AddController(CONTROLLER);
		assert_noop!(change_issuer(CONTROLLER, twice), Error::<Test>::ControllerTwice);
		let rotate =
			|ending, replacement| IssuerChange::RotateKey { key: KeyId(0), ending, replacement };
		for ending in [Ending::Revoked, Ending::CompromisedSince(at(100))] {
			assert_noop!(
				change_issuer(CONTROLLER, rotate(ending, None)),
				Error::<Test>::LastAssertionKey
			);
		}
		assert_noop!(
			change_issuer(CONTROLLER, rotate(Ending::Revoked, Some(key(9)))),
			Error::<Test>::KeyTwice
		);
		assert_noop!(
			change_issuer(CONTROLLER, rotate(Ending::CompromisedSince(at(102)), Some(key(7)))),
			Error::<Test>::CompromiseInFuture
		);
		assert_ok!(change_issuer(CONTROLLER, rotate(Ending::Revoked, Some(key(7)))));
		pass(1);
		assert_noop!(
			change_issuer(CONTROLLER, rotate(Ending::Revoked, Some(key(6)))),
			Error::<Test>::KeyEnded
		);
	});
}

#[test]
fn lists_of_a_document_should_have_their_bounds() {
	build_and_execute(|| {
		found_university();
		for number in 100..107 {
			pass(RECOVERY_GAP_MILLIS);
			assert_ok!(change_issuer(CONTROLLER, IssuerChange::AddController(account(number))));
		}
		pass(RECOVERY_GAP_MILLIS);
		let ninth = IssuerChange::AddController(account(107));
		assert_noop!(change_issuer(CONTROLLER, ninth), Error::<Test>::ControllersFull);
		for number in 100..147 {
			pass(1);
			assert_ok!(change_issuer(CONTROLLER, IssuerChange::AddKey(key(number))));
		}
		pass(1);
		let last = IssuerChange::AddKey(key(200));
		assert_noop!(change_issuer(CONTROLLER, last), Error::<Test>::KeysFull);
	});
}

#[test]
fn accounts_of_issuers_should_be_known_while_they_have_a_role() {
	build_and_execute(|| {
		found_university();
		let is_known = |who: &AccountId| Attestations::is_controller(who.clone());
		assert!(is_known(&CONTROLLER) && is_known(&ABOVE) && GUARDIANS.iter().all(is_known));
		assert!(!is_known(&STRANGER) && !is_known(&ACCREDITOR));
		assert_ok!(change_issuer(CONTROLLER, IssuerChange::AddController(STRANGER)));
		assert!(is_known(&STRANGER));
		assert_eq!(System::providers(&STRANGER), 1);
		pass(RECOVERY_GAP_MILLIS);
		assert_ok!(change_issuer(CONTROLLER, IssuerChange::RemoveController(STRANGER)));
		assert!(!is_known(&STRANGER));
		// The account stays, and its nonce with it.
		assert_eq!(System::providers(&STRANGER), 1);
		pass(1);
		let others = [GUARDIANS[0].clone(), account(40)];
		let recovery = recovery(&others, 2);
		assert_ok!(make(Change::SetRecovery { issuer: UNIVERSITY, recovery }));
		// The other guardians still guard the organisation above.
		assert!(is_known(&GUARDIANS[1]) && is_known(&account(40)));
	});
}

#[test]
fn controllers_should_be_changed_once_in_a_while_and_keys_at_any_time() {
	build_and_execute(|| {
		found_university();
		let [add, remove] = [IssuerChange::AddController, IssuerChange::RemoveController];
		assert_ok!(change_issuer(CONTROLLER, add(STRANGER)));
		pass(1);
		for change in [remove(STRANGER), add(account(60))] {
			assert_noop!(change_issuer(CONTROLLER, change), Error::<Test>::RecoveryWaits);
		}
		assert_ok!(change_issuer(STRANGER, IssuerChange::AddKey(key(7))));
		pass(RECOVERY_GAP_MILLIS - 2);
		assert_noop!(change_issuer(CONTROLLER, remove(STRANGER)), Error::<Test>::RecoveryWaits);
		pass(1);
		assert_ok!(change_issuer(CONTROLLER, remove(STRANGER)));
		pass(1);
		assert_noop!(change_issuer(CONTROLLER, add(STRANGER)), Error::<Test>::RecoveryWaits);
	});
}

#[test]
fn compromise_should_be_refused_when_a_controller_would_void_what_is_long_past() {
	build_and_execute(|| {
		found_university();
		assert_ok!(change_issuer(CONTROLLER, IssuerChange::AddKey(key(7))));
		pass(8 * MILLIS_PER_DAY);
		let report = |since| {
			let ending = Ending::CompromisedSince(at(since));
			IssuerChange::RotateKey { key: KeyId(0), ending, replacement: None }
		};
		let earliest = now() - 7 * MILLIS_PER_DAY;
		for since in [0, earliest - 1] {
			let early = change_issuer(CONTROLLER, report(since));
			assert_noop!(early, Error::<Test>::CompromiseTooOld);
		}
		assert_ok!(change_issuer(CONTROLLER, report(earliest)));
	});
}

#[test]
fn document_and_guardians_should_be_refused_from_who_accredits_in_one_district_alone() {
	build_and_execute(|| {
		found();
		// The accreditation is that of a city.
		assert_noop!(prepare(LOCAL_ACCREDITOR, open(3, 9, CONTROLLER)), NO_MANDATE);
		assert_ok!(prepare(ACCREDITOR, open(3, 9, CONTROLLER)));
		assert_noop!(decide(LOCAL_ACCREDITOR, 0, Verdict::Approve), NO_MANDATE);
		assert_ok!(decide(SECOND_ACCREDITOR, 0, Verdict::Approve));
		pass(1);
		let recovery = recovery(&[account(40), account(41)], 2);
		let change = Change::SetRecovery { issuer: UNIVERSITY, recovery };
		assert_noop!(prepare(LOCAL_ACCREDITOR, change.clone()), NO_MANDATE);
		assert_ok!(prepare(ACCREDITOR, change));
		assert_noop!(decide(LOCAL_ACCREDITOR, 1, Verdict::Approve), NO_MANDATE);
	});
}
