//! The register as applications see it.

use super::*;

fn may_hold(kind: PermitTypeId, holder: Party, site: Option<UnitNumber>) -> DispatchResult {
	let holder = PermitHolder::Party(holder);
	<Permits as PermitRegister>::ensure_may_hold(kind, 1, &holder, site)
}

#[test]
fn holder_should_be_refused_by_what_it_lacks() {
	build_and_execute(|| {
		let needed = make_type(terms());
		let kind = make_type(demanding(vec![
			Prerequisite::Standing,
			Prerequisite::RightInSite,
			Prerequisite::Permit(needed.0),
			Prerequisite::Attestation(5),
		]));
		let (holder, site) = (firm(0), unit(1));
		let may = || may_hold(kind, holder.clone(), Some(site));
		assert_noop!(may_hold(kind, holder.clone(), None), Error_::SiteMissing);
		for (standing, error) in [
			(StandingError::NotFound, Error_::HolderNotFound),
			(StandingError::Deceased, Error_::HolderDeceased),
			(StandingError::Frozen, Error_::HolderFrozen),
			(StandingError::Merged, Error_::HolderMerged),
			(StandingError::NotCapable, Error_::HolderUnfit),
			(StandingError::Dissolved, Error_::HolderNotInStanding),
		] {
			bar(&holder, standing);
			assert_noop!(may(), error);
		}
		unbar(&holder);
		assert_noop!(may(), Error_::RightInSiteMissing);
		give_right(&holder, site, None);
		assert_noop!(may(), Error_::PermitMissing);
		permit_of(needed, holder.clone());
		assert_noop!(may(), Error_::AttestationMissing);
		attest(&holder, 5);
		assert_ok!(may());
		granted(Grant { site: Some(site), ..grant_of(kind, holder.clone()) });
		assert_noop!(may(), Error_::DuplicatePermit);
		// Another site is another permit.
		give_right(&holder, unit(2), None);
		assert_ok!(may_hold(kind, holder.clone(), Some(unit(2))));
	});
}

#[test]
fn site_should_be_refused_when_the_type_demands_none() {
	build_and_execute(|| {
		let kind = make_type(terms());
		give_right(&firm(0), unit(1), None);
		assert_noop!(may_hold(kind, firm(0), Some(unit(1))), Error_::SiteNotAllowed);
		assert_ok!(may_hold(kind, firm(0), None));
		permit_of(kind, firm(0));
		// No site that is made up leads to a second one.
		assert_noop!(may_hold(kind, firm(0), Some(unit(2))), Error_::SiteNotAllowed);
		assert_noop!(may_hold(kind, firm(0), None), Error_::DuplicatePermit);
	});
}

#[test]
fn holder_should_be_of_the_kind_that_the_type_has() {
	build_and_execute(|| {
		let kind = make_type(terms());
		for unfit in [Party::Unknown, Party::Unit(unit(1)), Party::Foreign(commitment(1))] {
			assert_noop!(may_hold(kind, unfit.clone(), None), Error_::HolderUnfit);
			assert_noop!(try_grant(grant_of(kind, unfit)), Error_::HolderUnfit);
		}
		let hidden = make_type(personal_terms());
		assert_noop!(may_hold(hidden, firm(0), None), Error_::HolderUnfit);
		let holder = PermitHolder::Personal(PersonalHolder {
			commitment: commitment(1),
			nullifier: Hash::repeat_byte(1),
		});
		let may = |kind, site| <Permits as PermitRegister>::ensure_may_hold(kind, 1, &holder, site);
		assert_noop!(may(kind, None), Error_::HolderUnfit);
		assert_noop!(may(hidden, Some(unit(1))), Error_::SiteNotAllowed);
		assert_ok!(may(hidden, None));
		assert_noop!(may(PermitTypeId(9), None), Error_::TypeVersionNotFound);
		for fit in [
			firm(0),
			Party::State(polity_primitives::MinistryId(1)),
			Party::Person(tag(Register::Permits, ANN)),
		] {
			assert_ok!(may_hold(kind, fit, None));
		}
	});
}

