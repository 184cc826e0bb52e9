//! How the program ends: every cause that an operator can act on has an exit code of its own and
//! one sentence that says what to do. `node/README.md` repeats the table.

use std::{error::Error as StdError, fmt, io, path::PathBuf, process::ExitCode};

use polity_primitives::Hash;

/// The exit codes. They are part of the node's interface (service units and scripts test them):
/// a code keeps its meaning for ever, and a new cause gets a new one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[repr(u8)]
pub enum Exit {
	/// The command is done, or the node was asked to stop (SIGINT, SIGTERM) and did.
	Success = 0,
	/// Any failure without a code of its own; also a panic, and a task of the node that ended.
	Failure = 1,
	/// A flag or an argument that does not exist, does not parse, or that Polity refuses.
	Usage = 2,
	/// The chain specification is missing, unreadable, or no genesis can be built from it.
	ChainSpecification = 3,
	/// A port of the node (network, RPC, metrics) cannot be opened, mostly because it is in use.
	PortUnavailable = 4,
	/// The database holds a chain with another genesis than the specification's.
	ForeignDatabase = 5,
	/// A key (network key, session keys, keystore password) is missing, unreadable or of no use.
	UnreadableKey = 6,
	/// The database cannot be opened: in use by another node, damaged, or made with other pruning.
	DatabaseUnusable = 7,
}

impl From<Exit> for ExitCode {
	fn from(exit: Exit) -> Self {
		Self::from(exit as u8)
	}
}

/// What the node listens on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Listener {
	/// Other nodes.
	Network,
	/// Clients: JSON-RPC over HTTP and WebSocket.
	Rpc,
	/// Prometheus.
	Metrics,
}

impl Listener {
	/// The flag that chooses another port.
	pub fn flag(self) -> &'static str {
		match self {
			Self::Network => "--port",
			Self::Rpc => "--rpc-port",
			Self::Metrics => "--prometheus-port",
		}
	}
}

impl fmt::Display for Listener {
	fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
		formatter.write_str(match self {
			Self::Network => "network",
			Self::Rpc => "RPC",
			Self::Metrics => "metrics",
		})
	}
}

/// Why the program ends without having done what it was asked. The text of each is one sentence.
#[derive(Debug)]
pub enum NodeError {
	/// See [`Exit::Usage`].
	Usage {
		/// What is refused and what to write instead, as a whole sentence.
		reason: String,
	},
	/// See [`Exit::ChainSpecification`].
	ChainSpecification {
		/// What stood after `--chain`.
		chain: String,
		/// What is wrong with it.
		reason: String,
	},
	/// See [`Exit::PortUnavailable`].
	PortUnavailable {
		/// What the port is for.
		listener: Listener,
		/// The address that cannot be opened.
		address: String,
		/// What the operating system says.
		reason: String,
	},
	/// See [`Exit::ForeignDatabase`].
	ForeignDatabase {
		/// The chain that was asked for.
		chain: String,
		/// Where the database is.
		path: PathBuf,
		/// The genesis hash in the database.
		stored: Hash,
		/// The genesis hash that follows from the specification.
		expected: Hash,
	},
	/// See [`Exit::UnreadableKey`].
	UnreadableKey {
		/// Which key.
		key: String,
		/// What is wrong with it and what to do.
		reason: String,
	},
	/// See [`Exit::DatabaseUnusable`].
	DatabaseUnusable {
		/// What the database says.
		reason: String,
	},
	/// See [`Exit::Failure`].
	Failure {
		/// What happened.
		reason: String,
	},
}

impl NodeError {
	/// The exit code of this error.
	pub fn exit(&self) -> Exit {
		match self {
			Self::Usage { .. } => Exit::Usage,
			Self::ChainSpecification { .. } => Exit::ChainSpecification,
			Self::PortUnavailable { .. } => Exit::PortUnavailable,
			Self::ForeignDatabase { .. } => Exit::ForeignDatabase,
			Self::UnreadableKey { .. } => Exit::UnreadableKey,
			Self::DatabaseUnusable { .. } => Exit::DatabaseUnusable,
			Self::Failure { .. } => Exit::Failure,
		}
	}

	/// An error of a chain specification.
	pub fn chain_specification(chain: impl fmt::Display, reason: impl fmt::Display) -> Self {
		Self::ChainSpecification { chain: chain.to_string(), reason: one_line(reason) }
	}

