//! Whether the node's keys can be read, asked at the start.
//!
//! The SDK reads session keys when it first signs, and logs what goes wrong: an authority with an
//! unreadable key or a wrong password looks healthy and leaves its slots empty.

use sc_keystore::{Keystore, LocalKeystore};
use sc_network::config::{NodeKeyConfig, Secret};
use sp_application_crypto::AppPair;
use sp_core::crypto::ByteArray;

use crate::exit::NodeError;

/// Reads the network key. The SDK's rule holds that a full node without one makes one up and keeps
/// it.
///
/// # Errors
/// [`NodeError::UnreadableKey`].
pub fn check_network_key(config: &NodeKeyConfig) -> Result<(), NodeError> {
	config.clone().into_keypair().map(drop).map_err(|error| {
		let NodeKeyConfig::Ed25519(secret) = config;
		match secret {
			Secret::File(path) => NodeError::unreadable_key(
				format!("network key {}", path.display()),
				format!(
					"{error} (it must hold 32 bytes, or 64 hexadecimal digits and no line end)"
				),
			),
			Secret::Input(_) | Secret::New => NodeError::unreadable_key("network key", error),
		}
	})
}

/// Reads every session key in the keystore of an authority. An authority without keys is not an
/// error: it makes them when they are rotated.
///
/// # Errors
/// [`NodeError::UnreadableKey`] for the first key whose file cannot be read, or that the keystore's
/// password does not open.
pub fn check_session_keys(keystore: &LocalKeystore) -> Result<(), NodeError> {
	let aura = check_keys::<sp_consensus_aura::sr25519::AuthorityPair>(keystore, "Aura")?;
	let grandpa = check_keys::<sp_consensus_grandpa::AuthorityPair>(keystore, "GRANDPA")?;
	if aura == 0 || grandpa == 0 {
		log::warn!(
			"This authority has {aura} Aura and {grandpa} GRANDPA keys in its keystore: it can take \
			 part only after keys are inserted or rotated and set for its ministry's node"
		);
	}
	Ok(())
}

/// Reads all keys of one kind and counts them.
fn check_keys<Pair: AppPair>(keystore: &LocalKeystore, kind: &str) -> Result<usize, NodeError> {
	let keys =
		keystore.keys(Pair::ID).map_err(|error| NodeError::unreadable_key("keystore", error))?;
	for key in &keys {
		let named = || format!("{kind} key 0x{}", hex(key));
		let public = <Pair as sp_application_crypto::AppCrypto>::Public::from_slice(key)
			.map_err(|()| NodeError::unreadable_key(named(), "its file name is no public key"))?;
		keystore
			.key_pair::<Pair>(&public)
			.map_err(|error| NodeError::unreadable_key(named(), error))?;
	}
	Ok(keys.len())
}

/// Hexadecimal digits, as the keystore's file names have them.
fn hex(bytes: &[u8]) -> String {
	bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
	use std::{fs, path::PathBuf};

	use sp_core::{
		crypto::{key_types, SecretString},
		sr25519, Pair as _,
	};

	use super::*;
	use crate::exit::Exit;

	fn folder(name: &str) -> PathBuf {
		let folder =
			std::env::temp_dir().join(format!("polity-keys-{}-{name}", std::process::id()));
		// Left over only when a test of the same name was cut off.
		let _ = fs::remove_dir_all(&folder);
		fs::create_dir_all(&folder).unwrap();
		folder
	}

	fn password(text: &str) -> Option<SecretString> {
		Some(SecretString::new(text.into()))
	}

	fn with_aura_key(folder: &PathBuf, secret: &str, password_text: Option<&str>) {
		let keystore =
			LocalKeystore::open(folder, password_text.and_then(|text| password(text))).unwrap();
		let public = sr25519::Pair::from_string(secret, password_text).unwrap().public();
		keystore.insert(key_types::AURA, secret, &public.0).unwrap();
	}

	#[test]
	fn network_key_should_be_refused_when_the_file_is_no_key() {
		let path = folder("network").join("key");
		fs::write(&path, "not a key").unwrap();
		let error =
			check_network_key(&NodeKeyConfig::Ed25519(Secret::File(path.clone()))).unwrap_err();
		assert_eq!(error.exit(), Exit::UnreadableKey);
		assert!(error.to_string().contains(path.to_str().unwrap()), "{error}");
	}

	#[test]
	fn network_key_should_be_read_when_hexadecimal() {
		let path = folder("network-hex").join("key");
		fs::write(&path, "01".repeat(32)).unwrap();
		assert!(check_network_key(&NodeKeyConfig::Ed25519(Secret::File(path))).is_ok());
	}

	#[test]
	fn session_keys_should_be_read_when_the_password_fits() {
		let folder = folder("fits");
		let phrase = "//Alice";
		with_aura_key(&folder, phrase, None);
		let keystore = LocalKeystore::open(&folder, None).unwrap();
		assert!(check_session_keys(&keystore).is_ok());
	}

	#[test]
	fn session_keys_should_be_refused_when_the_password_is_wrong() {
		let folder = folder("password");
		let (_, phrase, _) = sr25519::Pair::generate_with_phrase(Some("right"));
		with_aura_key(&folder, &phrase, Some("right"));
		let right = LocalKeystore::open(&folder, password("right")).unwrap();
		assert!(check_session_keys(&right).is_ok());
		let wrong = LocalKeystore::open(&folder, password("wrong")).unwrap();
		let error = check_session_keys(&wrong).unwrap_err();
		assert_eq!(error.exit(), Exit::UnreadableKey);
		assert!(!error.to_string().contains(&phrase), "a message must not hold a secret");
	}

	#[test]
	fn session_keys_should_be_refused_when_a_file_is_damaged() {
		let folder = folder("damaged");
		with_aura_key(&folder, "//Alice", None);
		for entry in fs::read_dir(&folder).unwrap() {
			fs::write(entry.unwrap().path(), "{").unwrap();
		}
		let keystore = LocalKeystore::open(&folder, None).unwrap();
		assert_eq!(check_session_keys(&keystore).unwrap_err().exit(), Exit::UnreadableKey);
	}

	#[test]
	fn session_keys_should_be_refused_when_a_name_is_no_key() {
		let folder = folder("name");
		fs::write(folder.join(format!("{}00", hex(b"aura"))), "\"//Alice\"").unwrap();
		let keystore = LocalKeystore::open(&folder, None).unwrap();
		assert_eq!(check_session_keys(&keystore).unwrap_err().exit(), Exit::UnreadableKey);
	}

	#[test]
	fn session_keys_should_not_be_demanded_when_there_are_none() {
		let keystore = LocalKeystore::open(folder("none"), None).unwrap();
		assert!(check_session_keys(&keystore).is_ok());
	}
}
