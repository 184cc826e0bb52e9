//! Why a call is refused.

use frame_support::pallet_macros::pallet_section;
use polity_primitives::{record::RecordError, traits::ActError, StandingError};
use polity_title::{JoinError, TitleError};

use crate::Error;

/// The pallet's errors.
#[pallet_section]
mod errors {
	#[pallet::error]
	#[derive(PartialEq)]
	pub enum Error<T> {
		/// The act was prepared on another version of the record: read it again and repeat.
		StaleVersion,
		/// The record has as many versions as a number can count: nothing more can be recorded.
		TooManyVersions,
		/// The account that prepared the act cannot decide it: another officer does.
		SameAccount,
		/// The person who prepared the act cannot decide it with a second account: another does.
		SamePerson,
		/// One of the two officers granted the other's mandate: a third one does it.
		GrantedByTheOther,
		/// An order, a deed or the dismissal of an objection comes from another ministry than the one
		/// that prepares or settles: no ministry alone takes anything from anybody.
		SameMinistry,
		/// Nothing is known of a mandate under which this was prepared, so that maker and checker
		/// cannot be told apart: another officer prepares it anew.
		WarrantNotFound,
		/// The officer's own account controls a party of this: another officer acts.
		OwnMatter,
		/// The statute does not provide for this: cite one that the register has for the call.
		LegalBasisDoesNotFit,
		/// The act rests on another statute than the prepared one: cite the same.
		DiffersFromPrepared,
		/// The act is dated before today: date it today.
		Backdated,
		/// The act takes effect when it is recorded: date it today.
		EffectiveInFuture,
		/// What is decided was dated ahead, and its day has not come: decide it on that day.
		NotYetEffective,
		/// A period would end after the last date of the calendar: nothing helps but a younger date.
		DeadlineOutOfRange,
		/// All ids of this kind have been given out: the register needs a new runtime.
		IdsExhausted,
		/// Only its maker can withdraw what can still be decided.
		NotTheMaker,
		/// No such parcel: check its number.
		ParcelNotFound,
		/// Another parcel has the ground of this one: settle that in the cadastre first.
		ParcelDisputed,
		/// The parcel has no effect yet: complete its registration or seal its campaign first.
		ParcelProvisional,
		/// The parcel was divided or merged: name the parcels that have taken its place.
		ParcelHistoric,
		/// A parcel is named twice: name each once.
		ParcelTwice,
		/// A unit has ground: name at least one parcel.
		ParcelsMissing,
		/// The parcels are kept in two districts: register them apart.
		ParcelOfAnotherDistrict,
		/// The ground is registered already: transfer the rights in it instead.
		ParcelHasUnit,
		/// Some of the parcels belong to a unit and this one does not: register it first.
		ParcelHasNoUnit,
		/// A first registration of the parcel is open: object to that one.
		ParcelIsClaimed,
		/// Nobody owns land who is unknown or is a unit: name the parties.
		OwnerNotNameable,
		/// No such first registration.
		RegistrationNotFound,
		/// The first registration was decided or withdrawn.
		RegistrationClosed,
		/// Anybody can still object: decide when the period for objections is over.
		ObjectionPeriodRunning,
		/// Somebody objects: wait until the objection is withdrawn or a court has decided.
		ObjectionStands,
		/// There is no such objection that stands.
		ObjectionNotFound,
		/// The party objects already.
		AlreadyObjected,
		/// As many object as can at once: a court decides.
		TooManyObjections,
		/// The account controls no tag of the land register: enrol, or use the right account.
		NotAPerson,
		/// No such unit: check its number.
		UnitNotFound,
		/// Other units have taken the place of this one: name those.
		UnitHistoric,
		/// The units are kept in two districts: convey them apart.
		UnitOfAnotherDistrict,
		/// The title has another version than the leg was prepared on: prepare the conveyance again.
		UnitVersionStale,
		/// The unit that the easement would serve does not exist, or not any more.
		DominantUnitNotLive,
		/// A caveat or priority notice stands no longer than the law lets it: name an earlier day.
		NoticeTooLong,
		/// No such conveyance.
		ConveyanceNotFound,
		/// The conveyance was settled, refused or withdrawn.
		ConveyanceClosed,
		/// The conveyance was not settled in time: prepare it again.
		ConveyanceLapsed,
		/// A conveyance has at least one leg.
		LegsMissing,
		/// An earlier conveyance on the unit is open: wait until it is settled, refused or lapsed.
		EarlierApplicationPending,
		/// As many conveyances wait on the unit as can at once.
		TooManyPending,
		/// More parties would have to consent than a conveyance can name: divide it.
		TooManyConsents,
		/// More rows of the index of parties would change than one call can change: divide it.
		TooManyParties,
		/// The conveyance or survey needs no consent of this party.
		NotAParty,
		/// The party has consented already.
		AlreadyConsented,
		/// The party has not consented on the chain: there is nothing to take back.
		NotConsented,
		/// The person controls an account: it consents by that, not by deed.
		PersonHasKey,
		/// A company consents by its resolution and the state by a seat: not by deed.
		NotByDeed,
		/// The party has consented itself: nobody else takes that back.
		ConsentIsItsOwn,
		/// It is so already.
		NothingChanges,
		/// No change of the law has this number: it was decided or withdrawn.
		ProposalNotFound,
		/// The period in which the change of the law could be decided is over: prepare it again.
		ProposalLapsed,
		/// The law has changed since the proposal was prepared: prepare it again.
		ProposalOutdated,
		/// A period of the law has no length, or the time to object is not shorter than that to settle a
		/// conveyance, all in calendar days.
		LawInconsistent,
		/// Somebody has consented by deed and can still object: settle when the period is over.
		DeedPeriodRunning,
		/// What a company leaves falls to the state, and nobody else.
		VestsInStateAlone,
		/// Only what a dissolved company has left vests in the state.
		CompanyNotEnded,
		/// No such party is registered: check it.
		PartyNotFound,
		/// The person has died: the estate passes by succession alone.
		PartyDeceased,
		/// A court has frozen the party: it acts as the court allows.
		PartyFrozen,
		/// The tag was merged into another: use that one.
		PartyMerged,
		/// The company is in liquidation or insolvency: its liquidator acts for it.
		PartyInLiquidation,
		/// The company is suspended until it has filed what it owes.
		PartySuspended,
		/// The company is struck off or dissolved.
		PartyDissolved,
		/// The party's record is disputed: have that settled first.
		PartyDisputed,
		/// The party's imported record is incomplete: have it adopted first.
		PartyIncomplete,
		/// A party of this kind cannot do this, or not in this capacity.
		PartyNotCapable,
		/// The campaign that imported the party is not sealed: until it is, the party has no rights.
		PartyNotSealed,
		/// No such group: form it first.
		GroupNotFound,
		/// A group has at least two members.
		GroupTooSmall,
		/// A party is named twice in a group, or would be: each is a member once.
		GroupMemberTwice,
		/// The members of a group are persons, companies, the state or public bodies.
		GroupOfGroups,
		/// The unit has parcels that are not joined: divide it first.
		UnitHasOtherParcels,
		/// A unit would have more parcels than it can.
		TooManyParcels,
		/// The unit has easements on more units than one call can change: surrender some first.
		TooManyServientUnits,
		/// The company has something in more titles than one call can pass: pass some by conveyances
		/// first.
		TooManyTitles,
		/// The whole would be counted in no unit: give at least one.
		DenominatorZero,
		/// The whole would be counted in more than 1,000,000,000 units: choose a smaller denominator.
		DenominatorTooLarge,
		/// The shares do not add up to the whole: state all of them.
		SumDiffers,
		/// A share or a transfer is of no unit: state how many.
		UnitsZero,
		/// A party is named twice among the owners: add its shares up.
		DuplicateOwner,
		/// Nobody knows who the owners are, and unknown owners dispose of nothing: adopt them first.
		OwnersUnknown,
		/// The owners are known already: transfer shares instead.
		OwnersKnown,
		/// The party owns no share: name an owner.
		NotOwner,
		/// The owner has fewer units: take at most what it has, or rescale first.
		NotEnoughUnits,
		/// Both sides of the act are the same party: name another.
		SameParty,
		/// There would be more owners than a title can name: let some hold as a group.
		OwnersFull,
		/// There would be more rights than a title can hold: clear expired ones first.
		RightsFull,
		/// There would be more mortgages than a title can hold: have one discharged first.
		MortgagesFull,
		/// There would be more notices than a title can hold: clear expired ones first.
		NoticesFull,
		/// There would be more restrictions than a title can hold: clear expired ones first.
		RestrictionsFull,
		/// The title has given out every number that an entry can have.
		EntriesExhausted,
		/// The title has no such entry: read its entries again.
		EntryNotFound,
		/// A factor multiplies by two or more: give such a factor.
		FactorTooSmall,
		/// The whole would be counted in more than 1,000,000,000 units: choose a smaller factor.
		RescaleOverflow,
		/// A caveat stands against the act: wait until it expires, or have its beneficiary cancel it.
		CaveatStands,
		/// A priority notice for somebody else stands against the act: wait until it expires, or have
		/// its beneficiary cancel it.
		PriorityNoticeStands,
		/// A court has frozen the title: obtain its order.
		CourtFreezeStands,
		/// A lawsuit about the title is pending: wait for its end, or obtain the court's order.
		LisPendensStands,
		/// Only a court, or the authority that the law names, can order this: obtain its order.
		CourtOrderMissing,
		/// Somebody who gives something up has not consented: obtain the consent of all whom the
		/// conveyance names.
		ConsentMissing,
		/// The entry cites no deed, or a mortgage no amount: the digest is all zero.
		SourceMissing,
		/// The last day is before the first: correct the term.
		EndBeforeStart,
		/// The right begins before or ends after the one that it derives from: keep it within that.
		BeyondBase,
		/// The last day of the right has passed: it cannot be used, passed on or burdened any more.
		RightExpired,
		/// The last day is before today: name a later one.
		AlreadyExpired,
		/// The entry's last day has not passed: only expired entries are cleared.
		StillInForce,
		/// A mortgage or another right stands on the right: have those removed first.
		RightBurdened,
		/// An easement serves a unit, not a party: name the dominant unit.
		EasementWithoutUnit,
		/// Only an easement is held by a unit: name a party.
		HolderNotParty,
		/// The dominant unit of the easement is the servient one: name another.
		EasementOnItself,
		/// An easement goes with its dominant unit alone: it is not assigned, mortgaged or sublet.
		EasementFollowsUnit,
		/// The receiver's own share would fall under mortgages on the share that it receives: have them
		/// discharged first.
		MortgageWouldSpread,
		/// A caveat or priority notice is for somebody: name the beneficiary.
		BeneficiaryMissing,
		/// A caveat or priority notice stands for a time: name its last day.
		ExpiryMissing,
		/// A unit is divided into two or more, and at most 64.
		ChildrenOutOfBounds,
		/// The title is not one that acts can lead to: the state has to be mended.
		TitleBroken,
		/// Two or more units are joined, and at most 64.
		PartsOutOfBounds,
		/// A unit is joined with itself: name each parcel once.
		PartTwice,
		/// The units do not have the same owners: transfer shares first.
		OwnersDiffer,
		/// The units have the same owners with other shares: transfer units first.
		SharesDiffer,
		/// The units do not carry the same mortgages in the same ranks: have them discharged or
		/// extended.
		MortgagesConflict,
		/// One of the units has an easement on another: surrender it first.
		EasementBetween,
	}
}

