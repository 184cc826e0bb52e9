#!/usr/bin/env node
/**
 * Hands in the code of the next runtime: the command behind `scripts/upload-runtime`.
 */
import { DEFAULT_ENDPOINT } from '../chain.js';
import { Submitter } from '../submit.js';
import { UpgradeRefused, uploadRuntime, type Upgrade } from '../upgrade.js';
import { Exit, readBytes, readCommandLine, run } from './command.js';
import { reach, readEndpoint } from './reach.js';

const HELP = `Usage: scripts/upload-runtime FILE [--rpc URL]

Hands in the code of the next runtime, which the council has authorised by a motion, and waits until
it is final that the chain has it. It takes no key: whoever has the code can hand it in. FILE is the
compressed WebAssembly, polity_runtime.compact.compressed.wasm; "b2sum --length 256 FILE" prints the
hash that the motion names.

  --rpc URL   the node to talk to (default: ${DEFAULT_ENDPOINT}, where scripts/run listens)
  --help      this text

The last line on stdout is one JSON object: {"block":{"hash","number"},"codeHash","specVersion"}.
The blocks after that one run the new version.

Exit codes: 0 done, 1 anything else, 2 wrong usage, 3 the file cannot be read, 5 no node answers,
6 the council has not authorised this code, or the chain has refused it.
`;

async function upload(code: Uint8Array, endpoint: string): Promise<Upgrade> {
  const api = await reach(endpoint);
  const submitter = new Submitter(api);
  try {
    return await uploadRuntime(api, submitter, code);
  } catch (error) {
    if (error instanceof UpgradeRefused) throw new Exit(6, error.message);
    throw error;
  } finally {
    submitter.close();
    await api.disconnect();
  }
}

async function main(): Promise<void> {
  const { argument: file, values } = readCommandLine(
    HELP,
    { rpc: { type: 'string' } },
    'Name one file with the code of a runtime.',
  );
  const endpoint = readEndpoint(values.rpc);
  const upgrade = await upload(readBytes(file), endpoint);
  process.stdout.write(`${JSON.stringify(upgrade)}\n`);
}

await run('upload-runtime', main);
