//! What calls, events and storage items have room for, by the types of the metadata: no text but names,
//! no bytes that nobody has given a reason for, and no officer's tag beside a party's.

use frame_support::__private::metadata::{
	v14::{RuntimeMetadataV14, StorageEntryType},
	RuntimeMetadata,
};
use polity_primitives::{Register, Tag};
use polity_runtime::Runtime;
use scale_info::{
	form::PortableForm, meta_type, PortableRegistry, Registry, TypeDef, TypeDefPrimitive, TypeInfo,
};
use std::collections::BTreeSet;

fn metadata() -> RuntimeMetadataV14 {
	match Runtime::metadata().1 {
		RuntimeMetadata::V14(metadata) => metadata,
		_ => panic!("the runtime's own metadata are of version 14"),
	}
}

/// The types of the runtime.
struct Types(PortableRegistry);

impl Types {
	fn name(&self, id: u32) -> Option<&str> {
		self.0.resolve(id).and_then(|found| found.path.segments.last()).map(String::as_str)
	}

	/// The variants of an enumeration.
	fn variants(&self, id: u32) -> &[scale_info::Variant<PortableForm>] {
		match &self.0.resolve(id).unwrap().type_def {
			TypeDef::Variant(enumeration) => &enumeration.variants,
			other => panic!("no enumeration but {other:?}"),
		}
	}

	fn is_bytes(&self, id: u32) -> bool {
		let found = self.0.resolve(id).unwrap();
		matches!(found.type_def, TypeDef::Primitive(TypeDefPrimitive::U8))
	}

	/// Whether a type is that of all calls or of all events: each is looked at where it belongs.
	fn is_of_all(&self, id: u32) -> bool {
		matches!(self.name(id), Some("RuntimeCall" | "RuntimeEvent"))
	}

	/// The types of what a value of a type holds.
	fn parts(&self, id: u32) -> Vec<u32> {
		if self.is_of_all(id) {
			return Vec::new();
		}
		let of = |fields: &[scale_info::Field<PortableForm>]| -> Vec<u32> {
			fields.iter().map(|field| field.ty.id).collect()
		};
		match &self.0.resolve(id).unwrap().type_def {
			TypeDef::Composite(composite) => of(&composite.fields),
			TypeDef::Variant(variants) => {
				variants.variants.iter().flat_map(|variant| of(&variant.fields)).collect()
			},
			TypeDef::Tuple(tuple) => tuple.fields.iter().map(|field| field.id).collect(),
			TypeDef::Sequence(list) => vec![list.type_param.id],
			TypeDef::Array(list) => vec![list.type_param.id],
			TypeDef::Compact(compact) => vec![compact.type_param.id],
			TypeDef::Primitive(_) | TypeDef::BitSequence(_) => Vec::new(),
		}
	}

	/// The most values with a name that one value of a type can hold, lists counting as two.
	fn most(&self, name: &str, id: u32) -> u32 {
		if self.name(id) == Some(name) {
			return 1;
		}
		if self.is_of_all(id) {
			return 0;
		}
		let sum = |parts: &[u32]| parts.iter().map(|part| self.most(name, *part)).sum::<u32>();
		match &self.0.resolve(id).unwrap().type_def {
			TypeDef::Variant(variants) => variants
				.variants
				.iter()
				.map(|variant| {
					sum(&variant.fields.iter().map(|field| field.ty.id).collect::<Vec<_>>())
				})
				.max()
				.unwrap_or(0),
			TypeDef::Sequence(_) | TypeDef::Array(_) => 2 * sum(&self.parts(id)),
			_ => sum(&self.parts(id)),
		}
	}

	/// Of two names, which a value of a type can hold together: all the ways that it can be, each with
	/// whether it holds the one and the other.
	fn ways(&self, names: [&str; 2], id: u32) -> BTreeSet<[bool; 2]> {
		if self.is_of_all(id) {
			return [[false; 2]].into();
		}
		let own = names.map(|name| self.name(id) == Some(name));
		let within: BTreeSet<_> = match &self.0.resolve(id).unwrap().type_def {
			// Of the variants, one: what stands in two of them is never together.
			TypeDef::Variant(enumeration) => enumeration
				.variants
				.iter()
				.flat_map(|variant| {
					let fields: Vec<_> = variant.fields.iter().map(|field| field.ty.id).collect();
					self.ways_of_all(names, &fields)
				})
				.collect(),
			// Of the elements of a list, each in its own way.
			TypeDef::Sequence(_) | TypeDef::Array(_) => {
				let parts = self.parts(id);
				self.ways_of_all(names, &[parts.clone(), parts].concat())
			},
			_ => self.ways_of_all(names, &self.parts(id)),
		};
		within.into_iter().map(|[one, other]| [own[0] || one, own[1] || other]).collect()
	}

