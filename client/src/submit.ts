import type { ApiPromise } from '@polkadot/api';
import type { SubmittableExtrinsic } from '@polkadot/api/types';
import type { KeyringPair } from '@polkadot/keyring/types';
import type { Call, EventRecord } from '@polkadot/types/interfaces';

import { generalTransaction, sendBytes, transactionHash } from './generalTransaction.js';
import { callRefusal, poolRefusal, type Refusal } from './refusals.js';

/** How many blocks a transaction may wait, unless said otherwise: the SDK rounds up to 2^n. */
export const DEFAULT_ERA_BLOCKS = 64;

/** What became of a transaction. There is no fourth: none vanishes. */
export type Outcome =
  | {
      /** It is in a finalized block. `refusal` is set where the call itself was refused there. */
      readonly kind: 'finalized';
      readonly block: string;
      readonly number: number;
      readonly events: readonly EventRecord[];
      readonly refusal: Refusal | null;
    }
  /** The pool refused it at its door. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Its era ended in the finalized chain without it. */
  | { readonly kind: 'expired'; readonly lastBlock: number };

type Submittable = SubmittableExtrinsic<'promise'>;

/** A transaction that is signed, and the last block that may hold it. */
export interface Signed {
  readonly signed: Submittable;
  readonly lastBlock: number;
}

interface Waiting {
  readonly lastBlock: number;
  readonly resolve: (outcome: Outcome) => void;
}

/**
 * Submits transactions and follows the finalized chain until it knows what became of each. One
 * follower serves any number of transactions with one subscription.
 */
export class Submitter {
  private readonly waiting = new Map<string, Waiting>();
  private next: number | null = null;
  private queue: Promise<void> = Promise.resolve();
  private stop: (() => void) | null = null;
  /** How calls were encoded when this began. */
  private readonly encoding: number;

  constructor(private readonly api: ApiPromise) {
    this.encoding = api.runtimeVersion.transactionVersion.toNumber();
  }

  /** Begins to follow the finalized chain. */
  async start(): Promise<void> {
    if (this.stop !== null) return;
    this.stop = await this.api.rpc.chain.subscribeFinalizedHeads((header) => {
      const head = header.number.toNumber();
      // What could not be read now is read again with the next head: nothing is skipped.
      this.queue = this.queue.then(() => this.catchUp(head)).catch(() => undefined);
    });
  }

  /** Stops following. Transactions that are still waiting stay so. */
  close(): void {
    this.stop?.();
    this.stop = null;
  }

  /** Signs and submits a call; the promise ends when the transaction's fate is finalized. */
  async submit(
    call: Submittable,
    signer: KeyringPair,
    options: { nonce?: number; era?: number } = {},
  ): Promise<Outcome> {
    await this.start();
    const { signed, lastBlock } = await this.sign(call, signer, options);
    return this.send(signed, lastBlock);
  }

  /**
   * Signs a call for the runtime as it is now, and does not submit it.
   *
   * @throws where the call was made before an upgrade that has changed how calls are encoded: its
   * bytes may now mean something else.
   */
  async sign(
    call: Submittable,
    signer: KeyringPair,
    options: { nonce?: number; era?: number } = {},
  ): Promise<Signed> {
    // The era begins at a finalized block: the best one may be on a fork that loses, or not be known
    // yet to the view of the chain that the pool checks with, which then takes it for ancient.
    const header = await this.api.rpc.chain.getHeader(await this.api.rpc.chain.getFinalizedHead());
    const era = this.api.registry.createType('ExtrinsicEra', {
      current: header.number.toNumber(),
      period: options.era ?? DEFAULT_ERA_BLOCKS,
    });
    const nonce =
      options.nonce ?? (await this.api.rpc.system.accountNextIndex(signer.address)).toNumber();
    // A transaction of its own: signing changes it, and the call may be signed by others too.
    const own = this.api.tx(this.current(call.method as Call));
    const signed = await own.signAsync(signer, { era, blockHash: header.hash, nonce });
    const lastBlock = era.asMortalEra.death(header.number.toNumber());
    return { signed: signed as Submittable, lastBlock };
  }

  /** A call as the present metadata has it, which may be newer than the call. */
  private current(call: Call): Call {
    const { registry, runtimeVersion } = this.api;
    const isCurrent: boolean = call instanceof registry.createClass('Call');
    if (isCurrent) return call;
    if (runtimeVersion.transactionVersion.toNumber() !== this.encoding) {
      throw new Error('The call was made for a runtime that encodes calls otherwise. Make it anew.');
    }
    return registry.createType('Call', call.toU8a());
  }

  /** Submits a transaction that is ready, and follows it up to `lastBlock`. */
  async send(signed: Submittable, lastBlock: number): Promise<Outcome> {
    return this.follow(signed.hash.toHex(), lastBlock, () => this.api.rpc.author.submitExtrinsic(signed));
  }

  /**
   * Submits a call that no account signs, because what it carries authorises it, and follows it: see
   * {@link generalTransaction}.
   */
  async sendGeneral(call: Submittable, era: number = DEFAULT_ERA_BLOCKS): Promise<Outcome> {
    const { bytes, hash, lastBlock } = await generalTransaction(
      this.api,
      this.current(call.method as Call),
      era,
    );
    return this.follow(hash, lastBlock, () => sendBytes(this.api, bytes));
  }

  private async follow(hash: string, lastBlock: number, send: () => Promise<unknown>): Promise<Outcome> {
    await this.start();
    if (this.waiting.has(hash)) throw new Error('This transaction is on its way already.');
    const fate = new Promise<Outcome>((resolve) => this.waiting.set(hash, { lastBlock, resolve }));
    try {
      await send();
    } catch (error) {
      this.waiting.delete(hash);
      return { kind: 'refused', refusal: poolRefusal(error) };
    }
    return fate;
  }

  /** How many transactions have no fate yet. */
  get outstanding(): number {
    return this.waiting.size;
  }

  private async catchUp(head: number): Promise<void> {
    // The first head: whatever was submitted before it may be in it, but not earlier.
    this.next ??= Math.max(head - 1, 1);
    for (; this.next <= head; this.next += 1) await this.look(this.next);
  }

  private async look(number: number): Promise<void> {
    if (this.waiting.size === 0) return;
    const hash = await this.api.rpc.chain.getBlockHash(number);
    const { block } = await this.api.rpc.chain.getBlock(hash);
    const found = block.extrinsics
      .map((extrinsic, index) => {
        const key = transactionHash(extrinsic);
        return { index, key, waiting: this.waiting.get(key) };
      })
      .filter((entry) => entry.waiting !== undefined);
    if (found.length > 0) {
      const at = await this.api.at(hash);
      const events = (await at.query.system!.events!()) as unknown as EventRecord[];
      for (const { index, waiting, key } of found) {
        const own = events.filter(
          ({ phase }) => phase.isApplyExtrinsic && phase.asApplyExtrinsic.toNumber() === index,
        );
        const failed = own.find(
          ({ event }) => event.section === 'system' && event.method === 'ExtrinsicFailed',
        );
        this.waiting.delete(key);
        waiting!.resolve({
          kind: 'finalized',
          block: hash.toHex(),
          number,
          events: own,
          refusal:
            failed === undefined ? null : callRefusal(this.api, failed.event.data[0] as never),
        });
      }
    }
    for (const [key, { lastBlock, resolve }] of this.waiting) {
      if (number >= lastBlock) {
        this.waiting.delete(key);
        resolve({ kind: 'expired', lastBlock });
      }
    }
  }
}
