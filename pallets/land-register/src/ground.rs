//! What the cadastre asks before the ground of a unit changes, and tells when it has.

use alloc::{vec, vec::Vec};
use frame_support::{dispatch::DispatchResult, ensure, weights::Weight, BoundedVec};
use polity_primitives::{
	traits::{Acts, Agreed, DecidedSurvey, GroundChange, TitledGround},
	District, Hash, MandateId, ParcelNumber, Party, UnitNumber,
};
use polity_title::{divide, ensure_no_notice, join, reattach, Part};
use sp_runtime::DispatchError;

use crate::{
	types::{LandTitle, RelatedUnits, TitleChange, Unit, UnitParcels, MAX_SERVIENT_UNITS},
	units::IndexChange,
	Config, Error, Event, Pallet, Titles, UnitOf, Units, WeightInfo,
};

impl<T: Config> TitledGround for Pallet<T> {
	fn unit_of(parcel: ParcelNumber) -> Option<UnitNumber> {
		UnitOf::<T>::get(parcel)
	}

	fn ensure_may_change(
		parcel: ParcelNumber,
		change: GroundChange,
		matter: &Hash,
		officers: [MandateId; 2],
	) -> Result<Agreed, DispatchError> {
		let Some(number) = UnitOf::<T>::get(parcel) else { return Ok(Agreed::OnChain) };
		let (unit, title) = Self::live_unit(number)?;
		ensure!(!title.owners_unknown(), Error::<T>::OwnersUnknown);
		ensure_no_notice(&title, Self::today(unit.district)).map_err(Error::<T>::from)?;
		ensure!(!Self::has_live_conveyance(number), Error::<T>::EarlierApplicationPending);
		Ok(Self::survey_is_agreed(&unit, &title, change, matter, officers)?)
	}

	fn subdivide(
		parent: ParcelNumber,
		children: &[ParcelNumber],
		survey: &DecidedSurvey<'_>,
	) -> Result<Vec<UnitNumber>, DispatchError> {
		let Some(number) = UnitOf::<T>::get(parent) else { return Ok(Vec::new()) };
		let (unit, title) = Self::live_unit(number)?;
		let mut grounds: Vec<UnitParcels> =
			children.iter().map(|child| BoundedVec::truncate_from(vec![*child])).collect();
		let mut rest = unit.parcels.clone();
		rest.retain(|parcel| *parcel != parent);
		if !rest.is_empty() {
			// What was not surveyed is a unit of its own, too.
			grounds.push(rest);
		}
		let count = u32::try_from(grounds.len()).unwrap_or(u32::MAX);
		let titles = divide(&title, count, Self::today(unit.district)).map_err(Error::<T>::from)?;
		let mut numbers = Vec::new();
		for _ in &grounds {
			numbers.push(Self::next_unit()?);
		}
		let successors = Self::related(&numbers)?;
		let DecidedSurvey { act, mandate, agreed } = *survey;
		let mut index = vec![Self::index_change(number, Some(&title), None)];
		let made = numbers.iter().zip(&titles);
		index.extend(made.map(|(child, title)| Self::index_change(*child, None, Some(title))));
		Self::reattach_easements(&[number], &successors, survey, &mut index)?;
		Self::ensure_few_changes(&index)?;

		Self::write_index(index);
		let district = unit.district;
		for ((child, title), parcels) in numbers.iter().zip(titles).zip(grounds) {
			let parents = Self::related(&[number])?;
			Self::create_unit(*child, district, parcels.clone(), parents, &title);
			let change = TitleChange::DividedFrom {
				parent: number,
				parcels: parcels.clone(),
				title: title.clone(),
				agreed,
			};
			let head = Self::record_title(*child, district, Some(act), Some(mandate), change)?;
			Self::deposit_event(Event::UnitDividedFrom {
				unit: *child,
				parent: number,
				parcels,
				title,
				agreed,
				mandate,
				head,
			});
		}
		Self::retire_unit(unit, successors.clone());
		let change = TitleChange::Divided { parcel: parent, children: successors.clone(), agreed };
		let head = Self::record_title(number, district, Some(act), Some(mandate), change)?;
		Self::deposit_event(Event::UnitDivided {
			unit: number,
			parcel: parent,
			children: successors,
			agreed,
			mandate,
			head,
		});
		numbers.truncate(children.len());
		Ok(numbers)
	}

	fn merge(
		parents: &[ParcelNumber],
		child: ParcelNumber,
		survey: &DecidedSurvey<'_>,
	) -> DispatchResult {
		let numbers = Self::units_on(parents)?;
		let (Some(first), others) = (numbers.first(), numbers.iter().skip(1)) else {
			return Ok(());
		};
		if others.count() == 0 {
			return Self::join_parcels(*first, parents, child, survey);
		}
		Self::join_units(&numbers, parents, child, survey)
	}

	fn survey_weight(parcels: u32) -> Weight {
		let changed = T::WeightInfo::divide_unit().max(T::WeightInfo::join_units());
		T::WeightInfo::ensure_may_change()
			.saturating_mul(parcels.into())
			.saturating_add(changed)
			.saturating_add(T::WeightInfo::reattach_easements())
	}
}

impl<T: Config> Pallet<T> {
	/// The units on parcels, each once: none where no parcel has one.
	fn units_on(parcels: &[ParcelNumber]) -> Result<Vec<UnitNumber>, Error<T>> {
		let mut numbers = Vec::new();
		let mut without = false;
		for parcel in parcels {
			match UnitOf::<T>::get(parcel) {
				Some(number) if numbers.contains(&number) => {},
				Some(number) => numbers.push(number),
				None => without = true,
			}
		}
		ensure!(numbers.is_empty() || !without, Error::<T>::ParcelHasNoUnit);
		Ok(numbers)
	}

