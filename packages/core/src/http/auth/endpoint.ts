import { type Context as HonoContext, Hono } from 'hono';
import type { z } from 'zod';
import type { AccountSite } from '../../identity/account-site.ts';
import type { Principal } from '../../identity/principal.ts';
import type { SessionState } from '../../identity/read-session.ts';
import type { Answer, Route } from '../../plugin/route.ts';
import type { Environment } from '../environment.ts';
import { bucketOf } from '../caller-address.ts';
import { refuseForeignPage } from '../refuse-foreign-writes.ts';
import { enrolmentRequired, personRequired, requireRecent, signInRequired } from '../guard.ts';
import { checkCall } from '../read-input.ts';
import { readJson } from '../read-json.ts';
import { dataHeaders } from '../standard-headers.ts';
import { ofStatus } from '../to-problem.ts';

/**
 * How far somebody must have come: nobody at all; a session, though its second factor is still to be shown; an account
 * that is in; one that showed who they are a short while ago. At the national sites, where there are no permissions, a
 * member is an account that lacks nothing; a caller may be a program with a key, too.
 */
export type Come = 'nobody' | 'session' | 'account' | 'recent' | 'caller' | 'member' | 'recent-member';

export interface AuthCall<Site> {
  readonly site: Site;
  readonly principal: Principal;
  /** The session that came with the request. */
  readonly session: SessionState;
  readonly network: string;
  readonly language: 'vi' | 'en';
  readonly headers: Headers;
  /** Scheme, host and port of this site, as its own configuration has them. */
  readonly url: string;
}

export interface AuthAnswer extends Answer {
  readonly cookies?: readonly string[];
}

type Shape = z.ZodObject | undefined;
type Output<S extends Shape> = S extends z.ZodObject ? z.output<S> : Record<string, never>;

/** One operation of `/api/auth`, the same at every site that has accounts of its kind. */
export interface Endpoint<Site extends AccountSite = AccountSite, P extends Shape = Shape, Q extends Shape = Shape, B extends Shape = Shape>
  extends Pick<Route, 'path' | 'summary' | 'answers'> {
  readonly method: 'get' | 'post' | 'delete';
  readonly come: Come;
  /** Takes a secret that could be guessed: counted with sign-ins. */
  readonly guessable?: boolean;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  handle(call: AuthCall<Site>, input: { readonly params: Output<P>; readonly query: Output<Q>; readonly body: Output<B> }): Promise<AuthAnswer>;
}

export function endpointOf<Site extends AccountSite>() {
  return <P extends Shape = undefined, Q extends Shape = undefined, B extends Shape = undefined>(endpoint: Endpoint<Site, P, Q, B>): Endpoint<Site> =>
    // Endpoints of different inputs stand in one list; each is called only with what its own schemas parsed.
    endpoint as unknown as Endpoint<Site>;
}

export interface AuthSite<Site> {
  siteOf(c: HonoContext<Environment>): Site;
  urlOf(c: HonoContext<Environment>): string;
}

export function serveEndpoints<Site extends AccountSite>(endpoints: readonly Endpoint<Site>[], { siteOf, urlOf }: AuthSite<Site>, base = '/api/auth'): Hono<Environment> {
  const app = new Hono<Environment>().basePath(base);
  for (const endpoint of endpoints) {
    const { method, path } = endpoint;
    app.on(method.toUpperCase(), path.replace(/\{(\w+)\}/g, ':$1'), async (c) => {
      c.set('operation', `${method.toUpperCase()} ${base}${path}`);
      if (method !== 'get') refuseForeignPage(c);
      if (c.req.url.includes('%00')) throw ofStatus(400);
      const site = siteOf(c);
      const { session, ...call } = await callOf(c, site, urlOf(c));
      admit(endpoint, call.principal);
      if (endpoint.guessable) await slowDown(site, call.network);
      const input = checkCall(endpoint as Pick<Route, 'params' | 'query' | 'body'>, {
        params: c.req.param(),
        query: c.req.query(),
        ...(endpoint.body && { body: (await readJson(c)).value as object }),
      });
      return respond(c, await endpoint.handle({ ...call, session: session! }, input as never));
    });
  }
  return app;
}

// Enough for a mistyping office behind one address; far too slow for guessing.
const triesPerMinute = 20;

/** Pages and API count together. @throws Problem 429 */
export async function slowDown(site: AccountSite, network: string): Promise<void> {
  await site.rateLimits('sign-in by address', triesPerMinute)(`${site.name}|${network}`);
}

export async function callOf<Site extends AccountSite>(
  c: HonoContext<Environment>,
  site: Site,
  url: string,
): Promise<Omit<AuthCall<Site>, 'session'> & { readonly session: SessionState | null }> {
  const principal = c.get('principal') ?? (await site.principal(c.req.raw.headers));
  return { site, principal, session: principal.session, network: bucketOf(c.get('address')), language: c.get('language'), headers: c.req.raw.headers, url };
}

export function admit({ come }: Pick<Endpoint, 'come'>, principal: Principal): void {
  if (come === 'nobody') return;
  if (come === 'session' ? principal.session === null : principal.actor.kind === 'anonymous') throw signInRequired(principal);
  if ((come === 'caller' || come === 'member' || come === 'recent-member') && principal.lacks !== null) throw enrolmentRequired();
  if (come !== 'caller' && principal.session === null) throw personRequired();
  if (come === 'recent' || come === 'recent-member') requireRecent(principal);
}

function respond(c: HonoContext<Environment>, { status, body, headers = {}, cookies = [] }: AuthAnswer): Response {
  const text = body === undefined ? null : JSON.stringify(body);
  const own = { 'cache-control': 'no-store', ...(text !== null && { 'content-type': 'application/json; charset=utf-8' }), ...headers };
  const response = new Response(text, { status, headers: dataHeaders(c, own) });
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  return response;
}
