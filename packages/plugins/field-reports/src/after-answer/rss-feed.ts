import { sayIn } from '@tinhthong/core';
import { Feed } from 'feed';
import type { ListedPage, PageRequest } from '../pages/environment.ts';
import { agencyName, categoryName, communeName, namesOf } from '../pages/names.ts';
import { stateWords } from '../pages/words.ts';
import { listPublicReports } from '../reading/list-public-reports.ts';
import { originOf } from '../origin.ts';
import { feedFilterOf, feedHref } from './feed-filter.ts';

const mostItems = 200;
/** What XML cannot hold, even escaped: control characters but for the ends of lines. */
const unwritable = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

/** `GET /phan-anh/rss.xml`: the latest public reports under the list's filter, as RSS 2.0. */
export async function rssFeed(c: PageRequest): Promise<Response> {
  const ctx = c.get('ctx');
  const filter = feedFilterOf(c);
  const origin = originOf(c);
  const xml = await ctx.cached(`rss|${ctx.language}|${origin}|${JSON.stringify(filter)}`, async () => {
    const say = sayIn(ctx.language);
    const [names, list] = await Promise.all([namesOf(ctx), listPublicReports(ctx, { ...filter, limit: mostItems })]);
    const { items } = JSON.parse(list) as ListedPage;
    const { bbox, ...plain } = filter;
    const query = { ...plain, bbox: bbox?.join(',') };
    const place = [filter.category && categoryName(say, names, filter.category), filter.commune && communeName(names, filter.commune), filter.status && say(stateWords[filter.status])].filter(Boolean).join(', ');
    const feed = new Feed({
      title: `${say('Phản ánh hiện trường', 'Field reports')}${place === '' ? '' : `: ${place}`} – ${say(ctx.tenant.name)}`,
      description: say('Phản ánh công khai của người dân, mới nhất trước', 'Public reports from citizens, newest first'),
      id: `${origin}/phan-anh`,
      link: `${origin}${feedHref('/phan-anh', query)}`,
      language: ctx.language,
      copyright: say(ctx.tenant.name),
      generator: 'Tinh Thông',
      docs: 'https://www.rssboard.org/rss-specification',
      // The time of the newest, so that an unchanged list is an unchanged feed.
      updated: new Date(items[0]?.submittedAt ?? 0),
      feedLinks: { rss: `${origin}${feedHref('/phan-anh/rss.xml', query)}` },
    });
    for (const { code, category, commune, text, status, agency, submittedAt } of items) {
      const head = `${say(stateWords[status])} · ${agencyName(say, names, agency)}`;
      feed.addItem({
        title: `${categoryName(say, names, category)}, ${communeName(names, commune)}`,
        id: `${origin}/phan-anh/${code}`,
        link: `${origin}/phan-anh/${code}`,
        description: `${code} · ${head}\n\n${text}`.replace(unwritable, ''),
        category: [{ name: categoryName(say, names, category) }],
        date: new Date(submittedAt),
      });
    }
    return feed.rss2();
  });
  return c.body(xml, 200, { 'content-type': 'application/rss+xml; charset=utf-8', 'cache-control': 'public, max-age=60', vary: 'accept-language, cookie' });
}
