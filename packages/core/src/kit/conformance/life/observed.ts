import { once } from 'node:events';
import { Hono } from 'hono';
import { type KyselyPlugin, PostgresQueryCompiler, Transaction } from 'kysely';
import type { Context, Telling, Trx } from '../../../plugin/context.ts';
import type { MountEnvironment, Plugin } from '../../../plugin/plugin.ts';
import { isHandler } from '../declaration/data-only.ts';
import { placeOf } from '../declaration/declared.ts';

/** A statement that a plugin had PostgreSQL run. */
export interface Statement {
  readonly text: string;
  /** The handler that ran it. */
  readonly where: string;
  /** Whether it belonged to a change: to a transaction together with its events and tasks. */
  readonly inChange: boolean;
}

/** A message that a plugin had people told. */
export interface Told {
  readonly message: string;
  readonly telling: Telling;
}

export interface Journal {
  /** By text, handler and place: a statement that runs a thousand times is one. */
  readonly statements: Map<string, Statement>;
  /** All of them, whether or not somebody could be reached. */
  readonly told: Told[];
}

const compiler = new PostgresQueryCompiler();

/** The same plugin, with every statement that its handlers run, and every message, written down. What the core runs for it is not. */
export function observed(plugin: Plugin, journal: Journal): Plugin {
  const watch = (ctx: Context, where: string): Watched =>
    watchOver(
      ctx,
      (text, inChange) => void journal.statements.set(`${where}|${inChange}|${text}`, { text, where, inChange }),
      (told) => void journal.told.push(told),
    );
  const copied = (value: unknown, path: string): unknown => {
    if (value instanceof Hono) return watchedMount(value, (ctx) => watch(ctx, path).ctx);
    if (typeof value === 'function') {
      if (!isHandler(path)) return value;
      const handler = watchedHandler(value as Handler, (ctx) => watch(ctx, handlerName(plugin, path)));
      return path.startsWith('connectors.') ? endsWithSignal(handler) : handler;
    }
    if (Array.isArray(value)) return value.map((one, i) => copied(one, `${path}.${i}`));
    if (!isPlain(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, copied(child, path === '' ? key : `${path}.${key}`)]));
  };
  return copied(plugin, '') as Plugin;
}

type Handler = (ctx: Context, ...rest: unknown[]) => unknown;

/** Every handler takes its context first; a transaction that the core opened for it is a change. */
function watchedHandler(handle: Handler, watch: (ctx: Context) => Watched): Handler {
  return (ctx, ...rest) => {
    const watched = watch(ctx);
    return handle(watched.ctx, ...rest.map((one) => (one instanceof Transaction ? watched.within(one as Trx) : one)));
  };
}

/** One that does not hear its signal shall not hold up the end of the check; `switching` tells of it. */
function endsWithSignal(connect: Handler): Handler {
  return (ctx, signal) => Promise.race([connect(ctx, signal), once(signal as AbortSignal, 'abort')]);
}

function handlerName({ routes }: Plugin, path: string): string {
  const [, index] = /^routes\.(\d+)\./.exec(path) ?? [];
  return index === undefined ? path : placeOf(routes[Number(index)]!);
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

interface Watched {
  readonly ctx: Context;
  /** A transaction that the core opened for the handler. */
  within(trx: Trx): Trx;
}

/** The core knows its transactions by identity: whatever goes back to it is the one it gave. */
const originals = new WeakMap<Trx, Trx>();
const original = <T extends Trx>(trx: T): T => (originals.get(trx) as T | undefined) ?? trx;

function watchOver(ctx: Context, note: (text: string, inChange: boolean) => void, noteTold: (told: Told) => void): Watched {
  const recorder = (inChange: boolean): KyselyPlugin => ({
    transformQuery({ node, queryId }) {
      note(compiler.compileQuery(node, queryId).sql, inChange);
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const within = (trx: Trx): Trx => {
    const shown = trx.withPlugin(recorder(true)) as Trx;
    originals.set(shown, trx);
    return shown;
  };
  const watched: Context = {
    ...ctx,
    db: ctx.db.withPlugin(recorder(false)),
    query: (text, values) => (note(text, false), ctx.query(text, values)),
    lookUp: (text, key) => (note(text, false), ctx.lookUp(text, key)),
    change: (work) => ctx.change((trx) => work(within(trx))),
    changeInOneStatement(statement, values) {
      for (const text of [...(statement.before ?? []), statement.rows, ...(statement.also ?? []), statement.event.data, statement.result]) note(text, true);
      return ctx.changeInOneStatement(statement, values);
    },
    publish: (trx, type, event) => ctx.publish(original(trx), type, event),
    enqueue: (trx, job, payload, options) => ctx.enqueue(original(trx), job, payload, options),
    tell: (trx, message, telling) => (noteTold({ message, telling }), ctx.tell(original(trx), message, telling)),
    notify: (trx, notices) => ctx.notify(original(trx), notices),
    attach: (trx, files, subject) => ctx.attach(original(trx), files, subject),
    files: { ...ctx.files, remove: (trx, ids) => ctx.files.remove(original(trx), ids), rename: (trx, id) => ctx.files.rename(original(trx), id), putPicture: (bytes, around) => ctx.files.putPicture(bytes, around && ((store) => around((trx) => store(original(trx))))) },
  };
  return { ctx: watched, within };
}

function watchedMount(app: Hono<MountEnvironment>, watch: (ctx: Context) => Context): Hono<MountEnvironment> {
  return new Hono<MountEnvironment>()
    .use('*', async (c, next) => {
      c.set('ctx', watch(c.get('ctx')));
      await next();
    })
    .route('/', app);
}
