import { bnToU8a, stringToU8a, u8aConcat, u8aWrapBytes } from '@polkadot/util';

/** What the signed bytes begin with. */
export const CONTROLLER_PROOF_DOMAIN = 'polity/control/1';

/** What the bytes begin with that the keys of a claim sign, and that is all that differs. */
export const CLAIM_DOMAIN = 'polity/claim/1';

/** What the bytes begin with that a guardian's key signs, and that is all that differs. */
export const GUARDIAN_DOMAIN = 'polity/guardian/1';

/** What the holder of a key agrees to: that this key will control a person's tag. */
export interface ControllerProof {
  /** The hash of the network's first block, so that no other network accepts the signature. */
  readonly genesis: Uint8Array;
  /** The register that the tag belongs to: a code of `REGISTER`. */
  readonly register: number;
  /** The person's tag. */
  readonly tag: Uint8Array;
  /** The account that will control it: the one that signs. */
  readonly controller: Uint8Array;
  /** The version of the person's record that the change is prepared on, 0 for an enrolment. */
  readonly version: number;
}

/** The bytes that the new controller signs. */
export const controllerProofPayload = (proof: ControllerProof): Uint8Array =>
  payloadOf(CONTROLLER_PROOF_DOMAIN, proof);

/**
 * The bytes that each of the two keys of a claim signs, so that the new controller comes to the tag:
 * the key of the officer who prepared the offer, and the key of the officer who decided it.
 */
export const claimPayload = (proof: ControllerProof): Uint8Array => payloadOf(CLAIM_DOMAIN, proof);

/** The bytes that a guardian's key signs, so that the new controller comes to the tag. */
export const guardianPayload = (proof: ControllerProof): Uint8Array => payloadOf(GUARDIAN_DOMAIN, proof);

function payloadOf(domain: string, proof: ControllerProof): Uint8Array {
  for (const part of [proof.genesis, proof.tag, proof.controller]) {
    if (part.length !== 32) throw new Error('A hash, a tag and an account have 32 bytes each.');
  }
  return u8aConcat(
    stringToU8a(domain),
    proof.genesis,
    [proof.register],
    proof.tag,
    proof.controller,
    bnToU8a(proof.version, { bitLength: 32, isLe: true }),
  );
}

/** The same as a wallet signs it that signs raw bytes only between `<Bytes>` and `</Bytes>`. */
export const wrappedControllerProofPayload = (proof: ControllerProof): Uint8Array =>
  u8aWrapBytes(controllerProofPayload(proof));
