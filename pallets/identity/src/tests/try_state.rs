//! The checks find each kind of broken state.

use frame_support::assert_ok;
use polity_primitives::{ids::ProposalId, CompetenceKind, Head, MandateId, Register};

use crate::{mock::*, types::*, *};

fn found() -> Option<&'static str> {
	match crate::try_state::do_try_state::<Test>() {
		Ok(()) => None,
		Err(sp_runtime::DispatchError::Other(text)) => Some(text),
		Err(other) => panic!("{other:?}"),
	}
}

/// Two persons with controllers, one merged into the first, and an open proposal.
fn sound() {
	enrol(person(1), Some(1));
	enrol(person(2), Some(2));
	enrol(person(3), None);
	assert_ok!(make(person(3), PersonChange::MergeInto { survivor: tag(1) }));
	assert_ok!(prepare(person(2), PersonChange::Freeze));
	assert_eq!(found(), None);
}

#[test]
fn try_state_should_find_what_is_broken() {
	type Break = fn();
	let cases: [(Break, &str); 16] = [
		(|| Persons::<Test>::remove(person(1)), "a head of a record stands without its person"),
		(|| Heads::<Test>::remove(person(1)), "a person has no head"),
		(|| Entries::<Test>::remove(person(1), 1), "a person has no entries"),
		(|| Entries::<Test>::remove(person(3), 1), "a person's entries do not lead to its head"),
		(
			|| {
				Persons::<Test>::remove(person(3));
				Heads::<Test>::remove(person(3));
			},
			"entries stand without their person",
		),
		(
			|| {
				let entry = Entries::<Test>::get(person(1), 1).unwrap();
				Entries::<Test>::insert(person(2), 1, entry);
			},
			"an entry of a person stands in another's place",
		),
		(
			|| {
				Persons::<Test>::mutate(person(1), |record| {
					record.as_mut().unwrap().standing = PersonStanding::Frozen;
				})
			},
			"a person's record is not what its entries say",
		),
		(
			|| ControllerOf::<Test>::insert(Register::Land, account(1), tag(1)),
			"an account controls a tag that is not enrolled",
		),
		(
			|| ControllerOf::<Test>::insert(Register::Business, account(9), tag(1)),
			"an account controls a tag that does not know it",
		),
		(
			|| ControllerOf::<Test>::remove(Register::Business, account(1)),
			"a person's controller does not know its tag",
		),
		(
			|| {
				assert_ok!(System::dec_providers(&account(1)));
			},
			"an account that has controlled a tag is gone, and its nonce with it",
		),
		(
			|| ControlledTags::<Test>::insert(account(1), 2),
			"an account does not control as many tags as are counted",
		),
		(|| ControlledTags::<Test>::remove(account(1)), "the tags of a controller are not counted"),
		(
			|| NextProposal::<Test>::put(ProposalId(0)),
			"a proposal has an id that was not given out",
		),
		(
			|| OpenProposals::<Test>::remove(person(2), CompetenceKind::Court),
			"a proposal is not known to its record",
		),
		(
			|| OpenProposals::<Test>::insert(person(1), CompetenceKind::Court, ProposalId(99)),
			"a record knows a proposal that is gone",
		),
	];
	for (damage, finding) in cases {
		build_and_break(|| {
			sound();
			damage();
			assert_eq!(found(), Some(finding));
		});
	}
}

#[test]
fn try_state_should_find_an_altered_proposal() {
	type Change = fn(&mut ProposalOf<Test>);
	let cases: [(Change, &str); 3] = [
		(|proposal| proposal.act.legal_basis = ENROLMENT, "a proposal rests on the wrong statute"),
		(
			|proposal| proposal.act.expected_version = 9,
			"a proposal is prepared on a version that is still to come",
		),
		(
			|proposal| proposal.mandate = MandateId(99),
			"a proposal was prepared under a mandate that is not on record",
		),
	];
	for (damage, finding) in cases {
		build_and_break(|| {
			sound();
			let (id, mut proposal) = Proposals::<Test>::iter().next().unwrap();
			damage(&mut proposal);
			Proposals::<Test>::insert(id, proposal);
			assert_eq!(found(), Some(finding));
		});
	}
	build_and_break(|| {
		sound();
		let (id, _) = Proposals::<Test>::iter().next().unwrap();
		OpenProposals::<Test>::insert(person(1), CompetenceKind::Court, id);
		assert_eq!(found(), Some("a record knows a proposal of another record"));
	});
}

