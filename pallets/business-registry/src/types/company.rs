//! Companies, their changes, and who holds their names.

use codec::{Decode, DecodeWithMemTracking, Encode, Error as CodecError, Input, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use polity_primitives::{
	code_list::{Activity, Country, LegalForm},
	ids::{ApplicationId, IdError, ReservationId},
	record::Entry,
	time::{days_in_month, CalendarDate, Instant},
	traits::MissingPart,
	Commitment, CompanyNumber, District, Lei,
};
use scale_info::TypeInfo;

use super::{Preparation, Source};
use crate::{
	name::{CompanyName, NameKey},
	status::{Authority, Status},
};

/// The most classes of activity that one company states.
pub const MAX_ACTIVITIES: u32 = 4;

/// A company's classes of activity, at most [`MAX_ACTIVITIES`].
pub type Activities = BoundedVec<Activity, ConstU32<MAX_ACTIVITIES>>;

/// A day of every year: the end of a fiscal year. 29 February means the last day of February.
#[derive(
	Clone, Copy, Debug, Eq, PartialEq, Encode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct YearDay {
	month: u8,
	day: u8,
}

impl YearDay {
	/// The day of a month (1 to 12).
	///
	/// # Errors
	/// [`IdError::OutOfRange`] when no year has that day.
	pub fn new(month: u8, day: u8) -> Result<Self, IdError> {
		// 2000 was a leap year.
		if day > 0 && day <= days_in_month(2000, month) {
			Ok(Self { month, day })
		} else {
			Err(IdError::OutOfRange)
		}
	}

	/// The month, 1 to 12.
	pub const fn month(self) -> u8 {
		self.month
	}

	/// The day of the month, from 1.
	pub const fn day(self) -> u8 {
		self.day
	}
}

impl Decode for YearDay {
	fn decode<I: Input>(input: &mut I) -> Result<Self, CodecError> {
		let (month, day) = <(u8, u8)>::decode(input)?;
		Self::new(month, day).map_err(|_| CodecError::from("no year has this day"))
	}
}

/// What an imported record lacks, as bits: its source did not say.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	Eq,
	PartialEq,
	Encode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Missing(u8);

impl Missing {
	/// Nothing is missing.
	pub const NONE: Self = Self(0);
	/// Who manages the company.
	pub const DIRECTORS: Self = Self(1);
	/// Its capital.
	pub const CAPITAL: Self = Self(2);
	/// Who owns it.
	pub const OWNERS: Self = Self(4);
	/// When it was incorporated.
	pub const DATES: Self = Self(8);

	/// What either lacks.
	pub const fn and(self, other: Self) -> Self {
		Self(self.0 | other.0)
	}

	/// Whether all of `other` is missing.
	pub const fn contains(self, other: Self) -> bool {
		self.0 & other.0 == other.0
	}

	/// Whether nothing is missing.
	pub const fn is_empty(self) -> bool {
		self.0 == 0
	}

	/// What is still missing once a part has been adopted.
	pub const fn without(self, part: MissingPart) -> Self {
		Self(self.0 & !Self::of(part).0)
	}

	/// One part.
	pub const fn of(part: MissingPart) -> Self {
		match part {
			MissingPart::Directors => Self::DIRECTORS,
			MissingPart::Capital => Self::CAPITAL,
			MissingPart::Owners => Self::OWNERS,
			MissingPart::Dates => Self::DATES,
		}
	}

	/// The parts that are missing.
	pub fn parts(self) -> BoundedVec<MissingPart, ConstU32<4>> {
		let all =
			[MissingPart::Directors, MissingPart::Capital, MissingPart::Owners, MissingPart::Dates];
		let missing = all.into_iter().filter(|part| self.contains(Self::of(*part)));
		BoundedVec::truncate_from(missing.collect())
	}
}

impl Decode for Missing {
	fn decode<I: Input>(input: &mut I) -> Result<Self, CodecError> {
		let bits = u8::decode(input)?;
		let all = Self::DIRECTORS.and(Self::CAPITAL).and(Self::OWNERS).and(Self::DATES);
		if all.contains(Self(bits)) {
			Ok(Self(bits))
		} else {
			Err(CodecError::from("an imported record cannot lack what does not exist"))
		}
	}
}

/// Why a record is disputed. A disputed company bears its name without holding it: another may
/// hold the same name, and a court or the register has to settle which of them keeps it.
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
pub enum DisputeReason {
	/// The name, or one that differs only in what the name key leaves out, is live, reserved or
	/// protected.
	#[codec(index = 0)]
	NameTaken,
	/// The name has characters that a registered name cannot have.
	#[codec(index = 1)]
	NameNotAllowed,
}

/// A company.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Company {
	/// Its number in this register.
	pub number: CompanyNumber,
	/// Its registered name.
	pub name: CompanyName,
	/// The key of that name.
	pub name_key: NameKey,
	/// Its legal form (ISO 20275).
	pub legal_form: LegalForm,
	/// The country whose law it is formed under (ISO 3166-1).
	pub jurisdiction: Country,
	/// Its legal entity identifier (ISO 17442), if it has one.
	pub lei: Option<Lei>,
	/// A commitment to the address of its registered office.
	pub registered_office: Option<Commitment>,
	/// Its classes of activity.
	pub activities: Activities,
	/// Its status.
	pub status: Status,
	/// When the status was recorded: what the periods of restoration and of the name's protection
	/// are counted from.
	pub status_since: Instant,
	/// The day it was incorporated, if known.
	pub incorporated_on: Option<CalendarDate>,
	/// The end of its fiscal year, if it has stated one.
	pub fiscal_year_end: Option<YearDay>,
	/// Where it comes from, if it was imported.
	pub source: Option<Source>,
	/// What its imported record lacks.
	pub missing: Missing,
	/// Why its record is disputed, if it is.
	pub dispute: Option<DisputeReason>,
	/// The district whose register keeps it.
	pub district: District,
	/// When it was given notice that it will be struck off, if it has been and no status has followed.
	pub strike_off_notice: Option<Instant>,
	/// Whether a court has frozen it: until a court ends that, it disposes of nothing and acquires
	/// nothing but as the court allows.
	pub is_frozen: bool,
}