#[test]
fn permit_should_be_granted_by_silence_or_by_an_officer() {
	build_and_execute(|| {
		let kind = make_type(terms());
		let by_silence = permit_of(kind, firm(0));
		let entry = Permits::permit_history(by_silence, 1, 1).pop().unwrap();
		assert_eq!((entry.act, entry.mandate), (None, None));
		let decision = act(LegalBasis(501), 0);
		let grant = grant_of(kind, firm(1));
		assert_ok!(<Permits as PermitRegister>::reserve(kind, 1, &grant.holder));
		let by_officer =
			<Permits as PermitRegister>::grant(grant, Some((&decision, MandateId(2)))).unwrap();
		let by_officer = number_of(by_officer);
		let entry = Permits::permit_history(by_officer, 1, 1).pop().unwrap();
		assert_eq!((entry.act, entry.mandate), (Some(decision), Some(MandateId(2))));
		assert_ne!(by_silence, by_officer);
		// As long as can be, where nobody says otherwise.
		let permit = record(by_silence).permit;
		assert_eq!(permit.valid_to, permit.valid_from.checked_add_years(2));
	});
}

#[test]
fn grant_should_fail_when_the_holder_has_come_to_have_one() {
	build_and_execute(|| {
		let kind = make_type(terms());
		let decision = act(LegalBasis(501), 0);
		let decide = || {
			let grant = grant_of(kind, firm(1));
			<Permits as PermitRegister>::grant(grant, Some((&decision, MandateId(2))))
		};
		let holder = PermitHolder::Party(firm(1));
		assert_ok!(<Permits as PermitRegister>::reserve(kind, 1, &holder));
		// Meanwhile it buys one.
		let bought = permit_of(kind, firm(0));
		assert_ok!(ask_transfer(ANN, bought, firm(1)));
		assert_ok!(endorse(BOB, bought));
		assert_ok!(change(bought, PermitChange::Transfer));
		assert_noop!(decide(), Error_::DuplicatePermit);
		assert_ok!(surrender(BOB, bought));
		assert_ok!(decide());
	});
}

#[test]
fn grant_should_fail_when_it_cannot_be() {
	build_and_execute(|| {
		let kind = make_type(demanding(vec![Prerequisite::RightInSite]));
		let site = unit(1);
		give_right(&firm(0), site, Some(day(100)));
		let grant =
			|valid_to| try_grant(Grant { site: Some(site), valid_to, ..grant_of(kind, firm(0)) });
		assert_noop!(grant(Some(day(0))), Error_::EndsBeforeItBegins);
		assert_noop!(grant(Some(day(101))), Error_::EndsAfterRight);
		assert_noop!(grant(Some(day(1_000))), Error_::ValidForTooLong);
		assert_noop!(
			try_grant(Grant { version: 9, ..grant_of(kind, firm(0)) }),
			Error_::TypeVersionNotFound
		);
		assert_noop!(
			<Permits as PermitRegister>::grant(
				Grant { site: Some(site), ..grant_of(kind, firm(0)) },
				None
			),
			Error_::PlaceNotReserved
		);
		// Where nobody says otherwise it ends with the lease.
		let number = number_of(grant(None).unwrap());
		assert_eq!(record(number).permit.valid_to, Some(day(100)));
	});
}

#[test]
fn silence_should_grant_what_the_holder_cannot_use_yet() {
	build_and_execute(|| {
		let kind = make_type(demanding(vec![Prerequisite::RightInSite]));
		let site = unit(1);
		let number = granted(Grant { site: Some(site), ..grant_of(kind, firm(0)) });
		assert_eq!(status(number), EffectiveStatus::Unusable);
		give_right(&firm(0), site, None);
		assert_eq!(status(number), EffectiveStatus::Active);
	});
}

#[test]
fn overturned_permit_should_leave_its_place_to_the_decision_that_follows() {
	build_and_execute(|| {
		let kind = make_type(PermitTerms { quota: Some(1), ..terms() });
		let number = permit_of(kind, firm(0));
		let appeal = act(LegalBasis(503), 0);
		let permit = PermitReference::Numbered(number);
		let overturn = || <Permits as PermitRegister>::overturn(permit, &appeal, MandateId(2));
		assert_ok!(overturn());
		assert_eq!(status(number), EffectiveStatus::Overturned);
		assert_eq!(last_step(number), PermitStep::Overturned);
		let places = Permits::places(kind);
		assert_eq!((places.reserved, places.running), (1, 0));
		assert_noop!(overturn(), Error_::PermitEnded);
		// Nobody else gets it before it is decided.
		assert_noop!(try_grant(grant_of(kind, firm(1))), Error_::QuotaExhausted);
		assert_ok!(<Permits as PermitRegister>::grant(grant_of(kind, firm(0)), None));
	});
}

