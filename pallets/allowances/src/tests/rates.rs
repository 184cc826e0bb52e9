//! What the council sets, and what the genesis does.

use frame_support::{assert_noop, assert_ok, traits::Hooks};
use polity_primitives::traits::{Rate, RateAdministration, RateClass};
use sp_runtime::BuildStorage;

use crate::{mock::*, Error, Event, GenesisConfig, Rates};

const CLASSES: [RateClass; 4] =
	[RateClass::Seat, RateClass::Officer, RateClass::Person, RateClass::Ministry];

#[test]
fn rate_should_be_set_when_it_is_large_enough() {
	build_and_execute(|| {
		for class in CLASSES {
			let previous = Rates::<Test>::get(class);
			let rate = Rate { ref_time: 2 * MILLISECOND, length: 200 };
			assert_ok!(Allowances::set_rate(class, rate));
			assert_eq!(Rates::<Test>::get(class), rate);
			System::assert_last_event(Event::RateSet { class, previous, rate }.into());
		}
	});
}

#[test]
fn rate_should_be_refused_when_it_is_zero() {
	build_and_execute(|| {
		for rate in [
			Rate::default(),
			Rate { ref_time: 0, length: 1_000 },
			Rate { ref_time: 1_000 * MILLISECOND, length: 0 },
		] {
			for class in CLASSES {
				assert_noop!(Allowances::set_rate(class, rate), Error::<Test>::ZeroRate);
			}
		}
	});
}

#[test]
fn rate_should_be_refused_when_it_is_too_small() {
	build_and_execute(|| {
		for rate in [
			Rate { ref_time: 2 * MILLISECOND - 1, length: 200 },
			Rate { ref_time: 2 * MILLISECOND, length: 199 },
		] {
			for class in CLASSES {
				assert_noop!(Allowances::set_rate(class, rate), Error::<Test>::RateTooSmall);
			}
		}
	});
}

#[test]
fn genesis_should_give_every_class_a_rate_when_none_is_named() {
	let storage = RuntimeGenesisConfig::default().build_storage().unwrap();
	sp_io::TestExternalities::new(storage).execute_with(|| {
		assert_eq!(Rates::<Test>::get(RateClass::Seat), crate::DEFAULT_SEAT_RATE);
		assert_eq!(Rates::<Test>::get(RateClass::Officer), crate::DEFAULT_OFFICER_RATE);
		assert_eq!(Rates::<Test>::get(RateClass::Person), crate::DEFAULT_PERSON_RATE);
		assert_eq!(Rates::<Test>::get(RateClass::Ministry), crate::DEFAULT_MINISTRY_RATE);
		assert_ok!(crate::try_state::do_try_state::<Test>());
	});
}

#[test]
#[should_panic(expected = "the rate of Person is too small")]
fn genesis_should_fail_when_a_rate_is_too_small() {
	let allowances =
		GenesisConfig { person: Rate { ref_time: 1, length: 1 }, ..Default::default() };
	let _ = RuntimeGenesisConfig { allowances, ..Default::default() }.build_storage();
}

#[test]
fn configuration_should_hold_when_the_runtime_is_checked() {
	<Allowances as Hooks<u64>>::integrity_test();
}

#[test]
fn state_should_be_refused_when_it_is_broken() {
	new_test_ext().execute_with(|| {
		use crate::{try_state::do_try_state, MinistryUsed, Usage, Used};
		let early = Usage { period: 1, ref_time: 1, length: 1 };
		Used::<Test>::insert(OFFICER, early);
		assert!(do_try_state::<Test>().is_err());
		Used::<Test>::remove(OFFICER);
		MinistryUsed::<Test>::insert(polity_primitives::ids::MinistryId(1), early);
		assert!(do_try_state::<Test>().is_err());
		MinistryUsed::<Test>::remove(polity_primitives::ids::MinistryId(1));
		assert_ok!(do_try_state::<Test>());
		Rates::<Test>::remove(RateClass::Seat);
		assert!(do_try_state::<Test>().is_err());
	});
}
