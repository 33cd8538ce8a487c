import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { barePlugin } from '../kit/bare-plugin.ts';
import { testWorld, type TestProvince, type TestWorld } from '../kit/testing.ts';
import type { Context } from '../plugin/context.ts';
import { created, ok, routeOf } from '../plugin/route.ts';

interface Notes {
  tables: { notes: { text: string; agency: string } };
  settings: object;
  events: { 'note.written': { text: string } };
  jobs: { file: { text: string } };
}
type NotesContext = Context<Notes>;

const route = routeOf<Notes>();
const note = z.strictObject({ text: z.string(), agency: z.string() });
const answers = { 201: { description: 'written' } };
const insert = (ctx: NotesContext, values: z.output<typeof note>) => ctx.change(async (trx) => void (await trx.insertInto('notes').values(values).execute()));

/** A write for whoever may write the notes of their agency, and what its handler does about that. */
const write = (path: `/${string}`, narrow: (ctx: NotesContext, row: z.output<typeof note>) => void) =>
  route({
    method: 'post',
    path,
    access: 'note:write',
    summary: { vi: 'Ghi' },
    body: note,
    answers,
    async handle(ctx, { body }) {
      narrow(ctx, body);
      await insert(ctx, body);
      return created({});
    },
  });

const notes = barePlugin<Notes>({
  id: 'notes',
  migrations: { '0001-notes': { up: async (db) => void (await db.schema.createTable('notes').addColumn('text', 'text').addColumn('agency', 'text').execute()) } },
  permissions: { 'note:write': { title: { vi: 'Ghi' }, suggestedRoles: [] } },
  subjects: { note: { columns: { agency: 'agency' } } },
  events: { publishes: { 'note.written': { title: { vi: 'Đã ghi' }, visibleTo: 'public', data: z.object({ text: z.string() }) } }, consumes: { 'note.written': ['file'] } },
  // Fails, so that its task stays and can be counted.
  jobs: { file: { title: { vi: 'Lưu' }, timeoutSeconds: 5, run: () => Promise.reject(new Error('later')) } },
  routes: [
    write('/forgetful', () => {}),
    write('/careful', (ctx, row) => ctx.authorize('note:write', row)),
    write('/elsewhere', (ctx, row) => void ctx.can('note:write', row)),
    route({
      method: 'get',
      path: '/mine',
      access: 'note:write',
      summary: { vi: 'Của tôi' },
      answers: { 200: { description: 'notes' } },
      handle: async (ctx) => ok(await ctx.db.selectFrom('notes').select('text').where(ctx.allowed('note:write')).execute()),
    }),
  ],
});

/** Hears of the notes of another module. */
const archive = barePlugin({
  id: 'archive',
  events: { publishes: {}, consumes: { 'notes/note.written': ['keep'] } },
  jobs: { keep: { title: { vi: 'Giữ' }, timeoutSeconds: 5, run: () => Promise.reject(new Error('later')) } },
});

let world: TestWorld;
let hue: TestProvince;
let officer: string;
let chief: string;

beforeAll(async () => {
  world = await testWorld({ plugins: [notes, archive] });
  hue = world.province('hue');
  await hue.database(async ({ db }) => {
    const role = (id: string, when?: object) => ({ id, title: JSON.stringify({ vi: id }), grants: JSON.stringify([{ permission: 'note:write', ...(when && { when }) }]) });
    await db.insertInto('core.roles').values([role('officer', { agency: '$mine.agency' }), role('chief')]).execute();
  });
  officer = await hue.signIn({ name: 'can-bo', roles: ['officer'], agency: 'so-xay-dung' });
  chief = await hue.signIn({ name: 'lanh-dao', roles: ['chief'], agency: 'so-xay-dung' });
});
afterAll(() => world[Symbol.asyncDispose]());

const inNotes = <T>(work: (ctx: NotesContext) => Promise<T>) => hue.inside<Notes, T>('notes', work);
const texts = () => inNotes(async (ctx) => (await ctx.db.selectFrom('notes').select('text').orderBy('text').execute()).map(({ text }) => text));
const post = async (path: string, as: string, text: string, agency = 'so-xay-dung') => (await hue.request(`/api/notes${path}`, { as, json: { text, agency } })).status;

