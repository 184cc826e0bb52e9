//! Why a call is refused.

use frame_support::pallet_macros::pallet_section;
use polity_geometry::GeometryError;
use polity_primitives::{record::RecordError, traits::ActError};

use crate::Error;

/// The pallet's errors.
#[pallet_section]
mod errors {
	#[pallet::error]
	#[derive(PartialEq)]
	pub enum Error<T> {
		/// The act was prepared on another version of the record: read it again and repeat.
		StaleVersion,
		/// The record has as many versions as a number can count: nothing more can be recorded.
		TooManyVersions,
		/// The account that prepared the act cannot decide it: another officer does.
		SameAccount,
		/// The person who prepared the act cannot decide it with a second account: another does.
		SamePerson,
		/// One of the two officers granted the other's mandate: a third one does it.
		GrantedByTheOther,
		/// Nothing is known of a mandate under which this was prepared, so that maker and checker cannot
		/// be told apart: another officer prepares it anew.
		WarrantNotFound,
		/// The statute does not provide for this: cite one that the cadastre has for the call.
		LegalBasisDoesNotFit,
		/// The act is dated before today: date it today.
		Backdated,
		/// The act takes effect when it is recorded: date it today.
		EffectiveInFuture,
		/// What is decided was dated ahead, and its day has not come: decide it on that day.
		NotYetEffective,
		/// A period would end after the last date of the calendar: nothing helps but a younger date.
		DeadlineOutOfRange,
		/// All ids of this kind have been given out: the cadastre needs a new runtime.
		IdsExhausted,
		/// No proposal has this id: it was decided or withdrawn, or never made.
		ProposalNotFound,
		/// The record has another version than the one that was prepared on: withdraw and prepare anew.
		ProposalOutdated,
		/// The period in which it could be decided is over: withdraw it and prepare it anew.
		ProposalLapsed,
		/// Only the maker withdraws a proposal that can still be decided.
		NotTheMaker,
		/// The ministry has not set a law of the cadastre yet: propose one first.
		NoLaw,
		/// There are parcels in the old coordinate system, which does not change any more.
		SystemIsFixed,
		/// The territory has no ground, or is outside of the range of the coordinate system: give its
		/// lower left corner first.
		TerritoryNotAllowed,
		/// No list has this projected system, or its unit is not the metre: choose one of the EPSG
		/// register that is in metres and not deprecated.
		UnknownCoordinateSystem,
		/// A parcel of the territory is outside of the new one.
		ParcelOutsideTerritory,
		/// A part of the parcel is outside of the territory: check the coordinates and their order.
		OutsideTerritory,
		/// The registered area is further from that of the geometry than the law allows: check both.
		AreaDisagrees,
		/// A parcel with this reference is registered already: each is given once.
		ReferenceTaken,
		/// The parcel takes ground of a live parcel of its level: [`crate::Pallet::survey`] names it.
		SharesGround,
		/// A survey is decided by `decide_survey`, everything else by `decide_proposal`.
		AnotherCallDecides,
		/// No parcel has this number.
		ParcelNotFound,
		/// The parcel has another version than the survey names: read it and draw the survey anew.
		ParcelVersionStale,
		/// Other parcels have taken the parcel's place: survey those.
		ParcelHistoric,
		/// The parcel's ground is not its own: correct its boundary first.
		ParcelDisputed,
		/// The campaign that imported the parcel is not sealed: seal it first.
		ParcelProvisional,
		/// The survey names a parcel twice: name each once.
		ParcelTwice,
		/// A subdivision makes at least two parcels, a merger takes at least two, and a correction
		/// changes at least one.
		TooFewParcels,
		/// The outlines of the survey have more vertices together than one survey can have: survey in
		/// parts.
		TooManySurveyVertices,
		/// The parcels of the survey are of different levels: survey those of one.
		LevelsDiffer,
		/// The parcels of the survey are of different districts: survey those of one.
		DistrictsDiffer,
		/// The parts do not cover the whole exactly, or have a corner on an edge of the whole that it
		/// has not: draw the corner into the whole too.
		NotCovered,
		/// A boundary that takes up corners has changed otherwise, too, or by a corner that is more than
		/// a unit off its edge or that the subdivision does not set.
		NotNodedOnly,
		/// A neighbour shares a part of an edge on which the subdivision sets a corner, and lacks it: draw
		/// the corner into the neighbour too.
		NeighbourNotNoded,
		/// The correction leaves a parcel as it is: leave it out.
		NothingChanges,
		/// More cells of the index have to be looked up than was stated: state more.
		TooFewCellsStated,
		/// More parcels have to be compared with than was stated: state more.
		TooFewCandidatesStated,
		/// More edges have to be compared than was stated: state more.
		TooFewTestsStated,
		/// More cells of the index have to be written than was stated: state more.
		TooFewWritesStated,
		/// As many parcels are entered in steps as can be at one time: finish one with `enter_ground`.
		TooManyEntering,
		/// The parcel is not entered in steps, or all of its cells are: nothing is left to do.
		NotEntering,
		/// A place has as many parcels as the index has room for: use another level.
		CellFull,
		/// The index names a parcel that is not there: report it, the state is broken.
		IndexBroken,
		/// The rings have more points than a polygon may have: divide the parcel.
		TooManyVertices,
		/// A ring has less than three points: send all its corners, or leave it out.
		TooFewVertices,
		/// A point is outside the range of the coordinate system: check the units and their order.
		PointOutOfRange,
		/// A point is repeated by the next one: send each once, and not the first at the end.
		RepeatedPoint,
		/// All points of a ring are on one line: it has no ground.
		ZeroArea,
		/// An edge goes back over the one before: leave out the point at the end of the spike.
		Spike,
		/// A ring touches itself: divide the parcel into parts that do not.
		SelfTouching,
		/// Two edges of one ring cross: check the order of its points.
		SelfCrossing,
		/// A hole touches the outer ring: take its ground out by the outer ring instead.
		HoleTouchesOuterRing,
		/// A hole crosses the outer ring: cut it off there.
		HoleCrossesOuterRing,
		/// Two holes touch: make one of them, or divide the parcel.
		HolesTouch,
		/// Two holes cross: make one of them.
		HolesCross,
		/// A hole is outside the outer ring: leave it out, or send the outer ring first.
		HoleOutside,
		/// A hole is inside another: leave it out.
		HoleNested,
		/// No campaign has this id.
		CampaignNotFound,
		/// The campaign commits to no row: give the root and the number of all rows.
		CampaignEmpty,
		/// The campaign is sealed: nothing more is recorded.
		CampaignSealed,
		/// Some rows of the campaign have not ended yet: record or refuse each of them.
		CampaignIncomplete,
		/// The campaign has as many recorders as it can have.
		TooManyRecorders,
		/// The row does not stand there in the source that the campaign has committed to.
		RowNotInCampaign,
		/// The row has ended already.
		RowAlreadyRecorded,
	}
}

