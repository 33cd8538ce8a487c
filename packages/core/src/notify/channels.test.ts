import { createECDH, createHmac, randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import type { ServerResponse } from 'node:http';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { testClock } from '../kit/test-clock.ts';
import { testMailServer, type TestMailServer } from '../kit/test-mail-server.ts';
import { type Received, type TestProvince, testReceiver, type TestReceiver, testWorld, type TestWorld } from '../kit/testing.ts';
import type { Address } from '../plugin/context.ts';
import { accountOf, noticesPlugin, tell } from '../kit/test-notices.ts';

vi.setConfig({ testTimeout: 30_000 });

// The reading half of what `web-push` encrypts with; it has no types.
const ece = createRequire(createRequire(import.meta.url).resolve('web-push'))('http_ece') as { decrypt(body: Buffer, params: object): Buffer };

const clock = testClock('2027-03-01T12:00:00+07:00');
const owners = new Map<string, Address>([['hue/gio', { email: 'khach@vidu.vn', phone: '+84905123456' }]]);
const to = { subject: 'gio' };
let world: TestWorld;
let hue: TestProvince;
let mail: TestMailServer;
let receiver: TestReceiver;
let admin: string;

beforeAll(async () => {
  mail = await testMailServer();
  world = await testWorld({ plugins: [noticesPlugin(owners)], now: clock.now, smtpUrl: mail.url, outbound: { allow: ['127.0.0.1'] } });
  hue = world.province('hue');
  await hue.role('admin', [{ permission: 'channel:manage' }]);
  admin = await hue.signIn({ name: 'quan-tri', roles: ['admin'] });
});
beforeEach(async () => {
  receiver = await testReceiver();
  mail.refuse(0);
  mail.received.length = 0;
  await hue.database(async ({ db }) => {
    await db.deleteFrom('core.messages').execute();
    await db.deleteFrom('core.unreachable').execute();
    await db.deleteFrom('core.unsubscribed').execute();
  });
  for (const channel of ['email', 'push', 'sms', 'chat']) await set(channel, { on: channel === 'email' });
  return () => receiver[Symbol.asyncDispose]();
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await mail[Symbol.asyncDispose]();
});

interface Sending {
  readonly id: string;
  readonly state: string;
  readonly attempts: number;
  readonly error: string | null;
  readonly to: string | null;
}
const set = (channel: string, json: object, as = admin) => hue.request(`/api/core/channels/${channel}`, { method: 'PUT', as, json });
const log = async () => ((await (await hue.request('/api/core/messages', { as: admin })).json()) as { items: Sending[] }).items;
const told = async (message = 'news', data = { code: 'T-1' }) => {
  await tell(hue, message, { to, data, link: '/trieu/1' });
  await world.settled();
  return (await log())[0]!;
};
/** Whatever waits for its next attempt has it now, by the clock too. */
const nextAttempt = async () => {
  clock.move({ hours: 8 });
  if (clock.now().getUTCHours() >= 14) clock.move({ hours: 10 });
  await hue.database(({ db }) => sql`update core.tasks set due_at = now() where job = 'send-message' and due_at < 'infinity'`.execute(db));
  world.kernel.committed(hue.now());
  await world.settled();
};
const report = (driver: string, secret: string, json: object) => hue.request(`/api/core/receipts/${driver}?secret=${secret}`, { json });

test('a mail has both forms, a stable id, and the headers by which mail programs end it at one press', async () => {
  const { id } = await told('news', { code: '<b>T-1</b>' });
  const [one] = mail.received;
  expect([one!.subject, one!.messageId]).toEqual(['Tin: <b>T-1</b>', `<${id}@tinhthong.example>`]);
  expect(one!.html).toContain('&lt;b&gt;T-1&lt;/b&gt;');
  expect(one!.text).toContain('<b>T-1</b>');
  const header = (name: string) => one!.headerLines.find(({ key }) => key === name)!.line.replace(/\s+/g, ' ');
  expect(header('list-unsubscribe')).toMatch(/^List-Unsubscribe: <http:\/\/hue\.localhost\/ngung-nhan\?ma=\S+>$/);
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
});

test('one press ends it, without signing in; looking does not, and pressing twice is the same as once', async () => {
  await told();
  const path = /\/ngung-nhan\?ma=\S+/.exec(mail.received[0]!.text!)![0];
  const isEnded = async () => (await hue.database(({ db }) => db.selectFrom('core.unsubscribed').select(['plugin', 'subject', 'channel']).execute())).length;
  const page = await hue.request(path);
  expect([page.status, await isEnded()]).toEqual([200, 0]);
  expect((await page.text()).match(/<button/g)).toHaveLength(1);
  const press = (init = {}) => hue.request(path, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'List-Unsubscribe=One-Click', ...init });
  expect([(await press()).status, (await press()).status, await isEnded()]).toEqual([200, 200, 1]);
  expect((await press({ headers: { origin: 'https://ke-xau.vn' } })).status).toBe(403);
  expect(await told()).toMatchObject({ state: 'withheld', error: 'unwanted' });
  expect((await hue.request(path.replace(/\.(.)/, (_, first: string) => `.${first === 'A' ? 'B' : 'A'}`), { method: 'POST' })).status).toBe(410);
  expect((await world.province('dak-lak').request(path, { method: 'POST' })).status).toBe(410);
});

