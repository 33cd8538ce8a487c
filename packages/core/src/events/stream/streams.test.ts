import { get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type EventReader, eventReader } from '../../kit/event-reader.ts';
import { bulletin, happen, post } from '../../kit/test-bulletin.ts';
import { testWorld, type TestProvince, type TestRequest, type TestWorld } from '../../kit/testing.ts';

let world: TestWorld;
let hue: TestProvince;
const open: EventReader[] = [];

beforeAll(async () => {
  world = await testWorld({ plugins: [bulletin] });
  hue = world.province('hue');
  const role = (id: string, ...grants: object[]) => ({ id, title: '{"vi":"Vai"}', grants: JSON.stringify(grants) });
  await hue.database(({ db }) =>
    db
      .insertInto('core.roles')
      .values([role('reader', { permission: 'case:read' }), role('local', { permission: 'case:read', when: { commune: { $in: '$mine.communes' } } }), role('nothing'), role('switcher', { permission: 'module:manage' })])
      .execute(),
  );
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((reader) => reader.leave()));
});
afterAll(() => world[Symbol.asyncDispose]());

async function read(query = '', init: TestRequest = {}, at = hue): Promise<EventReader> {
  const response = await at.request(`/api/events/stream${query}`, init);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  const reader = eventReader(response);
  open.push(reader);
  // Its place is known: what happens from here on is for this reader.
  await expect.poll(reader.lastId).not.toBe('');
  return reader;
}
const subjects = ({ seen }: EventReader) => seen.flatMap(({ event, data }) => (event === undefined ? [(JSON.parse(data) as { subject: string }).subject] : []));
const reasonOf = ({ seen }: EventReader) => seen.flatMap(({ event, data }) => (event === 'end' ? [(JSON.parse(data) as { reason: string }).reason] : []))[0];
/** Within a second, as promised. */
const within = { timeout: 1_000, interval: 10 };
const position = () => hue.database(async ({ pool }) => Number((await pool.query('select max(position) as at from core.events')).rows[0].at));

test('what happens is seen within a second, with its place, its type and the data that its module declares', async () => {
  const reader = await read();
  await happen(hue, ['post.published', 'a', { title: 'Tin a', secret: 'x' } as never]);
  await expect.poll(() => reader.seen.length, within).toBe(1);
  const [{ id, data }] = reader.seen as [{ id: string; data: string }];
  expect(JSON.parse(data)).toEqual({
    type: 'bulletin/post.published',
    subject: 'a',
    position: Number(id),
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
    data: { title: 'Tin a' },
  });
});

test('everybody sees what they may see, and no more', async () => {
  const officer = (name: string, roles: string[], more: object) => hue.signIn({ name, roles, ...more });
  const readers = {
    nobody: await read(),
    reader: await read('', { as: await officer('doc', ['reader'], {}) }),
    local: await read('', { as: await officer('dia-ban', ['local'], { communes: ['19789'] }) }),
    construction: await read('', { as: await officer('xay-dung', ['nothing'], { agency: 'so-xay-dung' }) }),
    key: await read('', { as: await hue.key(['case:read']) }),
    filtered: await read('?types=bulletin/post.published'),
    module: await read('?types=bulletin/*', { as: await hue.key(['case:read', 'audit:read']) }),
  };
  await happen(hue,
    post('p'),
    ['case.moved', 'c1', { commune: '19789' }],
    ['case.moved', 'c2', { commune: '19900' }],
    ['order.given', 'o1', {}, 'so-xay-dung'],
    ['order.given', 'o2', {}, 'ioc'],
  );
  await world.settled();
  const seen = () => Object.fromEntries(Object.entries(readers).map(([name, reader]) => [name, subjects(reader)]));
  await expect.poll(seen, within).toEqual({
    nobody: ['p'],
    reader: ['p', 'c1', 'c2'],
    local: ['p', 'c1'],
    construction: ['p', 'o1'],
    key: ['p', 'c1', 'c2'],
    filtered: ['p'],
    module: ['p', 'c1', 'c2'],
  });
});

