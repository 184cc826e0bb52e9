//! The pallets that have benchmarks, and benchmarks of what the SDK has none for where its staking
//! pallets are not part of the runtime: session keys, and reports of equivocations.

pub mod equivocation;
pub mod session;

frame_benchmarking::define_benchmarks!(
	[frame_system, frame_system_benchmarking::Pallet::<Runtime>]
	[frame_system_extensions, frame_system_benchmarking::extensions::Pallet::<Runtime>]
	[pallet_timestamp, Timestamp]
	[pallet_identity, Identity]
	[pallet_ministries, Ministries]
	[pallet_mandates, Mandates]
	[pallet_allowances, Allowances]
	[pallet_collective, Council]
	[pallet_governance, Governance]
	[pallet_session, benchmarks::session::Pallet::<Runtime>]
	[pallet_grandpa, benchmarks::equivocation::Pallet::<Runtime>]
	[pallet_business_registry, BusinessRegistry]
	[pallet_company_officers, CompanyOfficers]
	[pallet_land_cadastre, LandCadastre]
	[pallet_land_register, LandRegister]
	[pallet_share_ledger, ShareLedger]
	[pallet_company_filings, CompanyFilings]
	[pallet_permits, Permits]
	[pallet_permit_applications, PermitApplications]
	[pallet_attestations, Attestations]
	[pallet_utility, Utility]
	[pallet_multisig, Multisig]
	[pallet_proxy, Proxy]
	[pallet_preimage, Preimage]
	[pallet_scheduler, Scheduler]
	[pallet_tx_pause, TxPause]
);
