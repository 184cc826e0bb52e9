import type { ApiDecoration } from '@polkadot/api/types';
import type { Codec } from '@polkadot/types/types';
import { u8aToHex } from '@polkadot/util';

import { allEntries } from './chain.js';
import { partyText } from './landRegister.js';
import type { Head } from './registry.js';

// The codecs come from the chain's metadata, which no type of this language knows.
type Decoded = any;
type State = ApiDecoration<'promise'>;

/** Applications for permits as others read them: at one block, which the caller chooses. */

/** An application for a permit. */
export interface PermitApplicationRead {
  /** The code of the type of permit, and the version of it by which the application goes. */
  readonly kind: number;
  readonly kindVersion: number;
  readonly district: number;
  /** The ministry that decides. */
  readonly authority: number;
  /** A party as the chain names it, or `Personal 0x…`, a commitment, for who is known by nothing else. */
  readonly applicant: string;
  /** The unit of land that it is about. */
  readonly site: string | null;
  /** `Submitted`, `Incomplete`, `InReview`, `Decided` or `Withdrawn`. */
  readonly stage: string;
  /** How it was decided, such as `Granted` or `DeemedGranted`; null before. */
  readonly outcome: string | null;
  /** When it was handed in first, in milliseconds since 1970. */
  readonly submittedAt: number;
  /** When its dossier was complete. */
  readonly completeAt: number | null;
  /** Whether the clock stands still for a question that is not answered. */
  readonly questionIsOpen: boolean;
  readonly isExtended: boolean;
  /** What the case officer recommends: `Grant`, `Refuse` or `Decline`. */
  readonly recommendation: string | null;
  /** The number of the permit that was granted on it, or its commitment. */
  readonly permit: string | null;
  /** When the chain looks at it by itself, in milliseconds since 1970. */
  readonly dueAt: number | null;
  readonly head: Head;
}

/** How an authority serves those who apply for a type. */
export interface ServiceReportRead {
  /** Counts by the chain's names, such as `received`, `decidedInTime` and `bySilence`. */
  readonly figures: Readonly<Record<string, number>>;
  /** Within how many days half of all was decided: a number, `More`, or null if nothing was. */
  readonly medianDays: number | 'More' | null;
}

/** What waits for somebody. */
export type PermitWork =
  | 'Submitted'
  | 'Incomplete'
  | 'InReview'
  | 'Recommended'
  | 'Appealed'
  | 'JudgmentPrepared'
  | 'TakeOverProposed';

const someOf = (codec: Decoded): Decoded | null => (codec.isSome ? codec.unwrap() : null);
const numberOf = (codec: Decoded): number | null => someOf(codec)?.toNumber() ?? null;

/** Who holds a permit, or applies for one: a party as the chain names it, or `Personal 0x…`. */
export const holderText = (holder: Decoded): string =>
  holder.isParty ? partyText(holder.asParty) : `Personal ${holder.asPersonal.commitment.toHex()}`;

/** By what a permit is known: its number, or its commitment. */
export const permitReferenceText = (reference: Decoded): string =>
  reference.isNumbered ? reference.asNumbered.toString() : u8aToHex(reference.asPersonal.toU8a());

function applicationOf({ record, head }: Decoded): PermitApplicationRead {
  const { application } = record;
  const { stage } = application;
  const clock = someOf(application.clock);
  const permit = someOf(record.permit);
  return {
    kind: record.kind.toNumber(),
    kindVersion: record.version.toNumber(),
    district: record.district.toNumber(),
    authority: record.authority.toNumber(),
    applicant: holderText(record.applicant),
    site: someOf(record.site)?.toString() ?? null,
    stage: stage.type,
    outcome: stage.isDecided ? stage.asDecided.type : null,
    submittedAt: application.submittedAt.toNumber(),
    completeAt: clock === null ? null : clock.completeAt.toNumber(),
    questionIsOpen: clock !== null && [...clock.stops].some((stop: Decoded) => stop.answeredAt.isNone),
    isExtended: clock !== null && clock.extendedBy.isSome,
    recommendation: someOf(record.recommendation)?.decision.type ?? null,
    permit: permit === null ? null : permitReferenceText(permit),
    dueAt: numberOf(record.due),
    head: { seq: head.seq.toNumber(), hash: head.hash_.toHex() },
  };
}

/** Reads of applications for permits at one block. */
export class PermitApplications {
  constructor(private readonly state: State) {}

  private get calls(): Decoded {
    const calls = (this.state.call as Decoded).permitApplicationsApi;
    if (calls === undefined) throw new Error('This chain has no applications for permits.');
    return calls;
  }

  /** An application; null where there is none of this id. */
  async application(id: number): Promise<PermitApplicationRead | null> {
    const found = someOf(await this.calls.application(id));
    return found === null ? null : applicationOf(found);
  }

  /**
   * The published status of an application, by the chain's name: where a permit was granted, that at its
   * decision. What the permit is worth since, the register of permits says.
   */
  async publishedStatus(id: number): Promise<string | null> {
    return someOf(await this.calls.statusOf(id))?.type ?? null;
  }

  /** From when on a decision is too late, in milliseconds since 1970; null where no clock runs. */
  async deadline(id: number): Promise<number | null> {
    return numberOf(await this.calls.deadline(id));
  }

  /** Up to 64 applications of a holder that is readable, in the order of counting. */
  async applicationsOf(applicant: unknown, after: number | null = null): Promise<readonly number[]> {
    const found = await this.calls.applicationsOf(applicant, after, 64);
    return [...found].map((id: Decoded) => id.toNumber());
  }

  /** Up to 64 ids of what waits in a district, in the order of counting. */
  async workList(
    state: PermitWork,
    district = 0,
    after: number | null = null,
  ): Promise<readonly number[]> {
    const found = await this.calls.workList(district, state, after, 64);
    return [...found].map((id: Decoded) => id.toNumber());
  }

  /** How an authority serves those who apply for a type. */
  async figures(ministry: number, kind: number): Promise<ServiceReportRead> {
    const { figures, medianDays } = await this.calls.figures(ministry, kind);
    const median = someOf(medianDays);
    return {
      figures: figures.toJSON(),
      medianDays: median === null ? null : median.isDays ? median.asDays.toNumber() : 'More',
    };
  }

  /** All entries of an application, the oldest first. */
  async entries(id: number): Promise<readonly Codec[]> {
    return allEntries((from, limit) => this.calls.history(id, from, limit));
  }

  /** The last application that was counted. */
  async lastApplication(): Promise<number> {
    return ((await this.state.query.permitApplications!.lastApplication!()) as Decoded).toNumber();
  }
}
