//! The cost of an empty block and of a transaction that does nothing.
//!
//! The transactions that the SDK's command makes by itself are immortal and from an account of its
//! own choosing, and they are remarks; our runtime takes none of these, so they are made here: batches
//! of no calls, which do nothing but be dispatched.

use clap::Parser;
use frame_benchmarking_cli::{ExtrinsicBuilder, OpaqueBlock, OverheadCmd};
use sp_core::H256;
use sp_runtime::OpaqueExtrinsic;
use std::str::FromStr;
use subxt::{
	client::{OfflineClient, OfflineClientAtBlock},
	config::substrate::{SpecVersionForRange, SubstrateExtrinsicParamsBuilder},
	dynamic::Value,
	Metadata, SubstrateConfig,
};
use subxt_signer::{sr25519::Keypair, SecretUri};

/// Blocks that a transaction stays valid for. The measured block follows the genesis, so any era
/// will do.
const ERA: u64 = 64;

/// The SDK's command, and who signs.
#[derive(Debug, Parser)]
pub struct OverheadCommand {
	#[command(flatten)]
	command: OverheadCmd,

	/// Secret keys of accounts that the genesis gives an allowance; they sign in turn.
	#[arg(long, value_name = "KEY", value_delimiter = ',', required = true)]
	signers: Vec<String>,
}

impl OverheadCommand {
	/// Measures and writes `block_weights.rs` and `extrinsic_weights.rs`.
	pub fn run(&self) -> sc_cli::Result<()> {
		let signers =
			self.signers.iter().map(|key| keypair(key)).collect::<Result<Vec<_>, String>>()?;
		self.command.run_with_extrinsic_builder_and_spec::<OpaqueBlock, ()>(
			Box::new(move |metadata, genesis, version| {
				Box::new(EmptyBatches::new(
					metadata,
					genesis,
					version.spec_version,
					version.transaction_version,
					signers,
				))
			}),
			None,
		)
	}
}

fn keypair(key: &str) -> Result<Keypair, String> {
	let uri = SecretUri::from_str(key).map_err(|error| format!("the signer {key}: {error}"))?;
	Keypair::from_uri(&uri).map_err(|error| format!("the signer {key}: {error}"))
}

/// Makes one mortal `Utility::batch` of no calls after the other.
struct EmptyBatches {
	client: OfflineClientAtBlock<SubstrateConfig>,
	genesis: H256,
	signers: Vec<Keypair>,
}

impl EmptyBatches {
	fn new(
		metadata: Metadata,
		genesis: H256,
		spec_version: u32,
		transaction_version: u32,
		signers: Vec<Keypair>,
	) -> Self {
		let always =
			SpecVersionForRange { block_range: 0..u64::MAX, spec_version, transaction_version };
		let config = SubstrateConfig::builder()
			.set_genesis_hash(genesis)
			.set_metadata_for_spec_versions([(spec_version, metadata.into())])
			.set_spec_version_for_block_ranges([always])
			.build();
		let client = OfflineClient::new_with_config(config)
			.at_block(0u64)
			.expect("the version was given for every block; qed");
		Self { client, genesis, signers }
	}
}

impl ExtrinsicBuilder for EmptyBatches {
	// The SDK's command insists on these names and does nothing else with them.
	fn pallet(&self) -> &str {
		"system"
	}

	fn extrinsic(&self) -> &str {
		"remark"
	}

	fn build(&self, count: u32) -> Result<OpaqueExtrinsic, &'static str> {
		let signers = self.signers.len();
		let turn = count as usize;
		let signer = self.signers.get(turn % signers.max(1)).ok_or("There is no signer")?;
		let no_calls = Value::unnamed_composite(Vec::<Value>::new());
		let call = subxt::dynamic::tx("Utility", "batch", vec![no_calls]);
		let parameters = SubstrateExtrinsicParamsBuilder::<SubstrateConfig>::new()
			.nonce((turn / signers) as u64)
			.mortal_from_unchecked(ERA, 0, self.genesis)
			.build();
		let mut encoded = self
			.client
			.tx()
			.create_signable_offline(&call, parameters)
			.map_err(|_| "The batch does not fit the runtime's metadata")?
			.sign(signer)
			.map_err(|_| "The batch cannot be signed")?
			.into_encoded();
		OpaqueExtrinsic::try_from_encoded_extrinsic(&mut encoded)
			.map_err(|_| "The batch is not an extrinsic")
	}
}