#[test]
fn try_state_should_find_that_the_account_of_an_earlier_controller_is_gone() {
	build_and_break(|| {
		sound();
		assert_ok!(make(person(1), PersonChange::ReleaseController));
		assert_eq!(found(), None);
		assert_ok!(System::dec_providers(&account(1)));
		assert_eq!(
			found(),
			Some("an account that has controlled a tag is gone, and its nonce with it")
		);
	});
}

#[test]
fn try_state_should_find_a_head_that_counts_wrong() {
	build_and_break(|| {
		sound();
		Heads::<Test>::mutate(person(1), |head| {
			*head = head.map(|head| Head { seq: 9, ..head });
		});
		assert_eq!(found(), Some("a person's entries do not lead to its head"));
	});
}

#[test]
fn try_state_should_find_what_is_broken_beside_a_record() {
	const NOBODY: u8 = 9;
	fn named(signer: u8, number: u8) -> sp_runtime::DispatchResult {
		Identity::set_guardians(
			signed(signer),
			act(KEY_RECOVERY, version(person(number))),
			Register::Business,
			Some(guardians(person(number), &[61, 62], 2)),
		)
	}
	fn preparation() -> Preparation {
		Preparation { mandate: mandate_of(MAKER), act: act(ENROLMENT, 2) }
	}
	/// Has the record of the first one say what no officers can have done.
	fn tell(body: PersonBody<AccountId>) {
		assert_ok!(Identity::append(&person(1), None, None, body));
	}
	/// One is offered, one has guardians, and of one a recovery is open.
	fn sound() {
		enrol(person(1), None);
		assert_ok!(make(person(1), PersonChange::OfferClaim { claim_key: account(50) }));
		enrol(person(2), Some(2));
		assert_ok!(named(2, 2));
		enrol(person(3), Some(3));
		assert_ok!(named(3, 3));
		let approvals = [0, 1].map(|at| approval(person(3), &[61, 62], at, 4, 2)).to_vec();
		let open = Call::recover_by_guardians {
			person: person(3),
			new: account(4),
			proof: proof(4, person(3), 2),
			approvals: approvals.try_into().unwrap(),
		};
		assert_eq!(send(open), Ok(Ok(())));
		assert_eq!(found(), None);
	}
	type Break = fn();
	let offered = "what is offered to the owner of a tag is not what its entries say";
	let guarded = "the guardians of a tag are not what its entries say";
	let cases: [(Break, &str); 18] = [
		(|| ClaimOffers::<Test>::remove(person(1)), offered),
		(
			|| {
				ClaimOffers::<Test>::mutate(person(1), |offer| {
					offer.as_mut().unwrap().claim_keys[1] = account(51);
				})
			},
			offered,
		),
		(
			|| {
				let offer = ClaimOffers::<Test>::get(person(1)).unwrap();
				ClaimOffers::<Test>::insert(person(2), offer);
			},
			offered,
		),
		(
			|| {
				let offer = ClaimOffers::<Test>::get(person(1)).unwrap();
				ClaimOffers::<Test>::insert(person(NOBODY), offer);
			},
			"a tag is offered that is not enrolled",
		),
		(
			|| {
				ClaimOffers::<Test>::mutate(person(1), |offer| {
					offer.as_mut().unwrap().prepared_under = MandateId(99);
				})
			},
			"a tag is offered under a mandate that is not on record",
		),
		(
			|| {
				ClaimOffers::<Test>::mutate(person(1), |offer| {
					offer.as_mut().unwrap().prepared_under = mandate_of(CHECKER);
				})
			},
			"a tag is offered by one officer",
		),
		(
			|| {
				let claim_keys = [account(50), account(50)];
				tell(PersonBody::ClaimOffered { claim_keys, preparation: preparation() });
			},
			"a person's record is not what its entries say",
		),
		(
			|| {
				let change = PersonChange::OfferClaim { claim_key: account(50) };
				tell(PersonBody::Decided { change, preparation: preparation() });
			},
			"a person's record is not what its entries say",
		),
		(
			|| {
				Guardians::<Test>::mutate(person(2), |set| set.as_mut().unwrap().count = 3);
			},
			guarded,
		),
		(|| Guardians::<Test>::insert(person(1), guardians(person(1), &[61, 62], 2)), guarded),
		(
			|| {
				let unsound = Some(GuardianSet { quorum: 1, ..guardians(person(2), &[61, 62], 2) });
				let body = PersonBody::GuardiansSet { guardians: unsound };
				assert_ok!(Identity::append(&person(2), None, None, body));
				Guardians::<Test>::set(person(2), unsound);
			},
			"a person's record is not what its entries say",
		),
		(
			|| Guardians::<Test>::insert(person(NOBODY), guardians(person(9), &[61, 62], 2)),
			"guardians stand without a person",
		),
		(
			|| {
				let recovery = Recoveries::<Test>::get(person(3)).unwrap();
				Recoveries::<Test>::insert(person(NOBODY), recovery);
			},
			"a recovery stands without a person",
		),
		(
			|| {
				let recovery = Recoveries::<Test>::take(person(3)).unwrap();
				Recoveries::<Test>::insert(person(1), recovery);
			},
			"a recovery changes nothing",
		),
		(
			|| {
				Recoveries::<Test>::mutate(person(3), |recovery| {
					recovery.as_mut().unwrap().controller = account(3);
				})
			},
			"a recovery changes nothing",
		),
		(
			|| {
				Recoveries::<Test>::mutate(person(3), |recovery| {
					recovery.as_mut().unwrap().opened_at = 2;
				})
			},
			"a recovery was opened in a block to come",
		),
		(
			|| Guardians::<Test>::insert(person(3), guardians(person(3), &[61, 62], 2)),
			"guardians were not used up",
		),
		(
			|| {
				Persons::<Test>::mutate(person(1), |person| {
					person.as_mut().unwrap().controller = Some(account(1))
				})
			},
			"a person's record is not what its entries say",
		),
	];
	for (damage, finding) in cases {
		build_and_break(|| {
			sound();
			damage();
			assert_eq!(found(), Some(finding));
		});
	}
}

