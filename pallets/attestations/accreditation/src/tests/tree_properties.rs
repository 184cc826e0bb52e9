use super::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// An act of a register that keeps every node that the rules let in.
#[derive(Clone, Debug)]
enum TreeAct {
	Accredit { parent: usize, kind: AccreditationKind, scope: Scope, id: Option<usize> },
	Narrow { node: usize, scope: Scope },
	Revoke { node: usize, issued: Issued },
}

fn any_level() -> impl Strategy<Value = Level> {
	prop_oneof![Just(Level::Low), Just(Level::Substantial), Just(Level::High)]
}

/// Mostly scopes that leave room below them, so that trees grow deep and allow something.
fn any_scope() -> impl Strategy<Value = Scope> {
	let schemas = prop_oneof![
		3 => Just(vec![0, 1, 2]),
		1 => Just(vec![0, 1]),
		1 => prop::collection::vec(0u32..3, 0..4),
	];
	let district = prop_oneof![4 => Just(0u16), 1 => 0u16..3];
	let level = prop_oneof![3 => Just(Level::High), 1 => any_level()];
	let from = prop_oneof![3 => Just(0u64), 1 => 0u64..6];
	let until = prop_oneof![3 => Just(60u64), 1 => 5u64..60];
	(schemas, district, level, from, until).prop_map(|(schemas, district, level, from, until)| {
		scope(&schemas, District(district), level, from, until)
	})
}

fn any_act() -> impl Strategy<Value = TreeAct> {
	let kind = prop_oneof![
		1 => Just(AccreditationKind::Root),
		3 => Just(AccreditationKind::Organisation),
		3 => Just(AccreditationKind::Issuer),
	];
	let issued =
		prop_oneof![Just(Issued::Keep), (0u64..60).prop_map(|millis| Issued::VoidFrom(at(millis)))];
	let id = prop::option::weighted(0.1, 0usize..12);
	prop_oneof![
		6 => (0usize..12, kind, any_scope(), id).prop_map(|(parent, kind, scope, id)| {
			TreeAct::Accredit { parent, kind, scope, id }
		}),
		2 => (0usize..12, any_scope()).prop_map(|(node, scope)| TreeAct::Narrow { node, scope }),
		1 => (0usize..12, issued).prop_map(|(node, issued)| TreeAct::Revoke { node, issued }),
	]
}

/// The chain of a node as the links say, ended after more steps than there are nodes.
fn chain_of(nodes: &[Accreditation], place: usize) -> Vec<Accreditation> {
	let mut chain = vec![nodes[place].clone()];
	while let Some(parent) = chain.last().and_then(|node| node.parent) {
		if chain.len() > nodes.len() {
			break;
		}
		let parent = nodes.iter().find(|node| node.id == parent).unwrap();
		chain.push(parent.clone());
	}
	chain
}

/// What the widest scopes of the strategies let through, so that trees grow deep enough to test.
fn wide() -> Scope {
	scope(&[0, 1, 2], District::NATIONAL, Level::High, 0, 60)
}

fn run(acts: Vec<TreeAct>) -> Vec<Accreditation> {
	let root = AccreditationKind::Root;
	let mut nodes = vec![accredit(&[], AccreditationId(0), root, wide(), at(0)).unwrap()];
	for (now, act) in acts.into_iter().enumerate() {
		let now = at(now as u64);
		match act {
			TreeAct::Accredit { parent, kind, scope, id } => {
				let above = match kind {
					AccreditationKind::Root => vec![],
					_ => chain_of(&nodes, parent % nodes.len()),
				};
				let number = id.map_or(nodes.len(), |id| id % nodes.len());
				let id = AccreditationId(number as u32);
				// The register gives a number out once; a chain has no number twice in any case.
				let made = accredit(&above, id, kind, scope, now);
				if number < nodes.len() && above.iter().any(|node| node.id == id) {
					assert!(made.is_err());
				}
				if number == nodes.len() {
					nodes.extend(made);
				}
			},
			TreeAct::Narrow { node, scope } => {
				let place = node % nodes.len();
				if let Ok(narrower) = narrow(&nodes[place], scope) {
					nodes[place] = narrower;
				}
			},
			TreeAct::Revoke { node, issued } => {
				let place = node % nodes.len();
				if let Ok(revoked) = revoke(&nodes[place], issued, now) {
					nodes[place] = revoked;
				}
			},
		}
	}
	nodes
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(512))]

	#[test]
	fn issuer_should_never_exceed_its_chain(
		acts in prop::collection::vec(any_act(), 1..40),
		millis in 0u64..60,
	) {
		let nodes = run(acts);
		let levels = [Level::Low, Level::Substantial, Level::High];
		for place in 0..nodes.len() {
			let chain = chain_of(&nodes, place);
			for (schema, district, level) in (0..27).map(|n| (n % 3, n / 3 % 3, n / 9)) {
				let level = levels[level as usize];
				let claim =
					Claim { schema: SchemaId(schema), district: District(district as u16), level };
				let covers = |node: &Accreditation| {
					node.scope.schemas.contains(&claim.schema)
						&& (node.scope.district.0 == 0 || node.scope.district == claim.district)
						&& level <= node.scope.highest
						&& (node.scope.from..node.scope.until).contains(&at(millis))
						&& node.revoked.is_none_or(|revocation| at(millis) < revocation.at)
				};
				let is_issuer = nodes[place].kind == AccreditationKind::Issuer;
				let by_hand = is_issuer && chain.iter().all(covers);
				prop_assert_eq!(chain_allows(&chain, &claim, at(millis)).is_ok(), by_hand);
			}
		}
	}

	#[test]
	fn tree_should_have_no_cycle_and_a_bounded_depth(
		acts in prop::collection::vec(any_act(), 1..40),
	) {
		let nodes = run(acts);
		for place in 0..nodes.len() {
			let chain = chain_of(&nodes, place);
			let ids: BTreeSet<_> = chain.iter().map(|node| node.id).collect();
			prop_assert_eq!(ids.len(), chain.len());
			prop_assert!(chain.len() <= MAX_DEPTH as usize);
			prop_assert_eq!(check_chain(&chain), Ok(()));
		}
	}

	#[test]
	fn loss_above_should_never_give_anything(
		scope in any_scope(),
		millis in 0u64..60,
		place in 0usize..3,
	) {
		let before = chain();
		let mut after = before.clone();
		if let Ok(narrower) = narrow(&after[place], scope) {
			after[place] = narrower;
		}
		if chain_allows(&after, &diploma(), at(millis)).is_ok() {
			prop_assert!(chain_allows(&before, &diploma(), at(millis)).is_ok());
		}
	}
}
