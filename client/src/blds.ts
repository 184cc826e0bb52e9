import { stringify } from 'csv-stringify/sync';

import { isPermitNumber } from './checkCharacters.js';
import { idOfReference, referenceOf } from './references.js';

/**
 * Permits as open data: BLDS 1.2 (Building & Land Development Specification, permitdata.org), its core
 * data set and the optional ones of inspections and of earlier statuses. What the chain may not hold, as
 * addresses and descriptions, comes from a bundle that the authority adds; without it the export lists
 * what is missing. It names no holder. All of it is pure.
 */

/** What `StatusCurrentMapped` can be, by the chain's names (`pallets/permits/procedure/src/published.rs`). */
export const PUBLISHED_STATUSES = {
  ApplicationAccepted: 'Application Accepted',
  InReview: 'In Review',
  PermitIssued: 'Permit Issued',
  InspectionPhase: 'Inspection Phase',
  PermitFinaled: 'Permit Finaled',
  PermitCancelled: 'Permit Cancelled',
} as const;

/** A published status, by the chain's name. */
export type PublishedStatus = keyof typeof PUBLISHED_STATUSES;

/** An earlier status of a permit or of an application, and since when it had it. */
export interface EarlierStatus {
  /** As the chain names it. */
  readonly status: string;
  readonly published: PublishedStatus;
  readonly since: string;
}

/** An inspection, as the chain has it. */
export interface InspectionRow {
  /** As the chain names its kind, such as `FireSafety`. */
  readonly kind: string;
  readonly scheduledFor: string;
  /** `Passed`, `Failed`, `Partial` or `NoAccess`; null before it has ended. */
  readonly result: string | null;
  readonly inspectedOn: string | null;
}

/** What the chain has of one permit, or of an application that has led to none. Dates are `YYYY-MM-DD`. */
export interface PermitRow {
  /** The permit's number, or the reference of the application. */
  readonly number: string;
  /** The reference of the application; null where there is none, as for an imported permit. */
  readonly application: string | null;
  /** The code of the type. */
  readonly kind: number;
  readonly appliedOn: string | null;
  readonly issuedOn: string | null;
  readonly completedOn: string | null;
  /** The day from which it is not valid any more. */
  readonly expiresOn: string | null;
  /** As the chain names it, such as `Suspended`. */
  readonly status: string;
  readonly published: PublishedStatus;
  /** When its record was changed last. */
  readonly changedOn: string;
  /** The unit of land that it is for. */
  readonly site: string | null;
  /** In the order in which they were scheduled. */
  readonly inspections: readonly InspectionRow[];
  /** The first one first, without the one of today. */
  readonly earlier: readonly EarlierStatus[];
}

/** The values of the fields that the specification maps. */
const MAPPED_VALUES = {
  PermitClassMapped: ['Residential', 'Non-Residential'],
  WorkClassMapped: ['New', 'Existing'],
  PermitTypeMapped: [
    'Building',
    'Demolition',
    'Electrical',
    'Mechanical',
    'Plumbing',
    'Roof',
    'Fence',
    'Grading',
    'Pool/Spa',
  ],
} as const;

const NUMBER_FIELDS = [
  'TotalSqFt',
  'Latitude',
  'Longitude',
  'EstProjectCost',
  'HousingUnits',
  'AddedSqFt',
  'RemovedSqFt',
  'Fee',
] as const;

const TEXT_FIELDS = [
  'Description',
  'OriginalAddress1',
  'OriginalAddress2',
  'OriginalCity',
  'OriginalState',
  'OriginalZip',
  'Jurisdiction',
  'PermitClass',
  'WorkClass',
  'PermitTypeDesc',
  'Link',
  'ProposedUse',
  'ProjectName',
  'Publisher',
] as const;

