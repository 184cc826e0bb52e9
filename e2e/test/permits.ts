import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { u8aToHex } from '@polkadot/util';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  atFinalized,
  calendarDate,
  isPermitNumber,
  LandCadastre,
  LandRegister,
  LEGAL_BASIS,
  referenceOf,
  REGISTER,
  type Call,
} from '@polity/client';

import { pairOf, tagOf } from '../src/accounts.js';
import { found, registerAct } from '../src/companies.js';
import { pass } from '../src/council.js';
import {
  calendarOf,
  change,
  daysBefore,
  handIn,
  localDay,
  midnightAfter,
  on,
  onDocument,
  permitRegisters,
  personHolder,
  setType,
  termsOf,
  type LocalTime,
} from '../src/permits.js';
import { script } from '../src/scripts.js';
import { eventOf, pause, type Decoded, type World } from '../src/world.js';

const DAY = 86_400_000;
/** Ministries, in the order in which the network begins with them. */
const LANDS = 3;
const ECONOMY = 4;
/** A district of its own, whose midnight comes soon: nobody else's deadlines move with it. */
const DISTRICT = 1;
/** What has to be done before that midnight: a motion, a take-over and what is refused of it. */
const BEFORE_MIDNIGHT_MILLIS = 60_000;

const { permitProcedure, permitAppeal, permitSupervision, takeOverOfPermits, personalPermits, changeOfStatus } =
  LEGAL_BASIS;

const permit = (name: string) => `permits.${name}`;
const application = (name: string) => `permitApplications.${name}`;

