import { finalizedBlock } from '@polity/client';

import { load, request, tally } from '../src/load.js';
import { waitForFinalized } from '../src/network.js';
import { pause } from '../src/world.js';
import { must, secondsSince, type Fault } from './fault.js';
import { SENDERS, EVERY_MILLIS } from './killedOne.js';
import { Links } from './links.js';
import { ask, bestOf, untilFinal } from './watch.js';

const PARTED_MILLIS = 60_000;

/** The network is split in halves, and joined again. */
export const halves: Fault = {
  name: 'R4',
  title: 'the network is split two by two for 60 s, under load, and joined again',
  passes: 'nothing is final while it is split; finality is back 10 s after it is joined; every act is final or expired',
  async run({ world, watch }) {
    const { network } = world;
    const links = await Links.between(network);
    try {
      await world.connect();
      await waitForFinalized(world.api, (await finalizedBlock(world.api)).number + 3);
      links.part([network.authorities.get('Lands')!, network.authorities.get('Economy')!]);
      await pause(5_000);
      const last = watch.last(network.gateway);
      const sending = load(world, {
        signers: SENDERS,
        call: () => request(world),
        everyMillis: EVERY_MILLIS,
        millis: 20_000,
        eraBlocks: 256,
      });
      await pause(PARTED_MILLIS);
      must(watch.last(network.gateway) === last, 'A block became final in a half.');
      const healed = Date.now();
      links.heal();
      await untilFinal(network.gateway, last + 3, 60_000);
      const back = secondsSince(healed);
      const counted = tally(await sending);
      must(back <= 10, `Finality was back ${back} s after the halves were joined.`);
      must(counted.finalized + counted.refused + counted.expired === counted.sent, 'The fate of an act is not known.');
      return { 'finality back, s': back, 'acts final': `${counted.finalized} of ${counted.sent}` };
    } finally {
      links.close();
    }
  },
};

/** One authority is cut off from all others. */
export const cutOff: Fault = {
  name: 'R5',
  title: 'one authority is cut off for 60 s, and joined again',
  passes: 'it authors nothing alone; finality of the others pauses for at most 3 s; it is at the tip 15 s after it is joined',
  async run({ world, watch }) {
    const { network } = world;
    const lands = network.authorities.get('Lands')!;
    const links = await Links.between(network);
    try {
      await world.connect();
      await waitForFinalized(world.api, (await finalizedBlock(world.api)).number + 3);
      const parted = Date.now();
      links.part([lands]);
      await pause(5_000);
      const { peers } = await ask(lands, 'system_health');
      must(peers === 0, `The node that is cut off has ${peers} peers.`);
      const best = await bestOf(lands);
      await pause(PARTED_MILLIS);
      const alone = (await bestOf(lands)) - best;
      const longest = watch.longestPause(network.gateway, parted);
      const healed = Date.now();
      links.heal();
      await untilFinal(lands, (await finalizedBlock(world.api)).number, 60_000);
      const back = secondsSince(healed);
      must(alone === 0, `The node that was cut off made ${alone} blocks.`);
      must(longest <= 3, `Finality paused for ${longest} s.`);
      must(back <= 15, `The node was back after ${back} s.`);
      return { 'blocks made alone': alone, 'longest pause of finality, s': longest, 'back at the tip, s': back };
    } finally {
      links.close();
    }
  },
};