impl Company {
	/// A status that is recorded now. It ends a notice of strike-off.
	pub fn set_status(&mut self, status: Status, now: Instant) {
		self.status = status;
		self.status_since = now;
		self.strike_off_notice = None;
	}

	/// Dates that are adopted.
	pub fn set_dates(&mut self, incorporated_on: CalendarDate, fiscal_year_end: YearDay) {
		self.incorporated_on = Some(incorporated_on);
		self.fiscal_year_end = Some(fiscal_year_end);
		self.missing = self.missing.without(MissingPart::Dates);
	}
}

/// Why an entry is corrected.
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
pub enum CorrectionReason {
	/// The entry says something else than the documents that it rests on.
	#[codec(index = 0)]
	ClericalError,
	/// The documents that the entry rests on were wrong, or false.
	#[codec(index = 1)]
	WrongDocument,
	/// The register that the entry was imported from was wrong.
	#[codec(index = 2)]
	WrongSource,
	/// A court has found the entry wrong: its order is among the act's documents.
	#[codec(index = 3)]
	CourtOrder,
}

/// What a change corrects, and why.
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
pub struct Correction {
	/// The version of the record whose entry was wrong.
	pub version: u32,
	/// Why it is corrected.
	pub reason: CorrectionReason,
}

/// What an entry of a company's record says. The entry's own act and mandate are those of the
/// officer who decided; who prepared an application stands in the application's record.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum CompanyChange {
	/// It was registered upon an application.
	#[codec(index = 0)]
	Registered {
		/// The application.
		application: ApplicationId,
		/// The whole record.
		company: Company,
	},
	/// It was imported.
	#[codec(index = 1)]
	Imported {
		/// The whole record.
		company: Company,
	},
	/// Its status changed.
	#[codec(index = 2)]
	StatusChanged {
		/// The status before.
		from: Status,
		/// The status now.
		to: Status,
		/// As what the officers acted.
		authority: Authority,
		/// Why its record is disputed now: a restored company may find its name taken.
		dispute: Option<DisputeReason>,
		/// What it corrects, and why, if it is a correction.
		corrects: Option<Correction>,
		/// How it was prepared.
		preparation: Preparation,
	},
	/// Its legal entity identifier changed.
	#[codec(index = 3)]
	LeiChanged {
		/// The identifier now, or none.
		lei: Option<Lei>,
		/// What it corrects, and why, if it is a correction.
		corrects: Option<Correction>,
		/// How it was prepared.
		preparation: Preparation,
	},
	/// It has another name. A dispute about the name before is over.
	#[codec(index = 4)]
	Renamed {
		/// The name now.
		name: CompanyName,
		/// Its key.
		key: NameKey,
		/// What it corrects, and why, if it is a correction.
		corrects: Option<Correction>,
		/// How it was prepared.
		preparation: Preparation,
	},
	/// An adoption act filled in what its imported record lacked. The act is that of the register
	/// that keeps this part.
	#[codec(index = 5)]
	Adopted {
		/// What it lacked.
		part: MissingPart,
	},
	/// Its filing was overdue: the clock suspended it.
	#[codec(index = 6)]
	SuspendedForOverdueFiling,
	/// It was given notice that it will be struck off.
	#[codec(index = 7)]
	StrikeOffNoticeGiven {
		/// How it was prepared.
		preparation: Preparation,
	},
	/// The notice was withdrawn.
	#[codec(index = 8)]
	StrikeOffNoticeWithdrawn {
		/// How it was prepared.
		preparation: Preparation,
	},
	/// Another company was merged into it.
	#[codec(index = 9)]
	Absorbed {
		/// The other company.
		company: CompanyNumber,
		/// How it was prepared.
		preparation: Preparation,
	},
	/// It is what another company goes on as, in another legal form.
	#[codec(index = 10)]
	ConvertedFrom {
		/// The company before.
		from: CompanyNumber,
		/// The whole record.
		company: Company,
		/// How it was prepared.
		preparation: Preparation,
	},
	/// The dates that its imported record lacked were adopted.
	#[codec(index = 11)]
	DatesAdopted {
		/// The day it was incorporated.
		incorporated_on: CalendarDate,
		/// The end of its fiscal year.
		fiscal_year_end: YearDay,
		/// How it was prepared.
		preparation: Preparation,
	},
	/// A court froze it.
	#[codec(index = 12)]
	Frozen {
		/// How it was prepared.
		preparation: Preparation,
	},
	/// A court ended its freeze.
	#[codec(index = 13)]
	Unfrozen {
		/// How it was prepared.
		preparation: Preparation,
	},
	/// It states other classes of activity.
	#[codec(index = 14)]
	ActivitiesChanged {
		/// The classes now.
		activities: Activities,
		/// What it corrects, and why, if it is a correction.
		corrects: Option<Correction>,
		/// How it was prepared.
		preparation: Preparation,
	},
}

