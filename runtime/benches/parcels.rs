//! What the cadastre costs: how many parcels an import records in a second, and what one registration
//! takes by the number of its vertices and of its neighbours.
//!
//! `cargo bench -p polity-runtime --bench parcels`. Native code on a state in memory, so that its
//! seconds are for comparing lines with each other; the weights are those that the runtime charges, and
//! 200 ms of them fill a block. The parcels of a real commune are read from `../shared/data` (or
//! `POLITY_SHARED_DATA`) where they are at hand.

#[path = "../tests/common/mod.rs"]
#[allow(dead_code)]
mod common;

use std::{
	env,
	path::PathBuf,
	time::{Duration, Instant},
};

use codec::Encode;
use common::{act, begin_block, genesis};
use frame_support::weights::Weight;
use pallet_land_cadastre::{
	types::{CampaignRow, Level, ParcelRecord, ParcelReference, Registration, Verdict, WorkBound},
	Call, LastCampaign, LastProposal, FIRST_REGISTRATION, TAKE_OVER,
};
use polity_geometry::{Outline, Point};
use polity_primitives::{merkle, District};
use polity_runtime::{
	genesis_presets::well_known::{self, WellKnown},
	LandCadastre, Runtime, RuntimeCall, RuntimeOrigin,
};
use sp_runtime::traits::Dispatchable;

/// More work than any batch here does.
const PLENTY: WorkBound =
	WorkBound { cells: 50_000, candidates: 50_000, tests: 5_000_000, writes: 50_000 };
/// Rows in one call.
const BATCH: usize = 8;
/// What ordinary transactions may fill of a block, in milliseconds.
const BLOCK_MILLIS: f64 = 200.0;
/// The side of a plot, in 1e-7 degrees.
const SIDE: i64 = 2_000;

/// How long a call takes, and what it is charged.
fn done(who: &WellKnown, call: Call<Runtime>) -> (Duration, Weight) {
	let call = RuntimeCall::from(call);
	let begun = Instant::now();
	let result = call.dispatch(RuntimeOrigin::signed(who.account()));
	let took = begun.elapsed();
	let charged = result.expect("the call is lawful").actual_weight.expect("it says its work");
	(took, charged)
}

fn millis(weight: Weight) -> f64 {
	weight.ref_time() as f64 / 1e9
}

fn rectangle(west: i64, south: i64, columns: i64) -> Outline {
	let (east, north) = (west + columns * SIDE, south + SIDE);
	let corners = [(west, south), (east, south), (east, north), (west, north)];
	Outline { outer: corners.iter().map(|(x, y)| Point::new(*x, *y)).collect(), holes: vec![] }
}

/// A polygon of so many vertices: a bow and its chord.
fn bow(west: i64, south: i64, vertices: i64) -> Outline {
	let point = |at: i64| Point::new(west + at * 400, south + at * at);
	Outline { outer: (0..vertices).map(point).collect(), holes: vec![] }
}

fn record(reference: &str, outline: Outline) -> ParcelRecord {
	let survey = LandCadastre::survey(outline.clone(), Level(0)).expect("it is a boundary");
	ParcelRecord {
		reference: ParcelReference::new(reference.as_bytes().to_vec().try_into().unwrap()).unwrap(),
		level: Level(0),
		outline,
		registered_area: survey.computed_area,
	}
}

/// Imports parcels, and prints how many in a second and in a block.
fn import(name: &str, records: Vec<ParcelRecord>) {
	let leaves: Vec<_> = records.iter().map(|row| merkle::leaf(&row.encode())).collect();
	let rows = records.len();
	let open = Call::open_campaign {
		act: act(TAKE_OVER.0, 0),
		root: merkle::root(&leaves).unwrap(),
		rows: rows as u32,
		district: District::NATIONAL,
	};
	RuntimeCall::from(open)
		.dispatch(RuntimeOrigin::signed(well_known::LANDS_RECORDER.account()))
		.expect("there is something to import");
	let campaign = LastCampaign::<Runtime>::get();
	let proven: Vec<_> = records
		.into_iter()
		.zip(0u32..)
		.map(|(parcel, index)| {
			let proof = merkle::prove(&leaves, index).unwrap();
			CampaignRow { index, parcel, proof }
		})
		.collect();
	let (mut took, mut charged) = (Duration::ZERO, Weight::zero());
	for batch in proven.chunks(BATCH) {
		let rows = batch.to_vec().try_into().expect("the bound");
		let call = Call::import_parcels { campaign, rows, bound: PLENTY };
		let (time, weight) = done(&well_known::LANDS_RECORDER, call);
		took += time;
		charged += weight;
	}
	let found = LandCadastre::campaign(campaign).expect("it was opened").record;
	println!(
		"import of {name}: {rows} rows, {} accepted, {} disputed, {} refused; {:.0} parcels a second \
		 natively, {:.1} in a block by weight ({:.2} ms each)",
		found.accepted,
		found.disputed,
		found.refused,
		rows as f64 / took.as_secs_f64(),
		BLOCK_MILLIS * rows as f64 / millis(charged),
		millis(charged) / rows as f64,
	);
}

