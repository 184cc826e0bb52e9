use codec::Encode;
use frame_support::{
	assert_noop, assert_ok, dispatch::GetDispatchInfo, pallet_prelude::TransactionSource,
	traits::Authorize,
};
use polity_primitives::{ids::ProposalId, refusal::Refusal, Head, Register};
use sp_core::H256;
use sp_runtime::{
	transaction_validity::{InvalidTransaction, TransactionValidityError},
	DispatchError, DispatchResult, MultiSignature,
};

use crate::{
	mock::*, types::*, Call, ClaimOffers, ControllerOf, Entries, Error, Event, Heads, Persons,
	WeightInfo,
};

/// The keys that the two officers have handed over, each one.
const CLAIM_KEYS: [u8; 2] = [50, 70];

/// Enrols a person without a controller, and offers it the tag: versions 1 and 2.
fn offered() {
	enrol(person(1), None);
	assert_ok!(offer(person(1), CLAIM_KEYS));
}

fn claim_call(new: u8, proof: MultiSignature, signatures: [MultiSignature; 2]) -> Call<Test> {
	Call::claim { person: person(1), new: account(new), proof, signatures }
}

/// The claim of the first person by who has the claim keys, for a key.
fn claim(new: u8) -> Call<Test> {
	let version = version(person(1));
	claim_call(
		new,
		proof(new, person(1), version),
		claim_signatures(CLAIM_KEYS, new, person(1), version),
	)
}

/// What the pallet answers when the pool has let the claim through.
fn past_the_pool(call: Call<Test>) -> DispatchResult {
	use sp_runtime::traits::Dispatchable;
	frame_support::storage::with_storage_layer(|| {
		RuntimeCall::Identity(call).dispatch(authorised()).map(|_| ()).map_err(|error| error.error)
	})
}

/// That a claim is refused: by the pool, and by the pallet if it came past it.
fn assert_refused(call: Call<Test>, error: Error<Test>, by_pool: InvalidTransaction) {
	assert_noop!(past_the_pool(call.clone()), error);
	assert_eq!(send(call), Err(TransactionValidityError::Invalid(by_pool)));
}

#[test]
fn claim_should_give_the_tag_to_its_owner_whose_account_nobody_knows() {
	build_and_execute(|| {
		offered();
		assert_eq!(System::providers(&account(1)), 0);
		assert_eq!(send(claim(1)), Ok(Ok(())));
		assert_eq!(ControllerOf::<Test>::get(Register::Business, account(1)), Some(tag(1)));
		assert_eq!(Persons::<Test>::get(person(1)).unwrap().controller, Some(account(1)));
		assert_eq!(System::providers(&account(1)), 1);
		assert_eq!(ClaimOffers::<Test>::get(person(1)), None);

		let entry = Entries::<Test>::get(person(1), 3).unwrap();
		assert_eq!((entry.act, entry.mandate), (None, None));
		assert_eq!(entry.body, PersonBody::Claimed { controller: account(1) });
		System::assert_last_event(
			Event::Claimed {
				register: Register::Business,
				tag: tag(1),
				new: account(1),
				version: 3,
				head: Heads::<Test>::get(person(1)).unwrap().hash,
			}
			.into(),
		);
		// The owner acts for it from now on.
		assert_ok!(Identity::rotate_controller(
			signed(1),
			act(ENROLMENT, 3),
			Register::Business,
			account(2),
			proof(2, person(1), 3),
		));
	});
}

#[test]
fn claim_should_hold_with_signatures_as_a_wallet_wraps_them() {
	build_and_execute(|| {
		offered();
		let payload = agreed(1, person(1), 2).payload_for(b"polity/claim/1");
		let wrapped = [b"<Bytes>", payload.as_slice(), b"</Bytes>"].concat();
		let signatures = CLAIM_KEYS.map(|key| sign(key, &wrapped));
		let call = claim_call(1, wrapped_proof(1, person(1), 2), signatures);
		assert_eq!(send(call), Ok(Ok(())));
	});
}

#[test]
fn claim_should_be_of_one_tag_once() {
	build_and_execute(|| {
		offered();
		let again = claim(1);
		assert_eq!(send(again.clone()), Ok(Ok(())));
		assert_refused(again, Error::<Test>::ClaimNotOffered, InvalidTransaction::Stale);
		assert_refused(claim(2), Error::<Test>::ClaimNotOffered, InvalidTransaction::Stale);
	});
}

