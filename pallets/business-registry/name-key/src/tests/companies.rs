//! The names of five hundred real companies, where they are at hand.

use crate::{name_key, NameKey};
use std::{collections::BTreeMap, env, path::PathBuf};

/// The folder of real records: `POLITY_SHARED_DATA`, or `../shared/data` beside the repository.
fn records() -> Option<PathBuf> {
	let folder = match env::var_os("POLITY_SHARED_DATA") {
		Some(folder) => PathBuf::from(folder),
		None => PathBuf::from(env!("CARGO_MANIFEST_DIR"))
			.ancestors()
			.find(|folder| folder.join("Cargo.lock").is_file())?
			.join("../shared/data"),
	};
	let file = folder.join("companies-uk.csv");
	file.is_file().then_some(file)
}

/// The first field of a line of comma-separated values (RFC 4180).
fn first_field(line: &str) -> String {
	match line.strip_prefix('"') {
		// A quote inside a quoted field is doubled: the field ends at the first that is not.
		Some(quoted) => {
			let hidden = quoted.replace("\"\"", "\u{0}");
			hidden.split('"').next().unwrap().replace('\u{0}', "\"")
		},
		None => line.split(',').next().unwrap().to_string(),
	}
}

#[test]
fn real_names_should_all_be_valid_and_each_have_a_key_of_its_own() {
	let Some(file) = records() else {
		println!("skipped: no companies-uk.csv (set POLITY_SHARED_DATA to its folder)");
		return;
	};
	let mut names_by_key: BTreeMap<NameKey, Vec<String>> = BTreeMap::new();
	let mut read = 0;
	for line in std::fs::read_to_string(file).unwrap().lines().skip(1) {
		let name = first_field(line);
		let key = name_key(&name).unwrap_or_else(|error| panic!("{name:?}: {error}"));
		names_by_key.entry(key).or_default().push(name.to_string());
		read += 1;
	}
	let shared: Vec<_> = names_by_key.iter().filter(|(_, names)| names.len() > 1).collect();
	for (key, names) in &shared {
		println!("one key, {key}: {names:?}");
	}
	println!("{read} names, {} keys, {} of them shared", names_by_key.len(), shared.len());
	assert!(read > 0);
}
