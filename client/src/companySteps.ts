import { hexToU8a, u8aToHex, u8aToString } from '@polkadot/util';

import { nextHead, EMPTY_HEAD } from './record.js';

/**
 * A company's record, told anew from its entries: what it was after each of them. `CompanyChange::after`
 * of `pallets/business-registry` is the same in the runtime.
 */

/** A company after one of its entries. */
export interface CompanyState {
  readonly number: string;
  readonly name: string;
  /** The legal form, a code of ISO 20275. */
  readonly legalForm: string;
  /** The country, a code of ISO 3166. */
  readonly jurisdiction: string;
  readonly lei: string | null;
  /** The commitment to its registered office. */
  readonly registeredOffice: string | null;
  readonly activities: readonly string[];
  /** The status, by the name of its variant. */
  readonly status: string;
  /** The company that goes on with what this one had, if it was merged or converted. */
  readonly successor: string | null;
  readonly incorporatedOn: string | null;
  /** The register that it was imported from, and its number there. */
  readonly source: { readonly register: string; readonly number: string } | null;
}

/** One entry of a company: what happened, when, and what it made of the company. */
export interface CompanyStep {
  readonly version: number;
  /** What happened, by the name of the variant, such as `registered`. */
  readonly what: string;
  /** When it was recorded. */
  readonly recordedAt: Date;
  /** The day from which it has effect, as `YYYY-MM-DD`. */
  readonly effectiveFrom: string;
  /** The record's head then. */
  readonly head: string;
  readonly state: CompanyState;
}

// What `toJSON` makes of an entry.
type Json = any;

const MILLIS_PER_DAY = 86_400_000;

const text = (hex: string): string => u8aToString(hexToU8a(hex));
const day = (days: number): string => new Date(days * MILLIS_PER_DAY).toISOString().slice(0, 10);

/** The name and the content of an enum's variant. */
function variant(value: Json): readonly [name: string, content: Json] {
  if (typeof value === 'string') return [value.charAt(0).toLowerCase() + value.slice(1), null];
  const [found] = Object.entries(value);
  if (found === undefined) throw new Error('An entry has a variant without a name.');
  return found;
}

function statusOf(value: Json): Pick<CompanyState, 'status' | 'successor'> {
  const [name, content] = variant(value);
  return {
    status: name.charAt(0).toUpperCase() + name.slice(1),
    successor: content === null ? null : String(content),
  };
}

function stateOf(company: Json): CompanyState {
  return {
    number: String(company.number),
    name: text(company.name),
    legalForm: text(company.legalForm),
    jurisdiction: text(company.jurisdiction),
    lei: company.lei === null ? null : text(company.lei),
    registeredOffice: company.registeredOffice,
    activities: company.activities.map(text),
    ...statusOf(company.status),
    incorporatedOn: company.incorporatedOn === null ? null : day(company.incorporatedOn),
    source:
      company.source === null
        ? null
        : { register: text(company.source.register), number: text(company.source.number) },
  };
}

/** The company after what an entry says; null where the entry cannot stand there. */
function after(before: CompanyState | null, what: string, content: Json): CompanyState | null {
  if (before === null) return content?.company === undefined ? null : stateOf(content.company);
  switch (what) {
    case 'statusChanged':
      return { ...before, ...statusOf(content.to) };
    case 'suspendedForOverdueFiling':
      return { ...before, status: 'Suspended' };
    case 'leiChanged':
      return { ...before, lei: content.lei === null ? null : text(content.lei) };
    case 'activitiesChanged':
      return { ...before, activities: content.activities.map(text) };
    case 'renamed':
      return { ...before, name: text(content.name) };
    case 'datesAdopted':
      return { ...before, incorporatedOn: day(content.incorporatedOn) };
    case 'adopted':
    case 'absorbed':
    case 'strikeOffNoticeGiven':
    case 'strikeOffNoticeWithdrawn':
    case 'frozen':
    case 'unfrozen':
      return before;
    default:
      return null;
  }
}

/** An entry as it is decoded: its bytes, and what `toJSON` makes of it. */
export interface DecodedEntry {
  readonly bytes: Uint8Array;
  readonly json: unknown;
}

/** A company's steps, from all of its entries in their order. */
export function companySteps(entries: readonly DecodedEntry[]): CompanyStep[] {
  const steps: CompanyStep[] = [];
  let head: Uint8Array = EMPTY_HEAD;
  for (const { bytes, json } of entries) {
    head = nextHead(head, bytes);
    const entry = json as Json;
    const [what, content] = variant(entry.body);
    const state = after(steps.at(-1)?.state ?? null, what, content);
    if (state === null) throw new Error(`Entry ${entry.seq} of the company cannot stand where it does.`);
    steps.push({
      version: entry.seq,
      what,
      recordedAt: new Date(entry.recordedAt),
      effectiveFrom: day(entry.effectiveFrom),
      head: u8aToHex(head),
      state,
    });
  }
  return steps;
}
