//! Records: append-only, versioned, and chained by hashes, so that the history of one record can be
//! verified from its rows and its head alone.
//!
//! `head = blake2_256("polity/head/1" ‖ previous head ‖ SCALE(entry))`; before the first entry the
//! previous head is 32 zero bytes. `vectors/heads.json` holds this and `client/` to the same text.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, FullCodec, MaxEncodedLen};
use frame_support::storage::{StorageDoubleMap, StorageMap};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_io::hashing::blake2_256;

use crate::{
	act::Act,
	ids::MandateId,
	time::{CalendarDate, Instant},
	BlockNumber,
};

/// What every head's preimage begins with.
pub const HEAD_DOMAIN: &[u8] = b"polity/head/1";

/// The format that entries are written in now.
pub const ENTRY_FORMAT: u8 = 1;

/// The most entries that one read of a history returns.
pub const MAX_HISTORY_PAGE: u32 = 64;

/// What kind of record an entry belongs to.
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
pub enum RecordKind {
	/// A ministry and its authority node.
	#[codec(index = 0)]
	Ministry,
	/// A mandate.
	#[codec(index = 1)]
	Mandate,
	/// A person's tag in one register.
	#[codec(index = 2)]
	Person,
	/// The reservation of a company name.
	#[codec(index = 3)]
	NameReservation,
	/// An application for the registration of a company.
	#[codec(index = 4)]
	CompanyApplication,
	/// A company.
	#[codec(index = 5)]
	Company,
	/// A campaign that imports an existing register.
	#[codec(index = 6)]
	ImportCampaign,
	/// A parcel.
	#[codec(index = 7)]
	Parcel,
	/// A campaign that imports an existing cadastre.
	#[codec(index = 8)]
	ParcelCampaign,
	/// The law of a register: what its ministry has set where countries differ.
	#[codec(index = 9)]
	RegisterLaw,
	/// Who acts for a company.
	#[codec(index = 10)]
	CompanyBoard,
	/// A bar of a person from the management of companies.
	#[codec(index = 11)]
	Disqualification,
	/// The title of a basic administrative unit.
	#[codec(index = 12)]
	Title,
	/// A conveyance.
	#[codec(index = 13)]
	Conveyance,
	/// The first registration of land.
	#[codec(index = 14)]
	FirstRegistration,
	/// A company's share classes and holdings.
	#[codec(index = 15)]
	ShareLedger,
	/// What a company has handed in.
	#[codec(index = 16)]
	Filing,
	/// What is stated of the beneficial owners of a company.
	#[codec(index = 17)]
	BeneficialOwnership,
	/// The law of filings of a district.
	#[codec(index = 18)]
	FilingLaw,
	/// A type of permit, in all its versions.
	#[codec(index = 19)]
	PermitType,
	/// An application for a permit.
	#[codec(index = 20)]
	PermitApplication,
	/// A permit.
	#[codec(index = 21)]
	Permit,
	/// A permit of a natural person, known by a commitment alone.
	#[codec(index = 22)]
	PersonalPermit,
	/// A schema of attestations, in all its versions.
	#[codec(index = 24)]
	AttestationSchema,
	/// An accreditation to attest, or to accredit.
	#[codec(index = 25)]
	Accreditation,
	/// An issuer's document: its keys and who controls it.
	#[codec(index = 26)]
	Issuer,
	/// An attestation, or a batch of them.
	#[codec(index = 27)]
	Attestation,
	/// A status list.
	#[codec(index = 28)]
	StatusList,
	/// The status of one index of a status list.
	#[codec(index = 29)]
	CredentialStatus,
}

/// One version of a record.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Entry<Id, Body> {
	/// How this entry is laid out: [`ENTRY_FORMAT`] when it was written.
	pub format: u8,
	/// The kind of record.
	pub kind: RecordKind,
	/// The record.
	pub id: Id,
	/// Which version of the record this is, from 1.
	pub seq: u32,
	/// The block that recorded it.
	pub block: BlockNumber,
	/// That block's time.
	pub recorded_at: Instant,
	/// The day from which it has legal effect.
	pub effective_from: CalendarDate,
	/// The act that brought it about; none for what the chain itself did by its clock.
	pub act: Option<Act>,
	/// The mandate of the officer who decided; none for what no officer did.
	pub mandate: Option<MandateId>,
	/// What changed.
	pub body: Body,
}

