//! Who is in office, who may become an officer or leave, and who binds a company. Plain functions of
//! a board and a day.

use alloc::vec::Vec;
use polity_primitives::{
	time::CalendarDate,
	traits::{CompanyPhase, FoundingBoard, SigningRule},
	Party, Tag,
};

use crate::types::{BoardRecord, Officer, Role};

/// Why a board cannot be changed so.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum BoardError {
	/// Nobody would manage the company, today or on a later day.
	LastDirector,
	/// Fewer directors than must sign together, today or on a later day.
	JointExceedsDirectors,
	/// A joint signature of one or of none.
	JointOfOne,
	/// The party has the role already.
	AlreadyInOffice,
	/// The party has not the role.
	NotInOffice,
	/// A party of this kind cannot have the role.
	RoleNotForParty,
	/// An auditor would have another role, or somebody with a role audit.
	NotIndependent,
	/// The term ends before it begins.
	EndsBeforeItBegins,
	/// The day is over.
	InThePast,
	/// The board is full.
	TooManyOfficers,
	/// A director is named twice.
	NamedTwice,
	/// There is no director.
	NoDirector,
}

impl Officer {
	/// Whether the officer is in office on a day.
	pub fn is_in_office(&self, on: CalendarDate) -> bool {
		self.from <= on && self.to.is_none_or(|to| on < to)
	}

	/// Whether the officer is in office on the day or on a later one.
	fn is_current(&self, today: CalendarDate) -> bool {
		self.to.is_none_or(|to| today < to)
	}

	/// Whether there is a day on which both are in office.
	fn serves_with(&self, other: &Self) -> bool {
		other.to.is_none_or(|to| self.from < to) && self.to.is_none_or(|to| other.from < to)
	}

	fn is_of(&self, role: Role, party: &Party) -> bool {
		self.role == role && self.party == *party
	}
}

impl BoardRecord {
	/// The directors on a day.
	pub fn directors(&self, on: CalendarDate) -> impl Iterator<Item = &Officer> {
		self.officers
			.iter()
			.filter(move |officer| officer.role == Role::Director && officer.is_in_office(on))
	}

	/// Whether a party is an officer in one of these roles on a day.
	pub fn has(&self, roles: &[Role], party: &Party, on: CalendarDate) -> bool {
		self.officers.iter().any(|officer| {
			roles.contains(&officer.role) && officer.party == *party && officer.is_in_office(on)
		})
	}

	/// The days from today on from which the board is another: today, and each on which a term begins
	/// or ends.
	fn turning_days(&self, today: CalendarDate) -> impl Iterator<Item = CalendarDate> + '_ {
		let days = self.officers.iter().flat_map(|officer| [Some(officer.from), officer.to]);
		core::iter::once(today).chain(days.flatten().filter(move |day| *day > today))
	}

	/// That there is a director on every day from today on, and as many as must sign together. A
	/// company that is wound up needs none.
	fn ensure_managed(&self, today: CalendarDate, phase: CompanyPhase) -> Result<(), BoardError> {
		let together = match self.signing {
			SigningRule::Sole => 1,
			SigningRule::Joint(number) if number < 2 => return Err(BoardError::JointOfOne),
			SigningRule::Joint(number) => usize::from(number),
		};
		if !matches!(phase, CompanyPhase::Live | CompanyPhase::Suspended) {
			return Ok(());
		}
		for day in self.turning_days(today) {
			let directors = self.directors(day).count();
			if directors == 0 {
				return Err(BoardError::LastDirector);
			}
			if directors < together {
				return Err(BoardError::JointExceedsDirectors);
			}
		}
		Ok(())
	}

	/// Without those whose term is over.
	fn pruned(mut self, today: CalendarDate) -> Self {
		self.officers.retain(|officer| officer.is_current(today));
		self
	}
}

/// Whether a party of this kind can have a role: persons manage, sign and wind up; a company may keep
/// books or audit.
fn fits(role: Role, party: &Party) -> bool {
	match role {
		Role::Director | Role::Liquidator | Role::AuthorisedSignatory => {
			matches!(party, Party::Person(_))
		},
		Role::Secretary | Role::Auditor => matches!(party, Party::Person(_) | Party::Company(_)),
	}
}

