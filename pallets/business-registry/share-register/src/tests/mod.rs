mod allot;
mod cancel;
mod class;
mod convert;
mod currency;
mod encoding;
mod errors;
mod founding;
mod individual;
mod pay;
mod pledge;
mod properties;
mod register;
mod rescale;
mod snapshot;
mod succeed;
mod transfer;
mod treasury;

use crate::{
	Circumstances, Cleared, Currency, Holder, Holding, ShareClass, ShareError, ShareLaw,
	TransferRule,
};

/// The company whose shares they are.
const ISSUER: u8 = 0;
const ANN: u8 = 1;
const BOB: u8 = 2;

/// The day of every act of these tests.
const TODAY: i32 = 20_000;

/// A quarter is paid at least; a tenth is bought back at most.
const LAW: ShareLaw = ShareLaw { least_paid: 2_500, most_treasury: 1_000 };

/// Nobody was asked.
const NOBODY: Cleared =
	Cleared { board: false, pre_emption: false, pledgee: false, creditors: false };

/// Everybody was asked.
const EVERYBODY: Cleared =
	Cleared { board: true, pre_emption: true, pledgee: true, creditors: true };

fn currency(code: &str) -> Currency {
	code.parse().unwrap()
}

/// A class of 1,000 authorised shares of 1.00 euro, 200 of which are issued, 10 of them treasury
/// shares; all are paid up.
fn class() -> ShareClass<i32> {
	ShareClass {
		issued: 200,
		treasury: 10,
		paid_up: 20_000,
		..ShareClass::open(100, currency("EUR"), 1_000, 1, TransferRule::Free, false).unwrap()
	}
}

/// A class as [`class`], on which so much is owed.
fn class_owed(unpaid: u128) -> ShareClass<i32> {
	ShareClass { paid_up: 20_000 - unpaid, ..class() }
}

fn circumstances(class: &ShareClass<i32>) -> Circumstances<'_, u8, i32> {
	Circumstances { issuer: &ISSUER, class, law: &LAW, today: TODAY }
}

/// A holding of so many shares, of which so many are pledged.
fn holding(shares: u64, pledged: u64) -> Holding {
	Holding { shares, pledged, unpaid: 0 }
}

fn ann(holding: Holding) -> Holder<'static, u8> {
	Holder { party: &ANN, holding }
}

fn bob(holding: Holding) -> Holder<'static, u8> {
	Holder { party: &BOB, holding }
}

fn issuer() -> Holder<'static, u8> {
	Holder { party: &ISSUER, holding: Holding::NONE }
}

/// A holding that no class can have.
fn broken() -> Holding {
	holding(1, 2)
}

/// A class that no act makes.
fn broken_class() -> ShareClass<i32> {
	ShareClass { issued: 1_001, ..class() }
}

/// A law by which more than all is paid.
const BROKEN_LAW: ShareLaw = ShareLaw { least_paid: 10_001, most_treasury: 0 };

/// That an act, given a class, refuses a broken one.
fn refuses_broken_class<T: core::fmt::Debug + PartialEq>(
	act: impl Fn(&ShareClass<i32>) -> Result<T, ShareError>,
) {
	assert_eq!(act(&broken_class()), Err(ShareError::ClassInconsistent));
}
