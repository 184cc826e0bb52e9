//! What one officer has prepared and another has not decided.

use polity_permit_procedure::StatedConditions;
use polity_primitives::{
	ids::{District, UnitNumber},
	time::{CalendarDate, Instant},
	Party,
};

use super::{PermitChange, PermitReference, PermitTypeId, Preparation, TypeVersion};

stored! {
	/// A permit that was running when the register began.
	pub struct TakeOver {
		/// Its type. It goes by the version in force.
		pub kind: PermitTypeId,
		/// Who holds it.
		pub holder: Party,
		/// The unit of land for which it is, if it is for one.
		pub site: Option<UnitNumber>,
		/// Its first day, which has come.
		pub valid_from: CalendarDate,
		/// The day from which it is not valid any more; none if it has no end.
		pub valid_to: Option<CalendarDate>,
		/// The conditions that are not met.
		pub conditions: StatedConditions,
	}

	/// What is prepared.
	pub enum Matter {
		/// A version of a type.
		#[codec(index = 0)]
		Type {
			/// The type; none for a new one.
			kind: Option<PermitTypeId>,
			/// The version.
			version: TypeVersion,
		},
		/// Something is done with a permit.
		#[codec(index = 1)]
		Change {
			/// The permit.
			permit: PermitReference,
			/// What.
			change: PermitChange,
		},
		/// A running permit is taken over.
		#[codec(index = 2)]
		TakeOver(TakeOver),
	}

	/// What one officer has prepared and another has not decided.
	pub struct Proposal {
		/// The district in which it is decided.
		pub district: District,
		/// What.
		pub matter: Matter,
		/// How it was prepared: its act says on which version of the record.
		pub preparation: Preparation,
		/// When.
		pub made_at: Instant,
	}
}
