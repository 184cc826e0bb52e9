import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { JsonObject } from '../src/index.js';
import {
  claimsOf,
  fromChainKey,
  generateKey,
  issue,
  issuerNumber,
  processed,
  publicHalf,
  publicKeyFrom,
  readOpenPart,
  readSdJwt,
  signerOf,
  toChainKey,
  type IssueRequest,
} from '../src/index.js';
import { fromBase64Url, isHash, toBase64Url, utf8 } from '../src/encoding.js';
import { DIPLOMA, KEY, LIST, SCHEMA, World, refusal } from './support.js';

const world = new World();
const issued = async (changed: Partial<IssueRequest> = {}) =>
  readSdJwt((await issue(world.request(changed))).sdJwt);

const claimName = fc
  .stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,20}$/)
  .filter((name) => !(name in Object.prototype));
const claimValue = fc
  .jsonValue({ maxDepth: 2 })
  .filter((value) => !/"(_sd|\.\.\.)":/.test(JSON.stringify(value)));
const someClaims = fc.dictionary(claimName, claimValue, {
  minKeys: 1,
  maxKeys: SCHEMA.slots,
}) as fc.Arbitrary<JsonObject>;

describe('a credential that is issued', () => {
  it('should be a verifiable credential 2.0 with its claims hidden', async () => {
    const { issuerToken } = await issued();
    expect(issuerToken.header).toEqual({
      typ: 'vc+sd-jwt',
      cty: 'vc',
      alg: 'ES256',
      kid: `did:polity:issuer:7#key-${KEY}`,
    });
    const { credentialSubject, ...open } = issuerToken.payload;
    const entry = (statusPurpose: string) => ({
      type: 'BitstringStatusListEntry',
      statusPurpose,
      statusListIndex: '77',
      statusListCredential: `did:polity:status-list:2#${statusPurpose}`,
    });
    expect(open).toEqual({
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://www.w3.org/ns/credentials/undefined-terms/v2',
      ],
      type: ['VerifiableCredential', 'Diploma'],
      issuer: 'did:polity:issuer:7',
      validFrom: '2026-01-01T00:00:00Z',
      validUntil: '2036-01-01T00:00:00Z',
      credentialSchema: {
        id: 'did:polity:schema:11:2',
        type: 'JsonSchema',
        digestSRI: `sha256-${Buffer.alloc(32, 0x5c).toString('base64')}`,
      },
      credentialStatus: [entry('revocation'), entry('suspension')],
      cnf: { jwk: publicHalf(world.holderKey) },
      _sd_alg: 'sha-256',
    });
    expect(Object.keys(credentialSubject as object)).toEqual(['_sd']);
  });

  it('should have all that stands open read back as it was given', async () => {
    const request = world.request();
    expect(readOpenPart(await issued())).toEqual({
      type: ['Diploma'],
      issuer: request.issuer,
      keyId: request.keyId,
      schema: { id: SCHEMA.id, version: SCHEMA.version, hash: SCHEMA.hash },
      status: request.status,
      validFrom: request.validFrom,
      validUntil: request.validUntil,
      holderKey: request.holderKey,
    });
  });

  it('should have as many digests as its schema says, however many claims it has', async () => {
    await fc.assert(
      fc.asyncProperty(someClaims, async (claims) => {
        const read = await issued({ claims });
        const digests = (read.issuerToken.payload.credentialSubject as { readonly _sd: readonly string[] })
          ._sd;
        expect(digests.length).toBe(SCHEMA.slots);
        expect(new Set(digests).size).toBe(SCHEMA.slots);
        expect(digests.every((digest) => fromBase64Url(digest)?.length === 32)).toBe(true);
        // Their order tells nothing of which are decoys.
        expect(digests).toEqual([...digests].sort());
        expect(read.disclosures.length).toBe(Object.keys(claims).length);
        expect(processed(read).credentialSubject).toEqual(JSON.parse(JSON.stringify(claims)));
      }),
      { numRuns: 60 },
    );
  });

  it('should be as long whether it has one claim or all', async () => {
    const one = await issued({ claims: { degree: 'x' } });
    const all = await issued();
    expect(one.issuerToken.encoded.length).toBe(all.issuerToken.encoded.length);
  });

  it('should have salts of 128 bits, and none twice', async () => {
    const read = [...(await issued()).disclosures, ...(await issued()).disclosures];
    expect(read.every(({ salt }) => fromBase64Url(salt)?.length === 16)).toBe(true);
    expect(new Set(read.map(({ salt }) => salt)).size).toBe(read.length);
    const salts = [(await issue(world.request())).salt, (await issue(world.request())).salt];
    expect(salts.every(isHash)).toBe(true);
    expect(salts[0]).not.toBe(salts[1]);
  });

  it('should be refused when the request is none that can be kept', async () => {
    const bad: readonly Partial<IssueRequest>[] = [
      { type: [] },
      { type: 'VerifiableCredential' },
      { validUntil: new Date('2026-01-01T00:00:00Z') },
      { validFrom: new Date(NaN) },
      { claims: {} },
      { claims: Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`claim${at}`, at])) },
      { claims: { 'not a term': 1 } },
      { claims: { _sd: 1 } },
      { claims: { constructor: 1 } },
      { claims: { degree: { _sd: ['x'] } } },
      { claims: { degree: [{ '...': 'x' }] } },
      { schema: { ...SCHEMA, slots: 0 } },
      { schema: { ...SCHEMA, slots: 257 } },
      { schema: { ...SCHEMA, hash: '0x00' } },
      { schema: { ...SCHEMA, id: -1 } },
      { status: { list: LIST, index: 131_072 } },
      { status: { list: 1.5, index: 0 } },
      { keyId: -1 },
    ];
    for (const changed of bad) {
      expect(await refusal(issue(world.request(changed))), JSON.stringify(changed)).toBe('BadRequest');
    }
    expect(await refusal(issue(world.request({ issuer: 'did:web:example.com' })))).toBe('NotACredential');
    expect(await refusal(issue(world.request({ holderKey: world.holderKey })))).toBe('Malformed');
  });

  it('should keep the secret half of no key', async () => {
    const bundle = await world.diploma();
    const text = JSON.stringify(bundle) + Buffer.from(bundle.sdJwt.split('.')[1]!, 'base64url').toString();
    expect(text).not.toContain(world.holderKey.d);
    expect(text).not.toContain(world.issuerKey.d);
  });

  it('should show its holder all claims', async () => {
    expect(claimsOf(await world.diploma())).toEqual(DIPLOMA);
  });
});

