import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Keyring } from '@polkadot/keyring';
import { u8aToHex } from '@polkadot/util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atFinalized, finalizedBlock } from '@polity/client';

import { ACCOUNTS, DEVELOPMENT_PHRASE, pairOf, type AccountName } from '../src/accounts.js';
import { pass, SEATS } from '../src/council.js';
import { load, request, tally } from '../src/load.js';
import { nextRuntime, waitForFinalized, type AuthorityName } from '../src/network.js';
import { lastLine, script, type Ended } from '../src/scripts.js';
import { eventOf, World, type Decoded } from '../src/world.js';

/** How long a session is in the runtime of the tests, in blocks. */
const SESSION = 30;
const CITIZENS: readonly AccountName[] = ['citizen1', 'citizen2', 'citizen3'];
/** The ids of the ministries. */
const MINISTRY = { Interior: 1, Justice: 2, Lands: 3, Economy: 4 } as const;

/** Authorities that are away, that do not come back, and that change their keys. */
describe('authorities', () => {
  let world: World;
  let folder: string;
  /** Accounts that nobody else has, for the seat of a new ministry. */
  let seatAccounts: string[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'polity-operators-'));
    world = await World.start({ runtime: nextRuntime() });
    const keyring = new Keyring({ type: 'sr25519', ss58Format: 42 });
    seatAccounts = ['//Works//seat//1', '//Works//seat//2'].map((path) => keyring.addFromUri(path).address);
  });

  afterAll(async () => {
    await world?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const inFolder = (name: string): string => join(folder, name);
  const at = (): string[] => ['--rpc', world.network.gateway.endpoint];
  /** A file with the key of a well-known account. */
  function keyFile(name: AccountName): string {
    const file = inFolder(`${name}.key`);
    writeFileSync(file, `${DEVELOPMENT_PHRASE}${ACCOUNTS[name]}\n`, { mode: 0o600 });
    return file;
  }
  /** What an operator does, and what comes of it. */
  async function operator(...words: readonly string[]): Promise<Decoded> {
    const ended = await script('operator', ...words);
    expect(ended.code, `${words.join(' ')}: ${ended.stderr}`).toBe(0);
    return lastLine(ended.stdout);
  }
  /** The same where it is refused. */
  async function refused(...words: readonly string[]): Promise<Ended> {
    const ended = await script('operator', ...words);
    expect([6, 7], `${words.join(' ')}: ${ended.stderr}`).toContain(ended.code);
    return ended;
  }
  /** Both keys of a seat do the same. */
  async function bySeat(seat: keyof typeof SEATS, ...words: readonly string[]): Promise<Decoded> {
    const [first, second] = SEATS[seat];
    const waiting = await operator(...words, '--key-file', keyFile(first), ...at());
    expect(waiting.waiting).toBe(1);
    return operator(...words, '--key-file', keyFile(second), ...at());
  }
  /** A motion from its file to its effect, as the holders of so many seats make it. */
  async function passThroughOperator(name: string, act: unknown, threshold: number): Promise<void> {
    const file = inFolder(`${name}.json`);
    writeFileSync(file, JSON.stringify(act));
    const { hash } = await bySeat('Interior', 'motion', 'propose', file);
    const { motions } = await operator('motion', 'list', ...at());
    expect(motions).toMatchObject([{ hash, ayes: [], nays: [], threshold }]);
    await Promise.all(
      (['Interior', 'Justice', 'Lands', 'Economy'] as const)
        .slice(0, threshold)
        .map((seat) => bySeat(seat, 'motion', 'vote', hash)),
    );
    await bySeat('Interior', 'motion', 'close', hash);
  }
  const statusOf = async (name: string): Promise<Decoded> =>
    (await operator('status', ...at())).ministries.find((one: Decoded) => one.name === name);

  const ministries = (): Decoded => world.api.tx.ministries;
  const attendance = async (name: AuthorityName): Promise<Decoded> => {
    const { state } = await atFinalized(world.api);
    const all: Decoded[] = await (state.call as Decoded).authorityApi.attendance();
    return all.find(({ ministry }) => ministry.toNumber() === MINISTRY[name]);
  };
  const nodeOf = async (name: AuthorityName): Promise<string> => (await attendance(name)).node.toString();
  const session = async (): Promise<number> => {
    const { state } = await atFinalized(world.api);
    return ((await state.query.session!.currentIndex!()) as Decoded).toNumber();
  };
  /** Waits until so many more sessions have begun. */
  async function sessions(count: number): Promise<void> {
    const target = (await session()) + count;
    const { number } = await finalizedBlock(world.api);
    await waitForFinalized(world.api, number + (count - 1) * SESSION, 180_000);
    while ((await session()) < target) {
      await waitForFinalized(world.api, (await finalizedBlock(world.api)).number + 1);
    }
  }
  /** The events of this name in all final blocks from one on. */
  async function eventsSince(first: number, name: string): Promise<Decoded[]> {
    const { number } = await finalizedBlock(world.api);
    const found: Decoded[] = [];
    for (let at = first; at <= number; at += 1) {
      const state = await world.api.at(await world.api.rpc.chain.getBlockHash(at));
      const events = (await state.query.system!.events!()) as Decoded;
      found.push(...events.filter(({ event }: Decoded) => event.method === name));
    }
    return found.map(({ event }) => event.data);
  }

  it('should be excused when their ministry has announced maintenance, one at a time', async () => {
    const { network } = world;
    const { number } = await finalizedBlock(world.api);
    const lands = network.authorities.get('Lands')!;
    await world.expectRefusals([
      ['citizen1', ministries().announceMaintenance(number + 40), 'ministries.NotSeatKey'],
      ['landsSeat1', ministries().announceMaintenance(1), 'ministries.MaintenanceInPast'],
      ['landsSeat1', ministries().announceMaintenance(number + 100_000), 'ministries.MaintenanceTooLong'],
      ['landsSeat1', ministries().endMaintenance(), 'ministries.NotInMaintenance'],
    ]);
    await world.make('landsSeat1', ministries().announceMaintenance(number + 400));
    await world.expectRefusals([
      ['landsSeat2', ministries().announceMaintenance(number + 400), 'ministries.AlreadyInMaintenance'],
      ['economySeat1', ministries().announceMaintenance(number + 400), 'ministries.TooManyInMaintenance'],
    ]);
    expect((await attendance('Lands')).maintenanceUntil.unwrap().toNumber()).toBe(number + 400);
    await lands.stop();
    await sessions(2);
    const missed = (await eventsSince(number, 'SlotsMissed')).filter(
      ({ ministry }) => ministry.toNumber() === MINISTRY.Lands,
    );
    expect(missed.length).toBeGreaterThan(0);
    expect(missed.every(({ excused }) => excused.isTrue)).toBe(true);
    lands.start();
    await world.make('landsSeat2', ministries().endMaintenance());
    expect((await attendance('Lands')).maintenanceUntil.isNone).toBe(true);
  }, 300_000);

  it('should be stood down for their absence, never under the floor, and come back', async () => {
    const { network } = world;
    const begun = (await finalizedBlock(world.api)).number;
    const set = await pass(world, { SetAbsenceRule: { rule: { missedPercent: 50, sessions: 1 } } });
    expect(eventOf(set, 'AbsenceRuleSet').rule.unwrap().sessions.toNumber()).toBe(1);
    const economy = network.authorities.get('Economy')!;
    const node = await nodeOf('Economy');
    await economy.stop('SIGKILL');
    await sessions(2);
    expect((await attendance('Economy')).stoodDown.isTrue).toBe(true);
    const [stoodDown] = await eventsSince(begun, 'NodeStoodDown');
    expect(stoodDown.node.toString()).toBe(node);
    // Three are left, and three is the floor: no other is let go of by motion.
    await expect(pass(world, { SuspendMinistry: { ministry: MINISTRY.Lands } })).rejects.toThrow('BelowFloor');
    economy.start();
    await world.expectRefusal('landsSeat1', ministries().returnNode(), 'ministries.NodeNotStoodDown');
    const returned = await world.make('economySeat1', ministries().returnNode());
    expect(eventOf(returned, 'NodeReturned').node.toString()).toBe(node);
    expect((await attendance('Economy')).stoodDown.isFalse).toBe(true);
    await pass(world, { SetAbsenceRule: { rule: null } });
  }, 420_000);

  it.concurrent('should lose nothing when one of them changes its session keys', async () => {
    const { network, api } = world;
    const justice = network.authorities.get('Justice')!;
    const node = await nodeOf('Justice');
    const keysOf = async (): Promise<{ aura: string; grandpa: string }> =>
      ((await (await atFinalized(api)).state.query.session!.nextKeys!(node)) as Decoded).unwrap().toJSON();
    const ownerOf = async (kind: string, key: string): Promise<string | null> =>
      ((await (await atFinalized(api)).state.query.session!.keyOwner!([kind, key])) as Decoded).toJSON();
    const old = await keysOf();
    // As the handbook has it: the account and the password stay, the keys are new, the old ones stay beside.
    const [before, after] = [inFolder('justice-before'), inFolder('justice-after')];
    await operator('generate-keys', '--out', before);
    writeFileSync(join(before, 'keystore-password'), '');
    const fresh = await operator('generate-keys', '--out', after, '--keep', before);
    const chain = ['--chain', network.specification];
    await operator('insert-keys', '--keys', after, '--base-path', justice.base, ...chain, '--beside');
    const account = keyFile('justiceNode');
    const stranger = keyFile('citizen1');
    // Nobody sets keys for a node but its own account.
    expect((await refused('set-keys', '--keys', after, '--account-file', stranger, ...at())).stderr).toContain(
      'session.NoAssociatedValidatorId',
    );
    const sending = load(world, {
      signers: CITIZENS,
      call: () => request(world),
      everyMillis: 500,
      millis: 45_000,
      eraBlocks: 64,
    });
    const begun = (await finalizedBlock(api)).number;
    await operator('set-keys', '--keys', after, '--account-file', account, ...at());
    expect(await keysOf()).toEqual({ aura: fresh.aura, grandpa: fresh.grandpa });
    // The old ones are nobody's any more: nothing that is signed by them is an authority's from then on.
    expect(await ownerOf('aura', old.aura)).toBeNull();
    expect(await ownerOf('gran', old.grandpa)).toBeNull();
    expect(await ownerOf('aura', fresh.aura)).toBe(node);
    await sessions(3);
    const counted = tally(await sending);
    expect(counted.finalized).toBe(counted.sent);
    const { state } = await atFinalized(api);
    const aura = ((await state.query.aura!.authorities!()) as Decoded).toJSON();
    expect(aura).toContain(fresh.aura);
    expect(aura).not.toContain(old.aura);
    const voters = (await (state.call as Decoded).grandpaApi.grandpaAuthorities()).toJSON() as [string, number][];
    expect(voters.map(([key]) => key)).toContain(fresh.grandpa);
    const since = (await finalizedBlock(api)).number;
    await waitForFinalized(api, since + 8);
    expect((await statusOf('Justice')).lastAuthored).toBeGreaterThan(since);
    const missed = (await eventsSince(begun, 'SlotsMissed')).filter(
      ({ ministry }) => ministry.toNumber() === MINISTRY.Justice,
    );
    const slots = missed.reduce((sum, { missed: count }) => sum + count.toNumber(), 0);
    console.log(
      `rotation of session keys: acts ${counted.finalized} of ${counted.sent} final, ${slots} slots of the authority empty in three sessions`,
    );
  }, 420_000);

  it.concurrent('should join when the council admits their ministry, and leave when it expels it', async () => {
    const { network, api } = world;
    const keys = inFolder('works');
    const made = await operator('generate-keys', '--out', keys);
    const sealed = join(folder, 'works.sealed');
    const passphrase = join(folder, 'passphrase');
    writeFileSync(passphrase, 'a passphrase for escrow\n', { mode: 0o600 });
    const wrong = join(folder, 'wrong');
    writeFileSync(wrong, 'another passphrase\n', { mode: 0o600 });
    await operator('seal-keys', '--keys', keys, '--out', sealed, '--passphrase-file', passphrase);
    const opened = await refused('open-keys', sealed, '--out', inFolder('opened'), '--passphrase-file', wrong);
    expect(opened.stderr).toContain('does not open');

    const password = join(keys, 'keystore-password');
    const works = await network.addNode('Works', {
      flags: ['--validator', '--password-filename', password],
    });
    const chain = ['--chain', network.specification];
    const checked = ['check', '--base-path', works.base, ...chain, '--disk', '1', ...at()];
    const ports = ['--ports', String(works.rpcPort), '--peers', network.gateway.address];
    expect((await refused(...checked, ...ports)).stderr).toContain('There is no aura and no gran key');
    await operator('insert-keys', '--keys', keys, '--base-path', works.base, ...chain);
    const others = inFolder('others');
    await operator('generate-keys', '--out', others);
    expect((await refused('insert-keys', '--keys', others, '--base-path', works.base, ...chain)).stderr).toContain(
      'One keystore is one authority',
    );
    const unknown = await refused(...checked, ...ports);
    expect(unknown.stderr).toContain('The chain knows none of these keys');
    const taken = await refused(...checked, '--ports', String(network.gateway.rpcPort));
    expect(taken.stderr).toContain('Something listens on port');

    // The council admits the ministry, by keys of its seats through the command.
    const seat = seatAccounts.map((account, index) => ({
      account,
      person: u8aToHex(new Uint8Array(32).fill(0x51 + index)),
    }));
    const act = {
      AdmitMinistry: { ministry: { name: 'Works', seat, threshold: 2, node: made.node } },
    };
    await passThroughOperator('admit', act, 3);
    const status = await operator('status', ...at());
    const admitted = status.ministries.find((one: Decoded) => one.name === 'Works');
    expect(admitted).toMatchObject({ state: 'Active', node: made.node, isAuthority: false });
    await operator('set-keys', '--keys', keys, ...at());
    await operator(...checked, ...ports);
    works.start();
    await sessions(3);
    await waitForFinalized(api, (await finalizedBlock(api)).number + 8);
    const joined = (await operator('status', ...at())).ministries.find((one: Decoded) => one.name === 'Works');
    expect(joined.isAuthority).toBe(true);
    expect(joined.lastAuthored).toBeGreaterThan((await finalizedBlock(api)).number - 30);
    // Its keys are in escrow; they are not restored while it lives.
    const restore = ['restore', sealed, '--passphrase-file', passphrase, ...chain, ...at()];
    const [base, out] = [inFolder('restored'), inFolder('restored-keys')];
    const alive = await refused(...restore, '--base-path', base, '--out', out);
    expect([alive.code, alive.stderr.includes('not proven dead')], alive.stderr).toEqual([7, true]);
    await works.stop('SIGKILL');
    await waitForFinalized(api, (await finalizedBlock(api)).number + 14);
    const dead = await operator(...restore, '--base-path', base, '--out', out, '--slots', '2');
    expect(dead).toMatchObject({ aura: made.aura });
    const again = await network.addNode('WorksAgain', {
      base,
      keyFile: join(base, 'node-key'),
      flags: ['--validator', '--password-filename', password],
    });
    again.start();
    await waitForFinalized(api, (await finalizedBlock(api)).number + 25);
    expect(again.logText()).toContain('Closed, because');
    const back = (await operator('status', ...at())).ministries.find((one: Decoded) => one.name === 'Works');
    expect(back.lastAuthored).toBeGreaterThan((await finalizedBlock(api)).number - 12);

    // Two thirds of five seats.
    await passThroughOperator('expel', { ExpelMinistry: { ministry: admitted.id } }, 4);
    // It is a ministry no more. That its node is out two sessions later, `scripts/zombienet ministry` shows.
    expect(await statusOf('Works')).toBeUndefined();
  }, 600_000);
});
