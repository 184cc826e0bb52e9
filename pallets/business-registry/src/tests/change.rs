//! `propose_change`, `decide_change`, `withdraw_proposal`.

use super::*;
use crate::Leis;

const LEI: &str = "5493001KJTIIGC8Y1R12";
const OTHER_LEI: &str = "549300MLUDYVRQOOXS22";

fn propose_status(
	who: AccountId,
	number: CompanyNumber,
	to: Status,
	authority: Authority,
) -> Result<ProposalId, DispatchError> {
	propose(who, number, Change::Status(to), authority)
}

#[test]
fn status_should_change_when_two_officers_of_the_registrar_agree() {
	build_and_execute(|| {
		let number = found(FOUNDER, "Acme");
		let id = propose_status(EXAMINER, number, Status::Suspended, Authority::Registrar).unwrap();
		assert_eq!(status(number), Status::Active);
		assert!(BusinessRegistry::proposal(id).is_some());
		assert_ok!(decide_change(DECIDER, id, Verdict::Approve));
		assert_eq!(status(number), Status::Suspended);
		assert_eq!(BusinessRegistry::proposal(id), None);
		let (prepared_under, mandate) =
			(mandate_of(EXAMINER).unwrap(), mandate_of(DECIDER).unwrap());
		assert_eq!(
			last_event(),
			Event::ChangeApproved { proposal: id, company: number, prepared_under, mandate }
		);
		assert_eq!(company_version(number), 2);
		// The name stays its own.
		assert_eq!(Names::<Test>::get(key("Acme")), Some(NameHolder::Company(number)));
		assert_noop!(decide_change(DECIDER, id, Verdict::Approve), Error::<Test>::ProposalNotFound);
	});
}

#[test]
fn status_should_not_change_when_maker_and_checker_are_one() {
	build_and_execute(|| {
		let number = found(FOUNDER, "Acme");
		let id = propose_status(EXAMINER, number, Status::Suspended, Authority::Registrar).unwrap();
		assert_noop!(
			decide_change(EXAMINER_AGAIN, id, Verdict::Approve),
			Error::<Test>::SamePerson
		);
		assert_noop!(
			decide_change(PROTEGE, id, Verdict::Approve),
			Error::<Test>::GrantedByTheOther
		);
		assert_noop!(
			decide_change(EXAMINER, id, Verdict::Approve),
			DispatchError::Other("not covered by the mandate")
		);
		assert_noop!(
			decide_change(FOUNDER, id, Verdict::Approve),
			DispatchError::Other("no mandate")
		);
		let by_judge =
			propose_status(JUDGE, number, Status::InInsolvency, Authority::Court).unwrap();
		assert_noop!(decide_change(JUDGE, by_judge, Verdict::Approve), Error::<Test>::SameAccount);
	});
}

#[test]
fn status_should_not_change_when_it_does_not_follow_or_is_for_another() {
	build_and_execute(|| {
		let number = found(FOUNDER, "Acme");
		let registrar = |to| propose_status(EXAMINER, number, to, Authority::Registrar);
		for to in [
			Status::Active,
			Status::Dissolved,
			Status::MergedInto(number),
			Status::ConvertedTo(number),
		] {
			assert_noop!(registrar(to), Error::<Test>::TransitionNotAllowed);
		}
		assert_noop!(registrar(Status::InInsolvency), Error::<Test>::NotByThisAuthority);
		assert_noop!(
			propose_status(JUDGE, number, Status::StruckOff, Authority::Court),
			Error::<Test>::NotByThisAuthority
		);
		// An examiner is no court, and a judge no registrar.
		for (who, authority) in [(EXAMINER, Authority::Court), (JUDGE, Authority::Registrar)] {
			assert_noop!(
				propose_status(who, number, Status::InLiquidation, authority),
				DispatchError::Other("not covered by the mandate")
			);
		}
		assert_noop!(
			BusinessRegistry::propose_change(
				signed(EXAMINER),
				act_on(CHANGE_OF_STATUS, 0),
				number,
				Change::Status(Status::Suspended),
				Authority::Registrar,
				None
			),
			Error::<Test>::StaleVersion
		);
	});
}

