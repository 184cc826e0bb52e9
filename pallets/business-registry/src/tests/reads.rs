//! What others read.

use super::*;
use polity_primitives::{ActKind, Capacity, Party, Register, StandingError};

#[test]
fn companies_should_come_in_pages() {
	build_and_execute(|| {
		let numbers: Vec<_> = (0..5).map(|n| found(FOUNDER, &format!("Company {n}"))).collect();
		let page = |after, limit| -> Vec<_> {
			BusinessRegistry::companies(after, limit)
				.into_iter()
				.map(|company| company.number)
				.collect()
		};
		assert_eq!(page(None, 3), numbers[..3]);
		assert_eq!(page(Some(numbers[2]), 3), numbers[3..]);
		assert_eq!(page(Some(numbers[4]), 3), vec![]);
		assert_eq!(page(None, u32::MAX), numbers);
		assert_eq!(page(None, 0), vec![]);
		let missing = CompanyNumber::from_serial(2_000_000_000).unwrap();
		assert_eq!(BusinessRegistry::company(missing), None);
		assert_eq!(
			BusinessRegistry::company_may(missing, ActKind::File, Capacity::Itself),
			Err(StandingError::NotFound)
		);
	});
}

#[test]
fn work_lists_should_come_in_the_order_of_filing_and_in_pages() {
	build_and_execute(|| {
		let filed: Vec<_> = (0..300)
			.map(|n| file(FOUNDER, body(tag(FOUNDER), &format!("Company {n}"))).0)
			.collect();
		let page = |after, limit| {
			BusinessRegistry::work_list(
				District::NATIONAL,
				WorkState::ApplicationFiled,
				after,
				limit,
			)
		};
		assert_eq!(page(None, 64), filed[..64]);
		// More than 64 are never read at once.
		assert_eq!(page(None, u32::MAX).len(), 64);
		assert_eq!(page(Some(filed[254]), 10), filed[255..265]);
		// The page goes on where it was, also when that item is gone.
		assert_ok!(BusinessRegistry::take_up(signed(EXAMINER), act(1), ApplicationId(filed[254])));
		assert_eq!(page(Some(filed[254]), 2), filed[255..257]);
		assert_eq!(page(Some(filed[253]), 2), filed[255..257]);
		assert_eq!(
			BusinessRegistry::work_list(
				District::NATIONAL,
				WorkState::ApplicationUnderExamination,
				None,
				2
			),
			vec![filed[254]]
		);
		assert_eq!(
			BusinessRegistry::work_list(District(1), WorkState::ApplicationFiled, None, 2),
			Vec::<u64>::new()
		);
		let of = |after| BusinessRegistry::applications_of(tag(FOUNDER), after, 2);
		assert_eq!(of(None), vec![ApplicationId(1), ApplicationId(2)]);
		assert_eq!(of(Some(ApplicationId(255))), vec![ApplicationId(256), ApplicationId(257)]);
	});
}

#[test]
fn status_should_be_that_of_its_time() {
	build_and_execute(|| {
		let number = found(FOUNDER, "Acme");
		pass_days(10);
		change(number, Change::Status(Status::Suspended));
		change(number, Change::Lei(Some(lei("5493001KJTIIGC8Y1R12"))));
		let at = |days: i64| {
			let millis = NOON.as_millis() as i64 + days * 86_400_000;
			BusinessRegistry::status_at(
				number,
				polity_primitives::time::Instant::from_millis(millis as u64),
			)
		};
		assert_eq!(at(-1), None);
		assert_eq!(at(0), Some(Status::Active));
		assert_eq!(at(9), Some(Status::Active));
		assert_eq!(at(10), Some(Status::Suspended));
		assert_eq!(at(1_000), Some(Status::Suspended));
	});
}

#[test]
fn histories_should_tell_the_way_to_a_company() {
	build_and_execute(|| {
		let reservation = reserve(FOUNDER, "Acme");
		let cited =
			ApplicationBody { reservation: Some(reservation), ..body(tag(FOUNDER), "Acme") };
		let id = file(FOUNDER, cited);
		assert_ok!(examine(EXAMINER, id, recommend("Acme")));
		assert_ok!(decide(DECIDER, id, Decision::Register));
		let number = CompanyNumber::from_serial(1_000_000_000).unwrap();

		let changes: Vec<_> = BusinessRegistry::application_history(id, 1, 64)
			.into_iter()
			.map(|entry| entry.body)
			.collect();
		assert!(matches!(
			changes[..],
			[
				ApplicationChange::Filed { .. },
				ApplicationChange::Examined(Recommendation::Register { .. }),
				ApplicationChange::Registered(registered),
			] if registered == number
		));
		let changes = BusinessRegistry::reservation_history(reservation, 2, 64);
		assert_eq!(changes.len(), 2);
		assert_eq!(changes[1].body, ReservationChange::Used(number));
		assert_eq!(BusinessRegistry::company_history(number, 1, 0).len(), 0);
		assert_eq!(BusinessRegistry::company_history(number, 0, 9).len(), 1);
		assert!(BusinessRegistry::application(id).unwrap().record.examiner.is_some());
		assert_eq!(
			BusinessRegistry::reservation(reservation).unwrap().record.state,
			ReservationState::Used(number)
		);
		assert_eq!(BusinessRegistry::reservation_lapses_at(reservation), None);
	});
}

#[test]
fn standing_should_be_answered_for_companies_alone() {
	build_and_execute(|| {
		use polity_primitives::traits::Standing;
		let number = found(FOUNDER, "Acme");
		let may = |party: Party| {
			<BusinessRegistry as Standing>::may(
				Register::Land,
				&party,
				ActKind::Acquire,
				Capacity::Itself,
			)
		};
		assert_eq!(may(Party::Company(number)), Ok(()));
		assert_eq!(may(Party::Person(tag(FOUNDER))), Err(StandingError::NotCapable));
		strike_off(number);
		assert_eq!(may(Party::Company(number)), Err(StandingError::Dissolved));
	});
}

#[test]
fn name_should_be_unavailable_when_it_cannot_be_registered() {
	build_and_execute(|| {
		assert_eq!(
			BusinessRegistry::name_availability(name("Acme\u{200b}")),
			NameAvailability::NotAllowed
		);
		assert_eq!(
			BusinessRegistry::name_availability(name("BANK OF POLITY LTD")),
			NameAvailability::Held(NameHolder::Statute)
		);
	});
}
