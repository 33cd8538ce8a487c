import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Figures } from './fleet.ts';
import { sampleTexts } from './fill.ts';
import { peakRssMbOf } from './processes.ts';
import { type Ask, askerOf, type Steady, steadily, steadyOf } from './steady.ts';

const api = '/api/field-reports';
const [floodPerSecond, readersPerSecond] = [50, 20];
// What people look for: a word of many reports, of few, of none; several words; words that are frequent, but not together.
const searched = ['ổ gà', 'rác', 'mùi hôi', 'đèn đường', 'cây đổ chắn đường', 'karaoke', 'đường Lê Lợi', 'không phường', 'nước máy yếu', 'rác thải bên sông'];
const withoutAccents = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

export interface Busy {
  readonly port: number;
  readonly host: string;
  readonly seconds: number;
}

/** What citizens and officers wait for, at an even pace, in a province with the reports of a year. */
export async function waitingFigures({ port, host, seconds }: Busy): Promise<Figures> {
  const ask = askerOf(port, host);
  // No two searches are alike, as an answer that stands in memory says nothing of the search.
  const search = (words: (n: number) => string) => (n: number) => ask(`${api}/reports?q=${encodeURIComponent(words(n))}&limit=${10 + (Math.floor(n / searched.length) % 90)}`);
  const typed = (n: number) => searched[n % searched.length]!;
  const measures: Record<string, readonly [wantedMs: number, perSecond: number, use: (n: number) => Promise<unknown>]> = {
    [`submit at ${floodPerSecond}/s, after asking for duplicates`]: [60, floodPerSecond, (n) => similar(ask, n).then(() => submit(ask, n))],
    'similar reports': [60, readersPerSecond, (n) => similar(ask, n)],
    'search with accents': [40, readersPerSecond, search(typed)],
    'search without accents': [40, readersPerSecond, search((n) => withoutAccents(typed(n)))],
    'suggestion for a text': [40, readersPerSecond, (n) => ask(`${api}/suggest`, { text: textOf(n) })],
  };
  const figures: Record<string, Figures[string]> = {};
  for (const [name, [wanted, perSecond, use]] of Object.entries(measures)) {
    await steadily(perSecond, 1, use);
    const { medianMs, p99Ms }: Steady = await steadily(perSecond, Math.max(seconds, 100 / perSecond), use);
    figures[`${name}, p99 (median) ms`] = { measured: `${p99Ms.toFixed(0)} (${medianMs.toFixed(0)})`, wanted: `≤ ${wanted}` };
  }
  const { medianMs, p99Ms } = await figuresOfYear(ask);
  return { ...figures, 'figures of a year after a new report, p99 (median) ms': { measured: `${p99Ms.toFixed(0)} (${medianMs.toFixed(0)})`, wanted: '≤ 30' } };
}

/** Each time something has happened since, so that they are added up anew. */
async function figuresOfYear(ask: Ask): Promise<Steady> {
  const taken: number[] = [];
  for (let n = 0; n < 100; n += 1) {
    await submit(ask, n);
    const asked = performance.now();
    await ask(`${api}/figures`);
    taken.push(performance.now() - asked);
  }
  return steadyOf(taken);
}

/** The training of the night, by its command, in a process of its own: seconds as it says itself, the most memory it had. */
export async function trainingFigures(cli: string, environment: Readonly<Record<string, string>>, province: string): Promise<Figures> {
  const child = spawn(cli, ['run', 'field-reports', 'train', province], { env: { ...process.env, ...environment }, cwd: join(import.meta.dirname, '../..'), stdio: ['ignore', 'pipe', 'inherit'] });
  let [said, peak] = ['', 0];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  while (child.exitCode === null && child.signalCode === null) {
    peak = Math.max(peak, peakRssMbOf(child.pid!));
    await sleep(20);
  }
  const [, reports, seconds] = /(\d+) phản ánh đã đóng .*?, ([\d.]+) s/.exec(said) ?? [];
  if (reports === undefined) throw new Error(`training said: ${said}`);
  return {
    [`training on ${reports} closed reports, s`]: { measured: seconds!, wanted: '≤ 60' },
    'of its process the most memory, MB': { measured: peak.toFixed(0), wanted: '≤ 400' },
  };
}

const texts = sampleTexts(400);
const textOf = (n: number) => texts[n % texts.length]!.text;

// A third of them where a flood has brought a thousand before.
const placeOf = (n: number) => (n % 3 === 0 ? { lat: 16.463, lon: 107.59 } : { lat: 16.4 + Math.random() * 0.12, lon: 107.5 + Math.random() * 0.18 });

const similar = (ask: Ask, n: number) => ask(`${api}/reports/similar`, { category: texts[n % texts.length]!.category, ...placeOf(n), text: textOf(n) });
const submit = (ask: Ask, n: number) => ask(`${api}/reports`, { category: texts[n % texts.length]!.category, ...placeOf(n), description: `${textOf(n)} (${Math.floor(Math.random() * 1e9)})` });
