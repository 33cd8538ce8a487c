import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,ui,test}/**/*.test.ts'],
    globalSetup: '@tinhthong/core/testing/setup',
    hookTimeout: 60_000,
    testTimeout: 30_000,
    pool: 'forks',
  },
});
