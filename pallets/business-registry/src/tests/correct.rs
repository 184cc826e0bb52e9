//! `propose_change` and `decide_change` as corrections: what they name, and how far they look back.

use super::*;
use polity_primitives::{time::CalendarDate, DocumentCommitment, HashAlgorithm};

const LEI: &str = "5493001KJTIIGC8Y1R12";
const OTHER_LEI: &str = "549300MLUDYVRQOOXS22";

/// A correction of what an officer has written wrongly.
pub(super) fn clerical(version: u32) -> Correction {
	Correction { version, reason: CorrectionReason::ClericalError }
}

/// An act that corrects an entry, with effect from some days ago.
fn correcting(number: CompanyNumber, days_back: i32) -> Act {
	let act = act_on(CORRECTION, company_version(number));
	let effective_from = act.effective_from.checked_sub_days(days_back).unwrap();
	Act { effective_from, ..act }
}

pub(super) fn propose_correction(
	number: CompanyNumber,
	change: Change,
	corrects: Option<u32>,
	days_back: i32,
) -> Result<ProposalId, DispatchError> {
	BusinessRegistry::propose_change(
		signed(EXAMINER),
		correcting(number, days_back),
		number,
		change,
		Authority::Registrar,
		corrects.map(clerical),
	)?;
	Ok(LastProposal::<Test>::get())
}

/// Corrects an entry with effect from some days ago.
pub(super) fn correct(number: CompanyNumber, change: Change, corrects: u32, days_back: i32) {
	let id = propose_correction(number, change, Some(corrects), days_back).unwrap();
	assert_ok!(decide_change(DECIDER, id, Verdict::Approve));
}

/// A company whose identifier was recorded ten days ago, as its second entry.
fn with_wrong_identifier() -> CompanyNumber {
	let number = found(FOUNDER, "Acme");
	pass_days(5);
	change(number, Change::Lei(Some(lei(LEI))));
	pass_days(10);
	number
}

fn right_identifier() -> Change {
	Change::Lei(Some(lei(OTHER_LEI)))
}

#[test]
fn correction_should_name_its_entry_and_look_back_as_far_as_that() {
	build_and_execute(|| {
		let number = with_wrong_identifier();
		let id = propose_correction(number, right_identifier(), Some(2), 10).unwrap();
		assert!(matches!(
			last_event(),
			Event::ChangeProposed { proposal, corrects, .. }
				if proposal == id && corrects == Some(clerical(2))
		));
		assert_ok!(decide_change(DECIDER, id, Verdict::Approve));
		assert!(matches!(
			System::events().iter().rev().nth(1).unwrap().event,
			RuntimeEvent::BusinessRegistry(Event::CompanyLeiChanged {
				corrects: Some(Correction { version: 2, reason: CorrectionReason::ClericalError }),
				version: 3,
				..
			})
		));
		// The old version stays, and the new one says what it corrects and from when it has effect.
		let entries = BusinessRegistry::company_history(number, 2, 2);
		assert_eq!(entries[0].effective_from, entries[1].effective_from);
		assert_eq!(entries[1].body.prepared().unwrap().0, Some(clerical(2)));
		assert_ne!(entries[0].recorded_at, entries[1].recorded_at);
		assert_eq!(Companies::<Test>::get(number).unwrap().lei, Some(lei(OTHER_LEI)));
		// A correction can be corrected in its turn, as far back as it looked itself.
		correct(number, Change::Lei(None), 3, 10);
	});
}

#[test]
fn correction_should_fail_when_it_does_not_name_what_it_corrects() {
	build_and_execute(|| {
		let number = with_wrong_identifier();
		let correction = |corrects, days_back| {
			propose_correction(number, right_identifier(), corrects, days_back)
		};
		assert_noop!(correction(None, 0), Error::<Test>::CorrectionNamesNothing);
		assert_noop!(correction(None, 10), Error::<Test>::CorrectionNamesNothing);
		for unknown in [0, 3, u32::MAX] {
			assert_noop!(correction(Some(unknown), 0), Error::<Test>::CorrectedEntryNotFound);
		}
		// An entry about the identifier says nothing of status or name; the first one says all.
		for other in [Change::Status(Status::Suspended), Change::Name(name("Bravo"))] {
			assert_noop!(
				propose_correction(number, other.clone(), Some(2), 0),
				Error::<Test>::CorrectsAnotherMatter
			);
			assert_ok!(propose_correction(number, other, Some(1), 15));
		}
	});
}

#[test]
fn correction_should_fail_when_it_takes_effect_before_the_entry() {
	build_and_execute(|| {
		let number = with_wrong_identifier();
		for (corrects, days_back) in [(2, 11), (1, 16), (2, 10_000)] {
			assert_noop!(
				propose_correction(number, right_identifier(), Some(corrects), days_back),
				Error::<Test>::CorrectionBeforeEntry
			);
		}
		assert_ok!(propose_correction(number, right_identifier(), Some(1), 15));
	});
}

