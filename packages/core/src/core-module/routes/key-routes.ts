import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { hashOfKey } from '../../identity/principals.ts';
import type { Kernel } from '../../kernel.ts';
import { forbidden, notFound } from '../../plugin/problem.ts';
import { created, ok, type Route } from '../../plugin/route.ts';
import { textOf } from '../../plugin/schemas.ts';
import { type CoreContext, permissionName, route, time } from './core-route.ts';

export function keyRoutes(kernel: () => Kernel): Route[] {
  const key = z.object({ id: z.uuid(), name: z.string(), scopes: z.array(z.string()), createdAt: time }).meta({ id: 'ApiKey' });
  return [
    route({
      method: 'post',
      path: '/keys',
      access: 'key:manage',
      recent: true,
      summary: { vi: 'Tạo khóa API; khóa chỉ hiện một lần', en: 'Make an API key, shown once' },
      body: z.strictObject({ name: textOf(1, 100), scopes: z.array(permissionName).max(50) }),
      answers: { 201: { description: 'Khóa mới / the new key', schema: key.extend({ key: z.string() }) } },
      handle: async (ctx, { body }) => {
        // Nobody can hand out what they do not hold themselves.
        if (!body.scopes.every((scope) => ctx.canEverywhere(scope))) throw forbidden();
        const id = randomUUID();
        const row = await ctx.change(async (trx) => {
          const made = await trx
            .insertInto('core.api_keys')
            .values({ id, name: body.name, hash: hashOfKey(secretOf(ctx, id)), scopes: body.scopes })
            .returning(['id', 'name', 'scopes', 'created_at as createdAt'])
            .executeTakeFirstOrThrow();
          ctx.publish(trx, 'key.created', { subject: made.id, data: { key: made.id, scopes: made.scopes } });
          return made;
        });
        return created({ ...row, key: secretOf(ctx, row.id) });
      },
    }),
    route({
      method: 'get',
      path: '/keys',
      access: 'key:manage',
      summary: { vi: 'Các khóa API còn hiệu lực', en: 'API keys in force' },
      answers: { 200: { description: 'Danh sách / the list', schema: z.object({ items: z.array(key) }) } },
      handle: async (ctx) =>
        ok({
          items: await ctx.db
            .selectFrom('core.api_keys')
            .select(['id', 'name', 'scopes', 'created_at as createdAt'])
            .where('revoked_at', 'is', null)
            .orderBy('created_at')
            .execute(),
        }),
    }),
    route({
      method: 'delete',
      path: '/keys/{id}',
      access: 'key:manage',
      params: z.strictObject({ id: z.uuid() }),
      summary: { vi: 'Thu hồi khóa API', en: 'Revoke an API key' },
      answers: { 204: { description: 'Đã thu hồi / revoked' } },
      handle: async (ctx, { params }) => {
        await ctx.change(async (trx) => {
          const { numUpdatedRows } = await trx
            .updateTable('core.api_keys')
            .set({ revoked_at: ctx.now() })
            .where('id', '=', params.id)
            .where('revoked_at', 'is', null)
            .executeTakeFirstOrThrow();
          if (numUpdatedRows === 0n) throw notFound({ vi: 'khóa', en: 'Key' });
          ctx.publish(trx, 'key.revoked', { subject: params.id, data: { key: params.id } });
          return null;
        });
        kernel().registry.bus.send({ topic: 'access', province: ctx.tenant.id });
        return { status: 204 };
      },
    }),
  ];
}

/** Derived from its id, so that a repeated request gets the same key again although it is stored nowhere. */
function secretOf(ctx: CoreContext, id: string): string {
  return `ttk_${ctx.derive(`api-key|${id}`)}`;
}
