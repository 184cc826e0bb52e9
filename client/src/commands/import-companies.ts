#!/usr/bin/env node
/**
 * Imports the companies of a file of Companies House into the business register: the command behind
 * `scripts/import-companies`.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

import type { ApiPromise } from '@polkadot/api';
import { hexToU8a, isHex, u8aToHex } from '@polkadot/util';
import { cryptoWaitReady } from '@polkadot/util-crypto';

import {
  Campaign,
  campaignOver,
  CampaignRefused,
  campaignResult,
  CampaignRows,
  companyRow,
  COMPANIES,
  type CampaignResult,
} from '../campaign.js';
import { atFinalized, DEFAULT_ENDPOINT } from '../chain.js';
import {
  COMPANIES_HOUSE,
  NotCompaniesHouse,
  parseCompanies,
  readRow,
  type ParsedRow,
  type ReadRow,
} from '../companiesHouse.js';
import { BusinessRegistry } from '../registry.js';
import { Submitter } from '../submit.js';
import { Exit, readCommandLine, readFile, run, tell } from './command.js';
import { readPairs } from './pairs.js';
import { reach, readEndpoint } from './reach.js';

const HELP = `Usage: scripts/import-companies FILE.csv [--rpc URL] [options]

Imports the companies of a file of Companies House (its free company data product) as a campaign:
opened and recorded by one officer, sealed by another. Progress goes to stderr; the last line on
stdout is one JSON object: {"read","accepted","refused":[{"number","name","reason"}],"seconds"}.
A company whose name is taken is kept as disputed, and reported as refused with that reason.

An import that was interrupted goes on where it ended when the command is run again with the same
file and the same secret; one that was sealed is reported again, and nothing is sent. The counts are
those of the whole campaign, the seconds those of this run. Where a campaign over as many rows is
open with other rows, nothing is sent: the file or the secret may be the wrong one.

  --rpc URL           the node to talk to (default: ${DEFAULT_ENDPOINT}, where scripts/run listens)
  --signer URI        who records (default: //Economy//recorder, a well-known key)
  --sealer URI        who seals (default: //Economy//registrar, a well-known key)
  --secret-file FILE  the secret that the salts of addresses come from, as hex (default: in the
                      user's data folder; made when it is not there). Keep it: without it no
                      address can be shown later, and no import resumed.
  --anew              open a campaign although another one over as many rows is open
  --help              this text

Exit codes: 0 done, 1 anything else, 2 wrong usage, 3 the file cannot be read, 4 it is not that
file, 5 no node answers, 6 the chain refused the campaign, or has an open one like it.
`;

interface Settings {
  readonly file: string;
  readonly endpoint: string;
  readonly signer: string;
  readonly sealer: string;
  readonly secretFile: string;
  readonly anew: boolean;
}

function readSettings(): Settings {
  const text = { type: 'string' } as const;
  const { argument, values } = readCommandLine(
    HELP,
    { 'rpc': text, 'signer': text, 'sealer': text, 'secret-file': text, 'anew': { type: 'boolean' } },
    'Name one file of companies.',
  );
  const folder = process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share');
  return {
    file: argument,
    endpoint: readEndpoint(values.rpc),
    signer: values.signer ?? '//Economy//recorder',
    sealer: values.sealer ?? '//Economy//registrar',
    secretFile: values['secret-file'] ?? join(folder, 'polity', 'import-secret'),
    anew: values.anew ?? false,
  };
}

/** The secret of a file that only its owner reads; it is made where it is not there, never shown. */
function readSecret(path: string): Uint8Array {
  try {
    if (!existsSync(path)) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      writeFileSync(path, `${u8aToHex(randomBytes(32))}\n`, { mode: 0o600, flag: 'wx' });
      tell(`A new secret for the addresses was made in ${path}: keep it.`);
    }
    const text = readFileSync(path, 'utf8').trim();
    if (!isHex(text, 256)) throw new Error('it does not hold 32 bytes as hex');
    return hexToU8a(text);
  } catch (error) {
    throw new Exit(3, `The secret in ${path} cannot be used: ${(error as Error).message}.`);
  }
}

function parse(file: string): ParsedRow[] {
  const text = readFile(file);
  try {
    return parseCompanies(text);
  } catch (error) {
    if (!(error instanceof NotCompaniesHouse)) throw error;
    throw new Exit(4, `${file} is no file of Companies House: ${error.message}.`);
  }
}

