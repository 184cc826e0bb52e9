mod companies;
mod keys;
mod properties;
mod reference;
mod tables;
mod vectors;

use crate::{characters::ALLOWED, key, name_key};

/// Every character of the allowed table.
fn allowed_characters() -> impl Iterator<Item = char> {
	ALLOWED.iter().flat_map(|(first, last, _)| *first..=*last)
}

/// A text folded by the tables of the crate.
fn folded(text: &str) -> String {
	key::fold(text).into_iter().collect()
}

/// The key of a name that must have one.
fn key_of(name: &str) -> String {
	match name_key(name) {
		Ok(key) => key.as_str().to_string(),
		Err(error) => panic!("{name:?}: {error}"),
	}
}
