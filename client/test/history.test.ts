import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { hexToU8a, u8aConcat, u8aToHex } from '@polkadot/util';
import { describe, expect, it } from 'vitest';

import { companyNumber } from '../src/checkCharacters.js';
import { blake2_256 } from '../src/commitment.js';
import {
  NotAHistory,
  provenHead,
  readHistory,
  recordedAt,
  verifyHistory,
  type HistoryFile,
} from '../src/history.js';
import type { Head } from '../src/registry.js';
import { NotProven, provenValue } from '../src/trie.js';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const text = (name: string) => readFileSync(path(name), 'utf8');

/** The same bytes but for one bit. */
function altered(bytes: Uint8Array, at: number): Uint8Array {
  const other = bytes.slice();
  other[at]! ^= 1;
  return other;
}

/** The same list with another thing at one place, or with none there. */
const replaced = <T>(list: readonly T[], at: number, ...by: T[]): T[] => [
  ...list.slice(0, at),
  ...by,
  ...list.slice(at + 1),
];

describe('the verification of a history', () => {
  /** The vectors that the runtime is tested by. */
  const records: { rows: Uint8Array[]; head: Head }[] = JSON.parse(
    text('../../primitives/vectors/heads.json'),
  ).map(({ entries }: { entries: { entry: string; head: string; seq: number }[] }) => ({
    rows: entries.map(({ entry }) => hexToU8a(entry)),
    head: { seq: entries.at(-1)!.seq, hash: entries.at(-1)!.head },
  }));

  it('should hold when the entries lead to the head', () => {
    for (const { rows, head } of records) {
      const times = rows.map((row) => recordedAt(row));
      const verdict = { verified: true, entries: rows.length, head: head.hash, recordedAt: times };
      expect(verifyHistory(rows, head)).toEqual(verdict);
      const file = rows.map((row) => u8aToHex(row)).join('\n');
      expect(verifyHistory(readHistory(`\n${file}\r\n`).entries, head)).toEqual(verdict);
      expect(verifyHistory(rows, { ...head, hash: `0x${head.hash.slice(2).toUpperCase()}` })).toEqual(
        verdict,
      );
    }
  });

  it('should say when each entry was made, by the entry itself', () => {
    // The runtime's vectors begin in this second, and three days pass before the third entry.
    const times = records[0]!.rows.map((row) => Date.parse(recordedAt(row)));
    expect(new Date(times[0]!).toISOString()).toBe('2026-11-22T12:00:00.000Z');
    expect(times[2]! - times[1]!).toBe(3 * 86_400_000);
    expect(() => recordedAt(records[0]!.rows[0]!.subarray(0, 25))).toThrow(NotAHistory);
    expect(() => recordedAt(new Uint8Array(40).fill(0xff))).toThrow(NotAHistory);
  });

  it('should fail when any byte of a row is another', () => {
    for (const { rows, head } of records) {
      rows.forEach((row, at) => {
        for (let byte = 0; byte < row.length; byte += 1) {
          const verdict = verifyHistory(replaced(rows, at, altered(row, byte)), head);
          expect(verdict).toMatchObject({ verified: false, reason: expect.stringContaining('head') });
          expect(verdict.head).not.toBe(head.hash);
        }
      });
    }
  });

  it('should fail when a row is missing, doubled or swapped', () => {
    const { rows, head } = records[0]!;
    const [first, second, ...rest] = rows;
    rows.forEach((_, at) => {
      expect(verifyHistory(replaced(rows, at), head)).toMatchObject({
        verified: false,
        entries: rows.length - 1,
        reason: `The head is over ${rows.length} entries, and these are ${rows.length - 1}.`,
      });
    });
    expect(verifyHistory([first!, ...rows], head).verified).toBe(false);
    expect(verifyHistory([second!, first!, ...rest], head).verified).toBe(false);
  });

  it('should fail when the head is another, or of another version', () => {
    const { rows, head } = records[0]!;
    const other = u8aToHex(altered(hexToU8a(head.hash), 0));
    expect(verifyHistory(rows, { ...head, hash: other }).verified).toBe(false);
    expect(verifyHistory(rows, { ...head, seq: head.seq + 1 }).verified).toBe(false);
    // A head that was once right is over fewer entries.
    const before = verifyHistory(rows.slice(0, -1), head).head;
    expect(verifyHistory(rows, { seq: rows.length - 1, hash: before }).verified).toBe(false);
  });
});

/** As `scripts/export-history` wrote it, from a network of the `local` preset. */
const exported: HistoryFile = JSON.parse(text('history.json'));

