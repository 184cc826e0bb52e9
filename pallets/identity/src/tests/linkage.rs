//! No call, event or storage item has room for tags of two registers.
//!
//! Wherever a person's tag stands, its register stands beside it: in a `PersonId`, or as two fields
//! of an event. So it is enough that no register occurs twice, and no unbounded list of them. The
//! warrant of an officer is left out: its tags are of the public office register by definition, and
//! say who acted, not whom the act is about.

use scale_info::{form::PortableForm, MetaType, PortableRegistry, Registry, TypeDef};

use crate::{mock::*, ChangeOf, Event, ProposalOf, RecordOf};

struct Types(PortableRegistry);

impl Types {
	/// How many values of `name` one value of a type can hold, lists counting as two.
	fn most(&self, name: &str, id: u32) -> u32 {
		let found = self.0.resolve(id).unwrap();
		let path = found.path.segments.last().map(String::as_str);
		if path == Some("Warrant") {
			return 0;
		}
		if path == Some(name) {
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

fn most(name: &str, of: MetaType) -> u32 {
	let mut registry = Registry::new();
	let id = registry.register_type(&of).id;
	Types(registry.into()).most(name, id)
}

#[test]
fn nothing_should_have_room_for_tags_of_two_registers() {
	use scale_info::meta_type;
	let registers = |of| most("Register", of);
	assert_eq!(registers(meta_type::<crate::Call<Test>>()), 1);
	assert_eq!(registers(meta_type::<Event<Test>>()), 1);
	assert_eq!(registers(meta_type::<ProposalOf<Test>>()), 1);
	assert_eq!(registers(meta_type::<crate::PersonEntry<AccountId>>()), 1);
	assert_eq!(registers(meta_type::<crate::PersonId>()), 1);
	// These stand under a key that names the one register.
	assert_eq!(registers(meta_type::<RecordOf<Test>>()), 0);
	assert_eq!(registers(meta_type::<ChangeOf<Test>>()), 0);
	// The count is able to find more than one.
	assert_eq!(registers(meta_type::<(crate::PersonId, crate::PersonId)>()), 2);
	assert_eq!(registers(meta_type::<Vec<crate::PersonId>>()), 2);
}

#[test]
fn tags_should_be_two_only_where_a_person_is_merged_within_its_register() {
	use scale_info::meta_type;
	let tags = |of| most("Tag", of);
	assert_eq!(tags(meta_type::<ChangeOf<Test>>()), 1);
	assert_eq!(tags(meta_type::<crate::Call<Test>>()), 2);
	assert_eq!(tags(meta_type::<Event<Test>>()), 2);
	assert_eq!(tags(meta_type::<ProposalOf<Test>>()), 2);
	assert_eq!(tags(meta_type::<crate::PersonEntry<AccountId>>()), 2);
}
