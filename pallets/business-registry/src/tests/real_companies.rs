//! The import of real companies, where the file with them is at hand.

use super::*;
use std::path::Path;

/// The fields of one line of comma-separated values.
fn fields(line: &str) -> Vec<String> {
	let (mut fields, mut quoted) = (vec![String::new()], false);
	let mut characters = line.chars().peekable();
	while let Some(character) = characters.next() {
		match character {
			'"' if quoted && characters.peek() == Some(&'"') => {
				characters.next();
				fields.last_mut().unwrap().push('"');
			},
			'"' => quoted = !quoted,
			',' if !quoted => fields.push(String::new()),
			other => fields.last_mut().unwrap().push(other),
		}
	}
	fields
}

fn legal_form(category: &str) -> LegalForm {
	let code = match category {
		"Private Limited Company" => "H0PO",
		"Public Limited Company" => "B6ES",
		"Private Unlimited Company" => "57V7",
		"Limited Partnership" => "ID30",
		"Limited Liability Partnership" => "Z0EY",
		"Community Interest Company" => "17R0",
		"Industrial and Provident Society" => "FVGZ",
		"Other company type" => "NAUO",
		other if other.starts_with("PRI/LTD BY GUAR/NSC") => "G12F",
		other if other.starts_with("PRI/LBG/NSC") => "TYJK",
		other => panic!("no legal form for {other}"),
	};
	code.parse().unwrap()
}

fn source_status(text: &str) -> SourceStatus {
	match text {
		"Active" => SourceStatus::Active,
		"Active - Proposal to Strike off" => SourceStatus::ActiveProposalToStrikeOff,
		"Liquidation" => SourceStatus::Liquidation,
		"In Administration" => SourceStatus::Administration,
		"Voluntary Arrangement" => SourceStatus::VoluntaryArrangement,
		other => panic!("no status for {other}"),
	}
}

#[test]
fn real_companies_should_all_be_found_by_number_and_by_name() {
	let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/companies-uk.csv");
	let Ok(text) = std::fs::read_to_string(path) else {
		eprintln!("skipped: ../shared/data/companies-uk.csv is not here");
		return;
	};
	build_and_execute(|| {
		let lines: Vec<_> = text.lines().skip(1).map(fields).collect();
		let rows = import::Rows::new(
			lines
				.iter()
				.map(|line| ImportedCompany {
					legal_form: legal_form(&line[8]),
					status: source_status(&line[9]),
					activities: line[10..14]
						.iter()
						.filter_map(|text| text.get(..5)?.parse().ok())
						.collect::<Vec<_>>()
						.try_into()
						.unwrap(),
					..import::row(&line[0], &line[1])
				})
				.collect(),
		);
		let id = import::open(&rows);
		for index in 0..rows.count() {
			assert_ok!(import::import(RECORDER, id, vec![rows.proven(index)]));
		}
		for line in &lines {
			let number = SourceNumber::new(line[1].clone().into_bytes().try_into().unwrap());
			let register = SourceRegister::new(import::SOURCE).unwrap();
			let company =
				BusinessRegistry::company_by_source(register, number.unwrap()).unwrap().record;
			assert_eq!(company.name.as_str(), line[0]);
			assert!(BusinessRegistry::companies_by_name(name(&line[0]))
				.iter()
				.any(|found| found.record == company));
			if let Some(reason) = company.dispute {
				eprintln!("{} {}: {reason:?}", line[1], line[0]);
			}
		}
		let campaign = BusinessRegistry::campaign(id).unwrap().record;
		assert_eq!(campaign.accepted + campaign.disputed, 500);
		assert_eq!(campaign.refused, 0);
		eprintln!("{} accepted, {} disputed", campaign.accepted, campaign.disputed);
	});
}
