//! What monitoring reads: [`polity_runtime::operations`].

use polity_primitives::{ids::MinistryId, record::RecordKind, traits::RateClass};
use polity_runtime::{
	genesis_presets,
	operations::{allowance_use, register_sizes},
	Runtime,
};

use crate::common::genesis;

fn records(of: RecordKind) -> u64 {
	register_sizes().into_iter().find(|size| size.kind == of).unwrap().records
}

#[test]
fn registers_should_be_counted_when_the_genesis_has_built_them() {
	genesis(genesis_presets::LOCAL).execute_with(|| {
		let ministries = pallet_ministries::Heads::<Runtime>::iter().count();
		let mandates = pallet_mandates::Mandates::<Runtime>::iter().count();
		assert!(ministries > 0 && mandates > 0);
		assert_eq!(ministries as u64, records(RecordKind::Ministry));
		assert_eq!(mandates as u64, records(RecordKind::Mandate));
		// The plots that the citizens of the preset own.
		assert_eq!([RecordKind::Parcel, RecordKind::Title].map(records), [4, 4]);
		assert_eq!([RecordKind::Company, RecordKind::Permit].map(records), [0, 0]);
	});
}

#[test]
fn companies_should_be_counted_from_the_first_number() {
	genesis(genesis_presets::LOCAL).execute_with(|| {
		pallet_business_registry::NextCompanySerial::<Runtime>::mutate(|next| *next += 3);
		pallet_land_register::LastConveyance::<Runtime>::mutate(|last| last.0 += 2);
		assert_eq!(records(RecordKind::Company), 3);
		assert_eq!(records(RecordKind::Conveyance), 2);
	});
}

#[test]
fn kind_should_be_counted_once() {
	genesis(genesis_presets::LOCAL).execute_with(|| {
		let sizes = register_sizes();
		for (index, size) in sizes.iter().enumerate() {
			assert!(
				sizes[..index].iter().all(|before| before.kind != size.kind),
				"{:?}",
				size.kind
			);
		}
	});
}

#[test]
fn ministry_should_have_less_left_when_it_has_used_some_in_this_period() {
	genesis(genesis_presets::LOCAL).execute_with(|| {
		let whole = pallet_allowances::Rates::<Runtime>::get(RateClass::Ministry);
		let used = pallet_allowances::Usage { period: 0, ref_time: 5, length: 7 };
		pallet_allowances::MinistryUsed::<Runtime>::insert(MinistryId(1), used);
		let of_another = pallet_allowances::Usage { period: 1, ..used };
		pallet_allowances::MinistryUsed::<Runtime>::insert(MinistryId(2), of_another);

		let mut ministries = allowance_use().ministries;
		ministries.sort_by_key(|allowance| allowance.ministry);
		assert_eq!(ministries[0].left.ref_time, whole.ref_time - 5);
		assert_eq!(ministries[0].left.length, whole.length - 7);
		assert_eq!(ministries[1].left, whole);
	});
}

#[test]
fn rates_should_be_those_of_every_class() {
	genesis(genesis_presets::LOCAL).execute_with(|| {
		let rates = allowance_use().rates;
		assert_eq!(rates.len(), 4);
		for class in rates {
			assert_eq!(class.rate, pallet_allowances::Rates::<Runtime>::get(class.class));
		}
	});
}
