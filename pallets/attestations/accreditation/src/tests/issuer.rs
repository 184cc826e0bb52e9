use super::*;

#[test]
fn issuer_should_be_refused_when_it_could_sign_nothing() {
	let open = |key| Issuer::open(key, account(1), recovery(), at(5));
	assert_eq!(open(key(9, 6)), Err(IssuerError::LastAssertionKey));
	let shows = Key { purpose: Purpose::Authentication, ..key(9, 5) };
	assert_eq!(open(shows), Err(IssuerError::LastAssertionKey));
	assert_eq!(open(key(9, 4)), Err(IssuerError::KeyBackdated));
	assert_eq!(open(key(0, 5)), Err(IssuerError::Key(KeyError::SmallOrder)));
}

#[test]
fn issuer_should_be_refused_when_nobody_or_one_alone_recovers_it() {
	for quorum in [0, 1, 4] {
		let recovery = Recovery { quorum, ..recovery() };
		let opened = Issuer::open(key(9, 5), account(1), recovery, at(5));
		assert_eq!(opened, Err(IssuerError::QuorumImpossible));
	}
}

#[test]
fn last_assertion_key_should_stay_unless_another_takes_its_place() {
	let issuer = issuer();
	let id = KeyId(0);
	for ending in [Ending::Revoked, Ending::CompromisedSince(at(7))] {
		assert_eq!(issuer.rotate_key(id, ending, None, at(10)), Err(IssuerError::LastAssertionKey));
		let later = issuer.rotate_key(id, ending, Some(key(8, 11)), at(10));
		assert_eq!(later, Err(IssuerError::LastAssertionKey));
		let rotated = issuer.rotate_key(id, ending, Some(key(8, 10)), at(10)).unwrap();
		assert_eq!(rotated.version, 2);
		assert_eq!(rotated.key_valid_at(KeyId(1), Purpose::Assertion, at(10)), Ok(()));
		assert!(rotated.key_valid_at(id, Purpose::Assertion, at(10)).is_err());
		assert_eq!(rotated.key_valid_at(id, Purpose::Assertion, at(6)), Ok(()));
	}
}

#[test]
fn key_should_be_refused_when_the_issuer_has_it_or_has_it_not() {
	let issuer = issuer();
	assert_eq!(issuer.add_key(key(9, 10), at(10)), Err(IssuerError::KeyTwice));
	assert_eq!(issuer.add_key(key(8, 9), at(10)), Err(IssuerError::KeyBackdated));
	assert_eq!(
		issuer.rotate_key(KeyId(7), Ending::Revoked, None, at(10)),
		Err(IssuerError::Key(KeyError::Unknown))
	);
	assert_eq!(issuer.key_valid_at(KeyId(7), Purpose::Assertion, at(10)), Err(KeyError::Unknown));
	assert_eq!(
		issuer.key_valid_at(KeyId(0), Purpose::Authentication, at(10)),
		Err(KeyError::WrongPurpose)
	);
	let mut full = issuer;
	for number in 1..48 {
		full = full
			.add_key(key(number + 100, 10 + u64::from(number)), at(9 + u64::from(number)))
			.unwrap();
	}
	assert_eq!(full.add_key(key(250, 500), at(500)), Err(IssuerError::KeysFull));
	let replaced = full.rotate_key(KeyId(0), Ending::Revoked, Some(key(250, 500)), at(500));
	assert_eq!(replaced, Err(IssuerError::KeysFull));
}

#[test]
fn recovery_should_find_the_room_that_controllers_cannot_fill() {
	let mut issuer = issuer();
	let mut now = 10;
	while let Ok(next) = issuer.add_key(key(100 + now as u8, now), at(now)) {
		issuer = next;
		now += 1;
	}
	assert_eq!(issuer.keys.len() as u32, MAX_KEYS - KEYS_FOR_RECOVERY);
	let guardians = [account(101), account(103)];
	for _ in 0..KEYS_FOR_RECOVERY {
		now += 1;
		issuer = issuer.recover(&guardians, account(50), key(now as u8, now), at(now)).unwrap();
		assert_eq!(issuer.add_key(key(250, now), at(now + 1)), Err(IssuerError::KeysFull));
	}
	let more = issuer.recover(&guardians, account(50), key(200, now + 1), at(now + 1));
	assert_eq!(more, Err(IssuerError::KeysFull));
}

#[test]
fn recovery_should_take_a_key_that_the_issuer_has_and_end_the_old_entry() {
	let guardians = [account(101), account(103)];
	let added = issuer().add_key(key(8, 6), at(6)).unwrap();
	let recovered = added.recover(&guardians, account(50), key(8, 10), at(10)).unwrap();
	let valid = |id, millis| recovered.key_valid_at(KeyId(id), Purpose::Assertion, at(millis));
	assert_eq!((valid(1, 9), valid(1, 10)), (Ok(()), Err(KeyError::Revoked)));
	assert_eq!(valid(2, 10), Ok(()));
	// An ended entry stays as it ended.
	let ended = added.rotate_key(KeyId(1), Ending::Revoked, None, at(7)).unwrap();
	let recovered = ended.recover(&guardians, account(50), key(8, 10), at(10)).unwrap();
	assert_eq!(recovered.keys[1].revoked, Some(at(7)));
}

