import type { LoggedEvent } from '@tinhthong/core';
import { sql } from 'kysely';
import type { ReportContext } from '../module.ts';
import { foldFigures } from './fold-figures.ts';
import { factTypes } from './report-facts.ts';

const eventsAtOnce = 2_000;

/**
 * `tinhthong run field-reports refold-figures <province>`: all figures anew from the log, after a correction of the
 * holiday table or of a formula. What comes in meanwhile waits, and is counted once.
 */
export async function refoldFigures(ctx: ReportContext): Promise<void> {
  await ctx.change(async (trx) => {
    await sql`lock table field_reports.report_facts, field_reports.figures in exclusive mode`.execute(trx);
    await sql`delete from field_reports.report_facts`.execute(trx);
    await sql`delete from field_reports.figures`.execute(trx);
    let position = 0;
    for (;;) {
      const { rows } = await sql<LoggedEvent & { position: number }>`
        select id, position, plugin, type, subject, at, data from core.event_log
        where position > ${position} and plugin = 'field-reports' and type = any(${factTypes}) order by position limit ${eventsAtOnce}
      `.execute(trx);
      if (rows.length === 0) return null;
      await foldFigures(ctx, trx, rows);
      position = rows.at(-1)!.position;
    }
  });
}
