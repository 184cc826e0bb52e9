//! Builds the runtime with its benchmarks to WebAssembly: that alone is measured, so the native
//! library is not compiled with them.

use std::{env, path::PathBuf};
use substrate_wasm_builder::WasmBuilder;

fn main() {
	let here = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap_or_default());
	let Some(root) = here.ancestors().nth(2) else { panic!("this crate stands in scripts/") };
	match WasmBuilder::new().with_project(root.join("runtime/Cargo.toml")) {
		Ok(builder) => {
			builder.import_memory().export_heap_base().enable_feature("runtime-benchmarks").build()
		},
		Err(error) => panic!("the runtime is not where it was: {error}"),
	}
}