describe('a credential that is read', () => {
  const rewritten = async (
    change: (payload: Record<string, unknown>, header: Record<string, unknown>) => void,
  ) => {
    const { sdJwt } = await issue(world.request());
    const [token = '', ...rest] = sdJwt.split('~');
    const [head = '', body = '', signature = ''] = token.split('.');
    const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
    const [header, payload] = [decode(head), decode(body)];
    change(payload, header);
    const encode = (value: unknown) => toBase64Url(utf8(JSON.stringify(value)));
    return [`${encode(header)}.${encode(payload)}.${signature}`, ...rest].join('~');
  };

  it('should be refused when it is none by the data model', async () => {
    const changes: readonly ((payload: any, header: any) => void)[] = [
      (_, header) => (header.typ = 'dc+sd-jwt'),
      (_, header) => (header.cty = 'vp'),
      (_, header) => (header.kid = 'key-3'),
      (_, header) => delete header.kid,
      (payload) => (payload.issuer = 'https://university.example'),
      (payload) => (payload['@context'] = ['https://www.w3.org/2018/credentials/v1']),
      (payload) => (payload.type = ['Diploma']),
      (payload) => (payload.type = ['VerifiableCredential']),
      (payload) => delete payload.validFrom,
      (payload) => (payload.validUntil = '2026-13-01T00:00:00Z'),
      (payload) => (payload.validUntil = '2027-02-30T00:00:00Z'),
      (payload) => (payload.validUntil = payload.validFrom),
      (payload) => (payload.exp = 1),
      (payload) => (payload.vc = {}),
      (payload) => delete payload.credentialSchema,
      (payload) => (payload.credentialSchema.digestSRI = 'sha256-AAAA'),
      (payload) => (payload.credentialSchema.id = 'did:polity:schema:4294967296:1'),
      (payload) => delete payload.credentialStatus,
      (payload) => payload.credentialStatus.pop(),
      (payload) => payload.credentialStatus.reverse(),
      (payload) => (payload.credentialStatus[1].statusListIndex = '78'),
      (payload) => (payload.credentialStatus[0].statusListIndex = '131072'),
      (payload) => (payload.credentialSubject.name = 'open'),
      (payload) => (payload.credentialSubject = {}),
      (payload) => (payload._sd_alg = 'sha-512'),
    ];
    for (const change of changes) {
      const text = await rewritten(change);
      expect(await refusal(() => readOpenPart(readSdJwt(text))), change.toString()).toBe('NotACredential');
    }
  });

  it('should be refused when its token is none that can be trusted to be read in one way', async () => {
    const changes: readonly ((payload: any, header: any) => void)[] = [
      (_, header) => (header.crit = ['b64']),
      (payload) => (payload._sd_alg = 'md5'),
      (payload) => (payload._sd_alg = 'constructor'),
      (payload) => delete payload.cnf,
      (payload) => (payload.cnf.jwk.d = 'AA'),
      (payload) => (payload.cnf.jwk.x = payload.cnf.jwk.y),
      (payload) => payload.credentialSubject._sd.push(payload.credentialSubject._sd[0]),
      (payload) => payload.credentialSubject._sd.push(7),
    ];
    for (const change of changes) {
      const text = await rewritten(change);
      const read = () => {
        const parsed = readSdJwt(text);
        readOpenPart(parsed);
        processed(parsed);
      };
      expect(await refusal(read), change.toString()).toBe('Malformed');
    }
    for (const text of ['', 'a.b.c~', '~', 'a~b~c', 'e30.e30.~e30~', `${'A'.repeat(1_000_001)}~`]) {
      expect(await refusal(() => readSdJwt(text)), text.slice(0, 20)).toBe('Malformed');
    }
  });

  it('should be refused when a disclosure of it has no name, no salt, or a name that digests have', async () => {
    const { sdJwt } = await issue(world.request());
    for (const content of [
      '["c2FsdA", "degree"]',
      '["c2FsdA", "degree", "x"]',
      '["c2FsdHNhbHRzYWx0c2FsdA", "_sd", []]',
      '{}',
      '[1, "a", 2]',
    ]) {
      const text = `${sdJwt}${toBase64Url(utf8(content))}~`;
      expect(await refusal(() => readOpenPart(readSdJwt(text))), content).toBe('Malformed');
    }
  });

  it('should be refused or read, whatever the text, and never fail otherwise', async () => {
    const { sdJwt } = await issue(world.request());
    await fc.assert(
      fc.asyncProperty(fc.nat(sdJwt.length - 1), fc.constantFrom(...'A_.~-z0'), async (at, character) => {
        const text = sdJwt.slice(0, at) + character + sdJwt.slice(at + 1);
        await refusal(() => {
          const parsed = readSdJwt(text);
          readOpenPart(parsed);
          processed(parsed);
        });
      }),
      { numRuns: 400 },
    );
  });
});

