import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: './src/kit/vitest-global-setup.ts',
    hookTimeout: 60_000,
    testTimeout: 30_000,
    pool: 'forks',
    // Much of it waits for PostgreSQL: two at a time, on two cores too.
    maxWorkers: 2,
  },
});
