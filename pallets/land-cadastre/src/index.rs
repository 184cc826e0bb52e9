//! The index of ground: which parcels a boundary may share ground with, and whether it does.
//!
//! The rules are `polity-geometry`'s; here they meet the state. Every look-up is counted against the
//! bound that the caller has stated.

use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use polity_geometry::{
	walk_along_edges, walk_along_ray, walk_in_box, BoundPassed, BoundingBox, Cell, Children,
	CoordinateSystem, EdgeTests, Point, Polygon, Sighting, Walk, LEVELS,
};
use polity_primitives::ParcelNumber;

use crate::{
	types::{CellContent, EnteringParcel, Level, WorkBound},
	Cells, Config, Entering, Error, Geometries, Pallet,
};

/// Which part of the stated bound was passed, or what the index has no room for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum IndexError {
	Cells,
	Candidates,
	Tests,
	Writes,
	CellFull,
	/// The index names a parcel without a geometry: the state is broken.
	Broken,
}

impl From<BoundPassed> for IndexError {
	fn from(_: BoundPassed) -> Self {
		Self::Tests
	}
}

impl<T> From<IndexError> for Error<T> {
	fn from(error: IndexError) -> Self {
		match error {
			IndexError::Cells => Self::TooFewCellsStated,
			IndexError::Candidates => Self::TooFewCandidatesStated,
			IndexError::Tests => Self::TooFewTestsStated,
			IndexError::Writes => Self::TooFewWritesStated,
			IndexError::CellFull => Self::CellFull,
			IndexError::Broken => Self::IndexBroken,
		}
	}
}

/// The work of one call: how much was done, and how much may be.
pub(crate) struct Meter {
	bound: WorkBound,
	done: WorkBound,
	/// Edge tests, which the rules count by themselves.
	pub(crate) tests: EdgeTests,
	/// Whether a walk has done more tests than could still be counted: then all are charged.
	is_spent: bool,
}

impl Meter {
	pub(crate) const fn bounded_by(bound: WorkBound) -> Self {
		Self { bound, done: NOTHING, tests: EdgeTests::bounded_by(bound.tests), is_spent: false }
	}

	/// What was done so far.
	pub(crate) const fn done(&self) -> WorkBound {
		let tests = if self.is_spent { self.bound.tests } else { self.tests.done() };
		WorkBound { tests, ..self.done }
	}

	fn cell(&mut self) -> Result<(), IndexError> {
		count(&mut self.done.cells, self.bound.cells).ok_or(IndexError::Cells)
	}

	fn candidate(&mut self) -> Result<(), IndexError> {
		count(&mut self.done.candidates, self.bound.candidates).ok_or(IndexError::Candidates)
	}

	/// Whether one cell more can be entered, with all marks that lead there.
	fn has_room_for_cell(&self) -> bool {
		let left = self.bound.writes.saturating_sub(self.done.writes);
		left >= LEVELS
	}

	fn write(&mut self) -> Result<(), IndexError> {
		count(&mut self.done.writes, self.bound.writes).ok_or(IndexError::Writes)
	}

	/// A counter for a walk, whose look-ups count on the meter meanwhile; [`Self::walked`] adds the
	/// two up. Until then they may come to twice the bound, and no further.
	fn for_walk(&self) -> EdgeTests {
		EdgeTests::bounded_by(self.bound.tests.saturating_sub(self.tests.done()))
	}

	/// What a walk has come to, once its tests are counted: also those of a walk that failed, or who
	/// states too little would be given back what was done.
	fn walked<Outcome>(
		&mut self,
		walk: EdgeTests,
		outcome: Result<Outcome, IndexError>,
	) -> Result<Outcome, IndexError> {
		let counted = self.tests.count(walk.done());
		self.is_spent |= counted.is_err();
		let outcome = outcome?;
		counted?;
		Ok(outcome)
	}

	fn pass_over(&mut self, polygon: &Polygon) -> Result<(), IndexError> {
		let vertices = u32::try_from(polygon.vertices()).map_err(|_| IndexError::Tests)?;
		Ok(self.tests.count(vertices)?)
	}
}

const NOTHING: WorkBound = WorkBound { cells: 0, candidates: 0, tests: 0, writes: 0 };

/// Counts one more, or none where that would be too many.
fn count(done: &mut u32, bound: u32) -> Option<()> {
	let next = done.checked_add(1).filter(|next| *next <= bound)?;
	*done = next;
	Some(())
}

