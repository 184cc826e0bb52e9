/** Verifies what is shown. */
import { connect } from '@polity/client';
import { Exit } from '@polity/client/dist/commands/command.js';

import type { ChainReader } from '../chainReader.js';
import { CredentialError } from '../errors.js';
import { PolityChainReader } from '../polityChainReader.js';
import { verify as verifyPresentation } from '../verify.js';
import { print, readArguments, readText } from './files.js';

const HELP = `Usage: scripts/credential verify [FILE] --audience NAME --nonce TEXT --endpoint URL

Verifies what a holder shows, by one read of finalized state. FILE, or stdin, is what
scripts/credential present wrote.

  --audience NAME  what the verifier calls itself
  --nonce TEXT     what it has drawn for this one question. Take each nonce once.
  --endpoint URL   a node that you trust, such as ws://127.0.0.1:9944: your own, or a ministry's
  --help           this text

The line on stdout is a JSON object: {"verified":true,"claims","type","issuer","schema","level","validFrom",
"validUntil","block"}, where "block" is the finalized block by whose state it holds, or
{"verified":false,"kind","reason"}, where "kind" is the name of the reason.

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

export async function verify(words: readonly string[], withChain: WithChain = withNode): Promise<void> {
  const { file, option } = readArguments(words, HELP, ['audience', 'nonce', 'endpoint']);
  const presentation = readText(file).trim();
  const expected = { audience: option('audience'), nonce: option('nonce') };
  try {
    const verified = await withChain(option('endpoint'), (chain) =>
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
