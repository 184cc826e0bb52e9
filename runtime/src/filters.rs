//! Which calls can be made at all. What is refused here is refused from every origin and at every
//! depth of nesting.

use alloc::{collections::BTreeSet, vec};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::slice;
use frame_support::{
	traits::{CallMetadata, Contains, GetCallMetadata, InstanceFilter},
	MAX_EXTRINSIC_DEPTH,
};
use pallet_governance::CallName;
use pallet_tx_pause::RuntimeCallNameOf;
use scale_info::TypeInfo;

use crate::{Ministries, Runtime, RuntimeCall, TxPause};

/// The calls that exist for this chain.
///
/// Refused for good:
/// - of System everything but the upload of an upgrade that the council has authorised: `set_code`,
///   `set_storage`, `kill_*` and `authorize_upgrade*` are Root's, and `remark*` takes any bytes;
/// - `session.purge_keys`, which would go round the floor of authorities, and session keys that are
///   somebody's account;
/// - `grandpa.note_stalled`, which breaks light clients for good;
/// - of the council all that is not a motion: `set_members` and `execute` would go round it;
/// - of utility and multisig nothing but plain nesting: `as_derivative` and `dispatch_as*` act under
///   another name, and where there are no deposits none can be poked;
/// - of proxy all but plain delegation: `create_pure` makes accounts that no person stands behind.
pub struct CallsOfThisChain;

impl Contains<RuntimeCall> for CallsOfThisChain {
	fn contains(call: &RuntimeCall) -> bool {
		let has_separate_keys = match call {
			RuntimeCall::Session(pallet_session::Call::set_keys { keys, .. }) => {
				Ministries::session_keys_are_separate(keys)
			},
			_ => true,
		};
		is_of_this_chain(call) && has_separate_keys
	}
}

/// Whether the chain has a call at all, by its name alone: without a look at its arguments or at the
/// state.
fn is_of_this_chain(call: &RuntimeCall) -> bool {
	match call {
		RuntimeCall::System(call) => {
			matches!(call, frame_system::Call::apply_authorized_upgrade { .. })
		},
		RuntimeCall::Session(call) => matches!(call, pallet_session::Call::set_keys { .. }),
		RuntimeCall::Grandpa(call) => !matches!(call, pallet_grandpa::Call::note_stalled { .. }),
		RuntimeCall::Council(call) => matches!(
			call,
			pallet_collective::Call::propose { .. }
				| pallet_collective::Call::vote { .. }
				| pallet_collective::Call::close { .. }
		),
		RuntimeCall::Utility(call) => matches!(
			call,
			pallet_utility::Call::batch { .. }
				| pallet_utility::Call::batch_all { .. }
				| pallet_utility::Call::force_batch { .. }
		),
		RuntimeCall::Multisig(call) => !matches!(
			call,
			pallet_multisig::Call::as_multi_threshold_1 { .. }
				| pallet_multisig::Call::poke_deposit { .. }
		),
		RuntimeCall::Proxy(call) => matches!(
			call,
			pallet_proxy::Call::proxy { .. }
				| pallet_proxy::Call::add_proxy { .. }
				| pallet_proxy::Call::remove_proxy { .. }
				| pallet_proxy::Call::remove_proxies { .. }
		),
		RuntimeCall::TxPause(_) => false,
		RuntimeCall::Timestamp(_)
		| RuntimeCall::Identity(_)
		| RuntimeCall::Ministries(_)
		| RuntimeCall::Mandates(_)
		| RuntimeCall::Governance(_)
		| RuntimeCall::Preimage(_)
		| RuntimeCall::Scheduler(_)
		| RuntimeCall::BusinessRegistry(_)
		| RuntimeCall::CompanyOfficers(_)
		| RuntimeCall::LandCadastre(_)
		| RuntimeCall::LandRegister(_)
		| RuntimeCall::ShareLedger(_)
		| RuntimeCall::CompanyFilings(_)
		| RuntimeCall::Permits(_)
		| RuntimeCall::PermitApplications(_)
		| RuntimeCall::Attestations(_) => true,
	}
}

