//! Offices: registers, powers, and the warrant under which an officer acts.

use codec::{Decode, DecodeWithMemTracking, Encode, Error as CodecError, Input, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

use crate::ids::{District, MandateId, MinistryId, Tag};

/// A register of the state. A tag, a mandate and a competence belong to exactly one.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	Ord,
	PartialOrd,
	Hash,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub enum Register {
	/// Persons, their tags and who controls them.
	#[codec(index = 0)]
	Identity,
	/// Who holds public office. Officers and seat holders are known by their tag in this register,
	/// so that maker and checker can be compared without a tag of any other register.
	#[codec(index = 1)]
	PublicOffice,
	/// Companies.
	#[codec(index = 2)]
	Business,
	/// Parcels and the rights in them.
	#[codec(index = 3)]
	Land,
	/// Permits and licences.
	#[codec(index = 4)]
	Permits,
	/// Accreditations and attestations.
	#[codec(index = 5)]
	Attestations,
}

impl Register {
	/// Every register, in the order of their codes.
	pub const ALL: [Self; 6] = [
		Self::Identity,
		Self::PublicOffice,
		Self::Business,
		Self::Land,
		Self::Permits,
		Self::Attestations,
	];
}

/// One thing that a mandate allows. The set is closed.
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
	Serialize,
	Deserialize,
)]
pub enum Power {
	/// Prepare and examine acts of the register.
	#[codec(index = 0)]
	Examine,
	/// Decide what another officer has examined.
	#[codec(index = 1)]
	Decide,
	/// Record an existing register (import campaigns).
	#[codec(index = 2)]
	RecordExisting,
	/// Freeze and release as a court.
	#[codec(index = 3)]
	FreezeAsCourt,
	/// Record deeds as a notary.
	#[codec(index = 4)]
	Notarise,
	/// Survey land.
	#[codec(index = 5)]
	Survey,
	/// Accredit issuers.
	#[codec(index = 6)]
	Accredit,
	/// Certify extracts.
	#[codec(index = 7)]
	Certify,
}

impl Power {
	/// Every power, in the order of their codes.
	pub const ALL: [Self; 8] = [
		Self::Examine,
		Self::Decide,
		Self::RecordExisting,
		Self::FreezeAsCourt,
		Self::Notarise,
		Self::Survey,
		Self::Accredit,
		Self::Certify,
	];

	/// The competence that a ministry needs so that its officers can hold this power.
	pub const fn competence(self) -> CompetenceKind {
		match self {
			Self::Examine | Self::Decide | Self::RecordExisting => CompetenceKind::Keeper,
			Self::FreezeAsCourt => CompetenceKind::Court,
			Self::Notarise => CompetenceKind::Notary,
			Self::Survey => CompetenceKind::Surveyor,
			Self::Accredit => CompetenceKind::Accreditor,
			Self::Certify => CompetenceKind::Certifier,
		}
	}

	const fn bit(self) -> u16 {
		match self {
			Self::Examine => 1,
			Self::Decide => 2,
			Self::RecordExisting => 4,
			Self::FreezeAsCourt => 8,
			Self::Notarise => 16,
			Self::Survey => 32,
			Self::Accredit => 64,
			Self::Certify => 128,
		}
	}
}

/// In what role a ministry is competent in a register and district. For each there is one ministry,
/// so a register has one writer, and a court or a notary can be of another ministry than it.
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
	Serialize,
	Deserialize,
)]
pub enum CompetenceKind {
	/// Keeps the register: the one writer.
	#[codec(index = 0)]
	Keeper,
	/// Speaks as a court.
	#[codec(index = 1)]
	Court,
	/// Appoints notaries.
	#[codec(index = 2)]
	Notary,
	/// Appoints surveyors.
	#[codec(index = 3)]
	Surveyor,
	/// Accredits issuers.
	#[codec(index = 4)]
	Accreditor,
	/// Certifies extracts.
	#[codec(index = 5)]
	Certifier,
}

/// A set of [`Power`]s. Decoding refuses a bit that is no power.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	Eq,
	PartialEq,
	Encode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct Powers(u16);

impl Powers {
	/// No power at all.
	pub const NONE: Self = Self(0);

	/// The set of the given powers.
	pub fn of(powers: &[Power]) -> Self {
		Self(powers.iter().fold(0, |bits, power| bits | power.bit()))
	}

	/// Whether the power is in the set.
	pub const fn contains(self, power: Power) -> bool {
		self.0 & power.bit() != 0
	}

	/// Whether the set is empty.
	pub const fn is_empty(self) -> bool {
		self.0 == 0
	}

	/// The powers of the set, in the order of their codes.
	pub fn iter(self) -> impl Iterator<Item = Power> {
		Power::ALL.into_iter().filter(move |power| self.contains(*power))
	}
}

impl Decode for Powers {
	fn decode<I: Input>(input: &mut I) -> Result<Self, CodecError> {
		let bits = u16::decode(input)?;
		if bits & !Self::of(&Power::ALL).0 == 0 {
			Ok(Self(bits))
		} else {
			Err(CodecError::from("a power that does not exist"))
		}
	}
}

/// Who put their name to something: the key, and the person who holds it, by the tag of the public
/// office register.
#[derive(
	Clone,
	Debug,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct Signatory<AccountId> {
	/// The key.
	pub account: AccountId,
	/// The person, by the tag of [`Register::PublicOffice`].
	pub person: Tag,
}

