import { describe, expect, it } from 'vitest';
import { u8aToHex } from '@polkadot/util';
import { act, finalizedBlock, LEGAL_BASIS, poolRefusal, REGISTER, type Call } from '@polity/client';

import { pairOf, tagOf } from '../src/accounts.js';
import { commitTo, registerAct } from '../src/companies.js';
import { pass } from '../src/council.js';
import { waitForFinalized } from '../src/network.js';
import { eventOf, nameOf, refusalOf, type Decoded, type World } from '../src/world.js';

/** Bytes that the envelope of a large transaction takes besides its content, at most. */
const ENVELOPE = 200;

const periodOf = async (world: World) => {
  const length = (world.api.consts.allowances!.period as Decoded).toNumber();
  const { number } = await finalizedBlock(world.api);
  return { index: Math.floor(number / length), into: number % length, length, number };
};

const ordinaryCall = (world: World) => world.register.takeUp(registerAct(1), 1_000_000);

/**
 * What is refused before it runs, and mandates that give no power.
 *
 * @returns in which period the clerk has used up its allowance.
 */
export function poolTests(world: () => World): () => number {
  const someAct = () =>
    world().register.requestReservation(
      registerAct(0, { legalBasis: LEGAL_BASIS.nameReservation }),
      0,
      null,
      commitTo('citizen1', 'Refused at the Door').commitment,
    );

  describe('the pool', () => {
    it('should refuse an account that nobody knows with its code', async () => {
      await world().expectRefusal('stranger', someAct(), 'pool.UnknownSigner');
    });

    it('should refuse a transaction that is valid for ever with its code', async () => {
      const { api } = world();
      const pair = pairOf('citizen1');
      const nonce = await api.rpc.system.accountNextIndex(pair.address);
      const immortal = await someAct().signAsync(pair, { era: 0, nonce });
      const error = await api.rpc.author.submitExtrinsic(immortal).then(
        () => null,
        (refused: unknown) => refused,
      );
      expect(String(error)).toContain('Custom error: 5');
      expect(poolRefusal(error).name).toBe('Immortal');
    });
  });

  let exhaustedIn = 0;
  describe('an allowance', () => {
    /** The calls take any bytes: nothing is authorised, so they are refused when they run. */
    const large = (bytes: number) =>
      world().api.tx.system!.applyAuthorizedUpgrade!(u8aToHex(new Uint8Array(bytes)));
    const ordinary = () => ordinaryCall(world());
    const several = (calls: number) =>
      world().api.tx.utility!.forceBatch!(Array.from({ length: calls }, ordinary));
    /** The officers' rate before the council sets it, and what is much by the low one. */
    let firstRate: Decoded;
    let share: Call;
    const officerRate = async () => (await world().api.query.allowances!.rates!('Officer')) as Decoded;
    const period = () => periodOf(world());

    it('should be refused by name when one officer has exhausted it, and slow no other ministry', async () => {
      const { api } = world();
      const now = await period();
      // All of it has to happen in one period.
      if (now.into > now.length / 2) await waitForFinalized(api, now.number + now.length - now.into);
      // The name that @polkadot/api gives to a field named length, if it has to give one.
      const bytes = (part: Decoded): number => (part.get('length') ?? part.length_).toNumber();
      const rate = bytes(await api.query.allowances!.rates!('Officer'));
      const used = async () => {
        const usage = (await api.query.allowances!.used!(pairOf('clerk').address)) as Decoded;
        const { index } = await period();
        return usage.period.toNumber() === index ? bytes(usage) : 0;
      };
      const most = 2_500_000;
      for (;;) {
        const left = rate - (await used());
        if (left < ENVELOPE * 2) break;
        const outcome = await world().submit('clerk', large(Math.min(most, left - ENVELOPE)));
        expect(outcome.kind, JSON.stringify(outcome)).toBe('finalized');
      }
      exhaustedIn = (await period()).index;
      await world().expectRefusal('clerk', large(most), 'pool.AllowanceExhausted');
      await world().expectRefusal('clerk', ordinary(), 'pool.AllowanceExhausted');
      expect((await period()).index, 'the period went by in the meantime').toBe(exhaustedIn);
      await world().expectRefusals([
        ['judge1', ordinary(), 'businessRegistry.ApplicationNotFound'],
        ['examiner', ordinary(), 'businessRegistry.ApplicationNotFound'],
      ]);
    });

    it('should be what the council has set, for one officer and no other', async () => {
      const { api } = world();
      firstRate = await officerRate();
      const lowest = api.consts.allowances!.minimumRate as Decoded;
      const refTime = lowest.get('refTime').toNumber();
      // What a call weighs, by the chain's own count.
      const weighed = eventOf(await world().make('judge2', several(10)), 'ExtrinsicSuccess');
      const each = weighed.dispatchInfo.weight.refTime.toNumber() / 10;
      // Two of these fit into the low rate, three do not.
      share = several(Math.floor((refTime * 0.4) / each));
      const rate = { refTime, length: firstRate.get('length') };
      const passed = await pass(world(), { SetRate: { class: 'Officer', rate } });
      const set = eventOf(passed, 'RateSet');
      expect(set.class.type).toBe('Officer');
      expect([set.previous.eq(firstRate), set.rate.eq(await officerRate())]).toEqual([true, true]);

      let outcome = await world().submit('registrar', share);
      // Not more than twice as often: a period may end on the way.
      for (let sent = 1; outcome.kind === 'finalized' && sent < 5; sent += 1) {
        expect(outcome.refusal).toBeNull();
        outcome = await world().submit('registrar', share);
      }
      expect(nameOf(refusalOf(outcome))).toBe('pool.AllowanceExhausted');
      // An officer of another ministry, and a colleague.
      await Promise.all([world().make('judge1', share), world().make('examinerSecondKey', share)]);
    });

    it('should be what it was before when the council has set it back', async () => {
      const { api } = world();
      await pass(world(), { SetRate: { class: 'Officer', rate: firstRate } });
      expect((await officerRate()).eq(firstRate)).toBe(true);
      const { left } = (await (api.call as Decoded).allowanceApi.allowance(pairOf('registrar').address)).unwrap();
      const lowest = api.consts.allowances!.minimumRate as Decoded;
      expect(left.get('refTime').gt(lowest.get('refTime'))).toBe(true);
    });
  });

  describe('a mandate', () => {
    const grant = (register: string) => {
      const now = Date.now();
      return world().api.tx.mandates!.proposeGrant!(
        act({ legalBasis: LEGAL_BASIS.appointment }),
        pairOf('landsExaminer').address,
        u8aToHex(tagOf('landsExaminer', REGISTER.publicOffice)),
        register,
        1,
        0,
        now,
        now + 86_400_000,
      );
    };

    it('should give nothing when it has expired', async () => {
      await world().expectRefusal(
        'former',
        world().register.takeUp(registerAct(1), 1),
        'mandates.Expired',
      );
    });

    it('should not be granted when the ministry is not competent or its own key asks', async () => {
      await world().expectRefusals([
        ['landsSeat1', grant('Business'), 'mandates.OutsideCompetence'],
        ['landsExaminer', grant('Land'), 'mandates.NotSeatKey'],
      ]);
    });

    it('should be granted by two keys of the seat and by no fewer', async () => {
      const { api } = world();
      const proposed = eventOf(await world().make('landsSeat1', grant('Land')), 'MandateProposed');
      const confirm = () =>
        api.tx.mandates!.confirmGrant!(
          act({ legalBasis: LEGAL_BASIS.appointment, expectedVersion: 1 }),
          proposed.id,
        );
      await world().expectRefusals([
        ['landsSeat1', confirm(), 'mandates.SameAccount'],
        ['economySeat1', confirm(), 'mandates.OtherMinistry'],
      ]);
      const granted = await world().make('landsSeat2', confirm());
      expect(eventOf(granted, 'MandateGranted').id.eq(proposed.id)).toBe(true);
    });
  });

  return () => exhaustedIn;
}

/** An allowance that was used up is refilled; other tests fill the period until then. */
export function refillTests(world: () => World, exhaustedIn: () => number): void {
  describe('an allowance that was used up', () => {
    it('should be whole again when the next period begins', async () => {
      const { length } = await periodOf(world());
      await waitForFinalized(world().api, (exhaustedIn() + 1) * length);
      await world().expectRefusal(
        'clerk',
        ordinaryCall(world()),
        'businessRegistry.ApplicationNotFound',
      );
    });
  });
}
