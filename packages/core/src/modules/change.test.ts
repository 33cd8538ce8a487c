import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { forgetOld } from '../events/idempotency.ts';
import { barePlugin } from '../kit/bare-plugin.ts';
import { testTemplate, testWorld, type TestProvince, type TestWorld } from '../kit/testing.ts';
import type { OneStatementChange } from '../plugin/context.ts';
import { created, ok, routeOf } from '../plugin/route.ts';

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

/** Only the first note of a title is made: whose note it is, is written before. */
const writeOnce: OneStatementChange = {
  values: { id: 'text', text: 'text', files: 'uuid[]' },
  before: ['insert into notes.titles (text, note) select distinct on (text) text, id from given order by text, id on conflict do nothing returning note'],
  rows: 'insert into notes.notes (id, text) select given.id, given.text from given join before_0 on before_0.note = given.id returning *',
  event: { type: 'note.written', data: `jsonb_build_object('text', change.text)` },
  files: 'given.files',
  result: `json_build_object('id', change.id)`,
};

const notes = barePlugin<Notes>({
  id: 'notes',
  migrations: {
    '0001-notes': {
      async up(db) {
        await sql`create table notes.notes (id text primary key, text text check (text <> 'không lưu được'))`.execute(db);
        await sql`create table notes.titles (text text primary key, note text not null)`.execute(db);
      },
    },
  },
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
    route({
      method: 'post',
      path: '/once',
      access: 'public',
      summary: { vi: 'Ghi một lần' },
      body,
      answers: { ...answers, 200: { description: 'somebody else wrote it' } },
      async handle(ctx, { body: { text, files } }) {
        const made = await ctx.changeInOneStatement(writeOnce, { id: randomUUID(), text, files });
        return made === undefined ? ok({ code: 'left-out' }) : created(made);
      },
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

describe('a change that its `rows` may leave out', () => {
  const leftOut = { status: 200, code: 'left-out' };

  test('writes nothing where it is left out: no row, no event, no task, and its pictures are still to be had', async () => {
    const [first, picture] = [await file(), await file()];
    expect((await write('once', 'chỉ một lần', { files: [first] })).status).toBe(201);
    expect(await write('once', 'chỉ một lần', { files: [picture] })).toEqual(leftOut);
    expect(await stored('chỉ một lần')).toEqual(once);
    expect((await write('once', 'lần khác', { files: [picture] })).status).toBe(201);
  });

  test('is answered as the first time when it is sent again with its key, although by now it would be left out', async () => {
    const key = randomUUID();
    const first = await write('once', 'gửi lại một lần', { key });
    expect(first).toMatchObject({ status: 201, id: expect.any(String) as string });
    expect(await write('once', 'gửi lại một lần', { key })).toEqual(first);
    expect(await write('once', 'gửi lại một lần', { key: randomUUID() })).toEqual(leftOut);
    expect(await stored('gửi lại một lần')).toEqual(once);
  });

  test('that is sent ten times at once with one key is made once, and all ten have the same answer', async () => {
    const key = randomUUID();
    const all = await Promise.all(Array.from({ length: 10 }, () => write('once', 'mười lần một khóa', { key })));
    expect(new Set(all.map(({ status, id }) => `${status} ${id}`)).size).toBe(1);
    expect(all[0]?.status).toBe(201);
    expect(await stored('mười lần một khóa')).toEqual(once);
  });

  test('is made for exactly one of ten senders who come at once, and nine learn that they were left out', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => write('once', 'mười người', { key: randomUUID() })));
    expect(all.map(({ status }) => status).toSorted()).toEqual([...Array.from({ length: 9 }, () => 200), 201]);
    expect(await stored('mười người')).toEqual(once);
  });

  test('keeps no answer for its key where it was left out: sent again once there is room, it is made', async () => {
    const key = randomUUID();
    await write('once', 'chờ chỗ');
    expect(await write('once', 'chờ chỗ', { key })).toEqual(leftOut);
    await hue.database(({ pool }) => pool.query(`delete from notes.titles where text = 'chờ chỗ'`));
    const made = await write('once', 'chờ chỗ', { key });
    expect(made.status).toBe(201);
    expect(await write('once', 'chờ chỗ', { key })).toEqual(made);
  });

  test('whose key was used for another text is refused, left out or not', async () => {
    const key = randomUUID();
    await write('once', 'khóa của lời này', { key });
    for (const text of ['khóa của lời này?', 'mười người']) expect(await write('once', text, { key })).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
  });
});
