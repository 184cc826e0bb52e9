//! What holds whatever is done.

use super::{
	individual::Individual,
	register::{Act, Outcome, Register},
	*,
};
use crate::{
	allot, authorise, buy_back, cancel, cancel_treasury, capital_of, convert, pay, pledge, release,
	rescale_class, rescale_holding, rescale_pledge, sell_treasury, snapshot, succeed, transfer,
	Changed, HeldClass, Pledge, Rescaling, Taken,
};
use proptest::{collection::vec, option, prelude::*, sample::select};
use std::collections::{BTreeMap, BTreeSet};

/// Classes of the register: 1 and 2 convert into each other at one to two, 3 has another currency.
const CLASSES: [u8; 3] = [1, 2, 3];

fn opened() -> Register {
	let open = |number, nominal, code, votes| {
		let class =
			ShareClass::open(nominal, currency(code), 400, votes, TransferRule::Free, false);
		(number, class.unwrap())
	};
	Register {
		law: ShareLaw { least_paid: 2_500, most_treasury: 4_000 },
		today: TODAY,
		classes: BTreeMap::from([
			open(1, 60, "EUR", 1),
			open(2, 120, "EUR", 3),
			open(3, 7, "JPY", 0),
		]),
		holdings: BTreeMap::new(),
		pledges: BTreeMap::new(),
		next_pledge: 0,
	}
}

/// Most have been asked, as in life.
fn cleared() -> impl Strategy<Value = Cleared> {
	let asked = || prop_oneof![5 => Just(true), 1 => Just(false)];
	(asked(), asked(), asked(), asked()).prop_map(|(board, pre_emption, pledgee, creditors)| {
		Cleared { board, pre_emption, pledgee, creditors }
	})
}

fn rescaling() -> impl Strategy<Value = Rescaling> {
	prop_oneof![(1u32..5).prop_map(Rescaling::Split), (1u32..5).prop_map(Rescaling::Consolidation),]
}

fn act() -> impl Strategy<Value = Act> {
	let class = || select(CLASSES.to_vec());
	// The company among them.
	let party = || 0u8..4;
	// Round numbers, so that consolidations and conversions are not all refused.
	let shares = || {
		prop_oneof![
			6 => (0u64..20).prop_map(|dozens| dozens * 12),
			1 => 0u64..12,
			1 => 0u64..300,
		]
	};
	let place = || 0usize..8;
	// Mostly all of it.
	let percent = || prop_oneof![4 => Just(100u8), 2 => 0u8..=100, 1 => Just(101u8)];
	prop_oneof![
		1 => (class(), 0u64..1_000)
			.prop_map(|(class, authorised)| Act::Authorise { class, authorised }),
		2 => (class(), 0u8..3, TODAY..TODAY + 10, any::<bool>()).prop_map(
			|(class, rule, day, pre_emption)| {
				let rule = match rule {
					0 => TransferRule::Free,
					1 => TransferRule::BoardConsent,
					_ => TransferRule::LockedUntil(day),
				};
				Act::SetRule { class, rule, pre_emption }
			}
		),
		6 => (class(), party(), shares(), percent(), cleared()).prop_map(
			|(class, to, shares, paid_percent, cleared)| {
				Act::Allot { class, to, shares, paid_percent, cleared }
			}
		),
		2 => (class(), party(), percent())
			.prop_map(|(class, by, percent)| Act::Pay { class, by, percent }),
		4 => (class(), party(), party(), shares(), cleared()).prop_map(
			|(class, from, to, shares, cleared)| {
				Act::Transfer { class, from, to, shares, cleared }
			}
		),
		3 => (place(), party(), shares(), cleared()).prop_map(|(place, to, shares, cleared)| {
			Act::TransferPledged { place, to, shares, cleared }
		}),
		1 => (class(), party(), party())
			.prop_map(|(class, from, to)| Act::Succeed { class, from, to }),
		4 => (class(), party(), shares())
			.prop_map(|(class, by, shares)| Act::Pledge { class, by, shares }),
		2 => (place(), shares()).prop_map(|(place, shares)| Act::Release { place, shares }),
		3 => (class(), party(), shares())
			.prop_map(|(class, from, shares)| Act::BuyBack { class, from, shares }),
		2 => (class(), party(), shares(), cleared()).prop_map(|(class, to, shares, cleared)| {
			Act::SellTreasury { class, to, shares, cleared }
		}),
		2 => (class(), party(), shares(), cleared()).prop_map(|(class, from, shares, cleared)| {
			Act::Cancel { class, from, shares, cleared }
		}),
		1 => (class(), shares(), cleared())
			.prop_map(|(class, shares, cleared)| Act::CancelTreasury { class, shares, cleared }),
		3 => (class(), rescaling())
			.prop_map(|(class, rescaling)| Act::Rescale { class, rescaling }),
		3 => (class(), class(), party(), shares())
			.prop_map(|(from, to, by, shares)| Act::Convert { from, to, by, shares }),
		2 => (place(), class(), shares(), cleared()).prop_map(|(place, to, shares, cleared)| {
			Act::ConvertPledged { place, to, shares, cleared }
		}),
		1 => (0i32..10).prop_map(|days| Act::Pass { days }),
	]
}

