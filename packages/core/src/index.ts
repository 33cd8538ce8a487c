/** What plugins and deployments build on. Everything else is the core's own. */
export { defineConfig, type DeploymentConfig } from './config.ts';
export * from './plugin/context.ts';
export type { AgencyRow, CommuneRow, CoreViews, EventRow, FileRow } from './plugin/core-views.ts';
export * from './plugin/plugin.ts';
export { forbidden, invalid, notFound, Problem } from './plugin/problem.ts';
export { type Answer, created, ok, okJson, type Route, routeOf } from './plugin/route.ts';
export * from './plugin/schemas.ts';
export type { Text } from './plugin/text.ts';
export { fold } from './database/fold.ts';
