import { z } from 'zod';
import { anonymous, type Principal } from '../../identity/principal.ts';
import type { Kernel } from '../../kernel.ts';
import type { Plugin } from '../../plugin/plugin.ts';
import { notFound, Problem } from '../../plugin/problem.ts';
import { ok, type Route } from '../../plugin/route.ts';
import type { MissingPlugin } from '../../modules/plugin-list.ts';
import { provinceOf } from '../../modules/province-of.ts';
import { setModuleSettings, switchModule, switchOff } from '../../modules/switch-module.ts';
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

const goneReason = 'Nơi này không còn phân hệ đó / this deployment no longer has it';

export function moduleRoutes(kernel: () => Kernel): Route[] {
  const answers = { 200: { description: 'Phân hệ / the module', schema: moduleState } };
  const describe = (ctx: CoreContext, plugin: Plugin | MissingPlugin) => {
    const row = provinceOf(kernel(), ctx).modules.get(plugin.id);
    if ('reason' in plugin) {
      const title = { vi: plugin.id };
      return { id: plugin.id, title, summary: title, state: 'unavailable', reason: plugin.reason, settings: row?.settings ?? {}, settingsSchema: {} };
    }
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
  const missing = (id: string): MissingPlugin | undefined => {
    const reason = kernel().plugins.unavailable.get(id);
    return reason === undefined ? undefined : { id, reason };
  };
  /** Also one that the province once had, and this deployment no longer. */
  const all = (ctx: CoreContext) => {
    const { plugins } = kernel();
    const gone = [...provinceOf(kernel(), ctx).modules.keys()].filter((id) => plugins.get(id) === undefined && !plugins.unavailable.has(id));
    return [...plugins.all, ...[...plugins.unavailable.keys()].filter((id) => plugins.get(id) === undefined).map((id) => missing(id)!), ...gone.map((id) => ({ id, reason: goneReason }))];
  };
  const find = (id: string) => {
    const plugin = kernel().plugins.get(id);
    if (plugin !== undefined) return plugin;
    const reason = missing(id)?.reason;
    if (reason === undefined) throw notFound({ vi: `phân hệ "${id}"`, en: `Module "${id}"` });
    throw new Problem(409, 'module-unavailable', { vi: `Phân hệ "${id}" không chạy được ở đây.`, en: `The module "${id}" is not available here.` }, { detail: { vi: reason, en: reason } });
  };
  const byWhom = (ctx: CoreContext): Principal => ({ ...anonymous, actor: ctx.actor });
  return [
    route({
      method: 'get',
      path: '/modules',
      access: 'module:manage',
      summary: { vi: 'Các phân hệ và trạng thái của chúng', en: 'Modules and their state' },
      answers: { 200: { description: 'Danh sách / the list', schema: z.object({ items: z.array(moduleState) }) } },
      handle: async (ctx) => ok({ items: all(ctx).map((plugin) => describe(ctx, plugin)) }),
    }),
    route({
      method: 'post',
      path: '/modules/{id}/enable',
      access: 'module:manage',
      params: moduleId,
      summary: { vi: 'Bật phân hệ, kể cả khi hệ thống đã tạm ngừng nó', en: 'Switch a module on, also after the platform suspended it' },
      answers,
      handle: async (ctx, { params }) => {
        const plugin = find(params.id);
        await switchModule(kernel(), provinceOf(kernel(), ctx), plugin, 'on', { by: byWhom(ctx) });
        return ok(describe(ctx, plugin));
      },
    }),
    route({
      method: 'post',
      path: '/modules/{id}/disable',
      access: 'module:manage',
      params: moduleId,
      summary: { vi: 'Tắt phân hệ, kể cả khi không nạp được nó', en: 'Switch a module off, also one that cannot be loaded' },
      answers,
      handle: async (ctx, { params: { id } }) => {
        const row = provinceOf(kernel(), ctx).modules.get(id);
        const plugin = kernel().plugins.get(id) ?? (row && { id, version: row.version });
        if (plugin === undefined) throw notFound({ vi: `phân hệ "${id}"`, en: `Module "${id}"` });
        await switchOff(kernel(), provinceOf(kernel(), ctx), plugin, byWhom(ctx));
        return ok(describe(ctx, kernel().plugins.get(id) ?? missing(id) ?? { id, reason: goneReason }));
      },
    }),
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
        await setModuleSettings(kernel(), provinceOf(kernel(), ctx), plugin, body, byWhom(ctx));
        return ok(describe(ctx, plugin));
      },
    }),
  ];
}