#[test]
fn offer_should_change_nothing_of_the_record_but_its_version() {
	build_and_execute(|| {
		enrol(person(1), None);
		let before = Persons::<Test>::get(person(1));
		assert_ok!(offer(person(1), CLAIM_KEYS));
		assert_eq!(Persons::<Test>::get(person(1)), before);
		assert_eq!(version(person(1)), 2);
		assert_eq!(
			Identity::claim_offer(Register::Business, tag(1)),
			Some(ClaimOffer {
				claim_keys: CLAIM_KEYS.map(account),
				offered_at: 1,
				prepared_under: mandate_of(MAKER),
				mandate: mandate_of(CHECKER),
			})
		);
		let entry = Entries::<Test>::get(person(1), 2).unwrap();
		assert_eq!(entry.mandate, Some(mandate_of(CHECKER)));
		let PersonBody::ClaimOffered { claim_keys, preparation } = entry.body else {
			panic!("the entry tells the offer")
		};
		assert_eq!(claim_keys, CLAIM_KEYS.map(account));
		assert_eq!(preparation.mandate, mandate_of(MAKER));
		System::assert_last_event(
			Event::ClaimOffered {
				proposal: ProposalId(1),
				register: Register::Business,
				tag: tag(1),
				claim_keys,
				prepared_under: mandate_of(MAKER),
				mandate: mandate_of(CHECKER),
				version: 2,
				head: Heads::<Test>::get(person(1)).unwrap().hash,
			}
			.into(),
		);
	});
}

/// Decides an offer that waits for it.
fn decide(decision: Decision<AccountId>) -> DispatchResult {
	Identity::decide(signed(CHECKER), act(ENROLMENT, 1), ProposalId(1), decision)
}

fn approve_offer(second: u8) -> DispatchResult {
	decide(Decision::ApproveOffer { claim_key: account(second) })
}

#[test]
fn offer_should_fail_when_its_approval_names_no_second_key() {
	build_and_execute(|| {
		enrol(person(1), None);
		assert_ok!(prepare(person(1), PersonChange::OfferClaim { claim_key: account(50) }));
		assert_noop!(decide(Decision::Approve), Error::<Test>::SecondKeyMissing);
		// It can be refused without one.
		assert_ok!(decide(Decision::Refuse(RefusalReason::PersonNotEstablished)));
		assert_eq!(ClaimOffers::<Test>::get(person(1)), None);
	});
}

#[test]
fn offer_should_fail_when_both_keys_are_one() {
	build_and_execute(|| {
		enrol(person(1), None);
		assert_ok!(prepare(person(1), PersonChange::OfferClaim { claim_key: account(50) }));
		assert_noop!(approve_offer(50), Error::<Test>::ClaimKeysEqual);
		assert_ok!(approve_offer(70));
	});
}

#[test]
fn offer_should_fail_when_a_key_is_the_account_of_an_officer_who_makes_it() {
	build_and_execute(|| {
		enrol(person(1), None);
		assert_noop!(offer(person(1), [MAKER, 70]), Error::<Test>::ControllerIsOfficer);
		let by_checker =
			frame_support::storage::with_storage_layer(|| offer(person(1), [CHECKER, 70]));
		assert_eq!(by_checker, Err(Error::<Test>::ControllerIsOfficer.into()));
		assert_ok!(prepare(person(1), PersonChange::OfferClaim { claim_key: account(50) }));
		for officer in [MAKER, CHECKER] {
			assert_noop!(approve_offer(officer), Error::<Test>::ControllerIsOfficer);
		}
	});
}

#[test]
fn approval_should_fail_when_it_names_a_second_key_of_what_is_no_offer() {
	build_and_execute(|| {
		enrol(person(1), None);
		assert_ok!(prepare(person(1), PersonChange::BindController { controller: account(1) }));
		assert_noop!(approve_offer(70), Error::<Test>::SecondKeyUnexpected);
		assert_ok!(decide(Decision::Approve));
	});
}

/// Each officer knows one of the two keys, and takes the tag with it as little as a stranger.
#[test]
fn claim_should_fail_when_one_officer_has_its_own_key_alone() {
	build_and_execute(|| {
		offered();
		let [first, second] = CLAIM_KEYS;
		for signers in
			[[first, first], [second, second], [first, 51], [51, second], [second, first]]
		{
			assert_refused(
				claim_call(9, proof(9, person(1), 2), claim_signatures(signers, 9, person(1), 2)),
				Error::<Test>::ClaimSignatureInvalid,
				InvalidTransaction::BadProof,
			);
		}
		assert_eq!(send(claim(1)), Ok(Ok(())));
	});
}

