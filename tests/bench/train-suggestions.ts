import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { promisify } from 'node:util';
import pg from 'pg';
import { pino } from 'pino';
import { createKernel, type OpenKernel } from '../../packages/core/src/create-kernel.ts';
import { startEmbeddedPostgres } from '../../packages/core/src/database/embedded-postgres.ts';
import { system } from '../../packages/core/src/identity/principal.ts';
import { testFolder } from '../../packages/core/src/kit/test-folder.ts';
import { createContext } from '../../packages/core/src/modules/create-context.ts';
import { loadPlugins } from '../../packages/core/src/modules/load-plugins.ts';
import { onDatabase } from '../../packages/core/src/tenancy/connection-strings.ts';
import { onboard, templateFolder } from '../../packages/core/src/tenancy/onboard.ts';
import { loadTemplate } from '../../packages/core/src/tenancy/template.ts';
import { calendar, dueAt, hue } from '../../packages/plugins/field-reports/test/demo-provinces.ts';
import { otherReports } from '../../packages/plugins/field-reports/test/other-citizens/other-reports.ts';
import { sampleReports } from '../../packages/plugins/field-reports/src/demo/sample-reports.ts';
import { textsByCategory } from '../../packages/plugins/field-reports/src/demo/texts/by-category.ts';
import type { ReportContext } from '../../packages/plugins/field-reports/src/module.ts';
import { routeReport } from '../../packages/plugins/field-reports/src/routing/route-report.ts';
import { configurationOf } from '../../packages/plugins/field-reports/src/configuration.ts';
import { measureGuesses, precisionOf, recallOf } from '../../packages/plugins/field-reports/src/suggestions/measure-guesses.ts';
import { modelInUse } from '../../packages/plugins/field-reports/src/suggestions/model-in-use.ts';
import { answer } from '../../packages/plugins/field-reports/src/suggestions/suggestion-model.ts';
import { trainOnHistory } from '../../packages/plugins/field-reports/src/suggestions/train-suggestions.ts';
import config from '../../tinhthong.config.ts';

/**
 * Nightly training at Huế's size, by the code of the night, in a process of its own: seconds, peak memory, how long the
 * event loop was held up, and how right the model is on texts of the same and of another generator. All text is synthetic.
 *
 *   node tests/bench/train-suggestions.ts [reports]
 */
const reports = Number(process.argv[2] ?? 124_000);
const rowsAtOnce = 2_000;
const percent = (share: number | null) => (share === null ? '–' : `${(share * 100).toFixed(1)} %`);

if (process.env['TRAIN_PART'] === undefined) await whole();
else await part(process.env['TRAIN_PART']);

