import { execFile, spawn, type ChildProcess } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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

/** Where the code of the runtime stands in the state of a raw specification. */
const CODE = '0x3a636f6465';

/** How a network differs from four authorities and a gateway of the preset `local`. */
export interface NetworkOptions {
  /** `development` is one authority, which is its own gateway. */
  readonly preset?: 'local' | 'development';
  /**
   * The file of another runtime, which stands in the genesis in the place of the built-in one. With the
   * next runtime ({@link nextRuntime}) sessions last 30 blocks.
   */
  readonly runtime?: string;
  /** Flags that every node gets besides the usual ones. */
  readonly everyNode?: readonly string[];
  /** Whether nodes serve Prometheus metrics, each on a port of its own. */
  readonly metrics?: boolean;
  /** The folder in which it is kept, made anew unless it is named; it is removed at the end. */
  readonly folder?: string;
}

/** How a node that is added differs from a gateway. */
export interface NodeOptions {
  /** Flags, such as `--validator`. */
  readonly flags?: readonly string[];
  /** Its base path; a folder of its own in that of the network unless it is named. */
  readonly base?: string;
  /** The file of its network key; made anew unless it is named. */
  readonly keyFile?: string;
}

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
    /** Its flags from the next start on; what is pushed to them comes last. */
    readonly args: string[],
    /** Where its state and keys are. */
    readonly base: string,
    /** On which port it listens to other nodes. */
    readonly port: number,
    /** Its identity in the network. */
    readonly peerId: string,
    /** On which port it serves metrics, if it does. */
    readonly metricsPort: number | null,
  ) {}

  /** Variables of the environment that it is started with, besides those of this process. */
  readonly environment: Record<string, string> = {};

  /** Its id as a process, while it runs. */
  get pid(): number | null {
    return this.isRunning ? (this.process!.pid ?? null) : null;
  }

  /** Its address for other nodes. */
  get address(): string {
    return `/ip4/127.0.0.1/tcp/${this.port}/p2p/${this.peerId}`;
  }

  /** Sends a signal to the process, as to make it stand still and go on. */
  signal(signal: NodeJS.Signals): void {
    if (!this.isRunning) throw new Error(`${this.name} does not run.`);
    this.process!.kill(signal);
  }

  /** How the process ended by itself or was ended: its code, or null while it runs or for a signal. */
  get exitCode(): number | null {
    return this.process?.exitCode ?? null;
  }

  /** Its metrics as it serves them, or null where it serves none. */
  async metrics(): Promise<string | null> {
    if (this.metricsPort === null) return null;
    const answer = await fetch(`http://127.0.0.1:${this.metricsPort}/metrics`);
    return answer.text();
  }

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
    this.process = spawn(nodeBinary(), [...this.args], {
      stdio: ['ignore', output, output],
      env: { ...process.env, ...this.environment },
    });
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

/** A network: four authorities and an archive gateway, unless its options say otherwise. */
export class Network {
  readonly authorities = new Map<AuthorityName, Node>();
  readonly #added: Node[] = [];
  gateway!: Node;

  private constructor(
    /** Where its specification, keys, state and logs are. */
    readonly folder: string,
    /** Its raw specification. */
    readonly specification: string,
    private readonly options: NetworkOptions,
  ) {}

  /** Starts a network and waits until finality moves. */
  static async start(options: NetworkOptions = {}): Promise<Network> {
    const network = await Network.prepare(options);
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

  /** Writes all that a network needs, and starts none of its nodes. */
  static async prepare(options: NetworkOptions = {}): Promise<Network> {
    const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'polity-e2e-'));
    // As ministries start from a file: a preset's name would let each node make the genesis state anew,
    // on each start.
    const preset = options.preset ?? 'local';
    const specification = join(folder, `${preset}.json`);
    await run(nodeBinary(), [
      ...['export-chain-spec', '--chain', preset, '--raw', '--output', specification],
    ]);
    if (options.runtime !== undefined) {
      const chain = JSON.parse(readFileSync(specification, 'utf8'));
      chain.genesis.raw.top[CODE] = `0x${readFileSync(options.runtime).toString('hex')}`;
      writeFileSync(specification, JSON.stringify(chain));
    }
    const network = new Network(folder, specification, options);
    const archive = ['--state-pruning', 'archive', '--blocks-pruning', 'archive'];
    if (preset === 'development') {
      network.gateway = await network.makeNode('authority', {
        flags: ['--validator', '--alice', ...archive],
      });
      return network;
    }
    for (const [name, keys] of AUTHORITIES) {
      network.authorities.set(name, await network.makeNode(name, { flags: ['--validator', keys] }));
    }
    network.gateway = await network.makeNode('gateway', { flags: archive });
    return network;
  }

  /** Another node, which is started and ended with the others from now on. It does not run yet. */
  async addNode(name: string, options: NodeOptions = {}): Promise<Node> {
    const node = await this.makeNode(name, options);
    this.#added.push(node);
    return node;
  }

  private async makeNode(name: string, options: NodeOptions): Promise<Node> {
    const base = options.base ?? join(this.folder, name);
    const key = options.keyFile ?? join(this.folder, `${name}.key`);
    if (!existsSync(key)) {
      await run(nodeBinary(), ['key', 'generate-node-key', '--file', key]);
    }
    const { stdout } = await run(nodeBinary(), ['key', 'inspect-node-key', '--file', key]);
    const [port, rpcPort] = [await freePort(), await freePort()];
    const metricsPort = this.options.metrics === true ? await freePort() : null;
    const bootnode = this.authorities.values().next().value?.address;
    const args = [
      ['--chain', this.specification],
      ['--base-path', base],
      ['--name', name],
      ['--node-key-file', key],
      ['--listen-addr', `/ip4/127.0.0.1/tcp/${port}`],
      ['--rpc-port', `${rpcPort}`],
      ['--rpc-methods', 'safe'],
      ['--rpc-max-connections', '200'],
      metricsPort === null ? ['--no-prometheus'] : ['--prometheus-port', `${metricsPort}`],
      ['--no-mdns'],
      ...(bootnode === undefined ? [] : [['--bootnodes', bootnode]]),
      [...(this.options.everyNode ?? [])],
      [...(options.flags ?? [])],
    ].flat();
    const log = join(this.folder, `${name}.log`);
    return new Node(name, rpcPort, log, args, base, port, stdout.trim(), metricsPort);
  }

  /** All nodes. */
  *nodes(): Iterable<Node> {
    yield* this.authorities.values();
    yield this.gateway;
    yield* this.#added;
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
