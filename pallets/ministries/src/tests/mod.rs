//! Unit tests, by call and by decision of the council.

mod admit;
mod attendance;
mod confirm_nomination;
mod expel;
mod genesis;
mod lookup;
mod nominate_node;
mod offences;
mod properties;
mod replace_node;
mod replace_seat;
mod session;
mod suspend;
mod try_state;
mod withdraw_nomination;

pub(crate) use frame_support::{assert_noop, assert_ok, traits::Get};
pub(crate) use polity_primitives::{
	traits::{MinistryAdministration, MinistryLookup, NewMinistry},
	MinistryId,
};

pub(crate) use crate::{mock::*, pallet::*, types::*};
// The pallet of the mock runtime, not the storage of the same name.
pub(crate) use crate::mock::Ministries;

/// The members of the council.
pub(crate) fn council() -> Vec<AccountId> {
	<Council as Get<Vec<AccountId>>>::get()
}

/// The account by which the seat of a ministry votes.
pub(crate) fn seat_account(ministry: u16) -> AccountId {
	crate::Ministries::<Test>::get(MinistryId(ministry)).unwrap().seat_account
}

/// How many references keep an account.
pub(crate) fn providers(account: AccountId) -> u32 {
	System::providers(&account)
}
