//! What can be stated of the beneficial owners of a company: the checks of BODS 0.4 that need neither
//! a name nor a document, and that no more than everything is owned.

use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use polity_primitives::{time::CalendarDate, Commitment};

use crate::types::{
	Directness, EntityKind, Interest, InterestType, InterestedParty, LiveRecord, OwnershipRecord,
	RecordDetails, RecordNumber, RecordStatus, Relationship, Share, Statement, Subject,
	UnspecifiedReason, WHOLE,
};

/// Why statements cannot be accepted.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum OwnershipError {
	/// Nothing has been stated, so that there is nothing to confirm.
	NothingToConfirm,
	/// A new record has not the number after the last.
	RecordNumberNotNext,
	/// The record was never new, or is closed.
	RecordNotLive,
	/// The record is of another type than before.
	RecordTypeDiffers,
	/// The relationship is between others than before.
	PartiesDiffer,
	/// As many records as can be are not closed.
	TooManyRecords,
	/// All numbers of records or statements are used.
	NumbersExhausted,
	/// Two statements have one commitment.
	CommitmentRepeated,
	/// A share is more than the whole.
	ShareAboveWhole,
	/// The least of a share is more than its most.
	ShareBoundsReversed,
	/// The bounds of a share are one: it is exact.
	ShareIsExact,
	/// An interest begins after today.
	BeginsInFuture,
	/// An interest ends before it begins.
	EndsBeforeItBegins,
	/// A stated party has no interest.
	NoInterest,
	/// The subject is a record that is not there.
	SubjectNotFound,
	/// The subject is no entity.
	SubjectNotAnEntity,
	/// The interested party is a record that is not there.
	PartyNotFound,
	/// The interested party is a relationship.
	PartyIsRelationship,
	/// The interested party is the subject.
	PartyIsSubject,
	/// Beneficial ownership or control of somebody who is no stated natural person.
	OwnerNotAPerson,
	/// The interest is one in a trust or a nomination, and the subject is none.
	InterestDoesNotFitSubject,
	/// A component record is not there, or is the relationship itself.
	ComponentNotFound,
	/// A component record does not say that it is one.
	NotAComponent,
	/// A component record is named twice.
	ComponentTwice,
	/// A component has components.
	ComponentOfComponent,
	/// A record says that it is a component, and no relationship names it.
	ComponentNotNamed,
	/// A record is closed that a relationship needs.
	RecordStillNeeded,
	/// No relationship is about the company.
	NothingAboutCompany,
	/// There are beneficial owners of whom it is stated that there are none.
	OwnersDespiteNone,
	/// The shares are at their least more than the whole.
	SharesAboveWhole,
}

/// The live records by their numbers, while statements are applied.
type Live = BTreeMap<RecordNumber, (u32, RecordDetails)>;

/// The record of a company's owners after statements; as it was, if there are none and what stands is
/// confirmed. What it says of when it was confirmed is the caller's.
///
/// # Errors
/// The first [`OwnershipError`] that applies.
pub fn declare(
	record: &OwnershipRecord,
	statements: &[Statement],
	today: CalendarDate,
) -> Result<OwnershipRecord, OwnershipError> {
	if statements.is_empty() {
		return match record.confirmed_at {
			Some(_) => Ok(record.clone()),
			None => Err(OwnershipError::NothingToConfirm),
		};
	}
	let commitments: BTreeSet<&Commitment> =
		statements.iter().map(|statement| &statement.commitment).collect();
	if commitments.len() < statements.len() {
		return Err(OwnershipError::CommitmentRepeated);
	}
	let mut live: Live = record
		.live
		.iter()
		.map(|live| (live.record, (live.statement, live.details.clone())))
		.collect();
	let (mut last_record, mut last_statement) = (record.last_record, record.last_statement);
	for statement in statements {
		last_statement = last_statement.checked_add(1).ok_or(OwnershipError::NumbersExhausted)?;
		if statement.status == RecordStatus::New {
			last_record = last_record.checked_add(1).ok_or(OwnershipError::NumbersExhausted)?;
			if statement.record != RecordNumber(last_record) {
				return Err(OwnershipError::RecordNumberNotNext);
			}
		}
		apply(&mut live, statement, last_statement, today)?;
	}
	let live: Vec<LiveRecord> = live
		.into_iter()
		.map(|(record, (statement, details))| LiveRecord { record, statement, details })
		.collect();
	let live = live.try_into().map_err(|_| OwnershipError::TooManyRecords)?;
	let after =
		OwnershipRecord { last_record, last_statement, live, confirmed_at: record.confirmed_at };
	check(&after, today)?;
	Ok(after)
}

