//! Parcels: what is checked of one, and how it gets its ground.

use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::{dispatch::DispatchResult, ensure};
use polity_geometry::{BoundingBox, GeometryError, Outline, Point, Polygon, SquareMillimetres};
use polity_primitives::{
	traits::{Acts, LegalClock, ParcelState},
	Act, District, Head, MandateId, ParcelNumber, Power,
};
use sp_core::{Get, H256};
use sp_io::hashing::blake2_256;

use crate::{
	index::Meter,
	types::{
		CadastreLaw, Campaign, DisputeReason, EnteringParcel, GenesisParcel, Level, NamedOverlaps,
		Parcel, ParcelChange, ParcelRecord, ParcelReference, ParcelSource, Survey, SurveyError,
		WorkBound, MAX_NAMED_OVERLAPS,
	},
	ByReference, Campaigns, Cells, Config, Entering, Error, Event, Extent, Geometries, Law,
	NextParcelSerial, Pallet, ParcelHeads, Parcels,
};

/// What a boundary is by itself.
pub(crate) struct Measured {
	/// In canonical form.
	pub(crate) polygon: Polygon,
	/// The hash of that form.
	pub(crate) geometry: H256,
	/// Its box.
	pub(crate) bounds: BoundingBox,
	/// Its area.
	pub(crate) area: SquareMillimetres,
}

impl Measured {
	/// The area in m², rounded. No territory has so much that a `u64` could not hold it.
	pub(crate) fn square_metres(&self) -> u64 {
		u64::try_from(self.area.square_metres()).unwrap_or(u64::MAX)
	}
}

/// Checks an outline and measures it.
pub(crate) fn measure(
	law: &CadastreLaw,
	outline: Outline,
	meter: &mut Meter,
) -> Result<Measured, GeometryError> {
	let polygon = Polygon::new_within(law.system, outline, &mut meter.tests)?;
	let geometry = H256(blake2_256(&polygon.canonical_bytes(law.system)));
	let (bounds, area) = (polygon.bounding_box(), polygon.area(law.system));
	Ok(Measured { polygon, geometry, bounds, area })
}

/// Whether one box is wholly in another, sides included.
pub(crate) fn is_within(inner: &BoundingBox, outer: &BoundingBox) -> bool {
	outer.contains(inner.min) && outer.contains(inner.max)
}

/// The smallest box that holds both.
fn joined(one: &BoundingBox, other: &BoundingBox) -> BoundingBox {
	BoundingBox::of([one.min, one.max, other.min, other.max]).unwrap_or(*one)
}

/// How a new parcel comes to its ground.
pub(crate) enum Ground {
	/// At once.
	Taken,
	/// In steps, and reserved meanwhile.
	InSteps,
	/// Not yet: the ground is not its own.
	Disputed(DisputeReason),
}

/// What everybody who makes a parcel has to bring along.
pub(crate) struct Maker<'a> {
	/// The district whose cadastre keeps it.
	pub(crate) district: District,
	/// The act that it rests on; none of what the register began with.
	pub(crate) act: Option<&'a Act>,
	/// The mandate of the officer who brings it about.
	pub(crate) mandate: Option<MandateId>,
	/// Where it comes from, if it is imported.
	pub(crate) source: Option<ParcelSource>,
}

impl<T: Config> Pallet<T> {
	/// The law of the cadastre.
	pub(crate) fn law() -> Result<CadastreLaw, Error<T>> {
		Law::<T>::get().ok_or(Error::<T>::NoLaw)
	}

	/// The version of a parcel's record, 0 for none.
	pub(crate) fn parcel_version(number: ParcelNumber) -> u32 {
		ParcelHeads::<T>::get(number).unwrap_or_default().seq
	}

	/// The number of the next parcel. No number is given out twice.
	pub(crate) fn next_number() -> Result<ParcelNumber, Error<T>> {
		let serial = NextParcelSerial::<T>::get();
		let number = ParcelNumber::from_serial(serial).map_err(|_| Error::<T>::IdsExhausted)?;
		NextParcelSerial::<T>::put(serial.saturating_add(1));
		Ok(number)
	}

