//! Why an act on shares is refused.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;

/// Why an act on shares is refused. Nothing has changed then: an act answers with all that it
/// changes, or with one of these.
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
pub enum ShareError {
	/// The act is about no share, or the payment about no money. State how many.
	#[codec(index = 0)]
	Nothing,
	/// A share has no nominal value. State it in minor units of the currency.
	#[codec(index = 1)]
	NominalZero,
	/// The class would have more shares than are authorised. Raise the authorised number first.
	#[codec(index = 2)]
	AboveAuthorised,
	/// More shares are issued than would be authorised. Cancel some first, or authorise more.
	#[codec(index = 3)]
	BelowIssued,
	/// More is paid than the shares' nominal value. What is paid above it is a premium and no
	/// capital: leave it out.
	#[codec(index = 4)]
	PaidAboveNominal,
	/// Less is paid than the law asks for when shares are allotted. Have more paid first.
	#[codec(index = 5)]
	PaidTooLittle,
	/// More is paid than is owed on the holding. Pay at most its unpaid amount.
	#[codec(index = 6)]
	PaidAboveUnpaid,
	/// The holders of the class have a right of pre-emption that is neither used, waived nor lapsed.
	/// Offer them the shares first.
	#[codec(index = 7)]
	PreEmptionOpen,
	/// Shares of the class pass with the board's consent only. Obtain it first.
	#[codec(index = 8)]
	BoardConsentMissing,
	/// Shares of the class cannot pass before the day that their rule names. Wait for it.
	#[codec(index = 9)]
	Locked,
	/// The holder has fewer shares of the class. Take at most what it holds.
	#[codec(index = 10)]
	NotEnoughShares,
	/// The act would take shares that are pledged. Take free ones, have the pledge released, or
	/// transfer the pledged ones with their pledge.
	#[codec(index = 11)]
	SharesPledged,
	/// The pledgee has not consented to an act on the shares that are pledged to it. Obtain its
	/// consent, or have the pledge released.
	#[codec(index = 12)]
	PledgeeConsentMissing,
	/// The pledge covers fewer shares. Take at most what it covers.
	#[codec(index = 13)]
	NotEnoughPledged,
	/// The shares would go to the party that has them. Name another.
	#[codec(index = 14)]
	SameHolder,
	/// The company would hold shares in itself. It can have them as treasury shares only: let it buy
	/// them back.
	#[codec(index = 15)]
	OwnShares,
	/// Something is owed on the holding, and a company buys back paid-up shares only. Have them paid
	/// up first.
	#[codec(index = 16)]
	NotPaidUp,
	/// The company would have more treasury shares than the law allows. Cancel or sell some first.
	#[codec(index = 17)]
	TreasuryTooLarge,
	/// The company has fewer treasury shares. Take at most these.
	#[codec(index = 18)]
	NotEnoughTreasury,
	/// The paid-up capital would fall while the creditors' period runs. Wait until it is over or the
	/// creditors are secured.
	#[codec(index = 19)]
	CreditorsNotSettled,
	/// Shares are split into two or more, or two or more are made one. Give such a factor.
	#[codec(index = 20)]
	FactorTooSmall,
	/// The nominal value cannot be divided by the factor without a remainder. Choose another factor.
	#[codec(index = 21)]
	NominalLeavesFraction,
	/// The authorised number cannot be divided by the factor without a remainder. Change it first.
	#[codec(index = 22)]
	AuthorisedLeavesFraction,
	/// The treasury shares cannot be divided by the factor without a remainder. Cancel or sell some
	/// first.
	#[codec(index = 23)]
	TreasuryLeavesFraction,
	/// A holding cannot be divided by the factor without a remainder. Its holder gives up or acquires
	/// shares first.
	#[codec(index = 24)]
	HoldingLeavesFraction,
	/// A pledge cannot be divided by the factor without a remainder. Change what it covers first.
	#[codec(index = 25)]
	PledgeLeavesFraction,
	/// There would be more shares than can be counted. Choose a smaller factor or fewer shares.
	#[codec(index = 26)]
	TooManyShares,
	/// The nominal value would be more than can be counted. Choose a smaller factor.
	#[codec(index = 27)]
	NominalTooLarge,
	/// The capital of all classes together would be more than can be counted.
	#[codec(index = 28)]
	CapitalTooLarge,
	/// The classes are in two currencies. Amounts are not added or exchanged across currencies.
	#[codec(index = 29)]
	CurrenciesDiffer,
	/// The class would be converted into itself. Name another.
	#[codec(index = 30)]
	SameClass,
	/// The nominal value of the converted shares is no whole number of shares of the other class.
	/// Choose a number that is.
	#[codec(index = 31)]
	ConversionLeavesFraction,
	/// Holdings and treasury shares do not add up to what is issued, or what is paid and what is
	/// owed to the capital. No sequence of acts leads there: the state has to be mended.
	#[codec(index = 32)]
	TotalsDiffer,
	/// The numbers of the class contradict each other. No sequence of acts leads there: the state has
	/// to be mended.
	#[codec(index = 33)]
	ClassInconsistent,
	/// The numbers of the holding contradict each other or its class. No sequence of acts leads
	/// there: the state has to be mended.
	#[codec(index = 34)]
	HoldingInconsistent,
	/// A part of the law on shares is more than the whole. State it in hundredths of a per cent, at
	/// most 10,000.
	#[codec(index = 35)]
	LawInconsistent,
}

