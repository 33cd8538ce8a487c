import { z } from 'zod';
import type { Kernel } from '../../kernel.ts';
import type { Plugin } from '../../plugin/plugin.ts';
import { notFound } from '../../plugin/problem.ts';
import { ok, type Route } from '../../plugin/route.ts';
import { keepSecret } from '../../secrets/module-secrets.ts';
import { provinceOf } from '../../modules/province-of.ts';
import { route, text, time } from './core-route.ts';

const moduleId = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/);
const params = z.strictObject({ id: moduleId, name: moduleId });
const secret = z
  .object({ name: z.string(), title: text, setAt: time.nullable().meta({ description: 'null: chưa có / not set' }) })
  .meta({ id: 'ModuleSecret' });

/** What a province entrusts to its modules: it goes in here, and never comes out. */
export function secretRoutes(kernel: () => Kernel): Route[] {
  const find = (id: string): Plugin => {
    const plugin = kernel().plugins.get(id);
    if (plugin === undefined) throw notFound({ vi: `phân hệ "${id}"`, en: `Module "${id}"` });
    return plugin;
  };
  const findSecret = (id: string, name: string): Plugin => {
    const plugin = find(id);
    if (!Object.hasOwn(plugin.secrets ?? {}, name)) throw notFound({ vi: `thông tin bí mật "${name}" của phân hệ`, en: `Secret "${name}" of the module` });
    return plugin;
  };
  return [
    route({
      method: 'get',
      path: '/modules/{id}/secrets',
      access: 'module:manage',
      params: z.strictObject({ id: moduleId }),
      summary: { vi: 'Thông tin bí mật mà phân hệ cần, không kèm giá trị', en: 'The secrets that a module needs, without their values' },
      answers: { 200: { description: 'Danh sách / the list', schema: z.object({ items: z.array(secret) }) } },
      handle: async (ctx, { params: { id } }) => {
        const plugin = find(id);
        const rows = await ctx.db.selectFrom('core.secrets').select(['name', 'changed_at']).where('plugin', '=', id).execute();
        const setAt = new Map(rows.map((row) => [row.name, row.changed_at]));
        return ok({ items: Object.entries(plugin.secrets ?? {}).map(([name, { title }]) => ({ name, title, setAt: setAt.get(name) ?? null })) });
      },
    }),
    route({
      method: 'put',
      path: '/modules/{id}/secrets/{name}',
      access: 'module:manage',
      params,
      body: z.strictObject({ value: z.string().min(1).max(8_000) }),
      summary: { vi: 'Đặt một thông tin bí mật', en: 'Set a secret' },
      answers: { 204: { description: 'Đã niêm phong / sealed' } },
      handle: async (ctx, { params: { id, name }, body }) => {
        const plugin = findSecret(id, name);
        await ctx.change(async (trx) => {
          await keepSecret(trx, provinceOf(kernel(), ctx), plugin, name, body.value);
          ctx.publish(trx, 'secret.changed', { subject: `${id}/${name}`, data: { module: id, name } });
          return null;
        });
        return { status: 204 };
      },
    }),
    route({
      method: 'delete',
      path: '/modules/{id}/secrets/{name}',
      access: 'module:manage',
      params,
      summary: { vi: 'Bỏ một thông tin bí mật', en: 'Take a secret away' },
      answers: { 204: { description: 'Đã bỏ / taken away' } },
      handle: async (ctx, { params: { id, name } }) => {
        findSecret(id, name);
        await ctx.change(async (trx) => {
          await trx.deleteFrom('core.secrets').where('plugin', '=', id).where('name', '=', name).execute();
          ctx.publish(trx, 'secret.removed', { subject: `${id}/${name}`, data: { module: id, name } });
          return null;
        });
        return { status: 204 };
      },
    }),
  ];
}
