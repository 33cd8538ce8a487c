import { z } from 'zod';
import { randomBytes } from 'node:crypto';
import { hashOfKey } from '../identity/principals.ts';
import { deadTasks, reviveTask } from '../jobs/outbox.ts';
import type { Kernel } from '../kernel.ts';
import type { Context } from '../plugin/context.ts';
import type { Plugin } from '../plugin/plugin.ts';
import { forbidden, notFound } from '../plugin/problem.ts';
import { created, ok, type Route, routeOf } from '../plugin/route.ts';
import { textOf } from '../plugin/schemas.ts';
import type { ProvinceTables } from '../tenancy/province-tables.ts';
import { setModuleSettings, switchModule } from './switch-module.ts';
import { coreVersion } from './plugin-list.ts';

interface CoreTypes {
  tables: ProvinceTables;
  settings: object;
  events: object;
  jobs: object;
}
type CoreContext = Context<CoreTypes>;
const route = routeOf<CoreTypes>();

/** The core's own API in the form of a module: the same guard, checks, documentation and answers as any other. */
export function coreModule(kernel: () => Kernel): Plugin {
  return {
    id: 'core',
    version: coreVersion,
    core: `^${coreVersion}`,
    needs: {},
    title: { vi: 'Nền tảng', en: 'Platform' },
    summary: { vi: 'Tài khoản, đơn vị, phân hệ, khóa API, việc nền.', en: 'Accounts, agencies, modules, API keys, background work.' },
    migrations: {},
    permissions: {
      'module:manage': { title: { vi: 'Bật, tắt và cài đặt phân hệ', en: 'Switch and set up modules' }, suggestedRoles: ['admin'] },
      'key:manage': { title: { vi: 'Quản lý khóa API', en: 'Manage API keys' }, suggestedRoles: ['admin'] },
      'task:manage': { title: { vi: 'Xem và chạy lại việc nền hỏng', en: 'See and run again dead tasks' }, suggestedRoles: ['admin'] },
      'notice:read': { title: { vi: 'Xem thông báo của đơn vị', en: "Read the agency's notices" }, suggestedRoles: ['officer', 'dispatcher', 'leader'] },
    },
    settings: z.strictObject({}),
    events: { publishes: {}, consumes: {} },
    jobs: {},
    metrics: {},
    subjects: {},
    personalData: { none: 'Accounts are exported and erased by the identity part of the core.' },
    outbound: [],
    routes: [...organisationRoutes(), ...moduleRoutes(kernel), ...keyRoutes(kernel), ...taskRoutes(kernel)],
  };
}

const text = z.object({ vi: z.string(), en: z.string().optional() }).meta({ id: 'Text' });
const time = z.iso.datetime().meta({ example: '2026-11-22T12:05:00.000Z' });

const commune = z
  .object({ code: z.string().meta({ example: '19789' }), name: z.string(), type: z.enum(['phuong', 'xa', 'dac_khu']), lat: z.number(), lon: z.number() })
  .meta({ id: 'Commune' });
const agency = z
  .object({ id: z.string().meta({ example: 'so-xay-dung' }), name: text, kind: z.string().meta({ example: 'department' }), commune: z.string().nullable() })
  .meta({ id: 'Agency' });
const notice = z.object({ id: z.int(), title: text, link: z.string(), at: time }).meta({ id: 'Notice' });

function organisationRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/me',
      access: 'signed-in',
      summary: { vi: 'Tôi là ai, làm việc ở đâu', en: 'Who I am and where I work' },
      answers: {
        200: {
          description: 'Người gọi / the caller',
          schema: z.object({ kind: z.enum(['account', 'key']), agency: z.string().nullable(), communes: z.array(z.string()) }),
        },
      },
      handle: async ({ actor: { kind, agency, communes } }) => ok({ kind, agency, communes }),
    }),
    route({
      method: 'get',
      path: '/communes',
      access: 'public',
      etag: true,
      summary: { vi: 'Xã, phường, đặc khu của tỉnh', en: 'Communes of the province' },
      answers: {
        200: {
          description: 'Danh sách / the list',
          schema: z.object({ items: z.array(commune) }),
        },
      },
      handle: async (ctx) =>
        ok({
          items: await ctx.db
            .selectFrom('core.communes')
            .select(['code', 'name', 'type', 'lat', 'lon'])
            .where('valid_to', 'is', null)
            .orderBy('code')
            .execute(),
        }),
    }),
    route({
      method: 'get',
      path: '/agencies',
      access: 'public',
      etag: true,
      summary: { vi: 'Đơn vị xử lý', en: 'Agencies' },
      answers: {
        200: {
          description: 'Danh sách / the list',
          schema: z.object({ items: z.array(agency) }),
        },
      },
      handle: async (ctx) => {
        const rows = await ctx.db
          .selectFrom('core.agencies')
          .select(['id', 'name_vi', 'name_en', 'kind', 'commune'])
          .where('valid_to', 'is', null)
          .orderBy('id')
          .execute();
        return ok({ items: rows.map(({ id, name_vi, name_en, kind, commune }) => ({ id, name: { vi: name_vi, en: name_en ?? name_vi }, kind, commune })) });
      },
    }),
    route({
      method: 'get',
      path: '/notices',
      access: 'notice:read',
      summary: { vi: 'Thông báo của đơn vị tôi', en: "My agency's notices" },
      answers: {
        200: { description: 'Mới nhất trước / newest first', schema: z.object({ items: z.array(notice) }) },
      },
      handle: async (ctx) => {
        ctx.allowed('notice:read');
        const items = await ctx.db
          .selectFrom('core.notices')
          .select(['id', 'title', 'link', 'at'])
          .where('agency', '=', ctx.actor.agency)
          .orderBy('id', 'desc')
          .limit(50)
          .execute();
        return ok({ items });
      },
    }),
  ];
}

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

function moduleRoutes(kernel: () => Kernel): Route[] {
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

function keyRoutes(kernel: () => Kernel): Route[] {
  const key = z.object({ id: z.uuid(), name: z.string(), scopes: z.array(z.string()), createdAt: time }).meta({ id: 'ApiKey' });
  return [
    route({
      method: 'post',
      path: '/keys',
      access: 'key:manage',
      summary: { vi: 'Tạo khóa API; khóa chỉ hiện một lần', en: 'Make an API key, shown once' },
      body: z.strictObject({ name: textOf(1, 100), scopes: z.array(z.string().regex(/^[a-z-]+:[a-z-]+$/)).max(50) }),
      answers: { 201: { description: 'Khóa mới / the new key', schema: key.extend({ key: z.string() }) } },
      handle: async (ctx, { body }) => {
        // Nobody can hand out what they do not hold themselves.
        if (!body.scopes.every((scope) => ctx.canEverywhere(scope))) throw forbidden();
        const secret = `ttk_${randomBytes(24).toString('base64url')}`;
        const row = await ctx.db
          .insertInto('core.api_keys')
          .values({ name: body.name, hash: hashOfKey(secret), scopes: body.scopes })
          .returning(['id', 'name', 'scopes', 'created_at as createdAt'])
          .executeTakeFirstOrThrow();
        return created({ ...row, key: secret });
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
        const { numUpdatedRows } = await ctx.db
          .updateTable('core.api_keys')
          .set({ revoked_at: ctx.now() })
          .where('id', '=', params.id)
          .where('revoked_at', 'is', null)
          .executeTakeFirstOrThrow();
        if (numUpdatedRows === 0n) throw notFound({ vi: 'khóa', en: 'Key' });
        kernel().registry.bus.send({ topic: 'access', province: ctx.tenant.id });
        return { status: 204 };
      },
    }),
  ];
}

const deadTask = z
  .object({ id: z.int(), plugin: z.string(), job: z.string(), attempts: z.int(), error: z.string().nullable(), createdAt: time })
  .meta({ id: 'DeadTask' });

function taskRoutes(kernel: () => Kernel): Route[] {
  return [
    route({
      method: 'get',
      path: '/tasks/dead',
      access: 'task:manage',
      summary: { vi: 'Việc nền đã dừng sau lần thử cuối', en: 'Tasks that died after their last attempt' },
      answers: {
        200: {
          description: 'Danh sách / the list',
          schema: z.object({ items: z.array(deadTask) }),
        },
      },
      handle: async (ctx) => ok({ items: await deadTasks(ctx.db as never) }),
    }),
    route({
      method: 'post',
      path: '/tasks/{id}/revive',
      access: 'task:manage',
      params: z.strictObject({ id: z.coerce.number().int().positive() }),
      summary: { vi: 'Chạy lại một việc đã dừng', en: 'Run a dead task again' },
      answers: { 204: { description: 'Sẽ chạy lại / will run again' } },
      handle: async (ctx, { params }) => {
        if (!(await reviveTask(ctx.db as never, params.id))) throw notFound({ vi: 'việc', en: 'Task' });
        kernel().committed(kernel().registry.byId(ctx.tenant.id)!);
        return { status: 204 };
      },
    }),
  ];
}
