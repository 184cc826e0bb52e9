import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { xxhashAsHex } from '@polkadot/util-crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  act,
  atFinalized,
  boundOf,
  finalizedBlock,
  LandCadastre,
  LEGAL_BASIS,
  outlineOf,
  UNITS_PER_DEGREE,
  type ActOptions,
  type Call,
  type ParcelResult,
  type WorkBound,
} from '@polity/client';

import { hexOf } from '../src/companies.js';
import { lastLine, ROOT, script, scriptKilledWhen, scriptWithin } from '../src/scripts.js';
import { eventOf, type Decoded, type World } from '../src/world.js';

const real = join(ROOT, '../shared/data/parcels-epinay-sur-orge.geojson');

const cadastre = (name: string) => `landCadastre.${name}`;

/** A ring around a square, by its lower left corner and its side, in units of 1e-7 degree. */
function ring(x: number, y: number, side: number): number[][] {
  const corners = [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ];
  return corners.map((corner) => corner.map((units) => units / UNITS_PER_DEGREE));
}

/** Where the generated cadastre lies. */
const WEST = 50_000_000;
const SOUTH = 450_000_000;
/** The side of its plots, and what they measure there, in m². */
const SIDE = 2_000;
const AREA = 350;

const place = (column: number, row: number): [number, number] => [
  WEST + column * SIDE,
  SOUTH + row * SIDE,
];

const feature = (id: string, coordinates: number[][][], area = AREA): Decoded => ({
  type: 'Feature',
  id,
  geometry: { type: 'Polygon', coordinates },
  properties: { contenance: area },
});

const plot = (id: string, column: number, row: number): Decoded =>
  feature(id, [ring(...place(column, row), SIDE)]);

const collection = (features: Decoded[]): string =>
  JSON.stringify({ type: 'FeatureCollection', features });

