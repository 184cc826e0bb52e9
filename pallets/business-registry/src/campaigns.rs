//! Campaigns that import an existing register: opened with the root over all its rows, recorded
//! row by row, sealed by another officer when every row has ended.

use alloc::vec::Vec;
use codec::Encode;
use frame_support::{dispatch::DispatchResult, ensure, BoundedVec};
use polity_primitives::{
	ids::CampaignId,
	merkle,
	traits::LegalClock,
	traits::{Acts, Effect},
	Act, District, Head, MandateId, Power,
};
use sp_core::H256;
use sp_runtime::DispatchError;

use crate::{
	bases::Matter,
	name::{key_of, search_key},
	status::imported,
	types::{
		Campaign, CampaignChange, CampaignRow, Company, CompanyChange, DisputeReason,
		ImportedCompany, Missing, NameHolder, RowDefect, RowOutcome, RowRefusal, Source,
		SourceRegister, WorkState,
	},
	BySourceNumber, CampaignHeads, Campaigns, Config, Error, Event, LastCampaign, Namesakes,
	Pallet, Rows,
};

/// What an imported record lacks. No source has more than names, numbers and addresses yet.
pub const fn missing_in(row: &ImportedCompany) -> Missing {
	let always = Missing::DIRECTORS.and(Missing::CAPITAL).and(Missing::OWNERS);
	match row.incorporated_on {
		Some(_) => always,
		None => always.and(Missing::DATES),
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_open_campaign(
		who: T::AccountId,
		act: Act,
		root: H256,
		rows: u32,
		source: SourceRegister,
		district: District,
	) -> DispatchResult {
		let warrant = Self::officer(&who, Power::RecordExisting, district)?;
		Self::ensure_version(&act, 0)?;
		Self::ensure_act(&act, Matter::Campaign, district, Effect::AtOnce)?;
		ensure!(rows > 0 && !root.is_zero(), Error::<T>::CampaignEmpty);
		let id = LastCampaign::<T>::get().next().ok_or(Error::<T>::IdsExhausted)?;
		Self::note(&act, &who, Some(&warrant))?;

		let mandate = warrant.mandate;
		let recorders =
			BoundedVec::try_from(Vec::from([mandate])).map_err(|_| Error::<T>::TooManyRecorders)?;
		LastCampaign::<T>::put(id);
		Campaigns::<T>::insert(
			id,
			Campaign {
				root,
				rows,
				source,
				district,
				act: act.clone(),
				recorders,
				accepted: 0,
				disputed: 0,
				refused: 0,
				is_sealed: false,
			},
		);
		Self::list(district, WorkState::CampaignOpen, id.0.into());
		let change = CampaignChange::Opened { root, rows, source, district };
		let Head { seq: version, hash: head } =
			Self::record_campaign(id, district, &act, mandate, change)?;
		Self::deposit_event(Event::CampaignOpened {
			campaign: id,
			source,
			root,
			rows,
			mandate,
			version,
			head,
		});
		Ok(())
	}

	pub(crate) fn do_import_companies(
		who: T::AccountId,
		id: CampaignId,
		rows: impl IntoIterator<Item = CampaignRow>,
	) -> DispatchResult {
		let (mut campaign, mandate) = Self::for_recorder(&who, id)?;
		for row in rows {
			let leaf = merkle::leaf(&row.company.encode());
			Self::ensure_row(id, &campaign, row.index, &leaf, &row.proof)?;
			let outcome = Self::import_row(id, &campaign, mandate, row.index, leaf, row.company)?;
			Self::end_row(id, &mut campaign, row.index, outcome);
		}
		Campaigns::<T>::insert(id, campaign);
		Ok(())
	}

	pub(crate) fn do_refuse_row(
		who: T::AccountId,
		id: CampaignId,
		index: u32,
		leaf: H256,
		defect: RowDefect,
		proof: merkle::Proof,
	) -> DispatchResult {
		let (mut campaign, _) = Self::for_recorder(&who, id)?;
		Self::ensure_row(id, &campaign, index, &leaf, &proof)?;
		let outcome = RowOutcome::Refused(RowRefusal::Defect(defect), leaf);
		Self::end_row(id, &mut campaign, index, outcome);
		Campaigns::<T>::insert(id, campaign);
		Ok(())
	}

	pub(crate) fn do_seal_campaign(who: T::AccountId, act: Act, id: CampaignId) -> DispatchResult {
		let mut campaign = Campaigns::<T>::get(id).ok_or(Error::<T>::CampaignNotFound)?;
		let district = campaign.district;
		let warrant = Self::officer(&who, Power::Decide, district)?;
		ensure!(!campaign.is_sealed, Error::<T>::CampaignSealed);
		Self::ensure_version(&act, CampaignHeads::<T>::get(id).unwrap_or_default().seq)?;
		for recorder in &campaign.recorders {
			Self::ensure_apart(*recorder, &warrant)?;
		}
		let Campaign { accepted, disputed, refused, .. } = campaign;
		let ended = accepted.saturating_add(disputed).saturating_add(refused);
		ensure!(ended == campaign.rows, Error::<T>::CampaignIncomplete);
		Self::ensure_act(&act, Matter::Campaign, district, Effect::AtOnce)?;
		Self::note(&act, &who, Some(&warrant))?;

		let mandate = warrant.mandate;
		campaign.is_sealed = true;
		Campaigns::<T>::insert(id, campaign);
		Self::unlist(district, WorkState::CampaignOpen, id.0.into());
		let change = CampaignChange::Sealed { accepted, disputed, refused };
		let Head { seq: version, hash: head } =
			Self::record_campaign(id, district, &act, mandate, change)?;
		Self::deposit_event(Event::CampaignSealed {
			campaign: id,
			accepted,
			disputed,
			refused,
			mandate,
			version,
			head,
		});
		Ok(())
	}

	/// Whether a company comes from a campaign that is not sealed: one officer alone has made it.
	pub(crate) fn is_provisional(company: &Company) -> bool {
		company.source.as_ref().is_some_and(|source| {
			!Campaigns::<T>::get(source.campaign).is_some_and(|campaign| campaign.is_sealed)
		})
	}

	/// A campaign that is open, and the mandate of an officer who records its rows. All of them are
	/// kept, since none of them may seal it.
	fn for_recorder(
		who: &T::AccountId,
		id: CampaignId,
	) -> Result<(Campaign, MandateId), DispatchError> {
		let mut campaign = Campaigns::<T>::get(id).ok_or(Error::<T>::CampaignNotFound)?;
		let mandate = Self::officer(who, Power::RecordExisting, campaign.district)?.mandate;
		ensure!(!campaign.is_sealed, Error::<T>::CampaignSealed);
		if !campaign.recorders.contains(&mandate) {
			campaign.recorders.try_push(mandate).map_err(|_| Error::<T>::TooManyRecorders)?;
		}
		Ok((campaign, mandate))
	}

	/// That a row stands in the source and has not ended yet.
	fn ensure_row(
		id: CampaignId,
		campaign: &Campaign,
		index: u32,
		leaf: &H256,
		proof: &merkle::Proof,
	) -> Result<(), Error<T>> {
		ensure!(
			merkle::verify(&campaign.root, campaign.rows, index, leaf, proof),
			Error::<T>::RowNotInCampaign
		);
		ensure!(!Rows::<T>::contains_key(id, index), Error::<T>::RowAlreadyRecorded);
		Ok(())
	}

	/// Makes a company of a row. What stands against the row does not fail the call: it is how the
	/// row ends.
	fn import_row(
		id: CampaignId,
		campaign: &Campaign,
		mandate: MandateId,
		index: u32,
		leaf: H256,
		row: ImportedCompany,
	) -> Result<RowOutcome, DispatchError> {
		let source_key = (campaign.source, row.number.clone());
		if BySourceNumber::<T>::contains_key(&source_key) {
			return Ok(RowOutcome::Refused(RowRefusal::SourceNumberTaken, leaf));
		}
		if !row.legal_form.is_of(row.jurisdiction) {
			return Ok(RowOutcome::Refused(RowRefusal::LegalFormNotOfJurisdiction, leaf));
		}

		let number = Self::next_number()?;
		let missing = missing_in(&row);
		let source_number = row.number.clone();
		let mut company = Company {
			number,
			name_key: search_key(&row.name),
			name: row.name,
			legal_form: row.legal_form,
			jurisdiction: row.jurisdiction,
			lei: None,
			registered_office: row.registered_office,
			activities: row.activities,
			status: imported(row.status),
			status_since: T::Clock::now(),
			incorporated_on: row.incorporated_on,
			fiscal_year_end: None,
			source: Some(Source {
				register: campaign.source,
				number: row.number,
				status: row.status,
				campaign: id,
				row: index,
				leaf,
			}),
			missing,
			dispute: None,
			district: campaign.district,
			strike_off_notice: None,
			is_frozen: false,
		};
		company.dispute = Self::name_import(&company)?;
		let dispute = company.dispute;
		BySourceNumber::<T>::insert(source_key, number);
		let change = CompanyChange::Imported { company: company.clone() };
		let Head { seq: version, hash: head } =
			Self::create_company(company, &campaign.act, mandate, change)?;
		Self::deposit_event(Event::CompanyImported {
			campaign: id,
			row: index,
			company: number,
			source_number,
			dispute,
			version,
			head,
		});
		Ok(match dispute {
			None => RowOutcome::Accepted(number),
			Some(reason) => RowOutcome::Disputed(number, reason),
		})
	}

	/// Gives an imported company its name where that is free, and says why not where it is not. A
	/// company that has ended disputes nobody's name.
	fn name_import(company: &Company) -> Result<Option<DisputeReason>, Error<T>> {
		let key = company.name_key.hash;
		let is_live = company.status.is_live();
		let reason = if key_of(&company.name).is_err() {
			Some(DisputeReason::NameNotAllowed)
		} else if Self::holder_of(&key)?.is_some() {
			Some(DisputeReason::NameTaken)
		} else {
			None
		};
		if reason.is_some() {
			Namesakes::<T>::insert(key, company.number, ());
			return Ok(reason.filter(|_| is_live));
		}
		let holder = if is_live {
			NameHolder::Company(company.number)
		} else {
			NameHolder::Protected { company: company.number, since: company.status_since }
		};
		Self::take_name(&key, holder)?;
		Ok(None)
	}

	/// Counts how a row ended.
	fn end_row(id: CampaignId, campaign: &mut Campaign, index: u32, outcome: RowOutcome) {
		Rows::<T>::insert(id, index, outcome);
		// Saturating: a campaign has at most as many rows as a `u32` counts, each ending once.
		match outcome {
			RowOutcome::Accepted(_) => campaign.accepted = campaign.accepted.saturating_add(1),
			RowOutcome::Disputed(..) => campaign.disputed = campaign.disputed.saturating_add(1),
			RowOutcome::Refused(reason, leaf) => {
				campaign.refused = campaign.refused.saturating_add(1);
				Self::deposit_event(Event::RowRefused { campaign: id, row: index, leaf, reason });
			},
		}
	}
}
