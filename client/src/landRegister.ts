import type { ApiDecoration } from '@polkadot/api/types';
import { u8aToHex } from '@polkadot/util';

import type { Head } from './registry.js';

// The codecs come from the chain's metadata, which no type of this language knows.
type Decoded = any;
type State = ApiDecoration<'promise'>;

/** The land register as others read it: at one block, which the caller chooses. */

/** What one owner has: a party as the chain names it, such as `Person 0x…` or `Company 1000000000`. */
export interface ShareRead {
  readonly party: string;
  readonly units: number;
  /** Whether a consent to it was given by deed, not on the chain. */
  readonly byDeed: boolean;
}

/** The title of a unit. */
export interface TitleRead {
  /** How many units the whole has. */
  readonly totalUnits: number;
  /** Who owns how many of them; nobody knows where this is empty. */
  readonly owners: readonly ShareRead[];
  /** Mortgages, the first rank first on each thing: the entry, the creditor and the rank. */
  readonly mortgages: readonly { readonly id: number; readonly creditor: string; readonly rank: number }[];
  /** Rights of others: the entry, what it is, and who has it or, of an easement, which unit it serves. */
  readonly rights: readonly { readonly id: number; readonly kind: string; readonly holder: string }[];
  /** Notices that stand against dispositions: the entry and its kind. */
  readonly notices: readonly { readonly id: number; readonly kind: string }[];
  readonly head: Head;
}

/** A party as text: its kind and who it is. */
export function partyText(party: Decoded): string {
  const { inner } = party;
  return inner.isEmpty && party.type === 'Unknown' ? 'Unknown' : `${party.type} ${idOf(inner)}`;
}

const idOf = (inner: Decoded): string =>
  inner.toU8a().length === 32 ? u8aToHex(inner.toU8a()) : inner.toString();

/** Reads of the land register at one block. */
export class LandRegister {
  constructor(private readonly state: State) {}

  private get calls(): Decoded {
    const calls = (this.state.call as Decoded).landRegisterApi;
    if (calls === undefined) throw new Error('This chain has no land register.');
    return calls;
  }

  /** The live unit that a parcel belongs to; null for ground that nobody has a registered right in. */
  async unitOfParcel(parcel: string): Promise<string | null> {
    const found = await this.calls.unitOfParcel(parcel);
    return found.isNone ? null : found.unwrap().toString();
  }

  /** The title of a unit; null where there is no such unit or it is historic. */
  async title(unit: string): Promise<TitleRead | null> {
    const found = await this.calls.title(unit);
    if (found.isNone) return null;
    const { record, head } = found.unwrap();
    return {
      totalUnits: record.totalUnits.toNumber(),
      owners: [...record.owners].map((share: Decoded) => ({
        party: partyText(share.party),
        units: share.units.toNumber(),
        byDeed: share.byDeed.isTrue,
      })),
      mortgages: [...record.mortgages].map((mortgage: Decoded) => ({
        id: mortgage.id.toNumber(),
        creditor: partyText(mortgage.creditor),
        rank: mortgage.rank.toNumber(),
      })),
      rights: [...record.rights].map((right: Decoded) => ({
        id: right.id.toNumber(),
        kind: right.terms.kind.type,
        holder: right.terms.holder.isUnit
          ? `Unit ${right.terms.holder.asUnit.toString()}`
          : partyText(right.terms.holder.asParty),
      })),
      notices: [...record.notices].map((notice: Decoded) => ({
        id: notice.id.toNumber(),
        kind: notice.kind.type,
      })),
      head: { seq: head.seq.toNumber(), hash: head.hash_.toHex() },
    };
  }

  /** What each entry of a title says, the oldest first: the chain of title. At most 64 a page. */
  async history(unit: string, from = 1, limit = 64): Promise<readonly string[]> {
    const entries = await this.calls.history(unit, from, limit);
    return [...entries].map(({ body }: Decoded) =>
      body.isConveyed ? body.asConveyed.act.type : body.type,
    );
  }

  /** The units in which a party owns or holds something. At most 64 a page. */
  async titlesOf(party: unknown, after: string | null = null): Promise<readonly string[]> {
    return [...(await this.calls.titlesOf(party, after, 64))].map(String);
  }
}
