//! Amounts: products and parts of numbers of shares, none of which can overflow.

/// What shares are worth at their nominal value: at most (2^64 - 1)^2, which is less than 2^128.
pub(crate) fn value(nominal: u64, shares: u64) -> u128 {
	// Never saturates.
	u128::from(nominal).saturating_mul(u128::from(shares))
}

/// The part of an amount that falls to `part` of `whole` shares, rounded down; none when there is
/// no share, or the part is more than the whole.
///
/// The product of amount and part may need 192 bits, so the amount for each share and what remains
/// of the division are multiplied one by one. Neither product is more than the amount or 2^128.
pub(crate) fn part_of(amount: u128, part: u64, whole: u64) -> Option<u128> {
	if part > whole {
		return None;
	}
	let (part, whole) = (u128::from(part), u128::from(whole));
	let each = amount.checked_div(whole)?;
	let rest = amount.checked_rem(whole)?;
	each.checked_mul(part)?.checked_add(rest.checked_mul(part)?.checked_div(whole)?)
}

/// The quotient of two numbers if the division leaves no remainder.
pub(crate) fn divided<Number: Into<u128>>(number: Number, by: u64) -> Option<u128> {
	let (number, by) = (number.into(), u128::from(by));
	(number.checked_rem(by)? == 0).then(|| number.checked_div(by)).flatten()
}
