/**
 * SD-JWT (RFC 9901) by `@sd-jwt/core`, and what that library leaves to whoever uses it: every disclosure
 * stands in the credential exactly once, no digest twice, and no claim takes the place of another.
 */
import { sha256, sha384, sha512 } from '@noble/hashes/sha2';
import { SDJwtInstance } from '@sd-jwt/core';

import {
  fromBase64Url,
  isObject,
  jsonFromBase64Url,
  randomBytes,
  toBase64Url,
  utf8,
  type Json,
  type JsonObject,
} from './encoding.js';
import { refuse } from './errors.js';
import { algorithmOf, isSignedBy, type PublicKey, type Signer } from './keys.js';

/** The bytes of a salt: 128 bits, as RFC 9901 (section 9.3) asks for at least. */
export const SALT_BYTES = 16;

/** The longest SD-JWT that is read. */
const MAX_LENGTH = 1_000_000;

/** What stands for a claim that is disclosed. */
export interface Disclosure {
  /** Its text, which its digest is over. */
  readonly encoded: string;
  readonly digest: string;
  readonly salt: string;
  /** The claim's name; none for an element of an array. */
  readonly name: string | undefined;
  readonly value: Json;
}

/** A signed token (RFC 7519), not verified. */
export interface Token {
  readonly encoded: string;
  readonly header: JsonObject;
  readonly payload: JsonObject;
}

/** An SD-JWT, not verified. */
export interface SdJwt {
  /** What the issuer has signed. */
  readonly issuerToken: Token;
  readonly disclosures: readonly Disclosure[];
  /** What the holder has signed; none if it is not shown. */
  readonly keyBinding: Token | undefined;
  /** All that stands before it, which its `sd_hash` is over. */
  readonly shown: string;
}

const HASHES: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  'sha-256': sha256,
  'sha-384': sha384,
  'sha-512': sha512,
};

function hashBy(algorithm: unknown): (text: string) => string {
  const name = algorithm === undefined ? 'sha-256' : algorithm;
  const hash = typeof name === 'string' && Object.hasOwn(HASHES, name) ? HASHES[name] : undefined;
  if (hash === undefined) return refuse('Malformed', `Digests by ${JSON.stringify(name)} are not read.`);
  return (text) => toBase64Url(hash(utf8(text)));
}

/** The digest of what is shown before a key binding, by the algorithm of the digests. */
export const shownHash = ({ issuerToken, shown }: SdJwt): string =>
  hashBy(issuerToken.payload._sd_alg)(shown);

function readToken(encoded: string, what: string): Token {
  const [header, payload, signature, ...others] = encoded.split('.');
  const read = {
    header: jsonFromBase64Url(header ?? ''),
    payload: jsonFromBase64Url(payload ?? ''),
    signature: fromBase64Url(signature ?? ''),
  };
  if (
    !isObject(read.header) ||
    !isObject(read.payload) ||
    read.signature === undefined ||
    others.length > 0
  ) {
    return refuse('Malformed', `${what} is no token of three parts.`);
  }
  if ('crit' in read.header)
    return refuse('Malformed', `${what} asks for extensions that nobody knows here.`);
  return { encoded, header: read.header, payload: read.payload };
}

const RESERVED = new Set(['_sd', '...']);

function readDisclosure(encoded: string, hash: (text: string) => string): Disclosure {
  const content = jsonFromBase64Url(encoded);
  if (!Array.isArray(content) || content.length < 2 || content.length > 3) {
    return refuse('Malformed', 'A disclosure is an array of a salt, a name and a value.');
  }
  const [salt, ...rest] = content as readonly Json[];
  const name = rest.length === 2 ? rest[0] : undefined;
  const value = rest.at(-1)!;
  if (typeof salt !== 'string' || (rest.length === 2 && typeof name !== 'string')) {
    return refuse('Malformed', 'The salt and the name of a disclosure are texts.');
  }
  if (RESERVED.has(name as string)) return refuse('Malformed', `No claim has the name ${name as string}.`);
  return { encoded, digest: hash(encoded), salt, name: name as string | undefined, value };
}

/**
 * Reads an SD-JWT in its compact form, with or without a key binding.
 *
 * @throws Malformed
 */
export function readSdJwt(compact: string): SdJwt {
  if (compact.length > MAX_LENGTH) return refuse('Malformed', 'The SD-JWT is too long.');
  const parts = compact.split('~');
  if (parts.length < 2) return refuse('Malformed', 'An SD-JWT ends with a tilde, or with a key binding.');
  const issuerToken = readToken(parts[0]!, 'What the issuer has signed');
  const hash = hashBy(issuerToken.payload._sd_alg);
  const binding = parts.at(-1)!;
  return {
    issuerToken,
    disclosures: parts.slice(1, -1).map((encoded) => readDisclosure(encoded, hash)),
    keyBinding: binding === '' ? undefined : readToken(binding, 'What the holder has signed'),
    shown: compact.slice(0, compact.length - binding.length),
  };
}

