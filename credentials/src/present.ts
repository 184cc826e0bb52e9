/** What a holder does: it shows single claims to one verifier, in answer to one question. */
import type { Bundle } from './bundle.js';
import { readOpenPart } from './credential.js';
import type { JsonObject } from './encoding.js';
import { refuse } from './errors.js';
import { isSameKey, type Signer } from './keys.js';
import { presenting, readSdJwt } from './sdJwt.js';

/** The claim of a key binding that says where on the chain the credential stands. */
export const ANCHOR_CLAIM = 'polity_anchor';

/** To whom what is shown. */
export interface PresentRequest {
  /** The names of the claims; none to show the credential alone. */
  readonly disclose: readonly string[];
  /** Who asks, as the verifier calls itself. */
  readonly audience: string;
  /** What the verifier has drawn for this one question. */
  readonly nonce: string;
  readonly holderSigner: Signer;
  /** When; none for now. */
  readonly at?: Date;
}

/** The claims that a holder can disclose, with their values. */
export const claimsOf = (bundle: Bundle): JsonObject =>
  Object.fromEntries(readSdJwt(bundle.sdJwt).disclosures.map(({ name, value }) => [name ?? '', value]));

/**
 * Shows a credential: an SD-JWT with a key binding (RFC 9901, section 4.3), which also says where on the
 * chain it stands.
 *
 * @throws BadRequest, NotHolder, Malformed, NotACredential
 */
export async function present(bundle: Bundle, request: PresentRequest): Promise<string> {
  const { disclose, audience, nonce, holderSigner, at = new Date() } = request;
  const parsed = readSdJwt(bundle.sdJwt);
  if (!isSameKey(readOpenPart(parsed).holderKey, holderSigner.publicKey)) {
    return refuse('NotHolder', 'The credential is shown by another key.');
  }
  const claims = claimsOf(bundle);
  const unknown = disclose.find((name) => !Object.hasOwn(claims, name));
  if (unknown !== undefined) return refuse('BadRequest', `The credential has no claim ${unknown}.`);
  if (audience === '' || nonce === '')
    return refuse('BadRequest', 'Say to whom it is shown, and by which nonce.');
  const frame = { credentialSubject: Object.fromEntries(disclose.map((name) => [name, true])) };
  const payload = {
    iat: Math.floor(at.getTime() / 1000),
    aud: audience,
    nonce,
    [ANCHOR_CLAIM]: bundle.anchor,
  };
  return presenting(holderSigner).present(bundle.sdJwt, frame as never, { kb: { payload } });
}
