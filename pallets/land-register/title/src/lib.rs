#![cfg_attr(not(feature = "std"), no_std)]
#![doc = include_str!("../README.md")]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod act;
mod check;
mod circumstances;
mod consent;
mod divide;
mod effect;
mod encumber;
mod error;
mod join;
mod notice;
mod owners;
mod restriction;
mod right;
#[cfg(test)]
mod tests;
mod title;

pub use act::{apply, Cause, TitleAct};
pub use circumstances::{Circumstances, TitleLaw};
pub use consent::{consenters, Consenter, Consenters, Role};
pub use divide::{divide, reattach, MAX_CHILDREN};
pub use effect::{
	effective_mortgages_at, effective_notices_at, effective_restrictions_at, effective_rights_at,
	encumbrances, longest_use, Encumbrance, Use,
};
pub use error::{JoinError, TitleError};
pub use join::{join, Part, MAX_PARTS};
pub use notice::ensure_no_notice;
pub use title::{
	Digest, Holder, Mortgage, MortgageOn, Notice, NoticeKind, Owners, Restriction, RestrictionKind,
	Right, RightKind, RightTerms, Share, Title, MAX_CONSENTERS, MAX_MORTGAGES, MAX_NOTICES,
	MAX_OWNERS, MAX_RESTRICTIONS, MAX_RIGHTS, MAX_TOTAL_UNITS,
};