#[test]
fn offer_should_fail_when_the_tag_has_a_controller_or_nobody_can_claim_it() {
	build_and_execute(|| {
		assert_noop!(offer(person(1), CLAIM_KEYS), Error::<Test>::NotEnrolled);
		enrol(person(1), Some(1));
		assert_noop!(offer(person(1), CLAIM_KEYS), Error::<Test>::HasController);
		assert_ok!(make(person(1), PersonChange::RecordDeath));
		assert_noop!(offer(person(1), CLAIM_KEYS), Error::<Test>::PersonDeceased);
		enrol(person(2), None);
		let change = PersonChange::OfferClaim { claim_key: account(50) };
		let unexpected = Identity::prepare(
			signed(MAKER),
			act(ENROLMENT, 1),
			person(2),
			change.clone(),
			Some(proof(50, person(2), 1)),
		);
		assert_noop!(unexpected, Error::<Test>::ProofUnexpected);
		assert_noop!(
			Identity::prepare(signed(MAKER), act(KEY_RECOVERY, 1), person(2), change, None),
			Error::<Test>::WrongLegalBasis
		);
	});
}

#[test]
fn offer_should_end_when_another_replaces_it() {
	build_and_execute(|| {
		offered();
		assert_ok!(offer(person(1), [51, 71]));
		assert_refused(
			claim(1),
			Error::<Test>::ClaimSignatureInvalid,
			InvalidTransaction::BadProof,
		);
		// Nor with one of the old keys and one of the new.
		let mixed = claim_signatures([50, 71], 1, person(1), 3);
		assert_refused(
			claim_call(1, proof(1, person(1), 3), mixed),
			Error::<Test>::ClaimSignatureInvalid,
			InvalidTransaction::BadProof,
		);
		let signatures = claim_signatures([51, 71], 1, person(1), 3);
		assert_eq!(send(claim_call(1, proof(1, person(1), 3), signatures)), Ok(Ok(())));
	});
}

#[test]
fn offer_should_end_when_the_tag_has_a_controller_or_the_person_has_died_or_is_merged() {
	build_and_execute(|| {
		enrol(person(2), None);
		for change in [
			PersonChange::BindController { controller: account(1) },
			PersonChange::RecordDeath,
			PersonChange::MergeInto { survivor: tag(2) },
		] {
			let ended = frame_support::storage::with_transaction(|| {
				offered();
				assert_ok!(make(person(1), change.clone()));
				crate::try_state::do_try_state::<Test>().unwrap();
				assert_refused(claim(9), Error::<Test>::ClaimNotOffered, InvalidTransaction::Stale);
				let ended = ClaimOffers::<Test>::get(person(1)).is_none();
				sp_runtime::TransactionOutcome::Rollback(Ok::<_, DispatchError>(ended))
			});
			assert_eq!(ended, Ok(true), "{change:?}");
		}
	});
}

#[test]
fn claim_should_fail_when_nothing_was_offered() {
	build_and_execute(|| {
		assert_refused(claim(1), Error::<Test>::ClaimNotOffered, InvalidTransaction::Stale);
		enrol(person(1), None);
		assert_refused(claim(1), Error::<Test>::ClaimNotOffered, InvalidTransaction::Stale);
	});
}

#[test]
fn claim_should_fail_when_its_period_is_over() {
	build_and_execute(|| {
		offered();
		System::set_block_number(1 + ClaimPeriod::get() + 1);
		assert_refused(claim(1), Error::<Test>::ClaimLapsed, InvalidTransaction::Stale);
		// Another offer begins another period.
		assert_ok!(offer(person(1), CLAIM_KEYS));
		System::set_block_number(System::block_number() + ClaimPeriod::get());
		assert_eq!(send(claim(1)), Ok(Ok(())));
	});
}

#[test]
fn claim_should_fail_when_the_person_is_frozen() {
	build_and_execute(|| {
		offered();
		assert_ok!(make(person(1), PersonChange::Freeze));
		assert_refused(claim(1), Error::<Test>::PersonFrozen, InvalidTransaction::Call);
		assert_ok!(make(person(1), PersonChange::Unfreeze));
		assert_eq!(send(claim(1)), Ok(Ok(())));
	});
}

#[test]
fn claim_should_fail_when_the_account_controls_another_tag_of_the_register() {
	build_and_execute(|| {
		offered();
		enrol(person(2), Some(1));
		assert_refused(claim(1), Error::<Test>::ControllerTaken, InvalidTransaction::Call);
	});
}

