//! Whatever officers, controllers and strangers do in whatever order, nothing is issued that the chain
//! does not cover when it is issued. The chain is walked here by hand, from the stored nodes alone.

use super::*;
use crate::{Accreditations, AttestationsOf, LastAccreditation};
use proptest::prelude::*;

/// An act of somebody. Numbers are taken modulo what there is.
#[derive(Clone, Debug)]
enum Step {
	Accredit { parent: u32, kind: AccreditationKind, scope: Scope },
	Narrow { node: u32, scope: Scope },
	Revoke { node: u32, void: bool },
	Open { node: u32, controller: u8 },
	SetSchema { schema: u32 },
	Attest { by: By, schema: u32, is_latest: bool, district: u16, level: Level },
	Batch { by: By, schema: u32, leaves: u32, decoys: u32 },
	Status { list: u32, index: u32, suspends: bool, set: bool, controller: u8 },
	Pass { millis: u64 },
}

/// Who attests under what: mostly whoever controls an issuer, else anybody under anything.
#[derive(Clone, Copy, Debug)]
enum By {
	Rightful(u32),
	Anybody { node: u32, controller: u8 },
}

fn any_by() -> impl Strategy<Value = By> {
	prop_oneof![
		3 => (0u32..9).prop_map(By::Rightful),
		1 => (0u32..9, 0u8..4).prop_map(|(node, controller)| By::Anybody { node, controller }),
	]
}

impl By {
	fn resolve(self) -> (AccountId, u32) {
		let rightful = |number: u32| {
			let mut issuers: Vec<_> = Accreditations::<Test>::iter_values()
				.filter(|record| record.node.kind == AccreditationKind::Issuer)
				.filter_map(|record| {
					let issuer = Attestations::issuer_of(record.holder)?;
					let document = Attestations::issuer(issuer)?.document;
					Some((document.controllers.first()?.clone(), record.node.id.0))
				})
				.collect();
			issuers.sort_by_key(|(_, node)| *node);
			issuers.get(number as usize % issuers.len().max(1)).cloned()
		};
		match self {
			Self::Rightful(number) => rightful(number).unwrap_or((STRANGER, 1)),
			Self::Anybody { node, controller } => (self::controller(controller), node_of(node)),
		}
	}
}

fn any_level() -> impl Strategy<Value = Level> {
	prop_oneof![Just(Level::Low), Just(Level::Substantial), Just(Level::High)]
}

/// Mostly scopes that leave room below them, so that trees grow deep and allow something.
fn any_scope() -> impl Strategy<Value = Scope> {
	let schemas = prop_oneof![3 => Just(vec![1, 2]), 1 => Just(vec![1]), 1 => Just(vec![2])];
	let district = prop_oneof![4 => Just(0u16), 1 => 3u16..5];
	let level = prop_oneof![3 => Just(Level::High), 1 => any_level()];
	let until = prop_oneof![3 => Just(3_000u64), 1 => 150u64..3_000];
	(schemas, district, level, until).prop_map(|(schemas, district, level, until)| {
		scope(&schemas, District(district), level, until)
	})
}

fn any_step() -> impl Strategy<Value = Step> {
	let kind = prop_oneof![
		1 => Just(AccreditationKind::Root),
		2 => Just(AccreditationKind::Organisation),
		3 => Just(AccreditationKind::Issuer),
	];
	prop_oneof![
		6 => (0u32..9, kind, any_scope())
			.prop_map(|(parent, kind, scope)| Step::Accredit { parent, kind, scope }),
		2 => (0u32..9, any_scope()).prop_map(|(node, scope)| Step::Narrow { node, scope }),
		1 => (0u32..9, any::<bool>()).prop_map(|(node, void)| Step::Revoke { node, void }),
		3 => (0u32..9, 0u8..4).prop_map(|(node, controller)| Step::Open { node, controller }),
		1 => (0u32..3).prop_map(|schema| Step::SetSchema { schema }),
		10 => (any_by(), 1u32..4, prop::bool::weighted(0.8), 0u16..5, any_level()).prop_map(
			|(by, schema, is_latest, district, level)| Step::Attest {
				by, schema, is_latest, district, level,
			},
		),
		2 => (any_by(), 1u32..3, 0u32..70_000, 0u32..70_000).prop_map(
			|(by, schema, leaves, decoys)| Step::Batch { by, schema, leaves, decoys },
		),
		4 => (0u32..9, 0u32..12, any::<bool>(), any::<bool>(), 0u8..4).prop_map(
			|(list, index, suspends, set, controller)| Step::Status {
				list, index, suspends, set, controller,
			},
		),
		2 => (1u64..200).prop_map(|millis| Step::Pass { millis }),
	]
}

