import type { Expression, Kysely, SqlBool, Transaction } from 'kysely';
import type { CoreViews } from './core-views.ts';
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

export interface Actor {
  readonly kind: 'anonymous' | 'account' | 'key' | 'system';
  /** Account or key id; `null` for anonymous and system. */
  readonly id: string | null;
  /** The agency an officer works for. */
  readonly agency: string | null;
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

export interface StoredFile {
  readonly id: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly width: number | null;
  readonly height: number | null;
}

export interface Files {
  /**
   * Stores a picture: judged by its content, re-encoded, stripped; pending until a change attaches it.
   * With `ctx.change` as `within`, a repeated idempotency key answers with the picture of the first time.
   */
  putPicture(bytes: Uint8Array, within?: (store: (trx: Trx) => Promise<StoredFile>) => Promise<StoredFile>): Promise<StoredFile>;
  /** A link that works for a while and for this province alone. `maxAge` in seconds, default one hour. */
  link(fileId: string, options?: { maxAge?: number; size?: 'full' | 'thumbnail' }): string;
}

export interface Places {
  /** The commune whose centre is nearest; `approximate` until the province has uploaded boundaries. */
  communeAt(lat: number, lon: number): Promise<{ code: string; name: string; approximate: boolean } | null>;
  commune(code: string): Promise<{ code: string; name: string; lat: number; lon: number } | null>;
}

export interface WorkingCalendar {
  addWorkingDays(from: Date, days: number): Date;
  addWorkingHours(from: Date, hours: number): Date;
  /** Milliseconds of opening time between two instants. */
  workingMsBetween(from: Date, to: Date): number;
  isWorking(at: Date): boolean;
}

export interface Log {
  info(message: string, fields?: object): void;
  warn(message: string, fields?: object): void;
  error(message: string, fields?: object): void;
}

/**
 * A change that is one SQL statement: rows, event, tasks and idempotency row go to PostgreSQL in one round trip, and
 * changes that arrive together are written together. For the few writes that must stand a flood; everything else
 * reads better as `ctx.change`.
 */
export interface OneStatementChange {
  /** Names and PostgreSQL types of the values a change is given; `id`, the identity of what it makes, is among them. */
  readonly values: Readonly<Record<string, string>> & { readonly id: string };
  /** Data-modifying SQL that makes a row of each row of `given`; returns its `id` and what the expressions below use. */
  readonly rows: string;
  /** Further data-modifying SQL that reads from `given` and `change`, the rows returned above. */
  readonly also?: readonly string[];
  /** The event, whose subject is the id; `data` and `agency` are SQL that may use `change` and `given`. */
  readonly event: {
    readonly type: string;
    readonly data: string;
    readonly agency?: string;
  };
  /** SQL of the uuid[] of pending files that become the subject's; all of them or a 422. */
  readonly files?: string;
  /** SQL of type json: what the change answers, and answers again to a repeated idempotency key. */
  readonly result: string;
}

/** A transaction of one province that sees one module's tables and the core's read views. */
export type Trx<M extends ModuleTypes = ModuleTypes> = Transaction<M['tables'] & CoreViews>;

/**
 * Everything a module may touch, bound to one province and one plugin; there is no global handle.
 * Requests and tasks get the same context.
 */
export interface Context<M extends ModuleTypes = ModuleTypes> {
  readonly tenant: Tenant;
  readonly actor: Actor;
  /** Language the caller asked for. */
  readonly language: 'vi' | 'en';
  readonly db: Kysely<M['tables'] & CoreViews>;
  /** Plain SQL with `$1…`, for the few reads that thousands ask for: a constant text, prepared once a connection. */
  query<Row extends object>(text: string, values: readonly unknown[]): Promise<Row[]>;
  /**
   * The row of a key, or undefined. Who asks at the same time is answered by the same statement: its `$1` is the
   * text[] of keys, and its rows name theirs as `key`.
   */
  lookUp<Row extends object>(text: string, key: string): Promise<Row | undefined>;
  readonly settings: M['settings'];
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
  /** The one-statement form; `values` are those that the statement names, as JSON has them. */
  changeInOneStatement<T>(statement: OneStatementChange, values: Readonly<Record<string, unknown>> & { readonly id: string }): Promise<T>;
  /** Appends an event to the province's log when the change commits. */
  publish<E extends keyof M['events'] & string>(trx: Trx<M>, type: E, event: NewEvent<M['events'][E]>): void;
  /** Hands work to the background when the change commits. `payload` carries ids, never personal data. */
  enqueue<J extends keyof M['jobs'] & string>(trx: Trx<M>, job: J, payload: M['jobs'][J], options?: { notBefore?: Date }): void;
  /** Tells people inside the organisation; appears among the notices of whoever it is for. */
  notify(trx: Trx<M>, notices: readonly Notice[]): Promise<void>;
  /** Makes pending files belong to a subject; all of them or a 422. */
  attach(trx: Trx<M>, fileIds: readonly string[], subject: string): Promise<void>;

  /** Whether the actor holds the permission, for this very row where one is given. */
  can(permission: string, row?: object): boolean;
  /** Whether the actor holds the permission without any condition: what they may pass on to others. */
  canEverywhere(permission: string): boolean;
  /** Like `can`, but throws 403. */
  authorize(permission: string, row: object): void;
  /** The permission as SQL, for lists: `where(ctx.allowed('report:read'))`. */
  allowed(permission: string): Expression<SqlBool>;

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

export interface Cursors {
  /** `purpose` names the list and its filter: a cursor of another list does not open. */
  seal(purpose: string, keys: readonly (string | number)[]): string;
  /** @throws Problem 422 where the cursor was made elsewhere or changed */
  open(purpose: string, cursor: string): readonly (string | number)[];
}

export interface Notice {
  /** Repeats of the same key are dropped. */
  readonly key: string;
  readonly agency: string;
  readonly title: Text;
  /** Path on the province's own host. */
  readonly link: string;
}
