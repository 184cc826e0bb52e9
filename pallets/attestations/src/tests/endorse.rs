use super::*;

fn child() -> Change {
	accredit(Some(2), AccreditationKind::Issuer, scope(&[1], CITY, Level::Low, 900))
}

#[test]
fn accreditation_should_be_refused_when_the_holder_above_has_not_agreed() {
	build_and_execute(|| {
		found();
		assert_ok!(prepare(ACCREDITOR, child()));
		let decide = || decide(SECOND_ACCREDITOR, 0, Verdict::Approve);
		assert_noop!(decide(), Error::<Test>::NotEndorsed);
		// The consent is to this accreditation, and to no other.
		let other =
			accredit(Some(2), AccreditationKind::Issuer, scope(&[1], CITY, Level::Low, 901));
		assert_ok!(endorse(ABOVE, 2, &other));
		assert_noop!(decide(), Error::<Test>::NotEndorsed);
		assert_ok!(endorse(ABOVE, 2, &child()));
		let (parent, child) = (AccreditationId(2), endorsement(&child()));
		System::assert_last_event(Event::Endorsed { parent, child, by: ABOVE }.into());
		assert_ok!(decide());
	});
}

#[test]
fn consent_should_serve_once_and_lapse() {
	build_and_execute(|| {
		found();
		assert_ok!(endorse(ABOVE, 2, &child()));
		assert_ok!(make(child()));
		assert_ok!(prepare(ACCREDITOR, child()));
		let decide = || decide(SECOND_ACCREDITOR, 0, Verdict::Approve);
		assert_noop!(decide(), Error::<Test>::NotEndorsed);
		assert_ok!(endorse(ABOVE, 2, &child()));
		assert_ok!(decide());
	});
	build_and_execute(|| {
		assert_ok!(make(schema(None, 1)));
		let until = 100 * MILLIS_PER_DAY;
		let wide = || scope(&[1], District::NATIONAL, Level::High, until);
		assert_ok!(make(accredit(None, AccreditationKind::Root, wide())));
		assert_ok!(make(accredit(Some(1), AccreditationKind::Organisation, wide())));
		assert_ok!(make(open(2, 8, ABOVE)));
		let below = accredit(Some(2), AccreditationKind::Issuer, wide());
		assert_ok!(endorse(ABOVE, 2, &below));
		pass(31 * MILLIS_PER_DAY);
		assert_ok!(prepare(ACCREDITOR, below));
		assert_noop!(decide(SECOND_ACCREDITOR, 0, Verdict::Approve), Error::<Test>::NotEndorsed);
	});
}

#[test]
fn consent_should_count_while_who_gave_it_is_a_controller() {
	build_and_execute(|| {
		found();
		pass(1);
		let of_above = |who, change| {
			let (issuer, who) = (IssuerId(1), RuntimeOrigin::signed(who));
			let act = act_on(ISSUERS, seq(RecordId::Issuer(issuer)));
			Attestations::change_issuer(who, act, issuer, Box::new(change))
		};
		assert_ok!(of_above(ABOVE, IssuerChange::AddController(STRANGER)));
		let until = 100 * MILLIS_PER_DAY;
		let wide = || scope(&[1], District::NATIONAL, Level::Low, until);
		assert_ok!(make(accredit(None, AccreditationKind::Root, wide())));
		assert_ok!(make(accredit(Some(4), AccreditationKind::Organisation, wide())));
		let below = accredit(Some(5), AccreditationKind::Issuer, wide());
		assert_ok!(endorse(STRANGER, 5, &below));
		assert_ok!(prepare(ACCREDITOR, below.clone()));
		pass(RECOVERY_GAP_MILLIS);
		assert_ok!(of_above(ABOVE, IssuerChange::RemoveController(STRANGER)));
		let decide = || decide(SECOND_ACCREDITOR, 0, Verdict::Approve);
		assert_noop!(decide(), Error::<Test>::NotEndorsed);
		// Who is one still can agree in the other's stead.
		assert_ok!(endorse(ABOVE, 5, &below));
		assert_ok!(decide());
	});
}

#[test]
fn consent_should_be_refused_from_who_does_not_control_the_holder_above() {
	build_and_execute(|| {
		found_university();
		for who in [STRANGER, CONTROLLER, ACCREDITOR] {
			assert_noop!(endorse(who, 2, &child()), Error::<Test>::NotController);
		}
		// A root of the state has no document: its officers act.
		assert_noop!(endorse(ABOVE, 1, &child()), Error::<Test>::IssuerNotFound);
		assert_noop!(endorse(ABOVE, 9, &child()), Error::<Test>::AccreditationNotFound);
		let stale = Attestations::endorse(
			RuntimeOrigin::signed(ABOVE),
			act(0),
			AccreditationId(2),
			endorsement(&child()),
		);
		assert_noop!(stale, Error::<Test>::StaleVersion);
	});
}
