import type { ApiPromise } from '@polkadot/api';
import type { KeyringPair } from '@polkadot/keyring/types';
import type { Codec } from '@polkadot/types/types';
import { stringToU8a, u8aToHex } from '@polkadot/util';

import { act } from './act.js';
import { atFinalized } from './chain.js';
import { companyValue, type ReadRow } from './companiesHouse.js';
import { merkleLeaf, merkleLevels, merkleProof } from './merkle.js';
import { LEGAL_BASIS, type Call, type CampaignRead, type RowEnd } from './registry.js';
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
  private readonly companies: (Codec | null)[];

  constructor(
    api: ApiPromise,
    readonly rows: readonly ReadRow[],
  ) {
    const call = api.tx.businessRegistry!.importCompanies!;
    const type = companyType(api, call);
    this.companies = rows.map((row) =>
      row.kind === 'company' ? api.registry.createType(type, companyValue(row.company)) : null,
    );
    this.levels = merkleLevels(
      rows.map((row, at) =>
        merkleLeaf(
          this.companies[at]?.toU8a() ?? stringToU8a(row.kind === 'unreadable' ? row.text : ''),
        ),
      ),
    );
  }

  /** How many there are. */
  get count(): number {
    return this.rows.length;
  }

  /** The root over all of them. */
  get root(): string {
    return u8aToHex(this.levels.at(-1)![0]!);
  }

  /** The rows that are companies, by their index. */
  get companyIndices(): number[] {
    return [...this.rows.keys()].filter((index) => this.companies[index] !== null);
  }

  /** The rows that are not. */
  get unreadableIndices(): number[] {
    return [...this.rows.keys()].filter((index) => this.companies[index] === null);
  }

  /** The leaf of a row. */
  leaf(index: number): string {
    return u8aToHex(this.levels[0]![index]!);
  }

  /** The proof of a row. */
  proof(index: number): string[] {
    return merkleProof(this.levels, index).map((hash) => u8aToHex(hash));
  }

  /** A row as `import_companies` takes it. */
  row(index: number): Record<string, unknown> {
    return { index, company: this.companies[index], proof: this.proof(index) };
  }
}

/**
 * The type of a row's company, found in the metadata of the call that takes it: what is hashed here
 * and what the chain decodes cannot drift apart.
 */
function companyType(api: ApiPromise, call: { meta: Decoded }): string {
  const field = (fields: Decoded[], name: string): Decoded =>
    fields.find((one) => one.name.unwrapOr('').toString() === name).type;
  let rows = api.registry.lookup.getSiType(field(call.meta.fields, 'rows'));
  // A bounded list is a composite around a sequence.
  while (!rows.def.isSequence) {
    rows = api.registry.lookup.getSiType(rows.def.asComposite.fields[0]!.type);
  }
  const row = api.registry.lookup.getSiType(rows.def.asSequence.type);
  return api.registry.createLookupType(field([...row.def.asComposite.fields], 'company'));
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

/** How a campaign goes on. */
export interface CampaignOptions {
  readonly recorder: KeyringPair;
  readonly sealer: KeyringPair;
  /** The register that it imports, by its code of the list of GLEIF. */
  readonly source: string;
  readonly district?: number;
  /** What is told on the way. */
  readonly tell?: (line: string) => void;
  /** How many calls are on their way at the same time. */
  readonly window?: number;
}

/** Opens, records and seals campaigns. */
export class Campaign {
  constructor(
    private readonly api: ApiPromise,
    private readonly submitter: Submitter,
    private readonly options: CampaignOptions,
  ) {}

  private get calls(): Decoded {
    return this.api.tx.businessRegistry;
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
    const call = this.calls.openCampaign(
      act({ legalBasis: LEGAL_BASIS.takeOver }),
      rows.root,
      rows.count,
      u8aToHex(stringToU8a(this.options.source)),
      this.options.district ?? 0,
    );
    const done = await this.make('The campaign', call, this.options.recorder);
    const opened = done.events.find(({ event }) => event.method === 'CampaignOpened');
    return (opened!.event.data as Decoded).campaign.toNumber();
  }

  /**
   * Records every row that has not ended: companies in calls of as many as the chain takes, the
   * others one by one.
   *
   * @param ends how rows have ended, where the campaign was begun before.
   */
  async record(
    id: number,
    rows: CampaignRows,
    ends: readonly (RowEnd | null)[] = [],
  ): Promise<void> {
    const most = (this.api.consts.businessRegistry!.maxRowsPerCall as Decoded).toNumber();
    const calls: { call: Call; rows: number }[] = [];
    const hasNotEnded = (index: number): boolean => (ends[index] ?? null) === null;
    const indices = rows.companyIndices.filter(hasNotEnded);
    for (let at = 0; at < indices.length; at += most) {
      const some = indices.slice(at, at + most);
      calls.push({
        call: this.calls.importCompanies(id, some.map((index) => rows.row(index))),
        rows: some.length,
      });
    }
    for (const index of rows.unreadableIndices.filter(hasNotEnded)) {
      const refuse = this.calls.refuseRow(id, index, rows.leaf(index), 'Unreadable', rows.proof(index));
      calls.push({ call: refuse, rows: 1 });
    }
    let recorded = ends.filter((end) => end !== null).length;
    const { recorder } = this.options;
    let nonce = await this.nextNonce(recorder);
    const window = this.options.window ?? 4;
    for (let at = 0; at < calls.length; at += window) {
      const some = calls.slice(at, at + window);
      await Promise.all(
        some.map(async ({ call, rows: count }, offset) => {
          await this.make('A batch of rows', call, recorder, nonce + offset);
          recorded += count;
          this.tell(`${recorded} of ${rows.count} rows recorded`);
        }),
      );
      nonce += some.length;
    }
  }

  /** Seals a campaign of which every row has ended, as another officer. */
  async seal(id: number): Promise<void> {
    const campaign = (
      await (this.api.call as Decoded).businessRegistryApi.campaign(id)
    ).unwrap();
    const call = this.calls.sealCampaign(
      act({
        legalBasis: LEGAL_BASIS.takeOver,
        expectedVersion: campaign.head.seq.toNumber(),
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
