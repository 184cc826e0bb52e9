//! How heavy the calls are, and each unit of the work that they state.

use alloc::{boxed::Box, vec, vec::Vec};
use codec::{Decode, Encode};
use frame_benchmarking::v2::*;
use frame_support::{traits::Get, BoundedVec};
use frame_system::RawOrigin;
use polity_geometry::{
	AreaTolerance, BoundingBox, Cell, CoordinateSystem, EdgeTests, Outline, Point, Polygon,
};
use polity_primitives::{
	act::{LegalBasis, RequestId, MAX_DOCUMENTS},
	ids::{CampaignId, ProposalId},
	merkle,
	traits::{LegalClock, MandateAuthority},
	Act, Commitment, District, DocumentCommitment, HashAlgorithm, ParcelNumber, Power, Register,
	RuleVersion, Tag,
};
use sp_core::H256;

use crate::{
	acts::{FIRST_REGISTRATION, PARAMETERS, SURVEY, TAKE_OVER},
	index::Meter,
	parcels::measure,
	types::*,
	Call, Cells, Config, Entering, Extent, Geometries, LastCampaign, LastProposal, Law, Pallet,
	Parcels,
};

type Account<T> = <T as frame_system::Config>::AccountId;

/// The side of a smallest cell, in mm.
const CELL: i64 = 32_768;

/// Enough for each of the small outlines below.
const PLENTY: WorkBound =
	WorkBound { cells: 10_000, candidates: 10_000, tests: 1_000_000, writes: 10_000 };

fn tag(seed: u8) -> Tag {
	Tag::new([seed; 32]).expect("not zero; qed")
}

/// An act with as many documents as it can have.
fn act<T: Config>(legal_basis: LegalBasis, request: u32, expected_version: u32) -> Act {
	let mut bytes = [0xB5; 16];
	bytes[..4].copy_from_slice(&request.to_le_bytes());
	let digest = Commitment::new([5; 32]).expect("not zero; qed");
	let document = DocumentCommitment { algorithm: HashAlgorithm::Sha2_256, digest };
	Act {
		legal_basis,
		rule_version: RuleVersion::CURRENT,
		documents: vec![document; MAX_DOCUMENTS as usize].try_into().expect("the bound; qed"),
		request: RequestId::new(bytes).expect("not zero; qed"),
		expected_version,
		effective_from: T::Clock::today(Register::Land, District::NATIONAL),
	}
}

fn officer<T: Config>(seed: u8) -> Account<T> {
	let who = account("officer", seed.into(), 0);
	let (register, district) = (Register::Land, District::NATIONAL);
	// Once each: an account can hold few mandates.
	if T::Mandates::ensure_mandate(&who, register, Power::Decide, district).is_err() {
		T::Mandates::grant_for_benchmark(&who, tag(100 + seed), register, district);
	}
	who
}

fn maker<T: Config>() -> Account<T> {
	officer::<T>(1)
}

fn checker<T: Config>() -> Account<T> {
	officer::<T>(2)
}

/// In millimetres, with a territory as wide as can be.
fn law() -> CadastreLaw {
	let most = (1 << 36) - 1;
	CadastreLaw {
		system: CoordinateSystem::Millimetres { epsg: 2154 },
		tolerance: AreaTolerance { square_metres: u32::MAX, per_mille: u16::MAX },
		territory: BoundingBox { min: Point::new(-most, -most), max: Point::new(most, most) },
	}
}

fn set_law<T: Config>() {
	Law::<T>::put(law());
}

/// A triangle in a smallest cell of its own, above each other: the least that a parcel takes.
fn triangle(place: u32) -> ParcelRecord {
	let y = i64::from(place) * CELL + 1_000;
	let corners = [(1_000, y), (9_000, y), (1_000, y + 8_000)];
	let outer = corners.iter().map(|(x, y)| Point::new(*x, *y)).collect();
	let reference = alloc::format!("{place:0>24}").into_bytes();
	ParcelRecord {
		reference: ParcelReference::new(reference.try_into().expect("24 digits; qed"))
			.expect("digits; qed"),
		level: Level(0),
		outline: Outline { outer, holes: vec![] },
		registered_area: 32,
	}
}