describe('a file of a history', () => {
  it('should be read when it is what an export wrote', () => {
    const { entries, claim } = readHistory(text('history.json'));
    expect(entries.map((entry) => u8aToHex(entry))).toEqual(exported.entries);
    expect(claim).toMatchObject({ kind: 'Company', id: exported.id });
    expect(verifyHistory(entries, exported.head).verified).toBe(true);
  });

  it('should be refused when it is something else', () => {
    const { proof, ...withoutProof } = exported;
    const wrong: [string, string][] = [
      ['', 'no entry'],
      ['not a history', 'Row 1'],
      ['0x01\n0x012', 'Row 2'],
      ['[]', 'Row 1'],
      ['{}', 'format'],
      [text('history.json').slice(0, -20), 'cut off'],
      [JSON.stringify({ ...exported, format: 'polity/history/2' }), 'format'],
      [JSON.stringify({ ...exported, entries: [] }), 'no entry'],
      [JSON.stringify({ ...exported, entries: [1] }), 'Row 1'],
      [JSON.stringify({ ...exported, kind: 'Person' }), 'whose'],
      [JSON.stringify({ ...exported, kind: 'toString' }), 'whose'],
      [JSON.stringify(withoutProof), 'proof'],
    ];
    for (const [content, reason] of wrong) {
      expect(() => readHistory(content), content.slice(0, 80)).toThrow(NotAHistory);
      expect(() => readHistory(content), content.slice(0, 80)).toThrow(reason);
    }
    expect(proof.nodes.length).toBeGreaterThan(2);
  });
});

describe('the proof of a head', () => {
  const { kind, id, proof, block, head } = exported;

  it('should give the head when the block is the one that it was exported from', () => {
    expect(provenHead({ kind, id, proof }, block.hash)).toEqual(head);
    expect(provenHead({ kind, id, proof: { ...proof, nodes: [...proof.nodes].reverse() } }, block.hash)).toEqual(head);
  });

  it('should fail when any byte of the header or of a node is another', () => {
    const header = hexToU8a(proof.header);
    for (let at = 0; at < header.length; at += 1) {
      const other = { ...proof, header: u8aToHex(altered(header, at)) };
      expect(() => provenHead({ kind, id, proof: other }, block.hash)).toThrow(NotProven);
    }
    proof.nodes.forEach((node, which) => {
      const bytes = hexToU8a(node);
      for (let at = 0; at < bytes.length; at += 1) {
        const nodes = replaced(proof.nodes, which, u8aToHex(altered(bytes, at)));
        expect(() => provenHead({ kind, id, proof: { ...proof, nodes } }, block.hash)).toThrow(NotProven);
      }
    });
  });

  it('should fail when a node is missing, the block is another, or the company', () => {
    proof.nodes.forEach((_, at) => {
      const nodes = replaced(proof.nodes, at);
      expect(() => provenHead({ kind, id, proof: { ...proof, nodes } }, block.hash)).toThrow(NotProven);
    });
    const other = u8aToHex(altered(hexToU8a(block.hash), 31));
    expect(() => provenHead({ kind, id, proof }, other)).toThrow(NotProven);
    // The number is of another kind of record, or the record is another register's.
    for (const title of [id, '10000000000083']) {
      expect(() => provenHead({ kind: 'Title', id: title, proof }, block.hash)).toThrow(NotProven);
    }
    for (const company of [companyNumber(9_999_999_999n)!, 'nobody', '']) {
      expect(() => provenHead({ kind, id: company, proof }, block.hash)).toThrow(NotProven);
    }
  });
});

describe('a value in a state', () => {
  const prove = (node: Uint8Array, key: Uint8Array) => provenValue(blake2_256(node), key, [node]);

  it('should be found when its node is short and stands in the one above', () => {
    // A branch with one half byte of the key and two leaves, which hold 0xaa and 0xbb.
    const node = hexToU8a('0x81010c000c4004aa0c4004bb');
    expect(prove(node, hexToU8a('0x12'))).toEqual(hexToU8a('0xaa'));
    expect(prove(node, hexToU8a('0x13'))).toEqual(hexToU8a('0xbb'));
    for (const absent of ['0x14', '0x22', '0x', '0x1234']) {
      expect(() => prove(node, hexToU8a(absent)), absent).toThrow('no such record');
    }
  });

  it('should be found when the rest of its key is long', () => {
    // A leaf: up to 62 half bytes are counted in the first byte, the others in more of them.
    const counts: [number, string][] = [[31, '0x7e'], [32, '0x7f01'], [80, '0x7f61'], [159, '0x7fff00']];
    for (const [bytes, count] of counts) {
      const key = new Uint8Array(bytes).fill(7);
      expect(prove(u8aConcat(count, key, '0x0801ff'), key), count).toEqual(hexToU8a('0x01ff'));
    }
  });

  it('should fail when a node is cut off or of no known kind', () => {
    for (const node of ['0x', '0x00', '0x81', '0x81010c00', '0x7fff', '0x4004', '0x40fe']) {
      expect(() => prove(hexToU8a(node), new Uint8Array()), node).toThrow(NotProven);
    }
  });
});

describe('the program that verifies', () => {
  it('should need no network: nothing that it is made of can reach one', () => {
    const seen = new Set<string>();
    const packages = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const [, what] of text(file).matchAll(/^(?:import|export) (?!type )[^;]*from '([^']+)'/gm)) {
        if (what!.startsWith('.')) {
          const folder = file.slice(0, file.lastIndexOf('/') + 1);
          visit(`${folder}${what!.replace(/\.js$/, '.ts')}`.replace('commands/../', ''));
        } else packages.add(what!);
      }
    };
    visit('../src/commands/verify-history.ts');
    expect(seen.size).toBeGreaterThan(5);
    expect([...packages].sort()).toEqual([
      '@noble/hashes/blake2b',
      '@noble/hashes/hmac',
      '@noble/hashes/sha2',
      '@polkadot/util',
      '@polkadot/util-crypto',
      'node:fs',
      'node:util',
    ]);
  });
});
