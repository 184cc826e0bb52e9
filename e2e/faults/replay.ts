import { finalizedBlock } from '@polity/client';

import { pairOf } from '../src/accounts.js';
import { request } from '../src/load.js';
import { waitForFinalized } from '../src/network.js';
import type { Decoded } from '../src/world.js';
import { must, type Fault } from './fault.js';

/** How long the era is whose end is waited for, in blocks. */
const SHORT_ERA = 4;

/** What was signed once, or for something else, is sent again. */
export const replay: Fault = {
  name: 'R16',
  title:
    'the same transaction twice, one for another genesis, for another version of the runtime, and one whose era has ended',
  passes: 'all are refused at the door; the nonce of the account shows that none had an effect',
  async run({ world }) {
    const { api } = world;
    const pair = pairOf('citizen1');
    const nonceAt = async (): Promise<number> => {
      const state = await api.at((await finalizedBlock(api)).hash);
      return ((await state.query.system!.account!(pair.address)) as Decoded).nonce.toNumber();
    };
    /** Signs a request for the next place of the account, with something changed. */
    const signed = async (change: Record<string, unknown> = {}, period = 64): Promise<Decoded> => {
      const { hash, number } = await finalizedBlock(api);
      const era = api.registry.createType('ExtrinsicEra', { current: number, period });
      const nonce = (await api.rpc.system.accountNextIndex(pair.address)).toNumber();
      const call = api.tx(request(world).method as Decoded);
      return call.signAsync(pair, { blockHash: hash, era, nonce, ...change });
    };
    /** The same for the version of the runtime before this one, which the library signs for by itself no more. */
    const signedForOlder = async (): Promise<Decoded> => {
      const { hash, number } = await finalizedBlock(api);
      const { runtimeVersion, registry, genesisHash } = api;
      const call: Decoded = api.tx(request(world).method as Decoded);
      return call.sign(pair, {
        blockHash: hash,
        era: registry.createType('ExtrinsicEra', { current: number, period: 64 }),
        genesisHash,
        nonce: (await api.rpc.system.accountNextIndex(pair.address)).toNumber(),
        runtimeVersion: registry.createType('RuntimeVersion', {
          ...(runtimeVersion.toJSON() as object),
          specVersion: runtimeVersion.specVersion.toNumber() - 1,
        }),
        signedExtensions: registry.signedExtensions,
      });
    };
    const refusalOf = async (what: string, extrinsic: Decoded): Promise<string> => {
      try {
        await api.rpc.author.submitExtrinsic(extrinsic);
      } catch (error) {
        return (error as Error).message;
      }
      throw new Error(`It was taken: ${what}.`);
    };

    const once = await signed();
    await world.submitter.send(once, (await finalizedBlock(api)).number + 60);
    const before = await nonceAt();
    const again = await refusalOf('a transaction that is in a block already', once);
    const foreign = await refusalOf(
      'a transaction for another genesis',
      await signed({ genesisHash: `0x${'11'.repeat(32)}` }),
    );
    const old = await refusalOf('a transaction for an older runtime', await signedForOlder());
    const brief = await signed({}, SHORT_ERA);
    await waitForFinalized(api, (await finalizedBlock(api)).number + 2 * SHORT_ERA);
    const ended = await refusalOf('a transaction whose era has ended', brief);
    await waitForFinalized(api, (await finalizedBlock(api)).number + 2);
    must((await nonceAt()) === before, 'Something that was sent again had an effect.');
    const reason = (message: string): string => /: ([^:]+)$/.exec(message)?.[1]?.trim() ?? message;
    return {
      'sent twice': reason(again),
      'another genesis': reason(foreign),
      'an older runtime': reason(old),
      'an era that has ended': reason(ended),
    };
  },
};
