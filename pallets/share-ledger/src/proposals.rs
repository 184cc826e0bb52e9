//! Acts on shares: prepared by one officer, consented to by whoever gives something up, decided by
//! another officer.

use frame_support::{
	dispatch::{DispatchResult, DispatchResultWithPostInfo},
	ensure,
	traits::Get,
	weights::Weight,
};
use polity_primitives::{
	ids::ProposalId,
	traits::{Acts, Companies, CompanyPhase, CompanyProfile, Effect, LegalClock, MissingPart},
	Act, CompanyNumber, Head, MandateId, Power,
};
use polity_share_register::Cleared;

use crate::{
	bases::{basis_of, needs_document},
	consents::matter_of,
	effects::Effects,
	types::{
		Authority, Consenters, LedgerChange, PreEmption, Preparation, Proposal, ShareAct, Verdict,
		Waiting, MAX_CONSENTERS, MAX_HOLDERS,
	},
	Config, Consents, CurrentLaw, Error, Event, LastProposal, Pallet, Proposals, WeightInfo,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_propose(
		who: T::AccountId,
		act: Act,
		company: CompanyNumber,
		share_act: ShareAct,
		authority: Authority,
	) -> DispatchResult {
		let profile = Self::living(company)?;
		let district = profile.district;
		let maker = Self::officer(&who, authority.maker_power(), district)?;
		let version = Self::version_of(company);
		Self::ensure_version(&act, version)?;
		let basis = basis_of(&share_act, authority);
		Self::ensure_act(&act, basis, district, Effect::Later)?;
		ensure!(
			!needs_document(&share_act, authority) || !act.documents.is_empty(),
			Error::<T>::DocumentMissing
		);
		Self::ensure_not_own(&who, company, &share_act)?;
		Self::ensure_lawful(company, &profile, &share_act, authority)?;
		// What cannot be done is not prepared: as if everybody had been asked.
		Self::effects_of(company, &share_act, authority, Self::today(district), everybody())?;
		let asked = Self::asked(company, &share_act, authority)?;
		let id = LastProposal::<T>::get().next().ok_or(Error::<T>::IdsExhausted)?;
		Self::note(&act, &who, Some(&maker))?;

		let mandate = maker.mandate;
		let matter = matter_of(id, company, version, &share_act);
		let waiting = Self::waiting_of(company, &share_act, authority)?;
		let proposal = Proposal {
			company,
			version,
			share_act: share_act.clone(),
			authority,
			preparation: Preparation { mandate, act },
			waiting,
			made_at: T::Clock::now(),
		};
		// That its time can be counted at all.
		Self::has_lapsed(&proposal, &profile)?;
		LastProposal::<T>::put(id);
		Proposals::<T>::insert(id, proposal);
		Self::deposit_event(Event::ShareActProposed {
			proposal: id,
			company,
			share_act,
			authority,
			consenters: asked,
			matter,
			waiting,
			prepared_on: version,
			mandate,
		});
		Ok(())
	}

	pub(crate) fn do_decide(
		who: T::AccountId,
		act: Act,
		id: ProposalId,
		verdict: Verdict,
	) -> DispatchResultWithPostInfo {
		let proposal = Proposals::<T>::get(id).ok_or(Error::<T>::ProposalNotFound)?;
		let company = proposal.company;
		let profile = Self::living(company)?;
		let district = profile.district;
		let checker = Self::officer(&who, Power::Decide, district)?;
		Self::ensure_version(&act, Self::version_of(company))?;
		Self::ensure_decidable(&proposal, &profile)?;
		let maker = proposal.preparation.mandate;
		match proposal.authority {
			Authority::Registrar => Self::ensure_apart(maker, &checker)?,
			Authority::Court => Self::ensure_of_two_ministries(maker, &checker)?,
		}
		let basis = basis_of(&proposal.share_act, proposal.authority);
		Self::ensure_act(&act, basis, district, Effect::AtOnce)?;
		Self::ensure_not_own(&who, company, &proposal.share_act)?;
		let used = weight_of_decision::<T>(&proposal.share_act, verdict);
		let (mandate, prepared_under) = (checker.mandate, maker);
		if verdict == Verdict::Reject {
			Self::note(&act, &who, Some(&checker))?;
			Self::remove_proposal(id);
			Self::deposit_event(Event::ShareActRejected {
				proposal: id,
				company,
				prepared_under,
				mandate,
			});
			return Ok(Some(used).into());
		}
		Self::ensure_day_has_come(&act, &proposal.preparation.act)?;
		// What was lawful when it was prepared may not be so now.
		Self::ensure_lawful(company, &profile, &proposal.share_act, proposal.authority)?;
		let asked = Self::asked(company, &proposal.share_act, proposal.authority)?;
		let cleared = Self::cleared(id, &proposal, &profile)?;
		let (today, authority) = (Self::today(district), proposal.authority);
		let effects = Self::effects_of(company, &proposal.share_act, authority, today, cleared)?;
		Self::ensure_consented(id, &proposal, &asked)?;
		Self::note(&act, &who, Some(&checker))?;

		Self::remove_proposal(id);
		Self::carry_out(company, &profile, &act, &proposal, asked, effects, id, mandate)?;
		Ok(Some(used).into())
	}

	pub(crate) fn do_withdraw_proposal(who: T::AccountId, id: ProposalId) -> DispatchResult {
		let proposal = Proposals::<T>::get(id).ok_or(Error::<T>::ProposalNotFound)?;
		let company = proposal.company;
		let can_be_decided = Self::living(company)
			.is_ok_and(|profile| Self::ensure_decidable(&proposal, &profile).is_ok());
		ensure!(
			!can_be_decided || Self::is_maker(&who, proposal.preparation.mandate),
			Error::<T>::NotTheMaker
		);
		Self::remove_proposal(id);
		Self::deposit_event(Event::ProposalWithdrawn { proposal: id, company: Some(company) });
		Ok(())
	}

	/// Writes what an act leads to, its entry and its event.
	#[allow(clippy::too_many_arguments)]
	fn carry_out(
		company: CompanyNumber,
		profile: &CompanyProfile,
		act: &Act,
		proposal: &Proposal,
		asked: Consenters,
		effects: Effects,
		id: ProposalId,
		mandate: MandateId,
	) -> DispatchResult {
		let next = Self::version_of(company).checked_add(1).ok_or(Error::<T>::TooManyVersions)?;
		Self::write_effects(company, &effects, next)?;
		let Proposal { share_act, authority, preparation, .. } = proposal;
		if let ShareAct::Adopt { .. } = share_act {
			for part in [MissingPart::Capital, MissingPart::Owners] {
				if profile.lacks(part) {
					T::Companies::adopted(company, part, act, mandate)?;
				}
			}
		}
		let outcome = effects.outcome;
		let change = LedgerChange::Done {
			proposal: id,
			share_act: share_act.clone(),
			authority: *authority,
			consenters: asked.clone(),
			preparation: preparation.clone(),
			outcome: outcome.clone(),
		};
		let Head { seq: version, hash: head } =
			Self::record_ledger(company, profile.district, act, mandate, change)?;
		Self::deposit_event(Event::ShareActDone {
			proposal: id,
			company,
			share_act: share_act.clone(),
			authority: *authority,
			consenters: asked,
			outcome,
			prepared_under: preparation.mandate,
			mandate,
			version,
			head,
		});
		Ok(())
	}

	/// What the law of the register asks of an act beside the rules of shares.
	fn ensure_lawful(
		company: CompanyNumber,
		profile: &CompanyProfile,
		share_act: &ShareAct,
		authority: Authority,
	) -> Result<(), Error<T>> {
		let lacks_books = profile.lacks(MissingPart::Capital) || profile.lacks(MissingPart::Owners);
		ensure!(
			authority == Authority::Court || !share_act.is_for_a_court(),
			Error::<T>::ForACourtAlone
		);
		match share_act {
			ShareAct::Adopt { .. } => ensure!(lacks_books, Error::<T>::NothingToAdopt),
			_ => ensure!(!lacks_books, Error::<T>::NotAdopted),
		}
		if authority == Authority::Registrar {
			match profile.phase {
				CompanyPhase::WindingUp => {
					ensure!(share_act.is_done_in_liquidation(), Error::<T>::CompanyInLiquidation);
				},
				CompanyPhase::Suspended => {
					ensure!(share_act.is_done_in_suspension(), Error::<T>::CompanySuspended);
				},
				CompanyPhase::Live | CompanyPhase::StruckOff | CompanyPhase::Ended => {},
			}
		}
		Self::ensure_parties_may(company, share_act, authority)
	}

	/// For whom an act waits between its preparation and its decision: the creditors, where paid-up
	/// capital falls, also if a court orders it; the holders, where shares are offered to them.
	fn waiting_of(
		company: CompanyNumber,
		share_act: &ShareAct,
		authority: Authority,
	) -> Result<Option<Waiting>, Error<T>> {
		let law = CurrentLaw::<T>::get();
		if share_act.can_reduce_capital() {
			return Ok(Some(Waiting::Creditors(law.creditors_period)));
		}
		let Some((class, PreEmption::Offered)) = share_act.pre_emption() else { return Ok(None) };
		let terms = Self::class(company, class)?.terms;
		let holders_are_asked = authority == Authority::Registrar
			&& terms.pre_emption
			&& terms.outstanding().map_err(Error::<T>::from)? > 0;
		Ok(holders_are_asked.then_some(Waiting::Holders(law.pre_emption_period)))
	}

	/// Whether those whom a proposal waits for have had their time.
	pub(crate) fn has_waited(
		proposal: &Proposal,
		profile: &CompanyProfile,
	) -> Result<bool, Error<T>> {
		match proposal.waiting {
			None => Ok(true),
			Some(waiting) => Self::is_over(waiting.period(), proposal.made_at, profile.district),
		}
	}

	/// Whether a proposal cannot be decided any more. The time for it begins when those whom it waits
	/// for have had theirs.
	pub(crate) fn has_lapsed(
		proposal: &Proposal,
		profile: &CompanyProfile,
	) -> Result<bool, Error<T>> {
		let district = profile.district;
		let from = match proposal.waiting {
			None => proposal.made_at,
			Some(waiting) => Self::deadline(waiting.period(), proposal.made_at, district)?,
		};
		Self::is_over(T::ProposalPeriod::get(), from, district)
	}

	/// That a proposal can still be decided: in time, and one share is still what it was when the act
	/// was prepared. Other changes of the record do not matter: the act is worked out anew on them.
	pub(crate) fn ensure_decidable(
		proposal: &Proposal,
		profile: &CompanyProfile,
	) -> Result<(), Error<T>> {
		let company = proposal.company;
		let of_pledge = match &proposal.share_act {
			ShareAct::Release { pledge, .. } => Some(Self::pledge_of(company, *pledge)?.class),
			_ => None,
		};
		for class in proposal.share_act.classes().into_iter().flatten().chain(of_pledge) {
			let since = Self::class(company, class)?.shares_since;
			ensure!(since <= proposal.version, Error::<T>::ProposalOutdated);
		}
		ensure!(!Self::has_lapsed(proposal, profile)?, Error::<T>::ProposalLapsed);
		Ok(())
	}

	fn remove_proposal(id: ProposalId) {
		Proposals::<T>::remove(id);
		// Few have to consent to one act.
		let _ = Consents::<T>::clear_prefix(id, MAX_CONSENTERS, None);
	}
}