/** A permit from the day that it is applied for to its end, by officers and by their silence. */
export function permitTests(world: () => World): void {
  const permits = (): Decoded => world().api.tx.permits;
  const calls = (): Decoded => world().api.tx.permitApplications;
  const commitment = (): string => u8aToHex(randomBytes(32));
  const today = (): string => new Date().toISOString().slice(0, 10);

  const apply = (kind: number, applicant: Decoded, site: string | null = null, act?: Decoded): Call =>
    calls().apply(act ?? onDocument(permitProcedure, 0), kind, applicant, site);
  const recommend = (id: number, version: number, decision: Decoded, options = {}): Call =>
    calls().recommend(onDocument(permitProcedure, version, options), id, decision);
  const decide = (id: number, version: number, options = {}): Call =>
    calls().decide(onDocument(permitProcedure, version, options), id, 'Approve');
  const grant = (conditions: Decoded[] = []): Decoded => ({
    Grant: { validFrom: null, validTo: null, conditions },
  });
  const complete = (id: number, version: number, isAttested = false): Call =>
    calls().complete(on(permitProcedure, version), id, isAttested);

  /**
   * What follows a grant: an inspection fails, the defect is put right, all conditions are met, and the
   * permit is completed, by no one alone. Its version is 1 before.
   */
  async function finish(number: string, conditions: number, day: () => string = today): Promise<void> {
    let version = 1;
    const numbered = { Numbered: number };
    const act = (): Decoded => on(permitSupervision, version, { effectiveFrom: day() });
    const officers = async (what: Decoded): Promise<void> => {
      await change(world(), numbered, act, what);
      version += 1;
    };
    const inspect = async (at: number, result: string): Promise<void> => {
      await officers({ ScheduleInspection: { kind: 'Final', day: calendarDate(day()) } });
      await world().make('clerk', permits().recordInspection(act(), number, at, result));
      version += 1;
    };
    const completion = (): Call => permits().prepareChange(act(), numbered, 'Complete');

    await inspect(0, 'Failed');
    await world().expectRefusals([
      [
        'permitRegistrar',
        completion(),
        permit(conditions > 0 ? 'ConditionOpen' : 'RequiredInspectionMissing'),
      ],
      ['permitExaminer', permits().recordInspection(act(), number, 0, 'Passed'), permit('InspectionDone')],
      ['citizen1', permits().recordInspection(act(), number, 0, 'Passed'), 'mandates.NoMandate'],
    ]);
    const { permits: read } = await permitRegisters(world());
    expect(await read.published(number)).toMatchObject({ status: 'Active', mapped: 'InspectionPhase' });
    // There is a time in which it can be put right, and not for ever.
    expect(await read.effectiveStatus(number, Date.now() + 60 * DAY)).toBe('Defective');
    expect(await read.effectiveStatus(number, Date.now() + 4 * 366 * DAY)).toBe('Expired');

    await inspect(1, 'Passed');
    for (let at = 0; at < conditions; at += 1) await officers({ MeetCondition: { at } });
    // Who has seen the whole does not also say that it is complete.
    await world().expectRefusal('clerk', completion(), permit('SameAccount'));
    const prepared = eventOf(await world().make('permitRegistrar', completion()), 'Prepared');
    const decided = (): Call => permits().decideChange(act(), prepared.proposal, 'Approve');
    await world().expectRefusal('permitRegistrar', decided(), permit('SameAccount'));
    await world().make('permitExaminer', decided());
    version += 1;
    const suspend = permits().prepareChange(act(), numbered, { Suspend: { reason: 'Misuse' } });
    await world().expectRefusal('permitExaminer', suspend, permit('PermitEnded'));
    const after = await permitRegisters(world());
    expect(await after.permits.published(number)).toMatchObject({
      status: 'Completed',
      mapped: 'PermitFinaled',
      completedOn: day(),
    });
  }

  /** Two keys of the ministry's seat make the clerk an officer who inspects what was permitted. */
  async function appointInspector(): Promise<void> {
    const { mandates } = world().api.tx;
    const appoint = (expectedVersion: number): Decoded => on(LEGAL_BASIS.appointment, expectedVersion);
    const person = u8aToHex(tagOf('clerk', REGISTER.publicOffice));
    const [now, examines, everywhere] = [Date.now(), 1, 0];
    const proposed = eventOf(
      await world().make(
        'economySeat1',
        mandates!.proposeGrant!(
          appoint(0),
          pairOf('clerk').address,
          person,
          'Permits',
          examines,
          everywhere,
          now,
          now + DAY,
        ),
      ),
      'MandateProposed',
    );
    await world().make('economySeat2', mandates!.confirmGrant!(appoint(1), proposed.id));
  }

  describe.concurrent('permits', () => {
    let soon: LocalTime;
    let types: Readonly<Record<'bySilence' | 'building' | 'limited' | 'personal', number>>;
    let company: string;
    let site: string;
    /** What the export is looked at for. */
    let deemed: string;
    let finaled: string;
    let left: string;

    beforeAll(async () => {
      soon = midnightAfter(BEFORE_MIDNIGHT_MILLIS);
      const unitOf = async (reference: string): Promise<string> => {
        const { state } = await atFinalized(world().api);
        const parcel = await new LandCadastre(state).parcelByReference(reference);
        return (await new LandRegister(state).unitOfParcel(parcel!.number))!;
      };
      // The motion changes the days of its district last, when the type there has long been set.
      const scope = { Register: { register: 'Permits', district: DISTRICT } };
      const asked = { ministry: LANDS, register: 'Land', period: { CalendarDays: 20 } };
      const [, bySilence, building, limited, personal] = await Promise.all([
        pass(world(), { SetCalendar: { scope, calendar: calendarOf(soon) } }),
        setType(world(), termsOf({ decisionPeriod: { CalendarDays: 2 }, inspections: ['Final'] }), DISTRICT),
        setType(
          world(),
          termsOf({
            inspections: ['Final'],
            prerequisites: ['Standing', 'RightInSite'],
            referrals: [asked],
          }),
        ),
        setType(world(), termsOf({ quota: 1 })),
        setType(world(), termsOf({ isPersonal: true, prerequisites: [], validity: { AtMost: { Years: 5 } } })),
        found(world(), 'citizen2', 'Builds with a Permit Ltd').then((number) => (company = number)),
        unitOf('PLOT4').then((unit) => (site = unit)),
        appointInspector(),
      ]);
      types = { bySilence, building, limited, personal };
    });

    it('should be granted by silence when its day is over, and not refused after it', async () => {
      const day = (): string => localDay(soon);
      const kind = types.bySilence;
      const applicant = personHolder('citizen1');
      const takeOver = (completeAt: number): Decoded => ({
        kind,
        version: 1,
        applicant,
        site: null,
        handedInAt: daysBefore(soon, 5),
        completeAt,
        wasExtended: false,
        siteRightAttested: false,
      });
      const act = (): Decoded => onDocument(takeOverOfPermits, 0, { effectiveFrom: day() });
      const propose = (completeAt: number): Call => calls().proposeTakeOver(act(), takeOver(completeAt));
      // Complete two local days ago: it is to be decided today.
      const proposed = await world().make('permitRecorder', propose(daysBefore(soon, 2)));
      const { proposal } = eventOf(proposed, 'TakeOverProposed');
      const taken = calls().decideTakeOver(act(), proposal, 'Approve');
      await world().expectRefusals([
        ['permitRecorder', calls().decideTakeOver(act(), proposal, 'Approve'), application('SameAccount')],
        // Silence has decided it already, or its clock has not begun.
        ['permitRecorder', propose(daysBefore(soon, 4)), application('PeriodOver')],
        ['permitRecorder', propose(soon.midnight + DAY), application('InFuture')],
        ['permitExaminer', propose(daysBefore(soon, 2)), 'mandates.PowerNotGranted'],
      ]);
      const id = await handIn(world(), 'permitRegistrar', taken);
      const refusal = (version: number): Call =>
        recommend(id, version, { Refuse: 'PublicInterest' }, { effectiveFrom: day() });
      // A refusal that one officer alone wants is none.
      await world().make('permitExaminer', refusal(1));
      const before = await permitRegisters(world());
      expect(Date.now(), 'what comes before midnight took too long').toBeLessThan(soon.midnight);
      expect(await before.applications.deadline(id)).toBe(soon.midnight);
      expect(await before.applications.application(id)).toMatchObject({
        stage: 'InReview',
        recommendation: 'Refuse',
        dueAt: soon.midnight,
      });

      await pause(soon.midnight - Date.now());
      let registers = before;
      for (let waited = 0; waited < 30; waited += 1) {
        registers = await permitRegisters(world());
        if ((await registers.applications.application(id))!.stage === 'Decided') break;
        await pause(1_000);
      }
      const read = (await registers.applications.application(id))!;
      expect(read).toMatchObject({ stage: 'Decided', outcome: 'DeemedGranted', recommendation: null });
      deemed = read.permit!;
      expect(isPermitNumber(deemed)).toBe(true);
      const entry = (await registers.applications.entries(id)).at(-1) as Decoded;
      expect(entry.body.asDeemedGranted.permit.asNumbered.toString()).toBe(deemed);
      // Nobody has done it.
      expect([entry.act.isNone, entry.mandate.isNone]).toEqual([true, true]);
      expect(entry.recordedAt.toNumber()).toBeGreaterThanOrEqual(soon.midnight);
      const { api } = world();
      const state = await api.at(await api.rpc.chain.getBlockHash(entry.block.toNumber()));
      const events = [...((await state.query.system!.events!()) as Decoded)].filter(
        ({ event }: Decoded) => event.section === 'permitApplications' && event.method === 'Recorded',
      );
      const own = events.find(({ event }: Decoded) => event.data.application.toNumber() === id);
      expect([own.event.data.change.type, own.phase.isInitialization]).toEqual(['DeemedGranted', true]);
      await world().expectRefusals([
        ['permitExaminer', refusal(3), application('Ended')],
        ['permitRegistrar', decide(id, 3, { effectiveFrom: day() }), application('NothingRecommended')],
      ]);
      expect((await registers.applications.figures(ECONOMY, kind)).figures).toMatchObject({
        received: 1,
        bySilence: 1,
        decidedInTime: 0,
        decidedLate: 0,
      });
      expect(await registers.permits.permit(deemed)).toMatchObject({ standing: 'Granted', conditions: [] });
      await finish(deemed, 0, day);
      await pass(world(), { ClearCalendar: { register: 'Permits', district: DISTRICT } });
    }, 300_000);

    it('should be decided on a complete dossier, with what others say, by two officers', async () => {
      const kind = types.building;
      const applicant = personHolder('citizen3');
      const yesterday = new Date(Date.now() - 2 * DAY).toISOString().slice(0, 10);
      const backdated = onDocument(permitProcedure, 0, { effectiveFrom: yesterday });
      await world().expectRefusals([
        ['citizen1', apply(kind, applicant, site), application('NotTheRepresentative')],
        ['citizen3', apply(kind, applicant, site, on(permitProcedure, 0)), application('DocumentMissing')],
        ['citizen3', apply(kind, applicant, site, backdated), application('Backdated')],
        ['citizen3', apply(kind, applicant), permit('SiteMissing')],
        ['citizen3', apply(9_999, applicant, site), application('TypeNotFound')],
      ]);
      const id = await handIn(world(), 'citizen3', apply(kind, applicant, site));
      const returned = (version: number): Call =>
        calls().returnDossier(onDocument(permitProcedure, version), id);
      const resubmit = (version: number): Call => calls().resubmit(onDocument(permitProcedure, version), id);
      await world().expectRefusals([
        ['citizen3', apply(kind, applicant, site), application('DuplicateApplication')],
        ['citizen3', complete(id, 1, true), 'mandates.NoMandate'],
        ['landsExaminer', complete(id, 1, true), 'mandates.NoMandate'],
        // The chain does not see what a person owns: an officer attests it.
        ['permitExaminer', complete(id, 1), application('SiteRightNotAttested')],
      ]);
      await world().make('permitExaminer', returned(1));
      await world().expectRefusals([
        ['citizen1', resubmit(2), application('NotTheRepresentative')],
        ['permitExaminer', complete(id, 2, true), application('WrongStage')],
      ]);
      await world().make('citizen3', resubmit(2));
      await world().make('permitExaminer', complete(id, 3, true));
      const fixed = (await (await permitRegisters(world())).applications.deadline(id))!;
      expect(fixed).toBeGreaterThan(Date.now() + 80 * DAY);

      await world().make('permitExaminer', calls().ask(onDocument(permitProcedure, 4), id));
      const stopped = (await permitRegisters(world())).applications;
      expect(await stopped.application(id)).toMatchObject({ questionIsOpen: true, isExtended: false });
      expect(await stopped.deadline(id)).toBeGreaterThan(fixed + 20 * DAY);
      const answer = (version: number): Call => calls().answer(onDocument(permitProcedure, version), id);
      const terms = { code: 1, commitment: commitment(), due: null };
      await world().make('permitExaminer', recommend(id, 5, grant([terms])));
      await world().expectRefusals([
        ['permitRegistrar', decide(id, 6), application('QuestionOpen')],
        ['citizen1', answer(6), application('NotTheRepresentative')],
      ]);
      await world().make('citizen3', answer(6));
      const going = await (await permitRegisters(world())).applications.deadline(id);
      expect(going).toBeLessThan(fixed + 3 * DAY);
      const extend = (version: number): Call => calls().extend(onDocument(permitProcedure, version), id);
      await world().make('permitExaminer', extend(7));

      const opinion = (version: number): Call =>
        calls().giveOpinion(on(permitProcedure, version), id, LANDS, 'OnConditions');
      await world().expectRefusals([
        ['permitExaminer', extend(8), application('AlreadyExtended')],
        ['permitExaminer', decide(id, 8), application('SameAccount')],
        ['permitRegistrar', decide(id, 8), application('OpinionOutstanding')],
        ['permitExaminer', opinion(8), 'mandates.NoMandate'],
        ['citizen3', decide(id, 8), 'mandates.NoMandate'],
        [
          'permitExaminer',
          calls().recommend(on(permitProcedure, 8), id, { Refuse: 'MinistryObjects' }),
          application('ReasonsMissing'),
        ],
        ['permitRegistrar', recommend(id, 8, grant()), application('NotTheCaseOfficer')],
      ]);
      await world().make('landsExaminer', opinion(8));
      const decided = eventOf(await world().make('permitRegistrar', decide(id, 9)), 'Recorded');
      finaled = decided.change.asGranted.permit.asNumbered.toString();
      await world().expectRefusals([
        ['permitRegistrar', decide(id, 10), application('NothingRecommended')],
        ['citizen3', apply(kind, applicant, site), permit('DuplicatePermit')],
      ]);
      const registers = await permitRegisters(world());
      expect(await registers.permits.permitsOf(applicant.Party)).toContain(finaled);
      expect(await registers.applications.applicationsOf(applicant)).toContain(id);
      expect(await registers.applications.application(id)).toMatchObject({
        outcome: 'GrantedOnConditions',
        permit: finaled,
      });
      await finish(finaled, 1);
    }, 300_000);

    it('should be of no use to a company that is wound up, which does not end with it', async () => {
      const kind = types.limited;
      const applicant = { Party: { Company: company } };
      await world().expectRefusal('citizen1', apply(kind, applicant), application('NotTheRepresentative'));
      const [id, other] = await Promise.all([
        handIn(world(), 'citizen2', apply(kind, applicant)),
        handIn(world(), 'citizen1', apply(kind, personHolder('citizen1'))),
      ]);
      left = referenceOf('permitApplication', other);
      await world().make('permitExaminer', complete(id, 1));
      // A place is taken with the complete dossier.
      await world().expectRefusal('permitExaminer', complete(other, 1), permit('QuotaExhausted'));
      await world().make('permitExaminer', recommend(id, 2, grant()));
      const decided = eventOf(await world().make('permitRegistrar', decide(id, 3)), 'Recorded');
      const number = decided.change.asGranted.permit.asNumbered.toString();
      expect(await (await permitRegisters(world())).permits.places(kind)).toEqual({ reserved: 0, running: 1 });

      const { register } = world();
      const status = (version: number, to: string): Call => {
        const act = registerAct(version, { legalBasis: changeOfStatus });
        return register.proposeChange(act, company, { Status: to }, 'Registrar', null);
      };
      const proposed = eventOf(await world().make('examiner', status(1, 'InLiquidation')), 'ChangeProposed');
      const act = registerAct(1, { legalBasis: changeOfStatus });
      await world().make('registrar', register.decideChange(act, proposed.proposal, 'Approve'));
      const { permits: read } = await permitRegisters(world());
      expect(await read.effectiveStatus(number, Date.now())).toBe('Unusable');
      expect(await read.permit(number)).toMatchObject({ standing: 'Granted', holder: `Company ${company}` });
      const revoke = { Revoke: { reason: 'PrerequisiteLost' } };
      await world().expectRefusals([
        ['examiner', status(2, 'Dissolved'), 'businessRegistry.CompanyHoldsPermits'],
        [
          'permitExaminer',
          permits().prepareChange(on(permitSupervision, 1), { Numbered: number }, revoke),
          permit('HearingMissing'),
        ],
      ]);
      await change(world(), { Numbered: number }, () => onDocument(permitSupervision, 1), revoke);
      // Nothing holds it any more.
      await world().make('examiner', status(2, 'Dissolved'));
      expect(await (await permitRegisters(world())).permits.places(kind)).toEqual({ reserved: 0, running: 0 });

      // The other is not admitted, which a court finds right.
      await world().make('permitExaminer', recommend(other, 1, { Decline: 'NoPlaceFree' }));
      const unreasoned = calls().decide(on(permitProcedure, 2), other, 'Approve');
      await world().expectRefusal('permitRegistrar', unreasoned, application('ReasonsMissing'));
      await world().make('permitRegistrar', decide(other, 2));
      const appeal = (version: number): Call => calls().appeal(onDocument(permitAppeal, version), other);
      await world().make('citizen1', appeal(3));
      const uphold = (): Call => calls().prepareJudgment(onDocument(permitAppeal, 4), other, 'Uphold');
      await world().expectRefusals([
        ['citizen1', appeal(4), application('AppealFiled')],
        ['permitExaminer', uphold(), 'mandates.PowerNotGranted'],
      ]);
      await world().make('judge1', uphold());
      const decideAppeal = (): Call => calls().decideAppeal(onDocument(permitAppeal, 5), other, 'Approve');
      await world().expectRefusal('judge1', decideAppeal(), application('SameAccount'));
      await world().make('judge2', decideAppeal());
    }, 300_000);

    it('should lead to no person where nobody is to find it, and be revoked in a list', async () => {
      const kind = types.personal;
      const nullifier = commitment();
      const applicant = (): Decoded => ({ Personal: { commitment: commitment(), nullifier } });
      const own = applicant();
      const enter = (holder: Decoded): Call =>
        calls().enter(onDocument(personalPermits, 0), kind, holder, null);
      await world().expectRefusals([
        ['citizen1', apply(kind, own, null, onDocument(personalPermits, 0)), application('NotTheRepresentative')],
        ['citizen1', enter(own), 'mandates.NoMandate'],
        [
          'permitExaminer',
          calls().enter(onDocument(permitProcedure, 0), kind, personHolder('citizen1'), null),
          application('ApplicantDoesNotFitType'),
        ],
      ]);
      const id = await handIn(world(), 'permitExaminer', enter(own));
      await world().make('permitExaminer', calls().complete(on(personalPermits, 1), id, false));
      const recommended = calls().recommend(onDocument(personalPermits, 2), id, grant());
      await world().make('permitExaminer', recommended);
      // The same person, in another salt.
      await world().expectRefusal('permitExaminer', enter(applicant()), application('DuplicateApplication'));
      await world().make('permitRegistrar', calls().decide(on(personalPermits, 3), id, 'Approve'));
      await world().expectRefusal('permitExaminer', enter(applicant()), permit('NullifierUsed'));

      const registers = await permitRegisters(world());
      expect(await registers.applications.application(id)).toMatchObject({
        applicant: `Personal ${own.Personal.commitment}`,
        permit: own.Personal.commitment,
      });
      expect(await registers.applications.applicationsOf(own)).toEqual([]);
      expect(await registers.permits.permitsOfKind(kind)).toEqual([]);
      const granted = (await registers.permits.personal(own.Personal.commitment))!;
      expect(granted).toMatchObject({ kind, standing: 'Granted' });
      // The exact end stands in the credential alone.
      expect(granted.validTo).toMatch(/-01$/);
      const revoked = async (): Promise<readonly (boolean | null)[]> => {
        const { permits: read } = await permitRegisters(world());
        const { list, index } = granted;
        return Promise.all(
          (['Revocation', 'Suspension'] as const).map((purpose) => read.statusBit(list, purpose, index)),
        );
      };
      expect(await revoked()).toEqual([false, false]);
      const reference = { Personal: own.Personal.commitment };
      const revoke = { Revoke: { reason: 'Misuse' } };
      await change(world(), reference, () => onDocument(personalPermits, 1), revoke);
      expect(await revoked()).toEqual([true, false]);
    }, 300_000);

    it.sequential('should be published as open data, without a name', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'polity-permits-'));
      try {
        const file = join(folder, 'bundle.json');
        const described = { Description: 'A house with two storeys', OriginalAddress1: '=HYPERLINK(1)' };
        const common = { OriginalCity: 'Cardiff', OriginalState: 'Wales', OriginalZip: 'CF10 1AA' };
        const bundle = { format: 'polity-permits-bundle/1', common, permits: { [finaled]: described } };
        writeFileSync(file, JSON.stringify(bundle));
        const { endpoint } = world().network.gateway;
        const of = (...options: readonly string[]) =>
          script('export-permits', ...options, '--rpc', endpoint);
        const [ended, inspections, unknown] = await Promise.all([
          of('--bundle', file),
          of('--kind', String(types.bySilence), '--set', 'inspections'),
          of('--kind', '9999'),
        ]);
        expect(ended.code, ended.stderr).toBe(0);
        const [header = [], ...rows] = ended.stdout.trim().split('\n').map((line) => line.split(','));
        const rowOf = (number: string): Decoded => {
          const row = rows.find(([first]) => first === number) ?? [];
          return Object.fromEntries(header.map((field, at) => [field, row[at]]));
        };
        expect(rowOf(deemed)).toMatchObject({
          AppliedDate: new Date(daysBefore(soon, 5)).toISOString().slice(0, 10),
          StatusCurrent: 'Completed',
          StatusCurrentMapped: 'Permit Finaled',
        });
        expect(rowOf(finaled)).toMatchObject({
          Description: described.Description,
          OriginalAddress1: `'${described.OriginalAddress1}`,
          AppliedDate: rowOf(finaled).IssuedDate,
          StatusCurrentMapped: 'Permit Finaled',
          PIN: site,
        });
        expect(rowOf(left)).toMatchObject({
          StatusCurrent: 'Inadmissible',
          StatusCurrentMapped: 'Permit Cancelled',
          IssuedDate: '',
        });
        expect(ended.stderr).toContain(`missing: Description of ${rows.length - 1}: `);
        expect(ended.stderr).toContain('left out: 1 of natural persons');
        expect(ended.stdout).not.toContain('0x');
        expect(inspections.stdout.trim().split('\n').slice(1)).toEqual([
          expect.stringMatching(new RegExp(`^${deemed},Final,Failed,Rejected,.*,Yes$`)),
          expect.stringMatching(new RegExp(`^${deemed},Final,Passed,Passed,.*,Yes$`)),
        ]);
        expect(unknown.code).toBe(6);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });
}
