import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { ApiPromise } from '@polkadot/api';
import { describe, expect, it } from 'vitest';

import { atFinalized, finalizedBlock } from '../src/chain.js';

/** A chain whose best block is two ahead of the finalized one, each with a state of its own. */
function forked(): ApiPromise {
  const numbers: Readonly<Record<string, number>> = { '0xfe': 7, '0xbe': 9 };
  const hash = (text: string) => ({ toHex: () => text });
  return {
    query: 'the state of the best block',
    call: 'the state of the best block',
    at: async (at: string) => ({ query: `the state of ${at}`, call: `the state of ${at}` }),
    rpc: {
      chain: {
        getFinalizedHead: async () => hash('0xfe'),
        getBlockHash: async () => hash('0xbe'),
        getHeader: async (at = hash('0xbe')) => ({ number: { toNumber: () => numbers[at.toHex()] } }),
      },
    },
  } as unknown as ApiPromise;
}

describe('what is read', () => {
  it('should be of the last finalized block, and say which that is', async () => {
    const block = { hash: '0xfe', number: 7 };
    expect(await finalizedBlock(forked())).toEqual(block);
    expect(await atFinalized(forked())).toEqual({
      block,
      state: { query: 'the state of 0xfe', call: 'the state of 0xfe' },
    });
  });

  it('should come from a state at a block in every file of the client', () => {
    const folder = fileURLToPath(new URL('../src', import.meta.url));
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const sources = files.filter((file) => file.endsWith('.ts'));
    expect(sources.length).toBeGreaterThan(30);
    // An `ApiPromise` reads the best block's state; the newest header is the best block's, too.
    const best = /\bapi\.(query|call|derive|queryMulti)\b|\.getHeader\(\)|getBlockHash\(\)|subscribeNewHeads/;
    const found = sources.flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter((line) => best.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(found).toEqual([
      // How long something can be on its way is counted from the best block.
      'campaign.ts: const last = (await this.api.rpc.chain.getHeader()).number.toNumber() + DEFAULT_ERA_BLOCKS;',
      // An operator is told how far finality is behind the best block.
      'operators/network.ts: api.rpc.chain.getHeader(),',
    ]);
  });
});