	/// All that the first registration of a parcel is refused for.
	pub(crate) fn ensure_registrable(
		law: &CadastreLaw,
		parcel: &ParcelRecord,
		meter: &mut Meter,
	) -> Result<Measured, Error<T>> {
		let measured = measure(law, parcel.outline.clone(), meter).map_err(Error::<T>::from)?;
		ensure!(is_within(&measured.bounds, &law.territory), Error::<T>::OutsideTerritory);
		ensure!(
			law.tolerance.allows(parcel.registered_area, measured.area),
			Error::<T>::AreaDisagrees
		);
		ensure!(!ByReference::<T>::contains_key(&parcel.reference), Error::<T>::ReferenceTaken);
		let overlaps = Self::overlaps(law.system, parcel.level, &measured.polygon, meter)?;
		ensure!(overlaps.is_empty(), Error::<T>::SharesGround);
		Ok(measured)
	}

	/// Writes a new parcel with its geometry and its first entry; its ground is its own from now on,
	/// unless it is disputed.
	pub(crate) fn create_parcel(
		law: &CadastreLaw,
		maker: Maker<'_>,
		record: ParcelRecord,
		measured: Measured,
		ground: Ground,
		meter: &mut Meter,
		change: impl FnOnce(Parcel) -> ParcelChange,
	) -> Result<(Parcel, Head), Error<T>> {
		let number = Self::next_number()?;
		let dispute = match ground {
			Ground::Taken => {
				Self::take_ground(law, record.level, number, &measured, meter)?;
				None
			},
			Ground::InSteps => {
				Self::reserve_ground(law, record.level, number, &measured)?;
				None
			},
			Ground::Disputed(dispute) => Some(dispute),
		};
		let parcel = Parcel {
			number,
			reference: record.reference,
			district: maker.district,
			level: record.level,
			geometry: measured.geometry,
			bounds: measured.bounds,
			registered_area: record.registered_area,
			computed_area: measured.square_metres(),
			area_agrees: law.tolerance.allows(record.registered_area, measured.area),
			source: maker.source,
			dispute,
			registered_at: T::Clock::now(),
			parents: Default::default(),
			ending: None,
		};
		ByReference::<T>::insert(&parcel.reference, number);
		Geometries::<T>::insert(number, measured.polygon);
		Parcels::<T>::insert(number, parcel.clone());
		let change = change(parcel.clone());
		let head = Self::record_parcel(number, maker.district, maker.act, maker.mandate, change)?;
		Ok((parcel, head))
	}

	/// Enters a parcel into the index: the ground within its boundary is its own.
	pub(crate) fn take_ground(
		law: &CadastreLaw,
		level: Level,
		number: ParcelNumber,
		measured: &Measured,
		meter: &mut Meter,
	) -> Result<(), Error<T>> {
		Self::enter(law.system, level, number, &measured.polygon, meter)?;
		Self::grow_extent(&measured.bounds);
		Ok(())
	}

	/// Keeps others from the ground of a parcel that is entered in steps.
	fn reserve_ground(
		law: &CadastreLaw,
		level: Level,
		parcel: ParcelNumber,
		measured: &Measured,
	) -> Result<(), Error<T>> {
		let cells = measured.polygon.cells(law.system).len();
		let cells = u32::try_from(cells).unwrap_or(u32::MAX);
		let entering = EnteringParcel { parcel, level, bounds: measured.bounds, entered: 0, cells };
		Entering::<T>::try_append(entering).map_err(|_| Error::<T>::TooManyEntering)?;
		Self::grow_extent(&measured.bounds);
		Ok(())
	}

	fn grow_extent(bounds: &BoundingBox) {
		let extent = Extent::<T>::get();
		let grown = extent.map_or(*bounds, |extent| joined(&extent, bounds));
		if extent != Some(grown) {
			Extent::<T>::put(grown);
		}
	}

	pub(crate) fn do_enter_ground(
		who: T::AccountId,
		number: ParcelNumber,
		meter: &mut Meter,
	) -> DispatchResult {
		let parcel = Parcels::<T>::get(number).ok_or(Error::<T>::ParcelNotFound)?;
		Self::officer(&who, Power::Survey, parcel.district)?;
		let law = Self::law()?;
		let mut all = Entering::<T>::get();
		let place = all.iter().position(|entering| entering.parcel == number);
		let mut entering = all.remove(place.ok_or(Error::<T>::NotEntering)?);
		let polygon = Self::read_boundary(number, meter).map_err(Error::<T>::from)?;
		entering.entered =
			Self::enter_some(law.system, &entering, &polygon, meter).map_err(Error::<T>::from)?;
		if entering.entered < entering.cells {
			all.try_push(entering).map_err(|_| Error::<T>::TooManyEntering)?;
		}
		Entering::<T>::put(all);
		let EnteringParcel { entered, cells, .. } = entering;
		Self::deposit_event(Event::GroundEntered { parcel: number, entered, cells });
		Ok(())
	}

