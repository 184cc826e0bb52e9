/** Motions of the council, made by keys of a seat that sign together. */
import type { ApiPromise } from '@polkadot/api';
import type { KeyringPair } from '@polkadot/keyring/types';
import { blake2AsHex, sortAddresses } from '@polkadot/util-crypto';

import { atFinalized } from '../chain.js';
import type { Call } from '../registry.js';
import { Submitter, type Outcome } from '../submit.js';

// The codecs come from the chain's metadata, which no type of this language knows.
type Decoded = any;

/** More than a motion weighs, and more than a call of the council that carries one. */
const MOTION_WEIGHT = { refTime: 30_000_000_000, proofSize: 1_000_000 };
const CALL_WEIGHT = { refTime: 60_000_000_000, proofSize: 2_000_000 };

/** A motion that is open. */
export interface Motion {
  readonly hash: string;
  readonly index: number;
  /** What it does, as the chain decodes it. */
  readonly act: unknown;
  readonly threshold: number;
  /** The ministries that have voted for it, and against it. */
  readonly ayes: readonly number[];
  readonly nays: readonly number[];
  /** The last block in which it can be voted on. */
  readonly end: number;
}

/** The motions that are open at the last finalized block. */
export async function openMotions(api: ApiPromise): Promise<Motion[]> {
  const { state } = await atFinalized(api);
  const { council, ministries } = state.query as Decoded;
  const ministryOf = async (seat: Decoded): Promise<number> =>
    (await ministries.seatAccounts(seat)).unwrapOr(0).valueOf();
  const hashes: Decoded[] = [...(await council.proposals())];
  return Promise.all(
    hashes.map(async (hash) => {
      const [proposal, voting] = await Promise.all([council.proposalOf(hash), council.voting(hash)]);
      const votes = voting.unwrap();
      return {
        hash: hash.toHex(),
        index: votes.index.toNumber(),
        act: proposal.unwrap().toHuman().args,
        threshold: votes.threshold.toNumber(),
        ayes: (await Promise.all(votes.ayes.map(ministryOf))).map(Number),
        nays: (await Promise.all(votes.nays.map(ministryOf))).map(Number),
        end: votes.end.toNumber(),
      };
    }),
  );
}

/** What became of a key's part in a call that its seat makes. */
export type Joint =
  /** Other keys of the seat have to do the same. */
  | { readonly kind: 'waiting'; readonly missing: number }
  /** The seat has made the call. */
  | { readonly kind: 'made'; readonly outcome: Outcome; readonly error: string | null };

/** Why a key can have no part. */
export class SeatRefused extends Error {}

/** The error that a call's result names, or null. */
function errorOf(api: ApiPromise, result: Decoded): string | null {
  if (result.isOk) return null;
  const error = result.asErr;
  if (!error.isModule) return error.type;
  const { section, name } = api.registry.findMetaError(error.asModule);
  return `${section}.${name}`;
}

/**
 * A key's part in a call by its seat: as many keys as the seat's threshold run the same, and the last one
 * makes the call.
 */
export async function jointly(
  api: ApiPromise,
  submitter: Submitter,
  key: KeyringPair,
  call: Call,
): Promise<Joint> {
  const { state } = await atFinalized(api);
  const query = state.query as Decoded;
  const ministry = await query.ministries.seatKeys(key.address);
  if (ministry.isNone) throw new SeatRefused(`${key.address} is no key of a seat.`);
  const { seat, seatAccount, threshold } = (await query.ministries.ministries(ministry.unwrap())).unwrap();
  const needed = threshold.toNumber();
  const tx = api.tx as Decoded;
  if (seat.length === 1) return made(api, await submitter.submit(call, key));
  const others = sortAddresses(
    [...seat].map((one: Decoded) => one.account.toString()).filter((one) => one !== key.address),
    42,
  );
  const { hash } = call.method as Decoded;
  const pending = await query.multisig.multisigs(seatAccount, hash);
  const approvals: string[] = pending.isSome ? pending.unwrap().approvals.map(String) : [];
  if (approvals.includes(key.address)) {
    throw new SeatRefused('This key has done its part already. Let another key of the seat do the same.');
  }
  const when = pending.isSome ? pending.unwrap().when : null;
  if (approvals.length + 1 < needed) {
    const outcome = await submitter.submit(
      tx.multisig.approveAsMulti(needed, others, when, hash, CALL_WEIGHT),
      key,
    );
    if (outcome.kind !== 'finalized' || outcome.refusal !== null) return made(api, outcome);
    return { kind: 'waiting', missing: needed - approvals.length - 1 };
  }
  return made(api, await submitter.submit(tx.multisig.asMulti(needed, others, when, call, CALL_WEIGHT), key));
}

/** What became of a call by a seat: its own error, or that of the motion that it put into effect. */
function made(api: ApiPromise, outcome: Outcome): Joint {
  if (outcome.kind !== 'finalized') return { kind: 'made', outcome, error: null };
  const results = outcome.events
    .filter(({ event }) => ['MultisigExecuted', 'Executed', 'MemberExecuted'].includes(event.method))
    .map(({ event }) => errorOf(api, (event.data as Decoded).result));
  return { kind: 'made', outcome, error: results.find((error) => error !== null) ?? null };
}

/** A motion that proposes an act of the council, given as the chain encodes it in JSON. */
export function proposal(api: ApiPromise, act: unknown, threshold: number): { call: Call; hash: string } {
  const motion = (api.tx as Decoded).governance.enact(act);
  const { encodedLength } = motion.method;
  const call = (api.tx as Decoded).council.propose(threshold, motion, encodedLength);
  return { call, hash: blake2AsHex(motion.method.toU8a()) };
}

/** A vote on a motion. */
export const vote = (api: ApiPromise, motion: Motion, approve: boolean): Call =>
  (api.tx as Decoded).council.vote(motion.hash, motion.index, approve);

/** The end of a motion: it takes effect, or lapses. */
export async function close(api: ApiPromise, motion: Motion): Promise<Call> {
  const { state } = await atFinalized(api);
  const proposed = await (state.query as Decoded).council.proposalOf(motion.hash);
  const length = proposed.unwrap().encodedLength;
  return (api.tx as Decoded).council.close(motion.hash, motion.index, MOTION_WEIGHT, length);
}
