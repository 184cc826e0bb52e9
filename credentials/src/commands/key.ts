/** Makes a key. */
import { Exit } from '@polity/client/dist/commands/command.js';

import { generateKey, publicHalf, thumbprint } from '../keys.js';
import { toBase64Url } from '../encoding.js';
import { print, readArguments, writeSecret } from './files.js';

const HELP = `Usage: scripts/credential key --curve P-256|Ed25519 --out FILE

Makes a key, for an issuer or for a holder. FILE gets it as a JWK, for its owner alone; it must not be
there yet. A holder takes a new one for each credential, so that nothing links them.

The line on stdout is a JSON object: {"publicKey","thumbprint"}, which may be given away.
`;

export async function key(words: readonly string[]): Promise<void> {
  const { option } = readArguments(words, HELP, ['curve', 'out']);
  const curve = option('curve');
  if (curve !== 'P-256' && curve !== 'Ed25519') throw new Exit(2, `${curve} is not P-256 or Ed25519.`);
  const made = generateKey(curve);
  writeSecret(option('out'), made);
  const publicKey = publicHalf(made);
  print({ publicKey, thumbprint: toBase64Url(thumbprint(publicKey)) });
}
