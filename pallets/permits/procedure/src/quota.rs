//! How many permits of a type run at once.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

use crate::error::PermitError;

/// The permits of a type that are running. Silence takes a place as an officer does.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Quota {
	/// How many are running.
	pub running: u32,
}

impl Quota {
	/// With one permit more.
	///
	/// # Errors
	/// [`PermitError::QuotaExhausted`] if as many are running as there may be.
	pub fn taken(self, most: Option<u32>) -> Result<Self, PermitError> {
		let running = self.running.checked_add(1).ok_or(PermitError::QuotaExhausted)?;
		match most {
			Some(most) if running > most => Err(PermitError::QuotaExhausted),
			_ => Ok(Self { running }),
		}
	}

	/// With one permit less.
	pub const fn given_back(self) -> Self {
		Self { running: self.running.saturating_sub(1) }
	}
}
