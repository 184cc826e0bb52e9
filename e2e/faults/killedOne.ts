import { finalizedBlock } from '@polity/client';

import type { AccountName } from '../src/accounts.js';
import { load, request, tally } from '../src/load.js';
import { pause } from '../src/world.js';
import { must, secondsSince, type Fault } from './fault.js';
import { untilFinal } from './watch.js';

/** Who sends single acts: so many that no allowance is used up. */
export const SENDERS: readonly AccountName[] = [
  ...(['citizen1', 'citizen2', 'citizen3', 'interiorExaminer', 'interiorRegistrar'] as const),
  ...(['judge1', 'judge2', 'landsExaminer', 'examiner', 'registrar', 'clerk'] as const),
];
/** One act every so many milliseconds: what four nodes and a gateway carry on two cores beside the rest. */
export const EVERY_MILLIS = 100;
const LOAD_MILLIS = 40_000;

/** One of four authorities is killed under load, and started again. */
export const killedOne: Fault = {
  name: 'R1',
  title: 'one of four authorities is killed under load',
  passes:
    'finality never pauses for more than 3 s; every act is final; the node is at the tip within 30 s of its start',
  async run({ world, watch }) {
    const { network, api } = world;
    const lands = network.authorities.get('Lands')!;
    const sending = load(world, {
      signers: SENDERS,
      call: () => request(world),
      everyMillis: EVERY_MILLIS,
      millis: LOAD_MILLIS,
      eraBlocks: 64,
    });
    await pause(6_000);
    const killed = Date.now();
    await lands.stop('SIGKILL');
    await pause(15_000);
    const started = Date.now();
    lands.start();
    await untilFinal(lands, (await finalizedBlock(api)).number, 30_000);
    const back = secondsSince(started);
    const counted = tally(await sending);
    const longest = watch.longestPause(network.gateway, killed);
    must(longest <= 3, `Finality paused for ${longest} s.`);
    must(counted.finalized === counted.sent, `Of ${counted.sent} acts ${counted.finalized} are final.`);
    return {
      'acts a second': 1_000 / EVERY_MILLIS,
      'acts final': `${counted.finalized} of ${counted.sent}`,
      'longest pause of finality, s': longest,
      'back at the tip, s': back,
    };
  },
};
