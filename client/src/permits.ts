import type { ApiDecoration } from '@polkadot/api/types';
import type { Codec } from '@polkadot/types/types';

import { bitAt, optionalBytes } from './bitstring.js';
import type { PublishedStatus } from './blds.js';
import { allEntries } from './chain.js';
import { partyText } from './landRegister.js';
import type { Head } from './registry.js';

// The codecs come from the chain's metadata, which no type of this language knows.
type Decoded = any;
type State = ApiDecoration<'promise'>;

const MILLIS_PER_DAY = 86_400_000;
/** How many ids one read of the runtime answers at most. */
const IDS_PAGE = 64;

/** Types of permits and permits as others read them: at one block, which the caller chooses. */

/** A period of the law, such as `{ CalendarDays: 30 }`. */
export type PeriodRead = Readonly<Record<string, number>>;

/** What the law says of a type of permit. */
export interface PermitTermsRead {
  /** The code of the statute that it rests on. */
  readonly basis: number;
  /** Whether an application can begin. */
  readonly takesApplications: boolean;
  readonly needsFee: boolean;
  readonly decisionPeriod: PeriodRead;
  /** Whether an application that is not decided in time is granted. */
  readonly silenceGrants: boolean;
  readonly extension: PeriodRead | null;
  /** For how many days questions stop the clock at most, all of them together. */
  readonly stoppedDays: number;
  /** How long a permit is valid at most; null without an end. */
  readonly validity: PeriodRead | null;
  readonly isTransferable: boolean;
  /** How many can run at once; null without a bound. */
  readonly quota: number | null;
  /** Kinds of inspections that are passed before a permit is completed. */
  readonly inspections: readonly string[];
  /** As the chain names them: `Standing`, `RightInSite`, `Permit 3`, `Attestation 7`. */
  readonly prerequisites: readonly string[];
  /** The ministries that are asked. */
  readonly referrals: readonly number[];
  readonly appealPeriod: PeriodRead | null;
  /** Whether nobody can find a permit by the person who holds it. */
  readonly isPersonal: boolean;
}

/** A type of permit. */
export interface PermitTypeRead {
  readonly district: number;
  /** The version in force. */
  readonly inForce: number;
  readonly head: Head;
}

/** A condition of a permit: what it says stands in a document. */
export interface ConditionRead {
  /** By the authority's published list. */
  readonly code: number;
  /** The day by which it is met, as `YYYY-MM-DD`; null for any before the permit is completed. */
  readonly due: string | null;
  readonly isMet: boolean;
}

/** An inspection of what was permitted. */
export interface InspectionRead {
  readonly kind: string;
  readonly scheduledFor: string;
  /** `Passed`, `Failed`, `Partial` or `NoAccess`; null before it has ended. */
  readonly result: string | null;
  /** When the result was recorded, in milliseconds since 1970. */
  readonly foundAt: number | null;
}

/** A permit that everybody can read. Days are `YYYY-MM-DD`. */
export interface PermitRead {
  readonly number: string;
  readonly kind: number;
  readonly kindVersion: number;
  /** A party as the chain names it, such as `Company 100000000093`. */
  readonly holder: string;
  readonly site: string | null;
  readonly grantedOn: string;
  readonly validFrom: string;
  /** The day from which it is not valid any more. */
  readonly validTo: string | null;
  /** What was done with it: `Granted`, `Suspended`, `Revoked`, `Surrendered`, `Completed`, `Overturned`. */
  readonly standing: string;
  readonly conditions: readonly ConditionRead[];
  readonly inspections: readonly InspectionRead[];
  /** The permit that follows it, if it was renewed. */
  readonly renewedBy: string | null;
  readonly head: Head;
}

/** What is published of a permit: what the register knows of the fields of BLDS. */
export interface PublishedPermit {
  readonly number: string;
  readonly kind: number;
  /** What it is worth now, such as `Active` or `Unusable`. */
  readonly status: string;
  readonly mapped: PublishedStatus;
  readonly issuedOn: string;
  readonly expiresOn: string | null;
  readonly completedOn: string | null;
  readonly site: string | null;
}

