//! Reservations of names and applications for the registration of companies.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use polity_primitives::{
	code_list::{Country, LegalForm},
	ids::{ApplicationId, MandateId, ReservationId},
	time::Instant,
	traits::FoundingBoard,
	Commitment, CompanyNumber, District, Tag,
};
use scale_info::TypeInfo;

use super::{Activities, WorkState, YearDay};
use crate::name::{CompanyName, NameKey};

/// The most mandates under which officers file one application and answer its queries at the
/// counter. An application that has had so many goes on with one of them.
pub const MAX_COUNTER_OFFICERS: u32 = 8;

/// The mandates of the officers who had a hand in one application at the counter.
pub type CounterOfficers = BoundedVec<MandateId, ConstU32<MAX_COUNTER_OFFICERS>>;

/// Why something that was applied for is refused.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum RefusalReason {
	/// The name is live, reserved or protected.
	#[codec(index = 0)]
	NameNotAvailable,
	/// The name cannot be registered: its characters, or words that the law reserves.
	#[codec(index = 1)]
	NameNotAllowed,
	/// The name misleads about what the company is or does.
	#[codec(index = 2)]
	NameMisleading,
	/// The founder has not shown the name that was committed to.
	#[codec(index = 3)]
	NameNotShown,
	/// The founder may not found a company.
	#[codec(index = 4)]
	FounderNotCapable,
	/// The legal form's requirements are not met.
	#[codec(index = 5)]
	LegalFormRequirementsNotMet,
	/// A document is missing.
	#[codec(index = 6)]
	DocumentMissing,
	/// A document is not valid.
	#[codec(index = 7)]
	DocumentNotValid,
	/// The activity needs a licence that has not been shown.
	#[codec(index = 8)]
	ActivityNeedsLicence,
	/// The registered office has not been proven.
	#[codec(index = 9)]
	RegisteredOfficeNotProven,
	/// A query was not answered in time.
	#[codec(index = 10)]
	QueryNotAnswered,
	/// The founder asked at the counter to withdraw it.
	#[codec(index = 11)]
	WithdrawnAtCounter,
}

/// What an officer asks an applicant.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum QueryReason {
	/// Show the name that was committed to.
	#[codec(index = 0)]
	ShowName,
	/// Choose another name.
	#[codec(index = 1)]
	ChangeName,
	/// Add a document.
	#[codec(index = 2)]
	AddDocument,
	/// Replace a document that is not valid or cannot be read.
	#[codec(index = 3)]
	ReplaceDocument,
	/// Correct the legal form or the jurisdiction.
	#[codec(index = 4)]
	CorrectLegalForm,
	/// Correct the registered office.
	#[codec(index = 5)]
	CorrectRegisteredOffice,
	/// Correct the activities.
	#[codec(index = 6)]
	CorrectActivities,
	/// Prove who applies.
	#[codec(index = 7)]
	ProveIdentity,
}

/// Where a reservation stands. Whether a granted one still holds is a function of the clock.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum ReservationState {
	/// Asked for, not yet granted: the name is still free.
	#[codec(index = 0)]
	Requested,
	/// Granted: the name is the holder's until the period is over.
	#[codec(index = 1)]
	Granted {
		/// The name.
		name: CompanyName,
		/// Its key.
		key: NameKey,
		/// When it was granted.
		at: Instant,
	},
	/// Refused.
	#[codec(index = 2)]
	Refused(RefusalReason),
	/// Given up by its holder.
	#[codec(index = 3)]
	Withdrawn,
	/// Its period is over and the name was freed.
	#[codec(index = 4)]
	Lapsed,
	/// The company was founded.
	#[codec(index = 5)]
	Used(CompanyNumber),
}

/// The reservation of a name for one holder, who cannot pass it on.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Reservation {
	/// For whom, by the tag of the business register.
	pub holder: Tag,
	/// The district whose register decides.
	pub district: District,
	/// The holder's commitment to the name (see [`crate::name::name_opening`]).
	pub requested_name: Commitment,
	/// The mandate of the officer who filed the request at the counter, if the holder did not.
	pub requested_by: Option<MandateId>,
	/// Where it stands.
	pub state: ReservationState,
	/// The application that it is used in. While that is pending, the reservation does not lapse.
	pub application: Option<ApplicationId>,
}

/// What an entry of a reservation's record says.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum ReservationChange {
	/// It was asked for.
	#[codec(index = 0)]
	Requested {
		/// For whom.
		holder: Tag,
		/// The commitment to the name.
		name: Commitment,
		/// The district whose register decides.
		district: District,
	},
	/// It was granted.
	#[codec(index = 1)]
	Granted {
		/// The name.
		name: CompanyName,
		/// Its key.
		key: NameKey,
	},
	/// It was refused.
	#[codec(index = 2)]
	Refused(RefusalReason),
	/// Its holder gave it up.
	#[codec(index = 3)]
	Withdrawn,
	/// Its period is over and the name was freed.
	#[codec(index = 4)]
	Lapsed,
	/// The company was founded.
	#[codec(index = 5)]
	Used(CompanyNumber),
}

