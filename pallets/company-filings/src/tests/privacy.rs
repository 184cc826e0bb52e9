//! Nothing that is stated of beneficial owners has room for a tag, an officer's or an owner's.
//!
//! The types of the calls, the events and the storage are walked by the metadata. The one tag that is
//! kept is of the director who has handed in a document.

use super::*;
use frame_support::__private::metadata_ir::StorageEntryTypeIR;
use scale_info::{meta_type, MetaType, PortableRegistry, Registry, TypeDef};

/// Whether a value of a type can hold one of a type of this name.
fn has(name: &str, of: &MetaType) -> bool {
	let mut registry = Registry::new();
	let id = registry.register_type(of).id;
	holds(name, &registry.into(), id)
}

fn holds(name: &str, types: &PortableRegistry, id: u32) -> bool {
	let found = types.resolve(id).unwrap();
	if found.path.segments.last().map(String::as_str) == Some(name) {
		return true;
	}
	match &found.type_def {
		TypeDef::Composite(composite) => {
			composite.fields.iter().any(|field| holds(name, types, field.ty.id))
		},
		TypeDef::Variant(variants) => variants
			.variants
			.iter()
			.any(|variant| variant.fields.iter().any(|field| holds(name, types, field.ty.id))),
		TypeDef::Tuple(tuple) => tuple.fields.iter().any(|field| holds(name, types, field.id)),
		TypeDef::Sequence(list) => holds(name, types, list.type_param.id),
		TypeDef::Array(list) => holds(name, types, list.type_param.id),
		_ => false,
	}
}

/// The storage items of which the key or the value can hold one.
fn items_with(name: &str) -> Vec<String> {
	let has_it = |of: StorageEntryTypeIR| match of {
		StorageEntryTypeIR::Plain(value) => has(name, &value),
		StorageEntryTypeIR::Map { key, value, .. } => has(name, &key) || has(name, &value),
	};
	let entries = Register::storage_metadata().entries;
	entries
		.into_iter()
		.filter_map(|entry| has_it(entry.ty).then(|| entry.name.to_string()))
		.collect()
}

#[test]
fn tag_should_be_of_who_hands_in_a_document_and_of_nobody_else() {
	assert_eq!(items_with("Tag"), ["Filings", "FilingEntries"]);
	assert!(!has("Tag", &meta_type::<crate::Call<Test>>()));
	// The walk is able to find one.
	assert!(has("Tag", &meta_type::<Filer>()));
	assert!(has("Tag", &meta_type::<Vec<(u8, Option<Filing>)>>()));
	for name in ["Signatory", "Warrant"] {
		assert_eq!(items_with(name), [""; 0]);
		assert!(!has(name, &meta_type::<Event<Test>>()));
	}
}

#[test]
fn nothing_should_have_room_for_a_text() {
	let plain = |of: MetaType| {
		let mut registry = Registry::new();
		registry.register_type(&of);
		let types: PortableRegistry = registry.into();
		types.types.iter().all(|found| {
			// A list of bytes whose length is free would be one.
			match &found.ty.type_def {
				TypeDef::Sequence(list) => {
					let inner = types.resolve(list.type_param.id).unwrap();
					!matches!(
						inner.type_def,
						TypeDef::Primitive(
							scale_info::TypeDefPrimitive::U8 | scale_info::TypeDefPrimitive::Char
						)
					)
				},
				TypeDef::Primitive(primitive) => {
					!matches!(primitive, scale_info::TypeDefPrimitive::Str)
				},
				_ => true,
			}
		})
	};
	assert!(plain(meta_type::<crate::Call<Test>>()));
	assert!(plain(meta_type::<OwnershipRecord>()));
	assert!(plain(meta_type::<AcceptedStatement>()));
	assert!(plain(meta_type::<FilingChange>()));
	assert!(!plain(meta_type::<Vec<u8>>()) && !plain(meta_type::<String>()));
}

#[test]
fn statements_should_be_handed_in_by_the_company_and_not_by_a_tag() {
	under_law(|| {
		let company = register(CompanyPhase::Live);
		let id = file(company, one_owner(1, WHOLE)).unwrap();
		assert_eq!(Register::filing(id).unwrap().record.filed_by, Filer::Company);
		let Event::FilingReceived { filed_by: Filer::Company, .. } = last_event() else {
			panic!("the event names somebody")
		};
	});
}

#[test]
fn records_of_two_companies_should_have_nothing_in_common() {
	under_law(|| {
		// The same person owns both: the numbers are each company's own, the commitments differ.
		let found = [100, 200].map(|seed| {
			let company = register(CompanyPhase::Live);
			let id = file(company, one_owner(seed, WHOLE)).unwrap();
			assert_ok!(accept(id));
			Register::ownership(company).unwrap().record
		});
		assert_eq!(found[0].live, found[1].live);
	});
}
