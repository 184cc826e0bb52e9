//! What holds of the register's state at any time. Run on live state by try-runtime, and after
//! every test.

use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::ensure;
use polity_primitives::{
	ids::{ApplicationId, ConveyanceId},
	record::chain_holds,
	traits::{ParcelState, Parcels},
	Party, UnitNumber,
};
use polity_title::Holder;
use sp_runtime::TryRuntimeError;

use crate::{
	succession::title_after,
	types::{
		conveyance_matter, ordered, ConveyanceState, RegistrationState, Unit, UnitState, WorkState,
	},
	ClaimOn, Config, ConveyanceEntries, ConveyanceHeads, Conveyances, Groups, LastConveyance,
	LastGroup, LastProposal, LastRegistration, Law, LawEntries, LawHeads, LawProposals,
	NextUnitSerial, Pallet, Pending, RegistrationEntries, RegistrationHeads, Registrations,
	TitleEntries, Titles, TitlesOf, UnitOf, Units, WorkLists,
};

/// Checks everything.
pub fn do_try_state<T: Config>() -> Result<(), TryRuntimeError> {
	law::<T>()?;
	units::<T>()?;
	relations::<T>()?;
	index::<T>()?;
	groups::<T>()?;
	registrations::<T>()?;
	conveyances::<T>()?;
	queues::<T>()?;
	work_lists::<T>()
}

/// The law can be one, has a chain of entries that ends with it, and its proposals were counted.
fn law<T: Config>() -> Result<(), TryRuntimeError> {
	let law = Law::<T>::get();
	ensure!(law.is_consistent(), "the law cannot be one");
	for (kind, head) in LawHeads::<T>::iter() {
		let entries: Vec<_> =
			(1..=head.seq).filter_map(|seq| LawEntries::<T>::get(kind, seq)).collect();
		ensure!(chain_holds(&head, entries.iter()), "the law's chain of entries is broken");
		let last = entries.last().map(|entry| entry.body.law);
		ensure!(last == Some(law), "the law is not the one of its last entry");
	}
	for id in LawProposals::<T>::iter_keys() {
		ensure!(id <= LastProposal::<T>::get(), "a proposal of a law was never counted");
	}
	Ok(())
}

fn len(count: usize) -> u64 {
	u64::try_from(count).unwrap_or(u64::MAX)
}

/// Every unit is numbered without a gap and has a chain of entries that holds and tells its title;
/// that adds up; and a live one has live ground that is its own.
fn units<T: Config>() -> Result<(), TryRuntimeError> {
	let count = len(Units::<T>::iter_keys().count());
	ensure!(
		NextUnitSerial::<T>::get() == UnitNumber::FIRST_SERIAL.saturating_add(count),
		"the units are not numbered without a gap"
	);
	let mut live = 0usize;
	for (number, unit) in Units::<T>::iter() {
		ensure!(unit.number == number, "a unit is stored under another number");
		let head = Pallet::<T>::title_head(number);
		let entries: Vec<_> =
			(1..=head.seq).filter_map(|seq| TitleEntries::<T>::get(number, seq)).collect();
		ensure!(head.seq > 0, "a unit has no entry");
		ensure!(chain_holds(&head, entries.iter()), "a title's chain of entries is broken");
		let mut told = None;
		for entry in &entries {
			told = title_after(number, told, &entry.body, entry.effective_from)
				.map_err(|_| "an entry of a title cannot follow the one before")?;
		}
		let title = Titles::<T>::get(number);
		ensure!(told == title, "a title is not what its entries say");
		match (unit.state, title) {
			(UnitState::Live, Some(title)) => {
				live = live.saturating_add(1);
				title.check_of(&number).map_err(|_| "a title does not hold")?;
				ground::<T>(&unit)?;
				ensure!(unit.children.is_empty(), "a live unit has been divided or joined");
			},
			(UnitState::Historic, None) => {
				ensure!(!unit.children.is_empty(), "a historic unit has no successor");
			},
			_ => return Err("a unit is live without a title, or historic with one".into()),
		}
	}
	ensure!(Titles::<T>::iter_keys().count() == live, "a title is of no unit");
	for (parcel, number) in UnitOf::<T>::iter() {
		let has_parcel = Units::<T>::get(number)
			.is_some_and(|unit| unit.state == UnitState::Live && unit.parcels.contains(&parcel));
		ensure!(has_parcel, "a parcel is found at a unit that does not have it");
	}
	Ok(())
}

