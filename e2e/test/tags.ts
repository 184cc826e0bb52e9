import { beforeAll, describe, expect, it } from 'vitest';
import { xxhashAsHex } from '@polkadot/util-crypto';
import { atFinalized, REGISTER, type FinalizedBlock } from '@polity/client';

import { tagOf, type AccountName } from '../src/accounts.js';
import type { Decoded, World } from '../src/world.js';

const TAG_BYTES = 32;
/** The most keys that a node answers with at once. */
const KEYS_PAGE = 1_000;
/** How many blocks are read at once. */
const BLOCKS_AT_ONCE = 100;

/** What a record takes of the state: the map that has one row for each, and all maps that it has rows in. */
const MEASURED = {
  permit: [
    'Permits',
    ...['Permits', 'PermitHeads', 'PermitEntries', 'SettledVersions', 'PermitsOf', 'PermitsByType'],
    ...['Running', 'RunningAt', 'Endings', 'Requests', 'WorkLists'],
  ],
  application: [
    'PermitApplications',
    ...['Applications', 'Heads', 'Entries', 'LiveApplications', 'Commitments', 'ApplicationsOf'],
    ...['WorkLists', 'Due'],
  ],
  // The maps of records of every kind have the kind first in their keys.
  attestation: ['Attestations', 'Attestations', 'AttestationsOf', 'LastAbout', 'Heads/03', 'Entries/03'],
  statusList: [
    'Attestations',
    ...['StatusLists', 'StatusChunks', 'TakenChunks', 'Statuses', 'Heads/04', 'Entries/04'],
  ],
} as const;
/** How long the part of a key is that says of which pallet and item it is, as hex. */
const ITEM_KEY_LENGTH = 66;
/** Where in a key the first byte of what it is about stands, behind eight bytes of a hash. */
const KIND = [ITEM_KEY_LENGTH + 16, ITEM_KEY_LENGTH + 18] as const;

const fromHex = (hex: string): Buffer => Buffer.from(hex.slice(2), 'hex');

/** The tags of all persons. */
class Tags {
  /** By the first two bytes: whether any tag begins like that. Most bytes are dismissed by this. */
  readonly #begins = new Uint8Array(65_536);
  readonly #registers = new Map<string, string>();

  constructor(tags: Iterable<readonly [register: string, tag: Uint8Array]>) {
    for (const [register, tag] of tags) {
      this.#begins[(tag[0]! << 8) | tag[1]!] = 1;
      this.#registers.set(Buffer.from(tag).toString('hex'), register);
    }
  }

  /** How many there are. */
  get count(): number {
    return this.#registers.size;
  }

  /** The registers that tags in these bytes are of, wherever the tags stand. */
  registersIn(...parts: readonly Buffer[]): Set<string> {
    const found = new Set<string>();
    for (const bytes of parts) {
      for (let at = 0; at + TAG_BYTES <= bytes.length; at += 1) {
        if (this.#begins[(bytes[at]! << 8) | bytes[at + 1]!] === 0) continue;
        const register = this.#registers.get(bytes.toString('hex', at, at + TAG_BYTES));
        if (register !== undefined) found.add(register);
      }
    }
    return found;
  }
}

/** What a scan has come across. */
class Scan {
  /** The registers whose tags it has seen: a scan that sees none would find nothing. */
  readonly seen = new Set<string>();
  /** What holds tags of two registers. */
  readonly together: string[] = [];

  constructor(private readonly tags: Tags) {}

