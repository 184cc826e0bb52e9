#!/usr/bin/env node
/** Writes a company in the forms that others read: the command behind `scripts/export-company`. */
import { atFinalized, DEFAULT_ENDPOINT } from '../chain.js';
import { isCompanyNumber } from '../checkCharacters.js';
import { bodsStatements, gleifRecord, readBundle } from '../companyExport.js';
import { companyOwners } from '../companyOwners.js';
import { companySteps } from '../companySteps.js';
import { BusinessRegistry, officersInOffice } from '../registry.js';
import { Exit, readCommandLine, readFile, run, tell } from './command.js';
import { reach, readEndpoint } from './reach.js';

const HELP = `Usage: scripts/export-company COMPANY_NUMBER [--form bods|gleif] [--bundle FILE] [--rpc URL]

Writes a company to stdout as JSON, with its history, its officers, the holders of its shares and what
it has stated of its beneficial owners as of the last finalized block. It names no person.
What the form asks for and neither the chain nor the bundle has is listed on stderr.

  --form FORM    bods: statements of the Beneficial Ownership Data Standard 0.4 (default);
                 gleif: a record like those of the Global LEI Index
  --bundle FILE  what the chain may not hold: {"format":"polity-export-bundle/1","company":NUMBER,
                 "registeredAddress":{"address":TEXT,"postCode":TEXT,"country":CODE},
                 "managingLou":LEI,"nextRenewalDate":DAY,"statements":[{"issuer":HEX,"subject":HEX|null,
                 "record":HEX,"salt":HEX,"value":TEXT}]}; each but the first two may be left out. A
                 statement opens what the company has committed to of a beneficial owner: its text is
                 the JSON of a BODS record's details, and is shown only if the commitment fits
  --rpc URL      the node to talk to (default: ${DEFAULT_ENDPOINT}, where scripts/run listens)
  --help         this text

Exit codes: 0 done, 1 anything else, 2 wrong usage, 3 no such file, 4 the bundle cannot be read,
5 no node answers, 6 the register has no such company.
`;

function bundleOf(path: string | undefined, company: string) {
  if (path === undefined) return null;
  const text = readFile(path);
  try {
    return readBundle(text, company);
  } catch (error) {
    throw new Exit(4, error instanceof SyntaxError ? `${path} is no JSON.` : (error as Error).message);
  }
}

async function exportCompany(): Promise<void> {
  const { argument: number, values } = readCommandLine(
    HELP,
    { form: { type: 'string' }, bundle: { type: 'string' }, rpc: { type: 'string' } },
    'Name one company by its number.',
  );
  const { form = 'bods' } = values;
  if (form !== 'bods' && form !== 'gleif') throw new Exit(2, `There is no form ${form}. See --help.`);
  if (!isCompanyNumber(number)) {
    throw new Exit(2, `${number} is no company number of this register: look for a typing error.`);
  }
  const bundle = bundleOf(values.bundle, number);
  const api = await reach(readEndpoint(values.rpc));
  try {
    const { state, block } = await atFinalized(api);
    const registry = new BusinessRegistry(state);
    const entries = await registry.companyEntries(number);
    if (entries.length === 0) throw new Exit(6, `The register has no company ${number}.`);
    const steps = companySteps(entries);
    const published = new Date(Number(await state.query.timestamp!.now!()));
    const { content, missing } =
      form === 'bods'
        ? bodsStatements(
            steps,
            await officersInOffice(state, number),
            await companyOwners(state, number),
            bundle,
            published,
            await registry.euid(number),
          )
        : gleifRecord(steps, bundle);
    tell(`company ${number}, ${steps.length} entries, as of finalized block ${block.number}, ${block.hash}`);
    for (const field of missing) tell(`missing: ${field}`);
    process.stdout.write(`${JSON.stringify(content, null, 2)}\n`);
  } finally {
    await api.disconnect();
  }
}

await run('export-company', exportCompany);
