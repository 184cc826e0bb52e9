//! The keys with which issuers sign: their kinds, their periods, and when a signature holds.

use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::time::Instant;
use scale_info::TypeInfo;

use crate::curve;

/// The longest public key: a compressed point of P-384.
pub const MAX_PUBLIC_KEY_BYTES: u32 = 49;

/// A public key in the encoding of its kind.
pub type PublicKey = BoundedVec<u8, ConstU32<MAX_PUBLIC_KEY_BYTES>>;

/// A key's number in its issuer's document: given out once, in order.
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
pub struct KeyId(pub u16);

/// The kinds of keys that are taken. Each has a security of at least 112 bits and a length that is
/// fixed.
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
pub enum KeyKind {
	/// Ed25519 (RFC 8032), 32 bytes.
	#[codec(index = 0)]
	Ed25519,
	/// P-256 (FIPS 186-5), a compressed point of 33 bytes.
	#[codec(index = 1)]
	P256,
	/// P-384 (FIPS 186-5), a compressed point of 49 bytes.
	#[codec(index = 2)]
	P384,
	/// X25519 (RFC 7748), 32 bytes; it agrees on keys and signs nothing.
	#[codec(index = 3)]
	X25519,
}

/// What a key is for: the verification relationships of W3C Decentralized Identifiers 1.0.
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
pub enum Purpose {
	/// It signs attestations.
	#[codec(index = 0)]
	Assertion,
	/// It shows that somebody acts for the issuer.
	#[codec(index = 1)]
	Authentication,
	/// It agrees on a key for what is sent to the issuer.
	#[codec(index = 2)]
	KeyAgreement,
}

/// Why a key, or a signature by it, is refused.
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
pub enum KeyError {
	/// No key kind that is known.
	#[codec(index = 0)]
	KindUnknown,
	/// A key kind that is known, and not taken: too weak, or without a fixed strength.
	#[codec(index = 1)]
	KindWeak,
	/// The kind cannot serve the purpose: X25519 signs nothing, the others agree on no key.
	#[codec(index = 2)]
	PurposeUnfit,
	/// Not the encoding of a key of that kind.
	#[codec(index = 3)]
	Malformed,
	/// A point of small order, with which everybody can sign or read.
	#[codec(index = 4)]
	SmallOrder,
	/// The key's period ends before it begins, or with its beginning.
	#[codec(index = 5)]
	PeriodEmpty,
	/// The issuer has no such key.
	#[codec(index = 6)]
	Unknown,
	/// The key is not for this purpose.
	#[codec(index = 7)]
	WrongPurpose,
	/// The key was not in force yet.
	#[codec(index = 8)]
	NotYet,
	/// The key's period was over.
	#[codec(index = 9)]
	Expired,
	/// The key was revoked.
	#[codec(index = 10)]
	Revoked,
	/// The key was in other hands.
	#[codec(index = 11)]
	Compromised,
	/// No point of the kind's curve has that coordinate.
	#[codec(index = 12)]
	NotOnCurve,
}

impl KeyKind {
	/// The kind with a code of the multicodec table, in which DID documents name their keys.
	///
	/// # Errors
	/// * [`KeyError::KindWeak`] - RSA, whose strength the code does not tell.
	/// * [`KeyError::KindUnknown`] - any other code.
	pub const fn from_multicodec(code: u32) -> Result<Self, KeyError> {
		match code {
			0xed => Ok(Self::Ed25519),
			0x1200 => Ok(Self::P256),
			0x1201 => Ok(Self::P384),
			0xec => Ok(Self::X25519),
			// rsa-pub: a key of 1024 bits has the same code as one of 4096.
			0x1205 => Err(KeyError::KindWeak),
			_ => Err(KeyError::KindUnknown),
		}
	}

	/// The length of a key, in bytes.
	pub const fn length(self) -> usize {
		match self {
			Self::Ed25519 | Self::X25519 => 32,
			Self::P256 => 33,
			Self::P384 => 49,
		}
	}

	const fn serves(self, purpose: Purpose) -> bool {
		matches!(
			(self, purpose),
			(Self::X25519, Purpose::KeyAgreement)
				| (
					Self::Ed25519 | Self::P256 | Self::P384,
					Purpose::Assertion | Purpose::Authentication
				)
		)
	}
}

stored! {
	/// A key of an issuer.
	pub struct Key {
		/// Its number.
		pub id: KeyId,
		/// Its kind.
		pub kind: KeyKind,
		/// What it is for.
		pub purpose: Purpose,
		/// The public key.
		pub public: PublicKey,
		/// The first instant at which a signature holds.
		pub from: Instant,
		/// The first instant at which none holds any more; none if it has no end.
		pub until: Option<Instant>,
		/// Since when it is revoked: what was signed earlier stays.
		pub revoked: Option<Instant>,
		/// Since when it was in other hands: what was signed earlier stays.
		pub compromised_since: Option<Instant>,
	}
}