fn controller(number: u8) -> AccountId {
	account(100 + number % 4)
}

fn node_of(number: u32) -> u32 {
	1 + number % LastAccreditation::<Test>::get().max(1)
}

/// The list of a node for a use, opened if need be: the lists are numbered by what is asked for.
fn list_for(who: &AccountId, node: u32, list_use: ListUse) -> StatusListId {
	let found = crate::StatusLists::<Test>::iter()
		.find(|(_, list)| list.accreditation.0 == node && list.list.list_use == list_use);
	if let Some((id, _)) = found {
		return id;
	}
	let _ = Attestations::open_status_list(
		RuntimeOrigin::signed(who.clone()),
		act_on(ATTESTATION, 0),
		AccreditationId(node),
		list_use,
	);
	StatusListId(crate::LastStatusList::<Test>::get())
}

/// Whether everything from a node to its root covers a claim now: by hand.
fn is_covered(node: u32, schema: u32, district: u16, level: Level) -> bool {
	let mut next = Some(AccreditationId(node));
	let mut steps = 0;
	while let Some(id) = next {
		let Some(record) = Accreditations::<Test>::get(id) else { return false };
		let scope = &record.node.scope;
		let covers = scope.schemas.contains(&SchemaId(schema))
			&& (scope.district.0 == 0 || scope.district.0 == district)
			&& level <= scope.highest
			&& (scope.from..scope.until).contains(&at(now()))
			&& record.node.revoked.is_none();
		if !covers || (steps == 0) != (record.node.kind == AccreditationKind::Issuer) {
			return false;
		}
		next = record.node.parent;
		steps += 1;
	}
	steps > 0
}

/// Does a step, whoever may or may not do it. Returns whether something was issued.
fn run(step: Step, number: u8) -> Result<bool, TestCaseError> {
	match step {
		Step::Accredit { parent, kind, scope } => {
			let is_root = kind == AccreditationKind::Root;
			let parent = (!is_root).then(|| AccreditationId(node_of(parent)));
			let holder = match kind {
				AccreditationKind::Root => Party::State(MinistryId(7)),
				AccreditationKind::Organisation => Party::PublicBody(PublicBodyId(number.into())),
				AccreditationKind::Issuer => Party::State(MinistryId(u16::from(number % 5) + 10)),
			};
			let change = Change::Accredit { parent, kind, holder, scope };
			if let Some(parent) = parent {
				for who in 0..3 {
					let _ = endorse(controller(who), parent.0, &change);
				}
			}
			let _ = make(change);
		},
		Step::Narrow { node, scope } => {
			let _ = make(Change::Narrow { accreditation: AccreditationId(node_of(node)), scope });
		},
		Step::Revoke { node, void } => {
			let issued = if void { Issued::VoidFrom(at(now())) } else { Issued::Keep };
			let _ = make(Change::Revoke { accreditation: AccreditationId(node_of(node)), issued });
		},
		Step::Open { node, controller } => {
			let _ = make(open(node_of(node), 100 + number, self::controller(controller)));
		},
		Step::SetSchema { schema } => {
			let _ = make(super::schema((schema > 0).then_some(schema), 100 + number));
		},
		Step::Attest { by, schema, is_latest, district, level } => {
			let (who, node) = by.resolve();
			let latest = Heads::<Test>::get(RecordId::Schema(SchemaId(schema)));
			let latest = latest.unwrap_or_default().seq;
			let version = if is_latest { latest } else { latest.saturating_sub(1) };
			let list = list_for(&who, node, ListUse::Single);
			let issuance = Issuance {
				accreditation: AccreditationId(node),
				schema: SchemaId(schema),
				schema_version: version,
				district: District(district),
				level,
				until: at(now() + 100),
				..issuance(list)
			};
			let covered = is_covered(node, schema, district, level);
			let done = attest(who.clone(), issuance, number, u32::from(number) % 30).is_ok();
			prop_assert!(covered || !done, "issued beyond the chain");
			if done {
				let record = Attestations::attestation(H256::repeat_byte(number)).unwrap().record;
				let holder = Accreditations::<Test>::get(AccreditationId(node)).unwrap().holder;
				prop_assert_eq!(Attestations::issuer_of(holder), Some(record.issuer));
				let document = Attestations::issuer(record.issuer).unwrap().document;
				prop_assert!(document.controllers.contains(&who));
				prop_assert_eq!(Attestations::schema(SchemaId(schema), version + 1), None);
			}
			return Ok(done);
		},
		Step::Batch { by, schema, leaves, decoys } => {
			let (who, node) = by.resolve();
			let list = list_for(&who, node, ListUse::Batch);
			let issuance = Issuance {
				accreditation: AccreditationId(node),
				schema: SchemaId(schema),
				level: Level::Low,
				until: at(now() + 100),
				..issuance(list)
			};
			let covered = is_covered(node, schema, CITY.0, Level::Low);
			let batch = Batch { root: H256::repeat_byte(number), leaves };
			let origin = RuntimeOrigin::signed(who);
			let act = act_on(ATTESTATION, 0);
			let done =
				Attestations::attest_batch(origin, act, Box::new(issuance), batch, decoys).is_ok();
			prop_assert!(covered || !done, "a batch was issued beyond the chain");
			return Ok(done);
		},
		Step::Status { list, index, suspends, set, controller } => {
			let purpose =
				if suspends { StatusPurpose::Suspension } else { StatusPurpose::Revocation };
			let list = StatusListId(1 + list % crate::LastStatusList::<Test>::get().max(1));
			let before = Attestations::credential_status(list, index).record.flags;
			let _ = set_status(self::controller(controller), list, index, purpose, set);
			let after = Attestations::credential_status(list, index).record.flags;
			prop_assert!(before.revoked_at.is_none() || after.revoked_at == before.revoked_at);
		},
		Step::Pass { millis } => pass(millis),
	}
	Ok(false)
}

