import type { z } from 'zod';
import type { Context, ModuleTypes } from './context.ts';
import type { PermissionName } from './permission-name.ts';
import type { Text } from './text.ts';

/**
 * What a handler answers. `json` is a JSON text passed on as it is: hot reads have PostgreSQL build it.
 * A file answers with `bytes` and its `type`.
 */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly json?: string;
  readonly bytes?: Uint8Array;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: unknown): Answer => ({ status: 201, body });
export const okJson = (json: string): Answer => ({ status: 200, json });

type Shape = z.ZodObject | undefined;
type Output<S extends Shape> = S extends z.ZodObject ? z.output<S> : Record<string, never>;

export interface RouteInput<P extends Shape, Q extends Shape, B extends Shape> {
  readonly params: Output<P>;
  readonly query: Output<Q>;
  readonly body: Output<B>;
  /** The file of a route that takes one; empty elsewhere. */
  readonly upload: Uint8Array;
}

/**
 * One operation of a module's HTTP API, served at `/api/<plugin id><path>`.
 *
 * `access` is the guard and has no default: `public`, `signed-in`, or a permission declared by the plugin.
 * A permission that a role grants only under a condition ("agency is mine") must be narrowed by the handler
 * with `ctx.authorize` or `ctx.allowed`; one that forgets is refused before its change commits.
 */
export interface Route<
  M extends ModuleTypes = ModuleTypes,
  P extends Shape = Shape,
  Q extends Shape = Shape,
  B extends Shape = Shape,
> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** OpenAPI form: `/reports/{code}`. */
  readonly path: `/${string}`;
  readonly access: 'public' | 'signed-in' | PermissionName;
  /** Changes access: only for a person who showed who they are in the last 15 minutes, never for a key. */
  readonly recent?: true;
  /** A public write that widgets on other websites may make with an embed key; public reads may be made anyway. */
  readonly embed?: true;
  readonly summary: Text;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Takes a file instead of JSON: as the body itself, or as the part `file` of a form. At most 12 MB. */
  readonly upload?: true;
  readonly answers: Readonly<Record<number, { readonly description: string; readonly schema?: z.ZodType }>>;
  /** Public reads: the answer carries an `ETag`, and 304 to whoever has it. */
  readonly etag?: boolean;
  /** A tighter limit than the address's general one: calls a minute from one address. */
  readonly perMinute?: number;
  handle(ctx: Context<M>, input: RouteInput<P, Q, B>): Promise<Answer>;
}

/** What a page hands to one of its module's routes: unchecked, as it came from a form or an address. */
export interface RouteCall {
  readonly params?: object;
  readonly query?: object;
  readonly body?: object;
  readonly upload?: Uint8Array;
  /** Of the form behind a write: a second press of the same button finds the first one's result. */
  readonly repeat?: { readonly key: string; readonly hash: Buffer };
}

/**
 * Calls a route of the same module from one of its pages as the API would: guard, limits, schemas, idempotency, handler.
 * Resolves to the body of the answer; rejects with the `Problem` that the API would send.
 */
export type CallRoute = (route: Route, call?: RouteCall) => Promise<unknown>;

/** Types a module's routes: `export const route = routeOf<FieldReports>();` */
export function routeOf<M extends ModuleTypes>() {
  return <P extends Shape = undefined, Q extends Shape = undefined, B extends Shape = undefined>(
    definition: Route<M, P, Q, B>,
    // Routes of different inputs stand in one list; each is called only with what its own schemas parsed.
  ): Route => definition as unknown as Route;
}