/// As if everybody had been asked and had nothing against it.
pub(crate) const fn everybody() -> Cleared {
	Cleared { board: true, pre_emption: true, pledgee: true, creditors: true }
}

/// How much an act reads and writes.
enum Extent {
	/// A holding or two.
	Holdings,
	/// The capital of all classes.
	Capital,
	/// All holdings of a class, or all pledges of one.
	WholeClass,
	/// So many holdings that are adopted, and their classes.
	Books(u32),
}

fn extent_of(share_act: &ShareAct) -> Extent {
	match share_act {
		ShareAct::OpenClass { .. } | ShareAct::Allot { .. } => Extent::Capital,
		ShareAct::Rescale { .. } | ShareAct::RecordDate { .. } | ShareAct::Succeed { .. } => {
			Extent::WholeClass
		},
		ShareAct::Adopt { holdings, .. } => {
			Extent::Books(u32::try_from(holdings.len()).unwrap_or(u32::MAX))
		},
		ShareAct::Authorise { .. }
		| ShareAct::Pay { .. }
		| ShareAct::Transfer { .. }
		| ShareAct::Pledge { .. }
		| ShareAct::Release { .. }
		| ShareAct::BuyBack { .. }
		| ShareAct::SellTreasury { .. }
		| ShareAct::Cancel { .. }
		| ShareAct::CancelTreasury { .. }
		| ShareAct::Convert { .. }
		| ShareAct::Freeze { .. }
		| ShareAct::LiftFreeze { .. } => Extent::Holdings,
	}
}

