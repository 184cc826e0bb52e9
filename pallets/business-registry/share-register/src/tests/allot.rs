use super::*;
use crate::{allot, Changed};

#[test]
fn allotment_should_add_to_class_and_holding() {
	let class = class();
	assert_eq!(
		allot(&circumstances(&class), ann(holding(60, 10)), 40, 1_000, NOBODY),
		Ok(Changed {
			class: ShareClass { issued: 240, paid_up: 21_000, ..class },
			holding: Holding { shares: 100, pledged: 10, unpaid: 3_000 },
		})
	);
}

#[test]
fn allotment_should_go_up_to_what_is_authorised_and_no_further() {
	let class = class();
	let allot = |shares| {
		allot(&circumstances(&class), ann(Holding::NONE), shares, u128::from(shares) * 100, NOBODY)
	};
	assert_eq!(allot(800).map(|changed| changed.class.issued), Ok(1_000));
	assert_eq!(allot(801), Err(ShareError::AboveAuthorised));
	assert_eq!(allot(u64::MAX), Err(ShareError::AboveAuthorised));
}

#[test]
fn allotment_should_be_paid_as_the_law_asks() {
	let class = class();
	let allot = |shares, paid| {
		allot(&circumstances(&class), ann(Holding::NONE), shares, paid, NOBODY).map(|_| ())
	};
	assert_eq!(allot(3, 300), Ok(()));
	assert_eq!(allot(3, 301), Err(ShareError::PaidAboveNominal));
	assert_eq!(allot(3, 75), Ok(()));
	assert_eq!(allot(3, 74), Err(ShareError::PaidTooLittle));
	// A quarter of a share of 0.01 is rounded up.
	let cent = ShareClass { nominal: 1, paid_up: 200, ..class };
	let allot =
		|paid| crate::allot(&circumstances(&cent), ann(Holding::NONE), 3, paid, NOBODY).map(|_| ());
	assert_eq!(allot(1), Ok(()));
	assert_eq!(allot(0), Err(ShareError::PaidTooLittle));
}

#[test]
fn allotment_should_be_free_of_payment_when_the_law_asks_for_none() {
	let class = class();
	let law = ShareLaw { least_paid: 0, ..LAW };
	let circumstances = Circumstances { law: &law, ..circumstances(&class) };
	let changed = allot(&circumstances, ann(Holding::NONE), 3, 0, NOBODY).unwrap();
	assert_eq!((changed.class.paid_up, changed.holding.unpaid), (20_000, 300));
}

#[test]
fn allotment_should_wait_for_the_holders_when_they_have_pre_emption() {
	let pre_empted = ShareClass { pre_emption: true, ..class() };
	let allot = |class, cleared| {
		allot(&circumstances(class), ann(Holding::NONE), 1, 100, cleared).map(|_| ())
	};
	assert_eq!(allot(&pre_empted, NOBODY), Err(ShareError::PreEmptionOpen));
	let others = Cleared { pre_emption: false, ..EVERYBODY };
	assert_eq!(allot(&pre_empted, others), Err(ShareError::PreEmptionOpen));
	assert_eq!(allot(&pre_empted, Cleared { pre_emption: true, ..NOBODY }), Ok(()));
	// Where nobody holds a share, nobody is to be asked.
	let first = ShareClass { issued: 10, paid_up: 1_000, ..pre_empted };
	assert_eq!(allot(&first, NOBODY), Ok(()));
}

#[test]
fn allotment_should_fail_when_it_is_to_the_company_or_of_nothing() {
	let class = class();
	let allot = |to, shares| allot(&circumstances(&class), to, shares, 100, EVERYBODY).map(|_| ());
	assert_eq!(allot(issuer(), 1), Err(ShareError::OwnShares));
	assert_eq!(allot(ann(Holding::NONE), 0), Err(ShareError::Nothing));
}

#[test]
fn allotment_should_not_ask_about_transfers_when_the_class_is_locked() {
	for transfer in [TransferRule::BoardConsent, TransferRule::LockedUntil(TODAY + 1)] {
		let class = ShareClass { transfer, ..class() };
		assert!(allot(&circumstances(&class), ann(Holding::NONE), 1, 100, NOBODY).is_ok());
	}
}

#[test]
fn allotment_should_fail_when_the_state_is_broken() {
	refuses_broken_class(|class| allot(&circumstances(class), ann(Holding::NONE), 1, 100, NOBODY));
	let class = class();
	assert_eq!(
		allot(&circumstances(&class), ann(broken()), 1, 100, NOBODY),
		Err(ShareError::HoldingInconsistent)
	);
	let circumstances = Circumstances { law: &BROKEN_LAW, ..circumstances(&class) };
	assert_eq!(
		allot(&circumstances, ann(Holding::NONE), 1, 100, NOBODY),
		Err(ShareError::LawInconsistent)
	);
}