/** A permit of a natural person, known by a commitment alone. */
export interface PersonalPermitRead {
  readonly kind: number;
  readonly kindVersion: number;
  /** The status list in which its bits are, and where. */
  readonly list: number;
  readonly index: number;
  readonly standing: string;
  /** The first day of a month from which it is over at the latest. */
  readonly validTo: string | null;
  readonly head: Head;
}

const someOf = (codec: Decoded): Decoded | null => (codec.isSome ? codec.unwrap() : null);
const dayOf = (days: Decoded): string =>
  new Date(days.toNumber() * MILLIS_PER_DAY).toISOString().slice(0, 10);
const dayOrNull = (days: Decoded): string | null => {
  const some = someOf(days);
  return some === null ? null : dayOf(some);
};
const headOf = (head: Decoded): Head => ({ seq: head.seq.toNumber(), hash: head.hash_.toHex() });
const periodOf = (period: Decoded): PeriodRead => ({ [period.type]: period.inner.toNumber() });
const periodOrNull = (period: Decoded): PeriodRead | null => {
  const some = someOf(period);
  return some === null ? null : periodOf(some);
};
const prerequisiteText = (prerequisite: Decoded): string =>
  prerequisite.isStanding || prerequisite.isRightInSite
    ? prerequisite.type
    : `${prerequisite.type} ${prerequisite.inner.toString()}`;

function termsOf({ basis, terms, takesApplications }: Decoded): PermitTermsRead {
  const { validity } = terms;
  return {
    basis: basis.toNumber(),
    takesApplications: takesApplications.isTrue,
    needsFee: terms.needsFee.isTrue,
    decisionPeriod: periodOf(terms.decisionPeriod),
    silenceGrants: terms.silenceGrants.isTrue,
    extension: periodOrNull(terms.extension),
    stoppedDays: terms.stoppedDays.toNumber(),
    validity: validity.isAtMost ? periodOf(validity.asAtMost) : null,
    isTransferable: terms.isTransferable.isTrue,
    quota: someOf(terms.quota)?.toNumber() ?? null,
    inspections: [...terms.inspections].map((kind: Decoded) => kind.type),
    prerequisites: [...terms.prerequisites].map(prerequisiteText),
    referrals: [...terms.referrals].map((referral: Decoded) => referral.ministry.toNumber()),
    appealPeriod: periodOrNull(terms.appealPeriod),
    isPersonal: terms.isPersonal.isTrue,
  };
}

function inspectionOf(inspection: Decoded): InspectionRead {
  const outcome = someOf(inspection.outcome);
  return {
    kind: inspection.kind.type,
    scheduledFor: dayOf(inspection.scheduledFor),
    result: outcome === null ? null : outcome.result.type,
    foundAt: outcome === null ? null : outcome.foundAt.toNumber(),
  };
}

function permitOf(number: string, { record, head }: Decoded): PermitRead {
  const { permit } = record;
  return {
    number,
    kind: record.kind.toNumber(),
    kindVersion: record.version.toNumber(),
    holder: partyText(record.holder),
    site: someOf(record.site)?.toString() ?? null,
    grantedOn: dayOf(record.grantedOn),
    validFrom: dayOf(permit.validFrom),
    validTo: dayOrNull(permit.validTo),
    standing: permit.standing.type,
    conditions: [...permit.conditions].map(({ terms, isMet }: Decoded) => ({
      code: terms.code.toNumber(),
      due: dayOrNull(terms.due),
      isMet: isMet.isTrue,
    })),
    inspections: [...permit.inspections].map(inspectionOf),
    renewedBy: someOf(record.renewedBy)?.toString() ?? null,
    head: headOf(head),
  };
}

/** Reads of permits and their types at one block. */
export class Permits {
  constructor(private readonly state: State) {}

  private get calls(): Decoded {
    const calls = (this.state.call as Decoded).permitsApi;
    if (calls === undefined) throw new Error('This chain has no permits.');
    return calls;
  }

