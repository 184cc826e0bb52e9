import type { ApiPromise } from '@polkadot/api';
import type { ApiDecoration, SubmittableExtrinsic } from '@polkadot/api/types';
import type { Codec } from '@polkadot/types/types';
import { stringToU8a, u8aConcat, u8aToHex, u8aToString } from '@polkadot/util';

import type { OfficerRead } from './companyExport.js';
import { allEntries } from './chain.js';
import type { DecodedEntry } from './companySteps.js';
import { canonicalText, commitmentOf } from './commitment.js';
import { historyHolds } from './record.js';

/** The business register as others read it: at one block, which the caller chooses. */

/** A register's statutes: codes of `primitives/src/code_list/legal_bases.rs`. */
export const LEGAL_BASIS = {
  enrolment: 101,
  keyRecovery: 102,
  erasure: 106,
  endOfPublicOffice: 202,
  appointment: 201,
  nameReservation: 301,
  registration: 302,
  changeOfStatus: 303,
  takeOver: 304,
  courtOrder: 305,
  nameProtection: 306,
  correction: 307,
  changeOfParticulars: 308,
  companyOfficers: 309,
  resolution: 310,
  shareCapital: 311,
  transferOfShares: 312,
  filing: 313,
  beneficialOwnership: 314,
  mergerAndConversion: 315,
  adoption: 316,
  parametersOfBusinessRegister: 317,
  takeOverOfCadastre: 401,
  firstRegistration: 402,
  parametersOfCadastre: 403,
  successionInLand: 404,
  mortgage: 405,
  leaseAndEasement: 406,
  survey: 407,
  noticeInLand: 408,
  courtOrderOnLand: 409,
  expropriation: 410,
  correctionInLand: 411,
  deed: 412,
  vesting: 413,
  adoptionOfTitle: 414,
  transferOfLand: 415,
  parametersOfLandRegister: 416,
  permitProcedure: 501,
  permitTypes: 502,
  permitAppeal: 503,
  permitSupervision: 504,
  permitHolder: 505,
  takeOverOfPermits: 506,
  personalPermits: 507,
  accreditation: 601,
  issuers: 602,
  attestation: 603,
  courtOrderOnAttestation: 604,
} as const;

/** The codes of the registers, as in `primitives/src/office.rs`. */
export const REGISTER = {
  identity: 0,
  publicOffice: 1,
  business: 2,
  land: 3,
  permits: 4,
  attestations: 5,
} as const;

/** A record's head: its version and the hash over all its entries. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** A company as the register has it. */
export interface CompanyRead {
  readonly number: string;
  readonly name: string;
  /** The status, by the name of its variant. */
  readonly status: string;
  readonly legalForm: string;
  /** Why its record is disputed, or null. */
  readonly dispute: string | null;
  /** Its number and status in the register that it was imported from, or null. */
  readonly source: { readonly number: string; readonly status: string } | null;
  readonly head: Head;
}

/** A campaign that imports an existing register. */
export interface CampaignRead {
  readonly id: number;
  /** The Merkle root over all its rows. */
  readonly root: string;
  readonly rows: number;
  /** The register that it imports, by its code of the list of GLEIF. */
  readonly source: string;
  readonly district: number;
  /** The account of the officer who opened it: whose commitments its rows hold. */
  readonly opener: Uint8Array;
  readonly isSealed: boolean;
}

/** How a row of a campaign ended. */
export type RowEnd =
  | { readonly kind: 'accepted'; readonly company: string }
  | { readonly kind: 'disputed'; readonly company: string; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string };

type State = ApiDecoration<'promise'>;
// The codecs come from the chain's metadata, which no type of this language knows.
type Decoded = any;

const hexOf = (text: string): string => u8aToHex(stringToU8a(text));
const textOf = (codec: Decoded): string => u8aToString(codec.toU8a(true));
const someOf = (codec: Decoded): Decoded | null => (codec.isSome ? codec.unwrap() : null);

/** A company's number as the chain writes it: the number, not its text. */
const numberOf = (codec: Decoded): string => codec.toString();

function companyOf(versioned: Decoded): CompanyRead {
  const { record, head } = versioned;
  const source = someOf(record.source);
  const dispute = someOf(record.dispute);
  return {
    number: numberOf(record.number),
    name: textOf(record.name),
    status: record.status.type,
    legalForm: textOf(record.legalForm),
    dispute: dispute === null ? null : dispute.type,
    source:
      source === null ? null : { number: textOf(source.number), status: source.status.type },
    // The name that @polkadot/api gives to a field named hash.
    head: { seq: head.seq.toNumber(), hash: head.hash_.toHex() },
  };
}

/** Reads of the business register at one block. */
export class BusinessRegistry {
  constructor(private readonly state: State) {}

  private get calls(): Decoded {
    const calls = (this.state.call as Decoded).businessRegistryApi;
    if (calls === undefined) throw new Error('This chain has no business register.');
    return calls;
  }

  private get storage(): Decoded {
    return (this.state.query as Decoded).businessRegistry;
  }

  /** A company by its number. */
  async company(number: string): Promise<CompanyRead | null> {
    const found = someOf(await this.calls.company(number));
    return found === null ? null : companyOf(found);
  }

  /** The company that was imported with a number of another register. */
  async companyBySource(register: string, number: string): Promise<CompanyRead | null> {
    const found = someOf(await this.calls.companyBySource(hexOf(register), hexOf(number)));
    return found === null ? null : companyOf(found);
  }

  /** The European Unique Identifier of a company; null until the law names the register. */
  async euid(number: string): Promise<string | null> {
    const found = someOf(await this.calls.euid(number));
    return found === null ? null : textOf(found);
  }

