import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  act,
  Campaign,
  CampaignRows,
  COMPANIES,
  COMPANIES_HOUSE,
  companyRow,
  LEGAL_BASIS,
  parseCompanies,
  type ReadRow,
} from '@polity/client';

import { pairOf } from '../src/accounts.js';
import { lastLine, ROOT, script, scriptKilledWhen } from '../src/scripts.js';
import type { Call } from '@polity/client';
import type { Decoded, World } from '../src/world.js';

const real = join(ROOT, '../shared/data/companies-uk.csv');

interface Result {
  readonly read: number;
  readonly accepted: number;
  readonly refused: readonly { number: string; name: string; reason: string }[];
  readonly seconds: number;
}

/** A company of a generated register. */
const generated = (number: number, name: string): ReadRow => ({
  kind: 'company',
  lostActivities: 0,
  company: {
    name,
    number: `GEN${number}`,
    status: 'Active',
    legalForm: 'H0PO',
    jurisdiction: 'GB',
    registeredOffice: null,
    activities: ['62020'],
    incorporatedOn: null,
  },
});

/** An existing register is taken over. */
export function importTests(world: () => World): void {
  let folder: string;
  let secret: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'polity-import-'));
    secret = join(folder, 'secret');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const call = (...args: string[]) =>
    script('import-companies', ...args, '--secret-file', secret);

  describe.skipIf(!existsSync(real))('the import of 500 real companies (needs ../shared/data)', () => {
    let result: Result;

    beforeAll(async () => {
      const done = await call(real, '--rpc', world().network.gateway.endpoint);
      expect(done.code, done.stderr).toBe(0);
      result = lastLine(done.stdout) as Result;
      console.log(`import: ${result.accepted} of ${result.read} accepted in ${result.seconds} s`);
      for (const row of result.refused) console.log(`import: ${row.number} ${row.name}: ${row.reason}`);
      expect(done.stderr + done.stdout).not.toContain(readFileSync(secret, 'utf8').trim().slice(2));
    }, 180_000);

    it('should account for every row when it is done', () => {
      expect(result.read).toBe(500);
      expect(result.accepted + result.refused.length).toBe(500);
      expect(result.accepted).toBeGreaterThan(480);
      for (const { reason } of result.refused) expect(reason).toMatch(/^Name(Taken|NotAllowed)$/);
      expect(statSync(secret).mode & 0o777).toBe(0o600);
    });

    it('should have sealed the campaign when it is done', async () => {
      const campaign = await (await world().registry()).record('campaign', 1);
      expect(campaign!.record.isSealed.isTrue).toBe(true);
    });

    it('should let each company be found by number and by name with its status, disputed ones too', async () => {
      const registry = await world().registry();
      const disputed = new Map(result.refused.map((row) => [row.number, row.reason]));
      const rows = parseCompanies(readFileSync(real, 'utf8'));
      const expected: Record<string, [string, string]> = {
        'Active': ['Active', 'Active'],
        'Active - Proposal to Strike off': ['ActiveProposalToStrikeOff', 'Active'],
        'Liquidation': ['Liquidation', 'InLiquidation'],
        'In Administration': ['Administration', 'InInsolvency'],
        'Voluntary Arrangement': ['VoluntaryArrangement', 'InInsolvency'],
      };
      for (let at = 0; at < rows.length; at += 50) {
        await Promise.all(
          rows.slice(at, at + 50).map(async ({ fields }) => {
            const number = fields.CompanyNumber!;
            const name = fields.CompanyName!;
            const found = await registry.companyBySource(COMPANIES_HOUSE, number);
            const [source, status] = expected[fields.CompanyStatus!]!;
            expect(found).toMatchObject({
              name,
              status,
              source: { number, status: source },
              dispute: disputed.get(number) ?? null,
            });
            expect(await registry.company(found!.number)).toEqual(found);
            const named = await registry.companiesByName(name);
            expect(named.map((one) => one.number)).toContain(found!.number);
          }),
        );
      }
    });
  });

  describe('the import command', () => {
    it('should say in one sentence what is wrong and leave with its code', async () => {
      const other = join(folder, 'other.csv');
      writeFileSync(other, 'a,b\n1,2\n');
      const one = join(folder, 'one.csv');
      writeFileSync(
        one,
        'CompanyName,CompanyNumber,CompanyCategory,CompanyStatus\nA,01,Private Limited Company,Active\n',
      );
      const { endpoint } = world().network.gateway;
      const wrong = await Promise.all([
        call(),
        call(join(folder, 'absent.csv')),
        call(other),
        call(one, '--rpc', 'ws://127.0.0.1:1'),
        call(one, '--rpc', endpoint, '--signer', '//Lands//examiner'),
      ]);
      expect(wrong.map(({ code }) => code)).toEqual([2, 3, 4, 5, 6]);
      for (const { stderr, stdout } of wrong) {
        expect(stdout).toBe('');
        expect(stderr.trim().split('\n').at(-1)).toMatch(/^import-companies: .+\.$/);
      }
      expect(wrong[4]!.stderr).toContain('NoMandate');
    });
  });

  describe('an import that was interrupted', () => {
    const ROWS = 300;
    let file: string;
    let endpoint: string;
    const refused = [
      { number: 'INT7', name: 'Interrupted Works 7 Ltd', reason: 'Unreadable' },
      { number: 'INT9', name: 'Interrupted Works 250 Ltd', reason: 'SourceNumberTaken' },
      { number: 'INT260', name: 'Interrupted Works 9 Ltd', reason: 'NameTaken' },
    ];

    beforeAll(() => {
      file = join(folder, 'interrupted.csv');
      endpoint = world().network.gateway.endpoint;
      const lines = Array.from({ length: ROWS }, (_, at) => {
        // One row that cannot be read, one with the number of another and one with its name.
        const status = at === 7 ? 'Sleeping' : 'Active';
        const number = at === 250 ? 9 : at;
        const name = at === 260 ? 9 : at;
        return `Interrupted Works ${name} Ltd,INT${number},Private Limited Company,${status},${at} High Street`;
      });
      const header =
        'CompanyName,CompanyNumber,CompanyCategory,CompanyStatus,RegAddress.AddressLine1';
      writeFileSync(file, `${[header, ...lines].join('\n')}\n`);
    });

    /** Everything that says whether something was sent: nonces, and how many campaigns there are. */
    const sent = async (): Promise<number[]> => {
      const { api } = world();
      const officers = (['recorder', 'registrar'] as const).map((who) => pairOf(who).address);
      const nonces = await Promise.all(
        officers.map((address) => api.rpc.system.accountNextIndex(address)),
      );
      const { length } = await (await world().registry()).campaigns();
      return [...nonces.map((nonce) => nonce.toNumber()), length];
    };

    it('should go on where it ended, and count the whole campaign', async () => {
      const before = await sent();
      const told = ` of ${ROWS} rows recorded`;
      const options = ['--rpc', endpoint, '--secret-file', secret];
      await scriptKilledWhen(told, 'import-companies', file, ...options);

      // The same file with another secret has other commitments: it is not the same campaign.
      const other = await script('import-companies', file, '--rpc', endpoint, '--secret-file', `${secret}-2`);
      expect(other.code, other.stderr).toBe(6);
      expect(other.stderr).toContain('--anew');

      const again = await call(file, '--rpc', endpoint);
      expect(again.code, again.stderr).toBe(0);
      const ended = /goes on: (\d+) of 300 rows have ended/.exec(again.stderr)?.[1];
      expect(Number(ended), again.stderr).toBeGreaterThan(0);
      expect(Number(ended), again.stderr).toBeLessThan(ROWS);
      const result = lastLine(again.stdout) as Result;
      expect(result).toMatchObject({ read: ROWS, accepted: ROWS - refused.length, refused });
      expect((await sent())[2]).toBe(before[2]! + 1);
      const campaigns = await (await world().registry()).campaigns();
      expect(campaigns.at(-1)).toMatchObject({ rows: ROWS, isSealed: true });
    });

    it('should send nothing and tell the same when it has been sealed', async () => {
      const before = await sent();
      const again = await call(file, '--rpc', endpoint);
      expect(again.code, again.stderr).toBe(0);
      const result = lastLine(again.stdout) as Result;
      expect(result).toMatchObject({ read: ROWS, accepted: ROWS - refused.length, refused });
      expect(await sent()).toEqual(before);
    });
  });

  describe('a campaign', () => {
    const rows: ReadRow[] = [
      generated(1, 'Generated Orchard Ltd'),
      generated(2, 'Generated Bridge Ltd'),
      generated(3, 'GENERATED ORCHARD LIMITED'),
      generated(2, 'Generated Lantern Ltd'),
      { kind: 'unreadable', number: '', name: '', text: '["no company"]' },
    ];
    let tree: CampaignRows;
    let campaign: Campaign;
    let id: number;

    const seal = (version: number): Call =>
      world().register.sealCampaign(
        act({ legalBasis: LEGAL_BASIS.takeOver, expectedVersion: version }),
        id,
      );

    beforeAll(async () => {
      tree = new CampaignRows(world().api, COMPANIES, rows.map(companyRow));
      campaign = new Campaign(world().api, world().submitter, {
        recorder: pairOf('recorder'),
        sealer: pairOf('registrar'),
        subject: COMPANIES,
        source: 'RA999999',
      });
      id = await campaign.open(tree);
    });

    it('should refuse a wrong row, a missing row and who may not when it is open', async () => {
      const { register } = world();
      const first = tree.row(0) as { company: Decoded };
      const other = companyRow(generated(1, 'Generated Orchards Ltd'));
      const altered = new CampaignRows(world().api, COMPANIES, [other]);
      const wrong = { ...first, company: (altered.row(0) as Decoded).company };
      await world().expectRefusals([
        ['recorder', register.importCompanies(id, [wrong]), 'businessRegistry.RowNotInCampaign'],
        [
          'recorder',
          register.importCompanies(id, [{ ...first, index: 1 }]),
          'businessRegistry.RowNotInCampaign',
        ],
        ['recorder', register.importCompanies(id + 1, [first]), 'businessRegistry.CampaignNotFound'],
        ['recorder', seal(1), 'mandates.PowerNotGranted'],
        ['examiner', register.importCompanies(id, [first]), 'mandates.PowerNotGranted'],
        ['landsExaminer', register.importCompanies(id, [first]), 'mandates.NoMandate'],
        ['citizen1', register.importCompanies(id, [first]), 'mandates.NoMandate'],
        ['registrar', seal(1), 'businessRegistry.CampaignIncomplete'],
      ]);
    });

    it('should end every row once when it is recorded, and be sealed once', async () => {
      const { register } = world();
      await campaign.record(id, tree);
      const registry = await world().registry();
      expect(await registry.rowEnds(id, [0, 1, 2, 3, 4])).toMatchObject([
        { kind: 'accepted' },
        { kind: 'accepted' },
        { kind: 'disputed', reason: 'NameTaken' },
        { kind: 'refused', reason: 'SourceNumberTaken' },
        { kind: 'refused', reason: 'Unreadable' },
      ]);
      const named = await registry.companiesByName('generated orchard');
      expect(named.map(({ dispute }) => dispute)).toEqual([null, 'NameTaken']);
      const { number } = named[0]!;

      await world().expectRefusals([
        [
          'recorder',
          register.importCompanies(id, [tree.row(0)]),
          'businessRegistry.RowAlreadyRecorded',
        ],
        ['registrar', seal(0), 'businessRegistry.StaleVersion'],
        // One officer alone has made its companies until then.
        [
          'examiner',
          register.proposeChange(
            act({ legalBasis: LEGAL_BASIS.changeOfStatus, expectedVersion: 1 }),
            number,
            { Status: 'Suspended' },
            'Registrar',
            null,
          ),
          'businessRegistry.CampaignNotSealed',
        ],
      ]);
      await campaign.seal(id);
      await world().expectRefusals([
        ['registrar', seal(2), 'businessRegistry.CampaignSealed'],
        ['recorder', register.importCompanies(id, [tree.row(0)]), 'businessRegistry.CampaignSealed'],
      ]);
    });
  });
}
