import { type Kysely, sql } from 'kysely';
import { onSharedCatalog } from './on-shared-catalog.ts';

/** By default every role of a PostgreSQL server may connect to every database on it. */
export async function closeToStrangers(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ datname: string }>`
    select datname from pg_database
    where pg_has_role(current_user, datdba, 'member')
      and (has_database_privilege('public', oid, 'connect') or has_database_privilege('public', oid, 'temporary'))
  `.execute(db);
  for (const { datname } of rows) {
    await onSharedCatalog(db, sql`revoke connect, temporary on database ${sql.id(datname)} from public`).catch((error: { code?: string }) => {
      // Dropped in the meantime.
      if (error.code !== '3D000') throw error;
    });
  }
}
