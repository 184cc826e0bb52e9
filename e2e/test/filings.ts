import { randomBytes } from 'node:crypto';

import { describe, expect, it } from 'vitest';
import { u8aToHex } from '@polkadot/util';
import {
  act,
  atFinalized,
  calendarDate,
  CompanyFilings,
  LEGAL_BASIS,
  type Call,
} from '@polity/client';

import type { AccountName } from '../src/accounts.js';
import { found } from '../src/companies.js';
import { eventOf, type Decoded, type World } from '../src/world.js';

const filings = (name: string) => `companyFilings.${name}`;
const DAY = 86_400_000;
const day = (later: number) => new Date(Date.now() + later * DAY).toISOString().slice(0, 10);

/** What a company hands in, and who its owners are without a name. */
export function filingTests(world: () => World): void {
  const calls = (): Decoded => world().api.tx.companyFilings;
  const on = (legalBasis: number, expectedVersion: number): Decoded => act({ legalBasis, expectedVersion });
  const law = (from: string): Decoded => ({
    inForceFrom: calendarDate(from),
    fiscalYearEnd: [12, 31],
    duties: [
      {
        filingType: 'AnnualAccounts',
        dueAfter: 'FiscalYearEnd',
        within: { Months: 9 },
        grace: { Months: 3 },
      },
      {
        filingType: 'ChangeOfOfficers',
        dueAfter: 'StatedPeriod',
        within: { CalendarDays: 14 },
        grace: null,
      },
    ],
    ownership: { firstWithin: { CalendarDays: 28 }, staysCurrent: { Years: 1 }, grace: { CalendarDays: 30 } },
  });
  const commitment = () => u8aToHex(randomBytes(32));
  const notice = (on: string): Decoded => ({
    Document: {
      filingType: 'ChangeOfOfficers',
      period: { from: calendarDate(on), to: calendarDate(on) },
      document: { algorithm: 'Sha2_256', digest: commitment() },
      amends: null,
    },
  });
  const interest = (share: number): Decoded => ({
    interestType: 'Shareholding',
    directness: 'Direct',
    beneficialOwnershipOrControl: true,
    share: { Exact: share },
    startedOn: null,
    endedOn: null,
  });
  /** Two persons, and what each of them has of the shares, in millionths. */
  const owners = (shares: readonly [number, number]): Decoded => {
    const persons = shares.map((_, at) => ({
      record: at + 1,
      status: 'New',
      details: { Person: { kind: 'KnownPerson', isComponent: false } },
      commitment: commitment(),
    }));
    const relationships = shares.map((share, at) => ({
      record: at + 3,
      status: 'New',
      details: {
        Relationship: {
          subject: 'Company',
          interestedParty: { Record: at + 1 },
          interests: [interest(share)],
          components: [],
          isComponent: false,
        },
      },
      commitment: commitment(),
    }));
    return { Ownership: [...persons, ...relationships] };
  };
  const basisOf = (content: Decoded): number =>
    'Document' in content ? LEGAL_BASIS.filing : LEGAL_BASIS.beneficialOwnership;
  const file = (company: string, content: Decoded): Call =>
    calls().file(on(basisOf(content), 0), company, content);
  const filed = async (who: AccountName, company: string, content: Decoded): Promise<number> =>
    eventOf(await world().make(who, file(company, content)), 'FilingReceived').filing.toNumber();
  const read = async (): Promise<CompanyFilings> =>
    new CompanyFilings((await atFinalized(world().api)).state);

  describe('what a company files', () => {
    let company: string;

    it('should be what a law asks for that two officers have set', async () => {
      company = await found(world(), 'citizen1', 'Files in Time Ltd');
      const propose = (from: string): Call =>
        calls().proposeLaw(on(LEGAL_BASIS.parametersOfBusinessRegister, 0), 0, law(from));
      const basis = LEGAL_BASIS.parametersOfBusinessRegister;
      await world().expectRefusals([
        ['citizen1', file(company, notice(day(0))), filings('NotOwed')],
        ['examiner', propose(day(-1)), filings('LawRetroactive')],
        ['landsExaminer', propose(day(0)), 'mandates.NoMandate'],
      ]);
      const proposed = eventOf(await world().make('examiner', propose(day(0))), 'LawProposed');
      const decide = calls().decideLaw(on(basis, 0), proposed.proposal, 'Approve');
      await world().expectRefusal('examinerSecondKey', decide, filings('SamePerson'));
      await world().make('registrar', decide);
      expect(await (await read()).lawVersion()).toBe(1);
    });

    it('should be handed in for it, examined by one officer and decided by another', async () => {
      const statements = owners([600_000, 400_000]);
      await world().expectRefusals([
        ['citizen2', file(company, notice(day(0))), filings('MayNotFile')],
        ['citizen1', file(company, notice(day(1))), filings('PeriodNotOver')],
        ['citizen1', file(company, owners([600_000, 400_001])), filings('SharesAboveWhole')],
        ['examiner', calls().reportOverdue(company), filings('NothingOverdue')],
      ]);
      const ids = await Promise.all([
        filed('citizen1', company, notice(day(0))),
        filed('citizen1', company, statements),
      ]);
      const bases = [LEGAL_BASIS.filing, LEGAL_BASIS.beneficialOwnership] as const;
      const examine = (at: number): Call => calls().examineFiling(on(bases[at]!, 1), ids[at], 'Accept');
      const decide = (at: number): Call => calls().decideFiling(on(bases[at]!, 2), ids[at], 'Accept');
      await Promise.all([world().make('examiner', examine(0)), world().make('examiner', examine(1))]);
      await world().expectRefusals([
        ['examinerSecondKey', decide(0), filings('SamePerson')],
        [
          'registrar',
          calls().decideFiling(on(bases[0], 2), ids[0], { Refuse: 'NotSigned' }),
          filings('DecisionNotPrepared'),
        ],
      ]);
      await Promise.all([world().make('registrar', decide(0)), world().make('registrar', decide(1))]);
      await world().expectRefusal('citizen1', file(company, notice(day(0))), filings('AlreadyFiled'));

      const now = await read();
      expect(await now.filingsOf(company)).toEqual(ids);
      expect(await now.filing(ids[0])).toMatchObject({ company, state: 'Accepted', punctuality: 'InTime' });
      expect(await now.obligations(company)).toMatchObject([{ filingType: 'AnnualAccounts' }]);
      const current = await now.ownershipCurrency(company);
      expect(current).toMatchObject({ isCurrent: true, isOverdue: false });
      expect(current!.currentUntil - current!.confirmedAt!).toBeGreaterThan(360 * DAY);
    });
  });
}
