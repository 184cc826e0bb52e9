//! How a seat grants, suspends and revokes: what the calls check and write.

use alloc::vec::Vec;
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get};
use frame_system::{
	ensure_signed,
	pallet_prelude::{BlockNumberFor, OriginFor},
};
use polity_primitives::{
	act::{Act, RequestScope},
	ids::{District, MandateId, MinistryId},
	keep_account,
	office::{Powers, Register, Signatory},
	record::{self, Head, RecordKind},
	traits::{LegalClock, MandateAuthority, MinistryLookup, Persons},
};
use sp_runtime::{traits::Saturating, DispatchError};

use crate::{
	term::{Position, Term, TermError},
	types::{GenesisMandate, Mandate, MandateBody, MandateChange, MandateState, Proposal, Step},
	Config, Entries, Error, Heads, Mandates, MandatesOf, NextMandate, Officers, Pallet, Proposals,
};

impl<T> From<TermError> for Error<T> {
	fn from(error: TermError) -> Self {
		match error {
			TermError::EndsBeforeItBegins => Self::EndsBeforeItBegins,
			TermError::AlreadyOver => Self::AlreadyOver,
			TermError::TooLong => Self::TermTooLong,
		}
	}
}

type SignatoryOf<T> = Signatory<<T as frame_system::Config>::AccountId>;
type MandateOf<T> = Mandate<<T as frame_system::Config>::AccountId>;

impl<T: Config> Pallet<T> {
	/// The ministry and the signatory behind a key of a seat.
	pub(crate) fn ensure_seat(
		origin: OriginFor<T>,
	) -> Result<(MinistryId, SignatoryOf<T>), DispatchError> {
		let who = ensure_signed(origin)?;
		let (ministry, signatory) = T::Ministries::seat_key(&who).ok_or(Error::<T>::NotSeatKey)?;
		T::Persons::standing(Register::PublicOffice, &signatory.person)
			.map_err(|_| Error::<T>::SignatoryNotInStanding)?;
		Ok((ministry, signatory))
	}

	/// A key of the seat that decides about a mandate, and the mandate in the version that the act
	/// was prepared on.
	///
	/// Whether the ministry is active is not asked here: a suspended one can still end powers.
	pub(crate) fn ensure_own_mandate(
		origin: OriginFor<T>,
		act: &Act,
		id: MandateId,
	) -> Result<(SignatoryOf<T>, MandateOf<T>), DispatchError> {
		let (ministry, signatory) = Self::ensure_seat(origin)?;
		let mandate = Mandates::<T>::get(id).ok_or(Error::<T>::MandateNotFound)?;
		ensure!(mandate.ministry == ministry, Error::<T>::OtherMinistry);
		let head = Heads::<T>::get(id).unwrap_or_default();
		record::ensure_version(act, &head).map_err(Error::<T>::from)?;
		Self::ensure_today(act)?;
		Ok((signatory, mandate))
	}

	pub(crate) fn ensure_today(act: &Act) -> DispatchResult {
		let today = T::Clock::today(Register::PublicOffice, District::NATIONAL);
		ensure!(act.effective_from == today, Error::<T>::EffectiveFromNotToday);
		Ok(())
	}

