import { sql } from 'kysely';
import { abilitySql } from '../access/ability-sql.ts';
import { holds, isConditional, split } from '../access/ability.ts';
import { keyFor, mac } from '../secrets/envelope.ts';
import { lookUp } from '../database/look-up.ts';
import { schemaOf } from '../database/migrate.ts';
import { type IdempotencyClaim, isKept, isRepeat, replay } from '../events/idempotency.ts';
import type { Principal } from '../identity/principal.ts';
import type { Kernel } from '../kernel.ts';
import type { Context, Log, Notice, OneStatementChange, Trx } from '../plugin/context.ts';
import type { Plugin } from '../plugin/plugin.ts';
import { forbidden, invalid } from '../plugin/problem.ts';
import { moduleSecrets } from '../secrets/module-secrets.ts';
import type { ProvinceDatabase } from '../tenancy/province-pools.ts';
import type { Province } from '../tenancy/registry.ts';
import { cursorsOf } from './cursors.ts';
import { guardedFetch } from '../outbound/guarded-fetch.ts';
import { changeInOneStatement, runChange, type RunningTask } from './change.ts';
import { settingsOf } from './module-state.ts';
import { pendingMessage } from '../notify/pending-message.ts';
import { underWay } from './watch/under-way.ts';
import type { Turn } from './watch/watch.ts';

export interface ContextOptions {
  readonly kernel: Kernel;
  readonly province: Province;
  readonly plugin: Plugin;
  readonly database: ProvinceDatabase;
  readonly principal: Principal;
  readonly language?: 'vi' | 'en';
  /** The bucket of the address that the request came from. */
  readonly from?: string;
  /** The permission that let the request in; a conditional one must be narrowed before a change commits. */
  readonly permission?: string;
  readonly idempotency?: IdempotencyClaim;
  readonly task?: RunningTask;
  /** Of a handler with a time limit. */
  readonly turn?: Turn;
}

