import { defineConfig } from 'vitest/config';

/** `npm run test:soak`: longer than the ordinary tests, with a step of its own in CI. */
export default defineConfig({
  test: {
    include: ['soak/*.test.ts', 'faults/kill-nine.test.ts'],
    env: { KILLS: '20' },
    // Each has the machine to itself.
    fileParallelism: false,
    globalSetup: '@tinhthong/core/testing/setup',
    hookTimeout: 120_000,
    pool: 'forks',
  },
});
