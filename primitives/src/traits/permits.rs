//! What the registers of permits tell each other, and what they ask others.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{dispatch::DispatchResult, weights::Weight};
use scale_info::TypeInfo;
use sp_runtime::DispatchError;

use crate::{
	act::Act,
	code_list::Activity,
	commitment::Commitment,
	ids::{CompanyNumber, District, MandateId, MinistryId, PermitNumber, PermitTypeId, UnitNumber},
	office::Register,
	party::Party,
	time::CalendarDate,
	Hash,
};

/// Who holds, or applies for, a permit.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum PermitHolder {
	/// A party that is readable: a company, a public body, a ministry, or a person by its tag of the
	/// register of permits.
	#[codec(index = 0)]
	Party(Party),
	/// A natural person whose permit nobody can find by the person (weapons, health, social benefits).
	#[codec(index = 1)]
	Personal(PersonalHolder),
}

/// A natural person without any tag: what it holds is opened by itself alone.
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
pub struct PersonalHolder {
	/// The salted commitment to the holder and the content, fresh for each permit.
	pub commitment: Commitment,
	/// One value for each person, type and period, computed off the chain under a key of the authority:
	/// the same person in the same period has the same one, and nobody else can tell whose it is.
	pub nullifier: Hash,
}

/// By what a permit is known.
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
pub enum PermitReference {
	/// A readable permit, by its number.
	#[codec(index = 0)]
	Numbered(PermitNumber),
	/// A permit of a natural person, by its commitment.
	#[codec(index = 1)]
	Personal(Commitment),
}

/// What a decision, or silence, grants.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Grant<Conditions> {
	/// The type.
	pub kind: PermitTypeId,
	/// The version of the type by which the application went.
	pub version: u32,
	/// Who holds it.
	pub holder: PermitHolder,
	/// The unit of land for which it is, if it is for one.
	pub site: Option<UnitNumber>,
	/// Its first day.
	pub valid_from: CalendarDate,
	/// The day from which it is not valid any more; none for as long as the type allows: without an end
	/// where that has none, else the longest.
	pub valid_to: Option<CalendarDate>,
	/// On what it is granted.
	pub conditions: Conditions,
}

/// Types of permits, and the permits that are granted. Kept by `permits`, asked by
/// `permit-applications`.
///
/// Places: where a type has a quota, a place is taken by [`Self::reserve`] when a dossier is complete,
/// and is the permit's own from [`Self::grant`] on, so that a decision, also by silence, always finds
/// one. [`Self::release`] gives back one that led to no permit.
pub trait PermitRegister {
	/// What the law says of a type.
	type Terms;
	/// What a permit is granted on.
	type Conditions;

	/// The version of a type by which an application that begins today goes; none if there is no such
	/// type or it takes no applications any more.
	fn version_in_force(kind: PermitTypeId) -> Option<u32>;

	/// The terms of a version of a type.
	fn terms(kind: PermitTypeId, version: u32) -> Option<Self::Terms>;

	/// The district in which a type is kept: whose ministry is the authority.
	fn district(kind: PermitTypeId) -> Option<District>;

	/// That somebody may hold a permit: is in standing and has every prerequisite that the chain can
	/// check, and has no running permit of the same type and site.
	///
	/// # Errors
	/// A named error of `permits`.
	fn ensure_may_hold(
		kind: PermitTypeId,
		version: u32,
		holder: &PermitHolder,
		site: Option<UnitNumber>,
	) -> DispatchResult;

	/// Takes a place under the quota of a type, and a personal holder's nullifier.
	///
	/// # Errors
	/// A named error of `permits`: no place is free, or the nullifier was used.
	fn reserve(kind: PermitTypeId, version: u32, holder: &PermitHolder) -> DispatchResult;

	/// Gives back a place that was reserved and led to no permit.
	fn release(kind: PermitTypeId, version: u32, holder: &PermitHolder);

