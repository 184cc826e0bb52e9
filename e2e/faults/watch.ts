import { readFileSync } from 'node:fs';

import type { ApiPromise } from '@polkadot/api';

import type { Network, Node } from '../src/network.js';
import { pause } from '../src/world.js';

/** How often a node is asked for its finalized head. */
const EVERY_MILLIS = 500;
/** How long an answer may take. */
const ANSWER_MILLIS = 2_000;

/** Asks a node over HTTP, so that no connection has to be kept to a node that is being killed. */
export async function ask(node: Node, method: string, ...params: readonly unknown[]): Promise<any> {
  const answer = await fetch(`http://127.0.0.1:${node.rpcPort}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: 1, jsonrpc: '2.0', method, params }),
    signal: AbortSignal.timeout(ANSWER_MILLIS),
  });
  const { result, error } = (await answer.json()) as { result?: unknown; error?: { message: string } };
  if (error !== undefined) throw new Error(`${method}: ${error.message}`);
  return result;
}

/** A finalized head as a node has told it. */
export interface Seen {
  readonly number: number;
  readonly hash: string;
  readonly at: number;
}

async function finalizedOf(node: Node): Promise<Seen> {
  const hash: string = await ask(node, 'chain_getFinalizedHead');
  const header = await ask(node, 'chain_getHeader', hash);
  return { number: Number(header.number), hash, at: Date.now() };
}

/** The number of the best block of a node. */
export async function bestOf(node: Node): Promise<number> {
  return Number((await ask(node, 'chain_getHeader')).number);
}

/** Kilobytes of memory that a process has, by the kernel's count. */
export function residentKilobytes(node: Node): number {
  if (node.pid === null) return 0;
  const status = readFileSync(`/proc/${node.pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0);
}

/** Keeps what every node says of finality, and holds them to it. */
export class Watch {
  readonly #seen = new Map<string, Seen[]>();
  #going = true;
  readonly #done: Promise<void>;

  constructor(private readonly network: Network) {
    this.#done = this.#run();
  }

  async #run(): Promise<void> {
    while (this.#going) {
      await Promise.all(
        [...this.network.nodes()].map(async (node) => {
          if (!node.isRunning) return;
          try {
            const seen = await finalizedOf(node);
            const all = this.#seen.get(node.name) ?? [];
            if (all.at(-1)?.hash !== seen.hash) all.push(seen);
            this.#seen.set(node.name, all);
          } catch {
            // It is being stopped, or has just been started.
          }
        }),
      );
      await pause(EVERY_MILLIS);
    }
  }

  /** The last finalized number that a node has told. */
  last(node: Node): number {
    return this.#seen.get(node.name)?.at(-1)?.number ?? 0;
  }

  /** The longest time in which a node has told of no new finalized block since an instant, in seconds. */
  longestPause(node: Node, since: number): number {
    const times = (this.#seen.get(node.name) ?? []).map(({ at }) => at).filter((at) => at >= since);
    let longest = 0;
    for (let at = 1; at < times.length; at += 1) longest = Math.max(longest, times[at]! - times[at - 1]!);
    return Math.round(longest / 100) / 10;
  }

  /** Ends it, and answers all that was seen. */
  async end(): Promise<ReadonlyMap<string, readonly Seen[]>> {
    this.#going = false;
    await this.#done;
    return this.#seen;
  }
}

/** Waits until a node has finalized a block. */
export async function untilFinal(node: Node, number: number, millis: number): Promise<void> {
  const end = Date.now() + millis;
  for (;;) {
    try {
      if ((await finalizedOf(node)).number >= number) return;
    } catch {
      // It does not answer yet.
    }
    if (Date.now() > end) throw new Error(`${node.name} has not finalized block ${number} within ${millis} ms.`);
    await pause(200);
  }
}

/** I1: what a node has once called final, every node that runs has at that height. */
export async function checkFinality(
  network: Network,
  seen: ReadonlyMap<string, readonly Seen[]>,
): Promise<number> {
  const all = [...seen.values()].flat();
  const nodes = [...network.nodes()].filter((node) => node.isRunning);
  for (const node of nodes) {
    const { number } = await finalizedOf(node);
    const below = all.filter((one) => one.number <= number);
    const hashes: string[] = await ask(
      node,
      'chain_getBlockHash',
      below.map((one) => one.number),
    );
    below.forEach((one, at) => {
      if (hashes[at] !== one.hash) {
        throw new Error(`I1: ${node.name} has another block ${one.number} than one that was final.`);
      }
    });
  }
  return all.length;
}

/** I2: all nodes have one state at the lowest of their finalized blocks. */
export async function checkStates(network: Network): Promise<void> {
  const nodes = [...network.nodes()].filter((node) => node.isRunning);
  const finals = await Promise.all(nodes.map(finalizedOf));
  const lowest = Math.min(...finals.map(({ number }) => number));
  const headers = await Promise.all(
    nodes.map(async (node) => ask(node, 'chain_getHeader', await ask(node, 'chain_getBlockHash', lowest))),
  );
  const roots = new Set(headers.map((header) => header.stateRoot));
  if (roots.size !== 1) throw new Error(`I2: the nodes have ${roots.size} states of block ${lowest}.`);
}

/** I3: no log tells of a panic, and no node has ended by itself. */
export function checkLogs(network: Network): void {
  for (const node of network.nodes()) {
    const line = node.logText().split('\n').find((text) => /panicked at/.test(text));
    if (line !== undefined) throw new Error(`I3: ${node.name} says: ${line}`);
    if (!node.isRunning) throw new Error(`I3: ${node.name} does not run in the end.`);
  }
}

/** I4: the pool of the gateway is empty in the end. */
export async function checkPool(api: ApiPromise, millis = 60_000): Promise<void> {
  const end = Date.now() + millis;
  for (;;) {
    const left = (await api.rpc.author.pendingExtrinsics()).length;
    if (left === 0) return;
    if (Date.now() > end) throw new Error(`I4: ${left} transactions are left in the pool.`);
    await pause(500);
  }
}
