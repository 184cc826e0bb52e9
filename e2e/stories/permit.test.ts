import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { calendarDate, finalizedBlock, LEGAL_BASIS, type Call } from '@polity/client';

import { clockLibrary, WallClock } from '../src/clock.js';
import { found, registerAct } from '../src/companies.js';
import { Network } from '../src/network.js';
import { change, handIn, on, onDocument, permitRegisters, setType, termsOf } from '../src/permits.js';
import { eventOf, pause, World, type Decoded } from '../src/world.js';

const DAY = 86_400_000;
const MONDAY = 1;
/** How far the clock is put on at once, in seconds: after ten minutes without a block no legal clock runs. */
const STEP_SECONDS = 590;
/** A step that is an outage of a day. */
const OUTAGE_SECONDS = 24 * 60 * 60;

const { permitProcedure, permitSupervision, changeOfStatus } = LEGAL_BASIS;
const library = clockLibrary();
if (library === null) {
  console.log('skipped: the story of a permit needs the package faketime, which is not installed');
}

/** The next Monday, twenty minutes before midnight UTC: four working days follow. */
function mondayNight(): number {
  const now = Date.now();
  const days = (MONDAY - new Date(now).getUTCDay() + 7) % 7 || 7;
  return Math.floor(now / DAY + days) * DAY + DAY - 20 * 60_000;
}

/**
 * A building permit from its hand-in to the end of the company that holds it, on a chain whose days go by:
 * one authority, whose wall clock is put on step by step. That it is final in the end takes a third officer: the
 * tests that every run takes show it.
 */
