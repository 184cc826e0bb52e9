//! The council of ministries and what its motions can do.

use frame_support::{dispatch::DispatchResult, parameter_types, traits::ConstU32, weights::Weight};
use pallet_collective::{EnsureProportionAtLeast, PrimeDefaultVote};
use pallet_governance::{CallName, CallPauses, Upgrades};
use polity_primitives::{traits::MinistryLookup, AccountId, Hash};

use crate::{
	constants::{MAXIMUM_BLOCK_WEIGHT, MOTION_DURATION},
	filters::NeverPaused,
	weights, Allowances, Mandates, Ministries, Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin,
	System, Timestamp, TxPause,
};

/// The council's instance of the collective.
pub type CouncilInstance = pallet_collective::Instance1;

/// Two thirds of the council: the only origin that `governance` takes.
pub type CouncilMajority = EnsureProportionAtLeast<AccountId, CouncilInstance, 2, 3>;

/// What nobody may do; the SDK's benchmarks begin with it, as Root.
#[cfg(not(feature = "runtime-benchmarks"))]
type NobodysOrigin = frame_support::traits::NeverEnsureOrigin<()>;
#[cfg(feature = "runtime-benchmarks")]
type NobodysOrigin = frame_system::EnsureRoot<AccountId>;

parameter_types! {
	/// A motion may not be heavier than half a block.
	pub MaxMotionWeight: Weight = MAXIMUM_BLOCK_WEIGHT.saturating_div(2);
}

impl pallet_collective::Config<CouncilInstance> for Runtime {
	type RuntimeOrigin = RuntimeOrigin;
	type Proposal = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type MotionDuration = ConstU32<MOTION_DURATION>;
	type MaxProposals = ConstU32<64>;
	type MaxMembers = ConstU32<{ pallet_ministries::MAX_MINISTRIES }>;
	type DefaultVote = PrimeDefaultVote;
	type WeightInfo = weights::pallet_collective::WeightInfo<Runtime>;
	/// Members are the active ministries' seats; `ministries` sets them.
	type SetMembersOrigin = NobodysOrigin;
	type MaxProposalWeight = MaxMotionWeight;
	type DisapproveOrigin = NobodysOrigin;
	type KillOrigin = NobodysOrigin;
	type Consideration = ();
}

/// Upgrades by `frame_system`: authorised by their hash, uploaded by anybody.
pub struct SystemUpgrades;

impl Upgrades for SystemUpgrades {
	fn authorise(code_hash: Hash) -> DispatchResult {
		System::do_authorize_upgrade(code_hash, true);
		Ok(())
	}
}

/// Pauses by pallet-tx-pause.
pub struct Pauses;

impl CallPauses for Pauses {
	fn pause(call: &CallName) -> DispatchResult {
		TxPause::pause(RuntimeOrigin::root(), (call.pallet.clone(), call.call.clone()))
	}

	fn resume(call: &CallName) -> DispatchResult {
		TxPause::unpause(RuntimeOrigin::root(), (call.pallet.clone(), call.call.clone()))
	}
}

impl pallet_governance::Config for Runtime {
	type CouncilOrigin = CouncilMajority;
	type Time = Timestamp;
	type Upgrades = SystemUpgrades;
	type Pauses = Pauses;
	type NeverPaused = NeverPaused;
	type Ministries = Ministries;
	type Competences = Mandates;
	type Rates = Allowances;
	type WeightInfo = weights::pallet_governance::WeightInfo<Runtime>;
}

/// Whether an account is the seat of an active ministry, or one of its keys.
pub(super) fn is_seat(account: &AccountId) -> bool {
	Ministries::seat(account)
		.or_else(|| Ministries::seat_key(account).map(|(ministry, _)| ministry))
		.is_some_and(Ministries::is_active)
}
