//! What holds of an application whatever happens, in any order: the days are counted a second time by
//! [`Reference`], and the chain acts when something is due, as it does in each block.

use std::collections::BTreeSet;

use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};

use super::{
	reference::{hour, instant, Question, Reference},
	*,
};

/// The hour in which stories begin, so that what was taken over has a past.
const BEGINNING: i64 = 60 * 24;

/// Something that happens.
#[derive(Clone, Debug)]
enum Step {
	Pass(i64),
	Outage(i64),
	/// The council makes a day that is so many days away a holiday, or takes the holiday away.
	Holiday(i64),
	SettleFee,
	Return,
	HandIn,
	Decline,
	Complete,
	Ask,
	Answer,
	Extend,
	Opine(u16, Opinion),
	Decide(DecidedByOfficers),
	Withdraw,
	Appeal(Appellant),
	EndAppeal(AppealOutcome),
}

/// Who can appeal.
const SIDES: [Appellant; 2] = [Appellant::Applicant, Appellant::ThirdParty];

/// How a story begins.
#[derive(Clone, Debug)]
enum Beginning {
	Submitted,
	TakenOver { days_ago: i64, was_extended: bool, earlier_outage: Option<(i64, i64)> },
}

/// A story: the rules on one side, plain numbers on the other.
struct Story {
	reference: Reference,
	terms: PermitTerms,
	calendar: Calendar,
	tolled: TolledIntervals,
	is_full: bool,
	now: i64,
	application: Application,
	// What the reference knows of the application.
	handed_in: i64,
	fee_is_settled: bool,
	complete_from: i64,
	complete_day: i64,
	questions: Vec<Question>,
	is_extended: bool,
	asked_day: Option<i64>,
	opinions: [Option<Opinion>; 4],
	decided_at: i64,
	/// The sides that can appeal against the decision, once no appeal is open.
	may_appeal: Vec<Appellant>,
	/// When the decision stood after the first appeal.
	stood_at: Option<i64>,
	granted_by_silence: u32,
	/// What was reached: steps with whether they were allowed, and stages.
	reached: BTreeSet<String>,
}

type Told = Result<(), TestCaseError>;

impl Story {
	fn begun(
		reference: Reference,
		terms: PermitTerms,
		is_full: bool,
		beginning: &Beginning,
	) -> Option<Self> {
		let mut story = Self {
			calendar: reference.calendar(),
			reference,
			terms,
			tolled: TolledIntervals::new(),
			is_full,
			now: BEGINNING,
			application: Application::submitted(instant(BEGINNING)),
			handed_in: BEGINNING,
			fee_is_settled: false,
			complete_from: 0,
			complete_day: 0,
			questions: Vec::new(),
			is_extended: false,
			asked_day: None,
			opinions: [None; 4],
			decided_at: 0,
			may_appeal: SIDES.to_vec(),
			stood_at: None,
			granted_by_silence: 0,
			reached: BTreeSet::new(),
		};
		if let Beginning::TakenOver { days_ago, was_extended, earlier_outage } = beginning {
			if let Some((from, hours)) = earlier_outage {
				story.toll(*from, from + hours);
			}
			story.is_extended = *was_extended && story.terms.extension.is_some();
			story.begin_clock(
				BEGINNING - days_ago * 24,
				story.reference.day_of(BEGINNING - days_ago * 24),
			);
			story.asked_day = Some(story.reference.day_of(BEGINNING));
			let at = instant(story.complete_from);
			let taken_over = Application::taken_over(
				&story.terms,
				at,
				at,
				story.is_extended,
				instant(BEGINNING),
				story.timetable(),
			);
			let is_over = BEGINNING >= story.deadline();
			assert_eq!(taken_over.is_err(), is_over && story.terms.silence_grants);
			story.application = taken_over.ok()?;
			story.fee_is_settled = true;
		}
		Some(story)
	}

