import { cpSync, renameSync, rmSync } from 'node:fs';

import { finalizedBlock } from '@polity/client';

import { waitForFinalized } from '../src/network.js';
import { pause } from '../src/world.js';
import { must, secondsSince, type Fault } from './fault.js';
import { untilFinal } from './watch.js';

/** How many blocks older than the network the copy is. */
const BLOCKS = 20;

/** An authority comes back from a copy of its folder with the keys in it. */
export const restored: Fault = {
  name: 'R21',
  title: 'an authority is restored from an older copy of its folder, with its keys',
  passes:
    'it says that it does not vote, and votes again by itself when finality has passed its last vote; nobody is proven to have voted twice',
  async run({ world }) {
    const { network, api } = world;
    const lands = network.authorities.get('Lands')!;
    // The backup, of a node that stands still as operators are told to make it.
    await lands.stop();
    const copy = `${lands.base}-copy`;
    cpSync(lands.base, copy, { recursive: true });
    lands.start();
    await waitForFinalized(api, (await finalizedBlock(api)).number + BLOCKS);
    await lands.stop('SIGKILL');
    rmSync(lands.base, { recursive: true });
    renameSync(copy, lands.base);
    const mark = lands.logText().length;
    const told = (): string => lands.logText().slice(mark);
    const started = Date.now();
    lands.start();
    await untilFinal(lands, (await finalizedBlock(api)).number, 60_000);
    must(/Closed, because the node's folder is a copy/.test(told()), 'The node does not say that it does not vote.');
    const end = Date.now() + 90_000;
    while (!/Open: this node votes/.test(told())) {
      must(Date.now() < end, 'The node does not vote again by itself.');
      await pause(500);
    }
    const opened = secondsSince(started);
    await waitForFinalized(api, (await finalizedBlock(api)).number + 5);
    const state = await api.at((await finalizedBlock(api)).hash);
    const disabled = (await state.query.session!.disabledValidators!()).toJSON() as unknown[];
    must(disabled.length === 0, 'The authority was proven to have voted twice.');
    return { 'blocks that the copy was behind': BLOCKS, 'votes again, s after its start': opened };
  },
};
