#!/usr/bin/env node
/**
 * Writes the history of a company so that it can be verified without a node: the command behind
 * `scripts/export-history`.
 */
import { DEFAULT_ENDPOINT } from '../chain.js';
import { isCompanyNumber } from '../checkCharacters.js';
import { companyHistoryFile } from '../registry.js';
import { Exit, readCommandLine, run, tell } from './command.js';
import { reach, readEndpoint } from './reach.js';

const HELP = `Usage: scripts/export-history COMPANY_NUMBER [--rpc URL]

Writes the history of a company to stdout as JSON: its entries, its head, the finalized block that
all of it was read at, and the proof that the block's state holds the head. scripts/verify-history
verifies it without any node.

  --rpc URL   the node to talk to (default: ${DEFAULT_ENDPOINT}, where scripts/run listens)
  --help      this text

Exit codes: 0 done, 1 anything else, 2 wrong usage, 5 no node answers, 6 the register has no such
company.
`;

async function exportHistory(): Promise<void> {
  const { argument: number, values } = readCommandLine(
    HELP,
    { rpc: { type: 'string' } },
    'Name one company by its number.',
  );
  if (!isCompanyNumber(number)) {
    throw new Exit(2, `${number} is no company number of this register: look for a typing error.`);
  }
  const api = await reach(readEndpoint(values.rpc));
  try {
    const history = await companyHistoryFile(api, number);
    if (history === null) throw new Exit(6, `The register has no company ${number}.`);
    const { block, entries } = history;
    tell(`${entries.length} entries of company ${number}, as of finalized block ${block.number}, ${block.hash}`);
    process.stdout.write(`${JSON.stringify(history, null, 2)}\n`);
  } finally {
    await api.disconnect();
  }
}

await run('export-history', exportHistory);
