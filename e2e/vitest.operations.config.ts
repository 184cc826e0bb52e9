import { defineConfig } from 'vitest/config';

import base from './vitest.config.js';

/** What the handbook of operators says, done on networks of their own. */
export default defineConfig({
  ...base,
  test: { ...base.test, include: ['operations/**/*.test.ts'], testTimeout: 300_000 },
});
