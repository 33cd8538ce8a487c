import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { forgetOld } from '../events/idempotency.ts';
import { barePlugin } from '../kit/bare-plugin.ts';
import { testTemplate, testWorld, type TestProvince, type TestWorld } from '../kit/testing.ts';
import type { OneStatementChange } from '../plugin/context.ts';
import { created, routeOf } from '../plugin/route.ts';

interface Notes {
  tables: { notes: { id: string; text: string } };
  settings: object;
  events: { 'note.written': { text: string } };
  jobs: { file: object };
}

const body = z.strictObject({ text: z.string(), files: z.array(z.uuid()).default([]) });
const answers = { 201: { description: 'written' } };
const route = routeOf<Notes>();

const writeNote: OneStatementChange = {
  values: { id: 'text', text: 'text', files: 'uuid[]' },
  rows: 'insert into notes.notes (id, text) select id, text from given returning *',
  event: { type: 'note.written', data: `jsonb_build_object('text', change.text)` },
  files: 'given.files',
  result: `json_build_object('id', change.id)`,
};

const notes = barePlugin<Notes>({
  id: 'notes',
  migrations: { '0001-notes': { up: async (db) => void (await sql`create table notes.notes (id text primary key, text text check (text <> 'không lưu được'))`.execute(db)) } },
  events: { publishes: { 'note.written': { title: { vi: 'Đã ghi' }, visibleTo: 'public', data: z.object({ text: z.string() }) } }, consumes: { 'note.written': ['file'] } },
  jobs: { file: { title: { vi: 'Lưu' }, timeoutSeconds: 5, run: async () => {} } },
  routes: [
    route({
      method: 'post',
      path: '/in-a-transaction',
      access: 'public',
      summary: { vi: 'Ghi' },
      body,
      answers,
      handle: async (ctx, { body: { text, files } }) =>
        created(
          await ctx.change(async (trx) => {
            const id = randomUUID();
            await trx.insertInto('notes').values({ id, text }).execute();
            await ctx.attach(trx, files, id);
            ctx.publish(trx, 'note.written', { subject: id, data: { text } });
            return { id };
          }),
        ),
    }),
    route({
      method: 'post',
      path: '/in-one-statement',
      access: 'public',
      summary: { vi: 'Ghi' },
      body,
      answers,
      handle: async (ctx, { body: { text, files } }) => created(await ctx.changeInOneStatement(writeNote, { id: randomUUID(), text, files })),
    }),
  ],
});

let world: TestWorld;
let hue: TestProvince;

beforeAll(async () => {
  world = await testWorld({ plugins: [notes, barePlugin({ id: 'others' })], provinces: [testTemplate('hue')] });
  hue = world.province('hue');
});
afterAll(() => world[Symbol.asyncDispose]());

async function write(how: string, text: string, { key, files = [], as }: { key?: string; files?: readonly string[]; as?: string } = {}) {
  const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
  const answer = await hue.request(`/api/notes/${how}`, { json: { text, files }, headers, ...(as !== undefined && { as }) });
  return { status: answer.status, ...((await answer.json()) as { id?: string; code?: string }) };
}

/** What is stored of a note: its rows, and the events that tell of them. */
async function stored(text: string): Promise<{ rows: number; events: number }> {
  const found = await hue.database(({ pool }) =>
    pool.query<{ rows: number; events: number }>(
      `select (select count(*) from notes.notes where text = $1) as rows, (select count(*) from core.events where data->>'text' = $1) as events`,
      [text],
    ),
  );
  return found.rows[0]!;
}
const once = { rows: 1, events: 1 };
const nothing = { rows: 0, events: 0 };

async function file(plugin = 'notes'): Promise<string> {
  const id = randomUUID();
  await hue.database(({ db }) => db.insertInto('core.files').values({ id, plugin, subject: null, media_type: 'image/webp', size: 1, width: 1, height: 1 }).execute());
  return id;
}

