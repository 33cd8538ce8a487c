import { type Job, metresPerDegree } from '@tinhthong/core';
import { sql } from 'kysely';
import type { FieldReports, ReportContext, ReportTrx } from '../module.ts';
import { findHotSpots, type Reported } from './find-hot-spots.ts';

interface Found extends Reported {
  readonly commune: string;
  readonly public: boolean;
}

/** Those that a report left and came to, at once. */
export const keepHotSpots: Job<FieldReports> = {
  title: { vi: 'Tìm điểm nóng khi một phản ánh đổi lĩnh vực', en: 'Look for hot spots where a report was classified anew' },
  timeoutSeconds: 60,
  async runAll(ctx, trx, tasks) {
    const named = tasks.flatMap(({ event }) => {
      const { category, before } = (event?.data ?? {}) as { category?: string; before?: string };
      return [category ?? [], before ?? []].flat();
    });
    for (const category of [...new Set(named)].toSorted()) await keepSpotsOf(ctx, trx, category);
  },
};

/** Where reports have come since the last look; not with each of them, for in a flood there are fifty a second. */
export const findNewHotSpots: Job<FieldReports> = {
  title: { vi: 'Tìm điểm nóng quanh phản ánh mới', en: 'Look for hot spots around new reports' },
  cron: '*/5 * * * *',
  timeoutSeconds: 300,
  async run(ctx) {
    const { rows } = await sql<{ code: string }>`
      select known.code from field_reports.categories as known left join field_reports.hot_spot_looks as look on look.category = known.code
      where exists (
        -- a minute more: whoever commits last was not always the last to come
        select from field_reports.reports where category = known.code and submitted_at > coalesce(look.at - interval '1 minute', '-infinity')
      )
      order by known.code
    `.execute(ctx.db);
    await lookAt(ctx, rows.map(({ code }) => code));
  },
};

/** All of them once a night, so that what is older than the window goes. */
export const renewHotSpots: Job<FieldReports> = {
  title: { vi: 'Tính lại mọi điểm nóng', en: 'Find all hot spots anew' },
  cron: '20 2 * * *',
  timeoutSeconds: 300,
  async run(ctx) {
    const categories = await ctx.db.selectFrom('categories').select('code').orderBy('code').execute();
    await lookAt(ctx, categories.map(({ code }) => code));
  },
};

/** In the order in which they come, the same everywhere: two looks at a time wait for each other instead of standing in each other's way. */
async function lookAt(ctx: ReportContext, categories: readonly string[]): Promise<void> {
  if (categories.length === 0) return;
  await ctx.change(async (trx) => {
    for (const category of categories) await keepSpotsOf(ctx, trx, category);
  });
}

async function keepSpotsOf(ctx: ReportContext, trx: ReportTrx, category: string): Promise<void> {
  const { hotSpotMetres: metres, hotSpotTimes: times, hotSpotDays: days } = ctx.settings;
  const since = new Date(ctx.now().getTime() - days * 86_400_000);
  await sql`select pg_advisory_xact_lock(hashtext(${`hot spots of ${category}`}))`.execute(trx);
  await sql`
    insert into field_reports.hot_spot_looks values (${category}, ${ctx.now()}) on conflict (category) do update set at = excluded.at
  `.execute(trx);
  const known = await trx.deleteFrom('hot_spots').where('category', '=', category).returning('id').execute();
  const spots = findHotSpots(await crowded(trx, category, since, { metres, times }), { metres, times });
  const rows = spots.map(({ reports, lat, lon }) => ({
    id: reports[0]!.code,
    category,
    commune: reports.at(-1)!.commune,
    lat,
    lon,
    reports: reports.length,
    public_reports: reports.filter((report) => report.public).length,
    codes: reports.map(({ code }) => code),
    first_at: reports[0]!.at.toISOString(),
    last_at: reports.at(-1)!.at.toISOString(),
  }));
  await sql`
    insert into field_reports.hot_spots
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as spot(id text, category text, commune text, lat float8, lon float8,
      reports int, public_reports int, codes text[], first_at timestamptz, last_at timestamptz)
    -- a report that was classified anew may still stand under its former category
    on conflict (id) do update set category = excluded.category, commune = excluded.commune, lat = excluded.lat, lon = excluded.lon, reports = excluded.reports,
      public_reports = excluded.public_reports, codes = excluded.codes, first_at = excluded.first_at, last_at = excluded.last_at
  `.execute(trx);
  const before = new Set(known.map(({ id }) => id));
  await ctx.notify(trx, rows.filter(({ id }) => !before.has(id)).map(({ id, reports }) => ({
    key: `hot-spot:${id}`,
    agency: ctx.settings.dispatcher,
    title: { vi: `Điểm nóng mới: ${reports} phản ánh cùng một chỗ, từ ${id}`, en: `New hot spot: ${reports} reports of the same place since ${id}` },
    link: '/phan-anh/so-lieu/diem-nong',
  })));
}

/** No place of Vietnam lies farther north: there a degree of longitude is shortest. */
const northernmost = 23.5;

/**
 * The reports that can belong to a spot: those of squares, with those around them, where so many have come together. The
 * rest, nearly all of them, need not be read.
 */
async function crowded(trx: ReportTrx, category: string, since: Date, { metres, times }: { readonly metres: number; readonly times: number }): Promise<Found[]> {
  const high = metres / metresPerDegree;
  const wide = high / Math.cos((northernmost * Math.PI) / 180);
  const { rows } = await sql<Found>`
    with found as materialized (
      select code, lat, lon, submitted_at as at, commune, public, floor(lat / ${high})::int as y, floor(lon / ${wide})::int as x
      from field_reports.reports
      -- a report without a place of its own stands at the centre of its commune, where nothing happened
      where category = ${category} and submitted_at > ${since} and place_exact and state not in ('rejected', 'withdrawn')
    ),
    squares as (select y, x, count(*) as reports from found group by y, x),
    around as (select square.y, square.x, dy, dx from squares as square, generate_series(-1, 1) as dy, generate_series(-1, 1) as dx),
    dense as (
      select around.y, around.x from around join squares as other on other.y = around.y + dy and other.x = around.x + dx
      group by around.y, around.x having sum(other.reports) >= ${times}
    ),
    wanted as (select distinct y + dy as y, x + dx as x from dense, generate_series(-1, 1) as dy, generate_series(-1, 1) as dx)
    select code, lat, lon, at, commune, public from found join wanted using (y, x)
  `.execute(trx);
  return rows;
}