impl<T> From<ActError> for Error<T> {
	fn from(error: ActError) -> Self {
		match error {
			ActError::LegalBasisDoesNotFit => Self::LegalBasisDoesNotFit,
			ActError::Backdated => Self::Backdated,
			ActError::EffectiveInFuture => Self::EffectiveInFuture,
			ActError::NotYetEffective => Self::NotYetEffective,
			ActError::StaleVersion => Self::StaleVersion,
			ActError::TooManyVersions => Self::TooManyVersions,
			ActError::WarrantNotFound => Self::WarrantNotFound,
			ActError::SameAccount => Self::SameAccount,
			ActError::SamePerson => Self::SamePerson,
			ActError::GrantedByTheOther => Self::GrantedByTheOther,
			ActError::DeadlineOutOfRange => Self::DeadlineOutOfRange,
		}
	}
}

impl<T> From<RecordError> for Error<T> {
	fn from(error: RecordError) -> Self {
		ActError::from(error).into()
	}
}

impl<T> From<StandingError> for Error<T> {
	fn from(error: StandingError) -> Self {
		match error {
			StandingError::NotFound => Self::PartyNotFound,
			StandingError::Deceased => Self::PartyDeceased,
			StandingError::Frozen => Self::PartyFrozen,
			StandingError::Merged => Self::PartyMerged,
			StandingError::InLiquidation => Self::PartyInLiquidation,
			StandingError::Suspended => Self::PartySuspended,
			StandingError::Dissolved => Self::PartyDissolved,
			StandingError::Disputed => Self::PartyDisputed,
			StandingError::Incomplete => Self::PartyIncomplete,
			StandingError::NotCapable => Self::PartyNotCapable,
			StandingError::NotSealed => Self::PartyNotSealed,
		}
	}
}

