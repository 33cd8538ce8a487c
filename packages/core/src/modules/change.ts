import { CompiledQuery } from 'kysely';
import { schemaOf } from '../database/migrate.ts';
import { claim, type IdempotencyClaim, keep } from '../events/idempotency.ts';
import { composeOneStatement } from '../events/one-statement.ts';
import { UnitOfWork } from '../events/unit-of-work.ts';
import { orSessionEnded } from '../jobs/cut-off.ts';
import type { Kernel } from '../kernel.ts';
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
  let open: { trx: unknown; unit: UnitOfWork } | undefined;
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
          if (idempotency !== undefined) await keep(core, idempotency, result);
          beforeCommit();
          return result;
        } finally {
          open = undefined;
        }
      });
    },
    unitOf(trx: unknown): UnitOfWork {
      if (open === undefined || open.trx !== trx) throw new Error(`${plugin.id}: publish and enqueue belong inside ctx.change, with its own trx`);
      return open.unit;
    },
  };
}

export async function changeInOneStatement<T>(unit: ChangeUnit, statement: OneStatementChange, values: readonly unknown[]): Promise<T> {
  const { kernel, province, plugin, database, actor, idempotency, task, beforeCommit } = unit;
  beforeCommit();
  const consumers = kernel.consumersOf(province, plugin.id, statement.event.type);
  const text = composeOneStatement(statement, values.length);
  const parameters = [
    ...values,
    plugin.id,
    actor.kind,
    actor.id,
    consumers.map((consumer) => consumer.plugin),
    consumers.map((consumer) => consumer.job),
    idempotency?.id ?? null,
    idempotency?.bodyHash ?? null,
  ];
  const { rows } = await (task === undefined
    ? database.pool.query<{ result: string }>(text, parameters)
    : database.db.transaction().execute(async (trx) => {
        await task.complete(trx);
        const query = CompiledQuery.raw(text, parameters) as CompiledQuery<{ result: string }>;
        return orSessionEnded(database.db, trx, task.signal, () => trx.executeQuery(query));
      }));
  return JSON.parse(rows[0]!.result) as T;
}