	/// An error of a key.
	pub fn unreadable_key(key: impl fmt::Display, reason: impl fmt::Display) -> Self {
		Self::UnreadableKey { key: one_line(key), reason: one_line(reason) }
	}

	/// A failure without a code of its own.
	pub fn failure(reason: impl fmt::Display) -> Self {
		Self::Failure { reason: one_line(reason) }
	}

	/// A boxed error of the SDK, which may be one of ours that travelled through it.
	fn from_boxed(error: Box<dyn StdError + Send + Sync>) -> Self {
		match error.downcast::<Self>() {
			Ok(ours) => *ours,
			Err(other) => match other.downcast::<io::Error>() {
				Ok(io) => Self::from_io(&io),
				Err(other) => Self::failure(other),
			},
		}
	}

	/// The SDK opens the RPC port and, on failure, passes on the bare error of the operating system.
	fn from_io(error: &io::Error) -> Self {
		match error.kind() {
			io::ErrorKind::AddrInUse => Self::PortUnavailable {
				listener: Listener::Rpc,
				address: "that was chosen".into(),
				reason: one_line(error),
			},
			_ => Self::failure(error),
		}
	}
}

impl fmt::Display for NodeError {
	fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Usage { reason } | Self::Failure { reason } => formatter.write_str(reason),
			Self::ChainSpecification { chain, reason } => {
				write!(formatter, "the chain specification {chain:?} cannot be used: {reason}")
			},
			Self::PortUnavailable { listener, address, reason } => write!(
				formatter,
				"the {listener} address {address} cannot be opened ({reason}): stop what holds it, \
				 or choose another port with {}",
				listener.flag(),
			),
			Self::ForeignDatabase { chain, path, stored, expected } => write!(
				formatter,
				"the database in {} belongs to another chain (its genesis is {stored:?}, that of \
				 {chain:?} is {expected:?}): choose another --base-path, give the specification that \
				 the database was made with, or remove the database with purge-chain",
				path.display(),
			),
			Self::UnreadableKey { key, reason } => {
				write!(formatter, "the {key} cannot be used: {reason}")
			},
			Self::DatabaseUnusable { reason } => {
				write!(formatter, "the database cannot be opened: {reason}")
			},
		}
	}
}

impl StdError for NodeError {}

/// A text without line ends: the messages of the SDK have some, and service logs cut there.
fn one_line(text: impl fmt::Display) -> String {
	text.to_string().split_whitespace().collect::<Vec<_>>().join(" ")
}

impl From<sp_blockchain::Error> for NodeError {
	fn from(error: sp_blockchain::Error) -> Self {
		use sp_blockchain::Error;
		match error {
			Error::Backend(reason) | Error::StateDatabase(reason) => {
				Self::DatabaseUnusable { reason: one_line(reason) }
			},
			Error::DatabaseError(reason) => Self::DatabaseUnusable { reason: one_line(reason) },
			Error::Application(error) => Self::from_boxed(error),
			other => Self::failure(other),
		}
	}
}

impl From<sc_service::Error> for NodeError {
	fn from(error: sc_service::Error) -> Self {
		use sc_service::Error;
		match error {
			Error::Keystore(reason) => Self::unreadable_key("keystore", reason),
			Error::Client(error) => error.into(),
			Error::Application(error) => Self::from_boxed(error),
			Error::Io(error) => Self::from_io(&error),
			other => Self::failure(other),
		}
	}
}

impl From<sc_cli::Error> for NodeError {
	fn from(error: sc_cli::Error) -> Self {
		use sc_cli::Error;
		match error {
			Error::Service(error) => error.into(),
			Error::Client(error) => error.into(),
			Error::Application(error) => Self::from_boxed(error),
			Error::Cli(error) => Self::Usage { reason: one_line(error) },
			Error::Input(reason) => Self::Usage { reason: one_line(reason) },
			Error::InvalidListenMultiaddress | Error::KeyTypeInvalid => {
				Self::Usage { reason: one_line(error) }
			},
			Error::NetworkKeyNotFound(path) => Self::unreadable_key(
				format!("network key {}", path.display()),
				"it does not exist, and an authority does not make one up: create it with `key \
				 generate-node-key --file`, or name another with --node-key-file",
			),
			Error::KeyStorage(reason) => Self::unreadable_key("keystore", reason),
			Error::KeystoreOperation => {
				Self::unreadable_key("keystore", "the key could not be written to it")
			},
			Error::InvalidUri(_) | Error::KeyFormatInvalid => Self::unreadable_key("key", error),
			other => Self::failure(other),
		}
	}
}

