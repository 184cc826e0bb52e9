#!/usr/bin/env node
/**
 * Writes the history of a record so that it can be verified without a node: the command behind
 * `scripts/export-history`.
 */
import { DEFAULT_ENDPOINT } from '../chain.js';
import { historyFile } from '../historyFile.js';
import { isRecordNumber, type HistoryKind } from '../history.js';
import { Exit, readCommandLine, run, tell } from './command.js';
import { reach, readEndpoint } from './reach.js';

const HELP = `Usage: scripts/export-history NUMBER [--of company|title|parcel|permit] [--rpc URL]

Writes the history of a record to stdout as JSON: its entries, its head, the finalized block that
all of it was read at, the proof that the block's state holds the head, and what it states of itself as
evidence: when each entry was made, when it was retrieved, and how the register is kept.
scripts/verify-history verifies it without any node.

  --of KIND   what the number is of: a company (default), the title of a unit of land, a parcel,
              or a permit
  --rpc URL   the node to talk to (default: ${DEFAULT_ENDPOINT}, where scripts/run listens)
  --help      this text

Exit codes: 0 done, 1 anything else, 2 wrong usage, 5 no node answers, 6 there is no such record.
`;

/** The kinds by the words for them. */
const KINDS: Readonly<Record<string, HistoryKind>> = {
  company: 'Company',
  title: 'Title',
  parcel: 'Parcel',
  permit: 'Permit',
};

async function exportHistory(): Promise<void> {
  const { argument: number, values } = readCommandLine(
    HELP,
    { of: { type: 'string' }, rpc: { type: 'string' } },
    'Name one record by its number.',
  );
  const word = values.of ?? 'company';
  const kind = Object.hasOwn(KINDS, word) ? KINDS[word] : undefined;
  if (kind === undefined) throw new Exit(2, `There are no histories of a ${word}: see --help.`);
  if (!isRecordNumber(kind, number)) {
    throw new Exit(2, `${number} is no number of a ${word}: look for a typing error.`);
  }
  const api = await reach(readEndpoint(values.rpc));
  try {
    const history = await historyFile(api, kind, number);
    if (history === null) throw new Exit(6, `There is no ${word} ${number}.`);
    const { block, entries } = history;
    tell(`${entries.length} entries of ${word} ${number}, as of finalized block ${block.number}, ${block.hash}`);
    process.stdout.write(`${JSON.stringify(history, null, 2)}\n`);
  } finally {
    await api.disconnect();
  }
}

await run('export-history', exportHistory);
