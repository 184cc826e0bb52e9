/** Verifies what is shown. */
import { connect } from '@polity/client';
import { Exit } from '@polity/client/dist/commands/command.js';

import { LEVELS, type ChainReader, type Level } from '../chainReader.js';
import { CredentialError } from '../errors.js';
import { isChainNumber } from '../identifiers.js';
import { PolityChainReader } from '../polityChainReader.js';
import { verify as verifyPresentation } from '../verify.js';
import { print, readArguments, readText } from './files.js';

const HELP = `Usage: scripts/credential verify [FILE] --audience NAME --nonce TEXT --schema ID [--schema ID]...
         [--lowest-level LEVEL] --endpoint URL

Verifies what a holder shows, by one read of finalized state. FILE, or stdin, is what
scripts/credential present wrote.

  --audience NAME       what the verifier calls itself
  --nonce TEXT          what it has drawn for this one question. Take each nonce once.
  --schema ID           the number of a schema that the verifier accepts, in any version; once for each
  --lowest-level LEVEL  the lowest level of assurance that it accepts: Low, Substantial or High. It
                        accepts any where this is left out.
  --endpoint URL        a node that you trust, such as ws://127.0.0.1:9944: your own, or a ministry's
  --help                this text

The line on stdout is a JSON object: {"verified":true,"claims","type","issuer","schema","district","level",
"validFrom","validUntil","block"}, where "block" is the finalized block by whose state it holds, or
{"verified":false,"kind","reason"}, where "kind" is the name of the reason. "schema" says what was verified;
"type" is only what the issuer calls it.

Exit codes: 0 verified, 1 not verified, 2 wrong usage, 3 a file cannot be read, 4 the chain cannot be read.
`;

/** Runs something with a reader of the chain, and closes what it has opened. */
export type WithChain = <T>(endpoint: string, use: (chain: ChainReader) => Promise<T>) => Promise<T>;

const withNode: WithChain = async (endpoint, use) => {
  const api = await connect(endpoint);
  try {
    return await use(new PolityChainReader(api));
  } finally {
    await api.disconnect();
  }
};

/** The numbers of the schemas that are accepted; at least one. */
function schemasOf(words: readonly string[]): readonly number[] {
  if (words.length === 0) throw new Exit(2, '--schema is missing. See --help.');
  return words.map((word) => {
    const id = /^\d+$/.test(word) ? Number(word) : NaN;
    if (!isChainNumber(id)) throw new Exit(2, '--schema is the number of a schema. See --help.');
    return id;
  });
}

/** The lowest level that is accepted; none where no option names it. */
function lowestLevelOf(words: readonly string[]): { readonly lowestLevel?: Level } {
  const word = words.at(-1);
  if (word === undefined) return {};
  const lowestLevel = LEVELS.find((level) => level === word);
  if (lowestLevel === undefined) {
    throw new Exit(2, `--lowest-level is ${LEVELS.join(' or ')}. See --help.`);
  }
  return { lowestLevel };
}

export async function verify(words: readonly string[], withChain: WithChain = withNode): Promise<void> {
  const names = ['audience', 'nonce', 'schema', 'lowest-level', 'endpoint'] as const;
  const { file, option, options } = readArguments(words, HELP, names);
  const endpoint = option('endpoint');
  const expected = {
    audience: option('audience'),
    nonce: option('nonce'),
    schemas: schemasOf(options('schema')),
    ...lowestLevelOf(options('lowest-level')),
  };
  const presentation = readText(file).trim();
  try {
    const verified = await withChain(endpoint, (chain) =>
      verifyPresentation(presentation, { ...expected, chain }),
    );
    print({ verified: true, ...verified });
  } catch (error) {
    if (error instanceof Exit) throw error;
    if (!(error instanceof CredentialError)) {
      throw new Exit(4, error instanceof Error ? error.message : 'The chain cannot be read.');
    }
    print({ verified: false, kind: error.kind, reason: error.message });
    process.exitCode = 1;
  }
}
