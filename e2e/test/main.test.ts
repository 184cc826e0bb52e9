import { afterAll, beforeAll, describe } from 'vitest';

import { World } from '../src/world.js';
import { attestationTests } from './attestations.js';
import { faultTests } from './faults.js';
import { filingTests } from './filings.js';
import { foundingTests } from './founding.js';
import { identityTests } from './identity.js';
import { importTests } from './import.js';
import { landTests } from './land.js';
import { monitoringTests } from './monitoring.js';
import { nameTests } from './names.js';
import { networkTests } from './network.js';
import { officerTests } from './officers.js';
import { permitTests } from './permits.js';
import { poolTests, refillTests } from './pool.js';
import { replayTests } from './replay.js';
import { finalityTests } from './rotation.js';
import { shareTests } from './shares.js';
import { rehearsalTests, stateTests } from './state.js';
import { surveyTests } from './surveys.js';
import { tagScanTests } from './tags.js';
import { titleTests } from './titles.js';
import { upgradeTests } from './upgrade.js';
import { verifyTests } from './verify.js';

/**
 * One network for all of it: to start one costs more than most tests. The order is that of a life:
 * an existing register is taken over, companies are founded, the runtime is replaced, and only then
 * comes what breaks things.
 */
describe('four ministries and a gateway', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.start({ metrics: true });
  });

  afterAll(async () => {
    await world?.close();
  });

  networkTests(() => world);
  importTests(() => world);
  // What a register does in order stands beside what others do: each waits for its blocks, and they
  // have nothing in common.
  describe.concurrent('the registers', () => {
    describe.sequential('in order', () => {
      foundingTests(() => world);
      nameTests(() => world);
      officerTests(() => world);
      shareTests(() => world);
      filingTests(() => world);
      landTests(() => world);
      titleTests(() => world);
      surveyTests(() => world);
    });
  });
  permitTests(() => world);
  attestationTests(() => world);
  identityTests(() => world);
  rehearsalTests(() => world);
  const exhaustedIn = poolTests(() => world);
  verifyTests(() => world);
  replayTests(() => world);
  stateTests(() => world);
  // After officers have acted: what a ministry has left is told of those that have used some.
  monitoringTests(() => world);
  tagScanTests(() => world);
  refillTests(() => world, exhaustedIn);
  upgradeTests(() => world);
  finalityTests(() => world);
  faultTests(() => world);
});
