import { finalizedBlock } from '@polity/client';

import { load, request, tally } from '../src/load.js';
import { waitForFinalized } from '../src/network.js';
import { pause } from '../src/world.js';
import { must, secondsSince, type Fault } from './fault.js';
import { SENDERS } from './killedOne.js';
import { bestOf, residentKilobytes, untilFinal } from './watch.js';

/** For how many slots two of four are away. */
const SLOTS = 300;

/** Two of four authorities are away, so that nothing becomes final, and then one comes back. */
export const twoGone: Fault = {
  name: 'R2',
  title: `two of four authorities are away for ${SLOTS} slots, then one comes back`,
  passes:
    'nothing is final meanwhile, blocks go on and slow down, memory grows by 200 MB at most; finality goes on within 15 s of the third voter; every act is final or reported',
  async run({ world }) {
    const { network, api } = world;
    const { gateway } = network;
    const [lands, economy] = [network.authorities.get('Lands')!, network.authorities.get('Economy')!];
    await Promise.all([lands.stop('SIGKILL'), economy.stop('SIGKILL')]);
    await pause(4_000);
    const last = (await finalizedBlock(api)).number;
    const resident = residentKilobytes(gateway);
    const bestBefore = await bestOf(gateway);
    const sending = load(world, {
      signers: SENDERS,
      call: () => request(world),
      everyMillis: 1_000,
      millis: 60_000,
      eraBlocks: 256,
    });
    await pause(SLOTS * 1_000);
    must((await finalizedBlock(api)).number === last, 'Something became final without two thirds.');
    const blocks = (await bestOf(gateway)) - bestBefore;
    must(blocks > 0, 'The chain stood still.');
    must(blocks < SLOTS / 2, 'Authors did not slow down.');
    const grown = Math.round((residentKilobytes(gateway) - resident) / 1024);
    must(grown <= 200, `The gateway has grown by ${grown} MB.`);
    const metrics = (await gateway.metrics())!;
    const lag = Number(/^polity_finality_lag_blocks(?:\{[^}]*\})? (\d+)/m.exec(metrics)?.[1] ?? 0);
    must(lag >= blocks - 5, `The metric of the lag says ${lag}.`);
    const started = Date.now();
    economy.start();
    await untilFinal(gateway, last + 1, 60_000);
    const back = secondsSince(started);
    const counted = tally(await sending);
    lands.start();
    await waitForFinalized(api, (await finalizedBlock(api)).number + 5);
    must(back <= 25, `Finality was back ${back} s after the start of the third voter.`);
    must(
      counted.finalized + counted.refused + counted.expired === counted.sent,
      'The fate of an act is not known.',
    );
    return {
      'blocks without finality': blocks,
      'lag by the metric, blocks': lag,
      'memory grown, MB': grown,
      'finality back after the start of the third voter, s': back,
      'acts final': `${counted.finalized} of ${counted.sent}`,
      'acts reported as expired': counted.expired,
    };
  },
};
