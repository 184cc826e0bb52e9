import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import {
  CredentialError,
  MemoryChainReader,
  batch,
  generateKey,
  issue,
  issuerName,
  present,
  publicHalf,
  signerOf,
  toChainKey,
  verify,
  type Batch,
  type Bundle,
  type IssueRequest,
  type PrivateKey,
  type ChainBatch,
  type Schema,
  type Verified,
  type VerifyOptions,
} from '../src/index.js';

export const vectors = (name: string) =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../primitives/vectors/${name}.json`, import.meta.url)), 'utf8'));

export const ISSUER = 7;
export const KEY = 3;
export const LIST = 2;
export const DISTRICT = 4;
export const SCHEMA: Schema = { id: 11, version: 2, hash: `0x${'5c'.repeat(32)}`, slots: 8 };
export const VERIFIER = 'https://employer.example';
export const NONCE = 'n-0S6_WzA2Mj';
export const NOW = new Date('2026-07-01T12:00:00Z');
/** What the verifier expects, but for the chain that it reads. */
export const EXPECTED = { audience: VERIFIER, nonce: NONCE, schemas: [SCHEMA.id], now: NOW };

export const DIPLOMA = {
  degree: 'Master of Science',
  name: 'Zoë Ångström',
  born: '2001-02-03',
  grade: 1.3,
  address: { street: 'Rue de la Loi 16', city: 'Bruxelles' },
};

/** A university that issues diplomas, the chain on which it does, and a citizen. */
export class World {
  readonly chain = new MemoryChainReader();
  readonly issuerKey: PrivateKey;
  readonly holderKey: PrivateKey;

  constructor(curve: 'P-256' | 'Ed25519' = 'P-256') {
    this.issuerKey = generateKey(curve);
    this.holderKey = generateKey(curve);
    this.chain.setKey(ISSUER, KEY, toChainKey(publicHalf(this.issuerKey)));
  }

  request(changed: Partial<IssueRequest> = {}): IssueRequest {
    return {
      issuer: issuerName(ISSUER),
      keyId: KEY,
      signer: signerOf(this.issuerKey),
      type: 'Diploma',
      schema: SCHEMA,
      validFrom: new Date('2026-01-01T00:00:00Z'),
      validUntil: new Date('2036-01-01T00:00:00Z'),
      claims: DIPLOMA,
      holderKey: publicHalf(this.holderKey),
      status: { list: LIST, index: 77 },
      ...changed,
    };
  }

  /** Signs a credential, and puts it on the chain in a batch with others. */
  async diploma(changed: Partial<IssueRequest> = {}, recorded: Partial<ChainBatch> = {}): Promise<Bundle> {
    const request = this.request(changed);
    const { list, index } = request.status;
    const others = [1, 2, 3, 4].map((step) =>
      issue({ ...request, claims: { degree: `${step}` }, status: { list, index: index + step } }),
    );
    const made = batch(await Promise.all([issue(request), ...others]));
    this.record(made, recorded);
    return made.bundles[0]!;
  }

  record({ root, leaves }: Pick<Batch, 'root' | 'leaves'>, changed: Partial<ChainBatch> = {}): void {
    const { id, version, hash } = SCHEMA;
    this.chain.addBatch(root, {
      issuer: ISSUER,
      keyId: KEY,
      schema: { id, version, hash },
      district: DISTRICT,
      level: 'Substantial',
      list: LIST,
      leaves,
      from: Date.parse('2026-01-01T00:00:00Z'),
      until: Date.parse('2036-01-01T00:00:00Z'),
      ...changed,
    });
  }

  show(bundle: Bundle, disclose: readonly string[] = ['degree']): Promise<string> {
    const holderSigner = signerOf(this.holderKey);
    return present(bundle, { disclose, audience: VERIFIER, nonce: NONCE, holderSigner, at: NOW });
  }

  verify(presentation: string, changed: Partial<VerifyOptions> = {}): Promise<Verified> {
    return verify(presentation, { ...EXPECTED, chain: this.chain, ...changed });
  }
}

/** The name of the reason for which something is refused. */
export async function refusal(attempt: Promise<unknown> | (() => unknown)): Promise<string> {
  try {
    await (typeof attempt === 'function' ? attempt() : attempt);
  } catch (error) {
    if (error instanceof CredentialError) return error.kind;
    throw error;
  }
  return 'taken';
}
