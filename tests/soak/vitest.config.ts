import { defineConfig } from 'vitest/config';

/** `npm run test:soak`: longer than the ordinary tests, with a step of its own in CI. */
export default defineConfig({
  test: {
    include: ['soak/*.test.ts'],
    globalSetup: '@tinhthong/core/testing/setup',
    hookTimeout: 120_000,
    pool: 'forks',
  },
});
