//! Who is admitted, in what order, and how the extensions look from outside.

use codec::{Decode, Encode};
use polity_primitives::refusal::Refusal;
use scale_info::{meta_type, TypeInfo};
use sp_runtime::{
	generic::{Era, SignedPayload},
	testing::TestSignature,
	traits::TransactionExtension,
	transaction_validity::{InvalidTransaction, TransactionValidityError},
};

use crate::{mock::*, CheckAllowance, CheckMortality, CheckNonce};

fn refused<T>(refusal: Refusal) -> Result<T, TransactionValidityError> {
	Err(refusal.into())
}

#[test]
fn transaction_should_pass_when_the_signer_is_known() {
	build_and_execute(|| {
		for signer in [SEAT, OFFICER, PERSON] {
			assert!(validate(&signed(signer, 0, work(1))).is_ok());
			assert_eq!(send(signer, work(1)), Ok(()));
		}
	});
}

#[test]
fn transaction_should_be_refused_when_the_signer_is_unknown() {
	build_and_execute(|| {
		assert_eq!(validate(&signed(STRANGER, 0, work(1))), refused(Refusal::UnknownSigner));
		assert_eq!(send(STRANGER, work(1)), refused(Refusal::UnknownSigner));
		// Also without a provider, where the nonce check would answer by another name.
		assert_eq!(validate(&signed(100, 0, work(1))), refused(Refusal::UnknownSigner));
	});
}

#[test]
fn transaction_should_be_refused_when_it_is_larger_than_the_allowance() {
	build_and_execute(|| {
		let heavy = signed(PERSON, 0, work(26));
		assert_eq!(validate(&heavy), refused(Refusal::LargerThanAllowance));
		let long = signed(PERSON, 0, batch(vec![work(0); 100]));
		assert!(cost(&long).length > 1_000);
		assert_eq!(validate(&long), refused(Refusal::LargerThanAllowance));
		// An officer's rate would admit it, its ministry's does not.
		set_rate(polity_primitives::traits::RateClass::Ministry, 50, 20_000);
		assert_eq!(validate(&signed(OFFICER, 0, work(60))), refused(Refusal::LargerThanAllowance));
	});
}

#[test]
fn transaction_should_be_refused_when_its_call_is_not_taken() {
	build_and_execute(|| {
		for call in [
			forbidden(),
			batch(vec![forbidden()]),
			batch(vec![work(1), forbidden(), work(1)]),
			batch(vec![work(1), batch(vec![batch(vec![forbidden()])])]),
		] {
			let extrinsic = signed(OFFICER, 0, call);
			assert_eq!(validate(&extrinsic), refused(Refusal::CallNotAvailable));
			assert_eq!(apply(extrinsic).map(|_| ()), refused(Refusal::CallNotAvailable));
		}
		// Nothing of it was charged, and calls that the chain takes can be carried as before.
		assert_eq!(crate::Used::<Test>::iter().count(), 0);
		assert_eq!(send(OFFICER, batch(vec![work(1), batch(vec![work(1)])])), Ok(()));
	});
}

#[test]
fn call_should_be_looked_into_last_when_the_transaction_is_also_refused_for_something_else() {
	build_and_execute(|| {
		assert_eq!(validate(&signed(STRANGER, 0, forbidden())), refused(Refusal::UnknownSigner));
		let long = signed(PERSON, 0, batch(vec![forbidden(); 1_000]));
		assert_eq!(validate(&long), refused(Refusal::LargerThanAllowance));
	});
}

#[test]
fn transaction_should_be_refused_when_its_era_never_ends() {
	build_and_execute(|| {
		let immortal = extensions(0, Era::Immortal);
		assert_eq!(
			SignedPayload::new(work(1), immortal.clone()).map(|_| ()),
			refused(Refusal::Immortal)
		);
		// Refused before the signature is looked at.
		let unsigned = TestSignature(OFFICER, vec![]);
		let extrinsic = Extrinsic::new_signed(work(1), OFFICER, unsigned, immortal.clone());
		assert_eq!(validate(&extrinsic), refused(Refusal::Immortal));
		assert_eq!(apply(extrinsic).map(|_| ()), refused(Refusal::Immortal));
		// Without a signer too.
		let general = Extrinsic::new_transaction(work(1), immortal);
		assert_eq!(validate(&general), refused(Refusal::Immortal));
	});
}

#[test]
fn transaction_should_live_as_long_as_its_era_when_it_is_mortal() {
	build_and_execute(|| {
		let extrinsic = signed(OFFICER, 0, work(1));
		assert_eq!(validate(&extrinsic).unwrap().longevity, mortal().death(1) - 1);
		go_to(mortal().death(1));
		frame_system::BlockHash::<Test>::remove(1);
		assert!(validate(&extrinsic).is_err());
	});
}

#[test]
fn transaction_should_be_refused_when_its_signature_is_wrong() {
	build_and_execute(|| {
		let forged = TestSignature(OFFICER, vec![1]);
		let extrinsic = Extrinsic::new_signed(work(1), OFFICER, forged, extensions(0, mortal()));
		assert_eq!(validate(&extrinsic), Err(InvalidTransaction::BadProof.into()));
	});
}

