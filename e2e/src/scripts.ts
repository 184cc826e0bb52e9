import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The folder of the whole project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The path of a program of `scripts/`. */
export const scriptPath = (name: string): string => join(ROOT, 'scripts', name);

/** How a program ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program of `scripts/` as a process of its own. */
export const script = (name: string, ...args: readonly string[]): Promise<Ended> =>
  scriptWithin(150_000, name, ...args);

/** The same for one that may take so many milliseconds. */
export async function scriptWithin(
  timeout: number,
  name: string,
  ...args: readonly string[]
): Promise<Ended> {
  try {
    return { code: 0, ...(await run(scriptPath(name), args, { timeout })) };
  } catch (error) {
    const { code, stdout, stderr } = error as Ended;
    return { code, stdout, stderr };
  }
}

/** Runs a program of `scripts/` and kills it as soon as it tells something on stderr. */
export async function scriptKilledWhen(
  told: string,
  name: string,
  ...args: readonly string[]
): Promise<void> {
  const process = spawn(scriptPath(name), args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const gone = new Promise((resolve) => process.once('exit', resolve));
  for await (const line of createInterface({ input: process.stderr })) {
    if (line.includes(told)) process.kill('SIGKILL');
  }
  await gone;
}

/** The one JSON object on the last line of what a program has printed. */
export const lastLine = (stdout: string): unknown => JSON.parse(stdout.trim().split('\n').at(-1)!);
