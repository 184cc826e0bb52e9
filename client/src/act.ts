import { randomBytes } from 'node:crypto';

import { u8aConcat, u8aToHex } from '@polkadot/util';
import { sha256AsU8a } from '@polkadot/util-crypto';

/** The version of the rules that this client was written for. */
export const RULE_VERSION = 1;

/** A salted commitment to a document. */
export interface DocumentCommitment {
  readonly algorithm: 'Sha2_256' | 'Blake2b256';
  readonly digest: string;
}

/** The commitment to a document: the SHA-256 of a salt of 32 bytes, which stays with it, and its bytes. */
export function documentCommitment(document: Uint8Array, salt: Uint8Array): DocumentCommitment {
  if (salt.length !== 32) throw new Error(`A salt has 32 bytes, not ${salt.length}.`);
  return { algorithm: 'Sha2_256', digest: u8aToHex(sha256AsU8a(u8aConcat(salt, document))) };
}

/** What a caller says of an act; the rest has defaults. */
export interface ActOptions {
  /** The statute: a code of `primitives/src/code_list/legal_bases.rs`. */
  readonly legalBasis: number;
  /** The version of the record that the act was prepared on. */
  readonly expectedVersion?: number;
  /** The day from which it has effect, as `YYYY-MM-DD`; today by default. */
  readonly effectiveFrom?: string;
  /** Documents that it cites: a court's order, a death, a succession and a deed cite one. */
  readonly documents?: readonly DocumentCommitment[];
  /** The request's id, 16 bytes as hex; random by default. */
  readonly request?: string;
}

const MILLIS_PER_DAY = 86_400_000;

/** The first year that the chain has a date in. */
const FIRST_YEAR = '1000';

/** A calendar date as the chain counts it: days since 1970-01-01. */
export function calendarDate(text: string): number {
  const millis = Date.parse(`${text}T00:00:00Z`);
  const isThere =
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    text >= FIRST_YEAR &&
    !Number.isNaN(millis) &&
    // The language takes 30 February for 2 March.
    new Date(millis).toISOString().startsWith(text);
  if (!isThere) throw new Error(`"${text}" is no date of the form YYYY-MM-DD.`);
  return Math.round(millis / MILLIS_PER_DAY);
}

/** The first argument of every legal call. */
export function act(options: ActOptions): Record<string, unknown> {
  const today = new Date().toISOString().slice(0, 10);
  return {
    legalBasis: options.legalBasis,
    ruleVersion: RULE_VERSION,
    documents: options.documents ?? [],
    request: options.request ?? u8aToHex(randomBytes(16)),
    expectedVersion: options.expectedVersion ?? 0,
    effectiveFrom: calendarDate(options.effectiveFrom ?? today),
  };
}
