import { u8aConcat, u8aEq } from '@polkadot/util';

import { blake2_256 } from './commitment.js';

/** Merkle trees over rows, as import campaigns commit to them. */

/** The hash of a row. */
export const merkleLeaf = (row: Uint8Array): Uint8Array => blake2_256(u8aConcat([0], row));

const node = (left: Uint8Array, right: Uint8Array): Uint8Array =>
  blake2_256(u8aConcat([1], left, right));

function levelAbove(level: readonly Uint8Array[]): Uint8Array[] {
  const above: Uint8Array[] = [];
  for (let at = 0; at < level.length; at += 2) {
    const left = level[at]!;
    const right = level[at + 1];
    above.push(right === undefined ? left : node(left, right));
  }
  return above;
}

/** All levels of a tree, from the leaves to the root: computed once for many proofs. */
export function merkleLevels(leaves: readonly Uint8Array[]): Uint8Array[][] {
  if (leaves.length === 0) throw new Error('A tree needs at least one row.');
  const levels = [[...leaves]];
  while (levels[levels.length - 1]!.length > 1) levels.push(levelAbove(levels[levels.length - 1]!));
  return levels;
}

/** The root over leaves. */
export function merkleRoot(leaves: readonly Uint8Array[]): Uint8Array {
  return merkleLevels(leaves).at(-1)![0]!;
}

/** The proof that the leaf at `index` is in the tree. */
export function merkleProof(levels: readonly Uint8Array[][], index: number): Uint8Array[] {
  if (index < 0 || index >= levels[0]!.length) throw new Error(`There is no row ${index}.`);
  const siblings: Uint8Array[] = [];
  let position = index;
  for (const level of levels.slice(0, -1)) {
    const sibling = level[position ^ 1];
    if (sibling !== undefined) siblings.push(sibling);
    position >>= 1;
  }
  return siblings;
}

/** Whether a leaf stands at `index` of a tree with `count` leaves and this root. */
export function merkleVerify(
  root: Uint8Array,
  count: number,
  index: number,
  leaf: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  if (index < 0 || index >= count) return false;
  const siblings = proof[Symbol.iterator]();
  let hash = leaf;
  for (let position = index, width = count; width > 1; position >>= 1, width = Math.ceil(width / 2)) {
    // The last node of an odd level has no sibling and moves up as it is.
    if (position % 2 === 0 && position + 1 === width) continue;
    const sibling = siblings.next();
    if (sibling.done) return false;
    hash = position % 2 === 0 ? node(hash, sibling.value) : node(sibling.value, hash);
  }
  return siblings.next().done === true && u8aEq(hash, root);
}
