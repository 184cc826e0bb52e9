use super::*;
use sp_runtime::Perbill;
use sp_staking::offence::{OffenceDetails, OnOffenceHandler};

const SEVERITY: Perbill = Perbill::from_percent(50);

fn report(nodes: &[AccountId], severity: Perbill) {
	let details: Vec<_> = nodes
		.iter()
		.map(|node| OffenceDetails { offender: (*node, ()), reporters: vec![] })
		.collect();
	let severities = vec![severity; nodes.len()];
	let session = Session::current_index();
	Ministries::on_offence(&details, &severities, session);
}

fn disabled() -> Vec<u32> {
	Session::disabled_validators()
}

#[test]
fn on_offence_should_disable_and_record_when_the_floor_allows_it() {
	build_and_execute(|| {
		report(&[node(2)], SEVERITY);
		assert_eq!(disabled(), vec![1]);
		let (version, hash) = head(2);
		assert_eq!(version, 2);
		assert_eq!(
			last_event(),
			Event::NodeOffended {
				ministry: MinistryId(2),
				node: node(2),
				session: 0,
				severity: SEVERITY,
				disabled: true,
				version,
				head: hash,
			}
		);
		assert_eq!(
			Ministries::history(MinistryId(2), 2, 1)[0].body,
			MinistryChange::NodeOffended {
				node: node(2),
				session: 0,
				severity: SEVERITY,
				disabled: true
			}
		);
	});
}

#[test]
fn on_offence_should_keep_the_disabled_when_nothing_changes() {
	build_and_execute(|| {
		report(&[node(2)], SEVERITY);
		for _ in 0..4 {
			rotate();
			assert_eq!(disabled(), vec![1]);
		}
		// A change of the authorities forgives.
		assert_ok!(Ministries::admit(ministry(5)));
		assert_ok!(set_keys(node(5), session_keys(node(5))));
		rotate();
		rotate();
		assert!(disabled().is_empty());
	});
}

#[test]
fn on_offence_should_disable_no_more_when_fewer_than_the_floor_would_work() {
	build_and_execute(|| {
		report(&[node(2), node(3)], SEVERITY);
		assert_eq!(disabled(), vec![1]);
		assert!(matches!(
			last_event(),
			Event::NodeOffended { ministry: MinistryId(3), disabled: false, .. }
		));
	});
	// Three of floor three, and one alone: nobody can be spared.
	Network::of(3, 3).build_and_execute(|| {
		report(&[node(1)], SEVERITY);
		assert!(disabled().is_empty());
	});
	Network::of(1, 1).build_and_execute(|| {
		report(&[node(1)], SEVERITY);
		assert!(disabled().is_empty());
	});
}

#[test]
fn on_offence_should_disable_no_more_than_the_consensus_tolerates() {
	// Seven with a low floor: two of seven, a third of all but one.
	Network::of(7, 1).build_and_execute(|| {
		report(&[node(1), node(2), node(3)], SEVERITY);
		assert_eq!(disabled(), vec![0, 1]);
	});
	// Seven of floor six: one.
	Network::of(7, 6).build_and_execute(|| {
		report(&[node(1), node(2)], SEVERITY);
		assert_eq!(disabled(), vec![0]);
	});
}

#[test]
fn on_offence_should_raise_the_severity_when_a_disabled_node_offends_more_gravely() {
	build_and_execute(|| {
		report(&[node(2)], SEVERITY);
		report(&[node(2)], Perbill::from_percent(10));
		let severity = || pallet_session::DisabledValidators::<Test>::get()[0].1 .0;
		assert_eq!(severity(), SEVERITY);
		report(&[node(2)], Perbill::one());
		assert_eq!(severity(), Perbill::one());
		assert_eq!(disabled(), vec![1]);
	});
}

#[test]
fn on_offence_should_say_so_when_the_offender_is_a_node_no_more() {
	build_and_execute(|| {
		assert_ok!(Ministries::expel(MinistryId(2)));
		rotate();
		// Departing: it can still be disabled and is still its ministry's.
		report(&[node(2)], SEVERITY);
		assert!(matches!(
			last_event(),
			Event::NodeOffended { ministry: MinistryId(2), disabled: true, .. }
		));
		rotate();
		report(&[node(2)], SEVERITY);
		assert_eq!(
			last_event(),
			Event::FormerNodeOffended { node: node(2), session: 2, severity: SEVERITY }
		);
		assert!(disabled().is_empty());
	});
}
