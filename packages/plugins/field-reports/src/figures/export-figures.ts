import { sayIn } from '@tinhthong/core';
import { z } from 'zod';
import type { ReportContext } from '../module.ts';
import { route } from '../module.ts';
import { attachment, type Cell, csvLines, csvType } from './csv.ts';
import { hourBounds } from './histogram.ts';
import type { Period } from './period.ts';
import { publicPeriod, publicPeriodQuery } from './period-asked.ts';
import { readPublicFigures } from './public-figures.ts';
import { spreadsheet, spreadsheetType } from './spreadsheet.ts';
import { freshnessWords, metricState } from './words.ts';

const head = ['Chỉ số', 'Tên', 'Từ ngày', 'Đến ngày', 'Giá trị', 'Đơn vị', 'Tử số', 'Mẫu số', 'Khoảng 95 % từ', 'đến', 'Ghi chú', 'Tình trạng', 'Tính lúc', 'Cách tính', 'Phiên bản', ...hourBounds.map((bound) => `≤ ${bound} giờ`), `> ${hourBounds.at(-1)} giờ`];
const query = z.strictObject(publicPeriodQuery);

export const exportFiguresCsv = route({
  method: 'get',
  path: '/figures.csv',
  access: 'public',
  perMinute: 30,
  summary: { vi: 'Chỉ số của một kỳ dạng CSV', en: 'The metrics of a period as CSV' },
  query,
  answers: { 200: { description: 'CSV, UTF-8', type: csvType } },
  async handle(ctx, { query: asked }) {
    const period = publicPeriod(asked.period, ctx.now());
    const rows = await rowsOf(ctx, period);
    return { status: 200, bytes: Buffer.from(csvLines([head, ...rows], { first: true })), type: `${csvType}; charset=utf-8`, headers: attachment(ctx, fileName(period, 'csv')) };
  },
});

export const exportFiguresXlsx = route({
  method: 'get',
  path: '/figures.xlsx',
  access: 'public',
  perMinute: 30,
  summary: { vi: 'Chỉ số của một kỳ dạng XLSX', en: 'The metrics of a period as XLSX' },
  query,
  answers: { 200: { description: 'XLSX', type: spreadsheetType } },
  async handle(ctx, { query: asked }) {
    const period = publicPeriod(asked.period, ctx.now());
    return { status: 200, bytes: await spreadsheet([head, ...(await rowsOf(ctx, period))], 'Chỉ số'), type: spreadsheetType, headers: attachment(ctx, fileName(period, 'xlsx')) };
  },
});

const fileName = ({ from, to }: Period, extension: string) => `so-lieu-phan-anh-${from}-${to}.${extension}`;

async function rowsOf(ctx: ReportContext, period: Period): Promise<Cell[][]> {
  const say = sayIn(ctx.language);
  const { from, to, freshness, metrics } = await readPublicFigures(ctx, period);
  return metrics.map(({ id, title, unit, value, numerator, denominator, interval, histogram, meaning, version, computedAt, ...metric }) => [
    id, say(title), from, to, rounded(value), unit, rounded(numerator), denominator, rounded(interval?.low ?? null), rounded(interval?.high ?? null),
    say(metricState({ ...metric, denominator })), say(freshnessWords(freshness, metric.revision)), computedAt, say(meaning), version, ...(histogram ?? Array<null>(hourBounds.length + 1).fill(null)),
  ]);
}

const rounded = (value: number | null) => (value === null ? null : Math.round(value * 100) / 100);