/// Performs acts one by one and checks after each. Returns what became of them.
fn perform(acts: &[Act]) -> (Register, Vec<Outcome>) {
	let mut register = opened();
	let mut individual = Individual::default();
	let outcomes = acts.iter().map(|&act| {
		// Each share is an object in the other register: not too many of them.
		if let Act::Rescale { class, rescaling: Rescaling::Split(_) } = act {
			if register.classes[&class].issued > 1_000 {
				return Outcome::NothingThere;
			}
		}
		let before = register.clone();
		let capital = |register: &Register| {
			capital_of(register.classes.values().filter(|class| class.currency == currency("EUR")))
		};
		let outcome = register.perform(act);
		match outcome {
			Outcome::Done => individual.repeat(act, &before),
			_ => assert_eq!(register, before, "a refused act changed something"),
		}
		register.check();
		individual.agrees_with(&register);
		match act {
			Act::Allot { .. } | Act::Cancel { .. } | Act::CancelTreasury { .. } => {},
			_ => assert_eq!(capital(&register), capital(&before), "{act:?} changed the capital"),
		}
		outcome
	});
	let outcomes = outcomes.collect();
	(register, outcomes)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(400))]

	#[test]
	fn register_should_hold_after_any_sequence(acts in vec(act(), 1..80)) {
		perform(&acts);
	}

	#[test]
	fn rescaling_should_be_undone_by_its_inverse(
		acts in vec(act(), 1..40),
		class in select(CLASSES.to_vec()),
		rescaling in rescaling(),
	) {
		let (before, _) = perform(&acts);
		let mut register = before.clone();
		if register.perform(Act::Rescale { class, rescaling }) == Outcome::Done {
			register.check();
			prop_assert_ne!(&register, &before);
			let inverse = Act::Rescale { class, rescaling: rescaling.inverse() };
			prop_assert_eq!(register.perform(inverse), Outcome::Done);
			prop_assert_eq!(register, before);
		}
	}
}

#[test]
fn sequences_should_do_and_refuse_what_there_is() {
	// The acts above are worth something only if they get somewhere.
	use proptest::{
		strategy::ValueTree,
		test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
	};
	let generator = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
	let mut runner = TestRunner::new_with_rng(Config::default(), generator);
	let mut done = BTreeSet::new();
	let mut refused = BTreeSet::new();
	for _ in 0..1_000 {
		let acts = vec(act(), 60..80).new_tree(&mut runner).unwrap().current();
		let (_, outcomes) = perform(&acts);
		for (act, outcome) in acts.iter().zip(outcomes) {
			let name = |text: String| text.split([' ', '(']).next().unwrap().to_string();
			match outcome {
				Outcome::Done => {
					done.insert(name(format!("{act:?}")));
				},
				Outcome::Refused(refusal) => {
					refused.insert(format!("{refusal:?}"));
				},
				Outcome::NothingThere => {},
			}
		}
	}
	assert_eq!(done.len(), 17, "{done:?}");
	// All but those of a broken state or law, of numbers that are too great, and of opening a class.
	for never in [
		"TotalsDiffer",
		"ClassInconsistent",
		"HoldingInconsistent",
		"LawInconsistent",
		"CapitalTooLarge",
		"NominalTooLarge",
		"TooManyShares",
		"NominalZero",
	] {
		assert!(!refused.contains(never), "{never}");
	}
	assert_eq!(refused.len(), 36 - 8, "{refused:?}");
}

/// Numbers at the ends of their range as often as in between.
fn number() -> impl Strategy<Value = u64> {
	prop_oneof![
		0u64..12,
		(u64::MAX - 3)..=u64::MAX,
		any::<u64>(),
		(0u32..64).prop_map(|bit| 1u64 << bit)
	]
}

