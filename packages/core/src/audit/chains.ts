import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ProvinceTables } from '../tenancy/province-tables.ts';
import type { RegistryTables } from '../tenancy/registry-tables.ts';
import { beginning, type ChainedRow, type Head } from './verify-chain.ts';

type Select = (columns: RawBuilder<unknown>, rest: RawBuilder<unknown>) => RawBuilder<ChainedRow>;

/** A table whose rows are chained, as it is read back: only with what PostgreSQL brings, with no function of the database itself. */
export interface Chain {
  /** How anchors name it: `province:<id>` or `registry`. */
  readonly name: string;
  rows(after: number): AsyncGenerator<ChainedRow>;
  head(): Promise<Head>;
  /** The furthest position that somebody has read: a shorter chain has been cut. */
  read(): Promise<number>;
}

const page = 5_000;

/** The event log of a province. */
export function eventChain(province: string, db: Kysely<ProvinceTables>): Chain {
  const text = sql`jsonb_build_array(id, position, plugin, type, subject, extract(epoch from at), actor_kind, actor_id, agency, data)::text`;
  return {
    ...chain(`province:${province}`, db, (columns, rest) => sql`select ${columns}, ${text} as text from core.events ${rest}`),
    read: async () => Math.max(0, ...(await db.selectFrom('core.projections').select('position').execute()).map(({ position }) => position)),
  };
}

/** What operators of the platform did. */
export function actChain(db: Kysely<RegistryTables>): Chain {
  const text = sql`jsonb_build_array(id, position, type, actor, province, extract(epoch from at), data)::text`;
  return { ...chain('registry', db, (columns, rest) => sql`select ${columns}, ${text} as text from registry.acts ${rest}`), read: async () => 0 };
}

function chain<Tables>(name: string, db: Kysely<Tables>, select: Select): Omit<Chain, 'read'> {
  const columns = sql`id, position, coalesce(encode(link, 'hex'), '') as link`;
  return {
    name,
    async *rows(after) {
      for (let last = after; ; ) {
        const { rows } = await select(columns, sql`where position > ${last} order by position limit ${sql.lit(page)}`).execute(db);
        yield* rows;
        if (rows.length < page) return;
        last = rows.at(-1)!.position;
      }
    },
    async head() {
      const { rows } = await select(columns, sql`where position is not null order by position desc limit 1`).execute(db);
      return rows[0] === undefined ? beginning : { position: rows[0].position, link: rows[0].link };
    },
  };
}
