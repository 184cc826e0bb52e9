import { TypeRegistry } from '@polkadot/types';
import { compactToU8a, u8aConcat } from '@polkadot/util';
import { describe, expect, it } from 'vitest';

import { bitAt, optionalBytes } from '../src/bitstring.js';

const registry = new TypeRegistry();
const BYTES = 16_384;

/** A list with one bit set. */
function listWith(index: number): Uint8Array {
  const list = new Uint8Array(BYTES);
  list[index >> 3] = 0x80 >> (index & 7);
  return list;
}

describe('a list of bits', () => {
  const encoded = (list: Uint8Array): Uint8Array => u8aConcat([1], compactToU8a(list.length), list);

  it('should be read from an answer, however @polkadot/api has taken it', () => {
    for (const index of [0, 5, 7, 8, 31, 32, 131_071]) {
      const list = listWith(index);
      // As it is, and as what is asked of the runtime comes: bytes of which the option is still a part.
      const plain = registry.createType('Option<Bytes>', encoded(list));
      const bytes = registry.createType('Bytes', encoded(encoded(list)).subarray(1));
      const whole = registry.createType('Option<Bytes>', bytes);
      for (const answer of [plain, whole]) {
        const bits = optionalBytes(answer)!;
        expect(bits).toHaveLength(BYTES);
        const set = Array.from({ length: BYTES * 8 }, (_, at) => at).filter((at) => bitAt(bits, at));
        expect(set).toEqual([index]);
      }
    }
  });

  it('should not be there where there is none', () => {
    const none = new Uint8Array([0]);
    expect(optionalBytes(registry.createType('Option<Bytes>', none))).toBeNull();
    const whole = registry.createType('Bytes', u8aConcat(compactToU8a(1), none));
    expect(optionalBytes(registry.createType('Option<Bytes>', whole))).toBeNull();
  });
});
