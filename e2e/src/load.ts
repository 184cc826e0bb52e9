import { randomBytes } from 'node:crypto';

import { u8aToHex } from '@polkadot/util';
import { LEGAL_BASIS, type Call, type Outcome } from '@polity/client';

import type { AccountName } from './accounts.js';
import { registerAct } from './companies.js';
import { pause, type World } from './world.js';

/** What became of many transactions. */
export interface Tally {
  readonly sent: number;
  readonly finalized: number;
  readonly refused: number;
  readonly expired: number;
  /** By what name the refused were refused, and how often. */
  readonly reasons: Readonly<Record<string, number>>;
}

/** A request for the reservation of some name: a single act that anybody who is known can sign. */
export const request = (world: World): Call =>
  world.register.requestReservation(
    registerAct(0, { legalBasis: LEGAL_BASIS.nameReservation }),
    0,
    null,
    u8aToHex(randomBytes(32)),
  );

/** Counts outcomes. */
export function tally(outcomes: readonly Outcome[]): Tally {
  const count = (kind: Outcome['kind']) => outcomes.filter((one) => one.kind === kind).length;
  const reasons: Record<string, number> = {};
  for (const one of outcomes) {
    if (one.kind === 'refused') reasons[one.refusal.name] = (reasons[one.refusal.name] ?? 0) + 1;
  }
  return {
    reasons,
    sent: outcomes.length,
    finalized: count('finalized'),
    refused: count('refused'),
    expired: count('expired'),
  };
}

/**
 * Sends a call every `everyMillis` for `millis`, by signers in turn, and waits until the fate of
 * each is known. Whatever happens to the network meanwhile, each ends in the tally.
 */
export async function load(
  world: World,
  options: {
    readonly signers: readonly AccountName[];
    readonly call: () => Call;
    readonly everyMillis: number;
    readonly millis: number;
    readonly eraBlocks?: number;
  },
): Promise<Outcome[]> {
  const end = Date.now() + options.millis;
  const outcomes: Promise<Outcome>[] = [];
  for (let at = 0; Date.now() < end; at += 1) {
    const due = end - options.millis + at * options.everyMillis;
    if (due > Date.now()) await pause(due - Date.now());
    const signer = options.signers[at % options.signers.length]!;
    outcomes.push(world.submit(signer, options.call(), options.eraBlocks ?? 32));
  }
  return Promise.all(outcomes);
}
