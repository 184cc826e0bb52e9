//! Blocks and their finality.

use frame_support::{
	parameter_types,
	traits::{ConstBool, ConstU32, ConstU64},
};
use pallet_grandpa::EquivocationReportSystem;
use pallet_session::{historical, FindAccountFromAuthorIndex, PeriodicSessions};
use polity_primitives::AccountId;
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_runtime::{generic::UncheckedExtrinsic as Unchecked, traits::OpaqueKeys};

use crate::{
	constants::{REPORT_LONGEVITY, SESSIONS_KEPT, SESSION_LENGTH, SLOT_MILLIS},
	no_deposit::NoDeposit,
	weights, Aura, Historical, Ministries, Offences, Runtime, RuntimeCall, RuntimeEvent, Session,
	SessionKeys, UncheckedExtrinsic,
};

/// The most authority nodes that a session can have.
pub const MAX_AUTHORITIES: u32 = 64;

impl pallet_aura::Config for Runtime {
	type AuthorityId = AuraId;
	type DisabledValidators = Session;
	type MaxAuthorities = ConstU32<MAX_AUTHORITIES>;
	type AllowMultipleBlocksPerSlot = ConstBool<false>;
	type SlotDuration = ConstU64<SLOT_MILLIS>;
}

impl pallet_authorship::Config for Runtime {
	type FindAuthor = FindAccountFromAuthorIndex<Self, Aura>;
	type EventHandler = Ministries;
}

impl pallet_session::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = AccountId;
	type ValidatorIdOf = pallet_ministries::NodeIdOf<Self>;
	type ShouldEndSession = PeriodicSessions<ConstU32<SESSION_LENGTH>, ConstU32<0>>;
	type NextSessionRotation = PeriodicSessions<ConstU32<SESSION_LENGTH>, ConstU32<0>>;
	type SessionManager = historical::NoteHistoricalRoot<Self, Ministries>;
	type SessionHandler = <SessionKeys as OpaqueKeys>::KeyTypeIdProviders;
	type Keys = SessionKeys;
	type DisablingStrategy = pallet_ministries::FloorDisablingStrategy;
	type Currency = NoDeposit;
	type KeyDeposit = ();
	type WeightInfo = weights::pallet_session::WeightInfo<Runtime>;
}

impl historical::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	/// Nothing but the account: nobody has a stake.
	type FullIdentification = ();
	type FullIdentificationOf = pallet_ministries::NodeIdentificationOf;
}

impl pallet_offences::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type IdentificationTuple = historical::IdentificationTuple<Self>;
	type OnOffenceHandler = Ministries;
}

parameter_types! {
	/// [`SESSIONS_KEPT`], as GRANDPA counts.
	pub SetIdSessionEntries: u64 = SESSIONS_KEPT.into();
	/// [`REPORT_LONGEVITY`], as the pool counts.
	pub ReportLongevity: u64 = REPORT_LONGEVITY.into();
}

impl pallet_grandpa::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = weights::GrandpaWeight;
	type MaxAuthorities = ConstU32<MAX_AUTHORITIES>;
	type MaxNominators = ConstU32<0>;
	type MaxSetIdSessionEntries = SetIdSessionEntries;
	type KeyOwnerProof = sp_session::MembershipProof;
	type EquivocationReportSystem =
		EquivocationReportSystem<Self, Offences, Historical, ReportLongevity>;
}

impl<C> frame_system::offchain::CreateTransactionBase<C> for Runtime
where
	RuntimeCall: From<C>,
{
	type Extrinsic = UncheckedExtrinsic;
	type RuntimeCall = RuntimeCall;
}

impl<C> frame_system::offchain::CreateBare<C> for Runtime
where
	RuntimeCall: From<C>,
{
	fn create_bare(call: RuntimeCall) -> UncheckedExtrinsic {
		Unchecked::new_bare(call)
	}
}
