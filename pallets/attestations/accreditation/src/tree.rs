//! The tree of accreditations: who may have somebody attest what, and who may attest it.
//!
//! A chain is a slice from an accreditation up to its root. What is below a node never binds more
//! than the node: each act is checked against the whole chain, and issuance is as well, so that a
//! node that is narrowed or revoked takes what it lost from everything that stands below it at once.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::{time::Instant, District};
use scale_info::TypeInfo;

use crate::scope::{covers, Level, SchemaId, Scope, ScopeError};

/// The longest chain, the root and the issuer counted.
pub const MAX_DEPTH: u32 = 5;

/// An accreditation's number: given out once, in order.
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
pub struct AccreditationId(pub u32);

/// What an accreditation makes of its holder: the issuer types of the EBSI trust model.
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
pub enum AccreditationKind {
	/// The root in law: it accredits, and nobody accredits it.
	#[codec(index = 0)]
	Root,
	/// A trusted accreditation organisation: it accredits organisations and issuers.
	#[codec(index = 1)]
	Organisation,
	/// A trusted issuer: it attests, and accredits nobody.
	#[codec(index = 2)]
	Issuer,
}

/// What becomes of what was issued under a revoked accreditation, and under those below it.
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
pub enum Issued {
	/// All of it stays as it is.
	#[codec(index = 0)]
	Keep,
	/// What was issued at this instant or later is void, and has been from the beginning. What was
	/// issued earlier stays. The zero instant voids everything.
	#[codec(index = 1)]
	VoidFrom(Instant),
}

/// The revocation of an accreditation. It is final.
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
pub struct Revocation {
	/// From when nothing is issued under it, in milliseconds of block time.
	pub at: Instant,
	/// What becomes of what was issued before.
	pub issued: Issued,
}

stored! {
	/// A node of the tree. Who holds it stands beside it in the register.
	pub struct Accreditation {
		/// Its number.
		pub id: AccreditationId,
		/// What it makes of its holder.
		pub kind: AccreditationKind,
		/// The accreditation that it hangs from; none for a root.
		pub parent: Option<AccreditationId>,
		/// What it covers.
		pub scope: Scope,
		/// Its revocation, if it was revoked.
		pub revoked: Option<Revocation>,
	}
}

/// What somebody wants to attest.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Claim {
	/// By which schema.
	pub schema: SchemaId,
	/// Where.
	pub district: District,
	/// How surely.
	pub level: Level,
}

/// Why a chain does not allow something. The first failing node from the issuer up decides.
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
pub enum ChainError {
	/// The chain has no node.
	#[codec(index = 0)]
	Empty,
	/// The chain is longer than [`MAX_DEPTH`].
	#[codec(index = 1)]
	TooDeep,
	/// A node does not hang from the next one, or the last one is no root.
	#[codec(index = 2)]
	Broken,
	/// A node stands in the chain twice.
	#[codec(index = 3)]
	Cycle,
	/// A root or an issuer stands where only an organisation can.
	#[codec(index = 4)]
	KindOutOfPlace,
	/// The accreditation is not that of an issuer: it accredits, and attests nothing.
	#[codec(index = 5)]
	NotAnIssuer,
	/// An accreditation in the chain is not in force yet.
	#[codec(index = 6)]
	NotYet,
	/// An accreditation in the chain has ended.
	#[codec(index = 7)]
	Expired,
	/// An accreditation in the chain is revoked.
	#[codec(index = 8)]
	Revoked,
	/// An accreditation in the chain does not cover the schema.
	#[codec(index = 9)]
	SchemaNotCovered,
	/// An accreditation in the chain does not cover the district.
	#[codec(index = 10)]
	DistrictNotCovered,
	/// The level of assurance is above that of an accreditation in the chain.
	#[codec(index = 11)]
	LevelTooHigh,
}

