//! Rehearses an upgrade: puts a new runtime under a state and has it make blocks on it, before anybody
//! votes for it or hands it in.

use codec::{Decode, DecodeAll, Encode};
use polity_primitives::{BlockNumber, Hash, Header};
use polity_runtime::Runtime;
use sc_executor::WasmExecutor;
use sp_core::{
	storage::well_known_keys::CODE,
	traits::{CallContext, CodeExecutor, Externalities, FetchRuntimeCode, RuntimeCode},
};
use sp_io::{hashing::blake2_256, SubstrateHostFunctions, TestExternalities};
use sp_runtime::{
	traits::{BlakeTwo256, Header as _},
	ApplyExtrinsicResult, Digest, DigestItem, ExtrinsicInclusionMode, OpaqueExtrinsic,
};
use sp_storage::Storage;
use sp_version::RuntimeVersion;
use std::{borrow::Cow, collections::BTreeMap, fmt};

/// The keys and values of a state.
pub type State = BTreeMap<Vec<u8>, Vec<u8>>;

/// How many blocks the new runtime makes: the one that migrates, and some that find what it left.
pub const BLOCKS: u32 = 3;

/// What a rehearsal has shown.
#[derive(Debug)]
pub struct Rehearsed {
	/// The state after the blocks.
	pub state: State,
	/// The version that the state had.
	pub from: u32,
	/// The version of the new runtime.
	pub to: u32,
}

/// Why a runtime must not be handed in.
#[derive(Debug, PartialEq)]
pub enum Fault {
	/// The bytes are no runtime, or it has not what every runtime has.
	NotARuntime(String),
	/// It is another chain's.
	OtherChain(String),
	/// Its version is not higher than that of the state.
	NotNewer {
		/// The version of the state.
		from: u32,
		/// Its own.
		to: u32,
	},
	/// It makes no block on this state.
	NoBlock {
		/// Which of the blocks, from 1 on.
		block: u32,
		/// In what it fails, and how.
		reason: String,
	},
}

impl fmt::Display for Fault {
	fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::NotARuntime(reason) => write!(formatter, "the file is no runtime: {reason}"),
			Self::OtherChain(name) => write!(formatter, "the runtime is that of \"{name}\""),
			Self::NotNewer { from, to } => {
				write!(formatter, "its version is {to}, and the chain has {from} already")
			},
			Self::NoBlock { block, reason } => {
				write!(formatter, "it cannot make block {block} on this state: {reason}")
			},
		}
	}
}

/// A runtime that is called on a state that it changes.
struct Caller {
	code: Vec<u8>,
	hash: Vec<u8>,
	executor: WasmExecutor<SubstrateHostFunctions>,
	state: TestExternalities,
}

struct Code<'a>(&'a [u8]);

impl FetchRuntimeCode for Code<'_> {
	fn fetch_runtime_code(&self) -> Option<Cow<'_, [u8]>> {
		Some(Cow::Borrowed(self.0))
	}
}

impl Caller {
	fn new(mut top: State, code: Vec<u8>) -> Self {
		top.insert(CODE.to_vec(), code.clone());
		let storage = Storage { top, children_default: Default::default() };
		Self {
			hash: blake2_256(&code).to_vec(),
			code,
			executor: WasmExecutor::builder().build(),
			state: TestExternalities::new(storage),
		}
	}

	/// Calls a function of the runtime; what it writes stays.
	fn call<Answer: Decode>(&mut self, function: &str, arguments: &[u8]) -> Result<Answer, String> {
		let code = Code(&self.code);
		let runtime =
			RuntimeCode { code_fetcher: &code, heap_pages: None, hash: self.hash.clone() };
		let mut externalities = self.state.ext();
		let state: &mut dyn Externalities = &mut externalities;
		let (answer, _) = self.executor.call(
			state,
			&runtime,
			function,
			arguments,
			CallContext::Onchain { import: false },
		);
		let answer = answer.map_err(|error| format!("{function}: {error}"))?;
		Answer::decode_all(&mut answer.as_slice())
			.map_err(|error| format!("{function}: its answer cannot be read ({error})"))
	}

