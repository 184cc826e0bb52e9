//! From whom each call is taken: every kind of origin, and a row for every call.

mod attestations;
mod council;
mod filings;
mod land;
mod land_register;
mod officers;
mod permit_applications;
mod permits;
pub mod records;
pub mod records_attestations;
pub mod records_permits;
mod registers;
mod shares;
mod state;
pub mod system;
mod tools;

use crate::common::rolled_back;
use frame_support::{
	dispatch::{DispatchResult, RawOrigin},
	traits::GetCallMetadata,
};
use polity_primitives::{traits::MinistryLookup, AccountId, Power, Register};
use polity_runtime::{
	configs::CouncilInstance,
	genesis_presets::well_known::{self, WellKnown},
	Mandates, Ministries, Runtime, RuntimeCall, RuntimeOrigin,
};
use sp_runtime::{traits::Dispatchable, DispatchError};

pub use records::Records;

use records_attestations::{account as issuers_account, CONTROLLER, GUARDIANS};

type MandateError = pallet_mandates::Error<Runtime>;

/// A kind of origin that a call can come from. Root is not among them: nothing reaches it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
	/// No signature: inherents, reports, and the code of an upgrade.
	Nobody,
	/// An account without any role.
	Stranger,
	/// The founder of what [`Records`] has applied for.
	Citizen,
	/// Another citizen, for whom the first may act in operations.
	OtherCitizen,
	/// Examines in the identity register.
	IdentityExaminer,
	/// Decides in the identity register.
	IdentityRegistrar,
	/// Speaks for a court in the registers of persons, companies, land, permits and attestations.
	Judge,
	/// Another officer of the same court, in all of them but that of attestations.
	OtherJudge,
	/// Examines in the land register.
	LandsExaminer,
	/// Examines and decides in the land register.
	LandsRegistrar,
	/// Records an existing cadastre.
	LandsRecorder,
	/// Examines in the business register.
	Examiner,
	/// Another examiner of the business register.
	Clerk,
	/// The examiner's second key, which decides.
	ExaminersSecondKey,
	/// Examines and decides in the business register.
	Registrar,
	/// Records an existing business register.
	Recorder,
	/// An examiner of the business register whose mandate is over.
	FormerExaminer,
	/// A notary of the land register.
	Notary,
	/// A surveyor of the land register.
	Surveyor,
	/// Examines and decides in the register of permits.
	PermitsExaminer,
	/// Another officer who examines and decides there.
	PermitsRegistrar,
	/// Records running permits and applications of an existing register.
	PermitsRecorder,
	/// Accredits issuers of attestations, and examines schemas.
	Accreditor,
	/// Accredits issuers of attestations, and decides schemas.
	OtherAccreditor,
	/// Controls an issuer of attestations.
	IssuersController,
	/// A guardian of that issuer.
	IssuersGuardian,
	/// Certifies extracts of the business register.
	Certifier,
	/// A key of the seat of Interior.
	InteriorSeatKey,
	/// A key of the seat of Economy.
	EconomySeatKey,
	/// The seat of Interior itself: the joint account of its keys.
	Seat,
	/// The account of the authority node of Interior.
	Node,
	/// One member of the council, as it would act by itself.
	Member,
	/// A motion of one of four seats.
	QuarterOfCouncil,
	/// A motion of two of four seats.
	HalfOfCouncil,
	/// A motion of three of four seats.
	MajorityOfCouncil,
}

impl Kind {
	/// All of them.
	pub const ALL: [Self; 35] = [
		Self::Nobody,
		Self::Stranger,
		Self::Citizen,
		Self::OtherCitizen,
		Self::IdentityExaminer,
		Self::IdentityRegistrar,
		Self::Judge,
		Self::OtherJudge,
		Self::LandsExaminer,
		Self::LandsRegistrar,
		Self::LandsRecorder,
		Self::Examiner,
		Self::Clerk,
		Self::ExaminersSecondKey,
		Self::Registrar,
		Self::Recorder,
		Self::FormerExaminer,
		Self::Notary,
		Self::Surveyor,
		Self::PermitsExaminer,
		Self::PermitsRegistrar,
		Self::PermitsRecorder,
		Self::Accreditor,
		Self::OtherAccreditor,
		Self::IssuersController,
		Self::IssuersGuardian,
		Self::Certifier,
		Self::InteriorSeatKey,
		Self::EconomySeatKey,
		Self::Seat,
		Self::Node,
		Self::Member,
		Self::QuarterOfCouncil,
		Self::HalfOfCouncil,
		Self::MajorityOfCouncil,
	];

