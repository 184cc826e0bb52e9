//! Why a call is refused.

use frame_support::pallet_macros::pallet_section;
use polity_primitives::{record::RecordError, traits::ActError, StandingError};
use polity_share_register::ShareError;

use crate::{consents::CannotConsent, Error};

/// The pallet's errors.
#[pallet_section]
mod errors {
	#[pallet::error]
	#[derive(PartialEq)]
	pub enum Error<T> {
		/// The act was prepared on another version of the record: read it again and repeat.
		StaleVersion,
		/// The record has as many versions as a number can count: nothing more can be recorded.
		TooManyVersions,
		/// The account that prepared the act cannot decide it: another officer does.
		SameAccount,
		/// The person who prepared the act cannot decide it with a second account: another does.
		SamePerson,
		/// One of the two officers granted the other's mandate: a third one does it.
		GrantedByTheOther,
		/// A court's order is prepared for one ministry and decided for another: no ministry alone takes
		/// anybody's shares.
		SameMinistry,
		/// Nothing is known of a mandate under which this was prepared, so that maker and checker cannot
		/// be told apart: another officer prepares it anew.
		WarrantNotFound,
		/// The officer's account is that of a party to the act: another officer acts.
		OwnMatter,
		/// The statute does not provide for this: cite one that the register has for the act.
		LegalBasisDoesNotFit,
		/// The act is dated before today: date it today.
		Backdated,
		/// The act takes effect when it is recorded: date it today.
		EffectiveInFuture,
		/// What is decided was dated ahead, and its day has not come: decide it on that day.
		NotYetEffective,
		/// The act cites no document: cite the order of the court, the certificate of inheritance or the
		/// books that are adopted.
		DocumentMissing,
		/// A period would end after the last date of the calendar: nothing helps but a younger date.
		DeadlineOutOfRange,
		/// All ids of this kind have been given out: the register needs a new runtime.
		IdsExhausted,
		/// No such proposal: it was decided or withdrawn.
		ProposalNotFound,
		/// The proposal's period is over: prepare the act again.
		ProposalLapsed,
		/// One share is something else since the proposal was prepared, or the law has changed that it
		/// was to change: prepare it again.
		ProposalOutdated,
		/// Only its maker can withdraw a proposal that can still be decided.
		NotTheMaker,
		/// The account controls no tag of the business register and is no ministry's seat: enrol, or use
		/// the right account.
		NotAParty,
		/// The party does not have to consent to this: there is nothing to do.
		ConsentNotAsked,
		/// What is consented to is not what was prepared: read the proposal and its matter again.
		MatterDiffers,
		/// The party has consented already: there is nothing to do.
		AlreadyConsented,
		/// The party has not consented: there is nothing to withdraw.
		NotConsented,
		/// Somebody who has to consent has not: a person by its signature, a ministry by its seat's, a
		/// company by a resolution on the proposal's matter. See who is asked.
		ConsentMissing,
		/// A party that gives something up is no person, company or ministry of this register, and cannot
		/// consent on the chain: a court orders it.
		CannotConsent,
		/// A court alone freezes a holding or lets it go: prepare it as an order of a court.
		ForACourtAlone,
		/// A court has frozen the holding: the court lets it go first, or orders the act.
		HoldingFrozen,
		/// The creditors' period of the reduction is not over: decide it when it is.
		CreditorsPeriodRunning,
		/// No such company.
		CompanyNotFound,
		/// The company is struck off or has ended: restore it first, if that can be.
		CompanyEnded,
		/// The company is in liquidation or insolvency: its shares do not change hands, but by succession.
		CompanyInLiquidation,
		/// The company is suspended: it files what it owes first.
		CompanySuspended,
		/// The campaign that imported the company is not sealed: seal it first.
		CampaignNotSealed,
		/// The company was imported without its capital or its owners: have its books adopted first.
		NotAdopted,
		/// The company's record lacks neither capital nor owners: its register is changed by acts.
		NothingToAdopt,
		/// The company has no such class.
		ClassNotFound,
		/// The company has opened as many classes as it can: convert shares into those that it has.
		TooManyClasses,
		/// The class would have more holders than one transaction can reach: fewer hold it, some of them
		/// through a company or a nominee.
		TooManyHolders,
		/// The class would have more pledges than one transaction can reach: release some first.
		TooManyPledges,
		/// The party has no share of the class.
		HoldingNotFound,
		/// There is no such pledge of the company's shares, or not of this holding.
		PledgeNotFound,
		/// A holder pledges its shares to somebody else.
		PledgeeIsHolder,
		/// The adoption lists a party twice in one class: add the two up.
		HolderListedTwice,
		/// A record date of the class has been taken today: read it, or take one another day.
		RecordDateTaken,
		/// A party of this kind holds and takes no shares: name a person, a company, a ministry, a public
		/// body or a foreign party.
		PartyCannotHold,
		/// The holder is alive, or is no person: its shares pass by its consent or by order of a court.
		NoSuccession,
		/// What an ended company leaves goes to the state: name a ministry.
		VestsInState,
		/// No such party is registered: check the tag or the number.
		PartyNotFound,
		/// The person has died: the estate passes by succession.
		PartyDeceased,
		/// A court has frozen the party: it acts as the court allows.
		PartyFrozen,
		/// The tag was merged into another: use that one.
		PartyMerged,
		/// The company that holds or takes is in liquidation or insolvency: its liquidator acts for it.
		PartyInLiquidation,
		/// The company that holds or takes is suspended: it files what it owes first.
		PartySuspended,
		/// The company that holds or takes is struck off or has ended: restore it first.
		PartyDissolved,
		/// The record of the company that holds or takes is disputed: settle that first.
		PartyDisputed,
		/// The imported record of the company that holds lacks something: have it adopted first.
		PartyIncomplete,
		/// The campaign that imported the company that holds or takes is not sealed: seal it first.
		PartyNotSealed,
		/// The party may not do this.
		PartyNotCapable,
		/// The law already says so.
		NothingChanges,
		/// More holdings or pledges would pass than one transaction can move: transfer some first.
		TooManyHoldings,
		/// Others than the company that it is merged into hold its shares: exchange these first.
		HoldersNotSettled,
		/// The act is about no share, or the payment about no money: state how many.
		Nothing,
		/// A share has no nominal value: state it in minor units of the currency.
		NominalZero,
		/// The class would have more shares than are authorised: raise the authorised number first.
		AboveAuthorised,
		/// More shares are issued than would be authorised: cancel some first, or authorise more.
		BelowIssued,
		/// More is paid than the shares' nominal value: a premium is no capital, leave it out.
		PaidAboveNominal,
		/// Less is paid than the law asks for when shares are allotted: have more paid first.
		PaidTooLittle,
		/// More is paid than is owed on the holding: pay at most that.
		PaidAboveUnpaid,
		/// The holders have a right of pre-emption, and their period is not over, or the company has not
		/// resolved on the act: wait for it, or withdraw the right; and resolve.
		PreEmptionOpen,
		/// Shares of the class pass with the board's consent only: the company resolves it.
		BoardConsentMissing,
		/// Shares of the class cannot pass before the day that their rule names: wait for it.
		Locked,
		/// The holder has fewer shares of the class: take at most what it holds.
		NotEnoughShares,
		/// The act would take shares that are pledged: take free ones, have the pledge released, or take
		/// them with their pledge.
		SharesPledged,
		/// The pledgee has not consented to an act on the shares that are pledged to it: obtain that.
		PledgeeConsentMissing,
		/// The pledge covers fewer shares: take at most what it covers.
		NotEnoughPledged,
		/// The shares would go to the party that has them: name another.
		SameHolder,
		/// The company would hold shares in itself, or have them in pledge: it buys them back instead.
		OwnShares,
		/// Something is owed on the holding, and a company buys back paid-up shares only.
		NotPaidUp,
		/// The company would have more treasury shares than the law allows: cancel or sell some first.
		TreasuryTooLarge,
		/// The company has fewer treasury shares: take at most these.
		NotEnoughTreasury,
		/// Shares are split into two or more, or two or more are made one: give such a factor.
		FactorTooSmall,
		/// The nominal value cannot be divided by the factor: choose another.
		NominalLeavesFraction,
		/// The authorised number cannot be divided by the factor: change it first.
		AuthorisedLeavesFraction,
		/// The treasury shares cannot be divided by the factor: cancel or sell some first.
		TreasuryLeavesFraction,
		/// A holding cannot be divided by the factor: its holder gives up or acquires shares first.
		HoldingLeavesFraction,
		/// A pledge cannot be divided by the factor: change what it covers first.
		PledgeLeavesFraction,
		/// There would be more shares than can be counted: choose a smaller number.
		TooManyShares,
		/// The nominal value would be more than can be counted: choose a smaller factor.
		NominalTooLarge,
		/// The capital of all classes together would be more than can be counted: issue fewer shares.
		CapitalTooLarge,
		/// All classes of a company are in one currency: amounts are not added across two.
		CurrenciesDiffer,
		/// The class would be converted into itself: name another.
		SameClass,
		/// The nominal value of the converted shares is no whole number of shares of the other class:
		/// choose a number that is.
		ConversionLeavesFraction,
		/// Holdings and treasury shares do not add up to what is issued, or what is paid and what is owed
		/// to the capital: correct what is adopted. No other act leads there.
		TotalsDiffer,
		/// The numbers of the class contradict each other: correct what is adopted. No other act leads
		/// there.
		ClassInconsistent,
		/// The numbers of a holding contradict each other or its class: correct what is adopted. No other
		/// act leads there.
		HoldingInconsistent,
		/// A part of the law is more than the whole, or a period has no length: state parts in hundredths
		/// of a per cent, at most 10,000.
		LawInconsistent,
	}
}

