//! Keeps an authority from voting twice.
//!
//! GRANDPA remembers in the database what the node has voted for. An authority whose folder comes
//! from a backup has forgotten its last votes, and so has one whose keys were restored from escrow
//! into an empty folder: in a round that it has voted in before, it would vote again, which is an
//! offence. So it follows the chain without voting until the network is past every vote that it can
//! have given: until a block that was made after its start has become final without it, and its own
//! voter is in a later round than that. Then the gate opens, and stays open in that folder.
//!
//! [`rules`] decides, [`marker`] knows the folder from a copy of it, [`keystore`] keeps the keys from
//! the voter. `docs/decisions/0016-vote-guard.md` says what this does not protect against. Authoring
//! is not guarded: slots are of the present.

pub mod keystore;
pub mod marker;
pub mod rules;

use std::{
	future::Future,
	path::Path,
	sync::{
		atomic::{AtomicBool, Ordering},
		Arc,
	},
	time::Instant,
};

use futures::{future::BoxFuture, StreamExt as _};
use polity_primitives::{opaque::Block, BlockNumber, Hash};
use sc_consensus_aura::find_pre_digest;
use sc_consensus_grandpa::{
	GrandpaJustification, GrandpaJustificationStream, SharedAuthoritySet, SharedVoterState,
};
use sp_blockchain::HeaderBackend as _;
use sp_consensus_aura::{sr25519::AuthoritySignature, Slot, SlotDuration};
use sp_keystore::KeystorePtr;
use sp_timestamp::Timestamp;
use substrate_prometheus_endpoint::{register, Gauge, PrometheusError, Registry, U64};
use tokio::sync::watch;

use self::{
	keystore::GuardedKeystore,
	marker::{Found, Marker},
	rules::{Round, Rules, Start, State, View},
};
use crate::{constants, exit::NodeError, service::FullClient};

/// What the guard's lines in the log stand under.
const LOG: &str = "vote-guard";

/// The metric that says whether this authority does not vote; 0 on a full node, which never does.
pub const CLOSED_METRIC: &str = "polity_vote_guard_closed";

/// From how many justifications that wait the SDK warns; each look takes all of them.
const JUSTIFICATIONS_WAITING: usize = 100_000;

/// Whether the voter has its keys. It opens once and is never shut again, because the voter relies on
/// its keys for as long as a round takes.
#[derive(Debug)]
pub struct Gate(AtomicBool);

impl Gate {
	/// A gate that is shut.
	pub fn shut() -> Self {
		Self(AtomicBool::new(false))
	}

	/// Opens it.
	pub fn open(&self) {
		self.0.store(true, Ordering::Release);
	}

	/// Whether it is open.
	pub fn is_open(&self) -> bool {
		self.0.load(Ordering::Acquire)
	}
}

/// What the guard looks at.
pub struct Watched {
	/// The client.
	pub client: Arc<FullClient>,
	/// The authorities and the number of their set.
	pub authority_set: SharedAuthoritySet<Hash, BlockNumber>,
	/// The voter's rounds.
	pub voter_state: SharedVoterState,
	/// What becomes final, with the round that did it.
	pub justifications: GrandpaJustificationStream<Block>,
	/// How many peers there are, and the best block that they have.
	pub peers: Box<dyn Fn() -> BoxFuture<'static, (usize, BlockNumber)> + Send + Sync>,
}

/// The guard of one authority.
pub struct VoteGuard {
	rules: Rules,
	marker: Marker,
	gate: Arc<Gate>,
	watched: Watched,
	started: Instant,
	started_in: Slot,
	reminded: Option<Instant>,
	decided: watch::Sender<bool>,
	closed: Option<Gauge<U64>>,
}

impl VoteGuard {
	/// The guard of an authority that keeps its chain in this folder. Where it may vote at once, the
	/// folder's marker is on the disk when this returns.
	///
	/// # Errors
	/// [`NodeError::Failure`] when the marker cannot be read or written.
	pub fn new(
		folder: &Path,
		watched: Watched,
		slot_duration: SlotDuration,
		at_once: bool,
		closed: Option<Gauge<U64>>,
	) -> Result<Self, NodeError> {
		let marker = Marker::in_folder(folder);
		let start = Start {
			found: marker.find()?,
			has_blocks: watched.client.info().best_number > 0,
			is_sole: watched.authority_set.current_authorities().len().get() <= 1,
			at_once,
		};
		let rules = Rules::at_start(start, constants::VOTE_GUARD_PATIENCE);
		let mut guard = Self {
			rules,
			marker,
			gate: Arc::new(Gate::shut()),
			watched,
			started: Instant::now(),
			started_in: Slot::from_timestamp(Timestamp::current(), slot_duration),
			reminded: None,
			decided: watch::channel(false).0,
			closed,
		};
		match guard.rules.state() {
			State::Open => {
				if start.at_once {
					log::warn!(target: LOG, "Votes at once, because --vote-at-once says so.");
				}
				if start.found != Found::Own {
					guard.marker.write()?;
				}
				guard.open();
			},
			State::Undecided | State::Closed(_) => {
				if let Some(closed) = &guard.closed {
					closed.set(1);
				}
				guard.remind();
			},
		}
		Ok(guard)
	}