	fn timetable(&self) -> Timetable<'_> {
		Timetable { calendar: &self.calendar, tolled: &self.tolled }
	}

	fn toll(&mut self, from: i64, to: i64) {
		let interval = TolledInterval::try_new(instant(from), instant(to)).unwrap();
		self.tolled.try_insert(interval).unwrap();
		for hour in from..to {
			self.reference.tolled[usize::try_from(hour).unwrap()] = true;
		}
	}

	fn begin_clock(&mut self, from: i64, day: i64) {
		(self.complete_from, self.complete_day) = (from, day);
		self.questions.clear();
		self.asked_day = self.asked_day.or(Some(day));
	}

	// What the reference says.

	fn still(&self) -> Vec<bool> {
		self.reference.still(&self.questions, self.terms.stopped_days)
	}

	fn deadline(&self) -> i64 {
		let still = self.still();
		let first =
			self.reference.end_of_period(self.terms.decision_period, self.complete_day, &still);
		let Some(extension) = self.terms.extension.filter(|_| self.is_extended) else {
			return first;
		};
		self.reference.end_of_period(extension, self.reference.day_of(first - 1), &still)
	}

	fn answers_until(&self, period: Period, deadline: i64) -> i64 {
		let asked_day = self.asked_day.unwrap();
		let own = self.reference.end_of_period(period, asked_day, &self.reference.tolled);
		own.min(deadline - 24)
	}

	fn completeness_ends(&self) -> Option<i64> {
		let period = self.terms.completeness_period?;
		let day = self.reference.day_of(self.handed_in);
		let is_paid = self.fee_is_settled || !self.terms.needs_fee;
		is_paid.then(|| self.reference.end_of_period(period, day, &self.reference.tolled))
	}

	fn due(&self) -> Option<i64> {
		match self.application.stage {
			Stage::Submitted => self.completeness_ends(),
			Stage::InReview => self.terms.silence_grants.then(|| self.deadline()),
			_ => None,
		}
	}

	fn has_open_question(&self) -> bool {
		self.questions.last().is_some_and(|(_, answered)| answered.is_none())
	}

	fn is_live(&self) -> bool {
		matches!(self.application.stage, Stage::Submitted | Stage::Incomplete | Stage::InReview)
	}

	/// Whether a step is one that the law allows now.
	fn is_allowed(&self, step: &Step) -> bool {
		let stage = self.application.stage;
		let is_in_review = stage == Stage::InReview;
		let deadline = if is_in_review { self.deadline() } else { 0 };
		let is_in_time = is_in_review && self.now < deadline;
		let is_running = is_in_review && (is_in_time || !self.terms.silence_grants);
		let now = usize::try_from(self.now).unwrap();
		let answers_until = |ministry: u16| {
			let asked = self.terms.referrals.iter().find(|asked| asked.ministry.0 == ministry)?;
			Some(self.answers_until(asked.period, deadline))
		};
		match step {
			Step::Pass(_) | Step::Outage(_) | Step::Holiday(_) => true,
			Step::SettleFee => {
				let is_before = matches!(stage, Stage::Submitted | Stage::Incomplete);
				is_before && self.terms.needs_fee && !self.fee_is_settled
			},
			Step::Return => stage == Stage::Submitted,
			Step::HandIn => stage == Stage::Incomplete,
			Step::Decline => matches!(stage, Stage::Submitted | Stage::Incomplete),
			Step::Complete => {
				stage == Stage::Submitted && (self.fee_is_settled || !self.terms.needs_fee)
			},
			Step::Ask => {
				let days = self.terms.stopped_days;
				is_in_time
					&& !self.has_open_question()
					&& self.questions.len() < 8
					&& self.reference.hours_stopped(&self.questions, days) < u32::from(days) * 24
			},
			Step::Answer => is_running && self.has_open_question(),
			Step::Extend => is_in_time && !self.is_extended && self.terms.extension.is_some(),
			Step::Opine(ministry, _) => {
				is_in_review
					&& self.opinions[usize::from(*ministry)].is_none()
					&& answers_until(*ministry).is_some_and(|until| self.now < until)
			},
			Step::Decide(_) => {
				let stands_still = || self.has_open_question() && self.still()[now];
				let all_have_answered = || {
					self.terms.referrals.iter().all(|asked| {
						self.opinions[usize::from(asked.ministry.0)].is_some()
							|| self.now >= self.answers_until(asked.period, deadline)
					})
				};
				is_running && !stands_still() && all_have_answered()
			},
			Step::Withdraw => self.is_live(),
			Step::Appeal(by) => {
				let Stage::Decided(_) = stage else { return false };
				let day = self.reference.day_of(self.stood_at.unwrap_or(self.decided_at));
				let tolled = &self.reference.tolled;
				!self.application.has_open_appeal()
					&& self.may_appeal.contains(by)
					&& self.terms.appeal_period.is_some_and(|period| {
						self.now < self.reference.end_of_period(period, day, tolled)
					})
			},
			Step::EndAppeal(outcome) => {
				let Stage::Decided(decided) = stage else { return false };
				self.application.has_open_appeal()
					&& (*outcome != AppealOutcome::Varied || decided.grants())
			},
		}
	}

	// What happens.

	/// Takes a step, if it is allowed, and looks at everything.
	fn tell(&mut self, step: &Step) -> Told {
		match step {
			Step::Pass(hours) => self.pass(self.now + hours)?,
			Step::Outage(hours) => self.lose(*hours)?,
			Step::Holiday(days) => self.proclaim(*days)?,
			_ => self.act(step)?,
		}
		self.check()
	}

	/// Time passes, and the chain acts when something is due.
	fn pass(&mut self, until: i64) -> Told {
		while let Some(due) = self.next_due().filter(|due| *due <= until) {
			prop_assert!(due > self.now);
			self.now = due;
			self.act_as_chain()?;
		}
		self.now = until;
		Ok(())
	}

	fn next_due(&self) -> Option<i64> {
		self.application.next_due(&self.terms, self.timetable()).unwrap().map(hour)
	}

	fn act_as_chain(&mut self) -> Told {
		let (terms, application) = (&self.terms, &self.application);
		let (now, timetable) = (instant(self.now), self.timetable());
		let before = Instant::from_millis(now.as_millis() - 1);
		prop_assert_eq!(application.due_step(terms, before, timetable), Ok(None));
		let due = application.due_step(terms, now, timetable).unwrap();
		let next = match due {
			Some(DueStep::DeemedComplete) => {
				let early = application.deemed_complete(terms, before, timetable);
				prop_assert_eq!(early, Err(ApplicationError::PeriodRunning));
				// Nobody returns or declines what is complete, nor lets its clock begin later.
				let over = Err(ApplicationError::PeriodOver);
				prop_assert_eq!(application.returned(terms, now, timetable), over.clone());
				prop_assert_eq!(application.declined(terms, now, timetable), over.clone());
				prop_assert_eq!(application.complete(terms, now, timetable), over);
				if self.is_full {
					application.refused_for_want_of_place(terms, now, timetable)
				} else {
					// Whoever notices it when, the clock is the same.
					let late = instant(self.now + 1_000);
					let late = application.deemed_complete(terms, late, timetable).unwrap();
					let next = application.deemed_complete(terms, now, timetable).unwrap();
					prop_assert_eq!(&next.clock, &late.clock);
					prop_assert_eq!(&next.referrals, &late.referrals);
					Ok(next)
				}
			},
			Some(DueStep::DeemedGranted) => {
				let early = application.deemed_granted(terms, before, timetable);
				prop_assert_eq!(early, Err(ApplicationError::PeriodRunning));
				for outcome in [DecidedByOfficers::Refused, DecidedByOfficers::Granted] {
					// Until the last instant the authority can refuse, and from the end on nobody.
					prop_assert!(application.decided(terms, outcome, before, timetable).is_ok());
					for late in [now, instant(self.now + 1_000)] {
						let late = application.decided(terms, outcome, late, timetable);
						prop_assert_eq!(late, Err(ApplicationError::PeriodOver));
					}
				}
				application.deemed_granted(terms, now, timetable)
			},
			None => return Err(TestCaseError::fail("nothing is due")),
		};
		let next = next.unwrap();
		match next.stage {
			Stage::InReview => {
				self.is_extended = false;
				self.begin_clock(self.now, self.reference.day_of(self.now - 1));
			},
			Stage::Decided(Outcome::DeemedGranted) => {
				let used = application.days_used(now, timetable).unwrap();
				let still = self.still();
				let period = terms.decision_period;
				prop_assert_eq!(
					used,
					self.reference.days_run(period, self.complete_from, self.now, &still)
				);
				prop_assert_eq!(next.is_late(now, timetable), Ok(true));
				let again = next.deemed_granted(terms, now, timetable);
				prop_assert_eq!(again, Err(ApplicationError::Ended));
				self.granted_by_silence += 1;
			},
			_ => prop_assert_eq!(next.stage, Stage::Decided(Outcome::NoPlace)),
		}
		self.application = next;
		self.decided_at = self.now;
		self.check()
	}

	/// The chain stands still for some hours.
	fn lose(&mut self, hours: i64) -> Told {
		let ends = self.ends();
		let from = self.now;
		self.toll(from, from + hours);
		self.now += hours;
		// It has granted and completed nothing, and brought no end nearer.
		let now = instant(self.now);
		prop_assert_eq!(self.application.due_step(&self.terms, now, self.timetable()), Ok(None));
		for (before, after) in ends.into_iter().zip(self.ends()) {
			prop_assert!(after >= before);
			// What was ahead of it is ahead after it.
			prop_assert!(before <= from || after > self.now);
		}
		Ok(())
	}

	/// All ends that are ahead, as the rules have them. That of an answer can be at the last day's beginning.
	fn ends(&self) -> Vec<i64> {
		let deadline = self.application.clock.as_ref().filter(|_| self.is_live());
		let deadline = deadline.map(|_| self.application.deadline(self.timetable()).unwrap());
		deadline.map(hour).into_iter().chain(self.next_due()).collect()
	}

	/// The council changes a day that is ahead.
	fn proclaim(&mut self, days: i64) -> Told {
		let day = self.reference.day_of(self.now) + days;
		let ends = self.ends();
		let is_new = self.reference.holidays.insert(day);
		if !is_new {
			self.reference.holidays.remove(&day);
		}
		self.calendar = self.reference.calendar();
		for (before, after) in ends.into_iter().zip(self.ends()) {
			let moves_rightly = if is_new { after >= before } else { after <= before };
			prop_assert!(moves_rightly);
			// A day that is ahead moves no end into the past.
			prop_assert!(before <= self.now || after > self.now);
		}
		Ok(())
	}

	/// Somebody acts.
	fn act(&mut self, step: &Step) -> Told {
		let is_allowed = self.is_allowed(step);
		let (terms, application) = (&self.terms, &self.application);
		let (now, timetable) = (instant(self.now), self.timetable());
		let next = match step {
			Step::SettleFee => application.fee_settled(terms, now),
			Step::Return => application.returned(terms, now, timetable),
			Step::HandIn => application.resubmitted(now),
			Step::Decline => application.declined(terms, now, timetable),
			Step::Complete => application.complete(terms, now, timetable),
			Step::Ask => application.asked(now, timetable),
			Step::Answer => application.answered(terms, now, timetable),
			Step::Extend => application.extended(terms, now, timetable),
			Step::Opine(ministry, opinion) => {
				application.with_opinion(MinistryId(*ministry), *opinion, now, timetable)
			},
			Step::Decide(outcome) => application.decided(terms, *outcome, now, timetable),
			Step::Withdraw => application.withdrawn(now),
			Step::Appeal(by) => application.appealed(terms, *by, now, timetable),
			Step::EndAppeal(AppealOutcome::Upheld) => application.appeal_upheld(now),
			Step::EndAppeal(AppealOutcome::Varied) => application.appeal_varied(now),
			Step::EndAppeal(AppealOutcome::Overturned) => {
				application.appeal_overturned(terms, now, timetable)
			},
			Step::Pass(_) | Step::Outage(_) | Step::Holiday(_) => return Ok(()),
		};
		prop_assert_eq!(next.is_ok(), is_allowed, "{:?} at {}: {:?}", step, self.now, next);
		let name = format!("{step:?}");
		let name = name.split('(').next().unwrap_or_default();
		self.reached.insert(format!("{name} {is_allowed}"));
		let Ok(next) = next else { return Ok(()) };
		self.application = next;
		self.note(step);
		Ok(())
	}

	/// What the reference has to know of a step.
	fn note(&mut self, step: &Step) {
		match step {
			Step::SettleFee => (self.fee_is_settled, self.handed_in) = (true, self.now),
			Step::HandIn => self.handed_in = self.now,
			Step::Complete => {
				self.is_extended = false;
				self.begin_clock(self.now, self.reference.day_of(self.now));
			},
			Step::Ask => self.questions.push((self.now, None)),
			Step::Answer => self.questions.last_mut().unwrap().1 = Some(self.now),
			Step::Extend => self.is_extended = true,
			Step::Opine(ministry, opinion) => {
				self.opinions[usize::from(*ministry)] = Some(*opinion);
			},
			Step::Decline | Step::Decide(_) => self.decided_at = self.now,
			Step::Appeal(by) => {
				self.may_appeal.retain(|side| side != by);
				if self.stood_at.is_some() {
					self.reached.insert("the other side appeals".into());
				}
			},
			Step::EndAppeal(AppealOutcome::Upheld) => self.stood_at = Some(self.now),
			Step::EndAppeal(AppealOutcome::Varied) => self.may_appeal.clear(),
			Step::EndAppeal(AppealOutcome::Overturned) => {
				(self.may_appeal, self.stood_at) = (SIDES.to_vec(), None);
				self.reached.insert(format!("decides again, extended {}", self.is_extended));
				if self.application.stage == Stage::InReview {
					self.is_extended = false;
					self.begin_clock(self.now, self.reference.day_of(self.now));
				} else {
					self.handed_in = self.now;
				}
			},
			_ => {},
		}
	}

	/// That the rules and the reference agree.
	fn check(&mut self) -> Told {
		self.reached.insert(format!("{:?}", self.application.stage));
		let application = &self.application;
		let (now, timetable) = (instant(self.now), self.timetable());
		prop_assert_eq!(self.next_due(), self.due());
		prop_assert_eq!(application.due_step(&self.terms, now, timetable), Ok(None));
		let outcome = application.decided.map(|decided| decided.outcome);
		match application.stage {
			Stage::Decided(decided) => {
				prop_assert_eq!(outcome, Some(decided));
				let decided_at = application.decided.map(|decided| hour(decided.at));
				prop_assert_eq!(decided_at, Some(self.decided_at));
			},
			_ => prop_assert_eq!(outcome, None),
		}
		if application.stage != Stage::InReview {
			return Ok(());
		}
		let deadline = self.deadline();
		prop_assert_eq!(application.deadline(timetable).map(hour), Ok(deadline));
		prop_assert_eq!(application.is_late(now, timetable), Ok(self.now >= deadline));
		let clock = application.clock.as_ref().unwrap();
		prop_assert_eq!(clock.extended_by.is_some(), self.is_extended);
		let stopped = self.reference.hours_stopped(&self.questions, self.terms.stopped_days);
		let stopped_millis = u64::from(stopped) * 3_600_000;
		prop_assert_eq!(clock.stood_still_millis(&self.tolled), stopped_millis);
		let period = self.terms.decision_period;
		prop_assert_eq!(
			application.days_used(now, timetable),
			Ok(self.reference.days_run(period, self.complete_from, self.now, &self.still()))
		);
		prop_assert_eq!(application.referrals.len(), self.terms.referrals.len());
		for referral in &application.referrals {
			let until = referral.until(timetable, instant(deadline)).map(hour);
			prop_assert_eq!(until, Ok(self.answers_until(referral.period, deadline)));
			let ministry = usize::from(referral.ministry.0);
			prop_assert_eq!(referral.opinion, self.opinions[ministry]);
		}
		Ok(())
	}

	/// Nobody does anything any more: silence does what it does, exactly once.
	fn end(&mut self) -> Told {
		let before = self.application.stage;
		let granted = self.granted_by_silence;
		let is_completed_by_silence = self.completeness_ends().is_some();
		self.pass(self.now + 260 * 24)?;
		let silence_grants = self.terms.silence_grants;
		let expected = match before {
			Stage::Submitted if is_completed_by_silence && self.is_full => {
				Stage::Decided(Outcome::NoPlace)
			},
			Stage::Submitted if is_completed_by_silence && !silence_grants => Stage::InReview,
			Stage::Submitted if is_completed_by_silence => Stage::Decided(Outcome::DeemedGranted),
			Stage::InReview if silence_grants => Stage::Decided(Outcome::DeemedGranted),
			stage => stage,
		};
		prop_assert_eq!(self.application.stage, expected);
		let is_granted = expected != before && expected == Stage::Decided(Outcome::DeemedGranted);
		prop_assert_eq!(self.granted_by_silence, granted + u32::from(is_granted));
		Ok(())
	}
}