/// One version of a company's record.
pub type CompanyEntry = Entry<CompanyNumber, CompanyChange>;

impl CompanyChange {
	/// Whether it said what a change would say anew: what a correction by that change can name.
	pub const fn is_about(&self, change: &Change) -> bool {
		match self {
			Self::Registered { .. } | Self::Imported { .. } | Self::ConvertedFrom { .. } => true,
			Self::StatusChanged { .. } | Self::SuspendedForOverdueFiling => {
				matches!(change, Change::Status(_))
			},
			Self::LeiChanged { .. } => matches!(change, Change::Lei(_)),
			Self::Renamed { .. } => matches!(change, Change::Name(_)),
			Self::ActivitiesChanged { .. } => matches!(change, Change::Activities(_)),
			Self::Adopted { .. }
			| Self::StrikeOffNoticeGiven { .. }
			| Self::StrikeOffNoticeWithdrawn { .. }
			| Self::Absorbed { .. }
			| Self::DatesAdopted { .. }
			| Self::Frozen { .. }
			| Self::Unfrozen { .. } => false,
		}
	}

	/// What it corrects and how it was prepared; none of what was not prepared here: an
	/// entry upon an application or a campaign, an adoption, and what the clock has done.
	pub const fn prepared(&self) -> Option<(Option<Correction>, &Preparation)> {
		match self {
			Self::Registered { .. }
			| Self::Imported { .. }
			| Self::Adopted { .. }
			| Self::SuspendedForOverdueFiling => None,
			Self::StatusChanged { corrects, preparation, .. }
			| Self::LeiChanged { corrects, preparation, .. }
			| Self::Renamed { corrects, preparation, .. }
			| Self::ActivitiesChanged { corrects, preparation, .. } => Some((*corrects, preparation)),
			Self::StrikeOffNoticeGiven { preparation }
			| Self::StrikeOffNoticeWithdrawn { preparation }
			| Self::Absorbed { preparation, .. }
			| Self::ConvertedFrom { preparation, .. }
			| Self::DatesAdopted { preparation, .. }
			| Self::Frozen { preparation }
			| Self::Unfrozen { preparation } => Some((None, preparation)),
		}
	}

	/// The status that it gave the company, if it gave one.
	pub const fn status(&self) -> Option<Status> {
		match self {
			Self::Registered { company, .. }
			| Self::Imported { company }
			| Self::ConvertedFrom { company, .. } => Some(company.status),
			Self::StatusChanged { to, .. } => Some(*to),
			Self::SuspendedForOverdueFiling => Some(Status::Suspended),
			_ => None,
		}
	}

