import type { ApiDecoration } from '@polkadot/api/types';
import { TypeRegistry } from '@polkadot/types';
import { describe, expect, it } from 'vitest';

import { PermitApplications } from '../src/permitApplications.js';
import { permitRows } from '../src/permitRows.js';
import { Permits } from '../src/permits.js';
import { referenceOf } from '../src/references.js';

// What the metadata says of the two pallets, as far as it is read here.
const registry = new TypeRegistry();
registry.register({
  Period: { _enum: { CalendarDays: 'u32', WorkingDays: 'u32', Months: 'u16', Years: 'u16' } },
  Validity: { _enum: { Unlimited: 'Null', AtMost: 'Period' } },
  Prerequisite: { _enum: { Standing: 'Null', RightInSite: 'Null', Permit: 'u32', Attestation: 'u32' } },
  InspectionKind: { _enum: ['Intermediate', 'Final', 'Foundation'] },
  InspectionResult: { _enum: ['Passed', 'Failed', 'Partial', 'NoAccess'] },
  ReferralTerms: { ministry: 'u16', period: 'Period' },
  PermitTerms: {
    needsFee: 'bool',
    decisionPeriod: 'Period',
    silenceGrants: 'bool',
    extension: 'Option<Period>',
    stoppedDays: 'u16',
    validity: 'Validity',
    isTransferable: 'bool',
    quota: 'Option<u32>',
    inspections: 'Vec<InspectionKind>',
    prerequisites: 'Vec<Prerequisite>',
    referrals: 'Vec<ReferralTerms>',
    appealPeriod: 'Option<Period>',
    isPersonal: 'bool',
  },
  TypeVersion: { basis: 'u16', terms: 'PermitTerms', takesApplications: 'bool' },
  ChainHead: { seq: 'u32', hash_: 'H256' },
  Party: { _enum: { Person: 'H256', Company: 'u64' } },
  Personal: { commitment: 'H256', nullifier: 'H256' },
  PermitHolder: { _enum: { Party: 'Party', Personal: 'Personal' } },
  PermitReference: { _enum: { Numbered: 'u64', Personal: 'H256' } },
  ConditionTerms: { code: 'u16', commitment: 'H256', due: 'Option<i32>' },
  Condition: { terms: 'ConditionTerms', isMet: 'bool' },
  InspectionOutcome: { result: 'InspectionResult', foundAt: 'u64', order: 'u32' },
  Inspection: { kind: 'InspectionKind', scheduledFor: 'i32', outcome: 'Option<InspectionOutcome>' },
  PermitStanding: { _enum: ['Granted', 'Suspended', 'Revoked', 'Surrendered', 'Completed', 'Overturned'] },
  Permit: {
    validFrom: 'i32',
    validTo: 'Option<i32>',
    standing: 'PermitStanding',
    conditions: 'Vec<Condition>',
    inspections: 'Vec<Inspection>',
  },
  PermitRecord: {
    kind: 'u32',
    version: 'u32',
    holder: 'Party',
    site: 'Option<u64>',
    permit: 'Permit',
    renewedBy: 'Option<u64>',
    grantedOn: 'i32',
  },
  VersionedPermit: { record: 'PermitRecord', head: 'ChainHead' },
  EffectiveStatus: { _enum: ['Active', 'NotYetValid', 'Suspended', 'Unusable'] },
  PublishedStatus: { _enum: ['ApplicationAccepted', 'InReview', 'PermitIssued', 'InspectionPhase'] },
  Published: {
    number: 'u64',
    kind: 'u32',
    status: 'EffectiveStatus',
    mapped: 'PublishedStatus',
    issued: 'i32',
    expires: 'Option<i32>',
    completed: 'Option<i32>',
    site: 'Option<u64>',
  },
  PermitChange: { _enum: { Suspend: 'u8', Resume: 'Null', ScheduleInspection: 'InspectionKind' } },
  PermitStep: { _enum: { Granted: 'Null', Changed: 'PermitChange', Followed: 'PermitStanding' } },
  PermitEntry: { effectiveFrom: 'i32', body: { step: 'PermitStep' } },
  Outcome: { _enum: ['Granted', 'Refused', 'DeemedGranted'] },
  Stage: { _enum: { Submitted: 'Null', InReview: 'Null', Decided: 'Outcome' } },
  Stop: { askedAt: 'u64', answeredAt: 'Option<u64>' },
  Clock: { completeAt: 'u64', extendedBy: 'Option<Period>', stops: 'Vec<Stop>' },
  Application: { stage: 'Stage', submittedAt: 'u64', clock: 'Option<Clock>' },
  Decision: { _enum: { Grant: 'Null', Refuse: 'u8' } },
  Recommendation: { decision: 'Decision' },
  ApplicationRecord: {
    kind: 'u32',
    version: 'u32',
    district: 'u16',
    authority: 'u16',
    applicant: 'PermitHolder',
    site: 'Option<u64>',
    application: 'Application',
    recommendation: 'Option<Recommendation>',
    permit: 'Option<PermitReference>',
    due: 'Option<u64>',
  },
  VersionedApplication: { record: 'ApplicationRecord', head: 'ChainHead' },
  ApplicationChange: { _enum: { Submitted: 'Null', Completed: 'Null', TakenOver: 'Null', DeemedGranted: 'Null' } },
  ApplicationEntry: { effectiveFrom: 'i32', body: 'ApplicationChange' },
  MedianDays: { _enum: { Days: 'u16', More: 'Null' } },
  Figures: { received: 'u32', bySilence: 'u32' },
  ServiceReport: { figures: 'Figures', medianDays: 'Option<MedianDays>' },
});