	/// Every rule about what a mandate can be, asked when it is proposed and when it is confirmed.
	pub(crate) fn ensure_can_be_granted(mandate: &Mandate<T::AccountId>) -> DispatchResult {
		let Mandate { ministry, officer, register, powers, district, term, .. } = mandate;
		ensure!(T::Ministries::is_active(*ministry), Error::<T>::MinistryNotActive);
		ensure!(!powers.is_empty(), Error::<T>::NoPowers);
		term.check(T::Clock::now(), T::MaxTerm::get()).map_err(Error::<T>::from)?;

		let has_a_hand_in_it = |grantor: &Signatory<T::AccountId>| grantor.is_same_as(officer);
		ensure!(
			!has_a_hand_in_it(&mandate.proposed_by)
				&& !mandate.confirmed_by.as_ref().is_some_and(has_a_hand_in_it),
			Error::<T>::OfficerIsGrantor
		);
		ensure!(!T::Ministries::is_taken(&officer.account), Error::<T>::AccountTaken);
		ensure!(
			Officers::<T>::get(&officer.account)
				.is_none_or(|whose| whose == (*ministry, officer.person)),
			Error::<T>::OfficerOfAnother
		);

		ensure!(
			powers.iter().all(|power| Self::competent(*register, *district, power.competence())
				== Some(*ministry)),
			Error::<T>::OutsideCompetence
		);
		T::Persons::standing(Register::PublicOffice, &officer.person)
			.map_err(|_| Error::<T>::PersonNotInStanding)?;
		Ok(())
	}

	/// Whether a signatory can have a hand in a change of a mandate.
	pub(crate) fn ensure_can_be_changed(
		mandate: &Mandate<T::AccountId>,
		change: MandateChange,
		by: &Signatory<T::AccountId>,
	) -> DispatchResult {
		match change {
			// Also of a suspended ministry: to end a power is always possible.
			MandateChange::Revoke => ensure!(mandate.is_held(), Error::<T>::WrongState),
			// By those who granted it, so that maker and checker stay separated from whoever gave
			// an officer its powers: a mandate has no other grantors than the two that it names.
			MandateChange::Restore => {
				ensure!(mandate.state == MandateState::Suspended, Error::<T>::WrongState);
				ensure!(T::Ministries::is_active(mandate.ministry), Error::<T>::MinistryNotActive);
				ensure!(mandate.was_granted_by_person_of(by), Error::<T>::NotGrantor);
			},
		}
		Ok(())
	}

	/// Whether a signatory can confirm what another has proposed: two keys and two people of the
	/// seat as it is now.
	pub(crate) fn ensure_confirms(
		id: MandateId,
		mandate: &Mandate<T::AccountId>,
		by: &Signatory<T::AccountId>,
		step: Step,
	) -> DispatchResult {
		let proposal = Proposals::<T>::get(id)
			.filter(|proposal| proposal.step == step)
			.ok_or(Error::<T>::NothingProposed)?;
		ensure!(!Self::has_lapsed(proposal.proposed_at), Error::<T>::ProposalLapsed);
		ensure!(proposal.by.account != by.account, Error::<T>::SameAccount);
		ensure!(proposal.by.person != by.person, Error::<T>::SamePerson);
		ensure!(
			T::Ministries::seat_key(&proposal.by.account) == Some((mandate.ministry, proposal.by)),
			Error::<T>::ProposerLeftSeat
		);
		Ok(())
	}

	/// Whether a proposal of that block can no longer be confirmed.
	pub(crate) fn has_lapsed(proposed_at: BlockNumberFor<T>) -> bool {
		frame_system::Pallet::<T>::block_number()
			> proposed_at.saturating_add(T::ProposalLifetime::get())
	}

	/// Notes the act of a seat, which rests on the statute of what it does.
	pub(crate) fn note(ministry: MinistryId, act: &Act, step: Step) -> DispatchResult {
		let is_known = act.legal_basis.is_known_in(Register::PublicOffice);
		ensure!(is_known, Error::<T>::UnknownLegalBasis);
		ensure!(act.legal_basis == step.legal_basis(), Error::<T>::LegalBasisDoesNotFit);
		Self::note_act(RequestScope::Ministry(ministry), Register::PublicOffice, act)
	}

	pub(crate) fn next_id() -> Result<MandateId, Error<T>> {
		let id = NextMandate::<T>::get();
		NextMandate::<T>::put(id.next().ok_or(Error::<T>::IdsExhausted)?);
		Ok(id)
	}

