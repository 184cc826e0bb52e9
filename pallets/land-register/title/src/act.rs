//! The acts on a title.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

use crate::{
	circumstances::Circumstances,
	consent::ensure_consented,
	error::TitleError,
	title::{Digest, MortgageOn, NoticeKind, Owners, RestrictionKind, RightTerms, Title},
};

/// Why units change hands. A closed list.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Cause {
	/// They are sold.
	#[codec(index = 0)]
	Sale,
	/// They are given.
	#[codec(index = 1)]
	Gift,
	/// They are exchanged for something else.
	#[codec(index = 2)]
	Exchange,
	/// They pass to an heir.
	#[codec(index = 3)]
	Inheritance,
	/// Those who hold together divide what they hold.
	#[codec(index = 4)]
	Division,
	/// A court has ordered it.
	#[codec(index = 5)]
	CourtOrder,
	/// The state takes them, as the law provides.
	#[codec(index = 6)]
	Expropriation,
	/// They fall to the state, or to whom the law names, as nobody has them.
	#[codec(index = 7)]
	Vesting,
}

impl Cause {
	/// Whether the owner wants it. It must then have consented, and no order replaces that; all
	/// others pass by law, and need an order.
	pub fn is_voluntary(self) -> bool {
		match self {
			Self::Sale | Self::Gift | Self::Exchange | Self::Division => true,
			Self::Inheritance | Self::CourtOrder | Self::Expropriation | Self::Vesting => false,
		}
	}
}

/// An act on a title.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum TitleAct<Party, Day, Unit> {
	/// Units change hands. Mortgages on them go with them.
	#[codec(index = 0)]
	Transfer {
		/// Who gives.
		from: Party,
		/// Who receives.
		to: Party,
		/// How many units.
		units: u32,
		/// Why.
		cause: Cause,
		/// Whether the receiver takes them subject to the mortgages on them, so that no creditor is
		/// asked.
		subject_to_mortgages: bool,
	},
	/// The whole is counted in more units: all numbers are multiplied.
	#[codec(index = 1)]
	Rescale {
		/// By how much; at least 2.
		factor: u32,
	},
	/// A right is granted.
	#[codec(index = 2)]
	Grant {
		/// Which.
		right: RightTerms<Party, Day, Unit>,
	},
	/// A right is given up.
	#[codec(index = 3)]
	Surrender {
		/// Its entry.
		right: u32,
	},
	/// A right passes to another holder, with the mortgages on it.
	#[codec(index = 4)]
	Assign {
		/// Its entry.
		right: u32,
		/// The new holder.
		to: Party,
	},
	/// A mortgage is entered, in the last rank.
	#[codec(index = 5)]
	EncumberByMortgage {
		/// What it burdens.
		on: MortgageOn<Party>,
		/// Whom it secures.
		creditor: Party,
		/// A commitment to the amount.
		amount: Digest,
		/// The deed.
		source: Digest,
	},
	/// A mortgage is discharged. Those behind it move up.
	#[codec(index = 6)]
	Discharge {
		/// Its entry.
		mortgage: u32,
	},
	/// A mortgage passes to another creditor.
	#[codec(index = 7)]
	AssignMortgage {
		/// Its entry.
		mortgage: u32,
		/// The new creditor.
		to: Party,
	},
	/// A notice is entered.
	#[codec(index = 8)]
	EnterNotice {
		/// Why.
		kind: NoticeKind,
		/// For whom.
		beneficiary: Option<Party>,
		/// Its last day.
		expires: Option<Day>,
	},
	/// A notice is cancelled.
	#[codec(index = 9)]
	CancelNotice {
		/// Its entry.
		notice: u32,
	},
	/// A restriction or responsibility is entered: by order, or with the owners' consent.
	#[codec(index = 10)]
	Restrict {
		/// What it is.
		kind: RestrictionKind,
		/// Its first day.
		from: Day,
		/// Its last day; none for one without an end.
		to: Option<Day>,
		/// The deed, order or plan.
		source: Digest,
	},
	/// A restriction or responsibility is lifted, by order.
	#[codec(index = 11)]
	LiftRestriction {
		/// Its entry.
		restriction: u32,
	},
	/// The owners that nobody knew are entered.
	#[codec(index = 12)]
	Adopt {
		/// How many units the whole has.
		total_units: u32,
		/// Who owns how many of them, in any order.
		owners: Owners<Party>,
	},
	/// An entry whose last day has passed (a right, a notice, a restriction) is taken off the title,
	/// to make room. Nobody need consent: it has no effect any more.
	#[codec(index = 13)]
	Clear {
		/// Its entry.
		entry: u32,
	},
}

