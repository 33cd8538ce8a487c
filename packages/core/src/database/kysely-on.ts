import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';

export function kyselyOn<DB>(pool: pg.Pool): Kysely<DB> {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}
