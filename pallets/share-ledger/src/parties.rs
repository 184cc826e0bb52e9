//! Whoever gives and whoever takes: whether they may, and whether they have consented.

use frame_support::{dispatch::DispatchResult, ensure};
use polity_primitives::{
	ids::ProposalId,
	traits::{
		Acts, Companies, CompanyOfficers, CompanyPhase, CompanyProfile, Effect, MinistryLookup,
		Persons, Standing,
	},
	Act, ActKind, Capacity, CompanyNumber, Hash, Party, Register, StandingError,
};
use polity_share_register::{Cleared, TransferRule};

use crate::{
	bases::basis_of,
	consents::{consenter, consenters, matter_of, Facts},
	proposals::everybody,
	types::{Authority, Consenter, Consenters, PreEmption, Proposal, ShareAct, Waiting},
	Config, Consents, Error, Event, Pallet, Proposals,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_consent(
		who: T::AccountId,
		act: Act,
		id: ProposalId,
		matter: Hash,
	) -> DispatchResult {
		let (proposal, consenter) = Self::party_asked(&who, &act, id)?;
		ensure!(Self::read_matter(id) == Some(matter), Error::<T>::MatterDiffers);
		ensure!(!Consents::<T>::contains_key(id, consenter), Error::<T>::AlreadyConsented);
		Self::note(&act, &who, None)?;

		Consents::<T>::insert(id, consenter, ());
		let company = proposal.company;
		Self::deposit_event(Event::ConsentGiven { proposal: id, company, consenter });
		Ok(())
	}

	pub(crate) fn do_withdraw_consent(
		who: T::AccountId,
		act: Act,
		id: ProposalId,
	) -> DispatchResult {
		let (proposal, consenter) = Self::party_asked(&who, &act, id)?;
		ensure!(Consents::<T>::contains_key(id, consenter), Error::<T>::NotConsented);
		Self::note(&act, &who, None)?;

		Consents::<T>::remove(id, consenter);
		let company = proposal.company;
		Self::deposit_event(Event::ConsentWithdrawn { proposal: id, company, consenter });
		Ok(())
	}

	/// The person, or the ministry, for whom an account speaks and who has to consent to a proposal
	/// that can still be decided. Its act cites the version that the proposal was prepared on.
	fn party_asked(
		who: &T::AccountId,
		act: &Act,
		id: ProposalId,
	) -> Result<(Proposal, Consenter), Error<T>> {
		let proposal = Proposals::<T>::get(id).ok_or(Error::<T>::ProposalNotFound)?;
		let person = T::Persons::tag_of(Register::Business, who).map(Consenter::Person);
		let state = T::Ministries::seat(who).map(Consenter::State);
		ensure!(person.is_some() || state.is_some(), Error::<T>::NotAParty);
		let profile = Self::living(proposal.company)?;
		Self::ensure_decidable(&proposal, &profile)?;
		Self::ensure_version(act, proposal.version)?;
		let basis = basis_of(&proposal.share_act, proposal.authority);
		Self::ensure_act(act, basis, profile.district, Effect::AtOnce)?;
		let asked = Self::asked(proposal.company, &proposal.share_act, proposal.authority)?;
		let own = person.into_iter().chain(state).find(|own| asked.contains(own));
		Ok((proposal, own.ok_or(Error::<T>::ConsentNotAsked)?))
	}

	/// Everybody who has to consent to an act on what is stored.
	pub(crate) fn asked(
		company: CompanyNumber,
		share_act: &ShareAct,
		authority: Authority,
	) -> Result<Consenters, Error<T>> {
		let facts = Self::facts_of(company, share_act)?;
		consenters(share_act, authority, company, &facts).map_err(Error::<T>::from)
	}

	fn facts_of(company: CompanyNumber, share_act: &ShareAct) -> Result<Facts, Error<T>> {
		let mut facts = Facts::default();
		if let Some(id) = share_act.pledge() {
			let pledge = Self::pledge_of(company, id)?;
			facts.pledge = Some((pledge.holder, pledge.pledgee));
		}
		match share_act {
			ShareAct::Transfer { class, from, .. } => {
				let terms = Self::class(company, *class)?.terms;
				facts.needs_board = matches!(terms.transfer, TransferRule::BoardConsent);
				facts.has_pre_emption = terms.pre_emption;
				facts.passes_debt = Self::holding(company, *class, from).holding.unpaid > 0;
			},
			ShareAct::Allot { class, shares, paid, .. } => {
				let nominal = Self::class(company, *class)?.terms.nominal;
				let worth = u128::from(nominal).saturating_mul(u128::from(*shares));
				facts.passes_debt = *paid < worth;
			},
			_ => {},
		}
		Ok(facts)
	}

	/// Whether one has consented: a person and a ministry by signature, a company by its resolution.
	fn has_consented(id: ProposalId, matter: &Hash, consenter: &Consenter) -> bool {
		match consenter {
			Consenter::Person(_) | Consenter::State(_) => {
				Consents::<T>::contains_key(id, consenter)
			},
			Consenter::Company(number) => T::Officers::has_resolved(*number, matter),
		}
	}

	/// Who has nothing against a proposal: what the rules of shares ask for. A court asks nobody but
	/// the creditors.
	pub(crate) fn cleared(
		id: ProposalId,
		proposal: &Proposal,
		profile: &CompanyProfile,
	) -> Result<Cleared, Error<T>> {
		let Proposal { company, version, share_act, authority, waiting, .. } = proposal;
		let has_waited = Self::has_waited(proposal, profile)?;
		let creditors = has_waited && matches!(waiting, Some(Waiting::Creditors(_)));
		if *authority == Authority::Court {
			return Ok(Cleared { creditors, ..everybody() });
		}
		let matter = matter_of(id, *company, *version, share_act);
		let board = Self::has_consented(id, &matter, &Consenter::Company(*company));
		let is_open = match share_act.pre_emption() {
			Some((_, PreEmption::Offered)) => {
				!has_waited || !matches!(waiting, Some(Waiting::Holders(_)))
			},
			_ => false,
		};
		let pledge = Self::facts_of(*company, share_act)?.pledge;
		let pledgee = pledge
			.and_then(|(_, pledgee)| consenter(&pledgee).ok())
			.is_none_or(|pledgee| Self::has_consented(id, &matter, &pledgee));
		Ok(Cleared { board, pre_emption: board && !is_open, pledgee, creditors })
	}

	/// That everybody who has to consent has.
	pub(crate) fn ensure_consented(
		id: ProposalId,
		proposal: &Proposal,
		asked: &Consenters,
	) -> Result<(), Error<T>> {
		let Proposal { company, version, share_act, .. } = proposal;
		let matter = matter_of(id, *company, *version, share_act);
		let missing = asked.iter().find(|consenter| !Self::has_consented(id, &matter, consenter));
		let Some(missing) = missing else { return Ok(()) };
		let pledge = Self::facts_of(*company, share_act)?.pledge;
		let is_pledgee =
			pledge.is_some_and(|(_, pledgee)| consenter(&pledgee).as_ref() == Ok(missing));
		Err(if is_pledgee { Error::<T>::PledgeeConsentMissing } else { Error::<T>::ConsentMissing })
	}

	/// That whoever gives and whoever takes may.
	pub(crate) fn ensure_parties_may(
		company: CompanyNumber,
		share_act: &ShareAct,
		authority: Authority,
	) -> Result<(), Error<T>> {
		let capacity = match authority {
			Authority::Registrar => Capacity::Itself,
			Authority::Court => Capacity::CourtOrder,
		};
		let may = |party: &Party, kind, capacity| Self::ensure_may(party, kind, capacity);
		match share_act {
			ShareAct::Transfer { from, to, .. } => {
				may(from, ActKind::Dispose, capacity)?;
				may(to, ActKind::Acquire, capacity)
			},
			ShareAct::Succeed { from, to, .. } => {
				Self::ensure_succession(from, to, authority)?;
				may(to, ActKind::Acquire, capacity)
			},
			ShareAct::Pledge { holder, pledgee, .. } => {
				may(holder, ActKind::Encumber, capacity)?;
				may(pledgee, ActKind::Acquire, capacity)
			},
			// A court can end the pledge of whoever has died or does not exist any more.
			ShareAct::Release { .. } if authority == Authority::Court => Ok(()),
			ShareAct::Release { pledge, .. } => {
				let pledge = Self::pledge_of(company, *pledge)?;
				may(&pledge.pledgee, ActKind::Dispose, capacity)
			},
			ShareAct::Allot { to, .. } | ShareAct::SellTreasury { to, .. } => {
				may(to, ActKind::Acquire, capacity)
			},
			ShareAct::BuyBack { holder, .. }
			| ShareAct::Cancel { holder, .. }
			| ShareAct::Convert { holder, .. } => may(holder, ActKind::Dispose, capacity),
			ShareAct::Adopt { holdings, .. } => {
				holdings.iter().try_for_each(|holding| Self::ensure_holder_exists(&holding.holder))
			},
			ShareAct::OpenClass { .. }
			| ShareAct::Authorise { .. }
			| ShareAct::Pay { .. }
			| ShareAct::CancelTreasury { .. }
			| ShareAct::Rescale { .. }
			| ShareAct::RecordDate { .. }
			| ShareAct::Freeze { .. }
			| ShareAct::LiftFreeze { .. } => Ok(()),
		}
	}

	/// That a party may do a kind of act; a company that is wound up by its liquidator.
	fn ensure_may(party: &Party, kind: ActKind, capacity: Capacity) -> Result<(), Error<T>> {
		Self::ensure_can_hold(party)?;
		let capacity = match (party, capacity) {
			(Party::Company(number), Capacity::Itself) => {
				let phase = T::Companies::profile(*number).map(|profile| profile.phase);
				if phase == Some(CompanyPhase::WindingUp) {
					Capacity::Liquidator
				} else {
					capacity
				}
			},
			_ => capacity,
		};
		T::Standing::may(Register::Business, party, kind, capacity).map_err(Error::<T>::from)
	}

	/// That a party of this kind can have shares.
	fn ensure_can_hold(party: &Party) -> Result<(), Error<T>> {
		match party {
			Party::Person(_)
			| Party::Company(_)
			| Party::State(_)
			| Party::PublicBody(_)
			| Party::Foreign(_) => Ok(()),
			Party::Group(_) | Party::Unit(_) | Party::Unknown => Err(Error::<T>::PartyCannotHold),
		}
	}

	/// That a party that is adopted exists, whatever it may do now.
	fn ensure_holder_exists(party: &Party) -> Result<(), Error<T>> {
		Self::ensure_can_hold(party)?;
		match T::Standing::may(Register::Business, party, ActKind::Acquire, Capacity::Itself) {
			Err(
				error @ (StandingError::NotFound
				| StandingError::Merged
				| StandingError::NotCapable),
			) => Err(error.into()),
			_ => Ok(()),
		}
	}

	/// That a holding passes by law: of who has died, or of a company that has ended to the state. A
	/// court may order others.
	fn ensure_succession(from: &Party, to: &Party, authority: Authority) -> Result<(), Error<T>> {
		if authority == Authority::Court {
			return Ok(());
		}
		match from {
			Party::Person(_) => {
				let may = T::Standing::may(
					Register::Business,
					from,
					ActKind::Dispose,
					Capacity::Succession,
				);
				may.map_err(|_| Error::<T>::NoSuccession)
			},
			Party::Company(number) => {
				let phase = T::Companies::profile(*number).map(|profile| profile.phase);
				ensure!(phase == Some(CompanyPhase::Ended), Error::<T>::NoSuccession);
				ensure!(matches!(to, Party::State(_)), Error::<T>::VestsInState);
				Ok(())
			},
			_ => Err(Error::<T>::NoSuccession),
		}
	}
}
