import type { ApiPromise } from '@polkadot/api';
import type { KeyringPair } from '@polkadot/keyring/types';
import type { Codec } from '@polkadot/types/types';
import { stringToU8a, u8aToHex } from '@polkadot/util';

import { act } from './act.js';
import { atFinalized } from './chain.js';
import { companyValue, type ReadRow } from './companiesHouse.js';
import { merkleLeaf, merkleLevels, merkleProof } from './merkle.js';
import { LEGAL_BASIS, type Call, type CampaignRead, type RowEnd } from './registry.js';

/** A row of a register that is imported, as the campaign takes it. */
export interface CampaignRow {
  /** The record as `@polkadot/api` writes it; null for a row that cannot be written as one. */
  readonly value: Record<string, unknown> | null;
  /** What the campaign commits to where the row cannot be written as a record. */
  readonly text: string;
}

/** What a campaign imports: where the chain has it, and by what names. */
export interface CampaignSubject {
  /** The pallet, as `@polkadot/api` names it. */
  readonly pallet: 'businessRegistry' | 'landCadastre';
  /** Its call that records rows. */
  readonly importCall: string;
  /** The field of a row that holds the record. */
  readonly field: string;
  /** The statute that a take-over rests on. */
  readonly legalBasis: number;
}

/** Companies of another business register. */
export const COMPANIES: CampaignSubject = {
  pallet: 'businessRegistry',
  importCall: 'importCompanies',
  field: 'company',
  legalBasis: LEGAL_BASIS.takeOver,
};

/** A company's row. */
export const companyRow = (row: ReadRow): CampaignRow =>
  row.kind === 'company'
    ? { value: companyValue(row.company), text: '' }
    : { value: null, text: row.text };
import type { Refusal } from './refusals.js';
import { DEFAULT_ERA_BLOCKS, type Outcome, type Submitter } from './submit.js';

// The codecs come from the chain's metadata, which no type of this language knows.
type Decoded = any;

/** Refusals that the next block or the next period ends. */
const PASSING = ['AllowanceExhausted', 'MinistryAllowanceExhausted', 'TooMuchWaiting'];

/** An act of a campaign that the chain refused. */
export class CampaignRefused extends Error {
  constructor(
    readonly step: string,
    readonly refusal: Refusal,
  ) {
    super(`${step} was refused: ${refusal.section}.${refusal.name}. ${refusal.remedy}`);
  }
}

/** The rows of a campaign with their proofs: what is committed to, and what each call takes. */
export class CampaignRows {
  private readonly levels: Uint8Array[][];
  private readonly records: (Codec | null)[];

  constructor(
    api: ApiPromise,
    readonly subject: CampaignSubject,
    rows: readonly CampaignRow[],
  ) {
    const call = (api.tx[subject.pallet] as Decoded)[subject.importCall];
    const type = recordType(api, call, subject.field);
    this.records = rows.map(({ value }) =>
      value === null ? null : api.registry.createType(type, value),
    );
    this.levels = merkleLevels(
      rows.map(({ text }, at) => merkleLeaf(this.records[at]?.toU8a() ?? stringToU8a(text))),
    );
  }

  /** How many there are. */
  get count(): number {
    return this.records.length;
  }

  /** The root over all of them. */
  get root(): string {
    return u8aToHex(this.levels.at(-1)![0]!);
  }

  /** The rows that are records, by their index. */
  get recordIndices(): number[] {
    return [...this.records.keys()].filter((index) => this.records[index] !== null);
  }

  /** The rows that are not. */
  get unreadableIndices(): number[] {
    return [...this.records.keys()].filter((index) => this.records[index] === null);
  }

  /** The bytes of a row's record. */
  size(index: number): number {
    return this.records[index]?.encodedLength ?? 0;
  }

  /** The leaf of a row. */
  leaf(index: number): string {
    return u8aToHex(this.levels[0]![index]!);
  }

  /** The proof of a row. */
  proof(index: number): string[] {
    return merkleProof(this.levels, index).map((hash) => u8aToHex(hash));
  }

  /** A row as the call that records rows takes it. */
  row(index: number): Record<string, unknown> {
    return { index, [this.subject.field]: this.records[index], proof: this.proof(index) };
  }
}

/**
 * The type of a row's record, found in the metadata of the call that takes it: what is hashed here
 * and what the chain decodes cannot drift apart.
 */
