/**
 * Companies House, the register of the United Kingdom: its free company data product, and how its
 * rows become rows of an import campaign. All of it is pure.
 */

import { parse } from 'csv-parse/sync';
import { stringToU8a, u8aToHex } from '@polkadot/util';

import { calendarDate } from './act.js';
import { canonicalText, commitmentOf, saltFor } from './commitment.js';

/** Its code in the Registration Authorities List that GLEIF keeps. */
export const COMPANIES_HOUSE = 'RA000585';

/** What kind of value a committed address is, and which field of the record it is. */
export const REGISTERED_OFFICE = { schema: 'registered-office/1', path: 'registered_office' };

/** A row as the register publishes it: by the name of the column. */
export type SourceRow = Readonly<Record<string, string>>;

/** A file that is not the product that this reader knows. */
export class NotCompaniesHouse extends Error {}

const REQUIRED_COLUMNS = ['CompanyName', 'CompanyNumber', 'CompanyCategory', 'CompanyStatus'];

const ADDRESS_COLUMNS = [
  'RegAddress.CareOf',
  'RegAddress.POBox',
  'RegAddress.AddressLine1',
  'RegAddress.AddressLine2',
  'RegAddress.PostTown',
  'RegAddress.County',
  'RegAddress.Country',
  'RegAddress.PostCode',
];

const ACTIVITY_COLUMNS = [1, 2, 3, 4].map((number) => `SICCode.SicText_${number}`);

/** The longest name that a company can have here, in bytes of UTF-8. */
const MAX_NAME_BYTES = 160;
const SOURCE_NUMBER = /^[0-9A-Z]{1,16}$/;

/** One record of the file: its fields, and its text where the fields do not fit the columns. */
export interface ParsedRow {
  readonly fields: SourceRow;
  /** What the campaign commits to where the row cannot be written as a company. */
  readonly text: string;
  readonly isWhole: boolean;
}

/**
 * The records of a file.
 *
 * @throws {NotCompaniesHouse} when it is not the company data product.
 */
export function parseCompanies(csv: string): ParsedRow[] {
  let records: string[][];
  try {
    records = parse(csv, { bom: true, relax_column_count: true, skip_empty_lines: true });
  } catch (error) {
    throw new NotCompaniesHouse(error instanceof Error ? error.message : String(error));
  }
  // The whole product has spaces in front of its column names.
  const columns = records.shift()?.map((name) => name.trim()) ?? [];
  const absent = REQUIRED_COLUMNS.filter((name) => !columns.includes(name));
  if (absent.length > 0) throw new NotCompaniesHouse(`it has no column ${absent.join(', ')}`);
  if (records.length === 0) throw new NotCompaniesHouse('it has no row');
  return records.map((record) => ({
    fields: Object.fromEntries(columns.map((name, at) => [name, record[at] ?? ''])),
    text: JSON.stringify(record),
    isWhole: record.length === columns.length,
  }));
}

/** Legal forms (ISO 20275) of the categories; the codes stand in `code_list/legal_forms.rs`. */
const LEGAL_FORMS: Readonly<Record<string, string>> = {
  'Private Limited Company': 'H0PO',
  'Public Limited Company': 'B6ES',
  'Old Public Company': 'ZQ6S',
  'Private Unlimited': '57V7',
  'Private Unlimited Company': '57V7',
  'PRI/LTD BY GUAR/NSC (Private, limited by guarantee, no share capital)': 'G12F',
  "PRI/LBG/NSC (Private, Limited by guarantee, no share capital, use of 'Limited' exemption)":
    'TYJK',
  'PRIV LTD SECT. 30 (Private limited company, section 30 of the Companies Act)': 'C605',
  'Limited Partnership': 'ID30',
  'Limited Liability Partnership': 'Z0EY',
  'Scottish Partnership': 'NBTW',
  'Community Interest Company': '17R0',
  'Charitable Incorporated Organisation': '7T8N',
  'Scottish Charitable Incorporated Organisation': 'STX7',
  'Industrial and Provident Society': 'FVGZ',
  'Registered Society': 'XLZV',
  'Royal Charter Company': '9B78',
  'Investment Company with Variable Capital': 'VV0W',
  'Investment Company with Variable Capital (Securities)': 'VV0W',
  'Investment Company with Variable Capital(Umbrella)': 'VV0W',
  'Protected Cell Company': 'TT2H',
  'European Public Limited-Liability Company (SE)': 'HHYT',
  'United Kingdom Societas': '468Q',
  'United Kingdom Economic Interest Grouping': 'VYF8',
  'Other company type': 'NAUO',
};

