//! Who gives something up in an act, and so has to have consented.

use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

use crate::{
	act::{Cause, TitleAct},
	circumstances::Circumstances,
	error::TitleError,
	title::{Holder, Mortgage, MortgageOn, NoticeKind, Right, Title, MAX_CONSENTERS},
};

/// As what somebody consents.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	Ord,
	PartialOrd,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Role {
	/// It owns what is given or burdened.
	#[codec(index = 0)]
	Owner,
	/// It owns another share, and waives its pre-emption.
	#[codec(index = 1)]
	CoOwnerPreEmption,
	/// A mortgage secures it.
	#[codec(index = 2)]
	Creditor,
	/// It holds the right that is given or burdened.
	#[codec(index = 3)]
	RightHolder,
	/// A notice protects it.
	#[codec(index = 4)]
	Beneficiary,
	/// It is the dominant unit of an easement: each of its owners consents.
	#[codec(index = 5)]
	DominantOwner,
}

/// Who has to have consented, or has.
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
pub struct Consenter<Party, Unit> {
	/// Who: a party, or all owners of a unit (then the role is [`Role::DominantOwner`]).
	pub who: Holder<Party, Unit>,
	/// As what.
	pub role: Role,
}

/// All who have to have consented to an act, each once for each role.
pub type Consenters<Party, Unit> = BoundedVec<Consenter<Party, Unit>, ConstU32<MAX_CONSENTERS>>;

/// Who has to have consented to an act: all who give something up by it, so that nobody else can
/// dispossess them. Nobody where a court, or the authority that the law names, has ordered it.
///
/// # Errors
/// * [`TitleError::OwnersUnknown`] - the owners would have to consent, and nobody knows them.
/// * [`TitleError::NotOwner`] - the share to be given or burdened is not there.
/// * [`TitleError::EntryNotFound`] - nor is the entry.
pub fn consenters<Party: Clone + Ord, Day: Copy + Ord, Unit: Clone + Eq>(
	title: &Title<Party, Day, Unit>,
	act: &TitleAct<Party, Day, Unit>,
	circumstances: &Circumstances<'_, Party, Day, Unit>,
) -> Result<Consenters<Party, Unit>, TitleError> {
	let mut asked = Asked { title, consenters: BoundedVec::new() };
	match act {
		TitleAct::Transfer { from, to, cause, subject_to_mortgages, .. } => {
			// An order does not replace the will of who sells or gives.
			if !cause.is_voluntary() {
				return Ok(asked.consenters);
			}
			asked.owner(from)?;
			if !subject_to_mortgages {
				asked.creditors(|mortgage| match &mortgage.on {
					MortgageOn::Title => true,
					MortgageOn::Share(owner) => owner == from,
					MortgageOn::Right(_) => false,
				})?;
			}
			let to_third_party = title.units_of(to) == 0;
			if circumstances.law.pre_emption_of_co_owners && *cause == Cause::Sale && to_third_party
			{
				asked.co_owners_of(from)?;
			}
		},
		_ if circumstances.court => {},
		TitleAct::Grant { right } => match right.derived_from {
			None => asked.owners()?,
			Some(base) => asked.holder(asked.right(base)?)?,
		},
		TitleAct::Surrender { right } | TitleAct::Assign { right, .. } => {
			asked.holder(asked.right(*right)?)?;
		},
		TitleAct::EncumberByMortgage { on, .. } => match on {
			MortgageOn::Title => asked.owners()?,
			MortgageOn::Share(owner) => asked.owner(owner)?,
			MortgageOn::Right(right) => asked.holder(asked.right(*right)?)?,
		},
		TitleAct::Discharge { mortgage: id } | TitleAct::AssignMortgage { mortgage: id, .. } => {
			asked.creditors(|mortgage| mortgage.id == *id)?;
			if asked.consenters.is_empty() {
				return Err(TitleError::EntryNotFound);
			}
		},
		TitleAct::EnterNotice { kind: NoticeKind::PriorityNotice, .. }
		| TitleAct::Restrict { .. } => asked.owners()?,
		TitleAct::CancelNotice { notice } => {
			let notice = title.notice(*notice).ok_or(TitleError::EntryNotFound)?;
			// A freeze is the court's, whomever it protects.
			if let (false, Some(party)) =
				(notice.kind == NoticeKind::CourtFreeze, &notice.beneficiary)
			{
				asked.ask(Holder::Party(party.clone()), Role::Beneficiary)?;
			}
		},
		// These take nothing from anybody, or are for a court or an authority alone.
		TitleAct::EnterNotice { .. }
		| TitleAct::Rescale { .. }
		| TitleAct::LiftRestriction { .. }
		| TitleAct::Adopt { .. }
		| TitleAct::Clear { .. } => {},
	}
	Ok(asked.consenters)
}

