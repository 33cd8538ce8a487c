import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { testClock } from '../kit/test-clock.ts';
import { sentMail } from '../kit/test-mail.ts';
import { type TestProvince, testWorld, type TestWorld } from '../kit/testing.ts';
import type { Address } from '../plugin/context.ts';
import { accountOf, noticesPlugin, tell } from '../kit/test-notices.ts';

vi.setConfig({ testTimeout: 30_000 });

const noon = '2027-03-01T12:00:00+07:00';
const clock = testClock(noon);
const owners = new Map<string, Address>();
let world: TestWorld;
let hue: TestProvince;
let admin: string;
let citizen: string;
let account: string;
let seen = 0;

beforeAll(async () => {
  world = await testWorld({ plugins: [noticesPlugin(owners)], now: clock.now });
  hue = world.province('hue');
  await hue.role('admin', [{ permission: 'channel:manage' }]);
  await hue.role('citizen', []);
  admin = await hue.signIn({ name: 'quan-tri', roles: ['admin'], agency: 'so-xay-dung' });
  citizen = await hue.signIn({ name: 'cong-dan', roles: ['citizen'] });
  account = await accountOf(hue, 'cong-dan');
});
beforeEach(async () => {
  clock.set(noon);
  await hue.database(({ db }) => db.deleteFrom('core.messages').execute());
  await hue.request('/api/core/me/preferences', { method: 'PUT', as: citizen, json: { quiet: { from: '21:00', until: '07:00' }, language: 'vi' } });
  seen = (await sentMail(world.dataDir)).length;
});
afterAll(() => world[Symbol.asyncDispose]());

interface Sending {
  readonly id: string;
  readonly state: string;
  readonly channel: string;
  readonly to: string | null;
  readonly error: string | null;
  readonly dueAt: string | null;
}
const log = async (query = ''): Promise<Sending[]> => ((await (await hue.request(`/api/core/messages${query}`, { as: admin })).json()) as { items: Sending[] }).items;
const fresh = async () => {
  await world.settled();
  return (await sentMail(world.dataDir)).slice(seen);
};
/** Moves the clock there; what waits until then is due. */
const when = async (time: string) => {
  clock.set(time);
  await hue.database(({ db }) => sql`update core.tasks set due_at = now() where plugin = 'core' and job = 'send-message' and due_at < 'infinity'`.execute(db));
  world.kernel.committed(hue.now());
};
const choose = (kind: string, channel: string, choice: string, as = citizen) => hue.request('/api/core/me/preferences', { method: 'PUT', as, json: { items: [{ kind, channel, choice }] } });
const gather = async (hour: string) => {
  clock.set(hour);
  await hue.database(({ db }) => sql`insert into core.tasks (plugin, job) values ('core', 'gather-digests')`.execute(db));
  world.kernel.committed(hue.now());
  await world.settled();
};

test('somebody with an account is told by mail, once, in both forms, with a link and a way to end it', async () => {
  await tell(hue, 'news', { to: { account }, data: { code: 'T-1' }, link: '/trieu/1' });
  const [mail, ...more] = await fresh();
  expect(more).toEqual([]);
  expect([mail!.to, mail!.subject, mail!.link]).toEqual(['cong-dan@hue.example', 'Tin: T-1', 'http://hue.localhost/trieu/1']);
  expect(await log()).toMatchObject([{ channel: 'email', state: 'sent', to: 'c***@h***.example', error: null }]);
});

test('the words are those of the language that its reader chose', async () => {
  await hue.request('/api/core/me/preferences', { method: 'PUT', as: citizen, json: { language: 'en' } });
  await tell(hue, 'news', { to: { account }, data: { code: 'T-2' } });
  expect(await fresh()).toMatchObject([{ subject: 'News: T-2' }]);
});

test('an agency is told through its members, those who left aside', async () => {
  await hue.signIn({ name: 'da-nghi', roles: ['citizen'], agency: 'so-xay-dung' });
  await hue.database(async ({ db }) => db.updateTable('core.members').set({ disabled_at: clock.now() }).where('account', '=', await accountOf(hue, 'da-nghi')).execute());
  await tell(hue, 'news', { to: { agency: 'so-xay-dung' } });
  expect((await fresh()).map(({ to }) => to)).toEqual(['quan-tri@hue.example']);
});

