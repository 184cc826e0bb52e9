//! A company from its founding on: two founders, a pledge, a sale, a record date.

use super::*;
use crate::{allot, pledge, snapshot, transfer, Taken};

#[test]
fn company_should_go_from_allotment_to_record_date() {
	let class = ShareClass::open(100, currency("EUR"), 100, 1, TransferRule::Free, true).unwrap();
	let first = allot(&circumstances(&class), ann(Holding::NONE), 60, 6_000, NOBODY).unwrap();
	let offered = Cleared { pre_emption: true, ..NOBODY };
	let second =
		allot(&circumstances(&first.class), bob(Holding::NONE), 40, 4_000, offered).unwrap();
	let class = second.class;
	assert_eq!((class.issued, class.capital(), class.paid_up), (100, 10_000, 10_000));
	assert_eq!(
		allot(&circumstances(&class), ann(first.holding), 1, 100, EVERYBODY),
		Err(ShareError::AboveAuthorised)
	);

	let (bobs, ten) = pledge(&class, &second.holding, 10).unwrap();
	assert_eq!(ten.shares, 10);
	let sell = |shares| {
		let (from, to) = (bob(bobs), ann(first.holding));
		transfer(&circumstances(&class), from, to, Taken::Free(shares), offered)
	};
	assert_eq!(sell(35), Err(ShareError::SharesPledged));
	let sold = sell(30).unwrap();

	let voters = snapshot(&class, TODAY, [(ANN, sold.to), (BOB, sold.from)]).unwrap();
	assert_eq!(
		voters.entitlements.iter().map(|one| (one.party, one.votes)).collect::<Vec<_>>(),
		[(ANN, 90), (BOB, 10)]
	);
}
