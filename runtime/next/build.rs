//! Builds `polity-runtime` with its features `next-version` and `short-sessions` to WebAssembly,
//! beside the runtime itself and not over it: `release/next/wbuild/polity-runtime/` of the target
//! folder.

use std::{
	env, fs, io,
	path::{Path, PathBuf},
};
use substrate_wasm_builder::WasmBuilder;

fn main() -> io::Result<()> {
	let out_dir = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
	let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
	// OUT_DIR is <target>/release/build/<crate>/out.
	let (Some(release), Some(runtime)) = (out_dir.ancestors().nth(3), here.parent()) else {
		return Err(io::Error::other("cargo's folders are not where they were"));
	};
	let next = release.join("next");
	let project = Path::new("wbuild/polity-runtime/target");
	// What the two have in common was compiled for the other one, if that was built first.
	if next.join(project).exists() {
		fs::remove_dir_all(next.join(project))?;
	}
	if release.join(project).exists() {
		link_all(&release.join(project), &next.join(project))?;
	}

	// The wasm builder finds the folder for its projects by OUT_DIR, and names a project after the
	// package: the one of the runtime itself must not be overwritten.
	let out_dir = next.join("build/next-runtime/out");
	fs::create_dir_all(&out_dir)?;
	env::set_var("OUT_DIR", out_dir);
	// It would take the profile's name from that folder too.
	env::set_var("WASM_BUILD_TYPE", "release");
	let builder =
		WasmBuilder::new().with_project(runtime.join("Cargo.toml")).map_err(io::Error::other)?;
	builder
		.import_memory()
		.export_heap_base()
		.enable_feature("next-version")
		.enable_feature("short-sessions")
		.build();
	Ok(())
}

/// A folder's files under another name, without their bytes a second time.
fn link_all(from: &Path, to: &Path) -> io::Result<()> {
	fs::create_dir_all(to)?;
	for entry in fs::read_dir(from)? {
		let entry = entry?;
		let target = to.join(entry.file_name());
		if entry.file_type()?.is_dir() {
			link_all(&entry.path(), &target)?;
		} else {
			fs::hard_link(entry.path(), target)?;
		}
	}
	Ok(())
}
