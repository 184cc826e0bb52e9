use super::*;

const SCHEMA: SchemaLaw = SchemaLaw { longest_millis: 500, superseded_at: None };

/// Issued at 100 by key 0, valid from 110 to 400.
fn attestation() -> Attestation {
	Attestation {
		issued_at: at(100),
		from: at(110),
		until: at(400),
		key: KeyId(0),
		signed_at: at(90),
	}
}

fn flags() -> StatusFlags {
	StatusFlags { revoked_at: None, suspensions: BoundedVec::new() }
}

fn check(attestation: &Attestation) -> Result<(), AttestationError> {
	check_validity(attestation, &diploma(), &SCHEMA, &chain(), &issuer())
}

fn status(millis: u64) -> Status {
	status_at(&attestation(), &flags(), &SCHEMA, &chain(), &issuer(), at(millis)).unwrap()
}

#[test]
fn attestation_should_be_issued_within_every_bound() {
	assert_eq!(check(&attestation()), Ok(()));
	assert_eq!(check(&Attestation { until: at(610), ..attestation() }), Ok(()));
}

#[test]
fn attestation_should_be_refused_by_name_when_its_period_is_not_fit() {
	let refused = |attestation| check(&attestation).unwrap_err();
	let until = |until| Attestation { until: at(until), ..attestation() };
	assert_eq!(refused(until(110)), AttestationError::PeriodEmpty);
	assert_eq!(refused(until(109)), AttestationError::PeriodEmpty);
	assert_eq!(refused(until(611)), AttestationError::LongerThanSchema);
	let late = Attestation { from: at(500), until: at(801), ..attestation() };
	assert_eq!(refused(late), AttestationError::BeyondAccreditation);
	let back = Attestation { from: at(99), ..attestation() };
	assert_eq!(refused(back), AttestationError::Backdated);
}

#[test]
fn attestation_should_be_refused_when_the_chain_or_the_schema_is_not_fit() {
	let mut chain = chain();
	chain[2] = revoke(&chain[2], Issued::Keep, at(100)).unwrap();
	assert_eq!(
		check_validity(&attestation(), &diploma(), &SCHEMA, &chain, &issuer()),
		Err(ChainError::Revoked.into())
	);
	let superseded = SchemaLaw { superseded_at: Some(at(100)), ..SCHEMA };
	assert_eq!(
		check_validity(&attestation(), &diploma(), &superseded, &super::chain(), &issuer()),
		Err(AttestationError::SchemaSuperseded)
	);
}

#[test]
fn attestation_should_be_refused_when_the_key_did_not_sign_it() {
	let signed = |signed_at, issuer: &Issuer| {
		let attestation = Attestation { signed_at: at(signed_at), ..attestation() };
		check_validity(&attestation, &diploma(), &SCHEMA, &chain(), issuer)
	};
	assert_eq!(signed(101, &issuer()), Err(AttestationError::SignedInFuture));
	assert_eq!(signed(4, &issuer()), Err(KeyError::NotYet.into()));
	let rotated = issuer().rotate_key(KeyId(0), Ending::Revoked, Some(key(8, 95)), at(95)).unwrap();
	// Signed while the key was in force by its own word, and issued afterwards.
	assert_eq!(signed(90, &rotated), Err(KeyError::Revoked.into()));
}

#[test]
fn status_should_follow_the_clock() {
	assert_eq!(status(99), Status::NotYet);
	assert_eq!(status(109), Status::NotYet);
	assert_eq!(status(110), Status::Valid);
	assert_eq!(status(399), Status::Valid);
	assert_eq!(status(400), Status::Expired);
}

#[test]
fn status_should_tell_revocation_and_suspension_by_their_instants() {
	let suspended = |from, until: Option<u64>| Suspension { from: at(from), until: until.map(at) };
	let flags = StatusFlags {
		revoked_at: Some(at(300)),
		suspensions: BoundedVec::try_from(vec![suspended(150, Some(160)), suspended(290, None)])
			.unwrap(),
	};
	let status = |millis| {
		status_at(&attestation(), &flags, &SCHEMA, &chain(), &issuer(), at(millis)).unwrap()
	};
	assert_eq!(status(149), Status::Valid);
	assert_eq!(status(150), Status::Suspended);
	assert_eq!(status(159), Status::Suspended);
	assert_eq!(status(160), Status::Valid);
	assert_eq!(status(290), Status::Suspended);
	assert_eq!(status(300), Status::Revoked);
	assert_eq!(status(500), Status::Revoked);
}

