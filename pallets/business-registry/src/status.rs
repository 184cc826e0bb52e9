//! The status of a company: which one follows which, and who may make each change.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polity_primitives::{traits::CompanyPhase, CompanyNumber, Power};
use scale_info::TypeInfo;

use crate::types::SourceStatus;

/// The status of a company.
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
pub enum Status {
	/// Registered and in good standing.
	#[codec(index = 0)]
	Active,
	/// Suspended until it has filed what it owes.
	#[codec(index = 1)]
	Suspended,
	/// In liquidation: its liquidator acts for it.
	#[codec(index = 2)]
	InLiquidation,
	/// In insolvency proceedings: their administrator acts for it.
	#[codec(index = 3)]
	InInsolvency,
	/// Struck off the register. It can only be restored, within the period of restoration.
	#[codec(index = 4)]
	StruckOff,
	/// Dissolved: it does not exist any more.
	#[codec(index = 5)]
	Dissolved,
	/// Merged into another company, which goes on with what this one had
	/// ([`crate::types::Change::Merge`]).
	#[codec(index = 6)]
	MergedInto(CompanyNumber),
	/// Converted into another legal form, in which it goes on under another number
	/// ([`crate::types::Change::Convert`]).
	#[codec(index = 7)]
	ConvertedTo(CompanyNumber),
}

impl Status {
	/// Whether the company exists: it holds its name, and it or its liquidator can act.
	pub const fn is_live(&self) -> bool {
		match self {
			Self::Active | Self::Suspended | Self::InLiquidation | Self::InInsolvency => true,
			Self::StruckOff | Self::Dissolved | Self::MergedInto(_) | Self::ConvertedTo(_) => false,
		}
	}

	/// Whether no status follows.
	pub const fn is_final(&self) -> bool {
		matches!(self, Self::Dissolved | Self::MergedInto(_) | Self::ConvertedTo(_))
	}

	/// The company that goes on with what this one had, if it was merged or converted.
	pub const fn successor(&self) -> Option<CompanyNumber> {
		match self {
			Self::MergedInto(company) | Self::ConvertedTo(company) => Some(*company),
			_ => None,
		}
	}

	/// Whether the registrar can strike the company off: only such a company has notice of it.
	pub const fn can_be_struck_off(&self) -> bool {
		transition(self, &Self::StruckOff).is_some()
	}

	/// In which part of its life the company is, as the other registers tell these apart.
	pub const fn phase(&self) -> CompanyPhase {
		match self {
			Self::Active => CompanyPhase::Live,
			Self::Suspended => CompanyPhase::Suspended,
			Self::InLiquidation | Self::InInsolvency => CompanyPhase::WindingUp,
			Self::StruckOff => CompanyPhase::StruckOff,
			Self::Dissolved | Self::MergedInto(_) | Self::ConvertedTo(_) => CompanyPhase::Ended,
		}
	}
}

/// As what two officers change a company's record.
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
pub enum Authority {
	/// As the registrar: one examines, the other decides.
	#[codec(index = 0)]
	Registrar,
	/// As a court: both speak for it.
	#[codec(index = 1)]
	Court,
}

impl Authority {
	/// The power that the officer needs who prepares the change.
	pub const fn maker_power(self) -> Power {
		match self {
			Self::Registrar => Power::Examine,
			Self::Court => Power::FreezeAsCourt,
		}
	}

	/// The power that the officer needs who decides it.
	pub const fn checker_power(self) -> Power {
		match self {
			Self::Registrar => Power::Decide,
			Self::Court => Power::FreezeAsCourt,
		}
	}
}

/// Which authorities may make a change of status.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Competent {
	/// The registrar alone.
	Registrar,
	/// A court alone.
	Court,
	/// Either.
	Either,
}

impl Competent {
	/// Whether an authority may.
	pub const fn includes(self, authority: Authority) -> bool {
		match self {
			Self::Either => true,
			Self::Registrar => matches!(authority, Authority::Registrar),
			Self::Court => matches!(authority, Authority::Court),
		}
	}
}

/// Who may change a status into another; none where the second does not follow the first.
///
/// * The registrar suspends for a filing that is owed and ends the suspension.
/// * A liquidation is registered by the registrar when the members have resolved it, or ordered by
///   a court; it ends with the dissolution, or by a court's stay.
/// * Insolvency proceedings are opened and closed by a court alone. They may end in liquidation.
/// * The registrar strikes off; registrar or court restore. Nothing else follows a strike-off.
/// * Nothing follows a dissolution, a merger or a conversion.
///
/// A merger and a conversion change two records at once, by changes of their own
/// ([`crate::types::Change::Merge`], [`crate::types::Change::Convert`]): no status alone leads there.
/// The clock suspends an active company whose filing is overdue, without an officer.
pub const fn transition(from: &Status, to: &Status) -> Option<Competent> {
	use Status::{Active, Dissolved, InInsolvency, InLiquidation, StruckOff, Suspended};
	match (from, to) {
		(Active, Suspended | StruckOff) | (Suspended, Active | StruckOff) => {
			Some(Competent::Registrar)
		},
		(Active | Suspended, InLiquidation) => Some(Competent::Either),
		(Active | Suspended | InLiquidation, InInsolvency) => Some(Competent::Court),
		(InLiquidation, Active) => Some(Competent::Court),
		(InLiquidation, Dissolved) => Some(Competent::Either),
		(InInsolvency, Active | InLiquidation | Dissolved) => Some(Competent::Court),
		(StruckOff, Active) => Some(Competent::Either),
		_ => None,
	}
}

