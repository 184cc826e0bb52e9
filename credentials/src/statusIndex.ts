/** Which index of a status list a credential has: the twin of `polity_accreditation::permuted_index`. */
import { blake2_256 } from '@polity/client/dist/commitment.js';
import { concatBytes } from '@noble/hashes/utils';

import { utf8 } from './encoding.js';
import { refuse } from './errors.js';

/** The indices of a list. */
export const LIST_BITS = 131_072;

/** What every hash of the permutation begins with. */
const DOMAIN = utf8('polity/status-index/1');

/** Two bytes of `blake2_256(SCALE("polity/status-index/1", seed, round, is left, half))`. */
function mix(seed: Uint8Array, round: number, isLeft: boolean, half: number): number {
  const hash = blake2_256(
    concatBytes(DOMAIN, seed, Uint8Array.of(round, isLeft ? 1 : 0), littleEndian(half)),
  );
  return hash[0]! | (hash[1]! << 8);
}

/** A `u32` in SCALE. */
export function littleEndian(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

/**
 * The index that a secret seed gives the `number`th credential of a list: every index once, in an order
 * that nobody can tell without the seed. The seed stays with the issuer.
 */
export function permutedIndex(seed: Uint8Array, number: number): number {
  if (seed.length !== 32) return refuse('BadRequest', 'A seed has exactly 32 bytes.');
  if (!Number.isInteger(number) || number < 0 || number >= LIST_BITS) {
    return refuse('BadRequest', `A list has no credential ${number}: it has ${LIST_BITS}.`);
  }
  // A Feistel network whose halves have nine and eight bits.
  let left = number >> 8;
  let right = number & 0xff;
  for (const round of [0, 1]) {
    left ^= mix(seed, round, true, right) & 0x1ff;
    right ^= mix(seed, round, false, left) & 0xff;
  }
  return (left << 8) | right;
}
