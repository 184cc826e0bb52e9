//! What officers do with a permit, and inspections.

use frame_support::{dispatch::DispatchResult, ensure};
use polity_permit_procedure::{InspectionKind, InspectionResult, Permit, PermitStanding};
use polity_primitives::{
	ids::District,
	traits::{Acts, Effect, LegalClock},
	Act, MandateId, Party, Power, Warrant,
};

use crate::{
	acts::Decision,
	places::Place,
	types::{
		ordered, Asked, Origin, PermitChange, PermitNumber, PermitRecord, PermitStep, Preparation,
		TakeOver, MAX_PERMITS_LOOKED_AT, MAX_RENEWALS_FOLLOWED, SUPERVISION,
	},
	Config, Error, Pallet, Permits, PermitsOf, Places, Requests, TypeVersions,
};

impl<T: Config> Pallet<T> {
	/// That something can be done with a permit, by who prepares it.
	pub(crate) fn check_change(
		number: PermitNumber,
		change: &PermitChange,
		act: &Act,
		maker: &Warrant<T::AccountId>,
	) -> Result<(), Error<T>> {
		let record = Self::existing(number)?;
		match change {
			PermitChange::Transfer => Self::new_holder(number, &record).map(|_| ())?,
			PermitChange::Renew => Self::renewed(number, &record).map(|_| ())?,
			_ => Self::after(&record, change, act).map(|_| ())?,
		}
		if *change == PermitChange::Complete {
			Self::ensure_has_not_seen_the_whole(&record, maker)?;
		}
		Ok(())
	}

	/// That an officer is another than who has seen the whole, and does not also say that it is complete.
	pub(crate) fn ensure_has_not_seen_the_whole(
		record: &PermitRecord,
		officer: &Warrant<T::AccountId>,
	) -> Result<(), Error<T>> {
		match record.final_seen_under {
			Some(inspector) => Self::ensure_apart(inspector, officer),
			None => Ok(()),
		}
	}

	pub(crate) fn change_permit(
		number: PermitNumber,
		change: PermitChange,
		decision: Decision<'_>,
	) -> DispatchResult {
		let record = Self::existing(number)?;
		let district = Self::kind(record.kind)?.district;
		match change {
			PermitChange::Transfer => {
				let to = Self::new_holder(number, &record)?;
				let by = (decision.act, decision.mandate);
				Self::pass(number, record, to, district, by, Some(decision.preparation))?;
			},
			PermitChange::Renew => Self::renew(number, record, district, decision)?,
			change => {
				let permit = Self::after(&record, &change, &decision.preparation.act)?;
				let by = (decision.act, Some(decision.mandate));
				let step = PermitStep::Changed(change);
				let prepared = Some(decision.preparation);
				Self::set(number, record, permit, district, Place::Free, by, prepared, step)?;
			},
		}
		Ok(())
	}

	/// The permit after officers have done something with it.
	fn after(
		record: &PermitRecord,
		change: &PermitChange,
		prepared: &Act,
	) -> Result<Permit, Error<T>> {
		let terms = Self::terms_of(record.kind, record.version)?;
		let today = Self::today(Self::kind(record.kind)?.district);
		let permit = &record.permit;
		let after = match change {
			PermitChange::Suspend { .. } => permit.suspended(today),
			PermitChange::Resume => permit.resumed(today),
			PermitChange::Revoke { .. } => permit.revoked(today, !prepared.documents.is_empty()),
			PermitChange::Amend { valid_to, conditions } => {
				return Self::varied(record, *valid_to, conditions)
			},
			PermitChange::MeetCondition { at } => {
				permit.with_condition_met(usize::try_from(*at).unwrap_or(usize::MAX), today)
			},
			PermitChange::ScheduleInspection { kind, day } => {
				ensure!(*day >= today, Error::<T>::Backdated);
				permit.with_inspection(*kind, *day, today)
			},
			PermitChange::Complete => {
				let mut left = MAX_PERMITS_LOOKED_AT;
				let (holder, now) = (&record.holder, T::Clock::now());
				let holding = Self::holding(&terms, holder, record.site, now, &mut left);
				permit.completed(&terms, today, holding)
			},
			PermitChange::Transfer | PermitChange::Renew => {
				return Err(Error::<T>::RequestNotFound)
			},
		};
		after.map_err(Error::<T>::from)
	}

