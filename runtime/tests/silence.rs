//! Permits that silence grants, in the blocks of the real runtime: as many in each as its bound says, and
//! what waits meanwhile is nobody's to refuse.

use crate::{
	common::{
		act, act_today, begin_block, events, genesis, local, next_block_at, now, pass_until,
		rolled_back, try_state,
	},
	origins::{
		records_permits::{make_type, permit_party, terms, terms_on_site},
		Kind,
	},
};
use frame_support::{dispatch::DispatchResult, traits::Hooks, weights::Weight};
use pallet_permit_applications::{
	types::{ApplicationChange, Decision, ReasonCode, Verdict},
	Due, LastApplication, PERSONAL, PROCEDURE,
};
use polity_permit_procedure::{Outcome, PermitTerms, Stage};
use polity_primitives::{
	ids::{ApplicationId, PermitTypeId},
	time::Period,
	traits::{PermitHolder, PersonalHolder},
	Commitment, Hash, MinistryId, UnitNumber,
};
use polity_runtime::{
	constants::{MAX_DUE_PER_BLOCK, NORMAL_SHARE, SLOT_MILLIS},
	genesis_presets::well_known,
	PermitApplications, Runtime, RuntimeCall, RuntimeEvent, System,
};
use sp_io::TestExternalities;
use sp_runtime::traits::Dispatchable;
use std::collections::BTreeSet;

type Call = pallet_permit_applications::Call<Runtime>;
type Error = pallet_permit_applications::Error<Runtime>;

fn attempt(who: Kind, call: Call) -> DispatchResult {
	let done = RuntimeCall::from(call).dispatch(who.origin());
	done.map(|_| ()).map_err(|error| error.error)
}

/// An application that was entered at the counter and found complete.
fn in_review(kind: PermitTypeId, holder: PermitHolder, site: Option<UnitNumber>) -> ApplicationId {
	let basis = match holder {
		PermitHolder::Party(_) => PROCEDURE,
		PermitHolder::Personal(_) => PERSONAL,
	};
	let enter = Call::enter { act: act(basis.0, 0), kind, applicant: holder, site };
	attempt(Kind::PermitsExaminer, enter).unwrap();
	let application = LastApplication::<Runtime>::get();
	complete_on(basis.0, application);
	application
}

fn complete_on(basis: u16, application: ApplicationId) {
	// A citizen has shown its right in the site.
	let (act, site_right_attested) = (act(basis, 1), basis == PROCEDURE.0);
	let call = Call::complete { act, application, site_right_attested };
	attempt(Kind::PermitsExaminer, call).unwrap();
}

/// So many applications of one citizen, each for another unit of land.
fn of_citizen(kind: PermitTypeId, count: u64) -> Vec<ApplicationId> {
	let holder = PermitHolder::Party(permit_party(&well_known::CITIZEN_1));
	let site = |place| UnitNumber::from_serial(UnitNumber::FIRST_SERIAL + place).unwrap();
	(0..count).map(|place| in_review(kind, holder.clone(), Some(site(place)))).collect()
}

/// So many applications of persons whom nobody knows.
fn of_nobody(kind: PermitTypeId, count: u64) -> Vec<ApplicationId> {
	let bytes = |place: u64, last: u8| {
		let mut bytes = [last; 32];
		bytes[..8].copy_from_slice(&place.to_le_bytes());
		bytes
	};
	let holder = |place| {
		PermitHolder::Personal(PersonalHolder {
			commitment: Commitment::new(bytes(place, 1)).unwrap(),
			nullifier: Hash::from(bytes(place, 2)),
		})
	};
	(0..count).map(|place| in_review(kind, holder(place), None)).collect()
}

fn version(application: ApplicationId) -> u32 {
	PermitApplications::application(application).unwrap().head.seq
}

/// Has the case officer recommend a refusal.
fn recommend_refusal(application: ApplicationId) -> DispatchResult {
	let act = act_today(PROCEDURE.0, version(application));
	let decision = Box::new(Decision::Refuse(ReasonCode::PublicInterest));
	attempt(Kind::PermitsExaminer, Call::recommend { act, application, decision })
}

