use super::*;
use crate::{convert, Converted, HeldClass, Pledge, PledgeMove, Taken};

/// A class of 100 shares of 2.50 euro, 50 of which are issued.
fn other() -> ShareClass<i32> {
	ShareClass {
		issued: 50,
		paid_up: 12_500,
		..ShareClass::open(250, currency("EUR"), 100, 10, TransferRule::Free, false).unwrap()
	}
}

fn first(class: &ShareClass<i32>, holding: Holding) -> HeldClass<'_, u8, i32> {
	HeldClass { number: &1, class, holding }
}

fn second(class: &ShareClass<i32>, holding: Holding) -> HeldClass<'_, u8, i32> {
	HeldClass { number: &2, class, holding }
}

#[test]
fn conversion_should_keep_the_capital() {
	let (class, other) = (class_owed(40), other());
	let owed = Holding { unpaid: 40, ..holding(40, 10) };
	let taken = Taken::Free(25);
	assert_eq!(
		convert(first(&class, owed), second(&other, holding(5, 5)), taken, NOBODY),
		Ok(Converted {
			from_class: ShareClass { issued: 175, paid_up: 17_500 - 15, ..class },
			from: Holding { unpaid: 15, ..holding(15, 10) },
			to_class: ShareClass { issued: 60, paid_up: 15_000 - 25, ..other },
			to: Holding { unpaid: 25, ..holding(15, 5) },
			pledge: None,
		})
	);
}

#[test]
fn conversion_should_take_the_pledge_along_when_the_pledgee_consents() {
	let (class, other) = (class(), other());
	let taken = Taken::Pledged { pledge: Pledge { shares: 8 }, shares: 5 };
	let convert = |cleared| {
		convert(first(&class, holding(40, 10)), second(&other, holding(5, 5)), taken, cleared)
	};
	let converted = convert(Cleared { pledgee: true, ..NOBODY }).unwrap();
	assert_eq!((converted.from, converted.to), (holding(35, 5), holding(7, 7)));
	assert_eq!(
		converted.pledge,
		Some(PledgeMove { left: Some(Pledge { shares: 3 }), moved: Pledge { shares: 2 } })
	);
	assert_eq!(
		convert(Cleared { pledgee: false, ..EVERYBODY }),
		Err(ShareError::PledgeeConsentMissing)
	);
}

#[test]
fn conversion_should_fail_when_it_leaves_a_fraction() {
	let (class, other) = (class(), other());
	let convert = |shares| {
		let from = first(&class, holding(40, 10));
		convert(from, second(&other, Holding::NONE), Taken::Free(shares), EVERYBODY).map(|_| ())
	};
	assert_eq!(convert(5), Ok(()));
	for shares in [1, 4, 6] {
		assert_eq!(convert(shares), Err(ShareError::ConversionLeavesFraction));
	}
	assert_eq!(convert(0), Err(ShareError::Nothing));
	assert_eq!(convert(31), Err(ShareError::SharesPledged));
	assert_eq!(convert(41), Err(ShareError::NotEnoughShares));
}

#[test]
fn conversion_should_fail_when_more_would_be_issued_than_authorised() {
	let (class, other) = (class(), other());
	let convert = |to: &ShareClass<i32>, shares| {
		let from = first(&class, holding(190, 0));
		convert(from, second(to, Holding::NONE), Taken::Free(shares), EVERYBODY).map(|_| ())
	};
	assert_eq!(convert(&other, 125), Ok(()));
	assert_eq!(convert(&other, 130), Err(ShareError::AboveAuthorised));
	// More than can be counted.
	let dear = ShareClass { nominal: u64::MAX, paid_up: u128::from(u64::MAX) * 200, ..class };
	let cent = ShareClass { nominal: 1, issued: 0, paid_up: 0, ..other };
	let from = first(&dear, holding(190, 0));
	assert_eq!(
		crate::convert(from, second(&cent, Holding::NONE), Taken::Free(2), EVERYBODY),
		Err(ShareError::AboveAuthorised)
	);
}

#[test]
fn conversion_should_fail_when_the_classes_do_not_go_together() {
	let class = class();
	let held = holding(40, 10);
	let same = convert(first(&class, held), first(&class, held), Taken::Free(1), EVERYBODY);
	assert_eq!(same, Err(ShareError::SameClass));
	let pounds = ShareClass { currency: currency("GBP"), ..other() };
	let across = convert(first(&class, held), second(&pounds, held), Taken::Free(5), EVERYBODY);
	assert_eq!(across, Err(ShareError::CurrenciesDiffer));
}

#[test]
fn conversion_should_fail_when_the_state_is_broken() {
	let held = holding(40, 10);
	let act = |from: &ShareClass<i32>, from_held, to: &ShareClass<i32>, to_held| {
		convert(first(from, from_held), second(to, to_held), Taken::Free(5), EVERYBODY)
	};
	refuses_broken_class(|class| act(class, held, &other(), Holding::NONE));
	refuses_broken_class(|class| act(&other(), held, class, Holding::NONE));
	assert_eq!(
		act(&class(), broken(), &other(), Holding::NONE),
		Err(ShareError::HoldingInconsistent)
	);
	assert_eq!(act(&class(), held, &other(), broken()), Err(ShareError::HoldingInconsistent));
	// Nothing but the treasury shares is paid up, and yet nothing is owed on this holding.
	let unpaid = ShareClass { paid_up: 1_000, ..class() };
	assert_eq!(act(&unpaid, held, &other(), Holding::NONE), Err(ShareError::TotalsDiffer));
}
