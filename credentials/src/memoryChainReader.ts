/** A chain in memory: what tests and examples verify by. It checks what the runtime checks of a query. */
import type { FinalizedBlock } from '@polity/client';
import { merkleVerify } from '@polity/client/dist/merkle.js';

import { batchLeaf } from './anchor.js';
import { fromHex } from './encoding.js';
import type { ChainAnswer, ChainBatch, ChainReader, ChainStatus, StatusQuery } from './chainReader.js';
import type { ChainKey } from './keys.js';

/** The last finalized state of a chain that is none. */
export class MemoryChainReader implements ChainReader {
  /** How many reads were made. */
  reads = 0;
  private number = 0;
  private readonly keys = new Map<string, ChainKey>();
  private readonly batches = new Map<string, ChainBatch>();
  private readonly statuses = new Map<string, ChainStatus>();

  /** An issuer has a key in its document. */
  setKey(issuer: number, keyId: number, key: ChainKey): void {
    this.keys.set(`${issuer}/${keyId}`, key);
    this.number += 1;
  }

  /** A batch is issued. */
  addBatch(root: string, batch: ChainBatch): void {
    this.batches.set(root, batch);
    this.number += 1;
  }

  /** An index of a status list gets a status; `Valid` takes it back. */
  setStatus(list: number, index: number, status: ChainStatus): void {
    this.statuses.set(`${list}/${index}`, status);
    this.number += 1;
  }

  async status(query: StatusQuery): Promise<ChainAnswer> {
    this.reads += 1;
    const batch = this.batches.get(query.root);
    return {
      block: this.block(),
      issuerKey: this.keys.get(`${query.issuer}/${query.keyId}`),
      batch,
      status: batch === undefined || !isProven(query, batch) ? undefined : this.statusOf(query, batch),
    };
  }

  private block(): FinalizedBlock {
    return { number: this.number, hash: `0x${this.number.toString(16).padStart(64, '0')}` };
  }

  private statusOf({ statusIndex, at }: StatusQuery, batch: ChainBatch): ChainStatus {
    const set = this.statuses.get(`${batch.list}/${statusIndex}`);
    if (set !== undefined && set !== 'Valid') return set;
    if (at < batch.from) return 'NotYet';
    return at >= batch.until ? 'Expired' : 'Valid';
  }
}

const isProven = (query: StatusQuery, { leaves }: ChainBatch): boolean =>
  merkleVerify(
    fromHex(query.root),
    leaves,
    query.position,
    batchLeaf(query.commitment, query.statusIndex),
    query.proof.map((node) => fromHex(node)),
  );
