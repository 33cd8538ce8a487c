import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { pingEvent } from '../../events/webhooks/cloud-event.ts';
import { sendAgain } from '../../events/webhooks/deliveries.ts';
import { inForce, readSecrets } from '../../events/webhooks/secret.ts';
import { sendMessage } from '../../events/webhooks/send.ts';
import { messageId } from '../../events/webhooks/webhook.ts';
import type { Kernel } from '../../kernel.ts';
import { invalid, notFound } from '../../plugin/problem.ts';
import { ok, type Route } from '../../plugin/route.ts';
import { provinceOf } from '../../modules/province-of.ts';
import { type CoreContext, route, time } from './core-route.ts';
import { unknownWebhook, webhookId } from './webhook-routes.ts';

const outcome = {
  status: z.int().nullable().meta({ description: 'Mã HTTP của lần thử cuối / HTTP status of the last attempt' }),
  error: z.string().nullable().meta({ description: 'Vì sao chưa tới / why it did not arrive', example: 'timeout' }),
};
const delivery = z
  .object({
    id: z.int(),
    message: z.string().meta({ description: '`webhook-id`', example: 'evt_hue_1204' }),
    type: z.string().meta({ example: 'field-reports/report.submitted' }),
    subject: z.string(),
    state: z.enum(['waiting', 'delivered', 'given-up']),
    attempts: z.int(),
    ...outcome,
    nextAt: time.nullable(),
    deliveredAt: time.nullable(),
    createdAt: time,
  })
  .meta({ id: 'Delivery' });
const oldestDays = 30;

export function deliveryRoutes(kernel: () => Kernel): Route[] {
  const wake = (ctx: CoreContext) => kernel().registry.bus.send({ topic: 'deliveries', province: ctx.tenant.id });

  async function find(ctx: CoreContext, id: string) {
    const row = await ctx.db.selectFrom('core.webhooks').select(['id', 'url']).where('id', '=', id).executeTakeFirst();
    if (row === undefined) throw unknownWebhook();
    return row;
  }

  return [
    route({
      method: 'post',
      path: '/webhooks/{id}/ping',
      access: 'webhook:manage',
      perMinute: 20,
      params: webhookId,
      summary: { vi: 'Gửi thử một thông điệp ngay bây giờ', en: 'Send a trial message now' },
      answers: { 200: { description: 'Bên nhận trả lời thế nào / how the receiver answered', schema: z.object({ ...outcome, ms: z.int() }) } },
      handle: async (ctx, { params: { id } }) => {
        const { url } = await find(ctx, id);
        const province = provinceOf(kernel(), ctx);
        const [at, started] = [ctx.now(), performance.now()];
        const message = `evt_${province.id}_ping-${randomUUID()}`;
        const secrets = await readSecrets(ctx.db, province, id);
        const { status, error } = await sendMessage(kernel().outbound, url, { id: message, at, body: pingEvent(province.id, id, message, at) }, inForce(secrets, at));
        return ok({ status, error, ms: Math.round(performance.now() - started) });
      },
    }),
    route({
      method: 'get',
      path: '/webhooks/{id}/deliveries',
      access: 'webhook:manage',
      params: webhookId,
      query: z.strictObject({
        state: delivery.shape.state.optional(),
        limit: z.coerce.number().int().min(1).max(100).default(50),
        cursor: z.string().max(400).optional(),
      }),
      summary: { vi: 'Những gì đã và sẽ gửi đến webhook, mới nhất trước', en: 'What was and will be sent to the webhook, newest first' },
      answers: { 200: { description: 'Một trang / a page', schema: z.object({ items: z.array(delivery), next: z.string().nullable() }) } },
      handle: async (ctx, { params: { id }, query }) => {
        await find(ctx, id);
        const purpose = `deliveries|${id}|${query.state ?? ''}`;
        let rows = ctx.db
          .selectFrom('core.deliveries as delivery')
          .innerJoin('core.events as event', 'event.id', 'delivery.event_id')
          .select((eb) => [
            'delivery.id', 'event_id as event', 'subject', 'attempts', 'status', 'error', 'delivered_at as deliveredAt', 'delivery.created_at as createdAt',
            sql<string>`${eb.ref('plugin')} || '/' || ${eb.ref('type')}`.as('type'),
            sql<Date | null>`nullif(due_at, 'infinity')`.as('nextAt'),
            stateOf.as('state'),
          ])
          .where('webhook', '=', id)
          .orderBy('delivery.id', 'desc')
          .limit(query.limit + 1);
        if (query.state !== undefined) rows = rows.where(stateOf, '=', query.state);
        if (query.cursor !== undefined) rows = rows.where('delivery.id', '<', Number(ctx.cursors.open(purpose, query.cursor)[0]));
        const found = await rows.execute();
        const last = found.length > query.limit ? found[query.limit - 1] : undefined;
        return ok({
          items: found.slice(0, query.limit).map(({ event, ...item }) => ({ ...item, message: messageId(ctx.tenant.id, event) })),
          next: last === undefined ? null : ctx.cursors.seal(purpose, [last.id]),
        });
      },
    }),
    route({
      method: 'post',
      path: '/webhooks/{id}/deliveries/{delivery}/resend',
      access: 'webhook:manage',
      params: webhookId.extend({ delivery: z.coerce.number().int().positive() }),
      summary: { vi: 'Gửi lại một thông điệp, cùng mã', en: 'Send a message again, under its id' },
      answers: { 204: { description: 'Sẽ gửi lại / will be sent again' } },
      handle: async (ctx, { params }) => {
        await ctx.change(async (trx) => {
          if (!(await sendAgain(trx, params.id, params.delivery))) throw notFound({ vi: 'thông điệp', en: 'Delivery' });
          ctx.publish(trx, 'webhook.resent', { subject: params.id, data: { webhook: params.id, delivery: params.delivery } });
          return null;
        });
        wake(ctx);
        return { status: 204 };
      },
    }),
    route({
      method: 'post',
      path: '/webhooks/{id}/resend',
      access: 'webhook:manage',
      params: webhookId,
      body: z.strictObject({ since: z.iso.datetime({ offset: true }) }),
      summary: { vi: 'Gửi lại mọi sự kiện từ một lúc, kể cả khi webhook đang tắt lúc ấy', en: 'Send again all that happened since, also while the webhook was off' },
      answers: { 202: { description: 'Đang làm ở nền / under way in the background' } },
      handle: async (ctx, { params: { id }, body }) => {
        const [since, now] = [new Date(body.since), ctx.now()];
        if (since > now || now.getTime() - since.getTime() > oldestDays * 86_400_000) {
          throw invalid('body.since', { vi: `Trong ${oldestDays} ngày qua.`, en: `Within the last ${oldestDays} days.` });
        }
        await ctx.change(async (trx) => {
          const there = await trx.selectFrom('core.webhooks').select('id').where('id', '=', id).executeTakeFirst();
          if (there === undefined) throw unknownWebhook();
          ctx.enqueue(trx, 'resend-events', { webhook: id, since: since.toISOString() });
          ctx.publish(trx, 'webhook.resent', { subject: id, data: { webhook: id, since: since.toISOString() } });
          return null;
        });
        return { status: 202 };
      },
    }),
  ];
}

const stateOf = sql<'waiting' | 'delivered' | 'given-up'>`case when due_at < 'infinity' then 'waiting' when delivered_at is null then 'given-up' else 'delivered' end`;
