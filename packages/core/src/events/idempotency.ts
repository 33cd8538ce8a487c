import { type Kysely, sql } from 'kysely';
import { Problem } from '../plugin/problem.ts';
import type { ProvinceTables } from '../tenancy/province-tables.ts';

/** What makes two requests the same, and what tells a mistake from a repeat. */
export interface IdempotencyClaim {
  /** Key, caller and operation as one hash, in the form of a uuid: a narrow key, and nobody's text at rest. */
  readonly id: string;
  readonly bodyHash: Buffer;
}

/** Two requests with one key meet at the unique index: the second waits, then finds the first one's result. */
export async function claim(trx: Kysely<ProvinceTables>, { id, bodyHash }: IdempotencyClaim): Promise<void> {
  await trx.insertInto('core.idempotency').values({ id, body_hash: bodyHash, result: null }).execute();
}

export async function keep(trx: Kysely<ProvinceTables>, { id }: IdempotencyClaim, result: unknown): Promise<void> {
  await trx.updateTable('core.idempotency').set({ result: JSON.stringify(result ?? null) }).where('id', '=', id).execute();
}

/** The result kept for this key, or the 422 that says the key was used for something else. */
export async function replay(db: Kysely<ProvinceTables>, claimed: IdempotencyClaim): Promise<unknown> {
  const kept = await db.selectFrom('core.idempotency').select(['body_hash', 'result']).where('id', '=', claimed.id).executeTakeFirst();
  if (kept === undefined) {
    throw new Problem(409, 'idempotency-key-in-progress', {
      vi: 'Yêu cầu cùng khóa đang được xử lý, xin thử lại sau.',
      en: 'A request with this key is still in progress, please try again.',
    });
  }
  if (!kept.body_hash.equals(claimed.bodyHash)) {
    throw new Problem(422, 'idempotency-key-reused', {
      vi: 'Khóa Idempotency-Key này đã dùng cho một nội dung khác.',
      en: 'This Idempotency-Key was used for another body.',
    });
  }
  return kept.result;
}

/** Whether this key has a result already. */
export async function isKept(db: Kysely<ProvinceTables>, { id }: IdempotencyClaim): Promise<boolean> {
  return (await db.selectFrom('core.idempotency').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

export async function forgetOld(db: Kysely<ProvinceTables>): Promise<void> {
  await sql`delete from core.idempotency where created_at < now() - interval '24 hours'`.execute(db);
}

/** PostgreSQL's word for "this key is there already", from the one constraint that means a repeat. */
export function isRepeat(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === '23505' && constraint === 'idempotency_pkey';
}
