import { u8aConcat, stringToU8a } from '@polkadot/util';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';

import { act, documentCommitment } from '../src/act.js';

describe("a document's commitment", () => {
  const salt = new Uint8Array(32).fill(7);
  const document = stringToU8a('Order of the court');

  it('should be the SHA-256 of the salt and the document', () => {
    const digest = createHash('sha256').update(u8aConcat(salt, document)).digest('hex');
    expect(documentCommitment(document, salt)).toEqual({
      algorithm: 'Sha2_256',
      digest: `0x${digest}`,
    });
  });

  it('should take a salt of 32 bytes alone', () => {
    for (const length of [0, 16, 31, 33]) {
      expect(() => documentCommitment(document, new Uint8Array(length))).toThrow('32 bytes');
    }
  });

  it('should be cited by an act', () => {
    const documents = [documentCommitment(document, salt)];
    expect(act({ legalBasis: 305, documents })).toMatchObject({ legalBasis: 305, documents });
    expect(act({ legalBasis: 302 })).toMatchObject({ documents: [] });
  });
});
