/** What all commands have in common: their arguments, what they read and how they end early. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** What ends a command early: a code, and one sentence. */
export class Exit extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

/** Tells what goes on; stdout is for the result alone. */
export const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/** Runs a command, and ends the process with its code where it ends early. */
export async function run(name: string, command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    tell(`${name}: ${error instanceof Error ? error.message : error}`);
    process.exit(error instanceof Exit ? error.code : 1);
  }
}

/** Which options a command has, and of what kind each is. */
type Options = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;

type Values<T extends Options> = {
  readonly [Name in keyof T]: (T[Name]['type'] extends 'string' ? string : boolean) | undefined;
};

/** The command line: the values of its options, and its one argument. `--help` ends the process. */
export function readCommandLine<const T extends Options>(
  help: string,
  options: T,
  missing: string,
): { readonly argument: string; readonly values: Values<T> } {
  const { positionals, values } = parse(help, options);
  const [argument, ...others] = positionals;
  if (argument === undefined || others.length > 0) throw new Exit(2, `${missing} See --help.`);
  return { argument, values };
}

/** The same of a command that takes options alone. */
export function readOptions<const T extends Options>(help: string, options: T): Values<T> {
  const { positionals, values } = parse(help, options);
  if (positionals.length > 0) throw new Exit(2, `Nothing is known of ${positionals[0]}. See --help.`);
  return values;
}

function parse<const T extends Options>(
  help: string,
  options: T,
): { readonly positionals: readonly string[]; readonly values: Values<T> } {
  let parsed;
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: { ...(options as Options), help: { type: 'boolean' } },
    });
  } catch (error) {
    // The first sentence says which option; the rest is about other commands.
    const [sentence] = String(error instanceof Error ? error.message : error).split('. ');
    throw new Exit(2, `${sentence}. See --help.`);
  }
  const { values, positionals } = parsed;
  if (values.help) {
    process.stdout.write(help);
    process.exit(0);
  }
  return { positionals, values: values as Values<T> };
}

/** The text of a file. */
export const readFile = (path: string): string => readBytes(path).toString('utf8');

/** The bytes of a file. */
export function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Exit(3, code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read: ${code}.`);
  }
}
