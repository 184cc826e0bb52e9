import type { ApiPromise } from '@polkadot/api';
import type { ApiDecoration } from '@polkadot/api/types';
import { stringToU8a, u8aToHex, u8aToString } from '@polkadot/util';

import {
  Campaign,
  type Batch,
  type CampaignRow,
  type CampaignRows,
  type CampaignSubject,
} from './campaign.js';
import type { ParcelRow, SourceParcel } from './geojson.js';
import type { Refusal } from './refusals.js';
import { LEGAL_BASIS, type CampaignRead, type Head } from './registry.js';

/** The land cadastre as others read it: at one block, which the caller chooses. */

type State = ApiDecoration<'promise'>;
// The codecs come from the chain's metadata, which no type of this language knows.
type Decoded = any;

/** Parcels of another cadastre. */
export const PARCELS: CampaignSubject = {
  pallet: 'landCadastre',
  importCall: 'importParcels',
  field: 'parcel',
  legalBasis: LEGAL_BASIS.takeOverOfCadastre,
};

/** How much work a call states that it may do. */
export interface WorkBound {
  readonly cells: number;
  readonly candidates: number;
  readonly tests: number;
  readonly writes: number;
}

/** A parcel as the cadastre has it. */
export interface ParcelRead {
  readonly number: string;
  readonly reference: string;
  /** The id of its geometry. */
  readonly geometry: string;
  readonly registeredArea: number;
  readonly computedArea: number;
  readonly areaAgrees: boolean;
  /** Why it is disputed, and the numbers of the parcels that it overlaps; null for one that is not. */
  readonly dispute: { readonly reason: string; readonly with: readonly string[] } | null;
  readonly head: Head;
}

/** How a row of a campaign ended. */
export type ParcelEnd =
  | { readonly kind: 'accepted'; readonly parcel: string }
  | { readonly kind: 'disputed'; readonly parcel: string }
  | { readonly kind: 'refused'; readonly reason: string };

const hexOf = (text: string): string => u8aToHex(stringToU8a(text));
const someOf = (codec: Decoded): Decoded | null => (codec.isSome ? codec.unwrap() : null);

/** A parcel as `@polkadot/api` writes it. */
export const parcelValue = (parcel: SourceParcel): Record<string, unknown> => ({
  reference: hexOf(parcel.reference),
  level: 0,
  outline: parcel.outline,
  registeredArea: parcel.statedArea,
});

/** A parcel's row. */
export const parcelCampaignRow = (row: ParcelRow): CampaignRow =>
  row.kind === 'parcel'
    ? { value: parcelValue(row.parcel), text: '' }
    : { value: null, text: row.text };

function parcelOf(versioned: Decoded): ParcelRead {
  const { record, head } = versioned;
  const dispute = someOf(record.dispute);
  return {
    number: record.number.toString(),
    reference: u8aToString(record.reference.toU8a(true)),
    geometry: record.geometry.toHex(),
    registeredArea: record.registeredArea.toNumber(),
    computedArea: record.computedArea.toNumber(),
    areaAgrees: record.areaAgrees.isTrue,
    dispute:
      dispute === null
        ? null
        : {
            reason: dispute.type,
            with: dispute.isOverlaps ? [...dispute.asOverlaps].map(String) : [],
          },
    head: { seq: head.seq.toNumber(), hash: head.hash_.toHex() },
  };
}

const workOf = (work: Decoded): WorkBound => ({
  cells: work.cells.toNumber(),
  candidates: work.candidates.toNumber(),
  tests: work.tests.toNumber(),
  writes: work.writes.toNumber(),
});

/** Reads of the land cadastre at one block. */
export class LandCadastre {
  constructor(private readonly state: State) {}

  private get calls(): Decoded {
    const calls = (this.state.call as Decoded).landCadastreApi;
    if (calls === undefined) throw new Error('This chain has no land cadastre.');
    return calls;
  }

  private get storage(): Decoded {
    return (this.state.query as Decoded).landCadastre;
  }

  /** A parcel by its number. */
  async parcel(number: string): Promise<ParcelRead | null> {
    const found = someOf(await this.calls.parcel(number));
    return found === null ? null : parcelOf(found);
  }

  /** A parcel by its reference in the national cadastre. */
  async parcelByReference(reference: string): Promise<ParcelRead | null> {
    const found = someOf(await this.calls.parcelByReference(hexOf(reference)));
    return found === null ? null : parcelOf(found);
  }