describe('a key', () => {
  it('should come back from the encoding of the chain as it was', () => {
    for (const curve of ['P-256', 'Ed25519'] as const) {
      for (let round = 0; round < 20; round += 1) {
        const key = publicHalf(generateKey(curve));
        const chainKey = toChainKey(key);
        expect(chainKey.bytes.length).toBe(curve === 'P-256' ? 33 : 32);
        expect(fromChainKey(chainKey)).toEqual(key);
      }
    }
  });

  it('should be none when it is no point, or of a kind that signs no credential here', () => {
    expect(fromChainKey({ kind: 'P256', bytes: new Uint8Array(33).fill(5) })).toBeUndefined();
    const whole = Uint8Array.of(4, ...new Uint8Array(64));
    expect(fromChainKey({ kind: 'P256', bytes: whole })).toBeUndefined();
    expect(fromChainKey({ kind: 'Ed25519', bytes: new Uint8Array(31) })).toBeUndefined();
    expect(fromChainKey({ kind: 'X25519', bytes: new Uint8Array(32) })).toBeUndefined();
    expect(fromChainKey({ kind: 'P384', bytes: new Uint8Array(49) })).toBeUndefined();
  });

  it('should be refused when its halves do not belong together, or it is of another kind', async () => {
    const { d } = generateKey('P-256');
    expect(await refusal(() => signerOf({ ...generateKey('P-256'), d }))).toBe('Malformed');
    expect(await refusal(() => signerOf({ ...generateKey('P-256'), d: 'AA' }))).toBe('Malformed');
    for (const jwk of [
      null,
      {},
      { kty: 'RSA', n: 'AA', e: 'AQAB' },
      { kty: 'EC', crv: 'P-384', x: 'AA', y: 'AA' },
    ]) {
      expect(await refusal(() => publicKeyFrom(jwk))).toBe('Malformed');
    }
  });
});

describe('the number of an issuer', () => {
  it('should be one that the chain counts to', async () => {
    expect(issuerNumber('did:polity:issuer:4294967295')).toBe(4_294_967_295);
    for (const name of [
      'did:polity:issuer:4294967296',
      'did:polity:issuer:07',
      'did:polity:issuer:',
      7,
      null,
    ]) {
      expect(await refusal(() => issuerNumber(name))).toBe('NotACredential');
    }
  });
});
