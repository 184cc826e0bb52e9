//! Weights.
//!
//! **Not measured yet.** `scripts/benchmark-weights` measures them and writes a file for each pallet
//! into this folder; until it has been run, the SDK's pallets have the SDK's figures, and ours have
//! a stand-in of a millisecond for each call, set high so that a block is never overfilled. No
//! network but `development` and `local` may run on them.

use frame_support::weights::{constants::ParityDbWeight, Weight};

/// What a read and a write of the state weigh: the SDK's figures for ParityDB.
pub type DatabaseWeight = ParityDbWeight;

/// What a block weighs before its first transaction: the SDK's figure.
pub fn block_base() -> Weight {
	frame_support::weights::constants::BlockExecutionWeight::get()
}

/// What a transaction weighs beside its call and its extensions: the SDK's figure.
pub fn extrinsic_base() -> Weight {
	frame_support::weights::constants::ExtrinsicBaseWeight::get()
}

/// Lets a stand-in without parameters take the place of a generated `WeightInfo<T>`.
mod interim {
	pub trait Interim {
		type Unit;
	}
	impl<T> Interim for T {
		type Unit = ();
	}
}

/// See [`::frame_system`].
pub mod frame_system {
	pub type WeightInfo<T> = ::frame_system::weights::SubstrateWeight<T>;
}
/// See [`::frame_system`]'s extensions.
pub mod frame_system_extensions {
	pub type WeightInfo<T> = ::frame_system::SubstrateExtensionsWeight<T>;
}
pub mod pallet_timestamp {
	pub type WeightInfo<T> = ::pallet_timestamp::weights::SubstrateWeight<T>;
}
pub mod pallet_session {
	pub type WeightInfo<T> = ::pallet_session::weights::SubstrateWeight<T>;
}
pub mod pallet_collective {
	pub type WeightInfo<T> = ::pallet_collective::weights::SubstrateWeight<T>;
}
pub mod pallet_grandpa {
	pub type WeightInfo<T> = <T as super::interim::Interim>::Unit;
}
pub mod pallet_utility {
	pub type WeightInfo<T> = ::pallet_utility::weights::SubstrateWeight<T>;
}
pub mod pallet_multisig {
	pub type WeightInfo<T> = ::pallet_multisig::weights::SubstrateWeight<T>;
}
pub mod pallet_proxy {
	pub type WeightInfo<T> = ::pallet_proxy::weights::SubstrateWeight<T>;
}
pub mod pallet_preimage {
	pub type WeightInfo<T> = ::pallet_preimage::weights::SubstrateWeight<T>;
}
pub mod pallet_scheduler {
	pub type WeightInfo<T> = ::pallet_scheduler::weights::SubstrateWeight<T>;
}
pub mod pallet_tx_pause {
	pub type WeightInfo<T> = ::pallet_tx_pause::weights::SubstrateWeight<T>;
}
pub mod pallet_identity {
	pub type WeightInfo<T> = <T as super::interim::Interim>::Unit;
}
pub mod pallet_ministries {
	pub type WeightInfo<T> = <T as super::interim::Interim>::Unit;
}
pub mod pallet_mandates {
	pub type WeightInfo<T> = <T as super::interim::Interim>::Unit;
}
pub mod pallet_allowances {
	pub type WeightInfo<T> = <T as super::interim::Interim>::Unit;
}
pub mod pallet_governance {
	pub type WeightInfo<T> = <T as super::interim::Interim>::Unit;
}
pub mod pallet_business_registry {
	pub type WeightInfo<T> = <T as super::interim::Interim>::Unit;
}
