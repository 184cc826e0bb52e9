import { randomBytes } from 'node:crypto';

import { u8aToHex } from '@polkadot/util';

/** The version of the rules that this client was written for. */
export const RULE_VERSION = 1;

/** A salted commitment to a document. */
export interface DocumentCommitment {
  readonly algorithm: 'Sha2_256' | 'Blake2b256';
  readonly digest: string;
}

/** What a caller says of an act; the rest has defaults. */
export interface ActOptions {
  /** The statute: a code of `primitives/src/code_list/legal_bases.rs`. */
  readonly legalBasis: number;
  /** The version of the record that the act was prepared on. */
  readonly expectedVersion?: number;
  /** The day from which it has effect, as `YYYY-MM-DD`; today by default. */
  readonly effectiveFrom?: string;
  /** Documents that it cites. */
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
