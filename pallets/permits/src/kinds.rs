//! Types of permits, in versions.

use frame_support::{dispatch::DispatchResult, ensure};
use polity_permit_procedure::{PermitTerms, Prerequisite};
use polity_primitives::{ids::District, record, traits::LegalClock, Head, RecordKind, Register};

use crate::{
	acts::Decision,
	types::{
		PermitType, PermitTypeId, TypeChange, TypeVersion, MAX_PREREQUISITE_DEPTH,
		MAX_TYPES_DEMANDED,
	},
	Config, Error, Event, LastType, LicenceTypes, Pallet, TypeEntries, TypeHeads, TypeVersions,
	Types,
};

impl<T: Config> Pallet<T> {
	/// A type.
	pub(crate) fn kind(kind: PermitTypeId) -> Result<PermitType, Error<T>> {
		Types::<T>::get(kind).ok_or(Error::<T>::TypeNotFound)
	}

	/// The terms of a version of a type.
	pub(crate) fn terms_of(kind: PermitTypeId, version: u32) -> Result<PermitTerms, Error<T>> {
		let found = TypeVersions::<T>::get(kind, version);
		Ok(found.ok_or(Error::<T>::TypeVersionNotFound)?.terms)
	}

	/// The version in force of a type.
	fn in_force(kind: PermitTypeId) -> Result<TypeVersion, Error<T>> {
		let version = Self::kind(kind)?.in_force;
		TypeVersions::<T>::get(kind, version).ok_or(Error::<T>::TypeVersionNotFound)
	}

	/// That a version can be one of a type.
	pub(crate) fn check_type(
		kind: Option<PermitTypeId>,
		district: District,
		version: &TypeVersion,
	) -> Result<(), Error<T>> {
		version.terms.check().map_err(Error::<T>::from)?;
		ensure!(version.basis.is_known_in(Register::Permits), Error::<T>::TypeBasisUnknown);
		if let Some(kind) = kind {
			ensure!(Self::kind(kind)?.district == district, Error::<T>::TypeDistrictFixed);
			let was_personal = Self::in_force(kind)?.terms.is_personal;
			ensure!(was_personal == version.terms.is_personal, Error::<T>::TypePersonalFixed);
		}
		if let Some(activity) = Self::licensed(version) {
			let licence = LicenceTypes::<T>::get(activity);
			ensure!(licence.is_none() || licence == kind, Error::<T>::ActivityLicensed);
		}
		let mut left = MAX_TYPES_DEMANDED;
		Self::check_demanded(kind, &version.terms, MAX_PREREQUISITE_DEPTH, &mut left)
	}

	/// That the types which terms demand are there, and none of them demands the type itself. The walk is
	/// bounded in its depth and in all.
	fn check_demanded(
		of: Option<PermitTypeId>,
		terms: &PermitTerms,
		depth: u32,
		left: &mut u32,
	) -> Result<(), Error<T>> {
		for prerequisite in &terms.prerequisites {
			let Prerequisite::Permit(code) = prerequisite else { continue };
			let demanded = PermitTypeId(*code);
			ensure!(of != Some(demanded), Error::<T>::PrerequisiteCycle);
			let deeper = depth.checked_sub(1).ok_or(Error::<T>::PrerequisitesTooDeep)?;
			*left = left.checked_sub(1).ok_or(Error::<T>::PrerequisitesTooDeep)?;
			let version = Self::in_force(demanded)?;
			ensure!(!version.terms.is_personal, Error::<T>::PrerequisitePersonal);
			Self::check_demanded(of, &version.terms, deeper, left)?;
		}
		Ok(())
	}

	/// The activity for which a version is the licence, while it can be had.
	fn licensed(version: &TypeVersion) -> Option<polity_primitives::code_list::Activity> {
		version.terms.licenses.filter(|_| version.takes_applications)
	}

	pub(crate) fn set_type(
		kind: Option<PermitTypeId>,
		district: District,
		version: TypeVersion,
		decision: Decision<'_>,
	) -> DispatchResult {
		// What it demands may have changed since it was prepared.
		Self::check_type(kind, district, &version)?;
		let id = match kind {
			Some(kind) => kind,
			None => {
				let next = LastType::<T>::get().next().ok_or(Error::<T>::IdsExhausted)?;
				LastType::<T>::put(next);
				next
			},
		};
		if kind.is_some() {
			if let Some(activity) = Self::licensed(&Self::in_force(id)?) {
				LicenceTypes::<T>::remove(activity);
			}
		}
		if let Some(activity) = Self::licensed(&version) {
			LicenceTypes::<T>::insert(activity, id);
		}
		let (mandate, prepared_under) = (decision.mandate, decision.preparation.mandate);
		let Head { seq, hash: head } = record::append::<_, _, TypeHeads<T>, TypeEntries<T>>(
			RecordKind::PermitType,
			&id,
			T::Clock::recorded_at(Register::Permits, district),
			Some(decision.act),
			Some(mandate),
			TypeChange { version: version.clone(), preparation: decision.preparation },
		)
		.map_err(Error::<T>::from)?;
		Types::<T>::insert(id, PermitType { district, in_force: seq });
		TypeVersions::<T>::insert(id, seq, version.clone());
		Self::deposit_event(Event::TypeRecorded {
			kind: id,
			district,
			terms: version,
			prepared_under,
			mandate,
			version: seq,
			head,
		});
		Ok(())
	}
}
