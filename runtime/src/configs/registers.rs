//! The registers.

use frame_support::{parameter_types, traits::ConstU32};
use pallet_land_cadastre::types::WorkBound;
use polity_primitives::{
	time::Period, traits::Standing, ActKind, Capacity, Party, Register, StandingError,
};

use crate::{
	constants::MAX_DUE_PER_BLOCK, weights, Attestations, BusinessRegistry, CompanyOfficers,
	Governance, Identity, LandCadastre, LandRegister, Mandates, Ministries, Permits, Runtime,
	ShareLedger,
};

parameter_types! {
	/// A prepared change can be decided for thirty days.
	pub const ProposalPeriod: Period = Period::CalendarDays(30);
	/// What a company has resolved stands for ninety days.
	pub const ResolutionPeriod: Period = Period::CalendarDays(90);
	/// The most work that a read of the cadastre does: twice what the registration of the heaviest
	/// parcel takes that is known, and no more than a block has room for.
	pub const MaxCadastreWork: WorkBound =
		WorkBound { cells: 2_000, candidates: 1_000, tests: 500_000, writes: 1_000 };
}

/// What parties may do: each register answers for its own kind.
pub struct PartyStanding;

impl Standing for PartyStanding {
	fn may(
		register: Register,
		party: &Party,
		act: ActKind,
		capacity: Capacity,
	) -> Result<(), StandingError> {
		match party {
			Party::Person(tag) => Identity::may_person(register, tag, act, capacity),
			Party::Company(_) => BusinessRegistry::may(register, party, act, capacity),
			Party::State(ministry) => {
				use polity_primitives::traits::MinistryLookup;

				if crate::Ministries::is_active(*ministry) {
					Ok(())
				} else {
					Err(StandingError::NotFound)
				}
			},
			// No register of these yet: nobody can act for them.
			Party::PublicBody(_)
			| Party::Group(_)
			| Party::Unit(_)
			| Party::Foreign(_)
			| Party::Unknown => Err(StandingError::NotCapable),
		}
	}
}

/// The registers in which companies hold something: a company does not end while it has a right in
/// land, shares of another company or a running permit, and what it has there passes with a merger or a
/// conversion, as do its own shares.
pub type Estates = (LandRegister, ShareLedger, Permits);

impl pallet_business_registry::Config for Runtime {
	type Clock = Governance;
	type Mandates = Mandates;
	type Persons = Identity;
	type Standing = PartyStanding;
	type Officers = CompanyOfficers;
	type Estate = Estates;
	type Licences = Permits;
	type ProposalPeriod = ProposalPeriod;
	type MaxRowsPerCall = ConstU32<32>;
	type WeightInfo = weights::pallet_business_registry::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = BenchmarkClock;
}

impl pallet_company_officers::Config for Runtime {
	type Clock = Governance;
	type Mandates = Mandates;
	type Persons = Identity;
	type Standing = PartyStanding;
	type Companies = BusinessRegistry;
	type ProposalPeriod = ProposalPeriod;
	type ResolutionPeriod = ResolutionPeriod;
	type WeightInfo = weights::pallet_company_officers::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = BenchmarkClock;
}

impl pallet_land_cadastre::Config for Runtime {
	type Clock = Governance;
	type Mandates = Mandates;
	type Titles = LandRegister;
	type ProposalPeriod = ProposalPeriod;
	type MaxRowsPerCall = ConstU32<32>;
	type MaxWork = MaxCadastreWork;
	type WeightInfo = weights::pallet_land_cadastre::WeightInfo<Runtime>;
}

impl pallet_land_register::Config for Runtime {
	type Clock = Governance;
	type Mandates = Mandates;
	type Persons = Identity;
	type Standing = PartyStanding;
	type Companies = BusinessRegistry;
	type Officers = CompanyOfficers;
	type Ministries = Ministries;
	type Parcels = LandCadastre;
	type ProposalPeriod = ProposalPeriod;
	type WeightInfo = weights::pallet_land_register::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = BenchmarkClock;
}

impl pallet_share_ledger::Config for Runtime {
	type Clock = Governance;
	type Mandates = Mandates;
	type Persons = Identity;
	type Standing = PartyStanding;
	type Companies = BusinessRegistry;
	type Officers = CompanyOfficers;
	type Ministries = Ministries;
	type ProposalPeriod = ProposalPeriod;
	type WeightInfo = weights::pallet_share_ledger::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = BenchmarkClock;
}

impl pallet_company_filings::Config for Runtime {
	type Clock = Governance;
	type Mandates = Mandates;
	type Persons = Identity;
	type Standing = PartyStanding;
	type Companies = BusinessRegistry;
	type Officers = CompanyOfficers;
	type ProposalPeriod = ProposalPeriod;
	type WeightInfo = weights::pallet_company_filings::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = BenchmarkClock;
}

impl pallet_permits::Config for Runtime {
	type Clock = Governance;
	type Mandates = Mandates;
	type Persons = Identity;
	type Standing = PartyStanding;
	type Officers = CompanyOfficers;
	type Companies = BusinessRegistry;
	type Land = LandRegister;
	type Attestations = Attestations;
	type ProposalPeriod = ProposalPeriod;
	type WeightInfo = weights::pallet_permits::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = BenchmarkClock;
}

impl pallet_permit_applications::Config for Runtime {
	type Clock = Governance;
	type Mandates = Mandates;
	type Keepers = Mandates;
	type Persons = Identity;
	type Standing = PartyStanding;
	type Officers = CompanyOfficers;
	type Permits = Permits;
	type MaxDuePerBlock = ConstU32<MAX_DUE_PER_BLOCK>;
	type ProposalPeriod = ProposalPeriod;
	type WeightInfo = weights::pallet_permit_applications::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = BenchmarkClock;
}

impl pallet_attestations::Config for Runtime {
	type Clock = Governance;
	type Mandates = Mandates;
	type Standing = PartyStanding;
	type ProposalPeriod = ProposalPeriod;
	type RecoveryPeriod = ProposalPeriod;
	type WeightInfo = weights::pallet_attestations::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = BenchmarkClock;
}

/// Sets the block's time, for benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub struct BenchmarkClock;

/// Each pallet has a trait of its own for it.
#[cfg(feature = "runtime-benchmarks")]
macro_rules! set_now_for {
	($($pallet:ident),* $(,)?) => {
		$(
			impl $pallet::BenchmarkHelper for BenchmarkClock {
				fn set_now(now: polity_primitives::time::Instant) {
					pallet_timestamp::Now::<Runtime>::put(now.as_millis());
				}
			}
		)*
	};
}

#[cfg(feature = "runtime-benchmarks")]
impl pallet_attestations::BenchmarkHelper for BenchmarkClock {
	fn holder() -> Party {
		Party::State(polity_primitives::MinistryId(1))
	}

	fn enrol(person: polity_primitives::Tag) {
		<Identity as polity_primitives::traits::Persons<polity_primitives::AccountId>>::enrol_for_benchmark(
			Register::PublicOffice,
			person,
			None,
		);
	}

	fn set_now(now: polity_primitives::time::Instant) {
		pallet_timestamp::Now::<Runtime>::put(now.as_millis());
	}
}

#[cfg(feature = "runtime-benchmarks")]
set_now_for!(
	pallet_business_registry,
	pallet_company_filings,
	pallet_company_officers,
	pallet_land_register,
	pallet_permit_applications,
	pallet_permits,
	pallet_share_ledger,
);
