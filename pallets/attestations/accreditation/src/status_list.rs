//! Status lists: one bit a credential for revocation, and one for suspension.
//!
//! A list expands to the bitstring of W3C Bitstring Status List 1.0: index 0 is the leftmost bit of
//! the first byte, and a list has the 131 072 bits that the standard asks for at least. It is kept in
//! chunks, so that one bit changes one small value. Compression and the signed credential around the
//! list are whoever's who serves it.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_io::hashing::blake2_256;

/// The credentials of a list.
pub const LIST_BITS: u32 = 131_072;

/// The bytes of a chunk.
pub const CHUNK_BYTES: usize = 128;

/// The credentials of a chunk.
pub const CHUNK_BITS: u32 = 1_024;

/// The chunks of a list.
pub const CHUNKS: u16 = 128;

/// Why an act on a status list is refused.
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
pub enum StatusListError {
	/// The index is beyond the list.
	#[codec(index = 0)]
	BeyondList,
	/// The index belongs to another credential, or to a decoy.
	#[codec(index = 1)]
	IndexTaken,
	/// A revocation is not taken back.
	#[codec(index = 2)]
	RevocationFinal,
	/// The bit is what it would become.
	#[codec(index = 3)]
	Unchanged,
	/// The list has no room for so many credentials and decoys.
	#[codec(index = 4)]
	ListFull,
	/// The list is for credentials of the other way of issuing.
	#[codec(index = 5)]
	WrongUse,
	/// The credential was suspended as often as can be kept. Revoke it, and issue another.
	#[codec(index = 6)]
	TooManySuspensions,
}

/// What a bit of a list says.
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
pub enum StatusPurpose {
	/// The credential is revoked, for good.
	#[codec(index = 0)]
	Revocation,
	/// The credential is suspended, until it is not.
	#[codec(index = 1)]
	Suspension,
}

/// How the indices of a list are given out.
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
pub enum ListUse {
	/// One by one: each is claimed on the chain, and checked to be free.
	#[codec(index = 0)]
	Single,
	/// In batches: an index is in a leaf that the chain does not see, and is counted alone.
	#[codec(index = 1)]
	Batch,
}

/// Bits of a list, in the order of the standard.
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
pub struct Chunk(pub [u8; CHUNK_BYTES]);

impl Default for Chunk {
	fn default() -> Self {
		Self([0; CHUNK_BYTES])
	}
}

/// Where an index stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Place {
	/// The chunk, below [`CHUNKS`].
	pub chunk: u16,
	/// The bit in it, below [`CHUNK_BITS`].
	pub bit: u16,
}

/// Where an index stands in a list.
///
/// # Errors
/// * [`StatusListError::BeyondList`].
pub fn place(index: u32) -> Result<Place, StatusListError> {
	if index >= LIST_BITS {
		return Err(StatusListError::BeyondList);
	}
	let narrow = |number: u32| u16::try_from(number).map_err(|_| StatusListError::BeyondList);
	Ok(Place { chunk: narrow(index / CHUNK_BITS)?, bit: narrow(index % CHUNK_BITS)? })
}

impl Chunk {
	fn byte_and_mask(bit: u16) -> (usize, u8) {
		// The leftmost bit is the first.
		(usize::from(bit / 8), 0x80 >> (bit % 8))
	}

	/// Whether a bit is set. One beyond the chunk is not.
	pub fn is_set(&self, bit: u16) -> bool {
		let (byte, mask) = Self::byte_and_mask(bit);
		self.0.get(byte).is_some_and(|byte| byte & mask != 0)
	}

	/// How many bits are set.
	pub fn count(&self) -> u32 {
		self.0.iter().fold(0, |sum: u32, byte| sum.saturating_add(byte.count_ones()))
	}

	fn with(mut self, bit: u16, set: bool) -> Result<Self, StatusListError> {
		let (byte, mask) = Self::byte_and_mask(bit);
		let byte = self.0.get_mut(byte).ok_or(StatusListError::BeyondList)?;
		*byte = if set { *byte | mask } else { *byte & !mask };
		Ok(self)
	}
}