  /** Companies that have a name, the one that holds it first. */
  async companiesByName(name: string): Promise<CompanyRead[]> {
    const found = await this.calls.companiesByName(hexOf(name));
    return [...found].map(companyOf);
  }

  /** Whether a name is free: `Free`, `NotAllowed` or `Held`. */
  async nameAvailability(name: string): Promise<string> {
    return (await this.calls.nameAvailability(hexOf(name))).type;
  }

  /** All entries of a company, as the bytes that its head is made over. */
  async companyHistory(number: string): Promise<Uint8Array[]> {
    return (await this.entriesOf(number)).map((entry) => entry.toU8a());
  }

  /** All entries of a company, decoded. */
  async companyEntries(number: string): Promise<DecodedEntry[]> {
    const entries = await this.entriesOf(number);
    return entries.map((entry) => ({ bytes: entry.toU8a(), json: entry.toJSON() }));
  }

  private entriesOf(number: string): Promise<Codec[]> {
    return allEntries((from, limit) => this.calls.companyHistory(number, from, limit));
  }

  /** Whether a company's entries lead to the head that this block holds. */
  async companyHistoryHolds(number: string): Promise<boolean> {
    const company = await this.company(number);
    return company !== null && historyHolds(await this.companyHistory(number), company.head.hash);
  }

  /** The version of a reservation, application or campaign, and where it stands. */
  async record(
    kind: 'reservation' | 'application' | 'campaign',
    id: number,
  ): Promise<{ readonly version: number; readonly record: Decoded } | null> {
    const found = someOf(await this.calls[kind](id));
    return found === null ? null : { version: found.head.seq.toNumber(), record: found.record };
  }

  /** All campaigns, the oldest first. */
  async campaigns(): Promise<CampaignRead[]> {
    const { campaigns, lastCampaign } = this.storage;
    const ids = Array.from({ length: (await lastCampaign()).toNumber() }, (_, before) => before + 1);
    const found = await inPages(ids, (page) => campaigns.multi(page));
    const mandates = await inPages(
      // Who opened a campaign stands in the mandate that it was opened under. None is ever removed.
      found.map((campaign) => campaign.unwrap().recorders[0]),
      (page) => this.state.query.mandates!.mandates!.multi(page),
    );
    return ids.map((id, at) => campaignOf(id, found[at].unwrap(), mandates[at].unwrap()));
  }

  /** How rows of a campaign ended; null for one that has not. */
  async rowEnds(campaign: number, rows: readonly number[]): Promise<(RowEnd | null)[]> {
    const keys = rows.map((row) => [campaign, row]);
    const ends = await inPages(keys, (page) => this.storage.rows.multi(page));
    return ends.map((end) => rowEndOf(someOf(end)));
  }
}

/** The officers of a company who are in office on the day of a block, and those appointed ahead. */
export async function officersInOffice(state: State, company: string): Promise<OfficerRead[]> {
  const { companyOfficers, timestamp } = state.query as Decoded;
  const [board, now] = await Promise.all([companyOfficers.boards(company), timestamp.now()]);
  if (board.isNone) return [];
  const today = Math.floor(now.toNumber() / MILLIS_PER_DAY);
  const dayOf = (days: Decoded): string =>
    new Date(days.toNumber() * MILLIS_PER_DAY).toISOString().slice(0, 10);
  return [...board.unwrap().officers]
    .filter(({ to }: Decoded) => to.isNone || to.unwrap().toNumber() > today)
    .map(({ role, party, from, to }: Decoded) => ({
      role: role.type,
      party: party.isPerson ? party.asPerson.toHex() : party.inner.toString(),
      isPerson: party.isPerson,
      from: dayOf(from),
      to: to.isNone ? null : dayOf(to.unwrap()),
    }));
}

const MILLIS_PER_DAY = 86_400_000;

/** Asks for many keys, in as many questions as a node answers well. */
async function inPages<Key>(
  keys: readonly Key[],
  ask: (page: Key[]) => Promise<Decoded[]>,
): Promise<Decoded[]> {
  const found: Decoded[] = [];
  for (let at = 0; at < keys.length; at += 200) found.push(...(await ask(keys.slice(at, at + 200))));
  return found;
}

function campaignOf(id: number, campaign: Decoded, opener: Decoded): CampaignRead {
  return {
    id,
    root: campaign.root.toHex(),
    rows: campaign.rows.toNumber(),
    source: textOf(campaign.source),
    district: campaign.district.toNumber(),
    opener: opener.officer.account.toU8a(),
    isSealed: campaign.isSealed.isTrue,
  };
}

function rowEndOf(end: Decoded | null): RowEnd | null {
  if (end === null) return null;
  if (end.isAccepted) return { kind: 'accepted', company: numberOf(end.asAccepted) };
  if (end.isDisputed) {
    const [company, reason] = end.asDisputed;
    return { kind: 'disputed', company: numberOf(company), reason: reason.type };
  }
  const [reason] = end.asRefused;
  return { kind: 'refused', reason: reason.isDefect ? reason.asDefect.type : reason.type };
}

/** The commitment by which a founder asks for a name, as the officer's call then opens it. */
export function nameCommitment(founder: Uint8Array, salt: Uint8Array, name: string): string {
  return commitmentOf({
    schema: 'company-name/1',
    // `Party::Person` is the first variant.
    issuer: u8aConcat([0], founder),
    subject: null,
    record: new Uint8Array(),
    path: 'name',
    salt,
    value: canonicalText(name),
  });
}

/** A call that is ready to be signed. */
export type Call = SubmittableExtrinsic<'promise'>;
