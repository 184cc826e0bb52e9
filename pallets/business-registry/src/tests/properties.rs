//! What holds after any sequence of acts.

use std::collections::BTreeMap;

use super::*;
use crate::resolutions::conversion_matter;
use polity_primitives::{
	time::CalendarDate,
	traits::{Companies as _, MissingPart},
};
use proptest::prelude::*;

/// Names of which some differ only in what does not count.
const NAMES: [&str; 8] =
	["Acme Ltd", "ACME, LIMITED", "АСМЕ", "MODEM", "MODERN", "! LTD", "&&& LIMITED", "Bad\u{7}"];

#[derive(Clone, Debug)]
enum Step {
	Request(u64, usize),
	Grant(u64),
	WithdrawReservation(u64),
	Apply(u64, usize, Option<u64>),
	Examine(u64),
	Query(u64),
	Answer(u64, usize),
	Decide(u64, bool),
	WithdrawApplication(u64),
	Propose(u64, usize, bool),
	Correct(u64, usize, u32, i32),
	DecideChange(u64, bool),
	Merge(u64, u64),
	Convert(u64, bool),
	Adopt(u64, u8),
	Overdue(u64),
	Import(usize, u8, bool),
	Pass(u64),
}

fn step() -> impl Strategy<Value = Step> {
	let id = 1u64..8;
	let text = 0..NAMES.len();
	prop_oneof![
		(0u64..2, text.clone()).prop_map(|(founder, text)| Step::Request(founder, text)),
		id.clone().prop_map(Step::Grant),
		id.clone().prop_map(Step::WithdrawReservation),
		(0u64..2, text.clone(), prop::option::of(id.clone()))
			.prop_map(|(founder, text, reservation)| Step::Apply(founder, text, reservation)),
		id.clone().prop_map(Step::Examine),
		id.clone().prop_map(Step::Query),
		(id.clone(), text.clone()).prop_map(|(id, text)| Step::Answer(id, text)),
		(id.clone(), any::<bool>()).prop_map(|(id, returns)| Step::Decide(id, returns)),
		id.clone().prop_map(Step::WithdrawApplication),
		(0u64..6, 0usize..24, any::<bool>())
			.prop_map(|(company, change, is_court)| Step::Propose(company, change, is_court)),
		(0u64..6, 0usize..24, 0u32..5, 0i32..60).prop_map(|(company, change, version, days)| {
			Step::Correct(company, change, version, days)
		}),
		(id.clone(), any::<bool>()).prop_map(|(id, rejects)| Step::DecideChange(id, rejects)),
		(0u64..6, 0u64..6).prop_map(|(from, into)| Step::Merge(from, into)),
		(0u64..6, any::<bool>()).prop_map(|(company, is_public)| Step::Convert(company, is_public)),
		(0u64..6, 0u8..4).prop_map(|(company, part)| Step::Adopt(company, part)),
		(0u64..6).prop_map(Step::Overdue),
		(text, 0u8..12, any::<bool>())
			.prop_map(|(text, status, seals)| Step::Import(text, status, seals)),
		prop_oneof![Just(1u64), Just(40), Just(61), Just(4_000)].prop_map(Step::Pass),
	]
}

fn a_change(which: usize) -> Change {
	match which {
		0 => Change::Status(Status::Active),
		1 => Change::Status(Status::Suspended),
		2 | 3 => Change::Status(Status::InLiquidation),
		4 => Change::Status(Status::InInsolvency),
		5 | 6 => Change::Status(Status::StruckOff),
		7 => Change::Status(Status::Dissolved),
		8 => Change::Lei(None),
		9 | 10 => Change::Lei(Some(lei("5493001KJTIIGC8Y1R12"))),
		11 => Change::Lei(Some(lei("549300MLUDYVRQOOXS22"))),
		other @ 12..16 => Change::Name(name(NAMES[other - 12])),
		16 | 17 => Change::StrikeOffNotice,
		18 => Change::StrikeOffNoticeWithdrawn,
		20 | 21 => Change::Freeze,
		22 => Change::Unfreeze,
		23 => Change::Activities(activities(&["01110"])),
		_ => Change::Dates {
			incorporated_on: CalendarDate::from_ymd(1999, 12, 31).unwrap(),
			fiscal_year_end: YearDay::new(2, 29).unwrap(),
		},
	}
}