function recordType(api: ApiPromise, call: { meta: Decoded }, name: string): string {
  const field = (fields: Decoded[], wanted: string): Decoded =>
    fields.find((one) => one.name.unwrapOr('').toString() === wanted).type;
  let rows = api.registry.lookup.getSiType(field(call.meta.fields, 'rows'));
  // A bounded list is a composite around a sequence.
  while (!rows.def.isSequence) {
    rows = api.registry.lookup.getSiType(rows.def.asComposite.fields[0]!.type);
  }
  const row = api.registry.lookup.getSiType(rows.def.asSequence.type);
  return api.registry.createLookupType(field([...row.def.asComposite.fields], name));
}

/**
 * The campaign over these rows that there is already: one that is open before one that is sealed,
 * and the oldest of them; null where there is none.
 *
 * @param rootFor the root over the rows as an officer has committed to them: the commitments in
 * them are bound to the account that opened the campaign.
 */
export function campaignOver(
  known: readonly CampaignRead[],
  rootFor: (opener: Uint8Array) => string,
): CampaignRead | null {
  const open = known.filter(({ isSealed }) => !isSealed);
  const sealed = known.filter(({ isSealed }) => isSealed);
  return [...open, ...sealed].find(({ opener, root }) => rootFor(opener) === root) ?? null;
}

/** What became of a whole register. */
export interface CampaignResult {
  readonly read: number;
  readonly accepted: number;
  /** The rows that became no company with its name, and why. */
  readonly refused: readonly {
    readonly number: string;
    readonly name: string;
    readonly reason: string;
  }[];
}

/** What became of all rows of a campaign. A disputed company counts as refused. */
export function campaignResult(
  rows: readonly ReadRow[],
  ends: readonly (RowEnd | null)[],
): CampaignResult {
  const refused = rows.flatMap((row, index) => {
    const end = ends[index] ?? null;
    if (end?.kind === 'accepted') return [];
    const { number, name } = row.kind === 'company' ? row.company : row;
    return [{ number, name, reason: end === null ? 'NotRecorded' : end.reason }];
  });
  return { read: rows.length, accepted: rows.length - refused.length, refused };
}

/** Rows that are recorded by one call. */
export interface Batch {
  readonly indices: readonly number[];
  /** What the call takes besides. */
  readonly extra: readonly unknown[];
}

/** How a campaign goes on. */
export interface CampaignOptions {
  readonly recorder: KeyringPair;
  readonly sealer: KeyringPair;
  /** What it imports. */
  readonly subject: CampaignSubject;
  /** The register that it imports, by its code of the list of GLEIF; none of a cadastre. */
  readonly source?: string;
  readonly district?: number;
  /** What is told on the way. */
  readonly tell?: (line: string) => void;
  /** How many calls are on their way at the same time. */
  readonly window?: number;
}

/** Opens, records and seals campaigns. */
export class Campaign {
  constructor(
    protected readonly api: ApiPromise,
    private readonly submitter: Submitter,
    private readonly options: CampaignOptions,
  ) {}

  private get calls(): Decoded {
    return this.api.tx[this.options.subject.pallet];
  }

  private tell(line: string): void {
    this.options.tell?.(line);
  }

