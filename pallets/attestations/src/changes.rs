//! Schemas and accreditations: prepared by one officer, decided by another.

use alloc::vec::Vec;
use frame_support::{dispatch::DispatchResult, ensure};
use polity_accreditation::{
	accredit, narrow, revoke, Accreditation, AccreditationId, AccreditationKind, ChainError,
	SchemaId, SchemaLaw, MAX_DEPTH,
};
use polity_primitives::{
	ids::ProposalId,
	record,
	traits::{Acts, Effect, LegalClock, Standing},
	Act, ActKind, Capacity, District, Head, Party, Power, RecordKind, Register,
};
use sp_core::Get;
use sp_runtime::traits::Zero;

use crate::{
	types::{
		AccreditationRecord, Change, Preparation, Proposal, RecordId, Recorded, SchemaVersion,
		Verdict, ACCREDITATION,
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

impl<T: Config> Acts for Pallet<T> {
	const REGISTER: Register = Register::Attestations;
	type AccountId = T::AccountId;
	type Clock = T::Clock;
	type Mandates = T::Mandates;
	type Refusal = Error<T>;
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_prepare(who: T::AccountId, act: Act, change: Change) -> DispatchResult {
		let (district, [power, _]) = Self::competence(&change)?;
		let maker = Self::officer(&who, power, district)?;
		let written = Self::written(&change)?;
		Self::ensure_version(&act, Self::head(&written.record()).seq)?;
		Self::ensure_act(&act, ACCREDITATION, district, Effect::Later)?;
		let id = LastProposal::<T>::get().next().ok_or(Error::<T>::IdsExhausted)?;
		Self::note(&act, &who, Some(&maker))?;

		let mandate = maker.mandate;
		LastProposal::<T>::put(id);
		let (preparation, made_at) = (Preparation { mandate, act }, T::Clock::now());
		let proposal = Proposal { change: change.clone(), preparation, made_at };
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
		let has_lapsed = Self::has_lapsed(&proposal)?;
		let Proposal { change, preparation, .. } = proposal;
		let (district, [_, power]) = Self::competence(&change)?;
		let checker = Self::officer(&who, power, district)?;
		Self::ensure_apart(preparation.mandate, &checker)?;
		ensure!(!has_lapsed, Error::<T>::ProposalLapsed);
		Self::ensure_act(&act, ACCREDITATION, district, Effect::AtOnce)?;
		let mandate = checker.mandate;
		if verdict == Verdict::Reject {
			Self::note(&act, &who, Some(&checker))?;
			Proposals::<T>::remove(id);
			Self::deposit_event(Event::Rejected { proposal: id, mandate });
			return Ok(());
		}
		Self::ensure_day_has_come(&act, &preparation.act)?;
		// What has changed since it was prepared is checked again, the chain above included.
		let written = Self::written(&change)?;
		let record = written.record();
		let head = Self::head(&record);
		ensure!(preparation.act.expected_version == head.seq, Error::<T>::ProposalOutdated);
		Self::ensure_version(&act, head.seq)?;
		Self::note(&act, &who, Some(&checker))?;

		Proposals::<T>::remove(id);
		let prepared_under = preparation.mandate;
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
			Recorded { change: change.clone(), preparation },
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
		if !Self::has_lapsed(&proposal)? {
			let maker = Self::warrant(proposal.preparation.mandate)?;
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

	fn has_lapsed(proposal: &Proposal) -> Result<bool, Error<T>> {
		Self::is_over(T::ProposalPeriod::get(), proposal.made_at, District::NATIONAL)
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