  /** `Live`, `Disputed`, `Provisional` or `Historic`; null where there is no such parcel. */
  async parcelState(number: string): Promise<string | null> {
    const found = someOf(await this.calls.parcelState(number));
    return found === null ? null : found.type;
  }

  /** How an outline would stand in the cadastre: what it overlaps, and what work to state. */
  async survey(
    outline: unknown,
  ): Promise<{ readonly overlaps: readonly string[]; readonly work: WorkBound }> {
    const found = await this.calls.survey(outline, 0);
    if (found.isErr) throw new Error(`The outline is no boundary: ${found.asErr.toString()}`);
    const { overlaps, work } = found.asOk;
    return { overlaps: [...overlaps].map(String), work: workOf(work) };
  }

  /** What work to state for a subdivision, merger or correction; what refuses it is thrown by name. */
  async surveyWork(change: unknown): Promise<WorkBound> {
    const found = await this.calls.surveyWork(change);
    if (found.isOk) return workOf(found.asOk);
    const error = found.asErr;
    const refusal = error.isModule
      ? this.state.registry.findMetaError(error.asModule).name
      : error.toString();
    throw new Error(`The survey would be refused: ${refusal}`);
  }

  /** What the owners consent to before a survey is decided; null for what is none, or is decided. */
  async surveyMatter(proposal: number): Promise<string | null> {
    const found = someOf(await this.calls.surveyMatter(proposal));
    return found === null ? null : found.toHex();
  }

  /** All campaigns, the oldest first. */
  async campaigns(): Promise<CampaignRead[]> {
    const last = (await this.storage.lastCampaign()).toNumber();
    const ids = Array.from({ length: last }, (_, before) => before + 1);
    const found: Decoded[] = await this.storage.campaigns.multi(ids);
    const openers: Decoded[] = await this.state.query.mandates!.mandates!.multi(
      found.map((campaign) => campaign.unwrap().recorders[0]),
    );
    return ids.map((id, at) => {
      const campaign = found[at].unwrap();
      return {
        id,
        root: campaign.root.toHex(),
        rows: campaign.rows.toNumber(),
        source: '',
        district: campaign.district.toNumber(),
        opener: openers[at].unwrap().officer.account.toU8a(),
        isSealed: campaign.isSealed.isTrue,
      };
    });
  }

  /** How rows of a campaign ended; null for one that has not. */
  async rowEnds(campaign: number, rows: readonly number[]): Promise<(ParcelEnd | null)[]> {
    const ends: (ParcelEnd | null)[] = [];
    for (let at = 0; at < rows.length; at += 200) {
      const keys = rows.slice(at, at + 200).map((row) => [campaign, row]);
      for (const end of await this.storage.rows.multi(keys)) ends.push(endOf(someOf(end)));
    }
    return ends;
  }

  /** The references of the parcels that disputed ones overlap, by the number of the disputed one. */
  async overlapped(disputed: readonly string[]): Promise<Map<string, string[]>> {
    const found = new Map<string, string[]>();
    for (const number of disputed) {
      const dispute = (await this.parcel(number))?.dispute;
      const others = await Promise.all((dispute?.with ?? []).map((one) => this.parcel(one)));
      found.set(number, others.flatMap((one) => (one === null ? [] : [one.reference])));
    }
    return found;
  }
}

function endOf(end: Decoded | null): ParcelEnd | null {
  if (end === null) return null;
  if (end.isAccepted) return { kind: 'accepted', parcel: end.asAccepted.toString() };
  if (end.isDisputed) return { kind: 'disputed', parcel: end.asDisputed.toString() };
  const [reason] = end.asRefused;
  if (reason.isDefect) return { kind: 'refused', reason: reason.asDefect.type };
  return { kind: 'refused', reason: reason.isGeometry ? reason.asGeometry.type : reason.type };
}

/** What became of a whole cadastre. */
export interface ParcelResult {
  readonly read: number;
  readonly accepted: number;
  /** The rows that became no parcel with its ground, why, and which parcels have that ground. */
  readonly refused: readonly {
    readonly id: string;
    readonly reason: string;
    readonly with: readonly string[];
  }[];
}

