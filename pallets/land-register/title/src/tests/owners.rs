//! Transfers, rescaling, adoption.

use super::*;

#[test]
fn title_should_open_only_when_the_shares_make_the_whole() {
	let open = |total, list: &[(char, u32)]| T::open(total, owners(list));
	assert_eq!(shares(&open(4, &[('b', 1), ('a', 3)]).unwrap()), [('a', 3), ('b', 1)]);
	assert_eq!(open(0, &[('a', 1)]), Err(TitleError::DenominatorZero));
	assert_eq!(open(MAX_TOTAL_UNITS + 1, &[('a', 1)]), Err(TitleError::DenominatorTooLarge));
	assert_eq!(open(1, &[]), Err(TitleError::OwnersUnknown));
	assert_eq!(open(1, &[('a', 0)]), Err(TitleError::UnitsZero));
	assert_eq!(open(2, &[('a', 1), ('a', 1)]), Err(TitleError::DuplicateOwner));
	for total in [1, 3] {
		assert_eq!(open(total, &[('a', 1), ('b', 1)]), Err(TitleError::SumDiffers));
	}
	let huge = [('a', u32::MAX), ('b', u32::MAX)];
	assert_eq!(open(1, &huge), Err(TitleError::SumDiffers));
}

#[test]
fn units_should_change_hands_and_no_others() {
	let title = owned(&[('a', 60), ('b', 40)]);
	let after = done(&title, sale('a', 'c', 20)).unwrap();
	assert_eq!(shares(&after), [('a', 40), ('b', 40), ('c', 20)]);
	let after = done(&after, sale('a', 'b', 40)).unwrap();
	assert_eq!(shares(&after), [('b', 80), ('c', 20)]);
	for (act, error) in [
		(sale('a', 'a', 1), TitleError::SameParty),
		(sale('a', 'b', 0), TitleError::UnitsZero),
		(sale('x', 'b', 1), TitleError::NotOwner),
		(sale('a', 'b', 61), TitleError::NotEnoughUnits),
	] {
		assert_eq!(done(&title, act), Err(error));
	}
	assert_eq!(done(&T::unknown(), sale('a', 'b', 1)), Err(TitleError::OwnersUnknown));
}

#[test]
fn share_should_say_that_it_came_by_deed() {
	let title = owned(&[('a', 2), ('b', 2)]);
	let way = Way { by_deed: true, ..Way::default() };
	let after = way.apply(&title, &sale('a', 'c', 1)).unwrap();
	let marked =
		|title: &T| -> Vec<bool> { title.owners.iter().map(|share| share.by_deed).collect() };
	assert_eq!(marked(&after), [false, false, true]);
	// What is received on the chain later does not take the mark away.
	assert_eq!(marked(&done(&after, sale('b', 'c', 1)).unwrap()), [false, false, true]);
}

#[test]
fn title_should_have_a_bound_of_owners() {
	let letters: Vec<char> = ('A'..).take(usize::try_from(MAX_OWNERS).unwrap()).collect();
	let list: Vec<_> = letters.iter().map(|letter| (*letter, 2)).collect();
	let title = owned(&list);
	assert_eq!(done(&title, sale('A', 'z', 1)), Err(TitleError::OwnersFull));
	done(&title, sale('A', 'B', 1)).unwrap();
	// Who leaves makes room.
	done(&title, sale('A', 'z', 2)).unwrap();
}

#[test]
fn rescaling_should_change_nobodys_part() {
	let title = owned(&[('a', 1), ('b', 1)]);
	let after = done(&title, TitleAct::Rescale { factor: 2 }).unwrap();
	assert_eq!((after.total_units, shares(&after)), (4, vec![('a', 2), ('b', 2)]));
	// A divorce, and an inheritance: a half, a quarter and a quarter.
	let way = Way::ordered();
	let after = way.apply(&after, &transfer('b', 'c', 1, Cause::Inheritance)).unwrap();
	assert_eq!(shares(&after), [('a', 2), ('b', 1), ('c', 1)]);
	for factor in [0, 1] {
		assert_eq!(done(&title, TitleAct::Rescale { factor }), Err(TitleError::FactorTooSmall));
	}
	for factor in [MAX_TOTAL_UNITS, u32::MAX] {
		assert_eq!(done(&title, TitleAct::Rescale { factor }), Err(TitleError::RescaleOverflow));
	}
	let rescale = TitleAct::Rescale { factor: 2 };
	assert_eq!(done(&T::unknown(), rescale), Err(TitleError::OwnersUnknown));
}

#[test]
fn owners_should_be_adopted_once() {
	let adopt =
		|total_units, list: &[(char, u32)]| TitleAct::Adopt { total_units, owners: owners(list) };
	let after = done(&T::unknown(), adopt(3, &[('b', 1), ('a', 2)])).unwrap();
	assert_eq!(shares(&after), [('a', 2), ('b', 1)]);
	assert_eq!(done(&after, adopt(1, &[('c', 1)])), Err(TitleError::OwnersKnown));
	assert_eq!(done(&T::unknown(), adopt(1, &[])), Err(TitleError::OwnersUnknown));
	assert_eq!(done(&T::unknown(), adopt(3, &[('a', 2)])), Err(TitleError::SumDiffers));
	let way = Way { by_deed: true, ..Way::default() };
	let by_deed = way.apply(&T::unknown(), &adopt(1, &[('a', 1)])).unwrap();
	assert!(by_deed.owners[0].by_deed);
}

#[test]
fn what_passes_by_law_should_need_an_order() {
	let title = owned(&[('a', 1)]);
	for cause in [Cause::Inheritance, Cause::CourtOrder, Cause::Expropriation, Cause::Vesting] {
		let act = transfer('a', 'b', 1, cause);
		assert_eq!(done(&title, act.clone()), Err(TitleError::CourtOrderMissing), "{cause:?}");
		let after = Way::ordered().apply_alone(&title, &act).unwrap();
		assert_eq!(shares(&after), [('b', 1)]);
	}
	// And an order does not sell for an owner.
	for cause in [Cause::Sale, Cause::Gift, Cause::Exchange, Cause::Division] {
		let act = transfer('a', 'b', 1, cause);
		let way = Way::ordered();
		assert_eq!(way.apply_alone(&title, &act), Err(TitleError::ConsentMissing), "{cause:?}");
	}
}
