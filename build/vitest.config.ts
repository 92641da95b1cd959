import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: '.',
  test: {
    include: ['test/unit/**/*.test.ts', 'test/structure/**/*.test.ts', 'test/integration/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    // Modules are loaded once a worker, not once a file: the engine keeps no state of its own outside what a test makes.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 30_000,
    allowOnly: false,
    restoreMocks: true,
  },
});
