import { sql } from 'kysely';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { bulletin, happen, post } from '../../kit/test-bulletin.ts';
import { type TestReceiver, testReceiver } from '../../kit/test-receiver.ts';
import { testTemplate, testWorld, type TestProvince, type TestWorld } from '../../kit/testing.ts';
import type { Resolve } from '../../outbound/outbound.ts';
import { createSender } from './sender.ts';

/** A name that stands for an address inside, and no other name. */
const resolve: Resolve = (name, _options, done) => (name === 'noi-bo.vn' ? done(null, [{ address: '10.0.0.7', family: 4 }]) : done(new Error('ENOTFOUND'), []));

let world: TestWorld;
let hue: TestProvince;
let admin: string;
let receiver: TestReceiver;

beforeAll(async () => {
  world = await testWorld({ plugins: [bulletin], provinces: [testTemplate('hue')], outbound: { allow: ['127.0.0.1'], resolve } });
  hue = world.province('hue');
  await hue.database(({ db }) =>
    db
      .insertInto('core.roles')
      .values([
        { id: 'keeper', title: '{"vi":"Giữ webhook"}', grants: JSON.stringify([{ permission: 'webhook:manage' }, { permission: 'case:read' }, { permission: 'audit:read' }]) },
        { id: 'narrow', title: '{"vi":"Có điều kiện"}', grants: JSON.stringify([{ permission: 'webhook:manage' }, { permission: 'case:read', when: { commune: '19789' } }]) },
      ])
      .execute(),
  );
  admin = await hue.signIn({ name: 'giu-webhook', roles: ['keeper'], agency: 'so-xay-dung' });
});
beforeEach(async () => {
  receiver = await testReceiver();
});
afterEach(async () => {
  for (const { id } of await list()) await call('DELETE', `/${id}`);
  await world.settled();
  await receiver[Symbol.asyncDispose]();
});
afterAll(() => world[Symbol.asyncDispose]());

interface Made {
  readonly id: string;
  readonly secret: string;
  readonly state: string;
  readonly failingSince: string | null;
}
interface Listed {
  readonly id: number;
  readonly message: string;
  readonly type: string;
  readonly state: string;
  readonly attempts: number;
  readonly status: number | null;
  readonly error: string | null;
}

const call = (method: string, path: string, json?: object, as = admin) =>
  hue.request(`/api/core/webhooks${path}`, { method, as, ...(json && { json }) });
const list = async () => ((await (await call('GET', '')).json()) as { items: Made[] }).items;
const make = async (more: object = {}): Promise<Made> => {
  const answer = await call('POST', '', { url: `${receiver.url}/nhan`, description: 'Cổng dữ liệu', ...more });
  expect(answer.status).toBe(201);
  return (await answer.json()) as Made;
};
const deliveries = async ({ id }: Made, query = '') => ((await (await call('GET', `/${id}/deliveries${query}`)).json()) as { items: Listed[]; next: string | null });
const arrived = (count: number) => expect.poll(() => receiver.received.length, { timeout: 5_000, interval: 10 }).toBe(count);
const bodies = () => receiver.received.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
const subjects = () => bodies().map(({ subject }) => subject as string);
/** Lets no time pass: what waits for its next attempt is due now. */
const dueNow = () => hue.database(({ db }) => sql`update core.deliveries set due_at = now() where due_at < 'infinity'`.execute(db)).then(() => world.kernel.registry.bus.send({ topic: 'deliveries', province: 'hue' }));
const ended = (webhook: Made, count: number) => expect.poll(async () => (await deliveries(webhook)).items.filter(({ state }) => state !== 'waiting').length, { timeout: 5_000 }).toBe(count);

