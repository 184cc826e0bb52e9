//! The runtime's shape: sizes, weights, metadata.

use crate::{
	common::{act, local},
	origins::{rows, Records},
};
use codec::MaxEncodedLen;
use frame_support::{
	dispatch::GetDispatchInfo,
	traits::{Contains, Get, GetCallMetadata, IntegrityTest, PalletInfoAccess},
};
use polity_primitives::{ids::ProposalId, AccountId};
use polity_runtime::{
	constants::{DAYS, REPORT_LONGEVITY, SESSIONS_KEPT},
	filters::CallsOfThisChain,
	AllPalletsWithSystem, Attestations, BusinessRegistry, CompanyFilings, CompanyOfficers,
	Governance, LandCadastre, LandRegister, PermitApplications, Permits, Runtime, RuntimeCall,
	ShareLedger,
};
use sp_io::TestExternalities;

#[test]
fn calls_should_stay_small_in_memory() {
	// Every call takes this much of the stack wherever it is nested.
	assert!(core::mem::size_of::<RuntimeCall>() <= 512, "{}", core::mem::size_of::<RuntimeCall>());
}

#[test]
fn records_should_stay_within_their_bounds() {
	let company = pallet_business_registry::types::Company::max_encoded_len();
	assert!(company <= 1_024, "{company}");
	// Beside its geometry, which has a bound of its own.
	let parcel = pallet_land_cadastre::types::Parcel::max_encoded_len();
	assert!(parcel <= 512, "{parcel}");
	let cell = pallet_land_cadastre::types::CellContent::max_encoded_len();
	assert!(cell <= 4_096, "{cell}");
	let permit = pallet_permits::types::PermitRecord::max_encoded_len();
	assert!(permit <= 2_048, "{permit}");
	let kind = pallet_permits::types::TypeVersion::max_encoded_len();
	assert!(kind <= 512, "{kind}");
	let application =
		pallet_permit_applications::types::PermitApplication::<AccountId>::max_encoded_len();
	assert!(application <= 8_192, "{application}");
	let document = polity_accreditation::Issuer::max_encoded_len();
	assert!(document <= 8_192, "{document}");
	let attestation = pallet_attestations::types::AttestationRecord::max_encoded_len();
	assert!(attestation <= 256, "{attestation}");
}

#[test]
fn pallets_should_keep_their_indices() {
	assert_eq!(Governance::index(), 15);
	assert_eq!(BusinessRegistry::index(), 60);
	assert_eq!(LandCadastre::index(), 61);
	assert_eq!(CompanyOfficers::index(), 62);
	assert_eq!(LandRegister::index(), 63);
	assert_eq!(ShareLedger::index(), 64);
	assert_eq!(CompanyFilings::index(), 65);
	assert_eq!(Permits::index(), 66);
	assert_eq!(PermitApplications::index(), 67);
	assert_eq!(Attestations::index(), 68);
}

#[test]
fn settings_should_be_what_each_pallet_can_work_with() {
	// Among them that what is due by silence leaves half of a block.
	TestExternalities::default().execute_with(AllPalletsWithSystem::integrity_test);
}

#[test]
fn keys_should_be_kept_for_a_week_wherever_reports_need_them() {
	assert_eq!(REPORT_LONGEVITY, 7 * DAYS);
	let roots: u32 = <Runtime as pallet_ministries::Config>::SessionsKept::get();
	assert_eq!(roots, SESSIONS_KEPT);
	let sets: u64 = <Runtime as pallet_grandpa::Config>::MaxSetIdSessionEntries::get();
	assert_eq!(sets, u64::from(SESSIONS_KEPT));
}

#[test]
fn metadata_should_be_served_in_versions_14_to_16() {
	for version in [14, 15, 16] {
		assert!(Runtime::metadata_at_version(version).is_some(), "{version}");
	}
	assert!(Runtime::metadata_at_version(13).is_none());
}

/// That a call, with all that it declares that it may take, can be in a block.
fn assert_fits(call: &RuntimeCall) {
	let info = call.get_dispatch_info();
	let weights = <Runtime as frame_system::Config>::BlockWeights::get();
	let most = weights.get(info.class).max_extrinsic.unwrap_or(weights.max_block);
	assert!(info.call_weight.all_lte(most), "{:?}: {info:?}", call.get_call_metadata());
}

#[test]
fn every_call_should_fit_a_block() {
	local(|| {
		let rows = rows(&Records::make());
		let calls = rows.iter().map(|row| row.call());
		calls.filter(|call| CallsOfThisChain::contains(call)).for_each(assert_fits);
	});
	// What is declared before it is known what was prepared.
	let proposal = ProposalId(1);
	assert_fits(
		&pallet_business_registry::Call::decide_change {
			act: act(303, 1),
			proposal,
			verdict: pallet_business_registry::types::Verdict::Approve,
		}
		.into(),
	);
	assert_fits(
		&pallet_share_ledger::Call::decide {
			act: act(311, 1),
			proposal,
			verdict: pallet_share_ledger::types::Verdict::Approve,
		}
		.into(),
	);
}
