use super::*;
use crate::{cancel, cancel_treasury, Changed};

const CREDITORS: Cleared = Cleared { creditors: true, ..NOBODY };

#[test]
fn cancelling_should_reduce_class_and_holding() {
	let class = class();
	assert_eq!(
		cancel(&class, holding(40, 10), 30, CREDITORS),
		Ok(Changed {
			class: ShareClass { issued: 170, paid_up: 17_000, ..class },
			holding: holding(10, 10),
		})
	);
	assert_eq!(
		cancel_treasury(&class, 4, CREDITORS),
		Ok(ShareClass { issued: 196, treasury: 6, paid_up: 19_600, ..class })
	);
}

#[test]
fn cancelling_should_take_what_is_owed_and_leave_the_odd_unit() {
	let class = class_owed(100);
	let owed = Holding { unpaid: 100, ..holding(3, 0) };
	assert_eq!(
		cancel(&class, owed, 1, CREDITORS),
		Ok(Changed {
			class: ShareClass { issued: 199, paid_up: 19_900 - 67, ..class },
			holding: Holding { unpaid: 67, ..holding(2, 0) },
		})
	);
}

#[test]
fn cancelling_should_wait_for_the_creditors_when_paid_up_capital_goes() {
	let others = Cleared { creditors: false, ..EVERYBODY };
	let class = class_owed(400);
	assert_eq!(cancel(&class, holding(40, 0), 1, others), Err(ShareError::CreditorsNotSettled));
	assert_eq!(cancel_treasury(&class, 1, others), Err(ShareError::CreditorsNotSettled));
	// Shares on which nothing was paid are not the creditors'.
	let unpaid = Holding { unpaid: 400, ..holding(4, 0) };
	let changed = cancel(&class, unpaid, 4, NOBODY).unwrap();
	assert_eq!((changed.class.issued, changed.class.paid_up), (196, class.paid_up));
	let nearly = Holding { unpaid: 399, ..holding(4, 0) };
	assert_eq!(cancel(&class, nearly, 4, NOBODY), Err(ShareError::CreditorsNotSettled));
}

#[test]
fn cancelling_should_fail_when_there_are_fewer_that_are_free() {
	let class = class();
	let cancel = |shares| cancel(&class, holding(40, 10), shares, EVERYBODY).map(|_| ());
	assert_eq!(cancel(31), Err(ShareError::SharesPledged));
	assert_eq!(cancel(41), Err(ShareError::NotEnoughShares));
	assert_eq!(cancel(0), Err(ShareError::Nothing));
	assert_eq!(cancel_treasury(&class, 11, EVERYBODY), Err(ShareError::NotEnoughTreasury));
	assert_eq!(cancel_treasury(&class, 0, EVERYBODY), Err(ShareError::Nothing));
}

#[test]
fn cancelling_should_fail_when_the_state_is_broken() {
	refuses_broken_class(|class| cancel(class, holding(40, 10), 1, EVERYBODY));
	refuses_broken_class(|class| cancel_treasury(class, 1, EVERYBODY));
	assert_eq!(cancel(&class(), broken(), 1, EVERYBODY), Err(ShareError::HoldingInconsistent));
	// Nothing but the treasury shares is paid up, and yet nothing is owed on this holding.
	let unpaid = ShareClass { paid_up: 1_000, ..class() };
	assert_eq!(cancel(&unpaid, holding(40, 10), 1, EVERYBODY), Err(ShareError::TotalsDiffer));
}
