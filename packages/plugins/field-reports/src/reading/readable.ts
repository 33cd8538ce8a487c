import { sql } from 'kysely';
import type { ReportContext } from '../module.ts';
import { coordinatedBy } from '../routing/parts-of.ts';

/**
 * Whether somebody may read a report: the agencies and communes whose it is, those that coordinate it, and those that were
 * ordered to act on it, also once they have.
 */
export function readable(ctx: ReportContext) {
  const ordered = ctx.db.selectFrom('orders').select('orders.id').whereRef('orders.report', '=', sql.ref('reports.id')).where('orders.agency', '=', ctx.actor.agency ?? '');
  return sql<boolean>`(${ctx.allowed('report:read')} or ${coordinatedBy(ctx)} or exists (${ordered}))`;
}