fn amount() -> impl Strategy<Value = u128> {
	prop_oneof![
		0u128..12,
		(u128::MAX - 3)..=u128::MAX,
		any::<u128>(),
		(0u32..128).prop_map(|bit| 1u128 << bit)
	]
}

fn mostly() -> impl Strategy<Value = bool> {
	prop_oneof![4 => Just(true), 1 => Just(false)]
}

/// Any class, which may be broken.
fn any_class() -> impl Strategy<Value = ShareClass<i32>> {
	let counts = (number(), number(), number(), number());
	let rest = (any::<u32>(), amount(), any::<bool>(), option::of(TODAY - 1..TODAY + 2));
	(counts, rest, mostly()).prop_map(|(counts, rest, sound)| {
		let (nominal, authorised, issued, treasury) = counts;
		let (votes_per_share, paid_up, pre_emption, locked) = rest;
		let mut class = ShareClass {
			nominal,
			currency: currency("EUR"),
			authorised,
			issued,
			treasury,
			votes_per_share,
			paid_up,
			transfer: locked.map_or(TransferRule::BoardConsent, TransferRule::LockedUntil),
			pre_emption,
		};
		if sound {
			class.nominal = class.nominal.max(1);
			class.issued = class.issued.min(class.authorised);
			class.treasury = class.treasury.min(class.issued);
			let least = u128::from(class.nominal) * u128::from(class.treasury);
			class.paid_up = class.paid_up.clamp(least, class.capital());
		}
		class
	})
}

/// Any holding, which may be broken.
fn any_holding() -> impl Strategy<Value = Holding> {
	(number(), number(), amount(), mostly()).prop_map(|(shares, pledged, unpaid, sound)| {
		if sound {
			let pledged = pledged.min(shares);
			Holding { shares, pledged, unpaid: unpaid.min(shares.into()) }
		} else {
			Holding { shares, pledged, unpaid }
		}
	})
}

/// The holding, as far as it fits into a class.
fn fitting(holding: Holding, class: &ShareClass<i32>, most: u64) -> Holding {
	let shares = holding.shares.min(most);
	let worth = u128::from(class.nominal) * u128::from(shares);
	Holding { shares, pledged: holding.pledged.min(shares), unpaid: holding.unpaid.min(worth) }
}

