//! The parcels of a real commune, where they are at hand.

use super::cells::Index;
use crate::{CoordinateSystem, EdgeTests, Outline, Point, Polygon, Walk};
use serde_json::Value;
use std::{env, path::PathBuf};

/// The folder of real records: `POLITY_SHARED_DATA`, or `../shared/data` beside the repository.
fn records() -> Option<PathBuf> {
	let folder = match env::var_os("POLITY_SHARED_DATA") {
		Some(folder) => PathBuf::from(folder),
		None => PathBuf::from(env!("CARGO_MANIFEST_DIR"))
			.ancestors()
			.find(|folder| folder.join("Cargo.lock").is_file())?
			.join("../shared/data"),
	};
	let file = folder.join("parcels-epinay-sur-orge.geojson");
	file.is_file().then_some(file)
}

struct Record {
	id: String,
	polygon: Polygon,
	stated_square_metres: u64,
}

fn read(feature: &Value) -> Record {
	let id = feature["id"].as_str().unwrap().to_string();
	let rings = feature["geometry"]["coordinates"].as_array().unwrap();
	let coordinate = |number: &Value| (number.as_f64().unwrap() * 1e7).round() as i64;
	let mut rings = rings.iter().map(|ring| {
		let mut points: Vec<Point> = ring
			.as_array()
			.unwrap()
			.iter()
			.map(|point| Point::new(coordinate(&point[0]), coordinate(&point[1])))
			.collect();
		assert_eq!(points.first(), points.last());
		points.pop();
		points
	});
	let outline = Outline { outer: rings.next().unwrap(), holes: rings.collect() };
	let polygon = Polygon::new(CoordinateSystem::Degrees, outline)
		.unwrap_or_else(|error| panic!("{id}: {error}"));
	let stated_square_metres = feature["properties"]["contenance"].as_u64().unwrap_or(0);
	Record { id, polygon, stated_square_metres }
}

#[test]
fn real_parcels_should_all_be_taken_but_the_later_of_three_pairs() {
	let Some(file) = records() else {
		println!(
			"skipped: no parcels-epinay-sur-orge.geojson (set POLITY_SHARED_DATA to its folder)"
		);
		return;
	};
	let text = std::fs::read_to_string(file).unwrap();
	let collection: Value = serde_json::from_str(&text).unwrap();
	let records: Vec<Record> =
		collection["features"].as_array().unwrap().iter().map(read).collect();
	assert_eq!(records.len(), 4_241);
	assert_eq!(records.iter().filter(|r| !r.polygon.holes().is_empty()).count(), 30);
	assert_eq!(records.iter().map(|r| r.polygon.vertices()).max(), Some(208));

	let mut index = Index::new(CoordinateSystem::Degrees);
	let mut taken: Vec<&Record> = Vec::new();
	let mut refused = Vec::new();
	let mut figures = Figures::default();
	for record in &records {
		let found = index.search(&record.polygon);
		let mut tests = EdgeTests::unbounded();
		let sharing: Vec<&str> = found
			.candidates
			.iter()
			.filter(|place| {
				record.polygon.shares_ground_with(&taken[**place].polygon, &mut tests).unwrap()
			})
			.map(|place| taken[*place].id.as_str())
			.collect();
		// No parcel of this commune lies wholly on the ground of another.
		assert_eq!(found.walk, Walk::Complete, "{}", record.id);
		figures.candidates.push(found.candidates.len());
		figures.looked_up.push(found.looked_up);
		figures.walk_tests.push(found.tests.done() as usize);
		figures.tests.push(tests.done() as usize);
		if sharing.is_empty() {
			figures.cells.push(index.enter(&record.polygon));
			taken.push(record);
		} else {
			refused.push((record.id.as_str(), sharing));
		}
	}
	println!("refused: {refused:?}");
	figures.print(&index);
	// Those of which the data's README.md says that they overlap.
	assert_eq!(
		refused,
		[
			("91216000ZB0161", vec!["91216000AC0328"]),
			("91216000ZD0143", vec!["91216000AK0299"]),
			("91216000ZE0012", vec!["91216000AO0002"]),
		]
	);
	assert_eq!(taken.len(), 4_238);

	// The index against all pairs whose boxes meet.
	let mut pairs = 0;
	let mut sharing = 0;
	for (place, record) in records.iter().enumerate() {
		let bounds = record.polygon.bounding_box();
		for earlier in &records[..place] {
			if bounds.meets(&earlier.polygon.bounding_box()) {
				pairs += 1;
				let share = super::share_ground(&record.polygon, &earlier.polygon);
				sharing += usize::from(share);
			}
		}
	}
	println!("{pairs} pairs whose boxes meet, {sharing} that share ground");
	assert_eq!(sharing, 3);

	let off = |record: &&Record| {
		let computed = record.polygon.area(CoordinateSystem::Degrees).0 as f64 / 1e6;
		(computed - record.stated_square_metres as f64).abs()
			/ (record.stated_square_metres as f64).max(1.0)
	};
	for share in [0.001, 0.01, 0.02, 0.05, 0.1, 0.5] {
		let within = records.iter().filter(|record| off(record) <= share).count();
		println!("{within} parcels have the area that is stated within {} %", share * 100.0);
	}
	let mut furthest: Vec<(f64, &str, u64)> =
		records.iter().map(|r| (off(&r), r.id.as_str(), r.stated_square_metres)).collect();
	furthest.sort_by(|one, other| other.0.total_cmp(&one.0));
	println!("furthest off: {:?}", &furthest[..8]);
	// The commune as a whole: its parcels are measured one by one, and the errors cancel out.
	let computed: u128 = records
		.iter()
		.map(|record| record.polygon.area(CoordinateSystem::Degrees).square_metres())
		.sum();
	let stated: u64 = records.iter().map(|record| record.stated_square_metres).sum();
	println!("{computed} m² computed, {stated} m² stated");
	assert!((computed as f64 / stated as f64 - 1.0).abs() < 0.01);
}

/// What the registration of each parcel took.
#[derive(Default)]
struct Figures {
	candidates: Vec<usize>,
	looked_up: Vec<usize>,
	walk_tests: Vec<usize>,
	tests: Vec<usize>,
	cells: Vec<usize>,
}

impl Figures {
	fn print(mut self, index: &Index) {
		for (name, numbers) in [
			("candidates", &mut self.candidates),
			("cells looked up", &mut self.looked_up),
			("tests of the walks", &mut self.walk_tests),
			("tests of the candidates", &mut self.tests),
			("cells entered under", &mut self.cells),
		] {
			numbers.sort();
			let at = |share: usize| numbers[(numbers.len() - 1) * share / 1000];
			let sum: usize = numbers.iter().sum();
			println!(
				"{name}: mean {}, median {}, 99 % {}, 99.9 % {}, most {}",
				sum / numbers.len(),
				at(500),
				at(990),
				at(999),
				at(1000)
			);
		}
		let (with_parcels, with_children) = index.cells();
		println!("{with_parcels} cells with parcels, {with_children} with children");
	}
}
