import { defineConfig } from 'vitest/config';

import base from './vitest.config.js';

/** Stories in which days of the law go by; too long for every run. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ['stories/**/*.test.ts'],
    testTimeout: 300_000,
  },
});
