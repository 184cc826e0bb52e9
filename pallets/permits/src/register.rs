//! The register as applications see it.

use frame_support::{dispatch::DispatchResult, ensure, weights::Weight};
use polity_permit_procedure::{Permit, PermitTerms, StatedConditions};
use polity_primitives::{
	ids::{District, UnitNumber},
	time::CalendarDate,
	traits::{Acts, Grant, LegalClock, PermitHolder, PermitReference, PermitRegister},
	Act, MandateId, Party,
};
use sp_core::Get;
use sp_runtime::DispatchError;

use crate::{
	places::Place,
	types::{
		Origin, PermitRecord, PermitStep, PermitTypeId, MAX_PERMITS_LOOKED_AT,
		MAX_RENEWALS_FOLLOWED,
	},
	Config, Error, Nullifiers, Pallet, Places, TypeVersions, Types, WeightInfo,
};

impl<T: Config> PermitRegister for Pallet<T> {
	type Terms = PermitTerms;
	type Conditions = StatedConditions;

	fn version_in_force(kind: PermitTypeId) -> Option<u32> {
		let version = Types::<T>::get(kind)?.in_force;
		let row = TypeVersions::<T>::get(kind, version)?;
		row.takes_applications.then_some(version)
	}

	fn terms(kind: PermitTypeId, version: u32) -> Option<PermitTerms> {
		Self::terms_of(kind, version).ok()
	}

	fn district(kind: PermitTypeId) -> Option<District> {
		Types::<T>::get(kind).map(|kind| kind.district)
	}

	fn ensure_may_hold(
		kind: PermitTypeId,
		version: u32,
		holder: &PermitHolder,
		site: Option<UnitNumber>,
	) -> DispatchResult {
		let terms = Self::terms_of(kind, version)?;
		match holder {
			PermitHolder::Party(party) => {
				Self::ensure_fits(&terms, party, site)?;
				Self::ensure_site_is_demanded(&terms, site)?;
				Self::ensure_no_duplicate(kind, party, site)?;
				let mut left = MAX_PERMITS_LOOKED_AT;
				Self::ensure_has_all(&terms, party, site, T::Clock::now(), &mut left)?;
			},
			PermitHolder::Personal(person) => {
				ensure!(terms.is_personal, Error::<T>::HolderUnfit);
				ensure!(site.is_none(), Error::<T>::SiteNotAllowed);
				// One that is reserved is this application's own, or refused when it would reserve.
				if Nullifiers::<T>::get(kind, person.nullifier)
					.is_some_and(|used| used.permit.is_some())
				{
					return Err(Error::<T>::NullifierUsed.into());
				}
			},
		}
		Ok(())
	}

	fn reserve(kind: PermitTypeId, version: u32, holder: &PermitHolder) -> DispatchResult {
		let terms = Self::terms_of(kind, version)?;
		let district = Self::kind(kind)?.district;
		let quota = Places::<T>::get(kind).reserved(terms.quota).map_err(Error::<T>::from)?;
		if let PermitHolder::Personal(person) = holder {
			Self::reserve_nullifier(kind, district, person)?;
		}
		Places::<T>::insert(kind, quota);
		Ok(())
	}

	fn release(kind: PermitTypeId, _: u32, holder: &PermitHolder) {
		Places::<T>::mutate(kind, |quota| {
			// None was reserved where it cannot be.
			*quota = quota.released().unwrap_or(*quota);
		});
		if let PermitHolder::Personal(person) = holder {
			let is_open = |used: crate::types::NullifierUse| used.permit.is_none();
			if Nullifiers::<T>::get(kind, person.nullifier).is_some_and(is_open) {
				Nullifiers::<T>::remove(kind, person.nullifier);
			}
		}
	}

