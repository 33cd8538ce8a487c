import type { Language, Say } from '../../base/language.ts';
import { amountText, figureText, shownValue } from '../words.ts';
import type { ChartTable } from '../tt-chart.ts';
import type { LinePoint, LineSeries } from './line-series.ts';

/** Points as they may be drawn: without the value where it is not shown. */
export const drawn = (points: readonly LinePoint[]): LinePoint[] => points.map((point) => ({ ...point, value: shownValue(point) }));

/** A row for each period, a column for each series; newest period last, as in the drawing. */
export function seriesTable(periods: readonly string[], series: readonly LineSeries[], unit: string, periodLabel: string, language: Language, say: Say, cut = 0, cutLabel = ''): ChartTable {
  if (series.every(({ points }) => points.length === 0)) return { columns: [], rows: [] };
  const cell = (point: LinePoint | undefined) =>
    `${figureText(point ?? { value: null }, unit, language, say)}${point?.provisional ? ` (${say('tạm tính', 'provisional')})` : ''}`;
  return {
    columns: [periodLabel || say('Kỳ', 'Period'), ...series.map(({ label }) => label)],
    rows: periods.map((period, i) => [i < cut && cutLabel !== '' ? `${period} (${cutLabel})` : period, ...series.map(({ points }) => cell(points[i]))]),
  };
}

/** "Từ 01/2026 đến 06/2026. Toàn tỉnh: từ 81% đến 90,2%, cao nhất 92% (05/2026)." */
export function seriesSummary(periods: readonly string[], series: readonly LineSeries[], unit: string, language: Language, say: Say): string {
  const words = [say(`Từ ${periods[0]} đến ${periods.at(-1)}.`, `From ${periods[0]} to ${periods.at(-1)}.`)];
  for (const { label, points } of series) {
    const shown = drawn(points).flatMap(({ value }, i) => (value === null ? [] : [{ value, period: periods[i] ?? '' }]));
    const amount = (value: number) => amountText(value, unit, language);
    const first = shown[0];
    const last = shown.at(-1);
    if (first === undefined || last === undefined) {
      words.push(say(`${label}: chưa có số liệu.`, `${label}: no data.`));
      continue;
    }
    const most = shown.reduce((a, b) => (b.value > a.value ? b : a));
    words.push(say(
      `${label}: từ ${amount(first.value)} đến ${amount(last.value)}, cao nhất ${amount(most.value)} (${most.period}).`,
      `${label}: from ${amount(first.value)} to ${amount(last.value)}, highest ${amount(most.value)} (${most.period}).`,
    ));
    const gaps = points.length - shown.length;
    if (gaps > 0) words.push(say(`${gaps} kỳ không có số liệu để vẽ.`, `${gaps} periods have nothing to draw.`));
  }
  return words.join(' ');
}
