import type { Expression, Kysely, SqlBool, Transaction } from 'kysely';
import type { CoreViews } from './core-views.ts';
import type { PermissionName } from './permission-name.ts';
import type { Text } from './text.ts';

/** What a module is made of, for the compiler: its rows, settings, events and job payloads. */
export interface ModuleTypes {
  tables: object;
  settings: object;
  /** Event type → data. */
  events: object;
  /** Job name → payload of `ctx.enqueue`. */
  jobs: object;
}

export interface Tenant {
  /** Slug, for example `dak-lak`. */
  readonly id: string;
  /** Code of the statistics office, for example `66`. */
  readonly code: string;
  /** Begins the codes that citizens see, for example `DLK`. */
  readonly codePrefix: string;
  readonly name: Text;
  readonly hosts: readonly string[];
  readonly hotline: string;
  /** Loose box around the province and its sea: `[west, south, east, north]` in degrees. */
  readonly bounds: readonly [number, number, number, number];
  readonly branding: Readonly<Record<string, string>>;
}

/** Who acts. What they may do is asked with `ctx.can` and `ctx.allowed`, not read off here. */
export interface Actor {
  readonly kind: 'anonymous' | 'account' | 'key' | 'operator' | 'system';
  /** Account or key id, for an operator of the platform their account there; `null` for anonymous and system. */
  readonly id: string | null;
  /** The agency an officer works for. */
  readonly agency: string | null;
  /** Codes of the communes an officer is responsible for; empty for everybody else. */
  readonly communes: readonly string[];
}

export interface NewEvent<Data> {
  /** The id of what it is about; the events of one subject are its timeline. */
  readonly subject: string;
  readonly data: Data;
  /** The agency that may see it, where the type is visible to the subject's agency. */
  readonly agency?: string | null;
  /** When it happened, for history that is brought in. Default: now. */
  readonly at?: Date;
}

export interface LoggedEvent<Data = unknown> {
  readonly id: number;
  readonly type: string;
  readonly plugin: string;
  readonly subject: string;
  readonly at: Date;
  readonly data: Data;
}

/** A unit of background work, delivered at least once and taking effect once. */
export interface Task<Payload = unknown> {
  readonly id: number;
  /** Counted from 1. */
  readonly attempt: number;
  readonly payload: Payload;
  /** The event that caused it, for the tasks of consumers. */
  readonly event: LoggedEvent | null;
}

/** Something to tell people; `data` fills the message's template. Codes, names of things and states, never personal data. */
export interface Telling {
  /** An account; the members of an agency; or a subject of the plugin, whose `addressOf` knows where to. */
  readonly to: { readonly account: string } | { readonly agency: string } | { readonly subject: string };
  readonly data?: Readonly<Record<string, string | number>>;
  /** Path on the province's own host where there is more to see. */
  readonly link?: `/${string}`;
}

/** Where to reach somebody. */
export interface Address {
  /** Theirs, if they have one: their preferences and their own addresses then count too. */
  readonly account?: string | undefined;
  readonly email?: string | undefined;
  /** E.164. */
  readonly phone?: string | undefined;
  /** Default: Vietnamese, or what the account chose. */
  readonly language?: 'vi' | 'en' | undefined;
  /** Goes behind the `#` of the link, where no server sees it: a code that only its reader may have. */
  readonly secret?: string | undefined;
}

/** A line in the in-app list of an agency, where its members see it: `ctx.notify`. */
export interface Notice {
  /** Repeats of the same key are dropped. */
  readonly key: string;
  readonly agency: string;
  readonly title: Text;
  /** Path on the province's own host. */
  readonly link: string;
}

export interface StoredFile {
  readonly id: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly width: number | null;
  readonly height: number | null;
}

/** A video that has been taken in; pending, as its poster is, until a change attaches them. */
export interface StoredVideo {
  readonly file: StoredFile;
  /** A frame of it, as a picture; null where the machine has no ffmpeg. */
  readonly poster: StoredFile | null;
  /** Whether it was written anew, without metadata. Where not, it still says where and when it was taken: not for everybody. */
  readonly clean: boolean;
}

