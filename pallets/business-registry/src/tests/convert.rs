//! A conversion: the company goes on in another legal form, under another number.

use super::*;
use crate::{
	resolutions::conversion_matter, types::CompanyChange, CompanyEntries, Leis, Namesakes,
};

const LEI: &str = "5493001KJTIIGC8Y1R12";

fn public() -> LegalForm {
	"B6ES".parse().unwrap()
}

fn propose_conversion(
	number: CompanyNumber,
	legal_form: LegalForm,
) -> Result<ProposalId, DispatchError> {
	propose(EXAMINER, number, Change::Convert { legal_form }, Authority::Registrar)
}

#[test]
fn company_should_go_on_in_its_next_form_with_all_that_it_has() {
	build_and_execute(|| {
		let from = found(FOUNDER, "Acme");
		change(from, Change::Lei(Some(lei(LEI))));
		change(from, Change::StrikeOffNotice);
		let (before, board) = (company(from), board_of(from));
		resolve(from, conversion_matter(from, public()));
		let id = propose_conversion(from, public()).unwrap();
		assert_ok!(decide_change(DECIDER, id, Verdict::Approve));

		let number = CompanyNumber::from_serial(1_000_000_001).unwrap();
		assert_eq!(status(from), Status::ConvertedTo(number));
		let after = company(number);
		assert_eq!((after.status, after.legal_form), (Status::Active, public()));
		assert_eq!(
			(&after.name, after.lei, after.incorporated_on, after.strike_off_notice),
			(&before.name, before.lei, before.incorporated_on, None)
		);
		assert_eq!((board_of(from), board_of(number)), (None, board));
		assert_eq!(successions(), [(from, number)]);
		assert_eq!(Names::<Test>::get(key("Acme")), Some(NameHolder::Company(number)));
		assert!(Namesakes::<Test>::contains_key(key("Acme"), from));
		assert_eq!(Leis::<Test>::get(lei(LEI)), Some(number));
		assert!(matches!(
			CompanyEntries::<Test>::get(number, 1).unwrap().body,
			CompanyChange::ConvertedFrom { from: before, .. } if before == from
		));
		System::assert_has_event(
			Event::CompanyConverted {
				company: number,
				from,
				legal_form: public(),
				prepared_under: mandate_of(EXAMINER).unwrap(),
				mandate: mandate_of(DECIDER).unwrap(),
				version: 1,
				head: CompanyHeads::<Test>::get(number).unwrap().hash,
			}
			.into(),
		);
	});
}

#[test]
fn conversion_should_be_refused_when_it_is_not_lawful() {
	build_and_execute(|| {
		let number = found(FOUNDER, "Acme");
		assert_noop!(propose_conversion(number, public()), Error::<Test>::ConversionNotResolved);
		resolve(number, conversion_matter(number, public()));
		assert_noop!(propose_conversion(number, limited()), Error::<Test>::NothingChanges);
		// A form of another country, and one that nobody can found.
		let foreign: LegalForm = "AXSB".parse().unwrap();
		assert_noop!(
			propose_conversion(number, foreign),
			Error::<Test>::LegalFormNotOfJurisdiction
		);
		let unknown: LegalForm = "8888".parse().unwrap();
		assert_noop!(propose_conversion(number, unknown), Error::<Test>::LegalFormNotAllowed);
		assert_noop!(
			propose(JUDGE, number, Change::Convert { legal_form: public() }, Authority::Court),
			Error::<Test>::NotByThisAuthority
		);
		let id = propose_conversion(number, public()).unwrap();
		lapse(number, conversion_matter(number, public()));
		assert_noop!(
			decide_change(DECIDER, id, Verdict::Approve),
			Error::<Test>::ConversionNotResolved
		);
		change(number, Change::Status(Status::Suspended));
		assert_noop!(propose_conversion(number, public()), Error::<Test>::CompanyNotActive);
	});
}

#[test]
fn conversion_should_be_undone_when_board_or_estate_do_not_pass() {
	build_and_execute(|| {
		let number = found(FOUNDER, "Acme");
		resolve(number, conversion_matter(number, public()));
		let id = propose_conversion(number, public()).unwrap();
		keep_estates();
		assert_noop!(
			decide_change(DECIDER, id, Verdict::Approve),
			DispatchError::Other("the estate stays")
		);
		keep_boards();
		assert_noop!(
			decide_change(DECIDER, id, Verdict::Approve),
			DispatchError::Other("the board stays")
		);
		assert_eq!(status(number), Status::Active);
		assert!(board_of(number).is_some());
	});
}
