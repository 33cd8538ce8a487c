import type { TestProvince, TestWorld } from '@tinhthong/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../packages/core/src/http/app.ts';
import { startTracing } from '../../packages/core/src/monitoring/start-tracing.ts';
import { twoProvinces } from '../isolation/two-provinces.ts';
import { type Span, type SpanReceiver, spanReceiver } from './span-receiver.ts';

const api = '/api/field-reports';
const proxy = '127.0.0.1';
const fromProxy = { traceparent: '00-11111111111111111111111111111111-2222222222222222-01' };
const person = { name: 'Công Tằng Tôn Nữ Bích Hà', phone: '0905 777 123', email: 'bich-ha@vidu.vn' };
const description = 'Nhà tôi ở kiệt 77 bị ngập đến đầu gối.';

let world: TestWorld;
let hue: TestProvince;
let collector: SpanReceiver;
let stop: () => Promise<void>;

beforeAll(async () => {
  world = await twoProvinces();
  hue = world.province('hue');
  collector = await spanReceiver();
  process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = collector.url;
  // What has been recorded is sent when tracing stops, or as often as this.
  process.env['OTEL_BSP_SCHEDULE_DELAY'] = '50';
  ({ stop } = await startTracing(process.env, { role: 'all' }));
});
afterAll(async () => {
  await stop();
  await collector[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

const recorded = (found: (spans: Span[]) => unknown) => expect.poll(() => found(collector.spans()), { timeout: 20_000, interval: 50 }).toBeTruthy();
const childrenOf = (spans: readonly Span[], { spanId }: Span) => spans.filter(({ parentSpanId }) => parentSpanId === spanId);

async function submit(site: TestProvince, request: string): Promise<string> {
  const json = { category: 'road-damage', commune: await communeOf(site), description, contact: { ...person, consent: '2026-11' } };
  const answer = await site.request(`${api}/reports`, { json, headers: { 'x-request-id': request } });
  expect(answer.status).toBe(201);
  await recorded((spans) => requestOf(spans, request));
  return request;
}
const communeOf = async (site: TestProvince) => (await site.database(({ pool }) => pool.query<{ code: string }>('select code from core.communes limit 1'))).rows[0]!.code;
const requestOf = (spans: readonly Span[], request: string) => spans.find(({ attributes, parentSpanId }) => attributes['tinhthong.request'] === request && parentSpanId === undefined);

test('a report is followed from the request through the use case to its statements, and to the task that it caused', async () => {
  await submit(hue, 'request-of-a-report');
  const spans = collector.spans();
  const request = requestOf(spans, 'request-of-a-report')!;
  expect(request).toMatchObject({
    name: `POST ${api}/reports`,
    attributes: { 'tinhthong.province': 'hue', 'tinhthong.module': 'field-reports', 'http.response.status_code': 201 },
  });
  const useCase = childrenOf(spans, request).find(({ name }) => name === request.name)!;
  expect(useCase.attributes).toMatchObject({ 'tinhthong.province': 'hue', 'tinhthong.module': 'field-reports', 'tinhthong.request': 'request-of-a-report' });
  const insert = childrenOf(spans, useCase).find(({ attributes }) => String(attributes['db.query.text']).includes('insert into field_reports.reports'))!;
  expect(insert.attributes).toMatchObject({ 'db.system.name': 'postgresql', 'tinhthong.province': 'hue', 'tinhthong.module': 'field-reports' });

  // The outbox carries no trace; both ends name the subject of the event.
  const published = useCase.events.find(({ name }) => name === 'published')!;
  expect(published.attributes).toMatchObject({ 'tinhthong.type': 'report.submitted' });
  const subject = published.attributes['tinhthong.subject'];
  const caused = (all: readonly Span[]) => all.filter(({ name, events }) => name.startsWith('job ') && events.some((event) => event.name === 'caused by' && event.attributes['tinhthong.subject'] === subject));
  await recorded((all) => caused(all).length > 0);
  for (const task of caused(collector.spans())) {
    expect(task.attributes).toMatchObject({ 'tinhthong.province': 'hue' });
    expect(task.traceId).not.toBe(request.traceId);
    // The batch ends after its tasks, and is sent after them.
    await recorded((all) => all.find(({ spanId }) => spanId === task.parentSpanId)?.name === 'batch of tasks');
  }
  expect(collector.resource()).toMatchObject({ 'service.name': 'tinhthong', 'service.version': '1.0.0', 'tinhthong.role': 'all' });
});

test('reports that arrive together are written by one statement, whose trace is linked with each of theirs', async () => {
  const requests = await Promise.all(Array.from({ length: 12 }, (_, n) => submit(world.province('dak-lak'), `together-${n}`)));
  await recorded((spans) => spans.some(({ name, attributes }) => name === 'asked together' && attributes['tinhthong.province'] === 'dak-lak'));
  const spans = collector.spans();
  const batches = spans.filter(({ name }) => name === 'asked together');
  const linked = new Set(batches.flatMap(({ links }) => links.map(({ traceId }) => traceId)));
  const traces = requests.map((request) => requestOf(spans, request)!.traceId);
  expect(traces.filter((trace) => linked.has(trace)).length).toBeGreaterThan(1);
  expect(batches.every(({ traceId }) => !traces.includes(traceId))).toBe(true);
  // No statement stands in the trace of somebody who did not ask for it.
  const alone = spans.filter(({ attributes, parentSpanId }) => attributes['db.query.text'] !== undefined && parentSpanId === undefined);
  expect(alone).toEqual([]);
});

test("a trusted proxy's trace is continued, and a stranger's is not", async () => {
  const options = { secure: false, perMinute: 600, national: {}, ready: async () => ({ ready: true, checks: {} }) };
  const behindProxy = createApp(world.kernel, { ...options, trustedProxies: new Set([proxy]) });
  const headers = { host: hue.host, ...fromProxy };
  await behindProxy.request(`http://${hue.host}/api/core/communes`, { headers: { ...headers, 'x-request-id': 'by-the-proxy' } });
  await hue.request('/api/core/communes', { headers: { ...fromProxy, 'x-request-id': 'by-a-stranger' } });
  const of = (request: string) => collector.spans().find(({ name, attributes }) => name === 'GET /api/core/communes' && attributes['tinhthong.request'] === request && attributes['http.request.method'] === 'GET');
  await recorded(() => of('by-the-proxy') && of('by-a-stranger'));
  expect(of('by-the-proxy')).toMatchObject({ traceId: '1'.repeat(32), parentSpanId: '2'.repeat(16) });
  expect(of('by-a-stranger')!.traceId).not.toBe('1'.repeat(32));
  expect(of('by-a-stranger')!.parentSpanId).toBeUndefined();
});

test('what fails is marked, by its kind alone', async () => {
  const admin = world.kernel.registry.adminUrl('main', hue.now().database);
  const { Client } = (await import('pg')).default;
  const client = new Client({ connectionString: admin });
  await client.connect();
  try {
    await client.query('alter table field_reports.contacts add constraint refused check (phone is null) not valid');
    const json = { category: 'road-damage', commune: await communeOf(hue), description, contact: { ...person, consent: '2026-11' } };
    expect((await hue.request(`${api}/reports`, { json, headers: { 'x-request-id': 'that-fails' } })).status).toBe(500);
  } finally {
    await client.query('alter table field_reports.contacts drop constraint refused');
    await client.end();
  }
  await recorded((spans) => requestOf(spans, 'that-fails'));
  const spans = collector.spans();
  const request = requestOf(spans, 'that-fails')!;
  expect(request.status).toEqual({ code: 2 });
  expect(spans.filter(({ traceId, attributes }) => traceId === request.traceId && attributes['error.type'] === '23514').length).toBeGreaterThan(1);
});

test('nothing that people wrote is in any trace, nor any value of a statement', () => {
  const text = collector.text();
  expect(text).toContain('insert into core.events');
  for (const secret of [...Object.values(person), '+84905777123', description]) expect(text).not.toContain(JSON.stringify(secret).slice(1, -1));
});
