import { z } from 'zod';
import type { Kernel } from '../../kernel.ts';
import { channelNames } from '../../notify/channels.ts';
import { choices } from '../../notify/preferences.ts';
import { changeWishes, quietHours, wishes, wishesOf } from '../../notify/wishes.ts';
import { ok, type Route } from '../../plugin/route.ts';
import { type CoreContext, route, text } from './core-route.ts';
import { ownAccount } from './own-account.ts';

const preferences = z
  .object({
    language: z.enum(['vi', 'en']),
    quiet: quietHours,
    items: z.array(z.object({ kind: z.string(), title: text, urgent: z.boolean(), channels: z.array(z.object({ channel: z.enum(channelNames), choice: z.enum(choices) })) })),
  })
  .meta({ id: 'Preferences' });

/** What somebody wants to be told, how and when. */
export function preferenceRoutes(kernel: () => Kernel): Route[] {
  const shown = (ctx: CoreContext) => wishesOf(kernel(), ctx.tenant.id, ctx.db, ownAccount(ctx));

  return [
    route({
      method: 'get',
      path: '/me/preferences',
      access: 'signed-in',
      summary: { vi: 'Tôi muốn được báo tin gì, khi nào, qua đâu', en: 'What I want to be told, when and how' },
      answers: { 200: { description: 'Lựa chọn / the choices', schema: preferences } },
      handle: async (ctx) => ok(await shown(ctx)),
    }),
    route({
      method: 'put',
      path: '/me/preferences',
      access: 'signed-in',
      summary: { vi: 'Chọn tin muốn nhận; điều không nêu giữ nguyên', en: 'Choose what to be told; what is left out stays' },
      body: wishes,
      answers: { 200: { description: 'Lựa chọn / the choices', schema: preferences } },
      handle: async (ctx, { body }) => {
        const account = ownAccount(ctx);
        await ctx.change(async (trx) => {
          await changeWishes(trx, account, body);
          return null;
        });
        return ok(await shown(ctx));
      },
    }),
  ];
}
