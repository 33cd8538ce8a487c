import { z } from 'zod';
import type { Kernel } from '../../kernel.ts';
import type { Plugin } from '../../plugin/plugin.ts';
import { notFound } from '../../plugin/problem.ts';
import { ok, type Route } from '../../plugin/route.ts';
import { setModuleSettings, switchModule } from '../switch-module.ts';
import { type CoreContext, route, text } from './core-route.ts';

const moduleId = z.strictObject({ id: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/) });
const moduleState = z
  .object({
    id: z.string().meta({ example: 'field-reports' }),
    title: text,
    summary: text,
    state: z.enum(['off', 'migrating', 'on', 'failed', 'suspended', 'unavailable']),
    reason: z.string().nullable().meta({ description: 'Vì sao không chạy / why it does not run' }),
    settings: z.record(z.string(), z.unknown()).meta({ description: 'Theo / as in settingsSchema' }),
    settingsSchema: z.record(z.string(), z.unknown()).meta({ description: 'JSON Schema' }),
  })
  .meta({ id: 'Module' });

export function moduleRoutes(kernel: () => Kernel): Route[] {
  const answers = { 200: { description: 'Phân hệ / the module', schema: moduleState } };
  const provinceOf = (ctx: CoreContext) => kernel().registry.byId(ctx.tenant.id)!;
  const describe = (ctx: CoreContext, plugin: Plugin) => {
    const row = provinceOf(ctx).modules.get(plugin.id);
    return {
      id: plugin.id,
      title: plugin.title,
      summary: plugin.summary,
      state: row?.state ?? 'off',
      reason: row?.reason ?? null,
      settings: row?.settings ?? {},
      settingsSchema: z.toJSONSchema(plugin.settings, { io: 'input' }),
    };
  };
  const find = (id: string) => {
    const plugin = kernel().plugins.get(id);
    if (plugin === undefined) throw notFound({ vi: `phân hệ "${id}"`, en: `Module "${id}"` });
    return plugin;
  };
  return [
    route({
      method: 'get',
      path: '/modules',
      access: 'module:manage',
      summary: { vi: 'Các phân hệ và trạng thái của chúng', en: 'Modules and their state' },
      answers: { 200: { description: 'Danh sách / the list', schema: z.object({ items: z.array(moduleState) }) } },
      handle: async (ctx) => ok({ items: kernel().plugins.all.map((plugin) => describe(ctx, plugin)) }),
    }),
    ...(['enable', 'disable'] as const).map((action) =>
      route({
        method: 'post',
        path: `/modules/{id}/${action}`,
        access: 'module:manage',
        params: moduleId,
        summary: action === 'enable' ? { vi: 'Bật phân hệ', en: 'Switch a module on' } : { vi: 'Tắt phân hệ', en: 'Switch a module off' },
        answers,
        handle: async (ctx, { params }) => {
          const plugin = find(params.id);
          await switchModule(kernel(), provinceOf(ctx), plugin, action === 'enable' ? 'on' : 'off');
          return ok(describe(ctx, plugin));
        },
      }),
    ),
    route({
      method: 'put',
      path: '/modules/{id}/settings',
      access: 'module:manage',
      params: moduleId,
      body: z.looseObject({}).meta({ description: 'Theo settingsSchema của phân hệ / as in the settingsSchema of the module' }),
      summary: { vi: 'Cài đặt phân hệ', en: 'Set up a module' },
      answers,
      handle: async (ctx, { params, body }) => {
        const plugin = find(params.id);
        await setModuleSettings(kernel(), provinceOf(ctx), plugin, body);
        return ok(describe(ctx, plugin));
      },
    }),
  ];
}