/// The head of a record's chain of entries.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Head {
	/// How many entries the record has: its version.
	pub seq: u32,
	/// The hash over all of them.
	pub hash: H256,
}

impl Head {
	/// The head after one more entry. The entry's `seq` is not looked at here.
	pub fn after<Id: Encode, Body: Encode>(&self, entry: &Entry<Id, Body>) -> Self {
		let mut preimage = HEAD_DOMAIN.to_vec();
		self.hash.encode_to(&mut preimage);
		entry.encode_to(&mut preimage);
		Self { seq: entry.seq, hash: H256(blake2_256(&preimage)) }
	}
}

/// Why an entry cannot be appended.
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
pub enum RecordError {
	/// The act was prepared on another version of the record: read it again and repeat.
	#[codec(index = 0)]
	StaleVersion,
	/// The record has as many versions as a number can count.
	#[codec(index = 1)]
	TooManyVersions,
}

/// When an entry is recorded.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct RecordedAt {
	/// The block.
	pub block: BlockNumber,
	/// Its time.
	pub instant: Instant,
	/// Its legal day.
	pub date: CalendarDate,
}

/// Whether the act was prepared on the version that the record has now.
///
/// # Errors
/// [`RecordError::StaleVersion`].
pub fn ensure_version(act: &Act, head: &Head) -> Result<(), RecordError> {
	if act.expected_version == head.seq {
		Ok(())
	} else {
		Err(RecordError::StaleVersion)
	}
}

/// Writes one more entry of a record and moves its head: the one way in which records change.
///
/// `Heads` and `Entries` are the storage of the pallet that owns the record. The caller has checked
/// the version by [`ensure_version`].
///
/// # Errors
/// [`RecordError::TooManyVersions`].
pub fn append<Id, Body, Heads, Entries>(
	kind: RecordKind,
	id: &Id,
	at: RecordedAt,
	act: Option<&Act>,
	mandate: Option<MandateId>,
	body: Body,
) -> Result<Head, RecordError>
where
	Id: FullCodec + Clone,
	Body: FullCodec,
	Heads: StorageMap<Id, Head>,
	Heads::Query: Into<Option<Head>>,
	Entries: StorageDoubleMap<Id, u32, Entry<Id, Body>>,
{
	let previous: Head = Heads::get(id).into().unwrap_or_default();
	let seq = previous.seq.checked_add(1).ok_or(RecordError::TooManyVersions)?;
	let entry = Entry {
		format: ENTRY_FORMAT,
		kind,
		id: id.clone(),
		seq,
		block: at.block,
		recorded_at: at.instant,
		effective_from: act.map_or(at.date, |act| act.effective_from),
		act: act.cloned(),
		mandate,
		body,
	};
	let head = previous.after(&entry);
	Entries::insert(id, seq, entry);
	Heads::insert(id, head);
	Ok(head)
}

/// Up to [`MAX_HISTORY_PAGE`] entries of a record, from version `from` (the first is 1).
pub fn history<Id, Body, Entries>(id: &Id, from: u32, limit: u32) -> Vec<Entry<Id, Body>>
where
	Id: FullCodec,
	Body: FullCodec,
	Entries: StorageDoubleMap<Id, u32, Entry<Id, Body>>,
	Entries::Query: Into<Option<Entry<Id, Body>>>,
{
	let first = from.max(1);
	(first..first.saturating_add(limit.min(MAX_HISTORY_PAGE)))
		.map_while(|seq| Entries::get(id, seq).into())
		.collect()
}

/// Whether a record's entries are complete, in order, and lead to its head: what `try_state` checks
/// and what a reader without trust in the node repeats.
pub fn chain_holds<'a, Id: Encode + 'a, Body: Encode + 'a>(
	head: &Head,
	entries: impl Iterator<Item = &'a Entry<Id, Body>>,
) -> bool {
	let mut found = Head::default();
	for entry in entries {
		if Some(entry.seq) != found.seq.checked_add(1) {
			return false;
		}
		found = found.after(entry);
	}
	found == *head
}
