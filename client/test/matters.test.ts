import { describe, expect, it } from 'vitest';

import { companyNumber } from '../src/checkCharacters.js';
import { conversionMatter, mergerMatter } from '../src/matters.js';

const [one, other] = [companyNumber(1_000_000_000n), companyNumber(1_000_000_001n)];

// `pallets/business-registry/src/resolutions.rs` has the same hashes.
describe('the matter of a resolution', () => {
  it('should be what the register hashes', () => {
    expect(mergerMatter(one, other)).toBe('0x113665c81e57cedfc09621f894295206671f121fe3564e8e84aad5950cfc3ae1');
    expect(conversionMatter(one, 'B6ES')).toBe('0x879ba4c83945328ad87f32a7fcd2e2959a5310cbab6cbeaada8202d9b51e51f3');
  });

  it('should be refused for what is no company or no legal form', () => {
    expect(() => mergerMatter(one, '100000000000')).toThrow('no company');
    expect(() => conversionMatter(one, 'b6es')).toThrow('ISO 20275');
  });
});
