//! Succession by operation of law, and titles told from their entries: plain functions.

use polity_primitives::{time::CalendarDate, Party, UnitNumber};
use polity_title::{
	apply, consenters, reattach, Circumstances, Holder, MortgageOn, TitleError, TitleLaw,
};

use crate::types::{LandTitle, TitleChange};

/// The title after another party has taken the place of one in everything: its share, its rights, its
/// mortgages and its notices. Shares of both become one.
///
/// # Errors
/// * [`TitleError::MortgageWouldSpread`] - both have shares, and they are not burdened alike.
/// * what [`LandTitle::check`] finds.
pub fn succeed(title: &LandTitle, from: &Party, to: &Party) -> Result<LandTitle, TitleError> {
	let mut after = title.clone();
	let burdens = |owner: &Party| {
		let mut ids: alloc::vec::Vec<_> = title
			.mortgages
			.iter()
			.filter(|mortgage| matches!(&mortgage.on, MortgageOn::Share(party) if party == owner))
			.map(|mortgage| (mortgage.rank, mortgage.id))
			.collect();
		ids.sort_unstable();
		ids
	};
	let given = title.owners.iter().find(|share| share.party == *from).cloned();
	if let Some(given) = given {
		let both_own = title.units_of(to) > 0;
		if both_own && burdens(from) != burdens(to) {
			return Err(TitleError::MortgageWouldSpread);
		}
		if both_own {
			after.owners.retain(|share| share.party != *from);
			// Burdened alike: the entries for the share that goes are those of the one that stays.
			after.mortgages.retain(
				|mortgage| !matches!(&mortgage.on, MortgageOn::Share(party) if party == from),
			);
			for share in after.owners.iter_mut().filter(|share| share.party == *to) {
				share.units = share.units.checked_add(given.units).ok_or(TitleError::SumDiffers)?;
				share.by_deed |= given.by_deed;
			}
		} else {
			for share in after.owners.iter_mut().filter(|share| share.party == *from) {
				share.party = to.clone();
			}
		}
		after.owners.sort_by(|one, other| one.party.cmp(&other.party));
	}
	let replace = |party: &mut Party| {
		if party == from {
			*party = to.clone();
		}
	};
	for right in after.rights.iter_mut() {
		if let Holder::Party(party) = &mut right.terms.holder {
			replace(party);
		}
	}
	for mortgage in after.mortgages.iter_mut() {
		replace(&mut mortgage.creditor);
		if let MortgageOn::Share(owner) = &mut mortgage.on {
			replace(owner);
		}
	}
	for notice in after.notices.iter_mut() {
		if let Some(party) = &mut notice.beneficiary {
			replace(party);
		}
	}
	after.mortgages.sort_by(|one, other| {
		let owner = |on: &MortgageOn<Party>| match on {
			MortgageOn::Share(party) => Some(party.clone()),
			MortgageOn::Title | MortgageOn::Right(_) => None,
		};
		(one.id, owner(&one.on)).cmp(&(other.id, owner(&other.on)))
	});
	after.check()?;
	Ok(after)
}

/// The title that an entry leaves, after the title that the entries before it left: none where the
/// unit has none any more.
///
/// # Errors
/// The entry cannot follow: the chain was not made by this register.
pub fn title_after(
	unit: UnitNumber,
	before: Option<LandTitle>,
	change: &TitleChange,
	day: CalendarDate,
) -> Result<Option<LandTitle>, TitleError> {
	let known = || before.clone().ok_or(TitleError::EntriesInconsistent);
	match change {
		TitleChange::Registered { title, .. }
		| TitleChange::Given { title, .. }
		| TitleChange::DividedFrom { title, .. }
		| TitleChange::JoinedFrom { title, .. } => match before {
			None => Ok(Some(title.clone())),
			Some(_) => Err(TitleError::EntriesInconsistent),
		},
		TitleChange::Conveyed { act, authority, acting_for, by_deed, .. } => {
			let title = known()?;
			// Whoever had to consent has: the entry would not be there.
			let law = TitleLaw::default();
			let circumstances = Circumstances {
				unit: &unit,
				law: &law,
				today: day,
				court: authority.is_court(),
				acting_for: acting_for.as_ref(),
				consents: &[],
				by_deed: *by_deed,
			};
			let asked = consenters(&title, act, &circumstances)?;
			apply(&title, act, &Circumstances { consents: &asked, ..circumstances }).map(Some)
		},
		TitleChange::Divided { .. } | TitleChange::JoinedInto { .. } => known().map(|_| None),
		TitleChange::ParcelsJoined { .. } => known().map(Some),
		TitleChange::EasementsReattached { dominant, successors } => {
			reattach(&known()?, &unit, dominant, successors).map(Some)
		},
		TitleChange::Succeeded { from, to } => succeed(&known()?, from, to).map(Some),
	}
}