/// The calls that a call brings along, to be dispatched with it or because of it. Those of calls that
/// [`CallsOfThisChain`] refuses are left out: nobody gets as far.
fn carried(call: &RuntimeCall) -> &[RuntimeCall] {
	match call {
		RuntimeCall::Utility(
			pallet_utility::Call::batch { calls }
			| pallet_utility::Call::batch_all { calls }
			| pallet_utility::Call::force_batch { calls },
		) => calls,
		RuntimeCall::Multisig(pallet_multisig::Call::as_multi { call, .. })
		| RuntimeCall::Proxy(pallet_proxy::Call::proxy { call, .. })
		| RuntimeCall::Council(pallet_collective::Call::propose { proposal: call, .. })
		| RuntimeCall::Scheduler(
			pallet_scheduler::Call::schedule { call, .. }
			| pallet_scheduler::Call::schedule_named { call, .. }
			| pallet_scheduler::Call::schedule_after { call, .. }
			| pallet_scheduler::Call::schedule_named_after { call, .. },
		) => slice::from_ref(call.as_ref()),
		_ => &[],
	}
}

/// The calls that a signed transaction can bring to the pool: [`CallsOfThisChain`] that the council
/// has not paused, with all that they carry, at every depth.
///
/// The same filters act on each call when it is dispatched. But by then it stands in a block: a batch
/// of closed calls, or a motion for one, would have taken its bytes and its place for nothing. A motion
/// or a schedule for a call that is paused is refused too; the council ends the pause first, and what
/// ends it is never paused.
///
/// What is named by its hash alone (the approval of a joint account, a preimage) cannot be looked
/// into.
///
/// The walk keeps a place for each level that it is in, at most as many as the decoding of a
/// transaction admits, and does not call itself: neither the stack nor the memory grows with what
/// somebody sends. And it reads the state once for each kind of call, not for each call: what a
/// carried call weighs is not always charged (a joint account names it itself), so that a carried call
/// may cost the walk no more than its bytes cost to decode. That is why the keys of a carried
/// `set_keys` are looked at only when it is dispatched.
pub struct AdmittedCalls;

impl Contains<RuntimeCall> for AdmittedCalls {
	fn contains(call: &RuntimeCall) -> bool {
		if !CallsOfThisChain::contains(call) {
			return false;
		}
		let deepest = usize::try_from(MAX_EXTRINSIC_DEPTH).unwrap_or(usize::MAX);
		let mut not_paused = BTreeSet::new();
		let mut levels = vec![slice::from_ref(call).iter()];
		while let Some(level) = levels.last_mut() {
			let Some(call) = level.next() else {
				levels.pop();
				continue;
			};
			if !is_of_this_chain(call) {
				return false;
			}
			let CallMetadata { pallet_name, function_name } = call.get_call_metadata();
			if not_paused.insert((pallet_name, function_name)) && !TxPause::contains(call) {
				return false;
			}
			let carried = carried(call);
			if carried.is_empty() {
				continue;
			}
			if levels.len() >= deepest {
				return false;
			}
			levels.push(carried.iter());
		}
		true
	}
}

/// The calls that the council cannot pause: those that keep the chain alive and the council itself.
pub struct NeverPaused;

impl Contains<CallName> for NeverPaused {
	fn contains(name: &CallName) -> bool {
		let pallets: [&[u8]; 6] =
			[b"Timestamp", b"Grandpa", b"Council", b"Governance", b"Multisig", b"System"];
		pallets.contains(&name.pallet.as_slice())
	}
}

impl Contains<RuntimeCallNameOf<Runtime>> for NeverPaused {
	fn contains((pallet, call): &RuntimeCallNameOf<Runtime>) -> bool {
		<Self as Contains<CallName>>::contains(&CallName {
			pallet: pallet.clone(),
			call: call.clone(),
		})
	}
}

/// What one account may let another do in its place. No kind admits a legal act: who acts under a
/// mandate acts with the mandate's own key.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	Eq,
	PartialEq,
	Ord,
	PartialOrd,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum ProxyType {
	/// Everything that is not a legal act: session keys and reports of equivocation.
	#[default]
	#[codec(index = 0)]
	Operations,
	/// Session keys only.
	#[codec(index = 1)]
	SessionKeys,
}

impl InstanceFilter<RuntimeCall> for ProxyType {
	fn filter(&self, call: &RuntimeCall) -> bool {
		// The SDK's benchmarks delegate remarks.
		if cfg!(feature = "runtime-benchmarks") {
			return true;
		}
		match self {
			Self::Operations => matches!(call, RuntimeCall::Session(_) | RuntimeCall::Grandpa(_)),
			Self::SessionKeys => matches!(call, RuntimeCall::Session(_)),
		}
	}

	fn is_superset(&self, other: &Self) -> bool {
		self == &Self::Operations || self == other
	}
}