	fn grant(
		grant: Grant<StatedConditions>,
		decided_by: Option<(&Act, MandateId)>,
	) -> Result<PermitReference, DispatchError> {
		Ok(match grant.holder.clone() {
			PermitHolder::Party(party) => Self::grant_party(grant, party, decided_by)?,
			PermitHolder::Personal(person) => Self::grant_personal(grant, person, decided_by)?,
		})
	}

	fn overturn(permit: PermitReference, act: &Act, mandate: MandateId) -> DispatchResult {
		match permit {
			PermitReference::Numbered(number) => Self::overturn_permit(number, act, mandate)?,
			PermitReference::Personal(commitment) => {
				Self::overturn_personal(commitment, act, mandate)?
			},
		}
		Ok(())
	}

	fn vary(
		permit: PermitReference,
		valid_to: Option<CalendarDate>,
		conditions: StatedConditions,
		act: &Act,
		mandate: MandateId,
	) -> DispatchResult {
		match permit {
			PermitReference::Numbered(number) => {
				let number = Self::running_after(number)?;
				let record = Self::existing(number)?;
				let district = Self::kind(record.kind)?.district;
				let permit = Self::varied(&record, valid_to, &conditions)?;
				let (valid_to, by) = (permit.valid_to, (act, Some(mandate)));
				let step = PermitStep::Varied { valid_to, conditions };
				Self::set(number, record, permit, district, Place::Free, by, None, step)?;
			},
			PermitReference::Personal(commitment) => {
				Self::vary_personal(commitment, valid_to, &conditions, act, mandate)?
			},
		}
		Ok(())
	}

	fn reserve_weight() -> Weight {
		T::WeightInfo::reserve()
	}

	fn grant_weight() -> Weight {
		// A permit and its type for each renewal that an appeal follows.
		let followed = u64::from(MAX_RENEWALS_FOLLOWED).saturating_mul(2);
		let overturn = T::WeightInfo::overturn().saturating_add(T::DbWeight::get().reads(followed));
		T::WeightInfo::grant().max(T::WeightInfo::grant_personal()).max(overturn)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_type_for_benchmark(
		asked: polity_primitives::MinistryId,
	) -> (PermitTypeId, PermitHolder, Option<UnitNumber>) {
		crate::benchmarking::set_type::<T>(asked)
	}
}

impl<T: Config> Pallet<T> {
	fn grant_party(
		grant: Grant<StatedConditions>,
		holder: Party,
		decided_by: Option<(&Act, MandateId)>,
	) -> Result<PermitReference, Error<T>> {
		let Grant { kind, version, site, valid_from, valid_to, conditions, .. } = grant;
		let district = Self::kind(kind)?.district;
		let terms = Self::terms_of(kind, version)?;
		Self::ensure_fits(&terms, &holder, site)?;
		// Silence grants what was found complete; an officer sees what the holder has had since.
		if decided_by.is_some() {
			Self::ensure_no_duplicate(kind, &holder, site)?;
		}
		let permit = Self::within_bounds(&terms, kind, &holder, site, |bounds| {
			let to = match valid_to {
				Some(to) => Some(to),
				None => bounds.longest(valid_from)?,
			};
			Permit::granted(bounds, valid_from, to, &conditions)
		})?
		.map_err(Error::<T>::from)?;
		let quota = Places::<T>::get(kind).granted().map_err(Error::<T>::from)?;
		let number = Self::next_number()?;
		Places::<T>::insert(kind, quota);
		let mut record = PermitRecord {
			kind,
			version,
			holder,
			site,
			permit,
			origin: Origin::Application,
			renewed_by: None,
			granted_on: Self::today(district),
			ended_on: None,
			has_place: true,
			ends_at: None,
			final_seen_under: None,
		};
		Self::insert(number, &mut record, district);
		let by = decided_by.map(|(act, mandate)| (act, Some(mandate)));
		Self::record_permit(number, district, by, None, PermitStep::Granted(record))?;
		Ok(PermitReference::Numbered(number))
	}
}
