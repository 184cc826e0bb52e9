use super::*;
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum IssuerAct {
	Add { seed: u8, from: u64 },
	Rotate { key: u16, ending: Ending, replacement: Option<u8> },
	AddController(u8),
	RemoveController(u8),
	Recover { approvals: Vec<u8>, seed: u8 },
}

fn any_act() -> impl Strategy<Value = IssuerAct> {
	let ending = prop_oneof![
		Just(Ending::Revoked),
		(0u64..60).prop_map(|since| Ending::CompromisedSince(at(since))),
	];
	prop_oneof![
		(1u8..60, 0u64..3).prop_map(|(seed, from)| IssuerAct::Add { seed, from }),
		(0u16..8, ending, prop::option::of(60u8..120)).prop_map(|(key, ending, replacement)| {
			IssuerAct::Rotate { key, ending, replacement }
		}),
		(1u8..5).prop_map(IssuerAct::AddController),
		(1u8..5).prop_map(IssuerAct::RemoveController),
		(prop::collection::vec(100u8..105, 0..4), 1u8..200)
			.prop_map(|(approvals, seed)| IssuerAct::Recover { approvals, seed }),
	]
}

fn apply(issuer: &Issuer, act: IssuerAct, now: u64) -> Result<Issuer, IssuerError> {
	match act {
		IssuerAct::Add { seed, from } => issuer.add_key(key(seed, now + from), at(now)),
		IssuerAct::Rotate { key: id, ending, replacement } => {
			let replacement = replacement.map(|seed| key(seed, now));
			issuer.rotate_key(KeyId(id), ending, replacement, at(now))
		},
		IssuerAct::AddController(number) => issuer.add_controller(account(number), at(now)),
		IssuerAct::RemoveController(number) => issuer.remove_controller(&account(number), at(now)),
		IssuerAct::Recover { approvals, seed } => {
			let approvals: Vec<_> = approvals.into_iter().map(account).collect();
			issuer.recover(&approvals, account(50), key(seed, now), at(now))
		},
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(512))]

	#[test]
	fn issuer_should_always_have_a_key_and_a_controller(
		acts in prop::collection::vec(any_act(), 1..40),
	) {
		let mut versions = vec![issuer()];
		for (step, act) in acts.into_iter().enumerate() {
			let now = 6 + step as u64;
			let before = versions.last().unwrap();
			let Ok(after) = apply(before, act, now) else { continue };
			let signs = |key: &Key| {
				key.purpose == Purpose::Assertion && key.valid_at(at(now)).is_ok()
			};
			prop_assert!(after.keys.iter().any(signs));
			prop_assert!(!after.controllers.is_empty());
			prop_assert_eq!(after.version, before.version + 1);
			// What no longer held holds never again: an act takes signatures away, and gives none.
			for (old, new) in before.keys.iter().zip(after.keys.iter()) {
				prop_assert_eq!(old.id, new.id);
				prop_assert_eq!(&old.public, &new.public);
				for instant in 0..70 {
					prop_assert!(
						old.valid_at(at(instant)).is_ok() || new.valid_at(at(instant)).is_err()
					);
				}
			}
			versions.push(after);
		}
		for instant in 5..60 {
			let active = active_at(&versions, at(instant)).unwrap();
			let begun = versions.iter().filter(|version| version.active_from <= at(instant));
			prop_assert_eq!(active.version, begun.map(|version| version.version).max().unwrap());
		}
	}

	#[test]
	fn compromise_should_void_all_that_is_signed_later(
		since in 0u64..60,
		revoked in prop::option::of(0u64..60),
		early in 0u64..60,
		late in 0u64..60,
	) {
		let key = Key {
			compromised_since: Some(at(since)),
			revoked: revoked.map(at),
			..key(9, 5)
		};
		let (early, late) = (early.min(late), early.max(late));
		if key.valid_at(at(early)) == Err(KeyError::Compromised) {
			prop_assert_eq!(key.valid_at(at(late)), Err(KeyError::Compromised));
		}
		let without = Key { compromised_since: None, ..key.clone() };
		if early < since {
			prop_assert_eq!(key.valid_at(at(early)), without.valid_at(at(early)));
		} else {
			prop_assert_eq!(key.valid_at(at(early)), Err(KeyError::Compromised));
		}
	}
}
