//! `open_campaign`, `import_companies`, `refuse_row`, `seal_campaign`.

use super::*;
use codec::Encode;
use polity_primitives::{ids::CampaignId, merkle, StandingError};
use sp_core::H256;

pub(super) const SOURCE: [u8; 8] = *b"RA000585";

pub(super) fn row(text: &str, number: &str) -> ImportedCompany {
	ImportedCompany {
		name: name(text),
		number: SourceNumber::new(number.as_bytes().to_vec().try_into().unwrap()).unwrap(),
		status: SourceStatus::Active,
		legal_form: limited(),
		jurisdiction: britain(),
		registered_office: Commitment::new([4; 32]).ok(),
		activities: vec!["99999".parse().unwrap()].try_into().unwrap(),
		incorporated_on: None,
	}
}

/// Rows of a source, and their tree.
pub(super) struct Rows {
	pub(super) rows: Vec<ImportedCompany>,
	leaves: Vec<H256>,
}

impl Rows {
	pub(super) fn new(rows: Vec<ImportedCompany>) -> Self {
		let leaves = rows.iter().map(|row| merkle::leaf(&row.encode())).collect();
		Self { rows, leaves }
	}

	pub(super) fn root(&self) -> H256 {
		merkle::root(&self.leaves).unwrap()
	}

	pub(super) fn count(&self) -> u32 {
		self.rows.len() as u32
	}

	pub(super) fn proven(&self, index: u32) -> CampaignRow {
		CampaignRow {
			index,
			company: self.rows[index as usize].clone(),
			proof: merkle::prove(&self.leaves, index).unwrap(),
		}
	}
}

pub(super) fn open(rows: &Rows) -> CampaignId {
	assert_ok!(BusinessRegistry::open_campaign(
		signed(RECORDER),
		act_on(TAKE_OVER, 0),
		rows.root(),
		rows.count(),
		SourceRegister::new(SOURCE).unwrap(),
		District::NATIONAL
	));
	crate::LastCampaign::<Test>::get()
}

pub(super) fn import(
	who: AccountId,
	id: CampaignId,
	rows: Vec<CampaignRow>,
) -> frame_support::dispatch::DispatchResult {
	BusinessRegistry::import_companies(signed(who), id, rows.try_into().unwrap())
}

pub(super) fn seal(who: AccountId, id: CampaignId) -> frame_support::dispatch::DispatchResult {
	let version = CampaignHeads::<Test>::get(id).unwrap_or_default().seq;
	BusinessRegistry::seal_campaign(signed(who), act_on(TAKE_OVER, version), id)
}

fn by_number(number: &str) -> Option<Versioned<Company>> {
	let number = SourceNumber::new(number.as_bytes().to_vec().try_into().unwrap()).unwrap();
	BusinessRegistry::company_by_source(SourceRegister::new(SOURCE).unwrap(), number)
}

#[test]
fn rows_should_become_companies_when_they_are_of_the_campaign() {
	build_and_execute(|| {
		let liquidated =
			ImportedCompany { status: SourceStatus::Liquidation, ..row("BRAVO PLC", "FC027187") };
		let source = Rows::new(vec![row("! LTD", "08209948"), liquidated]);
		let id = open(&source);
		assert_ok!(import(RECORDER, id, vec![source.proven(1), source.proven(0)]));

		let Versioned { record, head } = by_number("08209948").unwrap();
		assert_eq!((record.status, record.dispute), (Status::Active, None));
		assert!(record.missing.contains(Missing::DIRECTORS.and(Missing::DATES)));
		assert_eq!(head.seq, 1);
		let origin = record.source.unwrap();
		assert_eq!((origin.campaign, origin.row), (id, 0));
		assert_eq!(by_number("FC027187").unwrap().record.status, Status::InLiquidation);
		assert_eq!(
			BusinessRegistry::companies_by_name(name("bravo"))[0].record.number,
			by_number("FC027187").unwrap().record.number
		);
		// An entry of an imported company rests on the campaign's act and the recorder's mandate.
		let entry = BusinessRegistry::company_history(record.number, 1, 1).remove(0);
		assert_eq!(entry.mandate.unwrap().0, 3);
		assert_eq!(entry.act.unwrap(), BusinessRegistry::campaign(id).unwrap().record.act);
		assert_ok!(seal(DECIDER, id));
		assert!(matches!(
			last_event(),
			Event::CampaignSealed { accepted: 2, disputed: 0, refused: 0, version: 2, .. }
		));
		// An imported company may not dispose of anything before its record is complete.
		assert_eq!(
			BusinessRegistry::company_may(
				record.number,
				polity_primitives::ActKind::Dispose,
				polity_primitives::Capacity::Itself
			),
			Err(StandingError::Incomplete)
		);
	});
}

