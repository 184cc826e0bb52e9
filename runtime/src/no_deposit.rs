//! A currency for a chain that has none.
//!
//! Several SDK pallets take a currency for their deposits. The implementations for `()` exist only
//! natively, not in wasm, so this one serves them all: every balance is zero, every reservation of
//! zero succeeds, and nothing is ever moved.

use frame_support::traits::{
	fungible::{hold, Dust, Inspect, Mutate, Unbalanced},
	tokens::{
		imbalance::TryMerge, BalanceStatus, DepositConsequence, ExistenceRequirement, Fortitude,
		Preservation, Provenance, WithdrawConsequence, WithdrawReasons,
	},
	Currency, Imbalance, ReservableCurrency, SameOrOther, SignedImbalance, TryDrop,
};
use polity_primitives::AccountId;
use sp_runtime::{DispatchError, DispatchResult};

use crate::RuntimeHoldReason;

/// The currency of a chain without a coin.
pub struct NoDeposit;

/// The imbalance of a currency that has no amounts.
#[derive(Default)]
pub struct NoImbalance;

impl TryDrop for NoImbalance {
	fn try_drop(self) -> Result<(), Self> {
		Ok(())
	}
}

impl TryMerge for NoImbalance {
	fn try_merge(self, _other: Self) -> Result<Self, (Self, Self)> {
		Ok(self)
	}
}

impl Imbalance<u128> for NoImbalance {
	type Opposite = Self;

	fn zero() -> Self {
		Self
	}

	fn drop_zero(self) -> Result<(), Self> {
		Ok(())
	}

	fn split(self, _amount: u128) -> (Self, Self) {
		(Self, Self)
	}

	fn extract(&mut self, _amount: u128) -> Self {
		Self
	}

	fn merge(self, _other: Self) -> Self {
		self
	}

	fn subsume(&mut self, _other: Self) {}

	fn offset(self, _other: Self) -> SameOrOther<Self, Self> {
		SameOrOther::None
	}

	fn peek(&self) -> u128 {
		0
	}
}

impl Inspect<AccountId> for NoDeposit {
	type Balance = u128;

	fn total_issuance() -> u128 {
		0
	}

	fn minimum_balance() -> u128 {
		0
	}

	fn total_balance(_: &AccountId) -> u128 {
		0
	}

	fn balance(_: &AccountId) -> u128 {
		0
	}

	fn reducible_balance(_: &AccountId, _: Preservation, _: Fortitude) -> u128 {
		0
	}

	fn can_deposit(_: &AccountId, _: u128, _: Provenance) -> DepositConsequence {
		DepositConsequence::Success
	}

	fn can_withdraw(_: &AccountId, _: u128) -> WithdrawConsequence<u128> {
		WithdrawConsequence::Success
	}
}

impl Unbalanced<AccountId> for NoDeposit {
	fn handle_dust(_: Dust<AccountId, Self>) {}

	fn write_balance(_: &AccountId, _: u128) -> Result<Option<u128>, DispatchError> {
		Ok(None)
	}

	fn set_total_issuance(_: u128) {}
}

impl Mutate<AccountId> for NoDeposit {}

impl hold::Inspect<AccountId> for NoDeposit {
	type Reason = RuntimeHoldReason;

	fn total_balance_on_hold(_: &AccountId) -> u128 {
		0
	}

	fn balance_on_hold(_: &RuntimeHoldReason, _: &AccountId) -> u128 {
		0
	}
}

impl hold::Unbalanced<AccountId> for NoDeposit {
	fn set_balance_on_hold(_: &RuntimeHoldReason, _: &AccountId, _: u128) -> DispatchResult {
		Ok(())
	}
}

impl hold::Mutate<AccountId> for NoDeposit {}

impl Currency<AccountId> for NoDeposit {
	type Balance = u128;
	type PositiveImbalance = NoImbalance;
	type NegativeImbalance = NoImbalance;

	fn total_balance(_: &AccountId) -> u128 {
		0
	}

	fn can_slash(_: &AccountId, _: u128) -> bool {
		false
	}

	fn total_issuance() -> u128 {
		0
	}

	fn minimum_balance() -> u128 {
		0
	}

	fn burn(_: u128) -> NoImbalance {
		NoImbalance
	}

	fn issue(_: u128) -> NoImbalance {
		NoImbalance
	}

	fn free_balance(_: &AccountId) -> u128 {
		0
	}

	fn ensure_can_withdraw(_: &AccountId, _: u128, _: WithdrawReasons, _: u128) -> DispatchResult {
		Ok(())
	}

	fn transfer(_: &AccountId, _: &AccountId, _: u128, _: ExistenceRequirement) -> DispatchResult {
		Ok(())
	}

	/// Nothing can be slashed: the whole value is what was not.
	fn slash(_: &AccountId, value: u128) -> (NoImbalance, u128) {
		(NoImbalance, value)
	}

	fn deposit_into_existing(_: &AccountId, _: u128) -> Result<NoImbalance, DispatchError> {
		Ok(NoImbalance)
	}

	fn deposit_creating(_: &AccountId, _: u128) -> NoImbalance {
		NoImbalance
	}

	fn withdraw(
		_: &AccountId,
		_: u128,
		_: WithdrawReasons,
		_: ExistenceRequirement,
	) -> Result<NoImbalance, DispatchError> {
		Ok(NoImbalance)
	}

	fn make_free_balance_be(_: &AccountId, _: u128) -> SignedImbalance<u128, NoImbalance> {
		SignedImbalance::Positive(NoImbalance)
	}
}

impl ReservableCurrency<AccountId> for NoDeposit {
	fn can_reserve(_: &AccountId, _: u128) -> bool {
		true
	}

	fn slash_reserved(_: &AccountId, value: u128) -> (NoImbalance, u128) {
		(NoImbalance, value)
	}

	fn reserved_balance(_: &AccountId) -> u128 {
		0
	}

	fn reserve(_: &AccountId, _: u128) -> DispatchResult {
		Ok(())
	}

	/// Nothing was reserved: the whole value is what could not be given back.
	fn unreserve(_: &AccountId, value: u128) -> u128 {
		value
	}

	fn repatriate_reserved(
		_: &AccountId,
		_: &AccountId,
		value: u128,
		_: BalanceStatus,
	) -> Result<u128, DispatchError> {
		Ok(value)
	}
}
