import { describe, expect, it } from 'vitest';
import { finalizedBlock } from '@polity/client';

import type { AccountName } from '../src/accounts.js';
import { load, request, tally } from '../src/load.js';
import { waitForFinalized } from '../src/network.js';
import { eventOf, pause, type Decoded, type World } from '../src/world.js';

const CITIZENS: readonly AccountName[] = ['citizen1', 'citizen2', 'citizen3'];

/** Officers of four ministries: together they may send more than a block takes. */
const OFFICERS: readonly AccountName[] = [
  'interiorExaminer',
  'interiorRegistrar',
  'judge1',
  'judge2',
  'landsExaminer',
  'examiner',
  'registrar',
  'clerk',
];

/** How long the network is overloaded. */
const OVERLOAD_MILLIS = 60_000;

/** What the network withstands; it comes last, because it leaves no stone on another. */
export function faultTests(world: () => World): void {
  describe('single acts', () => {
    it('should be final soon when the network is idle (100 of them)', async () => {
      const times: number[] = [];
      const acts: Promise<void>[] = [];
      for (let at = 0; at < 100; at += 1) {
        const began = Date.now();
        acts.push(
          world()
            .make(CITIZENS[at % CITIZENS.length]!, request(world()))
            .then(() => void times.push(Date.now() - began)),
        );
        // One by one, at every place of a slot.
        await pause(110);
      }
      await Promise.all(acts);
      times.sort((one, other) => one - other);
      console.log(
        `latency: median ${times[50]} ms, worst ${times[99]} ms from submission to finality`,
      );
      expect(times).toHaveLength(100);
    });
  });

  describe('an authority', () => {
    it('should be missed by nobody when it is killed under load, and catch up when it is back', async () => {
      const { api, network } = world();
      const lands = network.authorities.get('Lands')!;
      const sending = load(world(), {
        signers: CITIZENS,
        call: () => request(world()),
        everyMillis: 100,
        millis: 10_000,
      });
      await pause(4_000);
      await lands.stop('SIGKILL');
      const { number } = await finalizedBlock(api);
      await waitForFinalized(api, number + 5);
      lands.start();
      const outcomes = await sending;
      const counted = tally(outcomes);
      console.log(`one authority killed: ${JSON.stringify(counted)}`);
      expect(counted.finalized).toBe(counted.sent);

      const own = await network.connect(lands);
      try {
        const target = (await finalizedBlock(api)).number;
        await waitForFinalized(own, target);
        const hash = await api.rpc.chain.getBlockHash(target);
        expect((await own.rpc.chain.getBlockHash(target)).toHex()).toBe(hash.toHex());
      } finally {
        await own.disconnect();
      }
    });
  });

  describe('twice the load that the network takes', () => {
    it('should make nothing vanish', async () => {
      const { api } = world();
      const batchOf = (calls: number) =>
        api.tx.utility!.forceBatch!(Array.from({ length: calls }, () => request(world())));
      // What a transaction takes of a block, by the chain's own count.
      const { perClass } = api.consts.system!.blockWeights as Decoded;
      const base = perClass.normal.baseExtrinsic.refTime.toNumber();
      const weigh = async (calls: number): Promise<number> => {
        const done = await world().make('examiner', batchOf(calls));
        return base + eventOf(done, 'ExtrinsicSuccess').dispatchInfo.weight.refTime.toNumber();
      };
      const perBlock = perClass.normal.maxTotal.unwrap().refTime.toNumber();
      // Of such a size that a block takes about twenty: a few of them are twice the load.
      const [one, eleven] = await Promise.all([weigh(1), weigh(11)]);
      const calls = Math.max(1, Math.round((perBlock / 20 - one) / ((eleven - one) / 10)));
      const each = await weigh(calls);
      const slot = (await (api.call as Decoded).auraApi.slotDuration()).toNumber();
      const everyMillis = (slot * each) / (2 * perBlock);
      const before = (await finalizedBlock(api)).number;
      const outcomes = await load(world(), {
        signers: OFFICERS,
        call: () => batchOf(calls),
        everyMillis,
        millis: OVERLOAD_MILLIS,
        eraBlocks: 8,
      });
      const counted = tally(outcomes);
      const blocks = (await finalizedBlock(api)).number - before;
      console.log(
        `overload: ${JSON.stringify(counted)}, batches of ${calls} of which a block takes ${(perBlock / each).toFixed(1)}, one every ${everyMillis.toFixed(0)} ms, ${blocks} blocks`,
      );
      expect(counted.finalized + counted.refused + counted.expired).toBe(counted.sent);
      expect(world().submitter.outstanding).toBe(0);
      expect(counted.finalized).toBeGreaterThan(0);
    }, 240_000);
  });

  describe('the whole network', () => {
    it('should go on with its state, heads and finality when it was stopped and started', async () => {
      const registry = await world().registry();
      const [company] = await registry.companiesByName('Verified from its Rows Ltd');
      const before = await finalizedBlock(world().api);
      await world().network.stopAll();
      world().network.startAll();
      await world().connect();
      await waitForFinalized(world().api, before.number + 5);
      const hash = await world().api.rpc.chain.getBlockHash(before.number);
      expect(hash.toHex()).toBe(before.hash);
      const again = await world().registry();
      expect(await again.company(company!.number)).toEqual(company);
      expect(await again.companyHistoryHolds(company!.number)).toBe(true);
      await world().make('citizen1', request(world()));
    });
  });
}
