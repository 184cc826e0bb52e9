import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Each file starts a network of its own, and the machine has two cores.
    fileParallelism: false,
    sequence: { concurrent: false },
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
