//! What has happened.

use frame_support::pallet_macros::pallet_section;

/// The pallet's events. A `head` is that of the record after the change; with the act of the call it
/// is all that is needed to compute it again.
#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The first registration of land was opened: whoever claims it too can object.
		FirstRegistrationOpened {
			/// The first registration.
			registration: ApplicationId,
			/// The ground.
			parcels: UnitParcels,
			/// Who claims to own it; none where nobody knows.
			claim: Option<Claim>,
			/// The officer's mandate.
			mandate: MandateId,
			/// The record's head, with its version.
			head: Head,
		},
		/// Somebody objected to a first registration.
		RegistrationObjectedTo {
			/// The first registration.
			registration: ApplicationId,
			/// Who claims the land too.
			claimant: Tag,
			/// The record's head, with its version.
			head: Head,
		},
		/// Somebody does not object to a first registration any more.
		RegistrationObjectionWithdrawn {
			/// The first registration.
			registration: ApplicationId,
			/// Who claims the land too.
			claimant: Tag,
			/// The record's head, with its version.
			head: Head,
		},
		/// A court dismissed an objection to a first registration.
		RegistrationObjectionDismissed {
			/// The first registration.
			registration: ApplicationId,
			/// Who claims the land too.
			claimant: Tag,
			/// The officer's mandate.
			mandate: MandateId,
			/// The record's head, with its version.
			head: Head,
		},
		/// Land was registered for the first time: there is a new unit.
		LandRegistered {
			/// The first registration.
			registration: ApplicationId,
			/// The first registration's head.
			registration_head: Head,
			/// The unit.
			unit: UnitNumber,
			/// Its ground.
			parcels: UnitParcels,
			/// Its title.
			title: LandTitle,
			/// The mandate of the officer who prepared it.
			prepared_under: MandateId,
			/// The officer's mandate.
			mandate: MandateId,
			/// The title's head.
			head: Head,
		},
		/// A first registration was refused.
		FirstRegistrationRefused {
			/// The first registration.
			registration: ApplicationId,
			/// Why.
			reason: RefusalReason,
			/// The mandate of the officer who prepared it.
			prepared_under: MandateId,
			/// The officer's mandate.
			mandate: MandateId,
			/// The record's head, with its version.
			head: Head,
		},
		/// A first registration was withdrawn.
		FirstRegistrationWithdrawn {
			/// The first registration.
			registration: ApplicationId,
			/// The officer's mandate.
			mandate: MandateId,
			/// The record's head, with its version.
			head: Head,
		},
		/// A conveyance was prepared.
		ConveyancePrepared {
			/// The conveyance.
			conveyance: ConveyanceId,
			/// Its legs.
			legs: Legs,
			/// As what it was prepared.
			authority: Authority,
			/// For whom it is done, past the notices that protect this party.
			acting_for: Option<Party>,
			/// Who has to consent.
			parties: BoundedVec<Party, ConstU32<MAX_CONSENTS>>,
			/// What they consent to, and what companies resolve.
			matter: Hash,
			/// The officer's mandate.
			mandate: MandateId,
			/// The record's head, with its version.
			head: Head,
		},
		/// A party consented to a conveyance on the chain.
		ConsentGiven {
			/// The conveyance.
			conveyance: ConveyanceId,
			/// The party.
			party: Party,
			/// The record's head, with its version.
			head: Head,
		},
		/// A party took its consent to a conveyance back.
		ConsentWithdrawn {
			/// The conveyance.
			conveyance: ConveyanceId,
			/// The party.
			party: Party,
			/// The record's head, with its version.
			head: Head,
		},
		/// A notary recorded a consent by deed. It counts once the period for objections is over.
		DeedRecorded {
			/// The conveyance.
			conveyance: ConveyanceId,
			/// The party.
			party: Party,
			/// The notary's mandate.
			mandate: MandateId,
			/// The record's head, with its version.
			head: Head,
		},
		/// Somebody objected to a conveyance.
		ObjectionMade {
			/// The conveyance.
			conveyance: ConveyanceId,
			/// The party.
			party: Party,
			/// The officer's mandate, if an officer did it.
			mandate: Option<MandateId>,
			/// The record's head, with its version.
			head: Head,
		},
		/// An objection to a conveyance was withdrawn, or a court dismissed it.
		ObjectionWithdrawn {
			/// The conveyance.
			conveyance: ConveyanceId,
			/// The party.
			party: Party,
			/// The officer's mandate, if an officer did it.
			mandate: Option<MandateId>,
			/// The record's head, with its version.
			head: Head,
		},
		/// A leg of a conveyance changed a title.
		TitleChanged {
			/// The unit.
			unit: UnitNumber,
			/// The conveyance.
			conveyance: ConveyanceId,
			/// The act on the title.
			act: LandAct,
			/// As what the conveyance was prepared.
			authority: Authority,
			/// For whom it was done.
			acting_for: Option<Party>,
			/// Whether a consent to it was given by deed, not on the chain.
			by_deed: bool,
			/// The mandate of the officer who prepared it.
			prepared_under: MandateId,
			/// The officer's mandate.
			mandate: MandateId,
			/// The title's head.
			head: Head,
		},
		/// All legs of a conveyance were done.
		ConveyanceSettled {
			/// The conveyance.
			conveyance: ConveyanceId,
			/// The mandate of the officer who prepared it.
			prepared_under: MandateId,
			/// The officer's mandate.
			mandate: MandateId,
			/// The record's head, with its version.
			head: Head,
		},
		/// A conveyance was refused.
		ConveyanceRefused {
			/// The conveyance.
			conveyance: ConveyanceId,
			/// Why.
			reason: RefusalReason,
			/// The mandate of the officer who prepared it.
			prepared_under: MandateId,
			/// The officer's mandate.
			mandate: MandateId,
			/// The record's head, with its version.
			head: Head,
		},
		/// A conveyance was withdrawn by its maker, or cleared as nobody could settle it.
		ConveyanceWithdrawn {
			/// The conveyance.
			conveyance: ConveyanceId,
			/// The maker's mandate, if the maker did it.
			mandate: Option<MandateId>,
			/// The record's head, with its version.
			head: Head,
		},
		/// An owner consented to a survey of its ground.
		SurveyConsentGiven {
			/// The unit.
			unit: UnitNumber,
			/// What it consented to.
			matter: Hash,
			/// The party.
			party: Party,
			/// The title's version that it consented on.
			version: u32,
		},
		/// A notary recorded the deed by which an owner consented to a survey. It counts once the period
		/// for objections is over.
		SurveyDeedRecorded {
			/// The unit.
			unit: UnitNumber,
			/// What it consented to.
			matter: Hash,
			/// The party.
			party: Party,
			/// The notary's mandate.
			mandate: MandateId,
			/// The title's version that it consented on.
			version: u32,
		},
		/// A court ordered a survey in place of the owners' consents, or lifted its order.
		SurveyOrdered {
			/// The unit.
			unit: UnitNumber,
			/// What it ordered.
			matter: Hash,
			/// Whether it is ordered from now on.
			is_ordered: bool,
			/// The court's mandate.
			mandate: MandateId,
			/// The title's version that the order is on.
			version: u32,
		},
		/// An owner took its consent to a survey back, or somebody objected to a deed for it.
		SurveyConsentWithdrawn {
			/// The unit.
			unit: UnitNumber,
			/// What it had consented to.
			matter: Hash,
			/// The party.
			party: Party,
			/// The mandate of the notary or the court that objected for it.
			mandate: Option<MandateId>,
			/// The title's version that it had consented on.
			version: u32,
		},
		/// A unit was divided: it has no title any more.
		UnitDivided {
			/// The unit.
			unit: UnitNumber,
			/// The parcel that was divided.
			parcel: ParcelNumber,
			/// The units that have taken its place.
			children: RelatedUnits,
			/// How those whom it concerned had agreed to the survey.
			agreed: Agreed,
			/// The officer's mandate.
			mandate: MandateId,
			/// The record's head, with its version.
			head: Head,
		},
		/// A unit has taken the place of a part of another.
		UnitDividedFrom {
			/// The unit.
			unit: UnitNumber,
			/// The unit that was divided.
			parent: UnitNumber,
			/// Its ground.
			parcels: UnitParcels,
			/// Its title.
			title: LandTitle,
			/// How those whom it concerned had agreed to the survey.
			agreed: Agreed,
			/// The officer's mandate.
			mandate: MandateId,
			/// The record's head, with its version.
			head: Head,
		},
		/// A unit was joined with others: it has no title any more.
		UnitJoinedInto {
			/// The unit.
			unit: UnitNumber,
			/// The unit that has taken its place.
			child: UnitNumber,
			/// How those whom it concerned had agreed to the survey.
			agreed: Agreed,
			/// The officer's mandate.
			mandate: MandateId,
			/// The record's head, with its version.
			head: Head,
		},
		/// A unit has taken the place of others.
		UnitJoinedFrom {
			/// The unit.
			unit: UnitNumber,
			/// The units that were joined.
			parents: RelatedUnits,
			/// Its ground.
			parcels: UnitParcels,
			/// Its title.
			title: LandTitle,
			/// How those whom it concerned had agreed to the survey.
			agreed: Agreed,
			/// The officer's mandate.
			mandate: MandateId,
			/// The record's head, with its version.
			head: Head,
		},
		/// Parcels of a unit were joined to one.
		ParcelsJoined {
			/// The unit.
			unit: UnitNumber,
			/// The parcels.
			parents: UnitParcels,
			/// The parcel that has taken their place.
			child: ParcelNumber,
			/// How those whom it concerned had agreed to the survey.
			agreed: Agreed,
			/// The officer's mandate.
			mandate: MandateId,
			/// The record's head, with its version.
			head: Head,
		},
		/// The easements that served a unit serve those that have taken its place.
		EasementsReattached {
			/// The unit.
			unit: UnitNumber,
			/// The unit that they served.
			dominant: UnitNumber,
			/// The units that they serve now.
			successors: RelatedUnits,
			/// The officer's mandate.
			mandate: MandateId,
			/// The record's head, with its version.
			head: Head,
		},
		/// All that a party had in a title passed to another by operation of law.
		PartySucceeded {
			/// The unit.
			unit: UnitNumber,
			/// Who had it.
			from: Party,
			/// Who has it now.
			to: Party,
			/// The officer's mandate.
			mandate: MandateId,
			/// The record's head, with its version.
			head: Head,
		},
		/// Parties formed a group, to hold undivided.
		GroupFormed {
			/// The group.
			group: GroupId,
			/// Its members.
			members: Members,
			/// The officer's mandate.
			mandate: MandateId,
		},
		/// An officer prepared a change of the law of the register.
		LawProposed {
			/// The proposal.
			proposal: ProposalId,
			/// What is to be the law.
			law: RegisterLaw,
			/// The officer's mandate.
			mandate: MandateId,
		},
		/// The law of the register was changed.
		LawChanged {
			/// The proposal that it was prepared as.
			proposal: ProposalId,
			/// What is the law now.
			law: RegisterLaw,
			/// The mandate under which it was prepared.
			prepared_under: MandateId,
			/// The mandate under which it was decided.
			mandate: MandateId,
			/// The head of the law's record.
			head: Head,
		},
		/// A change of the law was not made.
		LawRejected {
			/// The proposal.
			proposal: ProposalId,
			/// The mandate under which it was prepared.
			prepared_under: MandateId,
			/// The mandate under which it was rejected.
			mandate: MandateId,
		},
		/// A change of the law that was prepared was withdrawn.
		LawWithdrawn {
			/// The proposal.
			proposal: ProposalId,
		},
	}
}
