//! The runtime APIs, and nothing else.

// The macro's expansion has no documentation of its own.
#![allow(missing_docs)]

use alloc::vec::Vec;
use codec::Encode;
use frame_support::{
	genesis_builder_helper::{build_state, get_preset},
	view_functions::{ViewFunctionDispatchError, ViewFunctionId},
};
use pallet_attestations::types as attestations;
use pallet_business_registry::{
	euid::Euid,
	name::CompanyName,
	status::Status,
	types::{
		Application, ApplicationChange, Campaign, CampaignChange, Company, CompanyChange,
		LawProposal, NameAvailability, Proposal, RegistryLaw, Reservation, ReservationChange,
		RowOutcome, SourceNumber, SourceRegister, Versioned, WorkState,
	},
};
use pallet_company_filings::types as filings;
use pallet_grandpa::AuthorityId as GrandpaId;
use pallet_land_cadastre::types as cadastre;
use pallet_land_register::types as land;
use pallet_permit_applications::types as permit_applications;
use pallet_permits::types as permits;
use pallet_share_ledger::types as shares;
use polity_accreditation::{
	AccreditationId, ChainError, Claim, Issuer, SchemaId, Status as AttestationStatus,
	StatusPurpose,
};
use polity_geometry::{BoundingBox, Outline, Polygon};
use polity_permit_procedure::{EffectiveStatus, PublishedStatus, Quota};
use polity_primitives::{
	api::{AllowanceStatus, AllowanceUse, AuthorityStatus, NodeAttendance, RegisterSize},
	ids::{
		ApplicationId, CampaignId, ConveyanceId, FilingId, GroupId, PermitTypeId, PledgeId,
		ProposalId, ReservationId, ShareClassId,
	},
	merkle::Proof,
	record::Entry,
	time::{CalendarDate, Instant},
	traits::{ParcelState, PermitHolder},
	AccountId, ActKind, Capacity, Commitment, CompanyNumber, District, Hash, Head, MinistryId,
	Nonce, ParcelNumber, Party, Register, StandingError, Tag, UnitNumber,
};
use sp_api::impl_runtime_apis;
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_core::{crypto::KeyTypeId, OpaqueMetadata, H256};
use sp_runtime::{
	traits::{Block as BlockT, NumberFor},
	transaction_validity::{TransactionSource, TransactionValidity},
	ApplyExtrinsicResult, DispatchError,
};
use sp_session::OpaqueGeneratedSessionKeys;
use sp_version::RuntimeVersion;

use crate::{
	configs::PartyStanding, constants::SLOT_MILLIS, genesis_presets, operations, Allowances,
	Attestations, Block, BusinessRegistry, CompanyFilings, Executive, Grandpa, Historical,
	InherentDataExt, LandCadastre, LandRegister, Ministries, PermitApplications, Permits, Runtime,
	RuntimeGenesisConfig, SessionKeys, ShareLedger, System, VERSION,
};

