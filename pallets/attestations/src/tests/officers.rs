use super::*;

#[test]
fn proposals_should_stand_in_the_work_list_of_their_district_until_they_are_closed() {
	build_and_execute(|| {
		found();
		assert_ok!(prepare(EXAMINER, schema(None, 8)));
		let first = LastProposal::<Test>::get();
		assert_ok!(prepare(EXAMINER, schema(None, 9)));
		let second = LastProposal::<Test>::get();
		let revoke = Change::Revoke { accreditation: AccreditationId(3), issued: Issued::Keep };
		assert_ok!(prepare(ACCREDITOR, revoke));
		let local = LastProposal::<Test>::get();
		let list = |district, after, limit| Attestations::work_list(district, after, limit);
		assert_eq!(list(District::NATIONAL, None, 9), [first, second]);
		assert_eq!(list(District::NATIONAL, None, 1), [first]);
		assert_eq!(list(District::NATIONAL, Some(first), 9), [second]);
		assert_eq!(list(CITY, None, 9), [local]);
		assert_ok!(Attestations::withdraw(RuntimeOrigin::signed(EXAMINER), first));
		assert_ok!(decide(SECOND_ACCREDITOR, 1, Verdict::Reject));
		assert_eq!(list(District::NATIONAL, None, 9), [second]);
		assert_eq!(list(CITY, None, 9), []);
	});
}

#[test]
fn accreditations_should_be_found_by_their_holder() {
	build_and_execute(|| {
		found();
		let of = |after: Option<u32>| {
			Attestations::accreditations_of(university(), after.map(AccreditationId), 9)
		};
		assert_eq!(of(None), [AccreditationId(3)]);
		assert_eq!(of(Some(3)), []);
		assert_eq!(Attestations::schema_of(H256::repeat_byte(2)), Some((SchemaId(2), 1)));
	});
}