#[test]
fn claim_should_fail_when_the_account_is_that_of_an_officer_who_made_the_offer() {
	build_and_execute(|| {
		offered();
		for officer in [MAKER, CHECKER] {
			assert_refused(
				claim(officer),
				Error::<Test>::ControllerIsOfficer,
				InvalidTransaction::Call,
			);
		}
	});
}

#[test]
fn claim_should_fail_when_a_change_waits_for_its_decision() {
	build_and_execute(|| {
		offered();
		assert_ok!(prepare(person(1), PersonChange::Freeze));
		assert_refused(claim(1), Error::<Test>::ProposalOpen, InvalidTransaction::Call);
	});
}

#[test]
fn claim_should_fail_when_the_record_has_all_its_versions() {
	build_and_break(|| {
		offered();
		Heads::<Test>::insert(person(1), Head { seq: u32::MAX, hash: H256::zero() });
		assert_refused(claim(1), Error::<Test>::TooManyVersions, InvalidTransaction::Call);
	});
}

#[test]
fn claim_should_fail_when_either_key_has_signed_anything_else() {
	build_and_execute(|| {
		offered();
		let right = claim_signatures(CLAIM_KEYS, 1, person(1), 2);
		let elsewhere = PersonId { register: Register::Land, tag: tag(1) };
		let foreign = polity_primitives::ControllerProof {
			genesis: H256::repeat_byte(9),
			..agreed(1, person(1), 2)
		};
		for (at, key) in CLAIM_KEYS.into_iter().enumerate() {
			let signatures = [
				// Another key; another account, as of somebody who has seen the claim on its way.
				claim_signature(51, 1, person(1), 2),
				claim_signature(1, 1, person(1), 2),
				claim_signature(key, 2, person(1), 2),
				// Another tag, register, version, network, domain.
				claim_signature(key, 1, person(2), 2),
				claim_signature(key, 1, elsewhere, 2),
				claim_signature(key, 1, person(1), 1),
				claim_signature(key, 1, person(1), 3),
				sign(key, &foreign.payload_for(b"polity/claim/1")),
				sign(key, &agreed(1, person(1), 2).payload()),
				sign(key, &agreed(1, person(1), 2).payload_for(b"polity/guardian/1")),
			];
			for signature in signatures {
				let mut both = right.clone();
				both[at] = signature;
				assert_refused(
					claim_call(1, proof(1, person(1), 2), both),
					Error::<Test>::ClaimSignatureInvalid,
					InvalidTransaction::BadProof,
				);
			}
		}
	});
}

#[test]
fn claim_should_fail_when_the_new_controller_has_not_agreed() {
	build_and_execute(|| {
		offered();
		for proof in [proof(2, person(1), 2), proof(1, person(1), 1), proof(1, person(2), 2)] {
			assert_refused(
				claim_call(1, proof, claim_signatures(CLAIM_KEYS, 1, person(1), 2)),
				Error::<Test>::ProofInvalid,
				InvalidTransaction::BadProof,
			);
		}
	});
}

#[test]
fn claim_should_fail_when_anybody_signs_the_transaction() {
	build_and_execute(|| {
		offered();
		let Call::claim { person, new, proof, signatures } = claim(1) else { unreachable!() };
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none(), signed(1), signed(MAKER)] {
			assert_noop!(
				Identity::claim(origin, person, new.clone(), proof.clone(), signatures.clone()),
				DispatchError::BadOrigin
			);
		}
	});
}

#[test]
fn claim_should_fail_at_the_pool_when_the_call_is_paused() {
	build_and_execute(|| {
		offered();
		set_paused(true);
		assert_eq!(send(claim(1)), Err(Refusal::CallNotAvailable.into()));
		set_paused(false);
		assert_eq!(send(claim(1)), Ok(Ok(())));
	});
}

#[test]
fn pool_should_have_room_for_one_claim_on_each_version_of_a_record() {
	build_and_execute(|| {
		offered();
		let valid = |new| claim(new).authorize(TransactionSource::External).unwrap().unwrap().0;
		let (first, second) = (valid(1), valid(2));
		assert_eq!(first.provides, second.provides);
		assert_eq!(first.provides, [(b"polity/identity", person(1), 2u32).encode()]);
		assert!(first.propagate);
		assert_eq!(first.priority, crate::AUTHORISED_PRIORITY);
		let weight = RuntimeCall::Identity(claim(1)).weight_of_authorize();
		assert_eq!(weight, <() as WeightInfo>::authorize_claim());
		assert_eq!(claim(1).get_dispatch_info().call_weight, <() as WeightInfo>::claim());
	});
}
