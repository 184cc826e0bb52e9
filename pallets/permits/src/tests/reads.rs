//! What others read.

use polity_permit_procedure::PublishedStatus;

use super::*;

#[test]
fn permits_should_be_read_in_pages() {
	build_and_execute(|| {
		let kind = make_type(PermitTerms { quota: None, ..terms() });
		let granted: Vec<_> = (0..70)
			.map(|place| granted(Grant { site: Some(unit(place)), ..grant_of(kind, firm(0)) }))
			.collect();
		let first = Permits::permits_of(firm(0), None, 100);
		assert_eq!(first, granted[..64]);
		assert_eq!(Permits::permits_of(firm(0), first.last().copied(), 100), granted[64..]);
		assert_eq!(Permits::permits_of_kind(kind, None, 2), granted[..2]);
		assert_eq!(Permits::permits_of_kind(kind, Some(granted[1]), 1), granted[2..3]);
		assert!(Permits::permits_of(firm(1), None, 9).is_empty());
		// What a holder has held stays with it.
		assert_ok!(surrender(ANN, granted[0]));
		assert_eq!(Permits::permits_of(firm(0), None, 1), granted[..1]);
	});
}

#[test]
fn work_should_be_read_in_pages() {
	build_and_execute(|| {
		for _ in 0..3 {
			assert_ok!(prepare_type(None, version(terms())));
		}
		let list = |after, limit| {
			Permits::work_list(District::NATIONAL, WorkState::ProposalOpen, after, limit)
		};
		assert_eq!(list(None, 2), [1, 2]);
		assert_eq!(list(Some(2), 9), [3]);
		assert!(Permits::work_list(District(3), WorkState::ProposalOpen, None, 9).is_empty());
	});
}

#[test]
fn permit_should_be_published_with_its_status_and_days() {
	build_and_execute(|| {
		let kind = make_type(terms());
		let number = granted(Grant { site: Some(unit(4)), ..grant_of(kind, firm(0)) });
		let published = || Permits::published(number).unwrap();
		assert_eq!(published().mapped, PublishedStatus::PermitIssued);
		assert_eq!((published().issued, published().completed), (day(0), None));
		assert_eq!(published().site, Some(unit(4)));
		let final_one = InspectionKind::Final;
		assert_ok!(change(
			number,
			PermitChange::ScheduleInspection { kind: final_one, day: day(0) }
		));
		assert_eq!(published().mapped, PublishedStatus::InspectionPhase);
		pass_days(3);
		assert_ok!(change(number, PermitChange::Complete));
		assert_eq!(published().mapped, PublishedStatus::PermitFinaled);
		assert_eq!(published().completed, Some(day(0)));
		let other = permit_of(kind, firm(0));
		assert_ok!(change(other, revoke()));
		let other = Permits::published(other).unwrap();
		assert_eq!((other.mapped, other.completed), (PublishedStatus::PermitCancelled, None));
	});
}
