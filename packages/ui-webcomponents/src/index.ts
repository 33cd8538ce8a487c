export { type ClientOptions, createClient } from './create-client.ts';
export type { Problem } from './core-api.gen.ts';