/// Checks what stands of a company's owners on a day. What holds on one day holds on all later ones:
/// interests end by themselves and begin by statements alone.
///
/// # Errors
/// The first [`OwnershipError`] that applies.
pub fn check(record: &OwnershipRecord, today: CalendarDate) -> Result<(), OwnershipError> {
	let details: BTreeMap<RecordNumber, &RecordDetails> =
		record.live.iter().map(|live| (live.record, &live.details)).collect();
	let mut needed: BTreeSet<RecordNumber> = BTreeSet::new();
	let mut named: BTreeSet<RecordNumber> = BTreeSet::new();
	for relationship in relationships(record) {
		if let Subject::Record(subject) = relationship.subject {
			needed.insert(subject);
		}
		if let InterestedParty::Record(party) = relationship.interested_party {
			needed.insert(party);
		}
		named.extend(relationship.components.iter().copied());
		check_fit(relationship, &details)?;
	}
	if needed.iter().chain(&named).any(|number| !details.contains_key(number)) {
		return Err(OwnershipError::RecordStillNeeded);
	}
	if details.iter().any(|(number, details)| details.is_component() != named.contains(number)) {
		// What is named and is no component was one when it was named.
		let is_lost =
			|number: &RecordNumber| details.get(number).is_some_and(|d| !d.is_component());
		return Err(if named.iter().any(is_lost) {
			OwnershipError::NotAComponent
		} else {
			OwnershipError::ComponentNotNamed
		});
	}
	if !relationships(record).any(|relationship| relationship.subject == Subject::Company) {
		return Err(OwnershipError::NothingAboutCompany);
	}
	check_none(record, today)?;
	check_totals(record, today)
}

fn relationships(record: &OwnershipRecord) -> impl Iterator<Item = &Relationship> + '_ {
	record.live.iter().filter_map(|live| match &live.details {
		RecordDetails::Relationship(relationship) => Some(relationship),
		_ => None,
	})
}

/// Applies one statement, checked by what was stated before it.
fn apply(
	live: &mut Live,
	statement: &Statement,
	number: u32,
	today: CalendarDate,
) -> Result<(), OwnershipError> {
	let Statement { record, status, details, .. } = statement;
	if let RecordDetails::Relationship(relationship) = details {
		check_interests(relationship, today)?;
	}
	if *status != RecordStatus::New {
		let (_, before) = live.get(record).ok_or(OwnershipError::RecordNotLive)?;
		if !before.is_of_type(details) {
			return Err(OwnershipError::RecordTypeDiffers);
		}
		if let (RecordDetails::Relationship(before), RecordDetails::Relationship(now)) =
			(before, details)
		{
			// Another party is another relationship.
			let parties = |of: &Relationship| (of.subject, of.interested_party);
			if parties(before) != parties(now) {
				return Err(OwnershipError::PartiesDiffer);
			}
		}
	}
	if *status == RecordStatus::Closed {
		live.remove(record);
		return Ok(());
	}
	if let RecordDetails::Relationship(relationship) = details {
		check_references(relationship, *record, live)?;
	}
	live.insert(*record, (number, details.clone()));
	Ok(())
}

/// What a relationship is refused for whatever else is stated.
fn check_interests(relationship: &Relationship, today: CalendarDate) -> Result<(), OwnershipError> {
	let is_stated = matches!(relationship.interested_party, InterestedParty::Record(_));
	if relationship.interests.is_empty() && is_stated {
		return Err(OwnershipError::NoInterest);
	}
	for Interest { share, started_on, ended_on, .. } in &relationship.interests {
		match *share {
			Some(Share::Exact(share)) if share > WHOLE => {
				return Err(OwnershipError::ShareAboveWhole)
			},
			Some(Share::Range { minimum, maximum, .. }) => {
				if minimum > WHOLE || maximum > WHOLE {
					return Err(OwnershipError::ShareAboveWhole);
				}
				if minimum > maximum {
					return Err(OwnershipError::ShareBoundsReversed);
				}
				if minimum == maximum {
					return Err(OwnershipError::ShareIsExact);
				}
			},
			_ => {},
		}
		if started_on.is_some_and(|started_on| started_on > today) {
			return Err(OwnershipError::BeginsInFuture);
		}
		if started_on.zip(*ended_on).is_some_and(|(started_on, ended_on)| ended_on < started_on) {
			return Err(OwnershipError::EndsBeforeItBegins);
		}
	}
	let mut seen = BTreeSet::new();
	if !relationship.components.iter().all(|component| seen.insert(component)) {
		return Err(OwnershipError::ComponentTwice);
	}
	if relationship.is_component && !relationship.components.is_empty() {
		return Err(OwnershipError::ComponentOfComponent);
	}
	Ok(())
}

