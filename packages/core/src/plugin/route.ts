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
  /** Made piece by piece while it is sent, for what is too long to be held; with its `type`. */
  readonly pieces?: AsyncIterable<string>;
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
  /** The file of a route that takes one, or the body as it came; empty elsewhere. */
  readonly upload: Uint8Array;
  /** Those that the route names, where they were sent. */
  readonly headers: Readonly<Record<string, string>>;
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
  /** Takes the body byte for byte, as `upload`: for what is signed, or has a format of its own. `types` are documented, not asked for. */
  readonly raw?: { readonly types: readonly string[]; readonly mostBytes: number };
  /** Headers that the handler reads, by their names in lower case: a signature. */
  readonly headers?: readonly string[];
  /** By status; a file has its media `type` in place of a schema. */
  readonly answers: Readonly<Record<number, { readonly description: string; readonly schema?: z.ZodType; readonly type?: string }>>;
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
export interface CallRoute {
  (route: Route, call?: RouteCall): Promise<unknown>;
  /** Whether the write behind this form has been made: by a first press of the same button. */
  wasMade(route: Route, repeat: RouteCall['repeat']): Promise<boolean>;
  /** For a page that asks for what the route takes: throws the 401 or 403 that whoever fills it in would end with. */
  guard(route: Route): void;
}

/** Types a module's routes: `export const route = routeOf<FieldReports>();` */
export function routeOf<M extends ModuleTypes>() {
  return <P extends Shape = undefined, Q extends Shape = undefined, B extends Shape = undefined>(
    definition: Route<M, P, Q, B>,
    // Routes of different inputs stand in one list; each is called only with what its own schemas parsed.
  ): Route => definition as unknown as Route;
}
