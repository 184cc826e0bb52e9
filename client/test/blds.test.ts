import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  bldsInspections,
  bldsPermits,
  bldsStatuses,
  PERMIT_FIELDS,
  PUBLISHED_STATUSES,
  readPermitsBundle,
  type PermitRow,
  type PublishedStatus,
} from '../src/blds.js';
import { isPermitNumber } from '../src/checkCharacters.js';
import { referenceOf } from '../src/references.js';

const NUMBER = '100000000000045';
const APPLICATION = referenceOf('permitApplication', 7);

const row = (change: Partial<PermitRow> = {}): PermitRow => ({
  number: NUMBER,
  application: APPLICATION,
  kind: 3,
  appliedOn: '2026-01-05',
  issuedOn: '2026-02-10',
  completedOn: null,
  expiresOn: '2029-02-10',
  status: 'Active',
  published: 'InspectionPhase',
  changedOn: '2026-03-01',
  site: '10000000000083',
  inspections: [],
  earlier: [],
  ...change,
});

const fields = (change = {}) => ({ format: 'polity-permits-bundle/1', ...change });
const bundle = (change = {}) => readPermitsBundle(JSON.stringify(fields(change)));
const address = {
  Description: 'Two storeys, one flat',
  OriginalAddress1: '1 High Street',
  OriginalCity: 'Cardiff',
  OriginalState: 'Wales',
  OriginalZip: 'CF10 1AA',
};

const read = (csv: string): Record<string, string>[] => parse(csv, { columns: true });

describe('permits as BLDS', () => {
  it('should have the status that the chain publishes', () => {
    const published = fileURLToPath(
      new URL('../../pallets/permits/procedure/src/published.rs', import.meta.url),
    );
    const texts = [...readFileSync(published, 'utf8').matchAll(/Self::(\w+) => "(.+)"/g)];
    expect(Object.fromEntries(texts.map(([, name, text]) => [name, text]))).toEqual(PUBLISHED_STATUSES);
    for (const name of Object.keys(PUBLISHED_STATUSES) as PublishedStatus[]) {
      const [only] = read(bldsPermits([row({ published: name })], null).content);
      expect(only).toMatchObject({ StatusCurrent: 'Active', StatusCurrentMapped: PUBLISHED_STATUSES[name] });
    }
  });

  it('should have all fields in their order when the chain has few of them', () => {
    expect(isPermitNumber(NUMBER)).toBe(true);
    const { content, missing } = bldsPermits([row()], bundle({ permits: { [NUMBER]: address } }));
    const [header] = parse(content) as string[][];
    expect(header).toEqual([...PERMIT_FIELDS]);
    expect(read(content)).toEqual([
      {
        ...Object.fromEntries(PERMIT_FIELDS.map((field) => [field, ''])),
        ...address,
        PermitNum: NUMBER,
        AppliedDate: '2026-01-05',
        IssuedDate: '2026-02-10',
        StatusCurrent: 'Active',
        StatusCurrentMapped: 'Inspection Phase',
        PermitType: '3',
        StatusDate: '2026-03-01',
        PIN: '10000000000083',
        ExpiresDate: '2029-02-10',
        ProjectID: APPLICATION,
      },
    ]);
    expect(missing).toEqual([]);
  });

  it('should list the permits that lack what the specification demands', () => {
    const other = row({ number: APPLICATION, issuedOn: null, appliedOn: null });
    const { missing } = bldsPermits([row(), other], bundle({ permits: { [NUMBER]: address } }));
    expect(missing).toEqual([
      { field: 'Description', permits: [APPLICATION] },
      { field: 'AppliedDate or IssuedDate', permits: [APPLICATION] },
      { field: 'OriginalAddress1', permits: [APPLICATION] },
      { field: 'OriginalCity', permits: [APPLICATION] },
      { field: 'OriginalState', permits: [APPLICATION] },
      { field: 'OriginalZip', permits: [APPLICATION] },
    ]);
    expect(bldsPermits([], null)).toEqual({ content: `${PERMIT_FIELDS.join(',')}\n`, missing: [] });
  });

  it('should take the nearest of what the bundle has', () => {
    const { content } = bldsPermits(
      [row(), row({ number: APPLICATION }), row({ number: '1', kind: 4 })],
      bundle({
        common: { Jurisdiction: '7', PermitTypeDesc: 'any' },
        types: { 3: { PermitTypeDesc: 'of a type', PermitTypeMapped: 'Building' } },
        permits: { [APPLICATION]: { PermitTypeDesc: 'of one', Latitude: -0.5 } },
      }),
    );
    expect(read(content)).toMatchObject([
      { Jurisdiction: '7', PermitTypeDesc: 'of a type', PermitTypeMapped: 'Building', Latitude: '' },
      { Jurisdiction: '7', PermitTypeDesc: 'of one', PermitTypeMapped: 'Building', Latitude: '-0.5' },
      { Jurisdiction: '7', PermitTypeDesc: 'any', PermitTypeMapped: '', Latitude: '' },
    ]);
  });

  it('should be read again as it was written, with formulas made harmless', () => {
    const text = fc
      .oneof(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
        fc.stringMatching(/^[=+\-@＝＋－＠'"].{0,20}$/),
        fc.stringMatching(/^[",;'a-z =]{1,20}$/),
      )
      .map((value) => value.replace(/[\p{Cc}\u2028\u2029]/gu, '').trim())
      .filter((value) => value !== '');
    const harmless = (value: string) => (/^[=+\-@＝＋－＠]/.test(value) ? `'${value}` : value);
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 8 }), (texts) => {
        const numbers = texts.map((_, at) => referenceOf('permitApplication', at));
        const given = texts.map(([Description, OriginalCity]) => ({ Description, OriginalCity }));
        const permits = Object.fromEntries(numbers.map((number, at) => [number, given[at]]));
        const { content } = bldsPermits(
          numbers.map((number) => row({ number })),
          bundle({ permits }),
        );
        const expected = given.map(({ Description, OriginalCity }, at) => ({
          PermitNum: numbers[at],
          Description: harmless(Description),
          OriginalCity: harmless(OriginalCity),
        }));
        const again = read(content).map(({ PermitNum, Description, OriginalCity }) => ({
          PermitNum,
          Description,
          OriginalCity,
        }));
        expect(again).toEqual(expected);
      }),
    );
  });
});

