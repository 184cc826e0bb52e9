//! Motions of the council, voted by the joint accounts of its seats.

use crate::common::{
	begin_block, events, local, next_block, refused, send, signed, transaction, validate,
};
use codec::Encode;
use frame_support::dispatch::GetDispatchInfo;
use pallet_governance::{CallName, CouncilAct};
use polity_primitives::{
	refusal::Refusal,
	traits::{MinistryLookup, Rate, RateAdministration, RateClass},
	AccountId, MinistryId,
};
use polity_runtime::{
	configs::CouncilInstance, constants::MINIMUM_RATE, genesis_presets::well_known, Allowances,
	Executive, Ministries, Multisig, Runtime, RuntimeCall, RuntimeEvent, System,
	UncheckedExtrinsic, VERSION,
};
use sp_core::{sr25519, Pair};
use sp_runtime::{
	generic::{DigestItem, Era},
	traits::Hash,
	transaction_validity::InvalidTransaction,
	ApplyExtrinsicResult, DispatchError, DispatchResult,
};
use sp_storage::well_known_keys::CODE;
use sp_version::RuntimeVersion;
use well_known::WellKnown;

const SEATS: [[WellKnown; 2]; 4] = [
	[well_known::INTERIOR_SEAT_1, well_known::INTERIOR_SEAT_2],
	[well_known::JUSTICE_SEAT_1, well_known::JUSTICE_SEAT_2],
	[well_known::LANDS_SEAT_1, well_known::LANDS_SEAT_2],
	[well_known::ECONOMY_SEAT_1, well_known::ECONOMY_SEAT_2],
];

/// Both keys of a seat sign a call of their joint account.
fn jointly(seat: &[WellKnown; 2], call: RuntimeCall) -> DispatchResult {
	let [first, second] = seat;
	let max_weight = call.get_dispatch_info().total_weight();
	let other = |other: &WellKnown| vec![other.account()];
	let call_hash = sp_io::hashing::blake2_256(&call.encode());
	send(
		first,
		pallet_multisig::Call::approve_as_multi {
			threshold: 2,
			other_signatories: other(second),
			maybe_timepoint: None,
			call_hash,
			max_weight,
		},
	)
	.unwrap()?;
	let mut keys = vec![first.account(), second.account()];
	keys.sort();
	let joint = Multisig::multi_account_id(&keys, 2);
	let opened = pallet_multisig::Multisigs::<Runtime>::get(joint, call_hash).unwrap().when;
	send(
		second,
		pallet_multisig::Call::as_multi {
			threshold: 2,
			other_signatories: other(first),
			maybe_timepoint: Some(opened),
			call: Box::new(call),
			max_weight,
		},
	)
	.unwrap()
}

/// The last result of a call that a joint account made.
fn joint_result() -> DispatchResult {
	crate::common::events()
		.into_iter()
		.rev()
		.find_map(|event| match event {
			polity_runtime::RuntimeEvent::Multisig(pallet_multisig::Event::MultisigExecuted {
				result,
				..
			}) => Some(result),
			_ => None,
		})
		.unwrap_or(Err(DispatchError::Other("no joint account has made a call")))
}

/// Passes an act with the votes of the first `ayes` seats; the result is that of the motion.
fn pass(act: CouncilAct<AccountId>, ayes: usize) -> Option<DispatchResult> {
	let proposal: RuntimeCall = pallet_governance::Call::enact { act }.into();
	let length_bound = u32::try_from(proposal.encoded_size()).unwrap();
	let proposal_hash = <Runtime as frame_system::Config>::Hashing::hash_of(&proposal);
	let index = pallet_collective::ProposalCount::<Runtime, CouncilInstance>::get();
	jointly(
		&SEATS[0],
		pallet_collective::Call::propose {
			threshold: 3,
			proposal: Box::new(proposal.clone()),
			length_bound,
		}
		.into(),
	)
	.unwrap();
	joint_result().unwrap();
	for seat in &SEATS[..ayes] {
		jointly(
			seat,
			pallet_collective::Call::vote { proposal: proposal_hash, index, approve: true }.into(),
		)
		.unwrap();
		joint_result().unwrap();
	}
	jointly(
		&SEATS[0],
		pallet_collective::Call::close {
			proposal_hash,
			index,
			proposal_weight_bound: proposal.get_dispatch_info().total_weight(),
			length_bound,
		}
		.into(),
	)
	.unwrap();
	crate::common::events().into_iter().rev().find_map(|event| match event {
		polity_runtime::RuntimeEvent::Council(pallet_collective::Event::Executed {
			result,
			..
		}) => Some(result),
		_ => None,
	})
}

