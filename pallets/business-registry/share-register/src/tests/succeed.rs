use super::*;
use crate::succeed;

#[test]
fn succession_should_pass_everything_whatever_the_class_says() {
	let class = ShareClass {
		transfer: TransferRule::LockedUntil(TODAY + 1),
		pre_emption: true,
		..class_owed(1_000)
	};
	let owed = Holding { unpaid: 1_000, ..holding(40, 10) };
	assert_eq!(
		succeed(&circumstances(&class), ann(owed), bob(holding(60, 5))),
		Ok(Holding { unpaid: 1_000, ..holding(100, 15) })
	);
}

#[test]
fn succession_should_fail_when_nothing_changes_hands() {
	let class = class();
	let succeed = |from, to| succeed(&circumstances(&class), from, to);
	assert_eq!(succeed(ann(Holding::NONE), bob(holding(1, 0))), Err(ShareError::Nothing));
	assert_eq!(succeed(ann(holding(1, 0)), ann(holding(1, 0))), Err(ShareError::SameHolder));
	assert_eq!(succeed(ann(holding(1, 0)), issuer()), Err(ShareError::OwnShares));
}

#[test]
fn succession_should_fail_when_the_state_is_broken() {
	let act =
		|class: &ShareClass<i32>, from, to| succeed(&circumstances(class), ann(from), bob(to));
	refuses_broken_class(|class| act(class, holding(1, 0), Holding::NONE));
	let class = class();
	assert_eq!(act(&class, broken(), Holding::NONE), Err(ShareError::HoldingInconsistent));
	assert_eq!(act(&class, holding(1, 0), broken()), Err(ShareError::HoldingInconsistent));
	assert_eq!(act(&class, holding(1, 0), holding(190, 0)), Err(ShareError::TotalsDiffer));
}