  /** Looks at one thing; `what` names it where it holds tags of two registers. */
  look(what: string, ...parts: readonly Buffer[]): void {
    const registers = this.tags.registersIn(...parts);
    for (const register of registers) this.seen.add(register);
    if (registers.size > 1) this.together.push(`${what}: ${[...registers].join(', ')}`);
  }
}

/**
 * Who knows a person in one register does not know it in another by what the chain holds: after all that
 * was done on the network, no call, event, key or value has tags of two registers together.
 */
export function tagScanTests(world: () => World): void {
  const ask = (method: string, ...params: unknown[]): Promise<Decoded> =>
    (world().api as Decoded)._rpcCore.provider.send(method, params);

  describe('the tags of two registers', () => {
    let tags: Tags;
    let block: FinalizedBlock;
    /** The key under which a block has its events. */
    let eventsKey: string;

    beforeAll(async () => {
      const { state, block: last } = await atFinalized(world().api);
      block = last;
      const persons: Decoded[] = await (state.query as Decoded).identity.persons.keys();
      tags = new Tags(persons.map(({ args: [id] }) => [id.register.toString(), id.tag.toU8a()]));
      eventsKey = (world().api.query.system!.events as Decoded).key();
      expect(tags.count).toBe(persons.length);
    });

    it('should be found wherever they stand together', () => {
      const tag = (who: AccountName, register: number): Buffer => Buffer.from(tagOf(who, register));
      const [business, other] = [tag('citizen1', REGISTER.business), tag('citizen2', REGISTER.business)];
      const land = tag('citizen1', REGISTER.land);
      const space = Buffer.alloc(7, 0xa5);
      const together = (...parts: readonly Buffer[]): string[] => {
        const scan = new Scan(tags);
        scan.look('this', ...parts);
        return scan.together;
      };
      const caught = ['this: Business, Land'];
      expect(together(Buffer.concat([space, business, land]))).toEqual(caught);
      expect(together(Buffer.concat([business, space, other, space, land, space]))).toEqual(caught);
      // One in the key of a row, one in its value.
      expect(together(Buffer.concat([space, business]), Buffer.concat([space, land]))).toEqual(caught);
      expect(together(Buffer.concat([space, business, space, other]), business)).toEqual([]);
      expect(together(business, land.subarray(1), Buffer.concat([land.subarray(0, 31), space]))).toEqual([]);
      // The pieces of a batch are calls of their own; what signs them all links them.
      const { utility, system } = world().api.tx;
      const calls = [business, land].map((one) => system!.remark!(`0x${one.toString('hex')}`));
      const bytesOf = (call: Decoded): Buffer => Buffer.from(call.method.toU8a());
      for (const call of calls) expect(together(bytesOf(call))).toEqual([]);
      expect(together(bytesOf(utility!.batchAll!(calls)))).toEqual(caught);
    });

    it('should stand together in no call and in no event of any block', async () => {
      const begun = Date.now();
      const [calls, events] = [new Scan(tags), new Scan(tags)];
      let [transactions, decoded] = [0, 0];
      for (let first = 0; first <= block.number; first += BLOCKS_AT_ONCE) {
        const count = Math.min(BLOCKS_AT_ONCE, block.number - first + 1);
        const numbers = Array.from({ length: count }, (_, at) => first + at);
        const hashes: string[] = await ask('chain_getBlockHash', numbers);
        await Promise.all(
          hashes.map(async (hash, at) => {
            const [answer, stored]: [Decoded, string | null] = await Promise.all([
              ask('chain_getBlock', hash),
              ask('state_getStorage', eventsKey, hash),
            ]);
            for (const extrinsic of answer.block.extrinsics as string[]) {
              // All of it at once, and so each call of a batch too.
              calls.look(`a call in block ${numbers[at]}`, fromHex(extrinsic));
              transactions += 1;
            }
            const all = stored === null ? Buffer.alloc(0) : fromHex(stored);
            if (tags.registersIn(all).size < 2) {
              events.look('', all);
              return;
            }
            // Which of them stand in one event shows only when they are told apart.
            const apart = (await (await world().api.at(hash)).query.system!.events!()) as Decoded;
            for (const { event } of apart) {
              const what = `${event.section}.${event.method} in block ${numbers[at]}`;
              events.look(what, Buffer.from(event.toU8a()));
              decoded += 1;
            }
          }),
        );
      }
      expect(calls.together).toEqual([]);
      expect(events.together).toEqual([]);
      for (const { seen } of [calls, events]) {
        expect([...seen]).toEqual(expect.arrayContaining(['Business', 'Land']));
      }
      console.log(
        `tags: ${tags.count} in ${transactions} transactions of ${block.number} blocks, ` +
          `${decoded} events told apart, ${((Date.now() - begun) / 1_000).toFixed(1)} s`,
      );
    });

    it('should stand together in no key and no value of the state', async () => {
      const begun = Date.now();
      const rows = new Scan(tags);
      // What a record takes of the state, keys and values, for whoever asks what it costs.
      const items = new Map<string, { rows: number; bytes: number }>();
      let [count, last]: [number, string | null] = [0, null];
      for (;;) {
        const keys: string[] = await ask('state_getKeysPaged', '0x', KEYS_PAGE, last, block.hash);
        // The events of a block are one value, and were looked at one by one.
        const asked = keys.filter((key) => key !== eventsKey);
        const sets: Decoded[] = asked.length === 0 ? [] : await ask('state_queryStorageAt', asked, block.hash);
        for (const [key, value] of sets.flatMap(({ changes }) => changes as [string, string | null][])) {
          rows.look(`the row ${key}`, fromHex(key), fromHex(value ?? '0x'));
          count += 1;
          const item = key.slice(0, ITEM_KEY_LENGTH);
          const own = (key.length + (value ?? '0x').length) / 2 - 2;
          for (const name of [item, `${item}/${key.slice(...KIND)}`]) {
            const { rows: before, bytes } = items.get(name) ?? { rows: 0, bytes: 0 };
            items.set(name, { rows: before + 1, bytes: bytes + own });
          }
        }
        if (keys.length < KEYS_PAGE) break;
        last = keys.at(-1)!;
      }
      expect(rows.together).toEqual([]);
      expect([...rows.seen]).toEqual(expect.arrayContaining(['PublicOffice', 'Business', 'Land']));
      expect(count).toBeGreaterThan(1_000);
      console.log(`tags: none together in ${count} rows, ${((Date.now() - begun) / 1_000).toFixed(1)} s`);
      for (const [record, [pallet, ...maps]] of Object.entries(MEASURED)) {
        const sizes = maps.map((name) => {
          const [map, kind] = name.split('/');
          const item = `${xxhashAsHex(pallet, 128)}${xxhashAsHex(map!, 128).slice(2)}`;
          return items.get(kind === undefined ? item : `${item}/${kind}`) ?? { rows: 0, bytes: 0 };
        });
        const records = sizes[0]!.rows;
        const bytes = sizes.reduce((sum, size) => sum + size.bytes, 0);
        expect(records, record).toBeGreaterThan(0);
        console.log(
          `state: ${records} of ${record}, ${Math.round(bytes / records)} bytes each, ` +
            maps.map((map, at) => `${map} ${sizes[at]!.rows}/${sizes[at]!.bytes}`).join(' '),
        );
      }
    });
  });
}
