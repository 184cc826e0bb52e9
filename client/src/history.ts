import { bnToU8a, hexToU8a, isHex, u8aConcat, u8aToBn, u8aToHex } from '@polkadot/util';
import { xxhashAsU8a } from '@polkadot/util-crypto';

import type { FinalizedBlock } from './chain.js';
import { isCompanyNumber, isParcelNumber, isPermitNumber, isUnitNumber } from './checkCharacters.js';
import { headOf } from './record.js';
import type { Head } from './registry.js';
import { NotProven, provenValue, stateRootOf } from './trie.js';

/** Histories as they are handed over, to be verified without a node. All of it is pure. */

/** The format that histories are written in now. */
export const HISTORY_FORMAT = 'polity/history/1';

/** What shows that a head is of a block: the block's header, and nodes of the state's trie. */
export interface HeadProof {
  /** The SCALE bytes of the header: their hash is the block's. */
  readonly header: string;
  /** The nodes from the state's root to the head. */
  readonly nodes: readonly string[];
}

/** The records whose histories are exported, with the pallet and the storage that has their heads. */
export const RECORD_HEADS = {
  Company: ['BusinessRegistry', 'CompanyHeads'],
  Title: ['LandRegister', 'TitleHeads'],
  Parcel: ['LandCadastre', 'ParcelHeads'],
  Permit: ['Permits', 'PermitHeads'],
} as const;

/** How the numbers of each kind are checked. */
const NUMBERS = {
  Company: isCompanyNumber,
  Title: isUnitNumber,
  Parcel: isParcelNumber,
  Permit: isPermitNumber,
} as const;

/** What a history is of: a company, the title of a unit of land, a parcel, or a permit. */
export type HistoryKind = keyof typeof RECORD_HEADS;

/** Whether a text names a kind of record whose histories are exported. */
export const isHistoryKind = (text: unknown): text is HistoryKind =>
  typeof text === 'string' && Object.hasOwn(RECORD_HEADS, text);

/** Whether a text can be the number of a record of this kind: its check digits are right. */
export const isRecordNumber = (kind: HistoryKind, text: string): boolean =>
  NUMBERS[kind](text);

/**
 * What an extract states of itself, so that it can be evidence (12 V.S.A. § 1913): when each entry was
 * made, when it was retrieved, and that both are regular practice. Whoever hands it over signs for it;
 * the times of the entries stand in the entries themselves, and a verification reads them there.
 */
export interface ExtractStatement {
  /** When each entry was recorded, in order. */
  readonly recordedAt: readonly string[];
  /** When the extract was read from the chain. */
  readonly retrievedAt: string;
  /** How the register is kept. */
  readonly practice: string;
}

/** How every register of this chain is kept. */
export const REGULAR_PRACTICE =
  'Entries are made in the regular course of the work of the ministry that keeps the register: one ' +
  'officer prepares an act and another decides it, each under a mandate of that ministry, or a party ' +
  'acts for itself with its own key. The act is written into a block at the time that the entry states, ' +
  "and is final once more than two thirds of the ministries' authorities have agreed on the block. " +
  'Nothing is changed or removed afterwards: a correction is a further entry.';

/** The history of a record, as `scripts/export-history` writes it. Bytes are hexadecimal. */
export interface HistoryFile {
  readonly format: typeof HISTORY_FORMAT;
  /** What kind of record it is. */
  readonly kind: HistoryKind;
  /** The record's id: the number of the company, the unit or the parcel. */
  readonly id: string;
  /** The finalized block that it was read at. */
  readonly block: FinalizedBlock;
  /** The head that the block's state holds. */
  readonly head: Head;
  /** The SCALE bytes of the entries, in order. */
  readonly entries: readonly string[];
  readonly proof: HeadProof;
  readonly statement: ExtractStatement;
}

/** A file that holds no history. */
export class NotAHistory extends Error {}

/** What the verification of a history says. */
export interface Verdict {
  readonly verified: boolean;
  readonly entries: number;
  /** The head that the entries lead to. */
  readonly head: string;
  /** Why it is not verified. */
  readonly reason?: string;
  /** When each entry was recorded, by its own bytes; only of a history that is verified. */
  readonly recordedAt?: readonly string[];
}

/** A file of a history: what an export wrote, or nothing but rows, one on each line. */
export interface ReadHistory {
  readonly entries: readonly Uint8Array[];
  /** What the rest of an export says; null for a file of rows. Nothing of it is verified yet. */
  readonly claim: Pick<HistoryFile, 'kind' | 'id' | 'proof'> | null;
}

