import type { ApiDecoration } from '@polkadot/api/types';

import { CompanyFilings } from './companyFilings.js';
import type { CompanyOwners } from './ownershipExport.js';
import { ShareLedger } from './shareLedger.js';

/** Who holds a company's shares, and what it has stated of its beneficial owners, at one block. */
export async function companyOwners(
  state: ApiDecoration<'promise'>,
  company: string,
): Promise<CompanyOwners> {
  const ledger = new ShareLedger(state);
  const filings = new CompanyFilings(state);
  const [{ classes }, statements, currency] = await Promise.all([
    ledger.classes(company),
    filings.statements(company),
    filings.ownershipCurrency(company),
  ]);
  return {
    classes: await Promise.all(
      classes.map(async (shareClass) => ({
        ...shareClass,
        holders: await ledger.holders(company, shareClass.number),
      })),
    ),
    statements,
    currentUntil:
      currency === null ? null : new Date(currency.currentUntil).toISOString().slice(0, 10),
  };
}
