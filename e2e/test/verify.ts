import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hexToU8a, u8aToHex } from '@polkadot/util';
import { finalizedBlock, historyHolds, LEGAL_BASIS, type HistoryFile, type Verdict } from '@polity/client';

import { found, registerAct } from '../src/companies.js';
import { lastLine, script } from '../src/scripts.js';
import { eventOf, type Decoded, type World } from '../src/world.js';

/** A history is verified by who has nothing but its rows and one finalized head. */
export function verifyTests(world: () => World): void {
  /** What is handed over: text, with no connection to any node. */
  let rows: readonly string[];
  let head: string;
  let company: string;

  describe('the history of a company', () => {
    beforeAll(async () => {
      const { register } = world();
      company = await found(world(), 'citizen1', 'Verified from its Rows Ltd');
      const version = async () => (await (await world().registry()).company(company))!.head.seq;
      for (const [status, from] of [['Suspended', 1], ['Active', 2]] as const) {
        expect(await version()).toBe(from);
        const options = { legalBasis: LEGAL_BASIS.changeOfStatus };
        const proposed = eventOf(
          await world().make(
            'examiner',
            register.proposeChange(registerAct(from, options), company, { Status: status }, 'Registrar', null),
          ),
          'ChangeProposed',
        );
        await world().expectRefusals([
          [
            'examinerSecondKey',
            register.decideChange(registerAct(from, options), proposed.proposal, 'Approve'),
            'businessRegistry.SamePerson',
          ],
          [
            'registrar',
            register.decideChange(
              registerAct(from, { legalBasis: LEGAL_BASIS.correction }),
              proposed.proposal,
              'Approve',
            ),
            'businessRegistry.DiffersFromPrepared',
          ],
        ]);
        await world().make(
          'registrar',
          register.decideChange(registerAct(from, options), proposed.proposal, 'Approve'),
        );
      }
      const registry = await world().registry();
      rows = (await registry.companyHistory(company)).map((entry) => u8aToHex(entry));
      head = (await registry.company(company))!.head.hash;
    });

    const holds = (entries: readonly string[]) =>
      historyHolds(entries.map((entry) => hexToU8a(entry)), head);

    it('should hold when its rows and one finalized head are all there is', () => {
      expect(rows).toHaveLength(3);
      expect(holds(rows)).toBe(true);
    });

    it('should fail when any one byte is another', () => {
      rows.forEach((row, at) => {
        const bytes = hexToU8a(row);
        for (let byte = 0; byte < bytes.length; byte += 1) {
          const altered = bytes.slice();
          altered[byte]! ^= 1;
          expect(holds(rows.map((one, other) => (other === at ? u8aToHex(altered) : one)))).toBe(false);
        }
      });
    });

    it('should fail when a row is missing or out of order', () => {
      expect(holds(rows.slice(0, -1))).toBe(false);
      expect(holds(rows.slice(1))).toBe(false);
      expect(holds([...rows].reverse())).toBe(false);
    });
  });

  describe('the programs that export and verify a history', () => {
    let folder: string;
    let exported: HistoryFile;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'polity-history-'));
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    let files = 0;
    /** Verifies a file as a process of its own, which is told of no node. */
    const verify = async (
      content: string | Partial<HistoryFile>,
      ...trusted: readonly string[]
    ): Promise<Verdict> => {
      files += 1;
      const file = join(folder, `${files}.json`);
      writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
      const ended = await script('verify-history', file, ...trusted);
      const verdict = lastLine(ended.stdout) as Verdict;
      expect(ended.code, ended.stderr).toBe(verdict.verified ? 0 : 1);
      return verdict;
    };
    const byHead = () => ['--head', exported.head.hash, '--seq', `${exported.head.seq}`];
    const byBlock = () => ['--block', exported.block.hash];

    it('should export it from a finalized block, and say which', async () => {
      const { api, network } = world();
      const ended = await script('export-history', company, '--rpc', network.gateway.endpoint);
      expect(ended.code, ended.stderr).toBe(0);
      exported = JSON.parse(ended.stdout);
      expect(ended.stderr).toContain(`finalized block ${exported.block.number}, ${exported.block.hash}`);
      expect((await finalizedBlock(api)).number).toBeGreaterThanOrEqual(exported.block.number);
      const hash = await api.rpc.chain.getBlockHash(exported.block.number);
      expect(exported).toMatchObject({
        id: company,
        entries: rows,
        head: { seq: rows.length, hash: head },
        block: { hash: hash.toHex() },
      });
      const { recordedAt, retrievedAt, practice } = exported.statement;
      expect(recordedAt).toHaveLength(rows.length);
      expect([...recordedAt].sort()).toEqual(recordedAt);
      // The clocks of the authorities and of this machine are one here.
      expect(Date.parse(retrievedAt)).toBeGreaterThan(Date.parse(recordedAt.at(-1)!));
      expect(practice).toContain('regular course');
    });

    it('should be exported in the forms that others read', async () => {
      const { endpoint } = world().network.gateway;
      const registry = await world().registry();
      const [shared, stated] = await Promise.all(
        ['Shared Sixty to Forty Ltd', 'Files in Time Ltd'].map(async (name) => {
          const [found] = await registry.companiesByName(name);
          return script('export-company', found!.number, '--rpc', endpoint);
        }),
      );
      // Who holds its shares, and what a company has stated of its owners: of 100 shares, and in parts.
      const sharesIn = (output: string, type: string): unknown[] =>
        JSON.parse(output).flatMap(({ recordDetails }: Decoded) =>
          (recordDetails.interests ?? [])
            .filter((interest: Decoded) => interest.type === type)
            .map((interest: Decoded) => interest.share?.exact),
        );
      expect(sharesIn(shared!.stdout, 'votingRights'), shared!.stderr).toEqual([60, 30, 10]);
      expect(sharesIn(stated!.stdout, 'shareholding'), stated!.stderr).toEqual([60, 40]);
      const [bods, gleif, unknown] = await Promise.all([
        script('export-company', company, '--rpc', endpoint),
        script('export-company', company, '--form', 'gleif', '--rpc', endpoint),
        script('export-company', company, '--form', 'other', '--rpc', endpoint),
      ]);
      expect(bods.code, bods.stderr).toBe(0);
      const statements = JSON.parse(bods.stdout);
      expect(statements.map(({ recordType }: { recordType: string }) => recordType)).toEqual([
        'entity',
        'entity',
        'entity',
        'person',
        'relationship',
      ]);
      // Who has the head from the chain finds the statement by it.
      expect(statements[2]).toMatchObject({
        statementId: head.slice(2),
        recordStatus: 'updated',
        recordDetails: { name: 'Verified from its Rows Ltd', jurisdiction: { code: 'GB' } },
      });
      expect(bods.stderr).toContain('missing: addresses');
      expect(gleif.code, gleif.stderr).toBe(0);
      expect(JSON.parse(gleif.stdout).Entity).toMatchObject({
        LegalName: 'Verified from its Rows Ltd',
        EntityStatus: 'ACTIVE',
        RegistrationAuthority: { RegistrationAuthorityEntityID: company },
      });
      expect(unknown.code).toBe(2);
    });

    it('should verify it by the head, by the block, and from its rows alone', async () => {
      const verdicts = await Promise.all([
        verify(exported, ...byHead()),
        verify(exported, ...byBlock()),
        verify(exported.entries.join('\n'), ...byHead()),
      ]);
      expect(verdicts).toEqual(Array(3).fill({ verified: true, entries: rows.length, head, recordedAt: exported.statement.recordedAt }));
    });

    it('should not verify it when a byte, a row, the order, the head or the block is another', async () => {
      const { entries, proof } = exported;
      const altered = entries.map((row, at) => (at === 1 ? row.replace(/.$/, flipped) : row));
      const [first, ...rest] = entries;
      const other = head.replace(/.$/, flipped);
      const nodes = proof.nodes.map((node, at) => (at === 0 ? node.replace(/.$/, flipped) : node));
      const verdicts = await Promise.all([
        verify({ ...exported, entries: altered }, ...byHead()),
        verify({ ...exported, entries: altered }, ...byBlock()),
        verify({ ...exported, entries: rest }, ...byBlock()),
        verify({ ...exported, entries: [...rest, first!] }, ...byBlock()),
        verify(exported, '--head', other, '--seq', `${entries.length}`),
        verify(exported, '--head', head, '--seq', `${entries.length + 1}`),
        verify(exported, '--block', exported.block.hash.replace(/.$/, flipped)),
        verify({ ...exported, proof: { ...proof, nodes } }, ...byBlock()),
        verify(JSON.stringify(exported).slice(0, -9), ...byBlock()),
      ]);
      expect(verdicts.map(({ verified, reason }) => [verified, reason?.split(/[:.]/)[0]])).toEqual([
        [false, `The entries do not lead to the head ${head}`],
        [false, `The entries do not lead to the head ${head}`],
        [false, 'The head is over 3 entries, and these are 2'],
        [false, `The entries do not lead to the head ${head}`],
        [false, `The entries do not lead to the head ${other}`],
        [false, 'The head is over 4 entries, and these are 3'],
        [false, 'The header is not the one of that block'],
        [false, 'A node is missing from the proof, or altered'],
        [false, 'The file is cut off, or no JSON'],
      ]);
    });
  });
}

/** Another half byte. */
const flipped = (digit: string): string => (digit === '0' ? '1' : '0');
