//! The parcels of a real commune, where they are at hand.

use super::*;
use polity_geometry::{AreaTolerance, BoundingBox, CoordinateSystem};
use serde_json::Value;
use std::{env, path::PathBuf};

/// The file in `POLITY_SHARED_DATA`, or in `../shared/data` beside the repository.
fn file() -> Option<PathBuf> {
	let folder = match env::var_os("POLITY_SHARED_DATA") {
		Some(folder) => PathBuf::from(folder),
		None => PathBuf::from(env!("CARGO_MANIFEST_DIR"))
			.ancestors()
			.find(|folder| folder.join("Cargo.lock").is_file())?
			.join("../shared/data"),
	};
	Some(folder.join("parcels-epinay-sur-orge.geojson")).filter(|file| file.is_file())
}

fn record(feature: &Value) -> ParcelRecord {
	let coordinate = |number: &Value| (number.as_f64().unwrap() * 1e7).round() as i64;
	let mut rings = feature["geometry"]["coordinates"].as_array().unwrap().iter().map(|ring| {
		let points = ring.as_array().unwrap().iter();
		let mut points: Vec<_> =
			points.map(|point| Point::new(coordinate(&point[0]), coordinate(&point[1]))).collect();
		points.pop();
		points
	});
	let outline = Outline { outer: rings.next().unwrap(), holes: rings.collect() };
	let area = feature["properties"]["contenance"].as_u64().unwrap_or(0);
	parcel(feature["id"].as_str().unwrap(), outline, area)
}

/// The parcels in the order of the file; none, with a message, where it is not at hand.
pub(super) fn records() -> Option<Vec<ParcelRecord>> {
	let Some(file) = file() else {
		println!("skipped: no parcels-epinay-sur-orge.geojson (set POLITY_SHARED_DATA)");
		return None;
	};
	let collection: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
	let records: Vec<_> = collection["features"].as_array().unwrap().iter().map(record).collect();
	assert_eq!(records.len(), 4_241);
	Some(records)
}

pub(super) fn law_of_france() -> CadastreLaw {
	CadastreLaw {
		system: CoordinateSystem::Degrees,
		tolerance: AreaTolerance { square_metres: 10, per_mille: 50 },
		territory: BoundingBox {
			min: Point::new(-1_800_000_000, -900_000_000),
			max: Point::new(1_800_000_000, 900_000_000),
		},
	}
}

#[test]
fn real_parcels_should_all_be_imported_but_the_later_of_three_pairs() {
	let Some(records) = records() else { return };
	build_with(Some(law_of_france()), || {
		let source = Source::of(records);
		let id = source.open();
		let mut figures = Figures::default();
		for index in 0..source.rows() {
			let rows = [source.row(index)];
			let (done, result) = LandCadastre::metered(PLENTY, |meter| {
				LandCadastre::do_import_parcels(RECORDER, id, rows, meter)
			});
			assert_ok!(result);
			figures.note(done);
		}
		figures.print();
		assert_ok!(seal(DECIDER, id));
		let campaign = LandCadastre::campaign(id).unwrap().record;
		assert_eq!((campaign.accepted, campaign.disputed, campaign.refused), (4_238, 3, 0));

		let read = |text: &str| LandCadastre::parcel_by_reference(reference(text)).unwrap().record;
		// Those of which the data's README.md says that they overlap.
		for (later, earlier) in [
			("91216000ZB0161", "91216000AC0328"),
			("91216000ZD0143", "91216000AK0299"),
			("91216000ZE0012", "91216000AO0002"),
		] {
			let with = vec![read(earlier).number].try_into().unwrap();
			assert_eq!(read(later).dispute, Some(DisputeReason::Overlaps(with)));
		}
		let with_holes = source.records.iter().filter(|record| !record.outline.holes.is_empty());
		for record in with_holes {
			let number = crate::ByReference::<Test>::get(&record.reference).unwrap();
			assert_eq!(LandCadastre::parcel_state(number), Some(ParcelState::Live));
		}
		let agree = Parcels::<Test>::iter_values().filter(|parcel| parcel.area_agrees).count();
		println!("{agree} of 4241 stated areas agree within 10 m² and 5 %");
	});
}

/// What the import of each parcel took: what a client states goes by it.
#[derive(Default)]
struct Figures([Vec<u32>; 4]);

impl Figures {
	fn note(&mut self, done: WorkBound) {
		let WorkBound { cells, candidates, tests, writes } = done;
		for (list, number) in self.0.iter_mut().zip([cells, candidates, tests, writes]) {
			list.push(number);
		}
	}

	fn print(self) {
		for (name, mut numbers) in ["cells", "candidates", "tests", "writes"].iter().zip(self.0) {
			numbers.sort();
			let sum: u64 = numbers.iter().map(|number| u64::from(*number)).sum();
			let at = |share: usize| numbers[(numbers.len() - 1) * share / 100];
			let mean = sum / numbers.len() as u64;
			println!("{name}: mean {mean}, 50 % {}, 99 % {}, most {}", at(50), at(99), at(100));
		}
	}
}
