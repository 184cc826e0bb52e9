use super::*;
use crate::{rescale, rescale_class, rescale_holding, rescale_pledge, Pledge, Rescaling};

const INTO_TEN: Rescaling = Rescaling::Split(10);
const TEN_INTO_ONE: Rescaling = Rescaling::Consolidation(10);

#[test]
fn split_should_multiply_shares_and_divide_the_nominal_value() {
	let owing = class_owed(70);
	let holdings = [Holding { unpaid: 70, ..holding(7, 3) }, holding(183, 0)];
	let (after, rescaled) = rescale(&owing, &holdings, INTO_TEN).unwrap();
	assert_eq!(
		after,
		ShareClass { nominal: 10, authorised: 10_000, issued: 2_000, treasury: 100, ..owing }
	);
	assert_eq!(rescaled, [Holding { unpaid: 70, ..holding(70, 30) }, holding(1_830, 0)]);
	assert_eq!(rescale_pledge(Pledge { shares: 3 }, INTO_TEN), Ok(Pledge { shares: 30 }));
	assert_eq!(rescale(&after, &rescaled, TEN_INTO_ONE), Ok((owing, holdings.to_vec())));
}

#[test]
fn consolidation_should_divide_shares_and_multiply_the_nominal_value() {
	let class = class();
	let (after, holdings) =
		rescale(&class, &[holding(70, 30), holding(120, 0)], TEN_INTO_ONE).unwrap();
	assert_eq!(
		after,
		ShareClass { nominal: 1_000, authorised: 100, issued: 20, treasury: 1, ..class }
	);
	assert_eq!(holdings, [holding(7, 3), holding(12, 0)]);
	assert_eq!(after.capital(), class.capital());
}

#[test]
fn consolidation_should_fail_when_it_leaves_a_fraction() {
	let rescale = |class: &ShareClass<i32>, holdings: &[Holding]| {
		rescale(class, holdings, TEN_INTO_ONE).map(|_| ())
	};
	let whole = [holding(70, 30), holding(120, 0)];
	assert_eq!(rescale(&class(), &whole), Ok(()));
	let one_off = [holding(71, 30), holding(119, 0)];
	assert_eq!(rescale(&class(), &one_off), Err(ShareError::HoldingLeavesFraction));
	let pledged = [holding(70, 31), holding(120, 0)];
	assert_eq!(rescale(&class(), &pledged), Err(ShareError::PledgeLeavesFraction));
	let authorised = ShareClass { authorised: 1_001, ..class() };
	assert_eq!(rescale(&authorised, &whole), Err(ShareError::AuthorisedLeavesFraction));
	let treasury = ShareClass { treasury: 9, ..class() };
	assert_eq!(rescale(&treasury, &[holding(191, 0)]), Err(ShareError::TreasuryLeavesFraction));
	let issued = ShareClass { issued: 201, paid_up: 20_100, ..class() };
	assert_eq!(rescale(&issued, &[holding(191, 0)]), Err(ShareError::HoldingLeavesFraction));
	assert_eq!(
		rescale_pledge(Pledge { shares: 3 }, TEN_INTO_ONE),
		Err(ShareError::PledgeLeavesFraction)
	);
}

#[test]
fn split_should_fail_when_the_nominal_value_leaves_a_fraction() {
	assert_eq!(
		rescale_class(&class(), Rescaling::Split(3)),
		Err(ShareError::NominalLeavesFraction)
	);
	assert_eq!(
		rescale_class(&class(), Rescaling::Split(200)),
		Err(ShareError::NominalLeavesFraction)
	);
}

#[test]
fn rescaling_should_fail_when_the_factor_is_none() {
	for none in [0, 1].into_iter().flat_map(|n| [Rescaling::Split(n), Rescaling::Consolidation(n)])
	{
		assert_eq!(rescale_class(&class(), none), Err(ShareError::FactorTooSmall));
		assert_eq!(
			rescale_holding(&class(), &holding(1, 0), none),
			Err(ShareError::FactorTooSmall)
		);
		assert_eq!(rescale_pledge(Pledge { shares: 1 }, none), Err(ShareError::FactorTooSmall));
	}
}

#[test]
fn rescaling_should_fail_when_it_cannot_be_counted() {
	let many = ShareClass { authorised: u64::MAX / 10 + 1, ..class() };
	assert_eq!(rescale_class(&many, INTO_TEN), Err(ShareError::TooManyShares));
	assert!(rescale_class(&ShareClass { authorised: u64::MAX / 10, ..class() }, INTO_TEN).is_ok());
	let pledge = Pledge { shares: u64::MAX };
	assert_eq!(rescale_pledge(pledge, INTO_TEN), Err(ShareError::TooManyShares));
	let dear = ShareClass { nominal: u64::MAX, paid_up: u128::from(u64::MAX) * 200, ..class() };
	assert_eq!(rescale_class(&dear, TEN_INTO_ONE), Err(ShareError::NominalTooLarge));
}

#[test]
fn rescaling_should_fail_when_the_holdings_are_not_all() {
	for not_all in [&[][..], &[holding(70, 30)], &[holding(70, 30), holding(130, 0)]] {
		assert_eq!(rescale(&class(), not_all, TEN_INTO_ONE), Err(ShareError::TotalsDiffer));
	}
}

#[test]
fn rescaling_should_fail_when_the_state_is_broken() {
	refuses_broken_class(|class| rescale_class(class, INTO_TEN));
	refuses_broken_class(|class| rescale_holding(class, &holding(1, 0), INTO_TEN));
	assert_eq!(
		rescale_holding(&class(), &broken(), INTO_TEN),
		Err(ShareError::HoldingInconsistent)
	);
}
