//! Campaigns that import existing registers.

use codec::{Decode, DecodeWithMemTracking, Encode, Error as CodecError, Input, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use polity_primitives::{
	code_list::{Country, LegalForm},
	ids::{CampaignId, IdError, MandateId},
	merkle::Proof,
	time::CalendarDate,
	Act, Commitment, CompanyNumber, District,
};
use scale_info::TypeInfo;
use sp_core::H256;

use super::{Activities, DisputeReason};
use crate::name::CompanyName;

/// The most characters of a company's number in the register that it is imported from.
pub const MAX_SOURCE_NUMBER: u32 = 16;

/// The most mandates under which the rows of one campaign are recorded, its opener's among them.
pub const MAX_RECORDERS: u32 = 4;

/// The register that a campaign imports, by its code of the Registration Authorities List that
/// GLEIF keeps: `RA` and six digits, such as RA000585 for Companies House.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	Ord,
	PartialOrd,
	Encode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct SourceRegister([u8; 8]);

impl SourceRegister {
	/// The register with this code.
	///
	/// # Errors
	/// [`IdError::WrongCharacter`] when it is not `RA` and six digits.
	pub fn new(code: [u8; 8]) -> Result<Self, IdError> {
		let [b'R', b'A', digits @ ..] = code else { return Err(IdError::WrongCharacter) };
		if digits.iter().all(u8::is_ascii_digit) {
			Ok(Self(code))
		} else {
			Err(IdError::WrongCharacter)
		}
	}

	/// The eight ASCII characters.
	pub const fn as_bytes(&self) -> &[u8; 8] {
		&self.0
	}
}

impl Decode for SourceRegister {
	fn decode<I: Input>(input: &mut I) -> Result<Self, CodecError> {
		Self::new(<[u8; 8]>::decode(input)?)
			.map_err(|_| CodecError::from("not RA and six digits: see the list of GLEIF"))
	}
}

/// A company's number in the register that it was imported from, as that register writes it: 1 to
/// [`MAX_SOURCE_NUMBER`] ASCII digits and capital letters.
#[derive(
	Clone,
	Debug,
	Eq,
	PartialEq,
	Ord,
	PartialOrd,
	Encode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct SourceNumber(BoundedVec<u8, ConstU32<MAX_SOURCE_NUMBER>>);

impl SourceNumber {
	/// The number with these characters.
	///
	/// # Errors
	/// [`IdError::WrongLength`] or [`IdError::WrongCharacter`].
	pub fn new(characters: BoundedVec<u8, ConstU32<MAX_SOURCE_NUMBER>>) -> Result<Self, IdError> {
		if characters.is_empty() {
			return Err(IdError::WrongLength);
		}
		if characters.iter().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()) {
			Ok(Self(characters))
		} else {
			Err(IdError::WrongCharacter)
		}
	}

	/// The characters.
	pub fn as_bytes(&self) -> &[u8] {
		&self.0
	}
}

impl Decode for SourceNumber {
	fn decode<I: Input>(input: &mut I) -> Result<Self, CodecError> {
		Self::new(BoundedVec::decode(input)?)
			.map_err(|_| CodecError::from("a source number has ASCII digits and capital letters"))
	}
}

/// What the source of an imported company said of its status.
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
pub enum SourceStatus {
	/// Active.
	#[codec(index = 0)]
	Active,
	/// Active, and the register has proposed to strike it off.
	#[codec(index = 1)]
	ActiveProposalToStrikeOff,
	/// In liquidation.
	#[codec(index = 2)]
	Liquidation,
	/// In administration.
	#[codec(index = 3)]
	Administration,
	/// An administrative receiver acts.
	#[codec(index = 4)]
	AdministrativeReceivership,
	/// A receiver manages what one charge covers; the company is live.
	#[codec(index = 5)]
	ReceiverManager,
	/// In a voluntary arrangement with its creditors.
	#[codec(index = 6)]
	VoluntaryArrangement,
	/// In insolvency proceedings of another kind.
	#[codec(index = 7)]
	Insolvency,
	/// Suspended.
	#[codec(index = 8)]
	Suspended,
	/// Struck off.
	#[codec(index = 9)]
	StruckOff,
	/// Dissolved.
	#[codec(index = 10)]
	Dissolved,
	/// Converted into another form or closed.
	#[codec(index = 11)]
	ConvertedOrClosed,
}

