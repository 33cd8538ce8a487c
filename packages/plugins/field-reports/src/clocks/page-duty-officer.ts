import type { ReportContext, ReportTrx } from '../module.ts';
import { callNow } from './duty-calls.ts';

interface Ringing {
  readonly code: string;
  readonly agency: string;
  readonly immediate: boolean;
  /** From one agency to another: the dispatcher knows of it. */
  readonly passedOn?: boolean;
}

/**
 * Immediate reports ring at once, day and night: with whoever is to handle them, and with the dispatcher. Those that
 * come in together are one call an agency; what comes soon after one waits for the next, by the rule of `duty-calls.ts`.
 */
export async function pageDutyOfficer(ctx: ReportContext, trx: ReportTrx, reports: readonly Ringing[]): Promise<void> {
  const codes = new Map<string, string[]>();
  for (const { code, agency, immediate, passedOn = false } of reports) {
    if (immediate) for (const told of new Set(passedOn ? [agency] : [agency, ctx.settings.dispatcher])) codes.set(told, [...(codes.get(told) ?? []), code]);
  }
  const agencies = [...codes.keys()].toSorted();
  if (agencies.length === 0) return;
  const now = ctx.now();
  // Whoever calls for the first time makes the row; another one that does so at the same moment waits here.
  const first = await trx
    .insertInto('duty_pages')
    .values(agencies.map((agency) => ({ agency, paged_at: now, told: codes.get(agency)!.length, waiting: 0, waiting_code: null })))
    .onConflict((oc) => oc.doNothing())
    .returning('agency')
    .execute();
  for (const { agency } of first) call(ctx, trx, agency, codes.get(agency)!.length, codes.get(agency)![0]!);
  const before = await trx.selectFrom('duty_pages').selectAll().where('agency', 'in', agencies).orderBy('agency').forUpdate().execute();
  for (const { agency, paged_at: at, told, waiting: waited, waiting_code } of before.filter((row) => !first.some(({ agency }) => agency === row.agency))) {
    const more = codes.get(agency)!;
    const [waiting, code] = [waited + more.length, waiting_code ?? more[0]!];
    if (callNow({ at, told }, waiting, now, ctx.settings.pageMinutes)) {
      await callOfAll(ctx, trx, agency, waiting, code);
      continue;
    }
    await trx.updateTable('duty_pages').set({ waiting, waiting_code: code }).where('agency', '=', agency).execute();
  }
}

/** Tells of all that wait, and begins the minutes anew. */
export async function callOfAll(ctx: ReportContext, trx: ReportTrx, agency: string, waiting: number, code: string): Promise<void> {
  call(ctx, trx, agency, waiting, code);
  await trx.updateTable('duty_pages').set({ paged_at: ctx.now(), told: waiting, waiting: 0, waiting_code: null }).where('agency', '=', agency).execute();
}

function call(ctx: ReportContext, trx: ReportTrx, agency: string, count: number, code: string): void {
  ctx.tell(trx, 'immediate-report', { to: { agency }, data: { code, count }, link: count === 1 ? `/phan-anh/viec/${code}` : '/phan-anh/viec' });
}
