/** What a verifier does. It knows the chain, its own name and the nonce that it has drawn, and no more. */
import type { FinalizedBlock } from '@polity/client';

import { credentialCommitment, isInBatch, readAnchor, type Anchor } from './anchor.js';
import {
  LEVELS,
  type ChainAnswer,
  type ChainBatch,
  type ChainReader,
  type ChainStatus,
  type Level,
} from './chainReader.js';
import { readOpenPart, type OpenPart } from './credential.js';
import { isObject, type JsonObject } from './encoding.js';
import { refuse, type CredentialErrorKind } from './errors.js';
import { issuerNumber, type SchemaReference } from './identifiers.js';
import { fromChainKey } from './keys.js';
import { ANCHOR_CLAIM } from './present.js';
import { isTokenSignedBy, processed, readSdJwt, shownHash, type SdJwt } from './sdJwt.js';

/** How long after it was made a presentation is taken, in seconds. */
export const DEFAULT_MAX_AGE_SECONDS = 300;

/** How far the clocks of a holder and a verifier may be apart, in seconds. */
export const CLOCK_SKEW_SECONDS = 60;

/** What a verifier expects. */
export interface VerifyOptions {
  /** Its own name, which it has given the holder. */
  readonly audience: string;
  /** What it has drawn for this one question, and takes once. */
  readonly nonce: string;
  readonly chain: ChainReader;
  /**
   * The numbers of the schemas that it accepts, in any version; with none it accepts nothing. Each issuer is
   * accredited for schemas, so this alone says what is verified: the type that a credential gives itself is
   * bound to nothing.
   */
  readonly schemas: readonly number[];
  /** The lowest level of assurance that it accepts; none for any. */
  readonly lowestLevel?: Level;
  /** When it asks; none for now. */
  readonly now?: Date;
  readonly maxAgeSeconds?: number;
}

/** What is verified. */
export interface Verified {
  /** What the holder has disclosed, and nothing else. */
  readonly claims: JsonObject;
  /** What the issuer calls it. Nothing on the chain binds it: `schema` says what it is. */
  readonly type: readonly string[];
  readonly issuer: string;
  /** One of those that the verifier accepts. */
  readonly schema: SchemaReference;
  /** The number of the district for which it attests; 0 for the whole country. */
  readonly district: number;
  /** How surely the issuer knows whom it is about (eIDAS, article 8). */
  readonly level: Level;
  /** The first instant at which both the credential and its batch on the chain are valid. */
  readonly validFrom: Date;
  /** The first instant at which one of them is not any more. */
  readonly validUntil: Date;
  /** The finalized block by whose state it is valid. */
  readonly block: FinalizedBlock;
}

/** Checks the key binding, and gives the anchor that stands in it. */
function checkKeyBinding(shown: SdJwt, open: OpenPart, now: Date, options: VerifyOptions): Anchor {
  const { keyBinding } = shown;
  const { maxAgeSeconds = DEFAULT_MAX_AGE_SECONDS } = options;
  if (keyBinding === undefined) return refuse('KeyBindingMissing', 'Nobody has signed that it is shown.');
  const { header, payload } = keyBinding;
  if (header.typ !== 'kb+jwt') return refuse('Malformed', 'What the holder has signed is no key binding.');
  if (!isTokenSignedBy(keyBinding, open.holderKey)) {
    return refuse('NotHolder', 'It is not shown by the key that it was issued to.');
  }
  if (payload.aud !== options.audience) return refuse('WrongAudience', 'It was shown to another verifier.');
  if (payload.nonce !== options.nonce)
    return refuse('WrongNonce', 'It was shown in answer to another question.');
  if (payload.sd_hash !== shownHash(shown)) {
    return refuse('AlteredPresentation', 'What is shown is not what the holder has signed.');
  }
  const { iat } = payload;
  const age = now.getTime() / 1000 - (typeof iat === 'number' ? iat : NaN);
  if (!(age >= -CLOCK_SKEW_SECONDS && age <= maxAgeSeconds + CLOCK_SKEW_SECONDS)) {
    return refuse('NotFresh', 'It was shown too long ago, or is dated in the future.');
  }
  return readAnchor(payload[ANCHOR_CLAIM]);
}

/** Checks that it is by a schema that the verifier accepts. The chain is asked about no other. */
function checkSchema({ schema }: OpenPart, { schemas }: VerifyOptions): void {
  if (!schemas.includes(schema.id)) {
    refuse('WrongSchema', `It is by schema ${schema.id}, which the verifier does not accept.`);
  }
}

