'use strict';
// What the checks of these networks do on a chain, through client/, whose compiled entry point
// POLITY_CLIENT names (scripts/zombienet sets it). The tool's own @polkadot/api is an older one, which
// knows neither the chain's transaction extensions nor its runtime APIs.

const { randomBytes } = require('node:crypto');
const { createRequire } = require('node:module');
const { pathToFileURL } = require('node:url');

const client = process.env.POLITY_CLIENT;
const { Keyring } = createRequire(client)('@polkadot/keyring');
const { blake2AsHex, cryptoWaitReady } = createRequire(client)('@polkadot/util-crypto');

/** The ministries of the preset `local`, which have four seats of two keys. */
const FOUNDERS = ['Interior', 'Justice', 'Lands', 'Economy'];

/** More than a motion weighs, and more than a call of the council that carries one. */
const MOTION_WEIGHT = { refTime: 20_000_000_000, proofSize: 500_000 };
const CALL_WEIGHT = { refTime: 50_000_000_000, proofSize: 1_000_000 };

/** How often the chain is asked whether something is so. */
const ASK_MILLIS = 500;

/** Waits. */
const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

/** The pair of keys of a path of the development phrase, such as `//Interior//seat//1`. */
const pairOf = (path, type = 'sr25519') => new Keyring({ type }).createFromUri(path);

/** The two keys of a seat. */
const seatOf = (ministry) => [1, 2].map((place) => pairOf(`//${ministry}//seat//${place}`));

/** The endpoint of a node of the network. */
const endpointOf = (network, name) => network.nodesByName[name].wsUri;

/** Does something with a connection to a node and a submitter, and ends both. */
async function onNode(endpoint, act) {
  const library = await import(pathToFileURL(client).href);
  const api = await library.connect(endpoint, 60_000);
  const submitter = new library.Submitter(api);
  try {
    return await act({ api, library, submitter });
  } finally {
    submitter.close();
    await api.disconnect();
  }
}

/** Asks until the answer is not null, and gives it. The check's own time ends it. */
async function until(ask) {
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    await pause(ASK_MILLIS);
  }
}

/** The number of the last finalized block. */
const finalized = async ({ api, library }) => (await library.finalizedBlock(api)).number;

/** Waits until so many blocks more than now are finalized. */
async function finalizeMore(chain, blocks) {
  const goal = (await finalized(chain)) + blocks;
  return until(async () => ((await finalized(chain)) >= goal ? goal : null));
}

/** What the node with this endpoint says of itself and of the authorities. */
async function healthOf(endpoint) {
  const answer = await fetch(endpoint.replace(/^ws/, 'http'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: 1, jsonrpc: '2.0', method: 'polity_health', params: [] }),
  });
  const { result, error } = await answer.json();
  if (result === undefined) throw new Error(`polity_health: ${JSON.stringify(error)}`);
  return result;
}

/** The error of a dispatch that somebody else has made, by its name. */
function failIfRefused({ api }, what, result) {
  if (result.isOk) return;
  const error = result.asErr;
  throw new Error(`${what}: ${error.isModule ? api.registry.findMetaError(error.asModule).name : error.type}`);
}

/** Signs and submits a call, and fails where it is not done. */
async function make({ submitter }, signer, call) {
  const outcome = await submitter.submit(call, signer);
  if (outcome.kind !== 'finalized' || outcome.refusal !== null) {
    throw new Error(`${call.method.section}.${call.method.method}: ${JSON.stringify(outcome.refusal ?? outcome.kind)}`);
  }
  return outcome;
}

/** The fields of the one event of this name. */
function eventOf(outcome, name) {
  const found = outcome.events.find(({ event }) => event.method === name);
  if (found === undefined) throw new Error(`There is no event ${name}.`);
  return found.event.data;
}

/** Makes a call as a seat: one of its keys begins, the other ends it. */
async function jointly(chain, ministry, call) {
  const [first, second] = seatOf(ministry);
  const { multisig } = chain.api.tx;
  const begun = await make(
    chain,
    first,
    multisig.approveAsMulti(2, [second.address], null, call.method.hash, CALL_WEIGHT),
  );
  // Where the first approval stands in the chain is part of the second.
  const index = begun.events[0].phase.asApplyExtrinsic.toNumber();
  const timepoint = { height: begun.number, index };
  const ended = await make(chain, second, multisig.asMulti(2, [first.address], timepoint, call, CALL_WEIGHT));
  failIfRefused(chain, `${ministry} as a seat`, eventOf(ended, 'MultisigExecuted').result);
  return ended;
}

/** Passes a motion for an act of the council, with the votes of the four founders. */
async function pass(chain, act) {
  const { library } = chain;
  const { council, governance } = chain.api.tx;
  const members = (await chain.api.query.council.members()).length;
  const twoThirds = Math.ceil((2 * members) / 3);
  // Where a motion carries the commitment to its description, that is one which nobody opens here.
  const description = library.documentCommitment(randomBytes(64), randomBytes(32));
  const motion = governance.enact(act, ...governance.enact.meta.args.slice(1).map(() => description));
  const { encodedLength } = motion.method;
  const proposed = await jointly(chain, FOUNDERS[0], council.propose(twoThirds, motion, encodedLength));
  const { proposalHash, proposalIndex } = eventOf(proposed, 'Proposed');
  const voters = FOUNDERS.slice(0, twoThirds);
  await Promise.all(voters.map((seat) => jointly(chain, seat, council.vote(proposalHash, proposalIndex, true))));
  const closed = await jointly(
    chain,
    FOUNDERS[0],
    council.close(proposalHash, proposalIndex, MOTION_WEIGHT, encodedLength),
  );
  failIfRefused(chain, 'The motion', eventOf(closed, 'Executed').result);
  return closed;
}

/**
 * What the file of a check exports: a .zndsl names a step, with what it takes, and the step's node. It gives
 * 1 when it is done; where that never is, the time that the .zndsl allows it ends it.
 */
const check = (steps) => async (node, network, [step, ...rest]) => {
  await cryptoWaitReady();
  await steps[step](endpointOf(network, node), network, ...rest);
  return 1;
};

module.exports = {
  ...{ blake2AsHex, check, endpointOf, eventOf, finalized, finalizeMore, healthOf },
  ...{ make, onNode, pairOf, pass, seatOf, until },
};
