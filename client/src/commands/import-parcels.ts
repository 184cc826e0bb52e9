#!/usr/bin/env node
/**
 * Imports the parcels of a GeoJSON file into the land cadastre: the command behind
 * `scripts/import-parcels`.
 */
import type { ApiPromise } from '@polkadot/api';
import { cryptoWaitReady } from '@polkadot/util-crypto';

import {
  hasCadastre,
  LandCadastre,
  PARCELS,
  parcelCampaignRow,
  ParcelCampaign,
  parcelResult,
  type ParcelResult,
} from '../cadastre.js';
import { campaignOver, CampaignRefused, CampaignRows } from '../campaign.js';
import { atFinalized, DEFAULT_ENDPOINT } from '../chain.js';
import { NotACadastre, parcelRow, parseFeatures, type ParcelRow } from '../geojson.js';
import { Submitter } from '../submit.js';
import { Exit, readCommandLine, readFile, run, tell } from './command.js';
import { readPairs } from './pairs.js';
import { reach, readEndpoint } from './reach.js';

const HELP = `Usage: scripts/import-parcels FILE.geojson [--rpc URL] [options]

Imports the parcels of a GeoJSON file (RFC 7946) as a campaign: opened and recorded by one officer,
sealed by another. Each feature has an id, a polygon of one part in longitude and latitude with at
most seven decimals, and its registered area in m² as the property "contenance" or "area". Progress
goes to stderr; the last line on stdout is one JSON object:
{"read","accepted","refused":[{"id","reason","with"}],"seconds"}; "with" names the parcels that have
the ground. A parcel whose ground is another's is kept as disputed, and reported as refused.

An import that was interrupted goes on where it ended when the command is run again with the same
file; one that was sealed is reported again, and nothing is sent.

  --rpc URL           the node to talk to (default: ${DEFAULT_ENDPOINT}, where scripts/run listens)
  --signer URI        who records (default: //Lands//recorder, a well-known key)
  --sealer URI        who seals (default: //Lands//registrar, a well-known key)
  --anew              open a campaign although another one over as many rows is open
  --help              this text

Exit codes: 0 done, 1 anything else, 2 wrong usage, 3 the file cannot be read, 4 it is no cadastre,
5 no node answers, 6 the chain refused the campaign, or has an open one like it.
`;

function parse(file: string): ParcelRow[] {
  const text = readFile(file);
  try {
    return parseFeatures(text).map(parcelRow);
  } catch (error) {
    if (!(error instanceof NotACadastre)) throw error;
    throw new Exit(4, `${file} is no cadastre in GeoJSON: ${error.message}.`);
  }
}

/** What became of the whole, by what the chain has at its last finalized block. */
async function report(
  api: ApiPromise,
  id: number,
  rows: readonly ParcelRow[],
): Promise<ParcelResult> {
  const cadastre = new LandCadastre((await atFinalized(api)).state);
  const ends = await cadastre.rowEnds(id, [...rows.keys()]);
  const disputed = ends.flatMap((end) => (end?.kind === 'disputed' ? [end.parcel] : []));
  return parcelResult(rows, ends, await cadastre.overlapped(disputed));
}

/** Imports what has not been imported before, and returns what became of the whole. */
async function importRows(
  api: ApiPromise,
  campaign: ParcelCampaign,
  rows: readonly ParcelRow[],
  anew: boolean,
): Promise<ParcelResult> {
  const tree = new CampaignRows(api, PARCELS, rows.map(parcelCampaignRow));
  await campaign.settle();
  const { state, block } = await atFinalized(api);
  const cadastre = new LandCadastre(state);
  const seenIn = `block ${block.number}, ${block.hash}`;
  const alike = (await cadastre.campaigns()).filter(
    (one) => one.district === 0 && one.rows === tree.count,
  );
  const found = campaignOver(alike, () => tree.root);
  let id: number;
  let ends: Awaited<ReturnType<LandCadastre['rowEnds']>> = [];
  if (found === null) {
    const other = alike.find(({ isSealed }) => !isSealed);
    if (other !== undefined && !anew) {
      const what = `Campaign ${other.id} over as many rows is open, of another file.`;
      throw new Exit(6, `${what} Finish that one, or say --anew.`);
    }
    id = await campaign.open(tree);
    tell(`campaign ${id} is open`);
  } else {
    id = found.id;
    if (found.isSealed) {
      tell(`campaign ${id} over these rows is sealed already (${seenIn}): nothing is sent`);
      return report(api, id, rows);
    }
    ends = await cadastre.rowEnds(id, [...rows.keys()]);
    const ended = ends.filter((end) => end !== null).length;
    tell(`campaign ${id} goes on: ${ended} of ${tree.count} rows have ended (${seenIn})`);
  }
  await campaign.record(
    id,
    tree,
    ends.map((end) => end !== null),
  );
  await campaign.seal(id);
  tell(`campaign ${id} is sealed`);
  return report(api, id, rows);
}

async function importParcels(): Promise<void> {
  const began = Date.now();
  const text = { type: 'string' } as const;
  const { argument, values } = readCommandLine(
    HELP,
    { rpc: text, signer: text, sealer: text, anew: { type: 'boolean' } },
    'Name one file of parcels.',
  );
  const rows = parse(argument);
  await cryptoWaitReady();
  const pairs = readPairs({
    signer: values.signer ?? '//Lands//recorder',
    sealer: values.sealer ?? '//Lands//registrar',
  });
  tell(`${rows.length} features read`);

  const endpoint = readEndpoint(values.rpc);
  const api = await reach(endpoint);
  const submitter = new Submitter(api);
  try {
    if (!hasCadastre(api)) throw new Exit(6, `The chain at ${endpoint} has no land cadastre.`);
    const campaign = new ParcelCampaign(api, submitter, { ...pairs, subject: PARCELS, tell });
    const result = await importRows(api, campaign, rows, values.anew ?? false);
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

await run('import-parcels', importParcels);
