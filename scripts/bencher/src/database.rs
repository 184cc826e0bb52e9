//! The cost of a read and of a write of the state on ParityDB.
//!
//! A state of synthetic records is built in a database as a node keeps it, block by block, each
//! block final when it is imported. Then blocks that overwrite random records are imported and
//! timed: the new state root, the commit, the pruning of old states, and what the database still
//! has to write at the end. Then, in the reopened database, random records are read one by one.
//! Reads go through the trie without a cache of ours; the pages are warm, because every record was
//! read once before.

use clap::Parser;
use frame_benchmarking_cli::{BasePath, OpaqueBlock};
use sc_client_api::{
	backend::TrieCacheContext, Backend as _, BlockImportOperation as _, NewBlockState, StateBackend,
};
use sc_client_db::{Backend, BlocksPruning, DatabaseSettings, DatabaseSource, PruningMode};
use sp_core::H256;
use sp_runtime::{
	traits::{BlakeTwo256, Block as BlockT, Hash as _, Header as HeaderT},
	StateVersion, Storage,
};

use std::{
	fmt::Write as _,
	fs,
	path::{Path, PathBuf},
	time::{Duration, Instant},
};

type Header = <OpaqueBlock as BlockT>::Header;
type State = <Backend<OpaqueBlock> as sc_client_api::Backend<OpaqueBlock>>::State;

/// Final states that a node keeps; the SDK's own default.
const KEPT_STATES: u32 = 256;
/// Blocks that a backend may lag behind in its canonical state; the SDK's own default.
const CANONICAL_DELAY: u64 = 4096;
/// Length of the prefix that pallet and map put before a key.
const MAP_PREFIX: &[u8; 32] = b"polity measured records, 32 byte";
/// The smallest measured record, in bytes.
const SMALLEST_RECORD: u32 = 16;

/// What is measured, on how large a state.
#[derive(Debug, Parser)]
pub struct DatabaseCommand {
	/// Records in the state before the measurement. A read costs more the deeper the trie is.
	#[arg(long, value_name = "COUNT", default_value_t = 1_000_000)]
	records: u32,

	/// Length of the longest record in bytes; lengths are spread evenly up to it.
	#[arg(long, value_name = "BYTES", default_value_t = 400)]
	longest_record: u32,

	/// Measured blocks. The first ones fill the window of kept states and are counted too.
	#[arg(long, value_name = "COUNT", default_value_t = 600)]
	blocks: u32,

	/// Records that a measured block overwrites.
	#[arg(long, value_name = "COUNT", default_value_t = 500)]
	writes: u32,

	/// Measured reads.
	#[arg(long, value_name = "COUNT", default_value_t = 200_000)]
	reads: u32,

	/// Factor on the averages: what other work on the same machine costs.
	#[arg(long, value_name = "FACTOR", default_value_t = 1.0)]
	contention: f64,

	/// File with the first lines of the written file.
	#[arg(long, value_name = "FILE")]
	header: Option<PathBuf>,

	/// The file to write.
	#[arg(long, value_name = "FILE")]
	output: PathBuf,
}

impl DatabaseCommand {
	/// Measures and writes the file.
	pub fn run(&self) -> sc_cli::Result<()> {
		if self.records == 0 || self.writes == 0 || self.blocks == 0 || self.reads == 0 {
			return Err("Nothing to measure: each count must be at least one".into());
		}
		if self.longest_record < SMALLEST_RECORD {
			return Err(format!("Records have at least {SMALLEST_RECORD} bytes").into());
		}
		let base_path = BasePath::new_temp_dir()?;
		let path = base_path.path().join("paritydb");

		let mut chain = Chain::create(&path)?;
		self.fill(&mut chain)?;
		let writes = self.measure_writes(&mut chain)?;
		let (head, closing) = chain.close();
		let rest = per_item(closing, self.writes.saturating_mul(self.blocks));
		println!("{rest} ns a write were left to the database's own threads");
		let writes =
			Statistics::new(writes.iter().map(|write| write.saturating_add(rest)).collect());

		let chain = Chain::open(&path, head)?;
		let reads = self.measure_reads(&chain)?;

		println!("read:  {reads}");
		println!("write: {writes}");
		self.write_file(&reads, &writes)
	}

	/// Puts the records into the state, many in a block.
	fn fill(&self, chain: &mut Chain) -> sc_cli::Result<()> {
		println!("building a state of {} records", self.records);
		let all: Vec<u32> = (0..self.records).collect();
		for part in all.chunks(10_000) {
			let changes = part.iter().map(|record| self.change(*record, 0)).collect::<Vec<_>>();
			chain.import(&changes)?;
		}
		Ok(())
	}

