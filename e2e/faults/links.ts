import { createServer, connect, type Server, type Socket } from 'node:net';

import type { Network, Node } from '../src/network.js';

/** How a link behaves: milliseconds of delay, more or less by so many, and the share of chunks that stall. */
export interface Pace {
  readonly delay: number;
  readonly jitter: number;
  readonly stalls: number;
  /** How long a stall is, in milliseconds. */
  readonly stall: number;
}

/** One direction of dialling between two nodes: a port of the loopback that stands for the other's. */
class Link {
  isCut = false;
  pace: Pace | null = null;
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;

  constructor(
    readonly from: string,
    readonly to: string,
    target: number,
  ) {
    this.#server = createServer((near) => {
      if (this.isCut) {
        near.destroy();
        return;
      }
      const far = connect({ host: '127.0.0.1', port: target });
      this.#forward(near, far);
      this.#forward(far, near);
    });
  }

  #forward(source: Socket, sink: Socket): void {
    this.#sockets.add(source);
    source.setNoDelay(true);
    // Chunks stay in order: none leaves before the one in front of it.
    let free = 0;
    const later = (act: () => void): void => {
      if (this.pace === null && free <= Date.now()) return act();
      const { delay, jitter, stalls, stall } = this.pace ?? { delay: 0, jitter: 0, stalls: 0, stall: 0 };
      const wait = delay + (2 * Math.random() - 1) * jitter + (Math.random() < stalls ? stall : 0);
      free = Math.max(free, Date.now() + wait);
      setTimeout(act, free - Date.now());
    };
    source.on('data', (chunk) => later(() => void (sink.destroyed || sink.write(chunk))));
    source.on('end', () => later(() => void sink.end()));
    source.on('error', () => sink.destroy());
    source.on('close', () => {
      this.#sockets.delete(source);
      later(() => void sink.destroy());
    });
  }

  /** Begins to listen, and answers on which port. */
  async listen(): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    const address = this.#server.address();
    if (typeof address !== 'object' || address === null) throw new Error('A link has no port.');
    return address.port;
  }

  /** Ends the connections there are, and takes no new ones until it is healed. */
  cut(): void {
    this.isCut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  close(): void {
    this.cut();
    this.#server.close();
  }
}

/** Flags of a node that name other nodes, and take a value. */
const NAMING = ['--bootnodes', '--reserved-nodes'];

/** The links of a network: every node dials every other one through a port of its own. */
export class Links {
  readonly #links: Link[] = [];

  /**
   * Restarts a network so that its nodes reach each other by links alone. Addresses of the loopback that
   * nodes tell each other are not dialled (`--no-private-ip`), other than those they are started with.
   */
  static async between(network: Network): Promise<Links> {
    const links = new Links();
    const nodes = [...network.nodes()];
    await network.stopAll();
    try {
      for (const from of nodes) await links.#route(from, nodes);
    } catch (error) {
      links.close();
      throw error;
    }
    network.startAll();
    return links;
  }

  async #route(from: Node, nodes: readonly Node[]): Promise<void> {
    for (let at = from.args.length - 1; at >= 0; at -= 1) {
      if (NAMING.includes(from.args[at]!)) from.args.splice(at, 2);
    }
    from.args.push('--reserved-only', '--no-private-ip');
    for (const to of nodes) {
      if (to === from) continue;
      const link = new Link(from.name, to.name, to.port);
      this.#links.push(link);
      from.args.push('--reserved-nodes', `/ip4/127.0.0.1/tcp/${await link.listen()}/p2p/${to.peerId}`);
    }
  }

  /** Cuts all links between these nodes and the others. */
  part(side: readonly Node[]): void {
    const names = new Set(side.map(({ name }) => name));
    for (const link of this.#links) if (names.has(link.from) !== names.has(link.to)) link.cut();
  }

  /** Joins what was parted. */
  heal(): void {
    for (const link of this.#links) link.isCut = false;
  }

  /** Slows all links, or none. */
  slow(pace: Pace | null): void {
    for (const link of this.#links) link.pace = pace;
  }

  /** Ends all links. */
  close(): void {
    for (const link of this.#links) link.close();
  }
}
