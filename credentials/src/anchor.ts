/**
 * What the chain holds of a credential, and what it takes to find the one in the other: a commitment over
 * what the issuer has signed, in a leaf with the index of its status, under the root of a batch.
 */
import { commitmentOf } from '@polity/client/dist/commitment.js';
import { merkleLeaf, merkleVerify } from '@polity/client/dist/merkle.js';
import { concatBytes } from '@noble/hashes/utils';

import { fromHex, isHash, isObject, toHex, utf8, type Json } from './encoding.js';
import { refuse } from './errors.js';
import { issuerNumber } from './identifiers.js';
import { thumbprint } from './keys.js';
import type { OpenPart } from './credential.js';
import { littleEndian } from './statusIndex.js';

/** The most credentials of a batch: half a status list, so that decoys fit beside them. */
export const MAX_BATCH_LEAVES = 65_536;

/** The bytes of the salt of a commitment. */
export const COMMITMENT_SALT_BYTES = 32;

const LEAF_DOMAIN = utf8('polity/attestation-leaf/1');

/** Where a credential stands on the chain. The salt keeps what is there from being guessed. */
export interface Anchor {
  /** 32 bytes as hex, that only the issuer and the holder have. */
  readonly salt: string;
  /** The root of the batch, as hex. */
  readonly root: string;
  /** How many credentials the batch has. */
  readonly leaves: number;
  /** Which of them this one is. */
  readonly position: number;
  /** The siblings from its leaf up to the root, as hex. */
  readonly proof: readonly string[];
}

/**
 * The commitment to a credential, as hex. It is over the issuer-signed token without any disclosure, and
 * bound to the issuer and to the holder's key.
 */
export const credentialCommitment = (
  issuerToken: string,
  open: Pick<OpenPart, 'issuer' | 'schema' | 'holderKey'>,
  salt: string,
): string =>
  commitmentOf({
    schema: `credential-${open.schema.id}/${open.schema.version}`,
    issuer: littleEndian(issuerNumber(open.issuer)),
    subject: thumbprint(open.holderKey),
    record: new Uint8Array(),
    path: 'credential',
    salt: fromHex(salt),
    value: utf8(issuerToken),
  });

/** The leaf of a credential: the twin of `polity_accreditation::batch_leaf`. */
export const batchLeaf = (commitment: string, statusIndex: number): Uint8Array =>
  merkleLeaf(concatBytes(LEAF_DOMAIN, fromHex(commitment), littleEndian(statusIndex)));

/** Whether a credential stands in the batch that its anchor names. */
export const isInBatch = (anchor: Anchor, commitment: string, statusIndex: number): boolean =>
  merkleVerify(
    fromHex(anchor.root),
    anchor.leaves,
    anchor.position,
    batchLeaf(commitment, statusIndex),
    anchor.proof.map((node) => fromHex(node)),
  );

const isCount = (value: unknown, below: number): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < below;

/**
 * The anchor that a JSON value is.
 *
 * @throws Malformed
 */
export function readAnchor(value: Json | undefined): Anchor {
  if (isObject(value)) {
    const { salt, root, leaves, position, proof } = value;
    if (
      isHash(salt) &&
      isHash(root) &&
      isCount(leaves, MAX_BATCH_LEAVES + 1) &&
      isCount(position, MAX_BATCH_LEAVES) &&
      Array.isArray(proof) &&
      proof.length <= 32 &&
      proof.every(isHash)
    ) {
      const lower = (hash: string): string => toHex(fromHex(hash));
      return { salt: lower(salt), root: lower(root), leaves, position, proof: proof.map(lower) };
    }
  }
  return refuse('Malformed', 'It does not say where on the chain it stands.');
}