impl<T> From<TitleError> for Error<T> {
	fn from(error: TitleError) -> Self {
		match error {
			TitleError::DenominatorZero => Self::DenominatorZero,
			TitleError::DenominatorTooLarge => Self::DenominatorTooLarge,
			TitleError::SumDiffers => Self::SumDiffers,
			TitleError::UnitsZero => Self::UnitsZero,
			TitleError::DuplicateOwner => Self::DuplicateOwner,
			TitleError::OwnersUnknown => Self::OwnersUnknown,
			TitleError::OwnersKnown => Self::OwnersKnown,
			TitleError::NotOwner => Self::NotOwner,
			TitleError::NotEnoughUnits => Self::NotEnoughUnits,
			TitleError::SameParty => Self::SameParty,
			TitleError::OwnersFull => Self::OwnersFull,
			TitleError::RightsFull => Self::RightsFull,
			TitleError::MortgagesFull => Self::MortgagesFull,
			TitleError::NoticesFull => Self::NoticesFull,
			TitleError::RestrictionsFull => Self::RestrictionsFull,
			TitleError::EntriesExhausted => Self::EntriesExhausted,
			TitleError::EntryNotFound => Self::EntryNotFound,
			TitleError::FactorTooSmall => Self::FactorTooSmall,
			TitleError::RescaleOverflow => Self::RescaleOverflow,
			TitleError::CaveatStands => Self::CaveatStands,
			TitleError::PriorityNoticeStands => Self::PriorityNoticeStands,
			TitleError::CourtFreezeStands => Self::CourtFreezeStands,
			TitleError::LisPendensStands => Self::LisPendensStands,
			TitleError::CourtOrderMissing => Self::CourtOrderMissing,
			TitleError::ConsentMissing => Self::ConsentMissing,
			TitleError::SourceMissing => Self::SourceMissing,
			TitleError::EndBeforeStart => Self::EndBeforeStart,
			TitleError::BeyondBase => Self::BeyondBase,
			TitleError::RightExpired => Self::RightExpired,
			TitleError::AlreadyExpired => Self::AlreadyExpired,
			TitleError::StillInForce => Self::StillInForce,
			TitleError::RightBurdened => Self::RightBurdened,
			TitleError::EasementWithoutUnit => Self::EasementWithoutUnit,
			TitleError::HolderNotParty => Self::HolderNotParty,
			TitleError::EasementOnItself => Self::EasementOnItself,
			TitleError::EasementFollowsUnit => Self::EasementFollowsUnit,
			TitleError::MortgageWouldSpread => Self::MortgageWouldSpread,
			TitleError::BeneficiaryMissing => Self::BeneficiaryMissing,
			TitleError::ExpiryMissing => Self::ExpiryMissing,
			TitleError::ChildrenOutOfBounds => Self::ChildrenOutOfBounds,
			TitleError::OwnersUnordered
			| TitleError::RankGap
			| TitleError::EntriesInconsistent
			| TitleError::DanglingEntry => Self::TitleBroken,
		}
	}
}

impl<T> From<JoinError> for Error<T> {
	fn from(error: JoinError) -> Self {
		match error {
			JoinError::PartsOutOfBounds => Self::PartsOutOfBounds,
			JoinError::DuplicatePart => Self::PartTwice,
			JoinError::OwnersDiffer => Self::OwnersDiffer,
			JoinError::SharesDiffer => Self::SharesDiffer,
			JoinError::MortgagesConflict => Self::MortgagesConflict,
			JoinError::EasementBetween => Self::EasementBetween,
			JoinError::Title(error) => Self::from(error),
		}
	}
}