/// A polygon of so many vertices without a hole: a bow of a parabola and its chord.
fn bow(vertices: u32) -> Outline {
	let point = |at: u32| Point::new(i64::from(at) * 4_000, i64::from(at) * i64::from(at) * 10);
	Outline { outer: (0..vertices).map(point).collect(), holes: vec![] }
}

/// Two combs that reach between each other's teeth and share no ground. All of their edges lie side by
/// side, so that each is compared with each of the other.
fn combs() -> [Polygon; 2] {
	let comb = |spine: i64, root: i64, tip: i64, first: i64| {
		let mut outer = vec![Point::new(spine, 0), Point::new(root, 0)];
		for tooth in 0..16 {
			let y = first + tooth * 100;
			outer.extend([Point::new(root, y), Point::new(tip, y + 20), Point::new(root, y + 40)]);
		}
		outer.extend([Point::new(root, 1_800), Point::new(spine, 1_800)]);
		polygon(Outline { outer, holes: vec![] })
	};
	[comb(-10, 0, 1_000, 50), comb(1_020, 1_010, 5, 100)]
}

fn polygon(outline: Outline) -> Polygon {
	Polygon::new(law().system, outline).expect("it is simple; qed")
}

fn number(place: u32) -> ParcelNumber {
	ParcelNumber::from_serial(ParcelNumber::FIRST_SERIAL + u64::from(place)).expect("a number; qed")
}

/// A cell of the smallest, in a row.
fn cell(place: u32) -> (Level, Cell) {
	(Level(0), Cell { level: 0, column: place, row: 0 })
}

fn proposed<T: Config>() -> ProposalId {
	let registration = Registration { district: District::NATIONAL, parcel: triangle(0) };
	Pallet::<T>::propose_registration(
		RawOrigin::Signed(maker::<T>()).into(),
		act::<T>(FIRST_REGISTRATION, 1, 0),
		Box::new(registration),
		PLENTY,
	)
	.map_err(|error| error.error)
	.expect("the ground is free; qed");
	LastProposal::<T>::get()
}

/// Registers a parcel of a place of its own, for other pallets' benchmarks.
pub(crate) fn registered<T: Config>(place: u32) -> ParcelNumber {
	if Law::<T>::get().is_none_or(|law| law.system != self::law().system) {
		set_law::<T>();
	}
	register::<T>(place, triangle(place))
}

fn register<T: Config>(place: u32, parcel: ParcelRecord) -> ParcelNumber {
	let registration = Registration { district: District::NATIONAL, parcel };
	let request = 100_000 + 2 * place;
	Pallet::<T>::propose_registration(
		RawOrigin::Signed(maker::<T>()).into(),
		act::<T>(FIRST_REGISTRATION, request, 0),
		Box::new(registration),
		PLENTY,
	)
	.map_err(|error| error.error)
	.expect("the ground is free; qed");
	Pallet::<T>::decide_proposal(
		RawOrigin::Signed(checker::<T>()).into(),
		act::<T>(FIRST_REGISTRATION, request + 1, 0),
		LastProposal::<T>::get(),
		Verdict::Approve,
		PLENTY,
	)
	.map_err(|error| error.error)
	.expect("it was prepared; qed");
	Parcels::<T>::iter_keys().max().expect("one was registered; qed")
}

/// A parcel none of whose cells has been entered, as far as anybody knows.
fn entering_of<T: Config>(parcel: ParcelNumber) -> EnteringParcel {
	let Parcel { level, bounds, .. } = Parcels::<T>::get(parcel).expect("registered; qed");
	let cells = Geometries::<T>::get(parcel).expect("registered; qed").cells(law().system).len();
	EnteringParcel { parcel, level, bounds, entered: 0, cells: cells as u32 }
}

/// Lets as many parcels be entered as can be, but one.
fn fill_entering<T: Config>() {
	for place in 1..MAX_ENTERING {
		let parcel = register::<T>(place, triangle(place));
		let entering = entering_of::<T>(parcel);
		Entering::<T>::try_append(entering).expect("the bound; qed");
	}
}

/// How wide a strip of the field below is, in mm.
const STRIP: i64 = 100;

