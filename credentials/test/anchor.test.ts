import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fromHex, toHex } from '../src/encoding.js';
import {
  LIST_BITS,
  batch,
  batchLeaf,
  credentialCommitment,
  isInBatch,
  issue,
  permutedIndex,
  readBundle,
  readOpenPart,
  readSdJwt,
  writeBundle,
  type Bundle,
} from '../src/index.js';
import { LIST, World, refusal, vectors } from './support.js';

describe('the index in a status list', () => {
  it('should agree with the shared vectors', () => {
    const shared = vectors('status-index');
    expect(shared.length).toBe(16);
    for (const { seed, number, index } of shared) expect(permutedIndex(fromHex(seed), number)).toBe(index);
  });

  it('should be every one of the list once', () => {
    const seed = new Uint8Array(32).fill(9);
    const taken = new Set<number>();
    for (let number = 0; number < LIST_BITS; number += 1) taken.add(permutedIndex(seed, number));
    expect(taken.size).toBe(LIST_BITS);
    expect([...taken].every((index) => index >= 0 && index < LIST_BITS)).toBe(true);
  });

  it('should come from the seed alone, and be another with another seed', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        (one, other) => {
          fc.pre(toHex(one) !== toHex(other));
          const drawn = (seed: Uint8Array) =>
            [0, 1, 2, 3, 4, 5, 6, 7].map((number) => permutedIndex(seed, number));
          expect(drawn(one)).toEqual(drawn(one));
          expect(drawn(one)).not.toEqual(drawn(other));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('should be none beyond the list, or by a seed that is none', async () => {
    expect(await refusal(() => permutedIndex(new Uint8Array(32), LIST_BITS))).toBe('BadRequest');
    expect(await refusal(() => permutedIndex(new Uint8Array(32), -1))).toBe('BadRequest');
    expect(await refusal(() => permutedIndex(new Uint8Array(31), 0))).toBe('BadRequest');
  });
});

describe('the leaf of a credential', () => {
  it('should agree with the shared vectors', () => {
    for (const { commitment, statusIndex, leaf } of vectors('batch-leaf')) {
      expect(toHex(batchLeaf(commitment, statusIndex))).toBe(leaf);
    }
  });

  it('should be another with another salt, issuer, holder, schema or token', async () => {
    const { sdJwt } = await issue(new World().request());
    const parsed = readSdJwt(sdJwt);
    const open = readOpenPart(parsed);
    const token = parsed.issuerToken.encoded;
    const salt = `0x${'11'.repeat(32)}`;
    const other = readOpenPart(readSdJwt((await issue(new World().request())).sdJwt));
    const all = [
      credentialCommitment(token, open, salt),
      credentialCommitment(token, open, `0x${'12'.repeat(32)}`),
      credentialCommitment(`${token}A`, open, salt),
      credentialCommitment(token, { ...open, issuer: 'did:polity:issuer:8' }, salt),
      credentialCommitment(token, { ...open, holderKey: other.holderKey }, salt),
      credentialCommitment(token, { ...open, schema: { ...open.schema, version: 9 } }, salt),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('a batch', () => {
  const commitmentOf = ({ sdJwt, anchor }: Bundle): string => {
    const parsed = readSdJwt(sdJwt);
    return credentialCommitment(parsed.issuerToken.encoded, readOpenPart(parsed), anchor.salt);
  };
  const indexOf = ({ sdJwt }: Bundle): number => readOpenPart(readSdJwt(sdJwt)).status.index;

  it('should put a thousand credentials under one root, each with its own proof', async () => {
    const request = new World('Ed25519').request();
    const issued = await Promise.all(
      Array.from({ length: 1_000 }, (_, index) => issue({ ...request, status: { list: LIST, index } })),
    );
    const { root, leaves, bundles } = batch(issued);
    expect(leaves).toBe(1_000);
    expect(bundles.every(({ anchor }) => anchor.root === root && anchor.leaves === 1_000)).toBe(true);
    expect(bundles.every((bundle) => isInBatch(bundle.anchor, commitmentOf(bundle), indexOf(bundle)))).toBe(
      true,
    );
    expect(new Set(bundles.map(({ anchor }) => anchor.position)).size).toBe(1_000);
    // Positions tell nothing of the order in which the credentials were issued.
    const ascending = bundles.filter(
      ({ anchor }, at) => at > 0 && anchor.position > bundles[at - 1]!.anchor.position,
    );
    expect(ascending.length).toBeGreaterThan(350);
    expect(ascending.length).toBeLessThan(650);
  }, 120_000);

  it('should take a credential with its own salt, index, position and proof alone', async () => {
    const request = new World().request();
    const issued = await Promise.all(
      [0, 1, 2, 3, 4, 5, 6].map((index) => issue({ ...request, status: { list: LIST, index } })),
    );
    const { bundles } = batch(issued);
    for (const bundle of bundles) {
      const [commitment, index] = [commitmentOf(bundle), indexOf(bundle)];
      for (const { anchor } of bundles) {
        expect(isInBatch(anchor, commitment, index)).toBe(anchor === bundle.anchor);
      }
      expect(isInBatch(bundle.anchor, commitment, index + 1)).toBe(false);
      expect(isInBatch({ ...bundle.anchor, proof: bundle.anchor.proof.slice(1) }, commitment, index)).toBe(
        false,
      );
    }
  });

  it('should be refused when it is empty, or its credentials do not belong together', async () => {
    const world = new World();
    const one = await issue(world.request());
    const with_ = (changed: object) => issue(world.request({ status: { list: LIST, index: 5 }, ...changed }));
    expect(await refusal(() => batch([]))).toBe('BadRequest');
    expect(await refusal(() => batch([one, one]))).toBe('BadRequest');
    expect(await refusal(() => batch([{ ...one, salt: '0x00' }]))).toBe('BadRequest');
    expect(await refusal(() => batch([{} as never]))).toBe('BadRequest');
    for (const changed of [
      { keyId: 4 },
      { issuer: 'did:polity:issuer:8' },
      { status: { list: 3, index: 5 } },
      { validUntil: new Date('2035-01-01T00:00:00Z') },
      { schema: { ...world.request().schema, version: 3 } },
    ]) {
      const other = await with_(changed);
      expect(await refusal(() => batch([one, other])), JSON.stringify(changed)).toBe('BadRequest');
    }
    expect(batch([one, await with_({})]).leaves).toBe(2);
  });
});

describe('a bundle', () => {
  it('should come back from its text as it was', async () => {
    const bundle = await new World().diploma();
    expect(readBundle(writeBundle(bundle))).toEqual(bundle);
  });

  it('should be refused when it is of another form', async () => {
    const bundle = await new World().diploma();
    const changed = (part: object) => JSON.stringify({ ...bundle, ...part });
    const anchor = (part: object) => changed({ anchor: { ...bundle.anchor, ...part } });
    const texts = [
      '',
      '[]',
      changed({ format: 'polity-credential/2' }),
      changed({ sdJwt: 1 }),
      changed({ anchor: null }),
      anchor({ salt: '0x00' }),
      anchor({ root: 'root' }),
      anchor({ position: -1 }),
      anchor({ leaves: 70_000 }),
      anchor({ proof: ['0x1'] }),
      anchor({ proof: Array(33).fill(bundle.anchor.root) }),
    ];
    for (const text of texts)
      expect(await refusal(() => readBundle(text)), text.slice(-80)).toBe('Malformed');
  });
});
