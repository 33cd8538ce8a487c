import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import { eventFilter, unknownTypes } from '../../events/event-filter.ts';
import { beginFollowing } from '../../events/follow.ts';
import { sealedPosition } from '../../events/sealer.ts';
import { keepSecrets, newSecret, readSecrets, rotated, secretName } from '../../events/webhooks/secret.ts';
import { follower, mostWebhooks } from '../../events/webhooks/webhook.ts';
import type { Kernel } from '../../kernel.ts';
import type { OutboundRefusal } from '../../outbound/outbound.ts';
import type { Text } from '../../plugin/text.ts';
import { forbidden, invalid, notFound, Problem } from '../../plugin/problem.ts';
import { created, ok, type Route } from '../../plugin/route.ts';
import { textOf } from '../../plugin/schemas.ts';
import type { ProvinceDatabase } from '../../tenancy/province-pools.ts';
import type { ProvinceTables } from '../../tenancy/province-tables.ts';
import { provinceOf } from '../../modules/province-of.ts';
import { type CoreContext, permissionName, route, time } from './core-route.ts';

type Db = ProvinceDatabase['db'];

const webhook = z
  .object({
    id: z.uuid(),
    url: z.string(),
    description: z.string(),
    types: z.array(z.string()),
    scopes: z.array(z.string()),
    agency: z.string().nullable(),
    state: z.enum(['on', 'off', 'gone', 'failing']).meta({ description: '`gone`, `failing`: hệ thống đã tắt / switched off by the platform' }),
    failingSince: time.nullable(),
    createdAt: time,
  })
  .meta({ id: 'Webhook' });
const secret = z.string().meta({ description: 'Khóa ký / signing secret', example: 'whsec_…' });
const state = z.enum(['on', 'off']);
const description = textOf(1, 200);

export const webhookId = z.strictObject({ id: z.uuid() });
export const unknownWebhook = () => notFound({ vi: 'webhook', en: 'Webhook' });

const unreachable: Readonly<Record<OutboundRefusal, Text>> = {
  protocol: { vi: 'Chỉ nhận địa chỉ https://.', en: 'Only https:// addresses.' },
  credentials: { vi: 'Địa chỉ không được chứa tên và mật khẩu.', en: 'The address must not contain a name and password.' },
  'not-https': { vi: 'Chỉ nhận https://; http:// chỉ khi đơn vị vận hành cho phép.', en: 'Only https://; http:// where the operator allows it.' },
  'not-public': { vi: 'Không phải địa chỉ công cộng.', en: 'Not a public address.' },
  'not-found': { vi: 'Không tìm thấy máy chủ này.', en: 'This host cannot be found.' },
};

