/** Shows a credential. */
import { readBundle } from '../bundle.js';
import { present as presentCredential } from '../present.js';
import { readArguments, readSigner, readText } from './files.js';

const HELP = `Usage: scripts/credential present [FILE] --disclose NAME[,NAME...] --audience NAME --nonce TEXT --key FILE

Shows single claims of a credential to one verifier. FILE, or stdin, is a bundle that
scripts/credential batch wrote.

  --disclose NAMES  the claims, with commas between them; "none" for the credential alone
  --audience NAME   what the verifier calls itself, such as https://employer.example
  --nonce TEXT      what the verifier has drawn for this one question
  --key FILE        the holder's key, a JWK on P-256 or of Ed25519. It is not printed.
  --help            this text

The line on stdout is what is shown: an SD-JWT with a key binding (RFC 9901).

Exit codes: 0 done, 1 refused, 2 wrong usage, 3 a file cannot be read.
`;

export async function present(words: readonly string[]): Promise<void> {
  const { file, option } = readArguments(words, HELP, ['disclose', 'audience', 'nonce', 'key']);
  const names = option('disclose');
  const shown = await presentCredential(readBundle(readText(file)), {
    disclose: names === 'none' ? [] : names.split(','),
    audience: option('audience'),
    nonce: option('nonce'),
    holderSigner: readSigner(option('key')),
  });
  process.stdout.write(`${shown}\n`);
}
