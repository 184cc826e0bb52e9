/** The key pairs of officers, as options name them. */
import { Keyring } from '@polkadot/keyring';
import type { KeyringPair } from '@polkadot/keyring/types';

import { Exit, tell } from './command.js';

/** The key pairs of who records a campaign and who seals it. */
export function readPairs(uris: {
  readonly signer: string;
  readonly sealer: string;
}): { readonly recorder: KeyringPair; readonly sealer: KeyringPair } {
  const { signer, sealer } = uris;
  const keyring = new Keyring({ type: 'sr25519' });
  const pair = (uri: string) => {
    try {
      return keyring.createFromUri(uri);
    } catch {
      // The text may be a secret phrase: it is not repeated.
      throw new Exit(2, 'A key given by --signer or --sealer cannot be read.');
    }
  };
  const pairs = { recorder: pair(signer), sealer: pair(sealer) };
  const wellKnown = [signer, sealer].filter((uri) => uri.startsWith('//'));
  if (wellKnown.length > 0) {
    tell(`Signing with keys that everybody knows (${wellKnown.join(', ')}): for networks that try things out.`);
  }
  return pairs;
}
