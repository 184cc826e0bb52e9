import { stringToHex } from '@polkadot/util';
import { describe, expect, it } from 'vitest';

import { bodsStatements, gleifRecord, readBundle } from '../src/companyExport.js';
import { companySteps, type DecodedEntry } from '../src/companySteps.js';

const NUMBER = 100000000093;
const LEI = '5493001KJTIIGC8Y1R12';
const DAY = 20_000;

/** What `toJSON` makes of a company's record. */
const company = (change = {}): object => ({
  number: NUMBER,
  name: stringToHex('Zażółć & Söhne Ltd'),
  legalForm: stringToHex('H0PO'),
  jurisdiction: stringToHex('GB'),
  lei: null,
  registeredOffice: `0x${'03'.repeat(32)}`,
  activities: [stringToHex('62020')],
  status: { active: null },
  incorporatedOn: DAY,
  source: null,
  ...change,
});

const entries = (bodies: readonly object[]): DecodedEntry[] =>
  bodies.map((body, at) => ({
    bytes: new Uint8Array([at]),
    json: { seq: at + 1, recordedAt: 1_800_000_000_000 + at, effectiveFrom: DAY + at, body },
  }));

const life = entries([
  { registered: { application: 1, company: company() } },
  { leiChanged: { lei: stringToHex(LEI), corrects: null } },
  { strikeOffNoticeGiven: {} },
  { renamed: { name: stringToHex('ACME LIMITED') } },
  { statusChanged: { from: { active: null }, to: { mergedInto: 100000000190 } } },
]);
const published = new Date('2026-11-26T12:00:00Z');
const bundle = {
  format: 'polity-export-bundle/1',
  company: String(NUMBER),
  registeredAddress: { address: '1 High Street, Cardiff', postCode: 'CF10 1AA', country: 'GB' },
  managingLou: 'EVK05KS7XY1DEII3R011',
  nextRenewalDate: '2027-11-26',
} as const;

describe("a company's steps", () => {
  it('should tell what the company was after each entry', () => {
    const steps = companySteps(life);
    expect(steps.map(({ what, state }) => [what, state.name, state.lei, state.status])).toEqual([
      ['registered', 'Zażółć & Söhne Ltd', null, 'Active'],
      ['leiChanged', 'Zażółć & Söhne Ltd', LEI, 'Active'],
      ['strikeOffNoticeGiven', 'Zażółć & Söhne Ltd', LEI, 'Active'],
      ['renamed', 'ACME LIMITED', LEI, 'Active'],
      ['statusChanged', 'ACME LIMITED', LEI, 'MergedInto'],
    ]);
    expect(steps.at(-1)!.state.successor).toBe('100000000190');
    expect(new Set(steps.map(({ head }) => head)).size).toBe(5);
  });

  it('should be refused when an entry cannot stand where it does', () => {
    const strange = [
      [{ renamed: { name: '0x41' } }],
      [{ registered: { company: company() } }, { imported: { company: company() } }],
      [{ registered: { company: company() } }, { unheardOf: null }],
    ];
    for (const bodies of strange) expect(() => companySteps(entries(bodies))).toThrow('cannot stand');
  });
});

describe('the export as BODS', () => {
  const officers = [
    { role: 'Director', party: '0x01', isPerson: true, from: '2026-01-01', to: null },
    { role: 'Auditor', party: '100000000190', isPerson: false, from: '2026-01-01', to: null },
  ];

  it('should have a statement for each entry that said something new', () => {
    const steps = companySteps(life);
    const { content, missing } = bodsStatements(steps, [], bundle, published);
    expect(content.map(({ recordStatus }) => recordStatus)).toEqual(['new', 'updated', 'updated', 'closed']);
    expect(new Set(content.map(({ recordId }) => recordId)).size).toBe(1);
    for (const statement of content) expect(String(statement.statementId)).toMatch(/^[0-9a-f]{64}$/);
    expect(content[0]!.statementId).toBe(steps[0]!.head.slice(2));
    expect(content.at(-1)).toMatchObject({
      recordType: 'entity',
      publicationDetails: { bodsVersion: '0.4' },
      recordDetails: {
        entityType: { type: 'registeredEntity' },
        name: 'ACME LIMITED',
        jurisdiction: { name: 'United Kingdom', code: 'GB' },
        identifiers: [{ id: String(NUMBER) }, { id: LEI }],
        foundingDate: '2024-10-04',
        dissolutionDate: '2024-10-08',
        addresses: [{ type: 'registered', country: { code: 'GB' } }],
      },
    });
    expect(missing).not.toContain('addresses');
  });

  it('should name no person, and say what is missing', () => {
    const { content, missing } = bodsStatements(companySteps(life.slice(0, 1)), officers, null, published);
    expect(content.map(({ recordType }) => recordType)).toEqual(['entity', 'person', 'relationship']);
    expect(content[1]).toMatchObject({ recordDetails: { personType: 'anonymousPerson' } });
    expect(content[2]).toMatchObject({
      recordDetails: {
        subject: content[0]!.recordId,
        interestedParty: content[1]!.recordId,
        interests: [{ type: 'boardMember', beneficialOwnershipOrControl: false, startDate: '2026-01-01' }],
      },
    });
    // Not even the tag: only a hash of it.
    expect(JSON.stringify(content)).not.toContain('0x01');
    expect(missing).toEqual(expect.arrayContaining(['addresses', 'names of board members']));
  });
});

describe('the export like GLEIF', () => {
  it('should have what the chain has, and the bundle adds', () => {
    const { content, missing } = gleifRecord(companySteps(life), bundle);
    expect(content).toMatchObject({
      LEI,
      Entity: {
        LegalName: 'ACME LIMITED',
        LegalAddress: { FirstAddressLine: '1 High Street, Cardiff', Country: 'GB' },
        LegalForm: { EntityLegalFormCode: 'H0PO' },
        EntityStatus: 'INACTIVE',
        SuccessorEntity: { RegistrationAuthorityEntityID: '100000000190' },
      },
      Registration: { RegistrationStatus: 'MERGED', ManagingLOU: 'EVK05KS7XY1DEII3R011' },
    });
    expect(missing).toEqual(['Entity.HeadquartersAddress']);
    const bare = gleifRecord(companySteps(life.slice(0, 1)), null);
    expect(bare.content).toMatchObject({ Entity: { EntityStatus: 'ACTIVE' } });
    expect(bare.missing).toEqual([
      'LEI',
      'Entity.LegalAddress',
      'Entity.HeadquartersAddress',
      'Registration.NextRenewalDate',
      'Registration.ManagingLOU',
    ]);
  });
});

describe('a bundle', () => {
  it('should be of this format and of this company', () => {
    const number = String(NUMBER);
    expect(readBundle(JSON.stringify(bundle), number)).toEqual(bundle);
    expect(() => readBundle('{}', number)).toThrow('format');
    expect(() => readBundle('null', number)).toThrow('format');
    expect(() => readBundle(JSON.stringify(bundle), '100000000190')).toThrow('is of company');
    const nowhere = { ...bundle, registeredAddress: { address: '', country: 'GB' } };
    expect(() => readBundle(JSON.stringify(nowhere), number)).toThrow('needs an address');
  });
});