	/// The same of values of several types side by side.
	fn ways_of_all(&self, names: [&str; 2], ids: &[u32]) -> BTreeSet<[bool; 2]> {
		ids.iter().fold([[false; 2]].into(), |before, id| {
			let ways = self.ways(names, *id);
			let beside = |[one, other]: [bool; 2]| {
				before.iter().map(move |found| [found[0] || one, found[1] || other])
			};
			ways.iter().copied().flat_map(beside).collect()
		})
	}

	/// The texts and lists of bytes in a value of a type, each by the type that it is the content of.
	fn byte_strings(&self, id: u32, within: &str, found: &mut BTreeSet<String>) {
		let within = match self.name(id) {
			// What holds them says what they are; the list itself does not.
			Some(name) if !["BoundedVec", "Cow", "Option"].contains(&name) => name.to_string(),
			_ => within.to_string(),
		};
		let is_byte_string = match &self.0.resolve(id).unwrap().type_def {
			TypeDef::Sequence(list) => self.is_bytes(list.type_param.id),
			TypeDef::Primitive(TypeDefPrimitive::Str) => true,
			_ => false,
		};
		if is_byte_string {
			found.insert(within);
			return;
		}
		for part in self.parts(id) {
			self.byte_strings(part, &within, found);
		}
	}
}

/// Each call with the texts and lists of bytes that its arguments have room for.
fn byte_strings_of_calls() -> BTreeSet<(String, String)> {
	let metadata = metadata();
	let types = Types(metadata.types);
	let mut all = BTreeSet::new();
	for pallet in metadata.pallets {
		let Some(calls) = pallet.calls else { continue };
		for call in types.variants(calls.ty.id) {
			for argument in &call.fields {
				let mut found = BTreeSet::new();
				let name = argument.name.clone().unwrap_or_default();
				types.byte_strings(argument.ty.id, &name, &mut found);
				let call = format!("{}.{}", pallet.name, call.name);
				all.extend(found.into_iter().map(|bytes| (call.clone(), bytes)));
			}
		}
	}
	all
}

/// What has no fixed size in the arguments of calls, with its reasons in `docs/rules.md`, *Plain bytes
/// in calls*.
const BYTE_STRINGS: &[(&str, &str)] = &[
	("Attestations.approve_recovery", "NewKey"),
	("Attestations.change_issuer", "NewKey"),
	("Attestations.prepare", "NewKey"),
	("BusinessRegistry.examine", "CompanyName"),
	("BusinessRegistry.import_companies", "CompanyName"),
	("BusinessRegistry.import_companies", "SourceNumber"),
	("BusinessRegistry.propose_change", "CompanyName"),
	("BusinessRegistry.propose_law", "RegisterIdentifier"),
	("BusinessRegistry.reserve_name", "CompanyName"),
	("Governance.enact", "CallName"),
	("Governance.enact", "NewMinistry"),
	("Grandpa.report_equivocation", "MembershipProof"),
	("Grandpa.report_equivocation_unsigned", "MembershipProof"),
	("LandCadastre.import_parcels", "ParcelReference"),
	("LandCadastre.propose_registration", "ParcelReference"),
	("LandCadastre.propose_survey", "ParcelReference"),
	("Preimage.note_preimage", "bytes"),
	("Proxy.add_proxy", "MultiAddress"),
	("Proxy.proxy", "MultiAddress"),
	("Proxy.remove_proxy", "MultiAddress"),
	("Session.set_keys", "proof"),
	("System.apply_authorized_upgrade", "code"),
];

/// The same of calls that the filter refuses, which `filters.rs` shows.
const BYTE_STRINGS_OF_CLOSED_CALLS: &[(&str, &str)] = &[
	("Proxy.announce", "MultiAddress"),
	("Proxy.kill_pure", "MultiAddress"),
	("Proxy.proxy_announced", "MultiAddress"),
	("Proxy.reject_announcement", "MultiAddress"),
	("Proxy.remove_announcement", "MultiAddress"),
	("System.kill_prefix", "prefix"),
	("System.kill_storage", "keys"),
	("System.remark", "remark"),
	("System.remark_with_event", "remark"),
	("System.set_code", "code"),
	("System.set_code_without_checks", "code"),
	("System.set_storage", "items"),
	("TxPause.pause", "full_name"),
	("TxPause.unpause", "ident"),
];

#[test]
fn no_call_should_take_text_or_bytes_that_have_no_reason() {
	let found = byte_strings_of_calls();
	let listed: BTreeSet<_> = BYTE_STRINGS
		.iter()
		.chain(BYTE_STRINGS_OF_CLOSED_CALLS)
		.map(|(call, bytes)| (call.to_string(), bytes.to_string()))
		.collect();
	assert_eq!(found, listed);
}

