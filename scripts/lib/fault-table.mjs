// Makes docs/faults.md of the results that runs of scripts/faults have left in a folder.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every fault of the table, so that what was not run is told too. */
const ALL = {
  R1: 'one of four authorities is killed under load',
  R2: 'two of four authorities are away for 300 slots',
  R2b: 'the disks of two of four are destroyed, and their keys restored from escrow',
  R3: 'all nodes are killed at once under load, twenty times',
  R4: 'the network is split in halves',
  R5: 'one authority is cut off',
  R6: 'all links are slow and stall',
  R7: 'the clock of one authority is wrong',
  R8: 'the disk of one node is full',
  R9: 'files of the database are damaged',
  R10: 'two nodes author with the same keys',
  R11: 'more siblings of a block than a database keeps',
  R12: 'an authority votes twice',
  R13: 'a flood of calls to the gateway',
  R14: 'a flood of transactions that are worth nothing',
  R15: '100,000 malformed transactions and calls',
  R16: 'transactions are sent again',
  R17: 'a hundred blocks as heavy as can be',
  R18: 'an upgrade under load, and a bad one',
  R19: 'authorities are changed while one is down',
  R20: "an authority's process stands still",
  R21: 'an authority is restored from an older copy',
  R23: 'the checks of every pallet, at the end of each run',
};

const folder = process.argv[2];
const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
const rows = Object.entries(ALL).map(([name, title]) => {
  const file = join(folder, `${name}.json`);
  if (name === 'R23') return `| R23 | ${title} | all hold | with each of the others | | |`;
  if (!existsSync(file)) return `| ${name} | ${title} | | not run | | |`;
  const result = JSON.parse(readFileSync(file, 'utf8'));
  const figures = Object.entries(result.figures).map(([figure, value]) => `${figure}: ${value}`);
  const outcome = result.survived ? 'survived' : `**not survived**: ${result.cause.split('\n')[0]}`;
  return [
    '',
    ...[name, result.title, result.passes, outcome, figures.join('; '), `${result.day}, ${result.commit}`].map(cell),
    '',
  ]
    .join(' | ')
    .trim();
});

process.stdout.write(`# What the network survives

Made by \`scripts/faults --write\` of the last run of each fault; \`e2e/faults/\` has them, and \`scripts/faults NAME\` runs one again. Each runs on a network of its own, four authorities and a gateway on one machine of two cores. At the end of every run it is checked that

- **I1** no block that any node had called final was reverted, and no two nodes have different ones;
- **I2** what was told to be final is in its block at every node, and all have one state;
- **I3** no log tells of a panic, and every node runs in the end;
- **I4** the pool of the gateway is empty;
- **R23** the checks of every pallet hold of the finalized state (\`polity-state-checker\`).

| fault | what is done | passes when | outcome | figures | run |
|---|---|---|---|---|---|
${rows.join('\n')}
`);
