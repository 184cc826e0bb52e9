//! Who is who: persons, ministries, mandates, and what each signer may use.

use alloc::vec::Vec;
use codec::Decode;
use frame_support::{
	parameter_types,
	traits::{ConstU32, ConstU64, Get},
};
use polity_primitives::{
	traits::{
		JointAccount, MinistryLookup, OfficerLookup, Persons, Rate, SignerClass, SignerClasses,
	},
	AccountId, AccountPublic, Signature,
};
use sp_consensus_aura::{Slot, AURA_ENGINE_ID};
use sp_runtime::DigestItem;

use super::CouncilInstance;
use crate::{
	constants::{
		ALLOWANCE_PERIOD, BLOCK_HASH_COUNT, DAYS, MAX_MANDATE_TERM_MILLIS, MINIMUM_RATE,
		SESSIONS_KEPT,
	},
	filters::AdmittedCalls,
	weights, Attestations, Council, Governance, Identity, Mandates, Ministries, Multisig, Runtime,
	System,
};

impl pallet_identity::Config for Runtime {
	type Clock = Governance;
	type Mandates = Mandates;
	type OffchainPublic = AccountPublic;
	type OffchainSignature = Signature;
	type ProposalLifetime = ConstU32<{ 30 * DAYS }>;
	type ClaimPeriod = ConstU32<{ 90 * DAYS }>;
	type RecoveryDelay = ConstU32<{ 14 * DAYS }>;
	type WeightInfo = weights::pallet_identity::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ();
}

/// The joint account of a seat's keys: that of pallet-multisig, which tools know.
pub struct SeatAccount;

impl JointAccount<AccountId> for SeatAccount {
	fn of(mut keys: Vec<AccountId>, threshold: u16) -> AccountId {
		keys.sort();
		match keys.as_slice() {
			[only] => only.clone(),
			several => Multisig::multi_account_id(several, threshold),
		}
	}
}

parameter_types! {
	/// The members of the council as it has them.
	pub CouncilMembers: Vec<AccountId> =
		pallet_collective::Members::<Runtime, CouncilInstance>::get();
}

/// The slot of the current block, by its header: the author is noted before the pallet of Aura has taken
/// the slot from there.
pub struct CurrentSlot;

impl Get<u64> for CurrentSlot {
	fn get() -> u64 {
		let digest = System::digest();
		let slot = digest
			.logs
			.iter()
			.filter_map(DigestItem::as_pre_runtime)
			.find(|(engine, _)| *engine == AURA_ENGINE_ID)
			.and_then(|(_, mut bytes)| Slot::decode(&mut bytes).ok());
		slot.map_or(0, u64::from)
	}
}

impl pallet_ministries::Config for Runtime {
	type Clock = Governance;
	type Officers = Mandates;
	type JointAccount = SeatAccount;
	type Council = Council;
	type CouncilMembers = CouncilMembers;
	type SessionsKept = ConstU32<SESSIONS_KEPT>;
	type Slot = CurrentSlot;
	type MaxMaintenance = ConstU32<DAYS>;
	type WeightInfo = weights::pallet_ministries::WeightInfo<Runtime>;
}

impl pallet_mandates::Config for Runtime {
	type Clock = Governance;
	type Ministries = Ministries;
	type Persons = Identity;
	type MaxMandatesPerOfficer = ConstU32<16>;
	type MaxTerm = ConstU64<MAX_MANDATE_TERM_MILLIS>;
	type ProposalLifetime = ConstU32<{ 30 * DAYS }>;
	type RequestRetention = ConstU32<BLOCK_HASH_COUNT>;
	type WeightInfo = weights::pallet_mandates::WeightInfo<Runtime>;
}

/// The class of each signer: a seat before an officer, an officer before a person.
pub struct Signers;

impl SignerClasses<AccountId> for Signers {
	fn class_of(account: &AccountId) -> Option<SignerClass> {
		if let Some(ministry) = Ministries::seat(account) {
			return Some(SignerClass::Seat(ministry));
		}
		if let Some((ministry, _)) = Ministries::seat_key(account) {
			return Some(SignerClass::Seat(ministry));
		}
		if let Some(ministry) = Mandates::officer_of(account) {
			return Some(SignerClass::Officer(ministry));
		}
		let is_known = Ministries::is_node(account)
			|| Identity::is_controller(account)
			|| Attestations::is_controller(account.clone());
		is_known.then_some(SignerClass::Person)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn officer_for_benchmark() -> AccountId {
		use polity_primitives::{traits::MandateAuthority, District, Register, Tag};

		let officer = AccountId::new([77; 32]);
		if let Ok(person) = Tag::new([77; 32]) {
			Mandates::grant_for_benchmark(&officer, person, Register::Business, District::NATIONAL);
		}
		officer
	}
}

parameter_types! {
	pub const SmallestRate: Rate = MINIMUM_RATE;
}

impl pallet_allowances::Config for Runtime {
	type Classes = Signers;
	type AdmittedCalls = AdmittedCalls;
	type Period = ConstU32<ALLOWANCE_PERIOD>;
	type MinimumRate = SmallestRate;
	type WeightInfo = weights::pallet_allowances::WeightInfo<Runtime>;
}
