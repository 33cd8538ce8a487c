/** What plugins and deployments build on. Everything else is the core's own. */
export { defineConfig, type DeploymentConfig } from './config.ts';
export * from './plugin/context.ts';
export type { AgencyRow, CommuneRow, CoreViews, EventRow, FileRow } from './plugin/core-views.ts';
export * from './plugin/plugin.ts';
export { forbidden, invalid, notFound, Problem } from './plugin/problem.ts';
export { type Answer, type CallRoute, created, ok, okJson, type Route, type RouteCall, routeOf } from './plugin/route.ts';
export * from './plugin/schemas.ts';
export type { Text } from './plugin/text.ts';
export { fold } from './database/fold.ts';
export { errorLine, errorSummary, field, type FieldErrors, fieldErrors } from './http/pages/fields.ts';
export { type Form, onceField, readForm } from './http/pages/form.ts';
export { icon } from './http/pages/icon.ts';
export { page } from './http/pages/page.ts';
export { type Say, sayIn } from './http/pages/say.ts';
export { formatNumber, formatShare, spanInWords, timeTag } from './http/pages/times-and-numbers.ts';
export { timeOrderedId } from './database/time-ordered-id.ts';
