/**
 * How a credential names what the chain counts: issuers, their keys, schemas and status lists, as URLs in
 * the syntax of W3C Decentralized Identifiers. They are read by this package; no resolver knows them.
 */
import { refuse } from './errors.js';

const LARGEST_NUMBER = 2 ** 32 - 1;
const NUMBER = '(0|[1-9]\\d{0,9})';
const KEY = new RegExp(`^(did:polity:issuer:${NUMBER})#key-${NUMBER}$`);
const ISSUER = new RegExp(`^did:polity:issuer:${NUMBER}$`);
const SCHEMA = new RegExp(`^did:polity:schema:${NUMBER}:${NUMBER}$`);
const STATUS_LIST = new RegExp(`^did:polity:status-list:${NUMBER}#(revocation|suspension)$`);

/** A version of a schema, by the chain's numbers. */
export interface SchemaReference {
  readonly id: number;
  readonly version: number;
}

/** What a bit of a status list says. */
export type StatusPurpose = 'revocation' | 'suspension';

/** Whether the chain could have given this number. */
export const isChainNumber = (number: number): boolean =>
  Number.isInteger(number) && number >= 0 && number <= LARGEST_NUMBER;

function numbered(what: string, number: number): number {
  if (!isChainNumber(number)) {
    return refuse('BadRequest', `${number} is no number of ${what}.`);
  }
  return number;
}

function matched(pattern: RegExp, text: unknown, what: string): string[] {
  const match = typeof text === 'string' ? pattern.exec(text) : null;
  if (match === null) return refuse('NotACredential', `${JSON.stringify(text)} names no ${what}.`);
  const parts = match.slice(1);
  const tooLarge = parts.some((part) => /^\d+$/.test(part) && Number(part) > LARGEST_NUMBER);
  return tooLarge ? refuse('NotACredential', `${JSON.stringify(text)} names no ${what}.`) : parts;
}

/** The name of an issuer, by the number of its document. */
export const issuerName = (issuer: number): string => `did:polity:issuer:${numbered('an issuer', issuer)}`;

/** The number of an issuer's document. */
export const issuerNumber = (name: unknown): number => Number(matched(ISSUER, name, 'issuer')[0]);

/** The name of a key of an issuer. */
export const keyName = (issuer: string, keyId: number): string => `${issuer}#key-${numbered('a key', keyId)}`;

/** The issuer and the number of a key in its document. */
export function keyOf(name: unknown): { readonly issuer: string; readonly keyId: number } {
  const [issuer = '', , keyId] = matched(KEY, name, 'key of an issuer');
  return { issuer, keyId: Number(keyId) };
}

/** The name of a version of a schema. */
export const schemaName = ({ id, version }: SchemaReference): string =>
  `did:polity:schema:${numbered('a schema', id)}:${numbered('a version', version)}`;

/** The version of a schema that a name is of. */
export function schemaOf(name: unknown): SchemaReference {
  const [id, version] = matched(SCHEMA, name, 'version of a schema');
  return { id: Number(id), version: Number(version) };
}

/** The name of the bits of a status list that say one thing. */
export const statusListName = (list: number, purpose: StatusPurpose): string =>
  `did:polity:status-list:${numbered('a status list', list)}#${purpose}`;

/** The status list that a name is of, and what its bits say. */
export function statusListOf(name: unknown): { readonly list: number; readonly purpose: string } {
  const [list, purpose = ''] = matched(STATUS_LIST, name, 'status list');
  return { list: Number(list), purpose };
}
