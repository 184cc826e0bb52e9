//! What the check of the state finds.

use crate::{
	try_state::do_try_state, Endings, LicenceTypes, Nullifiers, PermitCount, PermitHeads, Places,
	Running, RunningAt, StatusBits, StatusLists, Types, WorkLists,
};

use super::*;

/// Breaks a sound state with a permit that was renewed, a personal permit and a request, and expects it to
/// be found.
fn should_find(
	fault: &'static str,
	break_it: impl FnOnce(PermitNumber, PermitNumber, PersonalHolder),
) {
	new_test_ext().execute_with(|| {
		let old = permit_of(make_type(terms()), firm(0));
		pass_to(record(old).permit.valid_to.unwrap().checked_sub_days(9).unwrap());
		let next = renew(ANN, old).unwrap();
		let hidden = make_type(personal_terms());
		let person = PersonalHolder { commitment: commitment(1), nullifier: Hash::repeat_byte(1) };
		let holder = PermitHolder::Personal(person);
		try_grant(Grant { holder, ..grant_of(hidden, Party::Unknown) }).unwrap();
		let other = permit_of(make_type(terms()), firm(1));
		assert_ok!(ask_transfer(BOB, other, firm(2)));
		assert_ok!(prepare_type(None, version(terms())));
		assert_ok!(do_try_state::<Test>());
		break_it(old, next, person);
		assert_eq!(do_try_state::<Test>(), Err(sp_runtime::TryRuntimeError::Other(fault)));
	});
}

fn change_record(number: PermitNumber, change: impl FnOnce(&mut PermitRecord)) {
	crate::Permits::<Test>::mutate(number, |record| change(record.as_mut().unwrap()));
}

#[test]
fn state_should_be_refused_when_places_are_counted_wrong() {
	let wrong = "the places of a type are counted wrong";
	should_find(wrong, |old, _, _| {
		Places::<Test>::mutate(record(old).kind, |quota| quota.running += 1);
	});
	should_find("a quota is exceeded", |old, _, _| {
		Places::<Test>::mutate(record(old).kind, |quota| quota.reserved += 3);
	});
	should_find("a renewal has a second place", |_, next, _| {
		change_record(next, |record| record.has_place = true);
	});
	should_find("a nullifier is reserved without a place", |_, _, person| {
		let kind = Permits::personal(person.commitment).unwrap().record.kind;
		let used = NullifierUse { period: 2026, permit: None };
		Nullifiers::<Test>::insert(kind, Hash::repeat_byte(9), used);
	});
}

#[test]
fn state_should_be_refused_when_what_runs_is_noted_wrong() {
	should_find("a permit can be running and is not noted as such", |_, next, _| {
		change_record(next, |record| record.permit.valid_to = None);
		let of = record(next);
		Running::<Test>::remove((of.holder, of.kind, next));
	});
	should_find("the running permits of holders are counted wrong", |old, _, _| {
		let of = record(old);
		RunningAt::<Test>::insert((of.holder, of.kind, of.site), 9);
	});
	should_find("the queue has what does not end", |old, _, _| {
		let permit = PermitReference::Numbered(old);
		Endings::<Test>::insert((ordered(7), permit), ());
	});
	should_find("a permit ends and is not in the queue", |old, _, _| {
		let at = record(old).ends_at.unwrap();
		let permit = PermitReference::Numbered(old);
		Endings::<Test>::remove((ordered(at.as_millis()), permit));
	});
}

#[test]
fn state_should_be_refused_when_a_permit_is_not_what_its_record_says() {
	should_find("a chain of entries is broken", |old, _, _| {
		PermitHeads::<Test>::mutate(old, |head| head.as_mut().unwrap().hash = Hash::zero());
	});
	should_find("a permit has ended without a day, or has a day and has not ended", |old, _, _| {
		change_record(old, |record| record.ended_on = Some(day(0)));
	});
	should_find("a renewal is half", |old, _, _| {
		change_record(old, |record| record.permit.is_renewed = false);
	});
	should_find("a renewal follows another permit", |_, next, _| {
		change_record(next, |record| record.origin = Origin::Application);
	});
	should_find("permits are counted wrong", |_, _, _| PermitCount::<Test>::put(9));
	should_find("the version in force is not the last", |old, _, _| {
		Types::<Test>::mutate(record(old).kind, |row| row.as_mut().unwrap().in_force = 2);
	});
	should_find("a type is noted as a licence and is none", |old, _, _| {
		LicenceTypes::<Test>::insert("49320".parse::<Activity>().unwrap(), record(old).kind);
	});
	should_find("a list has what does not wait", |_, _, _| {
		let list = (District::NATIONAL, WorkState::RequestOpen);
		WorkLists::<Test>::insert(list, ordered(77), ());
	});
}

#[test]
fn state_should_be_refused_when_a_personal_permit_is_not_what_its_bits_say() {
	use polity_accreditation::{flip, place, StatusPurpose};
	let set = |person: PersonalHolder, purpose| {
		let permit = Permits::personal(person.commitment).unwrap().record;
		let at = place(permit.index).unwrap();
		let key = (permit.list, purpose, at.chunk);
		let chunk = flip(&StatusBits::<Test>::get(key), purpose, at.bit, true).unwrap();
		StatusBits::<Test>::insert(key, chunk);
	};
	should_find("a bit of revocation is not what its permit is", |_, _, person| {
		set(person, StatusPurpose::Revocation);
	});
	should_find("a bit of suspension is not what its permit is", |_, _, person| {
		set(person, StatusPurpose::Suspension);
	});
	let lost = "a personal permit runs without its nullifier, or keeps it when it is over";
	should_find(lost, |_, _, person| {
		let kind = Permits::personal(person.commitment).unwrap().record.kind;
		Nullifiers::<Test>::remove(kind, person.nullifier);
	});
	should_find("the indices of a status list are counted wrong", |_, _, _| {
		StatusLists::<Test>::mutate(0, |list| list.as_mut().unwrap().decoys += 1);
	});
}
