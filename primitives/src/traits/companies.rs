//! What the registers of companies tell each other, and what others ask them.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{dispatch::DispatchResult, traits::ConstU32, weights::Weight, BoundedVec};
use scale_info::TypeInfo;

use crate::{
	act::Act,
	ids::{CompanyNumber, District, MandateId, Tag},
	time::CalendarDate,
	Hash,
};

/// The most directors that a company is founded with.
pub const MAX_FOUNDING_DIRECTORS: u32 = 16;

/// In which part of its life a company is.
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
pub enum CompanyPhase {
	/// Registered and in good standing: those who may bind it act for it.
	#[codec(index = 0)]
	Live,
	/// Suspended until it has filed what it owes: it files, and does nothing else.
	#[codec(index = 1)]
	Suspended,
	/// In liquidation or insolvency: its liquidator acts for it.
	#[codec(index = 2)]
	WindingUp,
	/// Struck off: it can only be restored.
	#[codec(index = 3)]
	StruckOff,
	/// Dissolved, merged into another or converted: it does not exist any more.
	#[codec(index = 4)]
	Ended,
}

/// What an imported record can lack, because its source did not say.
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
pub enum MissingPart {
	/// Who manages the company.
	#[codec(index = 0)]
	Directors,
	/// Its capital.
	#[codec(index = 1)]
	Capital,
	/// Who owns it.
	#[codec(index = 2)]
	Owners,
	/// When it was incorporated.
	#[codec(index = 3)]
	Dates,
}

/// What the other registers of companies need to know of a company.
#[derive(Clone, Debug, Eq, PartialEq, Encode, Decode, TypeInfo)]
pub struct CompanyProfile {
	/// The district whose register keeps it.
	pub district: District,
	/// In which part of its life it is.
	pub phase: CompanyPhase,
	/// The day it was incorporated, if known.
	pub incorporated_on: Option<CalendarDate>,
	/// Month (1 to 12) and day of the end of its fiscal year, if it has stated one. 29 February means
	/// the last day of February.
	pub fiscal_year_end: Option<(u8, u8)>,
	/// Whether the campaign that imported it is still open: it has no effect before that is sealed.
	pub is_provisional: bool,
	/// What its imported record lacks.
	pub missing: BoundedVec<MissingPart, ConstU32<4>>,
}

impl CompanyProfile {
	/// Whether something is missing from its record.
	pub fn lacks(&self, part: MissingPart) -> bool {
		self.missing.contains(&part)
	}
}

/// Companies by their numbers. Kept by `business-registry`.
pub trait Companies {
	/// What is known of a company; none if there is no company of that number.
	fn profile(company: CompanyNumber) -> Option<CompanyProfile>;

	/// Notes that an adoption act has filled in what a company's imported record lacked. The caller
	/// has recorded the act; this writes an entry of the company with it.
	///
	/// # Errors
	/// A named error of `business-registry`: no such company, or nothing of the kind was missing.
	fn adopted(
		company: CompanyNumber,
		part: MissingPart,
		act: &Act,
		mandate: MandateId,
	) -> DispatchResult;

	/// Suspends a live company whose filing is overdue: what the law does by the clock, without an
	/// officer. The entry has neither act nor mandate.
	///
	/// # Errors
	/// A named error of `business-registry`: no such company, or not one that can be suspended.
	fn suspend_for_overdue_filing(company: CompanyNumber) -> DispatchResult;

	/// Registers a live company whose record is complete and that has no board yet, for other
	/// pallets' benchmarks.
	#[cfg(feature = "runtime-benchmarks")]
	fn register_for_benchmark(district: District) -> CompanyNumber;

	/// Registers a live company whose record lacks every [`MissingPart`], for other pallets'
	/// benchmarks.
	#[cfg(feature = "runtime-benchmarks")]
	fn import_for_benchmark(district: District) -> CompanyNumber;
}

/// How many of those who may sign for a company must do so together.
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
pub enum SigningRule {
	/// Each by itself.
	#[codec(index = 0)]
	Sole,
	/// So many together, at least two.
	#[codec(index = 1)]
	Joint(u8),
}