/// Has another officer decide what is recommended.
fn decide(application: ApplicationId) -> DispatchResult {
	let act = act_today(PROCEDURE.0, version(application));
	attempt(Kind::PermitsRegistrar, Call::decide { act, application, verdict: Verdict::Approve })
}

fn stage(application: ApplicationId) -> Stage {
	PermitApplications::application(application).unwrap().record.application.stage
}

/// What silence has granted in this block, in its order.
fn granted_in_this_block() -> Vec<ApplicationId> {
	let granted = |event| match event {
		RuntimeEvent::PermitApplications(pallet_permit_applications::Event::Recorded {
			application,
			change: ApplicationChange::DeemedGranted { .. },
			..
		}) => Some(application),
		_ => None,
	};
	events().into_iter().filter_map(granted).collect()
}

/// What a block has for its hooks and inherents, so that nothing is taken from its transactions.
fn left_by_transactions() -> Weight {
	let block = <Runtime as frame_system::Config>::BlockWeights::get().max_block;
	block - NORMAL_SHARE * block
}

/// What the hook would weigh in the next block.
fn weight_of_hook() -> Weight {
	rolled_back(|| PermitApplications::on_initialize(System::block_number() + 1))
}

/// A thousand applications that were found complete in the first block of the preset.
struct Thousand {
	/// Their types: of the first five hundred, of the next four hundred and ninety, and of the last ten.
	kinds: [PermitTypeId; 3],
	/// In the order in which they were handed in.
	all: Vec<ApplicationId>,
	/// The last of the first type, of which a refusal is recommended in time.
	refused: ApplicationId,
	/// One of which somebody asks what is due.
	asked: ApplicationId,
}

impl Thousand {
	fn make() -> Self {
		let personal = PermitTerms {
			is_personal: true,
			is_transferable: false,
			renewal_window: None,
			..terms()
		};
		let sooner = PermitTerms { decision_period: Period::CalendarDays(29), ..terms_on_site() };
		let kinds = [terms_on_site(), personal, sooner].map(make_type);
		let mut all = of_citizen(kinds[0], 500);
		all.extend(of_nobody(kinds[1], 490));
		// The last that were handed in, with the first deadline.
		all.extend(of_citizen(kinds[2], 10));
		assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 1_000);
		Self { kinds, refused: all[499], asked: all[250], all }
	}

	/// The first and the last deadline.
	fn deadlines(&self) -> (u64, u64) {
		let deadline = |place: usize| PermitApplications::deadline(self.all[place]).unwrap();
		assert_eq!(deadline(0), deadline(989));
		assert!(deadline(999) < deadline(989));
		(deadline(999).as_millis(), deadline(989).as_millis())
	}

	/// In the order of their deadlines, and those of one deadline in the order of counting.
	fn in_order(&self) -> Vec<ApplicationId> {
		let mut sorted = self.all.clone();
		sorted.sort_by_key(|id| (PermitApplications::deadline(*id).unwrap(), *id));
		assert_ne!(sorted, self.all);
		sorted
	}
}

fn over() -> DispatchResult {
	Err(Error::PeriodOver.into())
}

const GRANTED: Stage = Stage::Decided(Outcome::DeemedGranted);

/// Does something, and writes it into the state behind: what a block has to hash stays its own.
fn committed<Answer>(state: &mut TestExternalities, what: impl FnOnce() -> Answer) -> Answer {
	let answer = state.execute_with(what);
	state.commit_all().unwrap();
	answer
}