/// Where an imported company comes from.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Source {
	/// The register it comes from.
	pub register: SourceRegister,
	/// Its number there.
	pub number: SourceNumber,
	/// Its status there when it was imported.
	pub status: SourceStatus,
	/// The campaign that imported it.
	pub campaign: CampaignId,
	/// Its row of the campaign, counted from 0.
	pub row: u32,
	/// The hash of that row, a leaf of the campaign's Merkle tree.
	pub leaf: H256,
}

/// One row of a register that is imported. Its SCALE bytes are what the campaign commits to.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ImportedCompany {
	/// The name as the source has it.
	pub name: CompanyName,
	/// The number in the source.
	pub number: SourceNumber,
	/// The status in the source.
	pub status: SourceStatus,
	/// The legal form.
	pub legal_form: LegalForm,
	/// The country whose law it is formed under.
	pub jurisdiction: Country,
	/// A commitment to the address of the registered office, if the source has one.
	pub registered_office: Option<Commitment>,
	/// The classes of activity that the source has.
	pub activities: Activities,
	/// The day of incorporation, if the source has it.
	pub incorporated_on: Option<CalendarDate>,
}

/// A row, where it stands in the campaign, and the proof of it.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct CampaignRow {
	/// Which row of the campaign it is, counted from 0.
	pub index: u32,
	/// The row.
	pub company: ImportedCompany,
	/// The proof that the row stands there.
	pub proof: Proof,
}

/// What is wrong with a row, by the word of the officer who records the campaign: the chain sees
/// such a row by its hash alone.
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
pub enum RowDefect {
	/// The row cannot be written as [`ImportedCompany`]: no name, a name that is too long, a number
	/// of another form.
	#[codec(index = 0)]
	Unreadable,
	/// The row is no legal entity: its name is a person's and cannot be on the chain.
	#[codec(index = 1)]
	NotALegalEntity,
}

/// Why a row became no company.
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
pub enum RowRefusal {
	/// The recorder says that something is wrong with it.
	#[codec(index = 0)]
	Defect(RowDefect),
	/// A company with this number of this source is registered already.
	#[codec(index = 1)]
	SourceNumberTaken,
	/// The law of its jurisdiction has no such legal form.
	#[codec(index = 2)]
	LegalFormNotOfJurisdiction,
}

/// How a row ended.
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
pub enum RowOutcome {
	/// As a company.
	#[codec(index = 0)]
	Accepted(CompanyNumber),
	/// As a company whose record is disputed: reported as refused, but no right is lost.
	#[codec(index = 1)]
	Disputed(CompanyNumber, DisputeReason),
	/// As no company; the hash says which row it was.
	#[codec(index = 2)]
	Refused(RowRefusal, H256),
}

/// A campaign that imports an existing register.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Campaign {
	/// The Merkle root over all rows of the source (see [`polity_primitives::merkle`]).
	pub root: H256,
	/// How many rows the source has.
	pub rows: u32,
	/// The register that is imported.
	pub source: SourceRegister,
	/// The district whose register keeps the companies.
	pub district: District,
	/// The act that opened it: what the entries of its companies rest on.
	pub act: Act,
	/// The mandates of the officers who record its rows, that of the one who opened it first.
	pub recorders: BoundedVec<MandateId, ConstU32<MAX_RECORDERS>>,
	/// How many rows ended as companies that nobody disputes.
	pub accepted: u32,
	/// How many ended as disputed companies.
	pub disputed: u32,
	/// How many ended as no company.
	pub refused: u32,
	/// Whether another officer has sealed it. Until then its companies have no effect.
	pub is_sealed: bool,
}

/// What an entry of a campaign's record says. Its rows are entries of the companies' records.
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
pub enum CampaignChange {
	/// It was opened.
	#[codec(index = 0)]
	Opened {
		/// The Merkle root over all rows.
		root: H256,
		/// How many rows there are.
		rows: u32,
		/// The register that is imported.
		source: SourceRegister,
		/// The district whose register keeps the companies.
		district: District,
	},
	/// It was sealed: every row has ended.
	#[codec(index = 1)]
	Sealed {
		/// Rows that ended as companies that nobody disputes.
		accepted: u32,
		/// Rows that ended as disputed companies.
		disputed: u32,
		/// Rows that ended as no company.
		refused: u32,
	},
}
