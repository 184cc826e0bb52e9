//! What no sequence of acts does: exceed a quota, or make a permit that has ended usable.

use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

use super::*;

const HOLDERS: u64 = 5;
const MOST: u32 = 3;

/// What is done in one step.
#[derive(Clone, Copy, Debug)]
enum Step {
	Silence { holder: u64, days: i32 },
	Reserve { holder: u64 },
	Release { holder: u64 },
	Personal { seed: u8 },
	Suspend { pick: usize },
	Resume { pick: usize },
	Revoke { pick: usize },
	Surrender { pick: usize },
	Renew { pick: usize },
	Overturn { pick: usize },
	Pass { from: u64, to: u64 },
	Wait { days: u64 },
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
	let pick = 0usize..12;
	let holder = 0..HOLDERS;
	let step = prop_oneof![
		4 => (holder.clone(), 1i32..200).prop_map(|(holder, days)| Step::Silence { holder, days }),
		1 => holder.clone().prop_map(|holder| Step::Reserve { holder }),
		1 => holder.clone().prop_map(|holder| Step::Release { holder }),
		1 => (1u8..6).prop_map(|seed| Step::Personal { seed }),
		1 => pick.clone().prop_map(|pick| Step::Suspend { pick }),
		1 => pick.clone().prop_map(|pick| Step::Resume { pick }),
		1 => pick.clone().prop_map(|pick| Step::Revoke { pick }),
		1 => pick.clone().prop_map(|pick| Step::Surrender { pick }),
		4 => pick.clone().prop_map(|pick| Step::Renew { pick }),
		1 => pick.prop_map(|pick| Step::Overturn { pick }),
		1 => (holder.clone(), holder).prop_map(|(from, to)| Step::Pass { from, to }),
		4 => (1u64..90).prop_map(|days| Step::Wait { days }),
	];
	prop::collection::vec(step, 1..40)
}

fn all() -> Vec<PermitNumber> {
	let mut all: Vec<_> = crate::Permits::<Test>::iter_keys().collect();
	all.sort();
	all
}

fn do_step(kind: PermitTypeId, hidden: PermitTypeId, step: Step, reserved: &mut Vec<u64>) {
	let picked = |pick: usize| {
		let all = all();
		(!all.is_empty()).then(|| all[pick % all.len()])
	};
	let signer = |number: PermitNumber| {
		(0..HOLDERS).find(|place| record(number).holder == firm(*place)).map(|place| ANN + place)
	};
	let holder = |place| PermitHolder::Party(firm(place));
	// What is refused is refused: the state alone is looked at.
	match step {
		Step::Silence { holder: place, days } => {
			let grant = Grant { valid_to: Some(day(days)), ..grant_of(kind, firm(place)) };
			if <Permits as PermitRegister>::ensure_may_hold(kind, 1, &holder(place), None).is_ok() {
				let _ = try_grant(grant);
			}
		},
		Step::Reserve { holder: place } => {
			if <Permits as PermitRegister>::reserve(kind, 1, &holder(place)).is_ok() {
				reserved.push(place);
			}
		},
		Step::Release { holder: place } => {
			if let Some(at) = reserved.iter().position(|of| *of == place) {
				reserved.remove(at);
				<Permits as PermitRegister>::release(kind, 1, &holder(place));
			}
		},
		Step::Personal { seed } => {
			let count = crate::PersonalPermits::<Test>::iter_keys().count() as u32;
			let holder = PersonalHolder {
				commitment: commitment(1_000 + count),
				nullifier: Hash::repeat_byte(seed),
			};
			let grant = Grant {
				holder: PermitHolder::Personal(holder),
				valid_to: Some(day(30)),
				..grant_of(hidden, Party::Unknown)
			};
			let _ = try_grant(grant);
		},
		Step::Suspend { pick } => {
			let _ = picked(pick).map(|number| change(number, suspend()));
		},
		Step::Resume { pick } => {
			let _ = picked(pick).map(|number| change(number, PermitChange::Resume));
		},
		Step::Revoke { pick } => {
			let _ = picked(pick).map(|number| change(number, revoke()));
		},
		Step::Surrender { pick } => {
			let _ = picked(pick).and_then(|number| Some(surrender(signer(number)?, number)));
		},
		Step::Renew { pick } => {
			let _ = picked(pick).and_then(|number| Some(renew(signer(number)?, number)));
		},
		Step::Overturn { pick } => {
			let appeal = act(LegalBasis(503), 0);
			if let Some(number) = picked(pick) {
				let permit = PermitReference::Numbered(number);
				if <Permits as PermitRegister>::overturn(permit, &appeal, MandateId(2)).is_ok() {
					// Nobody in particular decides again.
					reserved.push(0);
				}
			}
		},
		Step::Pass { from, to } => {
			use polity_primitives::traits::CompanyEstate;
			if from != to {
				let merger = act(LegalBasis(501), 0);
				assert_ok!(<Permits as CompanyEstate>::succeed(
					company(from),
					company(to),
					&merger,
					MandateId(2)
				));
			}
		},
		Step::Wait { days } => {
			pass_days(days);
			next_block();
		},
	}
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

	#[test]
	fn no_sequence_should_exceed_a_quota_or_bring_a_permit_back(steps in steps()) {
		build_and_execute(|| {
			let kind = make_type(PermitTerms { quota: Some(MOST), ..terms() });
			let hidden = make_type(PermitTerms { quota: Some(MOST), ..personal_terms() });
			let mut reserved = Vec::new();
			let mut ended = BTreeSet::new();
			let mut ends = BTreeMap::new();
			for step in steps {
				do_step(kind, hidden, step, &mut reserved);
				let mut usable = 0;
				let mut running = 0;
				for number in all() {
					let record = record(number);
					let worth = status(number);
					if worth == EffectiveStatus::Active {
						usable += 1;
						assert!(!ended.contains(&number), "{number} has come back after {step:?}");
					}
					// One that was renewed and the one that follows have one place.
					let is_over = record.permit.standing.is_final()
						|| worth == EffectiveStatus::Expired;
					let is_valid = record.permit.valid_from <= day(0);
					if !is_over && is_valid {
						running += 1;
					}
					if is_over {
						ended.insert(number);
					}
					// No suspension has made one valid for longer.
					let end = *ends.entry(number).or_insert(record.permit.valid_to);
					assert_eq!(record.permit.valid_to, end);
				}
				assert!(usable <= MOST, "{usable} permits can be used");
				assert!(running <= MOST, "{running} permits are running");
				for kind in [kind, hidden] {
					assert!(Permits::places(kind).taken() <= MOST);
				}
				crate::try_state::do_try_state::<Test>().expect("the state holds at every step");
			}
		});
	}
}