#[test]
fn a_thousand_permits_should_be_granted_by_silence_in_the_blocks_that_the_bound_says() {
	let mut state = genesis("local");
	let thousand = committed(&mut state, || {
		begin_block(1);
		Thousand::make()
	});
	let Thousand { kinds, all, refused, asked } = &thousand;
	let mut expected = committed(&mut state, || {
		let (first, _) = thousand.deadlines();
		pass_until(first - SLOT_MILLIS);
		recommend_refusal(*refused).unwrap();
		assert_eq!(granted_in_this_block(), []);
		thousand.in_order()
	});
	committed(&mut state, || {
		// Every deadline is reached in this block, and the hook has seen the time of the one before.
		let (_, last) = thousand.deadlines();
		pass_until(last);
		assert_eq!(granted_in_this_block(), []);
		assert_eq!(Due::<Runtime>::iter_keys().count(), 1_000);
		// What was recommended in time is decided too late.
		assert_eq!(decide(*refused), over());
		assert_eq!(recommend_refusal(all[0]), over());
		// Whoever cannot wait has the chain do what it would do.
		let ask = || attempt(Kind::Stranger, Call::do_due { application: *asked });
		ask().unwrap();
		assert_eq!(stage(*asked), GRANTED);
		assert_eq!(ask(), Err(Error::NothingDue.into()));
	});
	expected.retain(|id| id != asked);

	let most = usize::try_from(MAX_DUE_PER_BLOCK).unwrap();
	let mut found = Vec::new();
	for rows in expected.chunks(most) {
		committed(&mut state, || {
			let hook = weight_of_hook();
			assert!(hook.all_lte(left_by_transactions()), "{hook:?}");
			next_block_at(now() + SLOT_MILLIS);
			assert_eq!(granted_in_this_block(), rows);
			found.extend(granted_in_this_block());
			// What waits is nobody's to refuse, and what does not is decided.
			let late = if found.contains(refused) {
				Err(Error::NothingRecommended.into())
			} else {
				over()
			};
			assert_eq!(decide(*refused), late);
		});
	}
	assert_eq!(found, expected);
	assert_eq!(expected.chunks(most).count(), 999usize.div_ceil(most));
	committed(&mut state, || {
		assert!(all.iter().all(|id| stage(*id) == GRANTED));
		assert_eq!(Due::<Runtime>::iter_keys().count(), 0);
		assert_eq!(pallet_permits::PermitCount::<Runtime>::get(), 510);
		assert_eq!(pallet_permits::PersonalPermits::<Runtime>::iter_keys().count(), 490);
		let by_silence = |kind| PermitApplications::figures(MinistryId(4), kind).figures.by_silence;
		assert_eq!(kinds.map(by_silence), [500, 490, 10]);
		next_block_at(now() + SLOT_MILLIS);
		assert_eq!(granted_in_this_block(), []);
		try_state();
	});
}

#[test]
fn a_decision_in_time_should_keep_silence_from_granting() {
	local(|| {
		let kind = make_type(terms_on_site());
		let [refused, granted] = of_citizen(kind, 2)[..] else { panic!("two were handed in") };
		let due = PermitApplications::deadline(refused).unwrap().as_millis();
		pass_until(due - SLOT_MILLIS);
		recommend_refusal(refused).unwrap();
		decide(refused).unwrap();
		next_block_at(due);
		next_block_at(due + SLOT_MILLIS);
		assert_eq!(granted_in_this_block(), [granted]);
		assert_eq!(stage(refused), Stage::Decided(Outcome::Refused));
	});
}

#[test]
fn a_standstill_of_the_chain_should_grant_nothing() {
	local(|| {
		let kind = make_type(terms_on_site());
		let application = of_citizen(kind, 1)[0];
		let due = PermitApplications::deadline(application).unwrap().as_millis();
		// Nobody could decide meanwhile, so that the period goes on for as long afterwards.
		next_block_at(due);
		for _ in 0..3 {
			next_block_at(now() + SLOT_MILLIS);
			assert_eq!(granted_in_this_block(), []);
		}
		assert_eq!(stage(application), Stage::InReview);
		let later = PermitApplications::deadline(application).unwrap().as_millis();
		assert!(later > due);
		recommend_refusal(application).unwrap();
		decide(application).unwrap();
		assert_eq!(stage(application), Stage::Decided(Outcome::Refused));
	});
}
