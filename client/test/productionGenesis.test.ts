import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { productionJson } from '../src/commands/production-genesis.js';

const file = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../runtime/${name}`, import.meta.url)), 'utf8');

describe('production genesis', () => {
  it('should be the same in TOML and in the JSON that the runtime is built with', () => {
    expect(JSON.parse(productionJson(file('production.toml')))).toEqual(
      JSON.parse(file('production.json')),
    );
  });

  it('should carry keys over as they are', () => {
    const toml = '[[ministries]]\nname = "Interior"\nseat = [{ account = "0x01", person = "0x02" }]\n';
    expect(JSON.parse(productionJson(toml))).toEqual({
      ministries: [{ name: 'Interior', seat: [{ account: '0x01', person: '0x02' }] }],
    });
  });
});
