import type { Hono } from 'hono';
import { Problem } from '../plugin/problem.ts';
import type { Environment } from './environment.ts';
import { ofStatus } from './to-problem.ts';

/** Answers 405 and `Allow` where an address is right and the method is not. Called once every route is in its place. */
export function refuseOtherMethods(app: Hono<Environment>): void {
  const routes = app.routes.filter(({ method }) => method !== 'ALL');
  for (const [path, ofPath] of Map.groupBy(routes, (route) => route.path)) {
    const allow = new Set(ofPath.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])));
    app.all(path, async (c, next) => {
      if (allow.has(c.req.method)) return next();
      const { status, code, title } = ofStatus(405);
      throw new Problem(status, code, title, { headers: { allow: [...allow].join(', ') } });
    });
  }
}
