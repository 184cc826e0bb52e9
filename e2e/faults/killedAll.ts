import { finalizedBlock, type Outcome } from '@polity/client';

import { load, request } from '../src/load.js';
import { waitForFinalized } from '../src/network.js';
import { pause, type World } from '../src/world.js';
import { must, secondsSince, type Fault } from './fault.js';
import { SENDERS, EVERY_MILLIS } from './killedOne.js';
import { ask, untilFinal } from './watch.js';

/** What was told to be final, is in that block at every node. */
async function mustHold(world: World, outcomes: readonly Outcome[]): Promise<number> {
  const final = outcomes.filter((one) => one.kind === 'finalized');
  for (const node of world.network.nodes()) {
    for (const { number, block } of final) {
      const hash = await ask(node, 'chain_getBlockHash', number);
      must(hash === block, `I2: ${node.name} has another block ${number} than the one that held an act.`);
    }
  }
  return final.length;
}

/** All nodes are killed at once under load, again and again. */
export const killedAll: Fault = {
  name: 'R3',
  title: 'all nodes are killed at once under load',
  passes:
    'finality goes on within 35 s of the start; all that was final before is final after it; nobody is proven to have voted twice',
  repeated: { whole: 20, short: 2 },
  async run({ world, times }) {
    const { network } = world;
    let [slowest, sum, acts] = [0, 0, 0];
    for (let time = 0; time < times; time += 1) {
      const sending = load(world, {
        signers: SENDERS,
        call: () => request(world),
        everyMillis: EVERY_MILLIS,
        millis: 4_000,
        eraBlocks: 16,
      });
      const outcomes = await sending;
      const before = (await finalizedBlock(world.api)).number;
      await network.stopAll('SIGKILL');
      const started = Date.now();
      network.startAll();
      await untilFinal(network.gateway, before + 2, 60_000);
      const took = secondsSince(started);
      [slowest, sum] = [Math.max(slowest, took), sum + took];
      must(took <= 35, `Finality was back after ${took} s.`);
      await world.connect();
      await waitForFinalized(world.api, before + 3);
      acts += await mustHold(world, outcomes);
      await pause(500);
    }
    const state = await world.api.at((await finalizedBlock(world.api)).hash);
    const disabled = (await state.query.session!.disabledValidators!()).toJSON() as unknown[];
    must(disabled.length === 0, 'An authority was proven to have voted twice.');
    return {
      'times killed': times,
      'acts final before, and after': acts,
      'finality back, slowest, s': slowest,
      'finality back, mean, s': Math.round((sum / times) * 10) / 10,
    };
  },
};
