//! Legal bases: which statutes each kind of act can rest on.

use polity_primitives::act::LegalBasis;

use crate::{status::Authority, types::Change};

/// "Reservation of a company name".
pub const NAME_RESERVATION: LegalBasis = LegalBasis(301);
/// "Registration of a company".
pub const REGISTRATION: LegalBasis = LegalBasis(302);
/// "Change of a company's status".
pub const CHANGE_OF_STATUS: LegalBasis = LegalBasis(303);
/// "Take-over of an existing business register".
pub const TAKE_OVER: LegalBasis = LegalBasis(304);
/// "Order of a court against a company".
pub const COURT_ORDER: LegalBasis = LegalBasis(305);
/// "Protection of a name".
pub const NAME_PROTECTION: LegalBasis = LegalBasis(306);
/// "Correction of an entry": the one basis that admits a date before today. Its act names the entry.
pub const CORRECTION: LegalBasis = LegalBasis(307);
/// "Change of a company's particulars".
pub const CHANGE_OF_PARTICULARS: LegalBasis = LegalBasis(308);

/// What an act is about, as the statutes tell acts apart.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Matter {
	/// A reservation: `request_reservation`, `reserve_name`, `refuse_reservation` and
	/// `withdraw_reservation`.
	Reservation,
	/// An application: `apply`, `take_up`, `raise_query`, `answer_query`, `withdraw_application`,
	/// `examine` and `decide`.
	Application,
	/// A campaign: `open_campaign` and `seal_campaign`. Its rows rest on the act that opened it.
	Campaign,
	/// A change of a company's status by the registrar: `propose_change` and `decide_change`, as for
	/// all that follow.
	Status,
	/// A change of its legal entity identifier by the registrar.
	LegalEntityIdentifier,
	/// A change of its name by the registrar: upon the company's own resolution, or to protect the
	/// name of another.
	Name,
	/// Any change by a court.
	CourtChange,
}

impl Matter {
	/// The matter of a change of a company's record.
	pub const fn of_change(change: &Change, authority: Authority) -> Self {
		match (authority, change) {
			(Authority::Court, _) => Self::CourtChange,
			(Authority::Registrar, Change::Status(_)) => Self::Status,
			(Authority::Registrar, Change::Lei(_)) => Self::LegalEntityIdentifier,
			(Authority::Registrar, Change::Name(_)) => Self::Name,
		}
	}

	/// The statutes that provide for it: the one table of them.
	pub const fn bases(self) -> &'static [LegalBasis] {
		match self {
			Self::Reservation => &[NAME_RESERVATION],
			Self::Application => &[REGISTRATION],
			Self::Campaign => &[TAKE_OVER],
			Self::Status => &[CHANGE_OF_STATUS, CORRECTION],
			Self::LegalEntityIdentifier => &[CHANGE_OF_PARTICULARS, CORRECTION],
			Self::Name => &[CHANGE_OF_PARTICULARS, NAME_PROTECTION, CORRECTION],
			Self::CourtChange => &[COURT_ORDER],
		}
	}

	/// Whether a statute provides for it.
	pub fn rests_on(self, basis: LegalBasis) -> bool {
		self.bases().contains(&basis)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{name::CompanyName, status::Status};
	use polity_primitives::{code_list::LEGAL_BASES, Register};
	use proptest::prelude::*;

	const MATTERS: [Matter; 7] = [
		Matter::Reservation,
		Matter::Application,
		Matter::Campaign,
		Matter::Status,
		Matter::LegalEntityIdentifier,
		Matter::Name,
		Matter::CourtChange,
	];

	fn of_business() -> impl Iterator<Item = LegalBasis> {
		LEGAL_BASES
			.iter()
			.filter(|known| known.register == Register::Business)
			.map(|known| known.basis)
	}

	#[test]
	fn matter_should_rest_on_its_own_bases_alone() {
		let codes = |matter: Matter| -> Vec<u16> {
			of_business().filter(|basis| matter.rests_on(*basis)).map(|basis| basis.0).collect()
		};
		assert_eq!(codes(Matter::Reservation), [301]);
		assert_eq!(codes(Matter::Application), [302]);
		assert_eq!(codes(Matter::Campaign), [304]);
		assert_eq!(codes(Matter::Status), [303, 307]);
		assert_eq!(codes(Matter::LegalEntityIdentifier), [307, 308]);
		assert_eq!(codes(Matter::Name), [306, 307, 308]);
		assert_eq!(codes(Matter::CourtChange), [305]);
	}

	#[test]
	fn basis_should_be_known_to_the_register_and_of_use() {
		for matter in MATTERS {
			for basis in matter.bases() {
				assert!(basis.is_known_in(Register::Business), "{basis:?} of {matter:?}");
			}
		}
		// Those after it are of the other pallets of companies.
		for basis in of_business().filter(|basis| *basis <= CHANGE_OF_PARTICULARS) {
			assert!(MATTERS.iter().any(|matter| matter.rests_on(basis)), "{basis:?}");
		}
	}

	#[test]
	fn correction_should_be_for_changes_by_the_registrar_alone() {
		let changes = [
			Change::Status(Status::Active),
			Change::Lei(None),
			Change::Name(CompanyName::new("Acme").unwrap()),
		];
		for change in &changes {
			assert!(Matter::of_change(change, Authority::Registrar).rests_on(CORRECTION));
			assert_eq!(Matter::of_change(change, Authority::Court), Matter::CourtChange);
		}
		let corrected = MATTERS.iter().filter(|matter| matter.rests_on(CORRECTION));
		assert_eq!(corrected.count(), changes.len());
	}

	proptest! {
		#[test]
		fn matter_should_rest_on_no_other_code(code in any::<u16>(), matter in 0usize..7) {
			if !of_business().any(|basis| basis.0 == code) {
				prop_assert!(!MATTERS[matter].rests_on(LegalBasis(code)));
			}
		}
	}
}
