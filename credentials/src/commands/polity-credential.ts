#!/usr/bin/env node
/** Credentials on the command line: the command behind `scripts/credential`. */
import { Exit, run } from '@polity/client/dist/commands/command.js';

import { batch } from './batch.js';
import { issue } from './issue.js';
import { key } from './key.js';
import { present } from './present.js';
import { verify } from './verify.js';

const HELP = `Usage: scripts/credential key|issue|batch|present|verify ...

Verifiable credentials: signed by an issuer, kept and shown in part by a citizen, verified by anybody.

  key      makes a key, for an issuer or for a holder
  issue    signs a credential
  batch    puts credentials under one root, which the chain is told, and makes the holders' bundles
  present  shows single claims of a credential to one verifier
  verify   verifies what is shown, by one read of finalized state

scripts/credential COMMAND --help says more.
`;

const COMMANDS = new Map(Object.entries({ key, issue, batch, present, verify }));

async function main(): Promise<void> {
  const [name, ...words] = process.argv.slice(2);
  if (name === '--help' || name === '-h') {
    process.stdout.write(HELP);
    return;
  }
  const command = COMMANDS.get(name ?? '');
  if (command === undefined) throw new Exit(2, 'Name a command. See --help.');
  await command(words);
}

await run('credential', main);
