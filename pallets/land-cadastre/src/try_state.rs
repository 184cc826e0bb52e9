//! What holds of the cadastre's state at any time. Run on live state by try-runtime, and after every
//! test.

use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use frame_support::ensure;
use polity_geometry::{Cell, EdgeTests, Polygon};
use polity_primitives::{
	ids::{CampaignId, ProposalId},
	record::chain_holds,
	ParcelNumber, Register,
};
use sp_io::hashing::blake2_256;
use sp_runtime::TryRuntimeError;

use crate::{
	parcels::is_within,
	types::{
		CadastreLaw, CellContent, EnteringParcel, Level, Matter, Parcel, ParcelChange, ParcelEntry,
		RowOutcome, WorkState,
	},
	ByReference, CampaignEntries, CampaignHeads, Campaigns, Cells, Config, Entering, Extent,
	FormerGeometries, Geometries, LastCampaign, LastProposal, Law, LawEntries, LawHeads,
	NextParcelSerial, ParcelEntries, ParcelHeads, Parcels, Proposals, Rows, WorkLists,
};

/// Checks everything.
pub fn do_try_state<T: Config>() -> Result<(), TryRuntimeError> {
	law::<T>()?;
	parcels::<T>()?;
	if let Some(law) = Law::<T>::get() {
		index::<T>(&law)?;
	}
	proposals::<T>()?;
	campaigns::<T>()?;
	work_lists::<T>()
}

/// The law has a chain of entries that ends with it, and where there are parcels there is a law that
/// holds them.
fn law<T: Config>() -> Result<(), TryRuntimeError> {
	let head = LawHeads::<T>::get(Register::Land).unwrap_or_default();
	let entries: Vec<_> =
		(1..=head.seq).filter_map(|seq| LawEntries::<T>::get(Register::Land, seq)).collect();
	ensure!(chain_holds(&head, entries.iter()), "the law's chain of entries is broken");
	let law = Law::<T>::get();
	if let Some(last) = entries.last() {
		ensure!(law.as_ref() == Some(&last.body.law), "the law is not the one of its last entry");
	}
	if let Some(extent) = Extent::<T>::get() {
		let law = law.ok_or("there are parcels without a law")?;
		ensure!(is_within(&extent, &law.territory), "a parcel is outside of the territory");
	}
	Ok(())
}

/// Every parcel is numbered without a gap, has a chain of entries that holds, is found by its
/// reference, and is what its geometry says.
fn parcels<T: Config>() -> Result<(), TryRuntimeError> {
	let count = u64::try_from(Parcels::<T>::iter_keys().count()).unwrap_or(u64::MAX);
	ensure!(
		NextParcelSerial::<T>::get() == ParcelNumber::FIRST_SERIAL.saturating_add(count),
		"the parcels are not numbered without a gap"
	);
	for (number, parcel) in Parcels::<T>::iter() {
		ensure!(parcel.number == number, "a parcel is stored under another number");
		let head = ParcelHeads::<T>::get(number).ok_or("a parcel has no head")?;
		let entries: Vec<_> =
			(1..=head.seq).filter_map(|seq| ParcelEntries::<T>::get(number, seq)).collect();
		ensure!(chain_holds(&head, entries.iter()), "a parcel's chain of entries is broken");
		let retold =
			entries.iter().fold(None, |before, entry| entry.body.after(before, entry.recorded_at));
		ensure!(retold.as_ref() == Some(&parcel), "a parcel is not what its entries tell");
		former_geometries::<T>(number, &entries)?;
		family::<T>(&parcel)?;
		ensure!(
			ByReference::<T>::get(&parcel.reference) == Some(number),
			"a parcel is not found by its reference"
		);
		let law = Law::<T>::get().ok_or("there are parcels without a law")?;
		let polygon = Geometries::<T>::get(number).ok_or("a parcel has no geometry")?;
		ensure!(is_what_it_says(&law, &parcel, polygon), "a parcel is not what its geometry says");
		ensure!(
			parcel.area_agrees || parcel.source.is_some(),
			"the area of a parcel that was not imported disagrees"
		);
		ensure!(
			parcel.dispute.is_none() || parcel.source.is_some(),
			"a parcel that was not imported is disputed"
		);
	}
	ensure!(
		ByReference::<T>::iter().count() == Parcels::<T>::iter_keys().count(),
		"a reference is of no parcel"
	);
	Ok(())
}