test('who comes back with the last id they saw gets what they missed, once and in order', async () => {
  const reader = await read();
  await happen(hue, post('before'));
  await expect.poll(() => subjects(reader), within).toEqual(['before']);
  await reader.leave();
  for (const subject of ['m1', 'm2', 'm3']) await happen(hue, post(subject));
  await world.settled();
  const back = await read('', { headers: { 'last-event-id': reader.lastId() } });
  await happen(hue, post('after'));
  await expect.poll(() => subjects(back), within).toEqual(['m1', 'm2', 'm3', 'after']);
  // The header of a browser that connects again knows better than the address it began with.
  const other = await read(`?since=0`, { headers: { 'last-event-id': back.lastId() } });
  expect(subjects(other)).toEqual([]);
});

test('who comes back from further than memory reaches is brought up from the log, without a gap', async () => {
  const from = await position();
  await hue.database(({ db }) =>
    // Among them some hundreds of a module that is not there.
    sql`insert into core.events (plugin, type, subject, actor_kind, data)
      select case when n between 301 and 1000 then 'khac' else 'bulletin' end, 'post.published', 'old' || n, 'system', '{"title":"x"}' from generate_series(1, 2200) as n`.execute(db),
  );
  await world.settled();
  // The memory of a node that has just started.
  const fresh = await read(`?since=${from}`);
  await happen(hue, post('newest'));
  await expect.poll(() => subjects(fresh).length, { timeout: 5_000 }).toBe(1_501);
  const shown = Array.from({ length: 2_200 }, (_, n) => n + 1).filter((n) => n < 301 || n > 1_000);
  expect(subjects(fresh)).toEqual([...shown.map((n) => `old${n}`), 'newest']);
});

test('who was away for too long is told to read anew, and goes on from now', async () => {
  const from = await position();
  await hue.database(({ db }) =>
    sql`insert into core.events (plugin, type, subject, actor_kind, data) select 'bulletin', 'post.published', 'flood' || n, 'system', '{"title":"x"}' from generate_series(1, 10001) as n`.execute(db),
  );
  await world.settled();
  const late = await read(`?since=${from}`);
  await happen(hue, post('now'));
  await expect.poll(() => subjects(late), within).toEqual(['now']);
  expect(late.seen[0]).toMatchObject({ event: 'reset' });
});

test('a place ahead of the log is of another log: its reader begins now', async () => {
  const reader = await read('', { headers: { 'last-event-id': '999999999' } });
  await happen(hue, post('here'));
  await expect.poll(() => subjects(reader), within).toEqual(['here']);
});

test.each(['?since=-1', '?since=x', '?types=bulletin', '?types=bulletin/post.publshed', '?types=', '?other=1'])('a question that cannot be meant is refused: %s', async (query) => {
  expect((await hue.request(`/api/events/stream${query}`)).status).toBe(422);
});

test('a last id that is no place is refused, and so is a session that is none', async () => {
  expect((await hue.request('/api/events/stream', { headers: { 'last-event-id': 'x' } })).status).toBe(422);
  expect((await hue.request('/api/events/stream', { as: 'ttk_khong-co-khoa-nay' })).status).toBe(401);
});

test('asked for its headers only, it opens no stream', async () => {
  const response = await hue.request('/api/events/stream', { method: 'HEAD' });
  expect([response.status, response.headers.get('content-type'), response.body]).toEqual([200, 'text/event-stream; charset=utf-8', null]);
});

test('a stream ends within a second when its right ends: a role taken away, a session signed out, a key revoked', async () => {
  const session = await hue.signIn({ name: 'mat-vai', roles: ['reader'] });
  const demoted = await read('', { as: session });
  const leaving = await hue.signIn({ name: 'di-ra', roles: ['reader'] });
  const signedOut = await read('', { as: leaving });
  const key = await hue.key(['case:read']);
  const revoked = await read('', { as: key });
  const [nobody, unconcerned] = [await read(), await read('', { as: await hue.signIn({ name: 'o-lai', roles: ['reader'] }) })];

  await hue.database(({ db }) => sql`update core.members set roles = '{nothing}' where account = (select id from identity."user" where name = 'mat-vai')`.execute(db));
  await hue.database(({ db }) => sql`update core.api_keys set revoked_at = now() where scopes = '{case:read}'`.execute(db));
  world.kernel.registry.bus.send({ topic: 'access', province: 'hue' });
  await hue.request('/api/auth/sign-out', { method: 'POST', as: leaving });
  for (const reader of [demoted, revoked, signedOut]) {
    await expect.poll(() => reasonOf(reader), within).toBe('access-changed');
    await reader.ended;
  }
  await happen(hue, ['case.moved', 'later', { commune: '19789' }], post('later-too'));
  await expect.poll(() => subjects(unconcerned), within).toEqual(['later', 'later-too']);
  expect([subjects(demoted), subjects(revoked), subjects(signedOut), subjects(nobody)]).toEqual([[], [], [], ['later-too']]);
  // Whoever comes back is who they are now.
  const again = await read('', { as: session });
  await happen(hue, ['case.moved', 'hidden', { commune: '19789' }], post('open'));
  await expect.poll(() => subjects(again), within).toEqual(['open']);
});

