//! What officers change: prepared by one, decided by another.

use alloc::vec::Vec;
use codec::Encode;
use frame_support::{dispatch::DispatchResult, ensure};
use polity_accreditation::{
	accredit, narrow, revoke, Accreditation, AccreditationId, AccreditationKind, Issuer, SchemaId,
	SchemaLaw, MAX_DEPTH,
};
use polity_primitives::{
	act::LegalBasis,
	ids::ProposalId,
	record,
	traits::{Acts, Effect, LegalClock, Standing},
	AccountId, Act, ActKind, Capacity, District, Head, Party, Power, Register,
};
use sp_core::{Get, H256};
use sp_io::hashing::blake2_256;
use sp_runtime::traits::Zero;

use crate::{
	statuses::StatusStep,
	types::{
		ordered, AccreditationRecord, Change, Endorsement, IssuerId, IssuerRecord, Preparation,
		Proposal, RecordId, Recorded, SchemaVersion, StatusAuthority, Verdict, ACCREDITATION,
		ATTESTATION, COURT_ORDER, ISSUERS,
	},
	Accreditations, AccreditationsOf, Config, Endorsements, Entries, Error, Event, Heads,
	LastAccreditation, LastProposal, LastSchema, Pallet, Proposals, SchemaHashes, Schemas,
	WorkLists,
};

/// What a change writes.
enum Written {
	Schema(SchemaId, SchemaVersion),
	Accreditation(AccreditationRecord),
	Issuer(IssuerId, IssuerRecord, Issuer),
	Status(StatusStep),
}

impl Written {
	fn record(&self) -> RecordId {
		match self {
			Self::Schema(schema, _) => RecordId::Schema(*schema),
			Self::Accreditation(record) => RecordId::Accreditation(record.node.id),
			Self::Issuer(issuer, ..) => RecordId::Issuer(*issuer),
			Self::Status(step) => RecordId::Status(step.list, step.index),
		}
	}
}

/// What the holder of the accreditation above signs when it endorses one below: the hash of the
/// change, `blake2_256("polity/endorsement/1" ‖ SCALE(change))`.
pub fn endorsement(change: &Change) -> H256 {
	H256(blake2_256(&(b"polity/endorsement/1", change).encode()))
}

/// Where a change is made, on which statute, and the powers of its maker and its checker.
struct Competence {
	district: District,
	basis: LegalBasis,
	maker: Power,
	checker: Power,
}

impl<T: Config> Acts for Pallet<T> {
	const REGISTER: Register = Register::Attestations;
	type AccountId = T::AccountId;
	type Clock = T::Clock;
	type Mandates = T::Mandates;
	type Refusal = Error<T>;
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_prepare(who: AccountId, act: Act, change: Change) -> DispatchResult {
		let Competence { district, basis, maker, .. } = Self::competence(&change)?;
		let maker = Self::officer(&who, maker, district)?;
		Self::ensure_names_another(&change, &who)?;
		let written = Self::written(&change)?;
		Self::ensure_version(&act, Self::head(&written.record()).seq)?;
		Self::ensure_act(&act, basis, district, Effect::Later)?;
		let id = LastProposal::<T>::get().next().ok_or(Error::<T>::IdsExhausted)?;
		Self::note(&act, &who, Some(&maker))?;

		let mandate = maker.mandate;
		LastProposal::<T>::put(id);
		let (preparation, made_at) = (Preparation { mandate, act }, T::Clock::now());
		let proposal = Proposal { change: change.clone(), preparation, made_at, district };
		Proposals::<T>::insert(id, proposal);
		WorkLists::<T>::insert(district, ordered(id.0), ());
		Self::deposit_event(Event::Prepared { proposal: id, change, mandate });
		Ok(())
	}

