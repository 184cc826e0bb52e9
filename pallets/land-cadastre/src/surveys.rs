//! Surveys: how they are prepared and decided, and what is checked of a subdivision, a merger or a
//! correction before it is drawn.

use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::{
	dispatch::DispatchResult,
	ensure,
	storage::{with_transaction, TransactionOutcome},
};
use polity_geometry::{BoundingBox, Node, Outline, Point, Polygon};
use polity_primitives::{
	ids::ProposalId,
	traits::{Acts, Effect, GroundChange, ParcelState, TitledGround},
	Act, ParcelNumber, Power,
};

use crate::{
	acts::SURVEY,
	index::{IndexError, Meter},
	parcels::{measure, Measured},
	types::{
		CadastreLaw, CorrectedParcel, Level, Matter, NewParcel, NodedParcel, Parcel,
		ParcelReference, ParcelVersion, Preparation, SurveyChange, Verdict, MAX_SURVEY_VERTICES,
	},
	Config, Error, Event, Pallet, Parcels,
};

/// A parcel as it stands before a survey.
pub(crate) struct Standing {
	pub(crate) parcel: Parcel,
	pub(crate) polygon: Polygon,
}

/// What a boundary that a survey draws is of.
pub(crate) enum Role {
	/// A new parcel with this reference.
	New(ParcelReference),
	/// A parcel whose boundary is corrected.
	Corrected(Standing),
	/// A parcel whose boundary takes up corners.
	Noded(Standing),
}

/// A boundary that a survey draws.
pub(crate) struct Drawn {
	pub(crate) role: Role,
	pub(crate) measured: Measured,
	/// In m².
	pub(crate) registered_area: u64,
}

impl Drawn {
	/// The parcel as it was; none if it is new.
	fn standing(&self) -> Option<&Standing> {
		match &self.role {
			Role::New(_) => None,
			Role::Corrected(standing) | Role::Noded(standing) => Some(standing),
		}
	}

	/// The parcel as it was, if it is corrected, and whether its boundary becomes another.
	fn corrected(&self) -> Option<(&Standing, GroundChange)> {
		match &self.role {
			Role::Corrected(standing) if standing.parcel.geometry == self.measured.geometry => {
				Some((standing, GroundChange::Kept))
			},
			Role::Corrected(standing) => Some((standing, GroundChange::Redrawn)),
			_ => None,
		}
	}
}

/// A survey that has been checked, but for what the parcels around it have.
pub(crate) struct CheckedSurvey {
	/// Parcels that end.
	pub(crate) ending: Vec<Standing>,
	/// What is drawn.
	pub(crate) drawn: Vec<Drawn>,
}

impl CheckedSurvey {
	/// All parcels that end or change.
	pub(crate) fn standing(&self) -> impl Iterator<Item = &Standing> {
		self.ending.iter().chain(self.drawn.iter().filter_map(Drawn::standing))
	}

