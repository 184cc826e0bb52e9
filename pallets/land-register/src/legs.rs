//! The legs of a conveyance, done one after the other on a copy of the titles: all of them or none.

use alloc::vec::Vec;
use frame_support::ensure;
use polity_primitives::{
	time::CalendarDate,
	traits::{Acts, Companies, CompanyPhase},
	ActKind, Capacity, District, Party, UnitNumber,
};
use polity_title::{apply, consenters, Cause, Circumstances, Holder, NoticeKind, TitleAct};

use crate::{
	types::{Authority, LandAct, LandConsenter, LandTitle, Leg, Legs, UnitState},
	Config, Error, Law, Pallet, Titles, Units,
};

/// What the legs of a conveyance are done under.
pub(crate) struct Setting<'a> {
	/// The district of all units.
	pub(crate) district: District,
	/// The legs.
	pub(crate) legs: &'a Legs,
	/// As what it was prepared.
	pub(crate) authority: Authority,
	/// For whom it is done.
	pub(crate) acting_for: Option<&'a Party>,
}

/// A title as it is before and after the legs that have been done.
pub(crate) struct Working {
	pub(crate) unit: UnitNumber,
	pub(crate) before: LandTitle,
	pub(crate) after: LandTitle,
}

/// What doing all legs comes to.
pub(crate) struct Run {
	/// The titles, in the order in which the legs name them.
	pub(crate) titles: Vec<Working>,
	/// Of each leg, whether a consent to it was given by deed.
	pub(crate) by_deed: Vec<bool>,
	/// Who has to consent, each once.
	pub(crate) parties: Vec<Party>,
}

impl Run {
	fn title(&self, unit: UnitNumber) -> Option<&LandTitle> {
		self.titles.iter().find(|working| working.unit == unit).map(|working| &working.after)
	}

	fn ask(&mut self, party: Party) {
		if !self.parties.contains(&party) {
			self.parties.push(party);
		}
	}
}

/// Whether an act disposes of something, so that it waits for earlier applications.
pub(crate) const fn is_disposition(act: &LandAct) -> bool {
	match act {
		TitleAct::Transfer { .. }
		| TitleAct::Grant { .. }
		| TitleAct::Surrender { .. }
		| TitleAct::Assign { .. }
		| TitleAct::EncumberByMortgage { .. }
		| TitleAct::Adopt { .. } => true,
		TitleAct::Rescale { .. }
		| TitleAct::Discharge { .. }
		| TitleAct::AssignMortgage { .. }
		| TitleAct::EnterNotice { .. }
		| TitleAct::CancelNotice { .. }
		| TitleAct::Restrict { .. }
		| TitleAct::LiftRestriction { .. }
		| TitleAct::Clear { .. } => false,
	}
}

/// What kind of act it is for those who have to consent to it.
const fn kind_for_givers(act: &LandAct) -> ActKind {
	match act {
		TitleAct::Transfer { .. }
		| TitleAct::Surrender { .. }
		| TitleAct::Assign { .. }
		| TitleAct::Discharge { .. }
		| TitleAct::AssignMortgage { .. }
		| TitleAct::CancelNotice { .. } => ActKind::Dispose,
		TitleAct::EnterNotice { kind: NoticeKind::Caveat, .. } => ActKind::Apply,
		TitleAct::Rescale { .. }
		| TitleAct::Grant { .. }
		| TitleAct::EncumberByMortgage { .. }
		| TitleAct::EnterNotice { .. }
		| TitleAct::Restrict { .. }
		| TitleAct::LiftRestriction { .. }
		| TitleAct::Adopt { .. }
		| TitleAct::Clear { .. } => ActKind::Encumber,
	}
}

/// Who receives something by an act.
pub(crate) fn receiver(act: &LandAct) -> Option<&Party> {
	match act {
		TitleAct::Transfer { to, .. }
		| TitleAct::Assign { to, .. }
		| TitleAct::AssignMortgage { to, .. } => Some(to),
		TitleAct::EncumberByMortgage { creditor, .. } => Some(creditor),
		TitleAct::Grant { right } => match &right.holder {
			Holder::Party(party) => Some(party),
			Holder::Unit(_) => None,
		},
		_ => None,
	}
}

impl<T: Config> Pallet<T> {
	/// Does all legs on a copy of the titles. `consent_of` answers whether a party has consented, and
	/// whether it did so by deed.
	pub(crate) fn run_legs(
		setting: &Setting<'_>,
		consent_of: impl Fn(&Party) -> Result<bool, Error<T>>,
	) -> Result<Run, Error<T>> {
		let mut run = Run { titles: Vec::new(), by_deed: Vec::new(), parties: Vec::new() };
		if let Some(party) = setting.acting_for {
			// Nobody passes a notice in another's name.
			for member in Self::members_of(party)? {
				consent_of(&member)?;
				run.ask(member);
			}
			Self::ensure_may(party, ActKind::Apply, capacity(setting.authority))?;
		}
		let law = Law::<T>::get().titles;
		for leg in setting.legs {
			Self::take_up_title(setting, leg, &mut run)?;
			let title = run.title(leg.unit).cloned().ok_or(Error::<T>::UnitNotFound)?;
			Self::ensure_leg(setting, leg)?;
			let circumstances = Circumstances {
				unit: &leg.unit,
				law: &law,
				today: Self::today(setting.district),
				court: setting.authority.is_court(),
				acting_for: setting.acting_for,
				consents: &[],
				by_deed: false,
			};
			let asked = consenters(&title, &leg.act, &circumstances).map_err(Error::<T>::from)?;
			let mut by_deed = false;
			let mut givers = Self::parties_behind(&asked, &run)?;
			if let TitleAct::EnterNotice {
				kind: NoticeKind::Caveat,
				beneficiary: Some(party),
				..
			} = &leg.act
			{
				// A claim is the claimant's own.
				if !setting.authority.is_court() {
					givers.extend(Self::members_of(party)?);
				}
			}
			for party in givers {
				by_deed |= consent_of(&party)?;
				Self::ensure_may(&party, kind_for_givers(&leg.act), capacity(setting.authority))?;
				run.ask(party);
			}
			let circumstances = Circumstances { consents: &asked, by_deed, ..circumstances };
			let after = apply(&title, &leg.act, &circumstances).map_err(Error::<T>::from)?;
			for working in run.titles.iter_mut().filter(|working| working.unit == leg.unit) {
				working.after = after.clone();
			}
			run.by_deed.push(by_deed);
		}
		Ok(run)
	}

