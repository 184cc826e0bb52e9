use super::*;

#[test]
fn proposal_should_be_withdrawn_by_its_maker_and_by_anybody_once_it_has_lapsed() {
	build_and_execute(|| {
		let withdraw = |who, id| Attestations::withdraw(RuntimeOrigin::signed(who), ProposalId(id));
		assert_ok!(prepare(EXAMINER, schema(None, 1)));
		assert_ok!(prepare(EXAMINER, schema(None, 2)));
		assert_noop!(withdraw(DECIDER, 1), Error::<Test>::NotTheMaker);
		assert_ok!(withdraw(EXAMINER, 1));
		assert_noop!(withdraw(EXAMINER, 1), Error::<Test>::ProposalNotFound);
		pass(31 * MILLIS_PER_DAY);
		assert_ok!(withdraw(STRANGER, 2));
	});
}