/** Checks that its level is one that the verifier accepts. With a lowest one that is none, no level is. */
function checkLevel(level: Level, lowest: Level | undefined): void {
  if (lowest === undefined) return;
  const rank = LEVELS.indexOf(lowest);
  if (rank < 0 || LEVELS.indexOf(level) < rank) {
    refuse('LevelTooLow', `Its level is ${level}; the verifier accepts none below ${lowest}.`);
  }
}

/** Checks that the issuer has signed it, by the document that the chain has of it. */
function checkIssuer(shown: SdJwt, { issuerKey }: ChainAnswer): void {
  const key = issuerKey === undefined ? undefined : fromChainKey(issuerKey);
  if (key === undefined) return refuse('ForgedIssuer', 'The issuer has no such key on the chain.');
  if (!isTokenSignedBy(shown.issuerToken, key)) {
    refuse('ForgedIssuer', 'It is not signed by the key that the issuer has on the chain.');
  }
}

/** Checks that the batch is the issuer's, and is what the credential says of it. */
function checkBatch(open: OpenPart, batch: ChainBatch | undefined): ChainBatch {
  if (batch === undefined) return refuse('UnknownBatch', 'The chain knows no batch with this root.');
  if (batch.issuer !== issuerNumber(open.issuer) || batch.keyId !== open.keyId) {
    return refuse('ForgedIssuer', 'The batch is by another issuer, or signed with another key.');
  }
  const { schema, status } = open;
  const isSame =
    batch.schema.id === schema.id &&
    batch.schema.version === schema.version &&
    batch.schema.hash === schema.hash &&
    batch.list === status.list;
  return isSame
    ? batch
    : refuse('WrongSchema', 'The batch is by another schema, or for another status list.');
}

const REFUSED: Readonly<Record<Exclude<ChainStatus, 'Valid'>, readonly [CredentialErrorKind, string]>> = {
  VoidedByChain: ['AccreditationMissing', 'The issuer was not accredited: its accreditation is void.'],
  SignedByCompromisedKey: ['CompromisedKey', 'The issuer’s key was in other hands.'],
  NotYet: ['NotYetValid', 'It is not valid yet.'],
  Revoked: ['Revoked', 'It is revoked.'],
  Expired: ['Expired', 'It is valid no more.'],
  Suspended: ['Suspended', 'It is suspended.'],
  SchemaSuperseded: ['ExpiredSchema', 'Its schema has been superseded.'],
};

/**
 * Verifies what a holder shows: who shows it, to whom and when; that nothing was changed; and, by one read
 * of finalized state, that the issuer has signed it, that it is in one of its batches, and what it is worth.
 *
 * Nothing is said to be true that is not disclosed. A verifier takes each nonce once: that is its own part.
 *
 * @throws CredentialError with the name of the reason
 */
export async function verify(presentation: string, options: VerifyOptions): Promise<Verified> {
  const { now = new Date() } = options;
  const shown = readSdJwt(presentation);
  const open = readOpenPart(shown);
  const anchor = checkKeyBinding(shown, open, now, options);
  const { credentialSubject: claims } = processed(shown);
  checkSchema(open, options);
  const commitment = credentialCommitment(shown.issuerToken.encoded, open, anchor.salt);
  const answer = await options.chain.status({
    root: anchor.root,
    position: anchor.position,
    commitment,
    statusIndex: open.status.index,
    proof: anchor.proof,
    issuer: issuerNumber(open.issuer),
    keyId: open.keyId,
    at: now.getTime(),
  });
  checkIssuer(shown, answer);
  const { leaves, district, level, from, until } = checkBatch(open, answer.batch);
  if (answer.status === undefined || !isInBatch({ ...anchor, leaves }, commitment, open.status.index)) {
    return refuse(
      'NotInBatch',
      'It is not in the batch: the salt, the position, the index or the proof is another’s.',
    );
  }
  checkLevel(level, options.lowestLevel);
  if (answer.status !== 'Valid') {
    const [kind, message] = REFUSED[answer.status];
    return refuse(kind, message);
  }
  // The chain knows the validity of the batch; the credential's own may be shorter, or longer.
  const validFrom = new Date(Math.max(open.validFrom.getTime(), from));
  const validUntil = new Date(Math.min(open.validUntil.getTime(), until));
  if (now < validFrom) return refuse('NotYetValid', 'It is not valid yet.');
  if (now >= validUntil) return refuse('Expired', 'It is valid no more.');
  const { type, issuer } = open;
  const { id, version } = open.schema;
  return {
    claims: isObject(claims) ? claims : {},
    type,
    issuer,
    schema: { id, version },
    district,
    level,
    validFrom,
    validUntil,
    block: answer.block,
  };
}
