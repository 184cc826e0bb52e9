//! A runtime with the real transaction extensions and one pallet that does as much work as it is
//! told.

use codec::Encode;
use frame_support::{
	construct_runtime, derive_impl,
	dispatch::{GetDispatchInfo, PostDispatchInfo},
	parameter_types,
	storage::{with_transaction_unchecked, TransactionOutcome},
	traits::{ConstU64, Contains},
};
use polity_primitives::{
	ids::MinistryId,
	traits::{Rate, RateAdministration, RateClass, SignerClass, SignerClasses},
};
use sp_core::H256;
use sp_runtime::{
	generic::{self, Era, SignedPayload},
	testing::TestSignature,
	traits::{Applyable, BlakeTwo256, Checkable},
	transaction_validity::{
		TransactionSource, TransactionValidity, TransactionValidityError, ValidTransaction,
	},
	ApplyExtrinsicResultWithInfo, BuildStorage,
};

use crate::{CheckAllowance, CheckMortality, CheckNonce};

/// Does as much work as it is told.
#[frame_support::pallet(dev_mode)]
pub mod workload {
	use frame_support::{dispatch::GetDispatchInfo, pallet_prelude::*, weights::Weight};
	use frame_system::pallet_prelude::*;
	use sp_runtime::{traits::Dispatchable, DispatchErrorWithPostInfo};

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config:
		frame_system::Config<
		RuntimeCall: From<Call<Self>> + GetDispatchInfo + Dispatchable<PostInfo = PostDispatchInfo>,
	>
	{
	}

	use frame_support::dispatch::PostDispatchInfo;

	fn total<C: GetDispatchInfo>(calls: &[C]) -> Weight {
		calls.iter().fold(Weight::zero(), |sum, call| {
			sum.saturating_add(call.get_dispatch_info().call_weight)
		})
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		#[pallet::weight(Weight::from_parts(*declared, 0))]
		pub fn work(
			_origin: OriginFor<T>,
			declared: u64,
			used: Option<u64>,
			succeeds: bool,
		) -> DispatchResultWithPostInfo {
			let _ = declared;
			let post_info = PostDispatchInfo {
				actual_weight: used.map(|used| Weight::from_parts(used, 0)),
				..Default::default()
			};
			if succeeds {
				Ok(post_info)
			} else {
				Err(DispatchErrorWithPostInfo { post_info, error: DispatchError::Other("failed") })
			}
		}

		#[pallet::weight(total(calls))]
		pub fn batch(
			origin: OriginFor<T>,
			calls: Vec<<T as frame_system::Config>::RuntimeCall>,
		) -> DispatchResultWithPostInfo {
			for call in calls {
				let _ = call.dispatch(origin.clone());
			}
			Ok(().into())
		}

		/// What the chain does not take.
		#[pallet::weight(Weight::zero())]
		pub fn forbidden(_origin: OriginFor<T>) -> DispatchResult {
			Ok(())
		}
	}
}

construct_runtime!(
	pub enum Test {
		System: frame_system,
		Allowances: crate,
		Workload: workload,
	}
);

pub type Extensions = (
	CheckMortality<Test>,
	CheckAllowance<Test>,
	CheckNonce<Test>,
	frame_system::CheckWeight<Test>,
	frame_system::WeightReclaim<Test>,
);
pub type Extrinsic = generic::UncheckedExtrinsic<u64, RuntimeCall, TestSignature, Extensions>;
type Block = generic::Block<generic::Header<u64, BlakeTwo256>, Extrinsic>;

/// How many blocks a period has here.
pub const PERIOD: u64 = 10;
/// A millisecond of weight.
pub const MILLISECOND: u64 = 1_000_000_000;

pub const SEAT: u64 = 1;
pub const OFFICER: u64 = 10;
pub const COLLEAGUE: u64 = 11;
/// An officer of another ministry.
pub const OTHER_OFFICER: u64 = 20;
pub const PERSON: u64 = 30;
pub const STRANGER: u64 = 99;

parameter_types! {
	pub const MinimumRate: Rate = Rate { ref_time: 2 * MILLISECOND, length: 200 };
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type BaseCallFilter = AllButForbidden;
	type Block = Block;
}

impl workload::Config for Test {}

impl crate::Config for Test {
	type Classes = Classes;
	type AdmittedCalls = AllButForbidden;
	type Period = ConstU64<PERIOD>;
	type MinimumRate = MinimumRate;
	type WeightInfo = ();
}

/// Everything, at every depth, but the forbidden call.
pub struct AllButForbidden;

impl Contains<RuntimeCall> for AllButForbidden {
	fn contains(call: &RuntimeCall) -> bool {
		match call {
			RuntimeCall::Workload(workload::Call::forbidden {}) => false,
			RuntimeCall::Workload(workload::Call::batch { calls }) => {
				calls.iter().all(Self::contains)
			},
			_ => true,
		}
	}
}

pub struct Classes;

