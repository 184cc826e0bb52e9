//! Activities: how a company's change, and what needs a licence.

use super::*;
use crate::{types::CompanyChange, Config, Pallet, WeightInfo};
use frame_support::dispatch::GetDispatchInfo;
use polity_primitives::code_list::Activity;

fn taxi() -> Activity {
	"49320".parse().unwrap()
}

/// Farming and driving taxis.
fn with_taxi() -> Activities {
	activities(&["01110", "49320"])
}

fn drive_taxis(number: CompanyNumber) -> Result<ProposalId, DispatchError> {
	propose(EXAMINER, number, Change::Activities(with_taxi()), Authority::Registrar)
}

fn body_with_taxi(founder: AccountId, text: &str) -> ApplicationBody {
	ApplicationBody { activities: with_taxi(), ..body(tag(founder), text) }
}

fn apply(founder: AccountId, body: ApplicationBody) -> frame_support::dispatch::DispatchResult {
	BusinessRegistry::apply(signed(founder), act(0), None, Box::new(body))
}

#[test]
fn activities_should_change_when_two_officers_agree() {
	build_and_execute(|| {
		let number = found(FOUNDER, "Acme");
		let id = drive_taxis(number).unwrap();
		assert_ok!(decide_change(DECIDER, id, Verdict::Approve));
		assert_eq!(company(number).activities, with_taxi());
		let events = System::events();
		assert_eq!(
			events[events.len() - 2].event,
			RuntimeEvent::BusinessRegistry(Event::CompanyActivitiesChanged {
				company: number,
				activities: with_taxi(),
				corrects: None,
				prepared_under: mandate_of(EXAMINER).unwrap(),
				mandate: mandate_of(DECIDER).unwrap(),
				version: 2,
				head: CompanyHeads::<Test>::get(number).unwrap().hash,
			})
		);
		let entry = BusinessRegistry::company_history(number, 2, 1).remove(0);
		assert!(matches!(entry.body, CompanyChange::ActivitiesChanged { activities, .. }
			if activities == with_taxi()));
		// A company may state none.
		change(number, Change::Activities(activities(&[])));
		assert!(company(number).activities.is_empty());
	});
}

#[test]
fn activities_should_not_change_when_it_is_not_lawful() {
	build_and_execute(|| {
		let number = found(FOUNDER, "Acme");
		let same = Change::Activities(company(number).activities);
		assert_noop!(
			propose(EXAMINER, number, same, Authority::Registrar),
			Error::<Test>::NothingChanges
		);
		assert_noop!(
			propose(JUDGE, number, Change::Activities(with_taxi()), Authority::Court),
			Error::<Test>::NotByThisAuthority
		);
		strike_off(number);
		assert_noop!(drive_taxis(number), Error::<Test>::CompanyNotLive);
	});
}

#[test]
fn activities_should_be_corrected_when_an_entry_was_wrong() {
	build_and_execute(|| {
		let number = found(FOUNDER, "Acme");
		change(number, Change::Activities(activities(&["01110"])));
		pass_days(3);
		let right = || Change::Activities(with_taxi());
		correct::correct(number, right(), 2, 3);
		assert_eq!(company(number).activities, with_taxi());
		// An entry about activities says nothing of the name.
		assert_noop!(
			correct::propose_correction(number, Change::Name(name("Bravo")), Some(2), 0),
			Error::<Test>::CorrectsAnotherMatter
		);
		// A correction obeys what every change does.
		license("47730".parse().unwrap());
		assert_noop!(
			correct::propose_correction(
				number,
				Change::Activities(activities(&["47730"])),
				Some(1),
				0
			),
			Error::<Test>::ActivityNeedsLicence
		);
	});
}

#[test]
fn company_should_not_be_founded_with_an_activity_that_needs_a_licence() {
	build_and_execute(|| {
		license(taxi());
		assert_noop!(
			apply(FOUNDER, body_with_taxi(FOUNDER, "Acme")),
			Error::<Test>::ActivityNeedsLicence
		);
		// It is founded with another activity, gets the permit, and then has its activities changed.
		let number = found(FOUNDER, "Acme");
		assert_noop!(drive_taxis(number), Error::<Test>::ActivityNeedsLicence);
		permit(number, taxi());
		let id = drive_taxis(number).unwrap();
		assert_ok!(decide_change(DECIDER, id, Verdict::Approve));
		assert_eq!(company(number).activities, with_taxi());
		// The permit is that company's alone.
		let other = found(OTHER_FOUNDER, "Bravo");
		assert_noop!(drive_taxis(other), Error::<Test>::ActivityNeedsLicence);
	});
}

