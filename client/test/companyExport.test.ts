import { stringToHex } from '@polkadot/util';
import { describe, expect, it } from 'vitest';

import { bodsStatements, gleifRecord, readBundle } from '../src/companyExport.js';
import { canonicalText, commitmentOf } from '../src/commitment.js';
import { companySteps, type DecodedEntry } from '../src/companySteps.js';
import { STATEMENT_PATH, STATEMENT_SCHEMA, type OpenedStatement } from '../src/ownershipOpenings.js';

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
  { activitiesChanged: { activities: [stringToHex('01110'), stringToHex('62020')], corrects: null } },
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

const nobody = { classes: [], statements: [], currentUntil: null };

describe('an EUID', () => {
  it('should stand in the last statement of the entity alone', () => {
    const euid = `PLKRS.${NUMBER}`;
    const { content } = bodsStatements(companySteps(life), [], nobody, null, published, euid);
    const entityStatements = content.filter(({ recordType }) => recordType === 'entity');
    const having = entityStatements.map(({ recordDetails }) =>
      (recordDetails as { identifiers: { id: string }[] }).identifiers.some(({ id }) => id === euid),
    );
    expect(having).toEqual([...having.slice(1).map(() => false), true]);
    expect(having.length).toBeGreaterThan(1);
  });
});

