import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringToHex, u8aToHex } from '@polkadot/util';
import {
  BusinessRegistry,
  codeHash,
  finalizedBlock,
  type Call,
  type CompanyRead,
  type FinalizedBlock,
  type Outcome,
  type Signed,
  type Upgrade,
} from '@polity/client';

import { pairOf } from '../src/accounts.js';
import { found } from '../src/companies.js';
import { pass } from '../src/council.js';
import { nextRuntime, waitForFinalized } from '../src/network.js';
import { lastLine, script, type Ended } from '../src/scripts.js';
import { eventOf, nameOf, refusalOf, type Decoded, type World } from '../src/world.js';

/** Where a state holds the code of its runtime. */
const CODE = stringToHex(':code');

/** All nodes compile the new runtime at the same time, on two cores, before they go on. */
const COMPILE_MILLIS = 150_000;

/** Blocks that have to follow the upgrade. */
const MORE_BLOCKS = 5;

/** The runtime is replaced while it runs. Whatever is tested after this is tested on the next one. */
export function upgradeTests(world: () => World): void {
  /** The next runtime. */
  let code: Uint8Array;
  /** What was before: a company with its entries, and what the client knew of the chain. */
  let before: {
    readonly block: FinalizedBlock;
    readonly specVersion: number;
    readonly metadata: number;
    readonly apis: readonly string[];
    readonly company: CompanyRead;
    readonly rows: readonly Uint8Array[];
  };
  let upgrade: Upgrade;
  /** A call that is made before it. Signed before it: one that is sent after it, and one that waits. */
  let call: Call;
  let late: Signed;
  let waiting: Promise<Outcome>;

  const specVersionAt = async (hash: string): Promise<number> =>
    (await world().api.rpc.state.getRuntimeVersion(hash)).specVersion.toNumber();
  const handIn = (bytes: Uint8Array): Call =>
    world().api.tx.system!.applyAuthorizedUpgrade!(u8aToHex(bytes));
  /** As an operator does it. */
  const upload = (file: string): Promise<Ended> =>
    script('upload-runtime', file, '--rpc', world().network.gateway.endpoint);

  /**
   * Another code of this length, by another difference. A pool keeps what it has refused in mind, so
   * each of them is refused once, and the right one never.
   */
  const another = (difference: number): Uint8Array =>
    code.map((byte, at) => (at === code.length - 1 ? byte ^ difference : byte));
  const expectRefusedUnsigned = async (bytes: Uint8Array): Promise<void> => {
    const { number } = await finalizedBlock(world().api);
    const outcome = await world().submitter.send(handIn(bytes), number + 32);
    expect(outcome.kind).toBe('refused');
    expect(refusalOf(outcome)!.remedy).toContain('No account signs this call');
  };

  describe('an upgrade of the runtime', () => {
    let folder: string;
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'polity-runtime-'));
      code = new Uint8Array(readFileSync(nextRuntime()));
      const { api } = world();
      const number = await found(world(), 'citizen2', 'Older than the Upgrade Ltd');
      const block = await finalizedBlock(api);
      const registry = new BusinessRegistry(await api.at(block.hash));
      before = {
        block,
        specVersion: await specVersionAt(block.hash),
        metadata: api.runtimeMetadata.version,
        apis: Object.keys(api.call),
        company: (await registry.company(number))!,
        rows: await registry.companyHistory(number),
      };
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it('should be refused when the council has authorised no code', async () => {
      const ended = await upload(nextRuntime());
      expect([ended.code, ended.stdout], ended.stderr).toEqual([6, '']);
      expect(ended.stderr).toContain('authorised no code');
      expect(ended.stderr).toContain(codeHash(code));
      await expectRefusedUnsigned(another(1));
      await world().expectRefusal('judge1', handIn(code), 'system.NothingAuthorized');
    });

    it('should be authorised when a motion with the hash of its code passes', async () => {
      const { api } = world();
      const passed = await pass(world(), { AuthoriseUpgrade: { codeHash: codeHash(code) } });
      const authorised = eventOf(passed, 'UpgradeAuthorized');
      expect(authorised.codeHash.toHex()).toBe(codeHash(code));
      expect(authorised.checkVersion.isTrue).toBe(true);
      const stored = (await api.query.system!.authorizedUpgrade!()) as Decoded;
      expect(stored.unwrap().codeHash.toHex()).toBe(codeHash(code));
    });

    it('should be refused when the code is not the authorised one', async () => {
      const { api } = world();
      const other = another(2);
      const file = join(folder, 'other.wasm');
      writeFileSync(file, other);
      const ended = await upload(file);
      expect([ended.code, ended.stdout], ended.stderr).toEqual([6, '']);
      for (const hash of [codeHash(other), codeHash(code)]) expect(ended.stderr).toContain(hash);
      await expectRefusedUnsigned(other);
      await world().expectRefusal('judge2', handIn(other), 'system.Unauthorized');
      const { hash } = await finalizedBlock(api);
      expect(await specVersionAt(hash)).toBe(before.specVersion);
    });

    it('should be applied when the authorised code is handed in without a signature', async () => {
      const { api, submitter } = world();
      const pair = pairOf('recorder');
      const nonce = (await api.rpc.system.accountNextIndex(pair.address)).toNumber();
      // Every officer may make it, and it does nothing.
      call = api.tx.utility!.forceBatch!([]);
      late = await submitter.sign(call, pair, { nonce, era: 256 });
      // It waits for the one before it, so no block takes it before the upgrade.
      const next = await submitter.sign(call, pair, { nonce: nonce + 1, era: 32 });
      waiting = submitter.send(next.signed, next.lastBlock);

      const ended = await upload(nextRuntime());
      expect(ended.code, ended.stderr).toBe(0);
      upgrade = lastLine(ended.stdout) as Upgrade;
      expect(upgrade).toMatchObject({
        codeHash: codeHash(code),
        specVersion: before.specVersion + 1,
      });
      const { hash, number } = upgrade.block;
      expect((await finalizedBlock(api)).number).toBeGreaterThanOrEqual(number);
      expect((await api.rpc.chain.getBlockHash(number)).toHex()).toBe(hash);
      const state = await api.at(hash);
      const events = (await state.query.system!.events!()) as Decoded;
      const updated = events.filter(({ event }: Decoded) => event.method === 'CodeUpdated');
      expect(updated.map(({ event }: Decoded) => event.data[0].toHex())).toEqual([codeHash(code)]);
      const left = (await state.query.system!.authorizedUpgrade!()) as Decoded;
      expect(left.isNone).toBe(true);
    }, 240_000);

    it('should be at the gateway, at every authority and in the client when blocks go on', async () => {
      const { api, network } = world();
      const target = upgrade.block.number + MORE_BLOCKS;
      await waitForFinalized(api, target, COMPILE_MILLIS);
      const hash = await api.rpc.chain.getBlockHash(target);
      for (const node of network.nodes()) {
        const own = await network.connect(node);
        try {
          await waitForFinalized(own, target, COMPILE_MILLIS);
          expect((await own.rpc.chain.getBlockHash(target)).toHex(), node.name).toBe(hash.toHex());
          const version = await own.rpc.state.getRuntimeVersion(hash);
          expect(version.specVersion.toNumber(), node.name).toBe(upgrade.specVersion);
          const stored = await own.rpc.state.getStorageHash(CODE, hash);
          expect(stored.toHex(), node.name).toBe(upgrade.codeHash);
          const last = (await (await own.at(hash)).query.system!.lastRuntimeUpgrade!()) as Decoded;
          expect(last.unwrap().specVersion.toNumber(), node.name).toBe(upgrade.specVersion);
        } finally {
          await own.disconnect();
        }
      }
      // The connection is the one from before.
      expect(api.runtimeVersion.specVersion.toNumber()).toBe(upgrade.specVersion);
      expect(api.runtimeMetadata.version).toBe(before.metadata);
      expect(Object.keys(api.call)).toEqual(before.apis);
    }, 240_000);

    it('should leave records as they were when they are read before it and after it', async () => {
      const { api } = world();
      const { company, rows } = before;
      for (const registry of [
        new BusinessRegistry(await api.at(before.block.hash)),
        await world().registry(),
      ]) {
        expect(await registry.company(company.number)).toEqual(company);
        expect(await registry.companyHistory(company.number)).toEqual(rows);
        expect(await registry.companyHistoryHolds(company.number)).toBe(true);
      }
      expect(await specVersionAt(before.block.hash)).toBe(before.specVersion);
      const number = await found(world(), 'citizen2', 'Younger than the Upgrade Ltd');
      expect(await (await world().registry()).company(number)).toMatchObject({ status: 'Active' });
    });

    it('should make nothing vanish when it was signed for the version before', async () => {
      const { submitter } = world();
      const outcome = await submitter.send(late.signed, late.lastBlock);
      expect([outcome.kind, nameOf(refusalOf(outcome))]).toEqual(['refused', 'pool.BadProof']);
      // Its place is free for the same call, signed anew. The next in line is one of before.
      await world().make('recorder', call);
      expect((await waiting).kind).toBe('expired');
      expect(submitter.outstanding).toBe(0);
    });
  });
}
