import type { Hono } from 'hono';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Migration } from 'kysely/migration';
import type { z } from 'zod';
import type { Address, Context, LoggedEvent, ModuleTypes, Task, Trx } from './context.ts';
import { layerRoutes } from './layer-routes.ts';
import type { PermissionName } from './permission-name.ts';
import type { CallRoute, Route } from './route.ts';
import type { Text } from './text.ts';

/** Who may see events of a type: everyone, the agency named in the event, or holders of a permission. */
export type Visibility = 'public' | 'agency' | PermissionName;

/** Something that happened to one of the module's subjects, as the province's log keeps it for ever. */
export interface EventType {
  readonly title: Text;
  readonly visibleTo: Visibility;
  /** What the live stream and webhooks show of it, and nothing beside: ids, codes and states, never personal data. */
  readonly data: z.ZodType;
}

export interface Permission {
  readonly title: Text;
  /** Role ids that it is suggested for; the province grants. */
  readonly suggestedRoles: readonly string[];
  /** By role, where one of them should hold it for some rows only: `{ officer: { commune: { $in: '$mine.communes' } } }`. */
  readonly suggestedWhen?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
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

/** A figure of one province over a period, numerator by denominator; published only as such, never the rows behind it. */
export interface Metric<M extends ModuleTypes = ModuleTypes> {
  readonly title: Text;
  /** What the quotient is counted in, for example `%`, where the numerator is a part of the denominator, or `h`. */
  readonly unit: string;
  /** Which way is better; `none` where neither is, and nobody is ranked by it. */
  readonly direction: 'up' | 'down' | 'none';
  /** Smallest denominator that may be ranked. */
  readonly leastN: number;
  /** For durations, the upper bounds of the histogram's buckets, rising, in the metric's unit; one more bucket takes what lies above. */
  readonly buckets?: readonly number[];
  /**
   * `from` belongs to the period, `to` no more; 0 and 0 where there is nothing. `histogram` is how many fell into each
   * bucket: histograms of provinces can be added up, medians cannot.
   */
  compute(
    ctx: Context<M>,
    period: { readonly from: Date; readonly to: Date },
  ): Promise<{ readonly numerator: number; readonly denominator: number; readonly histogram?: readonly number[] }>;
}

/** `table.column` → why it is nobody's, for columns that are called as personal data is: the address of a shop. */
type NotPersonal = { readonly notPersonal?: Readonly<Record<string, string>> };

/** How long a kind of personal data is kept. A province may keep it longer or shorter; the platform obeys every night. */
export interface RetentionRule<M extends ModuleTypes = ModuleTypes> {
  /** What is kept, from when on it counts, and what then becomes of it. */
  readonly title: Text;
  /** ISO 8601: `P24M` for 24 months, `P30D` for 30 days. */
  readonly keep: `P${number}M` | `P${number}D`;
  /** Whether it goes altogether, or stays as something that leads to nobody. */
  readonly action: 'erase' | 'anonymise';
  /** Deals with at most `limit` of what was over before `before`, in a change of the platform's, and answers how many it found. */
  apply(ctx: Context<M>, trx: Trx<M>, before: Date, limit: number): Promise<number>;
}

export type PersonalData<M extends ModuleTypes = ModuleTypes> = NotPersonal & (
  | { readonly none: string }
  | {
      /** `table.column` → what it is and why it is kept. */
      readonly fields: Readonly<Record<string, { readonly purpose: Text; readonly sensitive?: boolean }>>;
      readonly retention: Text;
      /** The same as rules that the platform applies, by name. */
      readonly retentionRules?: Readonly<Record<string, RetentionRule<M>>>;
      /** Everything held about an account, as a JSON value. */
      exportFor(ctx: Context<M>, accountId: string): Promise<unknown>;
      /** Ids of the files that belong to the export. */
      filesOf?(ctx: Context<M>, accountId: string): Promise<readonly string[]>;
      /** Erases it, in one change at most; done twice, it finds nothing more. Files go with `ctx.files.remove`. */
      eraseFor(ctx: Context<M>, accountId: string): Promise<void>;
    }
);

/**
 * Ways to reach a person: `sms` and `chat` (Zalo and its like) by their phone number. Which of them work in a province
 * is for the province to say.
 */
export type Channel = 'email' | 'push' | 'sms' | 'chat';

/**
 * A kind of message to people, sent with `ctx.tell`. Names between braces in its texts stand for values of the
 * telling's `data`; every language uses the same ones. Receivers choose among its channels.
 *
 * @example { title: { vi: 'Có trả lời' }, channels: ['email'], template: { subject: { vi: '{code} có trả lời' }, body: { vi: '…' } } }
 */
export interface Message {
  /** How people find it among their preferences. */
  readonly title: Text;
  readonly channels: readonly Channel[];
  /** Goes out at night too, and at once: for what cannot wait until the morning. */
  readonly urgent?: boolean;
  /** Several become one, on the hour or at eight in the morning, unless the receiver chose otherwise. */
  readonly digest?: 'hourly' | 'daily';
  readonly template: { readonly subject: Text; readonly body: Text };
}

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
  readonly permission?: PermissionName;
}