const codec = (type: string, value: unknown): any => registry.createType(type as never, value);
const some = (type: string, value: unknown): any => codec(`Option<${type}>`, value);

const NUMBER = '100000000000045';
const HASH = `0x${'ab'.repeat(32)}`;
const DAY = 20_000;
const DAYS = { [DAY]: '2024-10-04', [DAY + 1]: '2024-10-05', [DAY + 2]: '2024-10-06' };
const head = { seq: 2, hash_: HASH };
const permit = {
  record: {
    kind: 3,
    version: 1,
    holder: { Company: '100000000093' },
    site: '10000000000083',
    permit: {
      validFrom: DAY,
      validTo: DAY + 2,
      standing: 'Granted',
      conditions: [{ terms: { code: 7, commitment: HASH, due: DAY + 1 }, isMet: true }],
      inspections: [
        { kind: 'Final', scheduledFor: DAY, outcome: { result: 'Failed', foundAt: (DAY + 1) * 86_400_000, order: 0 } },
        { kind: 'Foundation', scheduledFor: DAY + 2, outcome: null },
      ],
    },
    renewedBy: null,
    grantedOn: DAY,
  },
  head,
};
const published = {
  number: NUMBER,
  kind: 3,
  status: 'Unusable',
  mapped: 'InspectionPhase',
  issued: DAY,
  expires: DAY + 2,
  completed: null,
  site: '10000000000083',
};

const application = (change: object, application: object = {}): object => ({
  record: {
    kind: 3,
    version: 1,
    district: 1,
    authority: 4,
    applicant: { Party: { Person: HASH } },
    site: null,
    application: { stage: 'Submitted', submittedAt: DAY * 86_400_000, clock: null, ...application },
    recommendation: null,
    permit: null,
    due: null,
    ...change,
  },
  head,
});
const clock = {
  completeAt: 5,
  extendedBy: { Months: 1 },
  stops: [{ askedAt: 6, answeredAt: 7 }, { askedAt: 8, answeredAt: null }],
};
/** The first has led to a permit, the second is of nobody, the third is in review. */
const APPLICATIONS: Readonly<Record<number, object>> = {
  1: application({ permit: { Numbered: NUMBER } }, { stage: { Decided: 'DeemedGranted' } }),
  2: application({ applicant: { Personal: { commitment: HASH, nullifier: HASH } }, permit: { Personal: HASH } }),
  3: application({ recommendation: { decision: { Refuse: 1 } }, due: 9 }, { stage: 'InReview', clock }),
};