	/// The permit with another end and other conditions.
	pub(crate) fn varied(
		record: &PermitRecord,
		valid_to: Option<polity_primitives::time::CalendarDate>,
		conditions: &polity_permit_procedure::StatedConditions,
	) -> Result<Permit, Error<T>> {
		let terms = Self::terms_of(record.kind, record.version)?;
		let today = Self::today(Self::kind(record.kind)?.district);
		let (holder, permit) = (&record.holder, &record.permit);
		Self::within_bounds(&terms, record.kind, holder, record.site, |bounds| {
			let to = match valid_to {
				Some(to) => Some(to),
				None => bounds.longest(permit.valid_from)?,
			};
			permit.varied(bounds, to, conditions, today)
		})?
		.map_err(Error::<T>::from)
	}

	/// Writes what a permit has become, with all that follows from that.
	#[allow(clippy::too_many_arguments)]
	pub(crate) fn set(
		number: PermitNumber,
		mut record: PermitRecord,
		permit: Permit,
		district: District,
		place: Place,
		by: (&Act, Option<MandateId>),
		preparation: Option<Preparation>,
		step: PermitStep,
	) -> Result<(), Error<T>> {
		let standing = permit.standing;
		let stood = record.permit.standing;
		let moves = record.permit.valid_to != permit.valid_to;
		record.permit = permit;
		if standing.is_final() {
			Self::end(number, &mut record, district, place);
		} else if moves {
			Self::leave(number, &mut record);
			Self::enter(number, &mut record, district);
		}
		let follower = record.renewed_by.filter(|_| standing != stood);
		Permits::<T>::insert(number, record);
		Self::record_permit(number, district, Some(by), preparation, step)?;
		match follower {
			Some(next) => Self::follow(next, standing, district, by),
			None => Ok(()),
		}
	}

	/// What is done with a permit that was renewed is done with the one that follows: it rests on the same
	/// grant.
	fn follow(
		number: PermitNumber,
		standing: PermitStanding,
		district: District,
		by: (&Act, Option<MandateId>),
	) -> Result<(), Error<T>> {
		let mut record = Self::existing(number)?;
		if record.permit.standing.is_final() || record.permit.standing == standing {
			return Ok(());
		}
		record.permit.standing = standing;
		if standing.is_final() {
			Self::end(number, &mut record, district, Place::Free);
		}
		Permits::<T>::insert(number, record);
		Self::record_permit(number, district, Some(by), None, PermitStep::Followed(standing))
	}

	/// To whom a permit passes, as its holder has asked for: the new one has consented, and has what the
	/// type demands.
	fn new_holder(number: PermitNumber, record: &PermitRecord) -> Result<Party, Error<T>> {
		let request = Requests::<T>::get(number).ok_or(Error::<T>::RequestNotFound)?;
		let Asked::Transfer { to } = request.asked else { return Err(Error::<T>::RequestNotFound) };
		ensure!(request.is_endorsed, Error::<T>::NotEndorsed);
		// A court may have frozen the holder since it asked.
		Self::ensure_may_dispose(&record.holder)?;
		Self::ensure_may_pass(record, &to)?;
		Ok(to)
	}

	/// That a permit can pass to somebody.
	pub(crate) fn ensure_may_pass(record: &PermitRecord, to: &Party) -> Result<(), Error<T>> {
		let PermitRecord { kind, site, permit, .. } = record;
		let terms = Self::terms_of(*kind, record.version)?;
		ensure!(record.holder != *to, Error::<T>::SameHolder);
		Self::ensure_fits(&terms, to, *site)?;
		let today = Self::today(Self::kind(*kind)?.district);
		let mut left = MAX_PERMITS_LOOKED_AT;
		let holding = Self::holding(&terms, to, *site, T::Clock::now(), &mut left);
		permit.ensure_may_pass(&terms, today, holding).map_err(Error::<T>::from)?;
		Self::ensure_no_duplicate(*kind, to, *site)?;
		// A lease of the new holder may end before the permit.
		Self::within_bounds(&terms, *kind, to, *site, |bounds| {
			bounds.check(permit.valid_from, permit.valid_to)
		})?
		.map_err(Error::<T>::from)
	}

