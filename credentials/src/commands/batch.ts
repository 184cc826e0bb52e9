/** Puts credentials under one root. */
import { batch as batchCredentials, type Issued } from '../issue.js';
import { print, readArguments, readJson, readText } from './files.js';

const HELP = `Usage: scripts/credential batch [FILE]

Puts credentials under one root. FILE, or stdin, has what scripts/credential issue wrote, one credential on
each line. All are by one key and schema, for one status list and one validity.

The first line on stdout is {"root","leaves"}: what the chain is told. Each further line is the bundle of a
credential, in the order of the input, for its holder alone.

Exit codes: 0 done, 1 refused, 2 wrong usage, 3 a file cannot be read.
`;

export async function batch(words: readonly string[]): Promise<void> {
  const { file } = readArguments(words, HELP, []);
  const lines = readText(file)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const issued = lines.map((line, at) => readJson(line, `Line ${at + 1}`) as unknown as Issued);
  const { root, leaves, bundles } = batchCredentials(issued);
  print({ root, leaves });
  for (const bundle of bundles) print(bundle);
}
