import { stringToU8a, u8aToHex } from '@polkadot/util';

import { blake2_256 } from './commitment.js';

/**
 * Who holds a company's shares, by the register of members, and what the company has stated of its
 * beneficial owners, as BODS 0.4 statements. Neither names a person: the chain knows none.
 */

/** What a holder has of one class. */
export interface ExportedHolding {
  /** A party as the chain names it, such as `Person 0x…` or `Company 100000000093`. */
  readonly party: string;
  readonly shares: bigint;
}

/** A class of shares with its holders. */
export interface ExportedClass {
  readonly number: number;
  readonly issued: bigint;
  /** Shares that the company holds itself: they have no vote. */
  readonly treasury: bigint;
  readonly votesPerShare: number;
  readonly holders: readonly ExportedHolding[];
}

/** A statement that was accepted, as `toJSON` of the chain's codec has it. */
export interface AcceptedStatement {
  readonly number: number;
  /** The legal day on which it was accepted, as `YYYY-MM-DD`. */
  readonly acceptedOn: string;
  readonly record: number;
  /** `New`, `Updated` or `Closed`. */
  readonly status: string;
  /** The record's details on the chain. */
  readonly details: Json;
  /** The commitment to the whole statement. */
  readonly commitment: string;
}

/** What is known of a company's owners at one block. */
export interface CompanyOwners {
  readonly classes: readonly ExportedClass[];
  readonly statements: readonly AcceptedStatement[];
  /** Until when the statements are current, as `YYYY-MM-DD`; null where no law asks for them. */
  readonly currentUntil: string | null;
}

// JSON of codecs that come from the chain's metadata, which no type of this language knows.
type Json = any;
type Fields = Readonly<Record<string, unknown>>;

/** What every statement begins with, made by the caller. */
export type Heading = (id: string, date?: string) => Record<string, unknown>;

const hashOf = (text: string): string => u8aToHex(blake2_256(stringToU8a(text))).slice(2);

/** A part of a whole in per cent, to six places. */
export function percentOf(part: bigint, whole: bigint): number {
  if (whole === 0n) return 0;
  return Number((part * 100_000_000n) / whole) / 1_000_000;
}

const ENTITIES: Readonly<Record<string, Fields>> = {
  State: { type: 'state' },
  PublicBody: { type: 'stateBody' },
};

/** The record of a holder: never a name, and of a person not even its tag. */
function holderRecord(recordId: string, party: string): { readonly id: string; readonly details: Fields } {
  const [kind = '', identity = ''] = party.split(' ');
  if (kind === 'Company') {
    const id = `polity-company-${identity}`;
    const identifiers = [{ id: identity, schemeName: 'Polity business register' }];
    return { id, details: { entityType: { type: 'registeredEntity' }, identifiers } };
  }
  const hidden = hashOf(`holder ${recordId} ${party}`).slice(0, 32);
  if (kind === 'Person') {
    return { id: `polity-person-${hidden}`, details: { personType: 'anonymousPerson' } };
  }
  const entityType = ENTITIES[kind] ?? { type: 'unknownEntity', details: kind };
  return { id: `polity-entity-${hidden}`, details: { entityType } };
}

/** The holders of a company's shares, each as a record with one relationship. */
export function shareholderStatements(
  recordId: string,
  head: string,
  classes: readonly ExportedClass[],
  heading: Heading,
): readonly Record<string, unknown>[] {
  const votes = (shareClass: ExportedClass): bigint =>
    (shareClass.issued - shareClass.treasury) * BigInt(shareClass.votesPerShare);
  const allVotes = classes.reduce((sum, shareClass) => sum + votes(shareClass), 0n);
  const parties = new Map<string, Fields[]>();
  for (const shareClass of classes) {
    for (const { party, shares } of shareClass.holders) {
      if (shares === 0n || party === recordId.replace('polity-company-', 'Company ')) continue;
      const interests = parties.get(party) ?? [];
      parties.set(party, interests);
      const interest = { directOrIndirect: 'direct', beneficialOwnershipOrControl: false };
      interests.push({
        type: 'shareholding',
        ...interest,
        details: `class ${shareClass.number}`,
        share: { exact: percentOf(shares, shareClass.issued) },
      });
      if (shareClass.votesPerShare > 0) {
        const own = shares * BigInt(shareClass.votesPerShare);
        interests.push({
          type: 'votingRights',
          ...interest,
          details: `class ${shareClass.number}`,
          share: { exact: percentOf(own, allVotes) },
        });
      }
    }
  }
  return [...parties].flatMap(([party, interests]) => {
    const { id, details } = holderRecord(recordId, party);
    return [
      {
        ...heading(hashOf(`holder ${head} ${party}`)),
        recordId: id,
        recordType: 'personType' in details ? 'person' : 'entity',
        recordStatus: 'new',
        recordDetails: { isComponent: false, ...details },
      },
      {
        ...heading(hashOf(`shareholding ${head} ${party}`)),
        recordId: `${id}-shares-${recordId}`,
        recordType: 'relationship',
        recordStatus: 'new',
        recordDetails: { isComponent: false, subject: recordId, interestedParty: id, interests },
      },
    ];
  });
}

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
/** The chain's names of codes are those of BODS, with a capital. */
const codeOf = (value: Json): string =>
  lowerFirst(typeof value === 'string' ? value : (Object.keys(value)[0] ?? ''));
