import type { ApiDecoration } from '@polkadot/api/types';
import { u8aToString } from '@polkadot/util';

import { partyText } from './landRegister.js';
import type { Head } from './registry.js';

// The codecs come from the chain's metadata, which no type of this language knows.
type Decoded = any;
type State = ApiDecoration<'promise'>;

/** The shares of companies as others read them: at one block, which the caller chooses. */

/** A class of shares. Amounts are in minor units of the currency. */
export interface ShareClassRead {
  readonly number: number;
  readonly nominal: bigint;
  /** The code of the currency (ISO 4217). */
  readonly currency: string;
  readonly authorised: bigint;
  readonly issued: bigint;
  readonly treasury: bigint;
  readonly paidUp: bigint;
  readonly votesPerShare: number;
  readonly holders: number;
}

/** What one holder has of a class. */
export interface HoldingRead {
  readonly party: string;
  readonly shares: bigint;
  readonly pledged: bigint;
  /** What is owed on the shares. */
  readonly unpaid: bigint;
  readonly isFrozen: boolean;
}

/** Who had what on a record date. */
export interface RecordDateRead {
  readonly shares: bigint;
  readonly votes: bigint;
  readonly holders: readonly { readonly party: string; readonly shares: bigint; readonly votes: bigint }[];
}

/** Reads of the share ledger at one block. */
export class ShareLedger {
  constructor(private readonly state: State) {}

  private get calls(): Decoded {
    const calls = (this.state.call as Decoded).shareLedgerApi;
    if (calls === undefined) throw new Error('This chain has no share ledger.');
    return calls;
  }

  /** A company's classes, and the head of its ledger: what the next act on it cites. */
  async classes(company: string): Promise<{ classes: readonly ShareClassRead[]; head: Head }> {
    const [classes, head] = await this.calls.classes(company);
    return {
      classes: [...classes].map(([number, { terms, holders }]: Decoded) => ({
        number: number.toNumber(),
        nominal: terms.nominal.toBigInt(),
        currency: u8aToString(terms.currency.toU8a(true)),
        authorised: terms.authorised.toBigInt(),
        issued: terms.issued.toBigInt(),
        treasury: terms.treasury.toBigInt(),
        paidUp: terms.paidUp.toBigInt(),
        votesPerShare: terms.votesPerShare.toNumber(),
        holders: holders.toNumber(),
      })),
      head: { seq: head.seq.toNumber(), hash: head.hash_.toHex() },
    };
  }

  /** The holders of a class, the largest first. */
  async holders(company: string, shareClass: number): Promise<readonly HoldingRead[]> {
    const found = [...(await this.calls.holders(company, shareClass))].map(
      ([party, { holding, isFrozen }]: Decoded) => ({
        party: partyText(party),
        shares: holding.shares.toBigInt() as bigint,
        pledged: holding.pledged.toBigInt() as bigint,
        unpaid: holding.unpaid.toBigInt() as bigint,
        isFrozen: isFrozen.isTrue as boolean,
      }),
    );
    return found.sort((one, other) => (one.shares < other.shares ? 1 : -1));
  }

  /** What is consented to, and what companies resolve, for a proposal; null where there is none. */
  async matter(proposal: number): Promise<string | null> {
    const found = await this.calls.matter(proposal);
    return found.isNone ? null : found.unwrap().toHex();
  }

  /** Who had what of a class on a day, which is as the chain has it; null where no record was taken. */
  async recordDate(company: string, shareClass: number, on: number): Promise<RecordDateRead | null> {
    const found = await this.calls.recordDate(company, shareClass, on);
    if (found.isNone) return null;
    const { shares, votes, holders } = found.unwrap();
    return {
      shares: shares.toBigInt(),
      votes: votes.toBigInt(),
      holders: [...holders].map((holder: Decoded) => ({
        party: partyText(holder.party),
        shares: holder.shares.toBigInt(),
        votes: holder.votes.toBigInt(),
      })),
    };
  }
}
