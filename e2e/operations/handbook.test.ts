import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { describe, expect, it } from 'vitest';

import { nodeBinary } from '../src/network.js';
import { ROOT, script } from '../src/scripts.js';

const run = promisify(execFile);

/** Where the handbook is. */
const FOLDER = join(ROOT, 'docs', 'operators');

const pages = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }));

/** Everything that is written as code: between two backticks, and the lines of blocks of code. */
const codeOf = (text: string): string[] => [
  ...[...text.matchAll(/^```[a-z]*\n([\s\S]*?)^```/gm)].flatMap(([, block]) => block!.split('\n')),
  ...[...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`]+)`/g)].map(([, code]) => code!),
];

const code = pages.flatMap(({ name, text }) => codeOf(text).map((line) => ({ page: name, line: line.trim() })));

/** The anchor that a heading has. */
const anchorOf = (heading: string): string =>
  heading.toLowerCase().replace(/[^\p{L}\p{N} -]/gu, '').trim().replace(/ /g, '-');

/** What a program says of itself with `--help`, asked once. */
class Helps {
  readonly #known = new Map<string, Promise<string>>();

  constructor(private readonly ask: (...command: string[]) => Promise<string>) {}

  /** The words and flags that the help of a command has. */
  async wordsOf(...command: string[]): Promise<ReadonlySet<string>> {
    const key = command.join(' ');
    const known = this.#known.get(key) ?? this.ask(...command, '--help');
    this.#known.set(key, known);
    return new Set((await known).match(/--[a-z][a-z-]*|[a-z][a-z-]*/g));
  }
}

/** What the handbook tells people to type is what there is. */
describe('the handbook of operators', () => {
  it('should name nothing but commands and flags of scripts/operator that there are', async () => {
    const helps = new Helps(async (...command) => (await script('operator', ...command)).stdout);
    const lines = code.filter(({ line }) => line.startsWith('scripts/operator '));
    expect(lines.length).toBeGreaterThan(20);
    const faults: string[] = [];
    for (const { page, line } of lines) {
      const [, ...words] = line.replace(/#.*$/, '').trim().split(/\s+/);
      const command = words[0]!;
      if (!(await helps.wordsOf()).has(command)) faults.push(`${page}: ${line}: ${command}`);
      const own = await helps.wordsOf(command);
      // Others are what somebody fills in.
      const fixed = words.slice(1).filter((word) => /^(--)?[a-z][a-z-]*$/.test(word));
      faults.push(...fixed.filter((word) => !own.has(word)).map((word) => `${page}: ${line}: ${word}`));
    }
    expect([...new Set(faults)]).toEqual([]);
  });

  it('should name nothing but flags of the node that there are', async () => {
    const helps = new Helps(async (...command) => (await run(nodeBinary(), command)).stdout);
    const lines = code.filter(({ line }) => /\bpolity-node .*--|POLITY_FLAGS=-/.test(line));
    expect(lines.length).toBeGreaterThan(2);
    const faults: string[] = [];
    for (const { page, line } of lines) {
      const [, command] = /polity-node ([a-z][a-z-]+)/.exec(line) ?? [];
      const own = await helps.wordsOf(...(command === undefined ? [] : [command]));
      const flags = [...line.matchAll(/--[a-z-]+/g)].map(([flag]) => flag);
      faults.push(...flags.filter((flag) => !own.has(flag)).map((flag) => `${page}: ${line}: ${flag}`));
    }
    expect([...new Set(faults)]).toEqual([]);
  });

  it('should name nothing but files, scripts and headings that there are', () => {
    const faults: string[] = [];
    for (const { name, text } of pages) {
      for (const [link, path, anchor] of text.matchAll(/\]\(([^)#]*)(?:#([^)]+))?\)/g)) {
        const file = path === '' ? join(FOLDER, name) : resolve(FOLDER, path!);
        if (!existsSync(file)) faults.push(`${name}: ${link}`);
        else if (anchor !== undefined) {
          const headings = [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, title]) => anchorOf(title!));
          if (!headings.includes(anchor)) faults.push(`${name}: ${link}`);
        }
      }
    }
    for (const { page, line } of code) {
      const [, path] = /^((?:scripts|e2e|node|docs|runtime)\/[A-Za-z0-9_./-]+)/.exec(line) ?? [];
      const [, network] = /^scripts\/zombienet ([a-z-]+)/.exec(line) ?? [];
      for (const file of [path, network === undefined ? undefined : `zombienet/${network}.zndsl`]) {
        if (file !== undefined && !existsSync(join(ROOT, file))) faults.push(`${page}: ${line}`);
      }
    }
    expect([...new Set(faults)]).toEqual([]);
  });

  it('should name nothing but refusals of ministries that there are', () => {
    const source = readFileSync(join(ROOT, 'pallets', 'ministries', 'src', 'lib.rs'), 'utf8');
    const errors = new Set([...source.matchAll(/^\t\t([A-Z][A-Za-z]+),$/gm)].map(([, name]) => `ministries.${name}`));
    const lines = code.filter(({ line }) => line.startsWith('ministries.'));
    expect(lines.length).toBeGreaterThan(4);
    expect(lines.filter(({ line }) => !errors.has(line))).toEqual([]);
  });

  it('should say on each page which tests run its procedure', () => {
    for (const { name, text } of pages) {
      const [, tests] = /^## (?:Tests|The procedures are tested)\n([\s\S]*)$/m.exec(text) ?? [];
      expect(tests ?? '', name).toMatch(/`(e2e|scripts)\/[^`]+`/);
    }
  });
});
