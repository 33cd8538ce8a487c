import type { Say, Text } from '@tinhthong/core';
import { formatNumber } from '@tinhthong/core/times-and-numbers';
import { type Freshness, settlingDays } from './period.ts';
import type { PublishedMetric } from './publish-metric.ts';

/** Why a figure is not shown, or that it is. */
export function metricState({ state, leastN, denominator }: Pick<PublishedMetric, 'state' | 'leastN' | 'denominator'>): Text {
  if (state === 'none') return { vi: 'chưa có dữ liệu', en: 'no data yet' };
  if (state === 'withheld') return { vi: 'giữ kín: dưới 10 trường hợp', en: 'withheld: fewer than 10 cases' };
  if (state === 'too-few') return { vi: `không đủ mẫu (${denominator ?? 0}/${leastN})`, en: `too few (${denominator ?? 0}/${leastN})` };
  return { vi: '', en: '' };
}

/** How far a figure is settled; a correction says which one it is. */
export function freshnessWords(freshness: Freshness, revision = 0): Text {
  if (revision > 1) return { vi: `đã đính chính lần ${revision - 1}`, en: `corrected, ${revision - 1}` };
  return {
    running: { vi: 'kỳ chưa hết, còn thay đổi', en: 'the period is not over, they still move' },
    settling: { vi: `còn thay đổi đến hết ${settlingDays} ngày sau kỳ`, en: `they still move for ${settlingDays} days after the period` },
    final: { vi: 'đã chốt', en: 'final' },
  }[freshness];
}

const units: Readonly<Record<PublishedMetric['unit'], Text>> = {
  '%': { vi: '%', en: '%' },
  h: { vi: ' giờ', en: ' hours' },
  ngày: { vi: ' ngày', en: ' days' },
  '/10k': { vi: ' trên 10.000 dân', en: ' per 10,000 people' },
};

/** `90,8%`, `hơn 480 giờ`. */
export function metricValue(say: Say, { value, beyond, unit }: Pick<PublishedMetric, 'value' | 'beyond' | 'unit'>): string {
  if (value === null) return '–';
  const number = `${formatNumber(say, value)}${say(units[unit])}`;
  return beyond ? say(`hơn ${number}`, `more than ${number}`) : number;
}

/** What the figure rests on, beside it. */
export function metricBasis(say: Say, { numerator, denominator, interval, unit }: Pick<PublishedMetric, 'numerator' | 'denominator' | 'interval' | 'unit'>): string {
  if (numerator === null || denominator === null) return '';
  const n = (value: number) => formatNumber(say, value);
  if (unit === 'h') return say(`${n(denominator)} phản ánh`, `${n(denominator)} reports`);
  if (unit !== '%') return '';
  const range = interval === null ? '' : say(`, khoảng tin cậy 95%: ${n(interval.low)} đến ${n(interval.high)}%`, `, 95% interval: ${n(interval.low)} to ${n(interval.high)}%`);
  return say(`${n(numerator)} trên ${n(denominator)}${range}`, `${n(numerator)} of ${n(denominator)}${range}`);
}

/** `22/11/2026` of `2026-11-22`. */
export const dayInWords = (day: string): string => day.split('-').reverse().join('/');
