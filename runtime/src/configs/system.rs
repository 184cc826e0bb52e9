//! System and time.

#[cfg(not(feature = "runtime-benchmarks"))]
use frame_support::traits::InsideBoth;
use frame_support::{
	derive_impl,
	dispatch::DispatchClass,
	parameter_types,
	traits::{ConstU32, ConstU64},
	weights::Weight,
};
use frame_system::limits::{BlockLength, BlockWeights};
use polity_primitives::{AccountId, BlockNumber, Hash, Nonce, SS58_PREFIX};
use sp_runtime::traits::{AccountIdLookup, BlakeTwo256};
use sp_version::RuntimeVersion;

use crate::{
	constants::{
		BLOCK_HASH_COUNT, MAXIMUM_BLOCK_LENGTH, MAXIMUM_BLOCK_WEIGHT, NORMAL_SHARE, SLOT_MILLIS,
	},
	migrations, weights, Aura, Block, Governance, PalletInfo, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeOrigin, RuntimeTask, VERSION,
};
#[cfg(not(feature = "runtime-benchmarks"))]
use crate::{filters::CallsOfThisChain, TxPause};

/// What ordinary transactions may fill of a block.
fn normal_weight() -> Weight {
	Weight::from_parts(
		NORMAL_SHARE.mul_floor(MAXIMUM_BLOCK_WEIGHT.ref_time()),
		NORMAL_SHARE.mul_floor(MAXIMUM_BLOCK_WEIGHT.proof_size()),
	)
}

parameter_types! {
	pub const BlockHashCount: BlockNumber = BLOCK_HASH_COUNT;
	pub const Version: RuntimeVersion = VERSION;
	pub const Ss58Prefix: u16 = SS58_PREFIX;
	/// Ordinary transactions get their share; what the council and GRANDPA need gets the whole
	/// block.
	pub RuntimeBlockWeights: BlockWeights = BlockWeights::builder()
		.base_block(weights::block_base())
		.for_class(DispatchClass::all(), |class| {
			class.base_extrinsic = weights::extrinsic_base();
		})
		.for_class(DispatchClass::Normal, |class| {
			class.max_total = Some(normal_weight());
		})
		.for_class(DispatchClass::Operational, |class| {
			class.max_total = Some(MAXIMUM_BLOCK_WEIGHT);
			class.reserved = Some(
				MAXIMUM_BLOCK_WEIGHT.saturating_sub(normal_weight()),
			);
		})
		.build_or_panic();
	pub RuntimeBlockLength: BlockLength = BlockLength::builder()
		.max_length(MAXIMUM_BLOCK_LENGTH)
		.modify_max_length_for_class(DispatchClass::Normal, |length| {
			*length = NORMAL_SHARE.mul_floor(MAXIMUM_BLOCK_LENGTH)
		})
		.build();
}

#[derive_impl(frame_system::config_preludes::SolochainDefaultConfig)]
impl frame_system::Config for Runtime {
	#[cfg(not(feature = "runtime-benchmarks"))]
	type BaseCallFilter = InsideBoth<CallsOfThisChain, TxPause>;
	/// The SDK's benchmarks nest calls that this chain has not.
	#[cfg(feature = "runtime-benchmarks")]
	type BaseCallFilter = frame_support::traits::Everything;
	type Block = Block;
	type BlockWeights = RuntimeBlockWeights;
	type BlockLength = RuntimeBlockLength;
	type AccountId = AccountId;
	type AccountData = ();
	type Lookup = AccountIdLookup<AccountId, ()>;
	type Nonce = Nonce;
	type Hash = Hash;
	type Hashing = BlakeTwo256;
	type BlockHashCount = BlockHashCount;
	type DbWeight = weights::DatabaseWeight;
	type Version = Version;
	type SystemWeightInfo = weights::frame_system::WeightInfo<Runtime>;
	type ExtensionsWeightInfo = weights::frame_system_extensions::WeightInfo<Runtime>;
	type SS58Prefix = Ss58Prefix;
	type MaxConsumers = ConstU32<16>;
	type SingleBlockMigrations = migrations::SingleBlock;
}

impl pallet_timestamp::Config for Runtime {
	/// Milliseconds since 1970-01-01T00:00:00Z.
	type Moment = u64;
	type OnTimestampSet = (Aura, Governance);
	type MinimumPeriod = ConstU64<{ SLOT_MILLIS / 2 }>;
	type WeightInfo = weights::pallet_timestamp::WeightInfo<Runtime>;
}
