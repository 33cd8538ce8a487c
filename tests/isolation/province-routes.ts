import type { TestWorld } from '@tinhthong/core/testing';

/** Every address that answers at a province's host, as `GET /api/core/me`, from the app itself. */
export function provinceRoutes({ app }: TestWorld): string[] {
  const routes = app.routes.flatMap(({ method, path }) => {
    // The first segment is the site that the Host picks: a province's own, or any.
    const own = /^\/(?:@province|:site\{[^}]+\})(?<rest>\/.*|$)/.exec(path)?.groups?.['rest'];
    return method === 'ALL' || own === undefined ? [] : [`${method} ${own || '/'}`];
  });
  return [...new Set(routes)];
}
