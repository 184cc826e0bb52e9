import { describe, expect, it } from 'vitest';
import { u8aToHex } from '@polkadot/util';
import { atFinalized, EMPTY_HEAD, nextHead } from '@polity/client';

import type { Decoded, World } from '../src/world.js';

/** Where a pallet keeps the heads and entries of one kind of record. */
interface Chain {
  readonly pallet: string;
  readonly heads: string;
  readonly entries: string;
}

/** All chains of entries that the state has, found by the names of the storage. */
function chainsOf(query: Decoded): Chain[] {
  return Object.keys(query).flatMap((pallet) =>
    Object.keys(query[pallet]).flatMap((heads) => {
      const entries = heads.replace(/Heads$/, 'Entries').replace(/^heads$/, 'entries');
      return entries !== heads && query[pallet][entries] !== undefined ? [{ pallet, heads, entries }] : [];
    }),
  );
}

/** What the blocks of a busy network tell leads to the heads that its state has. */
export function replayTests(world: () => World): void {
  describe('the network after all that was done on it', () => {
    /** Every head that any record has ever had, recomputed from its rows. */
    const recomputed = new Set<string>();

    it('should have for each record the head that follows from its rows', async () => {
      const { state } = await atFinalized(world().api);
      const query = state.query as Decoded;
      const chains = chainsOf(query);
      // Identity, ministries, mandates, and the registers.
      expect(chains.length).toBeGreaterThanOrEqual(8);
      let records = 0;
      for (const { pallet, heads, entries } of chains) {
        for (const [key, stored] of await query[pallet][heads].entries()) {
          const head = stored.isSome === undefined ? stored : stored.unwrap();
          const id = key.args[0];
          const sequence = Array.from({ length: head.seq.toNumber() }, (_, before) => before + 1);
          const rows = await query[pallet][entries].multi(sequence.map((seq) => [id, seq]));
          let last: Uint8Array = EMPTY_HEAD;
          for (const row of rows) {
            last = nextHead(last, row.unwrap().toU8a());
            recomputed.add(u8aToHex(last));
          }
          expect(u8aToHex(last), `${pallet} ${heads} ${id}`).toBe(head.hash_.toHex());
          records += 1;
        }
      }
      console.log(`replay: ${records} records of ${chains.length} kinds, ${recomputed.size} entries`);
    });

    it('should have told of no head in its events that does not follow from the rows', async () => {
      const { api } = world();
      const { block } = await atFinalized(api);
      let told = 0;
      for (let number = 1; number <= block.number; number += 50) {
        const numbers = Array.from({ length: Math.min(50, block.number - number + 1) }, (_, at) => number + at);
        const blocks = await Promise.all(
          numbers.map(async (one) => {
            const hash = await api.rpc.chain.getBlockHash(one);
            return (await (await api.at(hash)).query.system!.events!()) as Decoded;
          }),
        );
        for (const { event } of blocks.flatMap((events) => [...events])) {
          const { head } = event.data as Decoded;
          if (head === undefined) continue;
          const hash = head.hash_ === undefined ? head : head.hash_;
          expect(recomputed.has(hash.toHex()), `${event.section}.${event.method}`).toBe(true);
          told += 1;
        }
      }
      expect(told).toBeGreaterThan(100);
      console.log(`replay: ${told} heads told of in ${block.number} blocks`);
    });
  });
}