/** Whether a token is signed by a key. */
export function isTokenSignedBy(token: Token, key: PublicKey): boolean {
  const end = token.encoded.lastIndexOf('.');
  const signature = fromBase64Url(token.encoded.slice(end + 1));
  const signed = utf8(token.encoded.slice(0, end));
  return signature !== undefined && isSignedBy(key, token.header.alg, signed, signature);
}

/** The payload with what is disclosed in its place, by RFC 9901, section 7.1. */
class Processing {
  private readonly byDigest: ReadonlyMap<string, Disclosure>;
  private readonly used = new Set<string>();
  private readonly digests = new Set<string>();

  constructor(disclosures: readonly Disclosure[]) {
    this.byDigest = new Map(disclosures.map((disclosure) => [disclosure.digest, disclosure]));
    if (this.byDigest.size !== disclosures.length) {
      refuse('AlteredDisclosure', 'A disclosure is given twice.');
    }
  }

  payload(payload: JsonObject): JsonObject {
    const { _sd_alg: _, ...rest } = payload;
    const processed = this.object(rest);
    for (const digest of this.byDigest.keys()) {
      if (!this.used.has(digest)) refuse('AlteredDisclosure', 'A disclosure is not one of the credential.');
    }
    return processed;
  }

  private take(digest: Json): Disclosure | undefined {
    if (typeof digest !== 'string') return refuse('Malformed', 'A digest is a text.');
    if (this.digests.has(digest)) return refuse('Malformed', 'A digest stands in the credential twice.');
    this.digests.add(digest);
    const disclosure = this.byDigest.get(digest);
    if (disclosure !== undefined) this.used.add(digest);
    return disclosure;
  }

  private value(value: Json): Json {
    if (Array.isArray(value)) return this.array(value as readonly Json[]);
    return isObject(value) ? this.object(value) : value;
  }

  private array(elements: readonly Json[]): Json {
    const shown: Json[] = [];
    for (const element of elements) {
      if (!isObject(element) || !('...' in element)) {
        shown.push(this.value(element));
        continue;
      }
      if (Object.keys(element).length > 1) refuse('Malformed', 'A digest in an array stands alone.');
      const disclosure = this.take(element['...']!);
      if (disclosure === undefined) continue;
      if (disclosure.name !== undefined) refuse('Malformed', 'An element of an array has no name.');
      shown.push(this.value(disclosure.value));
    }
    return shown;
  }

  private object(object: JsonObject): JsonObject {
    const { _sd: digests = [], ...open } = object;
    if (!Array.isArray(digests)) return refuse('Malformed', 'Digests are an array.');
    if ('...' in open) return refuse('Malformed', 'No claim has the name "...".');
    const shown = new Map(Object.entries(open).map(([name, value]) => [name, this.value(value)]));
    for (const digest of digests as readonly Json[]) {
      const disclosure = this.take(digest);
      if (disclosure === undefined) continue;
      const { name } = disclosure;
      if (name === undefined) return refuse('Malformed', 'A claim has a name.');
      if (shown.has(name)) return refuse('Malformed', `The claim ${name} stands in the credential twice.`);
      shown.set(name, this.value(disclosure.value));
    }
    return Object.fromEntries(shown);
  }
}

/**
 * What an SD-JWT says with what is disclosed of it.
 *
 * @throws Malformed, AlteredDisclosure
 */
export const processed = ({ issuerToken, disclosures }: SdJwt): JsonObject =>
  new Processing(disclosures).payload(issuerToken.payload);

const text = (bytes: string | ArrayBuffer): Uint8Array =>
  typeof bytes === 'string' ? utf8(bytes) : new Uint8Array(bytes);

class Issuing extends SDJwtInstance<Record<string, unknown>> {
  protected override type = 'vc+sd-jwt';
}

const COMMON = {
  hashAlg: 'sha-256',
  hasher: (data: string | ArrayBuffer) => sha256(text(data)),
  saltGenerator: () => toBase64Url(randomBytes(SALT_BYTES)),
} as const;

const asText = (signer: Signer) => async (unsigned: string) => toBase64Url(await signer.sign(utf8(unsigned)));

/** The library, for an issuer. */
export const issuing = (signer: Signer) =>
  new Issuing({ ...COMMON, signer: asText(signer), signAlg: algorithmOf(signer.publicKey) });

/** The library, for a holder. */
export const presenting = (signer: Signer) =>
  new Issuing({ ...COMMON, kbSigner: asText(signer), kbSignAlg: algorithmOf(signer.publicKey) });
