#!/usr/bin/env node
/**
 * Imports the companies of a file of Companies House into the business register: the command behind
 * `scripts/import-companies`.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

import type { ApiPromise } from '@polkadot/api';
import { Keyring } from '@polkadot/keyring';
import { hexToU8a, isHex, u8aToHex } from '@polkadot/util';
import { cryptoWaitReady } from '@polkadot/util-crypto';

import { Campaign, CampaignRefused, CampaignRows } from '../campaign.js';
import { atFinalized, connect, DEFAULT_ENDPOINT } from '../chain.js';
import { COMPANIES_HOUSE, NotCompaniesHouse, parseCompanies, readRow } from '../companiesHouse.js';
import { BusinessRegistry, type RowEnd } from '../registry.js';
import { Submitter } from '../submit.js';

const HELP = `Usage: scripts/import-companies FILE.csv [--rpc URL] [options]

Imports the companies of a file of Companies House (its free company data product) as a campaign:
opened and recorded by one officer, sealed by another. Progress goes to stderr; the last line on
stdout is one JSON object: {"read","accepted","refused":[{"number","name","reason"}],"seconds"}.
A company whose name is taken is kept as disputed, and reported as refused with that reason.

  --rpc URL           the node to talk to (default: ${DEFAULT_ENDPOINT}, where scripts/run listens)
  --signer URI        who records (default: //Economy//recorder, a well-known key)
  --sealer URI        who seals (default: //Economy//registrar, a well-known key)
  --secret-file FILE  the secret that the salts of addresses come from, as hex (default: in the
                      user's data folder; made when it is not there). Keep it: without it no
                      address can be shown later.
  --help              this text

Exit codes: 0 done, 1 anything else, 2 wrong usage, 3 the file cannot be read, 4 it is not that
file, 5 no node answers, 6 the chain refused the campaign.
`;

/** What ends the command early: a code, and one sentence. */
class Exit extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

interface Settings {
  readonly file: string;
  readonly endpoint: string;
  readonly signer: string;
  readonly sealer: string;
  readonly secretFile: string;
}

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

function readArguments(): Settings {
  let parsed;
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: {
        'rpc': { type: 'string' },
        'signer': { type: 'string' },
        'sealer': { type: 'string' },
        'secret-file': { type: 'string' },
        'help': { type: 'boolean' },
      },
    });
  } catch (error) {
    // The first sentence says which option; the rest is about other commands.
    const [sentence] = String(error instanceof Error ? error.message : error).split('. ');
    throw new Exit(2, `${sentence}. See --help.`);
  }
  const { values, positionals } = parsed;
  if (values.help) {
    process.stdout.write(HELP);
    process.exit(0);
  }
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) {
    throw new Exit(2, 'Name one file of companies. See --help.');
  }
  const endpoint = values.rpc ?? DEFAULT_ENDPOINT;
  if (!/^wss?:\/\//.test(endpoint)) throw new Exit(2, `${endpoint} is no ws:// address.`);
  const folder = process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share');
  return {
    file,
    endpoint,
    signer: values.signer ?? '//Economy//recorder',
    sealer: values.sealer ?? '//Economy//registrar',
    secretFile: values['secret-file'] ?? join(folder, 'polity', 'import-secret'),
  };
}

function readFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Exit(3, code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read: ${code}.`);
  }
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

async function reach(endpoint: string): Promise<ApiPromise> {
  try {
    return await connect(endpoint);
  } catch {
    throw new Exit(5, `No node answers at ${endpoint}. Start a network with scripts/run.`);
  }
}

/** Why a row did not become a company with its name, or null where it did. */
function reasonOf(end: RowEnd | null): string | null {
  if (end === null) return 'NotRecorded';
  return end.kind === 'accepted' ? null : end.reason;
}

async function importCompanies(settings: Settings): Promise<void> {
  const began = Date.now();
  let parsed;
  try {
    parsed = parseCompanies(readFile(settings.file));
  } catch (error) {
    if (!(error instanceof NotCompaniesHouse)) throw error;
    throw new Exit(4, `${settings.file} is no file of Companies House: ${error.message}.`);
  }
  await cryptoWaitReady();
  const keyring = new Keyring({ type: 'sr25519' });
  const pair = (uri: string) => {
    try {
      return keyring.createFromUri(uri);
    } catch {
      // The text may be a secret phrase: it is not repeated.
      throw new Exit(2, 'A key given by --signer or --sealer cannot be read.');
    }
  };
  const [recorder, sealer] = [pair(settings.signer), pair(settings.sealer)];
  const wellKnown = [settings.signer, settings.sealer].filter((uri) => uri.startsWith('//'));
  if (wellKnown.length > 0) {
    tell(`Signing with keys that everybody knows (${wellKnown.join(', ')}): for networks that try things out.`);
  }
  const secret = readSecret(settings.secretFile);
  const rows = parsed.map((row) => readRow(row, { issuer: recorder.publicKey, secret }));
  const lost = rows.reduce((sum, row) => sum + (row.kind === 'company' ? row.lostActivities : 0), 0);
  tell(`${rows.length} rows read`);
  if (lost > 0) tell(`${lost} activities are in a classification of before 2007 and were left out`);

  const api = await reach(settings.endpoint);
  const submitter = new Submitter(api);
  try {
    if (api.tx.businessRegistry === undefined) {
      throw new Exit(6, `The chain at ${settings.endpoint} has no business register.`);
    }
    const tree = new CampaignRows(api, rows);
    const campaign = new Campaign(api, submitter, {
      recorder,
      sealer,
      source: COMPANIES_HOUSE,
      tell,
    });
    const id = await campaign.open(tree);
    tell(`campaign ${id} is open`);
    await campaign.record(id, tree);
    await campaign.seal(id);
    tell(`campaign ${id} is sealed`);
    const { state } = await atFinalized(api);
    const ends = await new BusinessRegistry(state).rowEnds(id, [...rows.keys()]);
    const refused = rows.flatMap((row, index) => {
      const reason = reasonOf(ends[index] ?? null);
      if (reason === null) return [];
      const { number, name } = row.kind === 'company' ? row.company : row;
      return [{ number, name, reason }];
    });
    const seconds = Math.round((Date.now() - began) / 100) / 10;
    const accepted = rows.length - refused.length;
    process.stdout.write(`${JSON.stringify({ read: rows.length, accepted, refused, seconds })}\n`);
  } catch (error) {
    if (error instanceof CampaignRefused) throw new Exit(6, error.message);
    throw error;
  } finally {
    submitter.close();
    await api.disconnect();
  }
}

try {
  await importCompanies(readArguments());
} catch (error) {
  tell(`import-companies: ${error instanceof Error ? error.message : error}`);
  process.exit(error instanceof Exit ? error.code : 1);
}
