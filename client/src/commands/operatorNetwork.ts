/** The commands of operators that talk to a node. */
import type { ApiPromise } from '@polkadot/api';
import { u8aToHex } from '@polkadot/util';

import { atFinalized, finalizedBlock } from '../chain.js';
import { checkNode } from '../operators/checks.js';
import { close, jointly, openMotions, proposal, vote, type Motion } from '../operators/council.js';
import {
  accountPair,
  insertKeys,
  open,
  proofOfPossession,
  publicKeys,
  readSecrets,
  writeSecrets,
} from '../operators/keys.js';
import { describeMinistry, networkStatus } from '../operators/network.js';
import type { Call } from '../registry.js';
import { Submitter } from '../submit.js';
import { Exit, readFile, tell } from './command.js';
import {
  argument,
  chainIdOf,
  needed,
  numberOf,
  readKey,
  readPassphrase,
  type Command,
  type Values,
} from './operatorOptions.js';
import { reach, readEndpoint } from './reach.js';

// The codecs come from the chain's metadata, which no type of this language knows.
type Decoded = any;

/** Of how many of its own turns no block may be there, for a machine to be taken for dead. */
const DEAD_TURNS = 100;

async function withNode<T>(values: Values, use: (api: ApiPromise) => Promise<T>): Promise<T> {
  const api = await reach(readEndpoint(values.rpc === undefined ? undefined : String(values.rpc)));
  try {
    return await use(api);
  } finally {
    await api.disconnect();
  }
}

/** Submits a call by a key, and answers where it is final; a refusal ends the command. */
async function submit(api: ApiPromise, values: Values, call: Call): Promise<unknown> {
  const submitter = new Submitter(api);
  try {
    const outcome = await submitter.submit(call, readKey(needed(values, 'key-file')));
    return final(outcome);
  } finally {
    submitter.close();
  }
}

function final(outcome: Decoded): { block: string; number: number } {
  if (outcome.kind === 'expired') throw new Exit(6, 'The transaction came into no block in its time. Try again.');
  if (outcome.refusal !== null && outcome.refusal !== undefined) {
    const { section, name, remedy } = outcome.refusal;
    throw new Exit(6, `${section}.${name}: ${remedy}`);
  }
  return { block: outcome.block, number: outcome.number };
}

/** The same by keys of a seat together. */
async function submitJointly(api: ApiPromise, values: Values, call: Call): Promise<object> {
  const submitter = new Submitter(api);
  try {
    const joint = await jointly(api, submitter, readKey(needed(values, 'key-file')), call);
    if (joint.kind === 'waiting') {
      tell(`${joint.missing} more of the seat's keys have to do the same.`);
      return { waiting: joint.missing };
    }
    const at = final(joint.outcome);
    if (joint.error !== null) throw new Exit(6, `${joint.error}: the chain has refused it.`);
    return at;
  } finally {
    submitter.close();
  }
}

const status: Command = (_, values) =>
  withNode(values, async (api) => {
    const found = await networkStatus(api);
    tell(
      `${found.chain}, version ${found.specVersion}: block ${found.best}, ${found.best - found.finalized} of them ` +
        `not final yet; session ${found.session}; at least ${found.floor} authorities`,
    );
    for (const ministry of found.ministries) tell(describeMinistry(ministry));
    return found;
  });

const check: Command = (_, values) =>
  withNode(values, async (api) => {
    const list = (name: string): string[] =>
      values[name] === undefined ? [] : String(values[name]).split(',').filter(Boolean);
    const findings = await checkNode(api, {
      basePath: needed(values, 'base-path'),
      specification: needed(values, 'chain'),
      ports: list('ports').map(Number),
      peers: list('peers'),
      ...(values.disk === undefined ? {} : { disk: numberOf(values, 'disk') }),
    });
    const faults = findings.filter(({ fault }) => fault !== null);
    for (const { of, fault } of findings) tell(fault === null ? `${of}: good` : `${of}: ${fault}`);
    if (faults.length > 0) {
      process.stdout.write(`${JSON.stringify({ findings })}\n`);
      throw new Exit(6, `${faults.length} of ${findings.length} are not as they have to be.`);
    }
    return { findings };
  });

const setKeys: Command = (_, values) =>
  withNode(values, async (api) => {
    const secrets = readSecrets(needed(values, 'keys'));
    const account =
      values['account-file'] === undefined ? accountPair(secrets) : readKey(String(values['account-file']));
    const { aura, grandpa } = publicKeys(secrets);
    const proof = u8aToHex(proofOfPossession(secrets, account.publicKey));
    const submitter = new Submitter(api);
    try {
      const call = (api.tx as Decoded).session.setKeys({ aura, grandpa }, proof);
      return { node: account.address, aura, grandpa, ...final(await submitter.submit(call, account)) };
    } finally {
      submitter.close();
    }
  });