/// Two schemas, a root of the state, an organisation and an issuer below it, controlled: so that random
/// steps reach what they are about.
fn begin() {
	let wide = || scope(&[1, 2], District::NATIONAL, Level::High, 3_000);
	assert_ok!(make(schema(None, 1)));
	assert_ok!(make(schema(None, 2)));
	assert_ok!(make(accredit(None, AccreditationKind::Root, wide())));
	assert_ok!(make(accredit(Some(1), AccreditationKind::Organisation, wide())));
	assert_ok!(make(open(2, 98, controller(0))));
	let issuer = accredit(Some(2), AccreditationKind::Issuer, wide());
	assert_ok!(endorse(controller(0), 2, &issuer));
	assert_ok!(make(issuer));
	assert_ok!(make(open(3, 99, controller(1))));
	pass(1);
}

fn check(steps: Vec<Step>) -> Result<u32, TestCaseError> {
	new_test_ext().execute_with(|| {
		begin();
		let mut issued = 0;
		for (number, step) in (1u8..).zip(steps) {
			issued += u32::from(run(step, number)?);
		}
		let listed: usize = crate::Issuers::<Test>::iter_keys()
			.map(|id| AttestationsOf::<Test>::iter_prefix(id).count())
			.sum();
		prop_assert_eq!(listed as u32, issued);
		prop_assert_eq!(crate::try_state::do_try_state::<Test>(), Ok(()));
		Ok(issued)
	})
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(192))]

	#[test]
	fn issuer_should_never_exceed_its_chain_whatever_is_done(
		steps in prop::collection::vec(any_step(), 1..40),
	) {
		check(steps)?;
	}
}

#[test]
fn random_steps_should_reach_what_they_are_about() {
	use proptest::{strategy::ValueTree, test_runner::TestRunner};

	let mut runner = TestRunner::deterministic();
	let issued: u32 = (0..60)
		.map(|_| {
			let steps = prop::collection::vec(any_step(), 30..40);
			check(steps.new_tree(&mut runner).unwrap().current()).unwrap()
		})
		.sum();
	// Else the property would hold for nothing.
	assert!(issued > 20, "only {issued} were issued");
}
