import { CompiledQuery } from 'kysely';
import { gather, gatheringOn } from '../database/gather.ts';
import { schemaOf } from '../database/migrate.ts';
import { claim, type IdempotencyClaim, keep } from '../events/idempotency.ts';
import { composeOneStatement } from '../events/one-statement.ts';
import { UnitOfWork } from '../events/unit-of-work.ts';
import { orSessionEnded } from '../jobs/cut-off.ts';
import type { Kernel } from '../kernel.ts';
import { noteInSpan } from '../monitoring/tracing.ts';
import type { Actor, OneStatementChange, Trx } from '../plugin/context.ts';
import type { Plugin } from '../plugin/plugin.ts';
import type { ProvinceDatabase } from '../tenancy/province-pools.ts';
import type { Province } from '../tenancy/registry.ts';

/** The task that a change belongs to. */
export interface RunningTask {
  /** Takes it out of the outbox, inside the change's transaction. */
  complete(trx: ProvinceDatabase['db']): Promise<void>;
  /** Aborted when its time is over: whatever it has not stored by then is not stored. */
  readonly signal: AbortSignal;
  /** Of tasks that run together: their transaction, and what is published and told in it. */
  readonly together?: { readonly trx: unknown; readonly unit: UnitOfWork };
}

export interface ChangeUnit {
  readonly kernel: Kernel;
  readonly province: Province;
  readonly plugin: Plugin;
  readonly database: ProvinceDatabase;
  readonly actor: Actor;
  readonly idempotency: IdempotencyClaim | undefined;
  readonly task: RunningTask | undefined;
  beforeCommit(): void;
}

/** The general form of a change: rows, then events and tasks, then the idempotency row, in one transaction. */
export function runChange({ kernel, province, plugin, database, actor, idempotency, task, beforeCommit }: ChangeUnit) {
  let open: { trx: unknown; unit: UnitOfWork } | undefined = task?.together;
  return {
    async run<T>(work: (trx: Trx) => Promise<T>): Promise<T> {
      return database.db.transaction().execute(async (core) => {
        const trx = core.withSchema(schemaOf(plugin.id)) as unknown as Trx;
        const unit = new UnitOfWork(plugin.id, actor, (type) => kernel.consumersOf(province, plugin.id, type));
        open = { trx, unit };
        try {
          if (idempotency !== undefined) await claim(core, idempotency);
          await task?.complete(core);
          const result = await (task === undefined ? work(trx) : orSessionEnded(database.db, core, task.signal, () => work(trx)));
          await unit.flush(core);
          if (actor.kind === 'system') kernel.watch.wrote(province, plugin, unit.size - (task === undefined ? 0 : 1));
          if (idempotency !== undefined) await keep(core, idempotency, result);
          beforeCommit();
          return result;
        } finally {
          open = undefined;
        }
      });
    },
    unitOf(trx: unknown): UnitOfWork {
      if (open === undefined || open.trx !== trx || open.unit.flushed) throw new Error(`${plugin.id}: publish and enqueue belong inside ctx.change, with its own trx`);
      return open.unit;
    },
  };
}

interface Given {
  readonly unit: ChangeUnit;
  readonly values: Readonly<Record<string, unknown>> & { readonly id: string };
}

// One batch is written while the next gathers: so each commit, and its write to disk, serves as many as have come.
const writing = { atOnce: 50, underWay: 2 };

/** A change of one statement; those that arrive together are one statement too. */
export async function changeInOneStatement<T>(unit: ChangeUnit, statement: OneStatementChange, values: Given['values']): Promise<T | undefined> {
  unit.beforeCommit();
  noteInSpan('published', { type: statement.event.type, subject: values.id });
  const { database, task } = unit;
  const given = { unit, values };
  if (task === undefined) {
    const write = gatheringOn(database.pool, statement, () => gather((all: readonly Given[]) => writeTogether(statement, all, (text, parameters) => database.pool.query<Written>(text, parameters)), writing));
    return resultOf<T>(await write(given));
  }
  const [result] = await database.db.transaction().execute(async (trx) => {
    await task.complete(trx);
    return writeTogether(statement, [given], (text, parameters) =>
      orSessionEnded(database.db, trx, task.signal, () => trx.executeQuery(CompiledQuery.raw(text, parameters) as CompiledQuery<Written>)),
    );
  });
  return resultOf<T>(result);
}

function resultOf<T>(text: string | undefined): T | undefined {
  return text === undefined ? undefined : (JSON.parse(text) as T);
}

interface Written {
  readonly id: string;
  readonly result: string;
}

async function writeTogether(
  statement: OneStatementChange,
  all: readonly Given[],
  run: (text: string, parameters: unknown[]) => Promise<{ readonly rows: readonly Written[] }>,
): Promise<(string | undefined)[]> {
  const { kernel, province, plugin } = all.at(-1)!.unit;
  const consumers = kernel.consumersOf(province, plugin.id, statement.event.type);
  const { rows } = await run(composeOneStatement(statement), [
    JSON.stringify(all.map(toJson)),
    plugin.id,
    consumers.map((consumer) => consumer.plugin),
    consumers.map((consumer) => consumer.job),
  ]);
  const results = new Map(rows.map(({ id, result }) => [id, result]));
  return all.map(({ values }) => results.get(values.id));
}

function toJson({ unit: { actor, idempotency }, values }: Given) {
  return { ...values, actor_kind: actor.kind, actor_id: actor.id, repeat_id: idempotency?.id, body_hash: idempotency?.bodyHash.toString('hex') };
}