/// The geometries that one search has read: each is read and counted once.
struct Candidates<'a> {
	meter: &'a mut Meter,
	known: BTreeMap<ParcelNumber, Polygon>,
}

impl Candidates<'_> {
	fn read<T: Config>(&mut self, number: ParcelNumber) -> Result<(), IndexError> {
		if !self.known.contains_key(&number) {
			let polygon = Pallet::<T>::read_boundary(number, self.meter)?;
			self.known.insert(number, polygon);
		}
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	/// The live parcels of a level that a polygon shares ground with, by their numbers. Empty exactly
	/// if its ground is free.
	///
	/// As soon as one is found that is wholly inside the polygon, that one is the answer.
	pub(crate) fn overlaps(
		system: CoordinateSystem,
		level: Level,
		polygon: &Polygon,
		meter: &mut Meter,
	) -> Result<Vec<ParcelNumber>, IndexError> {
		let mut found = BTreeSet::new();
		let mut tests = meter.for_walk();
		let walk = walk_along_edges::<IndexError>(system, polygon, &mut tests, |cell| {
			meter.cell()?;
			let content = Cells::<T>::get((level, cell));
			found.extend(content.parcels);
			Ok(content.children)
		});
		let walk = meter.walked(tests, walk)?;
		if let Walk::HasParcelInside(cell) = walk {
			return Ok(Vec::from([Self::any_within(level, cell, meter)?]));
		}
		let bounds = polygon.bounding_box();
		found.extend(Self::entering_in(level, |other| bounds.shares_ground_with(other)));
		let mut candidates = Candidates { meter, known: BTreeMap::new() };
		Self::along_ray(system, level, polygon.first_vertex(), &mut candidates, &mut found)?;
		let mut overlaps = Vec::new();
		for number in found {
			candidates.read::<T>(number)?;
			if let Some(other) = candidates.known.get(&number) {
				if polygon.shares_ground_with(other, &mut candidates.meter.tests)? {
					overlaps.push(number);
				}
			}
		}
		Ok(overlaps)
	}

	/// Adds the parcels along a ray from a point, the one among them that the point is in.
	fn along_ray(
		system: CoordinateSystem,
		level: Level,
		from: Point,
		candidates: &mut Candidates<'_>,
		found: &mut BTreeSet<ParcelNumber>,
	) -> Result<(), IndexError> {
		let mut tests = candidates.meter.for_walk();
		let walk = walk_along_ray::<IndexError>(system, from, &mut tests, |cell| {
			candidates.meter.cell()?;
			let content = Cells::<T>::get((level, cell));
			let mut stopped_at: Option<i64> = None;
			for number in &content.parcels {
				candidates.read::<T>(*number)?;
				if let Some(polygon) = candidates.known.get(number) {
					let stop = polygon.stops_ray(from, &mut candidates.meter.tests)?;
					stopped_at = stopped_at.into_iter().chain(stop).min();
				}
			}
			found.extend(content.parcels);
			Ok(Sighting { children: content.children, stopped_at })
		});
		candidates.meter.walked(tests, walk)
	}

	/// Any parcel in or within a cell that has one.
	fn any_within(level: Level, cell: Cell, meter: &mut Meter) -> Result<ParcelNumber, IndexError> {
		let mut cell = cell;
		loop {
			meter.cell()?;
			let content = Cells::<T>::get((level, cell));
			if let Some(number) = content.parcels.first() {
				return Ok(*number);
			}
			cell = cell.children(content.children).next().ok_or(IndexError::Broken)?;
		}
	}

	/// The parcels of a level that may have ground in a box: all that do, and some beside it.
	pub(crate) fn within(
		system: CoordinateSystem,
		level: Level,
		bounds: &BoundingBox,
		meter: &mut Meter,
	) -> Result<Vec<ParcelNumber>, IndexError> {
		let mut found = BTreeSet::new();
		let mut tests = meter.for_walk();
		let walk = walk_in_box::<IndexError>(system, bounds, &mut tests, |cell| {
			meter.cell()?;
			let content = Cells::<T>::get((level, cell));
			found.extend(content.parcels);
			Ok(content.children)
		});
		meter.walked(tests, walk)?;
		found.extend(Self::entering_in(level, |other| bounds.meets(other)));
		let mut candidates = Candidates { meter, known: BTreeMap::new() };
		Self::along_ray(system, level, bounds.min, &mut candidates, &mut found)?;
		Ok(found.into_iter().collect())
	}

	/// Reads the boundary of a parcel, which counts as a candidate.
	pub(crate) fn read_boundary(
		number: ParcelNumber,
		meter: &mut Meter,
	) -> Result<Polygon, IndexError> {
		meter.candidate()?;
		let polygon = Geometries::<T>::get(number).ok_or(IndexError::Broken)?;
		meter.pass_over(&polygon)?;
		Ok(polygon)
	}

	/// Parcels of a level that are entered in steps, of which the index does not have all cells yet.
	fn entering_in(
		level: Level,
		is_near: impl Fn(&BoundingBox) -> bool,
	) -> impl Iterator<Item = ParcelNumber> {
		let entering = Entering::<T>::get().into_iter();
		entering
			.filter(move |other| other.level == level && is_near(&other.bounds))
			.map(|other| other.parcel)
	}

	/// Enters a parcel under the cells of its edges.
	pub(crate) fn enter(
		system: CoordinateSystem,
		level: Level,
		number: ParcelNumber,
		polygon: &Polygon,
		meter: &mut Meter,
	) -> Result<(), IndexError> {
		for cell in polygon.cells(system) {
			Self::enter_cell(level, cell, number, meter)?;
		}
		Ok(())
	}

	/// Enters a parcel under as many more of its cells as the bound has writes for: at least one, or
	/// too few were stated. Answers with how many have been entered in all.
	pub(crate) fn enter_some(
		system: CoordinateSystem,
		entering: &EnteringParcel,
		polygon: &Polygon,
		meter: &mut Meter,
	) -> Result<u32, IndexError> {
		let before = usize::try_from(entering.entered).map_err(|_| IndexError::Broken)?;
		let mut entered = entering.entered;
		for cell in polygon.cells(system).into_iter().skip(before) {
			if !meter.has_room_for_cell() {
				break;
			}
			Self::enter_cell(entering.level, cell, entering.parcel, meter)?;
			entered = entered.saturating_add(1);
		}
		if entered == entering.entered {
			return Err(IndexError::Writes);
		}
		Ok(entered)
	}

	fn enter_cell(
		level: Level,
		cell: Cell,
		number: ParcelNumber,
		meter: &mut Meter,
	) -> Result<(), IndexError> {
		meter.write()?;
		let mut content = Cells::<T>::get((level, cell));
		let was_empty = content == CellContent::default();
		content.parcels.try_push(number).map_err(|_| IndexError::CellFull)?;
		Cells::<T>::insert((level, cell), content);
		if was_empty {
			Self::mark_upwards(level, cell, meter)?;
		}
		Ok(())
	}

	/// Marks a cell in its parent, and so on up to the first that has the mark.
	fn mark_upwards(level: Level, cell: Cell, meter: &mut Meter) -> Result<(), IndexError> {
		let mut below = cell;
		while let Some(parent) = below.parent() {
			let mark: Children = below.place_in_parent();
			let mut content = Cells::<T>::get((level, parent));
			if content.children.has(mark) {
				break;
			}
			meter.write()?;
			content.children = content.children.with(mark);
			Cells::<T>::insert((level, parent), content);
			below = parent;
		}
		Ok(())
	}

	/// Takes a parcel out of the cells of its edges.
	pub(crate) fn leave(
		system: CoordinateSystem,
		level: Level,
		number: ParcelNumber,
		polygon: &Polygon,
		meter: &mut Meter,
	) -> Result<(), IndexError> {
		for cell in polygon.cells(system) {
			meter.write()?;
			let mut content = Cells::<T>::get((level, cell));
			let entered = content.parcels.len();
			content.parcels.retain(|entry| *entry != number);
			if content.parcels.len() == entered {
				return Err(IndexError::Broken);
			}
			Self::put_cell(level, cell, content, meter)?;
		}
		Ok(())
	}

	/// Writes what a cell has left. One with nothing is removed, with its mark in its parent, and so on
	/// up to the first that has something.
	fn put_cell(
		level: Level,
		cell: Cell,
		content: CellContent,
		meter: &mut Meter,
	) -> Result<(), IndexError> {
		let (mut cell, mut content) = (cell, content);
		while content == CellContent::default() {
			Cells::<T>::remove((level, cell));
			let Some(parent) = cell.parent() else { return Ok(()) };
			meter.write()?;
			content = Cells::<T>::get((level, parent));
			content.children = content.children.without(cell.place_in_parent());
			cell = parent;
		}
		Cells::<T>::insert((level, cell), content);
		Ok(())
	}
}
