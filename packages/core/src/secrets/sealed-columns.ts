import { type Kysely, type RawBuilder, sql } from 'kysely';
import { isSealedWith, type Keys, open, seal } from './envelope.ts';

/** A column whose values are sealed, and the place that each of its rows is sealed for. */
interface SealedColumn {
  readonly table: string;
  readonly column: string;
  readonly place: RawBuilder<string>;
}

/** Under what, and for whom, values are sealed. */
export interface Sealing {
  readonly keys: Keys;
  readonly columns: readonly SealedColumn[];
}

/** All that is sealed with the data keys of a province, in its database. Whoever seals in another column adds it here. */
export function provinceColumns(province: string): SealedColumn[] {
  return [
    { table: 'core.secrets', column: 'value', place: sql`${province} || '|core.secrets|value|' || plugin || '|' || name` },
    { table: 'core.sign_in_providers', column: 'client_secret', place: sql`${province} || '|sign_in_providers|client_secret|' || id` },
    { table: 'core.push_subscriptions', column: 'subscription', place: sql`${province} || '|push_subscriptions|subscription|' || id` },
    { table: 'identity.second_factors', column: 'secret', place: sql`${province} || '|second_factors|secret|' || account` },
  ];
}

/** All that is sealed with the master key, in the control database; first what a node needs to serve. */
export const registryColumns: readonly SealedColumn[] = [
  { table: 'registry.provinces', column: 'login_password', place: sql`'registry|provinces|login_password|' || id` },
  { table: 'registry.provinces', column: 'data_key', place: sql`'registry|provinces|data_key|' || id` },
  { table: 'registry.data_keys', column: 'key', place: sql`'registry|data_keys|key|' || province || '|' || version` },
  { table: 'registry.servers', column: 'admin_url', place: sql`'registry|servers|admin_url|' || id` },
  { table: 'registry.signing_keys', column: 'secret', place: sql`'registry|signing_keys|secret|' || purpose` },
  {
    table: 'identity.second_factors',
    column: 'secret',
    place: sql`(select site from registry.national_members as member where member.account = second_factors.account) || '|second_factors|secret|' || account`,
  },
];

/**
 * Seals anew whatever is not sealed with the newest key yet, one value after another, and answers how many. Each is a
 * step of its own: broken off, it goes on where it was. A value that somebody else changes meanwhile is left to them.
 *
 * @throws Error where a value does not open: nothing is replaced by something that could not be read
 */
export async function sealAnew<Tables>(db: Kysely<Tables>, { keys, columns }: Sealing, newest: Uint8Array, sealed: (place: string) => void = () => {}): Promise<number> {
  let count = 0;
  for (const { table, column, place } of columns) {
    const [into, value] = [sql.table(table), sql.ref(column)];
    const { rows } = await sql<{ place: string; value: Buffer }>`
      select ${place} as place, ${value} as value from ${into} where ${value} is not null order by 1
    `.execute(db);
    for (const row of rows) {
      if (isSealedWith(newest, row.value)) continue;
      const fresh = seal(newest, row.place, open(keys, row.place, row.value));
      const { numAffectedRows } = await sql`update ${into} set ${value} = ${fresh} where ${place} = ${row.place} and ${value} = ${row.value}`.execute(db);
      count += Number(numAffectedRows);
      sealed(row.place);
    }
  }
  return count;
}
