use super::*;
use crate::{pay, Changed};

#[test]
fn payment_should_move_from_owed_to_paid_up() {
	let class = class_owed(3_000);
	let owed = Holding { unpaid: 3_000, ..holding(60, 10) };
	assert_eq!(
		pay(&class, &owed, 1_000),
		Ok(Changed { class: class_owed(2_000), holding: Holding { unpaid: 2_000, ..owed } })
	);
	assert_eq!(pay(&class, &owed, 3_000).map(|changed| changed.holding), Ok(holding(60, 10)));
}

#[test]
fn payment_should_fail_when_it_is_nothing_or_more_than_owed() {
	let class = class_owed(3_000);
	let owed = Holding { unpaid: 3_000, ..holding(60, 10) };
	assert_eq!(pay(&class, &owed, 0), Err(ShareError::Nothing));
	assert_eq!(pay(&class, &owed, 3_001), Err(ShareError::PaidAboveUnpaid));
}

#[test]
fn payment_should_fail_when_the_state_is_broken() {
	let owed = Holding { unpaid: 1, ..holding(60, 10) };
	refuses_broken_class(|class| pay(class, &owed, 1));
	assert_eq!(pay(&class(), &broken(), 1), Err(ShareError::HoldingInconsistent));
	// All is paid up, and yet something is owed.
	assert_eq!(pay(&class(), &owed, 1), Err(ShareError::TotalsDiffer));
}