	/// The account that signs, if this kind is one that does.
	pub fn account(self) -> Option<AccountId> {
		let known = |account: WellKnown| Some(account.account());
		match self {
			Self::Nobody
			| Self::Member
			| Self::QuarterOfCouncil
			| Self::HalfOfCouncil
			| Self::MajorityOfCouncil => None,
			Self::Stranger => Some(AccountId::new([7; 32])),
			Self::Citizen => known(well_known::CITIZEN_1),
			Self::OtherCitizen => known(well_known::CITIZEN_2),
			Self::IdentityExaminer => known(well_known::INTERIOR_EXAMINER),
			Self::IdentityRegistrar => known(well_known::INTERIOR_REGISTRAR),
			Self::Judge => known(well_known::JUSTICE_JUDGE_1),
			Self::OtherJudge => known(well_known::JUSTICE_JUDGE_2),
			Self::LandsExaminer => known(well_known::LANDS_EXAMINER),
			Self::LandsRegistrar => known(well_known::LANDS_REGISTRAR),
			Self::LandsRecorder => known(well_known::LANDS_RECORDER),
			Self::Examiner => known(well_known::ECONOMY_EXAMINER),
			Self::Clerk => known(well_known::ECONOMY_CLERK),
			Self::ExaminersSecondKey => known(well_known::ECONOMY_EXAMINER_SECOND_KEY),
			Self::Registrar => known(well_known::ECONOMY_REGISTRAR),
			Self::Recorder => known(well_known::ECONOMY_RECORDER),
			Self::FormerExaminer => known(well_known::ECONOMY_FORMER),
			Self::Notary => known(well_known::JUSTICE_NOTARY),
			Self::Surveyor => known(well_known::LANDS_SURVEYOR),
			Self::PermitsExaminer => known(well_known::ECONOMY_PERMITS_EXAMINER),
			Self::PermitsRegistrar => known(well_known::ECONOMY_PERMITS_REGISTRAR),
			Self::PermitsRecorder => known(well_known::ECONOMY_PERMITS_RECORDER),
			Self::Accreditor => known(well_known::INTERIOR_ACCREDITOR_1),
			Self::OtherAccreditor => known(well_known::INTERIOR_ACCREDITOR_2),
			// The preset has none of these: `Records` appoints them.
			Self::IssuersController => Some(issuers_account(CONTROLLER)),
			Self::IssuersGuardian => Some(issuers_account(GUARDIANS[0])),
			Self::Certifier => Some(AccountId::new([24; 32])),
			Self::InteriorSeatKey => known(well_known::INTERIOR_SEAT_1),
			Self::EconomySeatKey => known(well_known::ECONOMY_SEAT_1),
			Self::Seat => Ministries::seat_key(&well_known::INTERIOR_SEAT_1.account())
				.and_then(|(ministry, _)| Ministries::ministry(ministry))
				.map(|ministry| ministry.seat_account),
			Self::Node => known(well_known::INTERIOR_NODE),
		}
	}

	/// The origin.
	pub fn origin(self) -> RuntimeOrigin {
		if let Some(account) = self.account() {
			return RawOrigin::Signed(account).into();
		}
		let seats = || pallet_collective::Members::<Runtime, CouncilInstance>::get();
		match self {
			Self::Member => pallet_collective::RawOrigin::Member(seats().remove(0)).into(),
			Self::QuarterOfCouncil => pallet_collective::RawOrigin::Members(1, 4).into(),
			Self::HalfOfCouncil => pallet_collective::RawOrigin::Members(2, 4).into(),
			Self::MajorityOfCouncil => pallet_collective::RawOrigin::Members(3, 4).into(),
			_ => RawOrigin::None.into(),
		}
	}

	/// By which name the mandates refuse this officer a power in a register.
	fn mandate_error(self, register: Register, power: Power) -> DispatchError {
		let held: Vec<_> = self
			.account()
			.into_iter()
			.flat_map(Mandates::mandates_of)
			.filter(|(_, mandate)| mandate.register == register)
			.collect();
		if held.is_empty() {
			MandateError::NoMandate.into()
		} else if held.iter().any(|(_, mandate)| mandate.powers.contains(power)) {
			// The one thing that is wrong with a mandate of the preset.
			MandateError::Expired.into()
		} else {
			MandateError::PowerNotGranted.into()
		}
	}
}

/// Who has a part in it at all: the rest is refused as a bad origin before anything else is asked.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Among {
	/// Every kind.
	All,
	/// Those that sign, each with an account of its own.
	Accounts,
	/// None but those that the row names.
	Nobody,
}

/// A call, and whom it is refused to by which name. All others get past the check of the origin.
pub struct Row {
	call: RuntimeCall,
	among: Among,
	past: Vec<Kind>,
	refused: Box<dyn Fn(Kind) -> DispatchError>,
}

impl Row {
	fn new(call: impl Into<RuntimeCall>, among: Among, past: &[Kind]) -> Self {
		Self {
			call: call.into(),
			among,
			past: past.to_vec(),
			refused: Box::new(|_| DispatchError::BadOrigin),
		}
	}

	fn with(mut self, refused: impl Fn(Kind) -> DispatchError + 'static) -> Self {
		self.refused = Box::new(refused);
		self
	}

	/// The same, but that these kinds are refused by another name.
	fn but(mut self, kinds: &'static [Kind], error: impl Into<DispatchError>) -> Self {
		let (before, error) = (self.refused, error.into());
		self.refused =
			Box::new(move |kind| if kinds.contains(&kind) { error } else { before(kind) });
		self
	}