#[test]
fn appeal_should_reach_the_permit_that_follows_when_the_first_is_over() {
	build_and_execute(|| {
		let kind = make_type(PermitTerms { quota: Some(1), ..terms() });
		let first = permit_of(kind, firm(0));
		let pass_by = |number: PermitNumber| {
			pass_to(record(number).permit.valid_to.unwrap().checked_sub_days(9).unwrap());
			let next = renew(ANN, number).unwrap();
			pass_days(9);
			next_block();
			next
		};
		let last = pass_by(pass_by(first));
		let appeal = act(LegalBasis(503), 0);
		let permit = PermitReference::Numbered(first);
		let until = Some(day(50));
		let none = StatedConditions::new();
		assert_ok!(<Permits as PermitRegister>::vary(permit, until, none, &appeal, MandateId(2)));
		assert_eq!(record(last).permit.valid_to, until);
		assert_eq!(status(first), EffectiveStatus::Expired);
		assert_ok!(<Permits as PermitRegister>::overturn(permit, &appeal, MandateId(2)));
		assert_eq!(status(last), EffectiveStatus::Overturned);
		assert_eq!(status(first), EffectiveStatus::Expired);
		let places = Permits::places(kind);
		assert_eq!((places.reserved, places.running), (1, 0));
	});
}

#[test]
fn overturning_should_take_a_place_when_nothing_runs_any_more() {
	build_and_execute(|| {
		let kind = make_type(PermitTerms { quota: Some(1), ..terms() });
		let number = permit_of(kind, firm(0));
		assert_ok!(surrender(ANN, number));
		let appeal = act(LegalBasis(503), 0);
		let permit = PermitReference::Numbered(number);
		let overturn = || <Permits as PermitRegister>::overturn(permit, &appeal, MandateId(2));
		let taken = permit_of(kind, firm(1));
		assert_noop!(overturn(), Error_::QuotaExhausted);
		assert_ok!(surrender(BOB, taken));
		assert_ok!(overturn());
		let places = Permits::places(kind);
		assert_eq!((places.reserved, places.running), (1, 0));
		// What its holder has given up stays given up.
		assert_eq!(status(number), EffectiveStatus::Surrendered);
		assert_ok!(<Permits as PermitRegister>::grant(grant_of(kind, firm(0)), None));
	});
}

#[test]
fn overturning_should_fail_when_the_permit_rests_on_no_application() {
	build_and_execute(|| {
		let number = permit_of(make_type(terms()), firm(0));
		pass_to(record(number).permit.valid_to.unwrap().checked_sub_days(9).unwrap());
		let next = renew(ANN, number).unwrap();
		let appeal = act(LegalBasis(503), 0);
		let overturn = |number| {
			let permit = PermitReference::Numbered(number);
			<Permits as PermitRegister>::overturn(permit, &appeal, MandateId(2))
		};
		assert_noop!(overturn(next), Error_::PlaceNotReserved);
		// With the grant that it rests on, it goes.
		assert_ok!(overturn(number));
		assert_eq!(status(next), EffectiveStatus::Overturned);
	});
}

#[test]
fn permit_should_be_varied_as_an_appeal_says() {
	build_and_execute(|| {
		let number = permit_of(make_type(terms()), firm(0));
		let appeal = act(LegalBasis(503), 0);
		let vary = |valid_to| {
			let permit = PermitReference::Numbered(number);
			let conditions = stated(vec![condition(1, None)]);
			<Permits as PermitRegister>::vary(permit, valid_to, conditions, &appeal, MandateId(2))
		};
		assert_noop!(vary(Some(day(0))), Error_::EndsInThePast);
		assert_noop!(vary(Some(day(2_000))), Error_::ValidForTooLong);
		assert_ok!(vary(Some(day(50))));
		assert_eq!(record(number).permit.valid_to, Some(day(50)));
		assert_eq!(record(number).permit.conditions.len(), 1);
		assert_ok!(change(number, revoke()));
		assert_noop!(vary(None), Error_::PermitEnded);
	});
}