/// Does an act: returns the title as it is then. A new entry has the number
/// [`Title::last_entry`](Title#structfield.last_entry).
///
/// # Errors
/// * what [`Title::check`] finds - the state is broken.
/// * [`TitleError::CourtOrderMissing`] - only a court or authority can order it.
/// * [`TitleError::CaveatStands`], [`TitleError::PriorityNoticeStands`],
///   [`TitleError::CourtFreezeStands`], [`TitleError::LisPendensStands`] - a notice stands against it.
/// * [`TitleError::ConsentMissing`] - somebody who gives something up has not consented.
/// * any other of [`TitleError`] that the act runs into.
pub fn apply<Party: Clone + Ord, Day: Copy + Ord, Unit: Clone + Eq>(
	title: &Title<Party, Day, Unit>,
	act: &TitleAct<Party, Day, Unit>,
	circumstances: &Circumstances<'_, Party, Day, Unit>,
) -> Result<Title<Party, Day, Unit>, TitleError> {
	title.check()?;
	title.ensure_ordered(act, circumstances)?;
	title.ensure_not_stopped(act, circumstances)?;
	let mut after = title.clone();
	match act {
		TitleAct::Transfer { from, to, units, .. } => {
			after.transfer(from, to, *units, circumstances.by_deed)?;
		},
		TitleAct::Rescale { factor } => after.rescale(*factor)?,
		TitleAct::Grant { right } => after.grant(right, circumstances)?,
		TitleAct::Surrender { right } => after.surrender(*right, &circumstances.today)?,
		TitleAct::Assign { right, to } => after.assign(*right, to, &circumstances.today)?,
		TitleAct::EncumberByMortgage { on, creditor, amount, source } => {
			after.encumber(on, creditor, amount, source, &circumstances.today)?;
		},
		TitleAct::Discharge { mortgage } => after.discharge(*mortgage)?,
		TitleAct::AssignMortgage { mortgage, to } => after.assign_mortgage(*mortgage, to)?,
		TitleAct::EnterNotice { kind, beneficiary, expires } => {
			after.enter_notice(*kind, beneficiary, *expires, &circumstances.today)?;
		},
		TitleAct::CancelNotice { notice } => after.cancel_notice(*notice)?,
		TitleAct::Restrict { kind, from, to, source } => {
			after.restrict(*kind, *from, *to, source, &circumstances.today)?;
		},
		TitleAct::LiftRestriction { restriction } => after.lift(*restriction)?,
		TitleAct::Adopt { total_units, owners } => {
			after.adopt(*total_units, owners, circumstances.by_deed)?;
		},
		TitleAct::Clear { entry } => after.clear(*entry, &circumstances.today)?,
	}
	ensure_consented(title, act, circumstances)?;
	Ok(after)
}

impl<Party: Clone + Ord, Day: Copy + Ord, Unit: Clone + Eq> Title<Party, Day, Unit> {
	/// What passes by law alone, and what is a court's to do, needs an order.
	fn ensure_ordered(
		&self,
		act: &TitleAct<Party, Day, Unit>,
		circumstances: &Circumstances<'_, Party, Day, Unit>,
	) -> Result<(), TitleError> {
		let needs_order = match act {
			TitleAct::Transfer { cause, .. } => !cause.is_voluntary(),
			TitleAct::EnterNotice { kind, .. } => {
				matches!(kind, NoticeKind::CourtFreeze | NoticeKind::LisPendens)
			},
			// One that protects nobody in particular is the court's alone.
			TitleAct::CancelNotice { notice } => self.notice(*notice).is_some_and(|notice| {
				notice.kind == NoticeKind::CourtFreeze || notice.beneficiary.is_none()
			}),
			TitleAct::LiftRestriction { .. } => true,
			_ => false,
		};
		if needs_order && !circumstances.court {
			return Err(TitleError::CourtOrderMissing);
		}
		Ok(())
	}
}
