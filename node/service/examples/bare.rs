fn main() -> std::process::ExitCode {
	let runtime = std::env::var("SCRATCH_RUNTIME").ok().map(|p| &*std::fs::read(p).unwrap().leak());
	polity_service::run(polity_service::Distribution { runtime, version: "0.1.0-scratch" })
}
