import { compactFromU8a, u8aEq, u8aToHex } from '@polkadot/util';

import { blake2_256 } from './commitment.js';

/**
 * Proofs of what a finalized state holds: nodes of its trie, from the root to the value, as
 * `state_getReadProof` answers them. Each node is named by its hash in the one above, so that none
 * can be exchanged, and the root stands in the block's header.
 */

/** A proof that does not show what it should. */
export class NotProven extends Error {}

const HASH_BYTES = 32;

/** Reads a node's bytes from the beginning to the end. */
class Bytes {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  take(count: number): Uint8Array {
    const end = this.at + count;
    if (end > this.bytes.length) throw new NotProven('A node of the proof is cut off.');
    const taken = this.bytes.subarray(this.at, end);
    this.at = end;
    return taken;
  }

  byte(): number {
    return this.take(1)[0]!;
  }

  /** Bytes after their number. */
  counted(): Uint8Array {
    const left = this.bytes.subarray(this.at);
    if (left.length === 0) throw new NotProven('A node of the proof is cut off.');
    const [size, length] = compactFromU8a(left);
    this.take(size);
    if (length.gtn(this.bytes.length)) throw new NotProven('A node of the proof is cut off.');
    return this.take(length.toNumber());
  }
}

/** What kinds of nodes there are, by the highest bits of their first byte. */
const KINDS = [
  { mark: 0b01, bits: 2, hasChildren: false, value: 'plain' },
  { mark: 0b10, bits: 2, hasChildren: true, value: 'none' },
  { mark: 0b11, bits: 2, hasChildren: true, value: 'plain' },
  { mark: 0b001, bits: 3, hasChildren: false, value: 'hashed' },
  { mark: 0b0001, bits: 4, hasChildren: true, value: 'hashed' },
] as const;

interface TrieNode {
  /** The part of the key that the node stands for, in half bytes. */
  readonly nibbles: readonly number[];
  readonly value: { readonly bytes: Uint8Array; readonly isHash: boolean } | null;
  /** By the next half byte: the node below, or its hash. */
  readonly children: ReadonlyMap<number, Uint8Array>;
}

const nibblesOf = (bytes: Uint8Array): number[] =>
  [...bytes].flatMap((byte) => [byte >> 4, byte & 0x0f]);

function nodeOf(encoded: Uint8Array): TrieNode {
  const bytes = new Bytes(encoded);
  const first = bytes.byte();
  const kind = KINDS.find(({ mark, bits }) => first >> (8 - bits) === mark);
  if (kind === undefined) throw new NotProven('A node of the proof is of no kind that is known.');

  // The rest of the first byte counts the half bytes; where it is full, more bytes count on.
  const most = (1 << (8 - kind.bits)) - 1;
  let count = first & most;
  if (count === most) {
    let more;
    do {
      more = bytes.byte();
      count += more;
    } while (more === 255);
  }
  const partial = nibblesOf(bytes.take(Math.ceil(count / 2)));
  const nibbles = partial.slice(partial.length - count);

  const bitmap = kind.hasChildren ? bytes.byte() | (bytes.byte() << 8) : 0;
  let value: TrieNode['value'] = null;
  if (kind.value === 'plain') value = { bytes: bytes.counted(), isHash: false };
  if (kind.value === 'hashed') value = { bytes: bytes.take(HASH_BYTES), isHash: true };
  const children = new Map<number, Uint8Array>();
  for (let next = 0; next < 16; next += 1) {
    if ((bitmap & (1 << next)) !== 0) children.set(next, bytes.counted());
  }
  return { nibbles, value, children };
}

/**
 * The value of a key in a state, from the state's root and nodes of its trie alone.
 *
 * @throws {NotProven} when the nodes do not lead from the root to a value of that key.
 */
export function provenValue(
  root: Uint8Array,
  key: Uint8Array,
  proof: readonly Uint8Array[],
): Uint8Array {
  const byHash = new Map(proof.map((node) => [u8aToHex(blake2_256(node)), node]));
  const named = (hash: Uint8Array): Uint8Array => {
    const node = byHash.get(u8aToHex(hash));
    if (node === undefined) throw new NotProven('A node is missing from the proof, or altered.');
    return node;
  };
  const absent = 'The state has no such record.';
  let left = nibblesOf(key);
  let node = nodeOf(named(root));
  for (;;) {
    if (!node.nibbles.every((nibble, at) => left[at] === nibble)) throw new NotProven(absent);
    left = left.slice(node.nibbles.length);
    const next = left.shift();
    if (next === undefined) {
      if (node.value === null) throw new NotProven(absent);
      return node.value.isHash ? named(node.value.bytes) : node.value.bytes;
    }
    const child = node.children.get(next);
    if (child === undefined) throw new NotProven(absent);
    // A node that is shorter than a hash stands in the one above it.
    node = nodeOf(child.length === HASH_BYTES ? named(child) : child);
  }
}

/** Where a block's header has the root of the state after it. */
export function stateRootOf(header: Uint8Array, blockHash: Uint8Array): Uint8Array {
  if (!u8aEq(blake2_256(header), blockHash)) {
    throw new NotProven('The header is not the one of that block.');
  }
  const bytes = new Bytes(header);
  bytes.take(HASH_BYTES);
  const [size] = compactFromU8a(header.subarray(HASH_BYTES));
  bytes.take(size);
  return bytes.take(HASH_BYTES);
}