/// The status that an imported company has here, by what its source says.
///
/// A voluntary arrangement counts as insolvency proceedings, as in annex A of Regulation (EU)
/// 2015/848. A receiver who manages what one charge covers leaves the company to its directors.
pub const fn imported(source: SourceStatus) -> Status {
	match source {
		SourceStatus::Active
		| SourceStatus::ActiveProposalToStrikeOff
		| SourceStatus::ReceiverManager => Status::Active,
		SourceStatus::Suspended => Status::Suspended,
		SourceStatus::Liquidation => Status::InLiquidation,
		SourceStatus::Administration
		| SourceStatus::AdministrativeReceivership
		| SourceStatus::VoluntaryArrangement
		| SourceStatus::Insolvency => Status::InInsolvency,
		SourceStatus::StruckOff => Status::StruckOff,
		SourceStatus::Dissolved | SourceStatus::ConvertedOrClosed => Status::Dissolved,
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	fn any_status() -> impl Strategy<Value = Status> {
		let other = CompanyNumber::from_serial(1_000_000_001).unwrap();
		prop_oneof![
			Just(Status::Active),
			Just(Status::Suspended),
			Just(Status::InLiquidation),
			Just(Status::InInsolvency),
			Just(Status::StruckOff),
			Just(Status::Dissolved),
			Just(Status::MergedInto(other)),
			Just(Status::ConvertedTo(other)),
		]
	}

	#[test]
	fn transition_should_be_for_courts_alone_when_it_is_about_insolvency() {
		for from in [Status::Active, Status::Suspended, Status::InLiquidation] {
			assert_eq!(transition(&from, &Status::InInsolvency), Some(Competent::Court));
		}
		for to in [Status::Active, Status::InLiquidation, Status::Dissolved] {
			assert_eq!(transition(&Status::InInsolvency, &to), Some(Competent::Court));
		}
		assert_eq!(transition(&Status::InInsolvency, &Status::StruckOff), None);
	}

	#[test]
	fn struck_off_should_lead_to_restoration_alone() {
		let other = CompanyNumber::from_serial(1_000_000_001).unwrap();
		assert_eq!(transition(&Status::StruckOff, &Status::Active), Some(Competent::Either));
		for to in [
			Status::Suspended,
			Status::InLiquidation,
			Status::InInsolvency,
			Status::Dissolved,
			Status::MergedInto(other),
			Status::ConvertedTo(other),
		] {
			assert_eq!(transition(&Status::StruckOff, &to), None);
		}
	}

	#[test]
	fn phase_should_be_live_of_what_can_act_alone() {
		let other = CompanyNumber::from_serial(1_000_000_001).unwrap();
		for (status, phase) in [
			(Status::Active, CompanyPhase::Live),
			(Status::Suspended, CompanyPhase::Suspended),
			(Status::InLiquidation, CompanyPhase::WindingUp),
			(Status::InInsolvency, CompanyPhase::WindingUp),
			(Status::StruckOff, CompanyPhase::StruckOff),
			(Status::Dissolved, CompanyPhase::Ended),
			(Status::MergedInto(other), CompanyPhase::Ended),
			(Status::ConvertedTo(other), CompanyPhase::Ended),
		] {
			assert_eq!(status.phase(), phase);
			assert_eq!(status.is_final(), phase == CompanyPhase::Ended);
			assert_eq!(
				status.can_be_struck_off(),
				matches!(phase, CompanyPhase::Live | CompanyPhase::Suspended)
			);
		}
	}

	#[test]
	fn imported_should_be_live_when_the_source_says_so() {
		assert_eq!(imported(SourceStatus::ActiveProposalToStrikeOff), Status::Active);
		assert_eq!(imported(SourceStatus::Liquidation), Status::InLiquidation);
		assert_eq!(imported(SourceStatus::VoluntaryArrangement), Status::InInsolvency);
		assert_eq!(imported(SourceStatus::ConvertedOrClosed), Status::Dissolved);
	}

	proptest! {
		#[test]
		fn transition_should_never_leave_a_final_status(from in any_status(), to in any_status()) {
			if from.is_final() {
				prop_assert_eq!(transition(&from, &to), None);
			}
		}

		#[test]
		fn transition_should_never_stay_nor_merge(from in any_status(), to in any_status()) {
			if from == to || matches!(to, Status::MergedInto(_) | Status::ConvertedTo(_)) {
				prop_assert_eq!(transition(&from, &to), None);
			}
		}

		#[test]
		fn walk_should_come_back_to_life_by_restoration_alone(
			targets in prop::collection::vec(any_status(), 0..40),
		) {
			let mut status = Status::Active;
			for to in targets {
				if transition(&status, &to).is_some() {
					if !status.is_live() && to.is_live() {
						prop_assert_eq!((status, to), (Status::StruckOff, Status::Active));
					}
					status = to;
				}
			}
		}
	}
}
