//! What the registers ask: by which mandate an account acts, and whether an act is sound.

use core::marker::PhantomData;
use frame_support::{
	ensure,
	pallet_prelude::DispatchResult,
	traits::{EnsureOriginWithArg, Get},
};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use polity_primitives::{
	act::{Act, RequestScope, RuleVersion},
	ids::{District, MandateId, MinistryId},
	office::{CompetenceKind, Power, Register, Warrant},
	traits::{
		CompetenceAdministration, Keepers, LegalClock, MandateAuthority, MinistryLookup,
		OfficerLookup, Persons,
	},
};
use sp_runtime::DispatchError;

use crate::{
	obstacle::{obstacle_of_mandate, Obstacle, Question},
	requests,
	types::Mandate,
	Competences, Config, Error, Event, Mandates, MandatesOf, Officers, Pallet,
};

impl<T> From<Obstacle> for Error<T> {
	fn from(obstacle: Obstacle) -> Self {
		match obstacle {
			Obstacle::NoMandate => Self::NoMandate,
			Obstacle::PowerNotGranted => Self::PowerNotGranted,
			Obstacle::OutsideDistrict => Self::OutsideDistrict,
			Obstacle::Suspended => Self::MandateSuspended,
			Obstacle::NotYetInForce => Self::NotYetInForce,
			Obstacle::Expired => Self::Expired,
			Obstacle::MinistryNotActive => Self::MinistryNotActive,
			Obstacle::OutsideCompetence => Self::OutsideCompetence,
			Obstacle::PersonNotInStanding => Self::PersonNotInStanding,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// What stands between a mandate and what its officer wants to do, now: what was checked when
	/// it was granted may have changed since.
	fn obstacle(mandate: &Mandate<T::AccountId>, question: &Question) -> Option<Obstacle> {
		if let Some(obstacle) = obstacle_of_mandate(mandate, question) {
			return Some(obstacle);
		}
		if !T::Ministries::is_active(mandate.ministry) {
			return Some(Obstacle::MinistryNotActive);
		}
		let kind = question.power.competence();
		if Self::competent(question.register, question.district, kind) != Some(mandate.ministry) {
			return Some(Obstacle::OutsideCompetence);
		}
		T::Persons::standing(Register::PublicOffice, &mandate.officer.person)
			.err()
			.map(|_| Obstacle::PersonNotInStanding)
	}
}

impl<T: Config> MandateAuthority<T::AccountId> for Pallet<T> {
	fn ensure_mandate(
		who: &T::AccountId,
		register: Register,
		power: Power,
		district: District,
	) -> Result<Warrant<T::AccountId>, DispatchError> {
		let question = Question { register, power, district, now: T::Clock::now() };
		let mut furthest = Obstacle::NoMandate;
		for id in MandatesOf::<T>::get(who) {
			let Some(mandate) = Mandates::<T>::get(id) else { continue };
			if let Some(obstacle) = Self::obstacle(&mandate, &question) {
				furthest = furthest.max(obstacle);
				continue;
			}
			// None without a second grantor, which no mandate that is held lacks.
			if let Some(warrant) = mandate.warrant(id) {
				return Ok(warrant);
			}
		}
		Err(Error::<T>::from(furthest).into())
	}

	fn warrant(id: MandateId) -> Option<Warrant<T::AccountId>> {
		Mandates::<T>::get(id)?.warrant(id)
	}

	fn note_act(
		scope: RequestScope<T::AccountId>,
		register: Register,
		act: &Act,
	) -> DispatchResult {
		ensure!(act.legal_basis.is_known_in(register), Error::<T>::UnknownLegalBasis);
		ensure!(act.rule_version == RuleVersion::CURRENT, Error::<T>::WrongRuleVersion);
		ensure!(
			!act.documents.is_empty() || !act.legal_basis.demands_document_in(register),
			Error::<T>::DocumentMissing
		);
		requests::note::<T>(scope, act.request)?;
		Ok(())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn grant_for_benchmark(
		who: &T::AccountId,
		person: polity_primitives::ids::Tag,
		register: Register,
		district: District,
	) {
		crate::benchmarking::grant::<T>(who, person, register, district);
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn grant_elsewhere_for_benchmark(
		who: &T::AccountId,
		person: polity_primitives::ids::Tag,
		register: Register,
		district: District,
	) {
		crate::benchmarking::grant_elsewhere::<T>(who, person, register, district);
	}
}

impl<T: Config> OfficerLookup<T::AccountId> for Pallet<T> {
	fn officer_of(account: &T::AccountId) -> Option<MinistryId> {
		Officers::<T>::get(account).map(|(ministry, _)| ministry)
	}
}

impl<T: Config> Keepers for Pallet<T> {
	fn keeper(register: Register, district: District) -> Option<MinistryId> {
		Self::competent(register, district, CompetenceKind::Keeper)
	}
}

impl<T: Config> CompetenceAdministration for Pallet<T> {
	fn set_competence(
		register: Register,
		district: District,
		kind: CompetenceKind,
		ministry: Option<MinistryId>,
	) -> DispatchResult {
		if let Some(ministry) = ministry {
			ensure!(T::Ministries::is_active(ministry), Error::<T>::MinistryNotActive);
		}
		let key = (register, district, kind);
		let previous = Competences::<T>::get(key);
		Competences::<T>::set(key, ministry);
		Self::deposit_event(Event::CompetenceSet { register, district, kind, previous, ministry });
		Ok(())
	}
}

/// Admits an officer who holds a mandate with one power in one register, for the district that is
/// asked, and says under which warrant.
///
/// An origin check can only answer "bad origin". Where the officer should be told by name what is
/// wrong, a register asks [`MandateAuthority::ensure_mandate`] itself.
pub struct EnsureMandate<T, WhichRegister, WhichPower>(PhantomData<(T, WhichRegister, WhichPower)>);

impl<T, WhichRegister, WhichPower> EnsureOriginWithArg<OriginFor<T>, District>
	for EnsureMandate<T, WhichRegister, WhichPower>
where
	T: Config,
	WhichRegister: Get<Register>,
	WhichPower: Get<Power>,
{
	type Success = Warrant<T::AccountId>;

	fn try_origin(
		origin: OriginFor<T>,
		district: &District,
	) -> Result<Self::Success, OriginFor<T>> {
		let Ok(who) = ensure_signed(origin.clone()) else { return Err(origin) };
		Pallet::<T>::ensure_mandate(&who, WhichRegister::get(), WhichPower::get(), *district)
			.map_err(|_| origin)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin(district: &District) -> Result<OriginFor<T>, ()> {
		let who: T::AccountId = frame_benchmarking::account("officer", 0, 0);
		let person = crate::benchmarking::tag(1);
		Pallet::<T>::grant_for_benchmark(&who, person, WhichRegister::get(), *district);
		Ok(frame_system::RawOrigin::Signed(who).into())
	}
}