	/// The nanoseconds of one write in each block.
	fn measure_writes(&self, chain: &mut Chain) -> sc_cli::Result<Vec<u64>> {
		println!("importing {} blocks of {} writes", self.blocks, self.writes);
		let mut samples = Vec::new();
		for block in 1..=self.blocks {
			let changes = (0..self.writes)
				.map(|write| self.change(self.pick(block, write), block))
				.collect::<Vec<_>>();
			let begin = Instant::now();
			chain.import(&changes)?;
			samples.push(per_item(begin.elapsed(), self.writes));
		}
		Ok(samples)
	}

	/// The nanoseconds of each read.
	fn measure_reads(&self, chain: &Chain) -> sc_cli::Result<Statistics> {
		println!("reading {} records, once to warm up", self.records);
		let state = chain.state()?;
		for record in 0..self.records {
			read(&state, &key(record))?;
		}
		println!("measuring {} reads", self.reads);
		let mut samples = Vec::new();
		for count in 0..self.reads {
			let key = key(self.pick(u32::MAX, count));
			let begin = Instant::now();
			read(&state, &key)?;
			samples.push(nanoseconds(begin.elapsed()));
		}
		Ok(Statistics::new(samples))
	}

	/// A record's new value at a round: the same on every run.
	fn change(&self, record: u32, round: u32) -> (Vec<u8>, Vec<u8>) {
		let spread = self.longest_record.saturating_sub(SMALLEST_RECORD).saturating_add(1);
		let length = SMALLEST_RECORD + number(b"length", record, 0) % spread;
		let mut value = Vec::new();
		while value.len() < length as usize {
			value.extend_from_slice(&hash(b"value", record, round ^ ((value.len() as u32) << 16)));
		}
		value.truncate(length as usize);
		(key(record), value)
	}

	fn pick(&self, round: u32, count: u32) -> u32 {
		number(b"pick", round, count) % self.records
	}

	fn write_file(&self, reads: &Statistics, writes: &Statistics) -> sc_cli::Result<()> {
		let mut text = String::new();
		if let Some(header) = &self.header {
			text.push_str(&fs::read_to_string(header)?);
		}
		let cases = [("read", reads), ("write", writes)];
		let _ = write!(
			text,
			"//! Weights of the database.\n//!\n\
			 //! Measured on ParityDB with {} records of {SMALLEST_RECORD} to {} bytes in the state, \
			 warm pages, no\n//! trie cache, blocks of {} writes. Each is the average times {} for \
			 contention.\n\n\
			 use frame_support::{{parameter_types, weights::RuntimeDbWeight}};\n\n\
			 parameter_types! {{\n\
			 \t/// Picoseconds of a read and of a write of one storage item.\n\t///\n",
			self.records, self.longest_record, self.writes, self.contention,
		);
		for (name, statistics) in cases {
			let _ = writeln!(text, "\t/// {name}, nanoseconds: {statistics}");
		}
		text.push_str("\tpub const ParityDbWeight: RuntimeDbWeight = RuntimeDbWeight {\n");
		for (name, statistics) in cases {
			let _ = writeln!(text, "\t\t{name}: {},", grouped(statistics.weight(self.contention)));
		}
		text.push_str("\t};\n}\n");
		fs::write(&self.output, text)?;
		println!("written to {}", self.output.display());
		Ok(())
	}
}

/// A chain of blocks that change the state and do nothing else.
struct Chain {
	backend: Backend<OpaqueBlock>,
	head: Header,
}

impl Chain {
	fn create(path: &Path) -> sc_cli::Result<Self> {
		let backend = open(path)?;
		let mut operation = backend.begin_operation()?;
		let root = operation.set_genesis_state(Storage::default(), true, StateVersion::V1)?;
		let head = header(0, root, H256::zero());
		operation.set_block_data(
			head.clone(),
			Some(vec![]),
			None,
			None,
			NewBlockState::Final,
			true,
		)?;
		backend.commit_operation(operation)?;
		Ok(Self { backend, head })
	}

	fn open(path: &Path, head: Header) -> sc_cli::Result<Self> {
		Ok(Self { backend: open(path)?, head })
	}

	fn state(&self) -> sc_cli::Result<State> {
		Ok(self.backend.state_at(self.head.hash(), TrieCacheContext::Untrusted)?)
	}

	/// What a node does with a block that it has executed.
	fn import(&mut self, changes: &[(Vec<u8>, Vec<u8>)]) -> sc_cli::Result<()> {
		let parent = self.head.hash();
		let (root, transaction) = self.state()?.storage_root(
			changes.iter().map(|(key, value)| (key.as_slice(), Some(value.as_slice()))),
			StateVersion::V1,
		);
		let head = header(self.head.number().saturating_add(1), root, parent);
		let mut operation = self.backend.begin_operation()?;
		self.backend.begin_state_operation(&mut operation, parent)?;
		operation.set_block_data(
			head.clone(),
			Some(vec![]),
			None,
			None,
			NewBlockState::Final,
			true,
		)?;
		operation.update_db_storage(transaction)?;
		self.backend.commit_operation(operation)?;
		self.head = head;
		Ok(())
	}

