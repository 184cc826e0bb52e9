//! Legal bases: which statute each kind of act rests on.

use polity_primitives::LegalBasis;

use crate::types::{Authority, ShareAct};

/// "Order of a court against a company".
pub const COURT_ORDER: LegalBasis = LegalBasis(305);
/// "Share capital of a company".
pub const SHARE_CAPITAL: LegalBasis = LegalBasis(311);
/// "Transfer and pledge of shares".
pub const TRANSFER_AND_PLEDGE: LegalBasis = LegalBasis(312);
/// "Adoption of an imported record".
pub const ADOPTION: LegalBasis = LegalBasis(316);
/// "Parameters of the business register".
pub const PARAMETERS: LegalBasis = LegalBasis(317);

/// The statute that an act on shares rests on: the one table of them. An adoption rests on its own
/// also where a court orders it.
pub const fn basis_of(share_act: &ShareAct, authority: Authority) -> LegalBasis {
	match (share_act, authority) {
		(ShareAct::Adopt { .. }, _) => ADOPTION,
		// A freeze is never the registrar's: that is refused by name.
		(_, Authority::Court)
		| (ShareAct::Freeze { .. } | ShareAct::LiftFreeze { .. }, Authority::Registrar) => COURT_ORDER,
		(
			ShareAct::Transfer { .. }
			| ShareAct::Succeed { .. }
			| ShareAct::Pledge { .. }
			| ShareAct::Release { .. },
			Authority::Registrar,
		) => TRANSFER_AND_PLEDGE,
		(
			ShareAct::OpenClass { .. }
			| ShareAct::Authorise { .. }
			| ShareAct::Allot { .. }
			| ShareAct::Pay { .. }
			| ShareAct::BuyBack { .. }
			| ShareAct::SellTreasury { .. }
			| ShareAct::Cancel { .. }
			| ShareAct::CancelTreasury { .. }
			| ShareAct::Rescale { .. }
			| ShareAct::Convert { .. }
			| ShareAct::RecordDate { .. },
			Authority::Registrar,
		) => SHARE_CAPITAL,
	}
}

/// Whether an act has to cite a document that proves it: a court's order, a certificate of
/// inheritance, the books that are adopted.
pub const fn needs_document(share_act: &ShareAct, authority: Authority) -> bool {
	matches!(authority, Authority::Court)
		|| matches!(share_act, ShareAct::Succeed { .. } | ShareAct::Adopt { .. })
}
