//! Tests, by kind of act. Parties are letters, days are numbers, units are numbers.

mod check;
mod consents;
mod joins;
mod mortgages;
mod notices;
mod owners;
mod properties;
mod restrictions;
mod rights;

use crate::*;

pub(crate) type T = Title<char, u32, u64>;
pub(crate) type Act = TitleAct<char, u32, u64>;

pub(crate) const UNIT: u64 = 1;
pub(crate) const TODAY: u32 = 100;
pub(crate) const SOURCE: Digest = [3; 32];
pub(crate) const AMOUNT: Digest = [4; 32];
pub(crate) const NOTHING: Digest = [0; 32];

pub(crate) fn owners(shares: &[(char, u32)]) -> Owners<char> {
	shares
		.iter()
		.map(|(party, units)| Share { party: *party, units: *units, by_deed: false })
		.collect::<Vec<_>>()
		.try_into()
		.unwrap()
}

/// A title that these own, whose shares make the whole.
pub(crate) fn owned(shares: &[(char, u32)]) -> T {
	Title::open(shares.iter().map(|(_, units)| units).sum(), owners(shares)).unwrap()
}

/// Ways in which an act is done.
#[derive(Clone, Default)]
pub(crate) struct Way {
	pub(crate) law: TitleLaw,
	pub(crate) court: bool,
	pub(crate) acting_for: Option<char>,
	pub(crate) by_deed: bool,
	pub(crate) today: Option<u32>,
}

impl Way {
	pub(crate) fn ordered() -> Self {
		Self { court: true, ..Self::default() }
	}

	pub(crate) fn acting_for(party: char) -> Self {
		Self { acting_for: Some(party), ..Self::default() }
	}

	fn circumstances<'a>(
		&'a self,
		consents: &'a [Consenter<char, u64>],
	) -> Circumstances<'a, char, u32, u64> {
		Circumstances {
			unit: &UNIT,
			law: &self.law,
			today: self.today.unwrap_or(TODAY),
			court: self.court,
			acting_for: self.acting_for.as_ref(),
			consents,
			by_deed: self.by_deed,
		}
	}

	pub(crate) fn asked(
		&self,
		title: &T,
		act: &Act,
	) -> Result<Vec<Consenter<char, u64>>, TitleError> {
		consenters(title, act, &self.circumstances(&[])).map(|asked| asked.into_inner())
	}

	/// Does an act with the consent of everybody who is asked.
	pub(crate) fn apply(&self, title: &T, act: &Act) -> Result<T, TitleError> {
		let consents = self.asked(title, act).unwrap_or_default();
		let after = apply(title, act, &self.circumstances(&consents))?;
		after.check_of(&UNIT).unwrap();
		Ok(after)
	}

	/// Does an act that nobody has consented to.
	pub(crate) fn apply_alone(&self, title: &T, act: &Act) -> Result<T, TitleError> {
		apply(title, act, &self.circumstances(&[]))
	}
}

/// Does an act today, with the consent of everybody who is asked.
pub(crate) fn done(title: &T, act: Act) -> Result<T, TitleError> {
	Way::default().apply(title, &act)
}

pub(crate) fn shares(title: &T) -> Vec<(char, u32)> {
	title.owners.iter().map(|share| (share.party, share.units)).collect()
}

pub(crate) fn transfer(from: char, to: char, units: u32, cause: Cause) -> Act {
	TitleAct::Transfer { from, to, units, cause, subject_to_mortgages: false }
}

pub(crate) fn sale(from: char, to: char, units: u32) -> Act {
	transfer(from, to, units, Cause::Sale)
}

pub(crate) fn mortgage(on: MortgageOn<char>, creditor: char) -> Act {
	TitleAct::EncumberByMortgage { on, creditor, amount: AMOUNT, source: SOURCE }
}

pub(crate) fn lease_terms(holder: char, from: u32, to: Option<u32>) -> RightTerms<char, u32, u64> {
	RightTerms {
		kind: RightKind::Lease,
		holder: Holder::Party(holder),
		from,
		to,
		derived_from: None,
		source: SOURCE,
	}
}

pub(crate) fn lease(holder: char, from: u32, to: Option<u32>) -> Act {
	TitleAct::Grant { right: lease_terms(holder, from, to) }
}

pub(crate) fn easement(dominant: u64) -> Act {
	let right = RightTerms {
		kind: RightKind::RightOfWay,
		holder: Holder::Unit(dominant),
		..lease_terms('a', TODAY, None)
	};
	TitleAct::Grant { right }
}

pub(crate) fn notice(kind: NoticeKind, beneficiary: Option<char>, expires: Option<u32>) -> Act {
	TitleAct::EnterNotice { kind, beneficiary, expires }
}

pub(crate) fn restriction(from: u32, to: Option<u32>) -> Act {
	TitleAct::Restrict { kind: RestrictionKind::NoBuilding, from, to, source: SOURCE }
}

/// The ranks of what stands on something, by entry.
pub(crate) fn ranks(title: &T, on: &MortgageOn<char>) -> Vec<(u32, u32)> {
	let entries = title.mortgages.iter().filter(|mortgage| mortgage.on == *on);
	entries.map(|mortgage| (mortgage.id, mortgage.rank)).collect()
}