export interface Files {
  /**
   * Stores a picture: judged by its content, re-encoded, stripped; pending until a change attaches it.
   * With `ctx.change` as `within`, a repeated idempotency key answers with the picture of the first time.
   */
  putPicture(bytes: Uint8Array, within?: (store: (trx: Trx) => Promise<StoredFile>) => Promise<StoredFile>): Promise<StoredFile>;
  /** The module's own folder on this node's disk, for what arrives piece by piece. Nothing in it is served or backed up. */
  arrivals(): Promise<string>;
  /** @throws Problem 507 where the province's storage has no room for so many bytes more */
  checkRoom(bytes: number): Promise<void>;
  /**
   * Stores the video that lies in `arrivals` under this name: judged by its content and, where the machine has ffmpeg,
   * written anew without metadata and given a poster. For a job, outside of its change: it may take minutes.
   *
   * @throws Problem 415 `not-a-video`, 507 where there is no room
   */
  putVideo(name: string, signal?: AbortSignal): Promise<StoredVideo>;
  /** A link that works for a while and for this province alone. `maxAge` in seconds, default one hour; `video` for a video. */
  link(fileId: string, options?: { maxAge?: number; size?: 'full' | 'thumbnail' | 'video' }): string;
  /** The module's own picture, whole. */
  read(fileId: string): Promise<Uint8Array | undefined>;
  /** Gives a file another id, and answers it: links to the old one open nothing any more. Its bytes are copied. */
  rename(trx: Trx, fileId: string): Promise<string>;
  /** Removes the module's own files with the change; their bytes go a moment after it has committed. */
  remove(trx: Trx, fileIds: readonly string[]): Promise<void>;
}

/** What the province entrusted to the module; by the names of the declaration's `secrets`. Sealed at rest. */
export interface Secrets {
  get(name: string): Promise<string | undefined>;
  /** For what the module itself was given, such as a renewed token. */
  set(trx: Trx, name: string, value: string): Promise<void>;
}

/** The province's communes. */
export interface Places {
  /**
   * The commune in whose boundary the place lies. Where the province has uploaded none, and for islands and the sea
   * outside of them, the one whose centre is nearest: `approximate`. Null for a place outside of the province.
   */
  communeAt(lat: number, lon: number): Promise<{ code: string; name: string; approximate: boolean } | null>;
  commune(code: string): Promise<{ code: string; name: string; lat: number; lon: number } | null>;
}

/** Working time of the province: its opening hours, the holidays, and the days worked in exchange. Counting starts at the next open moment. */
export interface WorkingCalendar {
  /** Keeps the time of day, as far as the hours of the last day allow. */
  addWorkingDays(from: Date, days: number): Date;
  /** The first moment at which so many opening hours have passed. */
  addWorkingHours(from: Date, hours: number): Date;
  /** The same in milliseconds: what `workingMsBetween` measured is added again exactly. */
  addWorkingMs(from: Date, ms: number): Date;
  /** Milliseconds of opening time between two instants; negative where the second is the earlier. */
  workingMsBetween(from: Date, to: Date): number;
  isWorking(at: Date): boolean;
}

/**
 * Lines for the deployment's operators, with the province and the module on them. Ids, codes and counts, never people:
 * no name, no address, nothing that somebody wrote.
 */
export interface Log {
  info(message: string, fields?: object): void;
  warn(message: string, fields?: object): void;
  error(message: string, fields?: object): void;
}

/** Page by page through a list: the keys of the last row shown, as a text that only this province and module can have made. */
export interface Cursors {
  /** `purpose` names the list and its filter: a cursor of another list does not open. */
  seal(purpose: string, keys: readonly (string | number)[]): string;
  /** @throws Problem 422 where the cursor was made elsewhere or changed */
  open(purpose: string, cursor: string): readonly (string | number)[];
}

/**
 * A change that is one SQL statement: rows, event, tasks and idempotency row go to PostgreSQL in one round trip, and
 * changes that arrive together are written together. For the few writes that must stand a flood; everything else
 * reads better as `ctx.change`.
 */
export interface OneStatementChange {
  /** Names and PostgreSQL types of the values a change is given; `id`, the identity of what it makes, is among them. */
  readonly values: Readonly<Record<string, string>> & { readonly id: string };
  /** Data-modifying SQL that reads from `given` and returns what `rows` may choose by, as `before_0` and so on. */
  readonly before?: readonly string[];
  /**
   * Data-modifying SQL that makes a row of each row of `given`; returns its `id` and what the expressions below use.
   * A row of `given` that it leaves out changes nothing, and its change answers undefined.
   */
  readonly rows: string;
  /** Further data-modifying SQL that reads from `given` and `change`, the rows returned above. */
  readonly also?: readonly string[];
  /**
   * The event, whose subject is the id; `data`, `agency` and `at` are SQL that may use `change` and `given`. Without `at`
   * it is PostgreSQL's own now: where the change is given a time of `ctx.now()`, that is its event's too.
   */
  readonly event: {
    readonly type: string;
    readonly data: string;
    readonly agency?: string;
    readonly at?: string;
  };
  /** SQL of the uuid[] of pending files that become the subject's; all of them or a 422. */
  readonly files?: string;
  /** SQL of type json: what the change answers, and answers again to a repeated idempotency key. */
  readonly result: string;
}

/** What a module's queries see: its own tables and the core's read views, which the core itself has as tables. */
export type VisibleTables<M extends ModuleTypes> = M['tables'] extends CoreViews ? M['tables'] : M['tables'] & CoreViews;