#[test]
fn transaction_should_be_refused_by_the_nonce_check_when_its_nonce_is_used() {
	build_and_execute(|| {
		let extrinsic = signed(OFFICER, 0, work(1));
		assert!(apply(extrinsic.clone()).is_ok());
		assert_eq!(validate(&extrinsic), Err(InvalidTransaction::Stale.into()));
		assert_eq!(apply(extrinsic).map(|_| ()), Err(InvalidTransaction::Stale.into()));
		// One that is too early waits in the pool, and enters no block.
		let early = signed(OFFICER, 2, work(1));
		assert!(validate(&early).is_ok());
		assert_eq!(apply(early).map(|_| ()), Err(InvalidTransaction::Future.into()));
	});
}

#[test]
fn priority_should_follow_the_class_when_a_transaction_is_valid() {
	build_and_execute(|| {
		let priority = |signer| validate(&signed(signer, 0, work(1))).unwrap().priority;
		assert!(priority(SEAT) > priority(OFFICER));
		assert!(priority(OFFICER) > priority(PERSON));
		assert!(priority(PERSON) > 0);
		assert_eq!(priority(OFFICER), priority(OTHER_OFFICER));
	});
}

#[test]
fn bare_transaction_should_pass_free_when_others_admit_it() {
	build_and_execute(|| {
		let extrinsic = Extrinsic::new_bare(work(500));
		assert!(validate(&extrinsic).is_ok());
		assert!(apply(extrinsic).is_ok());
		assert_eq!(crate::Used::<Test>::iter().count(), 0);
		assert_eq!(crate::MinistryUsed::<Test>::iter().count(), 0);
	});
}

#[test]
fn extension_should_give_its_weight_back_when_nobody_signed() {
	build_and_execute(|| {
		use frame_support::dispatch::PostDispatchInfo;
		let call = work(1);
		let extension = CheckAllowance::<Test>::new();
		let mut info = frame_support::dispatch::GetDispatchInfo::get_dispatch_info(&call);
		info.extension_weight = extension.weight(&call);
		let origin = RuntimeOrigin::root();
		let (_, val, origin) = extension
			.validate(
				origin,
				&call,
				&info,
				10,
				(),
				&sp_runtime::traits::TxBaseImplication(()),
				sp_runtime::transaction_validity::TransactionSource::External,
			)
			.unwrap();
		assert_eq!(val, None);
		let pre = extension.clone().prepare(val, &origin, &call, &info, 10).unwrap();
		let given_back =
			<CheckAllowance<Test> as TransactionExtension<RuntimeCall>>::post_dispatch_details(
				pre,
				&info,
				&PostDispatchInfo::default(),
				10,
				&Ok(()),
			);
		assert_eq!(given_back, Ok(extension.weight(&call)));
		assert_eq!(crate::Used::<Test>::iter().count(), 0);
	});
}

#[test]
fn extensions_should_look_like_those_of_the_kit_when_a_wallet_signs() {
	let ours = <Extensions as TransactionExtension<RuntimeCall>>::metadata();
	let theirs = <(
		frame_system::CheckMortality<Test>,
		CheckAllowance<Test>,
		frame_system::CheckNonce<Test>,
	) as TransactionExtension<RuntimeCall>>::metadata();
	for (our, their) in ours.iter().zip(theirs) {
		assert_eq!(our.identifier, their.identifier);
		assert_eq!(our.ty, their.ty);
		assert_eq!(our.ty.type_info(), their.ty.type_info());
		assert_eq!(our.implicit, their.implicit);
	}
	assert_eq!(
		ours.iter().map(|extension| extension.identifier).collect::<Vec<_>>(),
		["CheckMortality", "CheckAllowance", "CheckNonce", "CheckWeight", "WeightReclaim"]
	);
	assert_eq!(ours[1].implicit, meta_type::<()>());
	assert_eq!(CheckAllowance::<Test>::type_info().path.ident(), Some("CheckAllowance"));

	let era = Era::mortal(64, 77);
	assert_eq!(
		CheckMortality::<Test>::from(era).encode(),
		frame_system::CheckMortality::<Test>::from(era).encode()
	);
	for nonce in [0u32, 63, 64, 70_000] {
		let encoded = frame_system::CheckNonce::<Test>::from(nonce).encode();
		assert_eq!(CheckNonce::<Test>::from(nonce).encode(), encoded);
		assert_eq!(CheckNonce::<Test>::decode(&mut &encoded[..]), Ok(CheckNonce::from(nonce)));
	}
	assert!(CheckAllowance::<Test>::default().encode().is_empty());
	assert_eq!(format!("{:?}", CheckAllowance::<Test>::new()), "CheckAllowance");
	assert_eq!(format!("{:?}", CheckNonce::<Test>::from(7)), "CheckNonce(7)");
	assert!(format!("{:?}", CheckMortality::<Test>::from(era)).starts_with("CheckMortality"));
}