fn any_period() -> impl Strategy<Value = Period> {
	prop_oneof![
		(1u32..40).prop_map(Period::CalendarDays),
		(1u32..20).prop_map(Period::WorkingDays),
		(1u16..3).prop_map(Period::Months),
	]
}

fn any_terms() -> impl Strategy<Value = PermitTerms> {
	let referrals = prop::collection::vec(any_period(), 0..3).prop_map(|periods| {
		let asked: Vec<_> = (1..)
			.zip(periods)
			.map(|(id, period)| {
				let register = Register::Business;
				ReferralTerms { ministry: MinistryId(id), register, period }
			})
			.collect();
		asked.try_into().unwrap()
	});
	let periods = (
		any_period(),
		prop::option::of(any_period()),
		prop::option::of(any_period()),
		prop::option::of(any_period()),
	);
	(periods, 0u16..20, prop::bool::weighted(0.8), prop::bool::weighted(0.2), referrals).prop_map(
		|(periods, stopped_days, silence_grants, needs_fee, referrals)| PermitTerms {
			decision_period: periods.0,
			extension: periods.1,
			completeness_period: periods.2,
			appeal_period: periods.3,
			stopped_days,
			silence_grants,
			needs_fee,
			referrals,
			..terms()
		},
	)
}

fn any_reference() -> impl Strategy<Value = Reference> {
	let weekend = prop_oneof![
		Just([false; 7]),
		Just([false, false, false, false, false, true, true]),
		Just([false, false, false, false, true, true, false]),
	];
	let holidays = prop::collection::btree_set(20_395i64..20_700, 0..20);
	(-11i64..14, weekend, holidays)
		.prop_map(|(offset, weekend, holidays)| Reference::new(offset, weekend, holidays))
}

