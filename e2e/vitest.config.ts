import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // The client brings its own copies of these; two copies of one library do not know each
    // other's types.
    dedupe: ['api', 'keyring', 'types', 'util', 'util-crypto'].map((name) => `@polkadot/${name}`),
  },
  test: {
    // Other folders of tests have configurations of their own, which begin with this one.
    include: ['test/**/*.test.ts'],
    // The machine has two cores: one network at a time.
    fileParallelism: false,
    sequence: { concurrent: false },
    // Of suites that say that they can run beside others.
    maxConcurrency: 16,
    setupFiles: ['src/warnings.ts'],
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
});
