import { describe, expect, it } from 'vitest';
import { finalizedBlock } from '@polity/client';

import { waitForFinalized } from '../src/network.js';
import { warnings } from '../src/warnings.js';
import type { Decoded, World } from '../src/world.js';

/** A network that runs, and a client that understands it. */
export function networkTests(world: () => World): void {
  describe('the network', () => {
    it('should finalize blocks when four authorities run', async () => {
      const { api } = world();
      const { number } = await finalizedBlock(api);
      await waitForFinalized(api, number + 4);
    });

    it('should have all four authorities author when each has a turn', async () => {
      const { api } = world();
      const { number } = await finalizedBlock(api);
      await waitForFinalized(api, number + 8);
      const authors = new Set<string>();
      for (let at = number + 1; at <= number + 8; at += 1) {
        const header = await api.derive.chain.getHeader(await api.rpc.chain.getBlockHash(at));
        authors.add(String(header.author));
      }
      expect(authors.size).toBe(4);
    });

    it('should decode everything of a block without a warning when polkadot.js reads it', async () => {
      const { api } = world();
      const hash = await api.rpc.chain.getFinalizedHead();
      const at = await api.at(hash);
      await api.rpc.chain.getBlock(hash);
      const events = (await at.query.system!.events!()) as Decoded;
      expect(events.length).toBeGreaterThan(0);
      for (const section of ['businessRegistry', 'landCadastre', 'identity', 'mandates', 'governance']) {
        expect(api.tx[section], section).toBeDefined();
        expect(api.errors[section], section).toBeDefined();
        expect(api.events[section], section).toBeDefined();
      }
      expect(Object.keys(api.call)).toContain('businessRegistryApi');
      expect(warnings()).toEqual([]);
    });

    it('should answer polity_health when it is asked', async () => {
      const { api, network } = world();
      const provider = (api as Decoded)._rpcCore.provider;
      const health = await provider.send('polity_health', []);
      expect(health).toMatchObject({ role: 'full', slotDurationMillis: 1000 });
      expect(health.finalized.number).toBeGreaterThan(0);
      expect(health.lag).toBe(health.best.number - health.finalized.number);
      expect(health.authorities.map((one: Decoded) => one.ministry)).toEqual([1, 2, 3, 4]);
      const interior = await network.connect(network.authorities.get('Interior'));
      const own = await (interior as Decoded)._rpcCore.provider.send('polity_health', []);
      await interior.disconnect();
      expect(own.role).toBe('authority');
    });
  });
}