impl SignerClasses<u64> for Classes {
	fn class_of(account: &u64) -> Option<SignerClass> {
		match account {
			1 => Some(SignerClass::Seat(MinistryId(1))),
			10..=19 => Some(SignerClass::Officer(MinistryId(1))),
			20..=29 => Some(SignerClass::Officer(MinistryId(2))),
			30..=39 => Some(SignerClass::Person),
			_ => None,
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn officer_for_benchmark() -> u64 {
		OFFICER
	}
}

/// Bare transactions are somebody else's affair.
pub struct Anybody;

#[allow(deprecated)]
impl sp_runtime::traits::ValidateUnsigned for Anybody {
	type Call = RuntimeCall;

	fn validate_unsigned(_: TransactionSource, _: &RuntimeCall) -> TransactionValidity {
		Ok(ValidTransaction::default())
	}
}

/// A genesis in which an officer can send about ten transactions of ten milliseconds.
pub fn new_test_ext() -> sp_io::TestExternalities {
	let storage = RuntimeGenesisConfig {
		allowances: crate::GenesisConfig {
			seat: Rate { ref_time: 50 * MILLISECOND, length: 10_000 },
			officer: Rate { ref_time: 105 * MILLISECOND, length: 20_000 },
			person: Rate { ref_time: 25 * MILLISECOND, length: 1_000 },
			ministry: Rate { ref_time: 155 * MILLISECOND, length: 30_000 },
			..Default::default()
		},
		..Default::default()
	}
	.build_storage()
	.unwrap();
	let mut externalities = sp_io::TestExternalities::new(storage);
	externalities.execute_with(|| {
		// A stranger has a provider too, so that what refuses it is not the nonce check.
		for account in [SEAT, OFFICER, COLLEAGUE, OTHER_OFFICER, PERSON, STRANGER] {
			System::inc_providers(&account);
		}
		go_to(1);
	});
	externalities
}

/// Runs a test, and checks the state after it.
pub fn build_and_execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		test();
		crate::try_state::do_try_state::<Test>().unwrap();
	});
}

/// The beginning of a block.
pub fn go_to(block: u64) {
	System::reset_events();
	System::set_block_number(block);
	frame_system::BlockHash::<Test>::insert(block, H256::from_low_u64_be(block));
	frame_system::BlockWeight::<Test>::kill();
	frame_system::BlockSize::<Test>::kill();
}

pub fn set_rate(class: RateClass, milliseconds: u64, length: u64) {
	let rate = Rate { ref_time: milliseconds * MILLISECOND, length };
	Allowances::set_rate(class, rate).unwrap();
}

/// A call that declares so many milliseconds, uses them all, and succeeds.
pub fn work(milliseconds: u64) -> RuntimeCall {
	work_that(milliseconds, None, true)
}

pub fn work_that(milliseconds: u64, used: Option<u64>, succeeds: bool) -> RuntimeCall {
	RuntimeCall::Workload(workload::Call::work {
		declared: milliseconds * MILLISECOND,
		used: used.map(|used| used * MILLISECOND),
		succeeds,
	})
}

/// A call that carries others.
pub fn batch(calls: Vec<RuntimeCall>) -> RuntimeCall {
	RuntimeCall::Workload(workload::Call::batch { calls })
}

/// The call that this chain does not take.
pub fn forbidden() -> RuntimeCall {
	RuntimeCall::Workload(workload::Call::forbidden {})
}

pub fn extensions(nonce: u32, era: Era) -> Extensions {
	(
		CheckMortality::from(era),
		CheckAllowance::new(),
		CheckNonce::from(nonce),
		frame_system::CheckWeight::new(),
		frame_system::WeightReclaim::new(),
	)
}

pub fn mortal() -> Era {
	Era::mortal(8, System::block_number())
}

/// A transaction, signed as a wallet would sign it.
pub fn signed(signer: u64, nonce: u32, call: RuntimeCall) -> Extrinsic {
	let extensions = extensions(nonce, mortal());
	let signature = SignedPayload::new(call.clone(), extensions.clone())
		.unwrap()
		.using_encoded(|payload| TestSignature(signer, payload.to_vec()));
	Extrinsic::new_signed(call, signer, signature, extensions)
}

/// What the pool asks.
pub fn validate(extrinsic: &Extrinsic) -> TransactionValidity {
	let length = extrinsic.encoded_size();
	let checked = extrinsic.clone().check(&frame_system::ChainContext::<Test>::default())?;
	let info = checked.get_dispatch_info();
	checked.validate::<Anybody>(TransactionSource::External, &info, length)
}

/// What a block's author and its importers do.
pub fn apply(extrinsic: Extrinsic) -> ApplyExtrinsicResultWithInfo<PostDispatchInfo> {
	with_transaction_unchecked(|| {
		let result = (|| {
			let length = extrinsic.encoded_size();
			let checked = extrinsic.check(&frame_system::ChainContext::<Test>::default())?;
			let info = checked.get_dispatch_info();
			checked.apply::<Anybody>(&info, length)
		})();
		match result {
			Ok(_) => TransactionOutcome::Commit(result),
			Err(_) => TransactionOutcome::Rollback(result),
		}
	})
}

/// Sends a transaction with the signer's next nonce.
pub fn send(signer: u64, call: RuntimeCall) -> Result<(), TransactionValidityError> {
	apply(signed(signer, System::account_nonce(signer), call)).map(|_| ())
}

/// What a transaction costs before it runs.
pub fn cost(extrinsic: &Extrinsic) -> Rate {
	Allowances::cost(&extrinsic.get_dispatch_info(), extrinsic.encoded_size())
}
