//! An issuer's document: its keys and controllers, in versions of which one is active at any time.

use bounded_collections::{BoundedBTreeSet, BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::{
	time::{Instant, MILLIS_PER_DAY},
	AccountId,
};
use scale_info::TypeInfo;

use crate::key::{Key, KeyError, KeyId, Purpose};

/// The most keys of an issuer, those that have ended counted: what they signed has to be read.
pub const MAX_KEYS: u32 = 64;

/// How many of [`MAX_KEYS`] are for recoveries alone: who has got hold of a controller's key cannot
/// fill the document so that the guardians find no room in it.
pub const KEYS_FOR_RECOVERY: u32 = 16;

/// How far back a controller may report a compromise, in milliseconds: seven days. Further back one key
/// that was stolen would void all that the issuer has ever signed.
pub const LONGEST_COMPROMISE_MILLIS: u64 = 7 * MILLIS_PER_DAY;

/// The most controllers of an issuer.
pub const MAX_CONTROLLERS: u32 = 8;

/// The most guardians of an issuer.
pub const MAX_GUARDIANS: u32 = 16;

/// The fewest guardians that recover an issuer: never one alone.
pub const LEAST_QUORUM: u32 = 2;

/// Why an act on an issuer's document is refused.
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
pub enum IssuerError {
	/// The key is refused.
	#[codec(index = 0)]
	Key(KeyError),
	/// No key would be left that signs attestations now. Add one in the same act, or before.
	#[codec(index = 1)]
	LastAssertionKey,
	/// The issuer has as many keys as its controllers can give it, or in a recovery as it can have.
	#[codec(index = 2)]
	KeysFull,
	/// The issuer has that public key already, if only an ended one.
	#[codec(index = 3)]
	KeyTwice,
	/// The key has ended already, by revocation.
	#[codec(index = 4)]
	KeyEnded,
	/// The key is known to be in other hands since an instant that is as early or earlier.
	#[codec(index = 5)]
	CompromiseNotEarlier,
	/// A compromise since an instant in the future is none.
	#[codec(index = 6)]
	CompromiseInFuture,
	/// A new key signs nothing in the past: let it begin now or later.
	#[codec(index = 7)]
	KeyBackdated,
	/// The last controller cannot be removed.
	#[codec(index = 8)]
	LastController,
	/// It is no controller of the issuer.
	#[codec(index = 9)]
	NotController,
	/// It is a controller of the issuer already.
	#[codec(index = 10)]
	ControllerTwice,
	/// The issuer has as many controllers as it can have.
	#[codec(index = 11)]
	ControllersFull,
	/// Fewer guardians than the quorum, or a quorum below [`LEAST_QUORUM`].
	#[codec(index = 12)]
	QuorumImpossible,
	/// One guardian approves twice.
	#[codec(index = 13)]
	ApprovalTwice,
	/// Somebody approves who is no guardian.
	#[codec(index = 14)]
	NotGuardian,
	/// Fewer guardians approve than the quorum asks for.
	#[codec(index = 15)]
	QuorumMissed,
	/// The version would not be later than the one before, and two would be active at once.
	#[codec(index = 16)]
	VersionNotLater,
	/// No further version can be counted.
	#[codec(index = 17)]
	VersionsExhausted,
	/// The guardians and the quorum are those that the issuer has.
	#[codec(index = 18)]
	RecoveryUnchanged,
	/// The compromise would lie further back than [`LONGEST_COMPROMISE_MILLIS`].
	#[codec(index = 19)]
	CompromiseTooOld,
}

impl From<KeyError> for IssuerError {
	fn from(error: KeyError) -> Self {
		Self::Key(error)
	}
}

stored! {
	/// Who may give the issuer new controllers when it has lost its own.
	pub struct Recovery {
		/// The guardians.
		pub guardians: BoundedBTreeSet<AccountId, ConstU32<MAX_GUARDIANS>>,
		/// How many of them it takes; at least [`LEAST_QUORUM`].
		pub quorum: u32,
	}
}

stored! {
	/// A version of an issuer's document.
	pub struct Issuer {
		/// The version, from one on.
		pub version: u32,
		/// From when it is the active one, until the next one is.
		pub active_from: Instant,
		/// The keys.
		pub keys: BoundedVec<Key, ConstU32<MAX_KEYS>>,
		/// The accounts that change the document; never none.
		pub controllers: BoundedBTreeSet<AccountId, ConstU32<MAX_CONTROLLERS>>,
		/// Who recovers it.
		pub recovery: Recovery,
	}
}

/// How a key ends.
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
pub enum Ending {
	/// It is revoked from now on.
	#[codec(index = 0)]
	Revoked,
	/// It was in other hands since an instant. A later report can name an earlier one only.
	#[codec(index = 1)]
	CompromisedSince(Instant),
}

/// The version of a document that was active at an instant, of versions in their order.
pub fn active_at(versions: &[Issuer], at: Instant) -> Option<&Issuer> {
	versions.iter().rev().find(|version| version.active_from <= at)
}

impl Recovery {
	/// Checks that the quorum can be reached, and not by one alone.
	///
	/// # Errors
	/// * [`IssuerError::QuorumImpossible`].
	pub fn check(&self) -> Result<(), IssuerError> {
		let reachable = usize::try_from(self.quorum).is_ok_and(|m| m <= self.guardians.len());
		if reachable && self.quorum >= LEAST_QUORUM {
			Ok(())
		} else {
			Err(IssuerError::QuorumImpossible)
		}
	}
}

impl Issuer {
	/// The first version: one key that signs attestations, one controller, and who recovers them.
	///
	/// # Errors
	/// * [`IssuerError::Key`], [`IssuerError::KeyBackdated`] - the key is refused.
	/// * [`IssuerError::LastAssertionKey`] - it signs no attestations now.
	/// * [`IssuerError::QuorumImpossible`] - the recovery cannot work.
	/// * [`IssuerError::ControllersFull`], [`IssuerError::KeysFull`] - never, with bounds above zero.
	pub fn open(
		key: Key,
		controller: AccountId,
		recovery: Recovery,
		at: Instant,
	) -> Result<Self, IssuerError> {
		recovery.check()?;
		let mut controllers = BoundedBTreeSet::new();
		controllers.try_insert(controller).map_err(|_| IssuerError::ControllersFull)?;
		let mut issuer =
			Self { version: 1, active_from: at, keys: BoundedVec::new(), controllers, recovery };
		issuer.insert_new(key, at)?;
		issuer.check_signs(at)?;
		Ok(issuer)
	}

	/// Whether a signature by one of the issuer's keys for a purpose held when it was made.
	///
	/// # Errors
	/// * [`KeyError::Unknown`], [`KeyError::WrongPurpose`] - it has no such key.
	/// * Those of [`Key::valid_at`].
	pub fn key_valid_at(&self, id: KeyId, purpose: Purpose, at: Instant) -> Result<(), KeyError> {
		let key = self.keys.iter().find(|key| key.id == id).ok_or(KeyError::Unknown)?;
		if key.purpose != purpose {
			return Err(KeyError::WrongPurpose);
		}
		key.valid_at(at)
	}

	/// Adds a key. Its number, revocation and compromise are set here, whatever it brings.
	///
	/// # Errors
	/// * [`IssuerError::Key`], [`IssuerError::KeyBackdated`], [`IssuerError::KeyTwice`],
	///   [`IssuerError::KeysFull`] - the key is refused.
	/// * [`IssuerError::VersionNotLater`], [`IssuerError::VersionsExhausted`].
	pub fn add_key(&self, key: Key, at: Instant) -> Result<Self, IssuerError> {
		let mut next = self.next(at)?;
		next.insert_new(key, at)?;
		Ok(next)
	}

	/// Ends a key, and puts another in its place if one is given.
	///
	/// # Errors
	/// * [`IssuerError::Key`] - there is no such key, or the new one is refused.
	/// * [`IssuerError::KeyEnded`] - it was revoked already.
	/// * [`IssuerError::CompromiseNotEarlier`], [`IssuerError::CompromiseInFuture`],
	///   [`IssuerError::CompromiseTooOld`].
	/// * [`IssuerError::LastAssertionKey`] - no key would be left that signs attestations now.
	/// * Those of [`Issuer::add_key`].
	pub fn rotate_key(
		&self,
		id: KeyId,
		ending: Ending,
		replacement: Option<Key>,
		at: Instant,
	) -> Result<Self, IssuerError> {
		let mut next = self.next(at)?;
		let ended = next.keys.iter_mut().find(|key| key.id == id).ok_or(KeyError::Unknown)?;
		match ending {
			Ending::Revoked if ended.revoked.is_some() => return Err(IssuerError::KeyEnded),
			Ending::Revoked => ended.revoked = Some(at),
			Ending::CompromisedSince(since) => {
				if since > at {
					return Err(IssuerError::CompromiseInFuture);
				}
				let back = at.checked_millis_since(since);
				if back.is_some_and(|millis| millis > LONGEST_COMPROMISE_MILLIS) {
					return Err(IssuerError::CompromiseTooOld);
				}
				if ended.compromised_since.is_some_and(|known| known <= since) {
					return Err(IssuerError::CompromiseNotEarlier);
				}
				ended.compromised_since = Some(since);
			},
		}
		if let Some(replacement) = replacement {
			next.insert_new(replacement, at)?;
		}
		next.check_signs(at)?;
		Ok(next)
	}

	/// Adds a controller.
	///
	/// # Errors
	/// * [`IssuerError::ControllerTwice`], [`IssuerError::ControllersFull`],
	///   [`IssuerError::VersionNotLater`], [`IssuerError::VersionsExhausted`].
	pub fn add_controller(&self, controller: AccountId, at: Instant) -> Result<Self, IssuerError> {
		let mut next = self.next(at)?;
		match next.controllers.try_insert(controller) {
			Ok(true) => Ok(next),
			Ok(false) => Err(IssuerError::ControllerTwice),
			Err(_) => Err(IssuerError::ControllersFull),
		}
	}

	/// Removes a controller.
	///
	/// # Errors
	/// * [`IssuerError::NotController`], [`IssuerError::LastController`],
	///   [`IssuerError::VersionNotLater`], [`IssuerError::VersionsExhausted`].
	pub fn remove_controller(
		&self,
		controller: &AccountId,
		at: Instant,
	) -> Result<Self, IssuerError> {
		let mut next = self.next(at)?;
		if !next.controllers.remove(controller) {
			return Err(IssuerError::NotController);
		}
		if next.controllers.is_empty() {
			return Err(IssuerError::LastController);
		}
		Ok(next)
	}

	/// Gives the issuer one new controller in place of all that it had, and one new key, by so many
	/// of its guardians as the quorum asks for. Keys that were lost are ended afterwards. If the issuer
	/// has the new key already, the old entry is revoked and a new one made: no controller hinders a
	/// recovery by adding what the guardians have approved.
	///
	/// # Errors
	/// * [`IssuerError::ApprovalTwice`], [`IssuerError::NotGuardian`], [`IssuerError::QuorumMissed`].
	/// * [`IssuerError::LastAssertionKey`] - the new key signs no attestations now.
	/// * [`IssuerError::KeysFull`] - there is no room for another key, not even what is kept for this.
	/// * Those of [`Issuer::add_key`] but [`IssuerError::KeyTwice`].
	pub fn recover(
		&self,
		approvals: &[AccountId],
		controller: AccountId,
		key: Key,
		at: Instant,
	) -> Result<Self, IssuerError> {
		let mut next = self.next(at)?;
		let mut rest = approvals;
		while let Some((approval, others)) = rest.split_first() {
			if others.contains(approval) {
				return Err(IssuerError::ApprovalTwice);
			}
			if !self.recovery.guardians.contains(approval) {
				return Err(IssuerError::NotGuardian);
			}
			rest = others;
		}
		self.recovery.check()?;
		if u32::try_from(approvals.len()).map_or(true, |count| count < self.recovery.quorum) {
			return Err(IssuerError::QuorumMissed);
		}
		next.controllers = BoundedBTreeSet::new();
		next.controllers.try_insert(controller).map_err(|_| IssuerError::ControllersFull)?;
		// The old keys may be in the hands that the recovery is from: they do not count.
		if key.purpose != Purpose::Assertion || key.from > at {
			return Err(IssuerError::LastAssertionKey);
		}
		for old in next.keys.iter_mut().filter(|old| old.public == key.public) {
			old.revoked.get_or_insert(at);
		}
		next.insert(key, at)?;
		Ok(next)
	}

	/// Gives the issuer other guardians, or another quorum of them. Not for its controllers: with a
	/// key that somebody has got hold of, the guardians would be lost as well.
	///
	/// # Errors
	/// * [`IssuerError::QuorumImpossible`], [`IssuerError::RecoveryUnchanged`],
	///   [`IssuerError::VersionNotLater`], [`IssuerError::VersionsExhausted`].
	pub fn set_recovery(&self, recovery: Recovery, at: Instant) -> Result<Self, IssuerError> {
		recovery.check()?;
		if recovery == self.recovery {
			return Err(IssuerError::RecoveryUnchanged);
		}
		Ok(Self { recovery, ..self.next(at)? })
	}

	fn next(&self, at: Instant) -> Result<Self, IssuerError> {
		if at <= self.active_from {
			return Err(IssuerError::VersionNotLater);
		}
		let version = self.version.checked_add(1).ok_or(IssuerError::VersionsExhausted)?;
		Ok(Self { version, active_from: at, ..self.clone() })
	}

	/// Inserts a key that the issuer does not have, where controllers may.
	fn insert_new(&mut self, key: Key, at: Instant) -> Result<(), IssuerError> {
		if self.keys.iter().any(|other| other.public == key.public) {
			return Err(IssuerError::KeyTwice);
		}
		let most = MAX_KEYS.saturating_sub(KEYS_FOR_RECOVERY);
		if u32::try_from(self.keys.len()).map_or(true, |count| count >= most) {
			return Err(IssuerError::KeysFull);
		}
		self.insert(key, at)
	}

	fn insert(&mut self, key: Key, at: Instant) -> Result<(), IssuerError> {
		key.check()?;
		if key.from < at {
			return Err(IssuerError::KeyBackdated);
		}
		let id = u16::try_from(self.keys.len()).map_err(|_| IssuerError::KeysFull)?;
		self.keys
			.try_push(Key { id: KeyId(id), revoked: None, compromised_since: None, ..key })
			.map_err(|_| IssuerError::KeysFull)
	}

	fn check_signs(&self, at: Instant) -> Result<(), IssuerError> {
		let signs = |key: &Key| key.purpose == Purpose::Assertion && key.valid_at(at).is_ok();
		if self.keys.iter().any(signs) {
			Ok(())
		} else {
			Err(IssuerError::LastAssertionKey)
		}
	}
}
