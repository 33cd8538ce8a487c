import { createHash, hash } from 'node:crypto';
import type { Context as HonoContext } from 'hono';
import type { z } from 'zod';
import { type IdempotencyClaim } from '../events/idempotency.ts';
import type { Actor } from '../plugin/context.ts';
import type { Route, RouteCall } from '../plugin/route.ts';
import { invalid, type Problem } from '../plugin/problem.ts';
import type { Environment } from './environment.ts';
import { readBytes } from './read-bytes.ts';
import { readJson } from './read-json.ts';
import { invalidInput, ofStatus } from './to-problem.ts';

type Request = HonoContext<Environment>;

export const mostUploadBytes = 12 * 1024 * 1024;

export interface Input {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly upload: Uint8Array | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** The body as it came, for the idempotency hash. */
  readonly raw: string | Uint8Array;
}

/** Reads and checks everything a route takes. Unknown fields are errors wherever the schema is strict. */
export async function readInput(c: Request, route: Pick<Route, 'params' | 'query' | 'body' | 'upload' | 'raw' | 'headers'>): Promise<Input> {
  if (c.req.url.includes('%00')) throw ofStatus(400);
  const params = route.params === undefined ? {} : check(route.params, c.req.param(), 'params');
  const query = route.query === undefined ? noQuery(c) : check(route.query, singleValues(c), 'query');
  const headers = headersOf(c, route.headers);
  if (route.upload || route.raw !== undefined) {
    const upload = route.raw === undefined ? await readUpload(c) : await readBytes(c, route.raw.mostBytes);
    return { params, query, body: {}, upload, headers, raw: upload };
  }
  if (route.body === undefined) return { params, query, body: {}, upload: undefined, headers, raw: '' };
  const { value, raw } = await readJson(c);
  return { params, query, body: check(route.body, value, 'body'), upload: undefined, headers, raw };
}

/** The same checks for a page that calls a route of its module. */
export function checkCall(route: Pick<Route, 'params' | 'query' | 'body'>, { params = {}, query = {}, body = {}, upload }: RouteCall): Omit<Input, 'raw'> {
  return {
    params: route.params === undefined ? {} : check(route.params, params, 'params'),
    query: route.query === undefined ? {} : check(route.query, query, 'query'),
    body: route.body === undefined ? {} : check(route.body, body, 'body'),
    upload,
    headers: {},
  };
}

/** Same key, caller, operation and body: a repeat. Same key and another body: a mistake that is refused. */
export function idempotencyOf(c: Request, operation: string, actor: Actor, raw: string | Uint8Array): IdempotencyClaim | undefined {
  const key = c.req.header('idempotency-key');
  if (key === undefined) return undefined;
  return claimOf(key, operation, actor, createHash('sha256').update(c.req.path).update('\0').update(raw).digest());
}

export function claimOf(key: string, operation: string, actor: Actor, bodyHash: Buffer): IdempotencyClaim {
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw invalid('header.idempotency-key', { vi: '1–200 ký tự ASCII, không có khoảng trắng', en: '1–200 ASCII characters without spaces' });
  }
  const id = hash('sha256', [operation, actor.kind, actor.id, key].join('\0'), 'hex').slice(0, 32);
  return { id, bodyHash };
}

function check(schema: z.ZodType, value: unknown, part: 'params' | 'query' | 'body'): unknown {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw invalidInput(parsed.error, part);
  return parsed.data;
}

function headersOf(c: Request, names: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => [[name, c.req.header(name)] as const].filter((pair): pair is [string, string] => pair[1] !== undefined)));
}

function noQuery(c: Request): Record<string, never> {
  const [first] = Object.keys(queriesOf(c));
  if (first !== undefined) throw unknownParameter(first);
  return {};
}

function singleValues(c: Request): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, given] of Object.entries(queriesOf(c))) {
    if (given.length > 1) throw invalid(`query.${name}`, { vi: 'chỉ được có một giá trị', en: 'takes one value only' });
    values[name] = given[0] ?? '';
  }
  return values;
}

/** What the address says, without the key of an embedding website: it is no parameter of the route. */
function queriesOf(c: Request): Record<string, string[]> {
  const { key, ...rest } = c.req.queries();
  return key === undefined || c.get('embed') !== undefined ? rest : { key, ...rest };
}

function unknownParameter(name: string): Problem {
  return invalid(`query.${name}`, { vi: 'tham số không được biết', en: 'unknown parameter' });
}

/** A picture as the body itself, or as the `file` part of a form. */
async function readUpload(c: Request): Promise<Uint8Array> {
  const bytes = await readBytes(c, mostUploadBytes);
  const type = c.req.header('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) return bytes;
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => {
    throw ofStatus(400);
  });
  const file = form.get('file');
  if (!(file instanceof File)) throw invalid('body.file', { vi: 'thiếu tệp', en: 'the file is missing' });
  return new Uint8Array(await file.arrayBuffer());
}
