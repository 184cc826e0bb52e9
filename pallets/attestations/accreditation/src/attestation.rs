//! An attestation's validity, and what it is worth at an instant.

use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::time::Instant;
use scale_info::TypeInfo;

use crate::{
	issuer::Issuer,
	key::{KeyError, KeyId, Purpose},
	status_list::{StatusListError, StatusPurpose},
	tree::{chain_allows, check_chain, void_in_chain, Accreditation, ChainError, Claim},
};

/// The most suspensions of one attestation that are kept.
pub const MAX_SUSPENSIONS: u32 = 32;

/// The most suspensions that there may be after one by the issuer or the holder above it: the rest is
/// for the register and for courts, which always find room.
pub const MAX_HOLDER_SUSPENSIONS: u32 = 24;

/// What the register's law says of a version of a schema.
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
pub struct SchemaLaw {
	/// The longest validity of an attestation, in milliseconds.
	pub longest_millis: u64,
	/// From when another version has taken its place; none if none has.
	pub superseded_at: Option<Instant>,
}

/// Why an attestation is refused.
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
pub enum AttestationError {
	/// The chain of accreditations does not allow it, or is none.
	#[codec(index = 0)]
	Chain(ChainError),
	/// The key did not sign, or not then.
	#[codec(index = 1)]
	Key(KeyError),
	/// The validity ends before it begins, or with its beginning.
	#[codec(index = 2)]
	PeriodEmpty,
	/// The validity begins before the attestation is issued.
	#[codec(index = 3)]
	Backdated,
	/// The validity is longer than the schema allows.
	#[codec(index = 4)]
	LongerThanSchema,
	/// The validity ends after an accreditation in the chain.
	#[codec(index = 5)]
	BeyondAccreditation,
	/// The version of the schema has been superseded. Use the later one.
	#[codec(index = 6)]
	SchemaSuperseded,
	/// The attestation was signed after it was issued.
	#[codec(index = 7)]
	SignedInFuture,
}

impl From<ChainError> for AttestationError {
	fn from(error: ChainError) -> Self {
		Self::Chain(error)
	}
}

impl From<KeyError> for AttestationError {
	fn from(error: KeyError) -> Self {
		Self::Key(error)
	}
}

stored! {
	/// The part of an attestation that its validity depends on.
	pub struct Attestation {
		/// When the chain recorded it.
		pub issued_at: Instant,
		/// The first instant at which it is valid.
		pub from: Instant,
		/// The first instant at which it is not any more.
		pub until: Instant,
		/// The key that signed it.
		pub key: KeyId,
		/// When it was signed.
		pub signed_at: Instant,
	}
}

stored! {
	/// A suspension of an attestation.
	pub struct Suspension {
		/// The first suspended instant.
		pub from: Instant,
		/// The first instant at which it is suspended no more; none if it still is.
		pub until: Option<Instant>,
	}
}

stored! {
	/// What the status lists say of an attestation, with the instants at which they began to.
	#[derive(Default)]
	pub struct StatusFlags {
		/// When it was revoked; none if it was not.
		pub revoked_at: Option<Instant>,
		/// When it was suspended.
		pub suspensions: BoundedVec<Suspension, ConstU32<MAX_SUSPENSIONS>>,
	}
}

impl StatusFlags {
	/// The flags after a revocation, a suspension or the end of one, at an instant that is not before
	/// those that they have.
	///
	/// # Errors
	/// * [`StatusListError::RevocationFinal`] - a revocation would be taken back.
	/// * [`StatusListError::Unchanged`] - it is so already.
	/// * [`StatusListError::TooManySuspensions`] - it was suspended as often as can be kept.
	pub fn set(
		&self,
		purpose: StatusPurpose,
		set: bool,
		at: Instant,
	) -> Result<Self, StatusListError> {
		let mut next = self.clone();
		match (purpose, set) {
			(StatusPurpose::Revocation, true) if next.revoked_at.is_none() => {
				next.revoked_at = Some(at);
			},
			(StatusPurpose::Revocation, true) => return Err(StatusListError::Unchanged),
			(StatusPurpose::Revocation, false) if next.revoked_at.is_some() => {
				return Err(StatusListError::RevocationFinal)
			},
			(StatusPurpose::Revocation, false) => return Err(StatusListError::Unchanged),
			(StatusPurpose::Suspension, true) => {
				if next.is_suspended() {
					return Err(StatusListError::Unchanged);
				}
				let suspension = Suspension { from: at, until: None };
				next.suspensions
					.try_push(suspension)
					.map_err(|_| StatusListError::TooManySuspensions)?;
			},
			(StatusPurpose::Suspension, false) => match next.suspensions.last_mut() {
				Some(last) if last.until.is_none() => last.until = Some(at),
				_ => return Err(StatusListError::Unchanged),
			},
		}
		Ok(next)
	}

	/// Checks that the issuer, or the holder above it, leaves room for others with the suspension that
	/// it has just made.
	///
	/// # Errors
	/// * [`StatusListError::TooManySuspensions`] - there are more than [`MAX_HOLDER_SUSPENSIONS`].
	pub fn check_leaves_room(&self) -> Result<(), StatusListError> {
		if u32::try_from(self.suspensions.len()).is_ok_and(|count| count <= MAX_HOLDER_SUSPENSIONS)
		{
			Ok(())
		} else {
			Err(StatusListError::TooManySuspensions)
		}
	}

