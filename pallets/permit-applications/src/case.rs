//! An application in hand: read with its terms and the time, and written with every row that follows from
//! it.

use frame_support::{dispatch::DispatchResult, ensure};
use polity_permit_procedure::{Application, ApplicationError, PermitTerms, Stage, Timetable};
use polity_primitives::{
	record,
	time::Instant,
	traits::{LegalClock, PermitHolder, PermitRegister},
	Act, Head, MandateId, RecordKind, Register,
};

use crate::{
	acts::LegalTimes,
	types::{
		ordered, ApplicationChange, ApplicationId, CommitmentUse, DueKey, PermitApplication,
		WorkState,
	},
	Applications, ApplicationsOf, Commitments, Config, Due, Entries, Error, Event, Heads,
	LastApplication, LiveApplications, Pallet,
};

/// The rows of other storage items that follow from an application.
#[derive(Clone, Copy, Default)]
struct Rows {
	work: Option<WorkState>,
	due: Option<Instant>,
	is_live: bool,
}

/// The list that an application is on, if it waits for somebody.
pub(crate) fn work_of<AccountId>(record: &PermitApplication<AccountId>) -> Option<WorkState> {
	let application = &record.application;
	if application.has_open_appeal() {
		let is_prepared = record.judgment.is_some();
		return Some(if is_prepared { WorkState::JudgmentPrepared } else { WorkState::Appealed });
	}
	let waiting = match application.stage {
		Stage::Submitted => WorkState::Submitted,
		Stage::Incomplete => WorkState::Incomplete,
		Stage::InReview => WorkState::InReview,
		Stage::Decided(_) | Stage::Withdrawn => return None,
	};
	Some(if record.recommendation.is_some() { WorkState::Recommended } else { waiting })
}

impl Rows {
	fn of<AccountId>(record: &PermitApplication<AccountId>) -> Self {
		Self { work: work_of(record), due: record.due, is_live: !record.application.has_ended() }
	}
}

/// An application in hand.
pub(crate) struct Case<T: Config> {
	/// Which.
	pub id: ApplicationId,
	/// The application.
	pub record: PermitApplication<T::AccountId>,
	/// The terms by which it goes.
	pub terms: PermitTerms,
	/// Now.
	pub now: Instant,
	times: LegalTimes,
	before: Rows,
}

impl<T: Config> Case<T> {
	/// An application that exists.
	pub(crate) fn load(id: ApplicationId) -> Result<Self, Error<T>> {
		let record = Applications::<T>::get(id).ok_or(Error::<T>::ApplicationNotFound)?;
		let terms = T::Permits::terms(record.kind, record.version);
		Ok(Self {
			id,
			terms: terms.ok_or(Error::<T>::TypeNotFound)?,
			now: T::Clock::now(),
			times: Pallet::<T>::times(record.district),
			before: Rows::of(&record),
			record,
		})
	}

	/// A new application, counted and listed with its applicant.
	pub(crate) fn new(
		record: PermitApplication<T::AccountId>,
		terms: PermitTerms,
	) -> Result<Self, Error<T>> {
		let id = LastApplication::<T>::get().next().ok_or(Error::<T>::IdsExhausted)?;
		let times = Pallet::<T>::times(record.district);
		Ok(Self { id, terms, now: T::Clock::now(), times, before: Rows::default(), record })
	}

