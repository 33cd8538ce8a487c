import type { Kysely } from 'kysely';
import type { Channel, Message } from '../plugin/plugin.ts';
import type { ProvinceTables } from '../tenancy/province-tables.ts';
import { type QuietHours, usualQuietHours } from './quiet-hours.ts';

/** Whether and how somebody wants a kind of message on a channel. */
export const choices = ['on', 'off', 'hourly', 'daily'] as const;
export type Choice = (typeof choices)[number];

/** `plugin/kind` → channel → choice; what is not there is as the plugin declares it. */
export type Choices = Readonly<Record<string, Readonly<Partial<Record<Channel, Choice>>>>>;

export interface Preferences {
  readonly language: 'vi' | 'en';
  readonly quiet: QuietHours;
  readonly choices: Choices;
}

export const usualPreferences: Preferences = { language: 'vi', quiet: usualQuietHours, choices: {} };

/** How a message goes to somebody on a channel. What is urgent is never put together with others. */
export function choiceOf(kind: string, { urgent, digest }: Message, channel: Channel, preferences: Preferences): Choice {
  const choice = preferences.choices[kind]?.[channel] ?? digest ?? 'on';
  return urgent && choice !== 'off' ? 'on' : choice;
}

type Db = Kysely<ProvinceTables>;

export async function preferencesOf(db: Db, account: string): Promise<Preferences> {
  const row = await db.selectFrom('core.preferences').selectAll().where('account', '=', account).executeTakeFirst();
  if (row === undefined) return usualPreferences;
  return { language: row.language, quiet: { from: row.quiet_from.slice(0, 5), until: row.quiet_until.slice(0, 5) }, choices: row.choices };
}

export async function keepPreferences(db: Db, account: string, { language, quiet, choices }: Preferences): Promise<void> {
  const row = { language, quiet_from: quiet.from, quiet_until: quiet.until, choices: JSON.stringify(choices) };
  await db.insertInto('core.preferences').values({ account, ...row }).onConflict((oc) => oc.column('account').doUpdateSet(row)).execute();
}
