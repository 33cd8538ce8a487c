import type { Kysely } from 'kysely';
import type { RegistryTables } from './registry-tables.ts';

/** Something that an operator of the platform did, or that the platform did by itself. */
export interface Act {
  /** `resource.past-tense`, as events are named. */
  readonly type: string;
  /** Account id of an operator; `cli:<user of the machine>`; or `system`. */
  readonly actor: string;
  readonly province?: string;
  /** Ids and states, never personal data or secrets. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Records an act for the auditors, in the transaction that does it where there is one. */
export async function recordAct(db: Kysely<RegistryTables>, { type, actor, province, data = {} }: Act): Promise<void> {
  await db
    .insertInto('registry.acts')
    .values({ type, actor, province: province ?? null, data: JSON.stringify(data) })
    .execute();
}