#[test]
fn change_should_not_name_an_entry_when_it_is_no_correction() {
	build_and_execute(|| {
		let number = with_wrong_identifier();
		let propose = |who, act, authority, change| {
			BusinessRegistry::propose_change(
				signed(who),
				act,
				number,
				change,
				authority,
				Some(clerical(2)),
			)
		};
		let (registrar, court) = (Authority::Registrar, Authority::Court);
		let ordinary = act_on(CHANGE_OF_PARTICULARS, 2);
		assert_noop!(
			propose(EXAMINER, ordinary.clone(), registrar, right_identifier()),
			Error::<Test>::NotACorrection
		);
		assert_noop!(
			propose(EXAMINER, backdated(ordinary), registrar, right_identifier()),
			Error::<Test>::Backdated
		);
		let insolvent = Change::Status(Status::InInsolvency);
		assert_noop!(
			propose(JUDGE, act_on(COURT_ORDER, 2), court, insolvent.clone()),
			Error::<Test>::NotACorrection
		);
		// A court orders, and corrects nothing.
		assert_noop!(
			propose(JUDGE, correcting(number, 10), court, insolvent),
			Error::<Test>::LegalBasisDoesNotFit
		);
	});
}

#[test]
fn correction_should_not_be_decided_from_another_day_or_on_another_basis() {
	build_and_execute(|| {
		let number = with_wrong_identifier();
		let id = propose_correction(number, right_identifier(), Some(2), 7).unwrap();
		let decide = |act| decide_change_on(DECIDER, act, id, Verdict::Approve);
		for days_back in [0, 6, 8, 10, 20] {
			assert_noop!(decide(correcting(number, days_back)), Error::<Test>::DiffersFromPrepared);
		}
		assert_noop!(decide(act_on(CHANGE_OF_PARTICULARS, 2)), Error::<Test>::DiffersFromPrepared);
		assert_noop!(decide(backdated(act_on(CHANGE_OF_PARTICULARS, 2))), Error::<Test>::Backdated);
		// It is rejected on the same terms.
		let reject = |act| decide_change_on(DECIDER, act, id, Verdict::Reject);
		assert_noop!(reject(correcting(number, 6)), Error::<Test>::DiffersFromPrepared);
		assert_ok!(reject(correcting(number, 7)));
		assert_eq!(company_version(number), 2);

		// One that is dated ahead waits for its day.
		let ahead = Act {
			effective_from: CalendarDate::from_ymd(2026, 12, 10).unwrap(),
			..correcting(number, 0)
		};
		let corrects = Some(clerical(2));
		assert_ok!(BusinessRegistry::propose_change(
			signed(EXAMINER),
			ahead,
			number,
			right_identifier(),
			Authority::Registrar,
			corrects
		));
		let id = LastProposal::<Test>::get();
		assert_noop!(
			decide_change(DECIDER, id, Verdict::Approve),
			Error::<Test>::EffectiveInFuture
		);
		pass_days(3);
		assert_ok!(decide_change(DECIDER, id, Verdict::Approve));
	});
}

#[test]
fn correction_should_obey_what_every_change_does() {
	build_and_execute(|| {
		let number = with_wrong_identifier();
		let correction = |change| propose_correction(number, change, Some(1), 0);
		assert_noop!(correction(Change::Lei(Some(lei(LEI)))), Error::<Test>::NothingChanges);
		assert_noop!(
			correction(Change::Status(Status::Dissolved)),
			Error::<Test>::TransitionNotAllowed
		);
		found(OTHER_FOUNDER, "Bravo");
		assert_noop!(correction(Change::Name(name("BRAVO LTD"))), Error::<Test>::NameTaken);
		// Maker and checker are two people here too.
		let id = correction(right_identifier()).unwrap();
		assert_noop!(
			decide_change(EXAMINER_AGAIN, id, Verdict::Approve),
			Error::<Test>::SamePerson
		);
	});
}

#[test]
fn correction_should_cite_the_order_when_a_court_has_ordered_it() {
	build_and_execute(|| {
		let number = with_wrong_identifier();
		let with = |documents, reason| {
			let act = Act { documents, ..correcting(number, 0) };
			BusinessRegistry::propose_change(
				signed(EXAMINER),
				act,
				number,
				right_identifier(),
				Authority::Registrar,
				Some(Correction { version: 2, reason }),
			)
		};
		let order = DocumentCommitment {
			algorithm: HashAlgorithm::Sha2_256,
			digest: Commitment::new([9; 32]).unwrap(),
		};
		let none = || Default::default();
		assert_noop!(with(none(), CorrectionReason::CourtOrder), Error::<Test>::CourtOrderMissing);
		for reason in [CorrectionReason::WrongDocument, CorrectionReason::WrongSource] {
			assert_ok!(with(none(), reason));
		}
		assert_ok!(with(vec![order].try_into().unwrap(), CorrectionReason::CourtOrder));
		let id = LastProposal::<Test>::get();
		assert_ok!(decide_change(DECIDER, id, Verdict::Approve));
		let entry = BusinessRegistry::company_history(number, 3, 1).remove(0);
		let (corrects, _) = entry.body.prepared().unwrap();
		assert_eq!(corrects.unwrap().reason, CorrectionReason::CourtOrder);
	});
}
