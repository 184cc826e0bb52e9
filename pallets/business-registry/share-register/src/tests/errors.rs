//! Every refusal can be met.

use super::*;
use crate::{
	allot, authorise, buy_back, cancel, cancel_treasury, capital_of, convert, pay, pledge, release,
	rescale_class, rescale_holding, rescale_pledge, sell_treasury, transfer, HeldClass, Pledge,
	Rescaling, Taken, Tally,
};
use codec::Encode;
use std::collections::BTreeSet;

fn refusal<T>(outcome: Result<T, ShareError>) -> ShareError {
	outcome.err().unwrap()
}

#[test]
fn every_refusal_should_be_reachable_and_say_something_of_its_own() {
	let class = class();
	let now = circumstances(&class);
	let (nothing, held) = (Holding::NONE, holding(40, 10));
	let owed = Holding { unpaid: 100, ..held };
	let locked = ShareClass { transfer: TransferRule::LockedUntil(TODAY + 1), ..class };
	let asking = ShareClass { transfer: TransferRule::BoardConsent, ..class };
	let offering = ShareClass { pre_emption: true, ..class };
	let pounds = ShareClass { currency: currency("GBP"), ..class };
	let huge =
		ShareClass { nominal: u64::MAX, authorised: u64::MAX, paid_up: u128::MAX / 4, ..class };
	let huge = ShareClass { issued: u64::MAX, ..huge };
	let dear = ShareClass { nominal: 1 << 63, paid_up: 10 << 63, ..class };
	let eight = Pledge { shares: 8 };
	let two = Rescaling::Consolidation(2);
	let to = |class, taken, cleared| {
		transfer(&circumstances(class), ann(held), bob(nothing), taken, cleared)
	};
	let into = |number, other, shares| {
		let from = HeldClass { number: &1, class: &class, holding: held };
		let to = HeldClass { number, class: other, holding: nothing };
		convert(from, to, Taken::Free(shares), NOBODY)
	};
	let broken_law = Circumstances { law: &BROKEN_LAW, ..now };

	// In the order of the codes.
	let refusals = [
		refusal(allot(&now, ann(held), 0, 0, NOBODY)),
		refusal(ShareClass::open(0, currency("EUR"), 1, 1, TransferRule::<i32>::Free, false)),
		refusal(allot(&now, ann(held), 801, 80_100, NOBODY)),
		refusal(authorise(&class, 199)),
		refusal(allot(&now, ann(held), 1, 101, NOBODY)),
		refusal(allot(&now, ann(held), 1, 24, NOBODY)),
		refusal(pay(&class_owed(100), &owed, 101)),
		refusal(to(&offering, Taken::Free(1), NOBODY)),
		refusal(to(&asking, Taken::Free(1), NOBODY)),
		refusal(to(&locked, Taken::Free(1), EVERYBODY)),
		refusal(to(&class, Taken::Free(41), NOBODY)),
		refusal(pledge(&class, &held, 31)),
		refusal(to(&class, Taken::Pledged { pledge: eight, shares: 1 }, NOBODY)),
		refusal(release(&class, &held, eight, 9)),
		refusal(transfer(&now, ann(held), ann(held), Taken::Free(1), NOBODY)),
		refusal(allot(&now, issuer(), 1, 100, NOBODY)),
		refusal(buy_back(&circumstances(&class_owed(100)), owed, 1)),
		refusal(buy_back(&now, held, 11)),
		refusal(sell_treasury(&now, bob(nothing), 11, NOBODY)),
		refusal(cancel(&class, held, 1, NOBODY)),
		refusal(rescale_class(&class, Rescaling::Split(1))),
		refusal(rescale_class(&class, Rescaling::Split(3))),
		refusal(rescale_class(&ShareClass { authorised: 1_001, ..class }, two)),
		refusal(rescale_class(&ShareClass { treasury: 9, ..class }, two)),
		refusal(rescale_holding(&class, &holding(41, 10), two)),
		refusal(rescale_holding(&class, &holding(40, 9), two)),
		refusal(rescale_pledge(Pledge { shares: u64::MAX }, Rescaling::Split(2))),
		refusal(rescale_class(&dear, two)),
		refusal(capital_of([&huge, &huge])),
		refusal(into(&2, &pounds, 1)),
		refusal(into(&1, &class, 1)),
		refusal(into(&2, &ShareClass { nominal: 200, issued: 10, paid_up: 2_000, ..class }, 1)),
		refusal(Tally::default().close(&class)),
		refusal(cancel_treasury(&broken_class(), 1, EVERYBODY)),
		refusal(pledge(&class, &broken(), 1)),
		refusal(allot(&broken_law, ann(held), 1, 100, NOBODY)),
	];
	let codes: Vec<u8> = refusals.iter().flat_map(Encode::encode).collect();
	assert_eq!(codes, (0..36).collect::<Vec<u8>>(), "{refusals:?}");
	let texts: BTreeSet<String> = refusals.iter().map(ToString::to_string).collect();
	assert_eq!(texts.len(), refusals.len());
}
