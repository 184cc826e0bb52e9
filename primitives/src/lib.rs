//! What every part of Polity shares: the chain's own types, the ids of the registers, who acts
//! ([`Party`], [`Warrant`]), what an act is ([`Act`], [`Entry`]), time, commitments, code lists and
//! the traits through which the pallets see each other.
//!
//! Nothing here has storage of its own: the rules are plain functions, [`record::append`] writes into
//! the storage that a pallet hands it, and [`keep_account`] into the SDK's accounts.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

/// A type decodes as what it is made of, through the function that makes it: what cannot be one never
/// enters a call.
macro_rules! checked_decode {
	($name:ident::$new:ident($raw:ty), $message:literal) => {
		impl codec::Decode for $name {
			fn decode<I: codec::Input>(input: &mut I) -> Result<Self, codec::Error> {
				let raw = <$raw as codec::Decode>::decode(input)?;
				Self::$new(raw).map_err(|_| codec::Error::from($message))
			}
		}
	};
}

pub mod account;
pub mod act;
pub mod api;
pub mod check_characters;
pub mod code_list;
pub mod commitment;
pub mod controller_proof;
pub mod ids;
pub mod merkle;
pub mod office;
pub mod party;
pub mod preparation;
pub mod record;
pub mod refusal;
pub mod time;
pub mod traits;

pub use account::keep_account;
pub use act::{Act, LegalBasis, RequestId, RequestScope, RuleVersion};
pub use commitment::{Commitment, DocumentCommitment, HashAlgorithm};
pub use controller_proof::ControllerProof;
pub use ids::{CompanyNumber, District, Lei, MandateId, MinistryId, ParcelNumber, Tag, UnitNumber};
pub use office::{CompetenceKind, Power, Powers, Register, SeparationError, Signatory, Warrant};
pub use party::{ActKind, Capacity, Party, StandingError};
pub use record::{Entry, Head, RecordKind};

use sp_runtime::{
	generic,
	traits::{BlakeTwo256, IdentifyAccount, Verify},
	MultiAddress, MultiSignature, OpaqueExtrinsic,
};

/// A transaction's signature: sr25519, ed25519 or ECDSA (decision record 0005).
pub type Signature = MultiSignature;
/// The public key behind a [`Signature`].
pub type AccountPublic = <Signature as Verify>::Signer;
/// An account: 32 bytes, shown in SS58 form.
pub type AccountId = <AccountPublic as IdentifyAccount>::AccountId;
/// How a transaction names an account.
pub type Address = MultiAddress<AccountId, ()>;
/// How many transactions an account has sent.
pub type Nonce = u32;
/// A block's height.
pub type BlockNumber = u32;
/// A hash of the chain: BLAKE2b with 32 bytes.
pub type Hash = sp_core::H256;
/// A block's header.
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;

/// The SS58 prefix of every address of a Polity network, the same in the runtime's constant and in
/// the chain specification. 42 is the registry's prefix for networks without one of their own.
pub const SS58_PREFIX: u16 = 42;

/// The types that the node knows: it never looks inside a transaction.
pub mod opaque {
	use super::*;

	/// A block whose transactions are plain bytes.
	pub type Block = generic::Block<Header, OpaqueExtrinsic>;
	/// A block's number or hash.
	pub type BlockId = generic::BlockId<Block>;
}
