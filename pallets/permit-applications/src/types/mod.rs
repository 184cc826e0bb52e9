//! What the register of applications stores and what its calls take.

mod decision;
mod figures;
mod queue;
mod record;

pub use decision::*;
pub use figures::*;
pub use queue::*;
pub use record::*;

pub use polity_permit_procedure::Appellant;
pub use polity_primitives::ids::ApplicationId;
pub(crate) use polity_primitives::preparation::{ordered, OrderedId};
pub use polity_primitives::preparation::{Preparation, Verdict, Versioned};

/// The most ids or records that one read returns.
pub const MAX_PAGE: u32 = 64;
