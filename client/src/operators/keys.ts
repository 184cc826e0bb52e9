/** The keys of an authority: made off-line, kept in files, proven, and put into a keystore. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';

import { Keyring } from '@polkadot/keyring';
import type { KeyringPair } from '@polkadot/keyring/types';
import { stringToU8a, u8aConcat, u8aToHex, u8aToString } from '@polkadot/util';
import { jsonDecrypt, jsonEncrypt, mnemonicGenerate } from '@polkadot/util-crypto';

/** The kinds of session keys, in the order in which the runtime has them, as keystores name them. */
export const SESSION_KEYS = [
  { kind: 'aura', type: 'sr25519' },
  { kind: 'gran', type: 'ed25519' },
] as const;

/** What is secret of an authority. Each is a file of its own in a folder that its owner alone can read. */
export interface AuthoritySecrets {
  /** The phrase of the key that authors blocks. */
  readonly aura: string;
  /** The phrase of the key that votes for finality. */
  readonly gran: string;
  /** The phrase of the node's account. */
  readonly account: string;
  /** The node's identity in the network: 32 bytes as hex. */
  readonly 'node-key': string;
  /** The password of the keystore, of which the session keys are derived too. */
  readonly 'keystore-password': string;
}

const FILES = ['aura', 'gran', 'account', 'node-key', 'keystore-password'] as const;

/** What is public of an authority. */
export interface AuthorityKeys {
  /** The account of the node, as an address. */
  readonly node: string;
  /** Its session keys, as hex. */
  readonly aura: string;
  readonly grandpa: string;
}

/** Keys that are not as they should be; one sentence says how. */
export class KeysRefused extends Error {}

/** Makes the secrets of an authority. What is given stays as it is, as when session keys are rotated. */
export const makeSecrets = (kept: Partial<AuthoritySecrets> = {}): AuthoritySecrets => ({
  aura: mnemonicGenerate(24),
  gran: mnemonicGenerate(24),
  account: mnemonicGenerate(24),
  'node-key': randomBytes(32).toString('hex'),
  'keystore-password': randomBytes(24).toString('base64url'),
  ...kept,
});

/** A session key. The keystore's password is part of what it is derived of. */
export function sessionPair(secrets: AuthoritySecrets, at: 0 | 1): KeyringPair {
  const { kind, type } = SESSION_KEYS[at];
  const password = secrets['keystore-password'];
  const uri = password === '' ? secrets[kind] : `${secrets[kind]}///${password}`;
  return new Keyring({ type }).addFromUri(uri);
}

/** The account of the node. */
export const accountPair = (secrets: AuthoritySecrets): KeyringPair =>
  new Keyring({ type: 'sr25519', ss58Format: 42 }).addFromUri(secrets.account);

/** What is public of these secrets. */
export const publicKeys = (secrets: AuthoritySecrets): AuthorityKeys => ({
  node: accountPair(secrets).address,
  aura: u8aToHex(sessionPair(secrets, 0).publicKey),
  grandpa: u8aToHex(sessionPair(secrets, 1).publicKey),
});

/**
 * The proof that who sets session keys has their secrets: each key's signature over the account that they
 * are set for (`statement_of_ownership` of the SDK).
 */
export function proofOfPossession(secrets: AuthoritySecrets, account: Uint8Array): Uint8Array {
  const statement = u8aConcat(stringToU8a('POP_'), account);
  return u8aConcat(sessionPair(secrets, 0).sign(statement), sessionPair(secrets, 1).sign(statement));
}

/** Makes a folder that its owner alone can read; refuses one that has something in it. */
export function makeFolder(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new KeysRefused(`${folder} is not empty. Name a new folder: nothing is overwritten.`);
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
}

/** Writes a secret that its owner alone can read, where there is no file yet. */
export function writeSecret(file: string, content: string | Uint8Array): void {
  writeFileSync(file, content, { mode: 0o600, flag: 'wx' });
}