/// Takes a bit of the chunk of the indices that are given out, for a credential or a decoy.
///
/// # Errors
/// * [`StatusListError::BeyondList`], [`StatusListError::IndexTaken`].
pub fn claim(taken: &Chunk, bit: u16) -> Result<Chunk, StatusListError> {
	if taken.is_set(bit) {
		return Err(StatusListError::IndexTaken);
	}
	taken.with(bit, true)
}

/// Sets or clears a bit of a chunk of a purpose.
///
/// # Errors
/// * [`StatusListError::RevocationFinal`] - a revocation would be taken back.
/// * [`StatusListError::Unchanged`] - the bit is so already.
/// * [`StatusListError::BeyondList`].
pub fn flip(
	chunk: &Chunk,
	purpose: StatusPurpose,
	bit: u16,
	set: bool,
) -> Result<Chunk, StatusListError> {
	if u32::from(bit) >= CHUNK_BITS {
		return Err(StatusListError::BeyondList);
	}
	let is_set = chunk.is_set(bit);
	if is_set && !set && purpose == StatusPurpose::Revocation {
		return Err(StatusListError::RevocationFinal);
	}
	if is_set == set {
		return Err(StatusListError::Unchanged);
	}
	chunk.with(bit, set)
}

/// The whole bitstring of a list: what the standard compresses with GZIP and writes in base64url. A
/// chunk that is not stored is all zero; those beyond [`CHUNKS`] are left out.
pub fn expand(chunk: impl Fn(u16) -> Option<Chunk>) -> Vec<u8> {
	(0..CHUNKS).flat_map(|number| chunk(number).unwrap_or_default().0).collect()
}

stored! {
	/// How full a list is.
	pub struct StatusList {
		/// How its indices are given out.
		pub list_use: ListUse,
		/// How many credentials have an index in it.
		pub credentials: u32,
		/// How many indices are decoys, so that the list does not tell how many credentials it has.
		pub decoys: u32,
	}
}

impl StatusList {
	/// An empty list.
	pub const fn open(list_use: ListUse) -> Self {
		Self { list_use, credentials: 0, decoys: 0 }
	}

	/// Counts credentials and decoys of one way of issuing.
	///
	/// # Errors
	/// * [`StatusListError::WrongUse`], [`StatusListError::ListFull`].
	pub fn reserve(
		&self,
		list_use: ListUse,
		credentials: u32,
		decoys: u32,
	) -> Result<Self, StatusListError> {
		if list_use != self.list_use {
			return Err(StatusListError::WrongUse);
		}
		let sum = |had: u32, more: u32| had.checked_add(more).ok_or(StatusListError::ListFull);
		let credentials = sum(self.credentials, credentials)?;
		let decoys = sum(self.decoys, decoys)?;
		if sum(credentials, decoys)? > LIST_BITS {
			return Err(StatusListError::ListFull);
		}
		Ok(Self { list_use, credentials, decoys })
	}
}

/// The index that a secret seed gives the `number`th credential of a list: every index once, in an
/// order that nobody can tell without the seed. The issuer draws with it off the chain, where the
/// seed stays; the chain checks that an index is free.
///
/// # Errors
/// * [`StatusListError::BeyondList`] - the list has no such number.
pub fn permuted_index(seed: &[u8; 32], number: u32) -> Result<u32, StatusListError> {
	if number >= LIST_BITS {
		return Err(StatusListError::BeyondList);
	}
	// A Feistel network whose halves have nine and eight bits: each of the four rounds mixes one half
	// with a hash of the other, and can be undone, so that no two numbers meet.
	let (mut left, mut right) = (number >> 8, number & 0xff);
	for round in 0u8..2 {
		left ^= mix(seed, round, true, right) & 0x1ff;
		right ^= mix(seed, round, false, left) & 0xff;
	}
	Ok(left << 8 | right)
}

fn mix(seed: &[u8; 32], round: u8, is_left: bool, half: u32) -> u32 {
	let [low, high, ..] =
		blake2_256(&(b"polity/status-index/1", seed, round, is_left, half).encode());
	u32::from(u16::from_le_bytes([low, high]))
}
