import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { describe, expect, it } from 'vitest';

import { codeHash } from '@polity/client';

import { trapIn } from '../src/brokenRuntime.js';
import { nextRuntime, stateChecker } from '../src/network.js';
import { lastLine, type Ended } from '../src/scripts.js';
import type { World } from '../src/world.js';

const run = promisify(execFile);

async function check(endpoint: string, ...options: readonly string[]): Promise<Ended> {
  try {
    const args = ['--rpc', endpoint, ...options];
    return { code: 0, ...(await run(stateChecker(), args, { timeout: 120_000 })) };
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

/** What the next runtime would do with the state, before anybody votes for it. It stands beside other tests. */
export function rehearsalTests(world: () => World): void {
  describe.concurrent('the rehearsal of an upgrade', () => {
    it('should find the checks of all pallets to hold of what the next runtime makes of the state', async () => {
      const { endpoint } = world().network.gateway;
      const done = await check(endpoint, '--runtime', nextRuntime());
      expect(done.code, done.stderr).toBe(0);
      expect(lastLine(done.stdout)).toMatchObject({
        failed: [],
        rehearsed: { codeHash: codeHash(readFileSync(nextRuntime())), from: 1_000, to: 1_001 },
      });
    });

    it('should say that a runtime must not be handed in when it makes no block on the state', async () => {
      const { endpoint } = world().network.gateway;
      const folder = mkdtempSync(join(tmpdir(), 'polity-rehearsal-'));
      try {
        const file = join(folder, 'broken.wasm');
        const whole = readFileSync(nextRuntime().replace('.compact.compressed.wasm', '.compact.wasm'));
        const rehearse = async (code: Uint8Array): Promise<Ended> => {
          writeFileSync(file, code);
          return check(endpoint, '--runtime', file);
        };
        for (const [name, block] of [
          ['Core_initialize_block', 1],
          ['BlockBuilder_finalize_block', 1],
        ] as const) {
          const done = await rehearse(trapIn(whole, name));
          expect(done.code).toBe(7);
          expect(done.stderr).toContain('must not be handed in');
          expect(done.stderr).toContain(`it cannot make block ${block} on this state: ${name}`);
        }
        expect(await rehearse(whole.subarray(0, 100_000))).toMatchObject({ code: 7 });
        expect((await check(endpoint, '--runtime', join(folder, 'none'))).code).toBe(3);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });
}