/** How many activities of all rows have no code here. */
const lostActivities = (rows: readonly ReadRow[]): number =>
  rows.reduce((sum, row) => sum + (row.kind === 'company' ? row.lostActivities : 0), 0);

/** The rows of the file as one officer commits to them. */
interface CommittedRows {
  readonly rows: readonly ReadRow[];
  readonly tree: CampaignRows;
}

/** Imports what has not been imported before, and returns what became of the whole. */
async function importRows(
  api: ApiPromise,
  campaign: Campaign,
  rowsFor: (opener: Uint8Array) => CommittedRows,
  own: Uint8Array,
  anew: boolean,
): Promise<CampaignResult> {
  await campaign.settle();
  const { state, block } = await atFinalized(api);
  const registry = new BusinessRegistry(state);
  const seenIn = `block ${block.number}, ${block.hash}`;
  const { count } = rowsFor(own).tree;
  const alike = (await registry.campaigns()).filter(
    (one) => one.source === COMPANIES_HOUSE && one.district === 0 && one.rows === count,
  );
  const found = campaignOver(alike, (opener) => rowsFor(opener).tree.root);
  const { rows, tree } = rowsFor(found?.opener ?? own);
  const indices = [...rows.keys()];
  const ends = found === null ? [] : await registry.rowEnds(found.id, indices);

  let id: number;
  if (found === null) {
    const other = alike.find(({ isSealed }) => !isSealed);
    if (other !== undefined && !anew) {
      const what = `Campaign ${other.id} over as many rows is open: of another file, or with another secret.`;
      throw new Exit(6, `${what} Finish that one, or say --anew.`);
    }
    id = await campaign.open(tree);
    tell(`campaign ${id} is open`);
  } else {
    id = found.id;
    if (found.isSealed) {
      tell(`campaign ${id} over these rows is sealed already (${seenIn}): nothing is sent`);
      return campaignResult(rows, ends);
    }
    const ended = ends.filter((end) => end !== null).length;
    tell(`campaign ${id} goes on: ${ended} of ${count} rows have ended (${seenIn})`);
  }
  await campaign.record(
    id,
    tree,
    ends.map((end) => end !== null),
  );
  await campaign.seal(id);
  tell(`campaign ${id} is sealed`);
  const after = new BusinessRegistry((await atFinalized(api)).state);
  return campaignResult(rows, await after.rowEnds(id, indices));
}

async function importCompanies(): Promise<void> {
  const began = Date.now();
  const settings = readSettings();
  const parsed = parse(settings.file);
  await cryptoWaitReady();
  const { recorder, sealer } = readPairs(settings);
  const secret = readSecret(settings.secretFile);
  tell(`${parsed.length} rows read`);

  const api = await reach(settings.endpoint);
  const submitter = new Submitter(api);
  try {
    const known = new Map<string, CommittedRows>();
    // The commitments in the rows are bound to who opened the campaign, and so is their root.
    const rowsFor = (issuer: Uint8Array): CommittedRows => {
      const key = u8aToHex(issuer);
      const before = known.get(key);
      if (before !== undefined) return before;
      const rows = parsed.map((row) => readRow(row, { issuer, secret }));
      const committed = { rows, tree: new CampaignRows(api, COMPANIES, rows.map(companyRow)) };
      known.set(key, committed);
      return committed;
    };
    const lost = lostActivities(rowsFor(recorder.publicKey).rows);
    if (lost > 0) tell(`${lost} activities are in a classification of before 2007 and were left out`);
    const options = { recorder, sealer, subject: COMPANIES, source: COMPANIES_HOUSE, tell };
    const campaign = new Campaign(api, submitter, options);
    const result = await importRows(api, campaign, rowsFor, recorder.publicKey, settings.anew);
    const seconds = Math.round((Date.now() - began) / 100) / 10;
    process.stdout.write(`${JSON.stringify({ ...result, seconds })}\n`);
  } catch (error) {
    if (error instanceof CampaignRefused) throw new Exit(6, error.message);
    throw error;
  } finally {
    submitter.close();
    await api.disconnect();
  }
}

await run('import-companies', importCompanies);