	/// The node's keystore as the voter may see it.
	pub fn keystore(&self, inner: KeystorePtr) -> KeystorePtr {
		Arc::new(GuardedKeystore::new(inner, self.gate.clone()))
	}

	/// Done when the guard is open or known to be closed.
	///
	/// The voter must not start before: one that starts without a key does not send its commits to
	/// the network until the authorities change, and of a new network that would be all of them.
	pub fn decided(&self) -> impl Future<Output = ()> + Send + 'static {
		let mut decided = self.decided.subscribe();
		async move {
			// An error says that the guard is gone, which decides no less: the gate stays as it is.
			let _ = decided.wait_for(|decided| *decided).await;
		}
	}

	/// Watches the network until the guard is open.
	pub async fn watch(mut self) {
		let mut justifications =
			self.watched.justifications.subscribe(JUSTIFICATIONS_WAITING).fuse();
		let mut looks = tokio::time::interval(constants::VOTE_GUARD_INTERVAL);
		while !self.gate.is_open() {
			tokio::select! {
				biased;
				Some(justification) = justifications.next() => self.note(&justification),
				_ = looks.tick() => self.look().await,
			}
		}
	}

	/// Takes note of a block that has become final, if it was made after the start.
	fn note(&mut self, justification: &GrandpaJustification<Block>) {
		let (_, hash) = justification.target();
		let Ok(Some(header)) = self.watched.client.header(hash) else { return };
		let Ok(slot) = find_pre_digest::<Block, AuthoritySignature>(&header) else { return };
		if slot > self.started_in {
			self.rules.finalized_since_start(Round {
				set_id: self.watched.authority_set.set_id(),
				number: justification.justification.round,
			});
		}
	}

	async fn look(&mut self) {
		let (peers, best_seen) = (self.watched.peers)().await;
		let chain = self.watched.client.info();
		let view = View {
			elapsed: self.started.elapsed(),
			peers,
			best: chain.best_number,
			best_seen,
			finalized: chain.finalized_number,
			round: self.watched.voter_state.voter_state().map(|voter| Round {
				set_id: self.watched.authority_set.set_id(),
				number: voter.best_round.0,
			}),
		};
		let before = self.rules.state();
		let now = self.rules.look(&view);
		if now == State::Open {
			match self.marker.write() {
				Ok(()) => {
					log::info!(target: LOG, "Open: this node votes on finality from now on.");
					self.open();
				},
				Err(error) if self.is_time_to_remind() => log::error!(target: LOG, "{error}"),
				Err(_) => {},
			}
		} else if now != before || self.is_time_to_remind() {
			self.remind();
		}
	}

	fn open(&mut self) {
		self.gate.open();
		if let Some(closed) = &self.closed {
			closed.set(0);
		}
		self.decided.send_replace(true);
	}

	/// Whether it was not said for a while why the node does not vote; it is taken for said now.
	fn is_time_to_remind(&mut self) -> bool {
		let is_time = self
			.reminded
			.is_none_or(|reminded| reminded.elapsed() >= constants::VOTE_GUARD_REMINDER);
		if is_time {
			self.reminded = Some(Instant::now());
		}
		is_time
	}

	/// Says in the log why the node does not vote and what to do.
	fn remind(&mut self) {
		self.reminded = Some(Instant::now());
		match self.rules.state() {
			State::Open => {},
			State::Undecided => log::info!(
				target: LOG,
				"The database is empty: this node does not vote on finality before a peer has told \
				 it whether the network is new.",
			),
			State::Closed(cause) => {
				log::warn!(
					target: LOG,
					"Closed, because {cause}: this node follows the chain and does not vote on \
					 finality until the others have finalized a block that was made after its start. \
					 If they cannot do so without it, and the machine that held its keys before is \
					 proven dead, start it again with --vote-at-once.",
				);
				self.decided.send_replace(true);
			},
		}
	}
}

/// Registers [`CLOSED_METRIC`].
///
/// # Errors
/// When it is registered already.
pub fn closed_gauge(registry: &Registry) -> Result<Gauge<U64>, PrometheusError> {
	register(
		Gauge::new(
			CLOSED_METRIC,
			"1 while this authority does not vote on finality, because it may have forgotten votes",
		)?,
		registry,
	)
}
