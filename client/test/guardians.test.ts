import { stringToU8a, u8aConcat, u8aToHex } from '@polkadot/util';
import { describe, expect, it } from 'vitest';

import { blake2_256 } from '../src/commitment.js';
import { claimPayload, controllerProofPayload, guardianPayload } from '../src/controllerProof.js';
import { guardianLeaf, guardiansOf } from '../src/guardians.js';
import { merkleVerify } from '../src/merkle.js';
import { REGISTER } from '../src/registry.js';

const bytes = (value: number): Uint8Array => new Uint8Array(32).fill(value);
const guardian = (value: number) => ({ account: bytes(value), salt: bytes(value + 100) });

describe('what is signed for a tag', () => {
  const [genesis, tag, controller] = [bytes(1), bytes(2), bytes(3)];
  const proof = { genesis, register: REGISTER.business, tag, controller, version: 7 };

  it('should differ in its beginning alone, whoever signs it', () => {
    const domains = {
      'polity/control/1': controllerProofPayload,
      'polity/claim/1': claimPayload,
      'polity/guardian/1': guardianPayload,
    };
    const rest = u8aConcat(bytes(1), [2], bytes(2), bytes(3), [7, 0, 0, 0]);
    for (const [domain, payload] of Object.entries(domains)) {
      expect(u8aToHex(payload(proof))).toBe(u8aToHex(u8aConcat(stringToU8a(domain), rest)));
    }
  });
});

describe('the guardians of a tag', () => {
  it('should have leaves as the pallet hashes them', () => {
    const row = u8aConcat([0], stringToU8a('polity/guardian-leaf/1'), [2], bytes(2), bytes(5), bytes(105));
    expect(guardianLeaf(REGISTER.business, bytes(2), guardian(5))).toEqual(blake2_256(row));
  });

  it('should be proven at their positions, and for their tag alone', () => {
    const [business, own] = [REGISTER.business, bytes(2)];
    const all = [guardian(5), guardian(6), guardian(7)];
    const { root, count, proofOf } = guardiansOf(business, own, all);
    const holds = (position: number, leaf: Uint8Array): boolean =>
      merkleVerify(hex(root), count, position, leaf, proofOf(position).map(hex));
    for (const [position, one] of all.entries()) {
      expect(holds(position, guardianLeaf(business, own, one))).toBe(true);
      expect(holds(position, guardianLeaf(business, bytes(9), one))).toBe(false);
      expect(holds((position + 1) % count, guardianLeaf(business, own, one))).toBe(false);
    }
    const short = { account: bytes(1), salt: new Uint8Array(31) };
    expect(() => guardianLeaf(business, own, short)).toThrow('32 bytes');
  });
});

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.slice(2), 'hex'));
