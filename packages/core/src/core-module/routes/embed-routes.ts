import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { isOrigin } from '../../identity/embed-keys.ts';
import type { Kernel } from '../../kernel.ts';
import { notFound } from '../../plugin/problem.ts';
import { created, ok, type Route } from '../../plugin/route.ts';
import { textOf } from '../../plugin/schemas.ts';
import { type CoreContext, route, time } from './core-route.ts';

const origins = z
  .array(z.string().max(300).regex(/^https?:\/\/[^/\s]+$/).refine(isOrigin, { error: 'https://trang-web.example' }))
  .max(50)
  .transform((list) => [...new Set(list)])
  .meta({ type: 'array', items: { type: 'string' }, example: ['https://phuongthuanhoa.example'], description: 'Đúng giao thức, tên miền, cổng / exact scheme, host and port' });
const key = z.string().regex(/^pk_\w{3,60}$/);
const embedKey = z.object({ key, name: z.string(), origins: z.array(z.string()), createdAt: time }).meta({ id: 'EmbedKey' });

export function embedRoutes(kernel: () => Kernel): Route[] {
  const access = 'embed:manage' as const;
  const params = z.strictObject({ key });

  async function changeKey(ctx: CoreContext, id: string, values: { origins: string[] } | { revoked_at: Date }): Promise<{ status: number }> {
    await ctx.change(async (trx) => {
      const { numUpdatedRows } = await trx.updateTable('core.embed_keys').set(values).where('key', '=', id).where('revoked_at', 'is', null).executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) throw notFound({ vi: 'khóa nhúng', en: 'Embed key' });
      if ('origins' in values) ctx.publish(trx, 'embed-key.changed', { subject: id, data: { key: id, origins: values.origins } });
      else ctx.publish(trx, 'embed-key.revoked', { subject: id, data: { key: id } });
      return null;
    });
    kernel().registry.bus.send({ topic: 'access', province: ctx.tenant.id });
    return { status: 204 };
  }

  return [
    route({
      method: 'post',
      path: '/embed-keys',
      access,
      recent: true,
      body: z.strictObject({ name: textOf(1, 100), origins }),
      summary: { vi: 'Tạo khóa nhúng cho trang web khác', en: 'Make an embed key for other websites' },
      answers: { 201: { description: 'Khóa công khai / the public key', schema: embedKey } },
      handle: async (ctx, { body }) => {
        const made = await ctx.change(async (trx) => {
          const row = await trx
            .insertInto('core.embed_keys')
            .values({ key: `pk_${randomBytes(12).toString('hex')}`, ...body })
            .returning(['key', 'name', 'origins', 'created_at as createdAt'])
            .executeTakeFirstOrThrow();
          ctx.publish(trx, 'embed-key.created', { subject: row.key, data: { key: row.key, origins: row.origins } });
          return row;
        });
        kernel().registry.bus.send({ topic: 'access', province: ctx.tenant.id });
        return created(made);
      },
    }),
    route({
      method: 'get',
      path: '/embed-keys',
      access,
      summary: { vi: 'Các khóa nhúng còn hiệu lực', en: 'Embed keys in force' },
      answers: { 200: { description: 'Danh sách / the list', schema: z.object({ items: z.array(embedKey) }) } },
      handle: async (ctx) =>
        ok({
          items: await ctx.db
            .selectFrom('core.embed_keys')
            .select(['key', 'name', 'origins', 'created_at as createdAt'])
            .where('revoked_at', 'is', null)
            .orderBy('created_at')
            .execute(),
        }),
    }),
    route({
      method: 'put',
      path: '/embed-keys/{key}/origins',
      access,
      recent: true,
      params,
      body: z.strictObject({ origins }),
      summary: { vi: 'Đổi các trang web được dùng khóa', en: 'Change the websites that a key is for' },
      answers: { 204: { description: 'Đã đổi / changed' } },
      handle: (ctx, { params, body }) => changeKey(ctx, params.key, body),
    }),
    route({
      method: 'delete',
      path: '/embed-keys/{key}',
      access,
      params,
      summary: { vi: 'Thu hồi khóa nhúng', en: 'Revoke an embed key' },
      answers: { 204: { description: 'Đã thu hồi / revoked' } },
      handle: (ctx, { params }) => changeKey(ctx, params.key, { revoked_at: ctx.now() }),
    }),
  ];
}
