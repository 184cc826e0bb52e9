import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Exit } from '@polity/client/dist/commands/command.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { batch } from '../src/commands/batch.js';
import { issue } from '../src/commands/issue.js';
import { key } from '../src/commands/key.js';
import { present } from '../src/commands/present.js';
import { verify, type WithChain } from '../src/commands/verify.js';
import { readOpenPart, readSdJwt, toChainKey, type MemoryChainReader } from '../src/index.js';
import { DIPLOMA, DISTRICT, ISSUER, KEY, LIST, NONCE, SCHEMA, VERIFIER, World, vectors } from './support.js';

let folder = '';
const path = (name: string): string => join(folder, name);
const file = (name: string, value: unknown): string => {
  writeFileSync(path(name), typeof value === 'string' ? value : JSON.stringify(value));
  return path(name);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'polity-credential-'));
});

afterEach(() => {
  process.exitCode = undefined;
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** What a command prints. */
async function printed(command: Promise<void> | (() => Promise<void>)): Promise<string> {
  const lines: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  await (typeof command === 'function' ? command() : command);
  write.mockRestore();
  return lines.join('');
}

/** The code with which a command ends. */
async function code(command: () => Promise<void>): Promise<number | undefined> {
  try {
    await printed(command);
    return undefined;
  } catch (error) {
    if (error instanceof Exit) return error.code;
    throw error;
  } finally {
    vi.restoreAllMocks();
  }
}

const newKey = (name: string, curve = 'P-256') => printed(() => key(['--curve', curve, '--out', path(name)]));

const request = (holderKey: unknown, index = 5) => ({
  issuer: ISSUER,
  keyId: KEY,
  type: 'Diploma',
  schema: SCHEMA,
  validFrom: '2026-01-01T00:00:00Z',
  validUntil: '2036-01-01T00:00:00Z',
  claims: DIPLOMA,
  holderKey,
  status: { list: LIST, index },
});

describe('the commands', () => {
  it('should take a diploma from the issuer to the verifier, and to its refusal once it is revoked', async () => {
    const issuer = JSON.parse(await newKey('issuer.jwk'));
    const holder = JSON.parse(await newKey('holder.jwk'));
    const issued = await Promise.all(
      [5, 6].map((index) => file(`${index}.json`, request(holder.publicKey, index))),
    );
    let credentials = '';
    for (const one of issued) credentials += await printed(() => issue([one, '--key', path('issuer.jwk')]));
    const lines = (await printed(() => batch([file('credentials', credentials)]))).trim().split('\n');
    expect(lines.length).toBe(3);
    const made = JSON.parse(lines[0]!);
    expect(made).toEqual({ root: expect.stringMatching(/^0x[0-9a-f]{64}$/), leaves: 2 });

    const bundle = file('bundle.json', lines[1]!);
    const showing = ['--audience', VERIFIER, '--nonce', NONCE];
    const shown = await printed(() =>
      present([bundle, '--disclose', 'degree,grade', ...showing, '--key', path('holder.jwk')]),
    );
    expect(shown).not.toContain(JSON.parse(readFileSync(path('holder.jwk'), 'utf8')).d);

    const world = new World();
    const chain: MemoryChainReader = world.chain;
    chain.setKey(ISSUER, KEY, toChainKey(issuer.publicKey));
    world.record(made);
    const withChain: WithChain = (endpoint, use) => {
      expect(endpoint).toBe('ws://127.0.0.1:1');
      return use(chain);
    };
    const asking = [file('shown', shown), ...showing, '--endpoint', 'ws://127.0.0.1:1'];
    const verifying = [...asking, '--schema', '99', '--schema', `${SCHEMA.id}`, '--lowest-level', 'Substantial'];
    const verdict = JSON.parse(await printed(() => verify(verifying, withChain)));
    expect(verdict).toMatchObject({ verified: true, claims: { degree: DIPLOMA.degree, grade: 1.3 } });
    expect(verdict).toMatchObject({ schema: { id: SCHEMA.id }, district: DISTRICT, level: 'Substantial' });
    expect(Object.keys(verdict.claims).sort()).toEqual(['degree', 'grade']);
    expect(process.exitCode).toBeUndefined();

    const kindWith = async (...words: readonly string[]) =>
      JSON.parse(await printed(() => verify([...asking, ...words], withChain))).kind;
    expect(await kindWith('--schema', '99')).toBe('WrongSchema');
    expect(await kindWith('--schema', `${SCHEMA.id}`, '--lowest-level', 'High')).toBe('LevelTooLow');
    expect(process.exitCode).toBe(1);
    process.exitCode = undefined;

    chain.setStatus(LIST, 5, 'Revoked');
    expect(JSON.parse(await printed(() => verify(verifying, withChain)))).toEqual({
      verified: false,
      kind: 'Revoked',
      reason: 'It is revoked.',
    });
    expect(process.exitCode).toBe(1);
  });

  it('should draw the index by the seed of the list where the request counts', async () => {
    const holder = JSON.parse(await newKey('holder.jwk'));
    const { seed, number, index } = vectors('status-index')[5];
    const counted = file('counted.json', { ...request(holder.publicKey), status: { list: LIST, number } });
    const words = [counted, '--key', path('holder.jwk')];
    const { sdJwt } = JSON.parse(await printed(() => issue([...words, '--seed', file('seed', `${seed}\n`)])));
    expect(readOpenPart(readSdJwt(sdJwt)).status).toEqual({ list: LIST, index });
    expect(await code(() => issue(words))).toBe(2);
    expect(await code(() => issue([...words, '--seed', file('short', '0x00')]))).toBe(3);
  });

  it('should keep a key for its owner alone, print none of its secret, and write over no other', async () => {
    for (const curve of ['P-256', 'Ed25519']) {
      const text = await newKey(`${curve}.jwk`, curve);
      const { d } = JSON.parse(readFileSync(path(`${curve}.jwk`), 'utf8'));
      expect(text).not.toContain(d);
      expect(statSync(path(`${curve}.jwk`)).mode & 0o777).toBe(0o600);
      expect(await code(() => key(['--curve', curve, '--out', path(`${curve}.jwk`)]))).toBe(3);
    }
    expect(await code(() => key(['--curve', 'secp256k1', '--out', path('other')]))).toBe(2);
  });

  it('should end with the code of what is wrong', async () => {
    const holder = JSON.parse(await newKey('holder.jwk'));
    const good = file('request.json', request(holder.publicKey));
    expect(await code(() => issue([good]))).toBe(2);
    expect(await code(() => issue([good, '--secret', 'x']))).toBe(2);
    expect(await code(() => issue([good, good, '--key', path('holder.jwk')]))).toBe(2);
    expect(await code(() => issue([path('none'), '--key', path('holder.jwk')]))).toBe(3);
    expect(await code(() => issue([good, '--key', path('none')]))).toBe(3);
    expect(await code(() => issue([good, '--key', file('bad.jwk', { kty: 'EC' })]))).toBe(3);
    expect(await code(() => issue([file('bad', '[1]'), '--key', path('holder.jwk')]))).toBe(3);
    for (const name of Object.keys(request(holder.publicKey))) {
      const { [name]: _, ...rest } = request(holder.publicKey) as Record<string, unknown>;
      expect(await code(() => issue([file('part', rest), '--key', path('holder.jwk')])), name).toBe(3);
    }
    const unreachable: WithChain = () => Promise.reject(new Error('No node answers.'));
    const verifying = (...words: readonly string[]) =>
      code(() => verify([good, '--audience', 'x', '--nonce', 'y', ...words], unreachable));
    const endpoint = ['--endpoint', 'ws://127.0.0.1:1'];
    expect(await verifying('--schema', '11')).toBe(2);
    expect(await verifying(...endpoint)).toBe(2);
    for (const schema of ['', 'diploma', '11:2', '-1', '1.5', '4294967296']) {
      expect(await verifying(...endpoint, '--schema', '11', `--schema=${schema}`), schema).toBe(2);
    }
    for (const level of ['', 'low', 'Highest']) {
      expect(await verifying(...endpoint, '--schema', '11', `--lowest-level=${level}`), level).toBe(2);
    }
    expect(await verifying(...endpoint, '--schema', '11', '--lowest-level', 'Low')).toBe(4);
  });
});
