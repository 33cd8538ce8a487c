import { Hono } from 'hono';
import type { Kernel } from '../kernel.ts';
import { authDocumented } from './auth/documented.ts';
import type { Environment } from './environment.ts';
import { type Documented, moduleDocument, type OpenApiDocument } from './module-document.ts';
import { streamPath } from './stream-document.ts';

/** `/api/openapi.json`: what this province serves now, the modules that are on and no others. */
export function openApiRoute(kernel: Kernel): Hono<Environment> {
  const documents = new Map<string, string>();
  return new Hono<Environment>().get('/api/openapi.json', (c) => {
    c.set('operation', 'GET /api/openapi.json');
    const on = kernel.plugins.all.filter(({ id }) => kernel.moduleOn(c.get('province'), id) !== undefined);
    const key = on.map(({ id, version }) => `${id}@${version}`).join();
    let text = documents.get(key);
    if (text === undefined) documents.set(key, (text = JSON.stringify(openApiDocument([kernel.coreModule, authDocumented, ...on]))));
    return c.body(text, 200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'public, max-age=60' });
  });
}

/**
 * The documents of several modules as one. Modules know nothing of each other and may name their schemas alike,
 * so each name gets its module's in front.
 */
export function openApiDocument([first, ...others]: readonly [Documented, ...Documented[]]): OpenApiDocument {
  const own = (plugin: Documented) => moduleDocument(plugin, `${plugin.id}.`);
  const { info, ...whole } = own(first);
  return others.map(own).reduce<OpenApiDocument>(
    (sum, { tags, paths, components }) => ({
      ...sum,
      tags: [...sum.tags, ...tags],
      paths: { ...sum.paths, ...paths },
      components: { ...sum.components, schemas: { ...sum.components['schemas'], ...components['schemas'] } },
    }),
    { ...whole, info: { ...info, title: 'Tinh Thông' }, paths: { ...whole.paths, ...streamPath } },
  );
}