/// The coordinates of order eight on the Edwards curve, little-endian, without a sign.
const EDWARDS_ORDER_EIGHT: [[u8; 32]; 2] = [
	[
		0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef, 0x98,
		0xf0, 0xd5, 0xdf, 0xac, 0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88, 0x6d, 0x53,
		0xfc, 0x05,
	],
	[
		0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10, 0x67,
		0x0f, 0x2a, 0x20, 0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac,
		0x03, 0x7a,
	],
];

/// Those of the same points on Montgomery's curve.
const MONTGOMERY_ORDER_EIGHT: [[u8; 32]; 2] = [
	[
		0x5f, 0x9c, 0x95, 0xbc, 0xa3, 0x50, 0x8c, 0x24, 0xb1, 0xd0, 0xb1, 0x55, 0x9c, 0x83, 0xef,
		0x5b, 0x04, 0x44, 0x5c, 0xc4, 0x58, 0x1c, 0x8e, 0x86, 0xd8, 0x22, 0x4e, 0xdd, 0xd0, 0x9f,
		0x11, 0x57,
	],
	[
		0xe0, 0xeb, 0x7a, 0x7c, 0x3b, 0x41, 0xb8, 0xae, 0x16, 0x56, 0xe3, 0xfa, 0xf1, 0x9f, 0xc4,
		0x6a, 0xda, 0x09, 0x8d, 0xeb, 0x9c, 0x32, 0xb1, 0xfd, 0x86, 0x62, 0x05, 0x16, 0x5f, 0x49,
		0xb8, 0x00,
	],
];

/// Whether a coordinate is one of a list, whatever its sign, which is the highest bit.
fn is_among(public: &[u8], coordinates: &[[u8; 32]]) -> bool {
	let Some((last, others)) = public.split_last() else { return true };
	coordinates.iter().any(|coordinate| {
		coordinate.split_last().is_some_and(|(end, rest)| rest == others && *end == last & 0x7f)
	})
}

/// Whether a little-endian coordinate of Curve25519 is one that no honest key has: 0, 1 or -1, which
/// are of order one, two or four on the Edwards curve and small on Montgomery's too.
fn is_small_order(public: &[u8]) -> bool {
	let Some((last, others)) = public.split_last() else { return true };
	let Some((first, middle)) = others.split_first() else { return true };
	// The highest bit is a sign, and none of the coordinate.
	let last = last & 0x7f;
	let low = *first <= 1 && last == 0 && middle.iter().all(|byte| *byte == 0);
	// From p - 1 = 2^255 - 20 on: -1, and 0 and 1 written beyond the field.
	let high = *first >= 0xec && last == 0x7f && middle.iter().all(|byte| *byte == 0xff);
	low || high
}

impl Key {
	/// Checks the key alone.
	///
	/// # Errors
	/// * [`KeyError::PurposeUnfit`], [`KeyError::Malformed`], [`KeyError::SmallOrder`],
	///   [`KeyError::NotOnCurve`], [`KeyError::PeriodEmpty`].
	pub fn check(&self) -> Result<(), KeyError> {
		if !self.kind.serves(self.purpose) {
			return Err(KeyError::PurposeUnfit);
		}
		if self.public.len() != self.kind.length() {
			return Err(KeyError::Malformed);
		}
		match self.kind {
			KeyKind::Ed25519 | KeyKind::X25519 => {
				let order_eight = match self.kind {
					KeyKind::X25519 => &MONTGOMERY_ORDER_EIGHT,
					_ => &EDWARDS_ORDER_EIGHT,
				};
				if is_small_order(&self.public) || is_among(&self.public, order_eight) {
					return Err(KeyError::SmallOrder);
				}
			},
			KeyKind::P256 | KeyKind::P384 => {
				let Some((sign, coordinate)) = self.public.split_first() else {
					return Err(KeyError::Malformed);
				};
				if !matches!(*sign, 2 | 3) || coordinate.iter().all(|byte| *byte == 0) {
					return Err(KeyError::Malformed);
				}
				let curve = if self.kind == KeyKind::P256 { &curve::P256 } else { &curve::P384 };
				if !curve::has_point(curve, coordinate) {
					return Err(KeyError::NotOnCurve);
				}
			},
		}
		if self.until.is_some_and(|until| until <= self.from) {
			return Err(KeyError::PeriodEmpty);
		}
		Ok(())
	}

	/// Whether a signature made at an instant holds.
	///
	/// # Errors
	/// * [`KeyError::Compromised`], [`KeyError::Revoked`], [`KeyError::NotYet`],
	///   [`KeyError::Expired`] - why it does not.
	pub fn valid_at(&self, at: Instant) -> Result<(), KeyError> {
		if self.compromised_since.is_some_and(|since| since <= at) {
			return Err(KeyError::Compromised);
		}
		if self.revoked.is_some_and(|since| since <= at) {
			return Err(KeyError::Revoked);
		}
		if at < self.from {
			return Err(KeyError::NotYet);
		}
		if self.until.is_some_and(|until| until <= at) {
			return Err(KeyError::Expired);
		}
		Ok(())
	}
}
