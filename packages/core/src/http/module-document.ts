import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Plugin } from '../plugin/plugin.ts';
import type { Route } from '../plugin/route.ts';
import type { Text } from '../plugin/text.ts';
import { conditionalRead, fileBody, idempotencyKey, rawBody, refusals, securitySchemes } from './document-parts.ts';
import { problemShape } from './problem-response.ts';

/** What of a module its document is written from. */
export type Documented = Pick<Plugin, 'id' | 'title' | 'summary' | 'version' | 'routes'>;

type JsonSchema = z.core.JSONSchema.BaseSchema;
type Write = (schema: z.ZodType) => JsonSchema;

export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: object;
  readonly servers: readonly object[];
  readonly tags: readonly object[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

/**
 * OpenAPI 3.1 of one module, from the very schemas that check its input: Zod writes JSON Schema 2020-12, which is
 * OpenAPI 3.1's own dialect. A schema with a name (`.meta({ id: 'Report' })`) is written once and referred to,
 * as `prefix` and its name.
 */
export function moduleDocument(plugin: Documented, prefix = ''): OpenApiDocument {
  const { id, title, summary, version, routes } = plugin;
  const named: Record<string, JsonSchema> = {};
  const write: Write = (schema) => {
    const { properties = {}, $defs = {} } = z.toJSONSchema(z.object({ it: schema }), { io: 'input', override: plain });
    for (const [name, one] of Object.entries($defs)) {
      if (named[name] !== undefined && !isDeepStrictEqual(named[name], one)) throw new Error(`${id}: two schemas are called "${name}"`);
      named[name] = one;
    }
    return properties['it'] as JsonSchema;
  };
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = `/api/${id}${route.path}`;
    paths[path] = { ...paths[path], [route.method]: operation(id, route, write) };
  }
  const responses = Object.fromEntries(Object.values(refusals).map(({ name, response }) => [name, response]));
  const problem = write(problemShape);
  const document: OpenApiDocument = {
    openapi: '3.1.0',
    info: { title: both(title), version, description: both(summary), license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/', description: 'Tên miền của tỉnh / the host of a province' }],
    tags: [{ name: id, description: both(title) }],
    paths,
    components: {
      schemas: { Problem: problem, ...Object.fromEntries(Object.entries(named).map(([name, schema]) => [prefix + name, schema])) },
      parameters: { IdempotencyKey: idempotencyKey, IfNoneMatch: conditionalRead.header },
      responses: { ...responses, NotModified: conditionalRead.response },
      securitySchemes,
    },
  };
  return JSON.parse(JSON.stringify(document).replaceAll('"#/$defs/', `"#/components/schemas/${prefix}`)) as OpenApiDocument;
}

function operation(id: string, route: Route, write: Write): object {
  const { method, path, access, summary, params, query, body, upload, raw, headers = [], etag, answers } = route;
  const changes = method !== 'get';
  const permission = access.includes(':') ? [access] : [];
  const refused: (keyof typeof refusals)[] = [
    ...(body || upload || raw ? ([400, 413, 415] as const) : []),
    ...(access === 'public' ? [] : ([401, 403] as const)),
    ...(params ? ([404] as const) : []),
    ...(changes ? ([409] as const) : []),
    422,
    429,
    'default',
  ];
  return {
    operationId: `${id}.${method}${path.replace(/[/{}]+/g, '.').replace(/\.$/, '')}`,
    tags: [id],
    summary: summary.vi,
    description: [summary.en ?? summary.vi, ...permission.map((name) => `Permission: \`${name}\`.`)].join('. '),
    security: access === 'public' ? [] : [{ session: permission }, { key: permission }],
    parameters: [
      ...parameters('path', params, write),
      ...parameters('query', query, write),
      ...headers.map((name) => ({ name, in: 'header', schema: { type: 'string' } })),
      ...(changes ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
      ...(etag ? [{ $ref: '#/components/parameters/IfNoneMatch' }] : []),
    ],
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: write(body) } } } }),
    ...(upload && { requestBody: fileBody }),
    ...(raw && { requestBody: { required: true, content: Object.fromEntries(raw.types.map((type) => [type, { schema: rawBody }])) } }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, { description, schema, type }]) => [
          status,
          { description, ...(etag && { headers: conditionalRead.answerHeaders }), ...(schema && { content: { 'application/json': { schema: write(schema) } } }), ...(type && { content: { [type]: { schema: rawBody } } }) },
        ]),
      ),
      ...(etag && { 304: { $ref: '#/components/responses/NotModified' } }),
      ...Object.fromEntries(refused.map((status) => [status, { $ref: `#/components/responses/${refusals[status].name}` }])),
    },
  };
}

function parameters(place: 'path' | 'query', schema: z.ZodObject | undefined, write: Write): object[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = write(schema);
  return Object.entries(properties).map(([name, one]) => ({ name, in: place, required: required.includes(name), schema: one }));
}

/** A format says more than its pattern, and the bounds of exact whole numbers say nothing to a reader. */
function plain({ jsonSchema }: { jsonSchema: JsonSchema }): void {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}

function both({ vi, en }: Text): string {
  return en === undefined ? vi : `${vi} / ${en}`;
}
