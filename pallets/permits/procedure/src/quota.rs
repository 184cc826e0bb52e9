//! How many permits of a type run at once.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

use crate::error::PermitError;

/// The places of a type that are taken. Silence takes a place as an officer does, and takes it when the
/// dossier is complete, so that it is there when the time is over.
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
	/// Those of applications that are not decided.
	pub reserved: u32,
	/// Those of permits that are running.
	pub running: u32,
}

impl Quota {
	/// How many places are taken.
	pub const fn taken(self) -> u32 {
		self.reserved.saturating_add(self.running)
	}

	/// With a place taken for an application.
	///
	/// # Errors
	/// [`PermitError::QuotaExhausted`] if as many are taken as there may be.
	pub fn reserved(self, most: Option<u32>) -> Result<Self, PermitError> {
		let all = self.reserved.checked_add(self.running).and_then(|all| all.checked_add(1));
		let all = all.ok_or(PermitError::QuotaExhausted)?;
		if most.is_some_and(|most| all > most) {
			return Err(PermitError::QuotaExhausted);
		}
		Ok(Self { reserved: self.reserved.saturating_add(1), ..self })
	}

	/// With a place of an application given back.
	///
	/// # Errors
	/// [`PermitError::PlaceNotReserved`].
	pub fn released(self) -> Result<Self, PermitError> {
		let reserved = self.reserved.checked_sub(1).ok_or(PermitError::PlaceNotReserved)?;
		Ok(Self { reserved, ..self })
	}

	/// With the place of an application become that of its permit.
	///
	/// # Errors
	/// [`PermitError::PlaceNotReserved`].
	pub fn granted(self) -> Result<Self, PermitError> {
		let released = self.released()?;
		Ok(Self { running: self.running.saturating_add(1), ..released })
	}

	/// With the place of a permit that has ended given back.
	pub const fn given_back(self) -> Self {
		Self { running: self.running.saturating_sub(1), ..self }
	}

	/// With the place of a permit that was overturned kept for the decision that follows.
	pub const fn overturned(self) -> Self {
		Self { reserved: self.reserved.saturating_add(1), ..self.given_back() }
	}
}
