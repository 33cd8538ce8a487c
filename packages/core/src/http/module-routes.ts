import { hash } from 'node:crypto';
import { Hono } from 'hono';
import type { Context as HonoContext } from 'hono';
import type { Kernel } from '../kernel.ts';
import type { IdempotencyClaim } from '../events/idempotency.ts';
import { createContext } from '../modules/create-context.ts';
import type { Context } from '../plugin/context.ts';
import type { Turn } from '../modules/watch/watch.ts';
import type { Plugin } from '../plugin/plugin.ts';
import type { Answer, CallRoute, Route } from '../plugin/route.ts';
import type { Environment } from './environment.ts';
import { guard } from './guard.ts';
import { bucketOf } from './caller-address.ts';
import { checkCall, claimOf, idempotencyOf, readInput } from './read-input.ts';
import { dataHeaders } from './standard-headers.ts';

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
      return respond(c, route, await kernel.watch.runAtMost(handler, (turn) => route.handle(contextOf(c, route, idempotency, turn), input as never)));
    });
  }

  return {
    app,
    callIn: (c, turn) => async (route, call = {}) => {
      await admit(c, route);
      const input = checkCall(route, call);
      const idempotency = call.repeat && claimOf(call.repeat.key, operationOf(route), c.get('principal').actor, call.repeat.hash);
      const { json, body } = await route.handle(contextOf(c, route, idempotency, turn), input as never);
      return json === undefined ? body : JSON.parse(json);
    },
  };
}

/** Who could send the same request again and again: so that one alone cannot have a module suspended. */
export function callerOf(c: HonoContext<Environment>): string {
  return c.get('principal').actor.id ?? bucketOf(c.get('address'));
}

function respond(c: HonoContext<Environment>, route: Route, answer: Answer): Response {
  const { status, body, json, bytes, type, headers } = answer;
  if (bytes !== undefined) return new Response(bytes as BodyInit, { status, headers: { 'content-type': type ?? 'application/octet-stream', ...headers } });
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