/** The fields of the core data set, in the order of the specification. */
export const PERMIT_FIELDS = [
  'PermitNum',
  'Description',
  'AppliedDate',
  'IssuedDate',
  'CompletedDate',
  'StatusCurrent',
  'OriginalAddress1',
  'OriginalAddress2',
  'OriginalCity',
  'OriginalState',
  'OriginalZip',
  'Jurisdiction',
  'PermitClass',
  'PermitClassMapped',
  'StatusCurrentMapped',
  'WorkClass',
  'WorkClassMapped',
  'PermitType',
  'PermitTypeMapped',
  'PermitTypeDesc',
  'StatusDate',
  'TotalSqFt',
  'Link',
  'Latitude',
  'Longitude',
  'EstProjectCost',
  'HousingUnits',
  'PIN',
  'ProposedUse',
  'AddedSqFt',
  'RemovedSqFt',
  'ExpiresDate',
  'ProjectName',
  'ProjectID',
  'Publisher',
  'Fee',
] as const;

/** The fields of the data set of inspections. */
export const INSPECTION_FIELDS = [
  'PermitNum',
  'InspType',
  'Result',
  'ResultMapped',
  'ScheduledDate',
  'InspectedDate',
  'Final',
] as const;

/** The fields of the data set of earlier statuses. */
export const STATUS_FIELDS = [
  'PermitNum',
  'StatusPrevious',
  'StatusPreviousDate',
  'StatusPreviousMapped',
] as const;

/** A data set of the specification. */
export type DataSet = 'permits' | 'inspections' | 'statuses';

/** A field that a bundle can fill. */
export type BundleField =
  | keyof typeof MAPPED_VALUES
  | (typeof NUMBER_FIELDS)[number]
  | (typeof TEXT_FIELDS)[number];

type BundleFields = Readonly<Partial<Record<BundleField, string | number>>>;

/** What the chain may not hold of permits: fields of all, of those of a type, and of one permit. */
export interface PermitsBundle {
  readonly format: 'polity-permits-bundle/1';
  readonly common?: BundleFields;
  /** By the code of the type. */
  readonly types?: Readonly<Record<string, BundleFields>>;
  /** By the permit's number, or the reference of the application. */
  readonly permits?: Readonly<Record<string, BundleFields>>;
}

