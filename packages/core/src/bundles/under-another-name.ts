import { type Kysely, sql } from 'kysely';
import type { OpenKernel } from '../create-kernel.ts';
import { open, seal } from '../secrets/envelope.ts';
import { provinceColumns } from '../secrets/sealed-columns.ts';
import { asOwner } from '../tenancy/as-owner.ts';
import type { ProvinceTables } from '../tenancy/province-tables.ts';
import type { Province } from '../tenancy/registry.ts';

interface Names {
  readonly from: string;
  readonly to: string;
}

/**
 * Makes a copy a province of its own. What is sealed names its province, so it is sealed again; programs and websites
 * that hold keys of the original have none here, webhooks are off, and nobody is told anything until a channel is switched on.
 */
export async function underAnotherName(kernel: OpenKernel, province: Province, names: Names): Promise<void> {
  const onError = (error: Error) => kernel.log.warn({ province: province.id, err: error }, 'restore connection');
  await asOwner(kernel.registry, province, { onError }, (owner) =>
    owner.transaction().execute(async (trx) => {
      await letGo(trx as Kysely<ProvinceTables>, kernel.now());
      await sealFor(trx, province, names);
    }),
  );
}

/** What others hold of the original, and what the original sends to others. */
async function letGo(db: Kysely<ProvinceTables>, at: Date): Promise<void> {
  await db.updateTable('core.api_keys').set({ revoked_at: at }).where('revoked_at', 'is', null).execute();
  await db.updateTable('core.embed_keys').set({ revoked_at: at }).where('revoked_at', 'is', null).execute();
  await db.updateTable('core.operator_visits').set({ ends_at: at }).where('ends_at', '>', at).execute();
  await sql`
    insert into core.channels (channel, "on", config, changed_at) select channel, false, '{}', ${at} from unnest(array['email', 'push', 'sms', 'chat']) as channel
    on conflict (channel) do update set "on" = false
  `.execute(db);
  await db.updateTable('core.webhooks').set({ state: 'off' }).where('state', '=', 'on').execute();
}

async function sealFor(db: Kysely<unknown>, { dataKeys }: Province, { from, to }: Names): Promise<void> {
  const places = provinceColumns(to);
  for (const [i, { table, column, place }] of provinceColumns(from).entries()) {
    const [into, value, next] = [sql.table(table), sql.ref(column), places[i]!.place];
    const { rows } = await sql<{ from: string; to: string; value: Buffer }>`select ${place} as "from", ${next} as "to", ${value} as value from ${into}`.execute(db);
    for (const row of rows) {
      const fresh = seal(dataKeys, row.to, open(dataKeys, row.from, row.value));
      await sql`update ${into} set ${value} = ${fresh} where ${next} = ${row.to}`.execute(db);
    }
  }
}