	/// Whether a suspension goes on.
	pub fn is_suspended(&self) -> bool {
		self.suspensions.last().is_some_and(|last| last.until.is_none())
	}
}

/// What an attestation is worth at an instant. Where several are true the first of the list counts.
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
pub enum Status {
	/// A revocation in the chain of accreditations voided it, from the beginning.
	#[codec(index = 0)]
	VoidedByChain,
	/// The key was in other hands when it was signed.
	#[codec(index = 1)]
	SignedByCompromisedKey,
	/// It was not issued yet, or not valid yet.
	#[codec(index = 2)]
	NotYet,
	/// It is revoked.
	#[codec(index = 3)]
	Revoked,
	/// Its validity is over.
	#[codec(index = 4)]
	Expired,
	/// It is suspended.
	#[codec(index = 5)]
	Suspended,
	/// Another version of its schema has taken the place of the one that it was made by.
	#[codec(index = 6)]
	SchemaSuperseded,
	/// It is valid.
	#[codec(index = 7)]
	Valid,
}

/// Checks that an attestation may be issued: by the chain, the key, and the law of its schema.
///
/// # Errors
/// * [`AttestationError::Chain`] - the chain does not allow it at its issue.
/// * [`AttestationError::SchemaSuperseded`] - the version of the schema is.
/// * [`AttestationError::SignedInFuture`], [`AttestationError::Key`] - the signature does not hold,
///   by the time that it bears, or by that of its issue.
/// * [`AttestationError::PeriodEmpty`], [`AttestationError::Backdated`],
///   [`AttestationError::LongerThanSchema`], [`AttestationError::BeyondAccreditation`].
pub fn check_validity(
	attestation: &Attestation,
	claim: &Claim,
	schema: &SchemaLaw,
	chain: &[Accreditation],
	issuer: &Issuer,
) -> Result<(), AttestationError> {
	let issued_at = attestation.issued_at;
	chain_allows(chain, claim, issued_at)?;
	if schema.superseded_at.is_some_and(|since| since <= issued_at) {
		return Err(AttestationError::SchemaSuperseded);
	}
	if attestation.signed_at > issued_at {
		return Err(AttestationError::SignedInFuture);
	}
	issuer.key_valid_at(attestation.key, Purpose::Assertion, attestation.signed_at)?;
	// Who holds an ended key can write an earlier date on what it signs.
	issuer.key_valid_at(attestation.key, Purpose::Assertion, issued_at)?;
	if attestation.from < issued_at {
		return Err(AttestationError::Backdated);
	}
	let validity = attestation.until.checked_millis_since(attestation.from);
	match validity {
		None | Some(0) => return Err(AttestationError::PeriodEmpty),
		Some(millis) if millis > schema.longest_millis => {
			return Err(AttestationError::LongerThanSchema)
		},
		Some(_) => {},
	}
	if chain.iter().any(|node| attestation.until > node.scope.until) {
		return Err(AttestationError::BeyondAccreditation);
	}
	Ok(())
}

/// What an attestation is worth at an instant, by all that is known now. A revocation of the chain
/// and a compromise reach back: they say what the attestation has been from the beginning.
///
/// The instant that decides on a compromise is that of issue, which the chain saw: the one in the
/// signature is its maker's word.
///
/// # Errors
/// * [`AttestationError::Chain`] - the slice is no chain.
/// * [`AttestationError::Key`] - the issuer has no such key, or its period was another.
pub fn status_at(
	attestation: &Attestation,
	flags: &StatusFlags,
	schema: &SchemaLaw,
	chain: &[Accreditation],
	issuer: &Issuer,
	at: Instant,
) -> Result<Status, AttestationError> {
	check_chain(chain)?;
	if void_in_chain(chain, attestation.issued_at) {
		return Ok(Status::VoidedByChain);
	}
	match issuer.key_valid_at(attestation.key, Purpose::Assertion, attestation.issued_at) {
		Err(KeyError::Compromised) => return Ok(Status::SignedByCompromisedKey),
		// A key may be revoked in the very block of an issue, after it: one that was revoked before
		// was refused then.
		Ok(()) | Err(KeyError::Revoked) => {},
		Err(error) => return Err(error.into()),
	}
	if at < attestation.issued_at || at < attestation.from {
		return Ok(Status::NotYet);
	}
	if flags.revoked_at.is_some_and(|since| since <= at) {
		return Ok(Status::Revoked);
	}
	if at >= attestation.until {
		return Ok(Status::Expired);
	}
	let suspended = flags
		.suspensions
		.iter()
		.any(|suspension| suspension.from <= at && suspension.until.is_none_or(|until| at < until));
	if suspended {
		return Ok(Status::Suspended);
	}
	if schema.superseded_at.is_some_and(|since| since <= at) {
		return Ok(Status::SchemaSuperseded);
	}
	Ok(Status::Valid)
}