const restore: Command = (rest, values) =>
  withNode(values, async (api) => {
    const secrets = open(readFile(argument(rest, 'the sealed file')), readPassphrase(values));
    const keys = publicKeys(secrets);
    const { state, best } = { state: await networkStatus(api), best: await finalizedBlock(api) };
    const own = state.ministries.find((one) => one.keys?.aura === keys.aura);
    if (own === undefined) throw new Exit(6, 'The keys in the file are those of no node of this network.');
    const authorities = state.ministries.filter(({ isAuthority }) => isAuthority).length;
    const turns = numberOf(values, 'slots', DEAD_TURNS);
    const silent = own.lastAuthored === null ? best.number : best.number - own.lastAuthored;
    if (own.isAuthority && silent < turns * Math.max(1, authorities - 1)) {
      throw new Exit(
        7,
        `The node of ${own.name} authored block ${own.lastAuthored}, ${silent} blocks ago: its old machine is not ` +
          'proven dead. Switch it off and make sure that it cannot come back, then wait.',
      );
    }
    const chain = chainIdOf(needed(values, 'chain'));
    const keystore = insertKeys(secrets, needed(values, 'base-path'), chain, false);
    writeSecrets(needed(values, 'out'), secrets);
    tell(
      'The keys are in place. The node follows the chain and votes as soon as finality has passed the last votes ' +
        'of the old machine. Only where finality stands still and the old disk is destroyed, start it with --vote-at-once.',
    );
    return { keystore, ministry: own.id, silentBlocks: silent, ...keys };
  });

const nomination =
  (call: 'nominateNode' | 'confirmNomination' | 'withdrawNomination'): Command =>
  (rest, values) =>
    withNode(values, (api) =>
      submit(api, values, (api.tx as Decoded).ministries[call](argument(rest, 'the account of the node'))),
    );

const maintenance: Command = (rest, values) =>
  withNode(values, async (api) => {
    const what = argument(rest, 'announce or end');
    const { ministries } = api.tx as Decoded;
    if (what === 'end') return submit(api, values, ministries.endMaintenance());
    if (what !== 'announce') throw new Exit(2, `There is no maintenance ${what}. See --help.`);
    const until = (await finalizedBlock(api)).number + numberOf(values, 'blocks');
    return { until, ...((await submit(api, values, ministries.announceMaintenance(until))) as object) };
  });

const returnNode: Command = (_, values) =>
  withNode(values, (api) => submit(api, values, (api.tx as Decoded).ministries.returnNode()));

async function motionOf(api: ApiPromise, hash: string | undefined): Promise<Motion> {
  const found = (await openMotions(api)).find((one) => one.hash === hash);
  if (found === undefined) throw new Exit(6, `There is no open motion ${hash ?? ''}. List them with motion list.`);
  return found;
}

const motion: Command = ([what, about, ...rest], values) =>
  withNode(values, async (api) => {
    if (rest.length > 0) throw new Exit(2, `Nothing is known of ${rest[0]}. See --help.`);
    switch (what) {
      case 'list': {
        const motions = await openMotions(api);
        for (const one of motions) {
          tell(
            `${one.hash}: ${JSON.stringify(one.act)}; ${one.ayes.length} of ${one.threshold} for it, ` +
              `${one.nays.length} against, until block ${one.end}`,
          );
        }
        return { motions };
      }
      case 'propose': {
        const act: unknown = JSON.parse(readFile(argument(about === undefined ? [] : [about], 'the file of the act')));
        const { state } = await atFinalized(api);
        const members = ((await (state.query as Decoded).council.members()) as Decoded).length;
        const threshold = numberOf(values, 'threshold', Math.ceil((members * 2) / 3));
        const { call, hash } = proposal(api, act, threshold);
        return { hash, ...(await submitJointly(api, values, call)) };
      }
      case 'vote':
        return submitJointly(api, values, vote(api, await motionOf(api, about), values.against !== true));
      case 'close':
        return submitJointly(api, values, await close(api, await motionOf(api, about)));
      default:
        throw new Exit(2, `There is no motion ${what ?? ''}. See --help.`);
    }
  });

/** By their names. */
export const NETWORK_COMMANDS: Readonly<Record<string, Command>> = {
  status,
  check,
  'set-keys': setKeys,
  restore,
  nominate: nomination('nominateNode'),
  confirm: nomination('confirmNomination'),
  withdraw: nomination('withdrawNomination'),
  maintenance,
  return: returnNode,
  motion,
};
