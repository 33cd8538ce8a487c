import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { testReceiver, type TestReceiver, type TestWorld } from '@tinhthong/core/testing';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSecondNode } from './second-node.ts';
import type { Twin } from './twin.ts';
import { type TwinWorld, twinWorld } from './two-provinces.ts';

let twins: TwinWorld;
let world: TestWorld;
let receiver: TestReceiver;
let hue: Twin;
let dakLak: Twin;

beforeAll(async () => {
  receiver = await testReceiver();
  twins = await twinWorld({ outbound: { allow: ['127.0.0.1', 'localhost'] } });
  ({ world, hue, dakLak } = twins);
});
afterAll(async () => {
  await twins[Symbol.asyncDispose]();
  await receiver[Symbol.asyncDispose]();
});

const api = '/api/field-reports';
const submit = async ({ site, commune, category }: Twin) => {
  const answer = await site.request(`${api}/reports`, { json: { category: 'road-damage', commune, description: `Ổ gà mới, ${category}.` } });
  return ((await answer.json()) as { code: string }).code;
};
/** What of `other` stands in a text. */
const marksIn = (text: string, other: Twin) => other.marks.filter((mark) => text.includes(mark));

interface Heard {
  /** Everything that the stream has said until now. */
  text(): string;
  end(): void;
}

/** Listens to a stream over a real connection. */
async function listenTo(port: number, at: Twin, as?: string): Promise<Heard> {
  let text = '';
  const sent = request({ host: '127.0.0.1', port, path: '/api/events/stream', headers: { host: at.site.host, ...(as !== undefined && { cookie: as }) } });
  await new Promise<void>((open, failed) => {
    sent.on('error', failed);
    sent.on('response', (answer) => answer.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      open();
    }).on('error', () => {}));
    sent.end();
  });
  return { text: () => text, end: () => sent.destroy() };
}

test('the streams of a province, on either node, show its own events and none of the other’s', async () => {
  await using second = await startSecondNode(world);
  const first = await world.listen();
  const codes: { hue: string[]; dakLak: string[] } = { hue: [], dakLak: [] };
  const inHue = await Promise.all([listenTo(first, hue, hue.staff), listenTo(second.port, hue)]);
  const inDakLak = await Promise.all([listenTo(first, dakLak, dakLak.staff), listenTo(second.port, dakLak)]);
  await sleep(200);
  await Promise.all(Array.from({ length: 10 }, async (_, n) => (n % 2 === 0 ? codes.hue.push(await submit(hue)) : codes.dakLak.push(await submit(dakLak)))));
  for (const [heard, own] of [[inHue, codes.hue], [inDakLak, codes.dakLak]] as const) {
    for (const { text } of heard) await expect.poll(() => own.filter((code) => !text().includes(code)), { timeout: 10_000 }).toEqual([]);
  }
  await sleep(500);
  for (const [heard, foreign, other] of [[inHue, codes.dakLak, dakLak], [inDakLak, codes.hue, hue]] as const) {
    for (const { text, end } of heard) {
      expect([...foreign.filter((code) => text().includes(code)), ...marksIn(text(), other)]).toEqual([]);
      end();
    }
  }
});

test('a session of Huế opens no stream at Đắk Lắk, with its own province’s session beside it neither', async () => {
  for (const as of [hue.staff, hue.key, `${hue.staff}; ${dakLak.staff}`]) expect((await dakLak.site.request('/api/events/stream', { as })).status).toBe(401);
});

test('a webhook is sent the events of its own province, signed with a secret that the other does not have', async () => {
  const make = async ({ site, staff }: Twin) => {
    const answer = await site.request('/api/core/webhooks', { as: staff, json: { url: `${receiver.url}/${site.id}`, description: 'Cổng dữ liệu' } });
    return (await answer.json()) as { id: string; secret: string };
  };
  const secrets = { hue: (await make(hue)).secret, 'dak-lak': (await make(dakLak)).secret };
  await Promise.all(Array.from({ length: 10 }, (_, n) => submit(n % 2 === 0 ? hue : dakLak)));
  await expect.poll(() => receiver.received.length, { timeout: 10_000 }).toBe(10);
  for (const [own, other, foreign] of [['hue', 'dak-lak', dakLak], ['dak-lak', 'hue', hue]] as const) {
    const mine = receiver.received.filter(({ path }) => path === `/${own}`);
    expect(mine).toHaveLength(5);
    for (const { body, headers } of mine) {
      expect(new Webhook(secrets[own]).verify(body, headers as Record<string, string>)).toMatchObject({ source: `urn:tinhthong:${own}` });
      expect(() => new Webhook(secrets[other]).verify(body, headers as Record<string, string>)).toThrow('No matching signature');
      expect(marksIn(body, foreign)).toEqual([]);
    }
  }
});

test('a webhook copied with its secret into the other province’s database sends nothing from there', async () => {
  receiver.received.length = 0;
  const rows = await hue.site.database(async ({ pool }) => {
    const webhooks = await pool.query(`select * from core.webhooks where state = 'on'`);
    const secrets = await pool.query(`select * from core.secrets where name = 'webhook-' || $1`, [webhooks.rows[0].id]);
    return { webhook: { ...webhooks.rows[0], agency: null, told_agency: null, url: `${receiver.url}/chep` }, secret: secrets.rows[0] };
  });
  await dakLak.site.database(async ({ pool }) => {
    await pool.query('insert into core.webhooks select * from jsonb_populate_record(null::core.webhooks, $1)', [JSON.stringify(rows.webhook)]);
    await pool.query('insert into core.secrets (plugin, name, value) values ($1, $2, $3)', [rows.secret.plugin, rows.secret.name, rows.secret.value]);
  });
  await submit(dakLak);
  await expect.poll(() => receiver.received.map(({ path }) => path), { timeout: 5_000 }).toEqual(['/dak-lak']);
  await world.settled();
  await sleep(500);
  expect(receiver.received.map(({ path }) => path)).toEqual(['/dak-lak']);
});