test('whoever has an account ends one kind on one channel, and finds it among the preferences', async () => {
  const as = await hue.signIn({ name: 'cong-dan', roles: [] });
  await tell(hue, 'news', { to: { account: await accountOf(hue, 'cong-dan') } });
  await world.settled();
  await hue.request(/\/ngung-nhan\?ma=\S+/.exec(mail.received[0]!.text!)![0], { method: 'POST' });
  const { items } = (await (await hue.request('/api/core/me/preferences', { as })).json()) as { items: { kind: string; channels: object[] }[] };
  expect(items.find(({ kind }) => kind === 'tides/news')!.channels[0]).toEqual({ channel: 'email', choice: 'off' });
  expect(items.find(({ kind }) => kind === 'tides/alarm')!.channels[0]).toEqual({ channel: 'email', choice: 'on' });
});

test('the page of wishes shows every kind of message and keeps what is chosen there', async () => {
  const as = await hue.signIn({ name: 'chon-tin', roles: [] });
  const path = '/tai-khoan/bao-tin';
  expect((await hue.request(path)).status).toBe(401);
  const save = (fields: Record<string, string>) =>
    hue.request(path, { method: 'POST', as, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ from: '22:00', until: '06:30', language: 'en', ...fields }).toString() });
  expect((await save({ 'tides/news.email': 'daily', 'tides/alarm.sms': 'off' })).status).toBe(303);
  const { language, quiet, items } = (await (await hue.request('/api/core/me/preferences', { as })).json()) as { language: string; quiet: object; items: { kind: string; channels: { choice: string }[] }[] };
  expect([language, quiet]).toEqual(['en', { from: '22:00', until: '06:30' }]);
  expect(items.map(({ kind, channels }) => [kind, channels.map(({ choice }) => choice).join()])).toEqual([['tides/news', 'daily,on,on,on'], ['tides/alarm', 'on,on,off,on'], ['tides/digest', 'hourly']]);
  expect(await (await hue.request(path, { as })).text()).toContain('<option value="daily" selected>');
  expect((await save({ 'tides/news.email': 'nếu rảnh' })).status).toBe(422);
  expect((await save({ from: '25:00' })).status).toBe(422);
});

test('a mail server that is busy is asked again at growing distances, then the message is dead and can be sent again', async () => {
  mail.refuse(451);
  expect(await told()).toMatchObject({ state: 'waiting', attempts: 1, error: 'smtp-451' });
  for (let i = 0; i < 6; i += 1) await nextAttempt();
  const [dead] = await log();
  expect(dead).toMatchObject({ state: 'dead', attempts: 7, error: 'smtp-451' });
  mail.refuse(0);
  const resend = (id: string) => hue.request(`/api/core/messages/${id}/resend`, { method: 'POST', as: admin });
  expect([(await resend(dead!.id)).status, (await world.province('dak-lak').request(`/api/core/messages/${dead!.id}/resend`, { method: 'POST', as: admin })).status]).toEqual([204, 401]);
  await nextAttempt();
  expect([(await log())[0]!.state, mail.received.length, (await resend(dead!.id)).status]).toEqual(['sent', 1, 404]);
});

test('what was sent and could not be noted is sent once more under the same id, and then no more', async () => {
  // As if the worker had died with the mail under way: its task is another's before it can say that it is done.
  mail.meanwhile = async () => {
    mail.meanwhile = async () => {};
    await hue.database(({ db }) => sql`update core.tasks set due_at = now() where job = 'send-message'`.execute(db));
  };
  const { id, state } = await told();
  expect(state).toBe('sent');
  expect(mail.received.map(({ messageId }) => messageId)).toEqual([`<${id}@tinhthong.example>`, `<${id}@tinhthong.example>`]);
  world.kernel.committed(hue.now());
  await world.settled();
  expect(mail.received).toHaveLength(2);
});

