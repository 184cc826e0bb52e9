//! Legal bases: which statutes each kind of act can rest on.

use polity_primitives::act::LegalBasis;
use polity_title::{Cause, TitleAct};

use crate::types::{Authority, LandAct, Leg};

/// "Take-over of an existing cadastre".
pub const TAKE_OVER: LegalBasis = LegalBasis(401);
/// "First registration of land".
pub const FIRST_REGISTRATION: LegalBasis = LegalBasis(402);
/// "Transfer of a right in land".
pub const TRANSFER: LegalBasis = LegalBasis(415);
/// "Succession in land".
pub const SUCCESSION: LegalBasis = LegalBasis(404);
/// "Mortgage".
pub const MORTGAGE: LegalBasis = LegalBasis(405);
/// "Lease, usufruct and easement".
pub const LEASE_AND_EASEMENT: LegalBasis = LegalBasis(406);
/// "Survey: subdivision, merger and boundary".
pub const SURVEY: LegalBasis = LegalBasis(407);
/// "Parameters of the land register".
pub const PARAMETERS: LegalBasis = LegalBasis(416);
/// "Caveat and priority notice".
pub const NOTICE: LegalBasis = LegalBasis(408);
/// "Order of a court against land".
pub const COURT_ORDER: LegalBasis = LegalBasis(409);
/// "Expropriation".
pub const EXPROPRIATION: LegalBasis = LegalBasis(410);
/// "Correction of an entry in the land register".
pub const CORRECTION: LegalBasis = LegalBasis(411);
/// "Deed before a notary".
pub const DEED: LegalBasis = LegalBasis(412);
/// "Vesting of what a dissolved company leaves".
pub const VESTING: LegalBasis = LegalBasis(413);
/// "Adoption of an imported title".
pub const ADOPTION: LegalBasis = LegalBasis(414);

/// The statutes that provide for a first registration: without known owners it takes over what an
/// existing register says.
pub const fn of_registration(owners_are_known: bool) -> &'static [LegalBasis] {
	if owners_are_known {
		&[FIRST_REGISTRATION, ADOPTION]
	} else {
		&[TAKE_OVER]
	}
}

/// The statutes that provide for the formation of a group.
pub const OF_GROUPS: &[LegalBasis] =
	&[FIRST_REGISTRATION, TRANSFER, SUCCESSION, ADOPTION, COURT_ORDER];

/// The statutes that provide for an act on a title.
pub const fn of_act(act: &LandAct, authority: Authority) -> &'static [LegalBasis] {
	let is_court = authority.is_court();
	match act {
		TitleAct::Transfer { cause: Cause::Inheritance, .. } => &[SUCCESSION],
		TitleAct::Transfer { cause: Cause::CourtOrder, .. } => &[COURT_ORDER],
		TitleAct::Transfer { cause: Cause::Expropriation, .. } => &[EXPROPRIATION],
		TitleAct::Transfer { cause: Cause::Vesting, .. } => &[VESTING],
		TitleAct::Adopt { .. } if is_court => &[ADOPTION, COURT_ORDER],
		TitleAct::Adopt { .. } => &[ADOPTION],
		_ if is_court => &[COURT_ORDER],
		TitleAct::Transfer { .. } => &[TRANSFER],
		TitleAct::Rescale { .. } => &[TRANSFER, CORRECTION],
		TitleAct::Grant { .. } | TitleAct::Surrender { .. } | TitleAct::Assign { .. } => {
			&[LEASE_AND_EASEMENT]
		},
		TitleAct::EncumberByMortgage { .. }
		| TitleAct::Discharge { .. }
		| TitleAct::AssignMortgage { .. } => &[MORTGAGE],
		TitleAct::EnterNotice { .. } | TitleAct::CancelNotice { .. } => &[NOTICE],
		TitleAct::Restrict { .. } | TitleAct::LiftRestriction { .. } => &[LEASE_AND_EASEMENT],
		TitleAct::Clear { .. } => &[CORRECTION],
	}
}

/// Whether an act takes something without its owner's will, or names owners: the statute that
/// provides for the conveyance then has to provide for this very act.
pub const fn is_strict(act: &LandAct) -> bool {
	match act {
		TitleAct::Transfer { cause, .. } => matches!(
			cause,
			Cause::Inheritance | Cause::CourtOrder | Cause::Expropriation | Cause::Vesting
		),
		TitleAct::Adopt { .. } => true,
		_ => false,
	}
}

/// Whether a statute provides for a conveyance: for one of its legs, and for each that is strict. The
/// other legs go with it, as a discharge goes with a sale.
pub fn provides_for(basis: LegalBasis, legs: &[Leg], authority: Authority) -> bool {
	let provides = |leg: &Leg| of_act(&leg.act, authority).contains(&basis);
	legs.iter().any(provides) && legs.iter().all(|leg| !is_strict(&leg.act) || provides(leg))
}