impl_runtime_apis! {
	impl sp_api::Core<Block> for Runtime {
		fn version() -> RuntimeVersion {
			VERSION
		}

		fn execute_block(block: <Block as BlockT>::LazyBlock) {
			Executive::execute_block(block);
		}

		fn initialize_block(
			header: &<Block as BlockT>::Header,
		) -> sp_runtime::ExtrinsicInclusionMode {
			Executive::initialize_block(header)
		}
	}

	impl sp_api::Metadata<Block> for Runtime {
		fn metadata() -> OpaqueMetadata {
			OpaqueMetadata::new(Runtime::metadata().into())
		}

		fn metadata_at_version(version: u32) -> Option<OpaqueMetadata> {
			Runtime::metadata_at_version(version)
		}

		fn metadata_versions() -> Vec<u32> {
			Runtime::metadata_versions()
		}
	}

	impl frame_support::view_functions::runtime_api::RuntimeViewFunction<Block> for Runtime {
		fn execute_view_function(
			id: ViewFunctionId,
			input: Vec<u8>,
		) -> Result<Vec<u8>, ViewFunctionDispatchError> {
			Runtime::execute_view_function(id, input)
		}
	}

	impl sp_block_builder::BlockBuilder<Block> for Runtime {
		fn apply_extrinsic(extrinsic: <Block as BlockT>::Extrinsic) -> ApplyExtrinsicResult {
			Executive::apply_extrinsic(extrinsic)
		}

		fn finalize_block() -> <Block as BlockT>::Header {
			Executive::finalize_block()
		}

		fn inherent_extrinsics(
			inherent: sp_inherents::InherentData,
		) -> Vec<<Block as BlockT>::Extrinsic> {
			inherent.create_extrinsics()
		}

		fn check_inherents(
			block: <Block as BlockT>::LazyBlock,
			inherent: sp_inherents::InherentData,
		) -> sp_inherents::CheckInherentsResult {
			inherent.check_extrinsics(&block)
		}
	}

	impl sp_transaction_pool::runtime_api::TaggedTransactionQueue<Block> for Runtime {
		fn validate_transaction(
			source: TransactionSource,
			transaction: <Block as BlockT>::Extrinsic,
			block_hash: <Block as BlockT>::Hash,
		) -> TransactionValidity {
			Executive::validate_transaction(source, transaction, block_hash)
		}
	}

	impl sp_offchain::OffchainWorkerApi<Block> for Runtime {
		fn offchain_worker(header: &<Block as BlockT>::Header) {
			Executive::offchain_worker(header)
		}
	}

	impl sp_consensus_aura::AuraApi<Block, AuraId> for Runtime {
		fn slot_duration() -> sp_consensus_aura::SlotDuration {
			sp_consensus_aura::SlotDuration::from_millis(SLOT_MILLIS)
		}

		fn authorities() -> Vec<AuraId> {
			pallet_aura::Authorities::<Runtime>::get().into_inner()
		}
	}

	impl sp_session::SessionKeys<Block> for Runtime {
		fn generate_session_keys(
			owner: Vec<u8>,
			seed: Option<Vec<u8>>,
		) -> OpaqueGeneratedSessionKeys {
			SessionKeys::generate(&owner, seed).into()
		}

		fn decode_session_keys(encoded: Vec<u8>) -> Option<Vec<(Vec<u8>, KeyTypeId)>> {
			SessionKeys::decode_into_raw_public_keys(&encoded)
		}
	}

	impl sp_consensus_grandpa::GrandpaApi<Block> for Runtime {
		fn grandpa_authorities() -> sp_consensus_grandpa::AuthorityList {
			Grandpa::grandpa_authorities()
		}

		fn current_set_id() -> sp_consensus_grandpa::SetId {
			pallet_grandpa::CurrentSetId::<Runtime>::get()
		}

		fn submit_report_equivocation_unsigned_extrinsic(
			equivocation_proof: sp_consensus_grandpa::EquivocationProof<
				<Block as BlockT>::Hash,
				NumberFor<Block>,
			>,
			key_owner_proof: sp_consensus_grandpa::OpaqueKeyOwnershipProof,
		) -> Option<()> {
			Grandpa::submit_unsigned_equivocation_report(
				equivocation_proof,
				key_owner_proof.decode()?,
			)
		}

		fn generate_key_ownership_proof(
			_set_id: sp_consensus_grandpa::SetId,
			authority_id: GrandpaId,
		) -> Option<sp_consensus_grandpa::OpaqueKeyOwnershipProof> {
			use frame_support::traits::KeyOwnerProofSystem;

			Historical::prove((sp_consensus_grandpa::KEY_TYPE, authority_id))
				.map(|proof| proof.encode())
				.map(sp_consensus_grandpa::OpaqueKeyOwnershipProof::new)
		}
	}

	impl frame_system_rpc_runtime_api::AccountNonceApi<Block, AccountId, Nonce> for Runtime {
		fn account_nonce(account: AccountId) -> Nonce {
			System::account_nonce(account)
		}
	}

	impl sp_genesis_builder::GenesisBuilder<Block> for Runtime {
		fn build_state(config: Vec<u8>) -> sp_genesis_builder::Result {
			build_state::<RuntimeGenesisConfig>(config)
		}

		fn get_preset(id: &Option<sp_genesis_builder::PresetId>) -> Option<Vec<u8>> {
			get_preset::<RuntimeGenesisConfig>(id, genesis_presets::get_preset)
		}

		fn preset_names() -> Vec<sp_genesis_builder::PresetId> {
			genesis_presets::preset_names()
		}
	}

	impl polity_primitives::api::AuthorityApi<Block> for Runtime {
		fn authorities() -> Vec<AuthorityStatus> {
			Ministries::authority_statuses()
		}

		fn attendance() -> Vec<NodeAttendance> {
			Ministries::attendance()
		}
	}

	impl polity_primitives::api::OperationsApi<Block> for Runtime {
		fn register_sizes() -> Vec<RegisterSize> {
			operations::register_sizes()
		}

		fn allowance_use() -> AllowanceUse {
			operations::allowance_use()
		}
	}

	impl polity_primitives::api::AllowanceApi<Block, AccountId> for Runtime {
		fn allowance(account: AccountId) -> Option<AllowanceStatus> {
			Allowances::allowance(account)
		}
	}

	impl polity_primitives::api::StandingApi<Block> for Runtime {
		fn may(
			register: Register,
			party: Party,
			act: ActKind,
			capacity: Capacity,
		) -> Result<(), StandingError> {
			use polity_primitives::traits::Standing;

			PartyStanding::may(register, &party, act, capacity)
		}
	}

	impl pallet_business_registry::api::BusinessRegistryApi<Block> for Runtime {
		fn company(number: CompanyNumber) -> Option<Versioned<Company>> {
			BusinessRegistry::company(number)
		}

		fn companies(after: Option<CompanyNumber>, limit: u32) -> Vec<Company> {
			BusinessRegistry::companies(after, limit)
		}

		fn companies_by_name(name: CompanyName) -> Vec<Versioned<Company>> {
			BusinessRegistry::companies_by_name(name)
		}

		fn company_by_source(register: SourceRegister, number: SourceNumber) -> Option<Versioned<Company>> {
			BusinessRegistry::company_by_source(register, number)
		}

		fn name_availability(name: CompanyName) -> NameAvailability {
			BusinessRegistry::name_availability(name)
		}

		fn status_at(number: CompanyNumber, at: Instant) -> Option<Status> {
			BusinessRegistry::status_at(number, at)
		}

		fn reservation(id: ReservationId) -> Option<Versioned<Reservation>> {
			BusinessRegistry::reservation(id)
		}

		fn reservation_lapses_at(id: ReservationId) -> Option<Instant> {
			BusinessRegistry::reservation_lapses_at(id)
		}

		fn application(id: ApplicationId) -> Option<Versioned<Application>> {
			BusinessRegistry::application(id)
		}

		fn applications_of(founder: Tag, after: Option<ApplicationId>, limit: u32) -> Vec<ApplicationId> {
			BusinessRegistry::applications_of(founder, after, limit)
		}

		fn proposal(id: ProposalId) -> Option<Proposal> {
			BusinessRegistry::proposal(id)
		}

		fn euid(number: CompanyNumber) -> Option<Euid> {
			BusinessRegistry::euid(number)
		}

		fn registry_law() -> Versioned<RegistryLaw> {
			BusinessRegistry::registry_law()
		}

		fn law_proposal(id: ProposalId) -> Option<LawProposal> {
			BusinessRegistry::law_proposal(id)
		}

		fn campaign(id: CampaignId) -> Option<Versioned<Campaign>> {
			BusinessRegistry::campaign(id)
		}

		fn campaign_row(id: CampaignId, row: u32) -> Option<RowOutcome> {
			BusinessRegistry::campaign_row(id, row)
		}

		fn work_list(district: District, state: WorkState, after: Option<u64>, limit: u32) -> Vec<u64> {
			BusinessRegistry::work_list(district, state, after, limit)
		}

		fn company_history(number: CompanyNumber, from: u32, limit: u32) -> Vec<Entry<CompanyNumber, CompanyChange>> {
			BusinessRegistry::company_history(number, from, limit)
		}

		fn application_history(id: ApplicationId, from: u32, limit: u32) -> Vec<Entry<ApplicationId, ApplicationChange>> {
			BusinessRegistry::application_history(id, from, limit)
		}

		fn reservation_history(id: ReservationId, from: u32, limit: u32) -> Vec<Entry<ReservationId, ReservationChange>> {
			BusinessRegistry::reservation_history(id, from, limit)
		}

		fn campaign_history(id: CampaignId, from: u32, limit: u32) -> Vec<Entry<CampaignId, CampaignChange>> {
			BusinessRegistry::campaign_history(id, from, limit)
		}
	}

	impl pallet_land_cadastre::api::LandCadastreApi<Block> for Runtime {
		fn cadastre_law() -> Option<cadastre::Versioned<cadastre::CadastreLaw>> {
			LandCadastre::cadastre_law()
		}

		fn parcel(number: ParcelNumber) -> Option<cadastre::Versioned<cadastre::Parcel>> {
			LandCadastre::parcel(number)
		}

		fn parcel_by_reference(
			reference: cadastre::ParcelReference,
		) -> Option<cadastre::Versioned<cadastre::Parcel>> {
			LandCadastre::parcel_by_reference(reference)
		}

		fn parcel_state(number: ParcelNumber) -> Option<ParcelState> {
			LandCadastre::parcel_state(number)
		}

		fn geometry(number: ParcelNumber) -> Option<Polygon> {
			LandCadastre::geometry(number)
		}

		fn former_geometry(number: ParcelNumber, geometry: Hash) -> Option<Polygon> {
			LandCadastre::former_geometry(number, geometry)
		}

		fn parcels_in(
			bounds: BoundingBox,
			level: cadastre::Level,
			after: Option<ParcelNumber>,
			limit: u32,
		) -> Result<Vec<cadastre::Parcel>, cadastre::SurveyError> {
			LandCadastre::parcels_in(bounds, level, after, limit)
		}

		fn survey(
			outline: Outline,
			level: cadastre::Level,
		) -> Result<cadastre::Survey, cadastre::SurveyError> {
			LandCadastre::survey(outline, level)
		}

		fn survey_work(
			change: cadastre::SurveyChange,
		) -> Result<cadastre::WorkBound, DispatchError> {
			LandCadastre::survey_work(change)
		}

		fn survey_matter(id: ProposalId) -> Option<Hash> {
			LandCadastre::survey_matter(id)
		}

		fn entering_parcels() -> Vec<cadastre::EnteringParcel> {
			LandCadastre::entering_parcels()
		}

		fn proposal(id: ProposalId) -> Option<cadastre::Proposal> {
			LandCadastre::proposal(id)
		}

		fn campaign(id: CampaignId) -> Option<cadastre::Versioned<cadastre::Campaign>> {
			LandCadastre::campaign(id)
		}

		fn campaign_row(id: CampaignId, row: u32) -> Option<cadastre::RowOutcome> {
			LandCadastre::campaign_row(id, row)
		}

		fn work_list(
			district: District,
			state: cadastre::WorkState,
			after: Option<u64>,
			limit: u32,
		) -> Vec<u64> {
			LandCadastre::work_list(district, state, after, limit)
		}

		fn parcel_history(
			number: ParcelNumber,
			from: u32,
			limit: u32,
		) -> Vec<Entry<ParcelNumber, cadastre::ParcelChange>> {
			LandCadastre::parcel_history(number, from, limit)
		}

		fn campaign_history(
			id: CampaignId,
			from: u32,
			limit: u32,
		) -> Vec<Entry<CampaignId, cadastre::CampaignChange>> {
			LandCadastre::campaign_history(id, from, limit)
		}
	}

	impl pallet_land_register::api::LandRegisterApi<Block> for Runtime {
		fn title(unit: UnitNumber) -> Option<land::Versioned<land::LandTitle>> {
			LandRegister::title(unit)
		}

		fn unit(number: UnitNumber) -> Option<land::Unit> {
			LandRegister::unit(number)
		}

		fn unit_of_parcel(parcel: ParcelNumber) -> Option<UnitNumber> {
			LandRegister::unit_of_parcel(parcel)
		}

		fn encumbrances(unit: UnitNumber) -> Vec<land::Encumbrance> {
			LandRegister::encumbrances(unit)
		}

		fn history(unit: UnitNumber, from: u32, limit: u32) -> Vec<land::TitleEntry> {
			LandRegister::history(unit, from, limit)
		}

		fn effective_rights_at(unit: UnitNumber, day: CalendarDate) -> Option<land::LandTitle> {
			LandRegister::effective_rights_at(unit, day)
		}

		fn titles_of(party: Party, after: Option<UnitNumber>, limit: u32) -> Vec<UnitNumber> {
			LandRegister::titles_of(party, after, limit)
		}

		fn group(id: GroupId) -> Option<land::Members> {
			LandRegister::group(id)
		}

		fn conveyance(id: ConveyanceId) -> Option<land::Versioned<land::Conveyance>> {
			LandRegister::conveyance(id)
		}

		fn matter(id: ConveyanceId) -> Option<Hash> {
			LandRegister::matter(id)
		}

		fn pending(unit: UnitNumber) -> Vec<ConveyanceId> {
			LandRegister::pending(unit)
		}

		fn registration(id: ApplicationId) -> Option<land::Versioned<land::Registration>> {
			LandRegister::registration(id)
		}

		fn law() -> land::Versioned<land::RegisterLaw> {
			LandRegister::law()
		}

		fn law_proposal(id: ProposalId) -> Option<land::LawProposal> {
			LandRegister::law_proposal(id)
		}

		fn conveyance_history(id: ConveyanceId, from: u32, limit: u32) -> Vec<land::ConveyanceEntry> {
			LandRegister::conveyance_history(id, from, limit)
		}

		fn registration_history(id: ApplicationId, from: u32, limit: u32) -> Vec<land::RegistrationEntry> {
			LandRegister::registration_history(id, from, limit)
		}

		fn work_list(district: District, state: land::WorkState, after: Option<u64>, limit: u32) -> Vec<u64> {
			LandRegister::work_list(district, state, after, limit)
		}
	}

	impl pallet_share_ledger::api::ShareLedgerApi<Block> for Runtime {
		fn classes(company: CompanyNumber) -> (Vec<(ShareClassId, shares::RegisteredClass)>, Head) {
			ShareLedger::classes(company)
		}

		fn holding_of(company: CompanyNumber, class: ShareClassId, holder: Party) -> Option<shares::RegisteredHolding> {
			ShareLedger::holding_of(company, class, holder)
		}

		fn holders(company: CompanyNumber, class: ShareClassId) -> Vec<(Party, shares::RegisteredHolding)> {
			ShareLedger::holders(company, class)
		}

		fn holdings_of(holder: Party) -> Vec<(CompanyNumber, ShareClassId)> {
			ShareLedger::holdings_of(holder)
		}

		fn pledge(id: PledgeId) -> Option<shares::SharePledge> {
			ShareLedger::pledge(id)
		}

		fn pledges_to(pledgee: Party) -> Vec<PledgeId> {
			ShareLedger::pledges_to(pledgee)
		}

		fn record_date(company: CompanyNumber, class: ShareClassId, on: CalendarDate) -> Option<shares::RecordDateSnapshot> {
			ShareLedger::record_date(company, class, on)
		}

		fn proposal(id: ProposalId) -> Option<shares::Proposal> {
			ShareLedger::proposal(id)
		}

		fn consenters_of(id: ProposalId) -> Option<shares::Consenters> {
			ShareLedger::consenters_of(id)
		}

		fn matter(id: ProposalId) -> Option<Hash> {
			ShareLedger::matter(id)
		}

		fn law() -> shares::Law {
			ShareLedger::law()
		}

		fn history(company: CompanyNumber, from: u32, limit: u32) -> Vec<shares::LedgerEntry> {
			ShareLedger::history(company, from, limit)
		}
	}

	impl pallet_company_filings::api::CompanyFilingsApi<Block> for Runtime {
		fn filing_laws(district: District) -> Vec<filings::FilingLaw> {
			CompanyFilings::filing_laws(district)
		}

		fn proposal(id: ProposalId) -> Option<filings::Proposal> {
			CompanyFilings::proposal(id)
		}

		fn filing(id: FilingId) -> Option<filings::Versioned<filings::Filing>> {
			CompanyFilings::filing(id)
		}

		fn filings_of(company: CompanyNumber, after: Option<FilingId>, limit: u32) -> Vec<FilingId> {
			CompanyFilings::filings_of(company, after, limit)
		}

		fn obligations(company: CompanyNumber) -> Vec<filings::Obligation> {
			CompanyFilings::obligations(company)
		}

		fn is_overdue_at(company: CompanyNumber, at: Instant) -> bool {
			CompanyFilings::is_overdue_at(company, at)
		}

		fn ownership_currency(company: CompanyNumber) -> Option<filings::OwnershipCurrency> {
			CompanyFilings::ownership_currency(company)
		}

		fn ownership(company: CompanyNumber) -> Option<filings::Versioned<filings::OwnershipRecord>> {
			CompanyFilings::ownership(company)
		}

		fn statement(id: filings::StatementId) -> Option<filings::AcceptedStatement> {
			CompanyFilings::statement(id)
		}

		fn work_list(district: District, state: filings::WorkState, after: Option<u64>, limit: u32) -> Vec<u64> {
			CompanyFilings::work_list(district, state, after, limit)
		}

		fn filing_history(id: FilingId, from: u32, limit: u32) -> Vec<Entry<FilingId, filings::FilingChange>> {
			CompanyFilings::filing_history(id, from, limit)
		}

		fn ownership_history(company: CompanyNumber, from: u32, limit: u32) -> Vec<Entry<CompanyNumber, filings::OwnershipChange>> {
			CompanyFilings::ownership_history(company, from, limit)
		}

		fn law_history(district: District, from: u32, limit: u32) -> Vec<Entry<District, filings::LawChange>> {
			CompanyFilings::law_history(district, from, limit)
		}
	}

	impl pallet_permits::api::PermitsApi<Block> for Runtime {
		fn permit_type(kind: permits::PermitTypeId) -> Option<permits::Versioned<permits::PermitType>> {
			Permits::permit_type(kind)
		}

		fn type_version(kind: permits::PermitTypeId, version: u32) -> Option<permits::TypeVersion> {
			Permits::type_version(kind, version)
		}

		fn places(kind: permits::PermitTypeId) -> Quota {
			Permits::places(kind)
		}

		fn permit(number: permits::PermitNumber) -> Option<permits::Versioned<permits::PermitRecord>> {
			Permits::permit(number)
		}

		fn effective_status(number: permits::PermitNumber, at: Instant) -> Option<EffectiveStatus> {
			Permits::effective_status(number, at)
		}

		fn published(number: permits::PermitNumber) -> Option<permits::Published> {
			Permits::published(number)
		}

		fn request(number: permits::PermitNumber) -> Option<permits::Request> {
			Permits::request(number)
		}

		fn permits_of(party: Party, after: Option<permits::PermitNumber>, limit: u32) -> Vec<permits::PermitNumber> {
			Permits::permits_of(party, after, limit)
		}

		fn permits_of_kind(kind: permits::PermitTypeId, after: Option<permits::PermitNumber>, limit: u32) -> Vec<permits::PermitNumber> {
			Permits::permits_of_kind(kind, after, limit)
		}

		fn personal(commitment: Commitment) -> Option<permits::Versioned<permits::PersonalPermit>> {
			Permits::personal(commitment)
		}

		fn personal_status(list: u32, purpose: StatusPurpose) -> Option<Vec<u8>> {
			Permits::personal_status(list, purpose)
		}

		fn proposal(id: ProposalId) -> Option<permits::Proposal> {
			Permits::proposal(id)
		}

		fn work_list(district: District, state: permits::WorkState, after: Option<u64>, limit: u32) -> Vec<u64> {
			Permits::work_list(district, state, after, limit)
		}

		fn type_history(kind: permits::PermitTypeId, from: u32, limit: u32) -> Vec<Entry<permits::PermitTypeId, permits::TypeChange>> {
			Permits::type_history(kind, from, limit)
		}

		fn permit_history(number: permits::PermitNumber, from: u32, limit: u32) -> Vec<Entry<permits::PermitNumber, permits::PermitEntry>> {
			Permits::permit_history(number, from, limit)
		}

		fn personal_history(commitment: Commitment, from: u32, limit: u32) -> Vec<Entry<Commitment, permits::PersonalEntry>> {
			Permits::personal_history(commitment, from, limit)
		}
	}

	impl pallet_permit_applications::api::PermitApplicationsApi<Block, AccountId> for Runtime {
		fn application(id: permit_applications::ApplicationId) -> Option<permit_applications::Versioned<permit_applications::PermitApplication<AccountId>>> {
			PermitApplications::application(id)
		}

		fn status_of(id: permit_applications::ApplicationId) -> Option<PublishedStatus> {
			PermitApplications::status_of(id)
		}

		fn deadline(id: permit_applications::ApplicationId) -> Option<Instant> {
			PermitApplications::deadline(id)
		}

		fn opinions(id: permit_applications::ApplicationId) -> Vec<permit_applications::OpinionState> {
			PermitApplications::opinions(id)
		}

		fn applications_of(applicant: PermitHolder, after: Option<permit_applications::ApplicationId>, limit: u32) -> Vec<permit_applications::ApplicationId> {
			PermitApplications::applications_of(applicant, after, limit)
		}

		fn live_application(key: permit_applications::LiveKey) -> Option<permit_applications::ApplicationId> {
			PermitApplications::live_application(key)
		}

		fn work_list(district: District, state: permit_applications::WorkState, after: Option<u64>, limit: u32) -> Vec<u64> {
			PermitApplications::work_list(district, state, after, limit)
		}

		fn figures(ministry: MinistryId, kind: PermitTypeId) -> permit_applications::ServiceReport {
			PermitApplications::figures(ministry, kind)
		}

		fn take_over(id: ProposalId) -> Option<permit_applications::TakeOverProposal> {
			PermitApplications::take_over(id)
		}

		fn history(id: permit_applications::ApplicationId, from: u32, limit: u32) -> Vec<Entry<permit_applications::ApplicationId, permit_applications::ApplicationChange<AccountId>>> {
			PermitApplications::history(id, from, limit)
		}
	}

	impl pallet_attestations::api::AttestationsApi<Block> for Runtime {
		fn schema(schema: SchemaId, version: u32) -> Option<attestations::SchemaVersion> {
			Attestations::schema(schema, version)
		}

		fn schema_of(hash: H256) -> Option<(SchemaId, u32)> {
			Attestations::schema_of(hash)
		}

		fn accreditation(id: AccreditationId) -> Option<attestations::Versioned<attestations::AccreditationRecord>> {
			Attestations::accreditation(id)
		}

		fn accreditations_of(holder: Party, after: Option<AccreditationId>, limit: u32) -> Vec<AccreditationId> {
			Attestations::accreditations_of(holder, after, limit)
		}

		fn allows(id: AccreditationId, claim: Claim, at: Instant) -> Result<(), ChainError> {
			Attestations::allows(id, claim, at)
		}

		fn issuer(id: attestations::IssuerId) -> Option<attestations::IssuerView> {
			Attestations::issuer(id)
		}

		fn issuer_of(holder: Party) -> Option<attestations::IssuerId> {
			Attestations::issuer_of(holder)
		}

		fn issuer_at(id: attestations::IssuerId, at: Instant) -> Option<Issuer> {
			Attestations::issuer_at(id, at)
		}

		fn is_controller(account: AccountId) -> bool {
			Attestations::is_controller(account)
		}

		fn recovery_approvals(id: attestations::IssuerId) -> attestations::Approvals {
			Attestations::recovery_approvals(id)
		}

		fn issuance_counts(id: attestations::IssuerId) -> attestations::IssuanceCounts {
			Attestations::issuance_counts(id)
		}

		fn attestations_of(id: attestations::IssuerId, after: Option<u64>, limit: u32) -> Vec<attestations::Listed> {
			Attestations::attestations_of(id, after, limit)
		}

		fn attestation(anchor: H256) -> Option<attestations::Versioned<attestations::AttestationRecord>> {
			Attestations::attestation(anchor)
		}

		fn status_at(commitment: Commitment, at: Instant) -> Result<AttestationStatus, attestations::StatusError> {
			Attestations::status_at(commitment, at)
		}

		fn batch_status(root: H256, position: u32, commitment: Commitment, index: u32, proof: Proof, at: Instant) -> Result<AttestationStatus, attestations::StatusError> {
			Attestations::batch_status(root, position, commitment, index, proof, at)
		}

		fn evidence(shown: attestations::Shown, at: Instant) -> attestations::Evidence {
			Attestations::evidence(shown, at)
		}

		fn status_list(id: attestations::StatusListId) -> Option<attestations::Versioned<attestations::StatusListRecord>> {
			Attestations::status_list(id)
		}

		fn status_bits(id: attestations::StatusListId, purpose: StatusPurpose) -> Option<Vec<u8>> {
			Attestations::status_bits(id, purpose)
		}

		fn credential_status(id: attestations::StatusListId, index: u32) -> attestations::Versioned<attestations::CredentialStatus> {
			Attestations::credential_status(id, index)
		}

		fn proposal(id: ProposalId) -> Option<attestations::Proposal> {
			Attestations::proposal(id)
		}

		fn work_list(district: District, after: Option<ProposalId>, limit: u32) -> Vec<ProposalId> {
			Attestations::work_list(district, after, limit)
		}

		fn history(id: attestations::RecordId, from: u32, limit: u32) -> Vec<Entry<attestations::RecordId, attestations::Recorded>> {
			Attestations::history(id, from, limit)
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	impl frame_benchmarking::Benchmark<Block> for Runtime {
		fn benchmark_metadata(extra: bool) -> (
			Vec<frame_benchmarking::BenchmarkList>,
			Vec<frame_support::traits::StorageInfo>,
		) {
			use frame_benchmarking::BenchmarkList;
			use frame_support::traits::StorageInfoTrait;
			use crate::*;

			let mut list = Vec::<BenchmarkList>::new();
			list_benchmarks!(list, extra);
			(list, AllPalletsWithSystem::storage_info())
		}

		#[allow(non_local_definitions)]
		fn dispatch_benchmark(
			config: frame_benchmarking::BenchmarkConfig,
		) -> Result<Vec<frame_benchmarking::BenchmarkBatch>, alloc::string::String> {
			use frame_benchmarking::BenchmarkBatch;
			use frame_support::traits::{TrackedStorageKey, WhitelistedStorageKeys};
			use crate::*;

			impl frame_system_benchmarking::Config for Runtime {
				fn setup_set_code_requirements(
					_code: &alloc::vec::Vec<u8>,
				) -> Result<(), frame_benchmarking::BenchmarkError> {
					Ok(())
				}

				fn verify_set_code() {}
			}

			let whitelist: Vec<TrackedStorageKey> =
				AllPalletsWithSystem::whitelisted_storage_keys();
			let mut batches = Vec::<BenchmarkBatch>::new();
			let params = (&config, &whitelist);
			add_benchmarks!(params, batches);
			Ok(batches)
		}
	}

	#[cfg(feature = "try-runtime")]
	impl frame_try_runtime::TryRuntime<Block> for Runtime {
		// Called by a tool and never by a chain: a check that fails has to stop the tool.
		#[allow(clippy::expect_used)]
		fn on_runtime_upgrade(
			checks: frame_try_runtime::UpgradeCheckSelect,
		) -> (frame_support::weights::Weight, frame_support::weights::Weight) {
			let weight =
				Executive::try_runtime_upgrade(checks).expect("the upgrade passes every check");
			(weight, crate::constants::MAXIMUM_BLOCK_WEIGHT)
		}

		#[allow(clippy::expect_used)]
		fn execute_block(
			block: <Block as BlockT>::LazyBlock,
			state_root_check: bool,
			signature_check: bool,
			select: frame_try_runtime::TryStateSelect,
		) -> frame_support::weights::Weight {
			Executive::try_execute_block(block, state_root_check, signature_check, select)
				.expect("the block passes every check")
		}
	}
}