test('a handler that forgets whose rows a role may write is refused before anything is stored', async () => {
  expect(await post('/forgetful', officer, 'quên')).toBe(500);
  // Asking whether it is allowed, without minding the answer, is no check.
  expect(await post('/elsewhere', officer, 'hỏi', 'ioc')).toBe(500);
  expect(await texts()).not.toContain('quên');
  expect(await texts()).not.toContain('hỏi');
  expect(world.logged.map((line) => JSON.stringify(line)).join()).toContain('"note:write\\" is conditional here');
  // Whoever holds the permission without a condition needs no narrowing.
  expect(await post('/forgetful', chief, 'không điều kiện')).toBe(201);
});

test("an officer writes and lists their own agency's rows, and no others", async () => {
  expect(await post('/careful', officer, 'của sở')).toBe(201);
  expect(await post('/careful', officer, 'của nơi khác', 'ioc')).toBe(403);
  expect(await post('/careful', chief, 'của trung tâm', 'ioc')).toBe(201);
  const listed = async (as: string) => ((await (await hue.request('/api/notes/mine', { as })).json()) as { text: string }[]).map(({ text }) => text);
  expect(await listed(officer)).toEqual(expect.arrayContaining(['của sở']));
  expect(await listed(officer)).not.toContain('của trung tâm');
  expect(await listed(chief)).toContain('của trung tâm');
});

test('a request makes one change: the second is an error, and the first stays', async () => {
  await inNotes(async (ctx) => {
    await insert(ctx, { text: 'lần một', agency: 'ioc' });
    await expect(insert(ctx, { text: 'lần hai', agency: 'ioc' })).rejects.toThrow('one change');
  });
  expect(await texts()).toContain('lần một');
  expect(await texts()).not.toContain('lần hai');
});

test('an event is published, and a task handed over, inside the change that they belong to', async () => {
  const event = { subject: '1', data: { text: 'x' } };
  await inNotes(async (ctx) => {
    expect(() => ctx.publish(undefined as never, 'note.written', event)).toThrow('belong inside ctx.change');
    await ctx.change(async (trx) => {
      expect(() => ctx.publish(ctx.db as never, 'note.written', event)).toThrow('belong inside ctx.change');
      expect(() => ctx.enqueue(ctx.db as never, 'file', { text: 'x' })).toThrow('belong inside ctx.change');
      ctx.publish(trx, 'note.written', { subject: 'inside', data: { text: 'x' } });
    });
  });
  const events = await hue.database(({ db }) => db.selectFrom('core.events').select('subject').where('plugin', '=', 'notes').execute());
  expect(events).toEqual([{ subject: 'inside' }]);
});

test('an event and the tasks of all who hear of it, in other modules too, are there from the same moment, or not at all', async () => {
  const written = (text: string, fails: boolean) =>
    inNotes((ctx) =>
      ctx.change(async (trx) => {
        await trx.insertInto('notes').values({ text, agency: 'ioc' }).execute();
        ctx.publish(trx, 'note.written', { subject: text, data: { text } });
        ctx.enqueue(trx, 'file', { text }, { notBefore: new Date('2100-01-01T00:00:00Z') });
        if (fails) throw new Error('the change fails at its end');
      }),
    );
  await written('giữ', false);
  await expect(written('bỏ', true)).rejects.toThrow('fails at its end');
  expect(await texts()).not.toContain('bỏ');

  const tasks = await hue.database(({ db }) =>
    sql<{ plugin: string; job: string; payload: object; subject: string | null }>`
      select task.plugin, job, payload, subject from core.tasks as task left join core.events as event on event.id = event_id
      where subject in ('giữ', 'bỏ') or payload->>'text' in ('giữ', 'bỏ') order by task.plugin, subject nulls last
    `.execute(db),
  );
  expect(tasks.rows).toEqual([
    { plugin: 'archive', job: 'keep', payload: {}, subject: 'giữ' },
    { plugin: 'notes', job: 'file', payload: {}, subject: 'giữ' },
    { plugin: 'notes', job: 'file', payload: { text: 'giữ' }, subject: null },
  ]);
});
