import { schemaOf } from '../database/migrate.ts';
import { claim, type IdempotencyClaim, keep } from '../events/idempotency.ts';
import { composeOneStatement } from '../events/one-statement.ts';
import { UnitOfWork } from '../events/unit-of-work.ts';
import type { Kernel } from '../kernel.ts';
import type { Actor, OneStatementChange, Trx } from '../plugin/context.ts';
import type { Plugin } from '../plugin/plugin.ts';
import type { ProvinceDatabase } from '../tenancy/province-pools.ts';
import type { Province } from '../tenancy/registry.ts';

/** Takes the running task out of the outbox, inside the change's transaction. */
export type CompleteTask = (trx: ProvinceDatabase['db']) => Promise<void>;

export interface ChangeUnit {
  readonly kernel: Kernel;
  readonly province: Province;
  readonly plugin: Plugin;
  readonly database: ProvinceDatabase;
  readonly actor: Actor;
  readonly idempotency: IdempotencyClaim | undefined;
  readonly completeTask: CompleteTask | undefined;
  beforeCommit(): void;
}

/** The general form of a change: rows, then events and tasks, then the idempotency row, in one transaction. */
export function runChange({ kernel, province, plugin, database, actor, idempotency, completeTask, beforeCommit }: ChangeUnit) {
  let open: { trx: unknown; unit: UnitOfWork } | undefined;
  return {
    async run<T>(work: (trx: Trx) => Promise<T>): Promise<T> {
      return database.db.transaction().execute(async (core) => {
        const trx = core.withSchema(schemaOf(plugin.id)) as unknown as Trx;
        const unit = new UnitOfWork(plugin.id, actor, (type) => kernel.consumersOf(province, plugin.id, type));
        open = { trx, unit };
        try {
          if (idempotency !== undefined) await claim(core, idempotency);
          await completeTask?.(core);
          const result = await work(trx);
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
  const { kernel, province, plugin, database, actor, idempotency, beforeCommit } = unit;
  beforeCommit();
  const consumers = kernel.consumersOf(province, plugin.id, statement.event.type);
  const { rows } = await database.pool.query<{ result: string }>(composeOneStatement(statement, values.length), [
    ...values,
    plugin.id,
    actor.kind,
    actor.id,
    consumers.map((consumer) => consumer.plugin),
    consumers.map((consumer) => consumer.job),
    idempotency?.id ?? null,
    idempotency?.bodyHash ?? null,
  ]);
  return JSON.parse(rows[0]!.result) as T;
}
