export { define } from './base/define.ts';
export { type Home, type Refusal, whyRefused } from './base/home.ts';
export { type Language, languageOf, type Say, type Text } from './base/language.ts';
export { TtElement, TtWidget } from './base/tt-element.ts';
export { type ClientOptions, createClient } from './client/create-client.ts';
export type { paths as CorePaths, Problem } from './client/core-api.gen.ts';
export { localTime } from './base/local-time.ts';
export { newKey } from './base/new-key.ts';
export { TtControl } from './base/tt-control.ts';
