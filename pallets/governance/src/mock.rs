//! A council of four over the SDK's collective; the pallets that acts lead to are doubles that
//! write down what they were asked.

use std::cell::RefCell;

use frame_support::{
	derive_impl,
	dispatch::DispatchResult,
	parameter_types,
	traits::{ConstU32, ConstU64, Contains, OnTimestampSet, Time},
	weights::Weight,
	BoundedVec,
};
use frame_system::EnsureNever;
use polity_primitives::{
	office::CompetenceKind,
	time::Calendar,
	traits::{
		AbsenceRule, CompetenceAdministration, MinistryAdministration, NewMinistry, Rate,
		RateAdministration, RateClass, MAX_SEAT_KEYS,
	},
	District, MinistryId, Register, Signatory,
};
use sp_core::H256;
use sp_runtime::{traits::IdentityLookup, BuildStorage, DispatchError};

use crate as pallet_governance;
use crate::{CallName, CallPauses, Upgrades};

pub type AccountId = u64;
pub type Block = frame_system::mocking::MockBlock<Test>;
pub type CouncilInstance = pallet_collective::Instance1;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeTask,
		RuntimeHoldReason,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Council = pallet_collective<Instance1>;
	#[runtime::pallet_index(2)]
	pub type Governance = pallet_governance;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
}

parameter_types! {
	pub MaxProposalWeight: Weight = Weight::MAX;
	pub static Millis: u64 = 0;
}

impl pallet_collective::Config<CouncilInstance> for Test {
	type RuntimeOrigin = RuntimeOrigin;
	type Proposal = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type MotionDuration = ConstU64<10>;
	type MaxProposals = ConstU32<8>;
	type MaxMembers = ConstU32<8>;
	type DefaultVote = pallet_collective::PrimeDefaultVote;
	type WeightInfo = ();
	type SetMembersOrigin = EnsureNever<()>;
	type MaxProposalWeight = MaxProposalWeight;
	type DisapproveOrigin = EnsureNever<()>;
	type KillOrigin = EnsureNever<()>;
	type Consideration = ();
}

pub struct BlockTime;

impl Time for BlockTime {
	type Moment = u64;
	fn now() -> u64 {
		Millis::get()
	}
}

/// What a double was asked to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
	Authorise(H256),
	Pause(CallName),
	Resume(CallName),
	SetRate(RateClass, Rate),
	Admit(NewMinistry<AccountId>),
	Suspend(MinistryId),
	Reinstate(MinistryId),
	Expel(MinistryId),
	ReplaceNode(MinistryId, Option<AccountId>, AccountId),
	ReplaceSeat(MinistryId, Vec<Signatory<AccountId>>, u16),
	SetCompetence(Register, District, CompetenceKind, Option<MinistryId>),
	SetAbsenceRule(Option<AbsenceRule>),
}

thread_local! {
	static ASKED: RefCell<Vec<Asked>> = const { RefCell::new(Vec::new()) };
	static REFUSES: RefCell<bool> = const { RefCell::new(false) };
}

fn ask(asked: Asked) -> DispatchResult {
	if REFUSES.with_borrow(|refuses| *refuses) {
		return Err(DispatchError::Other("refused by the pallet whose business it is"));
	}
	ASKED.with_borrow_mut(|all| all.push(asked));
	Ok(())
}

/// What the doubles were asked, in order.
pub fn asked() -> Vec<Asked> {
	ASKED.with_borrow(Vec::clone)
}

/// From now on the doubles refuse whatever they are asked.
pub fn refuse() {
	REFUSES.set(true);
}

pub struct Doubles;

impl Upgrades for Doubles {
	fn authorise(code_hash: H256) -> DispatchResult {
		ask(Asked::Authorise(code_hash))
	}
}

impl CallPauses for Doubles {
	fn pause(call: &CallName) -> DispatchResult {
		ask(Asked::Pause(call.clone()))
	}
	fn resume(call: &CallName) -> DispatchResult {
		ask(Asked::Resume(call.clone()))
	}
}

impl RateAdministration for Doubles {
	fn set_rate(class: RateClass, rate: Rate) -> DispatchResult {
		ask(Asked::SetRate(class, rate))
	}
}

