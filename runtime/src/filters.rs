//! Which calls can be made at all. What is refused here is refused from every origin and at every
//! depth of nesting.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::traits::{Contains, InstanceFilter};
use pallet_governance::CallName;
use pallet_tx_pause::RuntimeCallNameOf;
use scale_info::TypeInfo;

use crate::{Ministries, Runtime, RuntimeCall};

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
///   another name;
/// - of proxy all but plain delegation: `create_pure` makes accounts that no person stands behind.
pub struct CallsOfThisChain;

impl Contains<RuntimeCall> for CallsOfThisChain {
	fn contains(call: &RuntimeCall) -> bool {
		match call {
			RuntimeCall::System(call) => {
				matches!(call, frame_system::Call::apply_authorized_upgrade { .. })
			},
			RuntimeCall::Session(pallet_session::Call::set_keys { keys, .. }) => {
				Ministries::session_keys_are_separate(keys)
			},
			RuntimeCall::Session(_) => false,
			RuntimeCall::Grandpa(call) => {
				!matches!(call, pallet_grandpa::Call::note_stalled { .. })
			},
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
			RuntimeCall::Multisig(call) => {
				!matches!(call, pallet_multisig::Call::as_multi_threshold_1 { .. })
			},
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
			| RuntimeCall::BusinessRegistry(_) => true,
		}
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
		match self {
			Self::Operations => matches!(call, RuntimeCall::Session(_) | RuntimeCall::Grandpa(_)),
			Self::SessionKeys => matches!(call, RuntimeCall::Session(_)),
		}
	}

	fn is_superset(&self, other: &Self) -> bool {
		self == &Self::Operations || self == other
	}
}
