//! Persons, ministries and mandates.

use super::{Kind, Records, Row};
use crate::common::act;
use pallet_identity::{Decision, Erasure, ErasureDecision, ErasureScope, PersonChange, PersonId};
use pallet_mandates::MandateChange;
use polity_primitives::{
	time::Instant, AccountId, Act, Commitment, District, MandateId, Power, Powers, Register, Tag,
};
use polity_runtime::{Mandates, Runtime};
use sp_core::sr25519;
use sp_runtime::MultiSignature;

fn persons(records: &Records) -> Vec<Row> {
	type Call = pallet_identity::Call<Runtime>;
	let examiners = |call: Call| {
		Row::from_officers(call, Register::Identity, Power::Examine, &[Kind::IdentityExaminer])
	};
	let registrars = |call: Call| {
		Row::from_officers(call, Register::Identity, Power::Decide, &[Kind::IdentityRegistrar])
	};
	let courts = |call: Call| {
		let judges = [Kind::Judge, Kind::OtherJudge];
		Row::from_officers(call, Register::Identity, Power::FreezeAsCourt, &judges)
	};
	let newborn = PersonId { register: Register::Business, tag: Tag::new([41; 32]).unwrap() };
	let (release, freeze) = (records.release, records.freeze);
	vec![
		examiners(Call::prepare {
			act: act(101, 0),
			person: newborn,
			change: PersonChange::Enrol { controller: None },
			proof: None,
		}),
		courts(Call::prepare {
			act: act(103, records.person_version),
			person: records.founder,
			change: PersonChange::Freeze,
			proof: None,
		}),
		registrars(Call::decide {
			act: act(102, records.person_version),
			proposal: release,
			decision: Decision::Approve,
		}),
		courts(Call::decide {
			act: act(103, records.person_version),
			proposal: freeze,
			decision: Decision::Approve,
		}),
		examiners(Call::withdraw { act: act(102, records.person_version), proposal: release }),
		courts(Call::withdraw { act: act(103, records.person_version), proposal: freeze }),
		Row::from_accounts(
			Call::rotate_controller {
				act: act(101, records.person_version),
				register: Register::Business,
				new: AccountId::new([42; 32]),
				proof: MultiSignature::Sr25519(sr25519::Signature::from_raw([1; 64])),
			},
			&[Kind::Citizen, Kind::OtherCitizen],
			pallet_identity::Error::<Runtime>::NotController,
		),
	]
}

/// How persons come to their tags without officers, and what the keeper says of erasures.
fn claims(records: &Records) -> Vec<Row> {
	type Call = pallet_identity::Call<Runtime>;
	let person = records.founder;
	let new = || AccountId::new([42; 32]);
	let signature = || MultiSignature::Sr25519(sr25519::Signature::from_raw([1; 64]));
	let controllers = |call: Call| {
		let error = pallet_identity::Error::<Runtime>::NotController;
		Row::from_accounts(call, &[Kind::Citizen, Kind::OtherCitizen], error)
	};
	let officers =
		|call: Call, power, kind| Row::from_officers(call, Register::Identity, power, &[kind]);
	let receipt = Commitment::new([45; 32]).unwrap();
	let undocumented = || Act { documents: Default::default(), ..act(106, 0) };
	let erasure = Erasure { register: Register::Business, scope: ErasureScope::RecordSecret };
	vec![
		Row::authorised(Call::claim {
			person,
			new: new(),
			proof: signature(),
			signatures: [signature(), signature()],
		}),
		controllers(Call::set_guardians {
			act: act(102, records.person_version),
			register: Register::Business,
			guardians: None,
		}),
		Row::authorised(Call::recover_by_guardians {
			person,
			new: new(),
			proof: signature(),
			approvals: Default::default(),
		}),
		controllers(Call::cancel_recovery {
			act: act(102, records.person_version),
			register: Register::Business,
		}),
		Row::authorised(Call::finish_recovery { person }),
		officers(
			Call::prepare_erasure { act: undocumented(), receipt, erasure },
			Power::Examine,
			Kind::IdentityExaminer,
		),
		officers(
			Call::decide_erasure {
				act: undocumented(),
				receipt: records.erasure,
				decision: ErasureDecision::Approve,
			},
			Power::Decide,
			Kind::IdentityRegistrar,
		),
		officers(
			Call::withdraw_erasure { act: undocumented(), receipt: records.erasure },
			Power::Examine,
			Kind::IdentityExaminer,
		),
	]
}

fn ministries() -> Vec<Row> {
	let seat_keys = |call: pallet_ministries::Call<Runtime>| {
		let keys = [Kind::InteriorSeatKey, Kind::EconomySeatKey];
		Row::from_accounts(call, &keys, pallet_ministries::Error::<Runtime>::NotSeatKey)
	};
	let node = || AccountId::new([43; 32]);
	vec![
		seat_keys(pallet_ministries::Call::nominate_node { node: node() }),
		seat_keys(pallet_ministries::Call::confirm_nomination { node: node() }),
		seat_keys(pallet_ministries::Call::withdraw_nomination { node: node() }),
		seat_keys(pallet_ministries::Call::announce_maintenance { until: 1_000 }),
		seat_keys(pallet_ministries::Call::end_maintenance {}),
		seat_keys(pallet_ministries::Call::return_node {}),
	]
}

fn mandates() -> Vec<Row> {
	type Error = pallet_mandates::Error<Runtime>;
	type Call = pallet_mandates::Call<Runtime>;
	let (clerks, clerk): (MandateId, _) =
		Mandates::mandates_of(Kind::Clerk.account().unwrap()).remove(0);
	let seat_keys = |call: Call| {
		let keys = [Kind::InteriorSeatKey, Kind::EconomySeatKey];
		Row::from_accounts(call, &keys, Error::NotSeatKey)
	};
	// A mandate is the affair of the ministry that it is of.
	let own_seat_keys = |call: Call| {
		Row::from_accounts(call, &[Kind::EconomySeatKey], Error::NotSeatKey)
			.but(&[Kind::InteriorSeatKey], Error::OtherMinistry)
	};
	vec![
		seat_keys(Call::propose_grant {
			act: act(201, 0),
			officer: AccountId::new([44; 32]),
			person: clerk.officer.person,
			register: Register::Business,
			powers: Powers::of(&[Power::Examine]),
			district: District::NATIONAL,
			not_before: Instant::from_millis(0),
			not_after: Instant::from_millis(u64::MAX),
		}),
		own_seat_keys(Call::confirm_grant { act: act(201, 1), id: clerks }),
		own_seat_keys(Call::propose_change {
			act: act(202, 1),
			id: clerks,
			change: MandateChange::Revoke,
		}),
		own_seat_keys(Call::confirm_change {
			act: act(202, 1),
			id: clerks,
			change: MandateChange::Revoke,
		}),
		own_seat_keys(Call::withdraw_proposal { act: act(202, 1), id: clerks }),
		own_seat_keys(Call::suspend_mandate { act: act(202, 1), id: clerks }),
	]
}

pub fn rows(records: &Records) -> Vec<Row> {
	[persons(records), claims(records), ministries(), mandates()].into_iter().flatten().collect()
}