#[test]
fn status_should_follow_the_courts_when_it_is_about_insolvency() {
	build_and_execute(|| {
		let number = found(FOUNDER, "Acme");
		change_by_court(number, Change::Status(Status::InInsolvency));
		change_by_court(number, Change::Status(Status::InLiquidation));
		change(number, Change::Status(Status::Dissolved));
		assert_eq!(status(number), Status::Dissolved);
		for to in [Status::Active, Status::StruckOff, Status::InLiquidation] {
			assert_noop!(
				propose_status(JUDGE, number, to, Authority::Court),
				Error::<Test>::TransitionNotAllowed
			);
		}
	});
}

#[test]
fn name_should_stay_protected_for_years_when_its_company_has_ended() {
	build_and_execute(|| {
		let number = found(FOUNDER, "Acme");
		change(number, Change::Status(Status::InLiquidation));
		change(number, Change::Status(Status::Dissolved));
		let other = request(OTHER_FOUNDER, "Acme Ltd");
		assert_noop!(grant_reservation(DECIDER, other, "Acme Ltd"), Error::<Test>::NameProtected);
		pass_days(3_652);
		assert_noop!(grant_reservation(DECIDER, other, "Acme Ltd"), Error::<Test>::NameProtected);
		pass_days(2);
		assert_ok!(BusinessRegistry::release_name(signed(FOUNDER), key("Acme")));
		assert_eq!(last_event(), Event::NameProtectionLapsed { company: number, key: key("Acme") });
		assert_ok!(grant_reservation(DECIDER, other, "Acme Ltd"));
		// The company is still found by the name it had.
		assert!(Namesakes::<Test>::contains_key(key("Acme"), number));
		assert_eq!(BusinessRegistry::companies_by_name(name("ACME")).len(), 1);
	});
}

#[test]
fn company_should_only_be_restored_when_it_is_struck_off() {
	build_and_execute(|| {
		let number = found(FOUNDER, "Acme");
		change(number, Change::Lei(Some(lei(LEI))));
		strike_off(number);
		for (blocked, error) in [
			(Change::Lei(None), Error::<Test>::CompanyNotLive),
			(Change::Name(name("Bravo")), Error::<Test>::CompanyNotLive),
			(Change::Status(Status::Dissolved), Error::<Test>::TransitionNotAllowed),
		] {
			assert_noop!(propose(EXAMINER, number, blocked, Authority::Registrar), error);
		}
		// What it had is kept for it.
		let other = found(OTHER_FOUNDER, "Bravo");
		assert_noop!(
			propose(EXAMINER, other, Change::Lei(Some(lei(LEI))), Authority::Registrar),
			Error::<Test>::LeiTaken
		);
		assert_noop!(
			propose(EXAMINER, other, Change::Name(name("ACME")), Authority::Registrar),
			Error::<Test>::NameProtected
		);
		pass_days(1_000);
		change(number, Change::Status(Status::Active));
		assert_eq!(Names::<Test>::get(key("Acme")), Some(NameHolder::Company(number)));

		strike_off(number);
		pass_days(6 * 366);
		for (who, authority) in [(EXAMINER, Authority::Registrar), (JUDGE, Authority::Court)] {
			assert_noop!(
				propose_status(who, number, Status::Active, authority),
				Error::<Test>::RestorationPeriodOver
			);
		}
	});
}

#[test]
fn identifier_should_be_of_one_live_company_alone() {
	build_and_execute(|| {
		let (one, other) = (found(FOUNDER, "Acme"), found(OTHER_FOUNDER, "Bravo"));
		change(one, Change::Lei(Some(lei(LEI))));
		assert!(matches!(
			System::events().iter().rev().nth(1).unwrap().event,
			RuntimeEvent::BusinessRegistry(Event::CompanyLeiChanged { lei: Some(_), .. })
		));
		let take = |company, text: Option<&str>| {
			propose(EXAMINER, company, Change::Lei(text.map(lei)), Authority::Registrar)
		};
		assert_noop!(take(other, Some(LEI)), Error::<Test>::LeiTaken);
		assert_noop!(take(one, Some(LEI)), Error::<Test>::NothingChanges);
		assert_noop!(take(other, None), Error::<Test>::NothingChanges);
		assert_noop!(
			propose(JUDGE, one, Change::Lei(None), Authority::Court),
			Error::<Test>::NotByThisAuthority
		);
		// Two proposals of the same identifier: the second is refused when it is decided.
		let (first, second) =
			(take(other, Some(OTHER_LEI)).unwrap(), take(one, Some(OTHER_LEI)).unwrap());
		assert_ok!(decide_change(DECIDER, first, Verdict::Approve));
		assert_noop!(decide_change(DECIDER, second, Verdict::Approve), Error::<Test>::LeiTaken);

		// It is free once the company is dissolved.
		change(one, Change::Status(Status::InLiquidation));
		change(one, Change::Status(Status::Dissolved));
		assert_eq!(Leis::<Test>::get(lei(LEI)), None);
		change(other, Change::Lei(Some(lei(LEI))));
		assert_eq!(Leis::<Test>::get(lei(OTHER_LEI)), None);
		change(other, Change::Lei(None));
		assert_eq!(Leis::<Test>::iter().count(), 0);
	});
}