#[test]
fn try_state_should_find_a_broken_erasure() {
	use polity_primitives::Commitment;
	const ERASED: Erasure = Erasure { register: Register::Land, scope: ErasureScope::Everything };
	fn receipt(number: u8) -> Commitment {
		Commitment::new([number; 32]).unwrap()
	}
	fn prepare(number: u8) {
		let act = act(ERASURE, 0);
		assert_ok!(Identity::prepare_erasure(signed(MAKER), act, receipt(number), ERASED));
	}
	/// One is recorded and one waits.
	fn sound() {
		prepare(1);
		prepare(2);
		let act = act(ERASURE, 0);
		assert_ok!(Identity::decide_erasure(
			signed(CHECKER),
			act,
			receipt(1),
			ErasureDecision::Approve
		));
		assert_eq!(found(), None);
	}
	fn recorded(change: fn(&mut ErasureReceipt)) {
		Erasures::<Test>::mutate(receipt(1), |erased| change(erased.as_mut().unwrap()));
	}
	fn waiting(change: fn(&mut ErasureProposalOf<Test>)) {
		ErasureProposals::<Test>::mutate(receipt(2), |waits| change(waits.as_mut().unwrap()));
	}
	type Break = fn();
	let cases: [(Break, &str); 7] = [
		(
			|| {
				let waits = ErasureProposals::<Test>::get(receipt(2)).unwrap();
				ErasureProposals::<Test>::insert(receipt(1), waits);
			},
			"an erasure is decided and waits for it",
		),
		(
			|| waiting(|waits| waits.preparation.act.legal_basis = ENROLMENT),
			"an erasure is prepared as it cannot be",
		),
		(
			|| waiting(|waits| waits.preparation.mandate = MandateId(99)),
			"an erasure is prepared as it cannot be",
		),
		(
			|| recorded(|erased| erased.act.legal_basis = ENROLMENT),
			"an erasure was recorded as it cannot be",
		),
		(
			|| recorded(|erased| erased.mandate = MandateId(99)),
			"an erasure was recorded as it cannot be",
		),
		(
			|| recorded(|erased| erased.preparation.mandate = MandateId(99)),
			"an erasure was recorded as it cannot be",
		),
		(
			|| recorded(|erased| erased.mandate = erased.preparation.mandate),
			"an erasure was recorded by one officer",
		),
	];
	for (damage, finding) in cases {
		build_and_break(|| {
			sound();
			damage();
			assert_eq!(found(), Some(finding));
		});
	}
}