/// Every boundary that a parcel had is kept, under the id that its entries have of it, and no others.
fn former_geometries<T: Config>(
	number: ParcelNumber,
	entries: &[ParcelEntry],
) -> Result<(), TryRuntimeError> {
	let law = Law::<T>::get().ok_or("there are parcels without a law")?;
	let had: BTreeSet<_> = entries
		.iter()
		.filter_map(|entry| match &entry.body {
			ParcelChange::Corrected { before, .. } | ParcelChange::Noded { before, .. } => {
				Some(before.geometry)
			},
			_ => None,
		})
		.collect();
	let mut kept = 0usize;
	for (id, polygon) in FormerGeometries::<T>::iter_prefix(number) {
		kept = kept.saturating_add(1);
		let is_its_own = blake2_256(&polygon.canonical_bytes(law.system)) == id.0;
		ensure!(is_its_own && had.contains(&id), "a former boundary is not one that a parcel had");
	}
	ensure!(kept == had.len(), "a boundary that a parcel had is lost");
	Ok(())
}

/// A parcel and those that have taken its place name each other.
fn family<T: Config>(parcel: &Parcel) -> Result<(), TryRuntimeError> {
	for parent in &parcel.parents {
		let names = Parcels::<T>::get(parent)
			.and_then(|parent| parent.ending)
			.is_some_and(|ending| ending.children.contains(&parcel.number));
		ensure!(names, "a parcel is not among those that have taken its parent's place");
	}
	for child in parcel.ending.iter().flat_map(|ending| ending.children.iter()) {
		let names =
			Parcels::<T>::get(child).is_some_and(|child| child.parents.contains(&parcel.number));
		ensure!(names, "a parcel is not a parent of what has taken its place");
	}
	Ok(())
}

fn is_what_it_says(law: &CadastreLaw, parcel: &Parcel, polygon: Polygon) -> bool {
	let metres = u64::try_from(polygon.area(law.system).square_metres()).unwrap_or(u64::MAX);
	let id = blake2_256(&polygon.canonical_bytes(law.system));
	let bounds = polygon.bounding_box();
	// What was stored is still valid, and in canonical form.
	Polygon::new(law.system, polygon.clone().into_outline()) == Ok(polygon)
		&& parcel.computed_area == metres
		&& parcel.geometry.0 == id
		&& parcel.bounds == bounds
}

/// The index has exactly the parcels that have ground, under exactly their cells (of those that are
/// entered in steps as many as they say), with exactly the marks that lead there; and no two of one level share ground.
fn index<T: Config>(law: &CadastreLaw) -> Result<(), TryRuntimeError> {
	let mut expected: BTreeMap<(Level, Cell), CellContent> = BTreeMap::new();
	let mut polygons: BTreeMap<ParcelNumber, Polygon> = BTreeMap::new();
	let entering = Entering::<T>::get();
	for (number, parcel) in Parcels::<T>::iter() {
		if !parcel.has_ground() {
			continue;
		}
		let polygon = Geometries::<T>::get(number).ok_or("a parcel has no geometry")?;
		let cells = polygon.cells(law.system);
		let entered = match entering.iter().find(|entering| entering.parcel == number) {
			Some(EnteringParcel { entered, cells: all, bounds, level, .. }) => {
				let count = u32::try_from(cells.len()).unwrap_or(u32::MAX);
				ensure!(
					entered < all
						&& *all == count && (*bounds, *level) == (parcel.bounds, parcel.level),
					"a parcel that is entered in steps is not the one that it says"
				);
				usize::try_from(*entered).unwrap_or_default()
			},
			None => cells.len(),
		};
		for cell in cells.into_iter().take(entered) {
			let content = expected.entry((parcel.level, cell)).or_default();
			content.parcels.try_push(number).map_err(|_| "a cell has too many parcels")?;
			let mut below = cell;
			while let Some(parent) = below.parent() {
				let content = expected.entry((parcel.level, parent)).or_default();
				content.children = content.children.with(below.place_in_parent());
				below = parent;
			}
		}
		polygons.insert(number, polygon);
	}
	for EnteringParcel { parcel, .. } in &entering {
		ensure!(polygons.contains_key(parcel), "a parcel that is entered in steps has no ground");
	}
	let mut found = 0usize;
	for (place, mut content) in Cells::<T>::iter() {
		found = found.saturating_add(1);
		let wanted = expected.get_mut(&place).ok_or("the index has a cell of nothing")?;
		content.parcels.sort();
		wanted.parcels.sort();
		ensure!(content == *wanted, "the index is not that of the parcels");
	}
	ensure!(found == expected.len(), "the index lacks a cell");

	// Two parcels that share ground have a cell in common or lie within each other: their boxes meet.
	let mut order: Vec<(&ParcelNumber, &Polygon)> = polygons.iter().collect();
	order.sort_by_key(|(_, polygon)| polygon.bounding_box().min.x);
	let levels: BTreeMap<ParcelNumber, Level> =
		Parcels::<T>::iter().map(|(number, parcel)| (number, parcel.level)).collect();
	for (place, (number, polygon)) in order.iter().enumerate() {
		let bounds = polygon.bounding_box();
		let later = order.iter().skip(place.saturating_add(1));
		for (other_number, other) in
			later.take_while(|(_, other)| other.bounding_box().min.x < bounds.max.x)
		{
			if levels.get(number) != levels.get(other_number)
				|| !bounds.shares_ground_with(&other.bounding_box())
			{
				continue;
			}
			let shares = polygon
				.shares_ground_with(other, &mut EdgeTests::unbounded())
				.map_err(|_| "the comparison of two parcels has no end")?;
			ensure!(!shares, "two parcels of one level share ground");
		}
	}
	Ok(())
}

