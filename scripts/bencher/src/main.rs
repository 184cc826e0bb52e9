//! Measures what the weights in `runtime/src/weights/` say, without a node: the calls of a pallet
//! and the cost of a block and of a transaction by the benchmark command of the SDK, which runs
//! a runtime's wasm, and the database by a program of our own, because the command of the SDK
//! measures it only inside a node that was built for benchmarks.
//!
//! `scripts/benchmark-weights` calls it.

#![deny(missing_docs)]

mod database;
mod overhead;

use clap::Parser;
use frame_benchmarking_cli::PalletCmd;
use sp_runtime::traits::BlakeTwo256;

/// The parts of the weights that can be measured.
#[derive(Debug, Parser)]
#[command(name = "polity-bencher", about = "Measures the weights of a Polity runtime")]
enum Command {
	/// The calls of a pallet, in a runtime with the feature `runtime-benchmarks`.
	Pallet(PalletCmd),
	/// An empty block and an empty transaction, in a runtime as it ships.
	Overhead(overhead::OverheadCommand),
	/// A read and a write of the state on ParityDB.
	Database(database::DatabaseCommand),
}

fn main() -> sc_cli::Result<()> {
	sc_cli::LoggerBuilder::new("info").init()?;
	match Command::parse() {
		Command::Pallet(command) => command.run_with_spec::<BlakeTwo256, ()>(None),
		Command::Overhead(command) => command.run(),
		Command::Database(command) => command.run(),
	}
}
