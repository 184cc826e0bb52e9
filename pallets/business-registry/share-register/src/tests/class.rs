use super::*;
use crate::{authorise, capital_of};

#[test]
fn class_should_open_without_a_share() {
	let class = ShareClass::open(100, currency("EUR"), 1_000, 1, TransferRule::Free, true).unwrap();
	assert_eq!(class.check(), Ok(()));
	let ShareClass::<i32> { nominal: 100, authorised: 1_000, votes_per_share: 1, .. } = class
	else {
		panic!("{class:?}");
	};
	assert_eq!((class.issued, class.treasury, class.paid_up, class.capital()), (0, 0, 0, 0));
}

#[test]
fn class_should_not_open_when_a_share_is_worth_nothing_or_none_is_authorised() {
	let open = |nominal, authorised| {
		ShareClass::open(nominal, currency("EUR"), authorised, 0, TransferRule::<i32>::Free, false)
			.map(|_| ())
	};
	assert_eq!(open(1, 1), Ok(()));
	assert_eq!(open(0, 1), Err(ShareError::NominalZero));
	assert_eq!(open(1, 0), Err(ShareError::Nothing));
}

#[test]
fn class_should_be_inconsistent_when_its_numbers_contradict_each_other() {
	assert_eq!(class().check(), Ok(()));
	for broken in [
		ShareClass { nominal: 0, paid_up: 0, ..class() },
		ShareClass { authorised: 199, ..class() },
		ShareClass { treasury: 201, ..class() },
		ShareClass { paid_up: 20_001, ..class() },
		ShareClass { paid_up: 999, ..class() },
	] {
		assert_eq!(broken.check(), Err(ShareError::ClassInconsistent), "{broken:?}");
	}
}

#[test]
fn authorised_number_should_not_go_under_what_is_issued() {
	assert_eq!(authorise(&class(), 2_000), Ok(ShareClass { authorised: 2_000, ..class() }));
	assert_eq!(authorise(&class(), 200), Ok(ShareClass { authorised: 200, ..class() }));
	assert_eq!(authorise(&class(), 199), Err(ShareError::BelowIssued));
	assert_eq!(authorise(&class(), 0), Err(ShareError::Nothing));
	refuses_broken_class(|class| authorise(class, 2_000));
}

#[test]
fn capital_should_be_that_of_all_classes_in_one_currency() {
	assert_eq!(capital_of::<i32>([]), Ok(None));
	assert_eq!(capital_of([&class(), &class_owed(5)]), Ok(Some((currency("EUR"), 40_000))));
	let pounds = ShareClass { currency: currency("GBP"), ..class() };
	assert_eq!(capital_of([&class(), &pounds]), Err(ShareError::CurrenciesDiffer));
	let most = ShareClass {
		nominal: u64::MAX,
		authorised: u64::MAX,
		issued: u64::MAX,
		treasury: 0,
		paid_up: 0,
		..class()
	};
	let capital = u128::from(u64::MAX) * u128::from(u64::MAX);
	assert_eq!(capital_of([&most]), Ok(Some((currency("EUR"), capital))));
	assert_eq!(capital_of([&most, &most]), Err(ShareError::CapitalTooLarge));
	refuses_broken_class(|class| capital_of([class]));
}

#[test]
fn pre_emption_should_be_for_the_holders_part_rounded_down() {
	let class = class();
	let part = |shares, offered| class.pre_emption_part(&holding(shares, 0), offered);
	assert_eq!(part(190, 100), Ok(100));
	assert_eq!(part(19, 100), Ok(10));
	assert_eq!(part(18, 100), Ok(9));
	assert_eq!(part(0, 100), Ok(0));
	assert_eq!(part(190, u64::MAX), Ok(u64::MAX));
	assert_eq!(part(191, 100), Err(ShareError::HoldingInconsistent));
	let none = ShareClass { issued: 0, treasury: 0, paid_up: 0, ..class };
	assert_eq!(none.pre_emption_part(&Holding::NONE, 100), Ok(0));
	refuses_broken_class(|class| class.pre_emption_part(&holding(1, 0), 100));
}

#[test]
fn votes_should_be_counted_without_overflow() {
	let class = ShareClass { votes_per_share: u32::MAX, ..class() };
	let all = holding(u64::MAX, 0);
	assert_eq!(class.votes(&all), u128::from(u32::MAX) * u128::from(u64::MAX));
}