/// A rectangle over some strips, with corners at some of their borders.
fn strips(
	from: i64,
	to: i64,
	bottom: i64,
	borders_below: &[i64],
	borders_above: &[i64],
) -> Outline {
	let point = |strip: i64, y: i64| Point::new(1_000 + strip * STRIP, y);
	let top = bottom + 1_000;
	let mut outer = vec![point(from, bottom)];
	outer.extend(borders_below.iter().map(|border| point(*border, bottom)));
	outer.extend([point(to, bottom), point(to, top)]);
	outer.extend(borders_above.iter().rev().map(|border| point(*border, top)));
	outer.push(point(from, top));
	Outline { outer, holes: vec![] }
}

fn named(place: u32, outline: Outline) -> ParcelRecord {
	ParcelRecord { outline, ..triangle(place) }
}

fn on_first_version(parcel: ParcelNumber) -> ParcelVersion {
	ParcelVersion { parcel, version: 1 }
}

/// The division of a field into as many strips as can be. Above it are as many neighbours as can be,
/// each over two strips, which get the corner between these.
fn division<T: Config>() -> Box<SurveyChange> {
	set_law::<T>();
	let strips_in_all = i64::from(MAX_CHILDREN);
	let borders: Vec<i64> = (1..strips_in_all).collect();
	let field = register::<T>(0, named(0, strips(0, strips_in_all, 1_000, &[], &[])));
	let neighbours: Vec<_> = (0..MAX_SURVEYED_PARCELS)
		.map(|place| {
			let (from, middle) = (i64::from(2 * place), i64::from(2 * place + 1));
			let to = middle + 1;
			let outline = |corner: &[i64]| strips(from, to, 2_000, corner, &[]);
			let number = register::<T>(1 + place, named(1 + place, outline(&[])));
			NodedParcel { parcel: on_first_version(number), outline: outline(&[middle]) }
		})
		.collect();
	let children: Vec<_> = (0..MAX_CHILDREN)
		.map(|place| {
			let from = i64::from(place);
			let ParcelRecord { reference, outline, registered_area, .. } =
				named(100 + place, strips(from, from + 1, 1_000, &[], &[]));
			NewParcel { reference, outline, registered_area }
		})
		.collect();
	Box::new(SurveyChange::Subdivide {
		parcel: on_first_version(field),
		noded: Some(strips(0, strips_in_all, 1_000, &borders, &borders)),
		children: children.try_into().expect("the bound; qed"),
		neighbours: neighbours.try_into().expect("the bound; qed"),
	})
}

/// The root over so many rows, and the rows with proofs as long as in a source of 2^20 rows.
fn campaign_rows(count: u32) -> (H256, u32, Vec<CampaignRow>) {
	let records: Vec<_> = (0..count).map(triangle).collect();
	let mut leaves: Vec<_> = records.iter().map(|row| merkle::leaf(&row.encode())).collect();
	leaves.resize(1 << 10, H256::repeat_byte(7));
	let rows = records.into_iter().zip(0u32..).map(|(parcel, index)| {
		let proof = merkle::prove(&leaves, index).expect("a row; qed");
		CampaignRow { index, parcel, proof }
	});
	(merkle::root(&leaves).expect("rows; qed"), 1 << 10, rows.collect())
}

