/** How the commands of operators read what they are given. */
import { readFileSync } from 'node:fs';

import { Keyring } from '@polkadot/keyring';
import type { KeyringPair } from '@polkadot/keyring/types';

import { Exit, readFile } from './command.js';

/** What stands on the command line. */
export type Values = Readonly<Record<string, string | boolean>>;

/** A command: what it answers is its result. */
export type Command = (rest: readonly string[], values: Values) => Promise<unknown>;

/** An option without which a command cannot do. */
export function needed(values: Values, name: string): string {
  const value = values[name];
  if (typeof value !== 'string' || value === '') throw new Exit(2, `--${name} is missing. See --help.`);
  return value;
}

/** A whole number that an option gives. */
export function numberOf(values: Values, name: string, otherwise?: number): number {
  if (values[name] === undefined && otherwise !== undefined) return otherwise;
  const text = needed(values, name);
  if (!/^\d{1,15}$/.test(text)) throw new Exit(2, `--${name} ${text} is no whole number.`);
  return Number(text);
}

/** The argument that a command takes. */
export function argument(rest: readonly string[], what: string): string {
  const [first, ...others] = rest;
  if (first === undefined || others.length > 0) throw new Exit(2, `Name ${what}. See --help.`);
  return first;
}

/** The key that a file holds, as a phrase or a path. */
export function readKey(file: string): KeyringPair {
  const text = readFile(file).trim();
  try {
    return new Keyring({ type: 'sr25519', ss58Format: 42 }).addFromUri(text);
  } catch {
    throw new Exit(6, `${file} holds no phrase and no path of a key.`);
  }
}

/** The passphrase in a file. */
export const readPassphrase = (values: Values): string =>
  readFile(needed(values, 'passphrase-file')).replace(/\r?\n$/, '');

/** The id of the chain that a specification is of: it names the folders of a node. */
export function chainIdOf(specification: string): string {
  try {
    const { id } = JSON.parse(readFileSync(specification, 'utf8')) as { id?: unknown };
    if (typeof id === 'string' && /^[\w-]+$/.test(id)) return id;
  } catch {
    // Told below.
  }
  throw new Exit(3, `${specification} is no chain specification.`);
}
