import { Hono } from 'hono';
import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Kernel } from '../kernel.ts';
import type { Plugin } from '../plugin/plugin.ts';
import type { Route } from '../plugin/route.ts';
import type { Environment } from './environment.ts';

/** `/api/openapi.json`: what this province serves now, the modules that are on and no others. */
export function openApiRoute(kernel: Kernel): Hono<Environment> {
  const documents = new Map<string, string>();
  return new Hono<Environment>().get('/api/openapi.json', (c) => {
    c.set('operation', 'GET /api/openapi.json');
    const on = kernel.plugins.all.filter(({ id }) => kernel.moduleOn(c.get('province'), id) !== undefined);
    const key = on.map(({ id, version }) => `${id}@${version}`).join();
    let text = documents.get(key);
    if (text === undefined) documents.set(key, (text = JSON.stringify(openApiDocument([kernel.coreModule, ...on]))));
    return c.body(text, 200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'public, max-age=60' });
  });
}

/** OpenAPI 3.1 of some modules, from the very schemas that check their input. */
export function openApiDocument(plugins: readonly Plugin[]): object {
  const app = new OpenAPIHono();
  const registry = app.openAPIRegistry;
  registry.registerComponent('securitySchemes', 'session', { type: 'apiKey', in: 'cookie', name: 'tt-session' });
  registry.registerComponent('securitySchemes', 'key', { type: 'http', scheme: 'bearer' });
  registry.register('Problem', problem);
  for (const plugin of plugins) for (const route of plugin.routes) registry.registerPath(operation(plugin, route));
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: plugins.length === 1 ? plugins[0]!.title.vi : 'Tinh Thông',
      version: plugins.length === 1 ? plugins[0]!.version : '1.0.0',
      license: { name: 'Apache-2.0' },
    },
    tags: plugins.map(({ id, title }) => ({ name: id, description: `${title.vi} / ${title.en ?? title.vi}` })),
  });
}

const message = z.object({ vi: z.string(), en: z.string().optional() });
const problem = z
  .object({
    type: z.string(),
    status: z.number().int(),
    code: z.string(),
    title: z.string(),
    detail: z.string().optional(),
    messages: message,
    errors: z.array(z.object({ path: z.string(), message })).optional(),
    traceId: z.string(),
    province: z.string().optional(),
    module: z.string().optional(),
  })
  .openapi('Problem');

const refusals: Readonly<Record<number, string>> = {
  401: 'Cần đăng nhập / sign-in required',
  403: 'Không có quyền / not permitted',
  404: 'Không tìm thấy / not found',
  409: 'Xung đột với trạng thái hiện tại / conflicts with the current state',
  422: 'Dữ liệu chưa hợp lệ / input not valid',
  429: 'Gửi quá nhanh / too many requests',
};

function operation(plugin: Plugin, route: Route) {
  const guarded = route.access !== 'public';
  const write = route.method !== 'get';
  const errors = [...(guarded ? [401, 403] : []), ...(route.params ? [404] : []), ...(write ? [409] : []), 422, 429];
  return {
    method: route.method,
    path: `/api/${plugin.id}${route.path}`,
    operationId: `${plugin.id}.${route.method}${route.path.replace(/[/{}]+/g, '.').replace(/\.$/, '')}`,
    tags: [plugin.id],
    summary: route.summary.vi,
    description: `${route.summary.en ?? route.summary.vi} — access: ${route.access}`,
    security: guarded ? [{ session: [] }, { key: [] }] : [],
    request: {
      ...(route.params && { params: route.params }),
      ...(route.query && { query: route.query }),
      ...(write && {
        headers: z.object({ 'Idempotency-Key': z.string().max(200).optional().describe('Nhắc lại an toàn trong 24 giờ / safe to repeat for 24 h') }),
      }),
      ...(route.body && { body: { required: true, content: { 'application/json': { schema: route.body } } } }),
      ...(route.upload && { body: { required: true, content: { 'image/*': { schema: { type: 'string' as const, format: 'binary' } } } } }),
    },
    responses: {
      ...Object.fromEntries(
        Object.entries(route.answers).map(([status, { description, schema }]) => [
          status,
          { description, ...(schema && { content: { 'application/json': { schema } } }) },
        ]),
      ),
      ...Object.fromEntries(errors.map((status) => [status, { description: refusals[status]!, content: { 'application/problem+json': { schema: problem } } }])),
    },
  };
}
