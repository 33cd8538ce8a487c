import { randomUUID } from 'node:crypto';
import { type Insertable, sql } from 'kysely';
import { configurationOf } from './configuration.ts';
import { pictureKinds, samplePicture } from './demo/sample-picture.ts';
import { type SampleReport, sampleReports } from './demo/sample-reports.ts';
import type { ReportEvents } from './events.ts';
import type { ReportContext, ReportTrx } from './module.ts';
import type { ReportState } from './handling/report-states.ts';
import { lookAt, rowOf as clockRowOf, storeClocks, watchOf } from './clocks/clock-rows.ts';
import type { ClockTimes } from './clocks/clocks.ts';
import { dueTimes } from './clocks/due-times.ts';
import { sampleClocks } from './demo/sample-clocks.ts';
import { routeReport } from './routing/route-report.ts';
import { consentVersion } from './intake/submit.ts';
import { maskText } from './privacy/mask-text.ts';
import type { ReportRow } from './tables.ts';

const count = 2_000;
const rowsAtOnce = 500;

/** A year of believable reports, with the history of each in the event log. Only into a province that has none. */
export async function addDemoReports(ctx: ReportContext): Promise<void> {
  const some = await ctx.db.selectFrom('reports').select('id').limit(1).executeTakeFirst();
  if (some !== undefined) return;
  const communes = await ctx.db.selectFrom('core.communes').select(['code', 'name', 'type', 'lat', 'lon']).execute();
  const configuration = await configurationOf(ctx);
  const { categories, routing, limits, committees } = configuration;
  const samples = sampleReports({
    communes,
    categories: [...categories.keys()],
    coastal: true,
    count,
    until: ctx.now(),
    seed: Number(ctx.tenant.code),
    calendar: ctx.calendar,
    dueAt: (report) => dueTimes({ ...report, priority: 'normal', flow: categories.get(report.category)!.flow }, limits, ctx.calendar).due,
  });
  const pictures = await drawPictures(ctx);

  await ctx.change(async (trx) => {
    await ctx.attach(trx, [...pictures.values()], 'demo');
    const rows = samples.map((sample, index) => {
      const category = categories.get(sample.category)!;
      const routed = routeReport(sample, routing, { committees, dispatcher: ctx.settings.dispatcher, isWorking: (at) => ctx.calendar.isWorking(at) });
      const clocks = dueTimes({ ...sample, priority: 'normal', flow: category.flow }, limits, ctx.calendar);
      const year = String(sample.submittedAt.getFullYear()).slice(2);
      const code = `${ctx.tenant.codePrefix}-${year}-${String(index + 1).padStart(7, '0')}`;
      const times = sampleClocks(
        sample.submittedAt,
        sample.moves.map(({ to, at }) => ({ type: eventOf[to], at })),
        { first: clocks.clocks, flow: category.flow, limit: limits.find(({ id }) => id === clocks.rule), coordinating: routed.coordinating, calendar: ctx.calendar },
      );
      return { sample, first: clocks.clocks, times, row: rowOf(sample, { code, public: category.public, maskPlates: category.maskPlates, routed, clocks, pictures }) };
    });
    for (let at = 0; at < rows.length; at += rowsAtOnce) {
      const part = rows.slice(at, at + rowsAtOnce);
      await trx.insertInto('reports').values(part.map(({ row }) => row)).execute();
      const contacts = part.flatMap(({ sample: { reporter }, row }) =>
        reporter === null ? [] : [{ report: row.id, name: reporter.name, phone: reporter.phone, email: null, consent_version: consentVersion }],
      );
      if (contacts.length > 0) await trx.insertInto('contacts').values(contacts).execute();
      const watch = watchOf(ctx, configuration);
      await storeClocks(trx, part.flatMap(({ row, times }) => times.clocks.map((clock) => clockRowOf(row.id, clock, lookAt(clock, row.agency, watch)))));
    }
    for (const { sample, row, first, times } of rows) publishHistory(ctx, trx, sample, row, { first, times: times.times });
    await skipNumbers(trx, rows.length);
    return null;
  });
}

