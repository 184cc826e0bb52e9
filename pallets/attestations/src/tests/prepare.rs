use super::*;
use polity_primitives::{ids::GroupId, Tag};

#[test]
fn change_should_be_prepared_and_have_no_effect_yet() {
	build_and_execute(|| {
		assert_ok!(prepare(EXAMINER, schema(None, 1)));
		System::assert_last_event(
			Event::Prepared {
				proposal: ProposalId(1),
				change: schema(None, 1),
				mandate: polity_primitives::MandateId(1),
			}
			.into(),
		);
		assert_eq!(Attestations::schema(SchemaId(1), 1), None);
	});
}

#[test]
fn change_should_be_refused_from_who_has_no_mandate() {
	build_and_execute(|| {
		found();
		for who in [STRANGER, DECIDER, ACCREDITOR] {
			assert_noop!(prepare(who, schema(None, 9)), NO_MANDATE);
		}
		let root = || accredit(None, AccreditationKind::Root, scope(&[1], CITY, Level::Low, 900));
		for who in [STRANGER, EXAMINER, LOCAL_ACCREDITOR] {
			assert_noop!(prepare(who, root()), NO_MANDATE);
		}
		let wide = scope(&[1], District::NATIONAL, Level::Low, 900);
		let wide = accredit(Some(1), AccreditationKind::Issuer, wide);
		assert_noop!(prepare(LOCAL_ACCREDITOR, wide), NO_MANDATE);
		let local =
			accredit(Some(1), AccreditationKind::Issuer, scope(&[1], CITY, Level::Low, 900));
		assert_ok!(prepare(LOCAL_ACCREDITOR, local));
	});
}

#[test]
fn schema_should_be_refused_when_it_is_none_or_not_new() {
	build_and_execute(|| {
		assert_ok!(make(schema(None, 1)));
		assert_noop!(prepare(EXAMINER, schema(None, 1)), Error::<Test>::SchemaHashTaken);
		assert_noop!(prepare(EXAMINER, schema(Some(1), 1)), Error::<Test>::SchemaHashTaken);
		assert_noop!(prepare(EXAMINER, schema(None, 0)), Error::<Test>::SchemaHashZero);
		assert_noop!(prepare(EXAMINER, schema(Some(2), 2)), Error::<Test>::SchemaNotFound);
		let never =
			Change::SetSchema { schema: None, hash: H256::repeat_byte(3), longest_millis: 0 };
		assert_noop!(prepare(EXAMINER, never), Error::<Test>::SchemaValidityZero);
	});
}

#[test]
fn holder_should_be_refused_when_it_is_or_may_be_a_person() {
	build_and_execute(|| {
		found();
		let held = |holder| Change::Accredit {
			parent: Some(AccreditationId(2)),
			kind: AccreditationKind::Issuer,
			holder,
			scope: scope(&[1], CITY, Level::Low, 900),
		};
		for holder in [
			Party::Person(Tag::new([1; 32]).unwrap()),
			Party::Foreign(Commitment::new([1; 32]).unwrap()),
			Party::Group(GroupId(1)),
		] {
			assert_noop!(prepare(ACCREDITOR, held(holder)), Error::<Test>::HolderIsPerson);
		}
		assert_noop!(prepare(ACCREDITOR, held(Party::Unknown)), Error::<Test>::HolderUnfit);
		bar();
		let ministry = held(Party::State(MinistryId(7)));
		assert_noop!(prepare(ACCREDITOR, ministry), Error::<Test>::HolderNotInStanding);
	});
}

#[test]
fn accreditation_should_be_refused_when_it_exceeds_the_chain() {
	build_and_execute(|| {
		found();
		let nation = District::NATIONAL;
		let issuer = AccreditationKind::Issuer;
		for (scope, error) in [
			(scope(&[2], nation, Level::Low, 900), Error::<Test>::SchemaBeyond),
			(scope(&[1], nation, Level::High, 900), Error::<Test>::LevelBeyond),
			(scope(&[1], nation, Level::Low, 8_001), Error::<Test>::PeriodBeyond),
			(scope(&[], nation, Level::Low, 900), Error::<Test>::ScopeWithoutSchema),
			(scope(&[1], nation, Level::Low, 0), Error::<Test>::PeriodEmpty),
			(scope(&[7], nation, Level::Low, 900), Error::<Test>::SchemaNotFound),
		] {
			assert_noop!(prepare(ACCREDITOR, accredit(Some(2), issuer, scope)), error);
		}
		let small = || scope(&[1], CITY, Level::Low, 900);
		for (parent, kind, error) in [
			(Some(3), issuer, Error::<Test>::ParentIsIssuer),
			(Some(9), issuer, Error::<Test>::AccreditationNotFound),
			(None, issuer, Error::<Test>::KindAndParentDiffer),
			(Some(1), AccreditationKind::Root, Error::<Test>::KindAndParentDiffer),
		] {
			assert_noop!(prepare(ACCREDITOR, accredit(parent, kind, small())), error);
		}
	});
}

#[test]
fn act_should_be_refused_when_it_does_not_fit() {
	build_and_execute(|| {
		let prepare = |act| {
			let change = Box::new(schema(None, 1));
			Attestations::prepare(RuntimeOrigin::signed(EXAMINER), act, change)
		};
		assert_noop!(prepare(act(1)), Error::<Test>::StaleVersion);
		let mut other = act(0);
		other.legal_basis = LegalBasis(101);
		assert_noop!(prepare(other), Error::<Test>::LegalBasisDoesNotFit);
		let day = |days| {
			let mut act = act(0);
			act.effective_from = act.effective_from.checked_add_days(days).unwrap();
			act
		};
		assert_noop!(prepare(day(-1)), Error::<Test>::Backdated);
		let once = act(0);
		assert_ok!(prepare(once.clone()));
		assert_noop!(prepare(once), REPEATED);
	});
}
