//! Notices: what stands against dispositions, and for whom.

use crate::{
	act::TitleAct,
	circumstances::Circumstances,
	error::TitleError,
	title::{Holder, Notice, NoticeKind, Title},
};

/// That no notice stands on the title on this day, for a change that is nobody's own act: of the
/// ground, of the unit.
///
/// # Errors
/// * [`TitleError::CaveatStands`], [`TitleError::PriorityNoticeStands`],
///   [`TitleError::CourtFreezeStands`], [`TitleError::LisPendensStands`]
pub fn ensure_no_notice<Party: Clone + Ord, Day: Copy + Ord, Unit: Clone + Eq>(
	title: &Title<Party, Day, Unit>,
	today: Day,
) -> Result<(), TitleError> {
	match title.notices.iter().find(|notice| notice.is_in_force(&today)) {
		None => Ok(()),
		Some(notice) => Err(notice.stands()),
	}
}

impl<Party, Day> Notice<Party, Day> {
	/// The refusal of what it stands against.
	fn stands(&self) -> TitleError {
		match self.kind {
			NoticeKind::Caveat => TitleError::CaveatStands,
			NoticeKind::PriorityNotice => TitleError::PriorityNoticeStands,
			NoticeKind::CourtFreeze => TitleError::CourtFreezeStands,
			NoticeKind::LisPendens => TitleError::LisPendensStands,
		}
	}
}

impl<Party: Clone + Ord, Day: Copy + Ord, Unit: Clone + Eq> Title<Party, Day, Unit> {
	/// That every notice in force lets an act pass: what disposes of nothing, what a court has
	/// ordered, and the beneficiary's own act.
	pub(crate) fn ensure_not_stopped(
		&self,
		act: &TitleAct<Party, Day, Unit>,
		circumstances: &Circumstances<'_, Party, Day, Unit>,
	) -> Result<(), TitleError> {
		if circumstances.court || !is_disposition(act) {
			return Ok(());
		}
		let own = circumstances.acting_for.filter(|party| self.is_own_act(act, party));
		let place = own.and_then(|party| self.place_of(act, party, &circumstances.today));
		let standing = self.notices.iter().find(|notice| {
			notice.is_in_force(&circumstances.today) && !lets_pass(notice, own, place)
		});
		match standing {
			None => Ok(()),
			Some(notice) => Err(notice.stands()),
		}
	}

	/// Whether a party can call an act its own: where something changes hands it is one of the two.
	fn is_own_act(&self, act: &TitleAct<Party, Day, Unit>, party: &Party) -> bool {
		match act {
			TitleAct::Transfer { from, to, .. } => from == party || to == party,
			TitleAct::Assign { right, to } => {
				let holds = |holder: &Holder<Party, Unit>| matches!(holder, Holder::Party(holder) if holder == party);
				to == party || self.right(*right).is_some_and(|right| holds(&right.terms.holder))
			},
			_ => true,
		}
	}

	/// The place that a priority notice keeps for a party. It is kept for acquiring, not for giving
	/// away.
	fn place_of(
		&self,
		act: &TitleAct<Party, Day, Unit>,
		party: &Party,
		today: &Day,
	) -> Option<u32> {
		if matches!(act, TitleAct::Transfer { from, .. } if from == party) {
			return None;
		}
		let kept = self.notices.iter().find(|notice| {
			notice.kind == NoticeKind::PriorityNotice
				&& notice.beneficiary.as_ref() == Some(party)
				&& notice.is_in_force(today)
		});
		kept.map(|notice| notice.id)
	}

	pub(crate) fn enter_notice(
		&mut self,
		kind: NoticeKind,
		beneficiary: &Option<Party>,
		expires: Option<Day>,
		today: &Day,
	) -> Result<(), TitleError> {
		check_notice(kind, beneficiary, &expires)?;
		if expires.is_some_and(|expires| expires < *today) {
			return Err(TitleError::AlreadyExpired);
		}
		// Nobody keeps a place on his own title, which would be one before everybody's claims.
		if let (NoticeKind::PriorityNotice, Some(party)) = (kind, beneficiary) {
			if self.units_of(party) > 0 {
				return Err(TitleError::SameParty);
			}
		}
		let id = self.enter()?;
		let notice = Notice { id, kind, beneficiary: beneficiary.clone(), expires };
		self.notices.try_push(notice).map_err(|_| TitleError::NoticesFull)
	}

	pub(crate) fn cancel_notice(&mut self, id: u32) -> Result<(), TitleError> {
		self.notice(id).ok_or(TitleError::EntryNotFound)?;
		self.notices.retain(|notice| notice.id != id);
		Ok(())
	}
}

/// What every notice has: a caveat or priority notice is for somebody, and for a time.
pub(crate) fn check_notice<Party, Day>(
	kind: NoticeKind,
	beneficiary: &Option<Party>,
	expires: &Option<Day>,
) -> Result<(), TitleError> {
	match kind {
		NoticeKind::Caveat | NoticeKind::PriorityNotice => {
			if beneficiary.is_none() {
				return Err(TitleError::BeneficiaryMissing);
			}
			if expires.is_none() {
				return Err(TitleError::ExpiryMissing);
			}
			Ok(())
		},
		NoticeKind::CourtFreeze | NoticeKind::LisPendens => Ok(()),
	}
}

/// Whether a notice stands against an act at all. What frees the title, what leaves everybody's part
/// as it is, and what is entered to be known, is no disposition.
fn is_disposition<Party, Day, Unit>(act: &TitleAct<Party, Day, Unit>) -> bool {
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

/// Whether a notice lets an act pass: it is the beneficiary's own, or it has an earlier place than the
/// caveat or priority notice has.
fn lets_pass<Party: Eq, Day>(
	notice: &Notice<Party, Day>,
	own: Option<&Party>,
	place: Option<u32>,
) -> bool {
	let earlier = place.is_some_and(|place| place < notice.id);
	match notice.kind {
		NoticeKind::CourtFreeze => false,
		NoticeKind::LisPendens => own.is_some() && own == notice.beneficiary.as_ref(),
		NoticeKind::Caveat | NoticeKind::PriorityNotice => {
			earlier || (own.is_some() && own == notice.beneficiary.as_ref())
		},
	}
}