#[test]
fn application_should_not_be_examined_or_granted_when_its_activity_came_to_need_a_licence() {
	build_and_execute(|| {
		let filed = file(FOUNDER, body_with_taxi(FOUNDER, "Acme"));
		let examined = file(OTHER_FOUNDER, body_with_taxi(OTHER_FOUNDER, "Bravo"));
		assert_ok!(examine(EXAMINER, examined, recommend("Bravo")));
		license(taxi());
		assert_noop!(
			examine(EXAMINER, filed, recommend("Acme")),
			Error::<Test>::ActivityNeedsLicence
		);
		assert_noop!(
			decide(DECIDER, examined, Decision::Register),
			Error::<Test>::ActivityNeedsLicence
		);
		// It can be refused for that.
		let reason = RefusalReason::ActivityNeedsLicence;
		assert_ok!(examine(EXAMINER, filed, Recommendation::Refuse(reason)));
		assert_ok!(decide(DECIDER, filed, Decision::Refuse(reason)));
		// Or it goes back, and the founder answers with another activity.
		assert_ok!(decide(DECIDER, examined, Decision::Return));
		let query = QueryReason::CorrectActivities;
		let version = || act(application_version(examined));
		assert_ok!(BusinessRegistry::raise_query(signed(EXAMINER), version(), examined, query));
		let answer = |body| {
			BusinessRegistry::answer_query(
				signed(OTHER_FOUNDER),
				version(),
				examined,
				Box::new(body),
			)
		};
		assert_noop!(
			answer(body_with_taxi(OTHER_FOUNDER, "Bravo")),
			Error::<Test>::ActivityNeedsLicence
		);
		assert_ok!(answer(body(tag(OTHER_FOUNDER), "Bravo")));
		assert_ok!(examine(EXAMINER, examined, recommend("Bravo")));
		assert_ok!(decide(DECIDER, examined, Decision::Register));
	});
}

#[test]
fn activities_should_not_change_when_the_licence_was_lost_before_the_decision() {
	build_and_execute(|| {
		let number = found(FOUNDER, "Acme");
		license(taxi());
		permit(number, taxi());
		let id = drive_taxis(number).unwrap();
		license(taxi());
		assert_noop!(
			decide_change(DECIDER, id, Verdict::Approve),
			Error::<Test>::ActivityNeedsLicence
		);
		assert_ok!(decide_change(DECIDER, id, Verdict::Reject));
	});
}

#[test]
fn company_should_keep_what_it_states_already() {
	build_and_execute(|| {
		license(taxi());
		// The record of an existing register drops nobody.
		let mut row = import::row("Cabs Ltd", "08209948");
		row.activities = activities(&["49320", "62020"]);
		let source = import::Rows::new(vec![row]);
		let campaign = import::open(&source);
		assert_ok!(import::import(RECORDER, campaign, vec![source.proven(0)]));
		assert_ok!(import::seal(DECIDER, campaign));
		let number = BusinessRegistry::companies_by_name(name("Cabs Ltd"))[0].record.number;
		assert!(company(number).activities.contains(&taxi()));
		// It is asked for what is new alone.
		change(number, Change::Activities(with_taxi()));
		license("47730".parse().unwrap());
		assert_noop!(
			propose(
				EXAMINER,
				number,
				Change::Activities(activities(&["49320", "47730"])),
				Authority::Registrar
			),
			Error::<Test>::ActivityNeedsLicence
		);
		// What it gives up it does not get back without the licence.
		change(number, Change::Activities(activities(&["01110"])));
		assert_noop!(drive_taxis(number), Error::<Test>::ActivityNeedsLicence);
	});
}

#[test]
fn licences_should_be_paid_for_where_they_are_asked_for() {
	new_test_ext().execute_with(|| {
		type Call = crate::Call<Test>;
		type Weights = <Test as Config>::WeightInfo;
		let weight = |call: Call| call.get_dispatch_info().call_weight;
		let asking = LICENCE.saturating_mul(MAX_ACTIVITIES.into());
		let body = || Box::new(body(tag(FOUNDER), "Acme"));
		let (application, id) = (ApplicationId(1), ProposalId(1));
		for (call, own) in [
			(Call::apply { act: act(0), founder: None, body: body() }, Weights::apply()),
			(
				Call::answer_query { act: act(0), application, body: body() },
				Weights::answer_query(),
			),
			(
				Call::examine { act: act(0), application, recommendation: recommend("Acme") },
				Weights::examine(),
			),
			(
				Call::decide { act: act(0), application, decision: Decision::Register },
				Weights::decide(),
			),
		] {
			assert_eq!(weight(call), own.saturating_add(asking));
		}
		let propose = |change| {
			let (company, authority) =
				(CompanyNumber::from_serial(1_000_000_000).unwrap(), Authority::Registrar);
			weight(Call::propose_change { act: act(0), company, change, authority, corrects: None })
		};
		assert_eq!(
			propose(Change::Activities(with_taxi())),
			Weights::propose_change().saturating_add(asking)
		);
		assert_eq!(propose(Change::Lei(None)), Weights::propose_change());
		let used =
			|verdict| Pallet::<Test>::weight_of_decision(&Change::Activities(with_taxi()), verdict);
		assert_eq!(used(Verdict::Approve), Weights::decide_change().saturating_add(asking));
		assert_eq!(used(Verdict::Reject), Weights::decide_change());
		let most =
			weight(Call::decide_change { act: act(0), proposal: id, verdict: Verdict::Approve });
		assert!(used(Verdict::Approve).all_lte(most));
	});
}
