/** Whether a node is fit to be an authority, looked at before it joins. */
import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { connect as openConnection } from 'node:net';
import { dirname } from 'node:path';

import type { ApiPromise } from '@polkadot/api';

import { atFinalized } from '../chain.js';
import { isOpenToOthers, keptKeys, keystoreFolder } from './keys.js';

// The codecs come from the chain's metadata, which no type of this language knows.
type Decoded = any;

/** By how much a clock may differ from the chain's, in milliseconds: a block is as old as a slot and its way. */
const CLOCK_MILLIS = 5_000;
/** How much room a disk has to have: a year of an idle chain and its state. */
const DISK_BYTES = 20 * 1024 ** 3;

/** What was looked at, and what is wrong with it and what to do, in a sentence; null where nothing is. */
export interface Finding {
  readonly of: string;
  readonly fault: string | null;
}

/** What is looked at. */
export interface Subject {
  readonly basePath: string;
  /** The file of the chain specification. */
  readonly specification: string;
  /** Ports that the node is going to listen on. */
  readonly ports: readonly number[];
  /** Peers that it has to reach, as multiaddresses; the specification's boot nodes besides. */
  readonly peers: readonly string[];
  /** How many bytes have to be free. */
  readonly disk?: number;
}

/** Whether something answers at a host and port. */
async function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = openConnection({ host, port, timeout: 3_000 });
    const end = (result: boolean) => () => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', end(true));
    socket.once('error', end(false));
    socket.once('timeout', end(false));
  });
}

/** Host and port of a multiaddress, or null. */
export function hostOf(address: string): { readonly host: string; readonly port: number } | null {
  const found = /^\/(?:ip4|ip6|dns|dns4|dns6)\/([^/]+)\/tcp\/(\d+)/.exec(address);
  return found === null ? null : { host: found[1]!, port: Number(found[2]) };
}

/** The nearest folder above a path that there is. */
const existing = (path: string): string => (existsSync(path) ? path : existing(dirname(path)));

function checkKeystore(folder: string): Finding[] {
  const kept = keptKeys(folder);
  const missing = ['aura', 'gran'].filter((kind) => !kept.some((one) => one.kind === kind));
  const findings: Finding[] = [
    {
      of: 'session keys',
      fault:
        missing.length === 0 ? null : `There is no ${missing.join(' and no ')} key in ${folder}. Put it there with insert-keys.`,
    },
  ];
  if (existsSync(folder)) {
    const open = [folder, ...kept.map(({ file }) => file)].filter(isOpenToOthers);
    findings.push({
      of: 'permissions of the keystore',
      fault:
        open.length === 0 ? null : `Others can read ${open[0]}. Make the folder 0700 and its files 0600 (chmod).`,
    });
  }
  return findings;
}

/** Whose the keys in a keystore are, by the chain. */
async function checkOwner(api: ApiPromise, folder: string): Promise<Finding[]> {
  const { state } = await atFinalized(api);
  const query = state.query as Decoded;
  const owners = await Promise.all(
    keptKeys(folder).map(async ({ kind, key }) => ({
      kind,
      owner: (await query.session.keyOwner([kind, key])).toJSON() as string | null,
    })),
  );
  const owned = owners.filter(({ owner }) => owner !== null);
  if (owned.length === 0) {
    return [
      {
        of: 'owner of the keys',
        fault: 'The chain knows none of these keys. Set them for the node with set-keys, once it is nominated and confirmed.',
      },
    ];
  }
  const accounts = new Set(owned.map(({ owner }) => owner));
  if (accounts.size > 1) {
    return [{ of: 'owner of the keys', fault: 'The keys belong to different nodes. Keep those of one in a keystore.' }];
  }
  const [account] = accounts;
  const role = await query.ministries.nodes(account);
  const fault = role.isNone
    ? `The keys belong to ${account}, which is no ministry's node.`
    : role.unwrap().state.isAppointed
      ? null
      : `The node ${account} is ${role.unwrap().state.type.toLowerCase()}: the council has to appoint it by ReplaceNode.`;
  return [{ of: 'owner of the keys', fault }];
}

async function checkChain(api: ApiPromise, specification: Decoded): Promise<Finding[]> {
  const [{ state }, name, genesis] = await Promise.all([
    atFinalized(api),
    api.rpc.system.chain(),
    api.rpc.chain.getHeader(await api.rpc.chain.getBlockHash(0)),
  ]);
  const now = ((await (state.query as Decoded).timestamp.now()) as Decoded).toNumber();
  const ahead = Date.now() - now;
  const seconds = Math.abs(Math.round(ahead / 1000));
  // The code in the genesis is what two networks of one name differ in, and cheap to compare.
  const code = specification.genesis?.raw?.top?.['0x3a636f6465'] as string | undefined;
  const theirs = (
    (await api.rpc.state.getStorage('0x3a636f6465', genesis.hash).catch(() => null)) as Decoded
  )?.toHex?.() as string | undefined;
  return [
    {
      of: 'clock',
      fault:
        Math.abs(ahead) <= CLOCK_MILLIS
          ? null
          : `The clock of this machine is ${seconds} s ${ahead > 0 ? 'ahead of' : 'behind'} the last final block. Set it by NTP; if others are the same, finality stands still.`,
    },
    {
      of: 'chain specification',
      fault:
        specification.name !== name.toString()
          ? `The specification is of "${specification.name}", and the network is "${name}". Ask for the network's file.`
          : code !== undefined && theirs !== undefined && code !== theirs
            ? 'The specification has another genesis than the network. Ask for the network\'s file and compare its hash.'
            : null,
    },
  ];
}

/** Looks at everything that can be looked at before a node joins. */
export async function checkNode(api: ApiPromise, subject: Subject): Promise<Finding[]> {
  let specification: Decoded;
  try {
    specification = JSON.parse(readFileSync(subject.specification, 'utf8'));
  } catch {
    return [
      { of: 'chain specification', fault: `${subject.specification} is no chain specification. Ask for the network's file.` },
    ];
  }
  const keystore = keystoreFolder(subject.basePath, specification.id);
  const { bavail, bsize } = statfsSync(existing(subject.basePath));
  const free = bavail * bsize;
  const wanted = subject.disk ?? DISK_BYTES;
  const findings: Finding[] = [
    ...checkKeystore(keystore),
    ...(await checkOwner(api, keystore)),
    ...(await checkChain(api, specification)),
    {
      of: 'disk',
      fault:
        free >= wanted
          ? null
          : `${Math.round(free / 1024 ** 3)} GB are free under ${subject.basePath}, and ${Math.round(wanted / 1024 ** 3)} GB are asked for. Make room.`,
    },
  ];
  for (const port of subject.ports) {
    const taken = await answers('127.0.0.1', port);
    findings.push({
      of: `port ${port}`,
      fault: taken ? `Something listens on port ${port} already. End it, or choose another port.` : null,
    });
  }
  for (const peer of [...subject.peers, ...((specification.bootNodes as string[]) ?? [])]) {
    const at = hostOf(peer);
    const reached = at !== null && (await answers(at.host, at.port));
    findings.push({
      of: `peer ${peer}`,
      fault: reached ? null : `${peer} does not answer. Is it up, and does a firewall let this machine through?`,
    });
  }
  return findings;
}
