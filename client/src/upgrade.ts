import type { ApiPromise } from '@polkadot/api';
import { u8aToHex } from '@polkadot/util';

import { atFinalized, type FinalizedBlock } from './chain.js';
import { blake2_256 } from './commitment.js';
import { callRefusal, type Refusal } from './refusals.js';
import { DEFAULT_ERA_BLOCKS, type Submitter } from './submit.js';

/** Upgrades of the runtime: the council authorises a code by its hash, and anybody hands it in. */

// The codecs come from the chain's metadata, which no type of this language knows.
type Decoded = any;

/** An upgrade that is final. */
export interface Upgrade {
  /** The block that replaced the code; the ones after it run the new one. */
  readonly block: FinalizedBlock;
  readonly codeHash: string;
  /** The version of the new runtime. */
  readonly specVersion: number;
}

/** Why a code was not applied, in a sentence or two. */
export class UpgradeRefused extends Error {}

const because = ({ name, remedy }: Refusal): UpgradeRefused =>
  new UpgradeRefused(`${name}: ${remedy}`);

/** The hash by which the council authorises a code. */
export const codeHash = (code: Uint8Array): string => u8aToHex(blake2_256(code));

/**
 * Hands in the code of the next runtime and waits until the block that holds it is final.
 *
 * What the council has authorised gets in unsigned: it takes no key, and no allowance is used. It is
 * not sent before the authorisation is final. A node that has refused a transaction keeps refusing
 * the same bytes for half an hour, and without a signature these are the same whoever sends them.
 *
 * @throws UpgradeRefused
 */
export async function uploadRuntime(
  api: ApiPromise,
  submitter: Submitter,
  code: Uint8Array,
): Promise<Upgrade> {
  const own = codeHash(code);
  const { state, block } = await atFinalized(api);
  const authorised = (await state.query.system!.authorizedUpgrade!()) as Decoded;
  if (authorised.isNone) {
    throw new UpgradeRefused(`The council has authorised no code. The hash of this one is ${own}.`);
  }
  const wanted = authorised.unwrap().codeHash.toHex();
  if (wanted !== own) {
    throw new UpgradeRefused(`The council has authorised ${wanted}. The hash of this code is ${own}.`);
  }
  const call = api.tx.system!.applyAuthorizedUpgrade!(u8aToHex(code));
  const outcome = await submitter.send(call, block.number + DEFAULT_ERA_BLOCKS);
  if (outcome.kind === 'expired') {
    throw new UpgradeRefused(
      `No block up to ${outcome.lastBlock} holds it. It has no era, so it may still be waiting.`,
    );
  }
  if (outcome.kind === 'refused') throw because(outcome.refusal);
  if (outcome.refusal !== null) throw because(outcome.refusal);
  const rejected = outcome.events.find(
    ({ event }) => event.method === 'RejectedInvalidAuthorizedUpgrade',
  );
  // The authorisation is used up: it takes another code and another motion.
  if (rejected !== undefined) throw because(callRefusal(api, rejected.event.data[1] as never));
  const { specVersion } = await api.rpc.state.getRuntimeVersion(outcome.block);
  return {
    block: { hash: outcome.block, number: outcome.number },
    codeHash: own,
    specVersion: specVersion.toNumber(),
  };
}
