//! `production`: the ministries of `runtime/production.toml`, checked.

use alloc::{string::String, vec::Vec};
use core::fmt;
use frame_support::build_struct_json_patch;
use pallet_mandates::GenesisCompetence;
use polity_primitives::{
	traits::{AbsenceRule, NewMinistry},
	AccountId, CompetenceKind, District, MinistryId, Register, Signatory, Tag,
};
use serde::Deserialize;
use serde_json::Value;
use sp_core::{ed25519, sr25519};
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};

use super::well_known;
use crate::{
	IdentityConfig, MandatesConfig, MinistriesConfig, RuntimeGenesisConfig, SessionConfig,
	SessionKeys,
};

/// `production.toml` as JSON, which `scripts/production-genesis` writes beside it.
pub const CONFIGURATION: &str = include_str!("../../production.json");

/// The least number of authorities that a production network is founded with.
pub const MINIMUM_AUTHORITIES: usize = 7;
/// The least number of authorities that it may ever have.
pub const FLOOR: u32 = 5;
/// When a node is stood down: half of its slots left empty in each session of an hour. The council can
/// set another rule.
pub const ABSENCE_RULE: AbsenceRule = AbsenceRule { missed_percent: 50, sessions: 6 };
/// The least number of keys of a seat.
pub const MINIMUM_SEAT_KEYS: usize = 2;

/// A ministry of the configuration.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ministry {
	name: String,
	threshold: u16,
	node: String,
	aura: String,
	grandpa: String,
	seat: Vec<Key>,
}

/// A key of a seat.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Key {
	account: String,
	person: String,
}

/// A competence of the configuration.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Competence {
	register: Register,
	kind: CompetenceKind,
	ministry: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Configuration {
	ministries: Vec<Ministry>,
	competences: Vec<Competence>,
}

/// Why a configuration founds no network.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum ConfigurationError {
	/// It cannot be read.
	Unreadable(String),
	/// It has fewer than [`MINIMUM_AUTHORITIES`] ministries.
	TooFewAuthorities(usize),
	/// The seat of this ministry has fewer than [`MINIMUM_SEAT_KEYS`] keys, or a threshold under
	/// two or above the number of its keys.
	WeakSeat(String),
	/// This is not 32 bytes in hexadecimal with `0x` before them.
	NotAKey(String),
	/// Everybody can sign with this key.
	WellKnownKey(String),
	/// This key stands in two places.
	RepeatedKey(String),
	/// This name is empty, too long, or stands there twice.
	WrongName(String),
	/// A competence names a ministry that is not there.
	UnknownMinistry(String),
}

impl fmt::Display for ConfigurationError {
	fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Unreadable(why) => write!(formatter, "production.toml cannot be read: {why}"),
			Self::TooFewAuthorities(found) => write!(
				formatter,
				"a production network has at least {MINIMUM_AUTHORITIES} authorities, not {found}"
			),
			Self::WeakSeat(name) => {
				write!(formatter, "the seat of {name} needs two keys and a threshold of two")
			},
			Self::NotAKey(text) => write!(formatter, "{text} is not 32 bytes of hexadecimal"),
			Self::WellKnownKey(key) => write!(formatter, "everybody can sign with {key}"),
			Self::RepeatedKey(key) => write!(formatter, "{key} stands in two places"),
			Self::WrongName(name) => write!(formatter, "\"{name}\" is no name for a ministry here"),
			Self::UnknownMinistry(name) => write!(formatter, "there is no ministry {name}"),
		}
	}
}

fn key(text: &str) -> Result<[u8; 32], ConfigurationError> {
	let wrong = || ConfigurationError::NotAKey(text.into());
	let digits = text.strip_prefix("0x").ok_or_else(wrong)?;
	let bytes = hex::decode(digits).map_err(|_| wrong())?;
	bytes.try_into().map_err(|_| wrong())
}

