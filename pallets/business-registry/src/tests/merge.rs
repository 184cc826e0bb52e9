//! A merger: two records and all that the company has, or nothing.

use super::*;
use crate::{resolutions::merger_matter, types::CompanyChange, CompanyEntries, Leis};

/// The merger into a company as its record is now.
pub(super) fn merger(into: CompanyNumber) -> Change {
	Change::Merge { into, survivor_version: company_version(into) }
}

/// Lets both companies resolve a merger.
pub(super) fn resolve_merger(from: CompanyNumber, into: CompanyNumber) {
	for party in [from, into] {
		resolve(party, merger_matter(from, into));
	}
}

fn propose_merger(from: CompanyNumber, into: CompanyNumber) -> Result<ProposalId, DispatchError> {
	propose(EXAMINER, from, merger(into), Authority::Registrar)
}

fn two() -> (CompanyNumber, CompanyNumber) {
	let (from, into) = (found(FOUNDER, "Acme"), found(OTHER_FOUNDER, "Bravo"));
	resolve_merger(from, into);
	(from, into)
}

const LEI: &str = "5493001KJTIIGC8Y1R12";

#[test]
fn company_should_be_merged_with_all_that_it_has() {
	build_and_execute(|| {
		let (from, into) = two();
		change(from, Change::Lei(Some(lei(LEI))));
		let id = propose_merger(from, into).unwrap();
		assert_ok!(decide_change(DECIDER, id, Verdict::Approve));

		assert_eq!(status(from), Status::MergedInto(into));
		assert_eq!(status(into), Status::Active);
		assert_eq!(successions(), [(from, into)]);
		// Its name is protected, its identifier is nobody's.
		let since = company(from).status_since;
		assert_eq!(
			Names::<Test>::get(key("Acme")),
			Some(NameHolder::Protected { company: from, since })
		);
		assert_eq!(Leis::<Test>::get(lei(LEI)), None);
		// Both records tell it, each under a head of its own.
		let (prepared_under, mandate) =
			(mandate_of(EXAMINER).unwrap(), mandate_of(DECIDER).unwrap());
		System::assert_has_event(
			Event::CompanyAbsorbed {
				company: into,
				absorbed: from,
				prepared_under,
				mandate,
				version: 2,
				head: CompanyHeads::<Test>::get(into).unwrap().hash,
			}
			.into(),
		);
		assert!(matches!(
			CompanyEntries::<Test>::get(into, 2).unwrap().body,
			CompanyChange::Absorbed { company, .. } if company == from
		));
		assert!(matches!(
			CompanyEntries::<Test>::get(from, 3).unwrap().body,
			CompanyChange::StatusChanged { to: Status::MergedInto(successor), .. }
				if successor == into
		));
		// What is merged does nothing any more.
		assert_noop!(
			propose(EXAMINER, from, Change::Lei(None), Authority::Registrar),
			Error::<Test>::CompanyNotLive
		);
	});
}

#[test]
fn merger_should_be_refused_when_a_company_cannot_take_part() {
	build_and_execute(|| {
		let (from, into) = two();
		assert_noop!(propose_merger(from, from), Error::<Test>::MergedIntoItself);
		let nobody = CompanyNumber::from_serial(9_999_999_999).unwrap();
		assert_noop!(propose_merger(from, nobody), Error::<Test>::CompanyNotFound);
		assert_noop!(
			propose(JUDGE, from, merger(into), Authority::Court),
			Error::<Test>::NotByThisAuthority
		);
		let stale = Change::Merge { into, survivor_version: 0 };
		assert_noop!(
			propose(EXAMINER, from, stale, Authority::Registrar),
			Error::<Test>::SurvivorVersionStale
		);
		// Neither takes in nor is taken in while it is suspended.
		change(into, Change::Status(Status::Suspended));
		assert_noop!(propose_merger(from, into), Error::<Test>::SurvivorNotActive);
		resolve_merger(into, from);
		assert_noop!(propose_merger(into, from), Error::<Test>::CompanyNotActive);
	});
}

#[test]
fn merger_should_be_refused_when_one_company_has_not_resolved_it() {
	build_and_execute(|| {
		let (from, into) = (found(FOUNDER, "Acme"), found(OTHER_FOUNDER, "Bravo"));
		let matter = merger_matter(from, into);
		assert_noop!(propose_merger(from, into), Error::<Test>::MergerNotResolved);
		resolve(from, matter);
		assert_noop!(propose_merger(from, into), Error::<Test>::MergerNotResolved);
		lapse(from, matter);
		resolve(into, matter);
		assert_noop!(propose_merger(from, into), Error::<Test>::MergerNotResolved);
		resolve(from, matter);
		// The other way round is another merger.
		assert_noop!(propose_merger(into, from), Error::<Test>::MergerNotResolved);
		let id = propose_merger(from, into).unwrap();
		// A resolution that lapses before it is decided does not count.
		lapse(into, matter);
		assert_noop!(
			decide_change(DECIDER, id, Verdict::Approve),
			Error::<Test>::MergerNotResolved
		);
	});
}