	/// Takes the title of a leg's unit up, unless an earlier leg has.
	fn take_up_title(setting: &Setting<'_>, leg: &Leg, run: &mut Run) -> Result<(), Error<T>> {
		ensure!(
			leg.expected_version == Self::title_head(leg.unit).seq,
			Error::<T>::UnitVersionStale
		);
		if run.title(leg.unit).is_some() {
			return Ok(());
		}
		let (unit, title) = Self::live_unit(leg.unit)?;
		ensure!(unit.district == setting.district, Error::<T>::UnitOfAnotherDistrict);
		run.titles.push(Working { unit: leg.unit, before: title.clone(), after: title });
		Ok(())
	}

	/// The parties behind those who have to consent, each member of a group and each owner of a unit.
	fn parties_behind(asked: &[LandConsenter], run: &Run) -> Result<Vec<Party>, Error<T>> {
		let mut parties = Vec::new();
		for consenter in asked {
			match &consenter.who {
				Holder::Party(party) => parties.extend(Self::members_of(party)?),
				Holder::Unit(unit) => {
					let title = match run.title(*unit) {
						Some(title) => title.clone(),
						None => Titles::<T>::get(unit).ok_or(Error::<T>::UnitNotFound)?,
					};
					ensure!(!title.owners_unknown(), Error::<T>::OwnersUnknown);
					for share in &title.owners {
						parties.extend(Self::members_of(&share.party)?);
					}
				},
			}
		}
		Ok(parties)
	}

	/// What the law of the register asks of a leg beside the law of titles.
	fn ensure_leg(setting: &Setting<'_>, leg: &Leg) -> Result<(), Error<T>> {
		let capacity = capacity(setting.authority);
		match &leg.act {
			TitleAct::Transfer { from, to, cause, .. } => match cause {
				Cause::Inheritance => Self::ensure_estate(from)?,
				Cause::Vesting => Self::ensure_vesting(from, to)?,
				_ => Self::ensure_may(from, ActKind::Dispose, capacity)?,
			},
			TitleAct::Grant { right } => {
				if let Holder::Unit(dominant) = &right.holder {
					let unit = Units::<T>::get(dominant);
					ensure!(
						unit.is_some_and(|unit| unit.state == UnitState::Live),
						Error::<T>::DominantUnitNotLive
					);
				}
			},
			TitleAct::EnterNotice { kind, beneficiary, expires } => {
				if let Some(party) = beneficiary {
					Self::ensure_exists(party)?;
				}
				Self::ensure_notice_ends(setting, *kind, expires.as_ref())?;
			},
			TitleAct::Adopt { owners, .. } => {
				owners.iter().try_for_each(|share| Self::ensure_exists(&share.party))?;
			},
			_ => {},
		}
		match receiver(&leg.act) {
			Some(party) => Self::ensure_may(party, ActKind::Acquire, capacity),
			None => Ok(()),
		}
	}

	/// Nobody keeps others from a title by a notice without an end, but a court.
	fn ensure_notice_ends(
		setting: &Setting<'_>,
		kind: NoticeKind,
		expires: Option<&CalendarDate>,
	) -> Result<(), Error<T>> {
		let is_limited = matches!(kind, NoticeKind::Caveat | NoticeKind::PriorityNotice)
			&& !setting.authority.is_court();
		if let (true, Some(expires)) = (is_limited, expires) {
			let last = Self::last_day(Law::<T>::get().max_notice_period, setting.district)?;
			ensure!(*expires <= last, Error::<T>::NoticeTooLong);
		}
		Ok(())
	}

	/// What a company has left falls to the state once it does not exist any more, and not before.
	fn ensure_vesting(from: &Party, to: &Party) -> Result<(), Error<T>> {
		ensure!(matches!(to, Party::State(_)), Error::<T>::VestsInStateAlone);
		let profile = match from {
			Party::Company(number) => T::Companies::profile(*number),
			_ => None,
		};
		let is_ended = profile.is_some_and(|profile| profile.phase == CompanyPhase::Ended);
		ensure!(is_ended, Error::<T>::CompanyNotEnded);
		Ok(())
	}
}

/// In what capacity the parties of a conveyance act.
const fn capacity(authority: Authority) -> Capacity {
	match authority {
		Authority::Registrar => Capacity::Itself,
		Authority::Court => Capacity::CourtOrder,
	}
}
