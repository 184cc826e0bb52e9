//! Boards: how they begin, and the changes that one officer prepares and another decides.

use frame_support::{dispatch::DispatchResult, ensure};
use polity_primitives::{
	ids::ProposalId,
	time::CalendarDate,
	traits::{
		Acts, Companies, CompanyOfficers, CompanyPhase, CompanyProfile, Effect, FoundingBoard,
		LegalClock, MandateAuthority, MissingPart,
	},
	Act, CompanyNumber, District, Hash, Head, MandateId, Party, Tag,
};
use sp_core::Get;
use sp_runtime::DispatchError;

use crate::{
	acts::OFFICERS,
	rules,
	types::{
		BoardChange, BoardEntry, BoardRecord, Matter, Officer, Preparation, Proposal, Role, Verdict,
	},
	BoardHeads, Boards, Config, DisqualificationHeads, Disqualifications, Error, Event,
	LastProposal, OfficesOf, Pallet, Proposals,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_propose(who: T::AccountId, act: Act, matter: Matter) -> DispatchResult {
		let district = Self::district_of(&matter)?;
		let maker = Self::officer(&who, matter.authority().maker_power(), district)?;
		let version = Self::version_of(&matter);
		Self::ensure_version(&act, version)?;
		Self::ensure_act(&act, matter.legal_basis(), district, Effect::Later)?;
		Self::ensure_matter(&matter, district)?;
		let id = LastProposal::<T>::get().next().ok_or(Error::<T>::IdsExhausted)?;
		Self::note(&act, &who, Some(&maker))?;

		let mandate = maker.mandate;
		LastProposal::<T>::put(id);
		let event = match matter.clone() {
			Matter::Board { company, change, authority } => {
				Event::ChangeProposed { proposal: id, company, change, authority, mandate }
			},
			Matter::Disqualification { person, until } => {
				Event::DisqualificationProposed { proposal: id, person, until, mandate }
			},
		};
		let preparation = Preparation { mandate, act };
		let made_at = T::Clock::now();
		Proposals::<T>::insert(id, Proposal { matter, version, preparation, made_at });
		Self::deposit_event(event);
		Ok(())
	}

	pub(crate) fn do_decide_proposal(
		who: T::AccountId,
		act: Act,
		id: ProposalId,
		verdict: Verdict,
	) -> DispatchResult {
		let proposal = Proposals::<T>::get(id).ok_or(Error::<T>::ProposalNotFound)?;
		let district = Self::district_of(&proposal.matter)?;
		let checker = Self::officer(&who, proposal.matter.authority().checker_power(), district)?;
		let version = Self::version_of(&proposal.matter);
		Self::ensure_version(&act, version)?;
		ensure!(proposal.version == version, Error::<T>::ProposalOutdated);
		ensure!(!Self::has_lapsed(&proposal, district)?, Error::<T>::ProposalLapsed);
		Self::ensure_apart(proposal.preparation.mandate, &checker)?;
		Self::ensure_act(&act, proposal.matter.legal_basis(), district, Effect::AtOnce)?;
		Self::note(&act, &who, Some(&checker))?;

		let Proposal { matter, preparation, .. } = proposal;
		let (mandate, prepared_under) = (checker.mandate, preparation.mandate);
		Proposals::<T>::remove(id);
		if verdict == Verdict::Reject {
			Self::deposit_event(Event::ProposalRejected { proposal: id, prepared_under, mandate });
			return Ok(());
		}
		Self::ensure_day_has_come(&act, &preparation.act)?;
		// What was lawful when it was prepared may not be so now.
		let after = Self::ensure_matter(&matter, district)?;
		match matter {
			Matter::Board { company, change, authority } => {
				let board = after.ok_or(Error::<T>::CompanyNotFound)?;
				if let BoardChange::Adopt(_) = change {
					T::Companies::adopted(company, MissingPart::Directors, &act, mandate)?;
				}
				Self::write_board(company, board);
				let entry = BoardEntry::Changed { change: change.clone(), authority, preparation };
				let Head { seq: version, hash: head } =
					Self::record_board(company, district, &act, Some(mandate), entry)?;
				Self::deposit_event(Event::BoardChanged {
					proposal: id,
					company,
					change,
					authority,
					prepared_under,
					mandate,
					version,
					head,
				});
			},
			Matter::Disqualification { person, until } => {
				Disqualifications::<T>::set(person, until);
				let Head { seq: version, hash: head } =
					Self::record_disqualification(person, &act, mandate, until, preparation)?;
				Self::deposit_event(Event::DisqualificationSet {
					proposal: id,
					person,
					until,
					prepared_under,
					mandate,
					version,
					head,
				});
			},
		}
		Ok(())
	}

	pub(crate) fn do_withdraw_proposal(who: T::AccountId, id: ProposalId) -> DispatchResult {
		let proposal = Proposals::<T>::get(id).ok_or(Error::<T>::ProposalNotFound)?;
		let district = Self::district_of(&proposal.matter)?;
		// One that nobody can decide any more is cleared by whoever comes.
		let is_dead = proposal.version != Self::version_of(&proposal.matter)
			|| Self::has_lapsed(&proposal, district)?;
		if !is_dead {
			let maker = T::Mandates::warrant(proposal.preparation.mandate)
				.ok_or(Error::<T>::WarrantNotFound)?;
			ensure!(maker.officer.account == who, Error::<T>::NotTheMaker);
		}
		Proposals::<T>::remove(id);
		Self::deposit_event(Event::ProposalWithdrawn { proposal: id });
		Ok(())
	}

	pub(crate) fn do_resign(
		who: T::AccountId,
		act: Act,
		company: CompanyNumber,
		role: Role,
	) -> DispatchResult {
		let person = Self::person(&who)?;
		let CompanyProfile { district, phase, .. } = Self::profile(company)?;
		let head = BoardHeads::<T>::get(company).unwrap_or_default();
		Self::ensure_version(&act, head.seq)?;
		Self::ensure_act(&act, OFFICERS, district, Effect::AtOnce)?;
		Self::ensure_may_represent(&Party::Person(person))?;
		let today = Self::today(district);
		let board = Boards::<T>::get(company).ok_or(Error::<T>::NotInOffice)?;
		let party = Party::Person(person);
		let board =
			rules::remove(&board, role, &party, today, today, phase).map_err(Error::<T>::from)?;
		Self::note(&act, &who, None)?;

		Self::write_board(company, board);
		let entry = BoardEntry::Resigned { role, person };
		let Head { seq: version, hash: head } =
			Self::record_board(company, district, &act, None, entry)?;
		Self::deposit_event(Event::OfficerResigned { company, role, person, version, head });
		Ok(())
	}

	/// Everything that a matter is refused for; the board as it would be, where it is about one.
	fn ensure_matter(
		matter: &Matter,
		district: District,
	) -> Result<Option<BoardRecord>, DispatchError> {
		let today = Self::today(district);
		match matter {
			Matter::Board { company, change, .. } => {
				Self::changed(*company, change, today).map(Some)
			},
			Matter::Disqualification { person, until } => {
				match until {
					Some(until) => {
						ensure!(*until > today, Error::<T>::InThePast);
						Self::ensure_known(person)?;
					},
					None => ensure!(
						Self::barred_until(person, today).is_some(),
						Error::<T>::NotDisqualified
					),
				}
				Ok(None)
			},
		}
	}

	/// The board as it would be after a change.
	fn changed(
		company: CompanyNumber,
		change: &BoardChange,
		today: CalendarDate,
	) -> Result<BoardRecord, DispatchError> {
		let profile = Self::living(company)?;
		let (phase, lacks_directors) = (profile.phase, profile.lacks(MissingPart::Directors));
		if let BoardChange::Adopt(board) = change {
			ensure!(lacks_directors, Error::<T>::NothingToAdopt);
			return Ok(Self::ensure_board(board, today)?);
		}
		ensure!(!lacks_directors, Error::<T>::NotAdopted);
		let board = Boards::<T>::get(company).ok_or(Error::<T>::NotAdopted)?;
		let board = match change {
			BoardChange::Appoint(officer) => {
				ensure!(
					officer.role != Role::Liquidator || phase == CompanyPhase::WindingUp,
					Error::<T>::NotWoundUp
				);
				let board = rules::appoint(&board, officer.clone(), today, phase)
					.map_err(Error::<T>::from)?;
				Self::ensure_eligible(officer, today)?;
				board
			},
			BoardChange::Remove { role, party, on } => {
				rules::remove(&board, *role, party, *on, today, phase).map_err(Error::<T>::from)?
			},
			BoardChange::SetSigning(signing) => {
				rules::set_signing(&board, *signing, today, phase).map_err(Error::<T>::from)?
			},
			BoardChange::Adopt(_) => board,
		};
		Ok(board)
	}

	/// That a party may become an officer: registered, in standing, and not barred by a court.
	fn ensure_eligible(officer: &Officer, today: CalendarDate) -> Result<(), Error<T>> {
		if let Party::Person(person) = &officer.party {
			let is_barred = officer.role != Role::Auditor
				&& Self::barred_until(person, today.max(officer.from)).is_some();
			ensure!(!is_barred, Error::<T>::PersonDisqualified);
		}
		Self::ensure_may_represent(&officer.party)
	}

	/// That a person is registered. A dead or frozen one can be barred too.
	fn ensure_known(person: &Tag) -> Result<(), Error<T>> {
		match Self::ensure_may_represent(&Party::Person(*person)) {
			Err(Error::PartyNotFound) => Err(Error::<T>::PartyNotFound),
			_ => Ok(()),
		}
	}

	/// The record of a board that a company may begin with.
	fn ensure_board(board: &FoundingBoard, today: CalendarDate) -> Result<BoardRecord, Error<T>> {
		let record = rules::begin(board, today).map_err(Error::<T>::from)?;
		for officer in &record.officers {
			Self::ensure_eligible(officer, today)?;
		}
		Ok(record)
	}

	/// Writes a board, and which persons have an office in it.
	fn write_board(company: CompanyNumber, board: BoardRecord) {
		let before = Boards::<T>::get(company);
		let persons = |board: &BoardRecord| -> alloc::vec::Vec<Tag> {
			let parties = board.officers.iter().map(|officer| &officer.party);
			let persons = parties.filter_map(|party| match party {
				Party::Person(tag) => Some(*tag),
				_ => None,
			});
			persons.collect()
		};
		for tag in before.iter().flat_map(persons) {
			OfficesOf::<T>::remove(tag, company);
		}
		for tag in persons(&board) {
			OfficesOf::<T>::insert(tag, company, ());
		}
		Boards::<T>::insert(company, board);
	}

	fn district_of(matter: &Matter) -> Result<District, Error<T>> {
		match matter {
			Matter::Board { company, .. } => Ok(Self::profile(*company)?.district),
			Matter::Disqualification { .. } => Ok(District::NATIONAL),
		}
	}

	/// The version of the record that a matter is about.
	pub(crate) fn version_of(matter: &Matter) -> u32 {
		match matter {
			Matter::Board { company, .. } => BoardHeads::<T>::get(company),
			Matter::Disqualification { person, .. } => DisqualificationHeads::<T>::get(person),
		}
		.unwrap_or_default()
		.seq
	}

	fn has_lapsed(proposal: &Proposal, district: District) -> Result<bool, Error<T>> {
		Self::is_over(T::ProposalPeriod::get(), proposal.made_at, district)
	}
}