/** Shares are in millionths of the whole. */
const perCent = (millionths: number): number => millionths / 10_000;
const dayOf = (days: number): string => new Date(days * 86_400_000).toISOString().slice(0, 10);

function shareOf(share: Json): Fields {
  if (share === null) return {};
  if (share.exact !== undefined) return { share: { exact: perCent(share.exact) } };
  const { minimum, minimumIsExclusive, maximum, maximumIsExclusive } = share.range;
  return {
    share: {
      [minimumIsExclusive ? 'exclusiveMinimum' : 'minimum']: perCent(minimum),
      [maximumIsExclusive ? 'exclusiveMaximum' : 'maximum']: perCent(maximum),
    },
  };
}

/** Why somebody is not stated, under the name that BODS has for it, if the kind has a reason. */
function unspecified(field: string, kind: Json): Fields {
  if (typeof kind === 'string') return {};
  const [reason] = Object.values(kind as Record<string, unknown>);
  return typeof reason === 'string' ? { [field]: { reason: lowerFirst(reason) } } : {};
}

/** Arrangements that the chain has kinds of their own for. */
const ARRANGEMENTS = ['trust', 'nomination'];

const entityTypeOf = (kind: Json): Fields => {
  const type = codeOf(kind);
  return ARRANGEMENTS.includes(type) ? { type: 'arrangement', subtype: type } : { type };
};

/**
 * What the company has stated of its beneficial owners; of all that the commitments cover what is
 * `opened`. What the chain says stands above that.
 */
export function ownershipStatements(
  recordId: string,
  statements: readonly AcceptedStatement[],
  opened: ReadonlyMap<string, Fields>,
  heading: Heading,
): readonly Record<string, unknown>[] {
  const idOf = (record: number): string => `${recordId}-owner-${record}`;
  const detailsOf = (details: Json): { readonly type: string; readonly fields: Fields } => {
    if (details.entity !== undefined) {
      const { kind, isComponent } = details.entity;
      const reason = unspecified('unspecifiedEntityDetails', kind);
      return { type: 'entity', fields: { isComponent, entityType: entityTypeOf(kind), ...reason } };
    }
    if (details.person !== undefined) {
      const { kind, isComponent } = details.person;
      const reason = unspecified('unspecifiedPersonDetails', kind);
      return { type: 'person', fields: { isComponent, personType: codeOf(kind), ...reason } };
    }
    const { subject, interestedParty, interests, components, isComponent } = details.relationship;
    const party =
      interestedParty.record === undefined
        ? { reason: lowerFirst(String(Object.values(interestedParty)[0])) }
        : idOf(interestedParty.record);
    return {
      type: 'relationship',
      fields: {
        isComponent,
        ...(components.length > 0 ? { componentRecords: components.map(idOf) } : {}),
        subject: subject.record === undefined ? recordId : idOf(subject.record),
        interestedParty: party,
        interests: interests.map((interest: Json) => ({
          type: codeOf(interest.interestType),
          directOrIndirect: codeOf(interest.directness),
          beneficialOwnershipOrControl: interest.beneficialOwnershipOrControl,
          ...shareOf(interest.share),
          ...(interest.startedOn === null ? {} : { startDate: dayOf(interest.startedOn) }),
          ...(interest.endedOn === null ? {} : { endDate: dayOf(interest.endedOn) }),
        })),
      },
    };
  };
  return statements.map((statement) => {
    const { type, fields } = detailsOf(statement.details);
    const details = opened.get(statement.commitment);
    return {
      ...heading(hashOf(`owner ${recordId} ${statement.number} ${statement.commitment}`), statement.acceptedOn),
      recordId: idOf(statement.record),
      recordType: type,
      recordStatus: lowerFirst(statement.status),
      recordDetails: { ...details, ...fields },
      ...(details === undefined ? { annotations: [hidden(statement.commitment)] } : {}),
    };
  });
}

const hidden = (commitment: string): Fields => ({
  statementPointerTarget: '/recordDetails',
  motivation: 'commenting',
  description: `Names and all that identifies anybody are off the chain, under the commitment ${commitment}.`,
});
