import type { ProvinceDatabase } from '../../tenancy/province-pools.ts';
import type { Province } from '../../tenancy/registry.ts';
import { type CommuneFinder, communeFinder } from './commune-finder.ts';
import { boundariesOn, readShapes } from './stored-boundaries.ts';

interface Known {
  readonly version: number | null;
  /** ISO date on which another version takes its place. */
  readonly until: string | null;
  readonly find: CommuneFinder;
}

/** The boundaries in force today, of each province whose places have been asked for. */
export interface BoundaryMemory {
  finder(province: Province, database: ProvinceDatabase): Promise<CommuneFinder>;
  /** Something in the province has changed: whether its boundaries have is looked up at the next use. */
  doubt(province: string): void;
}

export function createBoundaryMemory(now: () => Date): BoundaryMemory {
  const known = new Map<string, Known>();
  const doubted = new Set<string>();
  const loading = new Map<string, Promise<Known>>();

  async function load(id: string, { db }: ProvinceDatabase, day: string): Promise<Known> {
    // Before reading: a change that comes in meanwhile is doubted again.
    doubted.delete(id);
    try {
      const { version, until } = await boundariesOn(db, day);
      const before = known.get(id);
      const find = before?.version === version ? before.find : communeFinder(version === null ? [] : await readShapes(db, version));
      const found = { version, until, find };
      known.set(id, found);
      return found;
    } catch (error) {
      doubted.add(id);
      throw error;
    }
  }

  return {
    async finder({ id }, database) {
      const day = dayInVietnam(now());
      const found = known.get(id);
      if (found !== undefined && !doubted.has(id) && (found.until === null || day < found.until)) return found.find;
      let running = loading.get(id);
      if (running === undefined) {
        running = load(id, database, day).finally(() => loading.delete(id));
        loading.set(id, running);
      }
      return (await running).find;
    },
    doubt: (province) => void doubted.add(province),
  };
}

const vietnamMs = 7 * 3_600_000;

/** ISO date of an instant in Vietnam. */
export function dayInVietnam(at: Date): string {
  return new Date(at.getTime() + vietnamMs).toISOString().slice(0, 10);
}