	/// Closes the database and says how long its own threads still wrote.
	fn close(self) -> (Header, Duration) {
		let begin = Instant::now();
		drop(self.backend);
		(self.head, begin.elapsed())
	}
}

fn open(path: &Path) -> sc_cli::Result<Backend<OpaqueBlock>> {
	let settings = DatabaseSettings {
		trie_cache_maximum_size: None,
		state_pruning: Some(PruningMode::blocks_pruning(KEPT_STATES)),
		source: DatabaseSource::ParityDb { path: path.into() },
		blocks_pruning: BlocksPruning::KeepFinalized,
		pruning_filters: Vec::new(),
		metrics_registry: None,
	};
	Ok(Backend::new(settings, CANONICAL_DELAY)?)
}

fn header(number: u32, state_root: H256, parent: H256) -> Header {
	Header::new(number, H256::zero(), state_root, parent, Default::default())
}

fn read(state: &State, key: &[u8]) -> sc_cli::Result<()> {
	match state.storage(key) {
		Ok(Some(_)) => Ok(()),
		Ok(None) => Err("A record that was written is not in the state".into()),
		Err(error) => Err(format!("The state cannot be read: {error:?}").into()),
	}
}

/// As a map with a hashed key has it: prefix, hash, key.
fn key(record: u32) -> Vec<u8> {
	let mut key = MAP_PREFIX.to_vec();
	key.extend_from_slice(&hash(b"key", record, 0)[..16]);
	key.extend_from_slice(&record.to_le_bytes());
	key
}

/// Numbers that look random and are the same on every run.
fn hash(purpose: &[u8], first: u32, second: u32) -> [u8; 32] {
	BlakeTwo256::hash(&[purpose, &first.to_le_bytes()[..], &second.to_le_bytes()[..]].concat()).0
}

fn number(purpose: &[u8], first: u32, second: u32) -> u32 {
	let hash = hash(purpose, first, second);
	u32::from_le_bytes([hash[0], hash[1], hash[2], hash[3]])
}

fn nanoseconds(duration: Duration) -> u64 {
	u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX)
}

fn per_item(duration: Duration, items: u32) -> u64 {
	nanoseconds(duration) / u64::from(items.max(1))
}

/// With an underscore between each three digits.
fn grouped(number: u64) -> String {
	let digits = number.to_string();
	let mut text = String::new();
	for (place, digit) in digits.chars().enumerate() {
		if place > 0 && (digits.len() - place) % 3 == 0 {
			text.push('_');
		}
		text.push(digit);
	}
	text
}

/// Nanoseconds of one read or write, over all samples.
struct Statistics {
	sorted: Vec<u64>,
}

impl Statistics {
	fn new(mut samples: Vec<u64>) -> Self {
		samples.sort_unstable();
		Self { sorted: samples }
	}

	fn average(&self) -> u64 {
		let sum: u128 = self.sorted.iter().map(|sample| u128::from(*sample)).sum();
		u64::try_from(sum / self.sorted.len().max(1) as u128).unwrap_or(u64::MAX)
	}

	/// The sample that so many per cent do not exceed.
	fn percentile(&self, percent: usize) -> u64 {
		let last = self.sorted.len().saturating_sub(1);
		self.sorted.get(last * percent / 100).copied().unwrap_or_default()
	}

	/// In picoseconds.
	fn weight(&self, factor: f64) -> u64 {
		(self.average() as f64 * factor).ceil() as u64 * 1_000
	}
}

impl std::fmt::Display for Statistics {
	fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
		write!(
			formatter,
			"average {}, median {}, 95th percentile {}, 99th {}, most {}",
			grouped(self.average()),
			grouped(self.percentile(50)),
			grouped(self.percentile(95)),
			grouped(self.percentile(99)),
			grouped(self.percentile(100)),
		)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn grouped_should_separate_thousands_when_the_number_is_long() {
		assert_eq!(grouped(7), "7");
		assert_eq!(grouped(123), "123");
		assert_eq!(grouped(1_234_567), "1_234_567");
	}

	#[test]
	fn statistics_should_describe_the_samples_when_there_are_some() {
		let statistics = Statistics::new(vec![30, 10, 20]);
		assert_eq!(statistics.average(), 20);
		assert_eq!(statistics.percentile(50), 20);
		assert_eq!(statistics.percentile(100), 30);
		assert_eq!(statistics.weight(1.5), 30_000);
	}
}