fn is_well_known(key: &[u8; 32]) -> bool {
	well_known::ALL.iter().any(|known| known.public == *key)
		|| Sr25519Keyring::iter().any(|known| known.to_raw_public() == *key)
		|| Ed25519Keyring::iter().any(|known| known.to_raw_public() == *key)
}

/// The genesis state of a configuration.
///
/// # Errors
/// The first [`ConfigurationError`] that is found.
pub fn preset(json: &str) -> Result<Value, ConfigurationError> {
	let configuration: Configuration = serde_json::from_str(json)
		.map_err(|error| ConfigurationError::Unreadable(alloc::format!("{error}")))?;
	let count = configuration.ministries.len();
	if count < MINIMUM_AUTHORITIES {
		return Err(ConfigurationError::TooFewAuthorities(count));
	}

	let mut used = Vec::<[u8; 32]>::new();
	let mut take = |text: &str| {
		let key = key(text)?;
		if is_well_known(&key) {
			return Err(ConfigurationError::WellKnownKey(text.into()));
		}
		if used.contains(&key) {
			return Err(ConfigurationError::RepeatedKey(text.into()));
		}
		used.push(key);
		Ok(key)
	};

	let mut persons = Vec::<(Register, Tag, Option<AccountId>)>::new();
	let mut ministries = Vec::<NewMinistry<AccountId>>::new();
	let mut keys = Vec::new();
	for ministry in &configuration.ministries {
		let seat_keys = ministry.seat.len();
		if seat_keys < MINIMUM_SEAT_KEYS
			|| ministry.threshold < 2
			|| usize::from(ministry.threshold) > seat_keys
		{
			return Err(ConfigurationError::WeakSeat(ministry.name.clone()));
		}
		let mut seat = Vec::new();
		for holder in &ministry.seat {
			let account = AccountId::new(take(&holder.account)?);
			let person = Tag::new(take(&holder.person)?)
				.map_err(|_| ConfigurationError::NotAKey(holder.person.clone()))?;
			persons.push((Register::PublicOffice, person, None));
			seat.push(Signatory { account, person });
		}
		let node = AccountId::new(take(&ministry.node)?);
		let aura = sr25519::Public::from_raw(take(&ministry.aura)?);
		let grandpa = ed25519::Public::from_raw(take(&ministry.grandpa)?);
		let session = SessionKeys { aura: aura.into(), grandpa: grandpa.into() };
		keys.push((node.clone(), node.clone(), session));

		let wrong_name = || ConfigurationError::WrongName(ministry.name.clone());
		let name = ministry.name.as_bytes().to_vec().try_into().map_err(|_| wrong_name())?;
		if ministry.name.is_empty() || ministries.iter().any(|other| other.name == name) {
			return Err(wrong_name());
		}
		ministries.push(NewMinistry {
			name,
			seat: seat
				.try_into()
				.map_err(|_| ConfigurationError::WeakSeat(ministry.name.clone()))?,
			threshold: ministry.threshold,
			node: Some(node),
		});
	}

	let competences = configuration
		.competences
		.iter()
		.map(|competence| {
			let unknown = || ConfigurationError::UnknownMinistry(competence.ministry.clone());
			let position = configuration
				.ministries
				.iter()
				.position(|ministry| ministry.name == competence.ministry)
				.ok_or_else(unknown)?;
			let id = u16::try_from(position.saturating_add(1)).map_err(|_| unknown())?;
			Ok(GenesisCompetence {
				register: competence.register,
				district: District::NATIONAL,
				kind: competence.kind,
				ministry: MinistryId(id),
			})
		})
		.collect::<Result<Vec<_>, ConfigurationError>>()?;

	Ok(build_struct_json_patch!(RuntimeGenesisConfig {
		identity: IdentityConfig { persons },
		ministries: MinistriesConfig {
			ministries,
			floor: FLOOR,
			minimum_seat_keys: u32::try_from(MINIMUM_SEAT_KEYS).unwrap_or(u32::MAX),
			absence_rule: Some(ABSENCE_RULE),
		},
		mandates: MandatesConfig { competences, mandates: Vec::new() },
		session: SessionConfig { keys },
	}))
}
