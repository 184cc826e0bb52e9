//! The runtime of Polity: one state machine that holds a country's registers and refuses what the
//! law of each register refuses.
//!
//! This file composes the pallets. Their settings are in `configs`, by domain; the runtime APIs in
//! `apis`; what can be called at all in `filters`; the genesis states in `genesis_presets`.

#![cfg_attr(not(feature = "std"), no_std)]
// `#[frame_support::runtime]` expands to wide types.
#![recursion_limit = "512"]

extern crate alloc;

#[cfg(feature = "std")]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));

pub mod apis;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarks;
pub mod configs;
pub mod constants;
pub mod filters;
pub mod genesis_presets;
mod migrations;
pub mod no_deposit;
pub mod operations;
pub mod weights;

use alloc::{borrow::Cow, vec::Vec};
use polity_primitives::{Address, Header, Signature};
use sp_runtime::{generic, impl_opaque_keys};
use sp_version::RuntimeVersion;

pub use polity_primitives::opaque;

impl_opaque_keys! {
	/// The keys of an authority node, in the order of the pallets that use them.
	pub struct SessionKeys {
		/// The key that authors blocks.
		pub aura: Aura,
		/// The key that votes for finality.
		pub grandpa: Grandpa,
	}
}

/// The version of this runtime. `spec_version` rises with every release; `transaction_version`
/// whenever a call's index or encoding changes.
#[cfg(not(feature = "next-version"))]
#[sp_version::runtime_version]
pub const VERSION: RuntimeVersion = RuntimeVersion {
	spec_name: Cow::Borrowed("polity"),
	impl_name: Cow::Borrowed("polity"),
	authoring_version: 1,
	spec_version: 1_000,
	impl_version: 1,
	apis: apis::RUNTIME_API_VERSIONS,
	transaction_version: 1,
	system_version: 1,
};

/// The version after this one, for the rehearsal of an upgrade. The attribute takes numbers only,
/// so the whole stands here again.
#[cfg(feature = "next-version")]
#[sp_version::runtime_version]
pub const VERSION: RuntimeVersion = RuntimeVersion {
	spec_name: Cow::Borrowed("polity"),
	impl_name: Cow::Borrowed("polity"),
	authoring_version: 1,
	spec_version: 1_001,
	impl_version: 1,
	apis: apis::RUNTIME_API_VERSIONS,
	transaction_version: 1,
	system_version: 1,
};

/// What every transaction passes through, in this order (decision record 0001).
pub type TxExtension = (
	frame_system::AuthorizeCall<Runtime>,
	frame_system::CheckNonZeroSender<Runtime>,
	frame_system::CheckSpecVersion<Runtime>,
	frame_system::CheckTxVersion<Runtime>,
	frame_system::CheckGenesis<Runtime>,
	pallet_allowances::CheckMortality<Runtime>,
	pallet_allowances::CheckAllowance<Runtime>,
	pallet_allowances::CheckNonce<Runtime>,
	frame_system::CheckWeight<Runtime>,
	frame_metadata_hash_extension::CheckMetadataHash<Runtime>,
	frame_system::WeightReclaim<Runtime>,
);

/// A transaction.
pub type UncheckedExtrinsic =
	generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>;
/// What a signature signs.
pub type SignedPayload = generic::SignedPayload<RuntimeCall, TxExtension>;
/// A block.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;
/// Runs blocks.
pub type Executive = frame_executive::Executive<
	Runtime,
	Block,
	frame_system::ChainContext<Runtime>,
	Runtime,
	AllPalletsWithSystem,
>;

/// The pallets. Indices are grouped, with room in each group, and never used again: 0 system,
/// 10 state and council, 30 consensus, 60 registers, 90 tools.
///
/// Their order is that of genesis and of the hooks, whatever the order of the lines here: who somebody
/// is stands before what they may do, and the ministries before the session that asks them for its
/// authorities.
#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Runtime;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;

	#[runtime::pallet_index(10)]
	pub type Identity = pallet_identity;
	#[runtime::pallet_index(11)]
	pub type Ministries = pallet_ministries;
	#[runtime::pallet_index(12)]
	pub type Mandates = pallet_mandates;
	#[runtime::pallet_index(13)]
	pub type Allowances = pallet_allowances;
	#[runtime::pallet_index(14)]
	pub type Council = pallet_collective<Instance1>;
	#[runtime::pallet_index(15)]
	pub type Governance = pallet_governance;

	#[runtime::pallet_index(30)]
	pub type Authorship = pallet_authorship;
	#[runtime::pallet_index(31)]
	pub type Aura = pallet_aura;
	#[runtime::pallet_index(32)]
	pub type Session = pallet_session;
	#[runtime::pallet_index(33)]
	pub type Historical = pallet_session::historical;
	#[runtime::pallet_index(34)]
	pub type Offences = pallet_offences;
	#[runtime::pallet_index(35)]
	pub type Grandpa = pallet_grandpa;

	#[runtime::pallet_index(60)]
	pub type BusinessRegistry = pallet_business_registry;
	#[runtime::pallet_index(61)]
	pub type LandCadastre = pallet_land_cadastre;
	#[runtime::pallet_index(62)]
	pub type CompanyOfficers = pallet_company_officers;
	#[runtime::pallet_index(63)]
	pub type LandRegister = pallet_land_register;
	#[runtime::pallet_index(64)]
	pub type ShareLedger = pallet_share_ledger;
	#[runtime::pallet_index(65)]
	pub type CompanyFilings = pallet_company_filings;
	#[runtime::pallet_index(66)]
	pub type Permits = pallet_permits;
	#[runtime::pallet_index(67)]
	pub type PermitApplications = pallet_permit_applications;
	#[runtime::pallet_index(68)]
	pub type Attestations = pallet_attestations;

	#[runtime::pallet_index(90)]
	pub type Utility = pallet_utility;
	#[runtime::pallet_index(91)]
	pub type Multisig = pallet_multisig;
	#[runtime::pallet_index(92)]
	pub type Proxy = pallet_proxy;
	#[runtime::pallet_index(93)]
	pub type Preimage = pallet_preimage;
	#[runtime::pallet_index(94)]
	pub type Scheduler = pallet_scheduler;
	#[runtime::pallet_index(95)]
	pub type TxPause = pallet_tx_pause;
}
