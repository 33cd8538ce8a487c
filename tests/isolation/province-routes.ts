import type { TestWorld } from '@tinhthong/core/testing';

/** Every address that answers at a province's host, as `GET /api/core/me`, from the app itself. */
export function provinceRoutes({ app }: TestWorld): string[] {
  const routes = app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/@province'))
    .map(({ method, path }) => `${method} ${path.slice('/@province'.length) || '/'}`);
  return [...new Set(routes)];
}
