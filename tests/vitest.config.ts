import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['*/**/*.test.ts'],
    exclude: ['soak/**', '**/node_modules/**'],
    globalSetup: '@tinhthong/core/testing/setup',
    // Two provinces full of data, three files at a time.
    hookTimeout: 120_000,
    testTimeout: 30_000,
    pool: 'forks',
    // Much of it waits for processes and time-outs: three at a time, on two cores too.
    maxWorkers: 3,
  },
});
