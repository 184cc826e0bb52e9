/** The commands of operators that need no network. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { u8aToHex } from '@polkadot/util';
import { decodeAddress } from '@polkadot/util-crypto';

import {
  accountPair,
  insertKeys,
  KeysRefused,
  makeSecrets,
  open,
  proofOfPossession,
  publicKeys,
  readSecrets,
  seal,
  writeSecret,
  writeSecrets,
  type AuthoritySecrets,
} from '../operators/keys.js';
import { readFile } from './command.js';
import { argument, chainIdOf, needed, readPassphrase, type Command, type Values } from './operatorOptions.js';

const secretsOf = (values: Values): AuthoritySecrets => readSecrets(needed(values, 'keys'));

const generateKeys: Command = async (_, values) => {
  const out = needed(values, 'out');
  const kept = values.keep === undefined ? {} : readSecrets(String(values.keep));
  const { account, 'node-key': nodeKey, 'keystore-password': password } = kept as Partial<AuthoritySecrets>;
  const secrets = makeSecrets(
    account === undefined ? {} : { account, 'node-key': nodeKey, 'keystore-password': password },
  );
  writeSecrets(out, secrets);
  const keys = publicKeys(secrets);
  const node = u8aToHex(accountPair(secrets).publicKey);
  const lines = [`node = "${node}"`, `aura = "${keys.aura}"`, `grandpa = "${keys.grandpa}"`, ''];
  writeSecret(join(out, 'public.toml'), lines.join('\n'));
  return keys;
};

const proveKeys: Command = async (_, values) => {
  const secrets = secretsOf(values);
  const account = values.account === undefined ? publicKeys(secrets).node : String(values.account);
  const { aura, grandpa } = publicKeys(secrets);
  return { account, aura, grandpa, proof: u8aToHex(proofOfPossession(secrets, decodeAddress(account))) };
};

const sealKeys: Command = async (_, values) => {
  const [secrets, out] = [secretsOf(values), needed(values, 'out')];
  if (existsSync(out)) throw new KeysRefused(`${out} is there already. Name another file: nothing is overwritten.`);
  writeSecret(out, seal(secrets, readPassphrase(values), new Date().toISOString()));
  return publicKeys(secrets);
};

const openKeys: Command = async (rest, values) => {
  const secrets = open(readFile(argument(rest, 'the sealed file')), readPassphrase(values));
  writeSecrets(needed(values, 'out'), secrets);
  return publicKeys(secrets);
};

const insert: Command = async (_, values) => {
  const secrets = secretsOf(values);
  const chain = chainIdOf(needed(values, 'chain'));
  const keystore = insertKeys(secrets, needed(values, 'base-path'), chain, values.beside === true);
  return { keystore, ...publicKeys(secrets) };
};

/** By their names. */
export const KEY_COMMANDS: Readonly<Record<string, Command>> = {
  'generate-keys': generateKeys,
  'prove-keys': proveKeys,
  'seal-keys': sealKeys,
  'open-keys': openKeys,
  'insert-keys': insert,
};