/// Every call, event and storage item, keys and values apart, with the types that it is made of.
fn everything() -> (Types, Vec<(String, Vec<u32>)>) {
	let metadata = metadata();
	let types = Types(metadata.types);
	let mut all = Vec::new();
	for pallet in metadata.pallets {
		let name = pallet.name;
		let calls = pallet.calls.map(|calls| calls.ty.id);
		for id in calls.into_iter().chain(pallet.event.map(|event| event.ty.id)) {
			for variant in types.variants(id) {
				let fields = variant.fields.iter().map(|field| field.ty.id).collect();
				all.push((format!("{name}.{}", variant.name), fields));
			}
		}
		for entry in pallet.storage.into_iter().flat_map(|storage| storage.entries) {
			let item = format!("{name}.{}", entry.name);
			match entry.ty {
				StorageEntryType::Plain(value) => all.push((item, vec![value.id])),
				StorageEntryType::Map { key, value, .. } => {
					all.push((item, vec![key.id, value.id]))
				},
			}
		}
	}
	(types, all)
}

/// Where a person's tag of public office can stand: whom the ministries have as keys and officers.
const OFFICERS: &[&str] = &[
	"Ministries.MinistryAdmitted",
	"Ministries.SeatReplaced",
	"Ministries.Ministries",
	"Ministries.Nominations",
	"Ministries.Entries",
	"Mandates.Mandates",
	"Mandates.Proposals",
	"Mandates.Entries",
	"Governance.enact",
	"Governance.Enacted",
];

/// The pallets that hold other tags, each those of one register; the identity register alone holds
/// those of all, and says with each of which register it is.
const PARTIES: &[(&str, Option<Register>)] = &[
	("Identity", None),
	("Mandates", Some(Register::PublicOffice)),
	("BusinessRegistry", Some(Register::Business)),
	("CompanyOfficers", Some(Register::Business)),
	("LandRegister", Some(Register::Land)),
	("ShareLedger", Some(Register::Business)),
	("CompanyFilings", Some(Register::Business)),
	("Permits", Some(Register::Permits)),
	("PermitApplications", Some(Register::Permits)),
	("Attestations", Some(Register::Attestations)),
];

/// What holds either a tag or a register.
#[derive(TypeInfo)]
#[allow(dead_code)]
enum Either {
	Tag(Option<Tag>),
	Register(Register),
}

#[test]
fn what_stands_together_should_be_told_from_what_stands_in_its_place() {
	let mut registry = Registry::new();
	let either = registry.register_type(&meta_type::<Either>()).id;
	let many = registry.register_type(&meta_type::<Vec<Either>>()).id;
	let pair = registry.register_type(&meta_type::<(Tag, Box<Register>)>()).id;
	let types = Types(registry.into());
	let stand_together = |ids: &[u32]| {
		let ways = types.ways_of_all(["Tag", "Register"], ids);
		ways.contains(&[true; 2])
	};
	assert!(!stand_together(&[either]));
	assert!(stand_together(&[pair]));
	// Of two, one can be the tag and one the register.
	assert!(stand_together(&[many]));
	assert!(stand_together(&[either, either]));
}

#[test]
fn no_part_should_have_room_for_an_officer_beside_a_party() {
	let (mut officers, mut parties) = (Vec::new(), Vec::new());
	let (types, all) = everything();
	for (part, ids) in all {
		let most = |name| ids.iter().map(|id| types.most(name, *id)).sum::<u32>();
		let (tags, signatories) = (most("Tag"), most("Signatory"));
		if signatories > 0 {
			assert_eq!(tags, signatories, "{part}");
			officers.push(part);
		} else if tags > 0 {
			let pallet = part.split('.').next().unwrap().to_string();
			let of = PARTIES.iter().find(|(name, _)| *name == pallet).and_then(|(_, of)| *of);
			// Where a pallet has the tags of one register, no part says of which register one is. The
			// register of a mandate is that in which it is used. What says either the one or the other,
			// as the proposal of a permit or of a type about which other registers are asked, says it
			// of no tag.
			let ways = types.ways_of_all(["Tag", "Register"], &ids);
			let names_none = !ways.contains(&[true; 2]);
			assert!(of.is_none_or(|of| of == Register::PublicOffice) || names_none, "{part}");
			if parties.last() != Some(&pallet) {
				parties.push(pallet);
			}
		}
	}
	assert_eq!(officers, OFFICERS);
	assert_eq!(parties, PARTIES.iter().map(|(pallet, _)| *pallet).collect::<Vec<_>>());
}
