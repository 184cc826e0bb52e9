import { defineConfig } from 'vitest/config';

import base from './vitest.config.js';

/** Faults, each on a network of its own; POLITY_FAULTS names them, or it is the short set. */
export default defineConfig({
  ...base,
  test: { ...base.test, include: ['faults/**/*.test.ts'], testTimeout: 1_800_000 },
});