/// What preparing an act weighs.
pub(crate) fn weight_of_proposal<T: Config>(share_act: &ShareAct) -> Weight {
	match extent_of(share_act) {
		Extent::Holdings => T::WeightInfo::propose_transfer(),
		Extent::Capital => T::WeightInfo::propose_allotment(),
		Extent::WholeClass => T::WeightInfo::propose_rescaling(),
		Extent::Books(count) => T::WeightInfo::propose_adoption(count),
	}
}

/// What deciding an act weighs.
pub(crate) fn weight_of_decision<T: Config>(share_act: &ShareAct, verdict: Verdict) -> Weight {
	match (verdict, extent_of(share_act)) {
		(Verdict::Reject, _) => T::WeightInfo::reject(),
		(Verdict::Approve, Extent::Holdings) => T::WeightInfo::approve_transfer(),
		(Verdict::Approve, Extent::Capital) => T::WeightInfo::approve_allotment(),
		(Verdict::Approve, Extent::WholeClass) => T::WeightInfo::approve_rescaling(),
		(Verdict::Approve, Extent::Books(count)) => T::WeightInfo::approve_adoption(count),
	}
}

/// The most that a decision weighs before it is known what is decided.
pub(crate) fn most_weight_of_decision<T: Config>(verdict: Verdict) -> Weight {
	match verdict {
		Verdict::Reject => T::WeightInfo::reject(),
		Verdict::Approve => T::WeightInfo::approve_transfer()
			.max(T::WeightInfo::approve_allotment())
			.max(T::WeightInfo::approve_rescaling())
			.max(T::WeightInfo::approve_adoption(MAX_HOLDERS)),
	}
}