test('whoever belongs to a subject is found when the message is sent; nobody is told when there is nobody any more', async () => {
  owners.set('hue/gio-1', { email: 'khach@vidu.vn', secret: 'ma-theo-dõi', language: 'en' });
  await tell(hue, 'news', { to: { subject: 'gio-1' }, data: { code: 'T-3' }, link: '/trieu/3' });
  expect(await fresh()).toMatchObject([{ to: 'khach@vidu.vn', subject: 'News: T-3', link: 'http://hue.localhost/trieu/3#ma-theo-d%C3%B5i' }]);

  clock.set('2027-03-01T23:00:00+07:00');
  await tell(hue, 'news', { to: { subject: 'gio-1' } });
  await world.settled();
  owners.delete('hue/gio-1');
  await when('2027-03-02T07:00:00+07:00');
  expect(await fresh()).toHaveLength(1);
  expect((await log())[0]).toMatchObject({ state: 'withheld', error: 'no-address' });
});

test('neither tasks nor events nor logs nor what is stored of messages hold an address or a secret', async () => {
  owners.set('hue/gio-2', { email: 'kin-dao@vidu.vn', phone: '+84905123456', secret: 'ma-rat-kin' });
  clock.set('2027-03-01T23:00:00+07:00');
  await tell(hue, 'news', { to: { subject: 'gio-2' }, link: '/trieu/4' });
  await world.settled();
  await when('2027-03-02T07:00:00+07:00');
  expect(await fresh()).toMatchObject([{ to: 'kin-dao@vidu.vn' }]);
  const { rows } = await hue.database(({ pool }) =>
    pool.query<{ text: string }>('select row_to_json(t)::text as text from core.tasks t union all select row_to_json(e)::text from core.events e union all select row_to_json(m)::text from core.messages m union all select row_to_json(s)::text from core.sends s'),
  );
  const everything = JSON.stringify([rows, world.logged]);
  expect(['kin-dao@', '905123456', 'ma-rat-kin'].filter((one) => everything.includes(one))).toEqual([]);
});

test('at night only what is urgent goes out; the rest comes at seven', async () => {
  clock.set('2027-03-01T21:00:00+07:00');
  await tell(hue, 'news', { to: { account }, data: { code: 'T-5' } });
  await tell(hue, 'alarm', { to: { account }, data: { code: 'T-6' } });
  expect((await fresh()).map(({ subject }) => subject)).toEqual(['Báo động: T-6']);
  expect(await log('?state=waiting')).toMatchObject([{ dueAt: '2027-03-02T00:00:00.000Z' }]);
  await when('2027-03-02T06:59:00+07:00');
  expect(await fresh()).toHaveLength(1);
  await when('2027-03-02T07:00:00+07:00');
  expect((await fresh()).map(({ subject }) => subject)).toEqual(['Báo động: T-6', 'Tin: T-5']);
});