#[test]
fn company_should_be_renamed_when_the_name_is_free() {
	build_and_execute(|| {
		let (one, other) = (found(FOUNDER, "Acme"), found(OTHER_FOUNDER, "Bravo"));
		let rename = |company, text| {
			propose(EXAMINER, company, Change::Name(name(text)), Authority::Registrar)
		};
		assert_noop!(rename(one, "BRAVO LTD"), Error::<Test>::NameTaken);
		assert_noop!(rename(one, "Acme"), Error::<Test>::NothingChanges);
		assert_noop!(rename(one, ""), Error::<Test>::NameEmpty);
		assert_noop!(rename(one, "Bank of Polity"), Error::<Test>::NameKeptByStatute);
		// Another spelling of its own name.
		change(one, Change::Name(name("ACME LIMITED")));
		assert_eq!(Names::<Test>::get(key("Acme")), Some(NameHolder::Company(one)));
		change(one, Change::Name(name("Charlie")));
		assert_eq!(Names::<Test>::get(key("Acme")), None);
		change(other, Change::Name(name("Acme")));
		assert_eq!(Names::<Test>::get(key("Acme")), Some(NameHolder::Company(other)));
	});
}

#[test]
fn proposal_should_not_be_decided_when_it_is_outdated_or_lapsed() {
	build_and_execute(|| {
		let number = found(FOUNDER, "Acme");
		let outdated =
			propose_status(EXAMINER, number, Status::Suspended, Authority::Registrar).unwrap();
		change(number, Change::Lei(Some(lei(LEI))));
		assert_noop!(
			decide_change(DECIDER, outdated, Verdict::Approve),
			Error::<Test>::ProposalOutdated
		);
		assert_noop!(
			decide_change_on(DECIDER, act_on(CHANGE_OF_STATUS, 1), outdated, Verdict::Approve),
			Error::<Test>::StaleVersion
		);
		// Anybody clears what nobody can decide.
		assert_ok!(BusinessRegistry::withdraw_proposal(signed(OTHER_EXAMINER), outdated));

		let open =
			propose_status(EXAMINER, number, Status::Suspended, Authority::Registrar).unwrap();
		assert_noop!(
			BusinessRegistry::withdraw_proposal(signed(OTHER_EXAMINER), open),
			Error::<Test>::NotTheMaker
		);
		pass_days(31);
		assert_noop!(decide_change(DECIDER, open, Verdict::Approve), Error::<Test>::ProposalLapsed);
		assert_ok!(BusinessRegistry::withdraw_proposal(signed(OTHER_EXAMINER), open));
		assert_noop!(
			BusinessRegistry::withdraw_proposal(signed(EXAMINER), open),
			Error::<Test>::ProposalNotFound
		);
		let mine =
			propose_status(EXAMINER, number, Status::Suspended, Authority::Registrar).unwrap();
		assert_ok!(BusinessRegistry::withdraw_proposal(signed(EXAMINER), mine));
	});
}

#[test]
fn change_should_not_be_made_when_it_is_rejected_or_dated_wrongly() {
	build_and_execute(|| {
		let number = found(FOUNDER, "Acme");
		let id = propose_status(EXAMINER, number, Status::Suspended, Authority::Registrar).unwrap();
		for (act, error) in [
			(backdated(deciding(id)), Error::<Test>::Backdated),
			(in_future(deciding(id)), Error::<Test>::EffectiveInFuture),
		] {
			assert_noop!(decide_change_on(DECIDER, act, id, Verdict::Approve), error);
		}
		assert_ok!(decide_change(DECIDER, id, Verdict::Reject));
		assert_eq!(status(number), Status::Active);
		assert_eq!(company_version(number), 1);
		let (prepared_under, mandate) =
			(mandate_of(EXAMINER).unwrap(), mandate_of(DECIDER).unwrap());
		assert_eq!(
			last_event(),
			Event::ChangeRejected { proposal: id, company: number, prepared_under, mandate }
		);
	});
}

