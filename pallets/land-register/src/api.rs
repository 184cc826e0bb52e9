//! The register's runtime API: the reads of the pallet's view functions, for callers that know the
//! runtime by its APIs.

use alloc::vec::Vec;
use polity_primitives::{
	ids::{ApplicationId, ConveyanceId, GroupId, ProposalId},
	time::CalendarDate,
	District, Hash, ParcelNumber, Party, UnitNumber,
};

use crate::types::{
	Conveyance, ConveyanceEntry, Encumbrance, LandTitle, LawProposal, Members, RegisterLaw,
	Registration, RegistrationEntry, TitleEntry, Unit, Versioned, WorkState,
};

sp_api::decl_runtime_apis! {
	/// Reads of the land register. Pages hold at most 64 items.
	pub trait LandRegisterApi {
		/// The title of a live unit.
		fn title(unit: UnitNumber) -> Option<Versioned<LandTitle>>;
		/// A unit.
		fn unit(number: UnitNumber) -> Option<Unit>;
		/// The live unit that a parcel belongs to.
		fn unit_of_parcel(parcel: ParcelNumber) -> Option<UnitNumber>;
		/// All that burdens a unit today or will.
		fn encumbrances(unit: UnitNumber) -> Vec<Encumbrance>;
		/// Entries of a title from a version on: the chain of title.
		fn history(unit: UnitNumber, from: u32, limit: u32) -> Vec<TitleEntry>;
		/// The title of a unit as the register had it on a day, with what counted on that day.
		fn effective_rights_at(unit: UnitNumber, day: CalendarDate) -> Option<LandTitle>;
		/// Units in which a party owns or holds something, in the order of their numbers.
		fn titles_of(party: Party, after: Option<UnitNumber>, limit: u32) -> Vec<UnitNumber>;
		/// The members of a group.
		fn group(id: GroupId) -> Option<Members>;
		/// A conveyance.
		fn conveyance(id: ConveyanceId) -> Option<Versioned<Conveyance>>;
		/// What the parties of a conveyance consent to, and what companies resolve.
		fn matter(id: ConveyanceId) -> Option<Hash>;
		/// The open conveyances on a unit, in the order of their arrival.
		fn pending(unit: UnitNumber) -> Vec<ConveyanceId>;
		/// A first registration.
		fn registration(id: ApplicationId) -> Option<Versioned<Registration>>;
		/// The law of the register with the head of its record.
		fn law() -> Versioned<RegisterLaw>;
		/// A change of the law that is prepared and not decided.
		fn law_proposal(id: ProposalId) -> Option<LawProposal>;
		/// Entries of a conveyance from a version on.
		fn conveyance_history(id: ConveyanceId, from: u32, limit: u32) -> Vec<ConveyanceEntry>;
		/// Entries of a first registration from a version on.
		fn registration_history(
			id: ApplicationId,
			from: u32,
			limit: u32,
		) -> Vec<RegistrationEntry>;
		/// Ids of what waits in a district and state, in the order of counting.
		fn work_list(
			district: District,
			state: WorkState,
			after: Option<u64>,
			limit: u32,
		) -> Vec<u64>;
	}
}
