//! What monitoring reads of the registers and the allowances. Nothing here walks over a register: each
//! figure is one that its pallet keeps anyway.

use alloc::{vec, vec::Vec};
use polity_primitives::{
	api::{AllowanceUse, ClassRate, MinistryAllowance, RegisterSize},
	record::RecordKind,
	traits::RateClass,
	CompanyNumber, ParcelNumber, UnitNumber,
};

use crate::{Allowances, Runtime};

/// How many records there are of each kind whose pallet counts them.
pub fn register_sizes() -> Vec<RegisterSize> {
	let companies = pallet_business_registry::NextCompanySerial::<Runtime>::get()
		.saturating_sub(CompanyNumber::FIRST_SERIAL);
	let parcels = pallet_land_cadastre::NextParcelSerial::<Runtime>::get()
		.saturating_sub(ParcelNumber::FIRST_SERIAL);
	let titles = pallet_land_register::NextUnitSerial::<Runtime>::get()
		.saturating_sub(UnitNumber::FIRST_SERIAL);
	let counted: Vec<(RecordKind, u64)> = vec![
		(RecordKind::Ministry, pallet_ministries::LastMinistry::<Runtime>::get().0.into()),
		(RecordKind::Mandate, pallet_mandates::NextMandate::<Runtime>::get().0.into()),
		(
			RecordKind::NameReservation,
			pallet_business_registry::LastReservation::<Runtime>::get().0,
		),
		(
			RecordKind::CompanyApplication,
			pallet_business_registry::LastApplication::<Runtime>::get().0,
		),
		(RecordKind::Company, companies),
		(
			RecordKind::ImportCampaign,
			pallet_business_registry::LastCampaign::<Runtime>::get().0.into(),
		),
		(RecordKind::Parcel, parcels),
		(RecordKind::ParcelCampaign, pallet_land_cadastre::LastCampaign::<Runtime>::get().0.into()),
		(RecordKind::Title, titles),
		(RecordKind::Conveyance, pallet_land_register::LastConveyance::<Runtime>::get().0),
		(RecordKind::FirstRegistration, pallet_land_register::LastRegistration::<Runtime>::get().0),
		(RecordKind::Filing, pallet_company_filings::LastFiling::<Runtime>::get().0),
		(RecordKind::PermitType, pallet_permits::LastType::<Runtime>::get().0.into()),
		(
			RecordKind::PermitApplication,
			pallet_permit_applications::LastApplication::<Runtime>::get().0,
		),
		(RecordKind::Permit, pallet_permits::PermitCount::<Runtime>::get()),
		(RecordKind::AttestationSchema, pallet_attestations::LastSchema::<Runtime>::get().into()),
		(
			RecordKind::Accreditation,
			pallet_attestations::LastAccreditation::<Runtime>::get().into(),
		),
		(RecordKind::Issuer, pallet_attestations::LastIssuer::<Runtime>::get().into()),
		(RecordKind::StatusList, pallet_attestations::LastStatusList::<Runtime>::get().into()),
	];
	counted.into_iter().map(|(kind, records)| RegisterSize { kind, records }).collect()
}

/// What each class may use in one period, and what each ministry has left of its own.
pub fn allowance_use() -> AllowanceUse {
	let classes = [RateClass::Seat, RateClass::Officer, RateClass::Person, RateClass::Ministry];
	let rate = |class| pallet_allowances::Rates::<Runtime>::get(class);
	let period = Allowances::period();
	// One row for each ministry that has ever sent a transaction.
	let ministries = pallet_allowances::MinistryUsed::<Runtime>::iter()
		.map(|(ministry, used)| MinistryAllowance {
			ministry,
			left: used.in_period(period).left_of(rate(RateClass::Ministry)),
		})
		.collect();
	AllowanceUse {
		rates: classes.into_iter().map(|class| ClassRate { class, rate: rate(class) }).collect(),
		ministries,
	}
}
