import { hash } from 'node:crypto';
import { Hono } from 'hono';
import type { Context as HonoContext } from 'hono';
import type { Kernel } from '../kernel.ts';
import { type IdempotencyClaim, isKept } from '../events/idempotency.ts';
import { createContext } from '../modules/create-context.ts';
import type { Context } from '../plugin/context.ts';
import type { Turn } from '../modules/watch/watch.ts';
import type { Plugin } from '../plugin/plugin.ts';
import type { Answer, CallRoute, Route, RouteCall } from '../plugin/route.ts';
import type { Environment } from './environment.ts';
import { guard } from './guard.ts';
import { bucketOf } from './caller-address.ts';
import { checkCall, claimOf, idempotencyOf, readInput } from './read-input.ts';
import { dataHeaders } from './standard-headers.ts';
import { streamPieces } from './stream-pieces.ts';

export interface ModuleRoutes {
  /** The API at `/api/<plugin id>`. */
  readonly app: Hono<Environment>;
  /** The same routes for the module's own pages, within one request. */
  callIn(c: HonoContext<Environment>, turn: Turn): CallRoute;
}

/** The routes of one plugin, the same for every province: guard, limit, input, context, handler, answer. */
export function moduleRoutes(kernel: Kernel, plugin: Plugin): ModuleRoutes {
  const app = new Hono<Environment>();
  const operationOf = (route: Route) => `${route.method.toUpperCase()} /api/${plugin.id}${route.path}`;
  const limits = new Map(plugin.routes.map((route) => [route, route.perMinute === undefined ? undefined : kernel.rateLimits(operationOf(route), route.perMinute)]));

  async function admit(c: HonoContext<Environment>, route: Route): Promise<void> {
    guard(route, c.get('principal'));
    await limits.get(route)?.(`${c.get('province').id}|${bucketOf(c.get('address'))}`);
  }

  function contextOf(c: HonoContext<Environment>, route: Route, idempotency: IdempotencyClaim | undefined, turn?: Turn): Context {
    return createContext({
      kernel,
      province: c.get('province'),
      plugin,
      database: c.get('database'),
      principal: c.get('principal'),
      language: c.get('language'),
      ...fromOf(c),
      ...(route.access.includes(':') && { permission: route.access }),
      ...(idempotency && { idempotency }),
      ...(turn && { turn }),
    });
  }

  for (const route of plugin.routes) {
    const path = route.path.replace(/\{(\w+)\}/g, ':$1');
    const operation = operationOf(route);
    app.on(route.method.toUpperCase(), path, async (c) => {
      c.set('operation', operation);
      await admit(c, route);
      const handler = { province: c.get('province'), plugin, operation, caller: callerOf(c), about: { request: c.get('requestId') } };
      // A pattern of its schema may take for ever as well; how long a body takes to arrive is not the module's doing.
      const input = await kernel.watch.named(handler, () => readInput(c, route));
      const idempotency = route.method === 'get' ? undefined : idempotencyOf(c, operation, c.get('principal').actor, input.raw);
      return respond(kernel, c, route, await kernel.watch.runAtMost(handler, (turn) => route.handle(contextOf(c, route, idempotency, turn), input as never)));
    });
  }

  return {
    app,
    callIn(c, turn) {
      const claim = (route: Route, repeat: RouteCall['repeat']) => repeat && claimOf(repeat.key, operationOf(route), c.get('principal').actor, repeat.hash);
      const call = async (route: Route, given: RouteCall = {}) => {
        await admit(c, route);
        const input = checkCall(route, given);
        const { json, body } = await route.handle(contextOf(c, route, claim(route, given.repeat), turn), input as never);
        return json === undefined ? body : JSON.parse(json);
      };
      const wasMade: CallRoute['wasMade'] = async (route, repeat) => repeat !== undefined && isKept(c.get('database').db, claim(route, repeat)!);
      return Object.assign(call, { wasMade, guard: (route: Route) => guard(route, c.get('principal')) });
    },
  };
}

/** The bucket of the caller's address, for `ctx.caller`; nothing where no connection is behind the request. */
export function fromOf(c: HonoContext<Environment>): { readonly from?: string } {
  return c.env?.incoming === undefined ? {} : { from: bucketOf(c.get('address')) };
}

/** Who could send the same request again and again: so that one alone cannot have a module suspended. */
export function callerOf(c: HonoContext<Environment>): string {
  return c.get('principal').actor.id ?? bucketOf(c.get('address'));
}

function respond(kernel: Kernel, c: HonoContext<Environment>, route: Route, answer: Answer): Response {
  const { status, body, json, bytes, pieces, type, headers } = answer;
  if (bytes !== undefined) return new Response(bytes as BodyInit, { status, headers: { 'content-type': type ?? 'application/octet-stream', ...headers } });
  if (pieces !== undefined) {
    const own = dataHeaders(c, { 'content-type': type ?? 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers });
    return new Response(streamPieces(pieces, (until) => kernel.pools.use(c.get('province'), () => until)), { status, headers: own });
  }
  const text = json ?? (body === undefined ? null : JSON.stringify(body));
  const own: Record<string, string> = { ...headers };
  if (text !== null) own['content-type'] = 'application/json; charset=utf-8';
  if (route.etag && status === 200 && text !== null) {
    const etag = `"${hash('sha1', text, 'base64url')}"`;
    own['etag'] = etag;
    own['cache-control'] = 'public, no-cache';
    if (c.req.header('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers: dataHeaders(c, own) });
  } else {
    own['cache-control'] ??= 'no-store';
  }
  return new Response(text, { status, headers: dataHeaders(c, own) });
}
