use super::*;

fn approve(who: &AccountId, controller: AccountId, seed: u8) -> DispatchResult {
	let record = Attestations::issuer(UNIVERSITY).unwrap().record;
	let act = act_on(ISSUERS, record.recovery_version);
	let key = Box::new(key(seed));
	Attestations::approve_recovery(
		RuntimeOrigin::signed(who.clone()),
		act,
		UNIVERSITY,
		controller,
		key,
	)
}

fn controllers() -> Vec<AccountId> {
	Attestations::issuer(UNIVERSITY).unwrap().document.controllers.iter().cloned().collect()
}

#[test]
fn issuer_should_be_recovered_when_the_quorum_approves_the_same() {
	build_and_execute(|| {
		found_university();
		assert_ok!(approve(&GUARDIANS[0], STRANGER, 7));
		System::assert_last_event(
			Event::RecoveryApproved {
				issuer: UNIVERSITY,
				guardian: GUARDIANS[0].clone(),
				controller: STRANGER,
				key: key(7),
				approvals: 1,
				quorum: 2,
			}
			.into(),
		);
		assert_eq!(controllers(), [CONTROLLER]);
		assert_ok!(approve(&GUARDIANS[2], STRANGER, 7));
		assert_eq!(controllers(), [STRANGER]);
		assert_noop!(
			change_issuer(CONTROLLER, IssuerChange::AddKey(key(6))),
			Error::<Test>::NotController
		);
		let view = Attestations::issuer(UNIVERSITY).unwrap();
		assert_eq!((view.head.seq, view.record.recovery_version), (2, 2));
		assert_eq!(view.document.keys.len(), 2);
		assert!(!Attestations::is_controller(CONTROLLER) && Attestations::is_controller(STRANGER));
		assert_eq!(RecoveryApprovals::<Test>::iter().count(), 0);
	});
}

#[test]
fn recovery_should_not_be_made_when_guardians_approve_different_things() {
	build_and_execute(|| {
		found_university();
		assert_ok!(approve(&GUARDIANS[0], STRANGER, 7));
		assert_ok!(approve(&GUARDIANS[1], STRANGER, 6));
		assert_ok!(approve(&GUARDIANS[2], ABOVE, 7));
		assert_eq!(controllers(), [CONTROLLER]);
		// A guardian changes its mind: the last approval counts, alone.
		assert_ok!(approve(&GUARDIANS[0], ABOVE, 7));
		assert_eq!(controllers(), [ABOVE]);
	});
}

#[test]
fn approval_should_be_refused_from_others_and_twice() {
	build_and_execute(|| {
		found_university();
		for who in [STRANGER, CONTROLLER, ACCREDITOR] {
			assert_noop!(approve(&who, STRANGER, 7), Error::<Test>::NotGuardian);
		}
		assert_ok!(approve(&GUARDIANS[0], STRANGER, 7));
		assert_noop!(approve(&GUARDIANS[0], STRANGER, 7), Error::<Test>::ApprovalTwice);
		assert_eq!(controllers(), [CONTROLLER]);
	});
}

#[test]
fn approval_should_be_refused_when_the_document_would_not_take_the_key() {
	build_and_execute(|| {
		found_university();
		assert_noop!(approve(&GUARDIANS[0], STRANGER, 0), Error::<Test>::KeySmallOrder);
		let stale = Attestations::approve_recovery(
			RuntimeOrigin::signed(GUARDIANS[0].clone()),
			act_on(ISSUERS, 0),
			UNIVERSITY,
			STRANGER,
			Box::new(key(7)),
		);
		assert_noop!(stale, Error::<Test>::StaleVersion);
	});
}

#[test]
fn approval_should_lapse() {
	build_and_execute(|| {
		found_university();
		assert_ok!(approve(&GUARDIANS[0], STRANGER, 7));
		pass(8 * MILLIS_PER_DAY);
		assert_ok!(approve(&GUARDIANS[1], STRANGER, 7));
		assert_eq!(controllers(), [CONTROLLER]);
		assert_ok!(approve(&GUARDIANS[0], STRANGER, 7));
		assert_eq!(controllers(), [STRANGER]);
	});
}

