import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import type { Context as HonoContext } from 'hono';
import { holds } from '../access/ability.ts';
import type { Kernel } from '../kernel.ts';
import { createContext } from '../modules/create-context.ts';
import type { Principal } from '../identity/principal.ts';
import type { Plugin } from '../plugin/plugin.ts';
import { forbidden, Problem } from '../plugin/problem.ts';
import type { Answer, Route } from '../plugin/route.ts';
import type { Environment } from './environment.ts';
import { bucketOf, rateLimit } from './guards.ts';
import { idempotencyOf, readInput } from './read-input.ts';
import { languageOf } from './problem-response.ts';
import { ofStatus } from './to-problem.ts';

/** The routes of one plugin as an app, the same for every province: guard, input, context, handler, answer. */
export function moduleRoutes(kernel: Kernel, plugin: Plugin): Hono<Environment> {
  const app = new Hono<Environment>();
  for (const route of plugin.routes) {
    const path = route.path.replace(/\{(\w+)\}/g, ':$1');
    const operation = `${route.method.toUpperCase()} /api/${plugin.id}${route.path}`;
    const limit = route.perMinute === undefined ? undefined : rateLimit(route.perMinute * kernel.limitFactor);
    app.on(route.method.toUpperCase(), path, async (c) => {
      c.set('operation', operation);
      const principal = c.get('principal');
      guard(route, principal);
      await limit?.(`${c.get('province').id}|${bucketOf(c.get('address'))}`);
      const input = await readInput(c, route);
      const province = c.get('province');
      const idempotency = route.method === 'get' ? undefined : idempotencyOf(c, operation, principal.actor, input.raw);
      const ctx = createContext({
        kernel,
        province,
        plugin,
        database: c.get('database'),
        principal,
        language: languageOf(c.req.header('accept-language')),
        ...(route.access.includes(':') && { permission: route.access }),
        ...(idempotency && { idempotency }),
      });
      return respond(c, route, await route.handle(ctx, input as never));
    });
  }
  for (const path of new Set(plugin.routes.map((route) => route.path))) {
    const allow = plugin.routes.filter((route) => route.path === path).map(({ method }) => method.toUpperCase());
    app.all(path.replace(/\{(\w+)\}/g, ':$1'), () => {
      const { status, code, title } = ofStatus(405);
      throw new Problem(status, code, title, { headers: { allow: allow.join(', ') } });
    });
  }
  return app;
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
  const all: Record<string, string> = { ...headers };
  if (text !== null) all['content-type'] = 'application/json; charset=utf-8';
  if (route.etag && status === 200 && text !== null) {
    const etag = `"${createHash('sha1').update(text).digest('base64url')}"`;
    all['etag'] = etag;
    all['cache-control'] = 'public, no-cache';
    if (c.req.header('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers: all });
  } else if (all['cache-control'] === undefined) {
    all['cache-control'] = 'no-store';
  }
  return new Response(text, { status, headers: all });
}
