import type { Say } from '@tinhthong/core';
import type { Choice } from '../pages/options.ts';
import { dayOf } from './period.ts';

const years = 3;
const quarters = 5;
const months = 12;

/** The periods that a page offers: the last 365 days, this year and the two before, the last quarters and months. */
export function periodChoices(say: Say, now: Date): Choice[] {
  const [year, month] = dayOf(now).split('-').map(Number) as [number, number];
  const quarter = year * 4 + Math.floor((month - 1) / 3);
  const count = <T>(length: number, of: (i: number) => T): T[] => Array.from({ length }, (_, i) => of(i));
  return [
    ['365', say('365 ngày qua', 'The last 365 days')],
    ...count(years, (i): Choice => [`${year - i}`, say(`Năm ${year - i}`, `${year - i}`)]),
    ...count(quarters, (i): Choice => {
      const [of, number] = [Math.floor((quarter - i) / 4), ((quarter - i) % 4) + 1];
      return [`${of}-Q${number}`, say(`Quý ${number}/${of}`, `Quarter ${number} of ${of}`)];
    }),
    ...count(months, (i): Choice => {
      const index = year * 12 + month - 1 - i;
      const [of, number] = [Math.floor(index / 12), String((index % 12) + 1).padStart(2, '0')];
      return [`${of}-${number}`, say(`Tháng ${number}/${of}`, `${number}/${of}`)];
    }),
  ];
}
