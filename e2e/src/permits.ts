import { u8aToHex } from '@polkadot/util';
import {
  act,
  atFinalized,
  LEGAL_BASIS,
  PermitApplications,
  Permits,
  REGISTER,
  type ActOptions,
  type Call,
} from '@polity/client';

import { tagOf, type AccountName } from './accounts.js';
import { aDocument, eventOf, type Decoded, type World } from './world.js';

const MILLIS_PER_MINUTE = 60_000;
const MILLIS_PER_DAY = 86_400_000;

/** A local time in which a day is over soon. */
export interface LocalTime {
  /** Minutes east of UTC. */
  readonly offset: number;
  /** When the day is over, in milliseconds since 1970. */
  readonly midnight: number;
}

/** The local time in which the day is over at the first whole minute that is so far away. */
export function midnightAfter(millis: number): LocalTime {
  const minute = Math.ceil((Date.now() + millis) / MILLIS_PER_MINUTE);
  const ofDay = minute % (24 * 60);
  // No place is further from UTC than fourteen hours.
  return { offset: ofDay <= 840 ? -ofDay : 24 * 60 - ofDay, midnight: minute * MILLIS_PER_MINUTE };
}

/** Which day it is in a local time, as `YYYY-MM-DD`. */
export const localDay = ({ offset }: LocalTime, at = Date.now()): string =>
  new Date(at + offset * MILLIS_PER_MINUTE).toISOString().slice(0, 10);

/** So many local days and a half before the end of the day. */
export const daysBefore = ({ midnight }: LocalTime, days: number): number =>
  midnight - days * MILLIS_PER_DAY - MILLIS_PER_DAY / 2;

/** A calendar without weekends and holidays, in a local time. */
export const calendarOf = ({ offset }: LocalTime): Decoded => ({ offset, weekend: 0, holidays: [] });

/** A well-known person by its tag of the register of permits, as a holder of permits. */
export const personHolder = (name: AccountName): Decoded => ({
  Party: { Person: u8aToHex(tagOf(name, REGISTER.permits)) },
});

/** An act on a version of a record; with a document it has something to show. */
export const on = (
  legalBasis: number,
  expectedVersion: number,
  options: Partial<ActOptions> = {},
): Decoded => act({ legalBasis, expectedVersion, ...options });

/** The same with a document. */
export const onDocument = (
  legalBasis: number,
  expectedVersion: number,
  options: Partial<ActOptions> = {},
): Decoded => on(legalBasis, expectedVersion, { documents: [aDocument()], ...options });

/** The terms of a type of permit: of a building permit that silence grants, unless said otherwise. */
export const termsOf = (change: Readonly<Record<string, unknown>> = {}): Decoded => ({
  needsFee: false,
  completenessPeriod: null,
  decisionPeriod: { Months: 3 },
  silenceGrants: true,
  extension: { Months: 1 },
  stoppedDays: 30,
  validity: { AtMost: { Years: 3 } },
  renewalWindow: null,
  isTransferable: false,
  quota: null,
  inspections: [],
  curePeriod: { CalendarDays: 30 },
  prerequisites: ['Standing'],
  referrals: [],
  appealPeriod: { Months: 1 },
  isPersonal: false,
  licenses: null,
  ...change,
});

/** Two officers set a type of permit; answers its code. */
export async function setType(world: World, terms: Decoded, district = 0): Promise<number> {
  const { permits } = world.api.tx as Decoded;
  const version = { basis: LEGAL_BASIS.permitProcedure, terms, takesApplications: true };
  const basis = LEGAL_BASIS.permitTypes;
  const prepare = permits.prepareType(on(basis, 0), null, district, version);
  const { proposal } = eventOf(await world.make('permitExaminer', prepare), 'Prepared');
  const decide = permits.decideType(on(basis, 0), proposal, 'Approve');
  const { kind } = eventOf(await world.make('permitRegistrar', decide), 'TypeRecorded');
  return kind.toNumber();
}

/** Has two officers do something with a permit: one prepares it, the other decides. */
export async function change(
  world: World,
  permit: Decoded,
  act: () => Decoded,
  what: Decoded,
  [maker, checker]: readonly [AccountName, AccountName] = ['permitExaminer', 'permitRegistrar'],
): Promise<void> {
  const { permits } = world.api.tx as Decoded;
  const prepared = await world.make(maker, permits.prepareChange(act(), permit, what));
  const { proposal } = eventOf(prepared, 'Prepared');
  await world.make(checker, permits.decideChange(act(), proposal, 'Approve'));
}

/** The registers of permits and of applications at the last finalized block. */
export async function permitRegisters(
  world: World,
): Promise<{ readonly permits: Permits; readonly applications: PermitApplications }> {
  const { state } = await atFinalized(world.api);
  return { permits: new Permits(state), applications: new PermitApplications(state) };
}

/** Hands in an application, and answers its id. */
export async function handIn(world: World, who: AccountName, call: Call): Promise<number> {
  return eventOf(await world.make(who, call), 'Recorded').application.toNumber();
}
