import type { Kysely } from 'kysely';
import type { ProvinceTables } from '../tenancy/province-tables.ts';
import { beginTask, type Claim, leaseSeconds, renewClaim } from './outbox.ts';

export interface HeldTask {
  /** Renews no more, and answers the claim as it stands. */
  settle(): Promise<Claim>;
}

const renewEveryMs = (leaseSeconds * 1_000) / 3;

/**
 * Begins a task and holds it for as long as it runs, by renewing its lease: a process that dies gives the task back
 * within a lease, however long the task may run. Undefined where somebody else has it.
 */
export async function holdTask(db: Kysely<ProvinceTables>, id: number, until: string, onError: (error: Error) => void): Promise<HeldTask | undefined> {
  const begun = await beginTask(db, id, until);
  if (begun === undefined) return undefined;
  let claim = begun;
  let renewing = Promise.resolve();
  const renew = async () => void (claim = await renewClaim(db, claim));
  const timer = setInterval(() => void (renewing = renewing.then(renew).catch(onError)), renewEveryMs);
  return {
    async settle() {
      clearInterval(timer);
      await renewing;
      return claim;
    },
  };
}