describe.skipIf(library === null)('the story of a building permit', () => {
  let world: World;
  let clock: WallClock;
  let company: string;
  let kind: number;
  let id: number;
  let number: string;

  /** The chain's own time, in milliseconds since 1970. */
  const chainTime = async (): Promise<number> => {
    const { hash } = await finalizedBlock(world.api);
    return ((await (await world.api.at(hash)).query.timestamp!.now!()) as Decoded).toNumber();
  };
  const machine = Date.now.bind(Date);
  const calls = (): Decoded => world.api.tx.permitApplications;
  const permits = (): Decoded => world.api.tx.permits;
  const registers = () => permitRegisters(world);
  const deadline = async (): Promise<number> => (await (await registers()).applications.deadline(id))!;
  const application = async (): Promise<Decoded> => (await registers()).applications.application(id);
  const document = (version: number): Decoded => onDocument(permitProcedure, version);

  /** Puts the clock on, and waits until a final block has seen it. */
  async function putOn(seconds: number): Promise<void> {
    const due = (await chainTime()) + Math.max(1, seconds - 5) * 1_000;
    clock.setAhead(clock.ahead + seconds);
    vi.setSystemTime(due);
    while ((await chainTime()) < due) await pause(100);
    vi.setSystemTime(await chainTime());
  }

  /** Lets time go by, with a block at least every ten minutes. */
  async function passUntil(instant: number): Promise<void> {
    for (;;) {
      const left = Math.ceil((instant - (await chainTime())) / 1_000);
      if (left <= 0) return;
      await putOn(Math.min(left + 1, STEP_SECONDS));
    }
  }

  beforeAll(async () => {
    const network = await Network.prepare({ preset: 'development' });
    clock = new WallClock(network.gateway, join(network.folder, 'clock'), library!);
    const start = mondayNight();
    clock.setAhead(Math.round((start - machine()) / 1_000));
    // This process dates its acts by the clock that the node sees.
    vi.useFakeTimers({ toFake: ['Date'], now: start });
    world = await World.on(network);
    vi.setSystemTime(await chainTime());
    company = await found(world, 'citizen2', 'Builds in Days Ltd');
    kind = await setType(
      world,
      termsOf({
        decisionPeriod: { CalendarDays: 1 },
        extension: { CalendarDays: 1 },
        inspections: ['Final'],
      }),
    );
  });

  afterAll(async () => {
    vi.useRealTimers();
    await world?.close();
  });

  it('should begin its clock with the complete dossier, and not before', async () => {
    const applicant = { Party: { Company: company } };
    id = await handIn(world, 'citizen2', calls().apply(document(0), kind, applicant, null));
    await world.make('permitExaminer', calls().returnDossier(document(1), id));
    expect(await application()).toMatchObject({ stage: 'Incomplete' });
    const complete = (version: number): Call => calls().complete(on(permitProcedure, version), id, false);
    await world.expectRefusal('permitExaminer', complete(2), 'permitApplications.WrongStage');
    await world.make('citizen2', calls().resubmit(document(2), id));
    await world.make('permitExaminer', complete(3));
    // One day, which begins with the next: until the end of Tuesday.
    const now = await chainTime();
    expect(await deadline()).toBe((Math.floor(now / DAY) + 2) * DAY);
  });

  it('should stand still while a question is open', async () => {
    const before = await deadline();
    await world.make('permitExaminer', calls().ask(document(4), id));
    await passUntil((Math.floor((await chainTime()) / DAY) + 1) * DAY);
    await world.make('citizen2', calls().answer(document(5), id));
    // The question was open on one day of the period: it has cost one.
    expect(await deadline()).toBe(before + DAY);
  });

  it('should be extended once, and not a second time', async () => {
    const before = await deadline();
    await world.make('permitExaminer', calls().extend(document(6), id));
    expect(await deadline()).toBe(before + DAY);
    await world.expectRefusal(
      'permitExaminer',
      calls().extend(document(7), id),
      'permitApplications.AlreadyExtended',
    );
  });

  it('should gain by an outage what the outage took', async () => {
    const before = await deadline();
    await putOn(OUTAGE_SECONDS);
    expect(await deadline()).toBe(before + DAY);
    expect(await application()).toMatchObject({ stage: 'InReview' });
  });

  it('should be granted by the chain at its deadline, and refused by nobody after it', async () => {
    const refusal = (version: number): Call =>
      calls().recommend(document(version), id, { Refuse: 'PublicInterest' });
    await world.make('permitExaminer', refusal(7));
    const due = await deadline();
    await passUntil(due - 30_000);
    expect(await application()).toMatchObject({ stage: 'InReview', recommendation: 'Refuse' });
    await passUntil(due);
    // A block begins with the time of the one before it.
    await putOn(1);
    await putOn(1);
    const read = await application();
    expect(read).toMatchObject({ stage: 'Decided', outcome: 'DeemedGranted' });
    number = read.permit;
    const entries = (await (await registers()).applications.entries(id)) as Decoded[];
    const granted = entries.find(({ body }) => body.isDeemedGranted)!;
    expect(granted.act.isNone).toBe(true);
    expect(granted.recordedAt.toNumber()).toBeGreaterThanOrEqual(due);
    await world.expectRefusals([
      ['permitExaminer', refusal(9), 'permitApplications.Ended'],
      [
        'permitRegistrar',
        calls().decide(document(9), id, 'Approve'),
        'permitApplications.NothingRecommended',
      ],
    ]);
  }, 1_500_000);

  it('should be inspected, fail, and be put right', async () => {
    let version = 1;
    const act = (): Decoded => on(permitSupervision, version);
    const inspect = async (at: number, result: string): Promise<void> => {
      const day = calendarDate(new Date(await chainTime()).toISOString().slice(0, 10));
      await change(world, { Numbered: number }, act, { ScheduleInspection: { kind: 'Final', day } });
      version += 1;
      await world.make('permitExaminer', permits().recordInspection(act(), number, at, result));
      version += 1;
    };
    await inspect(0, 'Failed');
    await world.expectRefusal(
      'permitRegistrar',
      permits().prepareChange(act(), { Numbered: number }, 'Complete'),
      'permits.RequiredInspectionMissing',
    );
    await inspect(1, 'Passed');
    expect(await (await registers()).permits.effectiveStatus(number, await chainTime())).toBe('Active');
  });

  it('should be of no use to a company that is wound up', async () => {
    const status = (to: string): Call =>
      world.register.proposeChange(
        registerAct(1, { legalBasis: changeOfStatus }),
        company,
        { Status: to },
        'Registrar',
        null,
      );
    const proposed = eventOf(await world.make('examiner', status('InLiquidation')), 'ChangeProposed');
    const act = registerAct(1, { legalBasis: changeOfStatus });
    await world.make('registrar', world.register.decideChange(act, proposed.proposal, 'Approve'));
    const { permits: read } = await registers();
    expect(await read.effectiveStatus(number, await chainTime())).toBe('Unusable');
  });
});