impl CompetenceAdministration for Doubles {
	fn set_competence(
		register: Register,
		district: District,
		kind: CompetenceKind,
		ministry: Option<MinistryId>,
	) -> DispatchResult {
		ask(Asked::SetCompetence(register, district, kind, ministry))
	}
}

impl MinistryAdministration<AccountId> for Doubles {
	fn admit(ministry: NewMinistry<AccountId>) -> DispatchResult {
		ask(Asked::Admit(ministry))
	}
	fn suspend(ministry: MinistryId) -> DispatchResult {
		ask(Asked::Suspend(ministry))
	}
	fn reinstate(ministry: MinistryId) -> DispatchResult {
		ask(Asked::Reinstate(ministry))
	}
	fn replace_node(
		ministry: MinistryId,
		old: Option<AccountId>,
		new: AccountId,
	) -> DispatchResult {
		ask(Asked::ReplaceNode(ministry, old, new))
	}
	fn replace_seat(
		ministry: MinistryId,
		seat: BoundedVec<Signatory<AccountId>, ConstU32<MAX_SEAT_KEYS>>,
		threshold: u16,
	) -> DispatchResult {
		ask(Asked::ReplaceSeat(ministry, seat.into_inner(), threshold))
	}
	fn expel(ministry: MinistryId) -> DispatchResult {
		ask(Asked::Expel(ministry))
	}
	fn set_absence_rule(rule: Option<AbsenceRule>) -> DispatchResult {
		ask(Asked::SetAbsenceRule(rule))
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn prepare_for_benchmark() -> (MinistryId, Option<AccountId>, AccountId) {
		(MinistryId(1), Some(1), 2)
	}
}

/// The council's calls are never paused.
pub struct NeverPaused;

impl Contains<CallName> for NeverPaused {
	fn contains(call: &CallName) -> bool {
		call.pallet() == Some("Council")
	}
}

impl crate::Config for Test {
	type CouncilOrigin =
		pallet_collective::EnsureProportionAtLeast<AccountId, CouncilInstance, 2, 3>;
	type Time = BlockTime;
	type Upgrades = Doubles;
	type Pauses = Doubles;
	type NeverPaused = NeverPaused;
	type Ministries = Doubles;
	type Competences = Doubles;
	type Rates = Doubles;
	type WeightInfo = ();
}

/// The members of the council.
pub const MEMBERS: [AccountId; 4] = [1, 2, 3, 4];

/// A network whose calendars are those given.
pub fn externalities(
	default_calendar: Option<Calendar>,
	calendars: Vec<(Register, District, Calendar)>,
) -> sp_io::TestExternalities {
	ASKED.take();
	REFUSES.set(false);
	Millis::set(0);
	let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	pallet_collective::GenesisConfig::<Test, CouncilInstance> {
		members: MEMBERS.to_vec(),
		..Default::default()
	}
	.assimilate_storage(&mut storage)
	.unwrap();
	crate::GenesisConfig::<Test> { default_calendar, calendars, ..Default::default() }
		.assimilate_storage(&mut storage)
		.unwrap();
	let mut externalities = sp_io::TestExternalities::new(storage);
	externalities.execute_with(|| System::set_block_number(1));
	externalities
}

/// Runs a test on a new network and checks the state afterwards.
pub fn build_and_execute(test: impl FnOnce()) {
	externalities(None, vec![]).execute_with(|| {
		test();
		check();
	});
}

/// Everything that must hold of the state holds.
pub fn check() {
	crate::try_state::do_try_state::<Test>().expect("the state breaks one of its properties");
}

/// The origin of a motion that `ayes` of four members have passed.
pub fn council(ayes: u32) -> RuntimeOrigin {
	pallet_collective::RawOrigin::Members(ayes, 4).into()
}

/// A block with this time, as the timestamp's inherent brings it.
pub fn block_at(millis: u64) {
	Millis::set(millis);
	Governance::on_timestamp_set(millis);
}

/// The events of this pallet, in order.
pub fn events() -> Vec<crate::Event<Test>> {
	System::read_events_for_pallet::<crate::Event<Test>>()
}
