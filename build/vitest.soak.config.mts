import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: '.',
  test: {
    include: ['test/soak/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    allowOnly: false,
  },
});