	/// Grants a permit in a place that was reserved. The entry has the act and the mandate of the officer
	/// who decided; neither where silence grants. A holder that has lost what the type demands gets a
	/// permit that cannot be used until it has it again.
	///
	/// # Errors
	/// A named error of `permits`: ends before it begins, or later than the type, the lease or the holder
	/// allows; numbers exhausted.
	fn grant(
		grant: Grant<Self::Conditions>,
		decided_by: Option<(&Act, MandateId)>,
	) -> Result<PermitReference, DispatchError>;

	/// Ends a permit whose grant an appeal has overturned, or the renewal of it that is running. Its place is
	/// reserved for the decision that follows; where nothing runs any more, another one is.
	///
	/// # Errors
	/// A named error of `permits`: no such permit, it was overturned before, or no place is free.
	fn overturn(permit: PermitReference, act: &Act, mandate: MandateId) -> DispatchResult;

	/// Gives a permit other conditions and another end, as an appeal has decided.
	///
	/// # Errors
	/// A named error of `permits`: no such permit, it has ended, or those of [`Self::grant`].
	fn vary(
		permit: PermitReference,
		valid_to: Option<CalendarDate>,
		conditions: Self::Conditions,
		act: &Act,
		mandate: MandateId,
	) -> DispatchResult;

	/// The most that [`Self::ensure_may_hold`] and [`Self::reserve`] cost together.
	fn reserve_weight() -> Weight;

	/// The most that [`Self::grant`], [`Self::overturn`] or [`Self::vary`] costs.
	fn grant_weight() -> Weight;

	/// Sets a type that grants by silence after one day and has every prerequisite that costs, for
	/// benchmarks, with a holder that fulfils them and a site. It needs a fee and has a period for
	/// completeness, an extension, days for questions, and an appeal. A ministry is asked by its officers
	/// of the land register.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_type_for_benchmark(
		asked: MinistryId,
	) -> (PermitTypeId, PermitHolder, Option<UnitNumber>);
}

/// Rights of parties in units of land, for those who demand one. Kept by `land-register`.
///
/// A party here is a company, a public body or a ministry. A natural person's tag of the land register
/// must not meet its tag of another register, so that of persons an officer attests the right.
pub trait LandRights {
	/// Whether a party owns, wholly or in part, or leases or may otherwise use a unit today, and the day
	/// from which that right is over, if it ends. None without a right.
	fn right_in(party: &Party, unit: UnitNumber) -> Option<RightInUnit>;

	/// Makes a company the owner of a unit, for benchmarks.
	#[cfg(feature = "runtime-benchmarks")]
	fn give_for_benchmark(company: CompanyNumber) -> UnitNumber;
}

/// A right of a party in a unit.
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
pub struct RightInUnit {
	/// The day from which it is over; none if it has no end.
	pub ends: Option<CalendarDate>,
}

/// Attestations about parties that are readable. Kept by `attestations`.
pub trait PartyAttestations {
	/// Whether a company, a public body or a ministry has an attestation of a schema that is valid now.
	fn is_attested(party: &Party, schema: u32) -> bool;
}

/// Which ministry keeps a register: the authority for what is applied for there. Kept by `mandates`.
pub trait Keepers {
	/// The ministry that keeps a register in a district: the district's own, or else the country's.
	fn keeper(register: Register, district: District) -> Option<MinistryId>;
}

/// Permits of companies, for registers in which an activity needs a licence. Kept by `permits`.
pub trait Licences {
	/// Whether an activity needs a permit that a company does not have, or that it cannot use now. A
	/// company that is only being founded has none.
	fn lacks_licence(company: Option<CompanyNumber>, activity: &Activity) -> bool;

	/// The most that [`Self::lacks_licence`] costs.
	fn licence_weight() -> Weight {
		Weight::zero()
	}
}

/// No activity needs a licence: for a register of companies without one of permits.
impl Licences for () {
	fn lacks_licence(_: Option<CompanyNumber>, _: &Activity) -> bool {
		false
	}
}
