//! The vectors that an implementation in another language is tested with too.

use super::key_of;
use crate::{name_key, NameError, TABLES_VERSION};
use serde_json::Value;

fn error_name(error: NameError) -> String {
	match error {
		NameError::DisallowedCharacter(character) => {
			format!("DisallowedCharacter U+{:04X}", u32::from(character))
		},
		other => format!("{other:?}"),
	}
}

#[test]
fn vectors_should_have_the_keys_that_they_name() {
	let vectors: Value =
		serde_json::from_str(include_str!("../../vectors/name-keys.json")).unwrap();
	assert_eq!(vectors["tablesVersion"], TABLES_VERSION);
	let keys = vectors["keys"].as_array().unwrap();
	assert!(keys.len() > 50);
	for row in keys {
		assert_eq!(key_of(row["name"].as_str().unwrap()), row["key"].as_str().unwrap(), "{row}");
	}
}

#[test]
fn vectors_should_be_refused_as_they_say() {
	let vectors: Value =
		serde_json::from_str(include_str!("../../vectors/name-keys.json")).unwrap();
	for row in vectors["refused"].as_array().unwrap() {
		let error = name_key(row["name"].as_str().unwrap()).expect_err("is refused");
		assert_eq!(error_name(error), row["error"].as_str().unwrap(), "{row}");
	}
}