  /**
   * Waits until nothing of its officers is on its way. A run that was interrupted may have left
   * calls in the pool: who looks before they have ended sees a campaign that is about to change.
   */
  async settle(): Promise<void> {
    const { recorder, sealer } = this.options;
    const last = (await this.api.rpc.chain.getHeader()).number.toNumber() + DEFAULT_ERA_BLOCKS;
    for (;;) {
      const { state, block } = await atFinalized(this.api);
      const isWaiting = await Promise.all(
        [recorder, sealer].map(async (pair) => {
          const account = (await state.query.system!.account!(pair.address)) as Decoded;
          return account.nonce.toNumber() < (await this.nextNonce(pair));
        }),
      );
      // By then the era of whatever was on its way is over; what is there now is somebody else's.
      if (!isWaiting.includes(true) || block.number > last) return;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }

  /** Opens a campaign and returns its id. */
  async open(rows: { readonly root: string; readonly count: number }): Promise<number> {
    const { source, subject, district } = this.options;
    const call = this.calls.openCampaign(
      act({ legalBasis: subject.legalBasis }),
      rows.root,
      rows.count,
      ...(source === undefined ? [] : [u8aToHex(stringToU8a(source))]),
      district ?? 0,
    );
    const done = await this.make('The campaign', call, this.options.recorder);
    const opened = done.events.find(({ event }) => event.method === 'CampaignOpened');
    return (opened!.event.data as Decoded).campaign.toNumber();
  }

  /**
   * Records every row that has not ended: records in calls of as many as the chain takes, the
   * others one by one.
   *
   * @param ended which rows have ended, where the campaign was begun before.
   */
  async record(
    id: number,
    rows: CampaignRows,
    ended: readonly boolean[] = [],
  ): Promise<void> {
    const hasNotEnded = (index: number): boolean => !(ended[index] ?? false);
    const waiting: { call: Call; rows: number; batch: Batch | null }[] = [];
    for (const batch of await this.batches(rows, rows.recordIndices.filter(hasNotEnded))) {
      waiting.push(this.prepared(id, rows, batch));
    }
    for (const index of rows.unreadableIndices.filter(hasNotEnded)) {
      const refuse = this.calls.refuseRow(id, index, rows.leaf(index), 'Unreadable', rows.proof(index));
      waiting.push({ call: refuse, rows: 1, batch: null });
    }
    let recorded = ended.filter(Boolean).length;
    const { recorder } = this.options;
    let nonce = await this.nextNonce(recorder);
    const window = this.options.window ?? 4;
    while (waiting.length > 0) {
      const some = waiting.splice(0, window);
      const again = await Promise.all(
        some.map(async ({ call, rows: count, batch }, offset) => {
          try {
            await this.make('A batch of rows', call, recorder, nonce + offset);
          } catch (error) {
            if (batch === null || !(error instanceof CampaignRefused)) throw error;
            const smaller = this.rebatch(rows, batch, error.refusal);
            if (smaller === null) throw error;
            this.tell(`${error.refusal.name}: ${count} rows are stated anew`);
            return smaller.map((one) => this.prepared(id, rows, one));
          }
          recorded += count;
          this.tell(`${recorded} of ${rows.count} rows recorded`);
          return [];
        }),
      );
      // First of those that wait: of two rows that exclude each other the earlier one is to stay it.
      waiting.unshift(...again.flat());
      nonce += some.length;
    }
  }

  private prepared(
    id: number,
    rows: CampaignRows,
    batch: Batch,
  ): { call: Call; rows: number; batch: Batch } {
    const some = batch.indices.map((index) => rows.row(index));
    const call = this.calls[this.options.subject.importCall](id, some, ...batch.extra);
    return { call, rows: batch.indices.length, batch };
  }

  /** Which rows go together, and what else the call takes for them. */
  protected async batches(_rows: CampaignRows, indices: readonly number[]): Promise<Batch[]> {
    const { pallet } = this.options.subject;
    const most = (this.api.consts[pallet]!.maxRowsPerCall as Decoded).toNumber();
    const batches = [];
    for (let at = 0; at < indices.length; at += most) {
      batches.push({ indices: indices.slice(at, at + most), extra: [] });
    }
    return batches;
  }

  /** The batches that a refused one becomes; null where no others would be taken either. */
  protected rebatch(_rows: CampaignRows, _refused: Batch, _refusal: Refusal): Batch[] | null {
    return null;
  }

  /** Seals a campaign of which every row has ended, as another officer. */
  async seal(id: number): Promise<void> {
    const { state } = await atFinalized(this.api);
    const heads = (state.query[this.options.subject.pallet] as Decoded).campaignHeads;
    const call = this.calls.sealCampaign(
      act({
        legalBasis: this.options.subject.legalBasis,
        expectedVersion: (await heads(id)).unwrap().seq.toNumber(),
      }),
      id,
    );
    await this.make('Sealing', call, this.options.sealer);
  }

  private async nextNonce(pair: KeyringPair): Promise<number> {
    return (await this.api.rpc.system.accountNextIndex(pair.address)).toNumber();
  }

  /** Submits until it is done; waits where an allowance is used up. */
  private async make(
    step: string,
    call: Call,
    signer: KeyringPair,
    nonce?: number,
  ): Promise<Extract<Outcome, { kind: 'finalized' }>> {
    for (;;) {
      const own = nonce ?? (await this.nextNonce(signer));
      const outcome = await this.submitter.submit(call, signer, { nonce: own });
      if (outcome.kind === 'finalized') {
        if (outcome.refusal !== null) throw new CampaignRefused(step, outcome.refusal);
        return outcome;
      }
      if (outcome.kind === 'refused') {
        if (!PASSING.includes(outcome.refusal.name)) throw new CampaignRefused(step, outcome.refusal);
        this.tell(`${outcome.refusal.name}: waiting until the allowance is refilled`);
        await new Promise((resolve) => setTimeout(resolve, 3_000));
      } else {
        this.tell(`${step} was in no block up to ${outcome.lastBlock}: sent again`);
      }
    }
  }
}
