import { describe, expect, it } from 'vitest';
import { atFinalized, finalizedBlock } from '@polity/client';

import { pairOf } from '../src/accounts.js';
import { request } from '../src/load.js';
import { waitForFinalized } from '../src/network.js';
import { pause, type Decoded, type World } from '../src/world.js';

/** How long a block that has been authored may take until nobody votes for it any more. */
const SETTLED_MILLIS = 4_000;

/**
 * What a network does whose authorities are too few to finalize. It stops nodes, so that nothing else runs
 * beside it. A key that was replaced is told of in `identity.ts` and `attestations.ts`.
 */
export function finalityTests(world: () => World): void {
  describe('half of the authorities', () => {
    it('should make nothing final, so that nobody reads of it, until one of them is back', async () => {
      const { api, network, submitter } = world();
      const who = pairOf('citizen1').address;
      const nonceIn = async (state: Decoded): Promise<number> =>
        (await state.query.system.account(who)).nonce.toNumber();
      const finalNonce = async (): Promise<number> => nonceIn((await atFinalized(api)).state);
      const [lands, economy] = (['Lands', 'Economy'] as const).map((name) => network.authorities.get(name)!);
      const before = await finalNonce();
      await Promise.all([lands!.stop('SIGKILL'), economy!.stop('SIGKILL')]);
      try {
        await pause(SETTLED_MILLIS);
        const last = (await finalizedBlock(api)).number;
        const fate = world().submit('citizen1', request(world()));
        // It is in a block soon: two authorities go on with the chain.
        for (let tries = 0; (await nonceIn(api)) === before; tries += 1) {
          if (tries > 100) throw new Error('No block holds the act.');
          await pause(200);
        }
        await pause(SETTLED_MILLIS);
        const head = (await api.rpc.chain.getHeader()).number.toNumber();
        expect(head).toBeGreaterThan(last);
        // And it is not final: who reads through the client is told of nothing, and who has sent it waits.
        expect((await finalizedBlock(api)).number).toBe(last);
        expect(await finalNonce()).toBe(before);
        expect(submitter.outstanding).toBe(1);

        economy!.start();
        const outcome = await fate;
        expect(outcome).toMatchObject({ kind: 'finalized', refusal: null });
        expect(await finalNonce()).toBe(before + 1);
        console.log(`finality: none from block ${last} to ${head} with two of four authorities, then all of it`);
      } finally {
        for (const node of [lands!, economy!]) if (!node.isRunning) node.start();
      }
      await waitForFinalized(api, (await finalizedBlock(api)).number + 3);
    });
  });
}
