import type { Hono } from 'hono';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Migration } from 'kysely/migration';
import type { z } from 'zod';
import type { Context, LoggedEvent, ModuleTypes, Task, Trx } from './context.ts';
import type { CallRoute, Route } from './route.ts';
import type { Text } from './text.ts';

/** Who may see events of a type: everyone, the agency named in the event, or holders of a permission. */
export type Visibility = 'public' | 'agency' | `${string}:${string}`;

export interface EventType {
  readonly title: Text;
  readonly visibleTo: Visibility;
  readonly data: z.ZodType;
}

export interface Permission {
  readonly title: Text;
  /** Role ids that onboarding suggests it for. */
  readonly suggestedRoles: readonly string[];
}

/**
 * Background work. `run` takes one task; `runAll` takes a batch of them inside one transaction, set-wise,
 * for jobs that must keep up with a flood. Either way the database effect and the tasks' completion commit together:
 * `run` calls `ctx.change` at most once.
 */
export interface Job<M extends ModuleTypes = ModuleTypes> {
  readonly title: Text;
  /** Five fields, Vietnam's time. Runs once a period, over all nodes; the payload is `{}`. */
  readonly cron?: string;
  readonly timeoutSeconds: number;
  /** After so many failures the task is dead, visible, and can be run again by hand. Default 8. */
  readonly attempts?: number;
  run?(ctx: Context<M>, task: Task, signal: AbortSignal): Promise<void>;
  runAll?(ctx: Context<M>, trx: Trx<M>, tasks: readonly Task[]): Promise<void>;
}

/** Rows kept up to date from the event log, in its order, at most a second behind it. */
export interface Projection<M extends ModuleTypes = ModuleTypes> {
  /** Event types of this plugin that it folds. */
  readonly of: readonly string[];
  apply(ctx: Context<M>, trx: Trx<M>, events: readonly LoggedEvent[]): Promise<void>;
}

export interface Metric<M extends ModuleTypes = ModuleTypes> {
  readonly title: Text;
  readonly unit: string;
  readonly direction: 'up' | 'down' | 'none';
  /** Smallest denominator that may be ranked. */
  readonly leastN: number;
  /** Bounds of the histogram's buckets, for duration metrics. */
  readonly buckets?: readonly number[];
  compute(
    ctx: Context<M>,
    period: { readonly from: Date; readonly to: Date },
  ): Promise<{ readonly numerator: number; readonly denominator: number; readonly histogram?: readonly number[] }>;
}

export type PersonalData<M extends ModuleTypes = ModuleTypes> =
  | { readonly none: string }
  | {
      /** `table.column` → what it is and why it is kept. */
      readonly fields: Readonly<Record<string, { readonly purpose: Text; readonly sensitive?: boolean }>>;
      readonly retention: Text;
      /** Everything held about an account, as a JSON value. */
      exportFor(ctx: Context<M>, accountId: string): Promise<unknown>;
      eraseFor(ctx: Context<M>, accountId: string): Promise<void>;
    };

/** What Hono's `html` makes: a page or a part of one, every value in it escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A tile of the citizen portal. */
export interface PortalFunction {
  readonly title: Text;
  readonly summary: Text;
  readonly href: `/${string}`;
  /** A drawing of the core's `icons.svg`, by name. */
  readonly icon: string;
  /** A word or two: with it the function also stands in the header of every page. */
  readonly short?: Text;
  /** Only for whoever holds it: a function of staff, and the place where they land after signing in. */
  readonly permission?: `${string}:${string}`;
}

/** What a request to a mounted app carries. */
export interface MountEnvironment<M extends ModuleTypes = ModuleTypes> {
  Variables: { ctx: Context<M>; call: CallRoute };
}

/** A custom element for foreign pages, or a screen of the console; built by the plugin's own Vite. */
export interface InterfacePart {
  readonly tag: `tt-${string}`;
  readonly title: Text;
  /** Module path inside the plugin's built `ui/`. */
  readonly module: string;
}

/** A layer of the common map. */
export interface MapLayer<M extends ModuleTypes = ModuleTypes> {
  readonly title: Text;
  readonly access: 'public' | `${string}:${string}`;
  features(ctx: Context<M>, bbox: readonly [number, number, number, number]): Promise<string>;
}

