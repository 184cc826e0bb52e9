//! Whether a compressed point of P-256 or P-384 is one: what every reader of the key would find out
//! too late.

use sp_core::U512;

/// A curve `y^2 = x^3 - 3x + b` over a prime field, of prime order.
pub(crate) struct Curve {
	prime: U512,
	b: U512,
}

/// NIST P-256 (FIPS 186-5).
pub(crate) const P256: Curve = Curve {
	prime: U512([
		0xffff_ffff_ffff_ffff,
		0x0000_0000_ffff_ffff,
		0x0000_0000_0000_0000,
		0xffff_ffff_0000_0001,
		0,
		0,
		0,
		0,
	]),
	b: U512([
		0x3bce_3c3e_27d2_604b,
		0x651d_06b0_cc53_b0f6,
		0xb3eb_bd55_7698_86bc,
		0x5ac6_35d8_aa3a_93e7,
		0,
		0,
		0,
		0,
	]),
};

/// NIST P-384 (FIPS 186-5).
pub(crate) const P384: Curve = Curve {
	prime: U512([
		0x0000_0000_ffff_ffff,
		0xffff_ffff_0000_0000,
		0xffff_ffff_ffff_fffe,
		0xffff_ffff_ffff_ffff,
		0xffff_ffff_ffff_ffff,
		0xffff_ffff_ffff_ffff,
		0,
		0,
	]),
	b: U512([
		0x2a85_c8ed_d3ec_2aef,
		0xc656_398d_8a2e_d19d,
		0x0314_088f_5013_875a,
		0x181d_9c6e_fe81_4112,
		0x988e_056b_e3f8_2d19,
		0xb331_2fa7_e23e_e7e4,
		0,
		0,
	]),
};

/// Whether a coordinate, big-endian, is that of a point: it is below the prime, and what `y` squared
/// would be is a square. The field has 384 bits at most, so that no sum here overflows.
pub(crate) fn has_point(curve: &Curve, coordinate: &[u8]) -> bool {
	let x = U512::from_big_endian(coordinate);
	if x >= curve.prime {
		return false;
	}
	let prime = curve.prime;
	let cube = multiply(multiply(x, x, prime), x, prime);
	let triple = add(add(x, x, prime), x, prime);
	let square = add(subtract(cube, triple, prime), curve.b, prime);
	is_square(square, prime)
}

fn add(left: U512, right: U512, prime: U512) -> U512 {
	let sum = left.saturating_add(right);
	sum.checked_sub(prime).unwrap_or(sum)
}

fn subtract(left: U512, right: U512, prime: U512) -> U512 {
	left.checked_sub(right).unwrap_or_else(|| left.saturating_add(prime).saturating_sub(right))
}

/// By doubling and adding, from the highest bit down.
fn multiply(left: U512, right: U512, prime: U512) -> U512 {
	(0..right.bits()).rev().fold(U512::zero(), |sum, bit| {
		let doubled = add(sum, sum, prime);
		if right.bit(bit) {
			add(doubled, left, prime)
		} else {
			doubled
		}
	})
}

/// Whether Jacobi's symbol is one: the number is a square and not zero. No point of a curve of prime
/// order has zero for its `y`.
fn is_square(number: U512, prime: U512) -> bool {
	let (mut numerator, mut modulus, mut is_one) = (number, prime, true);
	while !numerator.is_zero() {
		let low = modulus.low_u64();
		while !numerator.bit(0) {
			numerator = numerator.checked_div(U512::from(2u8)).unwrap_or_default();
			if matches!(low % 8, 3 | 5) {
				is_one = !is_one;
			}
		}
		if numerator.low_u64() % 4 == 3 && low % 4 == 3 {
			is_one = !is_one;
		}
		core::mem::swap(&mut numerator, &mut modulus);
		numerator = numerator.checked_rem(modulus).unwrap_or_default();
	}
	is_one && modulus == U512::one()
}
