//! The states that a network begins with: `development`, `local` and `production`.

mod local;
pub mod production;
pub mod well_known;

use alloc::{string::ToString, vec::Vec};
use sp_genesis_builder::PresetId;

/// One authority whose keys everybody knows.
pub const DEVELOPMENT: &str = "development";
/// Four ministries whose keys everybody knows.
pub const LOCAL: &str = "local";
/// The ministries of `production.toml`.
pub const PRODUCTION: &str = "production";

/// The preset of this name as JSON, or none. `production` is there only in a runtime that was built
/// with a `production.toml` that passes every check of [`production`].
pub fn get_preset(id: &PresetId) -> Option<Vec<u8>> {
	let state = match id.as_str() {
		DEVELOPMENT => local::development(),
		LOCAL => local::local(),
		PRODUCTION => production::preset(production::CONFIGURATION).ok()?,
		_ => return None,
	};
	Some(state.to_string().into_bytes())
}

/// The names of the presets that this runtime has.
pub fn preset_names() -> Vec<PresetId> {
	let mut names = Vec::from([PresetId::from(DEVELOPMENT), PresetId::from(LOCAL)]);
	if production::preset(production::CONFIGURATION).is_ok() {
		names.push(PresetId::from(PRODUCTION));
	}
	names
}
