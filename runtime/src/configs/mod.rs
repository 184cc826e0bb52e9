//! The pallets' settings, by domain.

mod consensus;
mod council;
mod registers;
mod state;
mod system;
mod tools;

pub use council::{CouncilInstance, CouncilMajority};
pub use registers::PartyStanding;
pub use state::{SeatAccount, Signers};
