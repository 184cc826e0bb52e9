//! How a survey that has been checked is drawn: what leaves the index and what is entered, and what
//! the records say of it.

use alloc::vec::Vec;
use frame_support::{dispatch::DispatchResult, ensure};
use polity_primitives::{
	traits::{DecidedSurvey, LegalClock, TitledGround},
	Head, ParcelNumber,
};

use crate::{
	index::Meter,
	parcels::{is_within, Measured},
	proposals::Agreement,
	surveys::{CheckedSurvey, Drawn, Role, Standing},
	types::{
		Boundary, CadastreLaw, Parcel, ParcelChange, ParcelReference, RelatedParcels, SurveyChange,
	},
	ByReference, Config, Error, Event, FormerGeometries, Geometries, Pallet, Parcels,
};

impl<T: Config> Pallet<T> {
	/// Takes the ground of all parcels of a survey out of the index, and gives each boundary that is
	/// drawn its own, one after the other. The boundaries that parcels had are kept. Answers with the
	/// number of each drawn parcel.
	///
	/// # Errors
	/// What shares ground with another parcel or with each other is refused, and so is what is outside
	/// of the territory or takes a reference that is given.
	pub(crate) fn lay_out(
		law: &CadastreLaw,
		survey: &CheckedSurvey,
		meter: &mut Meter,
	) -> Result<Vec<ParcelNumber>, Error<T>> {
		for Standing { parcel, polygon } in survey.standing() {
			if parcel.has_ground() {
				Self::leave(law.system, parcel.level, parcel.number, polygon, meter)?;
			}
		}
		let first = survey.standing().next().ok_or(Error::<T>::TooFewParcels)?;
		let level = first.parcel.level;
		let mut numbers = Vec::new();
		for Drawn { role, measured, .. } in &survey.drawn {
			ensure!(is_within(&measured.bounds, &law.territory), Error::<T>::OutsideTerritory);
			let overlaps = Self::overlaps(law.system, level, &measured.polygon, meter)?;
			ensure!(overlaps.is_empty(), Error::<T>::SharesGround);
			let number = match role {
				Role::New(reference) => Self::numbered(reference)?,
				Role::Corrected(Standing { parcel, polygon })
				| Role::Noded(Standing { parcel, polygon }) => {
					FormerGeometries::<T>::insert(parcel.number, parcel.geometry, polygon);
					parcel.number
				},
			};
			// What is drawn next is compared with it.
			Geometries::<T>::insert(number, &measured.polygon);
			Self::take_ground(law, level, number, measured, meter)?;
			numbers.push(number);
		}
		Ok(numbers)
	}

	/// A new number under a reference that no parcel has.
	fn numbered(reference: &ParcelReference) -> Result<ParcelNumber, Error<T>> {
		ensure!(!ByReference::<T>::contains_key(reference), Error::<T>::ReferenceTaken);
		let number = Self::next_number()?;
		ByReference::<T>::insert(reference, number);
		Ok(number)
	}

	/// Writes what a survey has changed: parcels that are new, redrawn and ended, and the rights on
	/// them.
	pub(crate) fn record_survey(
		survey: CheckedSurvey,
		numbers: Vec<ParcelNumber>,
		change: &SurveyChange,
		agreement: &Agreement,
	) -> DispatchResult {
		let CheckedSurvey { ending, drawn } = survey;
		let parents: Vec<_> = ending.iter().map(|standing| standing.parcel.number).collect();
		let mut children = Vec::new();
		for (Drawn { role, measured, registered_area }, number) in drawn.into_iter().zip(numbers) {
			match role {
				Role::New(reference) => {
					let like = ending.first().ok_or(Error::<T>::TooFewParcels)?;
					let parcel = Parcel {
						number,
						reference,
						district: like.parcel.district,
						level: like.parcel.level,
						geometry: measured.geometry,
						bounds: measured.bounds,
						registered_area,
						computed_area: measured.square_metres(),
						area_agrees: true,
						source: None,
						dispute: None,
						registered_at: T::Clock::now(),
						parents: related(&parents),
						ending: None,
					};
					Self::record_child(parcel, agreement)?;
					children.push(number);
				},
				Role::Corrected(standing) => {
					let after = boundary(&measured, registered_area, true);
					Self::record_correction(standing.parcel, after, agreement)?;
				},
				Role::Noded(standing) => {
					// By a corner that is a unit off its edge no area comes to agree or to disagree.
					let area_agrees = standing.parcel.area_agrees;
					let after = boundary(&measured, registered_area, area_agrees);
					Self::record_nodes(standing.parcel, after, agreement)?;
				},
			}
		}
		let Agreement { act, mandate, agreed, .. } = agreement;
		let told = DecidedSurvey { act, mandate: *mandate, agreed: *agreed };
		match (change, parents.as_slice(), children.as_slice()) {
			(SurveyChange::Subdivide { .. }, [parent], _) => {
				T::Titles::subdivide(*parent, &children, &told)?;
			},
			(SurveyChange::Merge { .. }, _, [merged]) => {
				T::Titles::merge(&parents, *merged, &told)?;
			},
			_ => {},
		}
		for standing in ending {
			Self::end(standing.parcel, change, &children, agreement)?;
		}
		Ok(())
	}