impl<AccountId: PartialEq> Signatory<AccountId> {
	/// Whether it is the same key or the same person.
	pub fn is_same_as(&self, other: &Self) -> bool {
		self.account == other.account || self.person == other.person
	}
}

/// What an officer has shown before it acts: its mandate, for whom, and who granted it.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Warrant<AccountId> {
	/// The mandate that the officer acts under.
	pub mandate: MandateId,
	/// The ministry that it acts for.
	pub ministry: MinistryId,
	/// The district that the mandate is for.
	pub district: District,
	/// The officer.
	pub officer: Signatory<AccountId>,
	/// The two keys of the seat that granted the mandate, in the order in which they signed.
	pub granted_by: [Signatory<AccountId>; 2],
}

/// Why two warrants are not those of a maker and a checker.
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
	frame_support::PalletError,
)]
pub enum SeparationError {
	/// The same key made and checks the act.
	#[codec(index = 0)]
	SameAccount,
	/// The same person made and checks the act, with two keys.
	#[codec(index = 1)]
	SamePerson,
	/// One of the two granted the other's mandate.
	#[codec(index = 2)]
	GrantedByTheOther,
}

impl fmt::Display for SeparationError {
	fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
		formatter.write_str(match self {
			Self::SameAccount => "the account that prepared the act cannot decide it",
			Self::SamePerson => "the person who prepared the act cannot decide it",
			Self::GrantedByTheOther => "one of the two granted the other's mandate",
		})
	}
}

/// Maker and checker are two people: neither the key nor the person is the same, and neither
/// granted the other's mandate.
///
/// # Errors
/// The first [`SeparationError`] that applies.
pub fn ensure_maker_and_checker<AccountId: PartialEq>(
	maker: &Warrant<AccountId>,
	checker: &Warrant<AccountId>,
) -> Result<(), SeparationError> {
	if maker.officer.account == checker.officer.account {
		return Err(SeparationError::SameAccount);
	}
	if maker.officer.person == checker.officer.person {
		return Err(SeparationError::SamePerson);
	}
	let granted = |grant: &Warrant<AccountId>, other: &Warrant<AccountId>| {
		grant.granted_by.iter().any(|grantor| grantor.is_same_as(&other.officer))
	};
	if granted(maker, checker) || granted(checker, maker) {
		return Err(SeparationError::GrantedByTheOther);
	}
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	fn signatory(account: u8, person: u8) -> Signatory<u8> {
		Signatory { account, person: Tag::new([person; 32]).unwrap() }
	}

	fn warrant(officer: (u8, u8), first: (u8, u8), second: (u8, u8)) -> Warrant<u8> {
		Warrant {
			mandate: MandateId(1),
			ministry: MinistryId(1),
			district: District::NATIONAL,
			officer: signatory(officer.0, officer.1),
			granted_by: [signatory(first.0, first.1), signatory(second.0, second.1)],
		}
	}

	#[test]
	fn maker_and_checker_should_pass_when_all_are_different_people() {
		let maker = warrant((1, 1), (8, 8), (9, 9));
		let checker = warrant((2, 2), (8, 8), (9, 9));
		assert_eq!(ensure_maker_and_checker(&maker, &checker), Ok(()));
	}

	#[test]
	fn maker_and_checker_should_fail_when_one_person_is_both() {
		let maker = warrant((1, 1), (8, 8), (9, 9));
		assert_eq!(ensure_maker_and_checker(&maker, &maker), Err(SeparationError::SameAccount));
		let second_key = warrant((2, 1), (8, 8), (9, 9));
		assert_eq!(ensure_maker_and_checker(&maker, &second_key), Err(SeparationError::SamePerson));
	}

	#[test]
	fn maker_and_checker_should_fail_when_one_granted_the_other() {
		let maker = warrant((1, 1), (8, 8), (9, 9));
		for grantor in [(1, 7), (7, 1)] {
			let checker = warrant((2, 2), (8, 8), grantor);
			assert_eq!(
				ensure_maker_and_checker(&maker, &checker),
				Err(SeparationError::GrantedByTheOther)
			);
			assert_eq!(
				ensure_maker_and_checker(&checker, &maker),
				Err(SeparationError::GrantedByTheOther)
			);
		}
	}

	#[test]
	fn powers_should_fail_to_decode_when_a_bit_is_unknown() {
		assert!(Powers::decode(&mut &0x0100u16.encode()[..]).is_err());
		assert_eq!(
			Powers::decode(&mut &0x0003u16.encode()[..]).unwrap(),
			Powers::of(&[Power::Examine, Power::Decide])
		);
	}

	proptest! {
		#[test]
		fn powers_should_hold_exactly_what_was_put_in(bits in 0u16..256) {
			let powers = Powers::decode(&mut &bits.encode()[..]).unwrap();
			let listed: Vec<_> = powers.iter().collect();
			prop_assert_eq!(Powers::of(&listed), powers);
			prop_assert_eq!(listed.len() as u32, bits.count_ones());
		}

		#[test]
		fn separation_should_be_symmetric(a in 1u8..4, b in 1u8..4, c in 1u8..4, d in 1u8..4, e in 1u8..4, f in 1u8..4) {
			let one = warrant((a, b), (c, c), (9, 9));
			let two = warrant((d, e), (f, f), (9, 9));
			prop_assert_eq!(ensure_maker_and_checker(&one, &two), ensure_maker_and_checker(&two, &one));
		}
	}
}
