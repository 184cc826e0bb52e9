import { TypeRegistry } from '@polkadot/types';
import { describe, expect, it } from 'vitest';

import { PolityChainReader, verify, type StatusQuery } from '../src/index.js';
import { toHex } from '../src/encoding.js';
import { toChainKey, publicHalf } from '../src/index.js';
import { DISTRICT, EXPECTED, KEY, ISSUER, LIST, NOW, SCHEMA, World, refusal } from './support.js';

/** The answers of the runtime API, as `pallets/attestations/src/api.rs` has them, by codecs. */
const registry = new TypeRegistry();
registry.register({
  KeyKind: { _enum: ['Ed25519', 'P256', 'P384', 'X25519'] },
  SigningKey: { kind: 'KeyKind', public: 'Bytes' },
  SingleContent: { statusIndex: 'u32' },
  BatchContent: { leaves: 'u32', decoys: 'u32' },
  AttestationContent: { _enum: { Single: 'SingleContent', Batch: 'BatchContent' } },
  AttestationValidity: { issuedAt: 'u64', from: 'u64', until: 'u64', key: 'u16', signedAt: 'u64' },
  AssuranceLevel: { _enum: ['Low', 'Substantial', 'High'] },
  AttestationRecord: {
    issuer: 'u32',
    accreditation: 'u32',
    schema: 'u32',
    schemaVersion: 'u32',
    district: 'u16',
    level: 'AssuranceLevel',
    list: 'u32',
    validity: 'AttestationValidity',
    content: 'AttestationContent',
  },
  AttestationStatus: {
    _enum: [
      'VoidedByChain',
      'SignedByCompromisedKey',
      'NotYet',
      'Revoked',
      'Expired',
      'Suspended',
      'SchemaSuperseded',
      'Valid',
    ],
  },
  AttestationStatusError: {
    _enum: { NotFound: 'Null', IsBatch: 'Null', NotBatch: 'Null', Proof: 'u8', Broken: 'u8' },
  },
  BatchPlace: { root: 'H256', position: 'u32', statusIndex: 'u32', proof: 'Vec<H256>' },
  Shown: { commitment: '[u8; 32]', place: 'Option<BatchPlace>', issuer: 'u32', key: 'u16' },
  Evidence: {
    key: 'Option<SigningKey>',
    attestation: 'Option<AttestationRecord>',
    schemaHash: 'Option<H256>',
    status: 'Result<AttestationStatus, AttestationStatusError>',
  },
});

const FROM = Date.parse('2026-02-01T00:00:00Z');
const UNTIL = Date.parse('2030-01-01T00:00:00Z');
const BLOCK = { number: 42, hash: `0x${'b1'.repeat(32)}` };

interface Answers {
  readonly key?: object | null;
  readonly attestation?: object | null;
  readonly schemaHash?: string | null;
  readonly status?: object;
}

const record = (changed: object = {}) => ({
  issuer: ISSUER,
  accreditation: 1,
  schema: SCHEMA.id,
  schemaVersion: SCHEMA.version,
  district: DISTRICT,
  level: 'High',
  list: LIST,
  validity: { issuedAt: FROM - 3, from: FROM, until: UNTIL, key: KEY, signedAt: FROM - 4 },
  content: { Batch: { leaves: 5, decoys: 9 } },
  ...changed,
});

/** A connection to a node that answers so, and refuses to be read anywhere but at the finalized block. */
function connection(world: World, answers: Answers, asked: unknown[][] = []) {
  const key = toChainKey(publicHalf(world.issuerKey));
  const given = {
    key: { kind: key.kind, public: toHex(key.bytes) },
    attestation: record(),
    schemaHash: SCHEMA.hash,
    status: { Ok: 'Valid' },
    ...answers,
  };
  const evidence = async (shown: unknown, at: unknown) => {
    // As the node reads it: a field of another name would be one of zeros.
    asked.push([registry.createType('Shown', shown).toJSON(), at]);
    return registry.createType('Evidence', given) as unknown;
  };
  const finalized = registry.createType('H256', BLOCK.hash);
  const heads = {
    getFinalizedHead: async () => finalized,
    getHeader: async () => ({ number: registry.createType('u32', BLOCK.number) }),
  };
  const at = async (hash: unknown) => {
    expect(String(hash)).toBe(BLOCK.hash);
    return { call: { attestationsApi: { evidence } } };
  };
  return { at, rpc: { chain: heads } } as unknown as ConstructorParameters<typeof PolityChainReader>[0];
}

