import { afterEach } from 'vitest';
import { testSeed } from './seeded-random.ts';
import type { Deployment } from './start-deployment.ts';

const mostCharacters = 5_000;

/**
 * Shows after a failed test the end of what the servers wrote, and the seed that repeats it. After-hooks run from the
 * last one to the first, so where one of them ends the deployment this stands below it.
 */
export function showLogOnFailure(deployment: () => Deployment | undefined): void {
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    console.log(`TEST_SEED=${testSeed}\n${(await deployment()?.log())?.slice(-mostCharacters) ?? ''}`);
  });
}