async function drawPictures(ctx: ReportContext): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const kind of pictureKinds) {
    for (const after of [false, true]) {
      const { id } = await ctx.files.putPicture(await samplePicture(kind, { seed: Number(ctx.tenant.code), after }));
      ids.set(`${kind} ${after}`, id);
    }
  }
  return ids;
}

type Row = Insertable<ReportRow> & { id: string; state: ReportState };

function rowOf(
  sample: SampleReport,
  made: {
    code: string;
    public: boolean;
    maskPlates: boolean;
    routed: ReturnType<typeof routeReport>;
    clocks: ReturnType<typeof dueTimes>;
    pictures: ReadonlyMap<string, string>;
  },
): Row {
  const last = sample.moves.at(-1);
  const state: ReportState = last?.to ?? 'submitted';
  const timeOf = (to: ReportState) => sample.moves.findLast((move) => move.to === to);
  const picturesOf = (after: boolean) => sample.pictures.filter((picture) => picture.after === after).map(({ kind }) => made.pictures.get(`${kind} ${after}`)!);
  return {
    id: randomUUID(),
    code: made.code,
    category: sample.category,
    commune: sample.commune,
    lat: sample.lat,
    lon: sample.lon,
    place_exact: true,
    address: sample.address,
    description: sample.description,
    public_text: maskText(sample.description, { plates: made.maskPlates }),
    public: made.public && state !== 'rejected' && state !== 'withdrawn',
    channel: sample.channel,
    state,
    agency: made.routed.agency,
    coordinating: [...made.routed.coordinating],
    routing_rule: made.routed.rule,
    limit_rule: made.clocks.rule,
    reporter: null,
    photos: picturesOf(false),
    after_photos: picturesOf(true),
    answer: timeOf(state === 'rejected' ? 'rejected' : 'answered')?.note ?? null,
    rating: sample.rating,
    reopened: sample.moves.filter(({ to }) => to === 'reopened').length,
    submitted_at: sample.submittedAt,
    accept_due_at: made.clocks.acceptDue,
    due_at: made.clocks.due,
    answered_at: timeOf('answered')?.at ?? null,
    closed_at: state === 'closed' ? last!.at : null,
    updated_at: last?.at ?? sample.submittedAt,
  };
}

const eventOf = {
  accepted: 'report.accepted',
  assigned: 'report.assigned',
  'in-progress': 'report.started',
  answered: 'report.answered',
  closed: 'report.closed',
  rejected: 'report.rejected',
  reopened: 'report.reopened',
  withdrawn: 'report.withdrawn',
} as const;

interface History {
  readonly first: ClockTimes;
  readonly times: readonly (ClockTimes | undefined)[];
}

function publishHistory(ctx: ReportContext, trx: ReportTrx, sample: SampleReport, row: Row, { first, times }: History): void {
  const { category } = row;
  const due = row.due_at as Date;
  const publish = <E extends keyof ReportEvents>(type: E, at: Date, data: ReportEvents[E]) =>
    ctx.publish(trx, type, { subject: row.id, agency: row.agency, at, data });
  publish('report.submitted', sample.submittedAt, { category, code: row.code, commune: row.commune, channel: row.channel, agency: row.agency, media: (row.photos as string[]).length, public: row.public, dueAt: due.toISOString(), clocks: first });
  for (const [i, { to, at, note }] of sample.moves.entries()) {
    const own = times[i];
    const last = i === sample.moves.findLastIndex((move) => move.to === 'answered');
    const extra = {
      assigned: { agency: row.agency, dueAt: due.toISOString() },
      answered: { answer: note ?? '', photos: last ? (row.after_photos as string[]).length : 0, onTime: at <= due },
      rejected: { reason: note ?? '' },
    }[to as string];
    publish(eventOf[to], at, { category, ...extra, ...(own && { clocks: own }) } as ReportEvents[(typeof eventOf)[typeof to]]);
  }
  const ratedAt = sample.moves.at(-1)?.at;
  if (sample.rating !== null && ratedAt !== undefined) publish('report.rated', ratedAt, { category, rating: sample.rating, before: null });
}

/** New reports go on counting after the sample ones. */
async function skipNumbers(trx: ReportTrx, to: number): Promise<void> {
  await sql`select setval('field_reports.report_numbers', ${to})`.execute(trx);
}
