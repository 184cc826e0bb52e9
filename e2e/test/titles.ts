import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { u8aToHex } from '@polkadot/util';
import {
  act,
  atFinalized,
  calendarDate,
  conveyanceMatter,
  LandCadastre,
  LandRegister,
  LEGAL_BASIS,
  REGISTER,
  type Call,
  type HistoryFile,
} from '@polity/client';

import { tagOf, type AccountName } from '../src/accounts.js';
import { found } from '../src/companies.js';
import { lastLine, script } from '../src/scripts.js';
import { aDocument, eventOf, type Decoded, type World } from '../src/world.js';

const land = (name: string) => `landRegister.${name}`;
const AMOUNT = `0x${'04'.repeat(32)}`;
const SOURCE = `0x${'05'.repeat(32)}`;
const inDays = (days: number): number =>
  calendarDate(new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10));

/** A house is sold in one transaction, and nobody is dispossessed. */
export function titleTests(world: () => World): void {
  const calls = (): Decoded => world().api.tx.landRegister;
  const tag = (name: AccountName): string => u8aToHex(tagOf(name, REGISTER.land));
  const person = (name: AccountName): Decoded => ({ Person: tag(name) });
  const on = (legalBasis: number, expectedVersion: number): Decoded => act({ legalBasis, expectedVersion });
  const register = async (): Promise<LandRegister> =>
    new LandRegister((await atFinalized(world().api)).state);
  const unitOf = async (reference: string): Promise<string> => {
    const { state } = await atFinalized(world().api);
    const parcel = await new LandCadastre(state).parcelByReference(reference);
    return (await new LandRegister(state).unitOfParcel(parcel!.number))!;
  };
  const prepare = (basis: number, legs: Decoded[], actingFor: Decoded = null): Call =>
    calls().prepareConveyance(on(basis, 0), legs, 'Registrar', actingFor);
  const prepared = async (basis: number, legs: Decoded[], actingFor: Decoded = null): Promise<Decoded> =>
    eventOf(await world().make('landsExaminer', prepare(basis, legs, actingFor)), 'ConveyancePrepared');
  const consent = (basis: number, id: Decoded, version: number): Call =>
    calls().consent(on(basis, version), id);
  const settle = (basis: number, id: Decoded, version: number): Call =>
    calls().settle(on(basis, version), id);
  /** Does one act with the consent of these, and answers the conveyance's events. */
  const convey = async (
    basis: number,
    unit: string,
    version: number,
    deed: Decoded,
    who: readonly AccountName[],
  ) => {
    const { conveyance } = await prepared(basis, [{ unit, expectedVersion: version, act: deed }]);
    let at = 1;
    for (const one of who) await world().make(one, consent(basis, conveyance, at++));
    return world().make('landsRegistrar', settle(basis, conveyance, at));
  };
  const sale = (from: AccountName, to: AccountName, cause = 'Sale'): Decoded => ({
    Transfer: { from: person(from), to: person(to), units: 1, cause, subjectToMortgages: false },
  });

  describe('the sale of a house', () => {
    let unit: string;
    let bank: string;
    const folder = mkdtempSync(join(tmpdir(), 'polity-title-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    const mortgage = (): Decoded => ({
      EncumberByMortgage: { on: 'Title', creditor: { Company: bank }, amount: AMOUNT, source: SOURCE },
    });
    const legs = (version: number, deeds: Decoded[]): Decoded[] =>
      deeds.map((deed) => ({ unit, expectedVersion: version, act: deed }));

    beforeAll(async () => {
      [unit, bank] = await Promise.all([unitOf('PLOT1'), found(world(), 'citizen3', 'House Bank Ltd')]);
      await convey(LEGAL_BASIS.mortgage, unit, 1, mortgage(), ['citizen1']);
    });

    it('should wait for nobody but the owner, who has promised it to the buyer', async () => {
      const notice = { kind: 'PriorityNotice', beneficiary: person('citizen2'), expires: inDays(30) };
      const basis = LEGAL_BASIS.noticeInLand;
      const { conveyance } = await prepared(basis, legs(2, [{ EnterNotice: notice }]));
      await world().expectRefusals([
        ['landsRegistrar', settle(basis, conveyance, 1), land('ConsentMissing')],
        ['landsExaminer', settle(basis, conveyance, 1), 'mandates.PowerNotGranted'],
        ['registrar', settle(basis, conveyance, 1), 'mandates.NoMandate'],
        ['citizen2', consent(basis, conveyance, 1), land('NotAParty')],
        // The owner has a key: nobody consents for it.
        [
          'notary',
          calls().consentByDeed(
            act({ legalBasis: LEGAL_BASIS.deed, expectedVersion: 1, documents: [aDocument()] }),
            conveyance,
            person('citizen1'),
          ),
          land('PersonHasKey'),
        ],
      ]);
      await world().make('citizen1', consent(basis, conveyance, 1));
      await world().make('landsRegistrar', settle(basis, conveyance, 2));
      // A second sale meanwhile.
      const second = prepare(LEGAL_BASIS.transferOfLand, legs(3, [sale('citizen1', 'citizen3')]));
      const stale = prepare(LEGAL_BASIS.transferOfLand, legs(2, [sale('citizen1', 'citizen2')]));
      await world().expectRefusals([
        ['landsExaminer', second, land('PriorityNoticeStands')],
        ['landsExaminer', stale, land('UnitVersionStale')],
      ]);
    });

    it('should be done with all that belongs to it, or not at all', async () => {
      const basis = LEGAL_BASIS.transferOfLand;
      const steps = legs(3, [
        { Discharge: { mortgage: 1 } },
        sale('citizen1', 'citizen2'),
        mortgage(),
        { CancelNotice: { notice: 2 } },
      ]);
      const told = await prepared(basis, steps, person('citizen2'));
      const { conveyance, matter } = told;
      expect(conveyanceMatter(conveyance.toBigInt(), told.legs)).toBe(matter.toHex());
      await world().make('citizen1', consent(basis, conveyance, 1));
      await world().make('citizen2', consent(basis, conveyance, 2));
      // The bank has not resolved to give its mortgage up: no leg is done.
      await world().expectRefusal('landsRegistrar', settle(basis, conveyance, 3), land('ConsentMissing'));
      expect((await (await register()).title(unit))!.head.seq).toBe(3);

      const endorse = world().api.tx.companyOfficers!.endorse!(
        on(LEGAL_BASIS.resolution, 0),
        bank,
        matter,
      ) as Call;
      await world().make('citizen3', endorse);
      const done = await world().make('landsRegistrar', settle(basis, conveyance, 3));
      expect(done.events.filter(({ event }) => event.method === 'TitleChanged')).toHaveLength(4);

      const state = await register();
      expect(await state.title(unit)).toMatchObject({
        owners: [{ party: `Person ${tag('citizen2')}`, units: 1, byDeed: false }],
        mortgages: [{ creditor: `Company ${bank}`, rank: 1 }],
        notices: [],
        head: { seq: 7 },
      });
      expect(await state.history(unit)).toEqual([
        'Given',
        'EncumberByMortgage',
        'EnterNotice',
        'Discharge',
        'Transfer',
        'EncumberByMortgage',
        'CancelNotice',
      ]);
      expect(await state.titlesOf(person('citizen2'))).toContain(unit);
    });

    it('should be proven by one finalized block, with no node at hand', async () => {
      const { endpoint } = world().network.gateway;
      const exported = await script('export-history', unit, '--of', 'title', '--rpc', endpoint);
      expect(exported.code, exported.stderr).toBe(0);
      const file = join(folder, 'title.json');
      writeFileSync(file, exported.stdout);
      const { block } = JSON.parse(exported.stdout) as HistoryFile;
      const verified = await script('verify-history', file, '--block', block.hash);
      expect(verified.code, verified.stderr).toBe(0);
      expect(lastLine(verified.stdout)).toMatchObject({ verified: true, entries: 7 });
    });

    it('should keep a company that has a right in land from its end', async () => {
      const change = (status: string, version: number): Call =>
        world().register.proposeChange(
          on(LEGAL_BASIS.changeOfStatus, version),
          bank,
          { Status: status },
          'Registrar',
          null,
        );
      const { proposal } = eventOf(
        await world().make('examiner', change('InLiquidation', 1)),
        'ChangeProposed',
      );
      await world().make(
        'registrar',
        world().register.decideChange(on(LEGAL_BASIS.changeOfStatus, 1), proposal, 'Approve'),
      );
      await world().expectRefusal('examiner', change('Dissolved', 2), 'businessRegistry.CompanyOwnsLand');
    });
  });

  describe('land that several own', () => {
    it('should be counted anew, and offered to the other owners first', async () => {
      const unit = await unitOf('PLOT3');
      const basis = LEGAL_BASIS.transferOfLand;
      // A sale to a third party asks the seller and the other owner.
      const offered = await prepared(basis, [
        { unit, expectedVersion: 1, act: sale('citizen1', 'citizen3') },
      ]);
      expect([...offered.parties].map(String)).toHaveLength(2);
      // The seller alone does not pass the gate: the other owner has not given up its turn.
      await world().make('citizen1', consent(basis, offered.conveyance, 1));
      const early = settle(basis, offered.conveyance, 2);
      await world().expectRefusal('landsRegistrar', early, land('ConsentMissing'));
      await world().make('landsExaminer', calls().withdrawConveyance(on(basis, 2), offered.conveyance));
      await convey(LEGAL_BASIS.correctionInLand, unit, 1, { Rescale: { factor: 2 } }, []);
      await convey(LEGAL_BASIS.transferOfLand, unit, 2, sale('citizen2', 'citizen3', 'Gift'), ['citizen2']);
      const title = await (await register()).title(unit);
      const shares = new Map(title!.owners.map(({ party, units }) => [party, units]));
      expect(title!.totalUnits).toBe(4);
      expect(['citizen1', 'citizen2', 'citizen3'].map((one) => shares.get(`Person ${tag(one as AccountName)}`))).toEqual(
        [2, 1, 1],
      );
      const sum = title!.owners.reduce((units, share) => units + share.units, 0);
      expect(sum).toBe(title!.totalUnits);
      // A couple gets what one of the owners had, undivided.
      const members = [person('citizen1'), person('citizen2')];
      const form = calls().formGroup(on(LEGAL_BASIS.transferOfLand, 0), 0, members);
      const { group } = eventOf(await world().make('landsExaminer', form), 'GroupFormed');
      const gift = { ...sale('citizen3', 'citizen1', 'Gift').Transfer, to: { Group: group } };
      await convey(LEGAL_BASIS.transferOfLand, unit, 3, { Transfer: gift }, ['citizen3']);
      const held = (await (await register()).title(unit))!;
      expect(held.owners).toContainEqual({ party: `Group ${group}`, units: 1, byDeed: false });
      expect(held.owners.reduce((units, share) => units + share.units, 0)).toBe(held.totalUnits);
      // Among owners it asks the seller alone.
      const between = await prepared(basis, [
        { unit, expectedVersion: 4, act: sale('citizen1', 'citizen2') },
      ]);
      expect([...between.parties].map(String)).toHaveLength(1);
      // Nobody waits for it: it would stand before whatever comes later.
      await world().make('landsExaminer', calls().withdrawConveyance(on(basis, 1), between.conveyance));
    });
  });
}
