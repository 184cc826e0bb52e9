//! A chain of the `local` preset, and signed transactions for it.

use codec::{Decode, Encode};
use frame_support::storage::with_transaction;
use polity_primitives::{
	refusal::Refusal,
	time::{CalendarDate, MILLIS_PER_DAY},
	AccountId, Act, Commitment, DocumentCommitment, HashAlgorithm, LegalBasis, RequestId,
	RuleVersion,
};
use polity_runtime::{
	constants::SLOT_MILLIS,
	genesis_presets::{self, well_known::WellKnown},
	Executive, Runtime, RuntimeCall, RuntimeEvent, RuntimeGenesisConfig, SignedPayload, System,
	TxExtension, UncheckedExtrinsic, VERSION,
};
use sp_core::{
	crypto::DEV_PHRASE,
	sr25519,
	traits::{Externalities, ReadRuntimeVersion, ReadRuntimeVersionExt},
	Pair,
};
use sp_io::TestExternalities;
use sp_runtime::{
	generic::{Digest, DigestItem, Era},
	traits::Header as _,
	transaction_validity::{
		InvalidTransaction, TransactionSource, TransactionValidity, TransactionValidityError,
	},
	ApplyExtrinsicResult, BuildStorage, DispatchError, MultiSignature, TransactionOutcome,
};
use sp_version::RuntimeVersion;
use std::sync::atomic::{AtomicU64, Ordering};

/// 1 June 2026, 00:00 UTC, in slots of a second: within the term of the preset's mandates.
pub const FIRST_SLOT: u64 = 1_780_272_000;

fn merge(base: &mut serde_json::Value, patch: serde_json::Value) {
	match (base, patch) {
		(serde_json::Value::Object(base), serde_json::Value::Object(patch)) => {
			for (key, value) in patch {
				merge(base.entry(key).or_insert(serde_json::Value::Null), value);
			}
		},
		(base, patch) => *base = patch,
	}
}

/// The genesis configuration of a preset.
pub fn configuration(patch: serde_json::Value) -> RuntimeGenesisConfig {
	let mut whole = serde_json::to_value(RuntimeGenesisConfig::default()).unwrap();
	merge(&mut whole, patch);
	serde_json::from_value(whole).unwrap()
}

/// The state of a named preset, before the first block.
pub fn genesis(preset: &str) -> TestExternalities {
	let patch = genesis_presets::get_preset(&preset.into()).unwrap();
	let patch = serde_json::from_slice(&patch).unwrap();
	let mut externalities = TestExternalities::new(configuration(patch).build_storage().unwrap());
	externalities.register_extension(ReadRuntimeVersionExt::new(VersionInFront));
	externalities
}

/// What the tests take for the code of a runtime begins with its version. A node asks its executor,
/// which finds the version in the WebAssembly; natively there is none.
struct VersionInFront;

impl ReadRuntimeVersion for VersionInFront {
	fn read_runtime_version(
		&self,
		code: &[u8],
		_: &mut dyn Externalities,
	) -> Result<Vec<u8>, String> {
		RuntimeVersion::decode(&mut &code[..])
			.map(|version| version.encode())
			.map_err(|error| error.to_string())
	}
}

/// Runs a test in the first block of the `local` preset, and `try_state` after it.
pub fn local(test: impl FnOnce()) {
	let mut externalities = genesis("local");
	externalities.execute_with(|| {
		begin_block(1);
		test();
	});
	externalities.execute_with(try_state);
}

/// Checks the invariants of every pallet of ours.
pub fn try_state() {
	pallet_identity::try_state::do_try_state::<Runtime>().unwrap();
	pallet_ministries::try_state::do_try_state::<Runtime>().unwrap();
	pallet_mandates::try_state::do_try_state::<Runtime>().unwrap();
	pallet_allowances::try_state::do_try_state::<Runtime>().unwrap();
	pallet_governance::try_state::do_try_state::<Runtime>().unwrap();
	pallet_business_registry::try_state::do_try_state::<Runtime>().unwrap();
	pallet_company_officers::try_state::do_try_state::<Runtime>().unwrap();
	pallet_land_cadastre::try_state::do_try_state::<Runtime>().unwrap();
	pallet_land_register::try_state::do_try_state::<Runtime>().unwrap();
	pallet_share_ledger::try_state::do_try_state::<Runtime>().unwrap();
	pallet_company_filings::try_state::do_try_state::<Runtime>().unwrap();
	pallet_permits::try_state::do_try_state::<Runtime>().unwrap();
	pallet_permit_applications::try_state::do_try_state::<Runtime>().unwrap();
	pallet_attestations::try_state::do_try_state::<Runtime>().unwrap();
}

/// Begins block `number`, with its timestamp.
pub fn begin_block(number: u32) {
	begin_block_at(number, FIRST_SLOT + u64::from(number));
}

/// Begins block `number` in a slot.
pub fn begin_block_at(number: u32, slot: u64) {
	let digest = Digest {
		logs: vec![DigestItem::PreRuntime(
			sp_consensus_aura::AURA_ENGINE_ID,
			sp_consensus_aura::Slot::from(slot).encode(),
		)],
	};
	let parent = System::parent_hash();
	let header = polity_primitives::Header::new(
		number,
		Default::default(),
		Default::default(),
		parent,
		digest,
	);
	Executive::initialize_block(&header);
	let now = RuntimeCall::Timestamp(pallet_timestamp::Call::set { now: slot * 1_000 });
	Executive::apply_extrinsic(UncheckedExtrinsic::new_bare(now)).unwrap().unwrap();
}