/** A transaction of one province that sees one module's tables and the core's read views. */
export type Trx<M extends ModuleTypes = ModuleTypes> = Transaction<VisibleTables<M>>;

/**
 * Everything a module may touch, bound to one province and one plugin; there is no global handle.
 * Requests and tasks get the same context.
 */
export interface Context<M extends ModuleTypes = ModuleTypes> {
  readonly tenant: Tenant;
  readonly actor: Actor;
  /**
   * The same text for all requests from one address (a household's IPv6 prefix counts as one), leading back to nobody:
   * for limits of a module's own. `null` where nobody called over a connection, as in tasks.
   */
  readonly caller: string | null;
  /** Language the caller asked for. */
  readonly language: 'vi' | 'en';
  /**
   * The query builder, on the module's tables and the core's views. It writes the module's schema before a table; a raw
   * `sql` fragment does not, and names it: `sql`select … from flood_marks.marks``.
   */
  readonly db: Kysely<VisibleTables<M>>;
  /** Plain SQL with `$1…` and the schema before every table, for the few reads that thousands ask for: a constant text, prepared once a connection. */
  query<Row extends object>(text: string, values: readonly unknown[]): Promise<Row[]>;
  /**
   * The row of a key, or undefined. Who asks at the same time is answered by the same statement: its `$1` is the
   * text[] of keys, and its rows name theirs as `key`.
   */
  lookUp<Row extends object>(text: string, key: string): Promise<Row | undefined>;
  readonly settings: M['settings'];
  readonly secrets: Secrets;
  readonly files: Files;
  readonly places: Places;
  readonly calendar: WorkingCalendar;
  readonly log: Log;
  readonly now: () => Date;

  /**
   * Runs `work` in one transaction with its events, tasks and idempotency row, and returns what it returned
   * (a JSON value). A repeated idempotency key returns the first result without running it again.
   * At most one change a request.
   */
  change<T>(work: (trx: Trx<M>) => Promise<T>): Promise<T>;
  /** The one-statement form; `values` are those that the statement names, as JSON has them. Undefined where its `rows` left it out. */
  changeInOneStatement<T>(statement: OneStatementChange, values: Readonly<Record<string, unknown>> & { readonly id: string }): Promise<T | undefined>;
  /** Appends an event to the province's log when the change commits. */
  publish<E extends keyof M['events'] & string>(trx: Trx<M>, type: E, event: NewEvent<M['events'][E]>): void;
  /** Hands work to the background when the change commits. `payload` carries ids, never personal data. */
  enqueue<J extends keyof M['jobs'] & string>(trx: Trx<M>, job: J, payload: M['jobs'][J], options?: { notBefore?: Date }): void;
  /**
   * Tells people when the change commits: by e-mail, push, SMS or chat, as the message declares and its receiver wants;
   * late rather than at night, never twice where it can be helped. For a line in an agency's list inside the
   * application, without channel or preference, there is `notify`.
   *
   * @example ctx.tell(trx, 'report-answered', { to: { subject: report.id }, data: { code }, link: `/phan-anh/${code}` })
   */
  tell(trx: Trx<M>, message: string, telling: Telling): void;
  /** Puts notices into agencies' lists inside the application; for what is to reach people wherever they are there is `tell`. */
  notify(trx: Trx<M>, notices: readonly Notice[]): Promise<void>;
  /** Makes pending files belong to a subject; all of them or a 422. */
  attach(trx: Trx<M>, fileIds: readonly string[], subject: string): Promise<void>;

  /** Whether the actor holds the permission, for this very row where one is given. */
  can(permission: PermissionName, row?: object): boolean;
  /** Whether the actor holds the permission without any condition: what they may pass on to others. */
  canEverywhere(permission: PermissionName): boolean;
  /** Like `can`, but throws 403. */
  authorize(permission: PermissionName, row: object): void;
  /** The permission as SQL, for lists: `where(ctx.allowed('report:read'))`. */
  allowed(permission: PermissionName): Expression<SqlBool>;

  /** Answers from memory while the province's event log stands still. `key` names everything the answer depends on. */
  cached(key: string, produce: () => Promise<string>): Promise<string>;
  /** Keeps a value in memory until the module's configuration changes (rules, categories); then call `reconfigured`. */
  kept<T>(key: string, produce: () => Promise<T>): Promise<T>;
  /** Drops what was kept, on every node. Called after a change of configuration has committed. */
  reconfigured(): void;
  /** Keyset cursors, signed for this province, module and purpose. */
  readonly cursors: Cursors;
  /** A secret text that only this province can derive again from the same label; not stored anywhere. */
  derive(label: string): string;
  /** `fetch` to the hosts the plugin declared; resolved addresses are judged before connecting. */
  fetch(url: string | URL, init?: RequestInit): Promise<Response>;
}