/** The ground of a country. */
export function landTests(world: () => World): void {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'polity-land-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const read = async (): Promise<LandCadastre> =>
    new LandCadastre((await atFinalized(world().api)).state);
  const importFile = async (file: string, timeout = 150_000) => {
    const { endpoint } = world().network.gateway;
    const done = await scriptWithin(timeout, 'import-parcels', file, '--rpc', endpoint);
    return { ...done, result: done.code === 0 ? (lastLine(done.stdout) as ParcelResult & { readonly seconds: number }) : null };
  };

  describe('the import of a cadastre', () => {
    const [x, y] = place(0, 2);
    const rows = [
      plot('A1', 0, 0),
      plot('A2', 1, 0),
      plot('A3', 0, 1),
      // A ring of ground, and what fills it.
      feature('B1', [ring(x, y, 3 * SIDE), ring(x + SIDE, y + SIDE, SIDE)], 8 * AREA),
      plot('B2', 1, 3),
      // A sliver of A2, one unit wide.
      feature('C1', [ring(WEST + 2 * SIDE - 1, SOUTH, SIDE)]),
      feature('C2', [[[5, 45], [5.1, 45], [5, 45]]]),
      plot('A1', 8, 8),
    ];
    let file: string;

    it('should account for every parcel and name the ground that is taken', async () => {
      file = join(folder, 'cadastre.geojson');
      writeFileSync(file, collection(rows));
      const { code, stderr, result } = await importFile(file);
      expect(code, stderr).toBe(0);
      expect(result).toMatchObject({
        read: 8,
        accepted: 5,
        refused: [
          { id: 'C1', reason: 'Overlaps', with: ['A2'] },
          { id: 'C2', reason: 'NotAPolygon', with: [] },
          { id: 'A1', reason: 'ReferenceTaken', with: [] },
        ],
      });
    });

    it('should have kept the disputed parcel without its ground', async () => {
      const state = await read();
      const disputed = (await state.parcelByReference('C1'))!;
      expect(disputed.dispute?.reason).toBe('Overlaps');
      expect(await state.parcelState(disputed.number)).toBe('Disputed');
      const own = (await state.parcelByReference('B1'))!;
      expect(own).toMatchObject({ registeredArea: 8 * AREA, areaAgrees: true, dispute: null });
      expect(await state.parcelState(own.number)).toBe('Live');
    });

    it('should double nothing when it is run again', async () => {
      const before = await (await read()).campaigns();
      const { code, stderr, result } = await importFile(file);
      expect(code, stderr).toBe(0);
      expect(result).toMatchObject({ read: 8, accepted: 5 });
      expect(stderr).toMatch(/is sealed already/);
      expect(await (await read()).campaigns()).toEqual(before);
    });

    it('should say in one sentence what is wrong and leave with its code', async () => {
      const wrong = join(folder, 'wrong.geojson');
      writeFileSync(wrong, '{"type":"Feature"}');
      for (const [args, code] of [
        [[wrong], 4],
        [[join(folder, 'nowhere.geojson')], 3],
        [[], 2],
        [[wrong, '--rpc', 'http://127.0.0.1:1'], 4],
        [[file, '--rpc', 'ws://127.0.0.1:1'], 5],
      ] as const) {
        const done = await script('import-parcels', ...args);
        expect(done.code, done.stderr).toBe(code);
      }
    });
  });

  describe('an import of a cadastre that was interrupted', () => {
    const ROWS = 48;
    // One row lies over an earlier one, and one has the reference of an earlier one.
    const rows = Array.from({ length: ROWS }, (_, at) =>
      plot(`INT${at === 45 ? 5 : at}`, 20 + (at === 40 ? 3 : at), 0),
    );
    const refused = [
      { id: 'INT40', reason: 'Overlaps', with: ['INT3'] },
      { id: 'INT5', reason: 'ReferenceTaken', with: [] },
    ];
    /** How many parcels were ever numbered, and how many campaigns opened. */
    const counted = async (): Promise<[number, number]> => {
      const { state } = await atFinalized(world().api);
      const next = (await state.query.landCadastre!.nextParcelSerial!()) as Decoded;
      return [next.toNumber(), (await new LandCadastre(state).campaigns()).length];
    };

    it('should go on where it ended, and neither double nor lose a parcel', async () => {
      const file = join(folder, 'interrupted.geojson');
      writeFileSync(file, collection(rows));
      const [parcels, campaigns] = await counted();
      const { endpoint } = world().network.gateway;
      await scriptKilledWhen(` of ${ROWS} rows recorded`, 'import-parcels', file, '--rpc', endpoint);
      const { code, stderr, result } = await importFile(file);
      expect(code, stderr).toBe(0);
      const ended = Number(/goes on: (\d+) of 48 rows have ended/.exec(stderr)?.[1]);
      expect(ended, stderr).toBeGreaterThan(0);
      expect(ended, stderr).toBeLessThan(ROWS);
      expect(result).toMatchObject({ read: ROWS, accepted: ROWS - refused.length, refused });
      // The one that overlaps is a parcel too, without its ground.
      expect(await counted()).toEqual([parcels + ROWS - 1, campaigns + 1]);
      const state = await read();
      expect((await state.campaigns()).at(-1)).toMatchObject({ rows: ROWS, isSealed: true });
      const found = await Promise.all(rows.map(({ id }) => state.parcelByReference(id)));
      expect(new Set(found.map((parcel) => parcel?.number)).size).toBe(ROWS - 1);
    });
  });

  describe('a parcel', () => {
    const outline = outlineOf(plot('D1', 4, 0).geometry);
    const plenty = boundOf(1);
    const landAct = (options: Partial<ActOptions> = {}): Decoded =>
      act({ legalBasis: LEGAL_BASIS.firstRegistration, ...options });
    const propose = (
      change: { reference?: string; registeredArea?: number; outline?: unknown } = {},
      bound: WorkBound = plenty,
      options: Partial<ActOptions> = {},
    ): Call => {
      const { reference = 'D1', ...rest } = change;
      const parcel = {
        reference: hexOf(reference),
        level: 0,
        outline,
        registeredArea: AREA,
        ...rest,
      };
      return world().api.tx.landCadastre!.proposeRegistration!(
        landAct(options),
        { district: 0, parcel },
        bound,
      ) as Call;
    };
    const decide = (proposal: unknown, verdict = 'Approve', options = {}): Call =>
      world().api.tx.landCadastre!.decideProposal!(
        landAct(options),
        proposal as number,
        verdict,
        plenty,
      ) as Call;

    it('should be registered by a surveyor and another officer, and by nobody else', async () => {
      await world().expectRefusals([
        ['citizen1', propose(), 'mandates.NoMandate'],
        ['examiner', propose(), 'mandates.NoMandate'],
        ['landsExaminer', propose(), 'mandates.PowerNotGranted'],
        ['surveyor', propose({}, plenty, { expectedVersion: 1 }), cadastre('StaleVersion')],
        ['surveyor', propose({}, plenty, { legalBasis: 401 }), cadastre('LegalBasisDoesNotFit')],
        ['surveyor', propose({ registeredArea: 2 * AREA }), cadastre('AreaDisagrees')],
        ['surveyor', propose({ reference: 'A1' }), cadastre('ReferenceTaken')],
        ['surveyor', propose({}, { ...plenty, cells: 1 }), cadastre('TooFewCellsStated')],
        [
          'surveyor',
          propose({ outline: outlineOf(plot('', 0, 0).geometry) }),
          cadastre('SharesGround'),
        ],
      ]);
      const survey = await (await read()).survey(outline);
      expect(survey.overlaps).toEqual([]);
      const proposed = await world().make('surveyor', propose({}, survey.work));
      const { proposal } = eventOf(proposed, 'RegistrationProposed');
      await world().expectRefusals([
        ['surveyor', decide(proposal), 'mandates.PowerNotGranted'],
        ['landsExaminer', decide(proposal), 'mandates.PowerNotGranted'],
        ['registrar', decide(proposal), 'mandates.NoMandate'],
        ['landsRegistrar', decide(proposal, 'Approve', { expectedVersion: 1 }), cadastre('StaleVersion')],
        ['landsRegistrar', decide(Number(proposal) + 100), cadastre('ProposalNotFound')],
      ]);
      const { parcel } = eventOf(
        await world().make('landsRegistrar', decide(proposal)),
        'ParcelRegistered',
      );
      await world().expectRefusal('landsRegistrar', decide(proposal), cadastre('ProposalNotFound'));
      expect(await (await read()).parcelByReference('D1')).toMatchObject({
        number: parcel.toString(),
        areaAgrees: true,
        dispute: null,
      });
    });

    it('should be found in a box of the map', async () => {
      const { state } = await atFinalized(world().api);
      const [minX, minY] = place(0, 0);
      const box = { min: { x: minX, y: minY }, max: { x: minX + 5 * SIDE, y: minY + SIDE / 2 } };
      const found = await (state.call as Decoded).landCadastreApi.parcelsIn(box, 0, null, 64);
      const references = [...found.asOk].map((one: Decoded) => one.reference.toUtf8());
      expect(references).toEqual(['A1', 'A2', 'D1']);
    });
  });

  const isFull = process.env.POLITY_FULL_TEST === 'yes';
  describe.skipIf(!isFull || !existsSync(real))('the 4,241 parcels of a real commune', () => {
    /** The bytes of all keys and values of the cadastre. */
    const stateBytes = async (): Promise<number> => {
      const prefix = xxhashAsHex('LandCadastre', 128);
      const { block } = await atFinalized(world().api);
      const size = await world().api.rpc.state.getStorageSize(prefix, block.hash);
      return Number(size);
    };
    /** How much of what ordinary transactions may fill a block's took, on average of those with any. */
    const meanFill = async (from: number, to: number): Promise<number> => {
      const { api } = world();
      const { blockWeights } = api.consts.system as Decoded;
      const most = blockWeights.perClass.normal.maxTotal.unwrap().refTime.toNumber();
      const fills: number[] = [];
      for (let begin = from; begin <= to; begin += 50) {
        const page = Array.from({ length: Math.min(50, to - begin + 1) }, (_, at) => begin + at);
        fills.push(
          ...(await Promise.all(
            page.map(async (number) => {
              const at = await api.at(await api.rpc.chain.getBlockHash(number));
              return ((await at.query.system!.blockWeight!()) as Decoded).normal.refTime.toNumber() / most;
            }),
          )),
        );
      }
      const busy = fills.filter((fill) => fill > 0);
      return busy.reduce((sum, fill) => sum + fill, 0) / busy.length;
    };

    it('should all be taken but the later of three pairs', async () => {
      const before = { bytes: await stateBytes(), block: (await finalizedBlock(world().api)).number };
      const { code, stderr, result } = await importFile(real, 900_000);
      expect(code, stderr).toBe(0);
      const grown = (await stateBytes()) - before.bytes;
      const last = (await finalizedBlock(world().api)).number;
      const fill = await meanFill(before.block + 1, last);
      console.log(
        `parcels: ${result!.accepted} of ${result!.read} accepted in ${result!.seconds} s, ` +
          `${last - before.block} blocks, ${(100 * fill).toFixed(0)} % of a busy block, ` +
          `${Math.round(grown / result!.accepted)} bytes of state for each`,
      );
      expect(result).toMatchObject({
        read: 4_241,
        accepted: 4_238,
        refused: [
          { id: '91216000ZB0161', reason: 'Overlaps', with: ['91216000AC0328'] },
          { id: '91216000ZD0143', reason: 'Overlaps', with: ['91216000AK0299'] },
          { id: '91216000ZE0012', reason: 'Overlaps', with: ['91216000AO0002'] },
        ],
      });
    }, 900_000);
  });
}