/// What a founder applies for.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ApplicationBody {
	/// The district whose register is to keep the company.
	pub district: District,
	/// The founder's commitment to the name (see [`crate::name::name_opening`]).
	pub name: Commitment,
	/// The reservation of that name, if the founder has one.
	pub reservation: Option<ReservationId>,
	/// The legal form.
	pub legal_form: LegalForm,
	/// The country whose law the company is to be formed under.
	pub jurisdiction: Country,
	/// A commitment to the address of the registered office.
	pub registered_office: Commitment,
	/// The classes of activity.
	pub activities: Activities,
	/// The end of the fiscal year.
	pub fiscal_year_end: YearDay,
	/// Who is to manage the company, and how they sign: no company comes about without directors.
	pub board: FoundingBoard,
}

/// What the examiner recommends. The other officer can follow it or return the application.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Recommendation {
	/// Register the company by this name, which opens the founder's commitment.
	#[codec(index = 0)]
	Register {
		/// The name.
		name: CompanyName,
		/// The commitment's salt, which the founder has shown.
		salt: [u8; 32],
	},
	/// Refuse the application.
	#[codec(index = 1)]
	Refuse(RefusalReason),
}

/// What the other officer decides.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Decision {
	/// Register the company, as recommended.
	#[codec(index = 0)]
	Register,
	/// Refuse the application, as recommended and for the same reason.
	#[codec(index = 1)]
	Refuse(RefusalReason),
	/// Return the application for another examination.
	#[codec(index = 2)]
	Return,
}

/// Where an application stands.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum ApplicationState {
	/// Filed.
	#[codec(index = 0)]
	Filed,
	/// An officer examines it.
	#[codec(index = 1)]
	UnderExamination,
	/// An officer has asked the applicant something.
	#[codec(index = 2)]
	QueryRaised {
		/// What was asked.
		reason: QueryReason,
		/// When.
		at: Instant,
	},
	/// Examined: another officer decides.
	#[codec(index = 3)]
	Examined {
		/// What the examiner recommends.
		recommendation: Recommendation,
	},
	/// The company was registered.
	#[codec(index = 4)]
	Registered(CompanyNumber),
	/// Refused.
	#[codec(index = 5)]
	Refused(RefusalReason),
	/// Withdrawn by the founder.
	#[codec(index = 6)]
	Withdrawn,
}

/// An application for the registration of a company.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Application {
	/// Who founds the company, by the tag of the business register.
	pub founder: Tag,
	/// What is applied for.
	pub body: ApplicationBody,
	/// The mandates of all officers who filed it or answered a query at the counter, the first one
	/// first. None where the founder did all of that.
	pub counter_officers: CounterOfficers,
	/// The mandate of the officer who has it under examination or has examined it.
	pub examiner: Option<MandateId>,
	/// Where it stands.
	pub state: ApplicationState,
}

impl Application {
	/// The mandates of all who prepared it, the examiner first: none of these officers decides it.
	pub fn makers(&self) -> impl Iterator<Item = MandateId> + '_ {
		self.examiner.into_iter().chain(self.counter_officers.iter().copied())
	}

	/// Remembers an officer who answers at the counter.
	///
	/// # Errors
	/// The mandate, where the list is full without it.
	pub fn add_counter_officer(&mut self, mandate: MandateId) -> Result<(), MandateId> {
		if self.counter_officers.contains(&mandate) {
			return Ok(());
		}
		self.counter_officers.try_push(mandate)
	}
}

/// What an entry of an application's record says.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum ApplicationChange {
	/// It was filed.
	#[codec(index = 0)]
	Filed {
		/// Who founds the company.
		founder: Tag,
		/// What is applied for.
		body: ApplicationBody,
	},
	/// An officer took it up.
	#[codec(index = 1)]
	TakenUp,
	/// An officer asked the applicant something.
	#[codec(index = 2)]
	QueryRaised(QueryReason),
	/// The applicant answered.
	#[codec(index = 3)]
	QueryAnswered {
		/// What is applied for now.
		body: ApplicationBody,
	},
	/// An officer examined it.
	#[codec(index = 4)]
	Examined(Recommendation),
	/// The other officer returned it for another examination.
	#[codec(index = 5)]
	Returned,
	/// The company was registered.
	#[codec(index = 6)]
	Registered(CompanyNumber),
	/// It was refused.
	#[codec(index = 7)]
	Refused(RefusalReason),
	/// The founder withdrew it.
	#[codec(index = 8)]
	Withdrawn,
}

impl ApplicationState {
	/// In which list an application in this state waits; none when it is over.
	pub const fn work_state(&self) -> Option<WorkState> {
		match self {
			Self::Filed => Some(WorkState::ApplicationFiled),
			Self::UnderExamination => Some(WorkState::ApplicationUnderExamination),
			Self::QueryRaised { .. } => Some(WorkState::ApplicationQueryRaised),
			Self::Examined { .. } => Some(WorkState::ApplicationExamined),
			Self::Registered(_) | Self::Refused(_) | Self::Withdrawn => None,
		}
	}
}