/**
 * Reads a file of a history.
 *
 * @throws {NotAHistory} when it is something else.
 */
export function readHistory(text: string): ReadHistory {
  if (!text.trimStart().startsWith('{')) {
    const rows = text.split('\n').map((line) => line.trim());
    return { entries: bytesOf(rows.filter((line) => line !== '')), claim: null };
  }
  let file: Partial<HistoryFile>;
  try {
    file = JSON.parse(text);
  } catch {
    throw new NotAHistory('The file is cut off, or no JSON.');
  }
  if (file.format !== HISTORY_FORMAT) {
    throw new NotAHistory(`The file is not of the format ${HISTORY_FORMAT}.`);
  }
  const { kind, id, entries, proof } = file;
  if (!isHistoryKind(kind) || typeof id !== 'string' || !Array.isArray(proof?.nodes)) {
    throw new NotAHistory('The file does not say whose history it is, or has no proof.');
  }
  return { entries: bytesOf(entries), claim: { kind, id, proof } };
}

/** Bytes from their hexadecimal text; everything else is refused, not guessed. */
function bytesOf(rows: unknown): Uint8Array[] {
  if (!Array.isArray(rows) || rows.length === 0) throw new NotAHistory('The file has no entry.');
  return rows.map((row, at) => {
    if (!isHex(row)) {
      throw new NotAHistory(`Row ${at + 1} is not written in hexadecimal bytes.`);
    }
    return hexToU8a(row);
  });
}

/** Verifies a history by the head of a finalized state, and nothing else. */
export function verifyHistory(entries: readonly Uint8Array[], head: Head): Verdict {
  const found = headOf(entries);
  const verdict = { entries: entries.length, head: found };
  if (entries.length !== head.seq) {
    const reason = `The head is over ${head.seq} entries, and these are ${entries.length}.`;
    return { verified: false, ...verdict, reason };
  }
  if (found !== head.hash.toLowerCase()) {
    const reason = `The entries do not lead to the head ${head.hash}: a row or the head is another.`;
    return { verified: false, ...verdict, reason };
  }
  return { verified: true, ...verdict, recordedAt: entries.map(recordedAt) };
}

/** Where an entry has its time: after format, kind, id, version and block. */
const RECORDED_AT = 1 + 1 + 8 + 4 + 4;

/**
 * When an entry was recorded: the time of its block, in the entry's own bytes.
 *
 * @throws {NotAHistory} when the bytes are no entry.
 */
export function recordedAt(entry: Uint8Array): string {
  const bytes = entry.subarray(RECORDED_AT, RECORDED_AT + 8);
  const at = new Date(Number(u8aToBn(bytes, { isLe: true }).toString()));
  if (bytes.length !== 8 || Number.isNaN(at.getTime())) throw new NotAHistory('An entry has no time.');
  return at.toISOString();
}

/** The key under which the state has the head of a record. */
export function headKey(kind: HistoryKind, number: string): Uint8Array {
  if (!isRecordNumber(kind, number)) throw new NotProven(`${number} is no number of a record.`);
  const id = bnToU8a(BigInt(number), { bitLength: 64, isLe: true });
  const [pallet, storage] = RECORD_HEADS[kind];
  return u8aConcat(xxhashAsU8a(pallet, 128), xxhashAsU8a(storage, 128), xxhashAsU8a(id, 64), id);
}

/**
 * The head that a block's state holds of a record, from the proof and the block's hash alone.
 *
 * @throws {NotProven} when the proof does not show it.
 */
export function provenHead(
  { kind, id, proof }: Pick<HistoryFile, 'kind' | 'id' | 'proof'>,
  blockHash: string,
): Head {
  const root = stateRootOf(proofBytes(proof.header), proofBytes(blockHash));
  const value = provenValue(root, headKey(kind, id), proof.nodes.map(proofBytes));
  if (value.length !== 36) throw new NotProven('What the state holds there is no head.');
  return {
    seq: u8aToBn(value.subarray(0, 4), { isLe: true }).toNumber(),
    hash: u8aToHex(value.subarray(4)),
  };
}

function proofBytes(text: unknown): Uint8Array {
  if (!isHex(text)) {
    throw new NotProven('The proof is not written in hexadecimal bytes.');
  }
  return hexToU8a(text);
}
