import { type Job, timeOrderedId } from '@tinhthong/core';
import { type Insertable, sql } from 'kysely';
import { insertFirstClocks } from '../clocks/clock-rows.ts';
import { dueTimes } from '../clocks/due-times.ts';
import { type Configuration, configurationOf } from '../configuration.ts';
import { codePrefix } from '../intake/submit.ts';
import type { FieldReports, ReportContext, ReportTrx } from '../module.ts';
import { maskText } from '../privacy/mask-text.ts';
import { routeReport } from '../routing/route-report.ts';
import type { ReportRow } from '../tables.ts';
import { checkLines, type PlacedReport } from './check-lines.ts';
import { type CsvCells, csvColumns } from './columns.ts';

const linesAtOnce = 250;

/**
 * Brings in the good lines of an import, some at a time, so that no transaction is long and progress shows. A line whose
 * id was brought in before, by this or another import, or is a code of this province, is known and changes nothing.
 */
export const importLines: Job<FieldReports> = {
  title: { vi: 'Nhập phản ánh từ tệp CSV', en: 'Bring in reports from a CSV file' },
  timeoutSeconds: 60,
  async run(ctx, task) {
    const { import: id } = task.payload as { import: string };
    await ctx.change(async (trx) => {
      const lines = await trx.selectFrom('import_lines').select(['line', 'cells']).where('import', '=', id).where('state', '=', 'good').orderBy('line').limit(linesAtOnce).forUpdate().execute();
      if (lines.length === 0) {
        await finish(ctx, trx, id);
        return null;
      }
      // Once more: what the province knows may have changed since they were checked.
      const checked = await checkLines(ctx, lines.map(({ line, cells }) => ({ line, cells: Object.fromEntries(csvColumns.map((column, i) => [column, cells[i] ?? ''])) as unknown as CsvCells })));
      const good = checked.flatMap((one) => ('report' in one ? [one] : []));
      const there = await knownIds(trx, good.map(({ report }) => report.foreignId));
      const fresh = good.filter(({ report }) => !there.has(report.foreignId));
      await insertReports(ctx, trx, fresh.map(({ report }) => report));
      await noteLines(trx, id, checked.map((one) => ('problem' in one ? { line: one.line, state: 'bad', problem: one.problem } : { line: one.line, state: there.has(one.report.foreignId) ? 'known' : 'imported' })));
      await sql`
        update field_reports.imports set imported = imported + ${fresh.length}, known = known + ${good.length - fresh.length}, bad = bad + ${checked.length - good.length} where id = ${id}
      `.execute(trx);
      ctx.enqueue(trx, 'import-lines', { import: id });
      return null;
    });
  },
};

async function finish(ctx: ReportContext, trx: ReportTrx, id: string): Promise<void> {
  const done = await trx.updateTable('imports').set({ state: 'done', finished_at: ctx.now() }).where('id', '=', id).where('state', '=', 'running').returning(['imported', 'known', 'bad']).executeTakeFirst();
  if (done !== undefined) ctx.publish(trx, 'import.finished', { subject: id, data: done });
}