impl<T> From<ActError> for Error<T> {
	fn from(error: ActError) -> Self {
		match error {
			ActError::LegalBasisDoesNotFit => Self::LegalBasisDoesNotFit,
			ActError::Backdated => Self::Backdated,
			ActError::EffectiveInFuture => Self::EffectiveInFuture,
			ActError::NotYetEffective => Self::NotYetEffective,
			ActError::StaleVersion => Self::StaleVersion,
			ActError::TooManyVersions => Self::TooManyVersions,
			ActError::WarrantNotFound => Self::WarrantNotFound,
			ActError::SameAccount => Self::SameAccount,
			ActError::SamePerson => Self::SamePerson,
			ActError::GrantedByTheOther => Self::GrantedByTheOther,
			ActError::DeadlineOutOfRange => Self::DeadlineOutOfRange,
		}
	}
}

impl<T> From<RecordError> for Error<T> {
	fn from(error: RecordError) -> Self {
		ActError::from(error).into()
	}
}

impl<T> From<CannotConsent> for Error<T> {
	fn from(_: CannotConsent) -> Self {
		Self::CannotConsent
	}
}

impl<T> From<StandingError> for Error<T> {
	fn from(error: StandingError) -> Self {
		match error {
			StandingError::NotFound => Self::PartyNotFound,
			StandingError::Deceased => Self::PartyDeceased,
			StandingError::Frozen => Self::PartyFrozen,
			StandingError::Merged => Self::PartyMerged,
			StandingError::InLiquidation => Self::PartyInLiquidation,
			StandingError::Suspended => Self::PartySuspended,
			StandingError::Dissolved => Self::PartyDissolved,
			StandingError::Disputed => Self::PartyDisputed,
			StandingError::Incomplete => Self::PartyIncomplete,
			StandingError::NotSealed => Self::PartyNotSealed,
			StandingError::NotCapable => Self::PartyNotCapable,
		}
	}
}