impl From<NodeError> for sc_cli::Error {
	fn from(error: NodeError) -> Self {
		let boxed: Box<dyn StdError + Send + Sync> = Box::new(error);
		boxed.into()
	}
}

impl From<NodeError> for sc_service::Error {
	fn from(error: NodeError) -> Self {
		let boxed: Box<dyn StdError + Send + Sync> = Box::new(error);
		boxed.into()
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn examples() -> Vec<(NodeError, u8)> {
		vec![
			(NodeError::failure("two\nlines"), 1),
			(NodeError::Usage { reason: "no".into() }, 2),
			(NodeError::chain_specification("local", "line\n\t\tends"), 3),
			(
				NodeError::PortUnavailable {
					listener: Listener::Rpc,
					address: "127.0.0.1:9944".into(),
					reason: "in use".into(),
				},
				4,
			),
			(
				NodeError::ForeignDatabase {
					chain: "local".into(),
					path: "/tmp/db".into(),
					stored: Hash::repeat_byte(1),
					expected: Hash::repeat_byte(2),
				},
				5,
			),
			(NodeError::unreadable_key("network key", "not 32 bytes"), 6),
			(NodeError::DatabaseUnusable { reason: "locked".into() }, 7),
		]
	}

	#[test]
	fn exit_code_should_be_the_documented_one_for_each_error() {
		for (error, code) in examples() {
			assert_eq!(error.exit() as u8, code, "{error}");
		}
	}

	#[test]
	fn message_should_be_one_line_for_each_error() {
		for (error, _) in examples() {
			let message = error.to_string();
			assert!(!message.is_empty() && !message.contains(['\n', '\t']), "{message:?}");
		}
	}

	#[test]
	fn readme_should_list_every_code() {
		let readme = include_str!("../../README.md");
		for code in 0..=Exit::DatabaseUnusable as u8 {
			assert!(
				readme.contains(&format!("| {code} |")),
				"exit code {code} is not in README.md"
			);
		}
	}

	#[test]
	fn error_should_keep_its_code_when_it_travels_through_the_sdk() {
		let through_cli: sc_cli::Error = NodeError::chain_specification("x", "y").into();
		assert_eq!(NodeError::from(through_cli).exit(), Exit::ChainSpecification);

		let through_service: sc_service::Error = NodeError::unreadable_key("x", "y").into();
		assert_eq!(NodeError::from(through_service).exit(), Exit::UnreadableKey);

		let through_both: sc_service::Error = NodeError::unreadable_key("x", "y").into();
		assert_eq!(NodeError::from(sc_cli::Error::from(through_both)).exit(), Exit::UnreadableKey);
	}

	#[test]
	fn error_of_the_sdk_should_map_to_the_code_of_its_cause() {
		let cases: Vec<(sc_cli::Error, Exit)> = vec![
			(sc_cli::Error::Input("bad flag".into()), Exit::Usage),
			(sc_cli::Error::NetworkKeyNotFound("/nowhere".into()), Exit::UnreadableKey),
			(sc_cli::Error::KeystoreOperation, Exit::UnreadableKey),
			(
				sc_cli::Error::Service(sc_service::Error::Keystore(
					sc_keystore::Error::InvalidPhrase,
				)),
				Exit::UnreadableKey,
			),
			(
				sc_cli::Error::Service(sc_service::Error::Client(sp_blockchain::Error::Backend(
					"locked".into(),
				))),
				Exit::DatabaseUnusable,
			),
			(
				sc_cli::Error::Service(sc_service::Error::Application(Box::new(io::Error::from(
					io::ErrorKind::AddrInUse,
				)))),
				Exit::PortUnavailable,
			),
			(sc_cli::Error::Service(sc_service::Error::Other("?".into())), Exit::Failure),
		];
		for (error, exit) in cases {
			let described = error.to_string();
			assert_eq!(NodeError::from(error).exit(), exit, "{described}");
		}
	}
}
