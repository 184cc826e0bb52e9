//! What holders do with their permits, and ask for.

use frame_support::{dispatch::DispatchResult, ensure};
use polity_primitives::{
	ids::District,
	time::CalendarDate,
	traits::{Acts, Effect},
	Act, Party,
};

use crate::{
	places::Place,
	types::{Asked, PermitNumber, PermitRecord, PermitStep, Request, WorkState, HOLDERS_ACTS},
	Config, Error, Pallet, PermitHeads, Requests,
};

impl<T: Config> Pallet<T> {
	/// How many entries a permit has.
	pub(crate) fn permit_version(number: PermitNumber) -> u32 {
		PermitHeads::<T>::get(number).unwrap_or_default().seq
	}

	/// A permit whose holder acts, with its district.
	fn held_by(
		who: &T::AccountId,
		act: &Act,
		number: PermitNumber,
	) -> Result<(PermitRecord, District), Error<T>> {
		let record = Self::existing(number)?;
		ensure!(Self::signs_for(who, &record.holder), Error::<T>::NotTheHolder);
		let district = Self::check_holders_act(&record, act, number)?;
		Ok((record, district))
	}

	fn check_holders_act(
		record: &PermitRecord,
		act: &Act,
		number: PermitNumber,
	) -> Result<District, Error<T>> {
		let district = Self::kind(record.kind)?.district;
		Self::ensure_version(act, Self::permit_version(number))?;
		Self::ensure_act(act, HOLDERS_ACTS, district, Effect::AtOnce)?;
		Ok(district)
	}

	pub(crate) fn do_surrender(
		who: T::AccountId,
		act: Act,
		number: PermitNumber,
	) -> DispatchResult {
		let (record, district) = Self::held_by(&who, &act, number)?;
		Self::ensure_may_dispose(&record.holder)?;
		let today = Self::today(district);
		let permit = record.permit.surrendered(today).map_err(Error::<T>::from)?;
		Self::note(&act, &who, None)?;
		let (by, step) = ((&act, None), PermitStep::Surrendered);
		Self::set(number, record, permit, district, Place::Free, by, None, step)?;
		Ok(())
	}

	pub(crate) fn do_request_transfer(
		who: T::AccountId,
		act: Act,
		number: PermitNumber,
		to: Party,
	) -> DispatchResult {
		let (record, district) = Self::held_by(&who, &act, number)?;
		ensure!(!Requests::<T>::contains_key(number), Error::<T>::RequestPending);
		Self::ensure_may_dispose(&record.holder)?;
		Self::ensure_may_pass(&record, &to)?;
		Self::note(&act, &who, None)?;
		Self::ask(number, district, &act, Asked::Transfer { to })
	}

	pub(crate) fn do_request_renewal(
		who: T::AccountId,
		act: Act,
		number: PermitNumber,
		valid_to: Option<CalendarDate>,
	) -> DispatchResult {
		let (record, district) = Self::held_by(&who, &act, number)?;
		ensure!(!Requests::<T>::contains_key(number), Error::<T>::RequestPending);
		Self::renewed_until(number, &record, valid_to)?;
		Self::note(&act, &who, None)?;
		Self::ask(number, district, &act, Asked::Renewal { valid_to })
	}

	fn ask(number: PermitNumber, district: District, act: &Act, asked: Asked) -> DispatchResult {
		let request = Request { asked: asked.clone(), is_endorsed: false };
		Requests::<T>::insert(number, request);
		Self::list(district, WorkState::RequestOpen, number.whole());
		let step = PermitStep::Requested(asked);
		Self::record_permit(number, district, Some((act, None)), None, step)?;
		Ok(())
	}

	pub(crate) fn do_endorse_transfer(
		who: T::AccountId,
		act: Act,
		number: PermitNumber,
	) -> DispatchResult {
		let record = Self::existing(number)?;
		let request = Requests::<T>::get(number).ok_or(Error::<T>::RequestNotFound)?;
		let Asked::Transfer { to } = &request.asked else {
			return Err(Error::<T>::RequestNotFound.into());
		};
		ensure!(Self::signs_for(&who, to), Error::<T>::NotTheNewHolder);
		let district = Self::check_holders_act(&record, &act, number)?;
		ensure!(!request.is_endorsed, Error::<T>::AlreadyEndorsed);
		Self::ensure_may_pass(&record, to)?;
		Self::note(&act, &who, None)?;
		Requests::<T>::insert(number, Request { is_endorsed: true, ..request });
		let by = Some((&act, None));
		Self::record_permit(number, district, by, None, PermitStep::Endorsed)?;
		Ok(())
	}

	pub(crate) fn do_withdraw_request(
		who: T::AccountId,
		act: Act,
		number: PermitNumber,
	) -> DispatchResult {
		let (_, district) = Self::held_by(&who, &act, number)?;
		ensure!(Requests::<T>::contains_key(number), Error::<T>::RequestNotFound);
		Self::note(&act, &who, None)?;
		Self::drop_request(number, district);
		let by = Some((&act, None));
		Self::record_permit(number, district, by, None, PermitStep::RequestWithdrawn)?;
		Ok(())
	}
}