	/// Whether a parcel is still entered into the index in steps.
	fn is_entering(number: ParcelNumber) -> bool {
		Entering::<T>::get().iter().any(|entering| entering.parcel == number)
	}

	/// Enters a parcel that the register begins with.
	pub(crate) fn give_parcel(given: &GenesisParcel) -> Result<(), Error<T>> {
		let law = Self::law()?;
		let mut meter = Meter::bounded_by(T::MaxWork::get());
		let point = |[x, y]: &[i64; 2]| Point::new(*x, *y);
		let reference = given.reference.as_bytes().to_vec().try_into().ok();
		let reference = reference.and_then(|reference| ParcelReference::new(reference).ok());
		let record = ParcelRecord {
			reference: reference.ok_or(Error::<T>::ReferenceTaken)?,
			level: Level(0),
			outline: Outline { outer: given.outer.iter().map(point).collect(), holes: Vec::new() },
			registered_area: given.registered_area,
		};
		let measured = Self::ensure_registrable(&law, &record, &mut meter)?;
		let (district, source) = (District::NATIONAL, None);
		let maker = Maker { district, act: None, mandate: None, source };
		let change = |parcel| ParcelChange::Given { parcel };
		Self::create_parcel(&law, maker, record, measured, Ground::Taken, &mut meter, change)?;
		Ok(())
	}

	/// Whether the ground of a parcel is its own.
	pub(crate) fn state_of(parcel: &Parcel) -> ParcelState {
		let is_provisional = parcel.source.is_some_and(|source| {
			!Campaigns::<T>::get(source.campaign)
				.is_some_and(|Campaign { is_sealed, .. }| is_sealed)
		});
		let is_provisional = is_provisional || Self::is_entering(parcel.number);
		match (is_provisional, &parcel.ending, &parcel.dispute) {
			(true, _, _) => ParcelState::Provisional,
			(false, Some(_), _) => ParcelState::Historic,
			(false, None, Some(_)) => ParcelState::Disputed,
			(false, None, None) => ParcelState::Live,
		}
	}

	/// How an outline would stand in the cadastre as it is.
	pub(crate) fn do_survey(outline: Outline, level: Level) -> Result<Survey, SurveyError> {
		let law = Law::<T>::get().ok_or(SurveyError::NoLaw)?;
		let most = T::MaxWork::get();
		let mut meter = Meter::bounded_by(most);
		let measured = measure(&law, outline, &mut meter).map_err(SurveyError::Geometry)?;
		let overlaps = Self::overlaps(law.system, level, &measured.polygon, &mut meter)
			.map_err(|_| SurveyError::TooMuchWork)?;
		let writes = Self::writes_of(&law, level, &measured.polygon);
		Ok(Survey {
			geometry: measured.geometry,
			computed_area: measured.square_metres(),
			is_in_territory: is_within(&measured.bounds, &law.territory),
			overlaps: named(overlaps),
			work: WorkBound { writes, ..meter.done() },
		})
	}

	/// How many cells of the index are written at most for a polygon: its own, and all above them
	/// that have nothing yet.
	fn writes_of(law: &CadastreLaw, level: Level, polygon: &Polygon) -> u32 {
		let mut written = BTreeSet::new();
		for cell in polygon.cells(law.system) {
			written.insert(cell);
			let mut below = cell;
			while let Some(parent) = below.parent() {
				let has_mark =
					Cells::<T>::get((level, parent)).children.has(below.place_in_parent());
				if has_mark || !written.insert(parent) {
					break;
				}
				below = parent;
			}
		}
		// A cell above that is one of the polygon's own is written twice, and so is one with two new
		// children in it.
		u32::try_from(written.len()).unwrap_or(u32::MAX).saturating_mul(2)
	}
}

/// The first parcels of a list.
pub(crate) fn named(parcels: impl IntoIterator<Item = ParcelNumber>) -> NamedOverlaps {
	let most = usize::try_from(MAX_NAMED_OVERLAPS).unwrap_or_default();
	parcels.into_iter().take(most).collect::<Vec<_>>().try_into().unwrap_or_default()
}

impl<T: Config> polity_primitives::traits::Parcels for Pallet<T> {
	fn parcel(number: ParcelNumber) -> Option<(ParcelState, District)> {
		let parcel = Parcels::<T>::get(number)?;
		Some((Self::state_of(&parcel), parcel.district))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn register_for_benchmark(nth: u32) -> ParcelNumber {
		crate::benchmarking::registered::<T>(nth)
	}
}
