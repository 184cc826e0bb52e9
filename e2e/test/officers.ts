import { describe, expect, it } from 'vitest';
import { u8aToHex } from '@polkadot/util';
import {
  act,
  calendarDate,
  conversionMatter,
  LEGAL_BASIS,
  mergerMatter,
  REGISTER,
  type Call,
} from '@polity/client';

import { tagOf, type AccountName } from '../src/accounts.js';
import { boardOf, found, hexOf } from '../src/companies.js';
import { aDocument, eventOf, type Decoded, type World } from '../src/world.js';

const officers = (name: string) => `companyOfficers.${name}`;
const registry = (name: string) => `businessRegistry.${name}`;
const today = () => new Date().toISOString().slice(0, 10);

/** Who acts for a company, what it resolves, and what follows from that. */
export function officerTests(world: () => World): void {
  const calls = (): Decoded => world().api.tx.companyOfficers;
  const person = (name: AccountName): Decoded => ({ Person: u8aToHex(tagOf(name, REGISTER.business)) });
  const on = (legalBasis: number, expectedVersion: number): Decoded => act({ legalBasis, expectedVersion });
  const appoint = (company: string, version: number, who: AccountName, role = 'Director'): Call => {
    const officer = { role, party: person(who), from: calendarDate(today()), to: null };
    const change = { Appoint: officer };
    return calls().proposeChange(on(LEGAL_BASIS.companyOfficers, version), company, change, 'Registrar');
  };
  const endorse = (company: string, matter: string): Call =>
    calls().endorse(on(LEGAL_BASIS.resolution, 0), company, matter);
  const bar = async (who: AccountName, version: number, until: number | null): Promise<void> => {
    const tag = u8aToHex(tagOf(who, REGISTER.business));
    const ordered = (): Decoded =>
      act({ legalBasis: LEGAL_BASIS.courtOrder, expectedVersion: version, documents: [aDocument()] });
    const order = ordered();
    const proposed = await world().make('judge1', calls().proposeDisqualification(order, tag, until));
    const { proposal } = eventOf(proposed, 'DisqualificationProposed');
    const decision = ordered();
    await world().make('judge2', calls().decideProposal(decision, proposal, 'Approve'));
  };
  const propose = (company: string, version: number, change: Decoded, legalBasis: number): Call =>
    world().register.proposeChange(on(legalBasis, version), company, change, 'Registrar', null);
  const agree = async (company: string, version: number, change: Decoded, legalBasis: number) => {
    const proposed = await world().make('examiner', propose(company, version, change, legalBasis));
    const { proposal } = eventOf(proposed, 'ChangeProposed');
    return world().make(
      'registrar',
      world().register.decideChange(on(legalBasis, version), proposal, 'Approve'),
    );
  };
  const statusOf = async (company: string) => (await (await world().registry()).company(company))!.status;

  describe('the officers of a company', () => {
    let absorbed: string;
    let survivor: string;

    it('should be appointed by two officers of the state, unless a court has barred them', async () => {
      const board = boardOf(['citizen1', 'citizen2'], 2);
      [absorbed, survivor] = await Promise.all([
        found(world(), 'citizen1', 'Boarded Together Ltd', { board }),
        found(world(), 'citizen2', 'Boarded Alone Ltd'),
      ]);
      await bar('citizen3', 0, calendarDate('2099-01-01'));
      await world().expectRefusals([
        ['examiner', appoint(survivor, 1, 'citizen3'), officers('PersonDisqualified')],
        ['landsExaminer', appoint(survivor, 1, 'citizen3'), 'mandates.NoMandate'],
        ['citizen1', appoint(survivor, 1, 'citizen1'), 'mandates.NoMandate'],
      ]);
      await bar('citizen3', 1, null);
      const proposed = await world().make('examiner', appoint(survivor, 1, 'citizen3', 'Secretary'));
      const { proposal } = eventOf(proposed, 'ChangeProposed');
      const decide = calls().decideProposal(on(LEGAL_BASIS.companyOfficers, 1), proposal, 'Approve');
      await world().expectRefusals([
        ['examinerSecondKey', decide, officers('SamePerson')],
        ['citizen2', decide, 'mandates.NoMandate'],
      ]);
      await world().make('registrar', decide);
      const resign = calls().resign(on(LEGAL_BASIS.companyOfficers, 2), survivor, 'Director');
      await world().expectRefusals([
        ['citizen2', resign, officers('LastDirector')],
        ['citizen1', resign, officers('NotInOffice')],
      ]);
    });

    it('should bind it together where they sign together, and merge it with what it has', async () => {
      const matter = mergerMatter(absorbed, survivor);
      const merge = { Merge: { into: survivor, survivorVersion: 1 } };
      const basis = LEGAL_BASIS.mergerAndConversion;
      await world().expectRefusals([
        ['citizen3', endorse(absorbed, matter), officers('MayNotEndorse')],
        ['landsExaminer', endorse(absorbed, matter), officers('NotAPerson')],
      ]);
      await Promise.all([
        world().make('citizen1', endorse(absorbed, matter)),
        world().make('citizen2', endorse(survivor, matter)),
      ]);
      // One of two directors who sign together does not bind the company.
      await world().expectRefusal('examiner', propose(absorbed, 1, merge, basis), registry('MergerNotResolved'));
      const last = eventOf(await world().make('citizen2', endorse(absorbed, matter)), 'MatterEndorsed');
      expect(last.isResolved.isTrue).toBe(true);
      const done = await agree(absorbed, 1, merge, basis);
      expect(eventOf(done, 'CompanyAbsorbed').absorbed.toString()).toBe(absorbed);
      expect([await statusOf(absorbed), await statusOf(survivor)]).toEqual(['MergedInto', 'Active']);
      await world().expectRefusal('citizen1', endorse(absorbed, matter), officers('CompanyEnded'));
    });

    it('should go on with a company that is converted', async () => {
      const basis = LEGAL_BASIS.mergerAndConversion;
      const convert = { Convert: { legalForm: hexOf('B6ES') } };
      await world().expectRefusal(
        'examiner',
        propose(survivor, 2, convert, basis),
        registry('ConversionNotResolved'),
      );
      await world().make('citizen2', endorse(survivor, conversionMatter(survivor, 'B6ES')));
      const converted = eventOf(await agree(survivor, 2, convert, basis), 'CompanyConverted');
      const next = converted.company.toString();
      expect([await statusOf(survivor), await statusOf(next)]).toEqual(['ConvertedTo', 'Active']);
      const matter = conversionMatter(next, 'H0PO');
      expect(eventOf(await world().make('citizen2', endorse(next, matter)), 'MatterEndorsed').isResolved.isTrue).toBe(
        true,
      );

      // And is struck off only after notice.
      const strikeOff = propose(next, 1, { Status: 'StruckOff' }, LEGAL_BASIS.changeOfStatus);
      await world().expectRefusal('examiner', strikeOff, registry('StrikeOffNoticeMissing'));
      await agree(next, 1, 'StrikeOffNotice', LEGAL_BASIS.changeOfStatus);
      await world().expectRefusal(
        'examiner',
        propose(next, 2, { Status: 'StruckOff' }, LEGAL_BASIS.changeOfStatus),
        registry('StrikeOffNoticeRunning'),
      );
    });
  });
}
