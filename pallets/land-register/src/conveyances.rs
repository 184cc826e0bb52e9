//! Conveyances: prepared by one officer, settled by another, all legs or none.

use alloc::vec::Vec;
use frame_support::{dispatch::DispatchResult, ensure, BoundedVec};
use polity_primitives::{
	ids::ConveyanceId,
	traits::LegalClock,
	traits::{Acts, Effect},
	Act, Head, Party, Power, UnitNumber, Warrant,
};
use polity_title::TitleAct;

use crate::{
	bases::provides_for,
	legs::{is_disposition, receiver, Run, Setting},
	types::{
		conveyance_matter, Authority, Consent, ConsentState, Conveyance, ConveyanceChange,
		ConveyanceState, LandTitle, Legs, Preparation, RefusalReason, TitleChange, WorkState,
	},
	Config, ConveyanceHeads, Conveyances, Error, Event, LastConveyance, Law, Pallet, Pending,
	Titles, Units,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_prepare_conveyance(
		who: T::AccountId,
		act: Act,
		legs: Legs,
		authority: Authority,
		acting_for: Option<Party>,
	) -> DispatchResult {
		let first = legs.first().ok_or(Error::<T>::LegsMissing)?;
		let unit = Units::<T>::get(first.unit).ok_or(Error::<T>::UnitNotFound)?;
		let district = unit.district;
		let maker = Self::officer(&who, authority.maker_power(), district)?;
		Self::ensure_version(&act, 0)?;
		let rests_on = |basis| provides_for(basis, &legs, authority);
		Self::ensure_act(&act, rests_on, district, Effect::Later)?;
		let setting = Setting { district, legs: &legs, authority, acting_for: acting_for.as_ref() };
		// Who has to consent is not asked yet.
		let run = Self::run_legs(&setting, |_| Ok(false))?;
		for working in &run.titles {
			let mut of_unit = legs.iter().filter(|leg| leg.unit == working.unit);
			if of_unit.any(|leg| is_disposition(&leg.act)) {
				Self::ensure_first_in_time(&setting, working.unit, &working.before, None)?;
			}
		}
		let receivers = legs.iter().filter_map(|leg| receiver(&leg.act));
		Self::ensure_not_own(&who, run.parties.iter().chain(receivers))?;
		let parties = BoundedVec::try_from(run.parties).map_err(|_| Error::<T>::TooManyConsents)?;
		let id = LastConveyance::<T>::get().next().ok_or(Error::<T>::IdsExhausted)?;
		let units: Vec<_> = run.titles.iter().map(|working| working.unit).collect();
		let mut queues = Vec::new();
		for unit in units {
			// Those that are dead make room.
			let mut queue = Pending::<T>::get(unit);
			queue.retain(|earlier| Self::is_live(*earlier, unit));
			queue.try_push(id).map_err(|_| Error::<T>::TooManyPending)?;
			queues.push((unit, queue));
		}
		Self::note(&act, &who, Some(&maker))?;

		let matter = conveyance_matter(id, &legs);
		let awaited =
			|party: &Party| Consent { party: party.clone(), state: ConsentState::Awaited };
		let consents: Vec<_> = parties.iter().map(awaited).collect();
		let conveyance = Conveyance {
			terms: Law::<T>::get().conveyance_terms(),
			district,
			legs: legs.clone(),
			authority,
			acting_for: acting_for.clone(),
			preparation: Preparation { mandate: maker.mandate, act: act.clone() },
			made_at: T::Clock::now(),
			consents: BoundedVec::truncate_from(consents),
			objections: BoundedVec::new(),
			matter,
			state: ConveyanceState::Open,
		};
		LastConveyance::<T>::put(id);
		Conveyances::<T>::insert(id, conveyance);
		for (unit, queue) in queues {
			Pending::<T>::insert(unit, queue);
		}
		Self::list(district, WorkState::ConveyanceOpen, id.0);
		let change = ConveyanceChange::Prepared {
			legs: legs.clone(),
			authority,
			acting_for: acting_for.clone(),
			parties: parties.clone(),
			matter,
		};
		let head = Self::record_conveyance(id, district, &act, Some(maker.mandate), change)?;
		Self::deposit_event(Event::ConveyancePrepared {
			conveyance: id,
			legs,
			authority,
			acting_for,
			parties,
			matter,
			mandate: maker.mandate,
			head,
		});
		Ok(())
	}

	pub(crate) fn do_settle(who: T::AccountId, act: Act, id: ConveyanceId) -> DispatchResult {
		let (conveyance, head) = Self::open_conveyance(id)?;
		let district = conveyance.district;
		let checker = Self::officer(&who, Power::Decide, district)?;
		Self::ensure_version(&act, head.seq)?;
		Self::ensure_in_time(&conveyance)?;
		Self::ensure_checker(&conveyance, &checker)?;
		Self::ensure_act_as_prepared(&act, &conveyance.preparation.act, district)?;
		Self::ensure_day_has_come(&act, &conveyance.preparation.act)?;
		Self::ensure_unopposed(&conveyance)?;
		let setting = Setting {
			district,
			legs: &conveyance.legs,
			authority: conveyance.authority,
			acting_for: conveyance.acting_for.as_ref(),
		};
		let run = Self::run_legs(&setting, |party| Self::consent_to(&conveyance, party))?;
		for working in &run.titles {
			Self::ensure_first_in_time(&setting, working.unit, &working.before, Some(id))?;
		}
		let receivers = conveyance.legs.iter().filter_map(|leg| receiver(&leg.act));
		Self::ensure_not_own(&who, run.parties.iter().chain(receivers))?;
		let index: Vec<_> = run
			.titles
			.iter()
			.map(|working| {
				Self::index_change(working.unit, Some(&working.before), Some(&working.after))
			})
			.collect();
		Self::ensure_few_changes(&index)?;
		Self::note(&act, &who, Some(&checker))?;

		Self::write_index(index);
		Self::write_legs(id, &conveyance, &act, &checker, run)?;
		let mandate = checker.mandate;
		let prepared_under = conveyance.preparation.mandate;
		Self::close_conveyance(id, conveyance, ConveyanceState::Settled);
		let change = ConveyanceChange::Settled;
		let head = Self::record_conveyance(id, district, &act, Some(mandate), change)?;
		Self::deposit_event(Event::ConveyanceSettled {
			conveyance: id,
			prepared_under,
			mandate,
			head,
		});
		Ok(())
	}

	/// Writes what the legs come to: the titles, and an entry for each leg.
	fn write_legs(
		id: ConveyanceId,
		conveyance: &Conveyance,
		act: &Act,
		checker: &Warrant<T::AccountId>,
		run: Run,
	) -> Result<(), Error<T>> {
		for working in run.titles {
			Titles::<T>::insert(working.unit, working.after);
		}
		let prepared_under = conveyance.preparation.mandate;
		for (leg, by_deed) in conveyance.legs.iter().zip(run.by_deed) {
			let change = TitleChange::Conveyed {
				conveyance: id,
				act: leg.act.clone(),
				authority: conveyance.authority,
				acting_for: conveyance.acting_for.clone(),
				by_deed,
				prepared_under,
			};
			let head = Self::record_title(
				leg.unit,
				conveyance.district,
				Some(act),
				Some(checker.mandate),
				change,
			)?;
			Self::deposit_event(Event::TitleChanged {
				unit: leg.unit,
				conveyance: id,
				act: leg.act.clone(),
				authority: conveyance.authority,
				acting_for: conveyance.acting_for.clone(),
				by_deed,
				prepared_under,
				mandate: checker.mandate,
				head,
			});
		}
		Ok(())
	}

	pub(crate) fn do_refuse_conveyance(
		who: T::AccountId,
		act: Act,
		id: ConveyanceId,
		reason: RefusalReason,
	) -> DispatchResult {
		let (conveyance, head) = Self::open_conveyance(id)?;
		let district = conveyance.district;
		let checker = Self::officer(&who, Power::Decide, district)?;
		Self::ensure_version(&act, head.seq)?;
		Self::ensure_apart(conveyance.preparation.mandate, &checker)?;
		Self::ensure_act_as_prepared(&act, &conveyance.preparation.act, district)?;
		Self::note(&act, &who, Some(&checker))?;

		let (prepared_under, mandate) = (conveyance.preparation.mandate, checker.mandate);
		Self::close_conveyance(id, conveyance, ConveyanceState::Refused);
		let change = ConveyanceChange::Refused { reason };
		let head = Self::record_conveyance(id, district, &act, Some(mandate), change)?;
		Self::deposit_event(Event::ConveyanceRefused {
			conveyance: id,
			reason,
			prepared_under,
			mandate,
			head,
		});
		Ok(())
	}

	pub(crate) fn do_withdraw_conveyance(
		who: T::AccountId,
		act: Act,
		id: ConveyanceId,
	) -> DispatchResult {
		let (conveyance, head) = Self::open_conveyance(id)?;
		let district = conveyance.district;
		Self::ensure_version(&act, head.seq)?;
		let maker = Self::warrant(conveyance.preparation.mandate)?;
		// One that nobody can settle any more is cleared by whoever comes.
		let is_dead = Self::has_lapsed(&conveyance)? || Self::is_outdated(&conveyance);
		ensure!(is_dead || maker.officer.account == who, Error::<T>::NotTheMaker);
		let officer = (maker.officer.account == who).then_some(&maker);
		Self::ensure_act_as_prepared(&act, &conveyance.preparation.act, district)?;
		Self::note(&act, &who, officer)?;

		let mandate = officer.map(|maker| maker.mandate);
		Self::close_conveyance(id, conveyance, ConveyanceState::Withdrawn);
		let change = ConveyanceChange::Withdrawn;
		let head = Self::record_conveyance(id, district, &act, mandate, change)?;
		Self::deposit_event(Event::ConveyanceWithdrawn { conveyance: id, mandate, head });
		Ok(())
	}

	/// A conveyance that is neither settled, refused nor withdrawn, and its head.
	pub(crate) fn open_conveyance(id: ConveyanceId) -> Result<(Conveyance, Head), Error<T>> {
		let conveyance = Conveyances::<T>::get(id).ok_or(Error::<T>::ConveyanceNotFound)?;
		ensure!(conveyance.state == ConveyanceState::Open, Error::<T>::ConveyanceClosed);
		Ok((conveyance, ConveyanceHeads::<T>::get(id).unwrap_or_default()))
	}

	/// That a conveyance can still be settled by the clock.
	pub(crate) fn ensure_in_time(conveyance: &Conveyance) -> Result<(), Error<T>> {
		ensure!(!Self::has_lapsed(conveyance)?, Error::<T>::ConveyanceLapsed);
		Ok(())
	}

	fn has_lapsed(conveyance: &Conveyance) -> Result<bool, Error<T>> {
		Self::is_over(conveyance.terms.settlement, conveyance.made_at, conveyance.district)
	}

	/// Whether a title has changed since a leg was prepared on it.
	fn is_outdated(conveyance: &Conveyance) -> bool {
		let mut legs = conveyance.legs.iter();
		legs.any(|leg| leg.expected_version != Self::title_head(leg.unit).seq)
	}

	/// Whether a conveyance on a unit can still be settled, so that later ones wait for it.
	pub(crate) fn is_live(id: ConveyanceId, unit: UnitNumber) -> bool {
		let Some(conveyance) = Conveyances::<T>::get(id) else { return false };
		let version = Self::title_head(unit).seq;
		conveyance.state == ConveyanceState::Open
			&& Self::has_lapsed(&conveyance) == Ok(false)
			&& conveyance.legs.iter().all(|leg| leg.unit != unit || leg.expected_version == version)
	}

	/// Whether an open conveyance waits on a unit that can still be settled.
	pub(crate) fn has_live_conveyance(unit: UnitNumber) -> bool {
		Pending::<T>::get(unit).iter().any(|id| Self::is_live(*id, unit))
	}

	/// Arrival is priority: no earlier conveyance on the unit waits, unless a court orders this one
	/// or it is done for somebody whom a notice protects.
	fn ensure_first_in_time(
		setting: &Setting<'_>,
		unit: UnitNumber,
		title: &LandTitle,
		id: Option<ConveyanceId>,
	) -> Result<(), Error<T>> {
		let today = Self::today(setting.district);
		let is_protected = setting.acting_for.is_some_and(|party| {
			title.notices.iter().any(|notice| {
				notice.is_in_force(&today) && notice.beneficiary.as_ref() == Some(party)
			})
		});
		if setting.authority.is_court() || is_protected {
			return Ok(());
		}
		let queue = Pending::<T>::get(unit);
		let mut earlier = queue.iter().take_while(|other| Some(**other) != id);
		ensure!(
			!earlier.any(|other| Self::is_live(*other, unit)),
			Error::<T>::EarlierApplicationPending
		);
		Ok(())
	}

	/// That the officer who settles is apart from all who prepared, and of another ministry than those
	/// whose word replaces a consent on the chain.
	fn ensure_checker(
		conveyance: &Conveyance,
		checker: &Warrant<T::AccountId>,
	) -> Result<(), Error<T>> {
		let maker = conveyance.preparation.mandate;
		match conveyance.authority {
			Authority::Registrar => Self::ensure_apart(maker, checker)?,
			Authority::Court => Self::ensure_of_two_ministries(maker, checker)?,
		}
		for consent in &conveyance.consents {
			if let ConsentState::ByDeed { mandate, .. } = consent.state {
				Self::ensure_of_two_ministries(mandate, checker)?;
			}
		}
		Ok(())
	}

	/// That nobody stands against a conveyance: no objection, and where owners are adopted, the time
	/// for objections is over. A court has heard those who object.
	fn ensure_unopposed(conveyance: &Conveyance) -> Result<(), Error<T>> {
		if conveyance.authority.is_court() {
			return Ok(());
		}
		ensure!(conveyance.objections.is_empty(), Error::<T>::ObjectionStands);
		if adopts_owners(conveyance) {
			let period = conveyance.terms.objection;
			let is_over = Self::is_over(period, conveyance.made_at, conveyance.district)?;
			ensure!(is_over, Error::<T>::ObjectionPeriodRunning);
		}
		Ok(())
	}

	/// Ends a conveyance, so that later ones on its units need not wait any more.
	fn close_conveyance(id: ConveyanceId, conveyance: Conveyance, state: ConveyanceState) {
		for leg in &conveyance.legs {
			let mut queue = Pending::<T>::get(leg.unit);
			queue.retain(|other| *other != id);
			if queue.is_empty() {
				Pending::<T>::remove(leg.unit);
			} else {
				Pending::<T>::insert(leg.unit, queue);
			}
		}
		Self::unlist(conveyance.district, WorkState::ConveyanceOpen, id.0);
		Conveyances::<T>::insert(id, Conveyance { state, ..conveyance });
	}
}

/// Whether a conveyance names the owners that nobody knew.
pub(crate) fn adopts_owners(conveyance: &Conveyance) -> bool {
	conveyance.legs.iter().any(|leg| matches!(leg.act, TitleAct::Adopt { .. }))
}
