import type { ApiDecoration } from '@polkadot/api/types';

import type { AcceptedStatement } from './ownershipExport.js';
import type { Head } from './registry.js';

const MILLIS_PER_DAY = 86_400_000;

// The codecs come from the chain's metadata, which no type of this language knows.
type Decoded = any;
type State = ApiDecoration<'promise'>;

/** What companies file as others read it: at one block, which the caller chooses. */

/** Something that a company has handed in. */
export interface FilingRead {
  readonly company: string;
  /** `Received`, `Examined`, `Accepted`, `Refused` or `Withdrawn`. */
  readonly state: string;
  /** `InTime`, `Late` or `Overdue`; null where the law asks for nothing. */
  readonly punctuality: string | null;
  /** When it was received, in milliseconds since 1970. */
  readonly receivedAt: number;
  readonly head: Head;
}

/** Until when what is stated of a company's owners is current. It names nobody. */
export interface OwnershipCurrencyRead {
  /** When it was last stated or confirmed, in milliseconds since 1970; null if it never was. */
  readonly confirmedAt: number | null;
  readonly currentUntil: number;
  readonly isCurrent: boolean;
  readonly isOverdue: boolean;
}

const headOf = (head: Decoded): Head => ({ seq: head.seq.toNumber(), hash: head.hash_.toHex() });

/** Reads of filings at one block. */
export class CompanyFilings {
  constructor(private readonly state: State) {}

  private get calls(): Decoded {
    const calls = (this.state.call as Decoded).companyFilingsApi;
    if (calls === undefined) throw new Error('This chain has no filings of companies.');
    return calls;
  }

  /** A filing; null where there is none of this id. */
  async filing(id: number): Promise<FilingRead | null> {
    const found = await this.calls.filing(id);
    if (found.isNone) return null;
    const { record, head } = found.unwrap();
    return {
      company: record.company.toString(),
      state: record.state.type,
      punctuality: record.punctuality.isNone ? null : record.punctuality.unwrap().type,
      receivedAt: record.receivedAt.toNumber(),
      head: headOf(head),
    };
  }

  /** Up to 64 filings of a company, the oldest first. */
  async filingsOf(company: string, after: number | null = null): Promise<readonly number[]> {
    return [...(await this.calls.filingsOf(company, after, 64))].map((id: Decoded) => id.toNumber());
  }

  /** The yearly filings that a company owes next, and how each stands. */
  async obligations(
    company: string,
  ): Promise<readonly { readonly filingType: string; readonly state: string }[]> {
    return [...(await this.calls.obligations(company))].map((owed: Decoded) => ({
      filingType: owed.filingType.type,
      state: owed.state.type,
    }));
  }

  /** Until when what is stated of a company's owners is current; null where no law asks for it. */
  async ownershipCurrency(company: string): Promise<OwnershipCurrencyRead | null> {
    const found = await this.calls.ownershipCurrency(company);
    if (found.isNone) return null;
    const { confirmedAt, currentUntil, isCurrent, isOverdue } = found.unwrap();
    return {
      confirmedAt: confirmedAt.isNone ? null : confirmedAt.unwrap().toNumber(),
      currentUntil: currentUntil.toNumber(),
      isCurrent: isCurrent.isTrue,
      isOverdue: isOverdue.isTrue,
    };
  }

  /** All statements of a company's beneficial owners that were accepted, the first one first. */
  async statements(company: string): Promise<readonly AcceptedStatement[]> {
    const found = await this.calls.ownership(company);
    if (found.isNone) return [];
    const last = found.unwrap().record.lastStatement.toNumber();
    const numbers = Array.from({ length: last }, (_, before) => before + 1);
    const read = async (number: number): Promise<AcceptedStatement> => {
      const { statement, acceptedOn } = (await this.calls.statement({ company, number })).unwrap();
      return {
        number,
        acceptedOn: new Date(acceptedOn.toNumber() * MILLIS_PER_DAY).toISOString().slice(0, 10),
        record: statement.record.toNumber(),
        status: statement.status.type,
        details: statement.details.toJSON(),
        commitment: statement.commitment.toHex(),
      };
    };
    return Promise.all(numbers.map(read));
  }

  /** The version of a company's record of beneficial ownership: what the next statements cite. */
  async ownershipVersion(company: string): Promise<number> {
    const found = await this.calls.ownership(company);
    return found.isNone ? 0 : found.unwrap().head.seq.toNumber();
  }

  /** The version of a district's laws of filings. */
  async lawVersion(district = 0): Promise<number> {
    const head = await (this.state.query as Decoded).companyFilings.lawHeads(district);
    return head.isNone ? 0 : head.unwrap().seq.toNumber();
  }
}
