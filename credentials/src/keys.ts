/** Keys as JWK, and signatures by them: ES256 (RFC 7518) and EdDSA with Ed25519 (RFC 8037). */
import { ed25519 } from '@noble/curves/ed25519';
import { p256 } from '@noble/curves/nist';
import { sha256 } from '@noble/hashes/sha2';

import { fromBase64Url, isObject, randomBytes, toBase64Url, utf8 } from './encoding.js';
import { refuse } from './errors.js';

/** A public key on P-256. */
export interface PublicP256 {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

/** A public key of Ed25519. */
export interface PublicEd25519 {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
}

/** A public key. */
export type PublicKey = PublicP256 | PublicEd25519;

/** A key with its secret half. It stays with whom it belongs to. */
export type PrivateKey = PublicKey & { readonly d: string };

/** How a signature is made. */
export type Algorithm = 'ES256' | 'EdDSA';

/** Who signs: a key in this process, or a device that keeps it. */
export interface Signer {
  readonly publicKey: PublicKey;
  /** The signature over bytes, as JWS has it: 64 bytes. */
  sign(bytes: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

/** A key as the chain keeps it in an issuer's document. */
export interface ChainKey {
  readonly kind: 'Ed25519' | 'P256' | 'P384' | 'X25519';
  /** The encoding of its kind: a compressed point for P-256. */
  readonly bytes: Uint8Array;
}

/** The algorithm of a key. */
export const algorithmOf = (key: PublicKey): Algorithm => (key.kty === 'EC' ? 'ES256' : 'EdDSA');

const coordinate = (text: unknown): Uint8Array | undefined => {
  const bytes = typeof text === 'string' ? fromBase64Url(text) : undefined;
  return bytes?.length === 32 ? bytes : undefined;
};

const uncompressed = (x: Uint8Array, y: Uint8Array): Uint8Array => Uint8Array.of(4, ...x, ...y);

function isOnCurve(point: Uint8Array): boolean {
  try {
    p256.Point.fromBytes(point).assertValidity();
    return true;
  } catch {
    return false;
  }
}

/**
 * The public key that a JWK holds, and nothing else of it.
 *
 * @throws Malformed when it is none, or has a secret half, which does not belong in what is read here.
 */
export function publicKeyFrom(jwk: unknown): PublicKey {
  if (!isObject(jwk)) return refuse('Malformed', 'A key is a JWK.');
  if ('d' in jwk) return refuse('Malformed', 'A JWK with a secret half stands where a public key belongs.');
  const { kty, crv } = jwk;
  const x = coordinate(jwk.x);
  const y = coordinate(jwk.y);
  if (
    kty === 'EC' &&
    crv === 'P-256' &&
    x !== undefined &&
    y !== undefined &&
    isOnCurve(uncompressed(x, y))
  ) {
    return { kty, crv, x: toBase64Url(x), y: toBase64Url(y) };
  }
  if (kty === 'OKP' && crv === 'Ed25519' && x !== undefined) return { kty, crv, x: toBase64Url(x) };
  return refuse('Malformed', 'A key is on P-256, or one of Ed25519.');
}

/** The public half of a key. */
export function publicHalf(key: PrivateKey): PublicKey {
  const { d: _, ...jwk } = key;
  return publicKeyFrom(jwk);
}

/** A new key. */
export function generateKey(curve: PublicKey['crv']): PrivateKey {
  return curve === 'P-256'
    ? withPublicHalf(curve, p256.utils.randomPrivateKey())
    : withPublicHalf(curve, randomBytes(32));
}

function withPublicHalf(curve: PublicKey['crv'], secret: Uint8Array): PrivateKey {
  const d = toBase64Url(secret);
  if (curve === 'Ed25519') return { kty: 'OKP', crv: curve, x: toBase64Url(ed25519.getPublicKey(secret)), d };
  const point = p256.getPublicKey(secret, false);
  return {
    kty: 'EC',
    crv: curve,
    x: toBase64Url(point.subarray(1, 33)),
    y: toBase64Url(point.subarray(33)),
    d,
  };
}

/**
 * A signer by a key in this process.
 *
 * @throws Malformed when it is no key, or its halves do not belong together.
 */
export function signerOf(key: PrivateKey): Signer {
  const publicKey = publicHalf(key);
  const secret = coordinate(key.d);
  if (secret === undefined) return refuse('Malformed', 'The secret half of a key is 32 bytes in base64url.');
  if (withPublicHalf(key.crv, secret).x !== publicKey.x) {
    return refuse('Malformed', 'The halves of the key do not belong together.');
  }
  return {
    publicKey,
    sign: (bytes) =>
      key.kty === 'EC'
        ? p256.sign(bytes, secret, { prehash: true, lowS: false }).toBytes('compact')
        : ed25519.sign(bytes, secret),
  };
}

/** Whether a signature over bytes is by a key, made by an algorithm. */
export function isSignedBy(
  key: PublicKey,
  algorithm: unknown,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean {
  // The key decides on the algorithm: what a header says can only agree with it.
  if (algorithm !== algorithmOf(key) || signature.length !== 64) return false;
  const x = fromBase64Url(key.x)!;
  try {
    if (key.kty === 'OKP') return ed25519.verify(signature, bytes, x, { zip215: false });
    return p256.verify(signature, bytes, uncompressed(x, fromBase64Url(key.y)!), {
      prehash: true,
      lowS: false,
      format: 'compact',
    });
  } catch {
    return false;
  }
}

/** Whether two public keys are the same. */
export const isSameKey = (one: PublicKey, other: PublicKey): boolean =>
  toBase64Url(thumbprint(one)) === toBase64Url(thumbprint(other));

/** The thumbprint of a key: SHA-256, by RFC 7638. */
export function thumbprint(key: PublicKey): Uint8Array {
  const { kty, crv, x } = key;
  const members = key.kty === 'EC' ? { crv, kty, x, y: key.y } : { crv, kty, x };
  return sha256(utf8(JSON.stringify(members)));
}

/** The key of an issuer's document; none for a kind that signs no credential here. */
export function fromChainKey(key: ChainKey): PublicKey | undefined {
  if (key.kind === 'Ed25519' && key.bytes.length === 32) {
    return { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(key.bytes) };
  }
  if (key.kind !== 'P256' || key.bytes.length !== 33) return undefined;
  try {
    const point = p256.Point.fromBytes(key.bytes).toBytes(false);
    return {
      kty: 'EC',
      crv: 'P-256',
      x: toBase64Url(point.subarray(1, 33)),
      y: toBase64Url(point.subarray(33)),
    };
  } catch {
    return undefined;
  }
}

/** A key as an issuer hands it in, to have it in its document. */
export function toChainKey(key: PublicKey): ChainKey {
  const x = fromBase64Url(key.x)!;
  if (key.kty === 'OKP') return { kind: 'Ed25519', bytes: x };
  return { kind: 'P256', bytes: p256.Point.fromBytes(uncompressed(x, fromBase64Url(key.y)!)).toBytes(true) };
}
