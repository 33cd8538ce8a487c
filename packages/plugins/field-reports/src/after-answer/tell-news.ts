import { formatNumber, type Job, metresPerDegree, type Say, sayIn } from '@tinhthong/core';
import { sql } from 'kysely';
import type { FieldReports, ReportTrx } from '../module.ts';
import { categoryName, communeName, type Names, namesOf } from '../pages/names.ts';

const minuteMs = 60_000;
// A change that is under way commits later than what it wrote says; looking back a little late, none is missed.
const lagMs = 30_000;
const shownCodes = 4;

/** What a follower of places and categories has not been told yet. */
interface News {
  readonly id: string;
  readonly language: 'vi' | 'en';
  readonly category: string | null;
  readonly commune: string | null;
  readonly metres: number | null;
  readonly reports: number;
  readonly answers: number;
  readonly latest: readonly { readonly code: string; readonly category: string; readonly commune: string }[];
}

/**
 * Whoever follows a category, a commune or a circle hears of new public reports and answers there: within ten minutes,
 * and of all together once the setting's time has passed, so that a flood is one letter an hour and not a thousand.
 * One statement finds everybody with all that is new to them.
 */
export const tellNews: Job<FieldReports> = {
  title: { vi: 'Báo tin mới theo lĩnh vực, theo nơi', en: 'Tell the news of categories and places' },
  cron: '*/10 * * * *',
  timeoutSeconds: 120,
  async run(ctx) {
    const names = await namesOf(ctx);
    await ctx.change(async (trx) => {
      const until = new Date(ctx.now().getTime() - lagMs);
      const pauseMs = ctx.settings.newsMinutes * minuteMs;
      const told = await trx.selectFrom('news_told').select('until').forUpdate().executeTakeFirst();
      await trx.insertInto('news_told').values({ until }).onConflict((oc) => oc.column('one').doUpdateSet({ until })).execute();
      const since = new Date((told?.until ?? until).getTime() - pauseMs);
      const news = await newsBetween(trx, since, until, new Date(until.getTime() - pauseMs));
      for (const one of news) ctx.tell(trx, 'area-news', { to: { subject: `subscription:${one.id}` }, data: wordsOf(names, one), link: linkOf(one) });
      await trx.updateTable('subscriptions').set({ told_until: until }).where('id', '=', sql<string>`any(${news.map(({ id }) => id)}::uuid[])`).execute();
    });
  },
};

/** `rested` is when the last letter must have gone for another one to go now. */
async function newsBetween(trx: ReportTrx, since: Date, until: Date, rested: Date): Promise<News[]> {
  const { rows } = await sql<News>`
    with fresh as materialized (
      select code, category, commune, lat, lon, submitted_at as at, false as answer
      from field_reports.reports where public and submitted_at > ${since} and submitted_at <= ${until}
      union all
      select code, category, commune, lat, lon, answered_at, true
      from field_reports.reports where public and answered_at > ${since} and answered_at <= ${until} and state in ('answered', 'closed')
    ),
    due as materialized (
      select *, greatest(confirmed_at, told_until) as heard, metres / ${metresPerDegree}::float8 as high,
        metres / (${metresPerDegree}::float8 * cos(radians(lat))) as wide
      from field_reports.subscriptions
      where report is null and confirmed_at is not null and (told_until is null or told_until <= ${rested})
    ),
    -- Each way of matching by a key of its own, so that only circles are compared one by one.
    pair as (
      select due.id, fresh.* from due join fresh on fresh.commune = due.commune and (due.category is null or fresh.category = due.category)
      union all
      select due.id, fresh.* from due join fresh on due.commune is null and fresh.category = due.category
      union all
      select due.id, fresh.* from due join fresh on due.commune is null and due.category is null
        and fresh.lat between due.lat - due.high and due.lat + due.high and fresh.lon between due.lon - due.wide and due.lon + due.wide
    )
    select due.id, due.language, due.category, due.commune, due.metres,
      count(*) filter (where not pair.answer)::int as reports, count(*) filter (where pair.answer)::int as answers,
      to_json((array_agg(json_build_object('code', pair.code, 'category', pair.category, 'commune', pair.commune) order by pair.at desc))[1:${sql.lit(shownCodes)}]) as latest
    from pair join due using (id)
    where pair.at > due.heard and (due.metres is null
      or ${metresPerDegree}::float8 * sqrt(power(pair.lat - due.lat, 2) + power((pair.lon - due.lon) * cos(radians(due.lat)), 2)) <= due.metres)
    group by due.id, due.language, due.category, due.commune, due.metres
  `.execute(trx);
  return rows;
}

function wordsOf(names: Names, { language, reports, answers, latest, ...followed }: News) {
  const say = sayIn(language);
  return {
    where: followedInWords(say, names, followed),
    reports,
    answers,
    latest: [...new Set(latest.map(({ code, category, commune }) => `${code}: ${categoryName(say, names, category)}, ${communeName(names, commune)}`.slice(0, 110)))].join('\n'),
  };
}

/** What somebody follows, as they would say it: "Chiếu sáng công cộng, Phường Thuận Hóa". */
export function followedInWords(say: Say, names: Names, { category, commune, metres }: Pick<News, 'category' | 'commune' | 'metres'>): string {
  const parts = [
    category !== null && categoryName(say, names, category),
    commune !== null && communeName(names, commune),
    metres !== null && say(`trong ${formatNumber(say, metres)} m quanh nơi đã chọn`, `within ${formatNumber(say, metres)} m of the chosen place`),
  ].filter((part) => part !== false);
  const words = parts.join(', ');
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
}

/** The public list, narrowed to what is followed; never to a circle, for messages are kept and may show where somebody lives. */
function linkOf({ category, commune }: News): `/${string}` {
  const query = new URLSearchParams({
    ...(category !== null && { category }),
    ...(commune !== null && { commune }),
  });
  return `/phan-anh?${query}`;
}
