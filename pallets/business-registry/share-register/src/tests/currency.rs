use super::*;
use crate::{UnknownCurrency, CURRENCIES};
use codec::{Decode, Encode};

#[test]
fn currencies_should_be_sorted_capital_letters_when_searched() {
	assert!(CURRENCIES.is_sorted_by(|(one, _), (other, _)| one < other));
	assert!(CURRENCIES.iter().all(|(code, _)| code.iter().all(u8::is_ascii_uppercase)));
}

#[test]
fn currency_should_fail_when_its_code_is_not_in_the_list() {
	assert_eq!("EUR".parse::<Currency>().map(|currency| currency.encode()), Ok(b"EUR".to_vec()));
	// No code, no money, no longer money.
	for unknown in ["eur", "EU", "EURO", "", "XXX", "XTS", "XAU", "XDR", "CLF", "DEM", "HRK", "BGN"]
	{
		assert_eq!(unknown.parse::<Currency>(), Err(UnknownCurrency), "{unknown}");
		let bytes = unknown.as_bytes();
		assert!(bytes.len() > 3 || Currency::decode(&mut &*bytes).is_err(), "{unknown}");
	}
}

#[test]
fn currency_should_know_its_minor_unit() {
	for (code, decimals) in [("EUR", 2), ("JPY", 0), ("KWD", 3), ("XAF", 0), ("TND", 3), ("XCG", 2)]
	{
		assert_eq!(currency(code).decimals(), decimals, "{code}");
		assert_eq!(currency(code).to_string(), code);
	}
	for (code, decimals) in CURRENCIES {
		assert_eq!(Currency::new(*code).map(|currency| currency.decimals()), Ok(*decimals));
	}
}
