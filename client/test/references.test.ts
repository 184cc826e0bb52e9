import { describe, expect, it } from 'vitest';

import { idOfReference, REFERENCE_LETTERS, referenceOf, type ReferenceKind } from '../src/references.js';

const KINDS = Object.keys(REFERENCE_LETTERS) as ReferenceKind[];
/** Small ids, which people type most, and large ones. */
const IDS = [0n, 1n, 7n, 10n, 42n, 97n, 98n, 1024n, 999_999n, 2n ** 32n, 2n ** 64n - 1n];

describe('a reference', () => {
  it('should be read as the id that it was written for', () => {
    expect(new Set(Object.values(REFERENCE_LETTERS)).size).toBe(KINDS.length);
    for (const kind of KINDS) {
      for (const id of IDS) {
        const reference = referenceOf(kind, id);
        expect(idOfReference(kind, reference)).toBe(id);
        expect(idOfReference(kind, ` ${reference.replaceAll('-', '').toLowerCase()} `)).toBe(id);
      }
    }
    expect(() => referenceOf('filing', -1)).toThrow('no id');
    expect(() => referenceOf('filing', 2n ** 64n)).toThrow('no id');
  });

  it('should be refused when one digit is wrong or two neighbours are swapped', () => {
    for (const id of IDS) {
      const reference = referenceOf('companyApplication', id);
      const plain = reference.replaceAll('-', '');
      for (let at = 2; at < plain.length; at += 1) {
        for (const digit of '0123456789') {
          if (digit === plain[at]) continue;
          const wrong = plain.slice(0, at) + digit + plain.slice(at + 1);
          expect(() => idOfReference('companyApplication', wrong), wrong).toThrow();
        }
        const next = plain[at + 1];
        if (next === undefined || next === plain[at]) continue;
        const swapped = plain.slice(0, at) + next + plain[at] + plain.slice(at + 2);
        expect(() => idOfReference('companyApplication', swapped), swapped).toThrow();
      }
    }
  });

  it('should be refused where something else is asked for', () => {
    const reference = referenceOf('reservation', 12);
    expect(() => idOfReference('mandate', reference)).toThrow('begins with MD');
    // The letters are checked, too.
    expect(() => idOfReference('mandate', reference.replace('NR', 'MD'))).toThrow('typing error');
    for (const nothing of ['', '12', 'NR-', 'NR-012-34', 'NR-1.5-34', `NR-${'9'.repeat(21)}-00`]) {
      expect(() => idOfReference('reservation', nothing), nothing).toThrow();
    }
  });
});
