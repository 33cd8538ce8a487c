import type { Context as HonoContext, MiddlewareHandler } from 'hono';
import { embedKeys } from '../../identity/embed-keys.ts';
import type { Kernel } from '../../kernel.ts';
import { Problem } from '../../plugin/problem.ts';
import type { Route } from '../../plugin/route.ts';
import type { Environment } from '../environment.ts';
import { whyNot } from './why-not.ts';

/**
 * Widgets on other websites call with `?key=pk_…`: in the address, because a preflight carries nothing else. A key opens
 * public reads and the writes that a module marks, to pages of the origins it names. Origins bind browsers alone; what
 * a key opens is public anyway.
 */
const keyPattern = /^pk_\w{3,60}$/;
const perMinute = 1_200;
const preflightSeconds = 600;

/** The embed key in the address of a request, if there is one. */
export function embedKeyOf(c: HonoContext): string | undefined {
  const key = c.req.query('key');
  return key !== undefined && keyPattern.test(key) ? key : undefined;
}

/** Answers preflights, refuses what a key does not open, and tells the browser which page may read the answer. */
export function embedded(kernel: Kernel): MiddlewareHandler<Environment> {
  const keys = embedKeys(kernel.registry.bus);
  const limit = kernel.rateLimits('embed key', perMinute);
  return async (c, next) => {
    const key = embedKeyOf(c);
    if (key === undefined || c.req.path.startsWith('/@province/embed/')) return next();
    const { province, database } = c.var;
    const origin = c.req.header('origin');
    const own = origin === undefined || origin === new URL(c.req.url).origin;
    const refused = await keys.refusal(province.id, database, key, own ? null : origin);
    if (refused !== undefined) throw new Problem(403, `embed-${refused}`, whyNot[refused], { detail: whereToLook, headers: { vary: 'Origin' } });
    await limit(`${province.id}|${key}`);
    const preflight = c.req.method === 'OPTIONS';
    const method = preflight ? (c.req.header('access-control-request-method') ?? '') : c.req.method;
    if (!isEmbeddable(kernel, c, method)) throw notEmbeddable();
    c.set('embed', key);
    const shared: Record<string, string> = { vary: 'Origin', 'cross-origin-resource-policy': 'cross-origin' };
    if (!own) {
      shared['access-control-allow-origin'] = origin;
      shared['access-control-expose-headers'] = 'ETag, Retry-After, X-Request-Id';
    }
    if (preflight) {
      return new Response(null, {
        status: 204,
        headers: { ...shared, 'access-control-allow-methods': method, 'access-control-allow-headers': 'Content-Type, Idempotency-Key, If-None-Match', 'access-control-max-age': String(preflightSeconds) },
      });
    }
    await next();
    for (const [name, value] of Object.entries(shared)) c.res.headers.set(name, value);
  };
}

export function canBeEmbedded({ access, method, embed }: Route): boolean {
  return access === 'public' && (method === 'get' || embed === true);
}

function isEmbeddable(kernel: Kernel, c: HonoContext<Environment>, method: string): boolean {
  const [, id, rest] = /^\/@province\/api\/([a-z0-9-]+)(\/.*)$/.exec(c.req.path) ?? [];
  const plugin = id === undefined ? undefined : kernel.moduleOn(c.get('province'), id);
  const wanted = method === 'HEAD' ? 'GET' : method;
  return plugin?.routes.some((route) => canBeEmbedded(route) && route.method.toUpperCase() === wanted && patternOf(route.path).test(rest!)) ?? false;
}

const patterns = new Map<string, RegExp>();

function patternOf(path: string): RegExp {
  let pattern = patterns.get(path);
  if (pattern === undefined) patterns.set(path, (pattern = new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`)));
  return pattern;
}

const whereToLook = { vi: 'Kiểm tra ở /api/embed/check?key=…&origin=….', en: 'See /api/embed/check?key=…&origin=….' };

function notEmbeddable(): Problem {
  return new Problem(
    403,
    'not-embeddable',
    { vi: 'Khóa nhúng chỉ mở phần đọc công khai và biểu mẫu dành cho trang web khác.', en: 'An embed key opens public reads and the forms meant for other websites.' },
    { headers: { vary: 'Origin' } },
  );
}