fn nth(company: u64) -> CompanyNumber {
	CompanyNumber::from_serial(1_000_000_000 + company).unwrap()
}

/// Merges a company into another, if that is lawful.
fn try_to_merge(from: u64, into: u64) {
	let (from, into) = (nth(from), nth(into));
	merge::resolve_merger(from, into);
	if let Ok(id) = propose(EXAMINER, from, merge::merger(into), Authority::Registrar) {
		assert_ok!(decide_change(DECIDER, id, Verdict::Approve));
	}
}

/// Converts a company, if that is lawful.
fn try_to_convert(company: u64, is_public: bool) {
	let legal_form = if is_public { "B6ES".parse().unwrap() } else { limited() };
	resolve(nth(company), conversion_matter(nth(company), legal_form));
	let change = Change::Convert { legal_form };
	if let Ok(id) = propose(EXAMINER, nth(company), change, Authority::Registrar) {
		assert_ok!(decide_change(DECIDER, id, Verdict::Approve));
	}
}

/// The name that an application committed to.
fn committed(id: ApplicationId) -> &'static str {
	let application = Applications::<Test>::get(id).unwrap();
	NAMES
		.into_iter()
		.find(|text| commit(application.founder, text) == application.body.name)
		.unwrap()
}

/// Tries a step. It may be refused: that is not looked at here.
fn take(step: Step, row: usize) {
	let _ = match step {
		Step::Request(founder, text) => BusinessRegistry::request_reservation(
			signed(FOUNDER + founder),
			act_on(NAME_RESERVATION, 0),
			District::NATIONAL,
			None,
			commit(tag(FOUNDER + founder), NAMES[text]),
		),
		Step::Grant(id) => {
			let id = ReservationId(id);
			let Some(reservation) = Reservations::<Test>::get(id) else { return };
			let text = NAMES
				.into_iter()
				.find(|text| commit(reservation.holder, text) == reservation.requested_name);
			grant_reservation(DECIDER, id, text.unwrap())
		},
		Step::WithdrawReservation(id) => {
			let id = ReservationId(id);
			let Some(reservation) = Reservations::<Test>::get(id) else { return };
			let who = if reservation.holder == tag(FOUNDER) { FOUNDER } else { OTHER_FOUNDER };
			let act = act_on(NAME_RESERVATION, reservation_version(id));
			BusinessRegistry::withdraw_reservation(signed(who), act, id)
		},
		Step::Apply(founder, text, reservation) => {
			let founder = FOUNDER + founder;
			let body = ApplicationBody {
				reservation: reservation.map(ReservationId),
				..body(tag(founder), NAMES[text])
			};
			BusinessRegistry::apply(signed(founder), act(0), None, Box::new(body))
		},
		Step::Examine(id) => {
			let id = ApplicationId(id);
			if Applications::<Test>::get(id).is_none() {
				return;
			}
			examine(EXAMINER, id, recommend(committed(id)))
		},
		Step::Query(id) => {
			let id = ApplicationId(id);
			let act = act(application_version(id));
			BusinessRegistry::raise_query(signed(EXAMINER), act, id, QueryReason::ChangeName)
		},
		Step::Answer(id, text) => {
			let id = ApplicationId(id);
			let Some(application) = Applications::<Test>::get(id) else { return };
			let who = if application.founder == tag(FOUNDER) { FOUNDER } else { OTHER_FOUNDER };
			let body = body(application.founder, NAMES[text]);
			let act = act(application_version(id));
			BusinessRegistry::answer_query(signed(who), act, id, Box::new(body))
		},
		Step::Decide(id, returns) => {
			let decision = if returns { Decision::Return } else { Decision::Register };
			decide(DECIDER, ApplicationId(id), decision)
		},
		Step::WithdrawApplication(id) => {
			let id = ApplicationId(id);
			let Some(application) = Applications::<Test>::get(id) else { return };
			let who = if application.founder == tag(FOUNDER) { FOUNDER } else { OTHER_FOUNDER };
			let act = act(application_version(id));
			BusinessRegistry::withdraw_application(signed(who), act, id)
		},
		Step::Propose(company, which, is_court) => {
			let number = nth(company);
			let (who, authority) =
				if is_court { (JUDGE, Authority::Court) } else { (EXAMINER, Authority::Registrar) };
			propose(who, number, a_change(which), authority).map(|_| ())
		},
		Step::Correct(company, which, version, days) => {
			let number = nth(company);
			let change = a_change(which);
			correct::propose_correction(number, change, Some(version), days).map(|_| ())
		},
		Step::DecideChange(back, rejects) => {
			// One of the latest, so that many are decided while they can be.
			let id = ProposalId(LastProposal::<Test>::get().0.saturating_sub(back - 1));
			let Some(proposal) = Proposals::<Test>::get(id) else { return };
			let who = match proposal.authority {
				Authority::Registrar => DECIDER,
				Authority::Court => OTHER_JUDGE,
			};
			decide_change(who, id, if rejects { Verdict::Reject } else { Verdict::Approve })
		},
		Step::Merge(from, into) => {
			try_to_merge(from, into);
			Ok(())
		},
		Step::Convert(company, is_public) => {
			try_to_convert(company, is_public);
			Ok(())
		},
		Step::Adopt(company, part) => {
			let part = <MissingPart as codec::Decode>::decode(&mut &[part][..]).unwrap();
			let act = act_on(ADOPTION, 0);
			BusinessRegistry::adopted(nth(company), part, &act, mandate_of(DECIDER).unwrap())
		},
		Step::Overdue(company) => BusinessRegistry::suspend_for_overdue_filing(nth(company)),
		Step::Import(text, status, seals) => {
			let status = <SourceStatus as codec::Decode>::decode(&mut &[status][..]).unwrap();
			let row =
				ImportedCompany { status, ..import::row(NAMES[text], &(row / 2).to_string()) };
			let source = import::Rows::new(vec![row]);
			let id = import::open(&source);
			let imported = import::import(RECORDER, id, vec![source.proven(0)]);
			imported.and_then(|()| if seals { import::seal(DECIDER, id) } else { Ok(()) })
		},
		Step::Pass(days) => {
			pass_days(days);
			Ok(())
		},
	};
}