test('what happens is sent within a second as a CloudEvent, with a signature that the standard library accepts', async () => {
  const webhook = await make();
  const started = new Date();
  await happen(hue, post('a'));
  await arrived(1);
  const [message] = receiver.received;
  expect(message!.at.getTime() - started.getTime()).toBeLessThan(1_000);
  expect(message!.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
  const event = new Webhook(webhook.secret).verify(message!.body, message!.headers as Record<string, string>) as Record<string, string>;
  expect(event).toEqual({
    specversion: '1.0',
    id: expect.stringMatching(/^evt_hue_\d+$/) as string,
    source: 'urn:tinhthong:hue',
    type: 'vn.tinhthong.bulletin.post.published',
    subject: 'a',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
    sequence: expect.stringMatching(/^\d{15}$/) as string,
    datacontenttype: 'application/json',
    data: { title: 'Tin a' },
  });
  expect(message!.headers['webhook-id']).toBe(event['id']);
  await ended(webhook, 1);
  expect((await deliveries(webhook)).items).toMatchObject([{ message: event['id'], type: 'bulletin/post.published', state: 'delivered', attempts: 1, status: 204, error: null }]);
});

test('a webhook is sent what its scope lets it see and its filter asks for, and of the data what the module declares', async () => {
  await make({ url: `${receiver.url}/cong-khai` });
  await make({ url: `${receiver.url}/co-quyen`, scopes: ['case:read'] });
  await make({ url: `${receiver.url}/don-vi`, agency: 'so-xay-dung' });
  await make({ url: `${receiver.url}/loc`, scopes: ['case:read'], types: ['bulletin/case.moved'] });
  await happen(hue,
    ['post.published', 'p', { title: 'Tin', secret: 'không khai báo' } as never],
    ['case.moved', 'c', { commune: '19789' }],
    ['order.given', 'mine', {}, 'so-xay-dung'],
    ['order.given', 'theirs', {}, 'ioc'],
  );
  const seenBy = (path: string) => receiver.received.filter((one) => one.path === path).map(({ body }) => (JSON.parse(body) as { subject: string }).subject).toSorted();
  await arrived(1 + 2 + 2 + 1);
  await world.settled();
  expect(Object.fromEntries(['/cong-khai', '/co-quyen', '/don-vi', '/loc'].map((path) => [path, seenBy(path)]))).toEqual({
    '/cong-khai': ['p'],
    '/co-quyen': ['c', 'p'],
    '/don-vi': ['mine', 'p'],
    '/loc': ['c'],
  });
  expect(JSON.stringify(receiver.received)).not.toContain('không khai báo');
});

test('nobody gives a webhook what they do not hold themselves, nor another agency’s events', async () => {
  const narrow = await hue.signIn({ name: 'co-dieu-kien', roles: ['narrow'] });
  const status = async (more: object, as = admin) => (await call('POST', '', { url: `${receiver.url}/`, description: 'x', ...more }, as)).status;
  expect(await status({ scopes: ['case:read'] })).toBe(201);
  expect(await status({ scopes: ['case:write'] })).toBe(403);
  expect(await status({ scopes: ['case:read'] }, narrow)).toBe(403);
  expect(await status({ agency: 'ioc' })).toBe(403);
  // Whoever may not give a scope cannot switch on, or widen, a webhook that has it; switching it off is for everyone who manages.
  const [wide] = await list();
  expect((await call('PATCH', `/${wide!.id}`, { types: [] }, narrow)).status).toBe(403);
  expect((await call('PATCH', `/${wide!.id}`, { state: 'off' }, narrow)).status).toBe(200);
  expect((await call('PATCH', `/${wide!.id}`, { state: 'on' }, narrow)).status).toBe(403);
  expect((await call('POST', `/${wide!.id}/rotate`, undefined, narrow)).status).toBe(403);
  // The same with one that is told what is its agency's alone.
  const own = await make({ agency: 'so-xay-dung', state: 'off' });
  const elsewhere = await hue.signIn({ name: 'noi-khac', roles: ['keeper'], agency: 'ioc' });
  for (const change of [{ types: [] }, { state: 'on' }]) expect((await call('PATCH', `/${own.id}`, change, elsewhere)).status).toBe(403);
  expect((await call('POST', `/${own.id}/rotate`, undefined, elsewhere)).status).toBe(403);
  expect((await call('POST', `/${own.id}/rotate`)).status).toBe(200);
});

test.each([
  ['ftp://203.162.4.191/', 422],
  ['https://10.0.0.1/', 'Không phải địa chỉ công cộng.'],
  ['https://2130706434/', 'Không phải địa chỉ công cộng.'],
  ['https://[::ffff:10.0.0.1]/', 'Không phải địa chỉ công cộng.'],
  ['https://noi-bo.vn/', 'Không phải địa chỉ công cộng.'],
  ['http://203.162.4.191/', 'Chỉ nhận https://; http:// chỉ khi đơn vị vận hành cho phép.'],
  ['https://a:b@203.162.4.191/', 'Địa chỉ không được chứa tên và mật khẩu.'],
  ['https://khong-co.vn/', 'Không tìm thấy máy chủ này.'],
])('the address %s is refused when it is given', async (url, reason) => {
  const answer = await call('POST', '', { url, description: 'x' });
  const problem = await answer.text();
  expect([answer.status, problem]).toEqual([422, expect.stringContaining(typeof reason === 'string' ? reason : 'invalid-input')]);
});

test('a type that nobody publishes is refused, so that a slip of the pen does not wait for ever', async () => {
  expect((await call('POST', '', { url: receiver.url, description: 'x', types: ['bulletin/post.publshed'] })).status).toBe(422);
  await make({ types: ['bulletin/*', 'core/key.created'] });
});

test('a province has at most 20 webhooks, also when two are made at once', async () => {
  for (let n = 0; n < 19; n += 1) await make({ state: 'off' });
  const both = await Promise.all([1, 2].map(async () => (await call('POST', '', { url: receiver.url, description: 'x' })).status));
  expect(both.toSorted()).toEqual([201, 409]);
});

test('sent again with the same idempotency key, the making of a webhook answers with the same one and its secret', async () => {
  const once = () => hue.request('/api/core/webhooks', { as: admin, json: { url: receiver.url, description: 'x' }, headers: { 'idempotency-key': 'mot-lan-thoi' } });
  const [first, second] = [await (await once()).json(), await (await once()).json()];
  expect(second).toEqual(first);
  expect(await list()).toHaveLength(1);
});

test('secrets stand sealed in the database; after a change of secret both sign for a day, then only the new one', async () => {
  const webhook = await make();
  const stored = await hue.database(async ({ pool }) => (await pool.query(`select string_agg(value::text, '') || (select string_agg(w::text, '') from core.webhooks as w) as all from core.secrets`)).rows[0] as { all: string });
  expect(stored.all).not.toContain(Buffer.from(webhook.secret).toString('hex'));
  expect(stored.all).not.toContain(webhook.secret);
  const { secret } = (await (await call('POST', `/${webhook.id}/rotate`)).json()) as { secret: string };
  expect(secret).not.toBe(webhook.secret);
  await happen(hue, post('both'));
  await arrived(1);
  const { body, headers } = receiver.received[0]!;
  for (const one of [secret, webhook.secret]) expect(new Webhook(one).verify(body, headers as Record<string, string>)).toMatchObject({ subject: 'both' });
  expect(() => new Webhook(`whsec_${Buffer.alloc(32, 7).toString('base64')}`).verify(body, headers as Record<string, string>)).toThrow('No matching signature');
});

test('what was not received is sent again under the same id, until it is; the list says why and when', async () => {
  const webhook = await make();
  receiver.answer = (_request, response) => void response.writeHead(500).end('lỗi của tôi');
  await happen(hue, post('again'));
  await arrived(1);
  await expect.poll(async () => (await deliveries(webhook, '?state=waiting')).items).toMatchObject([{ attempts: 1, status: 500, error: 'refused' }]);
  expect((await list())[0]!.failingSince).not.toBeNull();
  receiver.answer = (_request, response) => void response.writeHead(200).end();
  await dueNow();
  await ended(webhook, 1);
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(receiver.received).toHaveLength(2);
  expect((await list())[0]!.failingSince).toBeNull();
  expect((await deliveries(webhook)).items).toMatchObject([{ state: 'delivered', attempts: 2, status: 200, error: null }]);
  // Nothing that the receiver said is kept.
  expect(JSON.stringify(await deliveries(webhook))).not.toContain('lỗi của tôi');
});

test('after the last attempt a message is given up, and can be sent again by hand', async () => {
  const webhook = await make();
  receiver.answer = (_request, response) => void response.writeHead(503).end();
  await happen(hue, post('lost'));
  await arrived(1);
  for (let attempt = 2; attempt <= 10; attempt += 1) {
    await expect.poll(async () => (await deliveries(webhook)).items[0]!.status, { interval: 10 }).toBe(503);
    await hue.database(({ db }) => sql`update core.deliveries set status = null`.execute(db));
    await dueNow();
    await arrived(attempt);
  }
  await ended(webhook, 1);
  const [given] = (await deliveries(webhook, '?state=given-up')).items;
  expect(given).toMatchObject({ attempts: 10, state: 'given-up' });
  receiver.answer = (_request, response) => void response.writeHead(200).end();
  expect((await call('POST', `/${webhook.id}/deliveries/${given!.id}/resend`)).status).toBe(204);
  await expect.poll(async () => (await deliveries(webhook)).items[0]!.state).toBe('delivered');
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
});

test('a receiver that says it is gone is not asked again: its agency and the auditors are told', async () => {
  const webhook = await make({ description: 'Báo cũ' });
  receiver.answer = (_request, response) => void response.writeHead(410).end();
  await happen(hue, post('gone'));
  await expect.poll(async () => (await list())[0]!.state).toBe('gone');
  await happen(hue, post('later'));
  await world.settled();
  expect(subjects()).toEqual(['gone']);
  const { audited, told } = await hue.database(async ({ db }) => ({
    audited: await db.selectFrom('core.events').select(['data', 'actor_kind']).where('type', '=', 'webhook.switched-off').where('subject', '=', webhook.id).execute(),
    told: await db.selectFrom('core.notices').select(['agency', 'title']).where('key', 'like', `webhook-off:${webhook.id}:%`).execute(),
  }));
  expect(audited).toEqual([{ data: { webhook: webhook.id, reason: 'gone' }, actor_kind: 'system' }]);
  expect(told).toEqual([{ agency: 'so-xay-dung', title: { vi: expect.stringContaining('Báo cũ') as string, en: expect.stringContaining('no longer in use') as string } }]);
});

test('a webhook that has failed for days is switched off; switched on again, it gets what waited', async () => {
  const webhook = await make();
  receiver.answer = (_request, response) => void response.writeHead(500).end();
  await happen(hue, post('first'));
  await arrived(1);
  await hue.database(({ db }) => sql`update core.webhooks set failing_since = now() - interval '6 days'`.execute(db));
  await happen(hue, post('second'));
  await expect.poll(async () => (await list())[0]!.state).toBe('failing');
  receiver.answer = (_request, response) => void response.writeHead(204).end();
  await call('PATCH', `/${webhook.id}`, { state: 'on' });
  await dueNow();
  await ended(webhook, 2);
  expect((await list())[0]).toMatchObject({ state: 'on', failingSince: null });
});

test('what happened while a webhook was off is sent when somebody asks for it, what was sent before under the same id', async () => {
  const webhook = await make();
  const since = new Date().toISOString();
  await happen(hue, post('seen'));
  await arrived(1);
  await ended(webhook, 1);
  await call('PATCH', `/${webhook.id}`, { state: 'off' });
  await happen(hue, post('missed'));
  await world.settled();
  await call('PATCH', `/${webhook.id}`, { state: 'on' });
  expect((await call('POST', `/${webhook.id}/resend`, { since })).status).toBe(202);
  await arrived(3);
  expect(subjects().toSorted()).toEqual(['missed', 'seen', 'seen']);
  expect(new Set(bodies().map(({ id }) => id)).size).toBe(2);
  expect((await call('POST', `/${webhook.id}/resend`, { since: '2020-01-01T00:00:00Z' })).status).toBe(422);
});

test('a receiver that never answers delays its own messages and nobody else’s', async () => {
  const slow = await make({ url: `${receiver.url}/treo` });
  await make({ url: `${receiver.url}/nhanh` });
  receiver.answer = ({ path }, response) => void (path === '/nhanh' && response.writeHead(204).end());
  for (let n = 0; n < 30; n += 1) await happen(hue, post(`n${n}`));
  const at = (path: string) => receiver.received.filter((one) => one.path === path);
  await expect.poll(() => at('/nhanh').length, { timeout: 5_000 }).toBe(30);
  // So many at once and no more.
  expect(at('/treo')).toHaveLength(4);
  await call('DELETE', `/${slow.id}`);
});

test('of two nodes, only one sends a message', async () => {
  const second = createSender(world.kernel);
  const webhook = await make();
  await Promise.all(Array.from({ length: 40 }, (_, n) => happen(hue, post(`m${n}`))));
  await ended(webhook, 40);
  await second.stop();
  expect(receiver.received).toHaveLength(40);
  expect(new Set(subjects()).size).toBe(40);
});

test('a message whose node died before it was recorded is sent again under the same id', async () => {
  const webhook = await make();
  // As if the process ended while the receiver was thinking: nobody records the answer, and the lease runs out.
  let ends = () => {};
  receiver.answer = (_request, response) => void (ends = () => response.writeHead(204).end());
  await happen(hue, post('twice'));
  await arrived(1);
  await dueNow();
  await arrived(2);
  // Whoever comes back with the outlived lease changes nothing.
  ends();
  await ended(webhook, 1);
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect((await deliveries(webhook)).items).toMatchObject([{ state: 'delivered', attempts: 2 }]);
});

test('somebody who makes a webhook can try it at once, and learns what came of it', async () => {
  const webhook = await make();
  const ping = async () => (await call('POST', `/${webhook.id}/ping`)).json();
  expect(await ping()).toMatchObject({ status: 204, error: null });
  expect(new Webhook(webhook.secret).verify(receiver.received[0]!.body, receiver.received[0]!.headers as Record<string, string>)).toMatchObject({
    type: 'vn.tinhthong.core.webhook.pinged',
    subject: webhook.id,
  });
  receiver.answer = (_request, response) => void response.writeHead(302, { location: 'http://127.0.0.1/' }).end();
  expect(await ping()).toMatchObject({ status: 302, error: 'redirect' });
});

test('the list of what was sent goes back page by page, and a page of another webhook does not open here', async () => {
  const [one, other] = [await make(), await make()];
  await happen(hue, ...Array.from({ length: 5 }, (_, n) => post(`p${n}`)));
  await ended(one, 5);
  const first = await deliveries(one, '?limit=3');
  const second = await deliveries(one, `?limit=3&cursor=${first.next}`);
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual((await deliveries(one)).items.map(({ id }) => id));
  expect([first.items.length, second.items.length, second.next]).toEqual([3, 2, null]);
  expect((await call('GET', `/${other.id}/deliveries?cursor=${first.next}`)).status).toBe(422);
});

test('every change of a webhook stands in the audit log, without its address or secret', async () => {
  const webhook = await make();
  await call('PATCH', `/${webhook.id}`, { state: 'off' });
  await call('POST', `/${webhook.id}/rotate`);
  await call('DELETE', `/${webhook.id}`);
  const events = await hue.database(({ db }) => db.selectFrom('core.events').select(['type', 'data', 'actor_kind']).where('subject', '=', webhook.id).orderBy('id').execute());
  expect(events.map(({ type }) => type)).toEqual(['webhook.created', 'webhook.changed', 'webhook.secret-changed', 'webhook.deleted']);
  expect(new Set(events.map(({ actor_kind }) => actor_kind))).toEqual(new Set(['account']));
  expect(JSON.stringify(events)).not.toMatch(/whsec_|\/nhan/);
});
