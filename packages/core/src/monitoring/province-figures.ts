import type { Kernel } from '../kernel.ts';
import { inTurns } from '../tenancy/in-turns.ts';
import { type DatabaseUsage, databaseUsage } from '../tenancy/usage.ts';
import { inTime } from './in-time.ts';

/** What each active province uses; null where its database does not answer. */
export type ProvinceFigures = ReadonlyMap<string, DatabaseUsage | null>;

// Counting files and sizes is work for the database: however often metrics are asked for, it is done once a minute.
const freshMs = 60_000;
const atOnce = 4;

/** Reads the figures of all provinces when asked and they are no longer fresh. Who does not answer in time is shown as it was the last time. */
export function provinceFigures(kernel: Kernel): () => Promise<ProvinceFigures> {
  const known = new Map<string, DatabaseUsage | null>();
  let readAt = -Infinity;
  let reading: Promise<void> | undefined;

  async function read(): Promise<void> {
    readAt = performance.now();
    const active = kernel.registry.provinces().filter(({ state }) => state === 'active');
    for (const id of known.keys()) if (!active.some((province) => province.id === id)) known.delete(id);
    await inTurns(active, atOnce, async (province) => {
      known.set(province.id, await databaseUsage(kernel, province).catch(() => null));
    });
  }

  return async () => {
    if (performance.now() - readAt > freshMs) reading ??= read().finally(() => void (reading = undefined));
    if (reading !== undefined) await inTime(reading);
    return known;
  };
}
