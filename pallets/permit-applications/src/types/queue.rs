//! The queue of what the chain does by its clock.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::{ids::ApplicationId, time::Instant};
use scale_info::TypeInfo;

/// How long the chain waits before it tries again what it could not do, in milliseconds: an hour.
pub const RETRY_MILLIS: u64 = 3_600_000;

/// How many rows that come later one block looks at again.
pub const LOOKED_AT_PER_BLOCK: u32 = 4;

/// A row of the queue: an instant and an application. Its bytes are big-endian, so that the state has
/// the rows in the order of time, and those of one instant in the order of counting.
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
pub struct DueKey {
	instant: [u8; 8],
	application: [u8; 8],
}

impl DueKey {
	/// The row of an application at an instant.
	pub const fn new(instant: Instant, application: ApplicationId) -> Self {
		Self {
			instant: instant.as_millis().to_be_bytes(),
			application: application.0.to_be_bytes(),
		}
	}

	/// When it is looked at.
	pub const fn instant(self) -> Instant {
		Instant::from_millis(u64::from_be_bytes(self.instant))
	}

	/// The application.
	pub const fn application(self) -> ApplicationId {
		ApplicationId(u64::from_be_bytes(self.application))
	}
}
