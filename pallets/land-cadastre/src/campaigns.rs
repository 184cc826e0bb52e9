//! Campaigns that import an existing cadastre: opened with the root over all its rows, recorded row
//! by row, sealed by another officer when every row has ended.

use alloc::vec::Vec;
use codec::Encode;
use frame_support::{dispatch::DispatchResult, ensure, BoundedVec};
use polity_geometry::GeometryError;
use polity_primitives::{
	ids::CampaignId,
	merkle,
	traits::{Acts, Effect},
	Act, District, Head, MandateId, Power,
};
use sp_core::H256;
use sp_runtime::DispatchError;

use crate::{
	acts::TAKE_OVER,
	index::{IndexError, Meter},
	parcels::{is_within, measure, named, Ground, Maker},
	types::{
		CadastreLaw, Campaign, CampaignChange, CampaignRow, DisputeReason, ParcelChange,
		ParcelRecord, ParcelSource, RowDefect, RowOutcome, RowRefusal, WorkState,
	},
	ByReference, CampaignHeads, Campaigns, Config, Error, Event, LastCampaign, Pallet, Rows,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_open_campaign(
		who: T::AccountId,
		act: Act,
		root: H256,
		rows: u32,
		district: District,
	) -> DispatchResult {
		let warrant = Self::officer(&who, Power::RecordExisting, district)?;
		Self::ensure_version(&act, 0)?;
		Self::ensure_act(&act, TAKE_OVER, district, Effect::AtOnce)?;
		Self::law()?;
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
		let change = CampaignChange::Opened { root, rows, district };
		let Head { seq: version, hash: head } =
			Self::record_campaign(id, district, &act, mandate, change)?;
		Self::deposit_event(Event::CampaignOpened {
			campaign: id,
			root,
			rows,
			district,
			mandate,
			version,
			head,
		});
		Ok(())
	}

	pub(crate) fn do_import_parcels(
		who: T::AccountId,
		id: CampaignId,
		rows: impl IntoIterator<Item = CampaignRow>,
		meter: &mut Meter,
	) -> DispatchResult {
		let (mut campaign, mandate) = Self::for_recorder(&who, id)?;
		let law = Self::law()?;
		for row in rows {
			let leaf = merkle::leaf(&row.parcel.encode());
			Self::ensure_row(id, &campaign, row.index, &leaf, &row.proof)?;
			let source = ParcelSource { campaign: id, row: row.index, leaf };
			let maker = Maker {
				district: campaign.district,
				act: Some(&campaign.act),
				mandate: Some(mandate),
				source: Some(source),
			};
			let outcome = Self::import_row(&law, maker, source, row.parcel, meter)?;
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
		Self::ensure_act(&act, TAKE_OVER, district, Effect::AtOnce)?;
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

	/// Makes a parcel of a row. What stands against the row does not fail the call: it is how the row
	/// ends. Only a bound that is passed does, because more may be stated.
	fn import_row(
		law: &CadastreLaw,
		maker: Maker<'_>,
		source: ParcelSource,
		record: ParcelRecord,
		meter: &mut Meter,
	) -> Result<RowOutcome, DispatchError> {
		let ParcelSource { campaign, row, leaf } = source;
		if ByReference::<T>::contains_key(&record.reference) {
			return Ok(RowOutcome::Refused(RowRefusal::ReferenceTaken, leaf));
		}
		let measured = match measure(law, record.outline.clone(), meter) {
			Ok(measured) => measured,
			Err(GeometryError::BoundPassed) => {
				return Err(Error::<T>::from(IndexError::Tests).into())
			},
			Err(error) => return Ok(RowOutcome::Refused(RowRefusal::Geometry(error), leaf)),
		};
		let ground = if is_within(&measured.bounds, &law.territory) {
			let overlaps = Self::overlaps(law.system, record.level, &measured.polygon, meter)
				.map_err(Error::<T>::from)?;
			if overlaps.is_empty() {
				Ground::Taken
			} else {
				Ground::Disputed(DisputeReason::Overlaps(named(overlaps)))
			}
		} else {
			Ground::Disputed(DisputeReason::OutsideTerritory)
		};
		let change = |parcel| ParcelChange::Imported { parcel };
		let (parcel, Head { seq: version, hash: head }) =
			Self::create_parcel(law, maker, record, measured, ground, meter, change)?;
		let outcome = match parcel.dispute {
			None => RowOutcome::Accepted(parcel.number),
			Some(_) => RowOutcome::Disputed(parcel.number),
		};
		Self::deposit_event(Event::ParcelImported {
			campaign,
			row,
			parcel: parcel.number,
			reference: parcel.reference,
			geometry: parcel.geometry,
			dispute: parcel.dispute,
			area_agrees: parcel.area_agrees,
			version,
			head,
		});
		Ok(outcome)
	}

	/// Counts how a row ended.
	fn end_row(id: CampaignId, campaign: &mut Campaign, index: u32, outcome: RowOutcome) {
		Rows::<T>::insert(id, index, outcome);
		// Saturating: a campaign has at most as many rows as a `u32` counts, each ending once.
		match outcome {
			RowOutcome::Accepted(_) => campaign.accepted = campaign.accepted.saturating_add(1),
			RowOutcome::Disputed(_) => campaign.disputed = campaign.disputed.saturating_add(1),
			RowOutcome::Refused(reason, leaf) => {
				campaign.refused = campaign.refused.saturating_add(1);
				Self::deposit_event(Event::RowRefused { campaign: id, row: index, leaf, reason });
			},
		}
	}
}
