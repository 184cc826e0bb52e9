//! Closed lists of codes. A code that is not in its list is refused.

pub mod activities;
pub mod countries;
mod legal_bases;
pub mod legal_forms;

pub use activities::Activity;
pub use countries::Country;
pub use legal_bases::{KnownLegalBasis, LEGAL_BASES};
pub use legal_forms::LegalForm;
