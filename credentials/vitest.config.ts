import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // The client's own copy: two copies of one library do not know each other's types.
    alias: {
      '@polkadot/types': fileURLToPath(new URL('../client/node_modules/@polkadot/types', import.meta.url)),
    },
  },
  test: { testTimeout: 60_000 },
});