fn any_beginning() -> impl Strategy<Value = Beginning> {
	let outage = prop::option::of((24i64..1_000, 1i64..300));
	prop_oneof![
		2 => Just(Beginning::Submitted),
		1 => (0i64..40, any::<bool>(), outage).prop_map(|(days_ago, was_extended, earlier_outage)| {
			Beginning::TakenOver { days_ago, was_extended, earlier_outage }
		}),
	]
}

fn any_step() -> impl Strategy<Value = Step> {
	let opinion = prop_oneof![
		Just(Opinion::NoObjection),
		Just(Opinion::OnConditions),
		Just(Opinion::Objection)
	];
	let decision = prop_oneof![
		Just(DecidedByOfficers::Refused),
		Just(DecidedByOfficers::Granted),
		Just(DecidedByOfficers::GrantedOnConditions),
	];
	let appeal = prop_oneof![
		1 => Just(AppealOutcome::Upheld),
		1 => Just(AppealOutcome::Varied),
		4 => Just(AppealOutcome::Overturned),
	];
	prop_oneof![
		10 => (1i64..150).prop_map(Step::Pass),
		3 => (1i64..150).prop_map(Step::Outage),
		2 => (1i64..60).prop_map(Step::Holiday),
		2 => Just(Step::SettleFee),
		1 => Just(Step::Return),
		2 => Just(Step::HandIn),
		4 => Just(Step::Complete),
		5 => Just(Step::Ask),
		4 => Just(Step::Answer),
		3 => Just(Step::Extend),
		3 => (1u16..4, opinion).prop_map(|(ministry, opinion)| Step::Opine(ministry, opinion)),
		// Rarely, for a story ends with them or nearly.
		2 => prop_oneof![
			1 => Just(Step::Decline),
			5 => decision.prop_map(Step::Decide),
			1 => Just(Step::Withdraw),
		],
		3 => prop::sample::select(&SIDES[..]).prop_map(Step::Appeal),
		3 => appeal.prop_map(Step::EndAppeal),
	]
}

