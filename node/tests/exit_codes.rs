//! The binary's exit codes, each provoked as an operator would meet it.

use std::{
	fs,
	io::Read,
	net::{TcpListener, UdpSocket},
	path::{Path, PathBuf},
	process::{Child, Command, Output, Stdio},
	thread::{sleep, spawn, JoinHandle},
	time::{Duration, Instant},
};

/// How long a step may take on a loaded machine; the first start compiles the runtime.
const PATIENCE: Duration = Duration::from_secs(120);

/// A folder for one test, removed at its end.
struct Folder(PathBuf);

impl Folder {
	fn new(name: &str) -> Self {
		let path = std::env::temp_dir().join(format!("polity-node-{}-{name}", std::process::id()));
		// Left over only when a test of the same name was cut off.
		let _ = fs::remove_dir_all(&path);
		fs::create_dir_all(&path).unwrap();
		Self(path)
	}

	fn path(&self, name: &str) -> PathBuf {
		self.0.join(name)
	}
}

impl Drop for Folder {
	fn drop(&mut self) {
		let _ = fs::remove_dir_all(&self.0);
	}
}

/// A process that a test started, ended with the test.
struct Running(Child);

impl Drop for Running {
	fn drop(&mut self) {
		let _ = self.0.kill();
		let _ = self.0.wait();
	}
}

fn node<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Command {
	let mut command = Command::new(env!("CARGO_BIN_EXE_polity-node"));
	command.args(arguments).stdin(Stdio::null());
	command
}

