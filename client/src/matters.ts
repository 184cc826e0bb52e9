import type { Codec } from '@polkadot/types/types';
import { bnToU8a, stringToU8a, u8aConcat, u8aToHex } from '@polkadot/util';

import { isCompanyNumber } from './checkCharacters.js';
import { blake2_256 } from './commitment.js';

/**
 * What companies resolve: the hash of a matter, which those who may bind a company endorse with
 * `companyOfficers.endorse`. `pallets/business-registry/src/resolutions.rs` says what is hashed, and of
 * conveyances `pallets/land-register/src/types/conveyance.rs`.
 */

function companyBytes(number: string): Uint8Array {
  if (!isCompanyNumber(number)) throw new Error(`${number} is no company's number.`);
  return bnToU8a(BigInt(number), { bitLength: 64, isLe: true });
}

/** What both companies resolve before the first is merged into the second. */
export function mergerMatter(from: string, into: string): string {
  return u8aToHex(
    blake2_256(u8aConcat(stringToU8a('polity/merger/1'), companyBytes(from), companyBytes(into))),
  );
}

/** What a company resolves before it goes on in another legal form (ISO 20275). */
export function conversionMatter(company: string, legalForm: string): string {
  if (!/^[0-9A-Z]{4}$/.test(legalForm)) throw new Error(`"${legalForm}" is no code of ISO 20275.`);
  return u8aToHex(
    blake2_256(
      u8aConcat(stringToU8a('polity/conversion/1'), companyBytes(company), stringToU8a(legalForm)),
    ),
  );
}

/**
 * What the parties of a conveyance consent to. The legs are those of the call or of the event, as the
 * chain has them.
 */
export function conveyanceMatter(conveyance: number | bigint, legs: Codec): string {
  const id = bnToU8a(BigInt(conveyance), { bitLength: 64, isLe: true });
  return u8aToHex(blake2_256(u8aConcat(stringToU8a('polity/conveyance/1'), id, legs.toU8a())));
}