/// All that makes a story.
type Plot = (Reference, PermitTerms, bool, Beginning, Vec<Step>);

fn any_plot() -> impl Strategy<Value = Plot> {
	// One step after the other, and now and then four that seldom follow each other by chance.
	let second_round = vec![
		Step::Extend,
		Step::Decide(DecidedByOfficers::Refused),
		Step::Appeal(Appellant::Applicant),
		Step::EndAppeal(AppealOutcome::Overturned),
	];
	let both_sides = vec![
		Step::Decide(DecidedByOfficers::Refused),
		Step::Appeal(Appellant::Applicant),
		Step::EndAppeal(AppealOutcome::Upheld),
		Step::Appeal(Appellant::ThirdParty),
	];
	let scene = prop_oneof![20 => any_step().prop_map(|step| vec![step]), 1 => Just(second_round), 1 => Just(both_sides)];
	let steps = prop::collection::vec(scene, 1..50).prop_map(|scenes| scenes.concat());
	(any_reference(), any_terms(), prop::bool::weighted(0.2), any_beginning(), steps)
}

/// Tells a story to its end, and answers with what it has reached.
fn told(
	(reference, terms, is_full, beginning, steps): Plot,
) -> Result<BTreeSet<String>, TestCaseError> {
	prop_assert_eq!(terms.check(), Ok(()));
	let Some(mut story) = Story::begun(reference, terms, is_full, &beginning) else {
		return Ok(BTreeSet::from(["granted before".into()]));
	};
	story.check()?;
	for step in &steps {
		story.tell(step)?;
	}
	story.end()?;
	Ok(story.reached)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(256))]

	#[test]
	fn law_should_hold_whatever_happens_in_whatever_order(plot in any_plot()) {
		told(plot)?;
	}
}

