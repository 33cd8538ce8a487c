import { randomUUID } from 'node:crypto';
import { abilityOf } from '../access/ability.ts';
import { keyFor } from '../secrets/envelope.ts';
import type { Kernel } from '../kernel.ts';
import { coreContext } from '../core-module/core-context.ts';
import { Problem } from '../plugin/problem.ts';
import { recordAct } from '../tenancy/acts.ts';
import type { ProvinceDatabase } from '../tenancy/province-pools.ts';
import type { Province, Registry } from '../tenancy/registry.ts';
import { idOf, secretOf } from './one-time.ts';
import { anonymous } from './principal.ts';
import type { Lasting } from './principals.ts';

/** Begins the pass that an operator of the platform acts with inside a province. */
export const visitPrefix = 'ttv_';

/** In place of an agency: notices for whoever manages the accounts of the province. */
export const administrators = '@administrators';

const lastsMs = 60 * 60 * 1_000;

export interface Visit {
  readonly id: string;
  /** Sent as `Authorization: Bearer …` to the province's own host. */
  readonly pass: string;
  readonly endsAt: Date;
}

const passKey = (province: Province) => keyFor(province.dataKey, 'operator-visits');

/**
 * Lets an operator of the platform into a province for an hour, with the rights of one of its roles and a reason that
 * its administrators read at once: event and notice are in the province's own log before the pass is given out.
 *
 * @throws Problem 403 where the province does not want it, 422 for a role that it does not have
 */
export async function startVisit(kernel: Kernel, province: Province, visit: { operator: string; role: string; reason: string }): Promise<Visit> {
  const id = randomUUID();
  const { operator, role, reason } = visit;
  const started_at = kernel.now();
  const ends_at = new Date(started_at.getTime() + lastsMs);
  await kernel.pools.use(province, async (database) => {
    await kernel.organisations.load(province, database);
    const actor = { ...anonymous.actor, kind: 'operator', id: operator } as const;
    const ctx = coreContext(kernel, province, database, { ...anonymous, actor });
    await ctx.change(async (trx) => {
      const policy = await trx.selectFrom('core.access_policy').select('operator_visits').executeTakeFirstOrThrow();
      if (!policy.operator_visits) throw visitsForbidden();
      await trx.insertInto('core.operator_visits').values({ id, operator, role, reason, started_at, ends_at }).execute();
      const title = { vi: `Đơn vị vận hành nền tảng vào tỉnh, lý do: ${reason}`, en: `An operator of the platform came in, reason: ${reason}` };
      await ctx.notify(trx, [{ key: `operator-visit|${id}`, agency: administrators, title, link: '/api/core/operator-visits' }]);
      ctx.publish(trx, 'operator.entered', { subject: id, data: { visit: id, operator, role, until: ends_at.toISOString() } });
      return null;
    });
  });
  await recordAct(kernel.registry.db, { type: 'province.entered', actor: operator, province: province.id, data: { visit: id, role, reason } });
  return { id, pass: visitPrefix + secretOf(passKey(province), 'operator-visit', id), endsAt: ends_at };
}

/** The operator behind a pass, with the rights of the role they came in. What they do is recorded as theirs. */
export async function ofVisit(registry: Registry, province: Province, { db }: ProvinceDatabase, pass: string): Promise<Lasting | undefined> {
  const id = idOf(passKey(province), 'operator-visit', pass.slice(visitPrefix.length));
  if (id === undefined) return undefined;
  const row = await db
    .selectFrom('core.operator_visits as visit')
    .innerJoin('core.roles as role', 'role.id', 'visit.role')
    .select(['visit.operator', 'visit.ends_at', 'role.id as role', 'role.grants'])
    .where('visit.id', '=', id)
    .where('visit.ends_at', '>', new Date())
    .where((eb) => eb.exists(eb.selectFrom('core.access_policy').select('only').where('operator_visits', '=', true)))
    .executeTakeFirst();
  if (row === undefined || !(await isOperator(registry, row.operator))) return undefined;
  const actor = { kind: 'operator', id: row.operator, agency: null, communes: [] } as const;
  return { principal: { ...anonymous, actor, ability: abilityOf(row.grants, actor), roles: [row.role] }, until: row.ends_at };
}

/** A pass is worth no more than the account that it was given to. */
async function isOperator({ db }: Registry, account: string): Promise<boolean> {
  const members = db.selectFrom('registry.national_members').select('account').where('account', '=', account);
  return (await members.where('site', '=', 'platform').where('disabled_at', 'is', null).executeTakeFirst()) !== undefined;
}

function visitsForbidden(): Problem {
  return new Problem(403, 'visits-forbidden', {
    vi: 'Tỉnh này không cho đơn vị vận hành nền tảng vào.',
    en: 'This province does not let operators of the platform in.',
  });
}