	/// Joins parcels of one unit: its title stays as it is.
	fn join_parcels(
		number: UnitNumber,
		parents: &[ParcelNumber],
		child: ParcelNumber,
		survey: &DecidedSurvey<'_>,
	) -> DispatchResult {
		let (mut unit, _) = Self::live_unit(number)?;
		let gone =
			UnitParcels::try_from(parents.to_vec()).map_err(|_| Error::<T>::TooManyParcels)?;
		unit.parcels.retain(|parcel| !gone.contains(parcel));
		unit.parcels.try_push(child).map_err(|_| Error::<T>::TooManyParcels)?;

		for parcel in &gone {
			UnitOf::<T>::remove(parcel);
		}
		UnitOf::<T>::insert(child, number);
		let district = unit.district;
		Units::<T>::insert(number, unit);
		let DecidedSurvey { act, mandate, agreed } = *survey;
		let change = TitleChange::ParcelsJoined { parents: gone.clone(), child, agreed };
		let head = Self::record_title(number, district, Some(act), Some(mandate), change)?;
		Self::deposit_event(Event::ParcelsJoined {
			unit: number,
			parents: gone,
			child,
			agreed,
			mandate,
			head,
		});
		Ok(())
	}

	/// Joins units whose whole ground is joined.
	fn join_units(
		numbers: &[UnitNumber],
		parents: &[ParcelNumber],
		child: ParcelNumber,
		survey: &DecidedSurvey<'_>,
	) -> DispatchResult {
		let parts: Vec<(Unit, LandTitle)> =
			numbers.iter().map(|number| Self::live_unit(*number)).collect::<Result<_, _>>()?;
		let mut district: Option<District> = None;
		for (unit, _) in &parts {
			let of_all = *district.get_or_insert(unit.district);
			ensure!(of_all == unit.district, Error::<T>::UnitOfAnotherDistrict);
			let is_whole = unit.parcels.iter().all(|parcel| parents.contains(parcel));
			ensure!(is_whole, Error::<T>::UnitHasOtherParcels);
		}
		let district = district.ok_or(Error::<T>::UnitNotFound)?;
		let named: Vec<_> =
			parts.iter().map(|(unit, title)| Part { unit: &unit.number, title }).collect();
		let title = join(&named, Self::today(district)).map_err(Error::<T>::from)?;
		let number = Self::next_unit()?;
		let (related, successors) = (Self::related(numbers)?, Self::related(&[number])?);
		let mut index: Vec<_> = parts
			.iter()
			.map(|(unit, title)| Self::index_change(unit.number, Some(title), None))
			.collect();
		index.push(Self::index_change(number, None, Some(&title)));
		Self::reattach_easements(numbers, &successors, survey, &mut index)?;
		Self::ensure_few_changes(&index)?;

		Self::write_index(index);
		let parcels: UnitParcels = BoundedVec::truncate_from(vec![child]);
		let DecidedSurvey { act, mandate, agreed } = *survey;
		Self::create_unit(number, district, parcels.clone(), related.clone(), &title);
		let change = TitleChange::JoinedFrom {
			parents: related.clone(),
			parcels: parcels.clone(),
			title: title.clone(),
			agreed,
		};
		let head = Self::record_title(number, district, Some(act), Some(mandate), change)?;
		Self::deposit_event(Event::UnitJoinedFrom {
			unit: number,
			parents: related,
			parcels,
			title,
			agreed,
			mandate,
			head,
		});
		for (unit, _) in parts {
			let old = unit.number;
			Self::retire_unit(unit, successors.clone());
			let change = TitleChange::JoinedInto { child: number, agreed };
			let head = Self::record_title(old, district, Some(act), Some(mandate), change)?;
			Self::deposit_event(Event::UnitJoinedInto {
				unit: old,
				child: number,
				agreed,
				mandate,
				head,
			});
		}
		Ok(())
	}

	/// Lets the easements that served units serve those that have taken their place: in
	/// [`MAX_SERVIENT_UNITS`] servient units at most.
	pub(crate) fn reattach_easements(
		dominants: &[UnitNumber],
		successors: &RelatedUnits,
		survey: &DecidedSurvey<'_>,
		index: &mut Vec<IndexChange>,
	) -> Result<(), Error<T>> {
		let mut left = MAX_SERVIENT_UNITS;
		for dominant in dominants {
			let served = Party::Unit(*dominant);
			let servients = Self::units_of_party(&served, left.saturating_add(1));
			left = u32::try_from(servients.len())
				.ok()
				.and_then(|count| left.checked_sub(count))
				.ok_or(Error::<T>::TooManyServientUnits)?;
			for servient in servients {
				let (unit, title) = Self::live_unit(servient)?;
				let after =
					reattach(&title, &servient, dominant, successors).map_err(Error::<T>::from)?;
				index.push(Self::index_change(servient, Some(&title), Some(&after)));
				Titles::<T>::insert(servient, after);
				let change = TitleChange::EasementsReattached {
					dominant: *dominant,
					successors: successors.clone(),
				};
				let DecidedSurvey { act, mandate, .. } = *survey;
				let head =
					Self::record_title(servient, unit.district, Some(act), Some(mandate), change)?;
				Self::deposit_event(Event::EasementsReattached {
					unit: servient,
					dominant: *dominant,
					successors: successors.clone(),
					mandate,
					head,
				});
			}
		}
		Ok(())
	}

	fn related(numbers: &[UnitNumber]) -> Result<RelatedUnits, Error<T>> {
		RelatedUnits::try_from(numbers.to_vec()).map_err(|_| Error::<T>::PartsOutOfBounds)
	}
}