/// Registers one parcel by a surveyor and another officer, with the work that a survey says.
fn register(what: &str, reference: &str, outline: Outline) {
	let survey = LandCadastre::survey(outline.clone(), Level(0)).expect("it is a boundary");
	let (parcel, bound) = (record(reference, outline), survey.work);
	let registration = Box::new(Registration { district: District::NATIONAL, parcel });
	let act = || act(FIRST_REGISTRATION.0, 0);
	let propose = Call::propose_registration { act: act(), registration, bound };
	let (proposing, proposed) = done(&well_known::LANDS_SURVEYOR, propose);
	let proposal = LastProposal::<Runtime>::get();
	let decide = Call::decide_proposal { act: act(), proposal, verdict: Verdict::Approve, bound };
	let (deciding, decided) = done(&well_known::LANDS_REGISTRAR, decide);
	let WorkBound { cells, candidates, tests, writes } = bound;
	println!(
		"| {what} | {cells} | {candidates} | {tests} | {writes} | {:.0} | {:.2} | {:.2} |",
		(proposing + deciding).as_secs_f64() * 1e6,
		millis(proposed),
		millis(decided),
	);
}

/// The parcels of a real commune.
fn commune() -> Option<Vec<ParcelRecord>> {
	let folder = env::var_os("POLITY_SHARED_DATA").map_or_else(
		|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/data"),
		PathBuf::from,
	);
	let text = std::fs::read_to_string(folder.join("parcels-epinay-sur-orge.geojson")).ok()?;
	let collection: serde_json::Value = serde_json::from_str(&text).expect("it is GeoJSON");
	let units = |number: &serde_json::Value| (number.as_f64().unwrap() * 1e7).round() as i64;
	let ring = |ring: &serde_json::Value| {
		let points = ring.as_array().unwrap().iter();
		let mut points: Vec<_> =
			points.map(|point| Point::new(units(&point[0]), units(&point[1]))).collect();
		points.pop();
		points
	};
	let features = collection["features"].as_array().unwrap().iter().map(|feature| {
		let mut rings = feature["geometry"]["coordinates"].as_array().unwrap().iter().map(ring);
		let outline = Outline { outer: rings.next().unwrap(), holes: rings.collect() };
		let reference = feature["id"].as_str().unwrap().as_bytes().to_vec();
		ParcelRecord {
			reference: ParcelReference::new(reference.try_into().unwrap()).unwrap(),
			level: Level(0),
			outline,
			registered_area: feature["properties"]["contenance"].as_u64().unwrap_or(0),
		}
	});
	Some(features.collect())
}

fn main() {
	// `cargo test --all-targets` runs benches too, and has nothing to learn from this one.
	if !env::args().any(|argument| argument == "--bench") {
		return;
	}
	let table = || {
		println!("\n| parcel | cells | candidates | tests | writes | µs natively | ms to propose | ms to decide |");
		println!("|---|---|---|---|---|---|---|---|");
	};
	genesis("local").execute_with(|| {
		begin_block(1);
		let (west, south) = (200_000_000, 400_000_000);
		let plot = |place: i64| {
			let outline = rectangle(west + SIDE * (place % 50), south + SIDE * (place / 50), 1);
			record(&format!("GRID{place}"), outline)
		};
		import("a grid of plots", (0..2_000).map(plot).collect());
		match commune() {
			Some(records) => import("a real commune", records),
			None => {
				println!("skipped: no parcels-epinay-sur-orge.geojson (set POLITY_SHARED_DATA)")
			},
		}

		table();
		for (place, vertices) in [4, 8, 16, 32, 64, 128, 256, 512].into_iter().enumerate() {
			let outline = bow(300_000_000, 300_000_000 + 10_000_000 * place as i64, vertices);
			register(&format!("{vertices} vertices"), &format!("BOW{vertices}"), outline);
		}
		table();
		for (place, neighbours) in [0i64, 1, 4, 16, 64].into_iter().enumerate() {
			let south = 350_000_000 + 100_000 * place as i64;
			let row = |column: i64| {
				let outline = rectangle(400_000_000 + SIDE * column, south, 1);
				record(&format!("ROW{neighbours}X{column}"), outline)
			};
			if neighbours > 0 {
				import(&format!("{neighbours} neighbours"), (0..neighbours).map(row).collect());
			}
			let strip = rectangle(400_000_000, south + SIDE, neighbours.max(1));
			register(&format!("{neighbours} neighbours"), &format!("STRIP{neighbours}"), strip);
		}
	});
}