#[test]
fn row_should_become_a_disputed_company_when_its_name_collides() {
	build_and_execute(|| {
		let live = found(FOUNDER, "Acme");
		let source = Rows::new(vec![
			row("ACME LIMITED", "00000001"),
			row("ACME LTD.", "00000002"),
			row("BAD\u{7}NAME", "00000003"),
			row("BANK OF POLITY", "00000004"),
			ImportedCompany { status: SourceStatus::Dissolved, ..row("ACME", "00000005") },
			ImportedCompany { status: SourceStatus::Dissolved, ..row("OLD", "00000006") },
		]);
		let id = open(&source);
		assert_ok!(import(RECORDER, id, (0..6).map(|index| source.proven(index)).collect()));
		let dispute = |number| by_number(number).unwrap().record.dispute;
		assert_eq!(dispute("00000001"), Some(DisputeReason::NameTaken));
		assert_eq!(dispute("00000002"), Some(DisputeReason::NameTaken));
		assert_eq!(dispute("00000003"), Some(DisputeReason::NameNotAllowed));
		assert_eq!(dispute("00000004"), Some(DisputeReason::NameTaken));
		// What has ended disputes nobody's name.
		assert_eq!(dispute("00000005"), None);
		assert_eq!(dispute("00000006"), None);
		assert!(matches!(Names::<Test>::get(key("OLD")), Some(NameHolder::Protected { .. })));
		assert_eq!(Names::<Test>::get(key("ACME")), Some(NameHolder::Company(live)));

		// All are found by name, the holder first.
		let found: Vec<_> = BusinessRegistry::companies_by_name(name("Acme"));
		assert_eq!(found.len(), 4);
		assert_eq!(found[0].record.number, live);
		assert_eq!(BusinessRegistry::companies_by_name(name("BAD\u{7}NAME")).len(), 1);
		let campaign = BusinessRegistry::campaign(id).unwrap().record;
		assert_eq!((campaign.accepted, campaign.disputed, campaign.refused), (2, 4, 0));
		assert_ok!(seal(DECIDER, id));

		// A disputed company files and does nothing else, until it has a name of its own.
		let disputed = by_number("00000001").unwrap().record.number;
		assert_eq!(
			BusinessRegistry::company_may(
				disputed,
				polity_primitives::ActKind::Apply,
				polity_primitives::Capacity::Itself
			),
			Err(StandingError::Disputed)
		);
		assert_noop!(
			propose(EXAMINER, disputed, Change::Name(name("ACME LIMITED")), Authority::Registrar),
			Error::<Test>::NameTaken
		);
		change(disputed, Change::Name(name("Acme (1854)")));
		assert_eq!(by_number("00000001").unwrap().record.dispute, None);
		// A court gives the name itself to the other, once its holder has another.
		change(live, Change::Name(name("Founder's")));
		let disputed = by_number("00000002").unwrap().record.number;
		change_by_court(disputed, Change::Name(name("ACME LTD.")));
		assert_eq!(Names::<Test>::get(key("ACME")), Some(NameHolder::Company(disputed)));
	});
}

