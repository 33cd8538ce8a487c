import { sayIn, type SearchSource } from '@tinhthong/core';
import type { FieldReports } from '../module.ts';
import type { ListedPage } from '../pages/environment.ts';
import { categoryName, namesOf } from '../pages/names.ts';
import { place } from '../pages/report-card.ts';
import { stateWords } from '../pages/words.ts';
import { listPublicReports } from './list-public-reports.ts';

const mostLetters = 160;

/** Public reports in the search of the whole portal. */
export const searchReports: SearchSource<FieldReports> = {
  access: 'public',
  page: '/phan-anh',
  async find(ctx, words, limit) {
    const say = sayIn(ctx.language);
    const [names, list] = await Promise.all([namesOf(ctx), listPublicReports(ctx, { q: words, limit })]);
    const { items } = JSON.parse(list) as ListedPage;
    return items.map((report) => ({
      title: `${categoryName(say, names, report.category)}, ${place(names, report)}`,
      detail: `${say(stateWords[report.status])} · ${report.code} · ${shorten(report.text)}`,
      href: `/phan-anh/${report.code}`,
    }));
  },
};

const shorten = (text: string) => (text.length > mostLetters ? `${text.slice(0, text.lastIndexOf(' ', mostLetters))} …` : text);
