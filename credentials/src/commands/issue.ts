/** Signs a credential. */
import type { JsonObject } from '../encoding.js';
import { issuerName } from '../identifiers.js';
import { issue as issueCredential, type IssueRequest } from '../issue.js';
import { print, readArguments, readJson, readSigner, readText } from './files.js';

const HELP = `Usage: scripts/credential issue [FILE] --key FILE

Signs a credential. FILE, or stdin, is a JSON object:

  issuer, keyId          the number of the issuer's document on the chain, and of the key in it
  type                   such as "Diploma"
  schema                 {"id","version","hash","slots"}: the chain's numbers, the SHA-256 of its text as
                         hex, and how many digests each credential has
  validFrom, validUntil  such as "2026-07-01T00:00:00Z"
  claims                 an object; each claim can be disclosed alone
  holderKey              the holder's public key, a JWK
  status                 {"list","index"}: the status list, and the index that was drawn in it

  --key FILE   the issuer's key, a JWK on P-256 or of Ed25519. It is not printed.
  --help       this text

The line on stdout is a JSON object for scripts/credential batch: {"sdJwt","salt"}. It holds all claims
with their salts: keep it from everybody but the holder.

Exit codes: 0 signed, 1 refused, 2 wrong usage, 3 a file cannot be read.
`;

const date = (value: unknown): Date => new Date(typeof value === 'string' ? value : NaN);

function requestOf(request: JsonObject): Omit<IssueRequest, 'signer'> {
  const { issuer, keyId, validFrom, validUntil } = request;
  return {
    ...(request as unknown as IssueRequest),
    issuer: issuerName(issuer as number),
    keyId: keyId as number,
    validFrom: date(validFrom),
    validUntil: date(validUntil),
  };
}

export async function issue(words: readonly string[]): Promise<void> {
  const { file, option } = readArguments(words, HELP, ['key']);
  const signer = readSigner(option('key'));
  print(await issueCredential({ ...requestOf(readJson(readText(file), 'The request')), signer }));
}