impl<T: Config> CompanyOfficers for Pallet<T> {
	fn check_board(board: &FoundingBoard) -> DispatchResult {
		Self::ensure_board(board, Self::today(District::NATIONAL))?;
		Ok(())
	}

	fn found(
		company: CompanyNumber,
		district: District,
		board: &FoundingBoard,
		act: &Act,
		mandate: MandateId,
	) -> DispatchResult {
		let record = Self::ensure_board(board, Self::today(district))?;
		Self::write_board(company, record);
		let entry = BoardEntry::Founded(board.clone());
		let Head { seq: version, hash: head } =
			Self::record_board(company, district, act, Some(mandate), entry)?;
		Self::deposit_event(Event::BoardFounded {
			company,
			board: board.clone(),
			mandate,
			version,
			head,
		});
		Ok(())
	}

	fn pass(
		from: CompanyNumber,
		to: CompanyNumber,
		act: &Act,
		mandate: MandateId,
	) -> DispatchResult {
		let CompanyProfile { district, .. } = Self::profile(from)?;
		let board = Boards::<T>::get(from).ok_or(Error::<T>::NotAdopted)?;
		Self::write_board(to, board.clone());
		let entry = BoardEntry::Passed { from, board };
		let Head { seq: version, hash: head } =
			Self::record_board(to, district, act, Some(mandate), entry)?;
		Self::deposit_event(Event::BoardPassed { from, company: to, mandate, version, head });
		Ok(())
	}