#[test]
fn compromise_should_be_refused_when_it_lies_too_far_back() {
	let issuer = issuer().add_key(key(8, 6), at(6)).unwrap();
	let now = 100 + LONGEST_COMPROMISE_MILLIS;
	let report =
		|since| issuer.rotate_key(KeyId(0), Ending::CompromisedSince(at(since)), None, at(now));
	for since in [0, 99] {
		assert_eq!(report(since), Err(IssuerError::CompromiseTooOld));
	}
	assert!(report(100).is_ok());
}

#[test]
fn ending_should_be_refused_when_it_takes_anything_back() {
	let issuer = issuer().add_key(key(8, 6), at(6)).unwrap();
	let id = KeyId(0);
	let revoked = issuer.rotate_key(id, Ending::Revoked, None, at(10)).unwrap();
	assert_eq!(revoked.rotate_key(id, Ending::Revoked, None, at(11)), Err(IssuerError::KeyEnded));
	let stolen = revoked.rotate_key(id, Ending::CompromisedSince(at(8)), None, at(11)).unwrap();
	for since in [8, 9] {
		let ending = Ending::CompromisedSince(at(since));
		assert_eq!(
			stolen.rotate_key(id, ending, None, at(12)),
			Err(IssuerError::CompromiseNotEarlier)
		);
	}
	assert!(stolen.rotate_key(id, Ending::CompromisedSince(at(7)), None, at(12)).is_ok());
	assert_eq!(
		issuer.rotate_key(id, Ending::CompromisedSince(at(11)), None, at(10)),
		Err(IssuerError::CompromiseInFuture)
	);
}

#[test]
fn controllers_should_never_be_none() {
	let issuer = issuer();
	assert_eq!(issuer.remove_controller(&account(1), at(6)), Err(IssuerError::LastController));
	assert_eq!(issuer.remove_controller(&account(2), at(6)), Err(IssuerError::NotController));
	assert_eq!(issuer.add_controller(account(1), at(6)), Err(IssuerError::ControllerTwice));
	let two = issuer.add_controller(account(2), at(6)).unwrap();
	let one = two.remove_controller(&account(1), at(7)).unwrap();
	assert_eq!(one.remove_controller(&account(2), at(8)), Err(IssuerError::LastController));
}

#[test]
fn recovery_should_take_distinct_guardians_and_a_key_that_signs() {
	let issuer = issuer();
	let recover =
		|approvals: &[AccountId], key| issuer.recover(approvals, account(50), key, at(10));
	let both = [account(101), account(103)];
	assert_eq!(recover(&both[..1], key(8, 10)), Err(IssuerError::QuorumMissed));
	let twice = [account(101), account(101)];
	assert_eq!(recover(&twice, key(8, 10)), Err(IssuerError::ApprovalTwice));
	let stranger = [account(101), account(1)];
	assert_eq!(recover(&stranger, key(8, 10)), Err(IssuerError::NotGuardian));
	assert_eq!(recover(&both, key(8, 11)), Err(IssuerError::LastAssertionKey));
	let recovered = recover(&both, key(8, 10)).unwrap();
	assert_eq!(recovered.controllers.iter().collect::<Vec<_>>(), [&account(50)]);
	assert_eq!(recovered.key_valid_at(KeyId(1), Purpose::Assertion, at(10)), Ok(()));
}

#[test]
fn one_version_should_be_active_at_any_time() {
	let first = issuer();
	assert_eq!(first.add_controller(account(2), at(5)), Err(IssuerError::VersionNotLater));
	let second = first.add_controller(account(2), at(6)).unwrap();
	let versions = [first, second];
	assert_eq!(active_at(&versions, at(4)), None);
	assert_eq!(active_at(&versions, at(5)).map(|issuer| issuer.version), Some(1));
	assert_eq!(active_at(&versions, at(6)).map(|issuer| issuer.version), Some(2));
	let last = Issuer { version: u32::MAX, ..versions[1].clone() };
	assert_eq!(last.add_controller(account(3), at(7)), Err(IssuerError::VersionsExhausted));
}

#[test]
fn guardians_should_be_replaced_by_others_that_can_recover_the_issuer() {
	let issuer = issuer();
	assert_eq!(issuer.set_recovery(recovery(), at(6)), Err(IssuerError::RecoveryUnchanged));
	let alone = Recovery { quorum: 1, ..recovery() };
	assert_eq!(issuer.set_recovery(alone, at(6)), Err(IssuerError::QuorumImpossible));
	let three = Recovery { quorum: 3, ..recovery() };
	assert_eq!(issuer.set_recovery(three.clone(), at(5)), Err(IssuerError::VersionNotLater));
	let next = issuer.set_recovery(three, at(6)).unwrap();
	assert_eq!((next.version, next.recovery.quorum), (2, 3));
	let two = [account(101), account(103)];
	let recovered = next.recover(&two, account(50), key(8, 10), at(10));
	assert_eq!(recovered, Err(IssuerError::QuorumMissed));
}