#[test]
fn stories_should_reach_every_step_and_stage() {
	let mut runner = TestRunner::deterministic();
	let mut reached = BTreeSet::new();
	for _ in 0..200 {
		let plot = any_plot().new_tree(&mut runner).unwrap().current();
		reached.extend(told(plot).unwrap());
	}
	let steps = [
		"SettleFee",
		"Return",
		"HandIn",
		"Decline",
		"Complete",
		"Ask",
		"Answer",
		"Extend",
		"Opine",
		"Decide",
		"Withdraw",
		"Appeal",
		"EndAppeal",
	];
	for step in steps {
		for is_allowed in [true, false] {
			assert!(reached.contains(&format!("{step} {is_allowed}")), "{step} {is_allowed}");
		}
	}
	for stage in [
		Stage::Submitted,
		Stage::Incomplete,
		Stage::InReview,
		Stage::Decided(Outcome::Granted),
		Stage::Decided(Outcome::GrantedOnConditions),
		Stage::Decided(Outcome::Refused),
		Stage::Decided(Outcome::DeemedGranted),
		Stage::Decided(Outcome::NoPlace),
		Stage::Decided(Outcome::Inadmissible),
		Stage::Withdrawn,
	] {
		assert!(reached.contains(&format!("{stage:?}")), "{stage:?}");
	}
	for also in [
		"granted before",
		"the other side appeals",
		"decides again, extended true",
		"decides again, extended false",
	] {
		assert!(reached.contains(also), "{also}");
	}
}