	fn record_child(parcel: Parcel, agreement: &Agreement) -> DispatchResult {
		let Agreement { act, mandate, preparation, .. } = agreement;
		Parcels::<T>::insert(parcel.number, &parcel);
		let change =
			ParcelChange::Registered { parcel: parcel.clone(), preparation: preparation.clone() };
		let (number, district) = (parcel.number, parcel.district);
		let head = Self::record_parcel(number, district, Some(act), Some(*mandate), change)?;
		Self::tell_registered(agreement, &parcel, head);
		Ok(())
	}

	fn record_correction(parcel: Parcel, after: Boundary, agreement: &Agreement) -> DispatchResult {
		let Agreement { proposal, mandate, preparation, agreed, .. } = agreement;
		let (number, before) = (parcel.number, parcel.boundary());
		let dispute = parcel.dispute.clone();
		let (preparation, agreed) = (preparation.clone(), *agreed);
		let prepared_under = preparation.mandate;
		let change = ParcelChange::Corrected { before, after, preparation, agreed };
		let Head { seq: version, hash: head } = Self::advance(parcel, change, agreement)?;
		Self::deposit_event(Event::ParcelCorrected {
			proposal: *proposal,
			parcel: number,
			before,
			after,
			settled: dispute,
			agreed,
			prepared_under,
			mandate: *mandate,
			version,
			head,
		});
		Ok(())
	}

	fn record_nodes(parcel: Parcel, after: Boundary, agreement: &Agreement) -> DispatchResult {
		let Agreement { proposal, mandate, preparation, .. } = agreement;
		let (number, before) = (parcel.number, parcel.boundary());
		let change = ParcelChange::Noded { before, after, preparation: preparation.clone() };
		let Head { seq: version, hash: head } = Self::advance(parcel, change, agreement)?;
		Self::deposit_event(Event::ParcelNoded {
			proposal: *proposal,
			parcel: number,
			before,
			after,
			prepared_under: preparation.mandate,
			mandate: *mandate,
			version,
			head,
		});
		Ok(())
	}

	/// Ends a parcel whose place others have taken. Its number, its reference and its boundary stay to
	/// be read.
	fn end(
		parcel: Parcel,
		survey: &SurveyChange,
		children: &[ParcelNumber],
		agreement: &Agreement,
	) -> DispatchResult {
		let Agreement { proposal, mandate, preparation, agreed, .. } = agreement;
		let (preparation, agreed) = (preparation.clone(), *agreed);
		let prepared_under = preparation.mandate;
		let number = parcel.number;
		let children = related(children);
		let change = match (survey, children.first()) {
			(SurveyChange::Merge { .. }, Some(into)) => {
				ParcelChange::Merged { into: *into, preparation, agreed }
			},
			_ => ParcelChange::Subdivided { children: children.clone(), preparation, agreed },
		};
		let Head { seq: version, hash: head } = Self::advance(parcel, change, agreement)?;
		Self::deposit_event(Event::ParcelEnded {
			proposal: *proposal,
			parcel: number,
			children,
			agreed,
			prepared_under,
			mandate: *mandate,
			version,
			head,
		});
		Ok(())
	}

	/// Writes a parcel as it is after a change, and the change.
	fn advance(
		parcel: Parcel,
		change: ParcelChange,
		agreement: &Agreement,
	) -> Result<Head, Error<T>> {
		let (number, district) = (parcel.number, parcel.district);
		let after = change.after(Some(parcel), T::Clock::now());
		Parcels::<T>::insert(number, after.ok_or(Error::<T>::ParcelHistoric)?);
		let Agreement { act, mandate, .. } = agreement;
		Self::record_parcel(number, district, Some(act), Some(*mandate), change)
	}
}

fn boundary(measured: &Measured, registered_area: u64, area_agrees: bool) -> Boundary {
	Boundary {
		geometry: measured.geometry,
		bounds: measured.bounds,
		registered_area,
		computed_area: measured.square_metres(),
		area_agrees,
	}
}

/// A survey has no more parcels, by the bounds of its own lists.
fn related(parcels: &[ParcelNumber]) -> RelatedParcels {
	RelatedParcels::truncate_from(parcels.to_vec())
}
