//! Activities that need a licence: a company states none that it may not carry on.

use frame_support::{ensure, weights::Weight};
use polity_primitives::{code_list::Activity, traits::Licences, CompanyNumber};

use crate::{
	types::{Activities, Company, MAX_ACTIVITIES},
	Config, Error, Pallet,
};

impl<T: Config> Pallet<T> {
	/// That a company which is to be founded needs no licence: it can have none yet.
	pub(crate) fn ensure_no_licence_needed(activities: &Activities) -> Result<(), Error<T>> {
		Self::ensure_licensed(None, activities.iter())
	}

	/// That a company has the licences for the activities that it would state anew. What it states
	/// already, its record may have from an existing register, and keeps.
	pub(crate) fn ensure_new_activities_licensed(
		company: &Company,
		activities: &Activities,
	) -> Result<(), Error<T>> {
		let new = activities.iter().filter(|activity| !company.activities.contains(activity));
		Self::ensure_licensed(Some(company.number), new)
	}

	fn ensure_licensed<'a>(
		company: Option<CompanyNumber>,
		mut activities: impl Iterator<Item = &'a Activity>,
	) -> Result<(), Error<T>> {
		let lacks = activities.any(|activity| T::Licences::lacks_licence(company, activity));
		ensure!(!lacks, Error::<T>::ActivityNeedsLicence);
		Ok(())
	}

	/// What it weighs to ask for the licences of as many activities as a company states.
	pub(crate) fn weight_of_licences() -> Weight {
		T::Licences::licence_weight().saturating_mul(MAX_ACTIVITIES.into())
	}
}