/// No two companies that are live and undisputed have one name.
fn names_are_unique() -> bool {
	let mut seen = BTreeMap::new();
	Companies::<Test>::iter_values()
		.filter(|company| company.status.is_live() && company.dispute.is_none())
		.all(|company| seen.insert(company.name_key.hash, company.number).is_none())
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(150))]

	#[test]
	fn mergers_and_conversions_should_never_lead_back(
		steps in prop::collection::vec((0u64..8, 0u64..8, any::<bool>(), any::<bool>()), 1..20),
	) {
		new_test_ext().execute_with(|| {
			for text in ["Acme", "Bravo", "Charlie", "Delta", "Echo"] {
				found(FOUNDER, text);
			}
			for (one, other, is_public, converts) in steps {
				if converts {
					try_to_convert(one, is_public);
				} else {
					try_to_merge(one, other);
				}
				crate::try_state::do_try_state::<Test>().unwrap();
			}
			// At least one company goes on, and everybody who follows the others gets to one that does.
			let count = Companies::<Test>::iter_keys().count();
			let mut ends = std::collections::BTreeSet::new();
			for number in Companies::<Test>::iter_keys() {
				let mut last = number;
				let mut steps = 0;
				while let Some(next) = status(last).successor() {
					last = next;
					steps += 1;
					assert!(steps < count, "{number} leads back");
				}
				assert_eq!(status(last), Status::Active);
				ends.insert(last);
			}
			// Every merger takes one away, and no conversion does.
			let is_merged = |company: &Company| matches!(company.status, Status::MergedInto(_));
			let merged = Companies::<Test>::iter_values().filter(is_merged).count();
			assert_eq!(ends.len(), 5 - merged);
			assert_eq!(successions().len(), count - 5 + merged);
		});
	}

	#[test]
	fn state_should_hold_after_any_sequence(steps in prop::collection::vec(step(), 1..60)) {
		new_test_ext().execute_with(|| {
			let mut ended = BTreeMap::<CompanyNumber, Status>::new();
			for (row, step) in steps.into_iter().enumerate() {
				take(step.clone(), row);
				crate::try_state::do_try_state::<Test>()
					.unwrap_or_else(|error| panic!("{error:?} after {step:?}"));
				assert!(names_are_unique(), "two companies of one name after {step:?}");
				for (number, company) in Companies::<Test>::iter() {
					if let Some(status) = ended.get(&number) {
						assert_eq!(*status, company.status, "an ended company came back");
					}
					if company.status.is_final() {
						ended.insert(number, company.status);
					}
				}
			}
		});
	}
}
