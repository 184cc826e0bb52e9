// Usage: node put-runtime.mjs SPECIFICATION RUNTIME
//
// Prints the raw specification with the code of another runtime in its genesis.
import { readFileSync } from 'node:fs';

/** Where a state holds the code of its runtime: `:code`. */
const CODE = '0x3a636f6465';

const [specification, runtime] = process.argv.slice(2);
const chain = JSON.parse(readFileSync(specification, 'utf8'));
if (chain.genesis.raw.top[CODE] === undefined) throw new Error(`${specification} is not raw.`);
chain.genesis.raw.top[CODE] = `0x${readFileSync(runtime).toString('hex')}`;
process.stdout.write(`${JSON.stringify(chain)}\n`);
