/** What the commands read and write: JSON in files or on stdin, and keys that are never printed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { Exit, readFile } from '@polity/client/dist/commands/command.js';

import { isObject, type Json, type JsonObject } from '../encoding.js';
import { CredentialError } from '../errors.js';
import { signerOf, type PrivateKey, type Signer } from '../keys.js';

/** The arguments of a command. */
export interface Arguments<Name extends string> {
  /** The file; `-` for stdin where none is named. */
  readonly file: string;
  /** The value of an option that it cannot do without; of several, the last one. */
  readonly option: (name: Name) => string;
  /** The values of an option, as often as it is given. */
  readonly options: (name: Name) => readonly string[];
}

/** The arguments of a command: its options, and one file, or stdin where none is named. */
export function readArguments<const Name extends string>(
  words: readonly string[],
  help: string,
  names: readonly Name[],
): Arguments<Name> {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const, multiple: true }])),
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    // The first sentence says which option.
    const [sentence] = String(error instanceof Error ? error.message : error).split('. ');
    throw new Exit(2, `${sentence}. See --help.`);
  }
  const { positionals, values } = parsed;
  if (values.help === true) {
    process.stdout.write(help);
    process.exit(0);
  }
  if (positionals.length > 1) throw new Exit(2, 'Name one file, or none for stdin. See --help.');
  const given = values as Readonly<Record<string, readonly string[] | undefined>>;
  const options = (name: Name): readonly string[] => given[name] ?? [];
  return {
    file: positionals[0] ?? '-',
    option: (name) => {
      const value = options(name).at(-1);
      if (value === undefined || value === '') throw new Exit(2, `--${name} is missing. See --help.`);
      return value;
    },
    options,
  };
}

/** The text of a file, or of stdin for `-`. */
export const readText = (file: string): string => (file === '-' ? readFileSync(0, 'utf8') : readFile(file));

/** The JSON object in a text. What is in it is not repeated where it is none. */
export function readJson(text: string, what: string): JsonObject {
  let value: Json = null;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    // It is told below.
  }
  if (!isObject(value)) throw new Exit(3, `${what} is no JSON object.`);
  return value;
}

/** The signer by the key in a file. */
export function readSigner(file: string): Signer {
  const key = readJson(readFile(file), 'The key');
  try {
    return signerOf(key as unknown as PrivateKey);
  } catch (error) {
    if (!(error instanceof CredentialError)) throw error;
    throw new Exit(3, `The key in ${file} cannot be used: ${error.message}`);
  }
}

/** Writes a secret into a new file that only its owner reads. */
export function writeSecret(file: string, value: unknown): void {
  try {
    writeFileSync(file, `${JSON.stringify(value)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Exit(
      3,
      code === 'EEXIST' ? `${file} is there already.` : `${file} cannot be written: ${code}.`,
    );
  }
}

/** The result of a command: one JSON value on one line. */
export const print = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`);