/// The board that a company is founded with: its directors and how they sign.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct FoundingBoard {
	/// Its directors, by their tags of the business register, each once. At least one. That each has
	/// consented to be one is vouched for by the documents of the act.
	pub directors: BoundedVec<Tag, ConstU32<MAX_FOUNDING_DIRECTORS>>,
	/// How they sign.
	pub signing: SigningRule,
}

/// Who acts for companies. Kept by `company-officers`.
pub trait CompanyOfficers {
	/// Checks a board that a company would be founded with: what an application is refused for.
	///
	/// # Errors
	/// A named error of `company-officers`: no director, one named twice, more joint signatures than
	/// directors, a director who may not be one.
	fn check_board(board: &FoundingBoard) -> DispatchResult;

	/// Appoints the board of a company that is being registered.
	///
	/// # Errors
	/// As for [`Self::check_board`].
	fn found(
		company: CompanyNumber,
		district: District,
		board: &FoundingBoard,
		act: &Act,
		mandate: MandateId,
	) -> DispatchResult;

	/// Passes the board of a converted company to the company that it goes on as.
	///
	/// # Errors
	/// A named error of `company-officers`.
	fn pass(
		from: CompanyNumber,
		to: CompanyNumber,
		act: &Act,
		mandate: MandateId,
	) -> DispatchResult;

	/// Whether a person holds an office by which it files for a company as that is now: a director, a
	/// secretary, or the liquidator once it is wound up.
	fn files_for(company: CompanyNumber, person: &Tag) -> bool;

	/// Whether a company, by those who may bind it as it is now, has resolved on a matter and the
	/// resolution has not lapsed. The matter is the hash of what the company consents to; only the
	/// register that asks knows what is behind it, so that tags of two registers never meet.
	fn has_resolved(company: CompanyNumber, matter: &Hash) -> bool;

	/// Makes a company resolve on a matter, for benchmarks.
	#[cfg(feature = "runtime-benchmarks")]
	fn resolve_for_benchmark(company: CompanyNumber, matter: Hash);
}

/// What a company has in a register that must be settled before it ends. Kept by the registers in
/// which companies hold something; the runtime joins them.
pub trait CompanyEstate {
	/// What of this register stands in the way of the company's end, if anything.
	fn obstacle(company: CompanyNumber) -> Option<EstateObstacle>;

	/// Passes everything that a company holds in this register to another company by operation of
	/// law: a merger or a conversion. All or nothing; the caller rolls back on an error.
	///
	/// # Errors
	/// A named error of the register: more than one call can pass, or what the law of the register
	/// does not let pass.
	fn succeed(
		from: CompanyNumber,
		to: CompanyNumber,
		act: &Act,
		mandate: MandateId,
	) -> DispatchResult;

	/// The most that [`Self::succeed`] costs in this register, whatever the company holds: the call
	/// that merges or converts a company declares it.
	fn succeed_weight() -> Weight;
}

/// What stands in the way of a company's end.
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
	frame_support::PalletError,
)]
pub enum EstateObstacle {
	/// It holds rights in land: sell them, or let them vest in the state.
	#[codec(index = 0)]
	OwnsLand,
	/// It holds shares of other companies.
	#[codec(index = 1)]
	HoldsShares,
	/// It holds running permits.
	#[codec(index = 2)]
	HoldsPermits,
}

#[impl_trait_for_tuples::impl_for_tuples(4)]
impl CompanyEstate for Tuple {
	fn obstacle(company: CompanyNumber) -> Option<EstateObstacle> {
		for_tuples!( #( if let Some(found) = Tuple::obstacle(company) { return Some(found); } )* );
		None
	}

	fn succeed(
		from: CompanyNumber,
		to: CompanyNumber,
		act: &Act,
		mandate: MandateId,
	) -> DispatchResult {
		for_tuples!( #( Tuple::succeed(from, to, act, mandate)?; )* );
		Ok(())
	}

	fn succeed_weight() -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::succeed_weight()); )* );
		weight
	}
}
