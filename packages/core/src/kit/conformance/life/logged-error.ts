import type { TestWorld } from '../../test-world.ts';

/** What the log says of a request that failed: its sender was told no more than a number. */
export function loggedError({ logged }: TestWorld, request: string | undefined): string {
  const line = logged.find((one) => one['request'] === request && one['err'] !== undefined) as { err?: { type?: string; message?: string } } | undefined;
  return [line?.err?.type, line?.err?.message].filter(Boolean).join(': ');
}
