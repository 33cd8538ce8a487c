import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { describeSchemas } from '../../bundles/describe-schemas.ts';
import { crashAt } from '../../crash-at.ts';
import type { OpenKernel } from '../../create-kernel.ts';
import { grantData } from '../../database/migrate.ts';
import { recordAct } from '../acts.ts';
import { asOwner, ownerHandle, tryAgain } from '../as-owner.ts';
import { createDatabase, dropDatabase, type Home } from '../province-database.ts';
import { grantCore } from '../provision.ts';
import type { Province } from '../registry.ts';
import { differences } from './compare.ts';
import { catchUp, copyTables, isFollowed, noteChanges, refuseWrites } from './follow-changes.ts';
import { putOn, takeOff, validate } from './foreign-keys.ts';
import { beginMove, finishFirst, homeOf, leave, noMove, recordedMove, setStep, switchPlacement, undo } from './move-record.ts';
import { ownerClient } from './owner-client.ts';
import { readSchemas, readTables, type Table } from './read-tables.ts';
import { holdWriters, inSnapshot, inTransaction } from './transactions.ts';

export interface MoveOptions {
  /** Who does it, as acts are recorded. */
  readonly actor: string;
  readonly onStep?: (step: string) => void;
}

export interface Moved {
  /** How long writes waited; 0 where an earlier run had ended it. */
  readonly pausedMs: number;
}

// Other nodes learn of a new step by NOTIFY; a request that they let in before that has so long to end.
const settleMs = 300;
// The rest of the changes is copied while writes wait.
const fewChanges = 500;
const mostPasses = 20;
// Writes do not wait for longer than this takes: a writer that will not end gives the move up.
const holdAttempts = 3;

/**
 * Moves a province to another server. It goes on serving: rows are copied as of one moment, what is written meanwhile
 * is noted by triggers and copied after, and only for the last of it writes wait. Then the registry names the new
 * place, and the old database is closed, until `finishMove` drops it.
 *
 * Killed anywhere, it is run again: until the registry names the new place, what was done is undone and begun anew.
 */
export async function moveProvince(kernel: OpenKernel, province: Province, to: string, options: MoveOptions): Promise<Moved> {
  const { registry } = kernel;
  const begun = await recordedMove(kernel, province);
  if (begun?.step === 'switched') {
    if (province.server !== to) throw finishFirst(province);
    await leave(kernel, province, homeOf(province.id, begun));
    return { pausedMs: 0 };
  }
  const onError = (error: Error) => kernel.log.warn({ province: province.id, err: error }, 'moving connection');
  return asOwner(registry, province, { onError }, async () => {
    const source = await ownerClient(registry, province, onError);
    try {
      // Read again under the lock: another mover may have been here meanwhile.
      const unfinished = await recordedMove(kernel, province);
      if (unfinished?.step === 'switched') throw finishFirst(province);
      if (unfinished !== undefined) await undo(kernel, province, homeOf(province.id, unfinished), source);
      const home = await beginMove(kernel, province, to);
      try {
        return await move(kernel, province, home, source, options);
      } catch (error) {
        await undo(kernel, province, home, source).catch((failure: unknown) => onError(failure as Error));
        throw error;
      }
    } finally {
      await source.end();
    }
  });
}

/** Gives up a move that has not come to its end; the province is as it was. */
export async function cancelMove(kernel: OpenKernel, province: Province, actor: string): Promise<void> {
  const { registry } = kernel;
  const begun = await recordedMove(kernel, province);
  if (begun === undefined) throw noMove(province);
  if (begun.step === 'switched') throw finishFirst(province);
  const onError = (error: Error) => kernel.log.warn({ province: province.id, err: error }, 'moving connection');
  await asOwner(registry, province, { onError }, async () => {
    const source = await ownerClient(registry, province, onError);
    try {
      await undo(kernel, province, homeOf(province.id, begun), source);
    } finally {
      await source.end();
    }
  });
  await recordAct(registry.db, { type: 'province.move-cancelled', actor, province: province.id });
}

