//! Permits that everybody can read.

use polity_permit_procedure::{
	EffectiveStatus, InspectionKind, InspectionResult, Permit, PermitStanding, PublishedStatus,
	StatedConditions,
};
use polity_primitives::{
	ids::{MandateId, UnitNumber},
	time::{CalendarDate, Instant},
	Party,
};

use super::{PermitNumber, PermitTypeId, Preparation, Reason};

stored! {
	/// How a permit came to be.
	#[derive(Copy)]
	pub enum Origin {
		/// By an application that was decided, by officers or by silence.
		#[codec(index = 0)]
		Application,
		/// By the renewal of another, which it follows.
		#[codec(index = 1)]
		Renewal(PermitNumber),
		/// It was running when the register began.
		#[codec(index = 2)]
		TakenOver,
	}

	/// A permit.
	pub struct PermitRecord {
		/// Its type.
		pub kind: PermitTypeId,
		/// The version of the type by which it goes.
		pub version: u32,
		/// Who holds it: a company, a ministry, a public body, or a person by its tag of this register.
		pub holder: Party,
		/// The unit of land for which it is, if it is for one.
		pub site: Option<UnitNumber>,
		/// Its days, conditions and inspections, and what was done with it.
		pub permit: Permit,
		/// How it came to be.
		pub origin: Origin,
		/// The permit that follows it, if it was renewed.
		pub renewed_by: Option<PermitNumber>,
		/// The day on which it was granted.
		pub granted_on: CalendarDate,
		/// The day on which it was revoked, surrendered, completed or overturned, if it was.
		pub ended_on: Option<CalendarDate>,
		/// Whether it has a place under the quota of its type. A renewal has it from the day on which the
		/// permit before it ends.
		pub has_place: bool,
		/// When its place falls back, if it has an end: the key of its row in the queue.
		pub ends_at: Option<Instant>,
		/// The mandate of the officer who recorded the last final inspection.
		pub final_seen_under: Option<MandateId>,
	}

	/// What officers do with a permit: prepared by one, decided by another.
	pub enum PermitChange {
		/// It cannot be used until the suspension is ended.
		#[codec(index = 0)]
		Suspend {
			/// Why.
			reason: Reason,
		},
		/// The suspension is ended. The last day stays what it was.
		#[codec(index = 1)]
		Resume,
		/// It is taken away for good, after a hearing whose record the preparing act cites.
		#[codec(index = 2)]
		Revoke {
			/// Why.
			reason: Reason,
		},
		/// It has another end and other conditions.
		#[codec(index = 3)]
		Amend {
			/// The day from which it is not valid any more; none for as long as the type allows.
			valid_to: Option<CalendarDate>,
			/// All its conditions. One that stays as it was stays met.
			conditions: StatedConditions,
		},
		/// A condition is met.
		#[codec(index = 4)]
		MeetCondition {
			/// Which, by its place from 0.
			at: u32,
		},
		/// An inspection is to be.
		#[codec(index = 5)]
		ScheduleInspection {
			/// What for.
			kind: InspectionKind,
			/// On which day.
			day: CalendarDate,
		},
		/// What it permitted is completed.
		#[codec(index = 6)]
		Complete,
		/// It passes to whom its holder has asked for, and who has consented.
		#[codec(index = 7)]
		Transfer,
		/// It is renewed, as its holder has asked.
		#[codec(index = 8)]
		Renew,
	}

	/// What a holder asks for.
	pub enum Asked {
		/// That the permit passes to another.
		#[codec(index = 0)]
		Transfer {
			/// To whom.
			to: Party,
		},
		/// That it is renewed.
		#[codec(index = 1)]
		Renewal {
			/// The end of the next one; none for as long as the type allows.
			valid_to: Option<CalendarDate>,
		},
	}

	/// What a holder has asked for, and officers have not decided.
	pub struct Request {
		/// What.
		pub asked: Asked,
		/// Whether the new holder has consented to a transfer.
		pub is_endorsed: bool,
	}

	/// What happened to a permit.
	pub enum PermitStep {
		/// It was granted, by a decision, by silence, by a renewal, or taken over.
		#[codec(index = 0)]
		Granted(PermitRecord),
		/// Officers have done something with it.
		#[codec(index = 1)]
		Changed(PermitChange),
		/// What was done with the permit before it was done with it too.
		#[codec(index = 2)]
		Followed(PermitStanding),
		/// An inspection has ended.
		#[codec(index = 3)]
		Inspected {
			/// Which, by its place from 0.
			at: u32,
			/// How.
			result: InspectionResult,
		},
		/// The holder has given it up.
		#[codec(index = 4)]
		Surrendered,
		/// The holder has asked for something.
		#[codec(index = 5)]
		Requested(Asked),
		/// The new holder has consented to the transfer.
		#[codec(index = 6)]
		Endorsed,
		/// The holder has taken back what it had asked for.
		#[codec(index = 7)]
		RequestWithdrawn,
		/// It has passed to another holder: as asked for, or by a merger or conversion.
		#[codec(index = 8)]
		Passed {
			/// From whom.
			from: Party,
			/// To whom.
			to: Party,
		},
		/// It was renewed.
		#[codec(index = 9)]
		Renewed {
			/// The permit that follows.
			by: PermitNumber,
		},
		/// An appeal has overturned the decision that granted it.
		#[codec(index = 10)]
		Overturned,
		/// An appeal has given it another end and other conditions.
		#[codec(index = 11)]
		Varied {
			/// The day from which it is not valid any more.
			valid_to: Option<CalendarDate>,
			/// All its conditions.
			conditions: StatedConditions,
		},
	}

	/// What an entry of a permit says.
	pub struct PermitEntry {
		/// What happened.
		pub step: PermitStep,
		/// How it was prepared, where another officer had. The entry's own act and mandate are the checker's.
		pub preparation: Option<Preparation>,
	}
}

/// What is published of a permit: the fields of BLDS 1.2 that the register knows.
#[derive(Clone, Debug, Eq, PartialEq, codec::Encode, codec::Decode, scale_info::TypeInfo)]
pub struct Published {
	/// `PermitNum`.
	pub number: PermitNumber,
	/// `PermitType`.
	pub kind: PermitTypeId,
	/// `StatusCurrent`.
	pub status: EffectiveStatus,
	/// `StatusCurrentMapped`.
	pub mapped: PublishedStatus,
	/// `IssuedDate`.
	pub issued: CalendarDate,
	/// `ExpiresDate`: the day from which it is not valid any more.
	pub expires: Option<CalendarDate>,
	/// `CompletedDate`.
	pub completed: Option<CalendarDate>,
	/// Where it is for, if it is for a unit of land.
	pub site: Option<UnitNumber>,
}
