#!/usr/bin/env node
/** Writes permits as open data: the command behind `scripts/export-permits`. */
import {
  bldsInspections,
  bldsPermits,
  bldsStatuses,
  readPermitsBundle,
  type DataSet,
  type PermitRow,
  type PermitsBundle,
} from '../blds.js';
import { atFinalized, DEFAULT_ENDPOINT } from '../chain.js';
import { permitRows } from '../permitRows.js';
import { Permits } from '../permits.js';
import { idOfReference } from '../references.js';
import { Exit, readFile, readOptions, run, tell } from './command.js';
import { reach, readEndpoint } from './reach.js';

const HELP = `Usage: scripts/export-permits [--kind TYPE] [--set permits|inspections|statuses]
                              [--bundle FILE] [--rpc URL]

Writes permits, and applications that have led to none, to stdout as CSV by BLDS 1.2 (Building & Land
Development Specification), as of the last finalized block. It names no holder, and leaves out the
permits of natural persons that nobody can find by the person.
What the specification demands and neither the chain nor the bundle has is listed on stderr.

  --kind TYPE    the permits of one type alone: its code, or its reference, such as PT-3-73
  --set SET      permits: the core data set (default); inspections; statuses: those before the one of
                 today, as they were recorded
  --bundle FILE  what the chain may not hold: {"format":"polity-permits-bundle/1","common":{FIELDS},
                 "types":{CODE:{FIELDS}},"permits":{NUMBER:{FIELDS}}}, with FIELDS of the core data set,
                 such as "Description":TEXT, "OriginalAddress1":TEXT or "Latitude":NUMBER. NUMBER is a
                 permit's, or the reference of an application. The nearest of what is given wins. A text
                 that a spreadsheet would take for a formula gets an apostrophe in front of it
  --rpc URL      the node to talk to (default: ${DEFAULT_ENDPOINT}, where scripts/run listens)
  --help         this text

Exit codes: 0 done, 1 anything else, 2 wrong usage, 3 no such file, 4 the bundle cannot be read,
5 no node answers, 6 the chain has no permits, or no such type.
`;

/** As many permits as one line of stderr names. */
const NAMED = 5;

function bundleOf(path: string | undefined): PermitsBundle | null {
  if (path === undefined) return null;
  const text = readFile(path);
  try {
    return readPermitsBundle(text);
  } catch (error) {
    throw new Exit(4, error instanceof SyntaxError ? `${path} is no JSON.` : (error as Error).message);
  }
}

function kindOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  try {
    return Number(idOfReference('permitType', text));
  } catch (error) {
    throw new Exit(2, (error as Error).message);
  }
}

const isDataSet = (text: string): text is DataSet =>
  ['permits', 'inspections', 'statuses'].includes(text);

function csvOf(set: DataSet, rows: readonly PermitRow[], bundle: PermitsBundle | null): string {
  if (set === 'inspections') return bldsInspections(rows);
  if (set === 'statuses') return bldsStatuses(rows);
  const { content, missing } = bldsPermits(rows, bundle);
  for (const { field, permits } of missing) {
    const named = permits.slice(0, NAMED).join(', ');
    const more = permits.length > NAMED ? ` and ${permits.length - NAMED} more` : '';
    tell(`missing: ${field} of ${permits.length}: ${named}${more}`);
  }
  return content;
}

async function exportPermits(): Promise<void> {
  const values = readOptions(HELP, {
    kind: { type: 'string' },
    set: { type: 'string' },
    bundle: { type: 'string' },
    rpc: { type: 'string' },
  });
  const { set = 'permits' } = values;
  if (!isDataSet(set)) throw new Exit(2, `There is no data set ${set}. See --help.`);
  const kind = kindOf(values.kind);
  const bundle = bundleOf(values.bundle);
  const endpoint = readEndpoint(values.rpc);
  const api = await reach(endpoint);
  try {
    if (api.tx.permits === undefined) throw new Exit(6, `The chain at ${endpoint} has no permits.`);
    const { state, block } = await atFinalized(api);
    if (kind !== null && (await new Permits(state).permitType(kind)) === null) {
      throw new Exit(6, `The register has no type ${kind}.`);
    }
    const { rows, hidden } = await permitRows(state, kind);
    tell(`${rows.length} permits and applications, as of finalized block ${block.number}, ${block.hash}`);
    if (hidden > 0) tell(`left out: ${hidden} of natural persons`);
    process.stdout.write(csvOf(set, rows, bundle));
  } finally {
    await api.disconnect();
  }
}

await run('export-permits', exportPermits);