#[test]
fn status_should_be_void_or_kept_as_the_revocation_of_the_chain_says() {
	for place in 0..3 {
		let status = |issued| {
			let mut chain = chain();
			chain[place] = revoke(&chain[place], issued, at(200)).unwrap();
			status_at(&attestation(), &flags(), &SCHEMA, &chain, &issuer(), at(250)).unwrap()
		};
		assert_eq!(status(Issued::Keep), Status::Valid);
		assert_eq!(status(Issued::VoidFrom(at(101))), Status::Valid);
		assert_eq!(status(Issued::VoidFrom(at(100))), Status::VoidedByChain);
	}
}

#[test]
fn status_should_tell_a_compromised_key_and_keep_what_came_before() {
	let status = |since| {
		let issuer = issuer()
			.rotate_key(KeyId(0), Ending::CompromisedSince(at(since)), Some(key(8, 200)), at(200))
			.unwrap();
		status_at(&attestation(), &flags(), &SCHEMA, &chain(), &issuer, at(250)).unwrap()
	};
	assert_eq!(status(100), Status::SignedByCompromisedKey);
	assert_eq!(status(101), Status::Valid);
}

#[test]
fn status_should_stay_when_the_key_is_revoked_afterwards() {
	for millis in [100, 200] {
		let replacement = Some(key(8, millis));
		let issuer =
			issuer().rotate_key(KeyId(0), Ending::Revoked, replacement, at(millis)).unwrap();
		let status = status_at(&attestation(), &flags(), &SCHEMA, &chain(), &issuer, at(250));
		assert_eq!(status, Ok(Status::Valid));
	}
}

#[test]
fn status_should_tell_a_superseded_schema() {
	let schema = SchemaLaw { superseded_at: Some(at(200)), ..SCHEMA };
	let status = |millis| {
		status_at(&attestation(), &flags(), &schema, &chain(), &issuer(), at(millis)).unwrap()
	};
	assert_eq!(status(199), Status::Valid);
	assert_eq!(status(200), Status::SchemaSuperseded);
}

#[test]
fn status_should_be_refused_when_there_is_no_chain_or_no_key() {
	let status = |attestation: &Attestation, chain: &[Accreditation]| {
		status_at(attestation, &flags(), &SCHEMA, chain, &issuer(), at(250))
	};
	assert_eq!(status(&attestation(), &chain()[..2]), Err(ChainError::Broken.into()));
	let other = Attestation { key: KeyId(5), ..attestation() };
	assert_eq!(status(&other, &chain()), Err(KeyError::Unknown.into()));
}

#[test]
fn flags_should_tell_of_each_suspension_and_of_one_revocation() {
	let set = |flags: &StatusFlags, purpose, set, millis| flags.set(purpose, set, at(millis));
	let (suspension, revocation) = (StatusPurpose::Suspension, StatusPurpose::Revocation);
	let none = StatusFlags::default();
	for purpose in [suspension, revocation] {
		assert_eq!(set(&none, purpose, false, 120), Err(StatusListError::Unchanged));
	}
	let suspended = set(&none, suspension, true, 120).unwrap();
	assert_eq!(set(&suspended, suspension, true, 130), Err(StatusListError::Unchanged));
	let lifted = set(&suspended, suspension, false, 130).unwrap();
	let again = set(&lifted, suspension, true, 140).unwrap();
	let revoked = set(&again, revocation, true, 150).unwrap();
	assert_eq!(set(&revoked, revocation, true, 160), Err(StatusListError::Unchanged));
	assert_eq!(set(&revoked, revocation, false, 160), Err(StatusListError::RevocationFinal));
	let status = |millis| {
		status_at(&attestation(), &revoked, &SCHEMA, &chain(), &issuer(), at(millis)).unwrap()
	};
	for (millis, expected) in [
		(119, Status::Valid),
		(120, Status::Suspended),
		(129, Status::Suspended),
		(130, Status::Valid),
		(140, Status::Suspended),
		(150, Status::Revoked),
	] {
		assert_eq!(status(millis), expected, "at {millis}");
	}
}

#[test]
fn flags_should_be_refused_a_suspension_that_cannot_be_kept() {
	let mut flags = StatusFlags::default();
	for number in 0..u64::from(MAX_SUSPENSIONS) {
		flags = flags.set(StatusPurpose::Suspension, true, at(2 * number)).unwrap();
		flags = flags.set(StatusPurpose::Suspension, false, at(2 * number + 1)).unwrap();
	}
	let once_more = flags.set(StatusPurpose::Suspension, true, at(900));
	assert_eq!(once_more, Err(StatusListError::TooManySuspensions));
	assert_eq!(flags.check_leaves_room(), Err(StatusListError::TooManySuspensions));
	while flags.suspensions.len() as u32 > MAX_HOLDER_SUSPENSIONS {
		assert!(flags.check_leaves_room().is_err());
		flags.suspensions.pop();
	}
	assert_eq!(flags.check_leaves_room(), Ok(()));
	assert!(flags.set(StatusPurpose::Revocation, true, at(900)).is_ok());
}
