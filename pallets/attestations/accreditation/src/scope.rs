//! What an accreditation covers: schemas, a district, a level of assurance and a period.

use bounded_collections::{BoundedBTreeSet, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::{time::Instant, District};
use scale_info::TypeInfo;

/// The most schemas that one accreditation covers.
pub const MAX_SCHEMAS: u32 = 32;

/// A schema, in all its versions.
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
pub struct SchemaId(pub u32);

/// How sure an issuer is of whom it attests: the levels of assurance of Regulation (EU) No 910/2014
/// (eIDAS), article 8, from the lowest to the highest.
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
pub enum Level {
	/// A limited degree of confidence.
	#[codec(index = 0)]
	Low,
	/// A substantial degree of confidence.
	#[codec(index = 1)]
	Substantial,
	/// A higher degree of confidence than substantial.
	#[codec(index = 2)]
	High,
}

/// Why a scope is refused.
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
pub enum ScopeError {
	/// The scope names no schema. Name at least one.
	#[codec(index = 0)]
	NoSchema,
	/// The period ends before it begins, or with its beginning. Give a later end.
	#[codec(index = 1)]
	PeriodEmpty,
	/// A schema is outside the wider scope. Leave it out.
	#[codec(index = 2)]
	SchemaBeyond,
	/// The district is outside that of the wider scope. Take its district, or one inside it.
	#[codec(index = 3)]
	DistrictBeyond,
	/// The level of assurance is above that of the wider scope. Lower it.
	#[codec(index = 4)]
	LevelBeyond,
	/// The period begins before or ends after that of the wider scope. Shorten it.
	#[codec(index = 5)]
	PeriodBeyond,
}

stored! {
	/// What an accreditation covers.
	pub struct Scope {
		/// The schemas; at least one, at most [`MAX_SCHEMAS`].
		pub schemas: BoundedBTreeSet<SchemaId, ConstU32<MAX_SCHEMAS>>,
		/// Where; [`District::NATIONAL`] is everywhere, and every other district is inside it alone.
		pub district: District,
		/// The highest level of assurance.
		pub highest: Level,
		/// The first instant, in milliseconds of block time.
		pub from: Instant,
		/// The end, in milliseconds of block time: the first instant that is outside.
		pub until: Instant,
	}
}

/// Whether the first district has the second one in it.
pub(crate) fn covers(wider: District, district: District) -> bool {
	wider == District::NATIONAL || wider == district
}

impl Scope {
	/// Checks the scope alone.
	///
	/// # Errors
	/// * [`ScopeError::NoSchema`], [`ScopeError::PeriodEmpty`].
	pub fn check(&self) -> Result<(), ScopeError> {
		if self.schemas.is_empty() {
			return Err(ScopeError::NoSchema);
		}
		if self.until <= self.from {
			return Err(ScopeError::PeriodEmpty);
		}
		Ok(())
	}

	/// Checks that the scope exceeds a wider one in nothing.
	///
	/// # Errors
	/// * [`ScopeError::SchemaBeyond`], [`ScopeError::DistrictBeyond`], [`ScopeError::LevelBeyond`],
	///   [`ScopeError::PeriodBeyond`] - where it does.
	pub fn check_within(&self, wider: &Self) -> Result<(), ScopeError> {
		if !self.schemas.iter().all(|schema| wider.schemas.contains(schema)) {
			return Err(ScopeError::SchemaBeyond);
		}
		if !covers(wider.district, self.district) {
			return Err(ScopeError::DistrictBeyond);
		}
		if self.highest > wider.highest {
			return Err(ScopeError::LevelBeyond);
		}
		if self.from < wider.from || self.until > wider.until {
			return Err(ScopeError::PeriodBeyond);
		}
		Ok(())
	}
}
