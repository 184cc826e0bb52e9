import { finalizedBlock } from '@polity/client';

import { load, request, tally } from '../src/load.js';
import { waitForFinalized } from '../src/network.js';
import { must, type Fault } from './fault.js';
import { SENDERS, EVERY_MILLIS } from './killedOne.js';
import { Links } from './links.js';
import { ask } from './watch.js';

/** Each way of each link: what is asked for of all links of a network that spans a country. */
const PACE = { delay: 150, jitter: 50, stalls: 0.01, stall: 1_000 };

/** All links are slow, and stall now and then. */
export const slow: Fault = {
  name: 'R6',
  title: 'all links take 150 ms, 50 more or less, and one chunk of a hundred stalls for 1 s',
  passes: 'finality never pauses for more than 5 s; no more than 5 blocks wait for it; every act is final',
  async run({ world, watch }) {
    const { network } = world;
    const links = await Links.between(network);
    try {
      await world.connect();
      await waitForFinalized(world.api, (await finalizedBlock(world.api)).number + 3);
      links.slow(PACE);
      const began = Date.now();
      let lag = 0;
      const sending = load(world, {
        signers: SENDERS,
        call: () => request(world),
        everyMillis: EVERY_MILLIS,
        millis: 60_000,
        eraBlocks: 64,
      });
      const looking = setInterval(() => {
        void ask(network.gateway, 'chain_getHeader').then(
          (header) => (lag = Math.max(lag, Number(header.number) - watch.last(network.gateway))),
          () => undefined,
        );
      }, 1_000);
      const counted = tally(await sending.finally(() => clearInterval(looking)));
      const longest = watch.longestPause(network.gateway, began);
      links.slow(null);
      must(longest <= 5, `Finality paused for ${longest} s.`);
      must(lag <= 5, `${lag} blocks waited for finality.`);
      must(counted.finalized === counted.sent, `Of ${counted.sent} acts ${counted.finalized} are final.`);
      return {
        'longest pause of finality, s': longest,
        'largest lag, blocks': lag,
        'acts final': `${counted.finalized} of ${counted.sent}`,
      };
    } finally {
      links.close();
    }
  },
};
