//! The cost of an empty block and of a transaction that does nothing.
//!
//! The transactions that the SDK's command makes by itself are immortal and from an account of its
//! own choosing; our runtime takes neither, so they are made here. The runtime also refuses to
//! dispatch a remark, but it does so after all that is measured here: the signature, the extensions,
//! the decoding of the call and its way to the dispatcher.

use clap::Parser;
use frame_benchmarking_cli::{ExtrinsicBuilder, OpaqueBlock, OverheadCmd};
use sp_core::H256;
use sp_runtime::OpaqueExtrinsic;
use std::str::FromStr;
use subxt::{
	client::{OfflineClient, OfflineClientAtBlock},
	config::substrate::{SpecVersionForRange, SubstrateExtrinsicParamsBuilder},
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
				Box::new(Remarks::new(
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

/// Makes one mortal `System::remark` after the other.
struct Remarks {
	client: OfflineClientAtBlock<SubstrateConfig>,
	genesis: H256,
	signers: Vec<Keypair>,
}

impl Remarks {
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

impl ExtrinsicBuilder for Remarks {
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
		let call = subxt::dynamic::tx("System", "remark", vec![Vec::<u8>::new()]);
		let parameters = SubstrateExtrinsicParamsBuilder::<SubstrateConfig>::new()
			.nonce((turn / signers) as u64)
			.mortal_from_unchecked(ERA, 0, self.genesis)
			.build();
		let mut encoded = self
			.client
			.tx()
			.create_signable_offline(&call, parameters)
			.map_err(|_| "The remark does not fit the runtime's metadata")?
			.sign(signer)
			.map_err(|_| "The remark cannot be signed")?
			.into_encoded();
		OpaqueExtrinsic::try_from_encoded_extrinsic(&mut encoded)
			.map_err(|_| "The remark is not an extrinsic")
	}
}
