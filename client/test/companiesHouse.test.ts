import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  activityOf,
  companyValue,
  legalFormOf,
  NotCompaniesHouse,
  parseCompanies,
  readRow,
  sourceStatusOf,
} from '../src/companiesHouse.js';

const source = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const HEADER =
  'CompanyName,CompanyNumber,RegAddress.AddressLine1,RegAddress.PostTown,RegAddress.PostCode,' +
  'CompanyCategory,CompanyStatus,SICCode.SicText_1,SICCode.SicText_2,IncorporationDate';
const committer = { issuer: new Uint8Array(32).fill(1), secret: new Uint8Array(32).fill(2) };

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

function row(change: Partial<Record<string, string>> = {}): string {
  const fields = {
    CompanyName: 'GENERATED WORKS LIMITED',
    CompanyNumber: '01234567',
    line: '1 HIGH STREET',
    town: 'LEEDS',
    code: 'LS1 1AA',
    category: 'Private Limited Company',
    status: 'Active',
    first: '62020 - Information technology consultancy activities',
    second: '',
    date: '29/02/2024',
    ...change,
  };
  return Object.values(fields)
    .map((text) => quoted(text ?? ''))
    .join(',');
}

const read = (change: Partial<Record<string, string>> = {}) =>
  readRow(parseCompanies(`${HEADER}\n${row(change)}\n`)[0]!, committer);

const company = (change: Partial<Record<string, string>> = {}) => {
  const result = read(change);
  if (result.kind !== 'company') throw new Error(`not a company: ${JSON.stringify(result)}`);
  return result.company;
};

describe('a file of companies', () => {
  it('should be read when its columns have spaces and its names quotes and commas', () => {
    const [only] = parseCompanies(
      `CompanyName, CompanyNumber,CompanyCategory,CompanyStatus\n"""A"", B & CO",07123456,Private Limited Company,Active\n`,
    );
    expect(only!.fields).toMatchObject({ CompanyName: '"A", B & CO', CompanyNumber: '07123456' });
  });

  it('should be refused when it is something else', () => {
    for (const text of ['', 'a,b\n1,2\n', '{"type":"FeatureCollection"}', `${HEADER}\n`]) {
      expect(() => parseCompanies(text), text).toThrow(NotCompaniesHouse);
    }
  });
});

describe('a row', () => {
  it('should become a company when all of it is there', () => {
    expect(company()).toEqual({
      name: 'GENERATED WORKS LIMITED',
      number: '01234567',
      status: 'Active',
      legalForm: 'H0PO',
      jurisdiction: 'GB',
      registeredOffice: expect.stringMatching(/^0x[0-9a-f]{64}$/),
      activities: ['62020'],
      incorporatedOn: 19_782,
    });
  });

  it('should have no office, date or activity when its source has none', () => {
    const empty = { line: '', town: '', code: ' ', first: 'None Supplied', date: '' };
    expect(company(empty)).toMatchObject({
      registeredOffice: null,
      activities: [],
      incorporatedOn: null,
    });
  });

  it('should have no date when its source names a day that is not in the calendar', () => {
    for (const date of ['29/02/2023', '31/04/2020', '00/01/2020', '15/13/2020', '01/01/0999']) {
      expect(company({ date }).incorporatedOn, date).toBeNull();
    }
  });

  it('should leave out classes of the old classification and say how many', () => {
    const result = read({ first: '7499 - Non-trading company', second: '99999 - Dormant Company' });
    expect(result).toMatchObject({ lostActivities: 1, company: { activities: ['99999'] } });
  });

  it('should be unreadable when it cannot be written as a company', () => {
    const wrong = [
      { CompanyName: '' },
      { CompanyName: 'A'.repeat(161) },
      { CompanyName: 'É'.repeat(81) },
      { CompanyNumber: '' },
      { CompanyNumber: '0123-456' },
      { CompanyNumber: '12345678901234567' },
      { status: 'Sleeping' },
    ];
    for (const change of wrong) expect(read(change).kind).toBe('unreadable');
    const short = parseCompanies(`${HEADER}\nONLY A NAME,01234567\n`)[0]!;
    expect(readRow(short, committer).kind).toBe('unreadable');
  });

  it('should commit to its office with a salt that no other row has', () => {
    const first = company();
    expect(company().registeredOffice).toBe(first.registeredOffice);
    expect(company({ CompanyNumber: '07654321' }).registeredOffice).not.toBe(first.registeredOffice);
    expect(company({ town: 'YORK' }).registeredOffice).not.toBe(first.registeredOffice);
    const other = { ...committer, secret: new Uint8Array(32).fill(3) };
    const again = readRow(parseCompanies(`${HEADER}\n${row()}\n`)[0]!, other);
    expect(again).not.toMatchObject({ company: { registeredOffice: first.registeredOffice } });
  });

  it('should keep any name that fits, byte for byte', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), (name) => {
        fc.pre(Buffer.byteLength(name) <= 160 && !/[\r\n]/.test(name));
        const result = company({ CompanyName: name });
        expect(result.name).toBe(name);
        expect(companyValue(result).name).toBe(`0x${Buffer.from(name).toString('hex')}`);
      }),
    );
  });
});

describe('code lists', () => {
  it('should map to legal forms that the chain knows', () => {
    const known = readFileSync(source('primitives/src/code_list/legal_forms.rs'), 'utf8');
    const here = readFileSync(source('client/src/companiesHouse.ts'), 'utf8');
    const codes = [...here.matchAll(/: '([0-9A-Z]{4})'|^ {4}'([0-9A-Z]{4})',$/gm)].map(
      (match) => match[1] ?? match[2]!,
    );
    expect(codes.length).toBeGreaterThan(20);
    for (const code of codes) expect(known, code).toMatch(new RegExp(`\\*b"${code}",\\s+\\*b"GB"`));
    expect(legalFormOf('A form of tomorrow', '01234567')).toBe('8888');
    expect(legalFormOf('Other company type', 'FC012345')).toBe('1W62');
    expect(legalFormOf('Other company type', 'BR012345')).toBe('CDOT');
    expect(legalFormOf('Other company type', 'ZC000001')).toBe('NAUO');
  });

  it('should map to statuses that the chain knows', () => {
    const campaign = readFileSync(
      source('pallets/business-registry/src/types/campaign.rs'),
      'utf8',
    );
    const words = ['Active', 'Liquidation', 'In Administration', 'Voluntary Arrangement'];
    for (const word of words) {
      expect(campaign).toContain(`\t${sourceStatusOf(word)},`);
    }
    expect(sourceStatusOf('ACTIVE - Proposal to Strike off')).toBe('ActiveProposalToStrikeOff');
    expect(sourceStatusOf('')).toBeNull();
  });

  it('should take activities of divisions that exist and no other', () => {
    for (const code of ['62020', '01110', '99999', '98000', '47190']) {
      expect(activityOf(`${code} - Something`)).toBe(code);
    }
    for (const code of ['00000', '04110', '34000', '40110', '67110', '83000', '6202', '622020']) {
      expect(activityOf(`${code} - Something`), code).toBeNull();
    }
  });
});

const real = source('../shared/data/companies-uk.csv');

describe.skipIf(!existsSync(real))('the 500 real companies (skipped where the file is not)', () => {
  it('should all become companies', () => {
    const rows = parseCompanies(readFileSync(real, 'utf8')).map((one) => readRow(one, committer));
    expect(rows).toHaveLength(500);
    for (const one of rows) {
      expect(one.kind).toBe('company');
      if (one.kind === 'company') expect(one.company.legalForm).not.toBe('8888');
    }
  });
});