#[test]
fn disputed_company_should_keep_its_dispute_when_its_status_changes() {
	build_and_execute(|| {
		found(FOUNDER, "Acme");
		let struck_off =
			|number| ImportedCompany { status: SourceStatus::StruckOff, ..row("ACME LTD", number) };
		let source = Rows::new(vec![
			row("ACME", "00000001"),
			struck_off("00000002"),
			struck_off("00000003"),
		]);
		let id = open(&source);
		assert_ok!(import(RECORDER, id, (0..3).map(|index| source.proven(index)).collect()));
		assert_ok!(seal(DECIDER, id));
		let disputed = by_number("00000001").unwrap().record.number;
		strike_off(disputed);
		change(disputed, Change::Status(Status::Active));
		assert_eq!(by_number("00000001").unwrap().record.dispute, Some(DisputeReason::NameTaken));
		// Restored, it finds its name taken.
		let restored = by_number("00000002").unwrap().record.number;
		change(restored, Change::Status(Status::Active));
		assert_eq!(by_number("00000002").unwrap().record.dispute, Some(DisputeReason::NameTaken));
		// Restored, it finds its name free.
		let live = BusinessRegistry::companies_by_name(name("Acme"))[0].record.number;
		change(live, Change::Name(name("Other")));
		let restored = by_number("00000003").unwrap().record.number;
		change(restored, Change::Status(Status::Active));
		assert_eq!(Names::<Test>::get(key("ACME")), Some(NameHolder::Company(restored)));
	});
}

#[test]
fn row_should_be_refused_when_it_cannot_be_a_company() {
	build_and_execute(|| {
		let foreign_form =
			ImportedCompany { jurisdiction: "AT".parse().unwrap(), ..row("BRAVO", "00000002") };
		let no_code = ImportedCompany {
			legal_form: LegalForm::NO_CODE_YET,
			jurisdiction: "MN".parse().unwrap(),
			..row("CHARLIE", "00000004")
		};
		let source = Rows::new(vec![
			row("ACME", "00000001"),
			foreign_form,
			row("ACME AGAIN", "00000001"),
			no_code,
		]);
		let id = open(&source);
		assert_ok!(import(RECORDER, id, (0..4).map(|index| source.proven(index)).collect()));
		let leaf = |index: usize| merkle::leaf(&source.rows[index].encode());
		assert_eq!(
			BusinessRegistry::campaign_row(id, 1),
			Some(RowOutcome::Refused(RowRefusal::LegalFormNotOfJurisdiction, leaf(1)))
		);
		assert_eq!(
			BusinessRegistry::campaign_row(id, 2),
			Some(RowOutcome::Refused(RowRefusal::SourceNumberTaken, leaf(2)))
		);
		assert!(matches!(BusinessRegistry::campaign_row(id, 3), Some(RowOutcome::Accepted(_))));
		assert_ok!(seal(DECIDER, id));
		assert_eq!(crate::NextCompanySerial::<Test>::get(), 1_000_000_002);
	});
}

#[test]
fn row_should_be_refused_by_hash_when_it_cannot_be_written() {
	build_and_execute(|| {
		let leaves = vec![merkle::leaf(b"a row that nobody can read"), merkle::leaf(b"another")];
		assert_ok!(BusinessRegistry::open_campaign(
			signed(RECORDER),
			act_on(TAKE_OVER, 0),
			merkle::root(&leaves).unwrap(),
			2,
			SourceRegister::new(SOURCE).unwrap(),
			District::NATIONAL
		));
		let id = crate::LastCampaign::<Test>::get();
		let refuse = |who, index: u32, leaf: usize| {
			BusinessRegistry::refuse_row(
				signed(who),
				id,
				index,
				leaves[leaf],
				RowDefect::Unreadable,
				merkle::prove(&leaves, index).unwrap(),
			)
		};
		assert_noop!(refuse(RECORDER, 0, 1), Error::<Test>::RowNotInCampaign);
		assert_noop!(refuse(FOUNDER, 0, 0), DispatchError::Other("no mandate"));
		assert_ok!(refuse(RECORDER, 0, 0));
		assert_eq!(
			last_event(),
			Event::RowRefused {
				campaign: id,
				row: 0,
				leaf: leaves[0],
				reason: RowRefusal::Defect(RowDefect::Unreadable),
			}
		);
		assert_noop!(refuse(RECORDER, 0, 0), Error::<Test>::RowAlreadyRecorded);
		assert_ok!(refuse(RECORDER, 1, 1));
		assert_ok!(seal(DECIDER, id));
	});
}