	/// Passes a permit to another holder.
	pub(crate) fn pass(
		number: PermitNumber,
		mut record: PermitRecord,
		to: Party,
		district: District,
		(act, mandate): (&Act, MandateId),
		preparation: Option<Preparation>,
	) -> Result<(), Error<T>> {
		Self::leave(number, &mut record);
		Self::drop_request(number, district);
		let from = core::mem::replace(&mut record.holder, to.clone());
		PermitsOf::<T>::insert(&to, ordered(number.whole()), ());
		Self::enter(number, &mut record, district);
		Permits::<T>::insert(number, record);
		let step = PermitStep::Passed { from, to };
		Self::record_permit(number, district, Some((act, Some(mandate))), preparation, step)
	}

	/// A permit that is renewed, and the record of the one that follows, by the version in force.
	fn renewed(
		number: PermitNumber,
		record: &PermitRecord,
	) -> Result<(Permit, PermitRecord), Error<T>> {
		let request = Requests::<T>::get(number).ok_or(Error::<T>::RequestNotFound)?;
		let Asked::Renewal { valid_to } = request.asked else {
			return Err(Error::<T>::RequestNotFound);
		};
		Self::renewed_until(number, record, valid_to)
	}

	/// The same until a day; with none for as long as the type allows.
	pub(crate) fn renewed_until(
		number: PermitNumber,
		record: &PermitRecord,
		valid_to: Option<polity_primitives::time::CalendarDate>,
	) -> Result<(Permit, PermitRecord), Error<T>> {
		let PermitRecord { kind, holder, site, permit, .. } = record;
		let row = Self::kind(*kind)?;
		let in_force = TypeVersions::<T>::get(kind, row.in_force);
		let in_force = in_force.ok_or(Error::<T>::TypeVersionNotFound)?;
		ensure!(in_force.takes_applications, Error::<T>::NotRenewable);
		let terms = in_force.terms;
		let today = Self::today(row.district);
		let mut left = MAX_PERMITS_LOOKED_AT;
		let holding = Self::holding(&terms, holder, *site, T::Clock::now(), &mut left);
		let (old, next) = Self::within_bounds(&terms, *kind, holder, *site, |bounds| {
			let to = match (valid_to, permit.valid_to) {
				(None, Some(begins)) => bounds.longest(begins)?,
				(stated, _) => stated,
			};
			permit.renewed(bounds, to, today, holding)
		})?
		.map_err(Error::<T>::from)?;
		let next = PermitRecord {
			kind: *kind,
			version: row.in_force,
			holder: holder.clone(),
			site: *site,
			permit: next,
			origin: Origin::Renewal(number),
			renewed_by: None,
			granted_on: today,
			ended_on: None,
			has_place: false,
			ends_at: None,
			final_seen_under: None,
		};
		Ok((old, next))
	}

	fn renew(
		number: PermitNumber,
		mut record: PermitRecord,
		district: District,
		decision: Decision<'_>,
	) -> Result<(), Error<T>> {
		let (old, mut next) = Self::renewed(number, &record)?;
		let by = Self::next_number()?;
		record.permit = old;
		record.renewed_by = Some(by);
		Permits::<T>::insert(number, record);
		Self::drop_request(number, district);
		Self::insert(by, &mut next, district);
		let acting = Some((decision.act, Some(decision.mandate)));
		let prepared = Some(decision.preparation);
		let renewed = PermitStep::Renewed { by };
		Self::record_permit(number, district, acting, prepared.clone(), renewed)?;
		Self::record_permit(by, district, acting, prepared, PermitStep::Granted(next))
	}

	pub(crate) fn do_record_inspection(
		who: T::AccountId,
		act: Act,
		number: PermitNumber,
		at: u32,
		result: InspectionResult,
	) -> DispatchResult {
		let mut record = Self::existing(number)?;
		let district = Self::kind(record.kind)?.district;
		let inspector = Self::officer(&who, Power::Examine, district)?;
		Self::ensure_does_not_sign_for(&who, &record.holder)?;
		Self::ensure_version(&act, Self::permit_version(number))?;
		Self::ensure_act(&act, SUPERVISION, district, Effect::AtOnce)?;
		let place = usize::try_from(at).unwrap_or(usize::MAX);
		let today = Self::today(district);
		let permit = record
			.permit
			.inspected(place, result, today, T::Clock::now())
			.map_err(Error::<T>::from)?;
		Self::note(&act, &who, Some(&inspector))?;
		let seen = permit.inspections.get(place).map(|inspection| inspection.kind);
		if seen == Some(InspectionKind::Final) {
			record.final_seen_under = Some(inspector.mandate);
		}
		record.permit = permit;
		Permits::<T>::insert(number, record);
		let step = PermitStep::Inspected { at, result };
		let by = Some((&act, Some(inspector.mandate)));
		Self::record_permit(number, district, by, None, step)?;
		Ok(())
	}