/// The board with one more officer.
///
/// # Errors
/// The first [`BoardError`] that applies.
pub fn appoint(
	board: &BoardRecord,
	officer: Officer,
	today: CalendarDate,
	phase: CompanyPhase,
) -> Result<BoardRecord, BoardError> {
	if officer.from < today {
		return Err(BoardError::InThePast);
	}
	if officer.to.is_some_and(|to| to <= officer.from) {
		return Err(BoardError::EndsBeforeItBegins);
	}
	if !fits(officer.role, &officer.party) {
		return Err(BoardError::RoleNotForParty);
	}
	let mut board = board.clone().pruned(today);
	for other in board.officers.iter().filter(|other| other.serves_with(&officer)) {
		if other.is_of(officer.role, &officer.party) {
			return Err(BoardError::AlreadyInOffice);
		}
		let one_audits = (other.role == Role::Auditor) != (officer.role == Role::Auditor);
		if other.party == officer.party && one_audits {
			return Err(BoardError::NotIndependent);
		}
	}
	board.officers.try_push(officer).map_err(|_| BoardError::TooManyOfficers)?;
	board.ensure_managed(today, phase)?;
	Ok(board)
}

/// The board from which a party has left a role on a day.
///
/// # Errors
/// The first [`BoardError`] that applies.
pub fn remove(
	board: &BoardRecord,
	role: Role,
	party: &Party,
	on: CalendarDate,
	today: CalendarDate,
	phase: CompanyPhase,
) -> Result<BoardRecord, BoardError> {
	if on < today {
		return Err(BoardError::InThePast);
	}
	let mut board = board.clone().pruned(today);
	let place = board
		.officers
		.iter()
		.position(|officer| officer.is_of(role, party) && officer.is_current(on))
		.ok_or(BoardError::NotInOffice)?;
	match board.officers.get_mut(place) {
		Some(leaving) if leaving.from < on => leaving.to = Some(on),
		// Appointed ahead, and never in office.
		_ => {
			board.officers.remove(place);
		},
	}
	board.ensure_managed(today, phase)?;
	Ok(board)
}

/// The board whose directors sign in another way.
///
/// # Errors
/// The first [`BoardError`] that applies.
pub fn set_signing(
	board: &BoardRecord,
	signing: SigningRule,
	today: CalendarDate,
	phase: CompanyPhase,
) -> Result<BoardRecord, BoardError> {
	let board = BoardRecord { signing, ..board.clone() }.pruned(today);
	board.ensure_managed(today, phase)?;
	Ok(board)
}

/// The record of a board that a company begins with.
///
/// # Errors
/// The first [`BoardError`] that applies.
pub fn begin(board: &FoundingBoard, today: CalendarDate) -> Result<BoardRecord, BoardError> {
	if board.directors.is_empty() {
		return Err(BoardError::NoDirector);
	}
	let mut seen: Vec<&Tag> = board.directors.iter().collect();
	seen.sort();
	if seen.windows(2).any(|pair| matches!(pair, [one, other] if one == other)) {
		return Err(BoardError::NamedTwice);
	}
	let officers: Vec<_> = board
		.directors
		.iter()
		.map(|tag| Officer {
			role: Role::Director,
			party: Party::Person(*tag),
			from: today,
			to: None,
		})
		.collect();
	let officers = officers.try_into().map_err(|_| BoardError::TooManyOfficers)?;
	let record = BoardRecord { officers, signing: board.signing };
	record.ensure_managed(today, CompanyPhase::Live)?;
	Ok(record)
}

/// Whether a person may endorse what a company resolves: a director while it is live, the liquidator
/// while it is wound up. A suspended company resolves nothing: it files what it owes.
pub fn endorses(board: &BoardRecord, person: &Tag, on: CalendarDate, phase: CompanyPhase) -> bool {
	let party = Party::Person(*person);
	match phase {
		CompanyPhase::Live => board.has(&[Role::Director], &party, on),
		CompanyPhase::WindingUp => board.has(&[Role::Liquidator], &party, on),
		CompanyPhase::Suspended | CompanyPhase::StruckOff | CompanyPhase::Ended => false,
	}
}

/// Whether a person files for a company: a director or a secretary, or the liquidator once it is wound
/// up.
pub fn files(board: &BoardRecord, person: &Tag, on: CalendarDate, phase: CompanyPhase) -> bool {
	let party = Party::Person(*person);
	match phase {
		CompanyPhase::Live | CompanyPhase::Suspended => {
			board.has(&[Role::Director, Role::Secretary], &party, on)
		},
		CompanyPhase::WindingUp => board.has(&[Role::Liquidator], &party, on),
		CompanyPhase::StruckOff | CompanyPhase::Ended => false,
	}
}

/// Whether these persons together bind a company. Only those of them count who may endorse on the day.
pub fn binds(board: &BoardRecord, persons: &[Tag], on: CalendarDate, phase: CompanyPhase) -> bool {
	let mut who: Vec<&Tag> =
		persons.iter().filter(|person| endorses(board, person, on, phase)).collect();
	who.sort();
	who.dedup();
	let together = match (phase, board.signing) {
		(CompanyPhase::Live, SigningRule::Joint(number)) => usize::from(number),
		_ => 1,
	};
	who.len() >= together
}