impl<T> From<ShareError> for Error<T> {
	fn from(error: ShareError) -> Self {
		match error {
			ShareError::Nothing => Self::Nothing,
			ShareError::NominalZero => Self::NominalZero,
			ShareError::AboveAuthorised => Self::AboveAuthorised,
			ShareError::BelowIssued => Self::BelowIssued,
			ShareError::PaidAboveNominal => Self::PaidAboveNominal,
			ShareError::PaidTooLittle => Self::PaidTooLittle,
			ShareError::PaidAboveUnpaid => Self::PaidAboveUnpaid,
			ShareError::PreEmptionOpen => Self::PreEmptionOpen,
			ShareError::BoardConsentMissing => Self::BoardConsentMissing,
			ShareError::Locked => Self::Locked,
			ShareError::NotEnoughShares => Self::NotEnoughShares,
			ShareError::SharesPledged => Self::SharesPledged,
			ShareError::PledgeeConsentMissing => Self::PledgeeConsentMissing,
			ShareError::NotEnoughPledged => Self::NotEnoughPledged,
			ShareError::SameHolder => Self::SameHolder,
			ShareError::OwnShares => Self::OwnShares,
			ShareError::NotPaidUp => Self::NotPaidUp,
			ShareError::TreasuryTooLarge => Self::TreasuryTooLarge,
			ShareError::NotEnoughTreasury => Self::NotEnoughTreasury,
			ShareError::CreditorsNotSettled => Self::CreditorsPeriodRunning,
			ShareError::FactorTooSmall => Self::FactorTooSmall,
			ShareError::NominalLeavesFraction => Self::NominalLeavesFraction,
			ShareError::AuthorisedLeavesFraction => Self::AuthorisedLeavesFraction,
			ShareError::TreasuryLeavesFraction => Self::TreasuryLeavesFraction,
			ShareError::HoldingLeavesFraction => Self::HoldingLeavesFraction,
			ShareError::PledgeLeavesFraction => Self::PledgeLeavesFraction,
			ShareError::TooManyShares => Self::TooManyShares,
			ShareError::NominalTooLarge => Self::NominalTooLarge,
			ShareError::CapitalTooLarge => Self::CapitalTooLarge,
			ShareError::CurrenciesDiffer => Self::CurrenciesDiffer,
			ShareError::SameClass => Self::SameClass,
			ShareError::ConversionLeavesFraction => Self::ConversionLeavesFraction,
			ShareError::TotalsDiffer => Self::TotalsDiffer,
			ShareError::ClassInconsistent => Self::ClassInconsistent,
			ShareError::HoldingInconsistent => Self::HoldingInconsistent,
			ShareError::LawInconsistent => Self::LawInconsistent,
		}
	}
}