/** A state with what the runtime would answer. */
const state = {
  query: {
    permits: { lastType: async () => codec('u32', 3) },
    permitApplications: { lastApplication: async () => codec('u64', 4) },
  },
  call: {
    permitsApi: {
      permit: async (number: string) => some('VersionedPermit', number === NUMBER ? permit : null),
      published: async () => some('Published', published),
      permitsOfKind: async (kind: number, after: string | null) =>
        codec('Vec<u64>', kind === 3 && after === null ? [NUMBER] : []),
      permitsOf: async (_: unknown, after: string | null) => {
        const from = after === null ? 0 : Number(after);
        return codec('Vec<u64>', Array.from({ length: from < 128 ? 64 : 2 }, (__, at) => from + at + 1));
      },
      permitHistory: async () =>
        codec('Vec<PermitEntry>', [
          { effectiveFrom: DAY + 1, body: { step: 'Granted' } },
          { effectiveFrom: DAY + 2, body: { step: { Changed: { ScheduleInspection: 'Final' } } } },
        ]),
      typeVersion: async (_: number, version: number) =>
        some(
          'TypeVersion',
          version > 1
            ? null
            : {
                basis: 501,
                takesApplications: true,
                terms: {
                  needsFee: true,
                  decisionPeriod: { WorkingDays: 20 },
                  silenceGrants: true,
                  extension: null,
                  stoppedDays: 30,
                  validity: { AtMost: { Years: 3 } },
                  isTransferable: false,
                  quota: 5,
                  inspections: ['Final'],
                  prerequisites: ['Standing', { Permit: 0 }, { Attestation: 7 }],
                  referrals: [{ ministry: 3, period: { CalendarDays: 20 } }],
                  appealPeriod: { Months: 1 },
                  isPersonal: false,
                },
              },
        ),
      personalStatus: async (list: number) => some('Bytes', list === 0 ? '0x0001' : null),
    },
    permitApplicationsApi: {
      application: async (id: number) => some('VersionedApplication', APPLICATIONS[id] ?? null),
      statusOf: async () => some('PublishedStatus', 'InReview'),
      history: async (id: number) =>
        codec(
          'Vec<ApplicationEntry>',
          id === 1
            ? [
                { effectiveFrom: DAY + 1, body: 'TakenOver' },
                { effectiveFrom: DAY + 1, body: 'DeemedGranted' },
              ]
            : [
                { effectiveFrom: DAY + 1, body: 'Submitted' },
                { effectiveFrom: DAY + 2, body: 'Completed' },
              ],
        ),
      figures: async (_: number, kind: number) =>
        codec('ServiceReport', {
          figures: { received: 2, bySilence: 1 },
          medianDays: kind === 3 ? { Days: 4 } : kind === 4 ? 'More' : null,
        }),
    },
  },
} as unknown as ApiDecoration<'promise'>;

describe('a permit', () => {
  it('should be read with its conditions and inspections', async () => {
    const permits = new Permits(state);
    expect(await permits.permit(NUMBER)).toEqual({
      number: NUMBER,
      kind: 3,
      kindVersion: 1,
      holder: 'Company 100000000093',
      site: '10000000000083',
      grantedOn: DAYS[DAY],
      validFrom: DAYS[DAY],
      validTo: DAYS[DAY + 2],
      standing: 'Granted',
      conditions: [{ code: 7, due: DAYS[DAY + 1], isMet: true }],
      inspections: [
        { kind: 'Final', scheduledFor: DAYS[DAY], result: 'Failed', foundAt: (DAY + 1) * 86_400_000 },
        { kind: 'Foundation', scheduledFor: DAYS[DAY + 2], result: null, foundAt: null },
      ],
      renewedBy: null,
      head: { seq: 2, hash: HASH },
    });
    expect(await permits.permit('100000000000142')).toBeNull();
    expect(await permits.published(NUMBER)).toMatchObject({ status: 'Unusable', mapped: 'InspectionPhase' });
  });

  it('should be listed with all others of its holder', async () => {
    expect(await new Permits(state).permitsOf({ Person: HASH })).toHaveLength(130);
  });

  it('should have its bit in a list where the standard has it', async () => {
    const permits = new Permits(state);
    const bit = (list: number, index: number) => permits.statusBit(list, 'Revocation', index);
    expect(await Promise.all([bit(0, 15), bit(0, 14), bit(0, 8), bit(0, 7), bit(1, 15)])).toEqual([
      true,
      false,
      false,
      false,
      null,
    ]);
  });
});