fn ground<T: Config>(unit: &Unit) -> Result<(), TryRuntimeError> {
	ensure!(!unit.parcels.is_empty(), "a live unit has no ground");
	for parcel in &unit.parcels {
		ensure!(
			UnitOf::<T>::get(parcel) == Some(unit.number),
			"a live unit's parcel is not found at it"
		);
		ensure!(
			matches!(T::Parcels::parcel(*parcel), Some((ParcelState::Live, _))),
			"a live unit's parcel is not live"
		);
	}
	Ok(())
}

/// Units name each other as parents and children, and easements serve live units.
fn relations<T: Config>() -> Result<(), TryRuntimeError> {
	for (number, unit) in Units::<T>::iter() {
		for parent in &unit.parents {
			let names_it =
				Units::<T>::get(parent).is_some_and(|parent| parent.children.contains(&number));
			ensure!(names_it, "a unit comes from one that does not say so");
		}
		for child in &unit.children {
			let names_it =
				Units::<T>::get(child).is_some_and(|child| child.parents.contains(&number));
			ensure!(names_it, "a unit goes on as one that does not say so");
		}
	}
	for title in Titles::<T>::iter_values() {
		for right in &title.rights {
			if let Holder::Unit(dominant) = right.terms.holder {
				ensure!(Titles::<T>::contains_key(dominant), "an easement serves no live unit");
			}
		}
	}
	Ok(())
}

/// The index of parties says who has something in which title, and nothing else.
fn index<T: Config>() -> Result<(), TryRuntimeError> {
	let mut rows = 0usize;
	for (number, title) in Titles::<T>::iter() {
		for party in Pallet::<T>::parties_in(&title) {
			rows = rows.saturating_add(1);
			ensure!(
				TitlesOf::<T>::contains_key(party, ordered(number.whole())),
				"a party is not found at a title in which it has something"
			);
		}
	}
	ensure!(
		TitlesOf::<T>::iter_keys().count() == rows,
		"a party is found at a title in which it has nothing"
	);
	Ok(())
}

/// Groups have different members, none a group or nobody.
fn groups<T: Config>() -> Result<(), TryRuntimeError> {
	ensure!(
		LastGroup::<T>::get().0 == len(Groups::<T>::iter_keys().count()),
		"the groups are not numbered without a gap"
	);
	for members in Groups::<T>::iter_values() {
		ensure!(members.len() >= 2, "a group has fewer than two members");
		let different: BTreeSet<Party> = members.iter().cloned().collect();
		ensure!(different.iter().eq(members.iter()), "a group's members are not in their order");
		let is_nobody =
			|party: &Party| matches!(party, Party::Group(_) | Party::Unit(_) | Party::Unknown);
		ensure!(!members.iter().any(is_nobody), "a group's member is a group or nobody");
	}
	Ok(())
}

/// First registrations have chains that hold; the open ones keep others from their parcels.
fn registrations<T: Config>() -> Result<(), TryRuntimeError> {
	ensure!(
		LastRegistration::<T>::get().0 == len(Registrations::<T>::iter_keys().count()),
		"the first registrations are not numbered without a gap"
	);
	let mut claimed = 0usize;
	for (id, registration) in Registrations::<T>::iter() {
		let head = RegistrationHeads::<T>::get(id).ok_or("a first registration has no head")?;
		let entries: Vec<_> =
			(1..=head.seq).filter_map(|seq| RegistrationEntries::<T>::get(id, seq)).collect();
		ensure!(chain_holds(&head, entries.iter()), "a first registration's chain is broken");
		match registration.state {
			RegistrationState::Open => {
				claimed = claimed.saturating_add(registration.parcels.len());
				ensure!(
					registration.parcels.iter().all(|parcel| ClaimOn::<T>::get(parcel) == Some(id)),
					"an open first registration does not claim its parcels"
				);
			},
			RegistrationState::Registered(unit) => {
				ensure!(Units::<T>::contains_key(unit), "registered land has no unit");
			},
			RegistrationState::Refused | RegistrationState::Withdrawn => {},
		}
	}
	ensure!(ClaimOn::<T>::iter_keys().count() == claimed, "a parcel is claimed by nobody");
	Ok(())
}