/// Ends the current block and begins the next one.
pub fn next_block() {
	let header = Executive::finalize_block();
	begin_block(header.number + 1);
}

/// Ends the current block and begins the next one so many milliseconds after 1970. Where that is long
/// after, the chain has stood still.
pub fn next_block_at(millis: u64) {
	let header = Executive::finalize_block();
	begin_block_at(header.number + 1, millis / SLOT_MILLIS);
}

/// The same as if there had been blocks in between: no clock has stood still.
pub fn pass_until(millis: u64) {
	next_block_at(millis);
	pallet_governance::Tolled::<Runtime>::kill();
}

/// The same so many days later.
pub fn pass_days(days: u64) {
	pass_until(now() + days * MILLIS_PER_DAY);
}

/// The time of the current block, in milliseconds.
pub fn now() -> u64 {
	pallet_timestamp::Now::<Runtime>::get()
}

/// The key pair of a well-known account.
pub fn pair(account: &WellKnown) -> sr25519::Pair {
	sr25519::Pair::from_string(&format!("{DEV_PHRASE}{}", account.path), None).unwrap()
}

/// A transaction that a pair signs with this nonce and era.
pub fn signed(pair: &sr25519::Pair, call: RuntimeCall, nonce: u32, era: Era) -> UncheckedExtrinsic {
	let extension: TxExtension = (
		frame_system::AuthorizeCall::new(),
		frame_system::CheckNonZeroSender::new(),
		frame_system::CheckSpecVersion::new(),
		frame_system::CheckTxVersion::new(),
		frame_system::CheckGenesis::new(),
		pallet_allowances::CheckMortality::from(era),
		pallet_allowances::CheckAllowance::new(),
		pallet_allowances::CheckNonce::from(nonce),
		frame_system::CheckWeight::new(),
		frame_metadata_hash_extension::CheckMetadataHash::new(false),
		frame_system::WeightReclaim::new(),
	);
	let genesis = System::block_hash(0);
	let implicit = (
		(),
		(),
		VERSION.spec_version,
		VERSION.transaction_version,
		genesis,
		genesis,
		(),
		(),
		(),
		None,
		(),
	);
	let payload = SignedPayload::from_raw(call.clone(), extension.clone(), implicit);
	let signature = payload.using_encoded(|bytes| pair.sign(bytes));
	UncheckedExtrinsic::new_signed(
		call,
		AccountId::from(pair.public()).into(),
		MultiSignature::Sr25519(signature),
		extension,
	)
}

/// A transaction of a well-known account, with its next nonce.
pub fn transaction(account: &WellKnown, call: impl Into<RuntimeCall>) -> UncheckedExtrinsic {
	let nonce = System::account_nonce(account.account());
	signed(&pair(account), call.into(), nonce, Era::mortal(64, 0))
}

/// Sends a call of a well-known account through the whole pipeline.
pub fn send(account: &WellKnown, call: impl Into<RuntimeCall>) -> ApplyExtrinsicResult {
	Executive::apply_extrinsic(transaction(account, call))
}

/// Does something and takes it back.
pub fn rolled_back<Answer>(what: impl FnOnce() -> Answer) -> Answer {
	with_transaction(|| TransactionOutcome::Rollback(Ok::<_, DispatchError>(what()))).unwrap()
}

/// What the pool of a node answers to a transaction that somebody hands in.
pub fn validate(transaction: UncheckedExtrinsic) -> TransactionValidity {
	validate_from(TransactionSource::External, transaction)
}

/// What the pool answers to a transaction from this source. The validation begins a block of its
/// own, which is taken back.
pub fn validate_from(
	source: TransactionSource,
	transaction: UncheckedExtrinsic,
) -> TransactionValidity {
	rolled_back(|| Executive::validate_transaction(source, transaction, System::parent_hash()))
}

/// The error by which the pool says a refusal.
pub fn refused(refusal: Refusal) -> TransactionValidityError {
	InvalidTransaction::Custom(refusal.code()).into()
}

static REQUESTS: AtomicU64 = AtomicU64::new(1);

/// An act on a version of a record, with a request id of its own.
pub fn act(legal_basis: u16, expected_version: u32) -> Act {
	// One document, which some statutes demand.
	let document = DocumentCommitment {
		algorithm: HashAlgorithm::Sha2_256,
		digest: Commitment::new([7; 32]).unwrap(),
	};
	let mut request = [0u8; 16];
	request[..8].copy_from_slice(&REQUESTS.fetch_add(1, Ordering::Relaxed).to_le_bytes());
	Act {
		legal_basis: LegalBasis(legal_basis),
		rule_version: RuleVersion::CURRENT,
		documents: vec![document].try_into().unwrap(),
		request: RequestId::new(request).unwrap(),
		expected_version,
		effective_from: CalendarDate::from_ymd(2026, 6, 1).unwrap(),
	}
}

/// The same, which takes effect today.
pub fn act_today(legal_basis: u16, expected_version: u32) -> Act {
	let days = i32::try_from(now() / MILLIS_PER_DAY).unwrap();
	let effective_from = CalendarDate::from_days_since_epoch(days).unwrap();
	Act { effective_from, ..act(legal_basis, expected_version) }
}

/// The events of the current block.
pub fn events() -> Vec<RuntimeEvent> {
	System::events().into_iter().map(|record| record.event).collect()
}
