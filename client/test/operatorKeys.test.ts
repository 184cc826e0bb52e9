import { mkdtempSync, readdirSync, rmSync, statSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { cryptoWaitReady, decodeAddress, ed25519Verify, sr25519Verify } from '@polkadot/util-crypto';
import { hexToU8a, stringToU8a, u8aConcat } from '@polkadot/util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { hostOf } from '../src/operators/checks.js';
import {
  insertKeys,
  isOpenToOthers,
  keptKeys,
  keystoreFolder,
  makeSecrets,
  open,
  proofOfPossession,
  publicKeys,
  readSecrets,
  seal,
  writeSecrets,
} from '../src/operators/keys.js';

const PASSPHRASE = 'a passphrase that is long';

describe('the keys of an authority', () => {
  let folder: string;
  beforeAll(async () => {
    await cryptoWaitReady();
    folder = mkdtempSync(join(tmpdir(), 'polity-keys-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('should be read as they were written, in files that their owner alone can read', () => {
    const secrets = makeSecrets();
    const own = join(folder, 'written');
    writeSecrets(own, secrets);
    expect(readSecrets(own)).toEqual(secrets);
    expect(statSync(own).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(own)) expect(isOpenToOthers(join(own, name)), name).toBe(false);
    expect(() => writeSecrets(own, makeSecrets())).toThrow('nothing is overwritten');
    expect(() => readSecrets(folder)).toThrow('There is no aura');
  });

  it('should be new each time, but for what is kept when they are rotated', () => {
    const [old, other] = [makeSecrets(), makeSecrets()];
    expect(publicKeys(old)).not.toEqual(publicKeys(other));
    const { account, 'node-key': nodeKey, 'keystore-password': password } = old;
    const rotated = makeSecrets({ account, 'node-key': nodeKey, 'keystore-password': password });
    expect(publicKeys(rotated).node).toBe(publicKeys(old).node);
    expect(publicKeys(rotated).aura).not.toBe(publicKeys(old).aura);
  });

  it('should depend on the password of the keystore', () => {
    const secrets = makeSecrets();
    expect(publicKeys({ ...secrets, 'keystore-password': '' }).aura).not.toBe(publicKeys(secrets).aura);
  });

  it('should be proven for one account, by a signature of each', () => {
    const secrets = makeSecrets();
    const { node, aura, grandpa } = publicKeys(secrets);
    const account = decodeAddress(node);
    const proof = proofOfPossession(secrets, account);
    const statement = u8aConcat(stringToU8a('POP_'), account);
    expect(proof).toHaveLength(128);
    expect(sr25519Verify(statement, proof.subarray(0, 64), hexToU8a(aura))).toBe(true);
    expect(ed25519Verify(statement, proof.subarray(64), hexToU8a(grandpa))).toBe(true);
    const another = u8aConcat(stringToU8a('POP_'), decodeAddress(publicKeys(makeSecrets()).node));
    expect(sr25519Verify(another, proof.subarray(0, 64), hexToU8a(aura))).toBe(false);
  });

  it('should be sealed and opened with the passphrase alone', () => {
    const secrets = makeSecrets();
    const sealed = seal(secrets, PASSPHRASE, '2026-11-27T00:00:00Z');
    for (const secret of Object.values(secrets)) expect(sealed).not.toContain(secret);
    expect(sealed).toContain(publicKeys(secrets).aura);
    expect(open(sealed, PASSPHRASE)).toEqual(secrets);
    expect(() => open(sealed, `${PASSPHRASE}!`)).toThrow('does not open');
    expect(() => open('{}', PASSPHRASE)).toThrow('no sealed keys');
    expect(() => seal(secrets, 'short', '')).toThrow('shorter than 12');
  });

  it('should go into a keystore of one authority', () => {
    const base = join(folder, 'base');
    const secrets = makeSecrets();
    const keystore = insertKeys(secrets, base, 'polity_local', false);
    expect(keystore).toBe(keystoreFolder(base, 'polity_local'));
    const { aura, grandpa } = publicKeys(secrets);
    expect(keptKeys(keystore).map(({ key }) => key).sort()).toEqual([aura, grandpa].sort());
    for (const { file } of keptKeys(keystore)) expect(isOpenToOthers(file)).toBe(false);
    // The same again changes nothing.
    insertKeys(secrets, base, 'polity_local', false);
    expect(() => insertKeys(makeSecrets(), base, 'polity_local', false)).toThrow('One keystore is one');
    insertKeys(makeSecrets(), base, 'polity_local', true);
    expect(keptKeys(keystore)).toHaveLength(4);
    chmodSync(keptKeys(keystore)[0]!.file, 0o644);
    expect(isOpenToOthers(keptKeys(keystore)[0]!.file)).toBe(true);
  });
});

describe('the address of a peer', () => {
  it('should be read where it is one', () => {
    expect(hostOf('/ip4/10.0.0.1/tcp/30333/p2p/12D3')).toEqual({ host: '10.0.0.1', port: 30_333 });
    expect(hostOf('/dns/sentry.example/tcp/1/ws')).toEqual({ host: 'sentry.example', port: 1 });
    expect(hostOf('10.0.0.1:30333')).toBeNull();
  });
});