/// That all who have to have consented to an act have.
pub(crate) fn ensure_consented<Party: Clone + Ord, Day: Copy + Ord, Unit: Clone + Eq>(
	title: &Title<Party, Day, Unit>,
	act: &TitleAct<Party, Day, Unit>,
	circumstances: &Circumstances<'_, Party, Day, Unit>,
) -> Result<(), TitleError> {
	let asked = consenters(title, act, circumstances)?;
	if asked.iter().all(|consenter| circumstances.consents.contains(consenter)) {
		Ok(())
	} else {
		Err(TitleError::ConsentMissing)
	}
}

/// Who is asked, while they are gathered.
struct Asked<'a, Party, Day, Unit> {
	title: &'a Title<Party, Day, Unit>,
	consenters: Consenters<Party, Unit>,
}

impl<'a, Party: Clone + Ord, Day: Copy + Ord, Unit: Clone + Eq> Asked<'a, Party, Day, Unit> {
	fn ask(&mut self, who: Holder<Party, Unit>, role: Role) -> Result<(), TitleError> {
		let consenter = Consenter { who, role };
		if self.consenters.contains(&consenter) {
			return Ok(());
		}
		// There is room for every owner and every mortgage, so that this never fails. Nobody may be
		// left out if it did.
		self.consenters.try_push(consenter).map_err(|_| TitleError::EntriesInconsistent)
	}

	fn owner(&mut self, owner: &Party) -> Result<(), TitleError> {
		self.title.ensure_owners_known()?;
		if self.title.units_of(owner) == 0 {
			return Err(TitleError::NotOwner);
		}
		self.ask(Holder::Party(owner.clone()), Role::Owner)
	}

	fn owners(&mut self) -> Result<(), TitleError> {
		self.title.ensure_owners_known()?;
		let title = self.title;
		title
			.owners
			.iter()
			.try_for_each(|share| self.ask(Holder::Party(share.party.clone()), Role::Owner))
	}

	fn co_owners_of(&mut self, owner: &Party) -> Result<(), TitleError> {
		let title = self.title;
		title.owners.iter().filter(|share| share.party != *owner).try_for_each(|share| {
			self.ask(Holder::Party(share.party.clone()), Role::CoOwnerPreEmption)
		})
	}

	fn creditors(&mut self, of: impl Fn(&Mortgage<Party>) -> bool) -> Result<(), TitleError> {
		let title = self.title;
		title.mortgages.iter().filter(|mortgage| of(mortgage)).try_for_each(|mortgage| {
			self.ask(Holder::Party(mortgage.creditor.clone()), Role::Creditor)
		})
	}

	fn right(&self, id: u32) -> Result<&'a Right<Party, Day, Unit>, TitleError> {
		self.title.right(id).ok_or(TitleError::EntryNotFound)
	}

	fn holder(&mut self, right: &Right<Party, Day, Unit>) -> Result<(), TitleError> {
		let role = match right.terms.holder {
			Holder::Party(_) => Role::RightHolder,
			Holder::Unit(_) => Role::DominantOwner,
		};
		self.ask(right.terms.holder.clone(), role)
	}
}
