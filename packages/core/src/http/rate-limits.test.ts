import { afterEach, expect, test, vi } from 'vitest';
import { Problem } from '../plugin/problem.ts';
import { rateLimits } from './rate-limits.ts';

afterEach(() => vi.useRealTimers());

const alone = { factor: 1, redis: undefined };

test('each address has its own number of requests a minute, and is told how long to wait', async () => {
  vi.useFakeTimers();
  const limit = rateLimits(alone)('requests', 3);
  for (let i = 0; i < 3; i += 1) await limit('a');
  const refusal = await limit('a').catch((problem: unknown) => problem);
  expect(refusal).toBeInstanceOf(Problem);
  expect(refusal).toMatchObject({ status: 429, headers: { 'retry-after': '60' } });
  await expect(limit('b')).resolves.toBeUndefined();
  vi.advanceTimersByTime(60_000);
  await expect(limit('a')).resolves.toBeUndefined();
});

test('a limit of one name is one limit, wherever it is asked for: a page and the API count together', async () => {
  const limits = rateLimits(alone);
  await limits('sign-in', 1)('a');
  await expect(limits('sign-in', 1)('a')).rejects.toThrow(Problem);
  await expect(limits('another', 1)('a')).resolves.toBeUndefined();
});
