//! Tests by module, and what they share.

use bounded_collections::{BoundedBTreeSet, BoundedVec};
use polity_primitives::{time::Instant, AccountId, District};

use crate::*;

mod attestation;
mod batch;
mod curve;
mod issuer;
mod issuer_properties;
mod key;
mod status_list;
mod tree;
mod tree_properties;
mod vectors;

pub const DIPLOMA: SchemaId = SchemaId(1);
pub const CITY: District = District(3);

pub fn at(millis: u64) -> Instant {
	Instant::from_millis(millis)
}

pub fn scope(schemas: &[u32], district: District, highest: Level, from: u64, until: u64) -> Scope {
	let mut set = BoundedBTreeSet::new();
	for schema in schemas {
		set.try_insert(SchemaId(*schema)).unwrap();
	}
	Scope { schemas: set, district, highest, from: at(from), until: at(until) }
}

/// A root until 1000, an organisation until 900 and an issuer of diplomas until 800, the issuer
/// first.
pub fn chain() -> Vec<Accreditation> {
	let root = accredit(
		&[],
		AccreditationId(1),
		AccreditationKind::Root,
		scope(&[1, 2, 3], District::NATIONAL, Level::High, 0, 1_000),
		at(1),
	)
	.unwrap();
	let organisation = accredit(
		&[root.clone()],
		AccreditationId(2),
		AccreditationKind::Organisation,
		scope(&[1, 2], District::NATIONAL, Level::Substantial, 10, 900),
		at(10),
	)
	.unwrap();
	let above = [organisation.clone(), root.clone()];
	let issuer = accredit(
		&above,
		AccreditationId(3),
		AccreditationKind::Issuer,
		scope(&[1], CITY, Level::Substantial, 20, 800),
		at(20),
	)
	.unwrap();
	vec![issuer, organisation, root]
}

pub fn diploma() -> Claim {
	Claim { schema: DIPLOMA, district: CITY, level: Level::Substantial }
}

pub fn account(number: u8) -> AccountId {
	AccountId::new([number; 32])
}

pub fn key(seed: u8, from: u64) -> Key {
	Key {
		id: KeyId(0),
		kind: KeyKind::Ed25519,
		purpose: Purpose::Assertion,
		public: BoundedVec::try_from(vec![seed; 32]).unwrap(),
		from: at(from),
		until: None,
		revoked: None,
		compromised_since: None,
	}
}

pub fn recovery() -> Recovery {
	let mut guardians = BoundedBTreeSet::new();
	for number in 101..=103 {
		guardians.try_insert(account(number)).unwrap();
	}
	Recovery { guardians, quorum: 2 }
}

/// Opened at 5, with key 0 and controller 1.
pub fn issuer() -> Issuer {
	Issuer::open(key(9, 5), account(1), recovery(), at(5)).unwrap()
}
