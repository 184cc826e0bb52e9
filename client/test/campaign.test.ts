import { describe, expect, it } from 'vitest';

import { campaignOver, campaignResult } from '../src/campaign.js';
import { parseCompanies, readRow, type ReadRow } from '../src/companiesHouse.js';
import type { CampaignRead } from '../src/registry.js';

const FILE = [
  'CompanyName,CompanyNumber,CompanyCategory,CompanyStatus,RegAddress.AddressLine1,IncorporationDate',
  'FIRST WORKS LIMITED,01,Private Limited Company,Active,1 HIGH STREET,29/02/2024',
  'SECOND WORKS LIMITED,02,Private Limited Company,Active,2 HIGH STREET,',
  'THIRD WORKS LIMITED,03,Private Limited Company,Sleeping,,',
].join('\n');

const bytes = (fill: number) => new Uint8Array(32).fill(fill);
const read = (issuer = bytes(1), secret = bytes(2)): ReadRow[] =>
  parseCompanies(FILE).map((row) => readRow(row, { issuer, secret }));

describe('the rows of a file', () => {
  it('should be the same when the file is read again with the same secret for the same officer', () => {
    expect(read()).toEqual(read());
  });

  it('should be others when the secret or the officer is another', () => {
    for (const other of [read(bytes(3)), read(bytes(1), bytes(3))]) {
      expect(other).not.toEqual(read());
      // What no commitment stands in is the same in any case.
      expect(other[2]).toEqual(read()[2]);
    }
  });
});

describe('the campaign that an import goes on with', () => {
  const ROOTS: Readonly<Record<number, string>> = { 1: '0x01', 2: '0x02' };
  const rootFor = (opener: Uint8Array): string => ROOTS[opener[0]!]!;
  const campaign = (id: number, change: Partial<CampaignRead> = {}): CampaignRead => ({
    id,
    root: '0x01',
    rows: 3,
    source: 'RA000585',
    district: 0,
    opener: bytes(1),
    isSealed: false,
    ...change,
  });

  it('should be the one that has the root over the rows', () => {
    const known = [campaign(1, { root: '0x09' }), campaign(2), campaign(3, { root: '0x08' })];
    expect(campaignOver(known, rootFor)?.id).toBe(2);
  });

  it('should be found by the commitments of the officer who opened it', () => {
    const other = campaign(1, { root: '0x02', opener: bytes(2) });
    expect(campaignOver([other], rootFor)?.id).toBe(1);
    expect(campaignOver([{ ...other, opener: bytes(1) }], rootFor)).toBeNull();
  });

  it('should be an open one before a sealed one, and the oldest of them', () => {
    const sealed = [campaign(1, { isSealed: true }), campaign(4, { isSealed: true })];
    expect(campaignOver([...sealed, campaign(5), campaign(6)], rootFor)?.id).toBe(5);
    expect(campaignOver(sealed, rootFor)?.id).toBe(1);
  });

  it('should be none when there is none over these rows', () => {
    expect(campaignOver([], rootFor)).toBeNull();
    expect(campaignOver([campaign(1, { root: '0x09' })], rootFor)).toBeNull();
  });
});

describe('the result of a campaign', () => {
  it('should count every row once and name those that did not become a company with its name', () => {
    const ends = [
      { kind: 'accepted', company: '1' },
      { kind: 'disputed', company: '2', reason: 'NameTaken' },
      { kind: 'refused', reason: 'Unreadable' },
    ] as const;
    expect(campaignResult(read(), ends)).toEqual({
      read: 3,
      accepted: 1,
      refused: [
        { number: '02', name: 'SECOND WORKS LIMITED', reason: 'NameTaken' },
        { number: '03', name: 'THIRD WORKS LIMITED', reason: 'Unreadable' },
      ],
    });
  });

  it('should say so when a row has not ended', () => {
    const { accepted, refused } = campaignResult(read(), [null]);
    expect(accepted).toBe(0);
    expect(refused.map(({ reason }) => reason)).toEqual(Array(3).fill('NotRecorded'));
  });
});