/** Forms that the register names by the number's prefix and not by the category. */
const FORMS_BY_PREFIX: Readonly<Record<string, string>> = { FC: '1W62', BR: 'CDOT' };

/** ISO 20275: a form that the code list does not have. */
const NO_CODE_YET = '8888';

/** The legal form of a row. */
export function legalFormOf(category: string, number: string): string {
  if (category === 'Other company type') {
    const byPrefix = FORMS_BY_PREFIX[number.slice(0, 2)];
    if (byPrefix !== undefined) return byPrefix;
  }
  return LEGAL_FORMS[category] ?? NO_CODE_YET;
}

/** A status as the register writes it, in small letters, and as the chain keeps it. */
const STATUSES: Readonly<Record<string, string>> = {
  'active': 'Active',
  'active - proposal to strike off': 'ActiveProposalToStrikeOff',
  'liquidation': 'Liquidation',
  'in administration': 'Administration',
  'in administration/administrative receiver': 'Administration',
  'in administration/receiver manager': 'Administration',
  'administrative receiver': 'AdministrativeReceivership',
  'administration order': 'Administration',
  'receivership': 'AdministrativeReceivership',
  'receiver manager / administrative receiver': 'AdministrativeReceivership',
  'live but receiver manager on at least one charge': 'ReceiverManager',
  'voluntary arrangement': 'VoluntaryArrangement',
  'voluntary arrangement / administrative receiver': 'VoluntaryArrangement',
  'voluntary arrangement / receiver manager': 'VoluntaryArrangement',
  'insolvency proceedings': 'Insolvency',
  'dissolved': 'Dissolved',
  'converted/closed': 'ConvertedOrClosed',
  'converted / closed': 'ConvertedOrClosed',
};

/** The status of a row, or null where the register's word is not known. */
export function sourceStatusOf(status: string): string | null {
  return STATUSES[status.trim().toLowerCase()] ?? null;
}

/** The divisions of ISIC Rev. 4 and NACE Rev. 2, first and last of each unbroken run. */
const DIVISIONS: readonly (readonly [number, number])[] = [
  [1, 3], [5, 9], [10, 33], [35, 39], [41, 43], [45, 47], [49, 53], [55, 56], [58, 66],
  [68, 75], [77, 82], [84, 88], [90, 99],
];

/**
 * The class of an activity's text, or null where it has none here. Codes of four digits are of the
 * classification of 2003, whose classes mean something else: they are left out, not translated.
 */
export function activityOf(text: string): string | null {
  const code = /^\s*(\d{5})\b/.exec(text)?.[1];
  if (code === undefined) return null;
  const division = Number(code.slice(0, 2));
  return DIVISIONS.some(([first, last]) => division >= first && division <= last) ? code : null;
}

/** The canonical text of a row's address: its lines that are not empty; null where it has none. */
export function addressOf(row: SourceRow): string | null {
  const lines = ADDRESS_COLUMNS.map((column) => (row[column] ?? '').trim());
  const present = lines.filter((line) => line !== '');
  return present.length === 0 ? null : present.join('\n');
}

/** Who commits to the addresses, and the secret that their salts come from. */
export interface Committer {
  /** The bytes of the account that records the campaign. */
  readonly issuer: Uint8Array;
  /** At least 32 bytes that nobody else knows. */
  readonly secret: Uint8Array;
}