#[test]
fn an_upgrade_should_be_authorised_by_three_of_four_seats() {
	local(|| {
		let code_hash = sp_core::H256([7; 32]);
		let act = || CouncilAct::AuthoriseUpgrade { code_hash };
		assert_eq!(pass(act(), 2), None);
		assert!(System::authorized_upgrade().is_none());
	});
	local(|| {
		let code = b"a runtime".to_vec();
		let code_hash = sp_core::H256(sp_io::hashing::blake2_256(&code));
		assert_eq!(pass(CouncilAct::AuthoriseUpgrade { code_hash }, 3), Some(Ok(())));
		assert_eq!(*System::authorized_upgrade().unwrap().code_hash(), code_hash);
		let other = System::apply_authorized_upgrade(
			frame_system::RawOrigin::None.into(),
			b"another runtime".to_vec(),
		);
		assert_eq!(other.unwrap_err().error, frame_system::Error::<Runtime>::Unauthorized.into());
	});
}

/// A megabyte that the tests' executor takes for the code of a runtime of this version. The real
/// one has two thirds of that.
fn code(version: RuntimeVersion) -> Vec<u8> {
	let mut code = version.encode();
	code.resize(1024 * 1024, 0);
	code
}

/// The code of the next version.
fn next_code() -> Vec<u8> {
	code(RuntimeVersion { spec_version: VERSION.spec_version + 1, ..VERSION })
}

fn hash_of(code: &[u8]) -> sp_core::H256 {
	sp_core::H256(sp_io::hashing::blake2_256(code))
}

/// Authorises a code by a motion, and begins the next block.
fn authorise(code: &[u8]) {
	let act = CouncilAct::AuthoriseUpgrade { code_hash: hash_of(code) };
	assert_eq!(pass(act, 3), Some(Ok(())));
	next_block();
}

fn hand_in(code: &[u8]) -> RuntimeCall {
	frame_system::Call::apply_authorized_upgrade { code: code.to_vec() }.into()
}

/// A code that is handed in without a signature.
fn unsigned(code: &[u8]) -> UncheckedExtrinsic {
	UncheckedExtrinsic::new_bare(hand_in(code))
}

/// The code that the chain runs from the next block on.
fn stored_code() -> Option<Vec<u8>> {
	sp_io::storage::get(CODE).map(|code| code.to_vec())
}

/// Whether the current block has replaced the code by this one.
fn is_applied(code: &[u8]) -> bool {
	let updated = RuntimeEvent::System(frame_system::Event::CodeUpdated { hash: hash_of(code) });
	events().contains(&updated) && stored_code().as_deref() == Some(code)
}

