//! How each act of the council takes effect, and what it weighs.

use frame_support::{
	dispatch::DispatchResult,
	ensure,
	traits::{Contains, GetCallMetadata, PalletInfoAccess},
	weights::Weight,
};
use polity_primitives::{
	time::{Calendar, TolledInterval},
	traits::{CompetenceAdministration, LegalClock, MinistryAdministration, RateAdministration},
	District, Register,
};
use sp_core::H256;

use crate::{pallet::*, rules, types::*, WeightInfo};

impl<T: Config> Pallet<T> {
	/// What an act weighs at worst.
	pub(crate) fn weight_of(act: &CouncilAct<T::AccountId>) -> Weight {
		match act {
			CouncilAct::AuthoriseUpgrade { .. } => T::WeightInfo::authorise_upgrade(),
			CouncilAct::PauseCall { .. } => T::WeightInfo::pause_call(),
			CouncilAct::ResumeCall { .. } => T::WeightInfo::resume_call(),
			CouncilAct::SetRate { .. } => T::WeightInfo::set_rate(),
			CouncilAct::AdmitMinistry { .. } => T::WeightInfo::admit_ministry(),
			CouncilAct::SuspendMinistry { .. } => T::WeightInfo::suspend_ministry(),
			CouncilAct::ReinstateMinistry { .. } => T::WeightInfo::reinstate_ministry(),
			CouncilAct::ExpelMinistry { .. } => T::WeightInfo::expel_ministry(),
			CouncilAct::ReplaceNode { .. } => T::WeightInfo::replace_node(),
			CouncilAct::ReplaceSeat { .. } => T::WeightInfo::replace_seat(),
			CouncilAct::SetCompetence { .. } => T::WeightInfo::set_competence(),
			CouncilAct::TollClocks { .. } => T::WeightInfo::toll_clocks(),
			CouncilAct::SetCalendar { calendar, .. } => T::WeightInfo::set_calendar(
				u32::try_from(calendar.holidays().len()).unwrap_or(u32::MAX),
			),
			CouncilAct::ClearCalendar { .. } => T::WeightInfo::clear_calendar(),
			CouncilAct::SetAbsenceRule { .. } => T::WeightInfo::set_absence_rule(),
		}
	}

	/// Does what an act says.
	pub(crate) fn do_enact(act: CouncilAct<T::AccountId>) -> DispatchResult {
		match act {
			CouncilAct::AuthoriseUpgrade { code_hash } => Self::authorise_upgrade(code_hash),
			CouncilAct::PauseCall { call } => Self::pause(&call),
			CouncilAct::ResumeCall { call } => T::Pauses::resume(&call),
			CouncilAct::SetRate { class, rate } => T::Rates::set_rate(class, rate),
			CouncilAct::AdmitMinistry { ministry } => T::Ministries::admit(ministry),
			CouncilAct::SuspendMinistry { ministry } => T::Ministries::suspend(ministry),
			CouncilAct::ReinstateMinistry { ministry } => T::Ministries::reinstate(ministry),
			CouncilAct::ExpelMinistry { ministry } => T::Ministries::expel(ministry),
			CouncilAct::ReplaceNode { ministry, old, new } => {
				T::Ministries::replace_node(ministry, old, new)
			},
			CouncilAct::ReplaceSeat { ministry, seat, threshold } => {
				T::Ministries::replace_seat(ministry, seat, threshold)
			},
			CouncilAct::SetCompetence { register, district, kind, ministry } => {
				T::Competences::set_competence(register, district, kind, ministry)
			},
			CouncilAct::TollClocks { interval } => Self::toll_by_motion(interval),
			CouncilAct::SetCalendar { scope, calendar } => Self::set_calendar(scope, calendar),
			CouncilAct::ClearCalendar { register, district } => {
				Self::clear_calendar(register, district)
			},
			CouncilAct::SetAbsenceRule { rule } => T::Ministries::set_absence_rule(rule),
		}
	}

	fn authorise_upgrade(code_hash: H256) -> DispatchResult {
		ensure!(!code_hash.is_zero(), Error::<T>::EmptyCodeHash);
		T::Upgrades::authorise(code_hash)
	}

	fn pause(call: &CallName) -> DispatchResult {
		ensure!(Self::exists(call), Error::<T>::UnknownCall);
		// A council that has paused its own acts could not end the pause.
		let own = call.pallet() == Some(<Self as PalletInfoAccess>::name());
		ensure!(!own && !T::NeverPaused::contains(call), Error::<T>::NeverPaused);
		T::Pauses::pause(call)
	}

	/// Whether the runtime has the call. A pause of a mistyped name would seem to work.
	fn exists(name: &CallName) -> bool {
		let (Some(pallet), Some(call)) = (name.pallet(), name.call()) else { return false };
		// The list of a pallet's calls can be asked only of a pallet that exists.
		T::RuntimeCall::get_module_names().contains(&pallet)
			&& T::RuntimeCall::get_call_names(pallet).contains(&call)
	}

	fn toll_by_motion(interval: TolledInterval) -> DispatchResult {
		rules::check_interval(&interval, <Self as LegalClock>::now()).map_err(Error::<T>::from)?;
		Tolled::<T>::try_mutate(|tolled| tolled.try_insert(interval))
			.map_err(|_| Error::<T>::TooManyTolledIntervals)?;
		Self::deposit_event(Event::ClocksTolled {
			from: interval.from(),
			to: interval.to(),
			cause: TollCause::Motion,
		});
		Ok(())
	}

	fn set_calendar(scope: CalendarScope, calendar: Calendar) -> DispatchResult {
		match scope {
			CalendarScope::Everywhere => DefaultCalendar::<T>::put(calendar),
			CalendarScope::Register { register, district } => {
				let place = (register, district);
				ensure!(
					Calendars::<T>::contains_key(place) || Calendars::<T>::count() < MAX_CALENDARS,
					Error::<T>::TooManyCalendars
				);
				Calendars::<T>::insert(place, calendar);
			},
		}
		Ok(())
	}

	fn clear_calendar(register: Register, district: District) -> DispatchResult {
		Calendars::<T>::take((register, district)).ok_or(Error::<T>::NoSuchCalendar)?;
		Ok(())
	}
}
