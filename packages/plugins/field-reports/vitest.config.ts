import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'ui/**/*.test.ts'],
    globalSetup: '@tinhthong/core/testing/setup',
    hookTimeout: 60_000,
    testTimeout: 30_000,
    pool: 'forks',
    // Much of it waits for PostgreSQL: three at a time, on two cores too.
    maxWorkers: 3,
  },
});
