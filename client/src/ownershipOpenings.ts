import { hexToU8a, isHex } from '@polkadot/util';

import { canonicalText, commitmentOf } from './commitment.js';

/**
 * Statements of beneficial ownership, opened: what identifies somebody comes from a bundle, and is shown
 * only where it is what the company has committed to.
 */

/** The schema of what is committed to: the details of a BODS record. */
export const STATEMENT_SCHEMA = 'bods-statement/0.4';
/** Which field of the statement is committed to. */
export const STATEMENT_PATH = 'recordDetails';

/** The opening of one statement. Bytes are hexadecimal. */
export interface OpenedStatement {
  /** The SCALE bytes of who has made the commitment: a party or an account. */
  readonly issuer: string;
  /** The SCALE bytes of the party that it is about, or null. */
  readonly subject: string | null;
  /** The SCALE bytes of the record's id. */
  readonly record: string;
  /** 32 bytes. */
  readonly salt: string;
  /** The committed text: the JSON of a BODS record's details, such as names and nationalities. */
  readonly value: string;
}

type Details = Readonly<Record<string, unknown>>;

const bytesOf = (text: unknown, what: string): Uint8Array => {
  if (!isHex(text)) throw new Error(`The ${what} of an opened statement is not in hexadecimal bytes.`);
  return hexToU8a(text);
};

function detailsOf(value: string): Details {
  const found: unknown = JSON.parse(value);
  if (typeof found !== 'object' || found === null || Array.isArray(found)) {
    throw new Error('The value of an opened statement is no JSON object.');
  }
  return found as Details;
}

/**
 * What statements say of those whom they are about, by their commitments.
 *
 * @throws when an opening is none of a commitment of these.
 */
export function openedDetails(
  openings: readonly OpenedStatement[],
  commitments: readonly string[],
): ReadonlyMap<string, Details> {
  return new Map(
    openings.map(({ issuer, subject, record, salt, value }, at) => {
      const commitment = commitmentOf({
        schema: STATEMENT_SCHEMA,
        issuer: bytesOf(issuer, 'issuer'),
        subject: subject === null ? null : bytesOf(subject, 'subject'),
        record: bytesOf(record, 'record'),
        path: STATEMENT_PATH,
        salt: bytesOf(salt, 'salt'),
        value: canonicalText(value),
      });
      if (!commitments.includes(commitment)) {
        throw new Error(`Statement ${at + 1} of the bundle is none that the company has committed to.`);
      }
      return [commitment, detailsOf(value)];
    }),
  );
}
