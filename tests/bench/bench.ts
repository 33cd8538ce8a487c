import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { createKernel, type OpenKernel } from '../../packages/core/src/create-kernel.ts';
import { startEmbeddedPostgres } from '../../packages/core/src/database/embedded-postgres.ts';
import { testFolder } from '../../packages/core/src/kit/test-folder.ts';
import { loadPlugins } from '../../packages/core/src/modules/load-plugins.ts';
import { onboard, templateFolder } from '../../packages/core/src/tenancy/onboard.ts';
import { onDatabase } from '../../packages/core/src/tenancy/connection-strings.ts';
import { loadTemplate } from '../../packages/core/src/tenancy/template.ts';
import config from '../../tinhthong.config.ts';
import { trainingFigures, waitingFigures } from './field-reports.ts';
import { fillReference, fillReports, storeFigures } from './fill.ts';
import { fleetFigures } from './fleet.ts';
import { hostPageFigures } from './host-pages.ts';
import { post, readersOf, webhookMs } from './live.ts';
import { type Load, measure, type Measured, median } from './load.ts';
import { portalFigures } from './portal.ts';
import { cpuMsOf, get, rssMbOf, type Server, startProcess, stopProcess } from './processes.ts';

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5);
const seconds = Number(process.env['BENCH_SECONDS'] ?? 4);
const reports = Number(process.env['BENCH_REPORTS'] ?? 100_000);
const connections = 16;
const readers = 2_000;
const drainLimitSeconds = 60;
const [port, referencePort] = [18_080, 18_081];
const host = 'hue.localhost';
const cli = join(import.meta.dirname, '../../packages/core/bin/tinhthong.js');

const dataDir = await testFolder();
const postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') });
const databaseUrl = onDatabase(postgres.url, 'tinhthong');
const stop: (() => Promise<unknown>)[] = [() => rm(dataDir, { recursive: true, force: true }), () => postgres.stop()];

try {
  console.log(`Machine: ${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 1024 ** 3)} GiB, Node ${process.version}, PostgreSQL embedded, fsync on`);
  console.log(`Load: autocannon, ${connections} connections, ${rounds} rounds × ${seconds} s each, interleaved, medians\n`);
  await run();
} finally {
  for (const step of stop.reverse()) await step();
}

async function run(): Promise<void> {
  await onServer('create database tinhthong');
  const province = await prepare();
  const ownerUrl = onDatabase(postgres.url, province.database);
  const environment = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, LOG_LEVEL: 'warn', RATE_LIMIT_FACTOR: '1000000', OUTBOUND_ALLOW: '127.0.0.1' };

  let server = await startProcess(cli, ['start', '--unsupervised'], port, environment, '/readyz');
  stop.push(() => stopProcess(server));
  await atRest(ownerUrl);
  const only = process.argv[2];
  const seen = { province: `http://${host}:${port}`, ownerUrl, visits: rounds };
  if (only !== 'portal') console.table(await hostPageFigures(seen));
  if (only !== 'host-pages') console.table(await portalFigures(seen));
  if (only !== undefined) return;
  const figures = (await get(port, '/api/field-reports/figures', host)).body;
  await storeFigures(ownerUrl, province.ownerRole, figures);
  const reference = await startProcess(process.execPath, [join(import.meta.dirname, 'reference/server.ts')], referencePort, { REFERENCE_DATABASE_URL: ownerUrl }, '/figures');
  stop.push(() => stopProcess(reference));

  // Before the load, which adds half as many reports again, all of one text.
  const waiting = await waitingFigures({ port, host, seconds: rounds * seconds });
  const table: Record<string, Record<string, string>> = {};
  for (const [name, wanted, ours, bare] of scenarios()) {
    table[name] = await compare(server, reference, wanted, ours, bare);
    if (name === 'submit') Object.assign(table[name], await background(ownerUrl));
  }
  console.table(table);
  console.table({ ...waiting, ...(await trainingFigures(cli, environment, 'hue')) });

  const twoProvinces = rssMbOf(server.process.pid!);
  await stopProcess(server);
  server = await startProcess(cli, ['start', '--unsupervised'], port, environment, '/readyz');
  const again = server.readyMs;
  const fresh = rssMbOf(server.process.pid!);
  const submit = () => post({ server, host }, '/api/field-reports/reports', undefined, { category: 'waste', description: `Rác tồn đọng hai ngày (${Math.floor(Math.random() * 1e9)}).`, lat: 16.46, lon: 107.59 });
  const { mb, allSeeMs } = await readersOf({ server, host }, readers, submit);
  const webhook = await webhookMs({ server, host }, ownerUrl, 50, submit);
  await stopProcess(server);
  const fleet = await fleetFigures({ cli, port, environment, dataDir, postgres, withKernel });
  console.table({
    'second start to ready, s': { measured: (again / 1_000).toFixed(1), wanted: '≤ 5' },
    'RSS after the load, two provinces, MB': { measured: twoProvinces.toFixed(0), wanted: '≤ 250' },
    'RSS after a start, two provinces, MB': { measured: fresh.toFixed(0), wanted: '≤ 250' },
    [`${readers} readers of the live stream, MB more`]: { measured: mb.toFixed(0), wanted: '≤ 400' },
    'a change is seen by all of them, ms': { measured: allSeeMs.toFixed(0), wanted: '≤ 1000' },
    'webhook leaves after the commit, median ms': { measured: webhook.toFixed(0), wanted: '≤ 200' },
    ...fleet,
  });
}

type Requests = Load['next'];