/** Drops what the province has left behind on its old server. */
export async function finishMove(kernel: OpenKernel, province: Province, actor: string): Promise<void> {
  const { registry } = kernel;
  const begun = await recordedMove(kernel, province);
  if (begun?.step !== 'switched') throw noMove(province);
  await dropDatabase(registry, homeOf(province.id, begun));
  crashAt('move-dropped');
  await registry.db.transaction().execute(async (trx) => {
    await trx.deleteFrom('registry.moves').where('province', '=', province.id).execute();
    await recordAct(trx, { type: 'province.move-finished', actor, province: province.id, data: { server: begun.server } });
  });
  await registry.changed(province.id);
}

async function move(kernel: OpenKernel, province: Province, home: Home, source: pg.Client, { actor, onStep = () => {} }: MoveOptions): Promise<Moved> {
  const { registry } = kernel;
  const onError = (error: Error) => kernel.log.warn({ province: province.id, err: error }, 'moving connection');
  crashAt('move-begun');
  await createDatabase(registry, { ...home, quota: province.quota }, new URL(province.url).password);
  crashAt('move-created');
  const target = await ownerClient(registry, home, onError);
  try {
    const schemas = await readSchemas(source);
    const { tables: shells, rest } = await describeSchemas(source, schemas);
    await target.query(shells);
    const tables = await readTables(source, schemas);
    const followed = tables.filter(isFollowed);
    const whole = tables.filter((table) => !isFollowed(table));

    onStep('chép dữ liệu / copying');
    await noteChanges(source, tables);
    crashAt('move-noting');
    await inSnapshot(source, () => copyTables(source, target, followed));
    crashAt('move-copied');
    await target.query(rest);
    const foreignKeys = await takeOff(target, schemas);
    await grant(registry, home, schemas, onError);

    onStep('theo kịp thay đổi / catching up');
    for (let pass = 1; pass <= mostPasses && (await inSnapshot(source, () => catchUp(source, target, followed))) > fewChanges; pass += 1);
    await inSnapshot(source, async () => {
      await catchUp(source, target, followed);
      await requireEqual(source, target, followed);
    });
    crashAt('move-compared');

    onStep('tạm ngừng ghi / writes wait');
    const paused = performance.now();
    await setStep(kernel, province, 'paused');
    crashAt('move-paused');
    await sleep(settleMs);
    await tryAgain(() => holdWriters(source, tables), holdAttempts);
    crashAt('move-locked');
    await inTransaction(source, async () => {
      await catchUp(source, target, followed);
      await copyTables(source, target, whole);
      await requireEqual(source, target, whole);
      await copySequences(source, target, schemas);
      await putOn(target, schemas, foreignKeys);
      await refuseWrites(source, tables);
    });
    crashAt('move-closed');
    await switchPlacement(kernel, province, home, actor);
    const pausedMs = performance.now() - paused;
    crashAt('move-switched');
    onStep('ở nơi mới / in the new place');
    await leave(kernel, province, province);
    await validate(target, foreignKeys);
    return { pausedMs };
  } finally {
    await target.end();
  }
}

async function requireEqual(source: pg.Client, target: pg.Client, tables: readonly Table[]): Promise<void> {
  const different = await differences(source, target, tables);
  if (different.length > 0) throw new Error(`Bản chép khác bản gốc / the copy is not equal to the original: ${different.join(', ')}`);
}

async function copySequences(source: pg.Client, target: pg.Client, schemas: readonly string[]): Promise<void> {
  const { rows } = await source.query<{ name: string; last: string }>(
    'select format(\'%I.%I\', schemaname, sequencename) as name, last_value::text as last from pg_sequences where schemaname = any($1) and last_value is not null',
    [schemas],
  );
  for (const { name, last } of rows) await target.query('select setval($1, $2)', [name, last]);
}

async function grant(registry: OpenKernel['registry'], home: Home, schemas: readonly string[], onError: (error: Error) => void): Promise<void> {
  const owner = ownerHandle(registry, home, onError);
  try {
    await grantCore(owner, home.loginRole);
    for (const schema of schemas.filter((name) => name !== 'core' && name !== 'identity')) await grantData(owner, schema, home.loginRole);
  } finally {
    await owner.destroy();
  }
}