describe("a company's steps", () => {
  it('should tell what the company was after each entry', () => {
    const steps = companySteps(life);
    expect(steps.map(({ what, state }) => [what, state.name, state.lei, state.status])).toEqual([
      ['registered', 'Zażółć & Söhne Ltd', null, 'Active'],
      ['leiChanged', 'Zażółć & Söhne Ltd', LEI, 'Active'],
      ['strikeOffNoticeGiven', 'Zażółć & Söhne Ltd', LEI, 'Active'],
      ['renamed', 'ACME LIMITED', LEI, 'Active'],
      ['activitiesChanged', 'ACME LIMITED', LEI, 'Active'],
      ['statusChanged', 'ACME LIMITED', LEI, 'MergedInto'],
    ]);
    expect(steps.map(({ state }) => state.activities.length)).toEqual([1, 1, 1, 1, 2, 2]);
    expect(steps.at(-1)!.state.successor).toBe('100000000190');
    expect(new Set(steps.map(({ head }) => head)).size).toBe(6);
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
    const { content, missing } = bodsStatements(steps, [], nobody, bundle, published);
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
        dissolutionDate: '2024-10-09',
        addresses: [{ type: 'registered', country: { code: 'GB' } }],
      },
    });
    expect(missing).not.toContain('addresses');
  });

  it('should name no person, and say what is missing', () => {
    const { content, missing } = bodsStatements(companySteps(life.slice(0, 1)), officers, nobody, null, published);
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

describe('the owners in an export', () => {
  const TAG = `0x${'ab'.repeat(32)}`;
  const owners = {
    classes: [
      {
        number: 1,
        issued: 1_000n,
        treasury: 100n,
        votesPerShare: 1,
        holders: [
          { party: `Person ${TAG}`, shares: 600n },
          { party: 'Company 100000000190', shares: 300n },
          { party: `Company ${NUMBER}`, shares: 100n },
        ],
      },
      { number: 2, issued: 3n, treasury: 0n, votesPerShare: 0, holders: [{ party: 'State 2', shares: 1n }] },
    ],
    statements: [
      {
        number: 1,
        acceptedOn: '2026-02-03',
        record: 1,
        status: 'New',
        details: { person: { kind: { anonymousPerson: 'InterestedPartyExemptFromDisclosure' }, isComponent: false } },
        commitment: `0x${'07'.repeat(32)}`,
      },
      {
        number: 2,
        acceptedOn: '2026-02-03',
        record: 2,
        status: 'Updated',
        details: {
          relationship: {
            subject: { company: null },
            interestedParty: { record: 1 },
            interests: [
              {
                interestType: 'VotingRights',
                directness: 'Indirect',
                beneficialOwnershipOrControl: true,
                share: {
                  range: { minimum: 250_000, minimumIsExclusive: true, maximum: 500_000, maximumIsExclusive: false },
                },
                startedOn: DAY,
                endedOn: null,
              },
            ],
            components: [3],
            isComponent: false,
          },
        },
        commitment: `0x${'08'.repeat(32)}`,
      },
      {
        number: 3,
        acceptedOn: '2026-02-04',
        record: 3,
        status: 'Closed',
        details: {
          relationship: {
            subject: { record: 1 },
            interestedParty: { unspecified: 'NoBeneficialOwners' },
            interests: [],
            components: [],
            isComponent: true,
          },
        },
        commitment: `0x${'09'.repeat(32)}`,
      },
      {
        number: 4,
        acceptedOn: '2026-02-04',
        record: 4,
        status: 'New',
        details: { entity: { kind: { trust: null }, isComponent: false } },
        commitment: `0x${'0a'.repeat(32)}`,
      },
    ],
    currentUntil: '2026-11-25',
  };
  const exported = (of = owners) => bodsStatements(companySteps(life.slice(0, 1)), [], of, null, published);
  const subject = `polity-company-${NUMBER}`;

  it('should be the holders of its shares with what each has, and no person by its tag', () => {
    const { content, missing } = exported({ ...owners, statements: [], currentUntil: null });
    expect(content.map(({ recordType }) => recordType)).toEqual([
      'entity',
      'person',
      'relationship',
      'entity',
      'relationship',
      'entity',
      'relationship',
    ]);
    expect(JSON.stringify(content)).not.toContain(TAG.slice(2));
    const [, person, holding, , company, state] = content;
    expect(person).toMatchObject({ recordDetails: { personType: 'anonymousPerson' } });
    expect(holding).toMatchObject({
      recordDetails: {
        subject,
        interestedParty: person!.recordId,
        interests: [
          { type: 'shareholding', beneficialOwnershipOrControl: false, share: { exact: 60 } },
          // Of the votes that count: treasury shares have none.
          { type: 'votingRights', share: { exact: 66.666666 } },
        ],
      },
    });
    expect(company).toMatchObject({ recordDetails: { interestedParty: 'polity-company-100000000190' } });
    expect(state).toMatchObject({ recordDetails: { entityType: { type: 'state' } } });
    expect(missing).toEqual(expect.arrayContaining(['names of shareholders', 'beneficial owners']));
  });

  it('should be what the company has stated, without what the commitments cover', () => {
    const { content, missing } = exported({ ...owners, classes: [] });
    const [, person, relationship, component, trust] = content;
    expect(person).toMatchObject({
      recordId: `${subject}-owner-1`,
      recordType: 'person',
      recordStatus: 'new',
      statementDate: '2026-02-03',
      recordDetails: {
        personType: 'anonymousPerson',
        unspecifiedPersonDetails: { reason: 'interestedPartyExemptFromDisclosure' },
      },
    });
    expect(relationship).toMatchObject({
      recordStatus: 'updated',
      recordDetails: {
        subject,
        interestedParty: `${subject}-owner-1`,
        componentRecords: [`${subject}-owner-3`],
        interests: [
          {
            type: 'votingRights',
            directOrIndirect: 'indirect',
            beneficialOwnershipOrControl: true,
            share: { exclusiveMinimum: 25, maximum: 50 },
            startDate: '2024-10-04',
          },
        ],
      },
    });
    expect(component).toMatchObject({
      recordStatus: 'closed',
      recordDetails: {
        isComponent: true,
        subject: `${subject}-owner-1`,
        interestedParty: { reason: 'noBeneficialOwners' },
      },
    });
    expect(trust).toMatchObject({ recordDetails: { entityType: { type: 'arrangement', subtype: 'trust' } } });
    expect(new Set(content.map(({ statementId }) => statementId)).size).toBe(5);
    expect(missing).toContain('beneficial owners after 2026-11-25: the statements are overdue');
  });

  it('should name an owner whose statement is opened, and nobody by another text', () => {
    const value = JSON.stringify({
      names: [{ type: 'legal', fullName: 'Zoë Żak' }],
      personType: 'knownPerson',
    });
    const opening = {
      issuer: '0x01',
      subject: null,
      record: '0x02',
      salt: `0x${'05'.repeat(32)}`,
      value,
    };
    const commitment = commitmentOf({
      schema: STATEMENT_SCHEMA,
      issuer: new Uint8Array([1]),
      subject: null,
      record: new Uint8Array([2]),
      path: STATEMENT_PATH,
      salt: new Uint8Array(32).fill(5),
      value: canonicalText(value),
    });
    const [person] = owners.statements;
    const of = { ...owners, statements: [{ ...person!, commitment }] };
    const steps = companySteps(life.slice(0, 1));
    const exportedWith = (statements: readonly OpenedStatement[]) =>
      bodsStatements(steps, [], of, { ...bundle, statements }, published);
    const { content, missing } = exportedWith([opening]);
    const stated = content.find(({ recordId }) => recordId === `${subject}-owner-1`);
    expect(stated).toMatchObject({
      // What the chain says of the person stands above what the text says.
      recordDetails: { names: [{ fullName: 'Zoë Żak' }], personType: 'anonymousPerson' },
    });
    expect(stated).not.toHaveProperty('annotations');
    expect(missing).not.toContain('names of beneficial owners');
    expect(exportedWith([]).missing).toContain('names of beneficial owners');
    for (const change of [
      { value: value.replace('Zoë', 'Zoe') },
      { salt: `0x${'06'.repeat(32)}` },
      { issuer: '0x03' },
      { subject: '0x01' },
    ]) {
      expect(() => exportedWith([{ ...opening, ...change }])).toThrow('none that the company has committed to');
    }
    expect(() => exportedWith([{ ...opening, salt: 'secret' }])).toThrow('hexadecimal');
  });

  it('should be missing where nobody is known', () => {
    expect(exported(nobody as never).missing).toEqual(
      expect.arrayContaining(['shareholders', 'beneficial owners']),
    );
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