test('a stream left open keeps no session awake: nobody sits there', async () => {
  await read('', { as: await hue.signIn({ name: 'bo-quen', roles: ['reader'] }) });
  // Asked after the one before, so that it tells when that one has been asked.
  const key = await hue.key(['audit:read']);
  const last = await read('', { as: key });
  const own = sql`"userId" = (select id from identity."user" where name = 'bo-quen')`;
  await hue.database(async ({ db }) => {
    await sql`update identity.session set "seenAt" = now() - interval '11 hours' where ${own}`.execute(db);
    await sql`update core.api_keys set revoked_at = now() where scopes = '{audit:read}'`.execute(db);
  });
  world.kernel.registry.bus.send({ topic: 'access', province: 'hue' });
  await expect.poll(() => reasonOf(last), within).toBe('access-changed');
  const { rows } = await hue.database(({ db }) => sql<{ idle: boolean }>`select "seenAt" < now() - interval '11 hours' as idle from identity.session where ${own}`.execute(db));
  expect(rows).toEqual([{ idle: true }]);
});

test('a stream ends when its module is switched off, and when the province is suspended', async () => {
  const admin = await hue.signIn({ name: 'cong-tac', roles: ['switcher'] });
  const reader = await read();
  await hue.request('/api/core/modules/bulletin/disable', { method: 'POST', as: admin });
  await expect.poll(() => reasonOf(reader), within).toBe('access-changed');
  await hue.request('/api/core/modules/bulletin/enable', { method: 'POST', as: admin });

  const [here, there] = [await read(), await read('', {}, world.province('dak-lak'))];
  const state = async (to: 'suspended' | 'active') => {
    await world.kernel.registry.db.updateTable('registry.provinces').set({ state: to }).where('id', '=', 'hue').execute();
    await world.kernel.registry.changed('hue');
  };
  await state('suspended');
  await expect.poll(() => reasonOf(here), within).toBe('province-suspended');
  await state('active');
  expect(there.seen).toEqual([]);
});

test('what happens in one province is not seen in the other', async () => {
  const dakLak = world.province('dak-lak');
  const [here, there] = [await read(), await read('?since=0', {}, dakLak)];
  await Promise.all([happen(hue, post('of-hue')), happen(dakLak, post('of-dak-lak'))]);
  await expect.poll(() => [subjects(here), subjects(there)], within).toEqual([['of-hue'], ['of-dak-lak']]);
});

/** A connection that takes the headers and then nothing more. */
function stuckReader(port: number): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: '/api/events/stream', headers: { host: hue.host }, agent: false }, (answer) => resolve(answer.pause())).on('error', reject);
  });
}

test('a reader who does not keep up is dropped with the reason, and the others go on', async () => {
  const stuck = await stuckReader(await world.listen());
  const reader = await read();
  const text = 'x'.repeat(8_000);
  const count = 3_000;
  for (let n = 0; n < count; n += 500) {
    await hue.database(({ db }) =>
      sql`insert into core.events (plugin, type, subject, actor_kind, data) select 'bulletin', 'post.published', n, 'system', jsonb_build_object('title', ${text}::text) from generate_series(1, 500) as n`.execute(db),
    );
    await world.settled();
  }
  await expect.poll(() => reader.seen.length, { timeout: 10_000 }).toBe(count);
  // It takes nothing for ten seconds, although there is something for it.
  await sleep(11_000);
  // 24 MB were sent to whoever took them; of those, the stuck one finds what its socket held, and why it ends.
  let taken = '';
  for await (const chunk of stuck) taken += String(chunk);
  expect(taken.length).toBeLessThan(count * text.length);
  expect(taken).toMatch(/event: end\ndata: \{"reason":"too-slow"\}\n\n$/);
}, 60_000);