/** What a request to a mounted app carries. */
export interface MountEnvironment<M extends ModuleTypes = ModuleTypes> {
  Variables: {
    ctx: Context<M>;
    call: CallRoute;
    /** Where the built file of a widget is served, if it has been built: for a page that the widget takes over in place. */
    widget(tag: `tt-${string}`): string | undefined;
    /**
     * For standards whose API key stands among the fields of a form: from here on `ctx` and `call` are those of that
     * key. Answers whether it is a key of this province.
     */
    enterWithKey(key: string): Promise<boolean>;
  };
}

/** A custom element for foreign pages, or a screen of the console; built by the plugin's own Vite. */
export interface InterfacePart {
  readonly tag: `tt-${string}`;
  readonly title: Text;
  /** One sentence for whoever chooses what to embed. */
  readonly summary?: Text;
  /** Path inside the plugin's `built` folder, for example `recent-marks.js`. */
  readonly module: string;
  /** Path of the module's own page that does the same, for whoever gets no script: `/phan-anh/gui`. */
  readonly page?: `/${string}`;
  /** Pixels that a frame of it needs on a phone, where the page around cannot follow its height; 900 unless told. */
  readonly frameHeight?: number;
}

/**
 * A layer of the common map: listed at `/api/core/layers`, served at `/api/<plugin id>/layers/<its name>` with the guard,
 * limits and checks of any other route.
 */
export interface MapLayer<M extends ModuleTypes = ModuleTypes> {
  readonly title: Text;
  /** What its features are drawn as. */
  readonly geometry: 'point' | 'line' | 'area';
  readonly access: 'public' | PermissionName;
  /** A GeoJSON FeatureCollection, as text, of what lies in `[west, south, east, north]`; nobody's personal data where it is public. */
  features(ctx: Context<M>, bbox: readonly [number, number, number, number]): Promise<string>;
}

/** What the module can be searched for: on the province's home page and at `/tim-kiem`, beside what other modules find. */
export interface SearchSource<M extends ModuleTypes = ModuleTypes> {
  readonly access: 'public' | PermissionName;
  /** Its own page of all that was found, which takes the words as `q`. */
  readonly page?: `/${string}`;
  /** At most `limit` findings, the best first, for the words as they were typed; `href` is a path on the province's own host. */
  find(ctx: Context<M>, words: string, limit: number): Promise<readonly { title: string; detail: string; href: string }[]>;
}

/**
 * The declaration of a plugin: data, apart from the handlers it names. Importing it runs nothing;
 * lists, permission pages, the privacy register and upgrade plans read it alone.
 */
