//! Schemas and accreditations: prepared by one officer, decided by another.

use alloc::vec::Vec;
use frame_support::{dispatch::DispatchResult, ensure};
use polity_accreditation::{
	accredit, narrow, revoke, Accreditation, AccreditationId, AccreditationKind, ChainError,
	SchemaId, SchemaLaw, MAX_DEPTH,
};
use polity_primitives::{
	ids::ProposalId,
	office::ensure_maker_and_checker,
	record::{self, ensure_version},
	traits::{LegalClock, MandateAuthority, Standing},
	Act, ActKind, Capacity, District, Head, Party, Power, RecordKind, Register, RequestScope,
};
use sp_core::Get;
use sp_runtime::traits::Zero;

use crate::{
	types::{
		AccreditationRecord, Change, Proposal, RecordId, Recorded, SchemaVersion, Verdict,
		ACCREDITATION,
	},
	Accreditations, Config, Entries, Error, Event, Heads, LastAccreditation, LastProposal,
	LastSchema, Pallet, Proposals, SchemaHashes, Schemas,
};

/// What a change writes.
enum Written {
	Schema(SchemaId, SchemaVersion),
	Accreditation(AccreditationRecord),
}

impl Written {
	fn record(&self) -> RecordId {
		match self {
			Self::Schema(schema, _) => RecordId::Schema(*schema),
			Self::Accreditation(record) => RecordId::Accreditation(record.node.id),
		}
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_prepare(who: T::AccountId, act: Act, change: Change) -> DispatchResult {
		let (district, [power, _]) = Self::competence(&change)?;
		let maker = T::Mandates::ensure_mandate(&who, Register::Attestations, power, district)?;
		let written = Self::written(&change)?;
		Self::ensure_act(&act, district, &Self::head(&written.record()))?;
		let id = LastProposal::<T>::get().next().ok_or(Error::<T>::IdsExhausted)?;
		let scope = RequestScope::Ministry(maker.ministry);
		T::Mandates::note_act(scope, Register::Attestations, &act)?;

		let mandate = maker.mandate;
		LastProposal::<T>::put(id);
		let prepared_at = T::Clock::now();
		let proposal = Proposal { change: change.clone(), act, mandate, prepared_at };
		Proposals::<T>::insert(id, proposal);
		Self::deposit_event(Event::Prepared { proposal: id, change, mandate });
		Ok(())
	}

	pub(crate) fn do_decide(
		who: T::AccountId,
		act: Act,
		id: ProposalId,
		verdict: Verdict,
	) -> DispatchResult {
		let proposal = Proposals::<T>::get(id).ok_or(Error::<T>::ProposalNotFound)?;
		let Proposal { change, act: prepared_by, mandate: prepared_under, .. } = proposal.clone();
		let (district, [_, power]) = Self::competence(&change)?;
		let checker = T::Mandates::ensure_mandate(&who, Register::Attestations, power, district)?;
		let maker = T::Mandates::warrant(prepared_under).ok_or(Error::<T>::WarrantNotFound)?;
		ensure_maker_and_checker(&maker, &checker).map_err(Error::<T>::from)?;
		ensure!(!Self::has_lapsed(&proposal), Error::<T>::ProposalLapsed);
		let scope = RequestScope::Ministry(checker.ministry);
		let mandate = checker.mandate;
		if verdict == Verdict::Reject {
			Self::ensure_basis_and_day(&act, district)?;
			T::Mandates::note_act(scope, Register::Attestations, &act)?;
			Proposals::<T>::remove(id);
			Self::deposit_event(Event::Rejected { proposal: id, mandate });
			return Ok(());
		}
		// What has changed since it was prepared is checked again, the chain above included.
		let written = Self::written(&change)?;
		let record = written.record();
		let head = Self::head(&record);
		ensure_version(&prepared_by, &head).map_err(|_| Error::<T>::ProposalOutdated)?;
		Self::ensure_act(&act, district, &head)?;
		T::Mandates::note_act(scope, Register::Attestations, &act)?;

		Proposals::<T>::remove(id);
		let kind = match record {
			RecordId::Schema(_) => RecordKind::AttestationSchema,
			RecordId::Accreditation(_) => RecordKind::Accreditation,
		};
		let Head { seq: version, hash: head } = record::append::<_, _, Heads<T>, Entries<T>>(
			kind,
			&record,
			T::Clock::recorded_at(Register::Attestations, district),
			Some(&act),
			Some(mandate),
			Recorded { change: change.clone(), prepared_by, prepared_under },
		)
		.map_err(Error::<T>::from)?;
		Self::write(written, version);
		Self::deposit_event(Event::Recorded {
			proposal: id,
			record,
			change,
			prepared_under,
			mandate,
			version,
			head,
		});
		Ok(())
	}

	pub(crate) fn do_withdraw(who: T::AccountId, id: ProposalId) -> DispatchResult {
		let proposal = Proposals::<T>::get(id).ok_or(Error::<T>::ProposalNotFound)?;
		if !Self::has_lapsed(&proposal) {
			let maker =
				T::Mandates::warrant(proposal.mandate).ok_or(Error::<T>::WarrantNotFound)?;
			ensure!(maker.officer.account == who, Error::<T>::NotTheMaker);
		}
		Proposals::<T>::remove(id);
		Self::deposit_event(Event::Withdrawn { proposal: id });
		Ok(())
	}

	/// The chain of an accreditation as far as its links lead, at most one node longer than a chain can
	/// be; empty if there is no such accreditation.
	pub(crate) fn chain_of(id: AccreditationId) -> Vec<Accreditation> {
		let mut next = Some(id);
		(0..=MAX_DEPTH)
			.map_while(|_| {
				let record = Accreditations::<T>::get(next?)?;
				next = record.node.parent;
				Some(record.node)
			})
			.collect()
	}

	/// Where a change is made, and the powers of its maker and its checker.
	fn competence(change: &Change) -> Result<(District, [Power; 2]), Error<T>> {
		let district = match change {
			Change::SetSchema { .. } => {
				return Ok((District::NATIONAL, [Power::Examine, Power::Decide]))
			},
			Change::Accredit { kind: AccreditationKind::Root, .. } => District::NATIONAL,
			Change::Accredit { scope, .. } => scope.district,
			Change::Narrow { accreditation, .. } | Change::Revoke { accreditation, .. } => {
				Self::existing(*accreditation)?.node.scope.district
			},
		};
		Ok((district, [Power::Accredit; 2]))
	}

	fn existing(id: AccreditationId) -> Result<AccreditationRecord, Error<T>> {
		Accreditations::<T>::get(id).ok_or(Error::<T>::AccreditationNotFound)
	}

	fn head(record: &RecordId) -> Head {
		Heads::<T>::get(record).unwrap_or_default()
	}

	fn has_lapsed(proposal: &Proposal) -> bool {
		let age = T::Clock::now().saturating_millis_since(proposal.prepared_at);
		age >= T::ProposalMillis::get()
	}

	fn ensure_act(act: &Act, district: District, head: &Head) -> Result<(), Error<T>> {
		ensure_version(act, head).map_err(Error::<T>::from)?;
		Self::ensure_basis_and_day(act, district)
	}

	/// Effect is today: an accreditation says itself from when it is.
	fn ensure_basis_and_day(act: &Act, district: District) -> Result<(), Error<T>> {
		ensure!(act.legal_basis == ACCREDITATION, Error::<T>::LegalBasisDoesNotFit);
		let today = T::Clock::today(Register::Attestations, district);
		ensure!(act.effective_from >= today, Error::<T>::Backdated);
		ensure!(act.effective_from <= today, Error::<T>::EffectiveInFuture);
		Ok(())
	}

	/// What a change would write now.
	fn written(change: &Change) -> Result<Written, Error<T>> {
		let now = T::Clock::now();
		let node = match change {
			Change::SetSchema { schema, hash, longest_millis } => {
				ensure!(!hash.is_zero(), Error::<T>::SchemaHashZero);
				ensure!(!longest_millis.is_zero(), Error::<T>::SchemaValidityZero);
				ensure!(!SchemaHashes::<T>::contains_key(hash), Error::<T>::SchemaHashTaken);
				let schema = match schema {
					Some(schema) => {
						ensure!(
							Heads::<T>::contains_key(RecordId::Schema(*schema)),
							Error::<T>::SchemaNotFound
						);
						*schema
					},
					None => {
						let last = LastSchema::<T>::get();
						SchemaId(last.checked_add(1).ok_or(Error::<T>::IdsExhausted)?)
					},
				};
				let law = SchemaLaw { longest_millis: *longest_millis, superseded_at: None };
				return Ok(Written::Schema(schema, SchemaVersion { hash: *hash, law }));
			},
			Change::Accredit { parent, kind, holder, scope } => {
				Self::ensure_holder(holder)?;
				let known = |schema: &SchemaId| Heads::<T>::contains_key(RecordId::Schema(*schema));
				ensure!(scope.schemas.iter().all(known), Error::<T>::SchemaNotFound);
				let above = match parent {
					Some(parent) => {
						Self::existing(*parent)?;
						Self::chain_of(*parent)
					},
					None => Vec::new(),
				};
				let last = LastAccreditation::<T>::get();
				let id = last.checked_add(1).ok_or(Error::<T>::IdsExhausted)?;
				let node = accredit(&above, AccreditationId(id), *kind, scope.clone(), now)
					.map_err(Error::<T>::from)?;
				return Ok(Written::Accreditation(AccreditationRecord {
					holder: holder.clone(),
					node,
				}));
			},
			Change::Narrow { accreditation, scope } => {
				let record = Self::existing(*accreditation)?;
				let node = narrow(&record.node, scope.clone()).map_err(Error::<T>::from)?;
				AccreditationRecord { node, ..record }
			},
			Change::Revoke { accreditation, issued } => {
				let record = Self::existing(*accreditation)?;
				let node = revoke(&record.node, *issued, now).map_err(Error::<T>::from)?;
				AccreditationRecord { node, ..record }
			},
		};
		Ok(Written::Accreditation(node))
	}

	/// Accreditations are public, so that no natural person holds one, by a tag or a commitment.
	fn ensure_holder(holder: &Party) -> Result<(), Error<T>> {
		match holder {
			Party::Person(_) | Party::Foreign(_) | Party::Group(_) => {
				return Err(Error::<T>::HolderIsPerson)
			},
			Party::Unit(_) | Party::Unknown => return Err(Error::<T>::HolderUnfit),
			Party::Company(_) | Party::State(_) | Party::PublicBody(_) => {},
		}
		T::Standing::may(Register::Attestations, holder, ActKind::Acquire, Capacity::Itself)
			.map_err(|_| Error::<T>::HolderNotInStanding)
	}

	fn write(written: Written, version: u32) {
		match written {
			Written::Schema(schema, row) => {
				let now = T::Clock::now();
				Schemas::<T>::mutate(schema, version.saturating_sub(1), |previous| {
					if let Some(previous) = previous {
						previous.law.superseded_at = Some(now);
					}
				});
				LastSchema::<T>::mutate(|last| *last = schema.0.max(*last));
				SchemaHashes::<T>::insert(row.hash, (schema, version));
				Schemas::<T>::insert(schema, version, row);
			},
			Written::Accreditation(record) => {
				let id = record.node.id;
				LastAccreditation::<T>::mutate(|last| *last = id.0.max(*last));
				Accreditations::<T>::insert(id, record);
			},
		}
	}
}

/// Why a chain is none although the register made it.
impl<T> From<ChainError> for Error<T> {
	fn from(error: ChainError) -> Self {
		match error {
			ChainError::NotYet => Self::ChainNotYet,
			ChainError::Expired => Self::ChainExpired,
			ChainError::Revoked => Self::ChainRevoked,
			ChainError::NotAnIssuer => Self::NotAnIssuer,
			ChainError::SchemaNotCovered => Self::SchemaNotCovered,
			ChainError::DistrictNotCovered => Self::DistrictNotCovered,
			ChainError::LevelTooHigh => Self::LevelTooHigh,
			ChainError::TooDeep => Self::TooDeep,
			ChainError::Empty
			| ChainError::Broken
			| ChainError::Cycle
			| ChainError::KindOutOfPlace => Self::ChainBroken,
		}
	}
}
