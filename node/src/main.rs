//! The node's binary: joins the service library with the runtime.

#![deny(missing_docs)]

use std::process::ExitCode;

fn main() -> ExitCode {
	polity_service::run(polity_service::Distribution {
		runtime: polity_runtime::WASM_BINARY,
		version: env!("SUBSTRATE_CLI_IMPL_VERSION"),
	})
}
