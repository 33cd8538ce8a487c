import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { crashAt } from '../crash-at.ts';
import { seal } from './envelope.ts';
import { grantData } from '../database/migrate.ts';
import type { Kernel } from '../kernel.ts';
import { recordAct } from '../tenancy/acts.ts';
import { asOwner } from '../tenancy/as-owner.ts';
import { addLogin, dropLogin, type Home } from '../tenancy/province-database.ts';
import { grantCore } from '../tenancy/provision.ts';
import type { Province } from '../tenancy/registry.ts';

const lookEveryMs = 500;
/** Longer than a node keeps a connection that nobody uses. */
export const patienceMs = 60_000;

/**
 * Gives a province a new login with a new password, and answers the home of the former one, to be dropped with
 * `retireLogin` when every node has changed over. A password changed in place would refuse the connections that are
 * opened in the moment before a node hears of it; two logins side by side refuse nobody.
 */
export async function replaceLogin(kernel: Kernel, { id }: Province, actor: string): Promise<Home> {
  const { registry, log } = kernel;
  // Whoever has not heard of the last change yet, because whoever made it was killed, hears of it now.
  await registry.changed(id);
  return asOwner(registry, registry.byId(id)!, { onError: (error) => log.warn({ province: id, err: error }, 'migration connection') }, async (owner) => {
    await registry.refresh();
    const former = registry.byId(id)!;
    const next = { ...former, loginRole: otherName(former.loginRole) };
    // Left by a run that was killed, or that did not wait for the last connection.
    if (!(await retireLogin(kernel, next, patienceMs))) throw new Error(`Vai trò ${next.loginRole} còn kết nối / still has connections`);
    const password = randomBytes(24).toString('base64url');
    await addLogin(registry, next, password);
    crashAt('rotate-login-added');
    await grantEverything(owner, next);
    crashAt('rotate-login-granted');
    await registry.db.transaction().execute(async (trx) => {
      await trx
        .updateTable('registry.provinces')
        .set({ login_role: next.loginRole, login_password: seal(registry.masterKey, `registry|provinces|login_password|${id}`, Buffer.from(password)) })
        .where('id', '=', id)
        .execute();
      await recordAct(trx, { type: 'credentials.replaced', actor, province: id, data: { login: next.loginRole } });
    });
    crashAt('rotate-login-switched');
    await registry.changed(id);
    return former;
  });
}

/** Drops a former login when nobody uses it any more, waiting at most `patienceMs`. Answers whether it is gone. */
export async function retireLogin({ registry }: Kernel, former: Home, patienceMs: number): Promise<boolean> {
  for (const end = Date.now() + patienceMs; ; await sleep(lookEveryMs)) {
    if (await dropLogin(registry, former)) return true;
    if (Date.now() > end) return false;
  }
}

async function grantEverything(owner: Kysely<unknown>, { ownerRole, loginRole }: Home): Promise<void> {
  await grantCore(owner, loginRole);
  const { rows } = await sql<{ schema: string }>`
    select nspname as schema from pg_namespace where nspowner = ${ownerRole}::regrole and nspname not in ('core', 'identity')
  `.execute(owner);
  for (const { schema } of rows) await grantData(owner, schema, loginRole);
}

const otherName = (login: string) => (login.endsWith('2') ? login.slice(0, -1) : `${login}2`);