export function webhookRoutes(kernel: () => Kernel): Route[] {
  const wake = (ctx: CoreContext) => kernel().registry.bus.send({ topic: 'deliveries', province: ctx.tenant.id });

  function checkTypes(types: readonly string[]): void {
    const [unknown] = unknownTypes(types, [kernel().coreModule, ...kernel().plugins.all]);
    if (unknown !== undefined) throw invalid('body.types', { vi: `Không có loại sự kiện "${unknown}".`, en: `There is no event type "${unknown}".` });
  }

  return [
    route({
      method: 'post',
      path: '/webhooks',
      access: 'webhook:manage',
      summary: { vi: 'Gửi sự kiện đến một địa chỉ bên ngoài; khóa ký hiện trong câu trả lời', en: 'Send events to an address outside; the answer holds the signing secret' },
      body: z.strictObject({
        url: z.url({ protocol: /^https?$/ }).max(2_000),
        description,
        types: eventFilter.default([]).meta({ description: 'Không nêu: mọi loại được thấy / none: all that it may see' }),
        scopes: z.array(permissionName).max(50).default([]).meta({ description: 'Quyền trao cho bên nhận / permissions granted to the receiver' }),
        agency: z.string().max(100).nullable().default(null).meta({ description: 'Nhận cả sự kiện riêng của đơn vị mình / also the events of one’s own agency' }),
        state: state.default('on'),
      }),
      answers: { 201: { description: 'Webhook mới / the new webhook', schema: webhook.extend({ secret }) } },
      handle: async (ctx, { body: { url, description, types, scopes, agency, state } }) => {
        refuseOperators(ctx);
        refuseUnlessTheirs(ctx, { scopes, agency });
        checkTypes(types);
        const refused = await kernel().outbound.refusalNow(new URL(url), { https: true });
        if (refused !== undefined) throw invalid('body.url', unreachable[refused]);
        const row = await ctx.change(async (trx) => {
          await refuseTooMany(trx);
          const id = randomUUID();
          const made = await trx
            .insertInto('core.webhooks')
            .values({ id, url, description, types, scopes, agency, state, failing_since: null, told_agency: ctx.actor.agency ?? (await centreOf(trx)) })
            .returning(shown)
            .executeTakeFirstOrThrow();
          await keepSecrets(trx, provinceOf(kernel(), ctx), id, { secret: newSecret(), before: null });
          await beginFollowing(trx, follower, await sealedPosition(trx));
          ctx.publish(trx, 'webhook.created', { subject: id, data: { webhook: id, host: new URL(url).host, types, scopes, agency } });
          return made;
        });
        return created({ ...row, secret: (await readSecrets(ctx.db, provinceOf(kernel(), ctx), row.id)).secret });
      },
    }),
    route({
      method: 'get',
      path: '/webhooks',
      access: 'webhook:manage',
      summary: { vi: 'Các webhook của tỉnh', en: "The province's webhooks" },
      answers: { 200: { description: 'Danh sách / the list', schema: z.object({ items: z.array(webhook) }) } },
      handle: async (ctx) => ok({ items: await ctx.db.selectFrom('core.webhooks').select(shown).orderBy('created_at').orderBy('id').execute() }),
    }),
    route({
      method: 'patch',
      path: '/webhooks/{id}',
      access: 'webhook:manage',
      params: webhookId,
      body: z.strictObject({ description: description.optional(), types: eventFilter.optional(), state: state.optional() }),
      summary: { vi: 'Sửa, bật hoặc tắt webhook; muốn đổi địa chỉ thì tạo webhook mới', en: 'Change or switch a webhook; for another address make another webhook' },
      answers: { 200: { description: 'Webhook', schema: webhook } },
      handle: async (ctx, { params: { id }, body: { description, types, state } }) => {
        refuseOperators(ctx);
        checkTypes(types ?? []);
        const row = await ctx.change(async (trx) => {
          const before = await trx.selectFrom('core.webhooks').select(['scopes', 'agency', 'description', 'types', 'state']).where('id', '=', id).forUpdate().executeTakeFirst();
          if (before === undefined) throw unknownWebhook();
          // Switching it on, or on for more, is handing out what it sees once more.
          if (types !== undefined || state === 'on') refuseUnlessTheirs(ctx, before);
          const after = { description: description ?? before.description, types: types ?? before.types, state: state ?? before.state };
          const changed = await trx
            .updateTable('core.webhooks')
            .set({ ...after, ...(state === 'on' && { failing_since: null }) })
            .where('id', '=', id)
            .returning(shown)
            .executeTakeFirstOrThrow();
          ctx.publish(trx, 'webhook.changed', { subject: id, data: { webhook: id, types: after.types, state: after.state } });
          return changed;
        });
        wake(ctx);
        return ok(row);
      },
    }),
    route({
      method: 'post',
      path: '/webhooks/{id}/rotate',
      access: 'webhook:manage',
      params: webhookId,
      summary: { vi: 'Đổi khóa ký; trong 24 giờ mọi thông điệp mang chữ ký của cả hai khóa', en: 'Change the signing secret; for 24 hours messages carry signatures of both' },
      answers: { 200: { description: 'Khóa mới / the new secret', schema: z.object({ secret, bothUntil: time }) } },
      handle: async (ctx, { params: { id } }) => {
        refuseOperators(ctx);
        await ctx.change(async (trx) => {
          const there = await trx.selectFrom('core.webhooks').select(['scopes', 'agency']).where('id', '=', id).forUpdate().executeTakeFirst();
          if (there === undefined) throw unknownWebhook();
          // Whoever has the secret speaks to the receiver as the province, about all that it is told.
          refuseUnlessTheirs(ctx, there);
          await keepSecrets(trx, provinceOf(kernel(), ctx), id, rotated(await readSecrets(trx, provinceOf(kernel(), ctx), id), ctx.now()));
          ctx.publish(trx, 'webhook.secret-changed', { subject: id, data: { webhook: id } });
          return null;
        });
        const { secret, before } = await readSecrets(ctx.db, provinceOf(kernel(), ctx), id);
        return ok({ secret, bothUntil: before!.until });
      },
    }),
    route({
      method: 'delete',
      path: '/webhooks/{id}',
      access: 'webhook:manage',
      params: webhookId,
      summary: { vi: 'Xóa webhook cùng những gì còn chờ gửi', en: 'Delete a webhook with all that waits to be sent' },
      answers: { 204: { description: 'Đã xóa / deleted' } },
      handle: async (ctx, { params: { id } }) => {
        await ctx.change(async (trx) => {
          const { numDeletedRows } = await trx.deleteFrom('core.webhooks').where('id', '=', id).executeTakeFirstOrThrow();
          if (numDeletedRows === 0n) throw unknownWebhook();
          await trx.deleteFrom('core.secrets').where('plugin', '=', 'core').where('name', '=', secretName(id)).execute();
          ctx.publish(trx, 'webhook.deleted', { subject: id, data: { webhook: id } });
          return null;
        });
        return { status: 204 };
      },
    }),
  ];
}

const shown = ['id', 'url', 'description', 'types', 'scopes', 'agency', 'state', 'failing_since as failingSince', 'created_at as createdAt'] as const;

/** It would go on telling them when their hour in the province is over. */
function refuseOperators({ actor }: CoreContext): void {
  if (actor.kind === 'operator') throw forbidden();
}

/** Nobody can hand out what they do not hold themselves. @throws Problem 403 */
function refuseUnlessTheirs(ctx: CoreContext, { scopes, agency }: Pick<Selectable<ProvinceTables['core.webhooks']>, 'scopes' | 'agency'>): void {
  if (!scopes.every((scope) => ctx.canEverywhere(scope)) || (agency !== null && agency !== ctx.actor.agency)) throw forbidden();
}

async function refuseTooMany(db: Db): Promise<void> {
  // Of two that are made at once, the second counts the first.
  await sql`select pg_advisory_xact_lock(hashtext('core.webhooks'))`.execute(db);
  const { count } = await db.selectFrom('core.webhooks').select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  if (count < mostWebhooks) return;
  throw new Problem(409, 'too-many-webhooks', {
    vi: `Một tỉnh có tối đa ${mostWebhooks} webhook; hãy xóa bớt.`,
    en: `A province has at most ${mostWebhooks} webhooks; delete one first.`,
  });
}

/** The agency that is told where nobody else is: the operations centre. */
async function centreOf(db: Db): Promise<string | null> {
  const centre = await db.selectFrom('core.agencies').select('id').where('kind', '=', 'centre').where('valid_to', 'is', null).orderBy('id').executeTakeFirst();
  return centre?.id ?? null;
}
