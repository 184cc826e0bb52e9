import { stringToU8a, u8aConcat, u8aToHex } from '@polkadot/util';

import { merkleLeaf, merkleLevels, merkleProof } from './merkle.js';

/** The guardians of a person's tag, of whom the chain has nothing but the root over all of them. */

/** What a guardian's leaf begins with. */
export const GUARDIAN_LEAF_DOMAIN = 'polity/guardian-leaf/1';

/** A guardian of one tag: a key that was made for it alone. */
export interface Guardian {
  /** The public key of its account, 32 bytes. */
  readonly account: Uint8Array;
  /** 32 random bytes, without which nobody finds the key by trying those that are known. */
  readonly salt: Uint8Array;
}

/** The guardians of a tag, as their owner keeps them. */
export interface Guardians {
  /** The root over all of them, as hex. */
  readonly root: string;
  readonly count: number;
  /** The siblings from the leaf of the guardian at a position up to the root, as hex. */
  proofOf(position: number): readonly string[];
}

/** The leaf of a guardian: the twin of `GuardianLeaf::hash` of `pallets/identity`. */
export function guardianLeaf(register: number, tag: Uint8Array, guardian: Guardian): Uint8Array {
  const { account, salt } = guardian;
  for (const part of [tag, account, salt]) {
    if (part.length !== 32) throw new Error('A tag, an account and a salt have 32 bytes each.');
  }
  return merkleLeaf(u8aConcat(stringToU8a(GUARDIAN_LEAF_DOMAIN), [register], tag, account, salt));
}

/** The tree over the guardians of a tag, in this order. */
export function guardiansOf(register: number, tag: Uint8Array, guardians: readonly Guardian[]): Guardians {
  const levels = merkleLevels(guardians.map((guardian) => guardianLeaf(register, tag, guardian)));
  return {
    root: u8aToHex(levels.at(-1)![0]!),
    count: guardians.length,
    proofOf: (position) => merkleProof(levels, position).map((node) => u8aToHex(node)),
  };
}