describe('the other data sets', () => {
  it('should have a row for each inspection', () => {
    const inspections = [
      { kind: 'Foundation', scheduledFor: '2026-03-01', result: 'Failed', inspectedOn: '2026-03-02' },
      { kind: 'Final', scheduledFor: '2026-04-01', result: null, inspectedOn: null },
      { kind: 'FireSafety', scheduledFor: '2026-04-01', result: 'NoAccess', inspectedOn: '2026-04-01' },
    ];
    expect(read(bldsInspections([row(), row({ inspections })]))).toEqual([
      {
        PermitNum: NUMBER,
        InspType: 'Foundation',
        Result: 'Failed',
        ResultMapped: 'Rejected',
        ScheduledDate: '2026-03-01',
        InspectedDate: '2026-03-02',
        Final: 'No',
      },
      {
        PermitNum: NUMBER,
        InspType: 'Final',
        Result: '',
        ResultMapped: '',
        ScheduledDate: '2026-04-01',
        InspectedDate: '',
        Final: 'Yes',
      },
      {
        PermitNum: NUMBER,
        InspType: 'FireSafety',
        Result: 'NoAccess',
        ResultMapped: 'Cancelled',
        ScheduledDate: '2026-04-01',
        InspectedDate: '2026-04-01',
        Final: 'No',
      },
    ]);
  });

  it('should have a row for each earlier status', () => {
    const earlier = [{ status: 'Submitted', published: 'ApplicationAccepted', since: '2026-01-05' }] as const;
    expect(read(bldsStatuses([row({ earlier })]))).toEqual([
      {
        PermitNum: NUMBER,
        StatusPrevious: 'Submitted',
        StatusPreviousDate: '2026-01-05',
        StatusPreviousMapped: 'Application Accepted',
      },
    ]);
  });
});

describe('a bundle of permits', () => {
  it('should be refused when it says what it may not', () => {
    const wrong: readonly (readonly [unknown, string])[] = [
      [{ format: 'polity-export-bundle/1' }, 'not of the format'],
      [null, 'not of the format'],
      [fields({ permits: [] }), 'are objects'],
      [fields({ permits: { '100000000000046': {} } }), 'typing error'],
      [fields({ permits: { [referenceOf('filing', 7)]: {} } }), 'typing error'],
      [fields({ permits: { [APPLICATION.toLowerCase()]: {} } }), 'typing error'],
      [fields({ types: { '01': {} } }), 'no code of a type'],
      [fields({ common: 'none' }), 'no object'],
      [fields({ common: { IssuedDate: '2026-01-01' } }), 'stands on the chain'],
      [fields({ common: { ContractorPhone: '1' } }), 'There is no field'],
      [fields({ common: { toString: '1' } }), 'There is no field'],
      [fields({ common: { Latitude: '51.5' } }), 'no number'],
      [fields({ common: { Description: '' } }), 'no text'],
      [fields({ common: { Description: 7 } }), 'no text'],
      [fields({ common: { Description: 'a\tb' } }), 'line of text'],
      [fields({ common: { Description: ' a' } }), 'spaces around'],
      [fields({ common: { PermitTypeMapped: 'House' } }), 'none of Building'],
    ];
    for (const [content, reason] of wrong) {
      expect(() => readPermitsBundle(JSON.stringify(content)), reason).toThrow(reason);
    }
    expect(() => readPermitsBundle('{')).toThrow(SyntaxError);
  });
});