	/// By what deadlines are counted.
	pub(crate) fn table(&self) -> Timetable<'_> {
		self.times.table()
	}

	/// Takes a step of the procedure.
	pub(crate) fn step(
		&mut self,
		rule: impl FnOnce(
			&Application,
			&PermitTerms,
			Instant,
			Timetable<'_>,
		) -> Result<Application, ApplicationError>,
	) -> Result<(), Error<T>> {
		let next = rule(&self.record.application, &self.terms, self.now, self.times.table());
		self.record.application = next.map_err(Error::<T>::from)?;
		Ok(())
	}

	/// That no other live application is for the same.
	pub(crate) fn ensure_alone(&self) -> Result<(), Error<T>> {
		let other = LiveApplications::<T>::get(self.record.live_key());
		ensure!(other.is_none_or(|other| other == self.id), Error::<T>::DuplicateApplication);
		Ok(())
	}

	/// That a personal applicant's commitment was stated in no other application, so that no permit has it
	/// either.
	pub(crate) fn ensure_commitment_is_new(&self) -> Result<(), Error<T>> {
		let PermitHolder::Personal(holder) = &self.record.applicant else { return Ok(()) };
		let is_new = !Commitments::<T>::contains_key(holder.commitment);
		ensure!(is_new, Error::<T>::CommitmentRepeated);
		Ok(())
	}

	/// Notes that a personal applicant's commitment is stated here.
	pub(crate) fn note_commitment(&self) {
		if let PermitHolder::Personal(holder) = &self.record.applicant {
			let stated = CommitmentUse { application: self.id, is_spent: false };
			Commitments::<T>::insert(holder.commitment, stated);
		}
	}

	/// Takes a place for the permit, and what else is taken with it.
	pub(crate) fn reserve(&self) -> DispatchResult {
		let record = &self.record;
		T::Permits::reserve(record.kind, record.version, &record.applicant)
	}

	/// Gives back the place of an application that leads to no permit.
	pub(crate) fn release(&self) {
		let record = &self.record;
		T::Permits::release(record.kind, record.version, &record.applicant);
	}

	/// Writes the application with its rows, its entry and its event.
	///
	/// # Errors
	/// [`Error::DuplicateApplication`] where it becomes live beside another,
	/// [`Error::DeadlineOutOfRange`], [`Error::TooManyVersions`].
	pub(crate) fn store(
		mut self,
		act: Option<&Act>,
		mandate: Option<MandateId>,
		change: ApplicationChange<T::AccountId>,
	) -> DispatchResult {
		let id = self.id;
		if Heads::<T>::get(id).is_none() {
			LastApplication::<T>::put(id);
			// Of a person whose permit nobody can find, nothing leads to the application.
			if let PermitHolder::Party(party) = &self.record.applicant {
				ApplicationsOf::<T>::insert(party, ordered(id.0), ());
			}
			self.note_commitment();
		}
		self.queue()?;
		let district = self.record.district;
		self.write()?;
		let Head { seq: version, hash: head } = record::append::<_, _, Heads<T>, Entries<T>>(
			RecordKind::PermitApplication,
			&id,
			T::Clock::recorded_at(Register::Permits, district),
			act,
			mandate,
			change.clone(),
		)
		.map_err(Error::<T>::from)?;
		Pallet::<T>::deposit_event(Event::Recorded {
			application: id,
			change,
			mandate,
			version,
			head,
		});
		Ok(())
	}

	/// Notes when the chain itself acts next. Whether that is another instant than before.
	///
	/// # Errors
	/// [`Error::DeadlineOutOfRange`].
	pub(crate) fn queue(&mut self) -> Result<bool, Error<T>> {
		let due = self.record.application.next_due(&self.terms, self.times.table());
		self.record.due = due.map_err(Error::<T>::from)?;
		Ok(self.record.due != self.before.due)
	}

	/// Writes the application and its rows, without an entry: when nothing but the queue is another.
	///
	/// # Errors
	/// [`Error::DuplicateApplication`].
	pub(crate) fn write(self) -> Result<(), Error<T>> {
		let (id, before, after) = (self.id, self.before, Rows::of(&self.record));
		if before.is_live != after.is_live {
			let key = self.record.live_key();
			if after.is_live {
				self.ensure_alone()?;
				LiveApplications::<T>::insert(key, id);
			} else {
				LiveApplications::<T>::remove(key);
			}
		}
		if before.work != after.work {
			let district = self.record.district;
			if let Some(work) = before.work {
				Pallet::<T>::unlist(district, work, id.0);
			}
			if let Some(work) = after.work {
				Pallet::<T>::list(district, work, id.0);
			}
		}
		if before.due != after.due {
			if let Some(instant) = before.due {
				Due::<T>::remove(DueKey::new(instant, id));
			}
			if let Some(instant) = after.due {
				Due::<T>::insert(DueKey::new(instant, id), ());
			}
		}
		Applications::<T>::insert(id, self.record);
		Ok(())
	}
}