function scenarios(): [name: string, wanted: number, ours: Requests, bare: Requests][] {
  const api = '/api/field-reports';
  const json = { 'content-type': 'application/json' };
  const category = ['road-damage', 'street-light', 'waste', 'trees'];
  const body = () =>
    JSON.stringify({
      category: category[Math.floor(Math.random() * category.length)],
      description: `Mặt đường hư hỏng nặng, xe máy dễ ngã, xin sửa sớm (${Math.floor(Math.random() * 1e6)}).`,
      lat: 16.4 + Math.random() * 0.12,
      lon: 107.5 + Math.random() * 0.18,
    });
  const code = () => `HUE-25-${String(1 + Math.floor(Math.random() * reports)).padStart(7, '0')}`;
  // A neighbourhood of about four by four kilometres, never the same twice.
  const box = () => {
    const [west, south] = [107.45 + Math.random() * 0.25, 16.35 + Math.random() * 0.15];
    return [west, south, west + 0.04, south + 0.04].map((degrees) => degrees.toFixed(5)).join(',');
  };
  return [
    ['list of 50 in a box', 1, () => ({ method: 'GET', path: `${api}/reports?bbox=${box()}` }), () => ({ method: 'GET', path: `/reports?bbox=${box()}` })],
    ['report with timeline', 1, () => ({ method: 'GET', path: `${api}/reports/${code()}` }), () => ({ method: 'GET', path: `/reports/${code()}` })],
    ['figures of a year', 1, () => ({ method: 'GET', path: `${api}/figures` }), () => ({ method: 'GET', path: '/figures' })],
    [
      'submit',
      0.45,
      () => ({ method: 'POST', path: `${api}/reports`, headers: { ...json, 'idempotency-key': randomUUID() }, body: body() }),
      () => ({ method: 'POST', path: '/reports', headers: json, body: body() }),
    ],
  ];
}

/** One round of each in turn, so that both see the same moments of a shared machine; the first round warms up. */
async function compare(server: Server, reference: Server, wanted: number, ours: Requests, bare: Requests): Promise<Record<string, string>> {
  const results: { ours: Measured; bare: Measured }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const load = (one: Server, next: Requests) =>
      measure({ url: `http://127.0.0.1:${one.port}`, host, seconds: round === 0 ? 1 : seconds, connections, next, cpuOf: () => cpuMsOf([one.process.pid!, postgres.pid]) });
    const pair = { ours: await load(server, ours), bare: await load(reference, bare) };
    if (round > 0) results.push(pair);
  }
  const of = (pick: (pair: (typeof results)[number]) => number) => median(results.map(pick));
  const ratio = of((pair) => pair.ours.perSecond / pair.bare.perSecond);
  return {
    'ours /s': of((pair) => pair.ours.perSecond).toFixed(0),
    'bare /s': of((pair) => pair.bare.perSecond).toFixed(0),
    ratio: ratio.toFixed(2),
    wanted: `≥ ${wanted.toFixed(2)}`,
    met: ratio >= wanted ? 'yes' : 'NO',
    'ours CPU ms': of((pair) => pair.ours.cpuMs).toFixed(2),
    'bare CPU ms': of((pair) => pair.bare.cpuMs).toFixed(2),
    'ours p99 ms': of((pair) => pair.ours.p99Ms).toFixed(0),
  };
}

/** The filled-in history must be in the figures, and the nightly work of a first start be done, before anything is measured. */
async function atRest(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const busy = `
      select (select max(position) from core.events) > coalesce((select min(position) from core.projections), 0) or exists (select from core.tasks where error is null and due_at < now() + interval '10 minutes') as busy`;
    while ((await client.query(busy)).rows[0].busy) await new Promise((resolve) => setTimeout(resolve, 200));
  } finally {
    await client.end();
  }
}

/** How long after its commit a submit's tasks were done, and how long the rest takes once the flood is over. */
async function background(ownerUrl: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const waiting = async () => Number((await client.query('select count(*) from core.tasks')).rows[0].count);
    const [started, left] = [performance.now(), await waiting()];
    while ((await waiting()) > 0) {
      if (performance.now() - started > drainLimitSeconds * 1_000) throw new Error(`${await waiting()} tasks still wait after ${drainLimitSeconds} s`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const { rows } = await client.query(`
      select percentile_cont(0.5) within group (order by extract(epoch from notice.at - event.at)) as median,
        percentile_cont(0.99) within group (order by extract(epoch from notice.at - event.at)) as p99
      from core.events as event join core.notices as notice on notice.key = 'new:' || (event.data->>'code')
      where event.type = 'report.submitted'`);
    return {
      'tasks done, median s': Number(rows[0].median).toFixed(2),
      'tasks done, p99 s': Number(rows[0].p99).toFixed(2),
      'left, drained in s': `${left}, ${((performance.now() - started) / 1_000).toFixed(1)}`,
    };
  } finally {
    await client.end();
  }
}

async function prepare() {
  return withKernel(async (kernel) => {
    for (const name of ['hue', 'dak-lak']) await onboard(kernel, await loadTemplate(templateFolder(config.templates, name)));
    const province = kernel.registry.byId('hue')!;
    process.stdout.write(`Filling Huế with ${reports} reports … `);
    const started = performance.now();
    const ownerUrl = onDatabase(postgres.url, province.database);
    await fillReports(ownerUrl, province.ownerRole, reports);
    await fillReference(ownerUrl, province.ownerRole);
    console.log(`${((performance.now() - started) / 1_000).toFixed(0)} s\n`);
    return province;
  });
}

async function withKernel<T>(work: (kernel: OpenKernel) => Promise<T>): Promise<T> {
  const plugins = await loadPlugins(config.plugins, { from: join(import.meta.dirname, '../../tinhthong.config.ts') });
  const kernel = await createKernel({ plugins, databaseUrl, dataDir, log: pino({ level: 'error' }) });
  try {
    return await work(kernel);
  } finally {
    await kernel.close();
  }
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
