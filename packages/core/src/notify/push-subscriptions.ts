import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import webpush from 'web-push';
import { z } from 'zod';
import { keyFor, mac, open, seal } from '../secrets/envelope.ts';
import { keepSecret, placeOf } from '../secrets/module-secrets.ts';
import type { ProvinceTables } from '../tenancy/province-tables.ts';
import type { Province } from '../tenancy/registry.ts';

type Db = Kysely<ProvinceTables>;

const base64Url = (bytes: number) => z.string().max(200).refine((text) => /^[\w-]+={0,2}$/.test(text) && Buffer.from(text, 'base64url').length === bytes, { error: `${bytes} byte, base64url` });

/** As browsers give it (`PushSubscription.toJSON()`). */
export const pushSubscription = z.object({
  endpoint: z.url({ protocol: /^https?$/ }).max(1_000).meta({ example: 'https://push.example.net/send/abc' }),
  keys: z.object({
    p256dh: base64Url(65).meta({ type: 'string', description: 'Khóa công khai P-256, 65 byte / P-256 public key' }),
    auth: base64Url(16).meta({ type: 'string', description: '16 byte' }),
  }),
});
export type PushSubscription = z.output<typeof pushSubscription>;

export const mostSubscriptions = 10;

const placeOfSubscription = (province: Province, id: string) => `${province.id}|push_subscriptions|subscription|${id}`;
const hashOf = (province: Province, endpoint: string) => mac(keyFor(province.dataKey, 'push-endpoints'), endpoint);

/** One browser belongs to whoever subscribed in it last; of an account's browsers the newest ten stay. */
export async function subscribe(db: Db, province: Province, account: string, { endpoint, keys }: PushSubscription, at: Date): Promise<string> {
  const id = randomUUID();
  const subscription = seal(province.dataKeys, placeOfSubscription(province, id), Buffer.from(JSON.stringify({ endpoint, keys })));
  const hash = hashOf(province, endpoint);
  await db.deleteFrom('core.push_subscriptions').where('endpoint', '=', hash).execute();
  await db.insertInto('core.push_subscriptions').values({ id, account, subscription, endpoint: hash, created_at: at }).execute();
  const kept = db.selectFrom('core.push_subscriptions').select('id').where('account', '=', account).orderBy('created_at', 'desc').limit(mostSubscriptions);
  await db.deleteFrom('core.push_subscriptions').where('account', '=', account).where('id', 'not in', kept).execute();
  return id;
}

export async function subscriptionsOf(db: Db, province: Province, account: string): Promise<(PushSubscription & { readonly id: string })[]> {
  const rows = await db.selectFrom('core.push_subscriptions').select(['id', 'subscription']).where('account', '=', account).orderBy('created_at').execute();
  return rows.map(({ id, subscription }) => ({ id, ...(JSON.parse(open(province.dataKeys, placeOfSubscription(province, id), subscription).toString()) as PushSubscription) }));
}

interface PushKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

const core = { id: 'core' };
const keysName = 'push-keys';

/** What push services know the province by (VAPID, RFC 8292). Made when they are first asked for; sealed among `core.secrets`. */
export async function pushKeys(db: Db, province: Province): Promise<PushKeys> {
  const known = await readKeys(db, province);
  if (known !== undefined) return known;
  await db.transaction().execute(async (trx) => {
    // Of two that ask for the first time at once, one makes them.
    await sql`select pg_advisory_xact_lock(hashtext('core.push-keys'))`.execute(trx);
    if ((await readKeys(trx, province)) === undefined) await keepSecret(trx, province, core, keysName, JSON.stringify(webpush.generateVAPIDKeys()));
  });
  return (await readKeys(db, province))!;
}

async function readKeys(db: Db, province: Province): Promise<PushKeys | undefined> {
  const row = await db.selectFrom('core.secrets').select('value').where('plugin', '=', core.id).where('name', '=', keysName).executeTakeFirst();
  return row && (JSON.parse(open(province.dataKeys, placeOf(province, core, keysName), row.value).toString()) as PushKeys);
}