describe('the terms of a type', () => {
  it('should be read by version', async () => {
    const permits = new Permits(state);
    expect(await permits.terms(3, 1)).toEqual({
      basis: 501,
      takesApplications: true,
      needsFee: true,
      decisionPeriod: { WorkingDays: 20 },
      silenceGrants: true,
      extension: null,
      stoppedDays: 30,
      validity: { Years: 3 },
      isTransferable: false,
      quota: 5,
      inspections: ['Final'],
      prerequisites: ['Standing', 'Permit 0', 'Attestation 7'],
      referrals: [3],
      appealPeriod: { Months: 1 },
      isPersonal: false,
    });
    expect(await permits.terms(3, 2)).toBeNull();
  });
});

describe('an application', () => {
  it('should be read with its clock and what is recommended', async () => {
    const applications = new PermitApplications(state);
    expect(await applications.application(3)).toEqual({
      kind: 3,
      kindVersion: 1,
      district: 1,
      authority: 4,
      applicant: `Person ${HASH}`,
      site: null,
      stage: 'InReview',
      outcome: null,
      submittedAt: DAY * 86_400_000,
      completeAt: 5,
      questionIsOpen: true,
      isExtended: true,
      recommendation: 'Refuse',
      permit: null,
      dueAt: 9,
      head: { seq: 2, hash: HASH },
    });
    expect(await applications.application(1)).toMatchObject({ outcome: 'DeemedGranted', permit: NUMBER });
    expect(await applications.application(2)).toMatchObject({ applicant: `Personal ${HASH}`, permit: HASH });
    expect(await applications.application(4)).toBeNull();
  });

  it('should be counted in the figures of the service', async () => {
    const applications = new PermitApplications(state);
    const median = async (kind: number) => (await applications.figures(4, kind)).medianDays;
    expect(await Promise.all([3, 4, 5].map(median))).toEqual([4, 'More', null]);
    expect((await applications.figures(4, 3)).figures).toEqual({ received: 2, bySilence: 1 });
  });
});

describe('the rows of an export', () => {
  it('should be the permits, and the applications that have led to none, without those that nobody may find', async () => {
    const { rows, hidden } = await permitRows(state, null);
    expect(hidden).toBe(1);
    expect(rows).toEqual([
      {
        number: NUMBER,
        application: referenceOf('permitApplication', 1),
        kind: 3,
        // It was handed in before it was taken over.
        appliedOn: DAYS[DAY],
        issuedOn: DAYS[DAY],
        completedOn: null,
        expiresOn: DAYS[DAY + 2],
        status: 'Unusable',
        published: 'InspectionPhase',
        changedOn: DAYS[DAY + 2],
        site: '10000000000083',
        inspections: [
          { kind: 'Final', scheduledFor: DAYS[DAY], result: 'Failed', inspectedOn: DAYS[DAY + 1] },
          { kind: 'Foundation', scheduledFor: DAYS[DAY + 2], result: null, inspectedOn: null },
        ],
        earlier: [
          { status: 'InReview', published: 'InReview', since: DAYS[DAY + 1] },
          { status: 'Granted', published: 'PermitIssued', since: DAYS[DAY + 1] },
        ],
      },
      {
        number: referenceOf('permitApplication', 3),
        application: referenceOf('permitApplication', 3),
        kind: 3,
        appliedOn: DAYS[DAY + 1],
        issuedOn: null,
        completedOn: null,
        expiresOn: null,
        status: 'InReview',
        published: 'InReview',
        changedOn: DAYS[DAY + 2],
        site: null,
        inspections: [],
        earlier: [{ status: 'Submitted', published: 'ApplicationAccepted', since: DAYS[DAY + 1] }],
      },
    ]);
    expect((await permitRows(state, 4)).rows).toEqual([]);
  });
});
