//! Heads: the vectors that `client/` verifies too, made of entries of real records.

use super::*;
use crate::{
	resolutions::conversion_matter,
	types::{CompanyChange, SourceStatus},
	CompanyEntries,
};
use codec::{Decode, Encode};
use polity_primitives::{
	record::{chain_holds, Entry},
	traits::{Companies as _, MissingPart},
	CompanyNumber,
};
use serde_json::{json, Value};

const VECTORS: &str = include_str!("../../../../primitives/vectors/heads.json");

fn hex(bytes: &[u8]) -> String {
	format!("0x{}", hex::encode(bytes))
}

/// The chains of a founded company that changes its status, identifier and name, whose identifier is
/// corrected, which a court freezes for a while, and which is converted; of an imported one, whose dates and owners are adopted and which
/// the clock suspends; and of what the first is converted into, which takes another in and changes its
/// activities.
fn chains() -> Value {
	let founded = found(FOUNDER, "Zażółć & Söhne Ltd");
	change(founded, Change::Lei(Some(lei("5493001KJTIIGC8Y1R12"))));
	pass_days(3);
	change_by_court(founded, Change::Status(Status::InInsolvency));
	change_by_court(founded, Change::Status(Status::Active));
	change(founded, Change::Name(name("ACME LIMITED")));
	correct::correct(founded, Change::Lei(Some(lei("549300MLUDYVRQOOXS22"))), 2, 2);

	change(founded, Change::StrikeOffNotice);
	change(founded, Change::StrikeOffNoticeWithdrawn);
	change_by_court(founded, Change::Freeze);
	change_by_court(founded, Change::Unfreeze);

	let row = ImportedCompany {
		status: SourceStatus::ActiveProposalToStrikeOff,
		..import::row("! LTD", "08209948")
	};
	let source = import::Rows::new(vec![row]);
	let campaign = import::open(&source);
	assert_ok!(import::import(RECORDER, campaign, vec![source.proven(0)]));
	assert_ok!(import::seal(DECIDER, campaign));
	let imported = BusinessRegistry::companies_by_name(name("! LTD"))[0].record.number;

	change(imported, adopt::dates((1854, 5, 1)));
	assert_ok!(BusinessRegistry::adopted(
		imported,
		MissingPart::Owners,
		&act_on(ADOPTION, 1),
		mandate_of(DECIDER).unwrap()
	));
	assert_ok!(BusinessRegistry::suspend_for_overdue_filing(imported));

	let merged = found(OTHER_FOUNDER, "Bravo Ltd");
	let legal_form = "B6ES".parse().unwrap();
	resolve(founded, conversion_matter(founded, legal_form));
	change(founded, Change::Convert { legal_form });
	let converted = status(founded).successor().unwrap();
	merge::resolve_merger(merged, converted);
	change(merged, merge::merger(converted));
	change(converted, Change::Activities(activities(&["01110", "62020"])));

	let chain = |number: CompanyNumber| {
		let mut head = Head::default();
		let links: Vec<_> = (1..=company_version(number))
			.map(|seq| {
				let entry = CompanyEntries::<Test>::get(number, seq).unwrap();
				let previous = head;
				head = head.after(&entry);
				json!({
					"seq": seq,
					"previousHead": hex(previous.hash.as_bytes()),
					"entry": hex(&entry.encode()),
					"head": hex(head.hash.as_bytes()),
				})
			})
			.collect();
		assert_eq!(CompanyHeads::<Test>::get(number), Some(head));
		json!({ "kind": "Company", "id": number.to_string(), "entries": links })
	};
	json!([chain(founded), chain(imported), chain(converted)])
}

#[test]
fn heads_should_agree_with_the_shared_vectors() {
	build_and_execute(|| {
		let found = chains();
		let committed: Value = serde_json::from_str(VECTORS).unwrap();
		assert!(
			found == committed,
			"the entries of this runtime make other heads than primitives/vectors/heads.json; \
			 they make\n{}",
			serde_json::to_string_pretty(&found).unwrap()
		);
	});
}

#[test]
fn chain_should_break_when_any_byte_of_an_entry_changes() {
	build_and_execute(|| {
		let number = found(FOUNDER, "Acme");
		change(number, Change::Status(Status::Suspended));
		let head = CompanyHeads::<Test>::get(number).unwrap();
		let entries = BusinessRegistry::company_history(number, 1, 10);
		assert!(chain_holds(&head, entries.iter()));
		for (index, entry) in entries.iter().enumerate() {
			let bytes = entry.encode();
			for place in 0..bytes.len() {
				let mut altered = bytes.clone();
				altered[place] ^= 1;
				// Most alterations do not even decode.
				let Ok(other) = Entry::<CompanyNumber, CompanyChange>::decode(&mut &altered[..])
				else {
					continue;
				};
				let mut others = entries.clone();
				others[index] = other;
				assert!(!chain_holds(&head, others.iter()), "byte {place} of entry {index}");
			}
		}
		assert!(!chain_holds(&head, entries[..1].iter()));
	});
}
