import { describe, expect, it } from 'vitest';
import type { Call } from '@polity/client';

import { apply, commitTo, examination, found } from '../src/companies.js';
import type { World } from '../src/world.js';

/** Names that are the same, and names that are not. */
export function nameTests(world: () => World): void {
  /** Founds a company of this name where none has it yet. */
  const take = async (name: string): Promise<void> => {
    if ((await (await world().registry()).nameAvailability(name)) === 'Free') {
      await found(world(), 'citizen2', name);
    }
  };

  describe('a name', () => {
    it('should be refused when another differs only in case, punctuation, form or look-alikes', async () => {
      await take('Wombat Copper Ltd');
      const variants = [
        'WOMBAT COPPER LTD',
        'Wombat-Copper, Ltd.',
        'Wombat Copper PLC',
        'Wombat Copper Limited',
        'W0mbat C0pper Ltd',
        'Wömbat Cópper',
      ];
      const attempts = await Promise.all(
        variants.map(async (variant) => {
          const name = commitTo('citizen2', variant);
          return [name, await apply(world(), 'citizen2', name)] as const;
        }),
      );
      await world().expectRefusals(
        attempts.map(([name, application]): ['examiner', Call, string] => [
          'examiner',
          examination(world(), application, name),
          'businessRegistry.NameTaken',
        ]),
      );
    });

    it('should be refused when it is written in letters that look alike or cannot be', async () => {
      await take('COAT');
      const refusals = [
        ['СОАТ', 'NameTaken'],
        ['COAТ', 'NameMixesScripts'],
        ['COAT\u200b', 'NameHasDisallowedCharacter'],
        [' COAT', 'NameHasOuterSpace'],
      ] as const;
      const attempts = await Promise.all(
        refusals.map(async ([text, refusal]) => {
          const name = commitTo('citizen2', text);
          const application = await apply(world(), 'citizen2', name);
          const call = examination(world(), application, name);
          return ['examiner', call, `businessRegistry.${refusal}`] as const;
        }),
      );
      await world().expectRefusals(attempts);
    });

    it('should be taken beside another when they are not the same', async () => {
      const names = ['MODEM LTD', 'MODERN LTD', '! LTD', '&&& LIMITED'];
      await Promise.all(names.map(take));
      const registry = await world().registry();
      const numbers = await Promise.all(
        names.map(async (name) => {
          const [holder] = await registry.companiesByName(name);
          expect(holder, name).toMatchObject({ dispute: null, name });
          return holder!.number;
        }),
      );
      expect(new Set(numbers).size).toBe(names.length);
    });
  });
}