/** A field that the specification demands, and the permits that lack it. */
export interface MissingField {
  readonly field: string;
  readonly permits: readonly string[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const includes = (values: readonly string[], value: string): boolean => values.includes(value);
const isMapped = (field: string): field is keyof typeof MAPPED_VALUES =>
  Object.hasOwn(MAPPED_VALUES, field);

/** What breaks lines or the reading of a table. */
const CONTROL = /[\p{Cc}\u2028\u2029]/u;

function checkField(where: string, field: string, value: unknown): void {
  const name = `${field} of ${where}`;
  if (includes(NUMBER_FIELDS, field)) {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw new Error(`${name} is no number.`);
    return;
  }
  if (!isMapped(field) && !includes(TEXT_FIELDS, field)) {
    const isOfChain = includes(PERMIT_FIELDS, field);
    throw new Error(isOfChain ? `${name} stands on the chain.` : `There is no field ${name} in BLDS 1.2.`);
  }
  if (typeof value !== 'string' || value.trim() === '') throw new Error(`${name} is no text.`);
  if (value !== value.trim() || CONTROL.test(value)) {
    throw new Error(`${name} has spaces around it, or characters that are none of a line of text.`);
  }
  if (isMapped(field) && !includes(MAPPED_VALUES[field], value)) {
    throw new Error(`${name} is none of ${MAPPED_VALUES[field].join(', ')}.`);
  }
}

function checkFields(where: string, fields: unknown): void {
  if (!isRecord(fields)) throw new Error(`The fields of ${where} are no object.`);
  for (const [field, value] of Object.entries(fields)) checkField(where, field, value);
}

const isReference = (text: string): boolean => {
  try {
    // As it is written in the export, so that it is found there.
    return referenceOf('permitApplication', idOfReference('permitApplication', text)) === text;
  } catch {
    return false;
  }
};

/**
 * Reads a bundle.
 *
 * @throws with what is wrong in it.
 */
export function readPermitsBundle(text: string): PermitsBundle {
  const found: unknown = JSON.parse(text);
  if (!isRecord(found) || found.format !== 'polity-permits-bundle/1') {
    throw new Error('The bundle is not of the format polity-permits-bundle/1.');
  }
  const { common = {}, types = {}, permits = {} } = found;
  checkFields('all permits', common);
  if (!isRecord(types) || !isRecord(permits)) throw new Error('Types and permits of the bundle are objects.');
  for (const [kind, fields] of Object.entries(types)) {
    if (!/^(0|[1-9]\d{0,9})$/.test(kind)) throw new Error(`"${kind}" is no code of a type.`);
    checkFields(`type ${kind}`, fields);
  }
  for (const [number, fields] of Object.entries(permits)) {
    if (!isPermitNumber(number) && !isReference(number)) {
      throw new Error(
        `"${number}" is neither a permit's number nor an application's reference: look for a typing error.`,
      );
    }
    checkFields(number, fields);
  }
  return found as unknown as PermitsBundle;
}

type Cells = Readonly<Record<string, string | number | null>>;

/** One permit with what the bundle has of it: the nearest wins. */
function coreCells(row: PermitRow, bundle: PermitsBundle | null): Cells {
  return {
    ...bundle?.common,
    ...bundle?.types?.[row.kind],
    ...bundle?.permits?.[row.number],
    PermitNum: row.number,
    AppliedDate: row.appliedOn,
    IssuedDate: row.issuedOn,
    CompletedDate: row.completedOn,
    StatusCurrent: row.status,
    StatusCurrentMapped: PUBLISHED_STATUSES[row.published],
    PermitType: String(row.kind),
    StatusDate: row.changedOn,
    PIN: row.site,
    ExpiresDate: row.expiresOn,
    ProjectID: row.application,
  };
}

/** What the specification demands: one field of each group. */
const MANDATORY: readonly (readonly string[])[] = [
  ['PermitNum'],
  ['Description'],
  ['AppliedDate', 'IssuedDate'],
  ['CompletedDate', 'StatusCurrent'],
  ['OriginalAddress1'],
  ['OriginalCity'],
  ['OriginalState'],
  ['OriginalZip'],
];

/** `ResultMapped`, by the chain's names. Who is not let in has inspected nothing. */
const RESULTS: Readonly<Record<string, string>> = {
  Passed: 'Passed',
  Failed: 'Rejected',
  Partial: 'Partial',
  NoAccess: 'Cancelled',
};

/**
 * Writes a table. A text that a spreadsheet would take for a formula gets an apostrophe in front of it,
 * as OWASP has it; a number does not, it is one.
 */
const table = (columns: readonly string[], rows: readonly Cells[]): string =>
  stringify([...rows], {
    columns: [...columns],
    header: true,
    escape_formulas: true,
    cast: { number: (value) => ({ value: String(value), escape_formulas: false }) },
  });

/** The core data set, and what it lacks of what the specification demands. */
export function bldsPermits(
  rows: readonly PermitRow[],
  bundle: PermitsBundle | null,
): { readonly content: string; readonly missing: readonly MissingField[] } {
  const cells = rows.map((row) => coreCells(row, bundle));
  const missing = MANDATORY.flatMap((fields) => {
    const lacking = cells.filter((row) => fields.every((field) => (row[field] ?? null) === null));
    if (lacking.length === 0) return [];
    return [{ field: fields.join(' or '), permits: lacking.map((row) => String(row.PermitNum)) }];
  });
  return { content: table(PERMIT_FIELDS, cells), missing };
}

/** The data set of inspections. */
export function bldsInspections(rows: readonly PermitRow[]): string {
  const cells = rows.flatMap((row) =>
    row.inspections.map((inspection) => ({
      PermitNum: row.number,
      InspType: inspection.kind,
      Result: inspection.result,
      ResultMapped: inspection.result === null ? null : (RESULTS[inspection.result] ?? null),
      ScheduledDate: inspection.scheduledFor,
      InspectedDate: inspection.inspectedOn,
      Final: inspection.kind === 'Final' ? 'Yes' : 'No',
    })),
  );
  return table(INSPECTION_FIELDS, cells);
}

/** The data set of earlier statuses. */
export function bldsStatuses(rows: readonly PermitRow[]): string {
  const cells = rows.flatMap((row) =>
    row.earlier.map(({ status, published, since }) => ({
      PermitNum: row.number,
      StatusPrevious: status,
      StatusPreviousDate: since,
      StatusPreviousMapped: PUBLISHED_STATUSES[published],
    })),
  );
  return table(STATUS_FIELDS, cells);
}