/** The commitment to a row's address, or null where it has none. */
export function registeredOfficeOf(row: SourceRow, committer: Committer): string | null {
  const address = addressOf(row);
  if (address === null) return null;
  // Each row has a secret of its own, so that it can be shown for one without the others.
  const rowSecret = saltFor(committer.secret, `${COMPANIES_HOUSE}/${row.CompanyNumber}`);
  return commitmentOf({
    schema: REGISTERED_OFFICE.schema,
    issuer: committer.issuer,
    subject: null,
    record: new Uint8Array(),
    path: REGISTERED_OFFICE.path,
    salt: saltFor(rowSecret, REGISTERED_OFFICE.path),
    value: canonicalText(address),
  });
}

/** The day of incorporation (`dd/mm/yyyy`), as the chain counts it; null where there is no such day. */
export function incorporationDateOf(row: SourceRow): number | null {
  const parts = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec((row.IncorporationDate ?? '').trim());
  if (parts === null) return null;
  try {
    return calendarDate(`${parts[3]}-${parts[2]}-${parts[1]}`);
  } catch {
    return null;
  }
}

/** A company as a campaign records it: what the chain's `ImportedCompany` is made from. */
export interface ImportedCompany {
  readonly name: string;
  readonly number: string;
  readonly status: string;
  readonly legalForm: string;
  readonly jurisdiction: string;
  readonly registeredOffice: string | null;
  readonly activities: readonly string[];
  readonly incorporatedOn: number | null;
}

/** What became of a row on this side of the chain. */
export type ReadRow =
  | { readonly kind: 'company'; readonly company: ImportedCompany; readonly lostActivities: number }
  /** It cannot be written as a company; `text` is what the campaign commits to. */
  | {
      readonly kind: 'unreadable';
      readonly number: string;
      readonly name: string;
      readonly text: string;
    };

const hexOf = (text: string): string => u8aToHex(stringToU8a(text));

/** A row as a company, or as one that cannot be written as one. */
export function readRow(row: ParsedRow, committer: Committer): ReadRow {
  const { fields } = row;
  const name = fields.CompanyName ?? '';
  const number = (fields.CompanyNumber ?? '').trim();
  const status = sourceStatusOf(fields.CompanyStatus ?? '');
  const bytes = stringToU8a(name).length;
  if (
    !row.isWhole ||
    status === null ||
    bytes === 0 ||
    bytes > MAX_NAME_BYTES ||
    !SOURCE_NUMBER.test(number)
  ) {
    return { kind: 'unreadable', number, name, text: row.text };
  }
  const stated = ACTIVITY_COLUMNS.map((column) => (fields[column] ?? '').trim()).filter(
    (text) => text !== '' && text !== 'None Supplied',
  );
  const activities = stated.map(activityOf).filter((code): code is string => code !== null);
  return {
    kind: 'company',
    lostActivities: stated.length - activities.length,
    company: {
      name,
      number,
      status,
      legalForm: legalFormOf((fields.CompanyCategory ?? '').trim(), number),
      // The law that the register is of: it says no other, and an address is not a law.
      jurisdiction: 'GB',
      registeredOffice: registeredOfficeOf({ ...fields, CompanyNumber: number }, committer),
      activities: [...new Set(activities)],
      incorporatedOn: incorporationDateOf(fields),
    },
  };
}

/** A company as `@polkadot/api` writes it. Texts are given as hex: it reads them as what they are. */
export function companyValue(company: ImportedCompany): Record<string, unknown> {
  return {
    name: hexOf(company.name),
    number: hexOf(company.number),
    status: company.status,
    legalForm: hexOf(company.legalForm),
    jurisdiction: hexOf(company.jurisdiction),
    registeredOffice: company.registeredOffice,
    activities: company.activities.map(hexOf),
    incorporatedOn: company.incorporatedOn,
  };
}