#[test]
fn merger_should_be_refused_when_the_record_of_a_party_is_disputed_or_incomplete() {
	build_and_execute(|| {
		let survivor = found(FOUNDER, "Acme");
		let rows = import::Rows::new(vec![import::row("ACME", "1"), import::row("Bravo", "2")]);
		let campaign = import::open(&rows);
		assert_ok!(import::import(RECORDER, campaign, vec![rows.proven(0), rows.proven(1)]));
		let numbered = |text: &str| {
			let found = BusinessRegistry::companies_by_name(name(text));
			let imported = found.into_iter().find(|found| found.record.source.is_some());
			imported.unwrap().record.number
		};
		let (disputed, incomplete) = (numbered("Acme"), numbered("Bravo"));
		// Nobody stands behind the rows of an open campaign.
		assert_noop!(propose_merger(survivor, incomplete), Error::<Test>::SurvivorNotActive);
		assert_noop!(propose_merger(incomplete, survivor), Error::<Test>::CampaignNotSealed);
		assert_ok!(import::seal(DECIDER, campaign));
		assert_noop!(propose_merger(disputed, survivor), Error::<Test>::CompanyDisputed);
		assert_noop!(propose_merger(incomplete, survivor), Error::<Test>::CompanyIncomplete);
		assert_noop!(propose_merger(survivor, disputed), Error::<Test>::SurvivorNotActive);
	});
}

#[test]
fn merger_should_be_undone_when_an_estate_does_not_pass() {
	build_and_execute(|| {
		let (from, into) = two();
		let id = propose_merger(from, into).unwrap();
		keep_estates();
		assert_noop!(
			decide_change(DECIDER, id, Verdict::Approve),
			DispatchError::Other("the estate stays")
		);
		assert_eq!((status(from), status(into)), (Status::Active, Status::Active));
		assert!(successions().is_empty());
	});
}

#[test]
fn merger_should_not_be_decided_when_the_survivor_has_changed() {
	build_and_execute(|| {
		let (from, into) = two();
		let id = propose_merger(from, into).unwrap();
		change(into, Change::Lei(Some(lei(LEI))));
		assert_noop!(
			decide_change(DECIDER, id, Verdict::Approve),
			Error::<Test>::SurvivorVersionStale
		);
	});
}

#[test]
fn merger_should_need_officers_who_are_competent_for_both_records() {
	build_and_execute(|| {
		let from = found(FOUNDER, "Acme");
		let elsewhere =
			ApplicationBody { district: District(3), ..body(tag(OTHER_FOUNDER), "Bravo") };
		let id = file(OTHER_FOUNDER, elsewhere);
		assert_ok!(examine(EXAMINER, id, recommend("Bravo")));
		assert_ok!(decide(DECIDER, id, Decision::Register));
		let into = CompanyNumber::from_serial(1_000_000_001).unwrap();
		resolve_merger(from, into);

		confine(EXAMINER, District::NATIONAL);
		assert_noop!(
			propose_merger(from, into),
			DispatchError::Other("not covered by the mandate")
		);
		free(EXAMINER);
		let id = propose_merger(from, into).unwrap();
		confine(DECIDER, District::NATIONAL);
		assert_noop!(
			decide_change(DECIDER, id, Verdict::Approve),
			DispatchError::Other("not covered by the mandate")
		);
		free(DECIDER);
		assert_ok!(decide_change(DECIDER, id, Verdict::Approve));
		assert_eq!(status(from), Status::MergedInto(into));
	});
}

#[test]
fn decision_should_be_charged_for_what_was_decided() {
	use crate::WeightInfo;
	build_and_execute(|| {
		let (from, into) = two();
		let id = propose_merger(from, into).unwrap();
		let most = BusinessRegistry::most_weight_of_decision(Verdict::Approve);
		let merging = <() as WeightInfo>::decide_merger().saturating_add(SUCCESSION);
		assert!(most.all_gte(merging));
		let paid =
			BusinessRegistry::decide_change(signed(DECIDER), deciding(id), id, Verdict::Approve)
				.unwrap();
		assert_eq!(paid.actual_weight, Some(merging));

		let id =
			propose(EXAMINER, into, Change::Lei(Some(lei(LEI))), Authority::Registrar).unwrap();
		let paid =
			BusinessRegistry::decide_change(signed(DECIDER), deciding(id), id, Verdict::Reject)
				.unwrap();
		assert_eq!(paid.actual_weight, Some(<() as WeightInfo>::decide_change()));
		assert!(most.all_gte(<() as WeightInfo>::decide_change()));
	});
}
