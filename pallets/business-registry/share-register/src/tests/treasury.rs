use super::*;
use crate::{buy_back, sell_treasury, Changed};

#[test]
fn buying_back_should_make_shares_the_companys_own() {
	let class = class();
	assert_eq!(
		buy_back(&circumstances(&class), holding(40, 10), 10),
		Ok(Changed { class: ShareClass { treasury: 20, ..class }, holding: holding(30, 10) })
	);
}

#[test]
fn buying_back_should_fail_when_it_is_more_than_the_law_allows() {
	let class = class();
	assert!(buy_back(&circumstances(&class), holding(40, 10), 10).is_ok());
	assert_eq!(
		buy_back(&circumstances(&class), holding(40, 10), 11),
		Err(ShareError::TreasuryTooLarge)
	);
	let law = ShareLaw { most_treasury: 10_000, ..LAW };
	let circumstances = Circumstances { law: &law, ..circumstances(&class) };
	let all = buy_back(&circumstances, holding(190, 0), 190).unwrap();
	assert_eq!((all.class.treasury, all.class.outstanding()), (200, Ok(0)));
}

#[test]
fn buying_back_should_fail_when_the_shares_are_not_free_and_paid_up() {
	let owing = class_owed(1);
	let buy_back = |held, shares| {
		buy_back(&circumstances(&owing), held, shares).map(|changed| changed.holding)
	};
	assert_eq!(buy_back(holding(40, 35), 5), Ok(holding(35, 35)));
	assert_eq!(buy_back(holding(40, 35), 6), Err(ShareError::SharesPledged));
	assert_eq!(buy_back(holding(40, 35), 41), Err(ShareError::NotEnoughShares));
	assert_eq!(buy_back(holding(40, 35), 0), Err(ShareError::Nothing));
	let owed = Holding { unpaid: 1, ..holding(40, 0) };
	assert_eq!(buy_back(owed, 5), Err(ShareError::NotPaidUp));
}

#[test]
fn buying_back_should_wait_when_the_class_is_locked() {
	let locked = |day| ShareClass { transfer: TransferRule::LockedUntil(day), ..class() };
	assert_eq!(
		buy_back(&circumstances(&locked(TODAY + 1)), holding(40, 10), 1),
		Err(ShareError::Locked)
	);
	assert!(buy_back(&circumstances(&locked(TODAY)), holding(40, 10), 1).is_ok());
	let board = ShareClass { transfer: TransferRule::BoardConsent, ..class() };
	assert!(buy_back(&circumstances(&board), holding(40, 10), 1).is_ok());
}

#[test]
fn treasury_shares_should_be_sold_again() {
	let class = class();
	assert_eq!(
		sell_treasury(&circumstances(&class), bob(holding(5, 5)), 10, NOBODY),
		Ok(Changed { class: ShareClass { treasury: 0, ..class }, holding: holding(15, 5) })
	);
}

#[test]
fn sale_of_treasury_shares_should_fail_when_it_is_not_lawful() {
	let class = class();
	let sell = |to, shares| sell_treasury(&circumstances(&class), to, shares, EVERYBODY);
	assert_eq!(sell(bob(Holding::NONE), 11), Err(ShareError::NotEnoughTreasury));
	assert_eq!(sell(bob(Holding::NONE), 0), Err(ShareError::Nothing));
	assert_eq!(sell(issuer(), 1), Err(ShareError::OwnShares));
	let pre_empted = ShareClass { pre_emption: true, ..class };
	let sell = |cleared| {
		sell_treasury(&circumstances(&pre_empted), bob(Holding::NONE), 1, cleared).map(|_| ())
	};
	assert_eq!(sell(NOBODY), Err(ShareError::PreEmptionOpen));
	assert_eq!(sell(Cleared { pre_emption: true, ..NOBODY }), Ok(()));
}

#[test]
fn treasury_acts_should_fail_when_the_state_is_broken() {
	refuses_broken_class(|class| buy_back(&circumstances(class), holding(40, 10), 1));
	refuses_broken_class(|class| sell_treasury(&circumstances(class), bob(broken()), 1, NOBODY));
	let class = class();
	let broken_law = Circumstances { law: &BROKEN_LAW, ..circumstances(&class) };
	assert_eq!(buy_back(&broken_law, holding(40, 10), 1), Err(ShareError::LawInconsistent));
	let circumstances_now = circumstances(&class);
	assert_eq!(buy_back(&circumstances_now, broken(), 1), Err(ShareError::HoldingInconsistent));
	assert_eq!(
		sell_treasury(&circumstances_now, bob(broken()), 1, NOBODY),
		Err(ShareError::HoldingInconsistent)
	);
	// Nothing is owed on this holding, and yet nothing but the treasury shares is paid up.
	let unpaid = ShareClass { paid_up: 1_000, ..class };
	assert_eq!(
		buy_back(&circumstances(&unpaid), holding(40, 10), 1),
		Err(ShareError::TotalsDiffer)
	);
}
