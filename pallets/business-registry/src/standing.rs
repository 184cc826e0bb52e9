//! What a company may do, given its record.

use polity_primitives::{ActKind, Capacity, StandingError};

use crate::{
	status::Status,
	types::{DisputeReason, Missing},
};

/// What of a company's record decides what it may do.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances {
	/// Its status.
	pub status: Status,
	/// Why its record is disputed, if it is.
	pub dispute: Option<DisputeReason>,
	/// What its imported record lacks.
	pub missing: Missing,
	/// Whether a court has frozen it.
	pub is_frozen: bool,
	/// Whether it comes from a campaign that is not sealed.
	pub is_provisional: bool,
}

/// Whether a company may do a kind of act in a capacity.
///
/// In this order: a provisional record, of a campaign that is still open, gives no rights at all,
/// for one officer alone has made it. A company that is struck off or dissolved does nothing. No company succeeds to
/// an estate. In liquidation or insolvency, those in charge act for it and nobody else; otherwise
/// nobody acts as if they were. What its imported record lacks bars every disposition, whoever
/// acts. A frozen company files, its liquidator too, a suspended one files what it owes and a
/// disputed one files, until that is settled; a court may allow more.
///
/// # Errors
/// The first [`StandingError`] that applies.
pub const fn may(
	company: &Circumstances,
	act: ActKind,
	capacity: Capacity,
) -> Result<(), StandingError> {
	let Circumstances { status, dispute, missing, is_frozen, is_provisional } = *company;
	if is_provisional {
		return Err(StandingError::NotSealed);
	}
	let is_wound_up = match status {
		Status::StruckOff | Status::Dissolved | Status::MergedInto(_) | Status::ConvertedTo(_) => {
			return Err(StandingError::Dissolved)
		},
		Status::InLiquidation | Status::InInsolvency => true,
		Status::Active | Status::Suspended => false,
	};
	match (is_wound_up, capacity) {
		(_, Capacity::Succession) | (false, Capacity::Liquidator) => {
			return Err(StandingError::NotCapable)
		},
		(true, Capacity::Itself) => return Err(StandingError::InLiquidation),
		(_, Capacity::CourtOrder) | (true, Capacity::Liquidator) | (false, Capacity::Itself) => {},
	}
	if matches!(act, ActKind::Dispose | ActKind::Encumber) && !missing.is_empty() {
		return Err(StandingError::Incomplete);
	}
	if matches!(act, ActKind::File) || matches!(capacity, Capacity::CourtOrder) {
		return Ok(());
	}
	if is_frozen {
		return Err(StandingError::Frozen);
	}
	if matches!(status, Status::Suspended) {
		return Err(StandingError::Suspended);
	}
	if dispute.is_some() {
		return Err(StandingError::Disputed);
	}
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	const ACTS: [ActKind; 6] = [
		ActKind::Acquire,
		ActKind::Dispose,
		ActKind::Encumber,
		ActKind::Apply,
		ActKind::File,
		ActKind::Represent,
	];
	const CAPACITIES: [Capacity; 4] =
		[Capacity::Itself, Capacity::Liquidator, Capacity::Succession, Capacity::CourtOrder];

	/// An active company about which there is nothing to say.
	const ACTIVE: Circumstances = Circumstances {
		status: Status::Active,
		dispute: None,
		missing: Missing::NONE,
		is_frozen: false,
		is_provisional: false,
	};

	fn in_status(status: Status) -> Circumstances {
		Circumstances { status, ..ACTIVE }
	}

	#[test]
	fn company_should_do_anything_when_it_is_active_and_complete() {
		for act in ACTS {
			assert_eq!(may(&ACTIVE, act, Capacity::Itself), Ok(()));
		}
	}

	#[test]
	fn company_should_act_by_its_liquidator_when_it_is_wound_up() {
		for status in [Status::InLiquidation, Status::InInsolvency] {
			let acts = |capacity| may(&in_status(status), ActKind::Dispose, capacity);
			assert_eq!(acts(Capacity::Itself), Err(StandingError::InLiquidation));
			assert_eq!(acts(Capacity::Liquidator), Ok(()));
			assert_eq!(acts(Capacity::CourtOrder), Ok(()));
		}
		assert_eq!(
			may(&ACTIVE, ActKind::Dispose, Capacity::Liquidator),
			Err(StandingError::NotCapable)
		);
	}

	#[test]
	fn company_should_only_file_when_it_is_frozen_suspended_or_disputed() {
		let frozen = Circumstances { is_frozen: true, ..ACTIVE };
		let disputed = Circumstances { dispute: Some(DisputeReason::NameTaken), ..ACTIVE };
		for (company, error) in [
			(frozen, StandingError::Frozen),
			(Circumstances { dispute: disputed.dispute, ..frozen }, StandingError::Frozen),
			(Circumstances { status: Status::Suspended, ..frozen }, StandingError::Frozen),
			(in_status(Status::Suspended), StandingError::Suspended),
			(disputed, StandingError::Disputed),
		] {
			for act in ACTS {
				let expected = if act == ActKind::File { Ok(()) } else { Err(error) };
				assert_eq!(may(&company, act, Capacity::Itself), expected);
				assert_eq!(may(&company, act, Capacity::CourtOrder), Ok(()));
			}
		}
	}

	#[test]
	fn liquidator_should_dispose_of_nothing_when_the_company_is_frozen() {
		let company = Circumstances { is_frozen: true, ..in_status(Status::InLiquidation) };
		let acts = |capacity| may(&company, ActKind::Dispose, capacity);
		assert_eq!(acts(Capacity::Liquidator), Err(StandingError::Frozen));
		assert_eq!(acts(Capacity::CourtOrder), Ok(()));
	}

	#[test]
	fn company_should_not_dispose_when_its_record_is_incomplete() {
		let company = Circumstances { missing: Missing::OWNERS, ..ACTIVE };
		for act in [ActKind::Dispose, ActKind::Encumber] {
			for capacity in [Capacity::Itself, Capacity::CourtOrder] {
				assert_eq!(may(&company, act, capacity), Err(StandingError::Incomplete));
			}
		}
		assert_eq!(may(&company, ActKind::Acquire, Capacity::Itself), Ok(()));
	}

	proptest! {
		#[test]
		fn company_should_do_nothing_when_its_campaign_is_not_sealed(
			act in 0usize..6,
			capacity in 0usize..4,
		) {
			for status in [Status::Active, Status::InLiquidation, Status::Dissolved] {
				for missing in [Missing::NONE, Missing::OWNERS] {
					let company =
						Circumstances { missing, is_provisional: true, ..in_status(status) };
					prop_assert_eq!(
						may(&company, ACTS[act], CAPACITIES[capacity]),
						Err(StandingError::NotSealed)
					);
				}
			}
		}

		#[test]
		fn company_should_do_nothing_when_it_is_dead(act in 0usize..6, capacity in 0usize..4) {
			for status in [Status::StruckOff, Status::Dissolved] {
				prop_assert_eq!(
					may(&in_status(status), ACTS[act], CAPACITIES[capacity]),
					Err(StandingError::Dissolved)
				);
			}
		}

		#[test]
		fn company_should_never_succeed_to_an_estate(act in 0usize..6) {
			for status in [Status::Active, Status::Suspended, Status::InLiquidation] {
				prop_assert_eq!(
					may(&in_status(status), ACTS[act], Capacity::Succession),
					Err(StandingError::NotCapable)
				);
			}
		}
	}
}
