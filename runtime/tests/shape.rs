//! The runtime's shape: sizes, weights, metadata.

use codec::MaxEncodedLen;
use frame_support::traits::{Get, PalletInfoAccess};
use polity_runtime::{
	constants::{DAYS, REPORT_LONGEVITY, SESSIONS_KEPT},
	BusinessRegistry, CompanyOfficers, Governance, LandCadastre, LandRegister, Runtime,
	RuntimeCall,
};

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
}

#[test]
fn pallets_should_keep_their_indices() {
	assert_eq!(Governance::index(), 15);
	assert_eq!(BusinessRegistry::index(), 60);
	assert_eq!(LandCadastre::index(), 61);
	assert_eq!(CompanyOfficers::index(), 62);
	assert_eq!(LandRegister::index(), 63);
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
