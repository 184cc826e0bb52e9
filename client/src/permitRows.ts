import type { ApiDecoration } from '@polkadot/api/types';

import type { EarlierStatus, InspectionRow, PermitRow, PublishedStatus } from './blds.js';
import { PermitApplications, type PermitApplicationRead } from './permitApplications.js';
import { Permits, type InspectionRead } from './permits.js';
import { referenceOf } from './references.js';

// The codecs come from the chain's metadata, which no type of this language knows.
type Decoded = any;
type State = ApiDecoration<'promise'>;

const MILLIS_PER_DAY = 86_400_000;
/** How many records are read at the same time. */
const TOGETHER = 32;

/** What an entry says of the status of an application or a permit. */
export interface StatusEntry {
  /** The legal day of the entry, as `YYYY-MM-DD`. */
  readonly on: string;
  /** What has happened, by the chain's name. */
  readonly change: string;
  /** What exactly: the judgment of an appeal, the change of a permit; null where the name says it. */
  readonly detail: string | null;
}

type Status = readonly [status: string, published: PublishedStatus];

const SUBMITTED: Status = ['Submitted', 'ApplicationAccepted'];
const IN_REVIEW: Status = ['InReview', 'InReview'];

/** What an application is after a change, by the names of both; other changes leave it what it was. */
const AFTER_CHANGE: Readonly<Record<string, Status>> = {
  Submitted: SUBMITTED,
  Returned: ['Incomplete', 'ApplicationAccepted'],
  Resubmitted: SUBMITTED,
  Completed: IN_REVIEW,
  DeemedComplete: IN_REVIEW,
  TakenOver: IN_REVIEW,
  Granted: ['Granted', 'PermitIssued'],
  DeemedGranted: ['DeemedGranted', 'PermitIssued'],
  Refused: ['Refused', 'PermitCancelled'],
  RefusedForWantOfPlace: ['NoPlace', 'PermitCancelled'],
  Declined: ['Inadmissible', 'PermitCancelled'],
  Withdrawn: ['Withdrawn', 'PermitCancelled'],
};

/** The standings of a permit, and what is published of each where nothing is inspected. */
const STANDINGS: Readonly<Record<string, PublishedStatus>> = {
  Granted: 'PermitIssued',
  Suspended: 'PermitIssued',
  Revoked: 'PermitCancelled',
  Surrendered: 'PermitCancelled',
  Completed: 'PermitFinaled',
  Overturned: 'PermitCancelled',
};

/** The standing of a permit after something was done with it by officers. */
const AFTER_OFFICERS: Readonly<Record<string, string>> = {
  Suspend: 'Suspended',
  Resume: 'Granted',
  Revoke: 'Revoked',
  Complete: 'Completed',
};

function withoutRepetition(statuses: readonly EarlierStatus[]): readonly EarlierStatus[] {
  return statuses.filter(({ status, published }, at) => {
    const before = statuses[at - 1];
    return before?.status !== status || before.published !== published;
  });
}

/** The statuses that an application has had, the first one first. */
export function statusesOfApplication(entries: readonly StatusEntry[]): readonly EarlierStatus[] {
  const statuses: EarlierStatus[] = [];
  for (const { on, change, detail } of entries) {
    let after = AFTER_CHANGE[change];
    if (change === 'AppealDecided' && detail === 'Overturn') {
      // What was not admitted is looked at as if it had been handed in.
      after = statuses.at(-1)?.status === 'Inadmissible' ? SUBMITTED : IN_REVIEW;
    }
    if (after !== undefined) statuses.push({ status: after[0], published: after[1], since: on });
  }
  return withoutRepetition(statuses);
}

/**
 * The statuses that a permit has had by its record, the first one first. What the clock or its holder
 * makes of it (`Expired`, `Unusable`) is in no entry.
 */
export function statusesOfPermit(entries: readonly StatusEntry[]): readonly EarlierStatus[] {
  let standing = 'Granted';
  let isInspected = false;
  const statuses = entries.map(({ on, change, detail }): EarlierStatus => {
    if (change === 'Surrendered' || change === 'Overturned') standing = change;
    if (change === 'Followed') standing = detail ?? standing;
    if (change === 'Changed') standing = AFTER_OFFICERS[detail ?? ''] ?? standing;
    isInspected ||= change === 'Changed' && detail === 'ScheduleInspection';
    const published = STANDINGS[standing] ?? 'PermitIssued';
    const isIssued = published === 'PermitIssued';
    return { status: standing, published: isIssued && isInspected ? 'InspectionPhase' : published, since: on };
  });
  return withoutRepetition(statuses);
}

/** What was before: the last status that is recorded is the one of today, unless the clock has ended it. */
export function earlierThan(
  published: PublishedStatus,
  statuses: readonly EarlierStatus[],
): readonly EarlierStatus[] {
  return statuses.at(-1)?.published === published ? statuses.slice(0, -1) : statuses;
}

