//! Each call rests on its own statutes, and on no other.

use super::*;
use crate::{
	bases::{NAME_PROTECTION, REGISTRATION},
	resolutions::{conversion_matter, merger_matter},
};
use frame_support::dispatch::DispatchResult;
use polity_primitives::code_list::LEGAL_BASES;
use sp_core::H256;

/// Tries a call on every legal basis that any register knows but those that fit, and on one that
/// none does. Whatever else may be wrong with the act, it is refused for its basis.
fn refuses_every_other(fitting: &[LegalBasis], version: u32, call: impl Fn(Act) -> DispatchResult) {
	let known = LEGAL_BASES.iter().map(|known| known.basis);
	for basis in known.chain([LegalBasis(999)]).filter(|basis| !fitting.contains(basis)) {
		for act in [act_on(basis, version), backdated(act_on(basis, version))] {
			assert_noop!(call(act), Error::<Test>::LegalBasisDoesNotFit);
		}
	}
}

#[test]
fn reservation_should_fail_when_its_basis_does_not_fit() {
	build_and_execute(|| {
		let fitting = [NAME_RESERVATION];
		refuses_every_other(&fitting, 0, |act| {
			let name = commit(tag(FOUNDER), "Acme");
			let (who, district) = (signed(FOUNDER), District::NATIONAL);
			BusinessRegistry::request_reservation(who, act, district, None, name)
		});
		let id = request(FOUNDER, "Acme");
		refuses_every_other(&fitting, 1, |act| {
			BusinessRegistry::reserve_name(signed(DECIDER), act, id, name("Acme"), SALT)
		});
		refuses_every_other(&fitting, 1, |act| {
			let reason = RefusalReason::NameMisleading;
			BusinessRegistry::refuse_reservation(signed(DECIDER), act, id, reason)
		});
		refuses_every_other(&fitting, 1, |act| {
			BusinessRegistry::withdraw_reservation(signed(FOUNDER), act, id)
		});
	});
}

#[test]
fn application_should_fail_when_its_basis_does_not_fit() {
	build_and_execute(|| {
		let fitting = [REGISTRATION];
		refuses_every_other(&fitting, 0, |act| {
			let body = body(tag(FOUNDER), "Acme");
			BusinessRegistry::apply(signed(FOUNDER), act, None, Box::new(body))
		});
		let id = file(FOUNDER, body(tag(FOUNDER), "Acme"));
		refuses_every_other(&fitting, 1, |act| {
			BusinessRegistry::take_up(signed(EXAMINER), act, id)
		});
		refuses_every_other(&fitting, 1, |act| {
			BusinessRegistry::raise_query(signed(EXAMINER), act, id, QueryReason::AddDocument)
		});
		refuses_every_other(&fitting, 1, |act| {
			BusinessRegistry::withdraw_application(signed(FOUNDER), act, id)
		});
		refuses_every_other(&fitting, 1, |act| {
			BusinessRegistry::examine(signed(EXAMINER), act, id, recommend("Acme"))
		});
		let query = QueryReason::AddDocument;
		assert_ok!(BusinessRegistry::raise_query(signed(EXAMINER), act(1), id, query));
		refuses_every_other(&fitting, 2, |act| {
			let body = body(tag(FOUNDER), "Acme");
			BusinessRegistry::answer_query(signed(FOUNDER), act, id, Box::new(body))
		});
		let id = examined(FOUNDER, "Acme");
		refuses_every_other(&fitting, 2, |act| {
			BusinessRegistry::decide(signed(DECIDER), act, id, Decision::Register)
		});
	});
}

#[test]
fn change_should_fail_when_its_basis_does_not_fit() {
	build_and_execute(|| {
		let number = found(FOUNDER, "Acme");
		let other = found(OTHER_FOUNDER, "Charlie");
		let legal_form = "B6ES".parse().unwrap();
		for party in [number, other] {
			resolve(party, merger_matter(number, other));
		}
		resolve(number, conversion_matter(number, legal_form));
		let identifier = Change::Lei(Some(lei("5493001KJTIIGC8Y1R12")));
		let cases = [
			(
				Change::Status(Status::InLiquidation),
				Authority::Registrar,
				vec![CHANGE_OF_STATUS, CORRECTION],
			),
			(identifier, Authority::Registrar, vec![CHANGE_OF_PARTICULARS, CORRECTION]),
			(
				Change::Name(name("Bravo")),
				Authority::Registrar,
				vec![CHANGE_OF_PARTICULARS, NAME_PROTECTION, CORRECTION],
			),
			(
				Change::Activities(activities(&["01110"])),
				Authority::Registrar,
				vec![CHANGE_OF_PARTICULARS, CORRECTION],
			),
			(Change::Status(Status::InLiquidation), Authority::Court, vec![COURT_ORDER]),
			(Change::Name(name("Bravo")), Authority::Court, vec![COURT_ORDER]),
			(Change::StrikeOffNotice, Authority::Registrar, vec![CHANGE_OF_STATUS]),
			(
				Change::Merge { into: other, survivor_version: 1 },
				Authority::Registrar,
				vec![MERGER_AND_CONVERSION],
			),
			(Change::Convert { legal_form }, Authority::Registrar, vec![MERGER_AND_CONVERSION]),
		];
		refuses_every_other(&[ADOPTION], 1, |act| {
			let change = adopt::dates((1999, 12, 31));
			let (who, authority) = (signed(EXAMINER), Authority::Registrar);
			BusinessRegistry::propose_change(who, act, number, change, authority, None)
		});
		for (change, authority, fitting) in cases {
			let (maker, checker) = match authority {
				Authority::Registrar => (EXAMINER, DECIDER),
				Authority::Court => (JUDGE, OTHER_JUDGE),
			};
			refuses_every_other(&fitting, 1, |act| {
				let change = change.clone();
				BusinessRegistry::propose_change(
					signed(maker),
					act,
					number,
					change,
					authority,
					None,
				)
			});
			// The decision rests on what fits, and of that on what was prepared.
			for basis in &fitting {
				let corrects = (*basis == CORRECTION).then(|| correct::clerical(1));
				assert_ok!(BusinessRegistry::propose_change(
					signed(maker),
					act_on(*basis, 1),
					number,
					change.clone(),
					authority,
					corrects
				));
				let id = LastProposal::<Test>::get();
				let decide = |act| decide_change_on(checker, act, id, Verdict::Reject);
				refuses_every_other(&fitting, 1, decide);
				for other in fitting.iter().filter(|other| *other != basis) {
					assert_noop!(decide(act_on(*other, 1)), Error::<Test>::DiffersFromPrepared);
				}
				assert_ok!(decide(act_on(*basis, 1)));
			}
		}
	});
}

#[test]
fn campaign_should_fail_when_its_basis_does_not_fit() {
	build_and_execute(|| {
		let fitting = [TAKE_OVER];
		refuses_every_other(&fitting, 0, |act| {
			let source = SourceRegister::new(import::SOURCE).unwrap();
			let (who, root) = (signed(RECORDER), H256::repeat_byte(1));
			BusinessRegistry::open_campaign(who, act, root, 1, source, District::NATIONAL)
		});
		let source = import::Rows::new(vec![import::row("ACME", "1")]);
		let id = import::open(&source);
		assert_ok!(import::import(RECORDER, id, vec![source.proven(0)]));
		refuses_every_other(&fitting, 1, |act| {
			BusinessRegistry::seal_campaign(signed(DECIDER), act, id)
		});
	});
}
