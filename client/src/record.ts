import { stringToU8a, u8aConcat, u8aToHex } from '@polkadot/util';

import { blake2_256 } from './commitment.js';

/** What every head's preimage begins with. */
export const HEAD_DOMAIN = 'polity/head/1';

/** The head before a record's first entry. */
export const EMPTY_HEAD = new Uint8Array(32);

/** The head after one more entry, from the previous head and the entry's SCALE bytes. */
export function nextHead(previous: Uint8Array, entry: Uint8Array): Uint8Array {
  return blake2_256(u8aConcat(stringToU8a(HEAD_DOMAIN), previous, entry));
}

/** The head over a whole history: the SCALE bytes of its entries, in order. */
export function headOf(entries: readonly Uint8Array[]): string {
  return u8aToHex(entries.reduce(nextHead, EMPTY_HEAD));
}

/**
 * Whether a history is whole and unaltered: its entries, in order, lead to the head that a
 * finalized state holds.
 */
export function historyHolds(entries: readonly Uint8Array[], head: string): boolean {
  return headOf(entries) === head;
}
