import type { Bus } from '../database/bus.ts';
import type { ProvinceDatabase } from '../tenancy/province-pools.ts';

export type EmbedRefusal = 'unknown-key' | 'revoked' | 'origin-not-valid' | 'origin-not-listed';

export interface EmbedKeys {
  /** Why the key does not open anything to a page of this origin; `null` stands for no foreign page at all. */
  refusal(province: string, database: ProvinceDatabase, key: string, origin: string | null): Promise<EmbedRefusal | undefined>;
  /** The origins whose pages may frame or call what the key opens; none for a key that opens nothing. */
  originsOf(province: string, database: ProvinceDatabase, key: string): Promise<readonly string[]>;
}

interface EmbedKey {
  readonly origins: ReadonlySet<string>;
  readonly revoked: boolean;
}

const rememberMs = 15_000;

/** A province has a handful of embed keys: all of them are remembered, until anything about access changes there. */
export function embedKeys(bus: Bus): EmbedKeys {
  const remembered = new Map<string, { readonly keys: ReadonlyMap<string, EmbedKey>; readonly until: number }>();
  bus.on('access', ({ province }) => void remembered.delete(province));
  bus.onGap(() => remembered.clear());

  async function keysOf(province: string, { db }: ProvinceDatabase): Promise<ReadonlyMap<string, EmbedKey>> {
    const known = remembered.get(province);
    if (known !== undefined && known.until > Date.now()) return known.keys;
    const rows = await db.selectFrom('core.embed_keys').select(['key', 'origins', 'revoked_at']).execute();
    const keys = new Map(rows.map(({ key, origins, revoked_at }) => [key, { origins: new Set(origins), revoked: revoked_at !== null }]));
    remembered.set(province, { keys, until: Date.now() + rememberMs });
    return keys;
  }

  return {
    async refusal(province, database, key, origin) {
      const known = (await keysOf(province, database)).get(key);
      if (known === undefined) return 'unknown-key';
      if (known.revoked) return 'revoked';
      if (origin === null || known.origins.has(origin)) return undefined;
      return URL.canParse(origin) ? 'origin-not-listed' : 'origin-not-valid';
    },
    async originsOf(province, database, key) {
      const known = (await keysOf(province, database)).get(key);
      return known === undefined || known.revoked ? [] : [...known.origins];
    },
  };
}

/** Scheme, host and port as browsers send them, of a website with TLS; without it only on the machine of whoever tries. */
export function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, protocol, hostname } = new URL(text);
  return origin === text && !hostname.includes('*') && (protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.0\.0\.1|[a-z0-9-]+\.localhost)$/.test(hostname)));
}
