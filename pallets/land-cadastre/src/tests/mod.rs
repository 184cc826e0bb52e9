//! Tests, by call.

mod bounds;
mod epinay;
mod geometry;
mod import;
mod law;
mod properties;
mod reads;
mod register;
mod steps;
mod surveys;

use codec::Encode;
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use polity_geometry::{Outline, Point};
use polity_primitives::{
	ids::{CampaignId, ProposalId},
	merkle,
	traits::ParcelState,
	Act, District, ParcelNumber,
};
use sp_core::H256;
use sp_runtime::DispatchError;

use crate::{
	acts::{FIRST_REGISTRATION, PARAMETERS, TAKE_OVER},
	mock::*,
	types::*,
	CampaignHeads, Error, Event, LastCampaign, LastProposal, LawHeads, Parcels,
};

/// A millimetre is the unit: a metre.
const METRE: i64 = 1_000;

fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

fn reference(text: &str) -> ParcelReference {
	ParcelReference::new(text.as_bytes().to_vec().try_into().unwrap()).unwrap()
}

/// A ring through these corners, in metres.
fn ring(corners: &[(i64, i64)]) -> Vec<Point> {
	corners.iter().map(|(x, y)| Point::new(x * METRE, y * METRE)).collect()
}

/// The outline of a rectangle by its lower left corner, width and height, in metres.
fn rectangle(x: i64, y: i64, width: i64, height: i64) -> Outline {
	let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)];
	Outline { outer: ring(&corners), holes: vec![] }
}

/// A parcel whose registered area is that of its outline.
fn parcel(text: &str, outline: Outline, area: u64) -> ParcelRecord {
	ParcelRecord { reference: reference(text), level: Level(0), outline, registered_area: area }
}

/// A square of ten metres at a place, in metres.
fn square(text: &str, x: i64, y: i64) -> ParcelRecord {
	parcel(text, rectangle(x, y, 10, 10), 100)
}

fn registration(parcel: ParcelRecord) -> Box<Registration> {
	Box::new(Registration { district: District::NATIONAL, parcel })
}

/// Without what a call weighs.
fn plain(result: frame_support::dispatch::DispatchResultWithPostInfo) -> DispatchResult {
	result.map(|_| ()).map_err(|error| error.error)
}

fn propose_with(act: Act, parcel: ParcelRecord, bound: WorkBound) -> DispatchResult {
	let call =
		LandCadastre::propose_registration(signed(SURVEYOR), act, registration(parcel), bound);
	plain(call)
}

fn propose(parcel: ParcelRecord) -> Result<ProposalId, DispatchError> {
	propose_with(act(FIRST_REGISTRATION, 0), parcel, PLENTY)?;
	Ok(LastProposal::<Test>::get())
}

fn decide(who: AccountId, id: ProposalId, verdict: Verdict) -> DispatchResult {
	let act = act(FIRST_REGISTRATION, 0);
	plain(LandCadastre::decide_proposal(signed(who), act, id, verdict, PLENTY))
}

/// Registers a parcel and answers with its number.
fn register(parcel: ParcelRecord) -> ParcelNumber {
	let wanted = parcel.reference.clone();
	let id = propose(parcel).unwrap();
	assert_ok!(decide(DECIDER, id, Verdict::Approve));
	crate::ByReference::<Test>::get(wanted).unwrap()
}

fn law_version() -> u32 {
	LawHeads::<Test>::get(polity_primitives::Register::Land).unwrap_or_default().seq
}

/// Sets another law.
fn set_law(law: CadastreLaw) -> DispatchResult {
	LandCadastre::propose_law(signed(EXAMINER), act(PARAMETERS, law_version()), law)?;
	let id = LastProposal::<Test>::get();
	let act = act(PARAMETERS, law_version());
	plain(LandCadastre::decide_proposal(signed(DECIDER), act, id, Verdict::Approve, PLENTY))
}

/// The rows of a campaign with their proofs.
struct Source {
	root: H256,
	leaves: Vec<H256>,
	records: Vec<ParcelRecord>,
}

impl Source {
	fn of(records: Vec<ParcelRecord>) -> Self {
		let leaves: Vec<_> = records.iter().map(|row| merkle::leaf(&row.encode())).collect();
		Self { root: merkle::root(&leaves).unwrap(), leaves, records }
	}

	fn rows(&self) -> u32 {
		u32::try_from(self.records.len()).unwrap()
	}

	fn proof(&self, index: u32) -> merkle::Proof {
		merkle::prove(&self.leaves, index).unwrap()
	}

	fn row(&self, index: u32) -> CampaignRow {
		CampaignRow {
			index,
			parcel: self.records[index as usize].clone(),
			proof: self.proof(index),
		}
	}

	fn open(&self) -> CampaignId {
		assert_ok!(LandCadastre::open_campaign(
			signed(RECORDER),
			act(TAKE_OVER, 0),
			self.root,
			self.rows(),
			District::NATIONAL
		));
		LastCampaign::<Test>::get()
	}

	fn import(&self, id: CampaignId, indices: impl IntoIterator<Item = u32>) -> DispatchResult {
		let rows: Vec<_> = indices.into_iter().map(|index| self.row(index)).collect();
		import_as(RECORDER, id, rows, PLENTY)
	}
}

fn import_as(
	who: AccountId,
	id: CampaignId,
	rows: Vec<CampaignRow>,
	bound: WorkBound,
) -> DispatchResult {
	plain(LandCadastre::import_parcels(signed(who), id, rows.try_into().unwrap(), bound))
}

fn seal(who: AccountId, id: CampaignId) -> DispatchResult {
	let version = CampaignHeads::<Test>::get(id).unwrap_or_default().seq;
	LandCadastre::seal_campaign(signed(who), act(TAKE_OVER, version), id)
}

fn last_event() -> Event<Test> {
	let RuntimeEvent::LandCadastre(event) = System::events().pop().unwrap().event else {
		panic!("the last event is another pallet's")
	};
	event
}
