/** Signs a credential. */
import { Exit, readFile } from '@polity/client/dist/commands/command.js';

import type { StatusPlace } from '../credential.js';
import { fromHex, isHash, isObject, type JsonObject } from '../encoding.js';
import { issuerName } from '../identifiers.js';
import { issue as issueCredential, type IssueRequest } from '../issue.js';
import { permutedIndex } from '../statusIndex.js';
import { print, readArguments, readJson, readSigner, readText } from './files.js';

const HELP = `Usage: scripts/credential issue [FILE] --key FILE [--seed FILE]

Signs a credential. FILE, or stdin, is a JSON object:

  issuer, keyId          the number of the issuer's document on the chain, and of the key in it
  type                   such as "Diploma"
  schema                 {"id","version","hash","slots"}: the chain's numbers, the SHA-256 of its text as
                         hex, and how many digests each credential has
  validFrom, validUntil  such as "2026-07-01T00:00:00Z"
  claims                 an object; each claim can be disclosed alone
  holderKey              the holder's public key, a JWK
  status                 {"list","index"}: the status list, and the index that was drawn in it; or
                         {"list","number"}: which credential of the list it is, counted from 0, and the
                         index is drawn by --seed

  --key FILE   the issuer's key, a JWK on P-256 or of Ed25519. It is not printed.
  --seed FILE  the secret seed of the status list: 32 bytes as hex, after 0x. It is not printed.
  --help       this text

The line on stdout is a JSON object for scripts/credential batch: {"sdJwt","salt"}. It holds all claims
with their salts: keep it from everybody but the holder.

Exit codes: 0 signed, 1 refused, 2 wrong usage, 3 a file cannot be read.
`;

const date = (value: unknown): Date => new Date(typeof value === 'string' ? value : NaN);

/** The place in the status list, drawn by the seed where the request counts instead. */
function placeOf(request: JsonObject, seedFile: () => string): StatusPlace {
  const { status } = request;
  if (!isObject(status)) throw new Exit(3, 'The request has no status.');
  if (status.number === undefined) return status as unknown as StatusPlace;
  const file = seedFile();
  const seed = readFile(file).trim();
  if (!isHash(seed)) throw new Exit(3, `${file} has no seed: 32 bytes as hex, after 0x.`);
  return { list: status.list as number, index: permutedIndex(fromHex(seed), status.number as number) };
}

/** What a request cannot be without, beside its status. */
const NEEDED = ['issuer', 'keyId', 'type', 'schema', 'validFrom', 'validUntil', 'claims', 'holderKey'];

function requestOf(request: JsonObject, status: StatusPlace): Omit<IssueRequest, 'signer'> {
  const missing = NEEDED.find((name) => request[name] === undefined);
  if (missing !== undefined) throw new Exit(3, `The request has no ${missing}.`);
  const { schema, claims } = request;
  if (!isObject(schema) || !isObject(claims))
    throw new Exit(3, 'The schema and the claims are JSON objects.');
  const { issuer, keyId, validFrom, validUntil } = request;
  return {
    ...(request as unknown as IssueRequest),
    issuer: issuerName(issuer as number),
    keyId: keyId as number,
    validFrom: date(validFrom),
    validUntil: date(validUntil),
    status,
  };
}

export async function issue(words: readonly string[]): Promise<void> {
  const { file, option } = readArguments(words, HELP, ['key', 'seed']);
  const signer = readSigner(option('key'));
  const request = readJson(readText(file), 'The request');
  const status = placeOf(request, () => option('seed'));
  print(await issueCredential({ ...requestOf(request, status), signer }));
}