#[test]
fn an_authorised_upgrade_should_be_applied_when_anybody_hands_in_its_code() {
	let by_nobody: fn(&[u8]) -> UncheckedExtrinsic = unsigned;
	let by_an_officer = |code: &[u8]| transaction(&well_known::ECONOMY_CLERK, hand_in(code));
	let by_a_seat_key = |code: &[u8]| transaction(&well_known::LANDS_SEAT_2, hand_in(code));
	for hand_over in [by_nobody, by_an_officer, by_a_seat_key] {
		local(|| {
			let code = next_code();
			authorise(&code);
			assert!(!is_applied(&code));
			assert!(validate(hand_over(&code)).is_ok());
			assert_eq!(Executive::apply_extrinsic(hand_over(&code)), Ok(Ok(())));
			assert!(is_applied(&code));
			assert!(System::authorized_upgrade().is_none());
			// It is used up: the same code is not applied twice.
			assert_eq!(
				Executive::apply_extrinsic(unsigned(&code)),
				Err(InvalidTransaction::Call.into())
			);
			let header = Executive::finalize_block();
			assert!(header.digest.logs.contains(&DigestItem::RuntimeEnvironmentUpdated));
			begin_block(header.number + 1);
			assert_eq!(stored_code(), Some(code));
		});
	}
}

#[test]
fn an_upgrade_should_be_refused_when_the_council_has_not_authorised_its_code() {
	local(|| {
		let refusal =
			|error: frame_system::Error<Runtime>| -> ApplyExtrinsicResult { Ok(Err(error.into())) };
		let (before, code) = (stored_code(), next_code());
		let other = self::code(RuntimeVersion { spec_version: 9_999, ..VERSION });
		let invalid = InvalidTransaction::Call.into();
		assert_eq!(validate(unsigned(&code)), Err(invalid));
		assert_eq!(
			send(&well_known::ECONOMY_CLERK, hand_in(&code)),
			refusal(frame_system::Error::NothingAuthorized)
		);
		// A code takes most of a block.
		next_block();
		authorise(&code);
		assert_eq!(validate(unsigned(&other)), Err(invalid));
		assert_eq!(Executive::apply_extrinsic(unsigned(&other)), Err(invalid));
		assert_eq!(
			send(&well_known::ECONOMY_CLERK, hand_in(&other)),
			refusal(frame_system::Error::Unauthorized)
		);
		assert_eq!(stored_code(), before);
		assert_eq!(*System::authorized_upgrade().unwrap().code_hash(), hash_of(&code));
	});
}

#[test]
fn an_upgrade_should_be_refused_when_it_is_not_the_next_of_this_chain() {
	// With benchmarks the SDK reads the version and compares nothing.
	if cfg!(feature = "runtime-benchmarks") {
		return;
	}
	type Error = frame_system::Error<Runtime>;
	let same = VERSION.spec_version;
	let elsewhere =
		RuntimeVersion { spec_name: "elsewhere".into(), spec_version: same + 1, ..VERSION };
	for (code, error) in [
		(code(VERSION), Error::SpecVersionNeedsToIncrease),
		(
			code(RuntimeVersion { spec_version: same - 1, ..VERSION }),
			Error::SpecVersionNeedsToIncrease,
		),
		(code(elsewhere), Error::InvalidSpecName),
		(b"no runtime".to_vec(), Error::FailedToExtractRuntimeVersion),
	] {
		local(|| {
			let before = stored_code();
			authorise(&code);
			// Nobody has to look for another code: what the council has authorised is at an end.
			assert_eq!(Executive::apply_extrinsic(unsigned(&code)), Ok(Ok(())));
			assert!(events().contains(&RuntimeEvent::System(
				frame_system::Event::RejectedInvalidAuthorizedUpgrade {
					code_hash: hash_of(&code),
					error: error.into(),
				}
			)));
			assert_eq!(stored_code(), before);
			assert!(System::authorized_upgrade().is_none());
		});
	}
}

