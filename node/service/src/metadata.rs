//! The metadata of the runtime in this binary, without a node that runs.

use std::{fs, io::Write};

use codec::{Decode, Encode};
use sc_executor::WasmExecutor;
use sp_core::{
	traits::{CallContext, CodeExecutor, RuntimeCode, WrappedRuntimeCode},
	OpaqueMetadata,
};
use sp_io::{SubstrateHostFunctions, TestExternalities};
use sp_runtime::traits::{BlakeTwo256, Hash as _};

use crate::{cli::ExportMetadataCommand, distribution, exit::NodeError};

/// Writes the metadata to the file or to the standard output.
///
/// # Errors
/// [`NodeError::Failure`] when the binary has no runtime, when the runtime has no metadata of that
/// version, and when it cannot be written.
pub(crate) fn export(command: &ExportMetadataCommand) -> Result<(), NodeError> {
	let runtime = distribution().runtime.ok_or_else(|| {
		NodeError::failure("this binary was built without a runtime (SKIP_WASM_BUILD)")
	})?;
	let metadata = of_version(runtime, command.metadata_version)?.ok_or_else(|| {
		NodeError::failure(format!("the runtime has no metadata V{}", command.metadata_version))
	})?;
	match &command.output {
		Some(path) => fs::write(path, &*metadata)
			.map_err(|error| NodeError::failure(format!("{}: {error}", path.display()))),
		None => std::io::stdout().write_all(&metadata).map_err(NodeError::failure),
	}
}

/// Asks the runtime for its metadata, on an empty state: it does not depend on one.
fn of_version(runtime: &[u8], version: u32) -> Result<Option<OpaqueMetadata>, NodeError> {
	let fetcher = WrappedRuntimeCode(runtime.into());
	let code = RuntimeCode {
		code_fetcher: &fetcher,
		heap_pages: None,
		hash: BlakeTwo256::hash(runtime).encode(),
	};
	let mut state = TestExternalities::default();
	let (answer, _) = WasmExecutor::<SubstrateHostFunctions>::builder().build().call(
		&mut state.ext(),
		&code,
		"Metadata_metadata_at_version",
		&version.encode(),
		CallContext::Offchain,
	);
	Decode::decode(&mut answer.map_err(NodeError::failure)?.as_slice()).map_err(NodeError::failure)
}
