import { describe, expect, it } from 'vitest';

import {
  earlierThan,
  statusesOfApplication,
  statusesOfPermit,
  type StatusEntry,
} from '../src/permitRows.js';

/** One entry a day: what has happened, and what exactly. */
const entries = (changes: readonly (string | readonly [string, string])[]): StatusEntry[] =>
  changes.map((change, at) => {
    const [name, detail] = typeof change === 'string' ? [change, null] : change;
    return { on: `2026-01-${String(at + 1).padStart(2, '0')}`, change: name, detail };
  });

const told = (statuses: readonly { status: string; published: string; since: string }[]) =>
  statuses.map(({ status, published, since }) => `${since.slice(8)} ${status}: ${published}`);

describe('the statuses of an application', () => {
  it('should be those that its entries say, each once', () => {
    const steps = entries([
      'Submitted',
      'Returned',
      'Resubmitted',
      'Completed',
      'Asked',
      'Answered',
      'Extended',
      'Recommended',
      'Granted',
    ]);
    expect(told(statusesOfApplication(steps))).toEqual([
      '01 Submitted: ApplicationAccepted',
      '02 Incomplete: ApplicationAccepted',
      '03 Submitted: ApplicationAccepted',
      '04 InReview: InReview',
      '09 Granted: PermitIssued',
    ]);
    expect(told(statusesOfApplication(entries(['TakenOver', 'DeemedGranted'])))).toEqual([
      '01 InReview: InReview',
      '02 DeemedGranted: PermitIssued',
    ]);
  });

  it('should begin again where an appeal has overturned the decision', () => {
    const refused = entries(['Submitted', 'DeemedComplete', 'Refused', 'Appealed', ['AppealDecided', 'Overturn']]);
    expect(told(statusesOfApplication(refused)).slice(2)).toEqual([
      '03 Refused: PermitCancelled',
      '05 InReview: InReview',
    ]);
    const declined = entries(['Submitted', 'Declined', 'Appealed', ['AppealDecided', 'Overturn']]);
    expect(told(statusesOfApplication(declined)).at(-1)).toBe('04 Submitted: ApplicationAccepted');
    const upheld = entries(['Submitted', 'Declined', 'Appealed', ['AppealDecided', 'Uphold']]);
    expect(told(statusesOfApplication(upheld)).at(-1)).toBe('02 Inadmissible: PermitCancelled');
  });
});

describe('the statuses of a permit', () => {
  it('should be those that officers, its holder and courts have made', () => {
    const steps = entries([
      'Granted',
      ['Changed', 'MeetCondition'],
      ['Changed', 'Suspend'],
      ['Changed', 'Resume'],
      ['Changed', 'ScheduleInspection'],
      'Inspected',
      ['Changed', 'Complete'],
    ]);
    expect(told(statusesOfPermit(steps))).toEqual([
      '01 Granted: PermitIssued',
      '03 Suspended: PermitIssued',
      '04 Granted: PermitIssued',
      '05 Granted: InspectionPhase',
      '07 Completed: PermitFinaled',
    ]);
    for (const [last, status] of [
      [['Changed', 'Revoke'], 'Revoked'],
      [['Followed', 'Revoked'], 'Revoked'],
      ['Surrendered', 'Surrendered'],
      ['Overturned', 'Overturned'],
    ] as const) {
      expect(told(statusesOfPermit(entries(['Granted', last]))).at(-1)).toBe(`02 ${status}: PermitCancelled`);
    }
  });

  it('should have the last one as an earlier one when the clock has ended the permit', () => {
    const [granted] = statusesOfPermit(entries(['Granted']));
    expect(earlierThan('PermitIssued', [granted!])).toEqual([]);
    expect(earlierThan('PermitCancelled', [granted!])).toEqual([granted]);
    expect(earlierThan('PermitCancelled', [])).toEqual([]);
  });
});
