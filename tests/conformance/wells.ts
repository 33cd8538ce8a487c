import { type Context, created, definePlugin, notFound, ok, type Plugin, routeOf, textOf } from '@tinhthong/core';
import { type Insertable, type Kysely, sql } from 'kysely';
import { z } from 'zod';

/** The types of a small module that keeps every promise: village wells, and what people note about them. */
export interface Wells {
  tables: {
    wells: { id: string; title: string; depth_cm: number; notes: number };
    notes: { id: string; well: string; account: string | null; message: string };
  };
  settings: { warnBelowCm: number };
  events: { 'well.dug': { well: string }; 'note.left': { well: string } };
  jobs: object;
}

export const route = routeOf<Wells>();
export const newId = (): string => crypto.randomUUID();
export const byId = z.strictObject({ id: z.uuid() });
export const well = z.object({ id: z.uuid(), title: z.string(), depthCm: z.int() }).meta({ id: 'Well' });
const columns = ['id', 'title', 'depth_cm as depthCm'] as const;

export const listWells = route({
  method: 'get',
  path: '/wells',
  access: 'public',
  summary: { vi: 'Các giếng', en: 'The wells' },
  answers: { 200: { description: 'Danh sách / the list', schema: z.object({ items: z.array(well) }) } },
  handle: async (ctx) => ok({ items: await ctx.db.selectFrom('wells').select(columns).orderBy('id').execute() }),
});

export const readWell = route({
  method: 'get',
  path: '/wells/{id}',
  access: 'public',
  params: byId,
  summary: { vi: 'Một giếng', en: 'One well' },
  answers: { 200: { description: 'Giếng / the well', schema: well } },
  async handle(ctx, { params }) {
    const found = await ctx.db.selectFrom('wells').select(columns).where('id', '=', params.id).executeTakeFirst();
    if (found === undefined) throw notFound({ vi: 'giếng', en: 'Well' });
    return ok(found);
  },
});

export const digWell = route({
  method: 'post',
  path: '/wells',
  access: 'well:dig',
  summary: { vi: 'Thêm giếng', en: 'Add a well' },
  body: z.strictObject({ title: textOf(1, 100), depthCm: z.int().min(0).max(100_000) }),
  answers: { 201: { description: 'Đã thêm / added', schema: well } },
  async handle(ctx, { body }) {
    const id = newId();
    await ctx.change(async (trx) => {
      await trx.insertInto('wells').values({ id, title: body.title, depth_cm: body.depthCm, notes: 0 }).execute();
      ctx.publish(trx, 'well.dug', { subject: id, data: { well: id } });
      return null;
    });
    return created({ id, ...body });
  },
});

export const leaveNote = route({
  method: 'post',
  path: '/wells/{id}/notes',
  access: 'signed-in',
  params: byId,
  summary: { vi: 'Ghi nhận xét', en: 'Leave a note' },
  body: z.strictObject({ message: textOf(1, 1_000) }),
  answers: { 201: { description: 'Đã ghi / noted', schema: z.object({ note: z.uuid() }) } },
  handle: async (ctx, { params, body }) => created(await keepNote(ctx, { id: newId(), well: params.id, account: ctx.actor.id, message: body.message })),
});

/** Beside `leaveNote`, for a module that wants one note of each person. */
export const noteOnce = route({
  method: 'put',
  path: '/wells/{id}/note',
  access: 'signed-in',
  params: byId,
  summary: { vi: 'Nhận xét của tôi', en: 'My note' },
  body: z.strictObject({ message: textOf(1, 1_000) }),
  answers: { 200: { description: 'Đã ghi / noted', schema: z.object({ note: z.uuid() }) } },
  handle: async (ctx, { params, body }) => ok(await keepNote(ctx, { id: newId(), well: params.id, account: ctx.actor.id, message: body.message })),
});

export async function keepNote(ctx: Context<Wells>, note: Insertable<Wells['tables']['notes']>): Promise<{ note: string }> {
  return ctx.change(async (trx) => {
    const there = await trx.selectFrom('wells').select('id').where('id', '=', note.well).executeTakeFirst();
    if (there === undefined) throw notFound({ vi: 'giếng', en: 'Well' });
    await trx.insertInto('notes').values(note).execute();
    ctx.publish(trx, 'note.left', { subject: note.well, data: { well: note.well } });
    return { note: note.id };
  });
}

export const personalData: Exclude<Plugin<Wells>['personalData'], { none: string }> = {
  fields: {
    'notes.account': { purpose: { vi: 'Để người viết thấy lại', en: 'To show writers their own' } },
    'notes.message': { purpose: { vi: 'Lời người dân viết', en: 'What people wrote' } },
  },
  retention: { vi: '12 tháng', en: '12 months' },
  exportFor: (ctx, account) => ctx.db.selectFrom('notes').select(['well', 'message']).where('account', '=', account).execute(),
  eraseFor: (ctx, account) => ctx.change(async (trx) => void (await trx.deleteFrom('notes').where('account', '=', account).execute())),
};

export const migrations: Plugin['migrations'] = {
  '0001-wells': {
    up: async (db: Kysely<unknown>) =>
      void (await sql`
        create table wells.wells (id uuid primary key, title text not null, depth_cm int not null, notes int not null default 0);
        create table wells.notes (id uuid primary key, well uuid not null references wells.wells, account text, message text not null);
        create table wells.old_readings (at date primary key, cm int);
      `.execute(db)),
  },
};

const title = { vi: 'Giếng làng', en: 'Village wells' };

/** The sound module, with the parts that a test breaks. */
export function wells(parts: Partial<Plugin<Wells>> = {}): Plugin {
  return definePlugin<Wells>()({
    id: 'wells',
    version: '1.0.0',
    core: '^1.0.0',
    needs: {},
    title,
    summary: title,
    migrations,
    permissions: { 'well:dig': { title: { vi: 'Thêm giếng', en: 'Add wells' }, suggestedRoles: ['admin'] } },
    settings: z.strictObject({ warnBelowCm: z.int().min(0).default(50).meta({ title: 'Mức báo cạn (cm)' }) }),
    events: {
      publishes: {
        'well.dug': { title: { vi: 'Đã thêm giếng', en: 'Well added' }, visibleTo: 'public', data: z.object({ well: z.uuid() }) },
        'note.left': { title: { vi: 'Có nhận xét', en: 'Note left' }, visibleTo: 'well:dig', data: z.object({ well: z.uuid() }) },
      },
      consumes: { 'note.left': ['count-notes'] },
    },
    jobs: {
      'count-notes': {
        title: { vi: 'Đếm nhận xét', en: 'Count the notes' },
        timeoutSeconds: 10,
        run: (ctx, task) =>
          ctx.change(async (trx) => {
            const count = trx.selectFrom('notes').select((eb) => eb.fn.countAll<number>().as('n')).where('well', '=', task.event!.subject);
            await trx.updateTable('wells').set({ notes: count }).where('id', '=', task.event!.subject).execute();
          }),
      },
    },
    metrics: {
      'wells.noted': {
        title: { vi: 'Giếng có nhận xét', en: 'Wells with a note' },
        unit: '%',
        direction: 'up',
        leastN: 10,
        async compute(ctx) {
          const { rows } = await sql<{ numerator: number; denominator: number }>`
            select count(*) filter (where notes > 0)::int as numerator, count(*)::int as denominator from wells.wells`.execute(ctx.db);
          return rows[0]!;
        },
      },
    },
    subjects: {},
    personalData,
    outbound: [],
    routes: [listWells, readWell, digWell, leaveNote],
    ...parts,
  });
}
