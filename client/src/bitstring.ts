import { compactFromU8a } from '@polkadot/util';

// The codecs come from the chain's metadata, which no type of this language knows.
type Decoded = any;

/**
 * The bytes of an answer that may have none. @polkadot/api takes what a runtime answers to be the bytes
 * themselves where they are optional, so that the mark of an option and their length may stand before them.
 */
export function optionalBytes(answer: Decoded): Uint8Array | null {
  if (answer.isNone) return null;
  const bytes: Uint8Array = answer.unwrap().toU8a(true);
  if (bytes.length === 1 && bytes[0] === 0) return null;
  if (bytes.length < 2 || bytes[0] !== 1) return bytes;
  const [offset, length] = compactFromU8a(bytes.subarray(1));
  return bytes.length === 1 + offset + length.toNumber() ? bytes.subarray(1 + offset) : bytes;
}

/**
 * Whether the bit of an index is set: bit 0 is the leftmost of the first byte, as in the Bitstring Status
 * List of W3C.
 */
export const bitAt = (bits: Uint8Array, index: number): boolean =>
  (((bits[Math.floor(index / 8)] ?? 0) >> (7 - (index % 8))) & 1) === 1;