  /** A type; null where there is none of this code. */
  async permitType(kind: number): Promise<PermitTypeRead | null> {
    const found = someOf(await this.calls.permitType(kind));
    if (found === null) return null;
    const { record, head } = found;
    return {
      district: record.district.toNumber(),
      inForce: record.inForce.toNumber(),
      head: headOf(head),
    };
  }

  /** What a version of a type says. */
  async terms(kind: number, version: number): Promise<PermitTermsRead | null> {
    const found = someOf(await this.calls.typeVersion(kind, version));
    return found === null ? null : termsOf(found);
  }

  /** The codes of all types, which are counted from 1. */
  async kinds(): Promise<readonly number[]> {
    const last = (await this.state.query.permits!.lastType!()) as Decoded;
    return Array.from({ length: last.toNumber() }, (_, before) => before + 1);
  }

  /** The places of a type that are taken. */
  async places(kind: number): Promise<{ readonly reserved: number; readonly running: number }> {
    const { reserved, running } = await this.calls.places(kind);
    return { reserved: reserved.toNumber(), running: running.toNumber() };
  }

  /** A permit; null where there is none of this number. */
  async permit(number: string): Promise<PermitRead | null> {
    const found = someOf(await this.calls.permit(number));
    return found === null ? null : permitOf(number, found);
  }

  /**
   * What a permit is worth at an instant, in milliseconds since 1970, such as `Active` or `Unusable`: by
   * its record of this block, and by what its holder has then.
   */
  async effectiveStatus(number: string, at: number): Promise<string | null> {
    return someOf(await this.calls.effectiveStatus(number, at))?.type ?? null;
  }

  /** What is published of a permit. */
  async published(number: string): Promise<PublishedPermit | null> {
    const found = someOf(await this.calls.published(number));
    if (found === null) return null;
    return {
      number,
      kind: found.kind.toNumber(),
      status: found.status.type,
      mapped: found.mapped.type,
      issuedOn: dayOf(found.issued),
      expiresOn: dayOrNull(found.expires),
      completedOn: dayOrNull(found.completed),
      site: someOf(found.site)?.toString() ?? null,
    };
  }

  /** All permits that a party holds or has held, in the order of counting. */
  async permitsOf(party: unknown): Promise<readonly string[]> {
    return this.#all((after) => this.calls.permitsOf(party, after, IDS_PAGE));
  }

  /** All permits of a type, in the order of counting. */
  async permitsOfKind(kind: number): Promise<readonly string[]> {
    return this.#all((after) => this.calls.permitsOfKind(kind, after, IDS_PAGE));
  }

  /** A permit of a natural person; null where there is none of this commitment. */
  async personal(commitment: string): Promise<PersonalPermitRead | null> {
    const found = someOf(await this.calls.personal(commitment));
    if (found === null) return null;
    const { record, head } = found;
    return {
      kind: record.kind.toNumber(),
      kindVersion: record.version.toNumber(),
      list: record.list.toNumber(),
      index: record.index.toNumber(),
      standing: record.standing.type,
      validTo: dayOrNull(record.validTo),
      head: headOf(head),
    };
  }

  /**
   * Whether the bit of an index is set in a status list: bit 0 is the leftmost of the first byte, as in
   * the Bitstring Status List of W3C. Null where there is no such list.
   */
  async statusBit(
    list: number,
    purpose: 'Revocation' | 'Suspension',
    index: number,
  ): Promise<boolean | null> {
    const bits = optionalBytes(await this.calls.personalStatus(list, purpose));
    return bits === null ? null : bitAt(bits, index);
  }

  /** All entries of a permit, the oldest first. */
  async entries(number: string): Promise<readonly Codec[]> {
    return allEntries((from, limit) => this.calls.permitHistory(number, from, limit));
  }

  async #all(read: (after: string | null) => Promise<Iterable<Codec>>): Promise<readonly string[]> {
    const numbers: string[] = [];
    for (;;) {
      const page = [...(await read(numbers.at(-1) ?? null))].map(String);
      numbers.push(...page);
      if (page.length < IDS_PAGE) return numbers;
    }
  }
}
