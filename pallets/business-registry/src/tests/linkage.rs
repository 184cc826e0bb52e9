//! No call, event or storage item has room for tags of two registers.
//!
//! The types of all of them are walked, by the metadata. A tag is a founder's, a holder's or a
//! director's, of the business register. An officer is named by its mandate alone: a signatory and a
//! warrant have tags of the public office register, and nothing here has room for one.

use super::*;
use frame_support::__private::metadata_ir::StorageEntryTypeIR;
use polity_primitives::{MandateId, Signatory, Warrant};
use scale_info::{form::PortableForm, meta_type, MetaType, PortableRegistry, Registry, TypeDef};

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

/// Whether one value of a type can hold a tag of the business register beside one of public office.
fn links(of: &MetaType) -> bool {
	let officers = most("Signatory", of);
	officers > 0 && most("Tag", of) > officers
}

/// The key and the value of every storage item, every call and every event.
fn everything() -> Vec<(String, MetaType)> {
	let mut all = vec![
		("the calls".to_string(), meta_type::<crate::Call<Test>>()),
		("the events".to_string(), meta_type::<Event<Test>>()),
	];
	for entry in BusinessRegistry::storage_metadata().entries {
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

#[test]
fn nothing_should_have_room_for_tags_of_two_registers() {
	for (part, of) in everything() {
		assert!(!links(&of), "{part}");
	}
	for name in ["Signatory", "Warrant"] {
		assert_eq!(counted(name), vec![], "{name}");
	}
	// The walk is able to find one, also in a list, and where they stand apart.
	assert_eq!(most("Tag", &meta_type::<Warrant<AccountId>>()), 3);
	assert!(links(&meta_type::<(Tag, Warrant<AccountId>)>()));
	assert!(links(&meta_type::<(Option<Tag>, Vec<Signatory<AccountId>>)>()));
	assert!(!links(&meta_type::<(Tag, Vec<MandateId>)>()));
	assert!(!links(&meta_type::<Warrant<AccountId>>()));
}

#[test]
fn tag_should_stand_only_where_somebody_applies_and_beside_directors_alone() {
	let parts = |counts: &[(&str, u32)]| -> Vec<(String, u32)> {
		counts.iter().map(|(part, count)| (part.to_string(), *count)).collect()
	};
	assert_eq!(
		counted("Tag"),
		parts(&[
			// A founder, and a list of directors.
			("the calls", 3),
			("the events", 1),
			("Reservations", 1),
			("ReservationEntries", 1),
			("Applications", 3),
			("ApplicationEntries", 3),
			("the key of ApplicationsOf", 1),
		])
	);
}