describe.each(['in-a-transaction', 'in-one-statement'])('a change %s', (how) => {
  test('that is sent again with its key is answered as the first time, and stored once', async () => {
    const text = `${how}: gửi lại`;
    const key = randomUUID();
    const first = await write(how, text, { key });
    expect(first).toMatchObject({ status: 201, id: expect.any(String) as string });
    expect(await write(how, text, { key })).toEqual(first);
    expect(await stored(text)).toEqual(once);
  });

  test('that is sent ten times at once is stored once, and all ten have the same answer', async () => {
    const text = `${how}: mười lần`;
    const key = randomUUID();
    const all = await Promise.all(Array.from({ length: 10 }, () => write(how, text, { key })));
    expect(new Set(all.map(({ status, id }) => `${status} ${id}`)).size).toBe(1);
    expect(all[0]?.status).toBe(201);
    expect(await stored(text)).toEqual(once);
  });

  test('whose key was used for another text is refused, and not stored', async () => {
    const key = randomUUID();
    await write(how, `${how}: khóa cũ`, { key });
    expect(await write(how, `${how}: nội dung khác`, { key })).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
    expect(await stored(`${how}: nội dung khác`)).toEqual(nothing);
  });

  test('with a key that somebody else uses too is their own', async () => {
    const text = `${how}: trùng khóa`;
    const key = randomUUID();
    const [a, b] = [await hue.signIn({ name: `a-${how}`, roles: [] }), await hue.signIn({ name: `b-${how}`, roles: [] })];
    const ids = await Promise.all([undefined, a, b].map(async (as) => (await write(how, text, { key, ...(as !== undefined && { as }) })).id));
    expect(new Set(ids).size).toBe(3);
    expect(await stored(text)).toEqual({ rows: 3, events: 3 });
  });

  test('that failed keeps nothing, and its key can be used again', async () => {
    const key = randomUUID();
    expect((await write(how, 'không lưu được', { key })).status).toBe(500);
    expect(await stored('không lưu được')).toEqual(nothing);
    expect((await write(how, `${how}: lần sau`, { key })).status).toBe(201);
  });

  test('takes its pictures with it: all of them, each only once, and none of another module', async () => {
    const [mine, used, foreign] = [await file(), await file(), await file('others')];
    expect((await write(how, `${how}: có ảnh`, { files: [used] })).status).toBe(201);
    for (const wrong of [[mine, used], [mine, foreign], [mine, randomUUID()]]) {
      const key = randomUUID();
      expect(await write(how, `${how}: ảnh sai`, { key, files: wrong })).toMatchObject({ status: 422, code: 'invalid-input' });
    }
    expect(await stored(`${how}: ảnh sai`)).toEqual(nothing);
    const { id } = await write(how, `${how}: ảnh đúng`, { files: [mine] });
    const kept = await hue.database(({ db }) => db.selectFrom('core.files').select(['id', 'subject']).where('id', 'in', [mine, foreign]).orderBy('plugin').execute());
    expect(kept).toEqual([{ id: mine, subject: id }, { id: foreign, subject: null }]);
  });
});

test('the same key at another address is another request', async () => {
  const key = randomUUID();
  const [a, b] = [await write('in-a-transaction', 'hai địa chỉ', { key }), await write('in-one-statement', 'hai địa chỉ', { key })];
  expect(a.id).not.toBe(b.id);
  expect(await stored('hai địa chỉ')).toEqual({ rows: 2, events: 2 });
});

test('an answer is kept for a day, and then forgotten', async () => {
  const key = randomUUID();
  const { id } = await write('in-a-transaction', 'một ngày', { key });
  const age = (hours: number) =>
    hue.database(async ({ db }) => {
      await sql`update core.idempotency set created_at = now() - make_interval(hours => ${hours})`.execute(db);
      await forgetOld(db);
    });
  await age(23);
  expect((await write('in-a-transaction', 'một ngày', { key })).id).toBe(id);
  await age(25);
  expect((await write('in-a-transaction', 'một ngày', { key })).id).not.toBe(id);
});

test.each(['', 'a key with spaces', 'x'.repeat(201)])('a key that is no key ("%s") is refused', async (key) => {
  const refused = await hue.request('/api/notes/in-a-transaction', { json: { text: 'x' }, headers: { 'idempotency-key': key } });
  expect(refused.status).toBe(422);
});

test('changes that arrive together are stored together, those of a repeated key once, and one that cannot be stored harms no other', async () => {
  const texts = Array.from({ length: 20 }, (_, i) => `cùng lúc ${i}`);
  const answers = await Promise.all([
    ...texts.map((text) => write('in-one-statement', text, { key: `key-of-${text.at(-1)}-${text.length}` })),
    write('in-one-statement', texts[0]!, { key: `key-of-${texts[0]!.at(-1)}-${texts[0]!.length}` }),
    write('in-one-statement', 'không lưu được'),
    write('in-one-statement', 'ảnh của ai', { files: [randomUUID()] }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([...texts.map(() => 201), 201, 500, 422]);
  expect(answers[20]!.id).toBe(answers[0]!.id);
  expect(new Set(answers.slice(0, 20).map(({ id }) => id)).size).toBe(20);
  expect(await Promise.all(texts.map(stored))).toEqual(texts.map(() => once));
  expect(await stored('ảnh của ai')).toEqual({ rows: 0, events: 0 });
});
