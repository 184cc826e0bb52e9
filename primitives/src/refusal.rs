//! The custom codes by which a transaction is refused at the pool's door, before any call runs.
//! polkadot.js shows them as `1010: Invalid Transaction: Custom error: N`; `client/` turns them into
//! their name and remedy.

/// Why a transaction is refused before it is run.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Refusal {
	/// The signer is nobody that the chain knows. Enrol the account, or sign with one that is.
	UnknownSigner,
	/// The signer has used up its allowance of this period. Send it again in the next.
	AllowanceExhausted,
	/// The signer's ministry has used up its allowance of this period. Send it again in the next.
	MinistryAllowanceExhausted,
	/// The signer has as much waiting in the pool as its allowance can carry. Wait for a block.
	TooMuchWaiting,
	/// The transaction would be valid for ever. Give it an era of at most
	/// `BlockHashCount` blocks.
	Immortal,
	/// The transaction alone is larger than a whole period's allowance: split it.
	LargerThanAllowance,
	/// This chain does not take the call, or the council has paused it. It would enter a block only
	/// to fail there.
	CallNotAvailable,
}

impl Refusal {
	/// The code that the pool answers with.
	pub const fn code(self) -> u8 {
		match self {
			Self::UnknownSigner => 1,
			Self::AllowanceExhausted => 2,
			Self::MinistryAllowanceExhausted => 3,
			Self::TooMuchWaiting => 4,
			Self::Immortal => 5,
			Self::LargerThanAllowance => 6,
			Self::CallNotAvailable => 7,
		}
	}
}

impl From<Refusal> for sp_runtime::transaction_validity::TransactionValidityError {
	fn from(refusal: Refusal) -> Self {
		sp_runtime::transaction_validity::InvalidTransaction::Custom(refusal.code()).into()
	}
}
