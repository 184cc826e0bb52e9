import { describe, expect, it } from 'vitest';

import { poolRefusal } from '../src/refusals.js';

const nameOf = (words: string): string => poolRefusal(new Error(words)).name;

describe('a refusal of the pool', () => {
  it('should have its name when the node gives its code', () => {
    expect(nameOf('1010: Invalid Transaction: Custom error: 2')).toBe('AllowanceExhausted');
    expect(nameOf('1010: Invalid Transaction: Custom error: 5')).toBe('Immortal');
  });

  it('should have its name when the SDK refuses in words that do not say what to do', () => {
    expect(nameOf('1010: Invalid Transaction: Transaction has a bad signature')).toBe('BadProof');
    expect(nameOf('1012: Transaction is temporarily banned')).toBe('TemporarilyBanned');
    expect(nameOf('1010: Invalid Transaction: Transaction is outdated')).toBe('Stale');
    expect(nameOf('1010: Invalid Transaction: Transaction will be valid in the future')).toBe('Future');
    expect(nameOf('1010: Invalid Transaction: Transaction call is not expected')).toBe('NotAdmitted');
  });

  it('should keep the words of the node when they are all there is', () => {
    const words = '1010: Invalid Transaction: Transaction would exhaust the block limits';
    expect(poolRefusal(new Error(words))).toEqual({ section: 'pool', name: 'Invalid', remedy: words });
    expect(nameOf('1010: Invalid Transaction: Custom error: 250')).toBe('Invalid');
  });
});