/** Writes secrets into a new folder. */
export function writeSecrets(folder: string, secrets: AuthoritySecrets): void {
  makeFolder(folder);
  for (const name of FILES) writeSecret(join(folder, name), secrets[name]);
}

/** Reads secrets from their folder. */
export function readSecrets(folder: string): AuthoritySecrets {
  const read = (name: string): string => {
    try {
      return readFileSync(join(folder, name), 'utf8').trim();
    } catch {
      throw new KeysRefused(`There is no ${name} in ${folder}. Make keys with generate-keys.`);
    }
  };
  return Object.fromEntries(FILES.map((name) => [name, read(name)])) as unknown as AuthoritySecrets;
}

/** Seals secrets with a passphrase: scrypt, XSalsa20 and Poly1305. What is public stands beside them. */
export function seal(secrets: AuthoritySecrets, passphrase: string, madeAt: string): string {
  if (passphrase.length < 12) {
    throw new KeysRefused('The passphrase is shorter than 12 characters. Take a longer one.');
  }
  const sealed = jsonEncrypt(stringToU8a(JSON.stringify(secrets)), ['polity-authority'], passphrase);
  const file = { format: 'polity-sealed-keys/1', madeAt, public: publicKeys(secrets), sealed };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Opens what was sealed. */
export function open(text: string, passphrase: string): AuthoritySecrets {
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    file = null;
  }
  if (file?.format !== 'polity-sealed-keys/1') throw new KeysRefused('The file holds no sealed keys.');
  try {
    return JSON.parse(u8aToString(jsonDecrypt(file.sealed, passphrase)));
  } catch {
    throw new KeysRefused('The passphrase does not open the file.');
  }
}

/** The folder of session keys under a node's base path, for a chain of this id. */
export const keystoreFolder = (basePath: string, chain: string): string =>
  join(basePath, 'chains', chain, 'keystore');

/** A session key in a keystore. */
export interface KeptKey {
  readonly kind: string;
  readonly key: string;
  readonly file: string;
}

/** The session keys in a keystore. */
export function keptKeys(keystore: string): KeptKey[] {
  if (!existsSync(keystore)) return [];
  return readdirSync(keystore).flatMap((name) => {
    const known = SESSION_KEYS.find(({ kind }) => name.startsWith(Buffer.from(kind).toString('hex')));
    if (known === undefined) return [];
    return [{ kind: known.kind, key: `0x${name.slice(8)}`, file: join(keystore, name) }];
  });
}

/** Puts session keys into a keystore, and the network key into the base path unless one is there. */
export function insertKeys(
  secrets: AuthoritySecrets,
  basePath: string,
  chain: string,
  beside: boolean,
): string {
  const keystore = keystoreFolder(basePath, chain);
  const { aura, grandpa } = publicKeys(secrets);
  const others = keptKeys(keystore).filter(({ key }) => key !== aura && key !== grandpa);
  if (others.length > 0 && !beside) {
    throw new KeysRefused(
      `${keystore} has other session keys (${others[0]!.key}). One keystore is one authority's: ` +
        'name another base path, or --beside where keys are rotated.',
    );
  }
  mkdirSync(keystore, { recursive: true, mode: 0o700 });
  chmodSync(keystore, 0o700);
  SESSION_KEYS.forEach(({ kind }, at) => {
    const { publicKey } = sessionPair(secrets, at as 0 | 1);
    const name = Buffer.concat([Buffer.from(kind), publicKey]).toString('hex');
    const file = join(keystore, name);
    if (!existsSync(file)) writeSecret(file, JSON.stringify(secrets[kind]));
  });
  const nodeKey = join(basePath, 'node-key');
  if (!existsSync(nodeKey)) writeSecret(nodeKey, secrets['node-key']);
  return keystore;
}

/** Whether others than its owner can read a file or folder. */
export const isOpenToOthers = (path: string): boolean => (statSync(path).mode & 0o077) !== 0;