	pub(crate) fn do_decide(
		who: AccountId,
		act: Act,
		id: ProposalId,
		verdict: Verdict,
	) -> DispatchResult {
		let proposal = Proposals::<T>::get(id).ok_or(Error::<T>::ProposalNotFound)?;
		let has_lapsed = Self::has_lapsed(&proposal)?;
		let Proposal { change, preparation, district: listed_in, .. } = proposal;
		let Competence { district, basis, checker, .. } = Self::competence(&change)?;
		let checker = Self::officer(&who, checker, district)?;
		Self::ensure_apart(preparation.mandate, &checker)?;
		ensure!(!has_lapsed, Error::<T>::ProposalLapsed);
		Self::ensure_act(&act, basis, district, Effect::AtOnce)?;
		let mandate = checker.mandate;
		if verdict == Verdict::Reject {
			Self::note(&act, &who, Some(&checker))?;
			Self::close(id, listed_in);
			Self::deposit_event(Event::Rejected { proposal: id, mandate });
			return Ok(());
		}
		Self::ensure_day_has_come(&act, &preparation.act)?;
		Self::ensure_names_another(&change, &who)?;
		// What has changed since it was prepared is checked again, the chain above included.
		let written = Self::written(&change)?;
		let record = written.record();
		let head = Self::head(&record);
		ensure!(preparation.act.expected_version == head.seq, Error::<T>::ProposalOutdated);
		Self::ensure_version(&act, head.seq)?;
		let endorsed = Self::ensure_endorsed(&change)?;
		Self::note(&act, &who, Some(&checker))?;

		Self::close(id, listed_in);
		if let Some((parent, child)) = endorsed {
			Endorsements::<T>::remove(parent, child);
		}
		let prepared_under = preparation.mandate;
		let Head { seq: version, hash: head } = record::append::<_, _, Heads<T>, Entries<T>>(
			record.kind(),
			&record,
			T::Clock::recorded_at(Register::Attestations, district),
			Some(&act),
			Some(mandate),
			Recorded::Decided { change: change.clone(), preparation },
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

	pub(crate) fn do_withdraw(who: AccountId, id: ProposalId) -> DispatchResult {
		let proposal = Proposals::<T>::get(id).ok_or(Error::<T>::ProposalNotFound)?;
		if !Self::has_lapsed(&proposal)? {
			let maker = Self::warrant(proposal.preparation.mandate)?;
			ensure!(maker.officer.account == who, Error::<T>::NotTheMaker);
		}
		Self::close(id, proposal.district);
		Self::deposit_event(Event::Withdrawn { proposal: id });
		Ok(())
	}

	pub(crate) fn do_endorse(
		who: AccountId,
		act: Act,
		parent: AccreditationId,
		child: H256,
	) -> DispatchResult {
		let record = Self::existing(parent)?;
		Self::ensure_controller_of(&record.holder, &who)?;
		Self::ensure_version(&act, Self::head(&RecordId::Accreditation(parent)).seq)?;
		Self::ensure_act(&act, ACCREDITATION, record.node.scope.district, Effect::AtOnce)?;
		Self::note(&act, &who, None)?;

		let consent = Endorsement { by: who.clone(), at: T::Clock::now() };
		Endorsements::<T>::insert(parent, child, consent);
		Self::deposit_event(Event::Endorsed { parent, child, by: who });
		Ok(())
	}

	fn close(id: ProposalId, district: District) {
		Proposals::<T>::remove(id);
		WorkLists::<T>::remove(district, ordered(id.0));
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

	fn competence(change: &Change) -> Result<Competence, Error<T>> {
		let by =
			|power, basis, district| Competence { district, basis, maker: power, checker: power };
		let accreditor = |basis, district| by(Power::Accredit, basis, district);
		let of = |id| Ok::<_, Error<T>>(Self::existing(id)?.node.scope.district);
		Ok(match change {
			Change::SetSchema { .. } => Competence {
				district: District::NATIONAL,
				basis: ACCREDITATION,
				maker: Power::Examine,
				checker: Power::Decide,
			},
			Change::Accredit { kind: AccreditationKind::Root, .. } => {
				accreditor(ACCREDITATION, District::NATIONAL)
			},
			Change::Accredit { scope, .. } => accreditor(ACCREDITATION, scope.district),
			Change::Narrow { accreditation, .. } | Change::Revoke { accreditation, .. } => {
				accreditor(ACCREDITATION, of(*accreditation)?)
			},
			// One document serves all accreditations of its holder, wherever they are.
			Change::OpenIssuer { .. } | Change::SetRecovery { .. } => {
				accreditor(ISSUERS, District::NATIONAL)
			},
			Change::SetStatus { list, by_court, .. } => {
				let district = of(Self::existing_list(*list)?.accreditation)?;
				if *by_court {
					by(Power::FreezeAsCourt, COURT_ORDER, district)
				} else {
					accreditor(ATTESTATION, district)
				}
			},
		})
	}

	/// That no officer makes itself controller or guardian.
	fn ensure_names_another(change: &Change, who: &AccountId) -> Result<(), Error<T>> {
		let names_itself = match change {
			Change::OpenIssuer { controller, recovery, .. } => {
				controller == who || recovery.guardians.contains(who)
			},
			Change::SetRecovery { recovery, .. } => recovery.guardians.contains(who),
			_ => false,
		};
		ensure!(!names_itself, Error::<T>::OfficerNamesItself);
		Ok(())
	}

	/// That the holder above has agreed to an accreditation, unless it is a root of the state, for
	/// which the officers act. What is to be removed then.
	fn ensure_endorsed(change: &Change) -> Result<Option<(AccreditationId, H256)>, Error<T>> {
		let Change::Accredit { parent: Some(parent), .. } = change else { return Ok(None) };
		let above = Self::existing(*parent)?;
		let is_root = above.node.kind == AccreditationKind::Root;
		if is_root && matches!(above.holder, Party::State(_)) {
			return Ok(None);
		}
		let child = endorsement(change);
		let Endorsement { by, at } =
			Endorsements::<T>::get(parent, child).ok_or(Error::<T>::NotEndorsed)?;
		let is_over = Self::is_over(T::ProposalPeriod::get(), at, District::NATIONAL)?;
		ensure!(!is_over, Error::<T>::NotEndorsed);
		// Who has lost the document since, by a recovery perhaps, has agreed to nothing.
		Self::ensure_controller_of(&above.holder, &by).map_err(|_| Error::<T>::NotEndorsed)?;
		Ok(Some((*parent, child)))
	}

	pub(crate) fn existing(id: AccreditationId) -> Result<AccreditationRecord, Error<T>> {
		Accreditations::<T>::get(id).ok_or(Error::<T>::AccreditationNotFound)
	}

	pub(crate) fn head(record: &RecordId) -> Head {
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
			Change::OpenIssuer { accreditation, key, controller, recovery } => {
				let (id, record, document) =
					Self::opened(*accreditation, key, controller, recovery, now)?;
				return Ok(Written::Issuer(id, record, document));
			},
			Change::SetRecovery { issuer, recovery } => {
				let (record, document) = Self::with_recovery(*issuer, recovery, now)?;
				return Ok(Written::Issuer(*issuer, record, document));
			},
			Change::SetStatus { list, index, purpose, set, by_court } => {
				let authority =
					if *by_court { StatusAuthority::Court } else { StatusAuthority::Register };
				let step = Self::status_step(*list, *index, *purpose, *set, authority)?;
				return Ok(Written::Status(step));
			},
		};
		Ok(Written::Accreditation(node))
	}

	/// Accreditations are public, so that no natural person holds one, by a tag or a commitment.
	pub(crate) fn ensure_holder(holder: &Party) -> Result<(), Error<T>> {
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
				AccreditationsOf::<T>::insert(&record.holder, ordered(id.0.into()), ());
				Accreditations::<T>::insert(id, record);
			},
			Written::Issuer(id, record, document) => Self::write_issuer(id, &record, document),
			Written::Status(step) => Self::write_status(step),
		}
	}
}
