import type { Context as HonoContext } from 'hono';
import type { Environment } from './environment.ts';

type Headers = Readonly<Record<string, string>>;

/** The policy of a page: scripts and styles come from our own origin only. By default nobody frames it. */
export function pagePolicy(frameAncestors = "'none'"): string {
  return `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ${frameAncestors}; manifest-src 'self'`;
}

/** No page of ours is framed, sniffed or leaks its address. */
const page: Headers = {
  'content-security-policy': pagePolicy(),
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'geolocation=(self), camera=(self), microphone=()',
};

/** Data runs nothing and shows nothing, whatever a browser takes it for. */
const data: Headers = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
};

/**
 * An answer of the API with the standard headers from the start. As one plain object: making a Headers object later
 * takes as long as the rest of a small answer.
 */
export function dataHeaders(c: HonoContext<Environment>, own: Headers): Record<string, string> {
  c.set('headed', true);
  return { ...data, 'x-request-id': c.get('requestId'), ...(c.get('secure') && transport), ...own };
}

/** Adds the standard headers to whatever answer has none yet; an answer's own stay. */
export function addStandardHeaders(c: HonoContext<Environment>): void {
  if (c.get('headed')) return;
  const { headers } = c.res;
  const standard = headers.get('content-type')?.startsWith('text/html') ? page : data;
  for (const [name, value] of Object.entries(standard)) if (!headers.has(name)) headers.set(name, value);
  if (c.get('secure')) for (const [name, value] of Object.entries(transport)) headers.set(name, value);
  headers.set('x-request-id', c.get('requestId'));
}

const transport: Headers = { 'strict-transport-security': 'max-age=31536000' };
