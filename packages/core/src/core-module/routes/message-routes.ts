import { sql } from 'kysely';
import { z } from 'zod';
import { channelNames } from '../../notify/channels.ts';
import { notFound } from '../../plugin/problem.ts';
import { ok, type Route } from '../../plugin/route.ts';
import { route, time } from './core-route.ts';

const states = ['held', 'gathered', 'waiting', 'sent', 'delivered', 'failed', 'dead', 'withheld'] as const;
const sending = z
  .object({
    id: z.uuid(),
    kind: z.string().meta({ example: 'field-reports/report-answered' }),
    channel: z.enum(channelNames),
    to: z.string().nullable().meta({ description: 'Địa chỉ đã che / the masked address', example: 'c***@v***.vn' }),
    state: z.enum(states),
    attempts: z.int(),
    error: z.string().nullable().meta({ example: 'smtp-451' }),
    dueAt: time.nullable(),
    sentAt: time.nullable(),
    deliveredAt: time.nullable(),
    createdAt: time,
  })
  .meta({ id: 'SentMessage' });

/** What was sent to people: when and with what success, never where to or in which words. */
export function messageRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/messages',
      access: 'channel:manage',
      query: z.strictObject({
        state: z.enum(states).optional(),
        channel: z.enum(channelNames).optional(),
        limit: z.coerce.number().int().min(1).max(100).default(50),
        cursor: z.string().max(400).optional(),
      }),
      summary: { vi: 'Tin gửi cho người dân và cán bộ, mới nhất trước', en: 'What was sent to people, newest first' },
      answers: { 200: { description: 'Một trang / a page', schema: z.object({ items: z.array(sending), next: z.string().nullable() }) } },
      handle: async (ctx, { query: { state, channel, limit, cursor } }) => {
        const purpose = `messages|${state ?? ''}|${channel ?? ''}`;
        let rows = ctx.db
          .selectFrom('core.sends as send')
          .innerJoin('core.messages as message', 'message.id', 'send.message')
          .select((eb) => [
            'send.id', 'send.channel', 'send.masked as to', 'send.state', 'send.attempts', 'send.error', 'send.sent_at as sentAt', 'send.delivered_at as deliveredAt', 'send.created_at as createdAt',
            sql<string>`${eb.ref('message.plugin')} || '/' || ${eb.ref('message.kind')}`.as('kind'),
            sql<Date | null>`case when ${eb.ref('send.state')} in ('held', 'waiting') then ${eb.ref('send.due_at')} end`.as('dueAt'),
          ])
          .orderBy('send.created_at', 'desc')
          .orderBy('send.id', 'desc')
          .limit(limit + 1);
        if (state !== undefined) rows = rows.where('send.state', '=', state);
        if (channel !== undefined) rows = rows.where('send.channel', '=', channel);
        if (cursor !== undefined) {
          const [at, id] = ctx.cursors.open(purpose, cursor);
          rows = rows.where(sql<boolean>`(send.created_at, send.id) < (${at}::timestamptz, ${id}::uuid)`);
        }
        const found = await rows.execute();
        const last = found.length > limit ? found[limit - 1] : undefined;
        return ok({ items: found.slice(0, limit), next: last === undefined ? null : ctx.cursors.seal(purpose, [last.createdAt.toISOString(), last.id]) });
      },
    }),
    route({
      method: 'post',
      path: '/messages/{id}/resend',
      access: 'channel:manage',
      params: z.strictObject({ id: z.uuid() }),
      summary: { vi: 'Gửi lại một tin đã thử hết số lần', en: 'Send a message again that was tried in vain' },
      answers: { 204: { description: 'Sẽ gửi lại / will be sent again' } },
      handle: async (ctx, { params: { id } }) => {
        await ctx.change(async (trx) => {
          const { numUpdatedRows } = await trx
            .updateTable('core.sends')
            .set({ state: 'waiting', attempts: 0, error: null, due_at: ctx.now() })
            .where('id', '=', id)
            .where('state', '=', 'dead')
            .where('lead', 'is', null)
            .executeTakeFirstOrThrow();
          if (numUpdatedRows === 0n) throw notFound({ vi: 'tin đã dừng', en: 'Dead message' });
          ctx.enqueue(trx, 'send-message', { send: id });
          ctx.publish(trx, 'message.resent', { subject: id, data: { message: id } });
          return null;
        });
        return { status: 204 };
      },
    }),
  ];
}
