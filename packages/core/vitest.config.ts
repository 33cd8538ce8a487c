import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: './src/kit/vitest-global-setup.ts',
    hookTimeout: 60_000,
    testTimeout: 30_000,
    pool: 'forks',
    // Starting a process for each file and importing the core there takes half as long again as the tests. What a file
    // leaves behind (fake timers, spies) it has to take away itself.
    isolate: false,
    // Much of it waits for PostgreSQL: two at a time, on two cores too.
    maxWorkers: 2,
  },
});