test('an address that does not exist is written to once and never again', async () => {
  mail.refuse(550);
  expect(await told()).toMatchObject({ state: 'dead', attempts: 1, error: 'smtp-550' });
  mail.refuse(0);
  expect(await told()).toMatchObject({ state: 'withheld', error: 'unreachable' });
});

test('a bounce that is reported later has the same effect, once its reporter shows the secret', async () => {
  await set('email', { on: true, secrets: { receipt: 'bi-mat-cua-may-chu' } });
  const { id } = await told();
  const body = { id: `<${id}@tinhthong.example>`, state: 'bounced' };
  expect([(await report('email', 'sai-sai-sai-sai-sai', body)).status, (await report('sms', 'bi-mat-cua-may-chu', body)).status]).toEqual([401, 401]);
  expect((await world.province('dak-lak').request('/api/core/receipts/email?secret=bi-mat-cua-may-chu', { json: body })).status).toBe(401);
  expect((await log())[0]!.state).toBe('sent');
  expect((await report('email', 'bi-mat-cua-may-chu', body)).status).toBe(204);
  expect((await log())[0]).toMatchObject({ state: 'failed', error: 'gone' });
  expect(await told()).toMatchObject({ state: 'withheld', error: 'unreachable' });
});

const gateway = (more = {}) => ({
  url: `${receiver.url}/gui`,
  headers: { authorization: 'Bearer {secret.token}' },
  body: '{"to":"{phone}","text":"{text}","ref":"{id}"}',
  phone: '84…',
  signature: { header: 'x-signature', secret: 'signing', of: '{time}.{body}', prefix: 'v1=' },
  answer: { id: 'data.msg', ok: { path: 'code', is: ['0'] }, error: 'code', retry: ['-9'] },
  receipt: { items: 'reports', id: 'msg', state: 'status', delivered: ['DELIVRD'], failed: ['UNDELIV'], gone: ['NOROUTE'] },
  ...more,
});
const secrets = { token: 'mot-ma', signing: 'khoa-ky', receipt: 'bi-mat-bao-cao-sms' };
const answerWith = (json: object, status = 200) => {
  receiver.answer = (_request: Received, response: ServerResponse) => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
};

test('a gateway gets a signed request with its own words, and its report says whether the message arrived', async () => {
  expect((await set('sms', { on: true, config: { driver: gateway() }, secrets })).status).toBe(200);
  await set('email', { on: false });
  answerWith({ code: 0, data: { msg: 'MT-77' } });
  const { id, state, to: shown } = await told();
  expect([state, shown]).toEqual(['sent', '+84*****456']);
  const [request] = receiver.received;
  expect(JSON.parse(request!.body)).toEqual({ to: '84905123456', text: 'Tin về T-1. http://hue.localhost/trieu/1', ref: id });
  expect(request!.headers['authorization']).toBe('Bearer mot-ma');
  expect(request!.headers['x-signature']).toBe(`v1=${createHmac('sha256', 'khoa-ky').update(`${clock.now().getTime()}.${request!.body}`).digest('hex')}`);
  await report('sms', 'bi-mat-bao-cao-sms', { reports: [{ msg: 'MT-77', status: 'DELIVRD' }, { msg: 'MT-78', status: 'UNDELIV' }] });
  expect((await log())[0]!.state).toBe('delivered');
  await report('sms', 'bi-mat-bao-cao-sms', { reports: [{ msg: 'MT-77', status: 'UNDELIV' }] });
  expect((await log())[0]!.state).toBe('delivered');
});

test.each([
  [{ code: -9 }, 200, 'waiting', 'http-200 -9'],
  [{ code: 5, error: 'x' }, 200, 'dead', 'http-200 5'],
  [{}, 503, 'waiting', 'http-503'],
  [{ code: 'số 0905123456 sai' }, 400, 'dead', 'http-400 số […] sai'],
])('a gateway that answers %j with %i leaves the message %s', async (json, status, state, error) => {
  await set('sms', { on: true, config: { driver: gateway() }, secrets });
  await set('email', { on: false });
  answerWith(json, status);
  expect(await told()).toMatchObject({ state, error });
});