/** What one module may touch while it handles one request, task or demo run of one province. */
export function createContext(options: ContextOptions): Context {
  const { kernel, province, plugin, database, principal, permission, idempotency } = options;
  const { ability, actor } = principal;
  const trusted = actor.kind === 'system';
  let mustNarrow = permission !== undefined && !trusted && isConditional(ability, permission);
  let changed = false;

  function beforeCommit(): void {
    // Its caller has been told that it was cut off.
    if (options.turn?.over) throw new Error(`${plugin.id}: the handler was cut off, and stores nothing any more`);
    if (mustNarrow) throw new Error(`${plugin.id}: "${permission}" is conditional here, and the handler neither authorized a row nor filtered by it`);
  }

  function oneChange(): void {
    if (changed) throw new Error(`${plugin.id}: a request or task makes one change; this is the second`);
    changed = true;
  }

  async function replayable<T>(work: () => Promise<T>): Promise<T> {
    oneChange();
    try {
      const result = await work();
      kernel.committed(province);
      return result;
    } catch (error) {
      if (idempotency !== undefined && isRepeat(error)) return (await replay(database.db, idempotency)) as T;
      throw error;
    }
  }

  /** A repeat may find itself left out for what its first time has stored. */
  async function orReplay<T>(made: T | undefined): Promise<T | undefined> {
    if (made !== undefined || idempotency === undefined || !(await isKept(database.db, idempotency))) return made;
    return (await replay(database.db, idempotency)) as T;
  }

  const unit = { kernel, province, plugin, database, actor, idempotency, task: options.task, beforeCommit };
  const change = runChange(unit);

  const ctx: Context = {
    tenant: province.tenant,
    actor,
    get caller() {
      return options.from === undefined ? null : mac(keyFor(province.dataKey, `${plugin.id}|caller`), options.from).toString('base64url');
    },
    language: options.language ?? 'vi',
    db: schemaHandle(database, plugin) as never,
    query: async <Row extends object>(text: string, values: readonly unknown[]) => (await database.pool.query<Row>(text, [...values])).rows,
    lookUp: (text, key) => lookUp(database.pool, text, key),
    settings: settingsOf(province, plugin),
    secrets: moduleSecrets(province, plugin, database),
    files: kernel.files.forModule(province, plugin.id, database),
    places: kernel.organisations.places(province, database),
    calendar: kernel.organisations.calendar(province),
    log: moduleLog(kernel, province, plugin, trusted),
    now: kernel.now,

    change: (work) => replayable(() => change.run(work)),
    changeInOneStatement: <T>(statement: OneStatementChange, values: Parameters<Context['changeInOneStatement']>[1]) =>
      replayable(async () => orReplay(await changeInOneStatement<T>(unit, statement, values))),
    publish: (trx, type, event) => change.unitOf(trx).publish({ type, subject: event.subject, agency: event.agency ?? null, data: event.data, at: event.at ?? null }),
    enqueue: (trx, job, payload, at) => change.unitOf(trx).enqueue({ job, payload, due: at?.notBefore ?? null }),
    tell: (trx, kind, telling) => change.unitOf(trx).tell(pendingMessage(plugin, kind, telling, kernel.now())),
    async notify(trx, notices) {
      if (notices.length > 0) await insertNotices(trx, notices);
    },
    async attach(trx, fileIds, subject) {
      if (fileIds.length === 0) return;
      const { rows } = await sql`
        update core.files set subject = ${subject}
        where id = any(${fileIds}::uuid[]) and plugin = ${plugin.id} and subject is null returning id
      `.execute(trx);
      if (rows.length !== fileIds.length) throw filesNotFound();
    },

    can: (wanted, row) => trusted || holds(ability, wanted, row),
    canEverywhere: (wanted) => trusted || (holds(ability, wanted) && !isConditional(ability, wanted)),
    authorize(wanted, row) {
      if (!trusted && !holds(ability, wanted, row)) throw forbidden();
      if (wanted === permission) mustNarrow = false;
    },
    allowed(wanted) {
      if (wanted === permission) mustNarrow = false;
      if (trusted) return sql`true`;
      return abilitySql(ability, wanted, plugin.subjects[split(wanted).subject]?.columns ?? {});
    },

    cached: (key, produce) => kernel.answers.cached(province.id, `${plugin.id}|${key}`, produce),
    kept: (key, produce) => kernel.answers.kept(province.id, `${plugin.id}|${key}`, produce),
    reconfigured: () => kernel.registry.bus.send({ topic: 'registry', province: province.id }),
    cursors: cursorsOf(province, plugin.id),
    derive: (label) => mac(keyFor(province.dataKey, `${plugin.id}|derive`), label).toString('base64url'),
    fetch: guardedFetch(plugin, kernel.outbound),
  };
  return ctx;
}

export function filesNotFound(): Error {
  return invalid('body.photos', {
    vi: 'Có ảnh không còn, đã dùng rồi hoặc không thuộc tỉnh này; hãy tải lên lại.',
    en: 'A picture is gone, already used or of another province; please upload it again.',
  });
}

const handles = new WeakMap<ProvinceDatabase, Map<string, unknown>>();

function schemaHandle(database: ProvinceDatabase, plugin: Plugin): unknown {
  let known = handles.get(database);
  if (known === undefined) handles.set(database, (known = new Map()));
  let handle = known.get(plugin.id);
  if (handle === undefined) known.set(plugin.id, (handle = database.db.withSchema(schemaOf(plugin.id))));
  return handle;
}

/** Arrays instead of rows of values: one statement text, prepared once, whatever the number of notices. */
async function insertNotices(trx: Trx, notices: readonly Notice[]): Promise<void> {
  await sql`
    insert into core.notices (key, agency, title, link)
    select * from unnest(${notices.map(({ key }) => key)}::text[], ${notices.map(({ agency }) => agency)}::text[],
      ${notices.map(({ title }) => JSON.stringify(title))}::jsonb[], ${notices.map(({ link }) => link)}::text[])
    on conflict (key) do nothing
  `.execute(trx);
}

function moduleLog(kernel: Kernel, province: Province, plugin: Plugin, background: boolean): Log {
  const names = { province: province.id, module: plugin.id };
  const at = (level: 'info' | 'warn' | 'error') => (message: string, fields?: object) => {
    if (background) kernel.watch.wrote(province, plugin, 1);
    kernel.log[level]({ ...fields, ...underWay.getStore()?.about, ...names }, message);
  };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}