/// Runs to the end; a node that starts although it should not is stopped, and fails the test.
fn run<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Output {
	let mut child = Running(
		node(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts"),
	);
	// Read while it runs: a pipe that is full would stop it.
	let stdout = read(child.0.stdout.take().unwrap());
	let stderr = read(child.0.stderr.take().unwrap());
	let start = Instant::now();
	let status = loop {
		if let Some(status) = child.0.try_wait().unwrap() {
			break status;
		}
		assert!(start.elapsed() < PATIENCE, "the node runs, but should not");
		sleep(Duration::from_millis(50));
	};
	Output { status, stdout: stdout.join().unwrap(), stderr: stderr.join().unwrap() }
}

/// Reads to the end, beside what else happens.
fn read(mut pipe: impl Read + Send + 'static) -> JoinHandle<Vec<u8>> {
	spawn(move || {
		let mut bytes = Vec::new();
		pipe.read_to_end(&mut bytes).unwrap();
		bytes
	})
}

fn assert_ends(output: &Output, code: i32, words: &str) {
	let message = String::from_utf8_lossy(&output.stderr);
	assert_eq!(output.status.code(), Some(code), "{message}");
	// The log is written by a thread of its own, so that the sentence is not always the last line.
	let sentences: Vec<_> = message.lines().filter(|line| line.starts_with("Error: ")).collect();
	assert!(matches!(sentences[..], [sentence] if sentence.contains(words)), "{message}");
}

/// A specification without a genesis of use: enough for all that happens before the database opens.
fn hollow_specification(folder: &Folder) -> String {
	let path = folder.path("hollow.json");
	let json = serde_json::json!({
		"name": "Hollow",
		"id": "hollow",
		"chainType": "Local",
		"bootNodes": [],
		"telemetryEndpoints": null,
		"protocolId": "hollow",
		"properties": { "ss58Format": 42 },
		"codeSubstitutes": {},
		"genesis": { "raw": { "top": {}, "childrenDefault": {} } },
	});
	fs::write(&path, json.to_string()).unwrap();
	text(&path)
}

fn text(path: &Path) -> String {
	path.to_str().unwrap().into()
}

/// The raw specification of the development chain; none when the binary has no runtime.
fn development_specification() -> Option<String> {
	let output = run(["export-chain-spec", "--chain", "development", "--raw"]);
	if output.status.code() == Some(3) {
		assert_ends(&output, 3, "without a runtime");
		eprintln!("left out: this binary was built without a runtime");
		return None;
	}
	assert!(output.status.success());
	Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn node_should_end_with_0_when_asked_for_help_or_version() {
	assert_eq!(run(["--help"]).status.code(), Some(0));
	let version = run(["--version"]);
	assert_eq!(version.status.code(), Some(0));
	assert!(String::from_utf8_lossy(&version.stdout).contains(env!("CARGO_PKG_VERSION")));
}

#[test]
fn node_should_end_with_2_when_a_flag_is_unknown_or_refused() {
	assert_eq!(run(["--no-such-flag"]).status.code(), Some(2));
	let output = run(["--chain", "local", "--telemetry-url", "wss://example.org 0"]);
	assert_ends(&output, 2, "--telemetry-url");
}

#[test]
fn node_should_end_with_3_when_the_specification_cannot_be_used() {
	let folder = Folder::new("specification");
	let broken = folder.path("broken.json");
	fs::write(&broken, "{").unwrap();
	let broken = text(&broken);
	assert_ends(&run([]), 3, "none is named");
	assert_ends(&run(["--chain", "/nowhere/spec.json"]), 3, "neither a built-in chain");
	assert_ends(&run(["--chain", &broken]), 3, "broken.json");
	assert_ends(&run(["chain-info", "--chain", &broken]), 3, "broken.json");
	assert_ends(&run(["export-chain-spec", "--chain", &broken]), 3, "broken.json");
}

#[test]
fn node_should_end_with_3_when_no_genesis_can_be_built() {
	let folder = Folder::new("hollow");
	let base = text(&folder.path("base"));
	let chain = hollow_specification(&folder);
	let output = run([
		"--chain",
		&chain,
		"--base-path",
		&base,
		"--listen-addr",
		"/ip4/127.0.0.1/tcp/0",
		"--rpc-port",
		"0",
		"--no-prometheus",
	]);
	assert_ends(&output, 3, "hollow");
}

#[test]
fn node_should_end_with_4_when_a_port_is_in_use() {
	let folder = Folder::new("ports");
	let base = text(&folder.path("base"));
	let chain = hollow_specification(&folder);
	let holder = TcpListener::bind("127.0.0.1:0").unwrap();
	let taken = holder.local_addr().unwrap().port().to_string();
	let common = ["--chain", chain.as_str(), "--base-path", base.as_str()];

	let peers = format!("/ip4/127.0.0.1/tcp/{taken}");
	let quiet = ["--rpc-port", "0", "--no-prometheus"];
	let output = run(common.into_iter().chain(quiet).chain(["--listen-addr", &peers]));
	assert_ends(&output, 4, "network address");

	let local = ["--listen-addr", "/ip4/127.0.0.1/tcp/0"];
	let output =
		run(common.into_iter().chain(local).chain(["--no-prometheus", "--rpc-port", &taken]));
	assert_ends(&output, 4, "RPC address");

	let output = run(common.into_iter().chain(local).chain([
		"--rpc-port",
		"0",
		"--prometheus-port",
		&taken,
	]));
	assert_ends(&output, 4, "metrics address");

	let udp = UdpSocket::bind("127.0.0.1:0").unwrap();
	let peers = format!("/ip4/127.0.0.1/udp/{}/webrtc-direct", udp.local_addr().unwrap().port());
	let output = run(common.into_iter().chain(quiet).chain(["--listen-addr", &peers]));
	assert_ends(&output, 4, "network address");

	assert!(!folder.path("base/chains/hollow/paritydb").exists(), "nothing is written before");
}

#[test]
fn node_should_end_with_6_when_a_key_cannot_be_read() {
	let folder = Folder::new("keys");
	let base = text(&folder.path("base"));
	let chain = hollow_specification(&folder);
	let damaged = folder.path("node-key");
	fs::write(&damaged, "not a key").unwrap();
	let damaged = text(&damaged);
	let common = [
		"--chain",
		chain.as_str(),
		"--base-path",
		base.as_str(),
		"--listen-addr",
		"/ip4/127.0.0.1/tcp/0",
		"--rpc-port",
		"0",
		"--no-prometheus",
	];

	let output = run(common.into_iter().chain(["--node-key-file", &damaged]));
	assert_ends(&output, 6, "node-key");
	let output = run(common.into_iter().chain(["--node-key", "xyz"]));
	assert_ends(&output, 6, "network key");
	let output = run(common.into_iter().chain(["--validator"]));
	assert_ends(&output, 6, "generate-node-key");
	let output = run(common.into_iter().chain(["--password-filename", "/nowhere/password"]));
	assert_ends(&output, 6, "keystore password");
}

#[test]
fn node_should_end_with_5_when_the_database_is_of_another_chain() {
	let Some(specification) = development_specification() else { return };
	let folder = Folder::new("foreign");
	let base = text(&folder.path("base"));
	let ours = folder.path("ours.json");
	fs::write(&ours, &specification).unwrap();

	// The same id, another genesis.
	let mut other: serde_json::Value = serde_json::from_str(&specification).unwrap();
	other["genesis"]["raw"]["top"]["0x0123456789"] = "0x01".into();
	let theirs = folder.path("theirs.json");
	fs::write(&theirs, other.to_string()).unwrap();

	let check = |chain: &Path| run(["revert", "0", "--chain", &text(chain), "--base-path", &base]);
	assert_eq!(check(&ours).status.code(), Some(0));
	assert_ends(&check(&theirs), 5, "another chain");
	// And it was not touched.
	assert_eq!(check(&ours).status.code(), Some(0));
}

#[test]
fn node_should_end_with_7_when_the_database_is_in_use() {
	let Some(specification) = development_specification() else { return };
	let folder = Folder::new("in-use");
	let base = text(&folder.path("base"));
	let chain = folder.path("chain.json");
	fs::write(&chain, &specification).unwrap();
	let chain = text(&chain);
	let arguments = [
		"--chain",
		&chain,
		"--base-path",
		&base,
		"--listen-addr",
		"/ip4/127.0.0.1/tcp/0",
		"--rpc-port",
		"0",
		"--no-prometheus",
	];
	let running =
		Running(node(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap());
	let lock = folder.path("base/chains/polity_development/paritydb/full/lock");
	let start = Instant::now();
	while !lock.exists() {
		assert!(start.elapsed() < PATIENCE, "the first node makes its database");
		sleep(Duration::from_millis(100));
	}
	assert_ends(&run(arguments), 7, "the database cannot be opened");
	drop(running);
}
