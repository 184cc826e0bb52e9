//! Consents to surveys: on the chain, by a company's resolution, by deed, or a court's order in their
//! place.

use alloc::collections::BTreeSet;
use frame_support::{dispatch::DispatchResult, ensure};
use polity_primitives::{
	traits::{Acts, Agreed, CompanyOfficers, Effect, GroundChange, LegalClock},
	Act, ActKind, Capacity, Hash, MandateId, Party, Power, UnitNumber,
};
use polity_title::Holder;

use crate::{
	bases::{COURT_ORDER, DEED, SURVEY},
	types::{Consent, ConsentState, LandTitle, SurveyConsent, Unit, MAX_SURVEY_CONSENTS},
	Config, Error, Event, Law, Pallet, SurveyConsents, Units,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_consent_to_survey(
		who: T::AccountId,
		act: Act,
		number: UnitNumber,
		matter: Hash,
	) -> DispatchResult {
		let (unit, title) = Self::live_unit(number)?;
		let head = Self::title_head(number);
		Self::ensure_version(&act, head.seq)?;
		Self::ensure_act(&act, |basis| basis == SURVEY, unit.district, Effect::AtOnce)?;
		let own = Self::spoken_for_by(&who);
		let party = Self::find_party(&title, |member| own.contains(member))?;
		let state = ConsentState::Given { at: T::Clock::now() };
		let agreed = Self::with_consent(number, head.seq, &matter, party.clone(), state)?;
		Self::note(&act, &who, None)?;

		SurveyConsents::<T>::insert(matter, number, agreed);
		let version = head.seq;
		Self::deposit_event(Event::SurveyConsentGiven { unit: number, matter, party, version });
		Ok(())
	}

	pub(crate) fn do_consent_to_survey_by_deed(
		who: T::AccountId,
		act: Act,
		number: UnitNumber,
		matter: Hash,
		party: Party,
	) -> DispatchResult {
		let (unit, title) = Self::live_unit(number)?;
		let notary = Self::officer(&who, Power::Notarise, unit.district)?;
		let head = Self::title_head(number);
		Self::ensure_version(&act, head.seq)?;
		Self::ensure_act(&act, |basis| basis == DEED, unit.district, Effect::AtOnce)?;
		Self::ensure_has_no_key(&party)?;
		let party = Self::find_party(&title, |member| *member == party)?;
		let mandate = notary.mandate;
		let state = ConsentState::ByDeed { mandate, recorded_at: T::Clock::now() };
		let agreed = Self::with_consent(number, head.seq, &matter, party.clone(), state)?;
		Self::note(&act, &who, Some(&notary))?;

		SurveyConsents::<T>::insert(matter, number, agreed);
		let version = head.seq;
		Self::deposit_event(Event::SurveyDeedRecorded {
			unit: number,
			matter,
			party,
			mandate,
			version,
		});
		Ok(())
	}

	pub(crate) fn do_withdraw_survey_consent(
		who: T::AccountId,
		act: Act,
		number: UnitNumber,
		matter: Hash,
		party: Party,
	) -> DispatchResult {
		let unit = Units::<T>::get(number).ok_or(Error::<T>::UnitNotFound)?;
		let officer = if Self::spoken_for_by(&who).contains(&party) {
			ensure!(act.legal_basis == SURVEY, Error::<T>::LegalBasisDoesNotFit);
			None
		} else {
			Some(Self::speaker(&who, &act, unit.district)?)
		};
		Self::ensure_version(&act, Self::title_head(number).seq)?;
		Self::ensure_act(&act, |_| true, unit.district, Effect::AtOnce)?;
		let mut agreed =
			SurveyConsents::<T>::get(matter, number).ok_or(Error::<T>::NotConsented)?;
		let given = agreed.consents.iter().position(|consent| consent.party == party);
		let consent = agreed.consents.remove(given.ok_or(Error::<T>::NotConsented)?);
		// What an owner has said itself nobody takes back for it.
		let is_by_deed = matches!(consent.state, ConsentState::ByDeed { .. });
		ensure!(officer.is_none() || is_by_deed, Error::<T>::ConsentIsItsOwn);
		Self::note(&act, &who, officer.as_ref())?;

		let version = agreed.version;
		Self::keep_agreement(&matter, number, agreed);
		Self::deposit_event(Event::SurveyConsentWithdrawn {
			unit: number,
			matter,
			party,
			mandate: officer.map(|officer| officer.mandate),
			version,
		});
		Ok(())
	}

	pub(crate) fn do_order_survey(
		who: T::AccountId,
		act: Act,
		number: UnitNumber,
		matter: Hash,
		is_ordered: bool,
	) -> DispatchResult {
		let (unit, _) = Self::live_unit(number)?;
		let court = Self::officer(&who, Power::FreezeAsCourt, unit.district)?;
		let head = Self::title_head(number);
		Self::ensure_version(&act, head.seq)?;
		Self::ensure_act(&act, |basis| basis == COURT_ORDER, unit.district, Effect::AtOnce)?;
		let mut agreed = Self::agreement_on(number, head.seq, &matter);
		let (mandate, version) = (court.mandate, head.seq);
		let ordered_under = is_ordered.then_some(mandate);
		ensure!(
			agreed.ordered_under.is_some() != ordered_under.is_some(),
			Error::<T>::NothingChanges
		);
		agreed.ordered_under = ordered_under;
		Self::note(&act, &who, Some(&court))?;

		Self::keep_agreement(&matter, number, agreed);
		Self::deposit_event(Event::SurveyOrdered {
			unit: number,
			matter,
			is_ordered,
			mandate,
			version,
		});
		Ok(())
	}

	/// That all whom a survey concerns have consented to it, or a court has ordered it: on the title as
	/// it is. Says which.
	pub(crate) fn survey_is_agreed(
		unit: &Unit,
		title: &LandTitle,
		change: GroundChange,
		matter: &Hash,
		officers: [MandateId; 2],
	) -> Result<Agreed, Error<T>> {
		let version = Self::title_head(unit.number).seq;
		let agreed = Self::agreement_on(unit.number, version, matter);
		if let Some(court) = agreed.ordered_under {
			Self::ensure_elsewhere(court, officers)?;
			return Ok(Agreed::ByCourtOrder);
		}
		let concerned = Self::concerned(title, change)?;
		concerned.iter().try_fold(Agreed::OnChain, |weakest, party| {
			Self::ensure_may(party, ActKind::Dispose, Capacity::Itself)?;
			let consented = Self::consented(unit, &agreed, party, matter, officers)?;
			Ok(weakest.max(consented))
		})
	}

	/// That a party has consented, and how.
	fn consented(
		unit: &Unit,
		agreed: &SurveyConsent,
		party: &Party,
		matter: &Hash,
		officers: [MandateId; 2],
	) -> Result<Agreed, Error<T>> {
		let consent = agreed.consents.iter().find(|consent| consent.party == *party);
		match (consent.map(|consent| consent.state), party) {
			(Some(ConsentState::Given { .. }), _) => Ok(Agreed::OnChain),
			(Some(ConsentState::ByDeed { mandate, recorded_at }), _) => {
				let period = agreed.deed_notice_period;
				let is_over = Self::is_over(period, recorded_at, unit.district)?;
				ensure!(is_over, Error::<T>::DeedPeriodRunning);
				Self::ensure_elsewhere(mandate, officers)?;
				Ok(Agreed::ByDeed)
			},
			(_, Party::Company(company)) => {
				let has_resolved = T::Officers::has_resolved(*company, matter);
				ensure!(has_resolved, Error::<T>::ConsentMissing);
				Ok(Agreed::OnChain)
			},
			_ => Err(Error::<T>::ConsentMissing),
		}
	}

	/// That a notary or a court is apart from both officers of a survey, and of another ministry.
	fn ensure_elsewhere(mandate: MandateId, officers: [MandateId; 2]) -> Result<(), Error<T>> {
		let elsewhere = Self::warrant(mandate)?;
		officers
			.into_iter()
			.try_for_each(|officer| Self::ensure_of_two_ministries(officer, &elsewhere))
	}

	/// Whom a change of the ground concerns, each once: owners, and where ground may be lost creditors,
	/// holders of rights, and the owners of units that an easement serves; of a group its members.
	///
	/// # Errors
	/// [`Error::TooManyConsents`] if it would concern more than [`MAX_SURVEY_CONSENTS`]; more are not
	/// looked at.
	fn concerned(title: &LandTitle, change: GroundChange) -> Result<BTreeSet<Party>, Error<T>> {
		let mut parties = owners_of(title);
		if change == GroundChange::Redrawn {
			parties.extend(title.mortgages.iter().map(|mortgage| mortgage.creditor.clone()));
			for right in &title.rights {
				match &right.terms.holder {
					Holder::Party(party) => {
						parties.insert(party.clone());
					},
					Holder::Unit(dominant) => {
						let (_, served) = Self::live_unit(*dominant)?;
						ensure!(!served.owners_unknown(), Error::<T>::OwnersUnknown);
						parties.extend(owners_of(&served));
					},
				}
				Self::ensure_few(&parties)?;
			}
		}
		let mut concerned = BTreeSet::new();
		for party in &parties {
			concerned.extend(Self::members_of(party)?);
			Self::ensure_few(&concerned)?;
		}
		Ok(concerned)
	}

	fn ensure_few(parties: &BTreeSet<Party>) -> Result<(), Error<T>> {
		let asked = u32::try_from(parties.len()).unwrap_or(u32::MAX);
		ensure!(asked <= MAX_SURVEY_CONSENTS, Error::<T>::TooManyConsents);
		Ok(())
	}

	/// Somebody whom a survey may concern. Owners are found first: they consent to what concerns nobody
	/// else, however many others there are.
	fn find_party(title: &LandTitle, is_meant: impl Fn(&Party) -> bool) -> Result<Party, Error<T>> {
		for change in [GroundChange::Kept, GroundChange::Redrawn] {
			let mut concerned = Self::concerned(title, change)?.into_iter();
			if let Some(party) = concerned.find(&is_meant) {
				return Ok(party);
			}
		}
		Err(Error::<T>::NotAParty)
	}

	/// What is agreed with one consent more.
	fn with_consent(
		number: UnitNumber,
		version: u32,
		matter: &Hash,
		party: Party,
		state: ConsentState,
	) -> Result<SurveyConsent, Error<T>> {
		let mut agreed = Self::agreement_on(number, version, matter);
		let has_consented = agreed.consents.iter().any(|consent| consent.party == party);
		ensure!(!has_consented, Error::<T>::AlreadyConsented);
		let consent = Consent { party, state };
		agreed.consents.try_push(consent).map_err(|_| Error::<T>::TooManyConsents)?;
		Ok(agreed)
	}

	/// What is agreed on a version of the title. Who consented before the title changed has consented
	/// to something else.
	fn agreement_on(number: UnitNumber, version: u32, matter: &Hash) -> SurveyConsent {
		SurveyConsents::<T>::get(matter, number)
			.filter(|agreed| agreed.version == version)
			.unwrap_or_else(|| SurveyConsent::on(version, Law::<T>::get().deed_notice_period))
	}

	fn keep_agreement(matter: &Hash, number: UnitNumber, agreed: SurveyConsent) {
		if agreed.is_empty() {
			SurveyConsents::<T>::remove(matter, number);
		} else {
			SurveyConsents::<T>::insert(matter, number, agreed);
		}
	}
}

fn owners_of(title: &LandTitle) -> BTreeSet<Party> {
	title.owners.iter().map(|share| share.party.clone()).collect()
}
