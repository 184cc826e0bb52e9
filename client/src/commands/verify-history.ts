#!/usr/bin/env node
/**
 * Verifies the history of a record without any network: the command behind `scripts/verify-history`.
 */
import { isHex } from '@polkadot/util';

import { NotAHistory, provenHead, readHistory, verifyHistory, type Verdict } from '../history.js';
import { headOf } from '../record.js';
import type { Head } from '../registry.js';
import { NotProven } from '../trie.js';
import { Exit, readCommandLine, readFile, run, tell } from './command.js';

const HELP = `Usage: scripts/verify-history FILE (--head HASH --seq NUMBER | --block HASH)

Verifies the history of a record, without any network. FILE is what scripts/export-history wrote, or
the entries alone: their SCALE bytes in hexadecimal, one entry on each line, the first one first.

  --head HASH    the record's head, as a finalized state holds it
  --seq NUMBER   how many entries that head is over
  --block HASH   instead of both: the hash of a finalized block. The head is then read from the file,
                 and has to be proven by that block's state.
  --help         this text

Head or block come from somebody whom you believe that they are final: your own node, a ministry's,
a printed extract. Nothing else that the file says is believed.

The last line on stdout is one JSON object: {"verified":true|false,"entries","head","reason",
"recordedAt"}, where "head" is what the entries lead to, "reason" says why it is not verified, and
"recordedAt" says when each entry of a verified history was made, by the entry itself.

Exit codes: 0 verified, 1 not verified, 2 wrong usage, 3 the file cannot be read.
`;

/** What the history is verified by: a head, or a block whose state has to prove it. */
type Trusted = { readonly head: Head } | { readonly block: string };

function readTrusted(values: Readonly<Record<'head' | 'seq' | 'block', string | undefined>>): Trusted {
  const { head, seq, block } = values;
  const hash = (text: string): string => {
    if (!isHex(text, 256)) throw new Exit(2, `${text} is no hash: 32 bytes in hexadecimal, after 0x.`);
    return text.toLowerCase();
  };
  if (block !== undefined && head === undefined && seq === undefined) return { block: hash(block) };
  if (block !== undefined || head === undefined || seq === undefined) {
    throw new Exit(2, 'Give --head and --seq, or --block alone. See --help.');
  }
  if (!/^[1-9]\d{0,9}$/.test(seq)) throw new Exit(2, `${seq} is no number of entries.`);
  return { head: { seq: Number(seq), hash: hash(head) } };
}

function verify(text: string, trusted: Trusted): Verdict {
  let entries: readonly Uint8Array[] = [];
  try {
    const history = readHistory(text);
    ({ entries } = history);
    if ('head' in trusted) return verifyHistory(entries, trusted.head);
    const { claim } = history;
    if (claim === null) throw new Exit(2, 'A file of rows proves no head: give --head and --seq.');
    const head = provenHead(claim, trusted.block);
    tell(`the state of block ${trusted.block} holds the head of ${claim.kind.toLowerCase()} ${claim.id}: ${head.seq}, ${head.hash}`);
    return verifyHistory(entries, head);
  } catch (error) {
    if (!(error instanceof NotAHistory || error instanceof NotProven)) throw error;
    return { verified: false, entries: entries.length, head: headOf(entries), reason: error.message };
  }
}

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const { argument: file, values } = readCommandLine(
    HELP,
    { head: text, seq: text, block: text },
    'Name one file of a history.',
  );
  const trusted = readTrusted(values);
  const verdict = verify(readFile(file), trusted);
  process.stdout.write(`${JSON.stringify(verdict)}\n`);
  process.exitCode = verdict.verified ? 0 : 1;
}

await run('verify-history', main);