	fn files_for(company: CompanyNumber, person: &Tag) -> bool {
		let Ok(profile) = Self::profile(company) else { return false };
		let today = Self::today(profile.district);
		Boards::<T>::get(company)
			.is_some_and(|board| rules::files(&board, person, today, profile.phase))
			&& Self::barred_until(person, today).is_none()
	}

	fn has_resolved(company: CompanyNumber, matter: &Hash) -> bool {
		Self::is_resolved(company, matter)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn resolve_for_benchmark(company: CompanyNumber, matter: Hash) {
		use crate::types::Resolution;
		use polity_primitives::{
			traits::{Persons, SigningRule},
			Register,
		};

		let Ok(person) = Tag::new([0xB7; 32]) else { return };
		T::Persons::enrol_for_benchmark(Register::Business, person, None);
		let board = FoundingBoard {
			directors: alloc::vec![person].try_into().unwrap_or_default(),
			signing: SigningRule::Sole,
		};
		if let Ok(record) = rules::begin(&board, Self::today(District::NATIONAL)) {
			Self::write_board(company, record);
		}
		let endorsed_by = alloc::vec![person].try_into().unwrap_or_default();
		let opened_at = T::Clock::now();
		crate::Resolutions::<T>::insert(company, matter, Resolution { endorsed_by, opened_at });
	}
}