/// Why an act on the tree is refused.
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
pub enum AccreditationError {
	/// The chain above does not hold, or not now.
	#[codec(index = 0)]
	Chain(ChainError),
	/// The scope is none, or exceeds one above it or the one that it narrows.
	#[codec(index = 1)]
	Scope(ScopeError),
	/// A root hangs from nothing, and everything else from something.
	#[codec(index = 2)]
	KindAndParentDiffer,
	/// Who attests accredits nobody.
	#[codec(index = 3)]
	ParentIsIssuer,
	/// The chain would be longer than [`MAX_DEPTH`].
	#[codec(index = 4)]
	TooDeep,
	/// It hangs from itself, or from one that hangs from it.
	#[codec(index = 5)]
	Cycle,
	/// It is revoked already, which is final.
	#[codec(index = 6)]
	Revoked,
	/// What was issued would be void from an instant after the revocation, from which nothing is
	/// issued anyway. Give an earlier one.
	#[codec(index = 7)]
	VoidAfterRevocation,
	/// The scope is the one that it has. Give a narrower one.
	#[codec(index = 8)]
	ScopeUnchanged,
}

impl From<ChainError> for AccreditationError {
	fn from(error: ChainError) -> Self {
		Self::Chain(error)
	}
}

impl From<ScopeError> for AccreditationError {
	fn from(error: ScopeError) -> Self {
		Self::Scope(error)
	}
}

impl Accreditation {
	/// Whether something can be issued or accredited under the node alone at an instant.
	///
	/// # Errors
	/// * [`ChainError::NotYet`], [`ChainError::Expired`], [`ChainError::Revoked`].
	pub fn in_force(&self, at: Instant) -> Result<(), ChainError> {
		if self.revoked.is_some_and(|revocation| revocation.at <= at) {
			return Err(ChainError::Revoked);
		}
		if at < self.scope.from {
			return Err(ChainError::NotYet);
		}
		if at >= self.scope.until {
			return Err(ChainError::Expired);
		}
		Ok(())
	}

	fn allows(&self, claim: &Claim, at: Instant) -> Result<(), ChainError> {
		self.in_force(at)?;
		if !self.scope.schemas.contains(&claim.schema) {
			return Err(ChainError::SchemaNotCovered);
		}
		if !covers(self.scope.district, claim.district) {
			return Err(ChainError::DistrictNotCovered);
		}
		if claim.level > self.scope.highest {
			return Err(ChainError::LevelTooHigh);
		}
		Ok(())
	}
}

/// Checks that a slice is a chain: from its first node up to a root, unbroken, in time or not.
///
/// # Errors
/// * [`ChainError::Empty`], [`ChainError::TooDeep`], [`ChainError::Broken`], [`ChainError::Cycle`],
///   [`ChainError::KindOutOfPlace`].
pub fn check_chain(chain: &[Accreditation]) -> Result<(), ChainError> {
	let (first, above) = chain.split_first().ok_or(ChainError::Empty)?;
	if u32::try_from(chain.len()).map_or(true, |nodes| nodes > MAX_DEPTH) {
		return Err(ChainError::TooDeep);
	}
	let mut below = first;
	let mut rest = above;
	while let Some((node, further)) = rest.split_first() {
		if node.id == below.id || further.iter().any(|other| other.id == below.id) {
			return Err(ChainError::Cycle);
		}
		if below.parent != Some(node.id) {
			return Err(ChainError::Broken);
		}
		if node.kind == AccreditationKind::Issuer || below.kind == AccreditationKind::Root {
			return Err(ChainError::KindOutOfPlace);
		}
		below = node;
		rest = further;
	}
	if below.parent.is_some() {
		return Err(ChainError::Broken);
	}
	if below.kind != AccreditationKind::Root {
		return Err(ChainError::KindOutOfPlace);
	}
	Ok(())
}

/// Checks that the issuer at the beginning of a chain may attest a claim at an instant: every node
/// up to the root covers it and is in force.
///
/// # Errors
/// * Those of [`check_chain`] - it is no chain.
/// * [`ChainError::NotAnIssuer`] - its first node attests nothing.
/// * [`ChainError::Revoked`], [`ChainError::NotYet`], [`ChainError::Expired`],
///   [`ChainError::SchemaNotCovered`], [`ChainError::DistrictNotCovered`],
///   [`ChainError::LevelTooHigh`] - a node does not allow it.
pub fn chain_allows(chain: &[Accreditation], claim: &Claim, at: Instant) -> Result<(), ChainError> {
	check_chain(chain)?;
	if chain.first().map(|node| node.kind) != Some(AccreditationKind::Issuer) {
		return Err(ChainError::NotAnIssuer);
	}
	chain.iter().try_for_each(|node| node.allows(claim, at))
}

