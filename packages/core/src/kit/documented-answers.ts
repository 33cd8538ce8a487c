import { z } from 'zod';
import { problemShape } from '../http/problem-response.ts';
import type { Plugin } from '../plugin/plugin.ts';
import type { TestRequest, TestSite } from './test-site.ts';

export interface DocumentedSite extends TestSite {
  /** What was answered otherwise than documented, a line each. */
  readonly faults: readonly string[];
  /** Operations of which no answer below 400 has been seen. */
  unseen(): string[];
}

/**
 * Holds every answer of a site against the documentation of the modules: a status that the route names, and a body that
 * is just what its schema says, with nothing missing and nothing beside it. Refusals must be problems.
 */
export function documentedSite(site: TestSite, modules: readonly Plugin[]): DocumentedSite {
  const operations = modules.flatMap(({ id, routes }) =>
    routes.map((route) => {
      const path = `/api/${id}${route.path}`;
      const method = route.method.toUpperCase();
      return { name: `${method} ${path}`, method, pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`), answers: route.answers };
    }),
  );
  const faults: string[] = [];
  const unseen = new Set(operations.map(({ name }) => name));

  async function judge(path: string, init: TestRequest, response: Response): Promise<string | undefined> {
    const method = init.method ?? (init.json === undefined ? 'GET' : 'POST');
    const { pathname } = new URL(path, 'http://site');
    const operation = operations.find((one) => one.method === method && one.pattern.test(pathname));
    if (operation === undefined) return `${method} ${path}: not documented`;
    const { name, answers } = operation;
    const text = await response.text();
    const refused = response.status >= 400;
    if (!refused) unseen.delete(name);
    const documented = refused ? { schema: problemShape } : answers[response.status];
    if (documented === undefined) return `${name}: ${response.status} is not documented`;
    if ('type' in documented && documented.type !== undefined) {
      const type = response.headers.get('content-type');
      return type?.startsWith(documented.type) ? undefined : `${name}: ${response.status} is ${type}, not ${documented.type}`;
    }
    if (documented.schema === undefined) return text === '' ? undefined : `${name}: ${response.status} has a body`;
    const fault = bodyFault(documented.schema, JSON.parse(text));
    return fault && `${name}: ${response.status} ${fault}`;
  }

  return {
    host: site.host,
    faults,
    unseen: () => [...unseen],
    async request(path, init = {}) {
      const response = await site.request(path, init);
      const fault = await judge(path, init, response.clone());
      if (fault !== undefined) faults.push(fault);
      return response;
    },
  };
}

/** How a value differs from its schema: what is missing or wrong, and what stands beside it. */
export function bodyFault(schema: z.ZodType, body: unknown): string | undefined {
  const parsed = schema.safeParse(body);
  if (!parsed.success) return z.prettifyError(parsed.error);
  // Parsing leaves out what the schema does not name.
  const extra = beside(body, parsed.data, '');
  return extra.length === 0 ? undefined : `also holds ${extra.join(', ')}`;
}

function beside(whole: unknown, named: unknown, path: string): string[] {
  if (typeof whole !== 'object' || whole === null) return [];
  return Object.entries(whole).flatMap(([key, value]) =>
    Object.hasOwn(named as object, key) ? beside(value, (named as Record<string, unknown>)[key], `${path}${key}.`) : [path + key],
  );
}