/// That a relationship refers to what was stated before it.
fn check_references(
	relationship: &Relationship,
	own: RecordNumber,
	live: &Live,
) -> Result<(), OwnershipError> {
	let find = |number: &RecordNumber| live.get(number).map(|(_, details)| details);
	if let Subject::Record(subject) = &relationship.subject {
		match find(subject) {
			None => return Err(OwnershipError::SubjectNotFound),
			Some(RecordDetails::Entity { .. }) => {},
			Some(_) => return Err(OwnershipError::SubjectNotAnEntity),
		}
	}
	if let InterestedParty::Record(party) = &relationship.interested_party {
		match find(party) {
			None => return Err(OwnershipError::PartyNotFound),
			Some(RecordDetails::Relationship(_)) => {
				return Err(OwnershipError::PartyIsRelationship)
			},
			Some(_) => {},
		}
		if relationship.subject == Subject::Record(*party) {
			return Err(OwnershipError::PartyIsSubject);
		}
	}
	for component in &relationship.components {
		match find(component) {
			Some(_) if *component == own => return Err(OwnershipError::ComponentNotFound),
			None => return Err(OwnershipError::ComponentNotFound),
			Some(details) if !details.is_component() => return Err(OwnershipError::NotAComponent),
			Some(_) => {},
		}
	}
	Ok(())
}

/// That the interests of a relationship fit its party and its subject, as these are now.
fn check_fit(
	relationship: &Relationship,
	details: &BTreeMap<RecordNumber, &RecordDetails>,
) -> Result<(), OwnershipError> {
	let kind_of = |number: &RecordNumber| -> Option<EntityKind> {
		match details.get(number) {
			Some(RecordDetails::Entity { kind, .. }) => Some(*kind),
			_ => None,
		}
	};
	let subject = match &relationship.subject {
		Subject::Company => Some(EntityKind::RegisteredEntity),
		Subject::Record(number) => kind_of(number),
	};
	let is_person = match &relationship.interested_party {
		InterestedParty::Record(number) => {
			matches!(details.get(number), Some(RecordDetails::Person { .. }))
		},
		InterestedParty::Unspecified(_) => false,
	};
	for interest in &relationship.interests {
		// A record that is not there is another error, of the caller.
		let is_there = match &relationship.interested_party {
			InterestedParty::Record(number) => details.contains_key(number),
			InterestedParty::Unspecified(_) => true,
		};
		if interest.beneficial_ownership_or_control && is_there && !is_person {
			return Err(OwnershipError::OwnerNotAPerson);
		}
		let kind = interest.interest_type.of_kind();
		if kind.is_some() && subject.is_some() && kind != subject {
			return Err(OwnershipError::InterestDoesNotFitSubject);
		}
	}
	Ok(())
}

/// That nobody owns beneficially where it is stated that nobody does.
fn check_none(record: &OwnershipRecord, today: CalendarDate) -> Result<(), OwnershipError> {
	let none = InterestedParty::Unspecified(UnspecifiedReason::NoBeneficialOwners);
	let owned: BTreeSet<Subject> = relationships(record)
		.filter(|relationship| {
			relationship.interests.iter().any(|interest| {
				interest.beneficial_ownership_or_control && interest.holds_on(today)
			})
		})
		.map(|relationship| relationship.subject)
		.collect();
	let is_contradicted = relationships(record).any(|relationship| {
		relationship.interested_party == none && owned.contains(&relationship.subject)
	});
	if is_contradicted {
		return Err(OwnershipError::OwnersDespiteNone);
	}
	Ok(())
}

/// How interests add up: those that are direct with each other, and those of beneficial owners with
/// each other. A direct interest of a company and the beneficial one of the person behind it are the
/// same shares, and so are not added.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Ord, PartialOrd)]
enum Together {
	Direct,
	Beneficial,
}

/// That the shares of each divisible interest in each subject are at their least no more than the
/// whole. Where all of it is reached by shares of which one is more than its least, it is more.
fn check_totals(record: &OwnershipRecord, today: CalendarDate) -> Result<(), OwnershipError> {
	let mut totals: BTreeMap<(Together, Subject, InterestType), (u32, bool)> = BTreeMap::new();
	for relationship in relationships(record) {
		let counted = relationship
			.interests
			.iter()
			.filter(|interest| interest.interest_type.is_divisible() && interest.holds_on(today));
		for interest in counted {
			let Some(share) = interest.share else { continue };
			let is_more =
				matches!(share, Share::Range { minimum_is_exclusive, .. } if minimum_is_exclusive);
			let direct = interest.directness == Directness::Direct;
			let ways = [
				direct.then_some(Together::Direct),
				interest.beneficial_ownership_or_control.then_some(Together::Beneficial),
			];
			for way in ways.into_iter().flatten() {
				let (total, more) =
					totals.entry((way, relationship.subject, interest.interest_type)).or_default();
				*total = total.saturating_add(share.least());
				*more = *more || is_more;
			}
		}
	}
	let is_above = |(total, more): &(u32, bool)| *total > WHOLE || (*total == WHOLE && *more);
	if totals.values().any(is_above) {
		return Err(OwnershipError::SharesAboveWhole);
	}
	Ok(())
}