#[test]
fn row_should_fail_when_it_is_wrong_or_recorded_already() {
	build_and_execute(|| {
		let source = Rows::new((0..5).map(|n| row(&format!("N{n}"), &format!("{n}"))).collect());
		let id = open(&source);
		let wrong_text = CampaignRow { company: row("N9", "0"), ..source.proven(0) };
		let wrong_index = CampaignRow { index: 1, ..source.proven(0) };
		let beyond = CampaignRow { index: 5, ..source.proven(0) };
		for wrong in [wrong_text, wrong_index, beyond] {
			assert_noop!(import(RECORDER, id, vec![wrong]), Error::<Test>::RowNotInCampaign);
		}
		assert_ok!(import(RECORDER, id, vec![source.proven(0)]));
		// A call with one bad row records none.
		assert_noop!(
			import(RECORDER, id, vec![source.proven(1), source.proven(0)]),
			Error::<Test>::RowAlreadyRecorded
		);
		assert_noop!(
			import(RECORDER, id, vec![source.proven(1), source.proven(1)]),
			Error::<Test>::RowAlreadyRecorded
		);
		assert_noop!(
			import(RECORDER, CampaignId(9), vec![source.proven(1)]),
			Error::<Test>::CampaignNotFound
		);
		assert_noop!(
			import(EXAMINER, id, vec![source.proven(1)]),
			DispatchError::Other("not covered by the mandate")
		);
	});
}

#[test]
fn campaign_should_be_opened_by_a_recorder_with_something_to_import() {
	build_and_execute(|| {
		let open = |who, root, rows, act| {
			BusinessRegistry::open_campaign(
				signed(who),
				act,
				root,
				rows,
				SourceRegister::new(SOURCE).unwrap(),
				District::NATIONAL,
			)
		};
		let root = H256::repeat_byte(1);
		assert_noop!(open(RECORDER, root, 0, act_on(TAKE_OVER, 0)), Error::<Test>::CampaignEmpty);
		assert_noop!(
			open(RECORDER, H256::zero(), 1, act_on(TAKE_OVER, 0)),
			Error::<Test>::CampaignEmpty
		);
		assert_noop!(open(RECORDER, root, 1, act_on(TAKE_OVER, 1)), Error::<Test>::StaleVersion);
		assert_noop!(
			open(EXAMINER, root, 1, act_on(TAKE_OVER, 0)),
			DispatchError::Other("not covered by the mandate")
		);
	});
}

#[test]
fn campaign_should_be_sealed_once_by_another_officer_when_all_rows_have_ended() {
	build_and_execute(|| {
		let source = Rows::new(vec![row("ACME", "1"), row("BRAVO", "2")]);
		let id = open(&source);
		assert_ok!(import(RECORDER, id, vec![source.proven(0)]));
		assert_noop!(seal(DECIDER, id), Error::<Test>::CampaignIncomplete);
		assert_ok!(import(JACK_OF_ALL, id, vec![source.proven(1)]));
		assert_noop!(seal(RECORDER, id), DispatchError::Other("not covered by the mandate"));
		assert_noop!(seal(JACK_OF_ALL, id), Error::<Test>::SameAccount);
		assert_noop!(seal(DECIDER, CampaignId(9)), Error::<Test>::CampaignNotFound);
		assert_noop!(
			BusinessRegistry::seal_campaign(signed(DECIDER), act_on(TAKE_OVER, 0), id),
			Error::<Test>::StaleVersion
		);
		assert_ok!(seal(DECIDER, id));
		assert_noop!(seal(DECIDER, id), Error::<Test>::CampaignSealed);
		assert_noop!(import(RECORDER, id, vec![source.proven(1)]), Error::<Test>::CampaignSealed);
	});
}