#[test]
fn entry_should_name_who_prepared_it_and_on_what_act() {
	build_and_execute(|| {
		let number = found(FOUNDER, "Acme");
		for changed in [
			Change::Status(Status::Suspended),
			Change::Lei(Some(lei(LEI))),
			Change::Name(name("Bravo")),
			Change::Activities(activities(&["01110", "62020"])),
		] {
			let basis = basis_of(&changed, Authority::Registrar);
			let prepared = in_future(act_on(basis, company_version(number)));
			assert_ok!(BusinessRegistry::propose_change(
				signed(EXAMINER),
				prepared.clone(),
				number,
				changed,
				Authority::Registrar,
				None
			));
			let id = LastProposal::<Test>::get();
			let preparation = Preparation { mandate: mandate_of(EXAMINER).unwrap(), act: prepared };
			assert_eq!(Proposals::<Test>::get(id).unwrap().preparation, preparation);
			pass_days(1);
			let decided = deciding(id);
			let verdict = Verdict::Approve;
			assert_ok!(decide_change_on(DECIDER, decided.clone(), id, verdict));

			let version = company_version(number);
			let entry = BusinessRegistry::company_history(number, version, 1).remove(0);
			assert_eq!((entry.act, entry.mandate), (Some(decided), mandate_of(DECIDER)));
			assert_eq!(entry.body.prepared(), Some((None, &preparation)));
			// The event of the change names both officers too.
			let events = System::events();
			let change = &events[events.len() - 2].event;
			let RuntimeEvent::BusinessRegistry(
				Event::CompanyStatusChanged { corrects, prepared_under, mandate, .. }
				| Event::CompanyLeiChanged { corrects, prepared_under, mandate, .. }
				| Event::CompanyRenamed { corrects, prepared_under, mandate, .. }
				| Event::CompanyActivitiesChanged { corrects, prepared_under, mandate, .. },
			) = change
			else {
				panic!("another event: {change:?}");
			};
			assert_eq!(
				(*corrects, Some(*prepared_under), Some(*mandate)),
				(None, mandate_of(EXAMINER), mandate_of(DECIDER))
			);
		}
		// The first entry leads to the application, whose entries name its examiner.
		let first = BusinessRegistry::company_history(number, 1, 1).remove(0);
		assert_eq!(first.body.prepared(), None);
		assert!(matches!(first.body, CompanyChange::Registered { application, .. }
			if BusinessRegistry::application(application).unwrap().record.examiner
				== mandate_of(EXAMINER)));
	});
}

#[test]
fn change_should_not_be_decided_when_nothing_is_known_of_who_prepared_it() {
	build_and_execute(|| {
		let number = found(FOUNDER, "Acme");
		let id = propose_status(EXAMINER, number, Status::Suspended, Authority::Registrar).unwrap();
		forget(EXAMINER);
		assert_noop!(decide_change(DECIDER, id, Verdict::Approve), Error::<Test>::WarrantNotFound);
		// Not even its maker is known then, until anybody may clear it.
		assert_noop!(
			BusinessRegistry::withdraw_proposal(signed(EXAMINER), id),
			Error::<Test>::WarrantNotFound
		);
		pass_days(31);
		assert_ok!(BusinessRegistry::withdraw_proposal(signed(OTHER_EXAMINER), id));
	});
}

#[test]
fn change_that_is_dated_ahead_should_wait_for_its_day() {
	build_and_execute(|| {
		let number = found(FOUNDER, "Acme");
		let ahead = || in_future(act_on(CHANGE_OF_STATUS, 1));
		let suspended = Change::Status(Status::Suspended);
		let propose = |act| {
			let registrar = Authority::Registrar;
			let (who, change) = (signed(EXAMINER), suspended.clone());
			assert_ok!(BusinessRegistry::propose_change(who, act, number, change, registrar, None));
			LastProposal::<Test>::get()
		};
		// It can be rejected on any day.
		let id = propose(ahead());
		assert_ok!(decide_change(DECIDER, id, Verdict::Reject));
		let id = propose(ahead());
		assert_noop!(decide_change(DECIDER, id, Verdict::Approve), Error::<Test>::NotYetEffective);
		pass_days(1);
		assert_ok!(decide_change(DECIDER, id, Verdict::Approve));
		assert_eq!(status(number), Status::Suspended);
	});
}
