//! Every figure of consensus and of the node's defaults, each with its reason.

use std::time::Duration;

use polity_primitives::BlockNumber;

/// How long a GRANDPA vote is expected to need to reach the other authorities (`T`).
///
/// A round's votes wait `2T` and `4T`, so a block is final about `4T` after it was seen: with the
/// SDK's 333 ms more than a second, with 100 ms 0.4 s. `T` must not be below the one-way delay of a
/// gossiped message, or rounds end without agreement and start again. Authorities of one country
/// reach each other in well under 50 ms; 100 ms leaves room for a loaded machine. A network whose
/// links are slower than 50 ms one way wants 150 ms or more.
pub const GRANDPA_GOSSIP_DURATION: Duration = Duration::from_millis(100);

/// A justification is stored at least every so many blocks.
///
/// Light clients, warp sync and whoever checks an extract offline start from a justified block:
/// with 16 there is one at most 16 seconds old. The SDK's 512 would let them wait for eight
/// minutes. One justification of seven authorities is about a kilobyte.
pub const JUSTIFICATION_PERIOD: u32 = 16;

/// What an authority may vote for: the best block, without restriction.
///
/// The SDK's default rules hold votes two blocks behind the best one and at three quarters of what
/// is not yet final: they protect an open network against forks of strangers, and cost two whole
/// slots. Here every author is a known ministry and there is one author a slot, so the best block
/// is nearly always the block that becomes final; and where it is not, GRANDPA agrees on the common
/// ancestor.
pub type GrandpaVotingRule = ();

/// So many blocks may wait for finality before authors slow down.
///
/// Without finality (two of four authorities lost) every block keeps its state in memory, and the
/// transaction pool gives up on what has waited for 128 blocks. At 100, which is a hundred seconds
/// of one-second slots, authors begin to leave slots empty, so that the pool's limit comes later.
pub const BACKOFF_UNFINALIZED_SLACK: BlockNumber = 100;

/// Authors never wait longer than so many slots for the next block, however far finality is behind:
/// the chain stays alive, and a block that restores finality is not long in coming.
pub const BACKOFF_MAX_INTERVAL: BlockNumber = 10;

/// The waiting time grows by one slot for every so many blocks above the slack.
pub const BACKOFF_AUTHORING_BIAS: BlockNumber = 2;

/// The part of a slot in which an author may build its block.
///
/// The next author needs the rest to receive and import the block before it builds on it; a block
/// that comes later is built over and lost. The runtime's block weight is a quarter of a slot, so a
/// half leaves a factor of two for a loaded machine: there a block closes with fewer transactions
/// rather than too late.
pub const BLOCK_PROPOSAL_SLOT_PORTION: f32 = 0.5;

/// The same after empty slots, when the author is given more time.
///
/// A whole slot and no more. Some leniency is needed, or a block whose mandatory part (a migration)
/// is slower than half a slot could never be built. Without a limit the SDK grows it up to twenty
/// slots, and on an overloaded machine late blocks then make the next ones later.
pub const MAX_BLOCK_PROPOSAL_SLOT_PORTION: f32 = 1.0;

/// Transactions that the pool holds, unless `--pool-limit` says otherwise: several minutes of full
/// blocks, so that a burst waits instead of being refused. (Text, because it is a flag's default.)
pub const POOL_LIMIT: &str = "20000";

/// Kilobytes that the pool holds, unless `--pool-kbytes` says otherwise: 64 MiB, which is 3 KiB for
/// each of [`POOL_LIMIT`] transactions.
pub const POOL_KILOBYTES: &str = "65536";

/// Bytes of the cache of state, unless `--trie-cache-size` says otherwise: 256 MiB. The SDK's 1 GiB
/// is for a machine that runs one node; four authorities and a gateway on one machine would claim
/// five.
pub const TRIE_CACHE_BYTES: &str = "268435456";

/// Which RPC methods are served, unless `--rpc-methods` says otherwise. The SDK's `auto` serves the
/// unsafe ones (keys, peers, logs) to whatever runs on the same machine.
pub const RPC_METHODS: &str = "safe";

/// Connections that one RPC port takes at a time, unless `--rpc-max-connections` says otherwise. Each
/// may hold a request and answers in memory; the SDK's 100 is few for a gateway of a ministry, and
/// what is above is for several gateways.
pub const RPC_CONNECTIONS: &str = "200";

/// Calls in one batch, unless `--rpc-max-batch-request-len` says otherwise. The SDK has no
/// limit, and a node answers the whole batch in one message.
pub const RPC_BATCH_CALLS: &str = "20";

/// Megabytes of one request, unless `--rpc-max-request-size` says otherwise. The largest that anybody
/// needs is a new runtime, which is handed in as hexadecimal text in one transaction: 1.4 MB of code
/// are 2.9 MB of text, and with 8 the code may grow to nearly three times that. The SDK's is 15.
pub const RPC_REQUEST_MEGABYTES: &str = "8";

/// Subscriptions of one connection, unless `--rpc-max-subscriptions-per-connection` says otherwise. A
/// wallet has two or three, an indexer a dozen; the SDK's 1024 would let two hundred connections hold
/// two hundred thousand.
pub const RPC_SUBSCRIPTIONS: &str = "64";

/// Calls of one connection in a minute, unless `--rpc-rate-limit` says otherwise: a hundred a second,
/// which no page or wallet comes near. The SDK has no limit.
pub const RPC_CALLS_PER_MINUTE: &str = "6000";

/// Who is not held to [`RPC_CALLS_PER_MINUTE`], unless `--rpc-rate-limit-whitelisted-ips` says
/// otherwise: the machine itself, on which imports and indexers run that send hundreds of calls a
/// second. A gateway behind a proxy on the same machine wants `--rpc-rate-limit-trust-proxy-headers`,
/// or all its callers come from there.
pub const RPC_UNLIMITED_ADDRESSES: [&str; 2] = ["127.0.0.1/32", "::1/128"];

/// How long an authority with an empty database looks for a chain that its peers have before it takes
/// the network for a new one and votes. Peers on the list connect within a second or two; every new
/// network waits this long for its first finalized block.
pub const VOTE_GUARD_PATIENCE: Duration = Duration::from_secs(3);

/// How often a closed vote guard looks whether it can open.
pub const VOTE_GUARD_INTERVAL: Duration = Duration::from_secs(1);

/// How often a closed vote guard says so in the log.
pub const VOTE_GUARD_REMINDER: Duration = Duration::from_secs(60);

/// How often the node's own metrics are set.
pub const METRICS_INTERVAL: Duration = Duration::from_secs(1);
