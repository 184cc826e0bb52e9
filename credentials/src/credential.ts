/**
 * The credential itself: W3C VC Data Model 2.0, secured as `application/vc+sd-jwt` by "Securing Verifiable
 * Credentials using JOSE and COSE". All that a verifier needs stands open; each claim can be disclosed
 * alone.
 */
import { fromHex, isHash, isObject, toHex, type Json, type JsonObject } from './encoding.js';
import { refuse } from './errors.js';
import {
  issuerNumber,
  keyOf,
  schemaName,
  schemaOf,
  statusListName,
  statusListOf,
  type SchemaReference,
} from './identifiers.js';
import { publicKeyFrom, type PublicKey } from './keys.js';
import { SALT_BYTES, type SdJwt } from './sdJwt.js';
import { LIST_BITS } from './statusIndex.js';

/** The media type, as the header of the token names it. */
export const TOKEN_TYPE = 'vc+sd-jwt';

/** The context that every credential begins with. */
export const CONTEXT = 'https://www.w3.org/ns/credentials/v2';

/** The context in which terms of a schema need no context of their own. */
export const OPEN_CONTEXT = 'https://www.w3.org/ns/credentials/undefined-terms/v2';

/** The most claims of a credential, decoys counted. */
export const MAX_SLOTS = 256;

/** A version of a schema, as an issuer uses it. */
export interface Schema extends SchemaReference {
  /** The SHA-256 of its canonical text, as hex: as the chain has it. */
  readonly hash: string;
  /** How many digests each of its credentials has, so that their number tells nothing. */
  readonly slots: number;
}

/** Where the status of a credential stands. */
export interface StatusPlace {
  readonly list: number;
  readonly index: number;
}

/** What stands open in a credential. */
export interface OpenPart {
  readonly type: readonly string[];
  readonly issuer: string;
  readonly keyId: number;
  readonly schema: SchemaReference & { readonly hash: string };
  readonly status: StatusPlace;
  readonly validFrom: Date;
  readonly validUntil: Date;
  readonly holderKey: PublicKey;
}

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** The integrity of a schema, as Subresource Integrity writes it. */
function integrityOf(hash: string): string {
  if (!isHash(hash)) return refuse('BadRequest', 'The hash of a schema is 32 bytes in hexadecimal.');
  return `sha256-${base64(fromHex(hash))}`;
}

function hashOf(integrity: unknown): string {
  const match = typeof integrity === 'string' ? /^sha256-([A-Za-z0-9+/]{43}=)$/.exec(integrity) : null;
  if (match === null) return refuse('NotACredential', 'The schema is not given by its SHA-256.');
  return toHex(Uint8Array.from(atob(match[1]!), (character) => character.charCodeAt(0)));
}

/** A time as credentials write it: in whole seconds of UTC. */
export function timestamp(time: Date): string {
  if (Number.isNaN(time.getTime())) return refuse('BadRequest', 'A validity has two dates.');
  return time.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

function timeOf(value: unknown, name: string): Date {
  const time = new Date(typeof value === 'string' && TIMESTAMP.test(value) ? value : NaN);
  // A day that no month has would come back as another one.
  if (Number.isNaN(time.getTime()) || timestamp(time) !== value) {
    return refuse('NotACredential', `${name} is no dateTimeStamp in whole seconds of UTC.`);
  }
  return time;
}

/** The credential before its claims are hidden. */
export function document(open: OpenPart, claims: JsonObject): JsonObject {
  const { list, index } = open.status;
  return {
    '@context': [CONTEXT, OPEN_CONTEXT],
    type: ['VerifiableCredential', ...open.type],
    issuer: open.issuer,
    validFrom: timestamp(open.validFrom),
    validUntil: timestamp(open.validUntil),
    credentialSchema: {
      id: schemaName(open.schema),
      type: 'JsonSchema',
      digestSRI: integrityOf(open.schema.hash),
    },
    credentialStatus: (['revocation', 'suspension'] as const).map((purpose) => ({
      type: 'BitstringStatusListEntry',
      statusPurpose: purpose,
      statusListIndex: index.toString(),
      statusListCredential: statusListName(list, purpose),
    })),
    credentialSubject: claims,
    cnf: { jwk: { ...open.holderKey } },
  };
}

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) && value.every((part) => typeof part === 'string') ? (value as string[]) : [];

