import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Kernel } from '../kernel.ts';
import type { Channel } from '../plugin/plugin.ts';
import type { Text } from '../plugin/text.ts';
import type { ProvinceTables } from '../tenancy/province-tables.ts';
import { channelNames } from './channels.ts';
import { type Choice, choiceOf, choices, keepPreferences, type Preferences, preferencesOf } from './preferences.ts';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/).meta({ example: '21:00' });
const kind = z.string().max(100).regex(/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/).meta({ example: 'field-reports/report-answered' });

export const quietHours = z
  .strictObject({ from: clock, until: clock })
  .meta({ id: 'QuietHours', description: 'Giờ Việt Nam; bằng nhau: không có giờ yên lặng / Vietnam’s time; equal: none' });

/** What somebody changes of what they want to be told. */
export const wishes = z.strictObject({
  language: z.enum(['vi', 'en']).optional(),
  quiet: quietHours.optional(),
  items: z.array(z.strictObject({ kind, channel: z.enum(channelNames), choice: z.enum(choices) })).max(200).default([]),
});

export interface Wish {
  readonly kind: string;
  readonly title: Text;
  readonly urgent: boolean;
  readonly channels: readonly { readonly channel: Channel; readonly choice: Choice }[];
}

type Db = Kysely<ProvinceTables>;

/** Every kind of message of the modules that are on, and how the account wants it. */
export async function wishesOf(kernel: Kernel, provinceId: string, db: Db, account: string): Promise<Omit<Preferences, 'choices'> & { readonly items: readonly Wish[] }> {
  const own = await preferencesOf(db, account);
  const items = kernel.modulesOn(kernel.registry.byId(provinceId)!).flatMap((plugin) =>
    Object.entries(plugin.messages ?? {}).map(([name, message]) => {
      const kind = `${plugin.id}/${name}`;
      const channels = message.channels.map((channel) => ({ channel, choice: choiceOf(kind, message, channel, own) }));
      return { kind, title: message.title, urgent: message.urgent ?? false, channels };
    }),
  );
  return { language: own.language, quiet: own.quiet, items };
}

export async function changeWishes(trx: Db, account: string, { language, quiet, items }: z.output<typeof wishes>): Promise<void> {
  // Two pages that save at once would each keep what the other has not seen yet.
  await trx.selectFrom('identity.user').select('id').where('id', '=', account).forUpdate().execute();
  const before = await preferencesOf(trx, account);
  const chosen = { ...before.choices };
  for (const { kind, channel, choice } of items) chosen[kind] = { ...chosen[kind], [channel]: choice };
  await keepPreferences(trx, account, { language: language ?? before.language, quiet: quiet ?? before.quiet, choices: chosen });
}
