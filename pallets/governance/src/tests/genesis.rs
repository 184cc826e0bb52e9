use super::*;

#[test]
fn genesis_should_set_the_calendars_when_the_preset_has_some() {
	let calendars = vec![
		(Register::Business, District::NATIONAL, calendar(60)),
		(Register::Business, District(3), calendar(120)),
	];
	externalities(Some(calendar(30)), calendars).execute_with(|| {
		assert_eq!(Governance::calendar_of(Register::Land, District(3)), calendar(30));
		assert_eq!(Governance::calendar_of(Register::Business, District(2)), calendar(60));
		assert_eq!(Governance::calendar_of(Register::Business, District(3)), calendar(120));
		check();
	});
}

#[test]
fn genesis_should_keep_the_initial_calendar_when_the_preset_has_none() {
	build_and_execute(|| {
		let initial = Calendar::without_holidays(LocalOffset::UTC, WeekendDays::SATURDAY_SUNDAY);
		assert_eq!(Governance::calendar_of(Register::Land, District(3)), initial);
	});
}

#[test]
fn genesis_should_panic_when_there_are_too_many_calendars() {
	let calendars = (0..=MAX_CALENDARS as u16)
		.map(|district| (Register::Land, District(district), calendar(0)))
		.collect();
	let outcome = std::panic::catch_unwind(|| externalities(None, calendars));
	assert!(outcome.is_err());
}

#[test]
fn integrity_test_should_pass_when_every_name_fits() {
	<Governance as frame_support::traits::Hooks<u64>>::integrity_test();
}