	/// Those that end or change by more than a corner on their edges, whose owners are asked.
	fn asked(&self) -> impl Iterator<Item = (&Standing, GroundChange)> {
		let ending = self.ending.iter().map(|standing| (standing, GroundChange::Kept));
		ending.chain(self.drawn.iter().filter_map(Drawn::corrected))
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_propose_survey(
		who: T::AccountId,
		act: Act,
		change: SurveyChange,
		meter: &mut Meter,
	) -> DispatchResult {
		let principal = change.principal().ok_or(Error::<T>::TooFewParcels)?;
		let district = Self::surveyed(&principal)?.district;
		let maker = Self::officer(&who, Power::Survey, district)?;
		Self::ensure_version(&act, principal.version)?;
		Self::ensure_act(&act, SURVEY, district, Effect::Later)?;
		Self::try_survey(&change, meter)?;
		let id = Self::next_proposal()?;
		Self::note(&act, &who, Some(&maker))?;

		let (mandate, matter) = (maker.mandate, change.matter(id));
		let parcels: Vec<_> = change.parcels().map(|named| named.parcel).collect();
		let survey = Matter::Survey(district, change);
		Self::keep_proposal(id, survey, principal.version, Preparation { mandate, act });
		Self::deposit_event(Event::SurveyProposed { proposal: id, parcels, matter, mandate });
		Ok(())
	}

	pub(crate) fn do_decide_survey(
		who: T::AccountId,
		act: Act,
		id: ProposalId,
		verdict: Verdict,
		meter: &mut Meter,
	) -> DispatchResult {
		let (matter, mut agreement) = Self::decided(&who, act, id)?;
		let Matter::Survey(_, change) = matter else {
			return Err(Error::<T>::AnotherCallDecides.into());
		};
		if verdict == Verdict::Reject {
			Self::reject(&agreement);
			return Ok(());
		}
		Self::ensure_day_has_come(&agreement.act, &agreement.preparation.act)?;
		let law = Self::law()?;
		let survey = Self::checked_survey(&law, &change, meter)?;
		let matter = change.matter(id);
		let officers = [agreement.preparation.mandate, agreement.mandate];
		for (standing, ground) in survey.asked() {
			let parcel = standing.parcel.number;
			let agreed = T::Titles::ensure_may_change(parcel, ground, &matter, officers)?;
			agreement.agreed = agreement.agreed.max(agreed);
		}
		let numbers = Self::lay_out(&law, &survey, meter)?;
		Self::record_survey(survey, numbers, &change, &agreement)
	}

	/// What a survey could not be decided for as the cadastre is now, but for consents. The ground of
	/// its parcels has to leave the index before what is drawn can be compared with that of others, so
	/// this is done and undone.
	pub(crate) fn try_survey(change: &SurveyChange, meter: &mut Meter) -> DispatchResult {
		with_transaction(|| {
			TransactionOutcome::Rollback((|| {
				let law = Self::law()?;
				let survey = Self::checked_survey(&law, change, meter)?;
				Self::lay_out(&law, &survey, meter)?;
				Ok(())
			})())
		})
	}

	fn checked_survey(
		law: &CadastreLaw,
		change: &SurveyChange,
		meter: &mut Meter,
	) -> Result<CheckedSurvey, Error<T>> {
		ensure!(change.vertices() <= MAX_SURVEY_VERTICES, Error::<T>::TooManySurveyVertices);
		let mut named = BTreeSet::new();
		ensure!(
			change.parcels().all(|version| named.insert(version.parcel)),
			Error::<T>::ParcelTwice
		);
		let survey = match change {
			SurveyChange::Subdivide { parcel, noded, children, neighbours } => {
				Self::subdivision(law, parcel, noded.as_ref(), children, neighbours, meter)?
			},
			SurveyChange::Merge { parcels, merged } => Self::merger(law, parcels, merged, meter)?,
			SurveyChange::Correct { parcels } => Self::correction(law, parcels, meter)?,
		};
		let mut all = survey.standing().map(|standing| &standing.parcel);
		let first = all.next().ok_or(Error::<T>::TooFewParcels)?;
		for parcel in all {
			ensure!(parcel.level == first.level, Error::<T>::LevelsDiffer);
			ensure!(parcel.district == first.district, Error::<T>::DistrictsDiffer);
		}
		Ok(survey)
	}

	fn subdivision(
		law: &CadastreLaw,
		parcel: &ParcelVersion,
		noded: Option<&Outline>,
		children: &[NewParcel],
		neighbours: &[NodedParcel],
		meter: &mut Meter,
	) -> Result<CheckedSurvey, Error<T>> {
		ensure!(children.len() > 1, Error::<T>::TooFewParcels);
		let parent = Self::standing_with_ground(parcel, meter)?;
		let whole = match noded {
			Some(outline) => Self::measured(law, outline, meter)?.polygon,
			None => parent.polygon.clone(),
		};
		let nodes = parent.polygon.nodes_put_in(&whole).ok_or(Error::<T>::NotNodedOnly)?;
		let mut drawn = Vec::new();
		for child in children {
			drawn.push(Self::new_parcel(law, child, meter)?);
		}
		let parts: Vec<&Polygon> = drawn.iter().map(|child| &child.measured.polygon).collect();
		Self::ensure_covered(&whole, &parts, meter)?;
		let mut noded = BTreeSet::from([parent.parcel.number]);
		for neighbour in neighbours {
			let neighbour = Self::noded_neighbour(law, neighbour, &nodes, meter)?;
			noded.extend(neighbour.standing().map(|standing| standing.parcel.number));
			drawn.push(neighbour);
		}
		Self::ensure_all_noded(law, parent.parcel.level, &nodes, &noded, meter)?;
		Ok(CheckedSurvey { ending: Vec::from([parent]), drawn })
	}

	/// That parts cover a whole exactly. That they share no ground is seen when they are drawn.
	fn ensure_covered(
		whole: &Polygon,
		parts: &[&Polygon],
		meter: &mut Meter,
	) -> Result<(), Error<T>> {
		let is_covered = whole.is_covered_by(parts, &mut meter.tests).map_err(IndexError::from)?;
		ensure!(is_covered, Error::<T>::NotCovered);
		Ok(())
	}

	/// A neighbour with the corners that a subdivision sets on its edges, all of them and no others.
	fn noded_neighbour(
		law: &CadastreLaw,
		neighbour: &NodedParcel,
		nodes: &[Node],
		meter: &mut Meter,
	) -> Result<Drawn, Error<T>> {
		let standing = Self::standing_with_ground(&neighbour.parcel, meter)?;
		let measured = Self::measured(law, &neighbour.outline, meter)?;
		let put_in =
			standing.polygon.nodes_put_in(&measured.polygon).ok_or(Error::<T>::NotNodedOnly)?;
		let is_set = |own: &Node| nodes.iter().any(|node| node.corner == own.corner);
		ensure!(!put_in.is_empty() && put_in.iter().all(is_set), Error::<T>::NotNodedOnly);
		ensure!(
			!nodes.iter().any(|node| measured.polygon.lacks_node(node)),
			Error::<T>::NeighbourNotNoded
		);
		let registered_area = standing.parcel.registered_area;
		Ok(Drawn { role: Role::Noded(standing), measured, registered_area })
	}

	/// That no other parcel shares a part of an edge on which a corner is set, and lacks the corner.
	fn ensure_all_noded(
		law: &CadastreLaw,
		level: Level,
		nodes: &[Node],
		noded: &BTreeSet<ParcelNumber>,
		meter: &mut Meter,
	) -> Result<(), Error<T>> {
		let mut beside = BTreeSet::new();
		for node in nodes {
			let around = around(node);
			beside.extend(Self::within(law.system, level, &around, meter)?);
		}
		for number in beside.difference(noded) {
			let polygon = Self::read_boundary(*number, meter)?;
			let lacks_one = nodes.iter().any(|node| polygon.lacks_node(node));
			ensure!(!lacks_one, Error::<T>::NeighbourNotNoded);
		}
		Ok(())
	}

	fn merger(
		law: &CadastreLaw,
		parcels: &[ParcelVersion],
		merged: &NewParcel,
		meter: &mut Meter,
	) -> Result<CheckedSurvey, Error<T>> {
		ensure!(parcels.len() > 1, Error::<T>::TooFewParcels);
		let mut ending = Vec::new();
		for parcel in parcels {
			ending.push(Self::standing_with_ground(parcel, meter)?);
		}
		let drawn = Self::new_parcel(law, merged, meter)?;
		let parts: Vec<&Polygon> = ending.iter().map(|standing| &standing.polygon).collect();
		Self::ensure_covered(&drawn.measured.polygon, &parts, meter)?;
		Ok(CheckedSurvey { ending, drawn: Vec::from([drawn]) })
	}

	fn correction(
		law: &CadastreLaw,
		parcels: &[CorrectedParcel],
		meter: &mut Meter,
	) -> Result<CheckedSurvey, Error<T>> {
		let mut drawn = Vec::new();
		for CorrectedParcel { parcel, outline, registered_area } in parcels {
			let standing = Self::standing(parcel, meter)?;
			let measured = Self::agreeing(law, outline, *registered_area, meter)?;
			let before = &standing.parcel;
			let is_another = measured.geometry != before.geometry
				|| *registered_area != before.registered_area
				|| before.dispute.is_some();
			ensure!(is_another, Error::<T>::NothingChanges);
			let registered_area = *registered_area;
			drawn.push(Drawn { role: Role::Corrected(standing), measured, registered_area });
		}
		Ok(CheckedSurvey { ending: Vec::new(), drawn })
	}

	/// A parcel that can be surveyed: on the version that is named, live or disputed.
	fn surveyed(named: &ParcelVersion) -> Result<Parcel, Error<T>> {
		let parcel = Parcels::<T>::get(named.parcel).ok_or(Error::<T>::ParcelNotFound)?;
		let version = Self::parcel_version(named.parcel);
		ensure!(named.version == version, Error::<T>::ParcelVersionStale);
		match Self::state_of(&parcel) {
			ParcelState::Live | ParcelState::Disputed => Ok(parcel),
			ParcelState::Provisional => Err(Error::<T>::ParcelProvisional),
			ParcelState::Historic => Err(Error::<T>::ParcelHistoric),
		}
	}

	fn standing(named: &ParcelVersion, meter: &mut Meter) -> Result<Standing, Error<T>> {
		let parcel = Self::surveyed(named)?;
		let polygon = Self::read_boundary(named.parcel, meter)?;
		Ok(Standing { parcel, polygon })
	}

	fn standing_with_ground(
		named: &ParcelVersion,
		meter: &mut Meter,
	) -> Result<Standing, Error<T>> {
		let standing = Self::standing(named, meter)?;
		ensure!(standing.parcel.has_ground(), Error::<T>::ParcelDisputed);
		Ok(standing)
	}

	fn measured(
		law: &CadastreLaw,
		outline: &Outline,
		meter: &mut Meter,
	) -> Result<Measured, Error<T>> {
		measure(law, outline.clone(), meter).map_err(Error::<T>::from)
	}

	/// A boundary whose area is the registered one, within the law's tolerance.
	fn agreeing(
		law: &CadastreLaw,
		outline: &Outline,
		registered_area: u64,
		meter: &mut Meter,
	) -> Result<Measured, Error<T>> {
		let measured = Self::measured(law, outline, meter)?;
		ensure!(law.tolerance.allows(registered_area, measured.area), Error::<T>::AreaDisagrees);
		Ok(measured)
	}

	fn new_parcel(
		law: &CadastreLaw,
		new: &NewParcel,
		meter: &mut Meter,
	) -> Result<Drawn, Error<T>> {
		let registered_area = new.registered_area;
		let measured = Self::agreeing(law, &new.outline, registered_area, meter)?;
		Ok(Drawn { role: Role::New(new.reference.clone()), measured, registered_area })
	}
}

/// The box of the edge that a corner is put into, one unit wider: the corner may be so far off.
fn around(node: &Node) -> BoundingBox {
	let Node { start, end, .. } = node;
	BoundingBox {
		min: Point::new(start.x.min(end.x).saturating_sub(1), start.y.min(end.y).saturating_sub(1)),
		max: Point::new(start.x.max(end.x).saturating_add(1), start.y.max(end.y).saturating_add(1)),
	}
}