async function knownIds(trx: ReportTrx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select service_request_id as id from field_reports.imported_reports where service_request_id = any(${ids}::text[])
    union select code from field_reports.reports where code = any(${ids}::text[])
  `.execute(trx);
  return new Set(rows.map(({ id }) => id));
}

async function noteLines(trx: ReportTrx, id: string, lines: readonly object[]): Promise<void> {
  await sql`
    update field_reports.import_lines as kept set state = noted.state, problem = noted.problem
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as noted(line int, state text, problem jsonb) where kept.import = ${id} and kept.line = noted.line
  `.execute(trx);
}

/** Closed reports with the history that the file tells; open ones as work that begins today, with clocks of today. */
async function insertReports(ctx: ReportContext, trx: ReportTrx, reports: readonly PlacedReport[]): Promise<void> {
  if (reports.length === 0) return;
  const configuration = await configurationOf(ctx);
  const { rows: numbers } = await sql<{ number: string }>`
    select lpad(nextval('field_reports.report_numbers')::text, 7, '0') as number from generate_series(1, ${reports.length})
  `.execute(trx);
  const made = reports.map((report, i) => ({ report, ...rowOf(ctx, configuration, report, `${codePrefix(ctx)}${numbers[i]!.number}`) }));
  await trx.insertInto('reports').values(made.map(({ row }) => row)).execute();
  await trx.insertInto('imported_reports').values(made.map(({ report, row }) => ({ service_request_id: report.foreignId, report: row.id }))).execute();
  const clocks = made.flatMap(({ report, row, due }) => (report.closedAt === null ? [{ id: row.id, clocks: due.clocks }] : []));
  await sql`
    with given as (select * from jsonb_to_recordset(${JSON.stringify(clocks)}::jsonb) as given(id uuid, clocks jsonb)), change as (select id from given)
    ${sql.raw(insertFirstClocks)}
  `.execute(trx);
  for (const { report, row, due } of made) publishHistory(ctx, trx, report, row, due);
}

type Row = Insertable<ReportRow> & { id: string };

function rowOf(ctx: ReportContext, { categories, routing, limits, committees }: Configuration, report: PlacedReport, code: string) {
  const category = categories.get(report.category)!;
  const { place, closedAt, requestedAt } = report;
  const routed = routeReport({ category: category.code, ...place, submittedAt: requestedAt }, routing, {
    committees,
    dispatcher: ctx.settings.dispatcher,
    isWorking: (at) => ctx.calendar.isWorking(at),
  });
  const agency = report.agency ?? routed.agency;
  const due = dueTimes({ category: category.code, channel: 'csv', priority: 'normal', flow: category.flow, submittedAt: closedAt === null ? ctx.now() : requestedAt }, limits, ctx.calendar);
  const shown = (text: string) => maskText(text, { plates: category.maskPlates });
  const answer = closedAt !== null && report.notes !== '' ? shown(report.notes) : null;
  const row: Row = {
    id: timeOrderedId(),
    code,
    category: category.code,
    commune: place.commune,
    lat: place.lat,
    lon: place.lon,
    place_exact: place.exact,
    commune_approximate: place.approximate,
    address: report.address ? shown(report.address) : null,
    description: report.description,
    public_text: shown(report.description),
    public: category.public,
    channel: 'csv',
    agency,
    coordinating: routed.coordinating.filter((id) => id !== agency),
    routing_rule: report.agency === null ? routed.rule : null,
    limit_rule: due.rule,
    reporter: null,
    photos: [],
    state: closedAt === null ? 'submitted' : 'closed',
    answer,
    rating: null,
    submitted_at: requestedAt,
    accept_due_at: due.acceptDue,
    due_at: due.due,
    answered_at: answer === null ? null : closedAt,
    closed_at: closedAt,
    updated_at: report.updatedAt,
  };
  return { row, due };
}

function publishHistory(ctx: ReportContext, trx: ReportTrx, report: PlacedReport, row: Row, due: ReturnType<typeof dueTimes>): void {
  const about = { subject: row.id, agency: row.agency };
  const { category } = report;
  const { closedAt } = report;
  ctx.publish(trx, 'report.submitted', {
    ...about,
    at: report.requestedAt,
    data: { category, code: row.code, commune: row.commune, channel: 'csv', agency: row.agency, media: 0, public: row.public, dueAt: due.due.toISOString(), ...(closedAt === null && { clocks: due.clocks }) },
  });
  if (closedAt === null) return;
  if (row.answer != null) ctx.publish(trx, 'report.answered', { ...about, at: closedAt, data: { category, answer: row.answer, photos: 0, onTime: closedAt <= due.due } });
  ctx.publish(trx, 'report.closed', { ...about, at: closedAt, data: { category } });
}
