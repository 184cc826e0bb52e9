import { describe, expect, it } from 'vitest';
import { u8aToHex } from '@polkadot/util';
import {
  act,
  atFinalized,
  calendarDate,
  LEGAL_BASIS,
  REGISTER,
  ShareLedger,
  type Call,
} from '@polity/client';

import { tagOf, type AccountName } from '../src/accounts.js';
import { found, hexOf } from '../src/companies.js';
import { eventOf, type Decoded, type World } from '../src/world.js';

const ledger = (name: string) => `shareLedger.${name}`;
const today = () => new Date().toISOString().slice(0, 10);

/** A proposal, and what is consented to. */
interface Prepared {
  readonly proposal: number;
  readonly matter: string;
  readonly legalBasis: number;
}

/** A company has members: who holds its shares is what the ledger says. */
export function shareTests(world: () => World): void {
  const calls = (): Decoded => world().api.tx.shareLedger;
  const person = (name: AccountName): Decoded => ({ Person: u8aToHex(tagOf(name, REGISTER.business)) });
  const on = (legalBasis: number, expectedVersion: number): Decoded => act({ legalBasis, expectedVersion });
  const basisOf = (share: Decoded): number =>
    'Transfer' in share || 'Pledge' in share ? LEGAL_BASIS.transferOfShares : LEGAL_BASIS.shareCapital;
  const propose = (company: string, version: number, share: Decoded): Call =>
    calls().propose(on(basisOf(share), version), company, share, 'Registrar');
  const prepare = async (company: string, version: number, share: Decoded): Promise<Prepared> => {
    const made = eventOf(await world().make('examiner', propose(company, version, share)), 'ShareActProposed');
    return {
      proposal: made.proposal.toNumber(),
      matter: made.matter.toHex(),
      legalBasis: basisOf(share),
    };
  };
  const decide = ({ proposal, legalBasis }: Prepared, version: number): Call =>
    calls().decide(on(legalBasis, version), proposal, 'Approve');
  const consent = ({ proposal, matter, legalBasis }: Prepared, preparedOn: number): Call =>
    calls().consent(on(legalBasis, preparedOn), proposal, matter);
  const resolve = async (company: string, { matter }: Prepared): Promise<void> => {
    const endorse = world().api.tx.companyOfficers!.endorse!(on(LEGAL_BASIS.resolution, 0), company, matter);
    await world().make('citizen1', endorse);
  };
  const allot = (to: AccountName, shares: number): Decoded => ({
    Allot: { class: 1, to: person(to), shares, paid: 100 * shares, preEmption: 'Offered' },
  });
  const transfer = (shares: number): Decoded => ({
    Transfer: {
      class: 1,
      from: person('citizen2'),
      to: person('citizen3'),
      taken: { Free: shares },
      preEmption: 'Offered',
    },
  });
  const read = async (): Promise<ShareLedger> => new ShareLedger((await atFinalized(world().api)).state);

  describe('the shares of a company', () => {
    let company: string;

    it('should be its members’ as it has resolved, and no more than are authorised', async () => {
      company = await found(world(), 'citizen1', 'Shared Sixty to Forty Ltd');
      const terms = {
        nominal: 100,
        currency: hexOf('EUR'),
        authorised: 100,
        votesPerShare: 1,
        transfer: 'Free',
        preEmption: false,
      };
      const opened = await prepare(company, 0, { OpenClass: terms });
      await world().expectRefusals([
        ['registrar', decide(opened, 0), ledger('ConsentMissing')],
        ['examinerSecondKey', decide(opened, 0), ledger('SamePerson')],
        ['landsExaminer', decide(opened, 0), 'mandates.NoMandate'],
        ['landsExaminer', propose(company, 0, { OpenClass: terms }), 'mandates.NoMandate'],
        ['examiner', propose(company, 0, allot('citizen1', 1)), ledger('ClassNotFound')],
      ]);
      await resolve(company, opened);
      await world().make('registrar', decide(opened, 0));

      const shares = [
        await prepare(company, 1, allot('citizen1', 60)),
        await prepare(company, 1, allot('citizen2', 40)),
      ] as const;
      await Promise.all(shares.map((one) => resolve(company, one)));
      await Promise.all(shares.map((one, at) => world().make('registrar', decide(one, 1 + at))));
      await world().expectRefusal(
        'examiner',
        propose(company, 3, allot('citizen3', 1)),
        ledger('AboveAuthorised'),
      );
    });

    it('should not leave their holder while they are pledged, nor without its consent', async () => {
      const pledge = { Pledge: { class: 1, holder: person('citizen2'), pledgee: person('citizen3'), shares: 10 } };
      const pledged = await prepare(company, 3, pledge);
      await world().expectRefusals([
        ['citizen1', consent(pledged, 3), ledger('ConsentNotAsked')],
        ['citizen2', consent({ ...pledged, matter: `0x${'00'.repeat(32)}` }, 3), ledger('MatterDiffers')],
        ['landsExaminer', consent(pledged, 3), ledger('NotAParty')],
      ]);
      await world().make('citizen2', consent(pledged, 3));
      await world().make('registrar', decide(pledged, 3));

      // Of forty shares ten are pledged.
      await world().expectRefusal('examiner', propose(company, 4, transfer(35)), ledger('SharesPledged'));
      const sold = await prepare(company, 4, transfer(30));
      await world().expectRefusal('registrar', decide(sold, 4), ledger('ConsentMissing'));
      await world().make('citizen2', consent(sold, 4));
      const done = eventOf(await world().make('registrar', decide(sold, 4)), 'ShareActDone');
      expect(done.version.toNumber()).toBe(5);

      const now = await read();
      const { classes, head } = await now.classes(company);
      expect(head.seq).toBe(5);
      expect(classes).toMatchObject([
        { number: 1, currency: 'EUR', authorised: 100n, issued: 100n, paidUp: 10_000n, holders: 3 },
      ]);
      const holders = await now.holders(company, 1);
      expect(holders.map(({ shares, pledged: secured }) => [shares, secured])).toEqual([
        [60n, 0n],
        [30n, 0n],
        [10n, 10n],
      ]);
    });

    it('should vote and be paid by whoever had them on the record date', async () => {
      const taken = await prepare(company, 5, { RecordDate: { class: 1 } });
      await resolve(company, taken);
      await world().make('registrar', decide(taken, 5));
      const found = await (await read()).recordDate(company, 1, calendarDate(today()));
      expect(found).toMatchObject({ shares: 100n, votes: 100n });
      expect(found!.holders).toHaveLength(3);
    });
  });
}