export interface Plugin<M extends ModuleTypes = ModuleTypes> {
  /** Kebab-case; the folder, the address `/api/<id>` and, with underscores, the schema. */
  readonly id: string;
  /** Of the plugin itself, semantic: a province sees it, and other plugins' `needs` ask for it. */
  readonly version: string;
  /** Range of core versions it works with, for example `^1.0.0`. */
  readonly core: string;
  /** Other plugins it needs switched on, with their ranges. */
  readonly needs: Readonly<Record<string, string>>;
  /** What it is called in lists of modules and above its routes. */
  readonly title: Text;
  /** In a sentence, what a province gets by switching it on. */
  readonly summary: Text;
  /** Forward-only and additive; run as the province's owner role in the plugin's own schema. */
  readonly migrations: Readonly<Record<string, Pick<Migration, 'up'>>>;
  /** By name: what its routes and screens may ask for, and a province grants to its roles. */
  readonly permissions: Readonly<Record<PermissionName, Permission>>;
  /** What a province may set, with a default for everything; read as `ctx.settings`. */
  readonly settings: z.ZodObject;
  /** What a province entrusts to it, such as the token of a gateway: set through the API, read by `ctx.secrets`, never shown again. */
  readonly secrets?: Readonly<Record<string, { readonly title: Text }>>;
  /** What a province template may hold for this module; given to `onEnable`. */
  readonly template?: z.ZodType;
  readonly events: {
    readonly publishes: Readonly<Record<string, EventType>>;
    /** Event type (`type` of its own, `plugin/type` of another) → names of the jobs that consume it. */
    readonly consumes: Readonly<Record<string, readonly string[]>>;
  };
  readonly jobs: Readonly<Record<string, Job<M>>>;
  /** What people can be told, by `ctx.tell`. */
  readonly messages?: Readonly<Record<string, Message>>;
  /**
   * Where to reach whoever belongs to a subject of the plugin; asked at the moment of sending, and stored nowhere.
   * Nothing where nobody is to be told (any more): no address, no consent, erased.
   */
  addressOf?(ctx: Context<M>, subject: string): Promise<Address | undefined>;
  /**
   * Somebody without an account ended, at one press, what goes to this subject on this channel. The core sends no more of
   * it in any case; the plugin takes away what it keeps for it, so that asking for it anew begins anew. Run again it is the same.
   */
  onUnsubscribe?(ctx: Context<M>, subject: string, channel: Channel): Promise<void>;
  readonly projections?: Readonly<Record<string, Projection<M>>>;
  /**
   * Long-lived listeners, started with the module and aborted with it. One that ends or fails is started again after a
   * pause; one that goes on failing has the module suspended. What the other side does wrong is thrown as a `Problem`.
   */
  readonly connectors?: Readonly<Record<string, (ctx: Context<M>, signal: AbortSignal) => Promise<void>>>;
  /** All that the ministry will ever see. */
  readonly metrics: Readonly<Record<string, Metric<M>>>;
  readonly layers?: Readonly<Record<string, MapLayer<M>>>;
  readonly functions?: readonly PortalFunction[];
  /** What the module shows on the province's home page, below the tiles: a section that begins with an `h2`. */
  readonly home?: (ctx: Context<M>) => Promise<Html>;
  /** The folder that its own Vite wrote: widgets and screens. Served at `/ui/<id>/`, under addresses that change with it. */
  readonly built?: URL;
  /** For anybody's pages: shown at `/ui/<id>/<tag>`, embedded with an embed key elsewhere. */
  readonly widgets?: readonly InterfacePart[];
  /** For staff who hold the permission, at the same kind of address. */
  readonly screens?: readonly (InterfacePart & { readonly permission: PermissionName })[];
  /** Tiles of an operation centre's wall. Declared and checked; nothing shows them yet. */
  readonly wallTiles?: readonly (InterfacePart & { readonly permission: PermissionName })[];
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
  /**
   * Further pages made of the module's own tables, by their path in its folder: `tinhthong generate` writes them beside
   * `openapi.json`, `schema.md` and `reference.md`, and with `--check` says which are stale.
   */
  readonly documents?: () => Promise<Readonly<Record<string, string>>>;
  /** Sample data for `tinhthong demo` and `dev`, called at each start: adds what is missing of it, and nobody real. */
  readonly demo?: (ctx: Context<M>) => Promise<void>;
  /** Range of the interface kit its screens and widgets are built for. */
  readonly ui?: string;
  /** Its HTTP API: all that its pages, widgets and other programs do goes through these. */
  readonly routes: readonly Route[];
  /** Runs inside the transaction that switches the module on; idempotent. */
  onEnable?(ctx: Context<M>, trx: Trx<M>, template: unknown): Promise<void>;
}

/** `definePlugin<FieldReports>()({ … })`: checks the declaration against the module's types, and gives its layers their routes. */
export function definePlugin<M extends ModuleTypes>() {
  return (declared: Plugin<M>): Plugin => {
    // The host knows no plugin's types: every handler is called with the context made for its own module.
    const plugin = declared as unknown as Plugin;
    return plugin.layers === undefined ? plugin : { ...plugin, routes: [...plugin.routes, ...layerRoutes(plugin.layers)] };
  };
}

