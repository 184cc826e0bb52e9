import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { finalizedBlock } from '@polity/client';

import { pause } from '../src/world.js';
import { must, secondsSince, type Fault } from './fault.js';
import { ask, untilFinal } from './watch.js';

const MEGABYTE = 1024 * 1024;
/** How long a node on a full disk is looked at. */
const FULL_MILLIS = 60_000;

/** Fills a file system up to the last block. */
function fill(folder: string): string {
  const file = join(folder, 'filler');
  writeFileSync(file, '');
  for (const size of [MEGABYTE, 4096]) {
    const chunk = Buffer.alloc(size, 1);
    try {
      for (;;) appendFileSync(file, chunk);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
  return file;
}

/** The disk of one node is full: a file system of 256 MB in memory, which only root can mount. */
export const diskFull: Fault = {
  name: 'R8',
  title: 'the disk of one node is full',
  passes:
    'its log names the full disk; finality of the others pauses for at most 3 s; with space again it starts and is at the tip within 60 s',
  async run({ world, watch }) {
    const { network, api } = world;
    must(process.getuid?.() === 0, 'Only root can mount the file system of this fault.');
    const base = join(network.folder, 'full');
    mkdirSync(base);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256m', 'polity-fault', base]);
    const node = await network.addNode('full', { base });
    try {
      node.start();
      await untilFinal(node, (await finalizedBlock(api)).number, 90_000);
      const filler = fill(base);
      must(statfsSync(base).bfree === 0, 'The disk is not full.');
      const filled = Date.now();
      while (node.isRunning && Date.now() - filled < FULL_MILLIS) await pause(200);
      const ended = node.isRunning ? 'it went on' : `${secondsSince(filled)} s, code ${node.exitCode}`;
      const longest = watch.longestPause(network.gateway, filled);
      const isNamed = /No space left|os error 28/.test(node.logText());
      await node.stop('SIGKILL');
      rmSync(filler);
      const started = Date.now();
      node.start();
      await untilFinal(node, (await finalizedBlock(api)).number, 60_000);
      const back = secondsSince(started);
      const head: string = await ask(node, 'chain_getFinalizedHead');
      const [own, others] = await Promise.all(
        [node, network.gateway].map((one) => ask(one, 'chain_getHeader', head)),
      );
      must(others !== null && own.stateRoot === others.stateRoot, 'It has another finalized block or state.');
      must(isNamed, `The log does not name the full disk (its end: ${ended}).`);
      must(longest <= 3, `Finality of the others paused for ${longest} s.`);
      return { 'ended after': ended, 'longest pause of finality, s': longest, 'back at the tip, s': back };
    } finally {
      // A node cannot go on without its file system; the invariants are asked of the nodes that run.
      await node.stop('SIGKILL');
      execFileSync('umount', ['--lazy', base]);
    }
  },
};
