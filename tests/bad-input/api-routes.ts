import { attempts, type Sent } from '../isolation/attempts.ts';
import type { Twin } from '../isolation/twin.ts';
import type { Schema } from './positions.ts';

export interface ApiRoute {
  /** `POST /api/field-reports/reports/:code/rate` */
  readonly name: string;
  readonly body: Schema | undefined;
  readonly query: readonly { readonly name: string; readonly schema: Schema }[];
  readonly params: readonly string[];
  /** A whole and valid request. */
  readonly valid: Sent;
}

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema: Schema }[];
}

/** The routes that a province documents, each with what it takes, in the order in which their valid requests all work. */
export async function apiRoutes(of: Twin): Promise<ApiRoute[]> {
  const document: unknown = await (await of.site.request('/api/openapi.json')).json();
  const { paths } = resolved(document, document) as { paths: Record<string, Record<string, Operation>> };
  const documented = new Map<string, Operation>(
    Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => [`${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`, operation]),
    ),
  );
  return Object.entries(attempts).flatMap(([name, [attempt]]) => {
    const operation = documented.get(name);
    if (operation === undefined) return [];
    const placed = (where: string) => (operation.parameters ?? []).filter((parameter) => parameter.in === where);
    const body = operation.requestBody?.content['application/json']?.schema;
    // A file may be JSON too; what it must hold, it says itself.
    return [{ name, body: body?.contentMediaType === undefined ? body : undefined, query: placed('query'), params: placed('path').map((parameter) => parameter.name), valid: attempt.request(of, of) }];
  });
}

/** The document with what it refers to put in its place. */
function resolved(document: unknown, part: unknown): unknown {
  if (Array.isArray(part)) return part.map((one) => resolved(document, one));
  if (typeof part !== 'object' || part === null) return part;
  const { $ref } = part as { $ref?: string };
  if (typeof $ref === 'string') return resolved(document, $ref.split('/').slice(1).reduce((at, key) => (at as Record<string, unknown>)[key], document));
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, resolved(document, value)]));
}
