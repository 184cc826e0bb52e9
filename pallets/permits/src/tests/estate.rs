//! What companies have in this register.

use polity_primitives::traits::{CompanyEstate, EstateObstacle, Licences};

use super::*;

fn succeed(from: u64, to: u64) -> DispatchResult {
	let merger = act(LegalBasis(501), 0);
	frame_support::storage::with_storage_layer(|| {
		<Permits as CompanyEstate>::succeed(company(from), company(to), &merger, MandateId(2))
	})
}

#[test]
fn running_permits_should_stand_in_the_way_of_a_companys_end() {
	build_and_execute(|| {
		let obstacle = || <Permits as CompanyEstate>::obstacle(company(0));
		assert_eq!(obstacle(), None);
		let kind = make_type(terms());
		let number = permit_of(kind, firm(0));
		assert_eq!(obstacle(), Some(EstateObstacle::HoldsPermits));
		assert_eq!(<Permits as CompanyEstate>::obstacle(company(1)), None);
		// Also one that cannot be used.
		assert_ok!(change(number, suspend()));
		assert_eq!(obstacle(), Some(EstateObstacle::HoldsPermits));
		assert_ok!(surrender(ANN, number));
		assert_eq!(obstacle(), None);
		granted(Grant { valid_to: Some(day(5)), ..grant_of(kind, firm(0)) });
		pass_days(5);
		next_block();
		assert_eq!(obstacle(), None);
	});
}

#[test]
fn permits_should_pass_to_the_successor_by_operation_of_law() {
	build_and_execute(|| {
		let fixed = PermitTerms { is_transferable: false, ..terms() };
		let (kind, other) = (make_type(fixed), make_type(terms()));
		let number = permit_of(kind, firm(0));
		let suspended = permit_of(other, firm(0));
		assert_ok!(change(suspended, suspend()));
		let of_successor = permit_of(other, firm(1));
		assert_ok!(ask_transfer(BOB, of_successor, firm(2)));
		assert_ok!(succeed(0, 1));
		assert_eq!(record(number).holder, firm(1));
		assert_eq!(record(suspended).holder, firm(1));
		assert_eq!(last_step(number), PermitStep::Passed { from: firm(0), to: firm(1) });
		assert_eq!(<Permits as CompanyEstate>::obstacle(company(0)), None);
		assert_eq!(status(suspended), EffectiveStatus::Suspended);
		assert_eq!(Permits::places(other).running, 2);
		assert_ok!(surrender(BOB, number));
	});
}

#[test]
fn renewed_permits_should_pass_with_those_that_follow() {
	build_and_execute(|| {
		let old = permit_of(make_type(terms()), firm(0));
		pass_to(record(old).permit.valid_to.unwrap().checked_sub_days(9).unwrap());
		let next = renew(ANN, old).unwrap();
		assert_ok!(succeed(0, 1));
		assert_eq!(record(next).holder, firm(1));
		assert_eq!(record(old).holder, firm(1));
	});
}

#[test]
fn succession_should_fail_when_more_would_pass_than_can() {
	build_and_execute(|| {
		let kind = make_type(PermitTerms { quota: None, ..terms() });
		for place in 0..=u64::from(MAX_SUCCESSION) {
			granted(Grant { site: Some(unit(place)), ..grant_of(kind, firm(0)) });
		}
		assert_noop!(succeed(0, 1), Error_::TooManyPermits);
	});
}

#[test]
fn activity_should_need_the_licence_that_a_type_is() {
	build_and_execute(|| {
		let taxis = "49320".parse().unwrap();
		let lacks = |company| <Permits as Licences>::lacks_licence(company, &taxis);
		assert!(!lacks(None));
		let kind = make_type(PermitTerms { licenses: Some(taxis), ..terms() });
		assert!(lacks(None) && lacks(Some(company(0))));
		let number = permit_of(kind, firm(0));
		assert!(!lacks(Some(company(0))));
		assert!(lacks(Some(company(1))));
		assert_ok!(change(number, suspend()));
		assert!(lacks(Some(company(0))));
		assert!(!<Permits as Licences>::lacks_licence(None, &"62020".parse().unwrap()));
		// A type that nobody can apply for any more is demanded of nobody.
		let terms = PermitTerms { licenses: Some(taxis), ..terms() };
		let ended = TypeVersion { takes_applications: false, ..version(terms) };
		assert_ok!(set_type(Some(kind), ended));
		assert!(!lacks(Some(company(0))));
	});
}