	pub(crate) fn set_proposal(id: MandateId, step: Step, by: Signatory<T::AccountId>) {
		let proposed_at = frame_system::Pallet::<T>::block_number();
		Proposals::<T>::insert(id, Proposal { step, by, proposed_at });
	}

	/// Writes the next entry of a mandate's history.
	pub(crate) fn append(
		id: MandateId,
		act: Option<&Act>,
		body: MandateBody<T::AccountId>,
	) -> Result<Head, Error<T>> {
		let at = T::Clock::recorded_at(Register::PublicOffice, District::NATIONAL);
		// No officer decides about a mandate, so the entry names none's.
		record::append::<_, _, Heads<T>, Entries<T>>(RecordKind::Mandate, &id, at, act, None, body)
			.map_err(Into::into)
	}

	/// Gives a mandate to its officer's account. Where there is no room, those that have expired
	/// are left out of the account's list; their records stay.
	pub(crate) fn hold(id: MandateId, mandate: &Mandate<T::AccountId>) -> DispatchResult {
		let account = &mandate.officer.account;
		MandatesOf::<T>::try_mutate(account, |held| {
			if held.is_full() {
				let now = T::Clock::now();
				held.retain(|held| {
					Mandates::<T>::get(held)
						.is_some_and(|mandate| mandate.term.at(now) != Position::Over)
				});
			}
			held.try_push(id).map_err(|_| Error::<T>::TooManyMandates)
		})?;
		// So that the account can sign at all.
		keep_account::<T>(account);
		Officers::<T>::insert(account, (mandate.ministry, mandate.officer.person));
		Ok(())
	}

	/// Takes a mandate from an account. The account is kept, and its nonce with it.
	pub(crate) fn release(id: MandateId, account: &T::AccountId) {
		let mut held = MandatesOf::<T>::get(account);
		held.retain(|held| *held != id);
		if !held.is_empty() {
			MandatesOf::<T>::insert(account, held);
			return;
		}
		MandatesOf::<T>::remove(account);
		Officers::<T>::remove(account);
	}

	/// Grants a mandate in the genesis block, by the rules of every other.
	pub(crate) fn grant_at_genesis(genesis: &GenesisMandate<T::AccountId>) -> DispatchResult {
		let [first, second] = genesis.granted_by.clone();
		let mandate = Mandate {
			ministry: genesis.ministry,
			officer: genesis.officer.clone(),
			register: genesis.register,
			powers: Powers::of(&genesis.powers),
			district: genesis.district,
			term: Term { not_before: genesis.not_before, not_after: genesis.not_after },
			proposed_by: first,
			confirmed_by: Some(second),
			state: MandateState::Granted,
		};
		Self::ensure_two_of_the_seat(&mandate)?;
		Self::ensure_can_be_granted(&mandate)?;
		let id = Self::next_id()?;
		Self::hold(id, &mandate)?;
		Mandates::<T>::insert(id, &mandate);
		Self::append(id, None, MandateBody::GrantedAtGenesis(mandate))?;
		Ok(())
	}

	fn ensure_two_of_the_seat(mandate: &Mandate<T::AccountId>) -> DispatchResult {
		let grantors: Vec<_> =
			core::iter::once(&mandate.proposed_by).chain(&mandate.confirmed_by).collect();
		for grantor in &grantors {
			let is_key = T::Ministries::seat_key(&grantor.account)
				== Some((mandate.ministry, Signatory::clone(grantor)));
			ensure!(is_key, Error::<T>::NotSeatKey);
			T::Persons::standing(Register::PublicOffice, &grantor.person)
				.map_err(|_| Error::<T>::SignatoryNotInStanding)?;
		}
		if let Some(second) = &mandate.confirmed_by {
			ensure!(mandate.proposed_by.account != second.account, Error::<T>::SameAccount);
			ensure!(mandate.proposed_by.person != second.person, Error::<T>::SamePerson);
		}
		Ok(())
	}
}