/// Every proposal was counted and is on a version that its record has had.
fn proposals<T: Config>() -> Result<(), TryRuntimeError> {
	let law_version = LawHeads::<T>::get(Register::Land).unwrap_or_default().seq;
	for (id, proposal) in Proposals::<T>::iter() {
		ensure!(id <= LastProposal::<T>::get(), "a proposal was never counted");
		let known = match &proposal.matter {
			Matter::Law(_) => law_version,
			Matter::Registration(_) => 0,
			Matter::Survey(_, change) => {
				let principal = change.principal().ok_or("a survey is of no parcel")?;
				ParcelHeads::<T>::get(principal.parcel).unwrap_or_default().seq
			},
		};
		ensure!(proposal.version <= known, "a proposal is on a version that does not exist");
	}
	Ok(())
}

/// Every campaign has a chain that holds, and its counts are those of its rows.
fn campaigns<T: Config>() -> Result<(), TryRuntimeError> {
	for (id, campaign) in Campaigns::<T>::iter() {
		ensure!(id <= LastCampaign::<T>::get(), "a campaign was never counted");
		let head = CampaignHeads::<T>::get(id).ok_or("a campaign has no head")?;
		let entries: Vec<_> =
			(1..=head.seq).filter_map(|seq| CampaignEntries::<T>::get(id, seq)).collect();
		ensure!(chain_holds(&head, entries.iter()), "a campaign's chain is broken");
		let mut ended: BTreeSet<ParcelNumber> = BTreeSet::new();
		let (mut accepted, mut disputed, mut refused) = (0u32, 0u32, 0u32);
		for (row, outcome) in Rows::<T>::iter_prefix(id) {
			ensure!(row < campaign.rows, "a row is beyond the campaign's last");
			let (number, is_disputed) = match outcome {
				RowOutcome::Accepted(number) => (number, false),
				RowOutcome::Disputed(number) => (number, true),
				RowOutcome::Refused(..) => {
					refused = refused.saturating_add(1);
					continue;
				},
			};
			let count = if is_disputed { &mut disputed } else { &mut accepted };
			*count = count.saturating_add(1);
			ensure!(ended.insert(number), "two rows became one parcel");
			let is_its_own = Parcels::<T>::get(number).is_some_and(|parcel| {
				// A survey may have settled the dispute since.
				(is_disputed || parcel.dispute.is_none())
					&& parcel
						.source
						.is_some_and(|source| source.campaign == id && source.row == row)
			});
			ensure!(is_its_own, "a row's parcel does not come from it");
		}
		ensure!(
			(accepted, disputed, refused)
				== (campaign.accepted, campaign.disputed, campaign.refused),
			"a campaign's counts are not those of its rows"
		);
		let ended = accepted.saturating_add(disputed).saturating_add(refused);
		ensure!(!campaign.is_sealed || ended == campaign.rows, "a campaign is sealed too early");
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
			WorkState::ProposalOpen => {
				Proposals::<T>::get(ProposalId(id)).map(|proposal| proposal.matter.district())
			},
			WorkState::CampaignOpen => u32::try_from(id)
				.ok()
				.and_then(|id| Campaigns::<T>::get(CampaignId(id)))
				.filter(|campaign| !campaign.is_sealed)
				.map(|campaign| campaign.district),
		};
		ensure!(waits_in == Some(district), "a list holds what does not wait there");
	}
	let open = Campaigns::<T>::iter_values().filter(|campaign| !campaign.is_sealed).count();
	let waiting = Proposals::<T>::iter_keys().count().saturating_add(open);
	ensure!(listed == waiting, "what waits for somebody is on no list");
	Ok(())
}