test('a chat service with approved templates gets only what it has a template for', async () => {
  await set('email', { on: false });
  const driver = gateway({ body: '{"phone":"{phone}","template_id":"{template}","template_data":{data},"tracking_id":"{id}"}', templates: { 'tides/alarm': '204912' }, answer: {} });
  await set('chat', { on: true, config: { driver }, secrets });
  expect(await told()).toMatchObject({ state: 'dead', error: 'no-template' });
  expect(await told('alarm', { code: 'A "1"' })).toMatchObject({ state: 'sent' });
  expect(receiver.received.map(({ body }) => JSON.parse(body) as object)).toMatchObject([{ template_id: '204912', template_data: { code: 'A "1"' } }]);
});

test('what a gateway entrusted is never shown, and its settings are checked before they are kept', async () => {
  await set('sms', { on: true, config: { driver: gateway() }, secrets });
  const text = await (await hue.request('/api/core/channels', { as: admin })).text();
  expect(text).toContain('"secrets":["receipt","signing","token"]');
  expect(['mot-ma', 'khoa-ky', 'bi-mat-bao-cao-sms'].filter((secret) => text.includes(secret))).toEqual([]);
  const { rows } = await hue.database(({ pool }) => pool.query('select * from core.channels, core.secrets, core.events'));
  expect(JSON.stringify(rows)).not.toContain('mot-ma');
  await set('sms', { on: true, config: { driver: gateway() }, secrets: { token: null } });
  expect(await (await hue.request('/api/core/channels', { as: admin })).text()).toContain('"secrets":["receipt","signing"]');
  const status = async (channel: string, config: object, more = {}) => (await set(channel, { on: true, config, ...more })).status;
  expect(await status('sms', { driver: gateway({ url: 'http://10.0.0.1/gui' }) })).toBe(422);
  expect(await status('sms', { driver: gateway({ body: '{"to":{phone}}' }) })).toBe(422);
  expect(await status('email', { driver: gateway() })).toBe(422);
  expect(await status('sms', {}, { secrets: { token: 'a\r\nX: y' } })).toBe(422);
  expect(await status('sms', {}, { secrets: { receipt: 'ngan' } })).toBe(422);
});

test('an administrator tries a channel on oneself, and each setting and trial is recorded', async () => {
  const trial = async (channel: string) => (await hue.request(`/api/core/channels/${channel}/test`, { method: 'POST', as: admin })).json();
  expect(await trial('email')).toEqual({ sent: true, reason: null });
  expect(mail.received.map((one) => one.to)).toMatchObject([{ text: 'quan-tri@hue.example' }]);
  expect(await trial('sms')).toMatchObject({ status: 409 });
  const { rows } = await hue.database(({ pool }) => pool.query<{ type: string; data: object }>(`select type, data from core.events where type like 'channel.%' order by id desc limit 1`));
  expect(rows).toEqual([{ type: 'channel.tried', data: { channel: 'email', sent: true } }]);
});

/** A browser: its keys, and what it reads of what a push service was given. */
function browser(path: string) {
  const ecdh = createECDH('prime256v1');
  const [publicKey, auth] = [ecdh.generateKeys(), randomBytes(16)];
  return {
    subscription: { endpoint: `${receiver.url}/${path}`, keys: { p256dh: publicKey.toString('base64url'), auth: auth.toString('base64url') } },
    read: (body: Buffer) => JSON.parse(ece.decrypt(body, { version: 'aes128gcm', privateKey: ecdh, dh: publicKey.toString('base64url'), authSecret: auth.toString('base64url') }).toString()) as object,
  };
}

