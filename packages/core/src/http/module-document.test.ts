import { expect, test } from 'vitest';
import { z } from 'zod';
import { documentFaults } from '../kit/document-faults.ts';
import { coreModule } from '../core-module/core-module.ts';
import type { Plugin } from '../plugin/plugin.ts';
import type { Route } from '../plugin/route.ts';
import { moduleDocument } from './module-document.ts';
import { openApiDocument } from './openapi.ts';

const gate = z.object({ code: z.string(), closedAt: z.iso.datetime({ offset: true }).nullable(), level: z.int() });

function moduleOf(id: string, routes: readonly object[] = gateRoutes(gate.meta({ id: 'Gate' }))): Plugin {
  const title = { vi: 'Cửa triều', en: 'Tide gates' };
  return { id, version: '1.2.0', title, summary: title, routes: routes as readonly Route[] } as Plugin;
}

function gateRoutes(shape: z.ZodType) {
  const answers = { 200: { description: 'Cửa / the gate', schema: shape } };
  return [
    { method: 'get', path: '/gates', access: 'public', etag: true, summary: { vi: 'Danh sách cửa' }, query: z.strictObject({ limit: z.coerce.number().int().default(5) }), answers },
    {
      method: 'post',
      path: '/gates/{code}/close',
      access: 'gate:close',
      summary: { vi: 'Đóng cửa', en: 'Close a gate' },
      params: z.strictObject({ code: z.string() }),
      body: z.strictObject({ note: z.string().default('') }),
      answers,
    },
    { method: 'post', path: '/photos', access: 'public', upload: true, summary: { vi: 'Gửi ảnh' }, answers },
  ];
}

test('the documents of the core, of a module, and of a province with both are valid and leave nothing unsaid', async () => {
  const core = coreModule(() => expect.unreachable());
  for (const document of [moduleDocument(core), moduleDocument(moduleOf('tide')), openApiDocument([core, moduleOf('tide')])]) {
    expect(await documentFaults(document)).toEqual([]);
  }
});

test('an operation names its permission, its input, and every refusal as a problem', () => {
  const { paths, components } = moduleDocument(moduleOf('tide'));
  expect(paths['/api/tide/gates/{code}/close']?.['post']).toEqual({
    operationId: 'tide.post.gates.code.close',
    tags: ['tide'],
    summary: 'Đóng cửa',
    description: 'Close a gate. Permission: `gate:close`.',
    security: [{ session: ['gate:close'] }, { key: ['gate:close'] }],
    parameters: [{ name: 'code', in: 'path', required: true, schema: { type: 'string' } }, { $ref: '#/components/parameters/IdempotencyKey' }],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: { type: 'object', properties: { note: { type: 'string', default: '' } }, additionalProperties: false } } },
    },
    responses: {
      200: { description: 'Cửa / the gate', content: { 'application/json': { schema: { $ref: '#/components/schemas/Gate' } } } },
      ...Object.fromEntries(
        Object.entries({ 400: 'Unreadable', 401: 'SignInRequired', 403: 'NotPermitted', 404: 'NotFound', 409: 'Conflict', 413: 'TooLarge', 415: 'UnsupportedMediaType', 422: 'NotValid', 429: 'TooManyRequests', default: 'Refused' }).map(
          ([status, name]) => [status, { $ref: `#/components/responses/${name}` }],
        ),
      ),
    },
  });
  expect(components['schemas']?.['Gate']).toEqual({
    type: 'object',
    properties: { code: { type: 'string' }, closedAt: { anyOf: [{ type: 'string', format: 'date-time' }, { type: 'null' }] }, level: { type: 'integer' } },
    required: ['code', 'closedAt', 'level'],
  });
});

test('a query field with a default may be left out, and a public read can be asked for conditionally', () => {
  const { paths } = moduleDocument(moduleOf('tide'));
  expect(paths['/api/tide/gates']?.['get']).toMatchObject({
    security: [],
    parameters: [{ name: 'limit', in: 'query', required: false, schema: { type: 'integer', default: 5 } }, { $ref: '#/components/parameters/IfNoneMatch' }],
    responses: { 200: { headers: { ETag: {} } }, 304: { $ref: '#/components/responses/NotModified' } },
  });
});

test('two modules may name a schema alike; in the document of the province each is found under its own name', () => {
  const river = moduleOf('river', gateRoutes(z.object({ river: z.string() }).meta({ id: 'Gate' })));
  const { paths, components } = openApiDocument([moduleOf('tide'), river]);
  expect(components['schemas']?.['tide.Gate']).toMatchObject({ required: ['code', 'closedAt', 'level'] });
  expect(components['schemas']?.['river.Gate']).toMatchObject({ required: ['river'] });
  expect(paths['/api/river/gates']?.['get']).toMatchObject({ responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/river.Gate' } } } } } });
});

test('one module may not give two schemas the same name', () => {
  const [first, ...others] = gateRoutes(gate.meta({ id: 'Gate' }));
  const other = { ...first, path: '/other', answers: { 200: { description: '', schema: z.object({ x: z.string() }).meta({ id: 'Gate' }) } } };
  expect(() => moduleDocument(moduleOf('tide', [first!, ...others, other]))).toThrow('tide: two schemas are called "Gate"');
});