#[test]
fn recovery_should_not_be_hindered_by_whoever_has_the_controllers_key() {
	build_and_execute(|| {
		found_university();
		assert_ok!(approve(&GUARDIANS[0], STRANGER, 7));
		let add = |seed| change_issuer(CONTROLLER, IssuerChange::AddKey(key(seed)));
		assert_noop!(add(50), Error::<Test>::RecoveryWaits);
		pass(RECOVERY_GAP_MILLIS);
		assert_ok!(add(50));
		// In the block of such a change it has to wait for the next one; and another change for long.
		assert_noop!(approve(&GUARDIANS[1], STRANGER, 7), Error::<Test>::VersionNotLater);
		pass(1);
		assert_noop!(add(51), Error::<Test>::RecoveryWaits);
		assert_ok!(approve(&GUARDIANS[1], STRANGER, 7));
		assert_eq!(controllers(), [STRANGER]);
	});
}

#[test]
fn document_should_change_freely_once_an_approval_has_lapsed() {
	build_and_execute(|| {
		found_university();
		assert_ok!(approve(&GUARDIANS[0], STRANGER, 7));
		pass(8 * MILLIS_PER_DAY);
		for seed in 50..52 {
			assert_ok!(change_issuer(CONTROLLER, IssuerChange::AddKey(key(seed))));
			pass(1);
		}
	});
}

#[test]
fn approval_should_count_no_more_when_the_guardians_are_others() {
	build_and_execute(|| {
		found_university();
		assert_ok!(approve(&GUARDIANS[0], STRANGER, 7));
		let others = [GUARDIANS[0].clone(), GUARDIANS[1].clone(), account(40)];
		let change = Change::SetRecovery { issuer: UNIVERSITY, recovery: recovery(&others, 2) };
		assert_ok!(make(change.clone()));
		assert_eq!(Attestations::recovery_approvals(UNIVERSITY).len(), 0);
		assert_ok!(approve(&GUARDIANS[1], STRANGER, 7));
		assert_eq!(controllers(), [CONTROLLER]);
		assert_noop!(approve(&GUARDIANS[2], STRANGER, 7), Error::<Test>::NotGuardian);
		pass(1);
		assert_noop!(prepare(ACCREDITOR, change), Error::<Test>::RecoveryUnchanged);
	});
}

#[test]
fn recovery_should_be_made_though_a_controller_has_added_the_approved_key() {
	build_and_execute(|| {
		found_university();
		assert_ok!(approve(&GUARDIANS[0], STRANGER, 7));
		pass(RECOVERY_GAP_MILLIS);
		assert_ok!(change_issuer(CONTROLLER, IssuerChange::AddKey(key(7))));
		pass(1);
		assert_ok!(approve(&GUARDIANS[1], STRANGER, 7));
		assert_eq!(controllers(), [STRANGER]);
		let keys = Attestations::issuer(UNIVERSITY).unwrap().document.keys;
		assert_eq!((keys[1].public.clone(), keys[1].revoked), (key(7).public, Some(at(now()))));
		assert_eq!((keys[2].public.clone(), keys[2].revoked), (key(7).public, None));
	});
}

#[test]
fn recovery_should_be_made_though_a_controller_has_added_all_keys_that_it_can() {
	build_and_execute(|| {
		found_university();
		for seed in 100..147 {
			assert_ok!(change_issuer(CONTROLLER, IssuerChange::AddKey(key(seed))));
			pass(1);
		}
		let more = IssuerChange::AddKey(key(200));
		assert_noop!(change_issuer(CONTROLLER, more), Error::<Test>::KeysFull);
		let ending = Ending::Revoked;
		let rotate = IssuerChange::RotateKey { key: KeyId(0), ending, replacement: Some(key(201)) };
		assert_noop!(change_issuer(CONTROLLER, rotate), Error::<Test>::KeysFull);
		for guardian in &GUARDIANS[..2] {
			assert_ok!(approve(guardian, STRANGER, 7));
		}
		assert_eq!(controllers(), [STRANGER]);
	});
}
