use super::*;

fn with_public(kind: KeyKind, purpose: Purpose, public: Vec<u8>) -> Key {
	Key { kind, purpose, public: BoundedVec::try_from(public).unwrap(), ..key(9, 5) }
}

#[test]
fn kind_should_be_taken_from_the_closed_list_alone() {
	assert_eq!(KeyKind::from_multicodec(0xed), Ok(KeyKind::Ed25519));
	assert_eq!(KeyKind::from_multicodec(0x1200), Ok(KeyKind::P256));
	assert_eq!(KeyKind::from_multicodec(0x1201), Ok(KeyKind::P384));
	assert_eq!(KeyKind::from_multicodec(0xec), Ok(KeyKind::X25519));
	assert_eq!(KeyKind::from_multicodec(0x1205), Err(KeyError::KindWeak));
	assert_eq!(KeyKind::from_multicodec(0x55), Err(KeyError::KindUnknown));
	assert!(<KeyKind as codec::Decode>::decode(&mut [4u8].as_slice()).is_err());
}

#[test]
fn key_should_be_refused_when_it_cannot_serve() {
	let agrees = with_public(KeyKind::X25519, Purpose::Assertion, vec![9; 32]);
	assert_eq!(agrees.check(), Err(KeyError::PurposeUnfit));
	let signs = with_public(KeyKind::Ed25519, Purpose::KeyAgreement, vec![9; 32]);
	assert_eq!(signs.check(), Err(KeyError::PurposeUnfit));
	let empty = Key { until: Some(at(5)), ..key(9, 5) };
	assert_eq!(empty.check(), Err(KeyError::PeriodEmpty));
	assert_eq!(key(9, 5).check(), Ok(()));
}

#[test]
fn key_should_be_refused_when_it_is_malformed_or_of_small_order() {
	let signs = |kind, public| with_public(kind, Purpose::Assertion, public).check();
	assert_eq!(signs(KeyKind::Ed25519, vec![9; 31]), Err(KeyError::Malformed));
	assert_eq!(signs(KeyKind::P256, vec![4; 33]), Err(KeyError::Malformed));
	let mut zero = vec![0; 33];
	zero[0] = 2;
	assert_eq!(signs(KeyKind::P256, zero), Err(KeyError::Malformed));
	assert_eq!(signs(KeyKind::P256, vec![2; 33]), Ok(()));
	assert_eq!(signs(KeyKind::P256, vec![3; 33]), Err(KeyError::NotOnCurve));
	assert_eq!(signs(KeyKind::P384, vec![3; 49]), Err(KeyError::NotOnCurve));
	let mut point = vec![9; 49];
	point[0] = 3;
	assert_eq!(signs(KeyKind::P384, point), Ok(()));
	for (first, last) in [(0, 0), (1, 0), (0, 0x80), (1, 0x80)] {
		let mut low = vec![0; 32];
		(low[0], low[31]) = (first, last);
		assert_eq!(signs(KeyKind::Ed25519, low), Err(KeyError::SmallOrder));
	}
	for first in [0xec, 0xed, 0xee] {
		let mut high = vec![0xff; 32];
		(high[0], high[31]) = (first, 0x7f);
		assert_eq!(signs(KeyKind::Ed25519, high), Err(KeyError::SmallOrder));
	}
}

#[test]
fn key_should_be_refused_when_its_order_is_eight() {
	let edwards = [
		"26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
		"c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
	];
	let montgomery = [
		"5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
		"e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
	];
	let check = |kind, purpose, text: &str, sign: u8| {
		let mut public = curve::bytes(text);
		public[31] |= sign;
		with_public(kind, purpose, public).check()
	};
	for sign in [0, 0x80] {
		for text in edwards {
			let signs = check(KeyKind::Ed25519, Purpose::Assertion, text, sign);
			assert_eq!(signs, Err(KeyError::SmallOrder));
			assert_eq!(check(KeyKind::X25519, Purpose::KeyAgreement, text, sign), Ok(()));
		}
		for text in montgomery {
			let agrees = check(KeyKind::X25519, Purpose::KeyAgreement, text, sign);
			assert_eq!(agrees, Err(KeyError::SmallOrder));
		}
	}
}

#[test]
fn signature_should_hold_within_the_keys_period_alone() {
	let key = Key { until: Some(at(50)), ..key(9, 5) };
	assert_eq!(key.valid_at(at(4)), Err(KeyError::NotYet));
	assert_eq!(key.valid_at(at(5)), Ok(()));
	assert_eq!(key.valid_at(at(49)), Ok(()));
	assert_eq!(key.valid_at(at(50)), Err(KeyError::Expired));
	let revoked = Key { revoked: Some(at(20)), ..key.clone() };
	assert_eq!(revoked.valid_at(at(19)), Ok(()));
	assert_eq!(revoked.valid_at(at(20)), Err(KeyError::Revoked));
	let stolen = Key { compromised_since: Some(at(10)), ..revoked };
	assert_eq!(stolen.valid_at(at(9)), Ok(()));
	assert_eq!(stolen.valid_at(at(10)), Err(KeyError::Compromised));
}
