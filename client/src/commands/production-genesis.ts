#!/usr/bin/env node
/**
 * Writes `runtime/production.json` from `runtime/production.toml`, which ministries edit. The
 * runtime checks what it says; see `runtime/src/genesis_presets/production.rs`.
 */
import { readFileSync, writeFileSync } from 'node:fs';

import { parse } from 'smol-toml';

/** The JSON that stands for a TOML text. */
export function productionJson(toml: string): string {
  return `${JSON.stringify(parse(toml), null, 2)}\n`;
}

const [from, to] = process.argv.slice(2);
if (from !== undefined && to !== undefined) {
  try {
    writeFileSync(to, productionJson(readFileSync(from, 'utf8')));
    console.log(`${to} is written; build the runtime again.`);
  } catch (error) {
    console.error(`${from} cannot be turned into ${to}: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