#[test]
fn company_should_have_no_effect_until_its_campaign_is_sealed() {
	use polity_primitives::{ActKind, Capacity};
	build_and_execute(|| {
		let source = Rows::new(vec![row("ACME", "1"), row("BRAVO", "2")]);
		let id = open(&source);
		assert_ok!(import(RECORDER, id, vec![source.proven(0)]));
		let number = by_number("1").unwrap().record.number;
		let may = |act, capacity| BusinessRegistry::company_may(number, act, capacity);
		let changes = [
			(EXAMINER, Change::Status(Status::Suspended), Authority::Registrar),
			(EXAMINER, Change::Lei(Some(lei("5493001KJTIIGC8Y1R12"))), Authority::Registrar),
			(EXAMINER, Change::Name(name("Other")), Authority::Registrar),
			(JUDGE, Change::Status(Status::InInsolvency), Authority::Court),
		];
		for recorded in [1, 2] {
			for capacity in [Capacity::Itself, Capacity::CourtOrder] {
				assert_eq!(may(ActKind::File, capacity), Err(StandingError::NotSealed));
			}
			for (who, changed, authority) in changes.clone() {
				assert_noop!(
					propose(who, number, changed, authority),
					Error::<Test>::CampaignNotSealed
				);
			}
			// Not even once all its rows have ended.
			if recorded == 1 {
				assert_ok!(import(RECORDER, id, vec![source.proven(1)]));
			}
		}
		// It keeps its name and is found.
		assert_eq!(Names::<Test>::get(key("ACME")), Some(NameHolder::Company(number)));
		assert_eq!(BusinessRegistry::companies_by_name(name("Acme"))[0].record.number, number);
		let other = file(FOUNDER, body(tag(FOUNDER), "Acme Ltd"));
		assert_noop!(examine(EXAMINER, other, recommend("Acme Ltd")), Error::<Test>::NameTaken);

		assert_ok!(seal(DECIDER, id));
		assert_eq!(may(ActKind::File, Capacity::Itself), Ok(()));
		let proposal =
			propose(EXAMINER, number, Change::Status(Status::Suspended), Authority::Registrar)
				.unwrap();
		// No seal is ever broken; were one, nothing that was prepared could be decided.
		let unseal = |is_sealed| {
			crate::Campaigns::<Test>::mutate_extant(id, |campaign| campaign.is_sealed = is_sealed);
		};
		unseal(false);
		assert_noop!(
			decide_change(DECIDER, proposal, Verdict::Approve),
			Error::<Test>::CampaignNotSealed
		);
		unseal(true);
		assert_ok!(decide_change(DECIDER, proposal, Verdict::Approve));
	});
}

#[test]
fn campaign_should_not_be_sealed_when_nothing_is_known_of_a_recorder() {
	build_and_execute(|| {
		let source = Rows::new(vec![row("ACME", "1")]);
		let id = open(&source);
		assert_ok!(import(RECORDER, id, vec![source.proven(0)]));
		assert_eq!(
			BusinessRegistry::campaign(id).unwrap().record.recorders.into_inner(),
			[mandate_of(RECORDER).unwrap()]
		);
		forget(RECORDER);
		assert_noop!(seal(DECIDER, id), Error::<Test>::WarrantNotFound);
	});
}

#[test]
fn campaign_should_have_few_recorders() {
	build_and_execute(|| {
		let source = Rows::new((0..5).map(|n| row(&format!("N{n}"), &format!("{n}"))).collect());
		let id = open(&source);
		for n in 0..3 {
			assert_ok!(import(MORE_RECORDERS + n, id, vec![source.proven(n as u32)]));
		}
		assert_noop!(
			import(MORE_RECORDERS + 3, id, vec![source.proven(3)]),
			Error::<Test>::TooManyRecorders
		);
		assert_ok!(import(MORE_RECORDERS, id, vec![source.proven(3)]));
	});
}

#[test]
fn import_should_free_a_lapsed_reservation_when_it_needs_the_name() {
	build_and_execute(|| {
		let reservation = reserve(FOUNDER, "Acme");
		pass_days(40);
		let source = Rows::new(vec![row("ACME LTD", "1")]);
		let id = open(&source);
		assert_ok!(import(RECORDER, id, vec![source.proven(0)]));
		assert_eq!(by_number("1").unwrap().record.dispute, None);
		assert_eq!(Reservations::<Test>::get(reservation).unwrap().state, ReservationState::Lapsed);
	});
}

#[test]
fn source_codes_should_fail_to_decode_when_they_are_malformed() {
	use codec::Decode;
	for wrong in [*b"RA00058X", *b"XX000585", *b"ra000585"] {
		assert!(SourceRegister::decode(&mut &wrong[..]).is_err());
	}
	for wrong in ["", "08-20", "ab", "08209948 "] {
		assert!(SourceNumber::decode(&mut &wrong.encode()[..]).is_err(), "{wrong}");
	}
	assert!(Missing::decode(&mut &[16u8][..]).is_err());
	for (month, day) in [(0, 1), (13, 1), (2, 30), (4, 31), (1, 0)] {
		assert!(YearDay::decode(&mut &[month, day][..]).is_err());
	}
	assert!(YearDay::new(2, 29).is_ok());
}
