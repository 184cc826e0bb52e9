//! The errors of the rules and of the primitives as errors of the pallet, each by a name of its own.

use polity_primitives::{record::RecordError, SeparationError};

use crate::{
	pallet::Error,
	rules::{ChangeError, DateError},
};

impl<T> From<RecordError> for Error<T> {
	fn from(error: RecordError) -> Self {
		match error {
			RecordError::StaleVersion => Self::StaleVersion,
			RecordError::TooManyVersions => Self::TooManyVersions,
		}
	}
}

impl<T> From<SeparationError> for Error<T> {
	fn from(error: SeparationError) -> Self {
		match error {
			SeparationError::SameAccount => Self::SameAccount,
			SeparationError::SamePerson => Self::SamePerson,
			SeparationError::GrantedByTheOther => Self::GrantedByTheOther,
		}
	}
}

impl<T> From<ChangeError> for Error<T> {
	fn from(error: ChangeError) -> Self {
		match error {
			ChangeError::NotEnrolled => Self::NotEnrolled,
			ChangeError::AlreadyEnrolled => Self::AlreadyEnrolled,
			ChangeError::Deceased => Self::PersonDeceased,
			ChangeError::Frozen => Self::PersonFrozen,
			ChangeError::Merged => Self::PersonMerged,
			ChangeError::AlreadyFrozen => Self::AlreadyFrozen,
			ChangeError::NotFrozen => Self::NotFrozen,
			ChangeError::NotDeceased => Self::NotDeceased,
			ChangeError::WrongCorrection => Self::WrongCorrection,
			ChangeError::HasController => Self::HasController,
			ChangeError::NoController => Self::NoController,
			ChangeError::SameController => Self::SameController,
			ChangeError::MergedIntoItself => Self::MergedIntoItself,
			ChangeError::SurvivorNotEnrolled => Self::SurvivorNotEnrolled,
			ChangeError::SurvivorNotAlive => Self::SurvivorNotAlive,
		}
	}
}

impl<T> From<DateError> for Error<T> {
	fn from(error: DateError) -> Self {
		match error {
			DateError::Backdated => Self::Backdated,
			DateError::NotYetEffective => Self::NotYetEffective,
		}
	}
}
