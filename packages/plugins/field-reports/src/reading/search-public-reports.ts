import type { ReportContext } from '../module.ts';
import { conditionsOf, listedColumns, type PublicFilter } from './public-filter.ts';
import { publicColumns } from './public-report.ts';
import { codeIn, plainWordsOf, type Tier, tiersOf } from './search-words.ts';

interface Found {
  readonly id: string;
  readonly at: string;
  readonly tier: Tier;
}
/** Where a page ended: how its last report matched, when that was sent, its id. */
type Place = readonly [tier: Tier, at: string, id: string];

// Words that many reports hold fill a page from the newest, of which no more are read than that takes; for the others the
// index of words finds them all.
const walked = 2_000;

/**
 * A page of the public reports that hold the words, as JSON text: exact accents first, then without, newest first in
 * each. The code of a report finds that report.
 */
export function searchPublicReports(ctx: ReportContext, filter: PublicFilter & { readonly q: string }): Promise<string> {
  const { bbox, category, commune, status, limit, cursor } = filter;
  const q = filter.q.normalize('NFC').trim();
  const purpose = `search|${bbox ?? ''}|${category ?? ''}|${commune ?? ''}|${status ?? ''}|${q}`;
  return ctx.cached(`${purpose}|${limit}|${cursor ?? ''}`, async () => {
    const code = codeIn(q, ctx.tenant.codePrefix);
    if (code !== undefined) return pageOf(await readListed(ctx, 'report.code = $1 and report.public', [code]), null);
    const after = cursor === undefined ? undefined : (ctx.cursors.open(purpose, cursor) as unknown as Place);
    const found = await findWords(ctx, { ...filter, q }, after);
    const [page, last] = [found.slice(0, limit), found[limit - 1]];
    const next = found.length > limit && last !== undefined ? ctx.cursors.seal(purpose, [last.tier, last.at, last.id]) : null;
    return pageOf(await readListed(ctx, 'report.id = any($1::uuid[]) and report.public', [page.map(({ id }) => id)]), next);
  });
}

const pageOf = (items: string, next: string | null) => `{"items":[${items}],"next":${JSON.stringify(next)}}`;

/** How a tier finds the words, as SQL over `report`; `strpos`, because `like` takes ten times as long. */
function holdsOf(tier: Tier, q: string, value: (given: unknown) => string): string {
  const holding = (text: string) => `strpos(report.words, ' ' || ${text} || ' ') > 0`;
  // A query of its own, so that it is computed once and not for every report.
  if (tier === 'exact') return holding(`(select btrim(field_reports.exact_words(${value(q)}::text)))`);
  const words = plainWordsOf(q);
  return (tier === 'apart' ? words : [words.join(' ')]).map((text) => holding(`${value(text)}::text`)).join(' and ');
}

/** What every report that matches in any way has in the index. */
function keysOf(q: string, tiers: readonly Tier[], value: (given: unknown) => string): string {
  const words = plainWordsOf(q);
  return tiers.includes('apart') ? `array[${words.map((word) => `${value(word)}::text`).join(', ')}]` : `field_reports.search_keys(${value(words.join(' '))}::text || '|')`;
}

/** One more than fit on the page, so that it is known whether there is a next one. */
async function findWords(ctx: ReportContext, filter: PublicFilter & { readonly q: string }, after: Place | undefined): Promise<Found[]> {
  const tiers = tiersOf(filter.q);
  if (tiers.length === 0) return [];
  const values: unknown[] = [filter.limit + 1];
  const value = (given: unknown) => `$${values.push(given)}`;
  const where = conditionsOf(ctx, filter, value).join(' and ');
  const holds = tiers.map((tier) => holdsOf(tier, filter.q, value));
  const first = after === undefined ? 0 : tiers.indexOf(after[0]);
  const before = after === undefined ? 'true' : `(report.submitted_at, report.id) < (${value(after[1])}::timestamptz, ${value(after[2])}::uuid)`;
  const order = 'order by report.submitted_at desc, report.id desc';
  const [page] = await ctx.query<{ rows: { id: string; at: string; tier: number }[] }>(
    `with newest as materialized (
       select report.id, report.submitted_at, ${first} as tier from (
         select report.id, report.submitted_at, report.words from field_reports.reports as report where ${where} and ${before} ${order} limit ${walked}
       ) as report where ${holds.slice(0, first).map((better) => `not (${better}) and `).join('')}${holds[first]} ${order} limit $1::int
     ), enough as materialized (
       select count(*) = $1::int as yes from newest
     ), indexed as materialized (
       select report.id, report.submitted_at, report.tier from (
         select report.id, report.submitted_at, case ${holds.map((one, tier) => `when ${one} then ${tier}`).join(' ')} end as tier
         from field_reports.reports as report
         where not (select yes from enough) and field_reports.search_keys(report.words) @> ${keysOf(filter.q, tiers, value)} and ${where}
       ) as report where report.tier > ${first} or report.tier = ${first} and ${before}
     )
     select coalesce(json_agg(json_build_object('id', id, 'at', submitted_at, 'tier', tier)), '[]') as rows from (
       select * from (select * from newest where (select yes from enough) union all select * from indexed) as report
       order by report.tier, report.submitted_at desc, report.id desc limit $1::int
     ) as chosen`,
    values,
  );
  return page!.rows.map(({ id, at, tier }) => ({ id, at, tier: tiers[tier]! }));
}

/** The rows of a list as JSON text, in the order of their ids. */
async function readListed(ctx: ReportContext, condition: string, values: readonly unknown[]): Promise<string> {
  const order = condition.includes('any(') ? 'array_position($1::uuid[], id)' : 'id';
  const [row] = await ctx.query<{ items: string | null }>(
    `select string_agg(row_to_json(shown)::text, ',') as items from (
       select ${listedColumns} from (select report.id, ${publicColumns} from field_reports.reports as report where ${condition}) as report order by ${order}
     ) as shown`,
    values,
  );
  return row?.items ?? '';
}
