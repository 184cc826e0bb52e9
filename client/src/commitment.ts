import { blake2b } from '@noble/hashes/blake2b';
import { hmac } from '@noble/hashes/hmac';
import { sha256 } from '@noble/hashes/sha2';
import { compactToU8a, stringToU8a, u8aConcat, u8aToHex } from '@polkadot/util';

/** What every commitment's preimage begins with. */
export const COMMITMENT_DOMAIN = 'polity/commitment/1';

/** All that a commitment commits to. It stays with the holder, off the chain. */
export interface Opening {
  /** The schema's name and version, such as `company-name/1`. */
  readonly schema: string;
  /** The SCALE bytes of the issuer's party or account. */
  readonly issuer: Uint8Array;
  /** The SCALE bytes of the party that it is about, or null. */
  readonly subject: Uint8Array | null;
  /** The SCALE bytes of the record's id, empty for a record that has none yet. */
  readonly record: Uint8Array;
  /** Which field of the record. */
  readonly path: string;
  /** 32 bytes that nobody can guess: see {@link saltFor}. */
  readonly salt: Uint8Array;
  /** The value in its canonical bytes: see {@link canonicalText}. */
  readonly value: Uint8Array;
}

const bytes = (value: Uint8Array): Uint8Array => u8aConcat(compactToU8a(value.length), value);
const text = (value: string): Uint8Array => bytes(stringToU8a(value));

/** BLAKE2b with 32 bytes. */
export const blake2_256 = (value: Uint8Array): Uint8Array => blake2b(value, { dkLen: 32 });

/** The canonical bytes of a text: NFC in UTF-8. */
export const canonicalText = (value: string): Uint8Array => stringToU8a(value.normalize('NFC'));

/** The salt of one field: from the record's secret and the path, so that one reveals no other. */
export function saltFor(recordSecret: Uint8Array, path: string): Uint8Array {
  if (recordSecret.length < 32) throw new Error('A record secret has at least 32 bytes.');
  return hmac(sha256, recordSecret, stringToU8a(path));
}

/** The commitment, as hex. */
export function commitmentOf(opening: Opening): string {
  if (opening.salt.length !== 32) throw new Error('A salt has exactly 32 bytes.');
  return u8aToHex(
    blake2_256(
      u8aConcat(
        stringToU8a(COMMITMENT_DOMAIN),
        text(opening.schema),
        bytes(opening.issuer),
        opening.subject === null ? new Uint8Array([0]) : u8aConcat([1], bytes(opening.subject)),
        bytes(opening.record),
        text(opening.path),
        opening.salt,
        bytes(opening.value),
      ),
    ),
  );
}
