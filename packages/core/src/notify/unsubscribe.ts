import { timingSafeEqual } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { keyFor, mac } from '../secrets/envelope.ts';
import type { Channel } from '../plugin/plugin.ts';
import { Problem } from '../plugin/problem.ts';
import type { ProvinceTables } from '../tenancy/province-tables.ts';
import type { Province } from '../tenancy/registry.ts';
import { keepPreferences, preferencesOf } from './preferences.ts';

const path = '/ngung-nhan';
const macBytes = 16;

const macOf = (province: Province, send: string) => mac(keyFor(province.dataKey, 'unsubscribe'), send).subarray(0, macBytes);

/** Names the sending alone; whom it went to stays inside. */
export function unsubscribeLink(province: Province, url: string, send: string): string {
  return `${url}${path}?ma=${send}.${macOf(province, send).toString('base64url')}`;
}

/** What a link ends: a kind of message on a channel for an account, everything about a subject for who has none. */
export interface Unwanted {
  readonly account: string | null;
  readonly subject: string | null;
  readonly plugin: string;
  readonly kind: string;
  readonly channel: Channel;
}

/** @throws Problem 410 for what no mail of this province holds, or what it belongs to is gone */
export async function readUnsubscribe(db: Kysely<ProvinceTables>, province: Province, token: string): Promise<Unwanted> {
  const [, send = '', given = ''] = /^([0-9a-f-]{36})\.([\w-]{22})$/.exec(token) ?? [];
  const [expected, actual] = [macOf(province, send), Buffer.from(given, 'base64url')];
  if (actual.length !== macBytes || !timingSafeEqual(actual, expected)) throw linkOver();
  const row = await db
    .selectFrom('core.sends as send')
    .innerJoin('core.messages as message', 'message.id', 'send.message')
    .select(['send.account', 'message.subject', 'message.plugin', 'message.kind', 'send.channel'])
    .where('send.id', '=', send)
    .executeTakeFirst();
  if (row === undefined) throw linkOver();
  return row;
}

/** Pressed twice it is the same as once. */
export async function unsubscribe(db: Kysely<ProvinceTables>, { account, subject, plugin, kind, channel }: Unwanted, at: Date): Promise<void> {
  if (account === null) {
    await db.insertInto('core.unsubscribed').values({ plugin, subject: subject!, channel, at }).onConflict((oc) => oc.doNothing()).execute();
    return;
  }
  await sql`select 1 from identity."user" where id = ${account} for update`.execute(db);
  const before = await preferencesOf(db, account);
  const name = `${plugin}/${kind}`;
  await keepPreferences(db, account, { ...before, choices: { ...before.choices, [name]: { ...before.choices[name], [channel]: 'off' } } });
}

function linkOver(): Problem {
  return new Problem(
    410,
    'link-over',
    { vi: 'Liên kết này không còn dùng được.', en: 'This link does not work any more.' },
    { detail: { vi: 'Người có tài khoản chọn tin muốn nhận ở /tai-khoan/bao-tin.', en: 'With an account, choose what to be told at /tai-khoan/bao-tin.' } },
  );
}
