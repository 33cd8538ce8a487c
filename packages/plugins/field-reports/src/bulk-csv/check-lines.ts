import { fold, Problem, type Text } from '@tinhthong/core';
import { configurationOf } from '../configuration.ts';
import { type FoundPlace, placeOf } from '../intake/place-of.ts';
import type { ReportContext } from '../module.ts';
import { communeIn, namedCommunes } from '../open311/place-of-request.ts';
import { namesOf } from '../pages/names.ts';
import { checkLine, type ToldReport } from './check-line.ts';
import type { CsvLine } from './read-csv.ts';

export interface PlacedReport extends ToldReport {
  readonly place: FoundPlace;
}

export type CheckedLine = { readonly line: number; readonly report: PlacedReport } | { readonly line: number; readonly problem: Text };

/** All lines against what the province knows: categories, agencies, and whether the place lies in it. Nothing is stored. */
export async function checkLines(ctx: ReportContext, lines: readonly CsvLine[]): Promise<CheckedLine[]> {
  const { agencies, communes } = await namesOf(ctx);
  const { categories } = await configurationOf(ctx);
  const named = <T>(entries: Iterable<readonly [string, T]>, names: (value: T) => readonly (string | undefined)[]) =>
    new Map([...entries].flatMap(([code, value]) => [code, ...names(value)].flatMap((name) => (name === undefined ? [] : [[fold(name), code] as const]))));
  const known = {
    categories: named(categories, ({ name }) => [name.vi, name.en]),
    agencies: named(agencies, ({ vi, en }) => [vi, en]),
    now: ctx.now(),
  };
  const places = namedCommunes([...communes].map(([code, { name }]) => ({ code, name })));
  const seen = new Set<string>();
  const checked: CheckedLine[] = [];
  for (const { line, cells } of lines) {
    const told = checkLine(cells, known);
    if ('problem' in told) checked.push({ line, ...told });
    else if (seen.has(told.report.foreignId)) checked.push({ line, problem: { vi: 'service_request_id: trùng với một dòng trước', en: 'service_request_id: stands on an earlier line' } });
    else checked.push({ line, ...(await placed(ctx, told.report, places)) });
    if ('report' in told) seen.add(told.report.foreignId);
  }
  return checked;
}

async function placed(ctx: ReportContext, report: ToldReport, communes: Parameters<typeof communeIn>[1]): Promise<{ report: PlacedReport } | { problem: Text }> {
  const commune = report.lat === null ? communeIn(report.address, communes) : undefined;
  if (report.lat === null && commune === undefined) return { problem: { vi: 'address: không thấy tên xã, phường nào của tỉnh', en: 'address: names no commune of this province' } };
  try {
    return { report: { ...report, place: await placeOf(ctx, { lat: report.lat ?? undefined, lon: report.lon ?? undefined, commune }) } };
  } catch (problem) {
    const message = problem instanceof Problem ? problem.errors[0]?.message : undefined;
    if (message === undefined) throw problem;
    return { problem: { vi: `lat: ${message.vi}`, en: `lat: ${message.en ?? message.vi}` } };
  }
}
