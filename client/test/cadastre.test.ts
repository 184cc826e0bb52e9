import { describe, expect, it } from 'vitest';

import { boundOf, moreOf, ParcelCampaign } from '../src/cadastre.js';
import type { Batch, CampaignRows } from '../src/campaign.js';
import type { Refusal } from '../src/refusals.js';

/** Rows of ten vertices each. */
const ROWS = { size: () => 160 } as unknown as CampaignRows;

class Opened extends ParcelCampaign {
  constructor() {
    super({} as never, {} as never, {} as never);
  }

  after(batch: Batch, name: string, section = 'landCadastre'): Batch[] | null {
    const refusal: Refusal = { section, name, remedy: '' };
    return this.rebatch(ROWS, batch, refusal);
  }
}

const campaign = new Opened();
const batchOf = (...indices: number[]): Batch => ({
  indices,
  extra: [boundOf(indices.length, 10 * indices.length)],
});

describe('a batch of parcels that stated too little work', () => {
  it('should be halved, its rows in their order', () => {
    expect(campaign.after(batchOf(4, 5, 6), 'TooFewCandidatesStated')).toEqual([
      batchOf(4, 5),
      batchOf(6),
    ]);
  });

  it('should state twice as much of what was too little when it is a single row', () => {
    const single = batchOf(4);
    const { candidates } = boundOf(1, 10);
    expect(campaign.after(single, 'TooFewCandidatesStated')).toEqual([
      { indices: [4], extra: [{ ...boundOf(1, 10), candidates: 2 * candidates }] },
    ]);
  });

  it('should be given up when the row states the most that a row may', () => {
    let work = boundOf(1, 10);
    let raised = 0;
    for (let more = moreOf(work, 'tests'); more !== null; more = moreOf(work, 'tests')) {
      expect(more.tests).toBeGreaterThan(work.tests);
      work = more;
      raised += 1;
    }
    expect(raised).toBeGreaterThan(1);
    expect(campaign.after({ indices: [4], extra: [work] }, 'TooFewTestsStated')).toBeNull();
  });

  it('should not be sent again when it was refused for another reason', () => {
    expect(campaign.after(batchOf(4, 5), 'RowKnown')).toBeNull();
    expect(campaign.after(batchOf(4, 5), 'TooFewCandidatesStated', 'system')).toBeNull();
  });
});