	/// Makes one block with nothing but what every block has.
	fn make_block(&mut self, parent: Hash, number: BlockNumber) -> Result<Hash, String> {
		let slot = self.next_slot()?;
		let slot_millis: u64 = self.call("AuraApi_slot_duration", &[])?;
		let digest = Digest { logs: vec![DigestItem::PreRuntime(*b"aura", slot.encode())] };
		let header = Header::new(number, Default::default(), Default::default(), parent, digest);
		let _: ExtrinsicInclusionMode = self.call("Core_initialize_block", &header.encode())?;
		let mut inherents = sp_inherents::InherentData::new();
		let time = slot.saturating_mul(slot_millis);
		inherents
			.put_data(sp_timestamp::INHERENT_IDENTIFIER, &time)
			.and_then(|()| {
				inherents.put_data(sp_consensus_aura::inherents::INHERENT_IDENTIFIER, &slot)
			})
			.map_err(|error| error.to_string())?;
		let extrinsics: Vec<OpaqueExtrinsic> =
			self.call("BlockBuilder_inherent_extrinsics", &inherents.encode())?;
		for extrinsic in extrinsics {
			let applied: ApplyExtrinsicResult =
				self.call("BlockBuilder_apply_extrinsic", &extrinsic.encode())?;
			if !matches!(applied, Ok(Ok(()))) {
				return Err(format!("what every block holds is refused: {applied:?}"));
			}
		}
		let header: Header = self.call("BlockBuilder_finalize_block", &[])?;
		Ok(header.hash())
	}

	/// The next slot whose author may make a block.
	fn next_slot(&mut self) -> Result<u64, String> {
		self.state.execute_with(|| {
			let current = *pallet_aura::CurrentSlot::<Runtime>::get();
			let authors = pallet_session::Validators::<Runtime>::decode_len().unwrap_or_default();
			let disabled = pallet_session::Pallet::<Runtime>::disabled_validators();
			let authors = u64::try_from(authors).unwrap_or(u64::MAX);
			(current.saturating_add(1)..=current.saturating_add(authors))
				.find(|slot| {
					let index = u32::try_from(slot % authors).unwrap_or(u32::MAX);
					!disabled.contains(&index)
				})
				.ok_or_else(|| "the state has no authority that may make a block".to_owned())
		})
	}

	/// What there is in the end.
	fn into_state(mut self) -> Result<State, String> {
		self.state.commit_all()?;
		let mut state = State::new();
		let mut key = Vec::new();
		let mut externalities = self.state.ext();
		while let Some(next) = externalities.next_storage_key(&key) {
			state.extend(externalities.storage(&next).map(|value| (next.clone(), value)));
			key = next;
		}
		Ok(state)
	}
}

fn version_of(caller: &mut Caller) -> Result<RuntimeVersion, Fault> {
	caller.call("Core_version", &[]).map_err(Fault::NotARuntime)
}

/// Has a new runtime make [`BLOCKS`] blocks on the state of a block, the first of which migrates.
///
/// # Errors
/// [`Fault`], for each of which the runtime must not be handed in.
pub fn rehearse(
	state: State,
	code: Vec<u8>,
	mut parent: Hash,
	number: BlockNumber,
) -> Result<Rehearsed, Fault> {
	let mut caller = Caller::new(state, code);
	let version = version_of(&mut caller)?;
	let own = polity_runtime::VERSION.spec_name;
	if version.spec_name != own {
		return Err(Fault::OtherChain(version.spec_name.into_owned()));
	}
	let from = caller.state.execute_with(|| {
		frame_system::LastRuntimeUpgrade::<Runtime>::get()
			.map_or(0, |upgrade| upgrade.spec_version.0)
	});
	let to = version.spec_version;
	if to <= from {
		return Err(Fault::NotNewer { from, to });
	}
	for block in 1..=BLOCKS {
		parent = caller
			.make_block(parent, number.saturating_add(block))
			.map_err(|reason| Fault::NoBlock { block, reason })?;
	}
	let state = caller.into_state().map_err(|reason| Fault::NoBlock { block: BLOCKS, reason })?;
	Ok(Rehearsed { state, from, to })
}

/// The hash that a runtime is voted for by: BLAKE2b-256 of its bytes.
pub fn code_hash(code: &[u8]) -> Hash {
	<BlakeTwo256 as sp_runtime::traits::Hash>::hash(code)
}
