//! Whatever is registered in whatever order, no two parcels share ground.

use super::*;
use proptest::prelude::*;

proptest! {
	#![proptest_config(ProptestConfig::with_cases(48))]

	/// `try_state` compares all parcels with each other after it.
	#[test]
	fn parcels_should_share_no_ground_whatever_is_registered(
		plots in proptest::collection::vec((0i64..12, 0i64..12, 1i64..6, 1i64..6, 0u8..2), 1..40)
	) {
		build_and_execute(|| {
			for (at, (x, y, width, height, level)) in plots.into_iter().enumerate() {
				let area = (width * height) as u64;
				let record = ParcelRecord {
					level: Level(level),
					..parcel(&format!("P{at}"), rectangle(x, y, width, height), area)
				};
				let survey = LandCadastre::survey(record.outline.clone(), Level(level)).unwrap();
				match propose(record) {
					Ok(id) => {
						assert!(survey.overlaps.is_empty());
						assert_ok!(decide(DECIDER, id, Verdict::Approve));
					},
					Err(error) => {
						assert_eq!(error, Error::<Test>::SharesGround.into());
						assert!(!survey.overlaps.is_empty());
					},
				}
			}
		});
	}

	/// In whatever batches its rows are recorded, an import ends each once.
	#[test]
	fn import_should_end_every_row_once_in_whatever_batches(
		plots in proptest::collection::vec((0i64..30, 0i64..30), 1..24),
		cuts in proptest::collection::vec(1usize..6, 24)
	) {
		build_and_execute(|| {
			let records = plots.iter().enumerate();
			let records = records.map(|(at, (x, y))| square(&format!("P{at}"), *x, *y)).collect();
			let source = Source::of(records);
			let id = source.open();
			let mut waiting: Vec<u32> = (0..source.rows()).collect();
			for cut in cuts {
				let some: Vec<_> = waiting.drain(..cut.min(waiting.len())).collect();
				if !some.is_empty() {
					assert_ok!(source.import(id, some));
				}
			}
			assert_ok!(source.import(id, waiting));
			assert_ok!(seal(DECIDER, id));
			let campaign = LandCadastre::campaign(id).unwrap().record;
			assert_eq!(campaign.accepted + campaign.disputed, source.rows());
		});
	}
}
