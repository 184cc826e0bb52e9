//! No call, event or storage item has room for tags of two registers.
//!
//! The types of all of them are walked, by the metadata. Wherever a person's tag stands, its register
//! stands beside it: in a `PersonId`, or as two fields of an event. So it is enough that no register
//! occurs twice, and no unbounded list of them. An officer is named by its mandate alone: a signatory
//! and a warrant have tags of the public office register, whose name does not stand beside them, and
//! nothing here has room for one.

use frame_support::__private::metadata_ir::StorageEntryTypeIR;
use scale_info::{form::PortableForm, meta_type, MetaType, PortableRegistry, Registry, TypeDef};

use crate::{mock::*, ChangeOf, Event};

struct Types(PortableRegistry);

impl Types {
	/// How many values of `name` one value of a type can hold, lists counting as two.
	fn most(&self, name: &str, id: u32) -> u32 {
		let found = self.0.resolve(id).unwrap();
		if found.path.segments.last().map(String::as_str) == Some(name) {
			return 1;
		}
		let sum = |fields: &[scale_info::Field<PortableForm>]| {
			fields.iter().map(|field| self.most(name, field.ty.id)).sum::<u32>()
		};
		match &found.type_def {
			TypeDef::Composite(composite) => sum(&composite.fields),
			TypeDef::Variant(variants) => {
				variants.variants.iter().map(|variant| sum(&variant.fields)).max().unwrap_or(0)
			},
			TypeDef::Tuple(tuple) => {
				tuple.fields.iter().map(|field| self.most(name, field.id)).sum()
			},
			TypeDef::Sequence(list) => 2 * self.most(name, list.type_param.id),
			TypeDef::Array(list) => list.len * self.most(name, list.type_param.id),
			_ => 0,
		}
	}
}

fn most(name: &str, of: &MetaType) -> u32 {
	let mut registry = Registry::new();
	let id = registry.register_type(of).id;
	Types(registry.into()).most(name, id)
}

/// The key and the value of every storage item, every call and every event.
fn everything() -> Vec<(String, MetaType)> {
	let mut all = vec![
		("the calls".to_string(), meta_type::<crate::Call<Test>>()),
		("the events".to_string(), meta_type::<Event<Test>>()),
	];
	for entry in crate::Pallet::<Test>::storage_metadata().entries {
		match entry.ty {
			StorageEntryTypeIR::Plain(value) => all.push((entry.name.to_string(), value)),
			StorageEntryTypeIR::Map { key, value, .. } => {
				all.push((format!("the key of {}", entry.name), key));
				all.push((entry.name.to_string(), value));
			},
		}
	}
	all
}

/// The most values of a type in each part of `everything` that has room for one.
fn counted(name: &str) -> Vec<(String, u32)> {
	everything()
		.into_iter()
		.map(|(part, of)| (part, most(name, &of)))
		.filter(|(_, count)| *count > 0)
		.collect()
}

fn parts(counts: &[(&str, u32)]) -> Vec<(String, u32)> {
	counts.iter().map(|(part, count)| (part.to_string(), *count)).collect()
}

#[test]
fn nothing_should_have_room_for_tags_of_two_registers() {
	assert_eq!(
		counted("Register"),
		parts(&[
			("the calls", 1),
			("the events", 1),
			("the key of Persons", 1),
			("the key of ControllerOf", 1),
			("the key of Heads", 1),
			("the key of Entries", 1),
			// The same person as in its key: `try_state` holds them to that.
			("Entries", 1),
			("Proposals", 1),
			("the key of OpenProposals", 1),
			("the key of ClaimOffers", 1),
			("the key of Guardians", 1),
			("the key of Recoveries", 1),
			// The register from which something was erased, with nobody's tag.
			("ErasureProposals", 1),
			("Erasures", 1),
		])
	);
	// The count is able to find more than one.
	assert_eq!(most("Register", &meta_type::<(crate::PersonId, crate::PersonId)>()), 2);
	assert_eq!(most("Register", &meta_type::<Vec<crate::PersonId>>()), 2);
}

#[test]
fn tags_should_be_two_only_where_a_person_is_merged_within_its_register() {
	assert_eq!(most("Tag", &meta_type::<ChangeOf<Test>>()), 1);
	assert_eq!(
		counted("Tag"),
		parts(&[
			("the calls", 2),
			("the events", 2),
			("the key of Persons", 1),
			// The survivor of a merge, under the person's key.
			("Persons", 1),
			("ControllerOf", 1),
			("the key of Heads", 1),
			("the key of Entries", 1),
			("Entries", 2),
			("Proposals", 2),
			("the key of OpenProposals", 1),
			("the key of ClaimOffers", 1),
			("the key of Guardians", 1),
			("the key of Recoveries", 1),
		])
	);
}

#[test]
fn nothing_should_have_room_for_an_officers_tag() {
	use polity_primitives::{Signatory, Warrant};
	for name in ["Signatory", "Warrant"] {
		assert_eq!(counted(name), parts(&[]));
	}
	// The count is able to find one.
	assert_eq!(most("Warrant", &meta_type::<Warrant<AccountId>>()), 1);
	assert_eq!(most("Signatory", &meta_type::<Warrant<AccountId>>()), 3);
	assert_eq!(most("Tag", &meta_type::<Signatory<AccountId>>()), 1);
}

/// What an erasure has room for: who it was about is not among it, by whatever name.
#[test]
fn no_part_of_an_erasure_should_have_room_for_its_subject() {
	let parts = [
		meta_type::<crate::Erasure>(),
		meta_type::<crate::ErasureReceipt>(),
		meta_type::<crate::ErasureProposal<u64>>(),
	];
	for part in &parts {
		for name in ["Tag", "PersonId", "AccountId32"] {
			assert_eq!(most(name, part), 0, "{name}");
		}
	}
	let names = |name: &str| match meta_type::<Event<Test>>().type_info().type_def {
		TypeDef::Variant(events) => events
			.variants
			.iter()
			.find(|event| event.name == name)
			.map(|event| event.fields.iter().map(|field| field.name.unwrap()).collect::<Vec<_>>())
			.unwrap(),
		_ => panic!("events are variants"),
	};
	assert_eq!(names("ErasurePrepared"), ["receipt", "erasure", "mandate"]);
	assert_eq!(names("Erased"), ["receipt", "erasure", "date", "prepared_under", "mandate"]);
	assert_eq!(names("ErasureRefused"), ["receipt", "reason", "mandate"]);
	assert_eq!(names("ErasureWithdrawn"), ["receipt", "mandate"]);
	// The count is able to find one.
	assert_eq!(most("Tag", &meta_type::<crate::PersonId>()), 1);
}
