import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { stateChecker } from '../src/network.js';
import { lastLine, ROOT } from '../src/scripts.js';
import { World } from '../src/world.js';
import type { Fault, Figures } from './fault.js';
import { FAULTS, SHORT } from './list.js';
import { checkFinality, checkLogs, checkPool, checkStates, residentKilobytes, Watch } from './watch.js';

const asked = process.env.POLITY_FAULTS?.split(',').filter((name) => name !== '');
const isShort = asked === undefined;
const names = asked ?? SHORT;

/** Where the result of each fault is kept, until `scripts/faults --write` makes the table of them. */
const results = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'polity', 'faults');

/** What is kept of a run. */
interface Result {
  readonly name: string;
  readonly title: string;
  readonly passes: string;
  readonly survived: boolean;
  /** Why it was not survived. */
  readonly cause: string | null;
  readonly figures: Figures;
  readonly commit: string;
  readonly day: string;
}

function keep(fault: Fault, figures: Figures, cause: string | null): void {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT }).toString().trim();
  const { name, title, passes } = fault;
  const day = new Date().toISOString().slice(0, 10);
  const result: Result = { name, title, passes, survived: cause === null, cause, figures, commit, day };
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
}

/** The checks of every pallet on the finalized state: R23, at the end of each run. */
function checkState(endpoint: string): number {
  const told = execFileSync(stateChecker(), ['--rpc', endpoint], { timeout: 120_000 }).toString();
  const { failed, keys } = lastLine(told) as { failed: string[]; keys: number };
  if (failed.length > 0) throw new Error(`R23: the checks of ${failed.join(', ')} fail.`);
  return keys;
}

async function runOn(world: World, fault: Fault, figures: Record<string, number | string>): Promise<void> {
  const watch = new Watch(world.network);
  const repeated = fault.repeated === undefined ? 1 : fault.repeated[isShort ? 'short' : 'whole'];
  const times = Number(process.env.POLITY_FAULT_TIMES ?? repeated);
  try {
    Object.assign(figures, await fault.run({ world, watch, times }));
  } finally {
    const seen = await watch.end();
    figures['finalized heads compared'] = await checkFinality(world.network, seen);
  }
  await checkStates(world.network);
  checkLogs(world.network);
  await checkPool(world.api);
  figures['keys of the state checked'] = checkState(world.network.gateway.endpoint);
  const resident = [...world.network.nodes()].map(residentKilobytes);
  figures['largest node, MB resident'] = Math.round(Math.max(...resident) / 1024);
}

describe('faults', () => {
  for (const name of names) {
    const fault = FAULTS.find((one) => one.name === name);
    it(`${name}: ${fault?.title ?? 'there is no such fault'}`, async () => {
      expect(fault, `There is no fault ${name}.`).toBeDefined();
      const figures: Record<string, number | string> = {};
      const world = await World.start({ metrics: true, ...fault!.network });
      try {
        await runOn(world, fault!, figures);
        keep(fault!, figures, null);
      } catch (error) {
        keep(fault!, figures, error instanceof Error ? error.message : String(error));
        throw error;
      } finally {
        console.log(`${name}: ${JSON.stringify(figures)}`);
        await world.close();
      }
    });
  }
});