const QUERY: StatusQuery = {
  root: `0x${'0a'.repeat(32)}`,
  position: 3,
  commitment: `0x${'0c'.repeat(32)}`,
  statusIndex: 77,
  proof: [`0x${'0d'.repeat(32)}`],
  issuer: ISSUER,
  keyId: KEY,
  at: NOW.getTime(),
};

describe('the reader of the chain', () => {
  const world = new World();
  const read = (answers: Answers = {}) => new PolityChainReader(connection(world, answers)).status(QUERY);

  it('should answer from one finalized block', async () => {
    const asked: unknown[][] = [];
    expect(await new PolityChainReader(connection(world, {}, asked)).status(QUERY)).toEqual({
      block: BLOCK,
      issuerKey: toChainKey(publicHalf(world.issuerKey)),
      batch: {
        issuer: ISSUER,
        keyId: KEY,
        schema: { id: SCHEMA.id, version: SCHEMA.version, hash: SCHEMA.hash },
        district: DISTRICT,
        level: 'High',
        list: LIST,
        leaves: 5,
        from: FROM,
        until: UNTIL,
      },
      status: 'Valid',
    });
    const { root, position, commitment, statusIndex, proof, at } = QUERY;
    const place = { root, position, statusIndex, proof };
    expect(asked).toEqual([[{ commitment, place, issuer: ISSUER, key: KEY }, at]]);
  });

  it('should know no key that the chain does not know', async () => {
    expect((await read({ key: null })).issuerKey).toBeUndefined();
  });

  it('should know no batch where there is none, or a single attestation', async () => {
    const notFound = { Err: { NotFound: null } };
    expect(await read({ attestation: null, schemaHash: null, status: notFound })).toMatchObject({
      issuerKey: { kind: 'P256' },
      batch: undefined,
      status: undefined,
    });
    const single = record({ content: { Single: { statusIndex: 77 } } });
    expect((await read({ attestation: single, status: { Err: { NotBatch: null } } })).batch).toBeUndefined();
  });

  it('should give the schema that the chain has, whatever the credential says', async () => {
    const hash = `0x${'12'.repeat(32)}`;
    expect((await read({ attestation: record({ schema: 12 }), schemaHash: hash })).batch?.schema).toEqual({
      id: 12,
      version: SCHEMA.version,
      hash,
    });
  });

  it('should give each status by its name, and none to what is not in the batch', async () => {
    for (const name of [
      'VoidedByChain',
      'SignedByCompromisedKey',
      'NotYet',
      'Revoked',
      'Suspended',
      'SchemaSuperseded',
    ]) {
      expect((await read({ status: { Ok: name } })).status).toBe(name);
    }
    expect((await read({ status: { Err: { Proof: 4 } } })).status).toBeUndefined();
  });

  it('should fail when the state is broken, or the chain has no such register', async () => {
    await expect(read({ status: { Err: { Broken: 1 } } })).rejects.toThrow('cannot say');
    const bare = { ...connection(world, {}), at: async () => ({ call: {} }) } as never;
    await expect(new PolityChainReader(bare).status(QUERY)).rejects.toThrow('no register');
  });

  it('should verify what a holder shows', async () => {
    const presentation = await world.show(await world.diploma());
    const by = (answers: Answers) => {
      const chain = new PolityChainReader(connection(world, answers));
      return verify(presentation, { ...EXPECTED, chain });
    };
    expect(await by({})).toMatchObject({
      district: DISTRICT,
      level: 'High',
      validFrom: new Date(FROM),
      validUntil: new Date(UNTIL),
      block: BLOCK,
    });
    const endless = record({ validity: { from: FROM, until: '0xffffffffffffffff', key: KEY } });
    expect((await by({ attestation: endless })).validUntil).toEqual(new Date('2036-01-01T00:00:00Z'));
    expect(await refusal(by({ status: { Ok: 'Revoked' } }))).toBe('Revoked');
    expect(await refusal(by({ schemaHash: `0x${'01'.repeat(32)}` }))).toBe('WrongSchema');
    expect(await refusal(by({ key: null }))).toBe('ForgedIssuer');
  });
});
