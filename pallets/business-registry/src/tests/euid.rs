//! The EUID of companies.

use super::*;
use crate::resolutions::conversion_matter;
use polity_primitives::traits::{Companies as _, MissingPart};

/// Lets the law name the register, and the one that it continues.
fn name_register(identifier: &str, continued: Option<&str>) {
	law::set(RegistryLaw {
		register_identifier: Some(identifier.parse().unwrap()),
		continued_register: continued
			.map(|code| SourceRegister::new(code.as_bytes().try_into().unwrap()).unwrap()),
		..RegistryLaw::DEFAULT
	});
}

fn euid(number: CompanyNumber) -> Option<String> {
	BusinessRegistry::euid(number).map(|text| String::from_utf8(text.into_inner()).unwrap())
}

/// Imports companies with these numbers.
fn imported(numbers: &[&str]) -> Vec<CompanyNumber> {
	let rows = numbers.iter().map(|number| import::row(&format!("IMPORTED {number}"), number));
	let source = import::Rows::new(rows.collect());
	let id = import::open(&source);
	let proven = (0..source.count()).map(|index| source.proven(index)).collect();
	assert_ok!(import::import(RECORDER, id, proven));
	(0..source.count())
		.map(|row| match BusinessRegistry::campaign_row(id, row) {
			Some(RowOutcome::Accepted(number)) => number,
			outcome => panic!("not a company but {outcome:?}"),
		})
		.collect()
}

#[test]
fn company_should_have_an_euid_once_the_law_names_the_register() {
	build_and_execute(|| {
		let number = found(FOUNDER, "Acme");
		assert_eq!(euid(number), None);
		name_register("PLKRS", None);
		assert_eq!(euid(number), Some(format!("PLKRS.{number}")));
		let unknown = CompanyNumber::from_serial(2_000_000_000).unwrap();
		assert_eq!(euid(unknown), None);
		// It is that of the law, also of a company that has ended.
		strike_off(number);
		name_register("ELGEMI", None);
		assert_eq!(euid(number), Some(format!("ELGEMI.{number}")));
		law::set(RegistryLaw::DEFAULT);
		assert_eq!(euid(number), None);
	});
}

#[test]
fn imported_company_should_keep_the_number_by_which_it_is_known() {
	build_and_execute(|| {
		name_register("DKCVR", Some("RA000585"));
		// The last one could be the number of a company here.
		let mistakable = CompanyNumber::from_serial(5_000_000_000).unwrap().to_string();
		let numbers = imported(&["11845118", "077700527000", &mistakable]);
		// One officer alone has made them.
		assert_eq!(euid(numbers[0]), None);
		assert_ok!(import::seal(DECIDER, crate::LastCampaign::<Test>::get()));
		assert_eq!(euid(numbers[0]).as_deref(), Some("DKCVR.11845118"));
		assert_eq!(euid(numbers[1]).as_deref(), Some("DKCVR.077700527000"));
		assert_eq!(euid(numbers[2]), Some(format!("DKCVR.{}", numbers[2])));
		let founded = found(FOUNDER, "Acme");
		assert_eq!(euid(founded), Some(format!("DKCVR.{founded}")));

		// The register continues another one, or none.
		for continued in [None, Some("RA000484")] {
			name_register("PLKRS", continued);
			for number in &numbers {
				assert_eq!(euid(*number), Some(format!("PLKRS.{number}")));
			}
		}
	});
}

#[test]
fn converted_company_should_have_its_own_number() {
	build_and_execute(|| {
		name_register("PLKRS", Some("RA000585"));
		let number = imported(&["0000012345"])[0];
		assert_ok!(import::seal(DECIDER, crate::LastCampaign::<Test>::get()));
		change(number, adopt::dates((1999, 12, 31)));
		for part in [MissingPart::Directors, MissingPart::Capital, MissingPart::Owners] {
			let act = act_on(ADOPTION, company_version(number));
			let mandate = mandate_of(DECIDER).unwrap();
			assert_ok!(BusinessRegistry::adopted(number, part, &act, mandate));
		}
		let legal_form = "B6ES".parse().unwrap();
		resolve(number, conversion_matter(number, legal_form));
		change(number, Change::Convert { legal_form });
		let Status::ConvertedTo(next) = status(number) else { panic!("it was converted") };
		assert_eq!(euid(number).as_deref(), Some("PLKRS.0000012345"));
		assert_eq!(euid(next), Some(format!("PLKRS.{next}")));
	});
}
