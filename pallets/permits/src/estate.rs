//! What companies have in this register, and whether they are licensed.

use alloc::vec::Vec;
use frame_support::{dispatch::DispatchResult, ensure, weights::Weight};
use polity_primitives::{
	code_list::Activity,
	traits::{CompanyEstate, EstateObstacle, LegalClock, Licences},
	Act, CompanyNumber, MandateId, Party,
};

use crate::{
	types::{MAX_PERMITS_LOOKED_AT, MAX_SUCCESSION},
	Config, Error, LicenceTypes, Pallet, Running, WeightInfo,
};

impl<T: Config> CompanyEstate for Pallet<T> {
	/// A permit whose last day is past stands in the way until the next block has looked.
	fn obstacle(company: CompanyNumber) -> Option<EstateObstacle> {
		let mut running = Running::<T>::iter_key_prefix((Party::Company(company),));
		running.next().map(|_| EstateObstacle::HoldsPermits)
	}

	/// Passes by operation of law, so also what the type lets nobody transfer. Whether the successor has
	/// what the types demand is seen when the permits are used.
	fn succeed(
		from: CompanyNumber,
		to: CompanyNumber,
		act: &Act,
		mandate: MandateId,
	) -> DispatchResult {
		let most = usize::try_from(MAX_SUCCESSION).unwrap_or_default();
		let passing: Vec<_> = Running::<T>::iter_key_prefix((Party::Company(from),))
			.take(most.saturating_add(1))
			.collect();
		ensure!(passing.len() <= most, Error::<T>::TooManyPermits);
		for (kind, number) in passing {
			let record = Self::existing(number)?;
			let district = Self::kind(kind)?.district;
			Self::pass(number, record, Party::Company(to), district, (act, mandate), None)?;
		}
		Ok(())
	}

	fn succeed_weight() -> Weight {
		T::WeightInfo::succeed()
	}
}

impl<T: Config> Licences for Pallet<T> {
	fn lacks_licence(company: Option<CompanyNumber>, activity: &Activity) -> bool {
		let Some(kind) = LicenceTypes::<T>::get(activity) else { return false };
		let Some(company) = company else { return true };
		let mut left = MAX_PERMITS_LOOKED_AT;
		!Self::has_effective(&Party::Company(company), kind, T::Clock::now(), &mut left)
	}

	fn licence_weight() -> Weight {
		T::WeightInfo::lacks_licence()
	}
}