function readStatus(value: Json | undefined): StatusPlace {
  const entries = Array.isArray(value) ? (value as readonly Json[]) : [];
  const places = entries.map((entry) => {
    if (!isObject(entry) || entry.type !== 'BitstringStatusListEntry') {
      return refuse('NotACredential', 'A status is no entry of a bitstring status list.');
    }
    const { list, purpose } = statusListOf(entry.statusListCredential);
    const written = entry.statusListIndex;
    const index =
      typeof written === 'string' && /^(0|[1-9]\d{0,5})$/.test(written) ? Number(written) : LIST_BITS;
    if (index >= LIST_BITS || purpose !== entry.statusPurpose) {
      return refuse('NotACredential', 'A status has no place in its list.');
    }
    return { list, index, purpose };
  });
  const [first, second, ...others] = places;
  if (
    first?.purpose !== 'revocation' ||
    second?.purpose !== 'suspension' ||
    others.length > 0 ||
    first.list !== second.list ||
    first.index !== second.index
  ) {
    return refuse('NotACredential', 'A credential has one place in one list, for revocation and suspension.');
  }
  return { list: first.list, index: first.index };
}

/** Claims that JWT defines, and that would say something else than the credential does. */
const FOREIGN = ['iss', 'sub', 'nbf', 'exp', 'iat', 'jti', 'vct', 'vc', 'vp', '_sd'];

/**
 * What stands open in a credential that is shown, checked against the data model. Nothing is verified.
 *
 * @throws NotACredential, Malformed
 */
export function readOpenPart({ issuerToken, disclosures }: SdJwt): OpenPart {
  const { header, payload } = issuerToken;
  if (header.typ !== TOKEN_TYPE) return refuse('NotACredential', `The token's type is not ${TOKEN_TYPE}.`);
  if (header.cty !== undefined && header.cty !== 'vc')
    return refuse('NotACredential', 'It holds no credential.');
  const { issuer, keyId } = keyOf(header.kid);
  issuerNumber(payload.issuer);
  if (issuer !== payload.issuer) return refuse('ForgedIssuer', 'The key is not of the issuer that is named.');
  if (FOREIGN.some((name) => name in payload)) {
    return refuse('NotACredential', 'A claim of the token stands beside the credential.');
  }
  if (payload._sd_alg !== 'sha-256') return refuse('NotACredential', 'Digests are by SHA-256.');
  if (texts(payload['@context'])[0] !== CONTEXT)
    return refuse('NotACredential', 'Its context is not that of 2.0.');
  const [credential, ...type] = texts(payload.type);
  if (credential !== 'VerifiableCredential' || type.length === 0) {
    return refuse('NotACredential', 'Its type is none of a verifiable credential.');
  }
  const { credentialSchema: schema, credentialSubject: subject, cnf } = payload;
  if (!isObject(schema) || schema.type !== 'JsonSchema')
    return refuse('NotACredential', 'It names no schema.');
  const digests = isObject(subject) && Object.keys(subject).length === 1 ? subject._sd : undefined;
  if (!Array.isArray(digests) || digests.length === 0 || digests.length > MAX_SLOTS) {
    return refuse('NotACredential', 'Its subject has claims that are not hidden, or none at all.');
  }
  const saltLength = Math.ceil((SALT_BYTES * 8) / 6);
  if (disclosures.some(({ name, salt }) => name === undefined || salt.length < saltLength)) {
    return refuse('Malformed', 'A disclosure has no name, or a salt of less than 128 bits.');
  }
  const validFrom = timeOf(payload.validFrom, 'validFrom');
  const validUntil = timeOf(payload.validUntil, 'validUntil');
  if (validUntil <= validFrom) return refuse('NotACredential', 'Its validity is empty.');
  return {
    type,
    issuer,
    keyId,
    schema: { ...schemaOf(schema.id), hash: hashOf(schema.digestSRI) },
    status: readStatus(payload.credentialStatus),
    validFrom,
    validUntil,
    holderKey: publicKeyFrom(isObject(cnf) ? cnf.jwk : undefined),
  };
}
