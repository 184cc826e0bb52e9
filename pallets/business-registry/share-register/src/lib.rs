#![cfg_attr(not(feature = "std"), no_std)]
#![doc = include_str!("../README.md")]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod allot;
mod arithmetic;
mod class;
mod convert;
mod currency;
mod error;
mod holding;
mod law;
mod pledge;
mod rescale;
#[cfg(test)]
mod tests;
mod totals;
mod transfer;
mod treasury;

pub use allot::{allot, pay};
pub use class::{authorise, capital_of, ShareClass, TransferRule};
pub use convert::{convert, Converted, HeldClass};
pub use currency::{Currency, UnknownCurrency, CURRENCIES};
pub use error::ShareError;
pub use holding::{Changed, Holder, Holding, Taken};
pub use law::{Circumstances, Cleared, ShareLaw, WHOLE};
pub use pledge::{check_pledges, pledge, release, Pledge, PledgeMove};
pub use rescale::{rescale, rescale_class, rescale_holding, rescale_pledge, Rescaling};
pub use totals::{snapshot, Entitlement, Snapshot, Tally};
pub use transfer::{succeed, transfer, Transferred};
pub use treasury::{buy_back, cancel, cancel_treasury, sell_treasury};