	/// A call that the chain does not have.
	pub fn closed(call: impl Into<RuntimeCall>) -> Self {
		Self::new(call, Among::All, &[])
			.with(|_| frame_system::Error::<Runtime>::CallFiltered.into())
	}

	/// A call that takes any origin at all.
	pub fn from_anybody(call: impl Into<RuntimeCall>) -> Self {
		Self::new(call, Among::All, &Kind::ALL)
	}

	/// A call that takes any origin but none.
	pub fn from_somebody(call: impl Into<RuntimeCall>) -> Self {
		let mut past = Kind::ALL.to_vec();
		past.retain(|kind| *kind != Kind::Nobody);
		Self::new(call, Among::Nobody, &past)
	}

	/// A call without a signature.
	pub fn unsigned(call: impl Into<RuntimeCall>) -> Self {
		Self::new(call, Among::Nobody, &[Kind::Nobody])
	}

	/// A call that nobody signs and that no origin has but a transaction that was authorised.
	pub fn authorised(call: impl Into<RuntimeCall>) -> Self {
		Self::new(call, Among::Nobody, &[])
	}

	/// A call that every account can sign; what it may do is asked of the record.
	pub fn from_any_account(call: impl Into<RuntimeCall>) -> Self {
		let mut past = Kind::ALL.to_vec();
		past.retain(|kind| kind.account().is_some());
		Self::new(call, Among::Nobody, &past)
	}

	/// A call of two thirds of the council.
	pub fn from_council(call: impl Into<RuntimeCall>) -> Self {
		Self::new(call, Among::Nobody, &[Kind::MajorityOfCouncil])
	}

	/// A call of these kinds, where every other account is refused by this name.
	pub fn from_accounts(
		call: impl Into<RuntimeCall>,
		past: &[Kind],
		error: impl Into<DispatchError>,
	) -> Self {
		let error = error.into();
		Self::new(call, Among::Accounts, past).with(move |_| error)
	}

	/// A call of officers with a power in a register, who are these.
	pub fn from_officers(
		call: impl Into<RuntimeCall>,
		register: Register,
		power: Power,
		past: &[Kind],
	) -> Self {
		Self::new(call, Among::Accounts, past).with(move |kind| kind.mandate_error(register, power))
	}

	/// The name of the pallet and that of the call.
	pub fn name(&self) -> (&'static str, &'static str) {
		let metadata = self.call.get_call_metadata();
		(metadata.pallet_name, metadata.function_name)
	}

	/// The call.
	pub fn call(&self) -> &RuntimeCall {
		&self.call
	}

	/// By which name a kind is refused, or none if it gets past.
	fn refusal(&self, kind: Kind) -> Option<DispatchError> {
		if self.past.contains(&kind) {
			return None;
		}
		let has_a_part = match self.among {
			Among::All => true,
			Among::Accounts => kind.account().is_some(),
			Among::Nobody => false,
		};
		Some(if has_a_part { (self.refused)(kind) } else { DispatchError::BadOrigin })
	}

	/// Tries the call with every kind of origin.
	pub fn check(&self) {
		for kind in Kind::ALL {
			let call = self.call.clone();
			let found: DispatchResult = rolled_back(|| call.dispatch(kind.origin()))
				.map(|_| ())
				.map_err(|error| error.error);
			match self.refusal(kind) {
				Some(error) => {
					assert_eq!(found, Err(error), "{:?} from {kind:?}", self.name());
				},
				// What becomes of it then is the affair of the call's own tests. But nothing that
				// turns somebody else away turns these away.
				None => {
					let barred = Kind::ALL.into_iter().filter_map(|other| self.refusal(other));
					let barred: Vec<_> = barred
						.chain(MANDATE_ERRORS.map(Into::into))
						.chain([
							DispatchError::BadOrigin,
							frame_system::Error::<Runtime>::CallFiltered.into(),
						])
						.map(Err)
						.collect();
					assert!(!barred.contains(&found), "{:?} from {kind:?}: {found:?}", self.name());
				},
			}
		}
	}
}

/// The names by which the mandates turn an officer away.
const MANDATE_ERRORS: [MandateError; 9] = [
	MandateError::NoMandate,
	MandateError::PowerNotGranted,
	MandateError::OutsideDistrict,
	MandateError::MandateSuspended,
	MandateError::NotYetInForce,
	MandateError::Expired,
	MandateError::MinistryNotActive,
	MandateError::OutsideCompetence,
	MandateError::PersonNotInStanding,
];

/// The rows of all calls.
pub fn rows(records: &Records) -> Vec<Row> {
	[
		system::rows(),
		state::rows(records),
		council::rows(records),
		registers::rows(records),
		land::rows(records),
		land_register::rows(records),
		officers::rows(records),
		shares::rows(records),
		filings::rows(records),
		permits::rows(records),
		permit_applications::rows(records),
		attestations::rows(records),
		tools::rows(),
	]
	.into_iter()
	.flatten()
	.collect()
}