/** What became of all rows of a campaign. A disputed parcel counts as refused. */
export function parcelResult(
  rows: readonly ParcelRow[],
  ends: readonly (ParcelEnd | null)[],
  overlapped: ReadonlyMap<string, readonly string[]>,
): ParcelResult {
  const refused = rows.flatMap((row, index) => {
    const end = ends[index] ?? null;
    if (end?.kind === 'accepted') return [];
    const id = row.kind === 'parcel' ? row.parcel.reference : row.reference;
    if (end === null) return [{ id, reason: 'NotRecorded', with: [] }];
    if (end.kind === 'refused') {
      return [{ id, reason: row.kind === 'unreadable' ? row.reason : end.reason, with: [] }];
    }
    const others = overlapped.get(end.parcel) ?? [];
    return [{ id, reason: others.length > 0 ? 'Overlaps' : 'OutsideTerritory', with: others }];
  });
  return { read: rows.length, accepted: rows.length - refused.length, refused };
}

/** The most cells of the index that one call writes: more of them would weigh more than a block. */
const MOST_WRITES = 600;

/**
 * What a batch of rows states: for each row about twice what a parcel takes on average, writes by its
 * vertices, and for the whole what the heaviest parcel takes that is known. What is not used is given
 * back.
 */
export const boundOf = (rows: number, vertices = 100): WorkBound => ({
  cells: 60 * rows + 100,
  candidates: 20 * rows + 60,
  tests: 2_000 * rows + 20_000,
  writes: Math.min(3 * vertices + 10 * rows + 60, MOST_WRITES),
});

/** The most rows, and the most vertices, in one batch: it has to fit a block with all that it states. */
const MOST_ROWS = 8;
const MOST_VERTICES = 120;

/** The bytes of a vertex. */
const VERTEX_BYTES = 16;

/** The refusals that say which part of the stated work was too little. */
const TOO_LITTLE: Readonly<Record<string, keyof WorkBound>> = {
  TooFewCellsStated: 'cells',
  TooFewCandidatesStated: 'candidates',
  TooFewTestsStated: 'tests',
  TooFewWritesStated: 'writes',
};

/** The most that one row may state of a part: a parcel that takes more is no parcel of a cadastre. */
const MOST_STATED: WorkBound = { cells: 2_000, candidates: 1_000, tests: 400_000, writes: MOST_WRITES };

/** Twice as much of one part of a work; null where that is more than a row may state. */
export function moreOf(work: WorkBound, part: keyof WorkBound): WorkBound | null {
  if (work[part] >= MOST_STATED[part]) return null;
  return { ...work, [part]: Math.min(2 * work[part], MOST_STATED[part]) };
}

/** Opens, records and seals campaigns of parcels. */
export class ParcelCampaign extends Campaign {
  protected override async batches(
    rows: CampaignRows,
    indices: readonly number[],
  ): Promise<Batch[]> {
    const most = (this.api.consts.landCadastre!.maxRowsPerCall as Decoded).toNumber();
    const batches: { indices: number[]; vertices: number }[] = [];
    for (const index of indices) {
      const vertices = verticesOf(rows, index);
      const last = batches.at(-1);
      if (
        last === undefined ||
        last.indices.length >= Math.min(MOST_ROWS, most) ||
        last.vertices + vertices > MOST_VERTICES
      ) {
        batches.push({ indices: [index], vertices });
      } else {
        last.indices.push(index);
        last.vertices += vertices;
      }
    }
    return batches.map(({ indices: some, vertices }) => ({
      indices: some,
      extra: [boundOf(some.length, vertices)],
    }));
  }

  /** The halves of a batch that stated too little; of a single row the same with more. */
  protected override rebatch(
    rows: CampaignRows,
    { indices, extra }: Batch,
    refusal: Refusal,
  ): Batch[] | null {
    const part = TOO_LITTLE[refusal.name];
    if (part === undefined || refusal.section !== PARCELS.pallet) return null;
    if (indices.length === 1) {
      const more = moreOf(extra[0] as WorkBound, part);
      return more === null ? null : [{ indices, extra: [more] }];
    }
    const middle = Math.ceil(indices.length / 2);
    return [indices.slice(0, middle), indices.slice(middle)].map((half) => ({
      indices: half,
      extra: [boundOf(half.length, half.reduce((sum, index) => sum + verticesOf(rows, index), 0))],
    }));
  }
}

const verticesOf = (rows: CampaignRows, index: number): number =>
  Math.ceil(rows.size(index) / VERTEX_BYTES);

/** A connection to a chain that has a cadastre. */
export const hasCadastre = (api: ApiPromise): boolean => api.tx.landCadastre !== undefined;
