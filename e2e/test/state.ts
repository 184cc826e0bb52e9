import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { describe, expect, it } from 'vitest';

import { stateChecker } from '../src/network.js';
import { lastLine, type Ended } from '../src/scripts.js';
import type { World } from '../src/world.js';

const run = promisify(execFile);

async function check(endpoint: string): Promise<Ended> {
  try {
    return { code: 0, ...(await run(stateChecker(), ['--rpc', endpoint], { timeout: 120_000 })) };
  } catch (error) {
    return error as Ended;
  }
}

/** What holds of the state at any time holds of it after all that was done. */
export function stateTests(world: () => World): void {
  describe('the finalized state', () => {
    it("should pass every pallet's checks when a program loads it from a node", async () => {
      const done = await check(world().network.gateway.endpoint);
      expect(done.code, done.stderr).toBe(0);
      const result = lastLine(done.stdout) as { keys: number; checked: string[]; failed: string[] };
      expect(result.failed).toEqual([]);
      expect(result.checked).toContain('BusinessRegistry');
      expect(result.keys).toBeGreaterThan(1_000);
      console.log(`state: ${result.keys} keys pass the checks of ${result.checked.length} pallets`);
    });

    it('should be asked of a node that answers', async () => {
      const done = await check('ws://127.0.0.1:1');
      expect(done.code).toBe(5);
      expect(done.stderr).toMatch(/No state can be read from ws:\/\/127\.0\.0\.1:1/);
    });
  });
}