fn opened<T: Config>(root: H256, rows: u32) -> CampaignId {
	Pallet::<T>::open_campaign(
		RawOrigin::Signed(maker::<T>()).into(),
		act::<T>(TAKE_OVER, 10, 0),
		root,
		rows,
		District::NATIONAL,
	)
	.expect("there is something to import; qed");
	LastCampaign::<T>::get()
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn propose_law() {
		// As before the first parcel: the network may begin with some, in another system.
		Extent::<T>::kill();
		let caller = maker::<T>();
		let act = act::<T>(PARAMETERS, 1, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, law());
		assert_eq!(LastProposal::<T>::get(), ProposalId(1));
	}

	#[benchmark]
	fn propose_registration() {
		set_law::<T>();
		let caller = maker::<T>();
		let act = act::<T>(FIRST_REGISTRATION, 1, 0);
		let registration =
			Box::new(Registration { district: District::NATIONAL, parcel: triangle(0) });
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, registration, PLENTY);
		assert_eq!(LastProposal::<T>::get(), ProposalId(1));
	}

	#[benchmark]
	fn decide_proposal() {
		set_law::<T>();
		let proposal = proposed::<T>();
		let before = Parcels::<T>::iter().count();
		let caller = checker::<T>();
		let act = act::<T>(FIRST_REGISTRATION, 2, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, proposal, Verdict::Approve, PLENTY);
		assert_eq!(Parcels::<T>::iter().count() - before, 1);
	}

	/// As many are entered already as can be but one.
	#[benchmark]
	fn approve_in_steps() {
		set_law::<T>();
		fill_entering::<T>();
		let proposal = proposed::<T>();
		let caller = checker::<T>();
		let act = act::<T>(FIRST_REGISTRATION, 2, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, proposal, PLENTY);
		assert_eq!(Entering::<T>::get().len(), MAX_ENTERING as usize);
	}

	#[benchmark]
	fn enter_ground() {
		set_law::<T>();
		fill_entering::<T>();
		let parcel = register::<T>(0, triangle(0));
		// As if it were to be entered once more.
		let entering = entering_of::<T>(parcel);
		Entering::<T>::try_append(entering).expect("one less than can be; qed");
		let caller = maker::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), parcel, PLENTY);
		assert_eq!(Entering::<T>::get().len(), MAX_ENTERING as usize - 1);
	}

	#[benchmark]
	fn propose_survey() {
		let change = division::<T>();
		let caller = maker::<T>();
		let act = act::<T>(SURVEY, 1, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, change, PLENTY);
		assert!(Pallet::<T>::survey_matter(LastProposal::<T>::get()).is_some());
	}

	#[benchmark]
	fn decide_survey() {
		let change = division::<T>();
		Pallet::<T>::propose_survey(
			RawOrigin::Signed(maker::<T>()).into(),
			act::<T>(SURVEY, 1, 1),
			change,
			PLENTY,
		)
		.map_err(|error| error.error)
		.expect("it covers the field; qed");
		let proposal = LastProposal::<T>::get();
		let before = Parcels::<T>::iter().count();
		let caller = checker::<T>();
		let act = act::<T>(SURVEY, 2, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, proposal, Verdict::Approve, PLENTY);
		assert_eq!(Parcels::<T>::iter().count() - before, MAX_CHILDREN as usize);
	}

	/// A survey has the most to read: its parcels too, to see whether they have changed.
	#[benchmark]
	fn withdraw_proposal() {
		let change = division::<T>();
		let caller = maker::<T>();
		Pallet::<T>::propose_survey(
			RawOrigin::Signed(caller.clone()).into(),
			act::<T>(SURVEY, 1, 1),
			change,
			PLENTY,
		)
		.map_err(|error| error.error)
		.expect("it covers the field; qed");
		let proposal = LastProposal::<T>::get();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), proposal);
		assert_eq!(Pallet::<T>::proposal(proposal), None);
	}

	#[benchmark]
	fn open_campaign() {
		set_law::<T>();
		let caller = maker::<T>();
		let act = act::<T>(TAKE_OVER, 1, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, H256::repeat_byte(1), u32::MAX, District::NATIONAL);
		assert_eq!(LastCampaign::<T>::get(), CampaignId(1));
	}

	#[benchmark]
	fn import_parcels(n: Linear<1, { T::MaxRowsPerCall::get() }>) {
		set_law::<T>();
		let (root, rows, proven) = campaign_rows(n);
		let id = opened::<T>(root, rows);
		let rows: BoundedVec<_, _> = proven.try_into().expect("the bound; qed");
		// Another recorder than the opener: the campaign grows.
		let caller = checker::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), id, rows, PLENTY);
		assert_eq!(Pallet::<T>::campaign(id).unwrap().record.accepted, n);
	}

	#[benchmark]
	fn refuse_row() {
		set_law::<T>();
		let (root, rows, mut proven) = campaign_rows(1);
		let id = opened::<T>(root, rows);
		let CampaignRow { index, parcel, proof } = proven.remove(0);
		let leaf = merkle::leaf(&parcel.encode());
		let caller = checker::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), id, index, leaf, RowDefect::Unreadable, proof);
		assert_eq!(Pallet::<T>::campaign(id).unwrap().record.refused, 1);
	}

	#[benchmark]
	fn seal_campaign() {
		set_law::<T>();
		let leaves: Vec<_> =
			(0..MAX_RECORDERS).map(|place| merkle::leaf(&triangle(place).encode())).collect();
		let id = opened::<T>(merkle::root(&leaves).expect("rows; qed"), MAX_RECORDERS);
		// As many recorders as there can be, the opener among them.
		for index in 0..MAX_RECORDERS {
			let recorder = if index == 0 { maker::<T>() } else { officer::<T>(10 + index as u8) };
			let proof = merkle::prove(&leaves, index).expect("a row; qed");
			let row = vec![CampaignRow { index, parcel: triangle(index), proof }];
			Pallet::<T>::import_parcels(
				RawOrigin::Signed(recorder).into(),
				id,
				row.try_into().expect("one row; qed"),
				PLENTY,
			)
			.map_err(|error| error.error)
			.expect("it is of the campaign; qed");
		}
		let caller = checker::<T>();
		let act = act::<T>(TAKE_OVER, 99, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), act, id);
		assert!(Pallet::<T>::campaign(id).unwrap().record.is_sealed);
	}

	/// An outline is decoded, checked and measured, its canonical form hashed, stored and read.
	#[benchmark]
	fn vertices(v: Linear<3, 512>) {
		let bytes = bow(v).encode();
		let found;
		#[block]
		{
			let outline = Outline::decode(&mut &bytes[..]).expect("an outline; qed");
			let measured = measure(&law(), outline, &mut Meter::bounded_by(PLENTY))
				.expect("it is simple; qed");
			Geometries::<T>::insert(number(0), &measured.polygon);
			found = Geometries::<T>::get(number(0)) == Some(measured.polygon);
		}
		assert!(found);
	}

	/// Cells with as many parcels as they can have.
	#[benchmark]
	fn cells(c: Linear<1, 1_000>) {
		let parcels: Vec<_> = (0..MAX_PARCELS_PER_CELL).map(number).collect();
		let parcels: BoundedVec<_, _> = parcels.try_into().expect("the bound; qed");
		for place in 0..c {
			let content = CellContent { parcels: parcels.clone(), ..Default::default() };
			Cells::<T>::insert(cell(place), content);
		}
		let mut found = 0;
		#[block]
		{
			for place in 0..c {
				found += Cells::<T>::get(cell(place)).parcels.len();
			}
		}
		assert_eq!(found, c as usize * MAX_PARCELS_PER_CELL as usize);
	}

	/// Their vertices are counted as tests.
	#[benchmark]
	fn candidates(k: Linear<1, 500>) {
		let shape = polygon(bow(8));
		for place in 0..k {
			Geometries::<T>::insert(number(place), &shape);
		}
		let mut found = 0;
		#[block]
		{
			for place in 0..k {
				found +=
					Geometries::<T>::get(number(place)).map_or(0, |polygon| polygon.vertices());
			}
		}
		assert_eq!(found, k as usize * 8);
	}

	/// Two boundaries are compared again and again.
	#[benchmark]
	fn tests(t: Linear<1, 100_000>) {
		let [one, other] = combs();
		let mut counter = EdgeTests::unbounded();
		#[block]
		{
			while counter.done() < t {
				let shares = one.shares_ground_with(&other, &mut counter).expect("no bound; qed");
				assert!(!shares);
			}
		}
		assert!(counter.done() >= t);
	}

	/// Cells that have almost as many parcels as they can have.
	#[benchmark]
	fn entries(e: Linear<1, 500>) {
		let parcels: Vec<_> = (1..MAX_PARCELS_PER_CELL).map(number).collect();
		let parcels: BoundedVec<_, _> = parcels.try_into().expect("the bound; qed");
		for place in 0..e {
			let content = CellContent { parcels: parcels.clone(), ..Default::default() };
			Cells::<T>::insert(cell(place), content);
		}
		#[block]
		{
			for place in 0..e {
				Cells::<T>::mutate(cell(place), |content| {
					let _ = content.parcels.try_push(number(0));
				});
			}
		}
		assert_eq!(Cells::<T>::get(cell(0)).parcels.len(), MAX_PARCELS_PER_CELL as usize);
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
