import { fileURLToPath } from 'node:url';
import { loadTemplate } from '@tinhthong/core/template';
import { testWorld, type TestWorld } from '@tinhthong/core/testing';
import { fieldReports } from '@tinhthong/field-reports';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { drained, faultsOf } from './check-province.ts';
import type { Submission } from './citizens.ts';
import { ledger } from './deployment/ledger.ts';

let world: TestWorld;
let client: pg.Client;
const sent: Submission[] = [];

beforeAll(async () => {
  const template = await loadTemplate(fileURLToPath(new URL('../../templates/provinces/hue/', import.meta.url)));
  world = await testWorld({ plugins: [fieldReports, ledger], provinces: [template] });
  const hue = world.province('hue');
  const key = await hue.key(['report:accept']);
  for (const text of ['Ổ gà trước cổng trường', 'Đèn đường không sáng', 'Cây đổ chắn lối đi']) {
    const json = { category: 'road-damage', lat: 16.4637, lon: 107.5909, description: text };
    const submitted = await hue.request('/api/field-reports/reports', { json, headers: { 'idempotency-key': crypto.randomUUID() } });
    const { code } = (await submitted.json()) as { code: string };
    await hue.request(`/api/field-reports/reports/${code}/accept`, { method: 'POST', as: key });
    sent.push({ province: 'hue', text, code, moved: ['report.accepted'] });
  }
  const url = new URL(inject('adminUrl'));
  url.pathname = `/${hue.now().database}`;
  client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await drained(client, 'hue');
});
afterAll(async () => {
  await client?.end();
  await world?.[Symbol.asyncDispose]();
});

test('where nothing was lost or doubled, nothing is reported', async () => {
  expect(await faultsOf(client, sent)).toEqual([]);
});

const oneReport = `(select id from field_reports.reports order by code limit 1)`;
const oneEvent = `(select min(id) from core.events where type = 'report.submitted')`;

/** Each breaks one promise on purpose: had the check nothing to say, it would prove nothing after a crash either. */
test.each([
  ['a lost report', 'an acknowledged report is not there', `set local session_replication_role = replica; delete from field_reports.reports where id = ${oneReport}`],
  ['a report stored twice', 'a report is there more than once', copyOf('field_reports.reports', `id = ${oneReport}`, `id = gen_random_uuid(), code = 'HUE-26-9999999'`)],
  ['a lost event', 'has not exactly one event', `delete from core.events where id = ${oneEvent}`],
  ['an event written twice', 'has not exactly one event', copyOf('core.events', `id = ${oneEvent}`, 'id = 999999, position = null')],
  ['a move that was acknowledged and lost', 'an acknowledged move', `delete from core.events where type = 'report.accepted' and subject = ${oneReport}::text`],
  ['a move that nobody asked for', 'an acknowledged move', copyOf('core.events', `id = ${oneEvent}`, `id = 999999, position = null, type = 'report.closed'`)],
  ['a lost answer', 'is not kept exactly once', `delete from core.idempotency where result ->> 'code' = (select min(code) from field_reports.reports)`],
  ['an agency that was not told', 'was not told', `delete from core.notices where key = (select 'new:' || min(code) from field_reports.reports)`],
  ['a task that took no effect', 'did not take effect exactly once', `delete from ledger.entries where event = ${oneEvent} and job = 'count-alone'`],
  ['a task that took effect twice', 'did not take effect exactly once', `insert into ledger.entries select * from ledger.entries where event = ${oneEvent} and job = 'count-together'`],
  ['a task left over', 'a task is left over', `insert into core.tasks (plugin, job, due_at) values ('ledger', 'count-alone', 'infinity')`],
  ['a gap in the positions', 'positions have gaps', `update core.events set position = position + 1 where id = (select max(id) from core.events)`],
  ['a projection that stands still', 'a projection is behind', 'update core.projections set position = position - 1'],
  ['figures that counted twice', 'the figures are not', 'update field_reports.figures set submitted = submitted + 1'],
])('%s is reported', async (_what, fault, tampering) => {
  await client.query('begin');
  try {
    await client.query(tampering);
    expect(await faultsOf(client, sent)).toContainEqual(expect.stringContaining(fault));
  } finally {
    await client.query('rollback');
  }
});

/** A second row like the one at hand, but for what is set. */
function copyOf(table: string, where: string, set: string): string {
  return `create temp table copy on commit drop as select * from ${table} where ${where};
    update copy set ${set}; insert into ${table} overriding system value select * from copy`;
}
