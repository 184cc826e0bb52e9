import type { ApiPromise } from '@polkadot/api';
import { u8aToHex } from '@polkadot/util';

import { allEntries, atFinalized } from './chain.js';
import {
  HISTORY_FORMAT,
  RECORD_HEADS,
  REGULAR_PRACTICE,
  headKey,
  recordedAt,
  type HistoryFile,
  type HistoryKind,
} from './history.js';

/** Histories as they are read from a node, to be handed over. */

// The codecs come from the chain's metadata, which no type of this language knows.
type Decoded = any;

/** The runtime's read of the entries of each kind of record. */
const READS: Readonly<Record<HistoryKind, readonly [string, string]>> = {
  Company: ['businessRegistryApi', 'companyHistory'],
  Title: ['landRegisterApi', 'history'],
  Parcel: ['landCadastreApi', 'parcelHistory'],
  Permit: ['permitsApi', 'permitHistory'],
};

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** A record's history at the last finalized block, with the proof of its head; null for none. */
export async function historyFile(
  api: ApiPromise,
  kind: HistoryKind,
  number: string,
): Promise<HistoryFile | null> {
  const { state, block } = await atFinalized(api);
  const [pallet, storage] = RECORD_HEADS[kind];
  const found: Decoded = await (state.query as Decoded)[lowerFirst(pallet)][lowerFirst(storage)](number);
  if (found.isNone) return null;
  const head = found.unwrap();
  const [runtimeApi, read] = READS[kind];
  const calls = (state.call as Decoded)[runtimeApi];
  const entries = await allEntries((from, limit) => calls[read](number, from, limit));
  const [header, { proof }] = await Promise.all([
    api.rpc.chain.getHeader(block.hash),
    api.rpc.state.getReadProof([u8aToHex(headKey(kind, number))], block.hash),
  ]);
  return {
    format: HISTORY_FORMAT,
    kind,
    id: number,
    block,
    head: { seq: head.seq.toNumber(), hash: head.hash_.toHex() },
    entries: entries.map((entry) => u8aToHex(entry.toU8a())),
    proof: { header: header.toHex(), nodes: proof.map((node) => u8aToHex(node.toU8a(true))) },
    statement: {
      recordedAt: entries.map((entry) => recordedAt(entry.toU8a())),
      retrievedAt: new Date().toISOString(),
      practice: REGULAR_PRACTICE,
    },
  };
}