export interface SearchSource<M extends ModuleTypes = ModuleTypes> {
  readonly access: 'public' | `${string}:${string}`;
  find(ctx: Context<M>, words: string, limit: number): Promise<readonly { title: string; detail: string; href: string }[]>;
}

/**
 * The declaration of a plugin: data, apart from the handlers it names. Importing it runs nothing;
 * lists, permission pages, the privacy register and upgrade plans read it alone.
 */
export interface Plugin<M extends ModuleTypes = ModuleTypes> {
  /** Kebab-case; the folder, the address `/api/<id>` and, with underscores, the schema. */
  readonly id: string;
  readonly version: string;
  /** Range of core versions it works with, for example `^1.0.0`. */
  readonly core: string;
  /** Other plugins it needs switched on, with their ranges. */
  readonly needs: Readonly<Record<string, string>>;
  readonly title: Text;
  readonly summary: Text;
  /** Forward-only and additive; run as the province's owner role in the plugin's own schema. */
  readonly migrations: Readonly<Record<string, Pick<Migration, 'up'>>>;
  readonly permissions: Readonly<Record<string, Permission>>;
  readonly settings: z.ZodObject;
  /** What a province template may hold for this module; given to `onEnable`. */
  readonly template?: z.ZodType;
  readonly events: {
    readonly publishes: Readonly<Record<string, EventType>>;
    /** Event type (`type` of its own, `plugin/type` of another) → names of the jobs that consume it. */
    readonly consumes: Readonly<Record<string, readonly string[]>>;
  };
  readonly jobs: Readonly<Record<string, Job<M>>>;
  readonly projections?: Readonly<Record<string, Projection<M>>>;
  /** Long-lived listeners, started with the module and aborted with it. */
  readonly connectors?: Readonly<Record<string, (ctx: Context<M>, signal: AbortSignal) => Promise<void>>>;
  /** All that the ministry will ever see. */
  readonly metrics: Readonly<Record<string, Metric<M>>>;
  readonly layers?: Readonly<Record<string, MapLayer<M>>>;
  readonly functions?: readonly PortalFunction[];
  /** What the module shows on the province's home page, below the tiles: a section that begins with an `h2`. */
  readonly home?: (ctx: Context<M>) => Promise<Html>;
  readonly widgets?: readonly InterfacePart[];
  readonly screens?: readonly (InterfacePart & { readonly permission: string })[];
  readonly wallTiles?: readonly (InterfacePart & { readonly permission: string })[];
  readonly search?: SearchSource<M>;
  /** CASL subject → field → SQL column, so that conditions of roles become SQL. */
  readonly subjects: Readonly<Record<string, { readonly columns: Readonly<Record<string, string>> }>>;
  readonly personalData: PersonalData<M>;
  /** Hosts that `ctx.fetch` may reach: exact, or `*.example.vn`. */
  readonly outbound: readonly string[];
  /**
   * Apps at addresses of their own, for standards and pages; each request carries the context as `c.get('ctx')`, and
   * the module's own API as `c.get('call')`.
   */
  readonly mounts?: Readonly<Record<`/${string}`, Hono<MountEnvironment<M>>>>;
  /** `tinhthong run <id> <command> <province>`; may add sample data, may report. */
  readonly commands?: Readonly<Record<string, (ctx: Context<M>, args: readonly string[]) => Promise<void>>>;
  readonly demo?: (ctx: Context<M>) => Promise<void>;
  /** Range of the interface kit its screens and widgets are built for. */
  readonly ui?: string;
  readonly routes: readonly Route[];
  /** Runs inside the transaction that switches the module on; idempotent. */
  onEnable?(ctx: Context<M>, trx: Trx<M>, template: unknown): Promise<void>;
}

/** `definePlugin<FieldReports>()({ … })`: checks the declaration against the module's types. */
export function definePlugin<M extends ModuleTypes>() {
  // The host knows no plugin's types: every handler is called with the context made for its own module.
  return (plugin: Plugin<M>): Plugin => plugin as unknown as Plugin;
}

