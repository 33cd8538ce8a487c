import { type Kysely, sql } from 'kysely';
import { Problem } from '../plugin/problem.ts';
import type { ProvinceTables } from '../tenancy/province-tables.ts';
import type { Province } from '../tenancy/registry.ts';

// So long a node goes by what it knows: adding up a million files at each upload would cost more than the upload.
const freshMs = 60_000;

interface Known {
  readonly at: number;
  bytes: number;
}

/** Refuses uploads of a province that has used up its storage; what other nodes stored is noticed within a minute. */
export function storageQuota(now: () => Date) {
  const known = new Map<string, Known>();
  async function usedBy(province: Province, db: Kysely<ProvinceTables>): Promise<Known> {
    let used = known.get(province.id);
    if (used === undefined || now().getTime() - used.at > freshMs) {
      const { rows } = await sql<{ bytes: number }>`select coalesce(sum(size), 0)::bigint as bytes from core.files`.execute(db);
      known.set(province.id, (used = { at: now().getTime(), bytes: rows[0]!.bytes }));
    }
    return used;
  }

  return {
    /** For what is about to arrive in pieces. @throws Problem 507 where it would be too much */
    async check(province: Province, db: Kysely<ProvinceTables>, size: number): Promise<void> {
      if ((await usedBy(province, db)).bytes + size > province.quota.storageBytes) throw storageFull();
    },
    /** Counts what is about to be stored. @throws Problem 507 where it would be too much */
    async take(province: Province, db: Kysely<ProvinceTables>, size: number): Promise<void> {
      const used = await usedBy(province, db);
      if (used.bytes + size > province.quota.storageBytes) throw storageFull();
      used.bytes += size;
    },
  };
}

function storageFull(): Problem {
  return new Problem(507, 'storage-full', {
    vi: 'Kho tệp của tỉnh đã đầy; vẫn có thể gửi phản ánh không kèm ảnh.',
    en: 'The storage of the province is full; reports without pictures still work.',
  });
}
