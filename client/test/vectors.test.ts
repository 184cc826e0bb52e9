import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { hexToU8a, stringToU8a, u8aToHex } from '@polkadot/util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { calendarDate } from '../src/act.js';
import {
  companyNumber,
  isCompanyNumber,
  isLei,
  isParcelNumber,
  isPermitNumber,
  isUnitNumber,
} from '../src/checkCharacters.js';
import { commitmentOf } from '../src/commitment.js';
import { controllerProofPayload, wrappedControllerProofPayload } from '../src/controllerProof.js';
import { merkleLeaf, merkleLevels, merkleProof, merkleRoot, merkleVerify } from '../src/merkle.js';
import { headOf, historyHolds, nextHead } from '../src/record.js';
import { REGISTER } from '../src/registry.js';

const vectors = (name: string) =>
  JSON.parse(
    readFileSync(
      fileURLToPath(new URL(`../../primitives/vectors/${name}.json`, import.meta.url)),
      'utf8',
    ),
  );

describe('check characters', () => {
  const shared = vectors('check-characters');

  it('should tell the numbers of each kind of record from those of the others', () => {
    const kinds = {
      companyNumbers: isCompanyNumber,
      parcelNumbers: isParcelNumber,
      unitNumbers: isUnitNumber,
      permitNumbers: isPermitNumber,
    };
    for (const [kind, isOne] of Object.entries(kinds)) {
      for (const { number } of shared[kind]) {
        const fitting = Object.values(kinds).filter((fits) => fits(number));
        expect(fitting, number).toEqual([isOne]);
        const mistyped = (BigInt(number) + 1n).toString();
        expect(isOne(mistyped), mistyped).toBe(false);
      }
    }
  });

  it('should agree with the vectors that the runtime is tested by', () => {
    for (const { serial, number } of shared.companyNumbers) {
      expect(companyNumber(BigInt(serial))).toBe(number);
      expect(isCompanyNumber(number)).toBe(true);
    }
    for (const text of shared.invalidCompanyNumbers) expect(isCompanyNumber(text)).toBe(false);
    for (const text of shared.leis) expect(isLei(text)).toBe(true);
    for (const text of shared.invalidLeis) expect(isLei(text)).toBe(false);
  });
});

describe('commitments', () => {
  it('should agree with the vectors that the runtime is tested by', () => {
    for (const vector of vectors('commitments')) {
      const opening = {
        schema: vector.schema,
        issuer: hexToU8a(vector.issuer),
        subject: vector.subject === null ? null : hexToU8a(vector.subject),
        record: hexToU8a(vector.record),
        path: vector.path,
        salt: hexToU8a(vector.salt),
        value: hexToU8a(vector.value),
      };
      expect(commitmentOf(opening)).toBe(vector.commitment);
    }
  });
});

describe('Merkle trees', () => {
  it('should agree with the vectors that the runtime is tested by', () => {
    for (const { rows, root } of vectors('merkle')) {
      const leaves = rows.map((row: string) => merkleLeaf(stringToU8a(row)));
      expect(u8aToHex(merkleRoot(leaves))).toBe(root);
    }
  });

  it('should prove each row and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(), (count, seed) => {
        const leaves = Array.from({ length: count }, (_, row) => merkleLeaf(stringToU8a(`${row}`)));
        const levels = merkleLevels(leaves);
        const index = seed % count;
        const proof = merkleProof(levels, index);
        for (let other = 0; other < count; other += 1) {
          expect(
            merkleVerify(levels.at(-1)![0]!, count, index, leaves[other]!, proof),
          ).toBe(other === index);
        }
      }),
    );
  });
});

describe('heads', () => {
  const records = vectors('heads');

  it('should agree with the vectors that the runtime is tested by', () => {
    for (const { entries } of records) {
      const rows = entries.map(({ entry }: { entry: string }) => hexToU8a(entry));
      for (const { entry, previousHead, head, seq } of entries) {
        expect(u8aToHex(nextHead(hexToU8a(previousHead), hexToU8a(entry)))).toBe(head);
        expect(headOf(rows.slice(0, seq))).toBe(head);
      }
      expect(historyHolds(rows, entries.at(-1).head)).toBe(true);
    }
  });

  it('should tell a history that is altered in one byte, cut or out of order', () => {
    for (const { entries } of records) {
      const rows: Uint8Array[] = entries.map(({ entry }: { entry: string }) => hexToU8a(entry));
      const { head } = entries.at(-1);
      rows.forEach((row, at) => {
        for (const byte of [0, row.length >> 1, row.length - 1]) {
          const altered = rows.map((one) => one.slice());
          altered[at]![byte]! ^= 1;
          expect(historyHolds(altered, head)).toBe(false);
        }
        expect(historyHolds(rows.filter((_, other) => other !== at), head)).toBe(false);
      });
      if (rows.length > 1) expect(historyHolds([...rows].reverse(), head)).toBe(false);
    }
  });
});

describe('proofs of a controller', () => {
  it('should agree with the vectors that the runtime is tested by', () => {
    const registers: Readonly<Record<string, number>> = {
      Identity: REGISTER.identity,
      Business: REGISTER.business,
      Attestations: REGISTER.attestations,
    };
    for (const vector of vectors('controller-proof')) {
      const proof = {
        genesis: hexToU8a(vector.genesis),
        register: registers[vector.register]!,
        tag: hexToU8a(vector.tag),
        controller: hexToU8a(vector.controller),
        version: vector.version,
      };
      expect(u8aToHex(controllerProofPayload(proof))).toBe(vector.payload);
      expect(u8aToHex(wrappedControllerProofPayload(proof))).toBe(vector.wrappedPayload);
    }
  });

  it('should be refused when a part of it has another length', () => {
    const whole = new Uint8Array(32);
    const proof = { genesis: whole, register: 2, tag: whole, controller: whole, version: 0 };
    for (const part of ['genesis', 'tag', 'controller']) {
      expect(() => controllerProofPayload({ ...proof, [part]: new Uint8Array(31) })).toThrow();
    }
  });
});

describe('dates', () => {
  // The rest of these vectors is Rust's alone: see the README.
  const { dates, refusedDates } = vectors('time');

  it('should agree with the vectors that the runtime is tested by', () => {
    for (const { date, days } of dates) expect(calendarDate(date)).toBe(days);
  });

  it('should be refused when the runtime refuses them', () => {
    for (const date of refusedDates) expect(() => calendarDate(date), date).toThrow();
  });
});
