/** What an issuer does: it signs credentials, and puts many of them under one root. */
import { merkleLevels, merkleProof } from '@polity/client/dist/merkle.js';

import { COMMITMENT_SALT_BYTES, MAX_BATCH_LEAVES, batchLeaf, credentialCommitment } from './anchor.js';
import { BUNDLE_FORMAT, type Bundle } from './bundle.js';
import {
  MAX_SLOTS,
  document,
  readOpenPart,
  timestamp,
  type OpenPart,
  type Schema,
  type StatusPlace,
} from './credential.js';
import { isHash, randomBytes, toHex, type JsonObject } from './encoding.js';
import { refuse } from './errors.js';
import { issuerNumber, keyName } from './identifiers.js';
import { publicKeyFrom, type PublicKey, type Signer } from './keys.js';
import { issuing, readSdJwt } from './sdJwt.js';
import { LIST_BITS } from './statusIndex.js';

/** What is attested, of whom, by whom, and how long it is to hold. */
export interface IssueRequest {
  /** The issuer, as {@link issuerName} writes it. */
  readonly issuer: string;
  /** The number of the signing key in the issuer's document. */
  readonly keyId: number;
  readonly signer: Signer;
  /** The type beside `VerifiableCredential`, or several. */
  readonly type: string | readonly string[];
  readonly schema: Schema;
  readonly validFrom: Date;
  readonly validUntil: Date;
  /** The claims. Each can be disclosed without the others, and as a whole only. */
  readonly claims: JsonObject;
  /** The key by which the citizen shows it: a new one for each credential leaves nothing to link. */
  readonly holderKey: PublicKey;
  readonly status: StatusPlace;
}

/** A credential that is signed, and not yet in a batch. */
export interface Issued {
  /** The SD-JWT with all its disclosures. */
  readonly sdJwt: string;
  /** The salt of its commitment, as hex. */
  readonly salt: string;
}

/** A batch: what the chain is told, and what each holder gets. */
export interface Batch {
  /** The root, as hex: what `issue a batch` is called with. */
  readonly root: string;
  /** How many credentials it has. */
  readonly leaves: number;
  /** A bundle for each credential, in the order in which they were given. */
  readonly bundles: readonly Bundle[];
}

/** The name of a claim: a term of the schema. */
const CLAIM_NAME = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;

function checkClaims(claims: JsonObject, slots: number): number {
  const names = Object.keys(claims);
  if (!Number.isInteger(slots) || slots < 1 || slots > MAX_SLOTS) {
    return refuse('BadRequest', `A schema has between 1 and ${MAX_SLOTS} claims.`);
  }
  if (names.length === 0 || names.length > slots) {
    return refuse('BadRequest', `A credential by this schema has between 1 and ${slots} claims.`);
  }
  // Names that every object of this language has would be taken for claims that are there.
  const unfit = names.find((name) => !CLAIM_NAME.test(name) || name in Object.prototype);
  if (unfit !== undefined) return refuse('BadRequest', `No claim has the name ${JSON.stringify(unfit)}.`);
  const nested = names.find((name) => hasDigests(claims[name]));
  if (nested !== undefined)
    return refuse('BadRequest', `The claim ${nested} has a name in it that digests have.`);
  return slots - names.length;
}

function hasDigests(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, part]) => name === '_sd' || name === '...' || hasDigests(part));
}

/**
 * Signs a credential. Each claim gets a salt of its own, and decoys make up the number of digests that the
 * schema has.
 *
 * @throws BadRequest
 */
export async function issue(request: IssueRequest): Promise<Issued> {
  const { signer, claims, schema, status } = request;
  issuerNumber(request.issuer);
  const type = typeof request.type === 'string' ? [request.type] : request.type;
  if (type.length === 0 || type.includes('VerifiableCredential')) {
    return refuse('BadRequest', 'Name the type of the credential beside VerifiableCredential.');
  }
  if (request.validUntil <= request.validFrom) return refuse('BadRequest', 'The validity is empty.');
  if (!Number.isInteger(status.index) || status.index < 0 || status.index >= LIST_BITS) {
    return refuse('BadRequest', `A status list has no index ${status.index}.`);
  }
  const decoys = checkClaims(claims, schema.slots);
  const { issuer, keyId, validFrom, validUntil } = request;
  const holderKey = publicKeyFrom(request.holderKey);
  const open: OpenPart = { type, issuer, keyId, schema, status, validFrom, validUntil, holderKey };
  const hidden = { credentialSubject: { _sd: Object.keys(claims), _sd_decoy: decoys } };
  const sdJwt = await issuing(signer).issue(document(open, claims), hidden as never, {
    header: { cty: 'vc', kid: keyName(issuer, keyId) },
  });
  return { sdJwt, salt: toHex(randomBytes(COMMITMENT_SALT_BYTES)) };
}

/** What all credentials of a batch have in common: the chain keeps it once. */
const inCommon = (open: OpenPart): string =>
  JSON.stringify([
    open.issuer,
    open.keyId,
    open.schema,
    open.status.list,
    timestamp(open.validFrom),
    timestamp(open.validUntil),
  ]);

/**
 * Puts credentials under one root. They stand in it in an order that tells nothing of the one in which
 * they were issued.
 *
 * @throws BadRequest
 */
export function batch(credentials: readonly Issued[]): Batch {
  if (credentials.length === 0 || credentials.length > MAX_BATCH_LEAVES) {
    return refuse('BadRequest', `A batch has between 1 and ${MAX_BATCH_LEAVES} credentials.`);
  }
  const read = credentials.map(({ sdJwt, salt }) => {
    if (typeof sdJwt !== 'string' || !isHash(salt))
      return refuse('BadRequest', 'A credential has an SD-JWT and a salt.');
    const parsed = readSdJwt(sdJwt);
    const open = readOpenPart(parsed);
    const commitment = credentialCommitment(parsed.issuerToken.encoded, open, salt);
    return { open, leaf: batchLeaf(commitment, open.status.index) };
  });
  if (new Set(read.map(({ open }) => inCommon(open))).size > 1) {
    return refuse('BadRequest', 'A batch is by one key and schema, for one status list and one validity.');
  }
  if (new Set(read.map(({ open }) => open.status.index)).size < read.length) {
    return refuse('BadRequest', 'Two credentials have the same index in the status list.');
  }
  const order = read
    .map((_, index) => index)
    .sort((one, other) => compare(read[one]!.leaf, read[other]!.leaf));
  const levels = merkleLevels(order.map((index) => read[index]!.leaf));
  const root = toHex(levels.at(-1)![0]!);
  const positions = new Map(order.map((index, position) => [index, position]));
  const bundles = credentials.map(({ sdJwt, salt }, index): Bundle => {
    const position = positions.get(index)!;
    const proof = merkleProof(levels, position).map((node) => toHex(node));
    return { format: BUNDLE_FORMAT, sdJwt, anchor: { salt, root, leaves: read.length, position, proof } };
  });
  return { root, leaves: read.length, bundles };
}

function compare(one: Uint8Array, other: Uint8Array): number {
  const at = one.findIndex((byte, index) => byte !== other[index]);
  return at < 0 ? 0 : one[at]! - other[at]!;
}
