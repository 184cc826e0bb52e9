//! Weights: what each call, a transaction, a block, and a read or write of the state cost, in
//! picoseconds of the machine on which `scripts/benchmark-weights` measured them. It writes a file
//! for each pallet into this folder, and `paritydb_weights.rs`, `block_weights.rs` and
//! `extrinsic_weights.rs`; each says when, by which command and on what processor. Measure again
//! when code that a file is about has changed, and on the machines of the network before it starts.
//!
//! Every pallet of the runtime that has weights is here: none uses the SDK's figures, which are of
//! another machine and of RocksDB, nor `()`.

mod block_weights;
mod extrinsic_weights;
pub mod frame_system;
pub mod frame_system_extensions;
pub mod pallet_allowances;
pub mod pallet_attestations;
pub mod pallet_business_registry;
pub mod pallet_collective;
pub mod pallet_company_filings;
pub mod pallet_company_officers;
pub mod pallet_governance;
mod pallet_grandpa;
pub mod pallet_identity;
pub mod pallet_land_cadastre;
pub mod pallet_land_register;
pub mod pallet_mandates;
pub mod pallet_ministries;
pub mod pallet_multisig;
pub mod pallet_permit_applications;
pub mod pallet_permits;
pub mod pallet_preimage;
pub mod pallet_proxy;
pub mod pallet_scheduler;
pub mod pallet_session;
pub mod pallet_share_ledger;
pub mod pallet_timestamp;
pub mod pallet_tx_pause;
pub mod pallet_utility;
mod paritydb_weights;

use frame_support::weights::Weight;

use crate::Runtime;

/// What a read and a write of the state weigh.
pub type DatabaseWeight = paritydb_weights::ParityDbWeight;

/// What a block weighs before its first transaction.
pub fn block_base() -> Weight {
	block_weights::BlockExecutionWeight::get()
}

/// What a transaction weighs beside its call and its extensions.
pub fn extrinsic_base() -> Weight {
	extrinsic_weights::ExtrinsicBaseWeight::get()
}

/// GRANDPA's weights: a report as it was measured, by the authorities of the session in which the
/// votes were cast.
pub struct GrandpaWeight;

impl ::pallet_grandpa::WeightInfo for GrandpaWeight {
	/// Nobody nominates an authority here.
	fn report_equivocation(validator_count: u32, _: u32) -> Weight {
		pallet_grandpa::WeightInfo::<Runtime>::report_equivocation(validator_count)
	}

	/// The call is closed (`crate::filters`): it fits no block.
	fn note_stalled() -> Weight {
		Weight::MAX
	}
}
