import { beforeAll, describe, expect, it } from 'vitest';
import { hexToU8a, u8aToHex } from '@polkadot/util';
import { historyHolds, LEGAL_BASIS } from '@polity/client';

import { found, registerAct } from '../src/companies.js';
import { eventOf, type World } from '../src/world.js';

/** A history is verified by who has nothing but its rows and one finalized head. */
export function verifyTests(world: () => World): void {
  /** What is handed over: text, with no connection to any node. */
  let rows: readonly string[];
  let head: string;

  describe('the history of a company', () => {
    beforeAll(async () => {
      const { register } = world();
      const company = await found(world(), 'citizen1', 'Verified from its Rows Ltd');
      const version = async () => (await (await world().registry()).company(company))!.head.seq;
      for (const [status, from] of [['Suspended', 1], ['Active', 2]] as const) {
        expect(await version()).toBe(from);
        const options = { legalBasis: LEGAL_BASIS.changeOfStatus };
        const proposed = eventOf(
          await world().make(
            'examiner',
            register.proposeChange(registerAct(from, options), company, { Status: status }, 'Registrar'),
          ),
          'ChangeProposed',
        );
        await world().expectRefusals([
          [
            'examinerSecondKey',
            register.decideChange(registerAct(from, options), proposed.proposal, 'Approve'),
            'businessRegistry.SamePerson',
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
}