fn any_rescaling() -> impl Strategy<Value = Rescaling> {
	let factor = || prop_oneof![0u32..12, any::<u32>()];
	prop_oneof![factor().prop_map(Rescaling::Split), factor().prop_map(Rescaling::Consolidation),]
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(20_000))]

	/// Whatever stands in the state and in the call: no act panics or overflows, and what it answers
	/// holds by itself.
	#[test]
	fn acts_should_answer_what_holds_when_given_anything(
		classes in (any_class(), any_class()),
		holdings in (any_holding(), any_holding()),
		numbers in (number(), number(), amount()),
		law in (0u16..=10_001, 0u16..=10_001),
		cleared in cleared(),
		rescaling in any_rescaling(),
		takes_pledged in any::<bool>(),
		mended in mostly(),
		exchange in 1u64..4,
	) {
		let ((class, mut other), (mut from, mut to)) = (classes, holdings);
		let (mut shares, mut covered, amount) = numbers;
		if mended {
			// Anything would mostly be refused at once: make it fit.
			let outstanding = class.issued.saturating_sub(class.treasury);
			from = fitting(from, &class, outstanding);
			to = fitting(to, &class, outstanding - from.shares);
			covered = covered.min(from.pledged);
			shares = shares.min(if takes_pledged { covered } else { from.free() });
			other.nominal = (class.nominal / exchange).max(1);
			other.issued = other.issued.max(to.shares).min(other.authorised);
			other.treasury = 0;
			other.paid_up = other.paid_up.min(other.capital());
		}
		let law = ShareLaw { least_paid: law.0, most_treasury: law.1 };
		let now = Circumstances { issuer: &ISSUER, class: &class, law: &law, today: TODAY };
		let taken = if takes_pledged {
			Taken::Pledged { pledge: Pledge { shares: covered }, shares }
		} else {
			Taken::Free(shares)
		};
		let holds = |class: &ShareClass<i32>, holding: &Holding| {
			assert_eq!(class.check(), Ok(()));
			assert_eq!(holding.check(class), Ok(()), "{class:?}");
		};
		let changed = |outcome: Result<Changed<i32>, ShareError>| {
			outcome.iter().for_each(|changed| holds(&changed.class, &changed.holding));
		};
		changed(allot(&now, ann(to), shares, amount, cleared));
		changed(pay(&class, &from, amount));
		changed(buy_back(&now, from, shares));
		changed(sell_treasury(&now, bob(to), shares, cleared));
		changed(cancel(&class, from, shares, cleared));
		for class in [
			cancel_treasury(&class, shares, cleared),
			rescale_class(&class, rescaling),
			authorise(&class, shares),
		].iter().flatten() {
			assert_eq!(class.check(), Ok(()));
		}
		if let Ok(done) = transfer(&now, ann(from), bob(to), taken, cleared) {
			holds(&class, &done.from);
			holds(&class, &done.to);
			assert_eq!(done.from.shares + done.to.shares, from.shares + to.shares);
			assert_eq!(done.from.pledged + done.to.pledged, from.pledged + to.pledged);
			assert_eq!(done.from.unpaid + done.to.unpaid, from.unpaid + to.unpaid);
		}
		if let Ok(holding) = succeed(&now, ann(from), bob(to)) {
			holds(&class, &holding);
		}
		if let Ok((holding, pledge)) = pledge(&class, &from, shares) {
			holds(&class, &holding);
			assert_eq!(
				release(&class, &holding, pledge, shares),
				Ok((from, None)),
			);
		}
		if let Ok((holding, _)) = release(&class, &from, Pledge { shares: covered }, shares) {
			holds(&class, &holding);
		}
		if let (Ok(after), Ok(holding)) =
			(rescale_class(&class, rescaling), rescale_holding(&class, &from, rescaling))
		{
			holds(&after, &holding);
			assert_eq!(rescale_class(&after, rescaling.inverse()), Ok(class));
			assert_eq!(rescale_holding(&after, &holding, rescaling.inverse()), Ok(from));
		}
		if let Ok(pledge) = rescale_pledge(Pledge { shares }, rescaling) {
			assert_eq!(rescale_pledge(pledge, rescaling.inverse()), Ok(Pledge { shares }));
		}
		let converted = convert(
			HeldClass { number: &1, class: &class, holding: from },
			HeldClass { number: &2, class: &other, holding: to },
			taken,
			cleared,
		);
		if let Ok(done) = converted {
			holds(&done.from_class, &done.from);
			holds(&done.to_class, &done.to);
			assert_eq!(done.from.unpaid + done.to.unpaid, from.unpaid + to.unpaid);
			if let Ok(capital) = capital_of([&class, &other]) {
				assert_eq!(capital_of([&done.from_class, &done.to_class]), Ok(capital));
			}
		}
		let _ = snapshot(&class, TODAY, [(ANN, from), (BOB, to)]);
		let _ = class.pre_emption_part(&from, shares);
	}

	/// What is owed never leaves a holding faster than its shares do, nor slower by a whole unit.
	#[test]
	fn debt_should_be_parted_as_the_shares_are(
		nominal in 1..=u64::MAX,
		held in 1..=u64::MAX,
		part in (0.0..1.0f64, 0.0..1.0f64),
	) {
		let fraction = |of: u128, by: f64| of / 1_000_000 * ((by * 1_000_000.0) as u128);
		let unpaid = fraction(u128::from(nominal) * u128::from(held), part.0);
		let shares = (fraction(held.into(), part.1) as u64).clamp(1, held);
		let class = ShareClass {
			nominal,
			authorised: held,
			issued: held,
			treasury: 0,
			paid_up: u128::from(nominal) * u128::from(held) - unpaid,
			..class()
		};
		let from = Holding { unpaid, ..holding(held, 0) };
		let taken = Taken::Free(shares);
		let done =
			transfer(&circumstances(&class), ann(from), bob(Holding::NONE), taken, NOBODY).unwrap();
		prop_assert_eq!(done.from.unpaid + done.to.unpaid, unpaid);
		// moved <= unpaid * shares / held < moved + 1, in 256 bits.
		let product = |one: u128, other: u64| {
			let (high, low) = (one >> 64, one & u128::from(u64::MAX));
			let low = low * u128::from(other);
			let high = high * u128::from(other) + (low >> 64);
			(high, low & u128::from(u64::MAX))
		};
		prop_assert!(product(done.to.unpaid, held) <= product(unpaid, shares));
		prop_assert!(product(done.to.unpaid + 1, held) > product(unpaid, shares));
	}
}