test('a browser is told by web push, encrypted for it alone; one that is not subscribed any more is forgotten', async () => {
  await set('push', { on: true });
  await set('email', { on: false });
  const as = await hue.signIn({ name: 'co-trinh-duyet', roles: [] });
  const [one, two] = [browser('mot'), browser('hai')];
  for (const { subscription } of [one, two]) expect((await hue.request('/api/core/me/push-subscriptions', { as, json: { ...subscription, expirationTime: null } })).status).toBe(201);
  receiver.answer = ({ path }, response) => void response.writeHead(path === '/hai' ? 410 : 201).end();
  await tell(hue, 'news', { to: { account: await accountOf(hue, 'co-trinh-duyet') }, data: { code: 'T-5' }, link: '/trieu/5' });
  await world.settled();
  const [{ id, state }] = (await log()) as [Sending];
  expect(state).toBe('sent');
  const request = receiver.received.find(({ path }) => path === '/mot')!;
  expect(one.read(request.bytes)).toEqual({ id, title: 'Tin: T-5', body: 'Tin về T-5.', link: 'http://hue.localhost/trieu/5', lang: 'vi' });
  expect(request.headers['authorization']).toMatch(/^vapid t=.+, k=.+/);
  expect(request.headers['topic']).toBe(id.replaceAll('-', ''));
  const { publicKey, items } = (await (await hue.request('/api/core/me/push-subscriptions', { as })).json()) as { publicKey: string; items: { id: string }[] };
  expect([request.headers['authorization']!.includes(publicKey), items.length]).toEqual([true, 1]);
  const stored = JSON.stringify((await hue.database(({ pool }) => pool.query(`select encode(subscription, 'escape') as text from core.push_subscriptions`))).rows);
  expect(stored).not.toContain(receiver.url);
  const other = await hue.signIn({ name: 'nguoi-khac', roles: [] });
  const remove = (who: string) => hue.request(`/api/core/me/push-subscriptions/${items[0]!.id}`, { method: 'DELETE', as: who });
  expect([(await remove(other)).status, (await remove(as)).status, (await remove(as)).status]).toEqual([404, 204, 404]);
});

test('browsers are told at once, so that a push service that does not answer keeps none of the others waiting', async () => {
  await set('push', { on: true });
  await set('email', { on: false });
  const as = await hue.signIn({ name: 'nhieu-trinh-duyet', roles: [] });
  for (const name of ['mot', 'hai', 'ba']) await hue.request('/api/core/me/push-subscriptions', { as, json: { ...browser(name).subscription, expirationTime: null } });
  const waiting: ServerResponse[] = [];
  receiver.answer = (_request, response) => void waiting.push(response);
  await tell(hue, 'news', { to: { account: await accountOf(hue, 'nhieu-trinh-duyet') } });
  await expect.poll(() => waiting.length, { timeout: 5_000 }).toBe(3);
  for (const response of waiting) response.writeHead(201).end();
  await world.settled();
  expect((await log())[0]!.state).toBe('sent');
});

test('a browser whose push service says nothing for three days is forgotten; one that says that it is busy is kept', async () => {
  await set('push', { on: true });
  await set('email', { on: false });
  const as = await hue.signIn({ name: 'im-lang', roles: [] });
  for (const name of ['im', 'ban', 'luc-im']) await hue.request('/api/core/me/push-subscriptions', { as, json: { ...browser(name).subscription, expirationTime: null } });
  const silent = new Set(['/im', '/luc-im']);
  receiver.answer = ({ path }, response) => void (silent.has(path) ? response.destroy() : response.writeHead(503).end());
  const to = { account: await accountOf(hue, 'im-lang') };
  const tellAgain = async () => {
    clock.move({ days: 2 });
    receiver.received.length = 0;
    await tell(hue, 'news', { to });
    await world.settled();
    return receiver.received.map(({ path }) => path).toSorted();
  };
  expect(await tellAgain()).toEqual(['/ban', '/im', '/luc-im']);
  silent.delete('/luc-im');
  expect(await tellAgain()).toEqual(['/ban', '/im', '/luc-im']);
  silent.add('/luc-im');
  await tellAgain();
  expect(await tellAgain()).toEqual(['/ban', '/luc-im']);
});

test('a subscription of what is no browser is refused', async () => {
  const as = await hue.signIn({ name: 'khong-phai', roles: [] });
  const { subscription } = browser('x');
  const status = async (json: object) => (await hue.request('/api/core/me/push-subscriptions', { as, json })).status;
  expect(await status({ ...subscription, endpoint: 'http://10.0.0.1/x' })).toBe(422);
  expect(await status({ ...subscription, endpoint: 'file:///etc/passwd' })).toBe(422);
  expect(await status({ ...subscription, keys: { ...subscription.keys, auth: 'abc' } })).toBe(422);
  expect(await status({ endpoint: subscription.endpoint })).toBe(422);
});

test('a code to sign in goes through the gateway that the province has set up', async () => {
  await set('sms', { on: true, config: { driver: gateway() }, secrets });
  answerWith({ code: 0 });
  await world.kernel.sms.send({ to: '+84905123456', text: 'Mã 123456', province: 'hue' });
  expect(receiver.received.map(({ body }) => (JSON.parse(body) as { text: string }).text)).toEqual(['Mã 123456']);
  answerWith({}, 503);
  await expect(world.kernel.sms.send({ to: '+84905123456', text: 'Mã', province: 'hue' })).rejects.toThrow('http-503');
});