	/// The record of a permit that is taken over.
	pub(crate) fn check_take_over(take_over: &TakeOver) -> Result<PermitRecord, Error<T>> {
		let TakeOver { kind, holder, site, valid_from, valid_to, conditions } = take_over;
		let row = Self::kind(*kind)?;
		let terms = Self::terms_of(*kind, row.in_force)?;
		Self::ensure_fits(&terms, holder, *site)?;
		Self::ensure_site_is_demanded(&terms, *site)?;
		Self::ensure_exists(holder)?;
		let today = Self::today(row.district);
		let is_running = *valid_from <= today && valid_to.is_none_or(|to| to > today);
		ensure!(is_running, Error::<T>::NotRunning);
		Self::ensure_no_duplicate(*kind, holder, *site)?;
		Places::<T>::get(kind).reserved(terms.quota).map_err(Error::<T>::from)?;
		let permit = Self::within_bounds(&terms, *kind, holder, *site, |bounds| {
			Permit::granted(bounds, *valid_from, *valid_to, conditions)
		})?
		.map_err(Error::<T>::from)?;
		Ok(PermitRecord {
			kind: *kind,
			version: row.in_force,
			holder: holder.clone(),
			site: *site,
			permit,
			origin: Origin::TakenOver,
			renewed_by: None,
			granted_on: *valid_from,
			ended_on: None,
			has_place: true,
			ends_at: None,
			final_seen_under: None,
		})
	}

	pub(crate) fn take_over(take_over: TakeOver, decision: Decision<'_>) -> DispatchResult {
		let mut record = Self::check_take_over(&take_over)?;
		let district = Self::kind(record.kind)?.district;
		let terms = Self::terms_of(record.kind, record.version)?;
		let quota = Places::<T>::get(record.kind)
			.reserved(terms.quota)
			.and_then(|quota| quota.granted())
			.map_err(Error::<T>::from)?;
		let number = Self::next_number()?;
		Places::<T>::insert(record.kind, quota);
		Self::insert(number, &mut record, district);
		let by = Some((decision.act, Some(decision.mandate)));
		let prepared = Some(decision.preparation);
		Self::record_permit(number, district, by, prepared, PermitStep::Granted(record))?;
		Ok(())
	}

	/// The permit on which an appeal against a grant acts: the one that was granted or, where it is over, the
	/// one that follows it now. No more renewals are followed than [`MAX_RENEWALS_FOLLOWED`].
	pub(crate) fn running_after(granted: PermitNumber) -> Result<PermitNumber, Error<T>> {
		let mut number = granted;
		for _ in 0..MAX_RENEWALS_FOLLOWED {
			let record = Self::existing(number)?;
			let today = Self::today(Self::kind(record.kind)?.district);
			match record.renewed_by {
				Some(next) if !record.permit.is_running(today) => number = next,
				_ => break,
			}
		}
		Ok(number)
	}

	/// Ends a permit whose grant an appeal has overturned. Its place is kept for the decision that follows;
	/// where it has ended and nothing follows it, one is taken for that decision if one is free.
	pub(crate) fn overturn_permit(
		number: PermitNumber,
		act: &Act,
		mandate: MandateId,
	) -> Result<(), Error<T>> {
		let number = Self::running_after(number)?;
		let record = Self::existing(number)?;
		let district = Self::kind(record.kind)?.district;
		let today = Self::today(district);
		let PermitRecord { kind, version, .. } = record;
		if !record.permit.is_running(today) {
			ensure!(record.permit.standing != PermitStanding::Overturned, Error::<T>::PermitEnded);
			let terms = Self::terms_of(kind, version)?;
			let quota = Places::<T>::get(kind).reserved(terms.quota).map_err(Error::<T>::from)?;
			Places::<T>::insert(kind, quota);
			return Ok(());
		}
		let permit = record.permit.overturned(today).map_err(Error::<T>::from)?;
		// A renewal that has not begun was granted by no decision on an application.
		ensure!(record.has_place, Error::<T>::PlaceNotReserved);
		let by = (act, Some(mandate));
		let step = PermitStep::Overturned;
		Self::set(number, record, permit, district, Place::Reserved, by, None, step)
	}
}