#[test]
fn a_code_should_fit_into_the_allowance_of_seats_and_officers_and_need_none_unsigned() {
	local(|| {
		let code = next_code();
		authorise(&code);
		let signed_by = |account| validate(transaction(account, hand_in(&code)));
		for account in [&well_known::INTERIOR_SEAT_1, &well_known::ECONOMY_EXAMINER] {
			assert!(signed_by(account).is_ok(), "{}", account.path);
		}
		// A node is not an operator's account for everything: its allowance is a person's.
		let too_long = refused(Refusal::LargerThanAllowance);
		for account in [&well_known::INTERIOR_NODE, &well_known::CITIZEN_1] {
			assert_eq!(signed_by(account), Err(too_long), "{}", account.path);
		}
		let stranger = sr25519::Pair::from_string("//Nobody", None).unwrap();
		assert_eq!(
			validate(signed(&stranger, hand_in(&code), 0, Era::mortal(64, 0))),
			Err(refused(Refusal::UnknownSigner))
		);
		// Whatever the council has set the rates to, the code that it authorised gets in.
		for class in [RateClass::Seat, RateClass::Officer, RateClass::Person, RateClass::Ministry] {
			Allowances::set_rate(class, MINIMUM_RATE).unwrap();
		}
		assert_eq!(signed_by(&well_known::INTERIOR_SEAT_1), Err(too_long));
		let valid = validate(unsigned(&code)).unwrap();
		assert!(valid.propagate);
		assert_eq!(Executive::apply_extrinsic(unsigned(&code)), Ok(Ok(())));
		assert!(is_applied(&code));
	});
}

#[test]
fn a_paused_call_should_be_refused_until_it_is_resumed() {
	local(|| {
		let call = CallName::of("BusinessRegistry", "take_up").unwrap();
		let take_up = || -> RuntimeCall {
			pallet_business_registry::Call::take_up {
				act: crate::common::act(302, 1),
				application: polity_primitives::ids::ApplicationId(99),
			}
			.into()
		};
		let batch = |call: RuntimeCall| -> RuntimeCall {
			pallet_utility::Call::force_batch { calls: vec![call] }.into()
		};
		let plain = || send(&well_known::ECONOMY_EXAMINER, take_up());
		let nested = || send(&well_known::ECONOMY_EXAMINER, batch(batch(take_up())));
		let paused = refused(Refusal::CallNotAvailable);
		assert!(plain().is_ok() && nested().is_ok());
		assert_eq!(pass(CouncilAct::PauseCall { call: call.clone() }, 3), Some(Ok(())));
		assert_eq!(plain(), Err(paused));
		assert_eq!(nested(), Err(paused));
		assert_eq!(pass(CouncilAct::ResumeCall { call }, 3), Some(Ok(())));
		assert!(plain().is_ok() && nested().is_ok());
	});
}

#[test]
fn what_keeps_the_chain_alive_should_not_be_paused() {
	local(|| {
		for (pallet, call) in [
			("Timestamp", "set"),
			("Grandpa", "report_equivocation_unsigned"),
			("Council", "vote"),
			("Governance", "enact"),
		] {
			let call = CallName::of(pallet, call).unwrap();
			let result = pass(CouncilAct::PauseCall { call }, 3).unwrap();
			assert!(result.is_err(), "{pallet}");
		}
	});
}

#[test]
fn a_rate_should_be_the_councils_to_set() {
	local(|| {
		let rate = Rate { ref_time: 700_000_000_000, length: 700_000 };
		let act = CouncilAct::SetRate { class: RateClass::Person, rate };
		assert_eq!(pass(act, 3), Some(Ok(())));
		let status = Allowances::allowance(well_known::CITIZEN_1.account()).unwrap();
		assert_eq!(status.left, rate);
	});
}

#[test]
fn ministries_should_leave_until_the_floor_and_no_further() {
	local(|| {
		let suspend = |id| CouncilAct::SuspendMinistry { ministry: MinistryId(id) };
		assert_eq!(pass(suspend(4), 3), Some(Ok(())));
		assert!(!Ministries::is_active(MinistryId(4)));
		assert!(pass(suspend(3), 3).unwrap().is_err());
		assert!(Ministries::is_active(MinistryId(3)));
		let reinstate = CouncilAct::ReinstateMinistry { ministry: MinistryId(4) };
		assert_eq!(pass(reinstate, 3), Some(Ok(())));
		assert!(Ministries::is_active(MinistryId(4)));
	});
}