impl<T> From<ActError> for Error<T> {
	fn from(error: ActError) -> Self {
		match error {
			ActError::LegalBasisDoesNotFit => Self::LegalBasisDoesNotFit,
			ActError::Backdated => Self::Backdated,
			ActError::EffectiveInFuture => Self::EffectiveInFuture,
			ActError::NotYetEffective => Self::NotYetEffective,
			ActError::StaleVersion => Self::StaleVersion,
			ActError::TooManyVersions => Self::TooManyVersions,
			ActError::WarrantNotFound => Self::WarrantNotFound,
			ActError::SameAccount => Self::SameAccount,
			ActError::SamePerson => Self::SamePerson,
			ActError::GrantedByTheOther => Self::GrantedByTheOther,
			ActError::DeadlineOutOfRange => Self::DeadlineOutOfRange,
		}
	}
}

impl<T> From<RecordError> for Error<T> {
	fn from(error: RecordError) -> Self {
		ActError::from(error).into()
	}
}

impl<T> From<GeometryError> for Error<T> {
	fn from(error: GeometryError) -> Self {
		match error {
			GeometryError::TooManyVertices => Self::TooManyVertices,
			GeometryError::TooFewVertices => Self::TooFewVertices,
			GeometryError::OutOfRange => Self::PointOutOfRange,
			GeometryError::RepeatedPoint => Self::RepeatedPoint,
			GeometryError::ZeroArea => Self::ZeroArea,
			GeometryError::Spike => Self::Spike,
			GeometryError::SelfTouching => Self::SelfTouching,
			GeometryError::SelfCrossing => Self::SelfCrossing,
			GeometryError::HoleTouchesOuterRing => Self::HoleTouchesOuterRing,
			GeometryError::HoleCrossesOuterRing => Self::HoleCrossesOuterRing,
			GeometryError::HolesTouch => Self::HolesTouch,
			GeometryError::HolesCross => Self::HolesCross,
			GeometryError::HoleOutside => Self::HoleOutside,
			GeometryError::HoleNested => Self::HoleNested,
			GeometryError::BoundPassed => Self::TooFewTestsStated,
		}
	}
}