/// Whether a revocation in the chain voids what its first node issued at an instant.
pub fn void_in_chain(chain: &[Accreditation], issued_at: Instant) -> bool {
	chain.iter().filter_map(|node| node.revoked).any(|revocation| match revocation.issued {
		Issued::Keep => false,
		Issued::VoidFrom(from) => issued_at >= from,
	})
}

/// Makes an accreditation under the chain of its parent; under none if it is a root.
///
/// # Errors
/// * [`AccreditationError::KindAndParentDiffer`] - a root under something, or another under nothing.
/// * [`AccreditationError::Scope`] - the scope is none, or exceeds that of a node above.
/// * [`AccreditationError::Chain`] - the chain above is none, or a node of it is not in force.
/// * [`AccreditationError::ParentIsIssuer`] - an issuer accredits nobody.
/// * [`AccreditationError::TooDeep`] - the chain would be too long.
/// * [`AccreditationError::Cycle`] - the number stands in the chain above.
pub fn accredit(
	above: &[Accreditation],
	id: AccreditationId,
	kind: AccreditationKind,
	scope: Scope,
	at: Instant,
) -> Result<Accreditation, AccreditationError> {
	scope.check()?;
	let parent = above.first();
	if parent.is_none() != (kind == AccreditationKind::Root) {
		return Err(AccreditationError::KindAndParentDiffer);
	}
	if let Some(parent) = parent {
		check_chain(above)?;
		if parent.kind == AccreditationKind::Issuer {
			return Err(AccreditationError::ParentIsIssuer);
		}
		if u32::try_from(above.len()).map_or(true, |nodes| nodes >= MAX_DEPTH) {
			return Err(AccreditationError::TooDeep);
		}
		for node in above {
			if node.id == id {
				return Err(AccreditationError::Cycle);
			}
			node.in_force(at)?;
			scope.check_within(&node.scope)?;
		}
	}
	Ok(Accreditation { id, kind, parent: parent.map(|parent| parent.id), scope, revoked: None })
}

/// Narrows an accreditation: less of anything, more of nothing. What stands below it keeps its own
/// scope on paper, and may use of it only what the narrower one leaves.
///
/// # Errors
/// * [`AccreditationError::Revoked`] - there is nothing left to narrow.
/// * [`AccreditationError::ScopeUnchanged`] - the scope is the one that it has.
/// * [`AccreditationError::Scope`] - the scope is none, or exceeds the one that it has.
pub fn narrow(
	accreditation: &Accreditation,
	scope: Scope,
) -> Result<Accreditation, AccreditationError> {
	if accreditation.revoked.is_some() {
		return Err(AccreditationError::Revoked);
	}
	scope.check()?;
	if scope == accreditation.scope {
		return Err(AccreditationError::ScopeUnchanged);
	}
	scope.check_within(&accreditation.scope)?;
	Ok(Accreditation { scope, ..accreditation.clone() })
}

/// Revokes an accreditation from now on, and says what becomes of what was issued under it and
/// below it.
///
/// # Errors
/// * [`AccreditationError::Revoked`] - it is revoked already.
/// * [`AccreditationError::VoidAfterRevocation`] - void from an instant after the revocation.
pub fn revoke(
	accreditation: &Accreditation,
	issued: Issued,
	at: Instant,
) -> Result<Accreditation, AccreditationError> {
	if accreditation.revoked.is_some() {
		return Err(AccreditationError::Revoked);
	}
	if matches!(issued, Issued::VoidFrom(from) if from > at) {
		return Err(AccreditationError::VoidAfterRevocation);
	}
	Ok(Accreditation { revoked: Some(Revocation { at, issued }), ..accreditation.clone() })
}
