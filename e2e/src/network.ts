import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { connect as openConnection, createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { ApiPromise } from '@polkadot/api';
import { connect, finalizedBlock } from '@polity/client';

const run = promisify(execFile);

/** What `scripts/test` built, unless a variable of the environment names another one. */
function built(what: string, variable: string, ...path: readonly string[]): string {
  const target =
    process.env.CARGO_TARGET_DIR ??
    join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'polity', 'target');
  const file = process.env[variable] ?? join(target, 'release', ...path);
  if (!existsSync(file)) throw new Error(`There is no ${what} at ${file}: run scripts/test.`);
  return file;
}

/** Where the node is. */
export const nodeBinary = (): string => built('node', 'POLITY_NODE', 'polity-node');

/** Where the code of the runtime under the next version number is. */
export const nextRuntime = (): string =>
  built(
    'next runtime',
    'POLITY_NEXT_RUNTIME',
    ...['next', 'wbuild', 'polity-runtime', 'polity_runtime.compact.compressed.wasm'],
  );

/** The program that runs every pallet's checks on a finalized state. */
export const stateChecker = (): string =>
  built('state checker', 'POLITY_STATE_CHECKER', 'polity-state-checker');

/** The session keys of the authorities of the `local` preset, by ministry. */
const AUTHORITIES = [
  ['Interior', '--alice'],
  ['Justice', '--bob'],
  ['Lands', '--charlie'],
  ['Economy', '--dave'],
] as const;

/** How long a node may take until it answers: five of them compile their runtime on two cores. */
const START_MILLIS = 180_000;

/** An authority of the `local` preset. */
export type AuthorityName = (typeof AUTHORITIES)[number][0];

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}

/** Whether something listens on this port of the loopback. */
async function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = openConnection({ host: '127.0.0.1', port });
    socket.once('connect', () => socket.destroy());
    socket.once('error', () => resolve(false));
    socket.once('close', (failed) => resolve(!failed));
  });
}

/** One node: a process that can be stopped, killed and started again on its own data. */
export class Node {
  private process: ChildProcess | null = null;

  constructor(
    readonly name: string,
    readonly rpcPort: number,
    private readonly log: string,
    private readonly args: readonly string[],
  ) {}

  /** Its RPC address. */
  get endpoint(): string {
    return `ws://127.0.0.1:${this.rpcPort}`;
  }

  /** Whether its process runs. */
  get isRunning(): boolean {
    return this.process !== null && this.process.exitCode === null && this.process.signalCode === null;
  }

  /** Starts the process. */
  start(): void {
    if (this.isRunning) throw new Error(`${this.name} runs already.`);
    const output = openSync(this.log, 'a');
    this.process = spawn(nodeBinary(), [...this.args], { stdio: ['ignore', output, output] });
    closeSync(output);
  }

  /** Ends the process and waits until it is gone. */
  async stop(signal: 'SIGINT' | 'SIGKILL' = 'SIGINT'): Promise<void> {
    const running = this.process;
    if (running === null || !this.isRunning) return;
    const gone = new Promise<void>((resolve) => running.once('exit', () => resolve()));
    running.kill(signal);
    const patience = setTimeout(() => running.kill('SIGKILL'), 20_000);
    await gone;
    clearTimeout(patience);
    this.process = null;
  }

  /** The last lines of its log. */
  logTail(lines = 30): string {
    return existsSync(this.log)
      ? readFileSync(this.log, 'utf8').split('\n').slice(-lines).join('\n')
      : '';
  }

  /** Its whole log. */
  logText(): string {
    return existsSync(this.log) ? readFileSync(this.log, 'utf8') : '';
  }
}

/** A network of the `local` preset: four authorities and an archive gateway. */
export class Network {
  private constructor(
    private readonly folder: string,
    readonly authorities: ReadonlyMap<AuthorityName, Node>,
    readonly gateway: Node,
  ) {}

