use super::*;

#[test]
fn schema_should_be_superseded_by_its_next_version() {
	build_and_execute(|| {
		assert_ok!(make(schema(None, 1)));
		pass(50);
		assert_ok!(make(schema(Some(1), 2)));
		let version = |version| Attestations::schema(SchemaId(1), version).unwrap();
		assert_eq!(version(1).law.superseded_at, Some(at(150)));
		assert_eq!(version(2).law.superseded_at, None);
		assert_eq!(Attestations::history(RecordId::Schema(SchemaId(1)), 1, 9).len(), 2);
	});
}

#[test]
fn issuer_should_be_allowed_what_the_whole_chain_allows() {
	build_and_execute(|| {
		found();
		assert_eq!(allows(3), Ok(()));
		assert_eq!(allows(2), Err(ChainError::NotAnIssuer));
		assert_eq!(allows(9), Err(ChainError::Empty));
		pass(7_000);
		assert_eq!(allows(3), Err(ChainError::Expired));
	});
}

#[test]
fn issuer_should_lose_what_a_node_above_loses() {
	build_and_execute(|| {
		found();
		let scope = scope(&[1], District::NATIONAL, Level::Low, 8_000);
		assert_ok!(make(Change::Narrow { accreditation: AccreditationId(2), scope }));
		assert_eq!(allows(3), Err(ChainError::LevelTooHigh));
		assert_eq!(allows_at(3, Level::Low), Ok(()));
		let accreditation = AccreditationId(1);
		let issued = Issued::VoidFrom(at(60));
		assert_ok!(make(Change::Revoke { accreditation, issued }));
		assert_eq!(allows_at(3, Level::Low), Err(ChainError::Revoked));
		let record = Attestations::accreditation(accreditation).unwrap().record;
		assert_eq!(record.node.revoked.map(|revocation| revocation.issued), Some(issued));
		assert_noop!(
			prepare(ACCREDITOR, Change::Revoke { accreditation, issued: Issued::Keep }),
			Error::<Test>::AccreditationRevoked
		);
		let below = super::scope(&[1], CITY, Level::Low, 900);
		let below = accredit(Some(2), AccreditationKind::Issuer, below);
		assert_noop!(prepare(ACCREDITOR, below), Error::<Test>::ChainRevoked);
	});
}

#[test]
fn decision_should_be_refused_from_the_maker_under_any_account() {
	build_and_execute(|| {
		found();
		let accreditation = AccreditationId(3);
		assert_ok!(prepare(ACCREDITOR, Change::Revoke { accreditation, issued: Issued::Keep }));
		let decide = |who| decide(who, 1, Verdict::Approve);
		assert_noop!(decide(ACCREDITOR), Error::<Test>::SameAccount);
		assert_noop!(decide(ACCREDITOR_AGAIN), Error::<Test>::SamePerson);
		assert_noop!(decide(STRANGER), NO_MANDATE);
		assert_noop!(decide(DECIDER), NO_MANDATE);
		assert_ok!(decide(LOCAL_ACCREDITOR));
		assert_noop!(decide(SECOND_ACCREDITOR), Error::<Test>::ProposalNotFound);
	});
}

#[test]
fn decision_should_check_the_chain_again() {
	build_and_execute(|| {
		found();
		let issuer = scope(&[1], CITY, Level::Low, 900);
		assert_ok!(prepare(ACCREDITOR, accredit(Some(2), AccreditationKind::Issuer, issuer)));
		let waiting = LastProposal::<Test>::get();
		let accreditation = AccreditationId(1);
		assert_ok!(make(Change::Revoke { accreditation, issued: Issued::Keep }));
		let checker = RuntimeOrigin::signed(SECOND_ACCREDITOR);
		assert_noop!(
			Attestations::decide(checker, act(0), waiting, Verdict::Approve),
			Error::<Test>::ChainRevoked
		);
	});
}

#[test]
fn decision_should_be_refused_when_the_record_has_moved_on() {
	build_and_execute(|| {
		assert_ok!(make(schema(None, 1)));
		assert_ok!(prepare(EXAMINER, schema(Some(1), 2)));
		let waiting = LastProposal::<Test>::get();
		assert_ok!(make(schema(Some(1), 3)));
		let decide = |version| {
			let checker = RuntimeOrigin::signed(DECIDER);
			Attestations::decide(checker, act(version), waiting, Verdict::Approve)
		};
		assert_noop!(decide(2), Error::<Test>::ProposalOutdated);
	});
}

#[test]
fn decision_should_be_refused_when_it_comes_too_late_or_cites_another_version() {
	build_and_execute(|| {
		assert_ok!(prepare(EXAMINER, schema(None, 1)));
		assert_noop!(decide(DECIDER, 1, Verdict::Approve), Error::<Test>::StaleVersion);
		pass(31 * MILLIS_PER_DAY);
		assert_noop!(decide(DECIDER, 0, Verdict::Approve), Error::<Test>::ProposalLapsed);
	});
}

#[test]
fn rejection_should_change_nothing() {
	build_and_execute(|| {
		assert_ok!(prepare(EXAMINER, schema(None, 1)));
		assert_ok!(decide(DECIDER, 0, Verdict::Reject));
		assert_eq!(Attestations::schema(SchemaId(1), 1), None);
		assert_eq!(Proposals::<Test>::iter().count(), 0);
		assert_ok!(make(schema(None, 1)));
	});
}

#[test]
fn change_that_is_dated_ahead_should_wait_for_its_day() {
	build_and_execute(|| {
		let ahead = || {
			let mut act = act(0);
			act.effective_from = act.effective_from.checked_add_days(1).unwrap();
			act
		};
		let maker = RuntimeOrigin::signed(EXAMINER);
		assert_ok!(Attestations::prepare(maker, ahead(), Box::new(schema(None, 1))));
		let id = LastProposal::<Test>::get();
		let checker = RuntimeOrigin::signed(DECIDER);
		assert_noop!(
			Attestations::decide(checker, ahead(), id, Verdict::Approve),
			Error::<Test>::EffectiveInFuture
		);
		assert_noop!(decide(DECIDER, 0, Verdict::Approve), Error::<Test>::NotYetEffective);
		pass(MILLIS_PER_DAY);
		assert_ok!(decide(DECIDER, 0, Verdict::Approve));
	});
}
