import type { Kysely } from 'kysely';
import type { RegistryTables } from './registry-tables.ts';

export interface MigrationRun {
  readonly province: string;
  /** `core`, or a plugin's id. */
  readonly module: string;
  readonly status: 'running' | 'done' | 'failed';
  readonly version?: string;
  readonly error?: string;
}

/** Notes how an attempt to migrate a module of a province stands; the last one is kept. */
export async function recordRun(db: Kysely<RegistryTables>, { province, module, status, version, error }: MigrationRun): Promise<void> {
  const state = { status, error: error ?? null, finished_at: status === 'running' ? null : new Date(), ...(version !== undefined && { version }) };
  await db
    .insertInto('registry.migration_runs')
    .values({ province, module, version: null, ...state })
    .onConflict((oc) => oc.columns(['province', 'module']).doUpdateSet({ ...state, ...(status === 'running' && { started_at: new Date() }) }))
    .execute();
}
