import { beforeAll, describe, expect, it } from 'vitest';
import { u8aToHex } from '@polkadot/util';
import {
  act,
  atFinalized,
  calendarDate,
  LandCadastre,
  LandRegister,
  LEGAL_BASIS,
  REGISTER,
  type Call,
  type ParcelRead,
  type WorkBound,
} from '@polity/client';

import { tagOf, type AccountName } from '../src/accounts.js';
import { hexOf } from '../src/companies.js';
import { eventOf, type Decoded, type World } from '../src/world.js';

const AMOUNT = `0x${'04'.repeat(32)}`;
const SOURCE = `0x${'05'.repeat(32)}`;
/** The row of plots that the network begins with, in 1e-7 degree: the second, 22 by 14 m. */
const WEST = 100_002_000;
const EAST = 100_004_000;
const SOUTH = 500_000_000;
const MIDDLE = 500_001_000;
const NORTH = 500_002_000;
const HALF = 159;

type Corner = readonly [number, number];
const outline = (...corners: readonly Corner[]): Decoded => ({
  outer: corners.map(([x, y]) => ({ x, y })),
  holes: [],
});

/** A plot is divided with all that stands on it, and nobody's ground is taken by it. */
export function surveyTests(world: () => World): void {
  const calls = (): Decoded => world().api.tx.landCadastre;
  const titles = (): Decoded => world().api.tx.landRegister;
  const tag = (name: AccountName): string => u8aToHex(tagOf(name, REGISTER.land));
  const on = (legalBasis: number, expectedVersion: number): Decoded => act({ legalBasis, expectedVersion });
  const read = async (): Promise<[LandCadastre, LandRegister]> => {
    const { state } = await atFinalized(world().api);
    return [new LandCadastre(state), new LandRegister(state)];
  };
  const plot = async (reference: string): Promise<{ parcel: ParcelRead; unit: string; version: number }> => {
    const [cadastre, register] = await read();
    const parcel = (await cadastre.parcelByReference(reference))!;
    const unit = (await register.unitOfParcel(parcel.number))!;
    return { parcel, unit, version: (await register.title(unit))!.head.seq };
  };
  const named = ({ number, head }: ParcelRead): Decoded => ({ parcel: number, version: head.seq });
  const parcel = (reference: string, boundary: Decoded, registeredArea = HALF): Decoded => ({
    reference: hexOf(reference),
    outline: boundary,
    registeredArea,
  });
  const propose = (change: Decoded, version: number, bound: WorkBound): Call =>
    calls().proposeSurvey(on(LEGAL_BASIS.survey, version), change, bound);
  const decide = (proposal: Decoded, version: number, bound: WorkBound): Call =>
    calls().decideSurvey(on(LEGAL_BASIS.survey, version), proposal, 'Approve', bound);
  const consent = (unit: string, version: number, matter: Decoded): Call =>
    titles().consentToSurvey(on(LEGAL_BASIS.survey, version), unit, matter);
  const plenty: WorkBound = { cells: 300, candidates: 60, tests: 5_000, writes: 120 };

  describe('the subdivision of a plot', () => {
    const south = outline([WEST, SOUTH], [EAST, SOUTH], [EAST, MIDDLE], [WEST, MIDDLE]);
    const north = outline([WEST, MIDDLE], [EAST, MIDDLE], [EAST, NORTH], [WEST, NORTH]);
    const noded = outline(
      [WEST, SOUTH],
      [EAST, SOUTH],
      [EAST, MIDDLE],
      [EAST, NORTH],
      [WEST, NORTH],
      [WEST, MIDDLE],
    );
    let whole: Awaited<ReturnType<typeof plot>>;
    let served: Awaited<ReturnType<typeof plot>>;
    let beside: Decoded[];
    const division = (upper = north, neighbours = beside): Decoded => ({
      Subdivide: {
        parcel: named(whole.parcel),
        noded,
        children: [parcel('PLOT2S', south), parcel('PLOT2N', upper)],
        neighbours,
      },
    });

    beforeAll(async () => {
      whole = await plot('PLOT2');
      served = await plot('PLOT4');
      const right = {
        kind: 'RightOfWay',
        holder: { Unit: served.unit },
        from: calendarDate(new Date().toISOString().slice(0, 10)),
        to: null,
        derivedFrom: null,
        source: SOURCE,
      };
      const creditor = { Person: tag('citizen3') };
      const deeds = [
        { EncumberByMortgage: { on: 'Title', creditor, amount: AMOUNT, source: SOURCE } },
        { Grant: { right } },
      ];
      const basis = LEGAL_BASIS.mortgage;
      const legs = deeds.map((deed) => ({ unit: whole.unit, expectedVersion: whole.version, act: deed }));
      const prepare = titles().prepareConveyance(on(basis, 0), legs, 'Registrar', null);
      const { conveyance } = eventOf(await world().make('landsExaminer', prepare), 'ConveyancePrepared');
      await world().make('citizen2', titles().consent(on(basis, 1), conveyance));
      await world().make('landsRegistrar', titles().settle(on(basis, 2), conveyance));
      whole = await plot('PLOT2');
      const [west, east] = [await plot('PLOT1'), await plot('PLOT3')];
      const far = { west: WEST - 2_000, east: EAST + 2_000 };
      beside = [
        {
          parcel: named(west.parcel),
          outline: outline([far.west, SOUTH], [WEST, SOUTH], [WEST, MIDDLE], [WEST, NORTH], [far.west, NORTH]),
        },
        {
          parcel: named(east.parcel),
          outline: outline([EAST, SOUTH], [far.east, SOUTH], [far.east, NORTH], [EAST, NORTH], [EAST, MIDDLE]),
        },
      ];
    });

    it('should not take a unit of the neighbour, nor leave its boundary apart', async () => {
      const over = outline([WEST, MIDDLE], [EAST, MIDDLE], [EAST + 1, NORTH], [WEST, NORTH]);
      const { head } = whole.parcel;
      await world().expectRefusals([
        ['surveyor', propose(division(over), head.seq, plenty), 'landCadastre.NotCovered'],
        ['surveyor', propose(division(north, beside.slice(1)), head.seq, plenty), 'landCadastre.NeighbourNotNoded'],
        ['surveyor', propose(division(), head.seq, { ...plenty, tests: 10 }), 'landCadastre.TooFewTestsStated'],
        ['landsRegistrar', propose(division(), head.seq, plenty), 'mandates.PowerNotGranted'],
      ]);
    });

    it('should carry mortgage and easement to both parts, once the owner consents', async () => {
      const { head } = whole.parcel;
      const bound = await new LandCadastre((await atFinalized(world().api)).state).surveyWork(division());
      const { proposal, matter } = eventOf(
        await world().make('surveyor', propose(division(), head.seq, bound)),
        'SurveyProposed',
      );
      await world().expectRefusals([
        ['landsRegistrar', decide(proposal, head.seq, bound), 'landRegister.ConsentMissing'],
        ['citizen1', consent(whole.unit, whole.version, matter), 'landRegister.NotAParty'],
      ]);
      await world().make('citizen2', consent(whole.unit, whole.version, matter));
      const done = await world().make('landsRegistrar', decide(proposal, head.seq, bound));
      const told = done.events.map(({ event }) => event.method);
      for (const [name, times] of [['ParcelRegistered', 2], ['ParcelNoded', 2], ['ParcelEnded', 1]] as const) {
        expect(told.filter((method) => method === name), name).toHaveLength(times);
      }
      const [cadastre, register] = await read();
      expect(await cadastre.parcelState(whole.parcel.number)).toBe('Historic');
      for (const reference of ['PLOT2S', 'PLOT2N']) {
        const child = await plot(reference);
        const title = await register.title(child.unit);
        expect(title).toMatchObject({
          owners: [{ party: `Person ${tag('citizen2')}` }],
          mortgages: [{ creditor: `Person ${tag('citizen3')}`, rank: 1 }],
          rights: [{ kind: 'RightOfWay', holder: `Unit ${served.unit}` }],
        });
      }
    });

    it('should not be undone together with land of another owner', async () => {
      const [south, other] = [await plot('PLOT2N'), await plot('PLOT3')];
      const merged = outline(
        [WEST, MIDDLE],
        [EAST, MIDDLE],
        [EAST, SOUTH],
        [EAST + 2_000, SOUTH],
        [EAST + 2_000, NORTH],
        [EAST, NORTH],
        [WEST, NORTH],
      );
      const change = {
        Merge: { parcels: [named(south.parcel), named(other.parcel)], merged: parcel('PLOT23', merged, 3 * HALF) },
      };
      const { head } = south.parcel;
      const { proposal, matter } = eventOf(
        await world().make('surveyor', propose(change, head.seq, plenty)),
        'SurveyProposed',
      );
      await world().make('citizen2', consent(south.unit, south.version, matter));
      await Promise.all(
        (['citizen1', 'citizen2'] as const).map((one) =>
          world().make(one, consent(other.unit, other.version, matter)),
        ),
      );
      await world().expectRefusal('landsRegistrar', decide(proposal, head.seq, plenty), 'landRegister.OwnersDiffer');
    });
  });
}
