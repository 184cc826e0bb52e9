//! Tools of the SDK that developers expect: nesting, joint accounts, delegation, schedules, pauses.

use frame_support::{
	parameter_types,
	traits::{Consideration, ConstU32, EqualPrivilegeOnly, Footprint},
	weights::Weight,
};
use frame_system::EnsureRoot;
use polity_primitives::AccountId;
use sp_runtime::{traits::BlakeTwo256, DispatchError};

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

use super::CouncilMajority;
use crate::{
	constants::MAXIMUM_BLOCK_WEIGHT,
	filters::{NeverPaused, ProxyType},
	no_deposit::NoDeposit,
	weights, OriginCaller, Preimage, Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin, System,
};

impl pallet_utility::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type PalletsOrigin = OriginCaller;
	type WeightInfo = weights::pallet_utility::WeightInfo<Runtime>;
}

impl pallet_multisig::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = NoDeposit;
	type DepositBase = ();
	type DepositFactor = ();
	type MaxSignatories = ConstU32<{ polity_primitives::traits::MAX_SEAT_KEYS }>;
	type WeightInfo = weights::pallet_multisig::WeightInfo<Runtime>;
	type BlockNumberProvider = System;
}

impl pallet_proxy::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = NoDeposit;
	type ProxyType = ProxyType;
	type ProxyDepositBase = ();
	type ProxyDepositFactor = ();
	type MaxProxies = ConstU32<8>;
	type WeightInfo = weights::pallet_proxy::WeightInfo<Runtime>;
	type MaxPending = ConstU32<8>;
	type CallHasher = BlakeTwo256;
	type AnnouncementDepositBase = ();
	type AnnouncementDepositFactor = ();
	type BlockNumberProvider = System;
}

/// What a preimage costs: a seat of the council. Nobody else can put bytes on the chain.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct OnlySeats;

impl Consideration<AccountId, Footprint> for OnlySeats {
	fn new(who: &AccountId, _: Footprint) -> Result<Self, DispatchError> {
		// The SDK's benchmarks do this as anybody: then a seat is looked up that is there, for as many
		// reads.
		#[cfg(feature = "runtime-benchmarks")]
		let who = {
			let _ = who;
			&crate::genesis_presets::well_known::INTERIOR_SEAT_1.account()
		};
		if super::council::is_seat(who) {
			Ok(Self)
		} else {
			Err(DispatchError::BadOrigin)
		}
	}

	fn update(self, who: &AccountId, footprint: Footprint) -> Result<Self, DispatchError> {
		Self::new(who, footprint)
	}

	fn drop(self, _: &AccountId) -> Result<(), DispatchError> {
		Ok(())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_successful(_: &AccountId, _: Footprint) {}
}

impl pallet_preimage::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = weights::pallet_preimage::WeightInfo<Runtime>;
	type Currency = NoDeposit;
	/// What one seat has noted, only the council can take from under a motion that needs it.
	type ManagerOrigin = CouncilMajority;
	type Consideration = OnlySeats;
}

parameter_types! {
	/// What the scheduler may use of a block.
	pub MaxScheduledWeight: Weight = MAXIMUM_BLOCK_WEIGHT.saturating_div(4);
}

impl pallet_scheduler::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeOrigin = RuntimeOrigin;
	type PalletsOrigin = OriginCaller;
	type RuntimeCall = RuntimeCall;
	type MaximumWeight = MaxScheduledWeight;
	/// A motion can have its act happen later.
	#[cfg(not(feature = "runtime-benchmarks"))]
	type ScheduleOrigin = CouncilMajority;
	/// As the SDK's benchmarks call it.
	#[cfg(feature = "runtime-benchmarks")]
	type ScheduleOrigin = EnsureRoot<AccountId>;
	type OriginPrivilegeCmp = EqualPrivilegeOnly;
	type MaxScheduledPerBlock = ConstU32<32>;
	type WeightInfo = weights::pallet_scheduler::WeightInfo<Runtime>;
	type Preimages = Preimage;
	type BlockNumberProvider = System;
}

impl pallet_tx_pause::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	/// Root is nobody's: only `governance` pauses, by a motion.
	type PauseOrigin = EnsureRoot<AccountId>;
	type UnpauseOrigin = EnsureRoot<AccountId>;
	type WhitelistedCalls = NeverPaused;
	type MaxNameLen = ConstU32<64>;
	type WeightInfo = weights::pallet_tx_pause::WeightInfo<Runtime>;
}