/// Conveyances have chains that hold and matters of their own, and name nobody twice.
fn conveyances<T: Config>() -> Result<(), TryRuntimeError> {
	ensure!(
		LastConveyance::<T>::get().0 == len(Conveyances::<T>::iter_keys().count()),
		"the conveyances are not numbered without a gap"
	);
	for (id, conveyance) in Conveyances::<T>::iter() {
		let head = ConveyanceHeads::<T>::get(id).ok_or("a conveyance has no head")?;
		let entries: Vec<_> =
			(1..=head.seq).filter_map(|seq| ConveyanceEntries::<T>::get(id, seq)).collect();
		ensure!(chain_holds(&head, entries.iter()), "a conveyance's chain is broken");
		ensure!(
			conveyance.matter == conveyance_matter(id, &conveyance.legs),
			"a conveyance's matter is not that of its legs"
		);
		let parties: BTreeSet<_> =
			conveyance.consents.iter().map(|consent| &consent.party).collect();
		ensure!(parties.len() == conveyance.consents.len(), "a party is asked twice");
		if conveyance.state == ConveyanceState::Open {
			// One that died on a unit may have made room there for others.
			let waits = |unit: &UnitNumber| {
				Pending::<T>::get(unit).contains(&id) || !Pallet::<T>::is_live(id, *unit)
			};
			ensure!(
				conveyance.legs.iter().all(|leg| waits(&leg.unit)),
				"a live conveyance does not wait on its units"
			);
		}
	}
	Ok(())
}

/// Only open conveyances wait on a unit, in the order of their arrival.
fn queues<T: Config>() -> Result<(), TryRuntimeError> {
	for (unit, queue) in Pending::<T>::iter() {
		ensure!(!queue.is_empty(), "an empty queue is kept");
		let in_order = queue.iter().zip(queue.iter().skip(1)).all(|(one, next)| one < next);
		ensure!(in_order, "a queue is not in the order of arrival");
		for id in &queue {
			let waits = Conveyances::<T>::get(id).is_some_and(|conveyance| {
				conveyance.state == ConveyanceState::Open
					&& conveyance.legs.iter().any(|leg| leg.unit == unit)
			});
			ensure!(waits, "a conveyance waits where it has nothing to do");
		}
	}
	Ok(())
}

/// Each list of what waits holds exactly what waits.
fn work_lists<T: Config>() -> Result<(), TryRuntimeError> {
	let mut listed = 0usize;
	for ((district, state), key, ()) in WorkLists::<T>::iter() {
		listed = listed.saturating_add(1);
		let id = u64::from_be_bytes(key);
		let waits_in = match state {
			WorkState::RegistrationOpen => Registrations::<T>::get(ApplicationId(id))
				.filter(|registration| registration.state == RegistrationState::Open)
				.map(|registration| registration.district),
			WorkState::ConveyanceOpen => Conveyances::<T>::get(ConveyanceId(id))
				.filter(|conveyance| conveyance.state == ConveyanceState::Open)
				.map(|conveyance| conveyance.district),
		};
		ensure!(waits_in == Some(district), "a list holds what does not wait there");
	}
	let open = Registrations::<T>::iter_values()
		.filter(|registration| registration.state == RegistrationState::Open)
		.count();
	let waiting = Conveyances::<T>::iter_values()
		.filter(|conveyance| conveyance.state == ConveyanceState::Open)
		.count();
	ensure!(listed == open.saturating_add(waiting), "what waits for somebody is on no list");
	Ok(())
}
