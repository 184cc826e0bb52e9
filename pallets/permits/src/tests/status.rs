//! What a permit is worth for what its holder has.

use super::*;

#[test]
fn permit_should_be_unusable_from_the_moment_its_holder_is_not_in_standing() {
	build_and_execute(|| {
		let number = permit_of(make_type(terms()), firm(0));
		for error in [
			StandingError::Dissolved,
			StandingError::Frozen,
			StandingError::Suspended,
			StandingError::InLiquidation,
		] {
			bar(&firm(0), error);
			assert_eq!(status(number), EffectiveStatus::Unusable);
		}
		unbar(&firm(0));
		assert_eq!(status(number), EffectiveStatus::Active);
		let person = Party::Person(tag(Register::Permits, BOB));
		let number = permit_of(make_type(terms()), person.clone());
		assert_eq!(status(number), EffectiveStatus::Active);
		bar(&person, StandingError::Deceased);
		assert_eq!(status(number), EffectiveStatus::Unusable);
	});
}

#[test]
fn permit_should_be_unusable_when_the_right_in_its_site_is_lost() {
	build_and_execute(|| {
		let kind = make_type(demanding(vec![Prerequisite::RightInSite]));
		let site = unit(3);
		give_right(&firm(0), site, None);
		let number = granted(Grant { site: Some(site), ..grant_of(kind, firm(0)) });
		assert_eq!(status(number), EffectiveStatus::Active);
		take_right(&firm(0), site);
		assert_eq!(status(number), EffectiveStatus::Unusable);
		// Of a person an officer attests the right: the chain does not look.
		let person = Party::Person(tag(Register::Permits, BOB));
		let number = granted(Grant { site: Some(site), ..grant_of(kind, person) });
		assert_eq!(status(number), EffectiveStatus::Active);
	});
}

#[test]
fn permit_should_be_unusable_when_one_that_it_rests_on_is() {
	build_and_execute(|| {
		let below = make_type(terms());
		let middle = make_type(demanding(vec![Prerequisite::Permit(below.0)]));
		let above = make_type(demanding(vec![Prerequisite::Permit(middle.0)]));
		let first = permit_of(below, firm(0));
		let second = permit_of(middle, firm(0));
		let third = permit_of(above, firm(0));
		assert_eq!(status(third), EffectiveStatus::Active);
		assert_ok!(change(first, suspend()));
		for number in [second, third] {
			assert_eq!(status(number), EffectiveStatus::Unusable);
		}
		assert_ok!(change(first, PermitChange::Resume));
		assert_eq!(status(third), EffectiveStatus::Active);
		assert_ok!(surrender(ANN, second));
		assert_eq!(status(third), EffectiveStatus::Unusable);
	});
}

#[test]
fn permit_should_be_unusable_without_the_attestation_that_its_type_demands() {
	build_and_execute(|| {
		let kind = make_type(demanding(vec![Prerequisite::Attestation(5)]));
		let number = permit_of(kind, firm(0));
		assert_eq!(status(number), EffectiveStatus::Unusable);
		attest(&firm(0), 5);
		assert_eq!(status(number), EffectiveStatus::Active);
	});
}

#[test]
fn looking_for_what_a_holder_has_should_be_bounded() {
	build_and_execute(|| {
		let below = make_type(PermitTerms { quota: None, ..terms() });
		let above = make_type(demanding(vec![Prerequisite::Permit(below.0)]));
		let number = permit_of(above, firm(0));
		for place in 0..=u64::from(MAX_PERMITS_LOOKED_AT) {
			granted(Grant { site: Some(unit(place)), ..grant_of(below, firm(0)) });
		}
		// In the order in which they are looked at, the last one too many.
		let all: Vec<_> = crate::Running::<Test>::iter_key_prefix((firm(0), below)).collect();
		let (beyond, looked_at) = all.split_last().unwrap();
		assert_eq!(looked_at.len(), MAX_PERMITS_LOOKED_AT as usize);
		for suspended in &looked_at[..looked_at.len() - 1] {
			assert_ok!(change(*suspended, suspend()));
		}
		assert_eq!(status(number), EffectiveStatus::Active);
		assert_ok!(change(looked_at[looked_at.len() - 1], suspend()));
		assert_eq!(status(*beyond), EffectiveStatus::Active);
		assert_eq!(status(number), EffectiveStatus::Unusable);
	});
}

#[test]
fn status_should_be_of_the_instant_that_is_asked_for() {
	build_and_execute(|| {
		let kind = make_type(terms());
		let number = granted(Grant { valid_from: day(10), ..grant_of(kind, firm(0)) });
		let at = |days: u64| {
			let now = Clock::now();
			let at = now.checked_add_millis(days * polity_primitives::time::MILLIS_PER_DAY);
			Permits::effective_status(number, at.unwrap())
		};
		assert_eq!(at(9), Some(EffectiveStatus::NotYetValid));
		assert_eq!(at(10), Some(EffectiveStatus::Active));
		assert_eq!(at(800), Some(EffectiveStatus::Expired));
		let gone = PermitNumber::from_serial(PermitNumber::FIRST_SERIAL + 7).unwrap();
		assert_eq!(Permits::effective_status(gone, Clock::now()), None);
	});
}