async function whole(): Promise<void> {
  const dataDir = await testFolder();
  const postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') });
  try {
    await onServer(postgres.url, 'create database tinhthong');
    for (const name of ['fill', 'train']) {
      const env = { ...process.env, TRAIN_PART: name, TRAIN_DATABASE_URL: onDatabase(postgres.url, 'tinhthong'), TRAIN_DATA_DIR: dataDir };
      const { stdout } = await promisify(execFile)(process.execPath, [import.meta.filename, String(reports)], { env, maxBuffer: 2 ** 26 });
      process.stdout.write(stdout);
    }
  } finally {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function part(name: string): Promise<void> {
  const kernel = await createKernel({ plugins: await loadPlugins(config.plugins, { from: join(import.meta.dirname, '../../tinhthong.config.ts') }), databaseUrl: process.env['TRAIN_DATABASE_URL']!, dataDir: process.env['TRAIN_DATA_DIR']!, log: pino({ level: 'warn' }) });
  try {
    if (name === 'fill') await fill(kernel);
    else await train(kernel);
  } finally {
    await kernel.close();
  }
}

async function fill(kernel: OpenKernel): Promise<void> {
  const began = performance.now();
  await onboard(kernel, await loadTemplate(templateFolder(config.templates, 'hue')));
  await inHue(kernel, async (ctx) => {
    const { routing, committees } = await configurationOf(ctx);
    // A fifth at a time: each is a year of its own, with its own seed.
    const parts = 5;
    for (let i = 0; i < parts; i += 1) {
      const samples = sampleReports({ communes: hue, categories: [...textsByCategory.keys()], coastal: true, count: Math.ceil(reports / parts), until: new Date('2026-11-20T14:00:00+07:00'), seed: 46 + i, calendar, dueAt });
      for (let at = 0; at < samples.length; at += rowsAtOnce) {
        const rows = samples.slice(at, at + rowsAtOnce).map(({ category, commune, lat, lon, description, submittedAt }, j) => ({
          code: `HUE-26-${String(i * 100_000 + at + j).padStart(7, '0')}`, category, commune, lat, lon, description, submittedAt,
          agency: routeReport({ category, commune, lat, lon, submittedAt }, routing, { committees, dispatcher: ctx.settings.dispatcher, isWorking: (time) => calendar.isWorking(time) }).agency,
        }));
        await kernelQuery(kernel, `insert into field_reports.reports (id, code, category, commune, lat, lon, place_exact, description, public_text, public, channel, state, agency, submitted_at, due_at, closed_at)
          select gen_random_uuid(), code, category, commune, lat, lon, true, description, description, true, 'web', 'closed', agency, "submittedAt", "submittedAt", "submittedAt"
          from jsonb_to_recordset($1::jsonb) as row(code text, category text, commune text, lat float8, lon float8, description text, "submittedAt" timestamptz, agency text)`, [JSON.stringify(rows)]);
      }
    }
  });
  console.log(`${reports} generated reports stored in ${((performance.now() - began) / 1_000).toFixed(0)} s`);
}

async function train(kernel: OpenKernel): Promise<void> {
  await inHue(kernel, async (ctx) => {
    const before = process.memoryUsage().rss;
    let peak = before;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const { state, seconds, measured } = await trainOnHistory(ctx);
    delay.disable();
    clearInterval(watch);
    console.table({
      'seconds': { measured: seconds.toFixed(1), wanted: '≤ 60' },
      'peak of the whole process, MB': { measured: Math.round(peak / 2 ** 20), wanted: '≤ 400' },
      'of it before training, MB': { measured: Math.round(before / 2 ** 20), wanted: '' },
      'event loop held up, p99 / longest, ms': { measured: `${(delay.percentile(99) / 1e6).toFixed(0)} / ${(delay.max / 1e6).toFixed(0)}`, wanted: '' },
    });
    console.log(`${state}; ${measured.reports} closed reports, measured on the newest ${measured.measuredOn} (same generator as learned from)`);
    for (const [question, { right, reports: of, said, saidRight, calibrationError }] of Object.entries(measured.accuracy)) {
      console.log(`  ${question}: ${percent(right / of)} right; said ${percent(said / of)}, of it ${percent(saidRight / said)} right; calibration error ${percent(calibrationError)}`);
    }
    const { model } = (await modelInUse(ctx))!;
    const guesses = otherReports(4_000, 66).map(({ category, text }) => {
      const found = answer(model, 'category', { text });
      return { truth: category, guessed: found?.value ?? '', confidence: found?.confidence ?? 0 };
    });
    const other = measureGuesses(guesses, ctx.settings.suggestFrom);
    console.log(`4000 texts of another generator (other templates, other words; half without accents): ${percent(other.right / other.reports)} right; said ${percent(other.said / other.reports)}, of it ${percent(other.saidRight / other.said)} right; calibration error ${percent(other.calibrationError)}`);
    console.table(Object.fromEntries(Object.entries(other.byClass).filter(([, { reports: of }]) => of > 0).map(([name, counts]) => [name, { reports: counts.reports, precision: percent(precisionOf(counts)), recall: percent(recallOf(counts)) }])));
  });
}

async function inHue(kernel: OpenKernel, work: (ctx: ReportContext) => Promise<void>): Promise<void> {
  const province = kernel.registry.byId('hue')!;
  const plugin = kernel.moduleOn(province, 'field-reports')!;
  await kernel.pools.use(province, async (database) => {
    await kernel.organisations.load(province, database);
    await work(createContext({ kernel, province, plugin, database, principal: system }) as unknown as ReportContext);
  });
}

async function kernelQuery(kernel: OpenKernel, text: string, values: unknown[]): Promise<void> {
  await kernel.pools.use(kernel.registry.byId('hue')!, async ({ pool }) => void (await pool.query(text, values)));
}

async function onServer(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(text);
  await client.end();
}
