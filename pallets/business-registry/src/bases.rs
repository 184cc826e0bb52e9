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

/// "Merger and conversion of companies".
pub const MERGER_AND_CONVERSION: LegalBasis = LegalBasis(315);
/// "Adoption of an imported record".
pub const ADOPTION: LegalBasis = LegalBasis(316);
/// "Parameters of the business register", which other pallets of the register cite, too.
pub const PARAMETERS: LegalBasis = LegalBasis(317);

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
	/// A change of its activities by the registrar.
	Activities,
	/// A change of its name by the registrar: upon the company's own resolution, or to protect the
	/// name of another.
	Name,
	/// A notice that the company will be struck off, given or withdrawn.
	StrikeOffNotice,
	/// A merger or a conversion, which the companies have resolved.
	MergerOrConversion,
	/// Any change by a court.
	CourtChange,
	/// The law of the register: `propose_law` and `decide_law`.
	Law,
	/// The adoption of what an imported record lacks: here, or in the register that keeps that part.
	Adoption,
}

impl Matter {
	/// The matter of a change of a company's record.
	pub const fn of_change(change: &Change, authority: Authority) -> Self {
		match (authority, change) {
			(Authority::Court, _) => Self::CourtChange,
			(Authority::Registrar, Change::Status(_)) => Self::Status,
			(Authority::Registrar, Change::Lei(_)) => Self::LegalEntityIdentifier,
			(Authority::Registrar, Change::Name(_)) => Self::Name,
			(Authority::Registrar, Change::Activities(_)) => Self::Activities,
			(Authority::Registrar, Change::StrikeOffNotice | Change::StrikeOffNoticeWithdrawn) => {
				Self::StrikeOffNotice
			},
			(Authority::Registrar, Change::Merge { .. } | Change::Convert { .. }) => {
				Self::MergerOrConversion
			},
			(Authority::Registrar, Change::Dates { .. }) => Self::Adoption,
			// No registrar may: it is refused whatever the basis.
			(Authority::Registrar, Change::Freeze | Change::Unfreeze) => Self::CourtChange,
		}
	}

	/// The statutes that provide for it: the one table of them.
	pub const fn bases(self) -> &'static [LegalBasis] {
		match self {
			Self::Reservation => &[NAME_RESERVATION],
			Self::Application => &[REGISTRATION],
			Self::Campaign => &[TAKE_OVER],
			Self::Status => &[CHANGE_OF_STATUS, CORRECTION],
			Self::LegalEntityIdentifier | Self::Activities => &[CHANGE_OF_PARTICULARS, CORRECTION],
			Self::Name => &[CHANGE_OF_PARTICULARS, NAME_PROTECTION, CORRECTION],
			Self::StrikeOffNotice => &[CHANGE_OF_STATUS],
			Self::MergerOrConversion => &[MERGER_AND_CONVERSION],
			Self::CourtChange => &[COURT_ORDER],
			Self::Law => &[PARAMETERS],
			Self::Adoption => &[ADOPTION],
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
	use crate::{name::CompanyName, status::Status, types::YearDay};
	use polity_primitives::{code_list::LEGAL_BASES, time::CalendarDate, CompanyNumber, Register};
	use proptest::prelude::*;

	const MATTERS: [Matter; 12] = [
		Matter::Law,
		Matter::Reservation,
		Matter::Application,
		Matter::Campaign,
		Matter::Status,
		Matter::LegalEntityIdentifier,
		Matter::Activities,
		Matter::Name,
		Matter::StrikeOffNotice,
		Matter::MergerOrConversion,
		Matter::CourtChange,
		Matter::Adoption,
	];

	/// The bases of the business register that other pallets act on: officers, shares, filings.
	const OF_OTHER_PALLETS: [u16; 6] = [309, 310, 311, 312, 313, 314];

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
		assert_eq!(codes(Matter::Activities), [307, 308]);
		assert_eq!(codes(Matter::Name), [306, 307, 308]);
		assert_eq!(codes(Matter::StrikeOffNotice), [303]);
		assert_eq!(codes(Matter::MergerOrConversion), [315]);
		assert_eq!(codes(Matter::CourtChange), [305]);
		assert_eq!(codes(Matter::Adoption), [316]);
		assert_eq!(codes(Matter::Law), [317]);
	}

	#[test]
	fn basis_should_be_known_to_the_register_and_of_use() {
		for matter in MATTERS {
			for basis in matter.bases() {
				assert!(basis.is_known_in(Register::Business), "{basis:?} of {matter:?}");
			}
		}
		for basis in of_business() {
			assert_eq!(
				MATTERS.iter().any(|matter| matter.rests_on(basis)),
				!OF_OTHER_PALLETS.contains(&basis.0),
				"{basis:?}"
			);
		}
	}

	#[test]
	fn correction_should_be_for_changes_by_the_registrar_alone() {
		let corrigible = [
			Change::Status(Status::Active),
			Change::Lei(None),
			Change::Name(CompanyName::new("Acme").unwrap()),
			Change::Activities(Default::default()),
		];
		// Notices, mergers, conversions and adoptions are done, and say nothing anew.
		let done = [
			Change::StrikeOffNotice,
			Change::StrikeOffNoticeWithdrawn,
			Change::Merge {
				into: CompanyNumber::from_serial(1_000_000_001).unwrap(),
				survivor_version: 1,
			},
			Change::Convert { legal_form: "B6ES".parse().unwrap() },
			Change::Dates {
				incorporated_on: CalendarDate::FIRST,
				fiscal_year_end: YearDay::new(12, 31).unwrap(),
			},
			Change::Freeze,
			Change::Unfreeze,
		];
		for (change, is_corrigible) in corrigible
			.iter()
			.map(|change| (change, true))
			.chain(done.iter().map(|change| (change, false)))
		{
			let matter = Matter::of_change(change, Authority::Registrar);
			assert_eq!(matter.rests_on(CORRECTION), is_corrigible, "{change:?}");
			assert_eq!(Matter::of_change(change, Authority::Court), Matter::CourtChange);
		}
		let corrected = MATTERS.iter().filter(|matter| matter.rests_on(CORRECTION));
		assert_eq!(corrected.count(), corrigible.len());
	}

	proptest! {
		#[test]
		fn matter_should_rest_on_no_other_code(code in any::<u16>(), matter in 0..MATTERS.len()) {
			if !of_business().any(|basis| basis.0 == code) {
				prop_assert!(!MATTERS[matter].rests_on(LegalBasis(code)));
			}
		}
	}
}
