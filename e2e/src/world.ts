import { randomBytes } from 'node:crypto';

import { expect } from 'vitest';
import type { ApiPromise } from '@polkadot/api';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import {
  atFinalized,
  BusinessRegistry,
  documentCommitment,
  Submitter,
  type Call,
  type DocumentCommitment,
  type Outcome,
  type Refusal,
} from '@polity/client';

import { pairOf, type AccountName } from './accounts.js';
import { Network, type NetworkOptions } from './network.js';

// The codecs come from the chain's metadata, which no type of this language knows.
export type Decoded = any;

/** A transaction that a finalized block holds. */
export type Finalized = Extract<Outcome, { kind: 'finalized' }>;

/** A network, a connection to it, and what tests do on it. */
export class World {
  readonly #nonces = new Map<AccountName, Promise<number>>();
  api!: ApiPromise;
  submitter!: Submitter;

  private constructor(readonly network: Network) {}

  /** Starts a network and connects to its gateway. */
  static async start(options: NetworkOptions = {}): Promise<World> {
    await cryptoWaitReady();
    const world = new World(await Network.start(options));
    await world.connect();
    return world;
  }

  /** Starts a network that was prepared, and connects to its gateway. */
  static async on(network: Network): Promise<World> {
    await cryptoWaitReady();
    const world = new World(network);
    network.startAll();
    await world.connect();
    await network.waitForFinality(2);
    return world;
  }

  /** Connects anew, as after a restart. */
  async connect(): Promise<void> {
    if (this.api !== undefined) await this.disconnect();
    this.api = await this.network.connect();
    this.submitter = new Submitter(this.api);
    this.#nonces.clear();
  }

  private async disconnect(): Promise<void> {
    this.submitter.close();
    await this.api.disconnect();
  }

  /** Ends everything. */
  async close(): Promise<void> {
    if (this.api !== undefined) await this.disconnect();
    await this.network.close();
  }

  /** The calls of the business register. */
  get register(): Decoded {
    return this.api.tx.businessRegistry;
  }

  /** The business register at the last finalized block. */
  async registry(): Promise<BusinessRegistry> {
    return new BusinessRegistry((await atFinalized(this.api)).state);
  }

  /** The version of a record at the last finalized block: what an act on it is prepared on. */
  async version(kind: 'reservation' | 'application' | 'campaign', id: number): Promise<number> {
    const found = await (await this.registry()).record(kind, id);
    if (found === null) throw new Error(`There is no ${kind} ${id}.`);
    return found.version;
  }

  async #nonce(who: AccountName): Promise<number> {
    const before = this.#nonces.get(who) ?? Promise.resolve(-1);
    const next = this.api.rpc.system.accountNextIndex(pairOf(who).address);
    // The node may not know yet what is on its way; others may sign with the same account.
    const own = Promise.all([before, next]).then(([last, asked]) =>
      Math.max(last + 1, asked.toNumber()),
    );
    this.#nonces.set(who, own);
    return own;
  }

  /** Signs and submits, in order for each account, and returns what became of it. */
  async submit(who: AccountName, call: Call, era?: number): Promise<Outcome> {
    const nonce = await this.#nonce(who);
    const options = era === undefined ? { nonce } : { nonce, era };
    const outcome = await this.submitter.submit(call, pairOf(who), options);
    if (outcome.kind !== 'finalized') this.#nonces.delete(who);
    return outcome;
  }

  /** Submits what has to be done, and fails where it is not. */
  async make(who: AccountName, call: Call): Promise<Finalized> {
    const outcome = await this.submit(who, call);
    if (outcome.kind !== 'finalized') throw new Error(`${who}: ${JSON.stringify(outcome)}`);
    if (outcome.refusal !== null) throw new Error(`${who}: ${JSON.stringify(outcome.refusal)}`);
    return outcome;
  }

  /** Submits what must not be done, and expects the refusal of this name. */
  async expectRefusal(who: AccountName, call: Call, refusal: string): Promise<void> {
    expect(nameOf(refusalOf(await this.submit(who, call))), `${who}`).toBe(refusal);
  }

  /** The same for several attempts at once. */
  async expectRefusals(
    attempts: readonly (readonly [who: AccountName, call: Call, refusal: string])[],
  ): Promise<void> {
    const found = await Promise.all(attempts.map(([who, call]) => this.submit(who, call)));
    expect(found.map((outcome, at) => `${at} ${attempts[at]![0]} ${nameOf(refusalOf(outcome))}`)).toEqual(
      attempts.map(([who, , refusal], at) => `${at} ${who} ${refusal}`),
    );
  }
}

/** Why a transaction was refused; null where it was not. */
export function refusalOf(outcome: Outcome): Refusal | null {
  return outcome.kind === 'expired' ? null : outcome.refusal;
}

/** A refusal as `section.Name`. */
export function nameOf(refusal: Refusal | null): string {
  return refusal === null ? 'nothing' : `${refusal.section}.${refusal.name}`;
}

/** A commitment to a document that no test opens. */
export function aDocument(): DocumentCommitment {
  return documentCommitment(randomBytes(64), randomBytes(32));
}

/** The data of the one event of this name. */
export function eventOf(outcome: Finalized, name: string): Decoded {
  const found = outcome.events.find(({ event }) => event.method === name);
  if (found === undefined) {
    const names = outcome.events.map(({ event }) => event.method).join(', ');
    throw new Error(`There is no event ${name} among ${names}.`);
  }
  return found.event.data;
}

/** Waits. */
export const pause = (millis: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, millis));
