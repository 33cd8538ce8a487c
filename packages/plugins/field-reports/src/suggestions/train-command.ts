import type { ReportContext } from '../module.ts';
import { precisionOf, recallOf } from './measure-guesses.ts';
import { trainOnHistory } from './train-suggestions.ts';

const percent = (share: number | null) => (share === null ? '–' : `${(share * 100).toFixed(1)} %`);

/** `tinhthong run field-reports train <province>`: what the night does, now, with its figures. */
export async function trainCommand(ctx: ReportContext): Promise<void> {
  const { state, seconds, measured } = await trainOnHistory(ctx);
  const { reports, measuredOn, accuracy, tooFew } = measured;
  console.log(`${state}: ${reports} phản ánh đã đóng / closed reports, ${seconds.toFixed(1)} s; đo trên ${measuredOn} phản ánh mới nhất / measured on the newest`);
  for (const [question, { right, reports: of, said, saidRight, calibrationError }] of Object.entries(accuracy)) {
    console.log(`${question}: ${percent(of === 0 ? null : right / of)}; ≥ ${ctx.settings.suggestFrom}: ${said}/${of}, ${percent(said === 0 ? null : saidRight / said)}; calibration error ${percent(calibrationError)}`);
  }
  console.table(
    Object.fromEntries(
      Object.entries(accuracy.category?.byClass ?? {}).map(([name, counts]) => [name, { reports: counts.reports, precision: percent(precisionOf(counts)), recall: percent(recallOf(counts)) }]),
    ),
  );
  const few = Object.entries(tooFew.category ?? {});
  if (few.length > 0) console.log(`Chưa đủ / too few: ${few.map(([name, count]) => `${name} (${count})`).join(', ')}`);
}
