//! That `try_state` finds what is broken.

use polity_primitives::{ids::MandateId, office::Powers, record::Head};

use crate::{mock::*, try_state::do_try_state, types::*, *};

fn finds(breaks: impl FnOnce(MandateId)) {
	new_test_ext().execute_with(|| {
		let id = granted(Grant::default());
		propose(Grant::default()).unwrap();
		assert!(do_try_state::<Test>().is_ok());
		breaks(id);
		assert!(do_try_state::<Test>().is_err());
	});
}

fn alter(id: MandateId, change: impl FnOnce(&mut crate::Mandate<u64>)) {
	crate::Mandates::<Test>::mutate(id, |mandate| change(mandate.as_mut().unwrap()));
}

#[test]
fn state_should_be_refused_when_a_mandate_is_broken() {
	finds(|id| alter(id, |mandate| mandate.powers = Powers::NONE));
	finds(|id| alter(id, |mandate| mandate.confirmed_by = None));
	finds(|id| alter(id, |mandate| mandate.confirmed_by = Some(mandate.proposed_by.clone())));
	finds(|id| alter(id, |mandate| mandate.confirmed_by = Some(mandate.officer.clone())));
	finds(|id| alter(id, |mandate| mandate.proposed_by = mandate.officer.clone()));
	finds(|id| alter(id, |mandate| mandate.term = hours(1, 1)));
	finds(|id| alter(id, |mandate| mandate.state = MandateState::Revoked));
	finds(|id| alter(id, |mandate| mandate.ministry = LANDS));
	finds(|_| NextMandate::<Test>::put(MandateId(1)));
	finds(|id| crate::Mandates::<Test>::remove(id));
}

#[test]
fn state_should_be_refused_when_a_history_is_broken() {
	finds(|id| Heads::<Test>::insert(id, Head::default()));
	finds(|id| Heads::<Test>::remove(id));
	finds(|id| Entries::<Test>::remove(id, 1));
	finds(|id| {
		let entry = Entries::<Test>::get(id, 1).unwrap();
		Entries::<Test>::insert(id, 3, entry);
	});
	finds(|id| {
		Entries::<Test>::mutate(id, 1, |entry| entry.as_mut().unwrap().block += 1);
	});
}

#[test]
fn state_should_be_refused_when_an_index_is_broken() {
	finds(|_| Officers::<Test>::remove(OFFICER));
	finds(|_| MandatesOf::<Test>::remove(OFFICER));
	finds(|_| Officers::<Test>::insert(COLLEAGUE, (JUSTICE, tag(101))));
	finds(|_| Officers::<Test>::insert(OFFICER, (LANDS, tag(100))));
	finds(|id| MandatesOf::<Test>::mutate(OFFICER, |held| held.try_push(id).unwrap()));
	finds(|_| {
		System::dec_providers(&OFFICER).unwrap();
	});
	finds(|id| {
		revoke(id);
		assert!(do_try_state::<Test>().is_ok());
		System::dec_providers(&OFFICER).unwrap();
	});
	finds(|id| Proposals::<Test>::remove(MandateId(id.0 + 1)));
	finds(|id| {
		let proposal = Proposals::<Test>::get(MandateId(id.0 + 1)).unwrap();
		Proposals::<Test>::insert(id, proposal);
	});
}

#[test]
fn state_should_be_refused_when_the_queue_is_broken() {
	finds(|_| RequestQueue::<Test>::remove(0));
	finds(|_| RequestQueueEnds::<Test>::put(QueueEnds { head: 3, tail: 0 }));
	finds(|_| RequestQueueEnds::<Test>::mutate(|ends| ends.tail += 1));
	finds(|_| {
		let key = RequestQueue::<Test>::get(0).unwrap();
		Requests::<Test>::remove(key);
	});
}
