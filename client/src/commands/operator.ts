#!/usr/bin/env node
/**
 * What a ministry's operator does: the command behind `scripts/operator`.
 */
import { parseArgs } from 'node:util';

import { cryptoWaitReady } from '@polkadot/util-crypto';

import { DEFAULT_ENDPOINT } from '../chain.js';
import { KeysRefused } from '../operators/keys.js';
import { SeatRefused } from '../operators/council.js';
import { Exit, run } from './command.js';
import { KEY_COMMANDS } from './operatorKeys.js';
import { NETWORK_COMMANDS } from './operatorNetwork.js';

const HELP = `Usage: scripts/operator COMMAND [ARGUMENT...] [--option VALUE...]

What a ministry's operator and the holders of its seat do; docs/operators/ is the handbook.

Off-line, with secrets in files that their owner alone can read:
  generate-keys --out DIR [--keep DIR]   session keys, network key, keystore's password and the account of a
                node; with --keep, account, network key and password are those of another folder, as when
                session keys are rotated
  prove-keys    --keys DIR [--account ADDRESS]   the proof of possession, for the account of the node
  seal-keys     --keys DIR --out FILE --passphrase-file FILE   for escrow
  open-keys     FILE --out DIR --passphrase-file FILE
  insert-keys   --keys DIR --base-path DIR --chain FILE [--beside]   into the keystore of a node; --beside
                where keys are rotated, and the old ones stay

With a node to talk to (--rpc URL, default ${DEFAULT_ENDPOINT}):
  status        ministries, authorities, slots, maintenance, finality
  check         --base-path DIR --chain FILE [--ports N,N] [--peers ADDRESS,ADDRESS] [--disk BYTES]
                what is wrong with a node before it joins
  set-keys      --keys DIR [--account-file FILE]   signed by the account of the node
  restore       FILE --passphrase-file FILE --base-path DIR --chain FILE --out DIR [--slots N]   opens
                escrow, once the chain shows no block of the old machine for N of its own turns (100)
  nominate | confirm | withdraw   ADDRESS --key-file FILE   a node, by keys of the seat
  maintenance announce --blocks N --key-file FILE | maintenance end --key-file FILE
  return        --key-file FILE   a node that was stood down is back
  motion list
  motion propose FILE --key-file FILE [--threshold N]   an act of the council as JSON
  motion vote HASH --key-file FILE [--against] | motion close HASH --key-file FILE
                as many keys of the seat as its threshold do the same; the last one makes the call

A key file holds a phrase or a //path. The result is one JSON object on the last line of stdout.

Exit codes: 0 done, 1 anything else, 2 wrong usage, 3 a file cannot be read, 5 no node answers, 6 the chain
or a check has refused it; what it says is what to do. 7 the old machine is not proven dead.
`;

/** The options that some command has. */
const OPTIONS = {
  account: { type: 'string' },
  'account-file': { type: 'string' },
  against: { type: 'boolean' },
  'base-path': { type: 'string' },
  beside: { type: 'boolean' },
  blocks: { type: 'string' },
  chain: { type: 'string' },
  disk: { type: 'string' },
  help: { type: 'boolean' },
  keep: { type: 'string' },
  'key-file': { type: 'string' },
  keys: { type: 'string' },
  out: { type: 'string' },
  'passphrase-file': { type: 'string' },
  peers: { type: 'string' },
  ports: { type: 'string' },
  rpc: { type: 'string' },
  slots: { type: 'string' },
  threshold: { type: 'string' },
} as const;

async function main(): Promise<void> {
  let parsed;
  try {
    parsed = parseArgs({ allowPositionals: true, options: OPTIONS });
  } catch (error) {
    const [sentence] = String(error instanceof Error ? error.message : error).split('. ');
    throw new Exit(2, `${sentence}. See --help.`);
  }
  const { values, positionals } = parsed;
  const [name, ...rest] = positionals;
  if (values.help === true) {
    process.stdout.write(HELP);
    return;
  }
  const command = { ...KEY_COMMANDS, ...NETWORK_COMMANDS }[name ?? ''];
  if (command === undefined) throw new Exit(2, `There is no command ${name ?? ''}. See --help.`);
  await cryptoWaitReady();
  try {
    const result = await command(rest, values as Readonly<Record<string, string | boolean>>);
    process.stdout.write(`${JSON.stringify(result)}\n`);
  } catch (error) {
    if (error instanceof KeysRefused || error instanceof SeatRefused) throw new Exit(6, error.message);
    throw error;
  }
}

await run('operator', main);
