//! Issuers' documents: opened by two officers, changed by their controllers, recovered by guardians.

use frame_support::{dispatch::DispatchResult, ensure, BoundedVec};
use polity_accreditation::{AccreditationId, ChainError, Issuer, Recovery};
use polity_primitives::{
	keep_account, record,
	time::Instant,
	traits::{Acts, Effect, LegalClock},
	AccountId, Act, District, Head, Party, Register,
};
use sp_core::Get;

use crate::{
	types::{
		Approval, Approvals, IssuerChange, IssuerId, IssuerRecord, NewKey, RecordId, Recorded,
		ISSUERS, RECOVERY_GAP_MILLIS,
	},
	Config, ControllersChanged, Entries, Error, Event, Heads, IssuerOf, IssuerVersions, Issuers,
	LastIssuer, Pallet, RecoveryApprovals, Roles,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_change_issuer(
		who: AccountId,
		act: Act,
		issuer: IssuerId,
		change: IssuerChange,
	) -> DispatchResult {
		let record = Self::existing_issuer(issuer)?;
		let document = Self::document(issuer)?;
		ensure!(document.controllers.contains(&who), Error::<T>::NotController);
		let head = Self::head(&RecordId::Issuer(issuer));
		Self::ensure_version(&act, head.seq)?;
		Self::ensure_act(&act, ISSUERS, record.district, Effect::AtOnce)?;
		let now = T::Clock::now();
		// A version in every block would keep the guardians from making another.
		let since_last = now.checked_millis_since(document.active_from).unwrap_or_default();
		ensure!(
			since_last >= RECOVERY_GAP_MILLIS || Self::counting(issuer)?.is_empty(),
			Error::<T>::RecoveryWaits
		);
		// Each controller comes with an allowance for what it sends: nobody is one in passing.
		let moves_controllers =
			matches!(change, IssuerChange::AddController(_) | IssuerChange::RemoveController(_));
		let is_too_soon = moves_controllers
			&& ControllersChanged::<T>::get(issuer)
				.and_then(|last| now.checked_millis_since(last))
				.is_some_and(|since| since < RECOVERY_GAP_MILLIS);
		ensure!(!is_too_soon, Error::<T>::RecoveryWaits);
		let next = match &change {
			IssuerChange::AddKey(key) => document.add_key(key.at(now), now),
			IssuerChange::RotateKey { key, ending, replacement } => {
				let replacement = replacement.as_ref().map(|key| key.at(now));
				document.rotate_key(*key, *ending, replacement, now)
			},
			IssuerChange::AddController(controller) => {
				document.add_controller(controller.clone(), now)
			},
			IssuerChange::RemoveController(controller) => {
				document.remove_controller(controller, now)
			},
		}
		.map_err(Error::<T>::from)?;
		Self::note(&act, &who, None)?;

		let body = Recorded::IssuerChanged { by: who.clone(), change: change.clone() };
		let Head { seq: version, hash: head } =
			Self::append(RecordId::Issuer(issuer), record.district, &act, body)?;
		Self::write_issuer(issuer, &record, next);
		if moves_controllers {
			ControllersChanged::<T>::insert(issuer, now);
		}
		Self::deposit_event(Event::IssuerChanged { issuer, change, by: who, version, head });
		Ok(())
	}

	pub(crate) fn do_approve_recovery(
		who: AccountId,
		act: Act,
		issuer: IssuerId,
		controller: AccountId,
		key: NewKey,
	) -> DispatchResult {
		let record = Self::existing_issuer(issuer)?;
		let document = Self::document(issuer)?;
		let recovery = &document.recovery;
		ensure!(recovery.guardians.contains(&who), Error::<T>::NotGuardian);
		Self::ensure_version(&act, record.recovery_version)?;
		Self::ensure_act(&act, ISSUERS, record.district, Effect::AtOnce)?;
		let now = T::Clock::now();
		let mut approvals = Self::counting(issuer)?;
		let is_same =
			|approval: &Approval| approval.controller == controller && approval.key == key;
		ensure!(
			!approvals.iter().any(|approval| approval.guardian == who && is_same(approval)),
			Error::<T>::ApprovalTwice
		);
		approvals.retain(|approval| approval.guardian != who);
		let approval = Approval {
			guardian: who.clone(),
			controller: controller.clone(),
			key: key.clone(),
			at: now,
		};
		// One for each guardian at most.
		approvals.try_push(approval).map_err(|_| Error::<T>::ApprovalTwice)?;
		let same = approvals.iter().filter(|approval| is_same(approval));
		let approved_by =
			BoundedVec::truncate_from(same.map(|approval| approval.guardian.clone()).collect());
		let count = u32::try_from(approved_by.len()).unwrap_or(u32::MAX);
		let next = document.recover(&approved_by, controller.clone(), key.at(now), now);
		if count < recovery.quorum {
			// What the quorum could not make either is refused to the first guardian already.
			Self::ensure_recoverable(&document, &controller, &key, now)?;
			Self::note(&act, &who, None)?;
			let quorum = recovery.quorum;
			RecoveryApprovals::<T>::insert(issuer, approvals);
			Self::deposit_event(Event::RecoveryApproved {
				issuer,
				guardian: who,
				controller,
				key,
				approvals: count,
				quorum,
			});
			return Ok(());
		}
		let next = next.map_err(Error::<T>::from)?;
		Self::note(&act, &who, None)?;

		let body = Recorded::Recovered {
			approved_by: approved_by.clone(),
			controller: controller.clone(),
			key: key.clone(),
		};
		let Head { seq: version, hash: head } =
			Self::append(RecordId::Issuer(issuer), record.district, &act, body)?;
		let record = IssuerRecord { recovery_version: version, ..record };
		Self::write_issuer(issuer, &record, next);
		Self::deposit_event(Event::Recovered {
			issuer,
			controller,
			key,
			approved_by,
			version,
			head,
		});
		Ok(())
	}

	/// That the document would take the controller and the key if all guardians approved.
	fn ensure_recoverable(
		document: &Issuer,
		controller: &AccountId,
		key: &NewKey,
		now: Instant,
	) -> Result<(), Error<T>> {
		let all: alloc::vec::Vec<_> = document.recovery.guardians.iter().cloned().collect();
		// A document that was changed in this block can be recovered in the next one.
		let document = Issuer { active_from: Instant::from_millis(0), ..document.clone() };
		document.recover(&all, controller.clone(), key.at(now), now)?;
		Ok(())
	}

	/// The approvals that have not lapsed.
	fn counting(issuer: IssuerId) -> Result<Approvals, Error<T>> {
		let mut counting = Approvals::new();
		for approval in RecoveryApprovals::<T>::get(issuer) {
			if !Self::is_over(T::RecoveryPeriod::get(), approval.at, District::NATIONAL)? {
				counting.try_push(approval).map_err(|_| Error::<T>::ApprovalTwice)?;
			}
		}
		Ok(counting)
	}

	/// The document of the holder of an accreditation, opened.
	pub(crate) fn opened(
		accreditation: AccreditationId,
		key: &NewKey,
		controller: &AccountId,
		recovery: &Recovery,
		now: Instant,
	) -> Result<(IssuerId, IssuerRecord, Issuer), Error<T>> {
		let accredited = Self::existing(accreditation)?;
		match accredited.node.in_force(now) {
			// The document can be there before the accreditation begins.
			Ok(()) | Err(ChainError::NotYet) => {},
			Err(error) => return Err(error.into()),
		}
		Self::ensure_holder(&accredited.holder)?;
		ensure!(!IssuerOf::<T>::contains_key(&accredited.holder), Error::<T>::IssuerOpenAlready);
		let last = LastIssuer::<T>::get();
		let id = IssuerId(last.checked_add(1).ok_or(Error::<T>::IdsExhausted)?);
		let document = Issuer::open(key.at(now), controller.clone(), recovery.clone(), now)?;
		let record = IssuerRecord {
			holder: accredited.holder,
			district: accredited.node.scope.district,
			recovery_version: document.version,
		};
		Ok((id, record, document))
	}

	/// An issuer's document with other guardians.
	pub(crate) fn with_recovery(
		issuer: IssuerId,
		recovery: &Recovery,
		now: Instant,
	) -> Result<(IssuerRecord, Issuer), Error<T>> {
		let record = Self::existing_issuer(issuer)?;
		let document = Self::document(issuer)?.set_recovery(recovery.clone(), now)?;
		Ok((IssuerRecord { recovery_version: document.version, ..record }, document))
	}

	pub(crate) fn existing_issuer(id: IssuerId) -> Result<IssuerRecord, Error<T>> {
		Issuers::<T>::get(id).ok_or(Error::<T>::IssuerNotFound)
	}

	/// The version of a document that is active: the last one.
	pub(crate) fn document(id: IssuerId) -> Result<Issuer, Error<T>> {
		let version = Self::head(&RecordId::Issuer(id)).seq;
		IssuerVersions::<T>::get(id, version).ok_or(Error::<T>::IssuerNotFound)
	}

	/// The issuer of a holder with its document, if an account controls it.
	pub(crate) fn ensure_controller_of(
		holder: &Party,
		who: &AccountId,
	) -> Result<(IssuerId, Issuer), Error<T>> {
		let id = IssuerOf::<T>::get(holder).ok_or(Error::<T>::IssuerNotFound)?;
		let document = Self::document(id)?;
		ensure!(document.controllers.contains(who), Error::<T>::NotController);
		Ok((id, document))
	}

	pub(crate) fn has_role(account: &AccountId) -> bool {
		Roles::<T>::contains_key(account)
	}

	/// Appends an entry of an act that no officer has done.
	pub(crate) fn append(
		record: RecordId,
		district: District,
		act: &Act,
		body: Recorded,
	) -> Result<Head, Error<T>> {
		record::append::<_, _, Heads<T>, Entries<T>>(
			record.kind(),
			&record,
			T::Clock::recorded_at(Register::Attestations, district),
			Some(act),
			None,
			body,
		)
		.map_err(Error::<T>::from)
	}

	/// Writes a version of a document, whose entry was appended.
	pub(crate) fn write_issuer(id: IssuerId, record: &IssuerRecord, document: Issuer) {
		let previous = IssuerVersions::<T>::get(id, document.version.saturating_sub(1));
		let guards = record.recovery_version == document.version;
		if previous.is_none() {
			LastIssuer::<T>::put(id.0);
			IssuerOf::<T>::insert(&record.holder, id);
		}
		if guards {
			Issuers::<T>::insert(id, record);
			RecoveryApprovals::<T>::remove(id);
		}
		Self::move_roles(previous.as_ref(), &document);
		IssuerVersions::<T>::insert(id, document.version, document);
	}

	fn move_roles(previous: Option<&Issuer>, next: &Issuer) {
		let none = Default::default();
		let (old_controllers, old_guardians) = match previous {
			Some(previous) => (&*previous.controllers, &*previous.recovery.guardians),
			None => (&none, &none),
		};
		let (controllers, guardians) = (&*next.controllers, &*next.recovery.guardians);
		let entered =
			controllers.difference(old_controllers).chain(guardians.difference(old_guardians));
		for account in entered {
			keep_account::<T>(account);
			Roles::<T>::mutate(account, |count| {
				*count = Some(count.unwrap_or_default().saturating_add(1));
			});
		}
		let left =
			old_controllers.difference(controllers).chain(old_guardians.difference(guardians));
		for account in left {
			Roles::<T>::mutate(account, |count| {
				*count = count.and_then(|count| count.checked_sub(1)).filter(|count| *count > 0);
			});
		}
	}
}
