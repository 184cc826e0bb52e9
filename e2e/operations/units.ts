import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { Network, nodeBinary, type Node } from '../src/network.js';
import { ROOT } from '../src/scripts.js';

const run = promisify(execFile);

/** Where the units of systemd and their environment files are. */
const FOLDER = join(ROOT, 'node', 'systemd');

/** The units, by what they run. */
export const UNITS = ['authority', 'sentry', 'gateway'] as const;

/** What a unit runs. */
export type UnitName = (typeof UNITS)[number];

/** Where the units expect the binary. */
const INSTALLED = '/usr/local/bin/polity-node';

const unitText = (name: UnitName): string => readFileSync(join(FOLDER, `polity-${name}.service`), 'utf8');

/** The variables of an environment file, as systemd reads them. */
function environmentOf(name: UnitName): Record<string, string> {
  const lines = readFileSync(join(FOLDER, `${name}.env`), 'utf8').split('\n');
  const found = lines.flatMap((line) => {
    const [, variable, value] = /^([A-Z_]+)=(.*)$/.exec(line) ?? [];
    return variable === undefined ? [] : [[variable, value!.replace(/^"(.*)"$/, '$1')] as const];
  });
  return Object.fromEntries(found);
}

/**
 * The arguments with which a unit starts the node: `${NAME}` is one of them, `$NAME` as many as it has
 * words, as systemd has it.
 *
 * @throws where the unit names a variable that neither its environment file nor systemd has.
 */
export function argumentsOf(name: UnitName, values: Readonly<Record<string, string>>): string[] {
  const variables = environmentOf(name);
  const fromSystemd = ['STATE_DIRECTORY', 'CREDENTIALS_DIRECTORY'];
  for (const variable of Object.keys(values)) {
    if (!(variable in variables) && !fromSystemd.includes(variable)) {
      throw new Error(`${name}.env has no ${variable}.`);
    }
  }
  const valueOf = (variable: string): string => {
    const value = values[variable] ?? variables[variable];
    if (value === undefined) throw new Error(`The unit of the ${name} names ${variable}, which nobody sets.`);
    return value;
  };
  const command = /^ExecStart=((?:.*\\\n)*.*)$/m.exec(unitText(name))![1]!;
  const [binary, ...words] = command.replace(/\\\n/g, ' ').trim().split(/\s+/);
  if (binary !== INSTALLED) throw new Error(`The unit of the ${name} starts ${binary}.`);
  return words.flatMap((word) => {
    const [, list] = /^\$([A-Z_]+)$/.exec(word) ?? [];
    if (list !== undefined) return valueOf(list).split(/\s+/).filter(Boolean);
    return [word.replace(/\$\{([A-Z_]+)\}/g, (_, variable: string) => valueOf(variable))];
  });
}

/** What systemd has to say against a unit, with the node's real binary; null where there is no systemd. */
export async function complaintsAbout(name: UnitName, folder: string): Promise<string | null> {
  const file = join(folder, `polity-${name}.service`);
  writeFileSync(file, unitText(name).replaceAll(INSTALLED, nodeBinary()));
  try {
    const { stdout, stderr } = await run('systemd-analyze', ['verify', '--man=no', file]);
    return `${stdout}${stderr}`;
  } catch (error) {
    const { code, stderr } = error as { code: number | string; stderr: string };
    return code === 'ENOENT' ? null : `${stderr}`;
  }
}

/** How open the sandbox of a unit is to systemd: from 0 to 10. */
export async function exposureOf(name: UnitName, folder: string): Promise<number> {
  const file = join(folder, `polity-${name}.service`);
  writeFileSync(file, unitText(name).replaceAll(INSTALLED, nodeBinary()));
  const { stdout } = await run('systemd-analyze', ['security', '--offline=true', '--no-pager', file]);
  return Number(/Overall exposure level for [^:]*: ([0-9.]+)/.exec(stdout)![1]);
}

/** The TCP addresses on which a process listens, such as `127.0.0.1:9944`. */
export function listenersOf(pid: number): string[] {
  const links = readdirSync(`/proc/${pid}/fd`).map((descriptor) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${descriptor}`);
    } catch {
      return '';
    }
  });
  const own = new Set(links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []));
  /** The state of a socket that listens (include/net/tcp_states.h). */
  const LISTENS = '0A';
  const found = ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/${pid}/net/${table}`, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === LISTENS && own.has(fields[9]!))
      .map((fields) => addressOf(fields[1]!)),
  );
  return found.sort();
}

/** `0100007F:26D8` as it is usually written. An IPv6 address stays as the kernel writes it. */
function addressOf(written: string): string {
  const [host, port] = written.split(':') as [string, string];
  const dotted = host.length === 8 ? host.match(/../g)!.reverse().map((byte) => parseInt(byte, 16)).join('.') : host;
  return `${dotted}:${parseInt(port, 16)}`;
}

/** A network whose nodes run as the units say: each authority behind the two sentries, and they alone. */
export interface UnitNetwork {
  readonly network: Network;
  readonly sentries: readonly Node[];
}

/** Starts it, with well-known session keys, and all of it on the loopback address. */
export async function startAsUnits(): Promise<UnitNetwork> {
  const network = await Network.prepare({ metrics: true });
  try {
    const sentries = [await network.addNode('sentry-1'), await network.addNode('sentry-2')];
    const authorities = [...network.authorities.values()];
    // A password is a part of what keys are derived from, and the well-known ones have none.
    writeFileSync(join(network.folder, 'keystore-password'), '');
    const as = (unit: UnitName, node: Node, more: Record<string, string>): void => {
      const [listen] = node.address.split('/p2p/') as [string];
      const values: Record<string, string> = {
        STATE_DIRECTORY: node.base,
        POLITY_NAME: node.name,
        POLITY_CHAIN: network.specification,
        POLITY_LISTEN: listen,
        POLITY_METRICS_PORT: `${node.metricsPort}`,
        ...more,
      };
      const words = argumentsOf(unit, values);
      // The keys of the network were made by the harness, and stand elsewhere.
      const own = node.args[node.args.indexOf('--node-key-file') + 1]!;
      words[words.indexOf('--node-key-file') + 1] = own;
      node.args.splice(0, node.args.length, ...words);
    };
    const addresses = (nodes: readonly Node[]): string => nodes.map((node) => node.address).join(' ');
    ['--alice', '--bob', '--charlie', '--dave'].forEach((keys, place) =>
      as('authority', authorities[place]!, {
        CREDENTIALS_DIRECTORY: network.folder,
        POLITY_SENTRIES: addresses(sentries),
        POLITY_FLAGS: keys,
      }),
    );
    for (const sentry of sentries) {
      const others = [...authorities, ...sentries.filter((other) => other !== sentry)];
      as('sentry', sentry, { POLITY_RPC_PORT: `${sentry.rpcPort}`, POLITY_RESERVED: addresses(others) });
    }
    const { gateway } = network;
    as('gateway', gateway, { POLITY_RPC_PORT: `${gateway.rpcPort}`, POLITY_RESERVED: addresses(sentries) });
    network.startAll();
    await network.waitForFinality(2);
    return { network, sentries };
  } catch (error) {
    const logs = [...network.nodes()].map((one) => `--- ${one.name}\n${one.logTail()}`);
    await network.close();
    throw new Error(`${error instanceof Error ? error.message : error}\n${logs.join('\n')}`);
  }
}
