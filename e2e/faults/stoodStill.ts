import { finalizedBlock } from '@polity/client';

import { pause } from '../src/world.js';
import { waitForFinalized } from '../src/network.js';
import { must, secondsSince, type Fault } from './fault.js';
import { untilFinal } from './watch.js';

/** For how many slots the process stands still. */
const SLOTS = 20;

/** The process of an authority stands still for a time, and goes on as if nothing had been. */
export const stoodStill: Fault = {
  name: 'R20',
  title: `an authority's process stands still for ${SLOTS} slots`,
  passes: 'its own slots alone are empty; it neither authors nor votes twice; it is at the tip within 15 s',
  async run({ world, watch }) {
    const { network, api } = world;
    const economy = network.authorities.get('Economy')!;
    const before = (await finalizedBlock(api)).number;
    const stopped = Date.now();
    economy.signal('SIGSTOP');
    await pause(SLOTS * 1_000);
    economy.signal('SIGCONT');
    const continued = Date.now();
    const after = (await finalizedBlock(api)).number;
    await untilFinal(economy, after, 15_000);
    const back = secondsSince(continued);
    await waitForFinalized(api, after + 8);
    const longest = watch.longestPause(network.gateway, stopped);
    const state = await api.at((await finalizedBlock(api)).hash);
    const disabled = (await state.query.session!.disabledValidators!()).toJSON() as unknown[];
    must(disabled.length === 0, 'The authority was proven to have voted twice.');
    must(longest <= 4, `Finality paused for ${longest} s.`);
    must(after - before >= (SLOTS * 3) / 4 - 4, `Only ${after - before} blocks became final meanwhile.`);
    return {
      'blocks final meanwhile': after - before,
      'longest pause of finality, s': longest,
      'back at the tip, s': back,
    };
  },
};