impl fmt::Display for ShareError {
	fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
		formatter.write_str(match self {
			Self::Nothing => "the act is about nothing",
			Self::NominalZero => "a share has no nominal value",
			Self::AboveAuthorised => "there would be more shares than authorised",
			Self::BelowIssued => "more shares are issued than would be authorised",
			Self::PaidAboveNominal => "more is paid than the nominal value",
			Self::PaidTooLittle => "less is paid than the law asks for",
			Self::PaidAboveUnpaid => "more is paid than is owed",
			Self::PreEmptionOpen => "a right of pre-emption is open",
			Self::BoardConsentMissing => "the board has not consented",
			Self::Locked => "the class is locked",
			Self::NotEnoughShares => "the holder has fewer shares",
			Self::SharesPledged => "the shares are pledged",
			Self::PledgeeConsentMissing => "the pledgee has not consented",
			Self::NotEnoughPledged => "the pledge covers fewer shares",
			Self::SameHolder => "the shares would go to the party that has them",
			Self::OwnShares => "the company would hold shares in itself",
			Self::NotPaidUp => "something is owed on the holding",
			Self::TreasuryTooLarge => "there would be more treasury shares than the law allows",
			Self::NotEnoughTreasury => "the company has fewer treasury shares",
			Self::CreditorsNotSettled => "the creditors' period runs",
			Self::FactorTooSmall => "the factor is less than two",
			Self::NominalLeavesFraction => "the nominal value leaves a fraction",
			Self::AuthorisedLeavesFraction => "the authorised number leaves a fraction",
			Self::TreasuryLeavesFraction => "the treasury shares leave a fraction",
			Self::HoldingLeavesFraction => "a holding leaves a fraction",
			Self::PledgeLeavesFraction => "a pledge leaves a fraction",
			Self::TooManyShares => "there would be more shares than can be counted",
			Self::NominalTooLarge => "the nominal value would be more than can be counted",
			Self::CapitalTooLarge => "the capital would be more than can be counted",
			Self::CurrenciesDiffer => "the classes are in two currencies",
			Self::SameClass => "the class would be converted into itself",
			Self::ConversionLeavesFraction => "the conversion leaves a fraction",
			Self::TotalsDiffer => "the totals differ",
			Self::ClassInconsistent => "the numbers of the class contradict each other",
			Self::HoldingInconsistent => "the numbers of the holding contradict each other",
			Self::LawInconsistent => "a part of the law on shares is more than the whole",
		})
	}
}

impl core::error::Error for ShareError {}