  /** Starts a network and waits until finality moves. */
  static async start(): Promise<Network> {
    const folder = mkdtempSync(join(tmpdir(), 'polity-e2e-'));
    const binary = nodeBinary();
    // As ministries start from a file: a preset's name would let each node make the genesis state anew,
    // on each start.
    const specification = join(folder, 'local.json');
    await run(binary, ['export-chain-spec', '--chain', 'local', '--raw', '--output', specification]);
    const authorities = new Map<AuthorityName, Node>();
    let bootnode: string | null = null;
    const node = async (name: string, extra: readonly string[]): Promise<Node> => {
      const base = join(folder, name);
      const key = join(folder, `${name}.key`);
      await run(binary, ['key', 'generate-node-key', '--file', key]);
      const [port, rpcPort] = [await freePort(), await freePort()];
      const args = [
        ['--chain', specification],
        ['--base-path', base],
        ['--name', name],
        ['--node-key-file', key],
        ['--listen-addr', `/ip4/127.0.0.1/tcp/${port}`],
        ['--rpc-port', `${rpcPort}`],
        ['--rpc-methods', 'safe'],
        ['--rpc-max-connections', '200'],
        ['--no-prometheus'],
        ['--no-mdns'],
        ...(bootnode === null ? [] : [['--bootnodes', bootnode]]),
        [...extra],
      ].flat();
      if (bootnode === null) {
        const { stdout } = await run(binary, ['key', 'inspect-node-key', '--file', key]);
        bootnode = `/ip4/127.0.0.1/tcp/${port}/p2p/${stdout.trim()}`;
      }
      return new Node(name, rpcPort, join(folder, `${name}.log`), args);
    };
    for (const [name, keys] of AUTHORITIES) {
      authorities.set(name, await node(name, ['--validator', keys]));
    }
    const gateway = await node('gateway', [
      '--state-pruning',
      'archive',
      '--blocks-pruning',
      'archive',
    ]);
    const network = new Network(folder, authorities, gateway);
    try {
      network.startAll();
      await network.waitForFinality(2);
    } catch (error) {
      const logs = [...network.nodes()].map((one) => `--- ${one.name}\n${one.logTail()}`);
      await network.close();
      throw new Error(`${error instanceof Error ? error.message : error}\n${logs.join('\n')}`);
    }
    return network;
  }

  /** All nodes. */
  *nodes(): Iterable<Node> {
    yield* this.authorities.values();
    yield this.gateway;
  }

  /** Starts every node that does not run. */
  startAll(): void {
    for (const node of this.nodes()) if (!node.isRunning) node.start();
  }

  /** Stops every node; their data stay. */
  async stopAll(signal: 'SIGINT' | 'SIGKILL' = 'SIGINT'): Promise<void> {
    await Promise.all([...this.nodes()].map((node) => node.stop(signal)));
  }

  /** Connects to a node; to the gateway, unless said otherwise. */
  async connect(node: Node = this.gateway): Promise<ApiPromise> {
    // A node that has just been started does not listen yet.
    const end = Date.now() + START_MILLIS;
    while (!(await listens(node.rpcPort)) && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    return connect(node.endpoint, 60_000);
  }

  /** Waits until the gateway has finalized this block. */
  async waitForFinality(number: number, timeoutMillis = 120_000): Promise<void> {
    const api = await this.connect();
    try {
      await waitForFinalized(api, number, timeoutMillis);
    } finally {
      await api.disconnect();
    }
  }

  /** Stops every node and removes their data. */
  async close(): Promise<void> {
    await this.stopAll();
    if (process.env.POLITY_KEEP_NETWORKS === undefined) {
      rmSync(this.folder, { recursive: true, force: true });
    }
  }
}

/** Waits until this block is finalized. */
export async function waitForFinalized(
  api: ApiPromise,
  number: number,
  timeoutMillis = 90_000,
): Promise<void> {
  const end = Date.now() + timeoutMillis;
  while ((await finalizedBlock(api)).number < number) {
    if (Date.now() > end) throw new Error(`Block ${number} is not final after ${timeoutMillis} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