	/// The company after an entry that says this: whoever has all entries has the record. None where
	/// the entry cannot stand there.
	pub fn after(&self, before: Option<Company>, recorded_at: Instant) -> Option<Company> {
		let Some(mut company) = before else {
			return match self {
				Self::Registered { company, .. }
				| Self::Imported { company }
				| Self::ConvertedFrom { company, .. } => Some(company.clone()),
				_ => None,
			};
		};
		match self {
			Self::Registered { .. } | Self::Imported { .. } | Self::ConvertedFrom { .. } => {
				return None
			},
			Self::StatusChanged { from, to, dispute, .. } => {
				if *from != company.status {
					return None;
				}
				company.set_status(*to, recorded_at);
				company.dispute = *dispute;
			},
			Self::LeiChanged { lei, .. } => company.lei = *lei,
			Self::ActivitiesChanged { activities, .. } => {
				company.activities = activities.clone();
			},
			Self::Renamed { name, key, .. } => {
				company.name = name.clone();
				company.name_key = *key;
				company.dispute = None;
			},
			Self::Adopted { part } => company.missing = company.missing.without(*part),
			Self::SuspendedForOverdueFiling => company.set_status(Status::Suspended, recorded_at),
			Self::StrikeOffNoticeGiven { .. } => company.strike_off_notice = Some(recorded_at),
			Self::StrikeOffNoticeWithdrawn { .. } => company.strike_off_notice = None,
			Self::Absorbed { .. } => {},
			Self::Frozen { .. } => company.is_frozen = true,
			Self::Unfrozen { .. } => company.is_frozen = false,
			Self::DatesAdopted { incorporated_on, fiscal_year_end, .. } => {
				company.set_dates(*incorporated_on, *fiscal_year_end);
			},
		}
		Some(company)
	}
}

/// A change of a company's record that one officer prepares and another decides.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Change {
	/// Another status (see [`crate::status::transition`]).
	#[codec(index = 0)]
	Status(Status),
	/// Another legal entity identifier, or none.
	#[codec(index = 1)]
	Lei(Option<Lei>),
	/// Another name. It also ends a dispute about the name before.
	#[codec(index = 2)]
	Name(CompanyName),
	/// Notice that the company will be struck off: once its period is over, it can be.
	#[codec(index = 3)]
	StrikeOffNotice,
	/// The notice is withdrawn.
	#[codec(index = 4)]
	StrikeOffNoticeWithdrawn,
	/// The company is merged into another, as both have resolved
	/// ([`crate::resolutions::merger_matter`]).
	#[codec(index = 5)]
	Merge {
		/// The company that survives.
		into: CompanyNumber,
		/// The version of that company's record that the merger was prepared on.
		survivor_version: u32,
	},
	/// The company goes on in another legal form under another number, as it has resolved
	/// ([`crate::resolutions::conversion_matter`]).
	#[codec(index = 6)]
	Convert {
		/// The legal form.
		legal_form: LegalForm,
	},
	/// The dates that its imported record lacks are adopted. This register keeps them itself; other
	/// parts are adopted in the registers that keep those.
	#[codec(index = 7)]
	Dates {
		/// The day it was incorporated: the recorded one where there is one.
		incorporated_on: CalendarDate,
		/// The end of its fiscal year.
		fiscal_year_end: YearDay,
	},
	/// A court freezes the company.
	#[codec(index = 8)]
	Freeze,
	/// A court ends the freeze.
	#[codec(index = 9)]
	Unfreeze,
	/// Other classes of activity. One that is new must not need a licence that the company lacks.
	#[codec(index = 10)]
	Activities(Activities),
}

/// A prepared change that nobody has decided yet.
#[derive(
	Clone, Debug, Eq, PartialEq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Proposal {
	/// Whose record is to change.
	pub company: CompanyNumber,
	/// The version of that record that the change was prepared on. Once the record has another, the
	/// proposal can only be withdrawn.
	pub version: u32,
	/// The change.
	pub change: Change,
	/// As what the officers act.
	pub authority: Authority,
	/// What it corrects, and why, if it is a correction.
	pub corrects: Option<Correction>,
	/// Who prepared it, and by what act.
	pub preparation: Preparation,
	/// When.
	pub made_at: Instant,
}

/// Who holds a name.
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
pub enum NameHolder {
	/// A company that is live.
	#[codec(index = 0)]
	Company(CompanyNumber),
	/// A reservation.
	#[codec(index = 1)]
	Reservation(ReservationId),
	/// An application that an officer has examined and recommends.
	#[codec(index = 2)]
	Application(ApplicationId),
	/// A company that is struck off or dissolved, for the years in which its name stays protected.
	#[codec(index = 3)]
	Protected {
		/// The company.
		company: CompanyNumber,
		/// When it was struck off or dissolved.
		since: Instant,
	},
	/// A statute: nobody can have the name.
	#[codec(index = 4)]
	Statute,
}

/// Whether a text can be registered as a name now.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Encode, Decode, TypeInfo)]
pub enum NameAvailability {
	/// It is free.
	#[codec(index = 0)]
	Free,
	/// It cannot be a registered name at all: see the rules of `polity-name-key`.
	#[codec(index = 1)]
	NotAllowed,
	/// It, or one that differs only in what the name key leaves out, is held.
	#[codec(index = 2)]
	Held(NameHolder),
}
