import { beforeAll, describe, expect, it } from 'vitest';
import { u8aToHex } from '@polkadot/util';
import { LEGAL_BASIS, REGISTER, type Call } from '@polity/client';

import { pairOf, tagOf, type AccountName } from '../src/accounts.js';
import {
  apply,
  applicationBody,
  boardOf,
  commitTo,
  examination,
  hexOf,
  registerAct,
  type OpenedName,
} from '../src/companies.js';
import { eventOf, type Decoded, type World } from '../src/world.js';

const registry = (name: string) => `businessRegistry.${name}`;

/** A company is founded, and nobody else's way leads there. */
export function foundingTests(world: () => World): void {
  const name = commitTo('citizen1', 'Founded in Steps Ltd');
  const yesterday = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
  const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  let reservation: number;
  let application: number;

  const request = (options = {}, holder: AccountName | null = null, opened: OpenedName = name): Call =>
    world().register.requestReservation(
      registerAct(0, { legalBasis: LEGAL_BASIS.nameReservation, ...options }),
      0,
      holder === null ? null : u8aToHex(tagOf(holder, REGISTER.business)),
      opened.commitment,
    );
  const reserve = (
    id: number,
    version: number,
    opened: { name: string; salt: string } = name,
    options = {},
  ): Call =>
    world().register.reserveName(
      registerAct(version, { legalBasis: LEGAL_BASIS.nameReservation, ...options }),
      id,
      hexOf(opened.name),
      opened.salt,
    );
  const takeUp = (version: number, id = application): Call =>
    world().register.takeUp(registerAct(version), id);
  const decide = (version: number, decision: Decoded = 'Register', options = {}, id = application): Call =>
    world().register.decide(registerAct(version, options), id, decision);
  const file = (change = {}, version = 0, options = {}): Call =>
    world().register.apply(
      registerAct(version, options),
      null,
      applicationBody(name, ['citizen1'], { reservation, ...change }),
    );

  describe('the reservation of a name', () => {
    it('should be asked for by a person, once, today and on no other version', async () => {
      const call = request();
      const asked = eventOf(await world().make('citizen1', call), 'ReservationRequested');
      reservation = asked.reservation.toNumber();
      await world().expectRefusals([
        ['citizen1', call, 'mandates.RequestRepeated'],
        ['citizen1', request({ expectedVersion: 1 }), registry('StaleVersion')],
        ['citizen1', request({ effectiveFrom: yesterday }), registry('Backdated')],
        ['citizen1', request({ legalBasis: 101 }), registry('LegalBasisDoesNotFit')],
        [
          'citizen1',
          request({ legalBasis: LEGAL_BASIS.correction, effectiveFrom: yesterday }),
          registry('LegalBasisDoesNotFit'),
        ],
        ['landsExaminer', request(), registry('NotAPerson')],
        ['landsExaminer', request({}, 'citizen1'), 'mandates.NoMandate'],
        ['former', request({}, 'citizen1'), 'mandates.Expired'],
      ]);
    });

    it('should be granted by an officer who decides, and by nobody else', async () => {
      const other = commitTo('citizen2', name.name);
      const [rival, counter] = await Promise.all([
        world().make('citizen2', request({}, null, other)),
        world().make('examiner', request({}, 'citizen3', commitTo('citizen3', 'At the Counter'))),
      ]);
      const id = (outcome: Decoded) =>
        eventOf(outcome, 'ReservationRequested').reservation.toNumber();
      await world().expectRefusals([
        ['citizen1', reserve(reservation, 1), 'mandates.NoMandate'],
        ['landsExaminer', reserve(reservation, 1), 'mandates.NoMandate'],
        ['examiner', reserve(reservation, 1), 'mandates.PowerNotGranted'],
        ['registrar', reserve(reservation, 0), registry('StaleVersion')],
        ['registrar', reserve(reservation + 1000, 0), registry('ReservationNotFound')],
        [
          'registrar',
          reserve(reservation, 1, { ...name, salt: other.salt }),
          registry('CommitmentMismatch'),
        ],
        [
          'registrar',
          reserve(reservation, 1, name, { effectiveFrom: tomorrow }),
          registry('EffectiveInFuture'),
        ],
        ['examinerSecondKey', reserve(id(counter), 1), registry('SamePerson')],
      ]);
      await world().make('registrar', reserve(reservation, 1));
      await world().expectRefusals([
        ['registrar', reserve(reservation, 2), registry('WrongReservationState')],
        ['registrar', reserve(id(rival), 1, other), registry('NameReserved')],
      ]);
    });
  });

  describe('an application', () => {
    it('should be filed by the holder of the reservation in a form that can be founded', async () => {
      await world().expectRefusals([
        ['landsExaminer', file(), registry('NotAPerson')],
        ['citizen2', file(), registry('ReservationOfAnother')],
        ['citizen1', file({}, 1), registry('StaleVersion')],
        ['citizen1', file({ legalForm: hexOf('NAUO') }), registry('LegalFormNotAllowed')],
        ['citizen1', file({ jurisdiction: hexOf('AT') }), registry('LegalFormNotOfJurisdiction')],
        ['citizen1', file({ board: boardOf([]) }), 'companyOfficers.NoDirector'],
      ]);
      application = await apply(world(), 'citizen1', name, { reservation });
      await world().expectRefusals([
        ['citizen1', file(), registry('ReservationInUse')],
        ['registrar', decide(1), registry('WrongApplicationState')],
      ]);
    });

    it('should be taken up and examined by an officer who examines', async () => {
      await world().expectRefusals([
        ['citizen1', takeUp(1), 'mandates.NoMandate'],
        ['landsExaminer', takeUp(1), 'mandates.NoMandate'],
        ['examinerSecondKey', takeUp(1), 'mandates.PowerNotGranted'],
        ['former', takeUp(1), 'mandates.Expired'],
        ['examiner', takeUp(0), registry('StaleVersion')],
        ['examiner', takeUp(0, application + 1000), registry('ApplicationNotFound')],
      ]);
      await world().make('examiner', takeUp(1));
      const other = { ...name, name: 'Founded in Leaps Ltd' };
      await world().expectRefusals([
        ['citizen1', examination(world(), application, name, 2), 'mandates.NoMandate'],
        ['examiner', examination(world(), application, name, 1), registry('StaleVersion')],
        ['examiner', examination(world(), application, other, 2), registry('CommitmentMismatch')],
        ['registrar', decide(2), registry('WrongApplicationState')],
      ]);
      await world().make('examiner', examination(world(), application, name, 2));
      await world().expectRefusals([
        ['examiner', examination(world(), application, name, 3), registry('WrongApplicationState')],
        ['examiner', takeUp(3), registry('WrongApplicationState')],
      ]);
    });

    it('should be decided by another officer and person, as it was prepared, once', async () => {
      await world().expectRefusals([
        ['examiner', decide(3), 'mandates.PowerNotGranted'],
        ['examinerSecondKey', decide(3), registry('SamePerson')],
        ['citizen1', decide(3), 'mandates.NoMandate'],
        ['landsExaminer', decide(3), 'mandates.NoMandate'],
        ['registrar', decide(2), registry('StaleVersion')],
        ['registrar', decide(3, { Refuse: 'NameNotShown' }), registry('DecisionNotPrepared')],
        ['registrar', decide(3, 'Register', { effectiveFrom: tomorrow }), registry('EffectiveInFuture')],
      ]);
      const decided = await world().make('registrar', decide(3));
      const { company } = eventOf(decided, 'CompanyRegistered');
      await world().expectRefusal('registrar', decide(4), registry('WrongApplicationState'));

      const registered = await world().registry();
      const read = await registered.company(company.toString());
      expect(read).toMatchObject({ name: name.name, status: 'Active', dispute: null, source: null });
      expect(await registered.companiesByName('FOUNDED IN STEPS')).toEqual([read]);
      const used = await registered.record('reservation', reservation);
      expect(used!.record.state.type).toBe('Used');
    });

    it('should be decided by nobody who has examined it, with one account or two', async () => {
      const own = commitTo('citizen1', 'Examined by the Registrar Ltd');
      const id = await apply(world(), 'citizen1', own);
      await world().make('registrar', examination(world(), id, own));
      await world().expectRefusal('registrar', decide(2, 'Register', {}, id), registry('SameAccount'));
    });

    it('should be out of reach when an officer has lent its account as a proxy', async () => {
      const { api } = world();
      const lent = api.tx.proxy!.addProxy!(pairOf('landsExaminer').address, 'Operations', 0);
      const own = commitTo('citizen3', 'Through a Proxy Ltd');
      const [id] = await Promise.all([
        apply(world(), 'citizen3', own),
        world().make('clerk', lent),
      ]);
      const proxied = (call: Call) =>
        api.tx.proxy!.proxy!(pairOf('clerk').address, null, call) as Call;
      for (const call of [takeUp(1, id), api.tx.utility!.batchAll!([takeUp(1, id)])]) {
        const done = await world().make('landsExaminer', proxied(call));
        const { result } = eventOf(done, 'ProxyExecuted');
        expect(result.isErr).toBe(true);
        expect(api.registry.findMetaError(result.asErr.asModule).name).toBe('CallFiltered');
      }
      expect(await world().version('application', id)).toBe(1);
    });
  });

  describe('a nested call', () => {
    let id: number;
    beforeAll(async () => {
      id = await apply(world(), 'citizen3', commitTo('citizen3', 'In a Batch Ltd'));
    });

    it('should be refused as it would be alone', async () => {
      const { api } = world();
      const once = api.tx.utility!.batchAll!([takeUp(1, id)]);
      const twice = api.tx.utility!.batchAll!([once]);
      const closed = api.tx.utility!.batchAll!([api.tx.system!.remark!('0x00')]);
      await world().expectRefusals([
        ['citizen3', once, 'mandates.NoMandate'],
        ['landsExaminer', once, 'mandates.NoMandate'],
        // The SDK does not nest this call in itself.
        ['examiner', twice, 'system.CallFiltered'],
        // What the chain does not take enters no block, whatever carries it.
        ['clerk', closed, 'pool.CallNotAvailable'],
      ]);
    });
  });
}
