import { hash } from 'node:crypto';
import { Hono } from 'hono';
import type { Context as HonoContext } from 'hono';
import { holds } from '../access/ability.ts';
import type { Kernel } from '../kernel.ts';
import type { IdempotencyClaim } from '../events/idempotency.ts';
import { createContext } from '../modules/create-context.ts';
import type { Principal } from '../identity/principal.ts';
import type { Context } from '../plugin/context.ts';
import type { Plugin } from '../plugin/plugin.ts';
import { forbidden, Problem } from '../plugin/problem.ts';
import type { Answer, CallRoute, Route } from '../plugin/route.ts';
import type { Environment } from './environment.ts';
import { bucketOf, rateLimit } from './guards.ts';
import { checkCall, claimOf, idempotencyOf, readInput } from './read-input.ts';
import { dataHeaders } from './standard-headers.ts';
import { ofStatus } from './to-problem.ts';

export interface ModuleRoutes {
  /** The API at `/api/<plugin id>`. */
  readonly app: Hono<Environment>;
  /** The same routes for the module's own pages, within one request. */
  callIn(c: HonoContext<Environment>): CallRoute;
}

/** The routes of one plugin, the same for every province: guard, limit, input, context, handler, answer. */
export function moduleRoutes(kernel: Kernel, plugin: Plugin): ModuleRoutes {
  const app = new Hono<Environment>();
  const limits = new Map(plugin.routes.map((route) => [route, route.perMinute === undefined ? undefined : rateLimit(route.perMinute * kernel.limitFactor)]));
  const operationOf = (route: Route) => `${route.method.toUpperCase()} /api/${plugin.id}${route.path}`;

  async function admit(c: HonoContext<Environment>, route: Route): Promise<void> {
    guard(route, c.get('principal'));
    await limits.get(route)?.(`${c.get('province').id}|${bucketOf(c.get('address'))}`);
  }

  function contextOf(c: HonoContext<Environment>, route: Route, idempotency: IdempotencyClaim | undefined): Context {
    return createContext({
      kernel,
      province: c.get('province'),
      plugin,
      database: c.get('database'),
      principal: c.get('principal'),
      language: c.get('language'),
      ...(route.access.includes(':') && { permission: route.access }),
      ...(idempotency && { idempotency }),
    });
  }

  for (const route of plugin.routes) {
    const path = route.path.replace(/\{(\w+)\}/g, ':$1');
    const operation = operationOf(route);
    app.on(route.method.toUpperCase(), path, async (c) => {
      c.set('operation', operation);
      await admit(c, route);
      const input = await readInput(c, route);
      const idempotency = route.method === 'get' ? undefined : idempotencyOf(c, operation, c.get('principal').actor, input.raw);
      return respond(c, route, await route.handle(contextOf(c, route, idempotency), input as never));
    });
  }

  return {
    app,
    callIn: (c) => async (route, call = {}) => {
      await admit(c, route);
      const input = checkCall(route, call);
      const idempotency = call.repeat && claimOf(call.repeat.key, operationOf(route), c.get('principal').actor, call.repeat.hash);
      const { json, body } = await route.handle(contextOf(c, route, idempotency), input as never);
      return json === undefined ? body : JSON.parse(json);
    },
  };
}

/** Default deny: only `public` lets an unknown caller in. */
function guard({ access }: Route, principal: Principal): void {
  if (access === 'public') return;
  if (principal.actor.kind === 'anonymous') throw signInRequired(principal.rejected);
  if (access !== 'signed-in' && !holds(principal.ability, access)) throw forbidden();
}

export function signInRequired(rejected: boolean): Problem {
  return rejected
    ? new Problem(401, 'session-not-valid', {
        vi: 'Phiên đăng nhập hoặc khóa API không còn hiệu lực ở tỉnh này.',
        en: 'The session or API key is not valid in this province.',
      })
    : ofStatus(401);
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