const dayOfMillis = (millis: number): string => new Date(millis).toISOString().slice(0, 10);
const dayOf = (days: Decoded): string => dayOfMillis(days.toNumber() * MILLIS_PER_DAY);

function applicationEntry({ effectiveFrom, body }: Decoded): StatusEntry {
  const detail = body.isAppealDecided ? body.asAppealDecided.judgment.type : null;
  return { on: dayOf(effectiveFrom), change: body.type, detail };
}

function permitEntry({ effectiveFrom, body }: Decoded): StatusEntry {
  const { step } = body;
  const isDetailed = step.isChanged || step.isFollowed;
  return { on: dayOf(effectiveFrom), change: step.type, detail: isDetailed ? step.inner.type : null };
}

async function inTurns<Item, Result>(
  items: readonly Item[],
  read: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < items.length; at += TOGETHER) {
    results.push(...(await Promise.all(items.slice(at, at + TOGETHER).map(read))));
  }
  return results;
}

const inspectionRow = ({ kind, scheduledFor, result, foundAt }: InspectionRead): InspectionRow => ({
  kind,
  scheduledFor,
  result,
  inspectedOn: foundAt === null ? null : dayOfMillis(foundAt),
});

/** The rows of an export, and how many applications and permits of natural persons are left out of it. */
export interface PermitRows {
  readonly rows: readonly PermitRow[];
  readonly hidden: number;
}

/** An application with what its entries say. */
interface Told {
  readonly id: number;
  readonly read: PermitApplicationRead;
  readonly appliedOn: string;
  readonly entries: readonly StatusEntry[];
}

/**
 * All permits at one block, and all applications that have led to none; of one type, if one is given.
 * Those of natural persons that nobody can find by the person are left out.
 */
export async function permitRows(state: State, kind: number | null): Promise<PermitRows> {
  const permits = new Permits(state);
  const applications = new PermitApplications(state);
  const last = await applications.lastApplication();
  const ids = Array.from({ length: last }, (_, before) => before + 1);
  const found = await inTurns(ids, async (id): Promise<Told | 'hidden' | null> => {
    const read = await applications.application(id);
    if (read === null || (kind !== null && read.kind !== kind)) return null;
    if (read.applicant.startsWith('Personal ')) return 'hidden';
    const entries = (await applications.entries(id)).map(applicationEntry);
    const [first] = entries;
    const wasTakenOver = first === undefined || first.change === 'TakenOver';
    return { id, read, entries, appliedOn: wasTakenOver ? dayOfMillis(read.submittedAt) : first.on };
  });
  const told = found.filter((one): one is Told => one !== null && one !== 'hidden');
  const byPermit = new Map(told.map((one) => [one.read.permit, one]));

  const kinds = kind === null ? await permits.kinds() : [kind];
  const numbers = (await inTurns(kinds, (one) => permits.permitsOfKind(one))).flat();
  const granted = await inTurns(numbers, async (number): Promise<PermitRow> => {
    const [record, published, codecs] = await Promise.all([
      permits.permit(number),
      permits.published(number),
      permits.entries(number),
    ]);
    if (record === null || published === null) throw new Error(`Permit ${number} cannot be read.`);
    const own = byPermit.get(number);
    const entries = codecs.map(permitEntry);
    // The permit's own statuses begin where the application's end.
    const before = own === undefined ? [] : statusesOfApplication(own.entries).filter(isUndecided);
    return {
      number,
      application: own === undefined ? null : referenceOf('permitApplication', own.id),
      kind: record.kind,
      appliedOn: own?.appliedOn ?? null,
      issuedOn: published.issuedOn,
      completedOn: published.completedOn,
      expiresOn: published.expiresOn,
      status: published.status,
      published: published.mapped,
      changedOn: entries.at(-1)?.on ?? published.issuedOn,
      site: record.site,
      inspections: record.inspections.map(inspectionRow),
      earlier: [...before, ...earlierThan(published.mapped, statusesOfPermit(entries))],
    };
  });

  const listed = new Set(numbers);
  const others = told.filter(({ read }) => read.permit === null || !listed.has(read.permit));
  const pending = await inTurns(others, async ({ id, read, appliedOn, entries }): Promise<PermitRow> => {
    const published = (await applications.publishedStatus(id)) as PublishedStatus;
    const reference = referenceOf('permitApplication', id);
    return {
      number: reference,
      application: reference,
      kind: read.kind,
      appliedOn,
      issuedOn: null,
      completedOn: null,
      expiresOn: null,
      status: read.outcome ?? read.stage,
      published,
      changedOn: entries.at(-1)?.on ?? appliedOn,
      site: read.site,
      inspections: [],
      earlier: earlierThan(published, statusesOfApplication(entries)),
    };
  });
  return { rows: [...granted, ...pending], hidden: found.filter((one) => one === 'hidden').length };
}

const isUndecided = ({ published }: EarlierStatus): boolean =>
  published === 'ApplicationAccepted' || published === 'InReview';