test('several messages become one on the hour, and each of them is noted as sent', async () => {
  for (const code of ['T-7', 'T-8', 'T-9']) await tell(hue, 'digest', { to: { account }, data: { code }, link: `/trieu/${code}` });
  expect(await fresh()).toEqual([]);
  await gather('2027-03-01T12:59:00+07:00');
  expect(await fresh()).toEqual([]);
  await gather('2027-03-01T13:00:00+07:00');
  const [digest, ...more] = await fresh();
  expect([digest!.subject, more]).toEqual([expect.stringMatching(/: 3 tin mới$/), []]);
  for (const code of ['T-7', 'T-8', 'T-9']) expect(digest!.text).toContain(`http://hue.localhost/trieu/${code}`);
  expect((await log()).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
  await gather('2027-03-01T14:00:00+07:00');
  expect(await fresh()).toHaveLength(1);
});

test('people choose a digest or nothing for each kind and channel; what is urgent is not put off', async () => {
  await choose('tides/news', 'email', 'daily');
  await choose('tides/alarm', 'email', 'hourly');
  await choose('tides/digest', 'email', 'off');
  for (const kind of ['news', 'alarm', 'digest']) await tell(hue, kind, { to: { account }, data: { code: 'T-10' } });
  expect((await fresh()).map(({ subject }) => subject)).toEqual(['Báo động: T-10']);
  expect(await log('?state=held')).toMatchObject([{ dueAt: '2027-03-02T01:00:00.000Z' }]);
  await choose('tides/news', 'email', 'off');
  await gather('2027-03-02T08:00:00+07:00');
  expect(await fresh()).toHaveLength(1);
  expect((await log('?state=withheld')).map(({ error }) => error)).toEqual(['unwanted']);
  for (const kind of ['news', 'alarm', 'digest']) await choose(`tides/${kind}`, 'email', 'on');
});

test('nobody gets more in an hour than the province allows; the rest follows when there is room', async () => {
  await hue.request('/api/core/channels/email', { method: 'PUT', as: admin, json: { on: true, config: { caps: { personHour: 2 } } } });
  for (const code of ['a', 'b', 'c']) await tell(hue, 'news', { to: { account }, data: { code } });
  expect(await fresh()).toHaveLength(2);
  expect(await log('?state=waiting')).toMatchObject([{ dueAt: '2027-03-01T06:00:00.000Z' }]);
  await tell(hue, 'news', { to: { agency: 'so-xay-dung' } });
  expect(await fresh()).toHaveLength(3);
  await when('2027-03-01T13:00:01+07:00');
  expect(await fresh()).toHaveLength(4);
});

test('nor the province more in a day than it set itself', async () => {
  await hue.request('/api/core/channels/email', { method: 'PUT', as: admin, json: { on: true, config: { caps: { provinceDay: 1 } } } });
  await tell(hue, 'alarm', { to: { account } });
  await tell(hue, 'alarm', { to: { agency: 'so-xay-dung' } });
  expect(await fresh()).toHaveLength(1);
  await when('2027-03-02T00:00:00+07:00');
  expect(await fresh()).toHaveLength(2);
  await hue.request('/api/core/channels/email', { method: 'PUT', as: admin, json: { on: true } });
});

test('a channel that is off sends nothing', async () => {
  await hue.request('/api/core/channels/email', { method: 'PUT', as: admin, json: { on: false } });
  await tell(hue, 'news', { to: { account } });
  expect([await fresh(), await log()]).toEqual([[], []]);
  await hue.request('/api/core/channels/email', { method: 'PUT', as: admin, json: { on: true } });
});

test('what was sent is not sent again by a task that comes twice', async () => {
  await tell(hue, 'news', { to: { account } });
  await fresh();
  const [{ id }] = (await log()) as [Sending];
  await hue.database(({ db }) => sql`insert into core.tasks (plugin, job, payload) values ('core', 'send-message', ${JSON.stringify({ send: id })})`.execute(db));
  world.kernel.committed(hue.now());
  expect(await fresh()).toHaveLength(1);
});

test('a module says what it may tell: anything else fails the change that would tell it', async () => {
  const fails = (message: string, telling: object) => expect(tell(hue, message, { to: { account }, ...telling })).rejects;
  await fails('secret', {}).toThrow('not declared');
  await fails('news', { data: {} }).toThrow('lacks code');
  await fails('news', { link: '//ke-xau.vn/' as never }).toThrow('path');
  await fails('news', { link: '/a#ma' as never }).toThrow('path');
  await fails('news', { data: { code: 'x'.repeat(501) } }).toThrow('longer');
});

test('the log of messages and the marks of dead addresses are kept for a year', async () => {
  await tell(hue, 'news', { to: { account } });
  await fresh();
  await hue.database(({ db }) => db.insertInto('core.unreachable').values({ channel: 'email', recipient: Buffer.from('x'), at: clock.now() }).execute());
  const retain = async () => {
    await hue.database(({ db }) => sql`insert into core.tasks (plugin, job, payload) select 'core', 'retain', jsonb_build_object('module', 'core', 'rule', rule) from unnest(array['messages', 'unreachable']) as rule`.execute(db));
    world.kernel.committed(hue.now());
    await world.settled();
    const { rows } = await hue.database(({ pool }) => pool.query('select (select count(*) from core.sends)::int as sends, (select count(*) from core.unreachable)::int as marks'));
    return rows[0] as object;
  };
  clock.move({ days: 364 });
  expect(await retain()).toEqual({ sends: 1, marks: 1 });
  clock.move({ days: 3 });
  expect(await retain()).toEqual({ sends: 0, marks: 0 });
});

test('an erased account leaves no message, no preference and no subscription behind', async () => {
  await hue.signIn({ name: 'ra-di', roles: ['citizen'] });
  const gone = await accountOf(hue, 'ra-di');
  await tell(hue, 'news', { to: { account: gone } });
  await fresh();
  const held = () => hue.database(async ({ pool }) => (await pool.query('select (select count(*) from core.messages where account = $1)::int + (select count(*) from core.sends where account = $1)::int as count', [gone])).rows[0] as { count: number });
  expect(await held()).toEqual({ count: 2 });
  const { eraseAccount } = await import('../personal-data/erase-account.ts');
  await eraseAccount(world.kernel, hue.now(), gone);
  expect(await held()).toEqual({ count: 0 });
  await tell(hue, 'news', { to: { account: gone } });
  await world.settled();
  expect(await held()).toEqual({ count: 0 });
});
