//! The node of a Polity network as a library.
//!
//! It knows the chain's types and the runtime APIs that it calls ([`runtime_api`]), but not the
//! runtime: that is WebAssembly, which the binary hands over as bytes in a [`Distribution`]. A
//! change in the runtime therefore compiles the runtime and links the binary, and nothing else.
//!
//! The order of reading: [`cli`] says which flags there are and what their defaults are, `command`
//! chooses what to do, [`chain_spec`] says which chain, [`service`] puts the node together,
//! [`constants`] holds every figure of consensus with its reason, [`vote_guard`] keeps an authority
//! from voting twice, [`metrics`] says what Prometheus sees, [`exit`] says how the program ends.

#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

pub mod chain_spec;
pub mod cli;
mod command;
pub mod constants;
pub mod exit;
pub mod genesis;
pub mod keys;
mod metadata;
pub mod metrics;
pub mod ports;
pub mod rpc;
pub mod runtime_api;
pub mod service;
pub mod vote_guard;

use std::{process::ExitCode, sync::OnceLock};

use sp_core::crypto::{set_default_ss58_version, Ss58AddressFormat};

use crate::exit::Exit;

/// What the binary brings to the library.
#[derive(Clone, Copy, Debug)]
pub struct Distribution {
	/// The runtime as WebAssembly, compressed or not. None when the binary was built without it:
	/// such a binary runs chains from a specification file, but has no built-in ones.
	pub runtime: Option<&'static [u8]>,
	/// The version that `--version`, the logs and the network show.
	pub version: &'static str,
}

/// Set once by [`run`]: the SDK asks for the version through functions that take no argument.
static DISTRIBUTION: OnceLock<Distribution> = OnceLock::new();

/// The distribution that runs, or one without a runtime where none was given (tests).
pub(crate) fn distribution() -> Distribution {
	DISTRIBUTION
		.get()
		.copied()
		.unwrap_or(Distribution { runtime: None, version: env!("CARGO_PKG_VERSION") })
}

/// The whole program: reads the command line, does what it says, and returns the exit code that
/// [`Exit`] documents. Everything that goes wrong is said in one sentence on the standard error.
pub fn run(distribution: Distribution) -> ExitCode {
	// A second call in one process would keep the first distribution; there is none.
	let _ = DISTRIBUTION.set(distribution);
	set_default_ss58_version(Ss58AddressFormat::custom(polity_primitives::SS58_PREFIX));

	let exit = match cli::Cli::from_arguments(std::env::args_os()) {
		Ok(cli) => match command::execute(cli) {
			Ok(()) => Exit::Success,
			Err(error) => {
				eprintln!("Error: {error}");
				error.exit()
			},
		},
		// Help and the version come as "errors" too, and go to the standard output.
		Err(error) => {
			let exit = if error.use_stderr() { Exit::Usage } else { Exit::Success };
			// Nothing is left to do when even the terminal cannot be written to.
			let _ = error.print();
			exit
		},
	};
	exit.into()
}
