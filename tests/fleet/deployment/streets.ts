import { definePlugin, ok, type Plugin, routeOf } from '@tinhthong/core';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';

/** What version 2 of the code sees; version 1 knows nothing of `width`. */
interface Streets {
  tables: { streets: { id: number; name: string; width?: number } };
  settings: object;
  events: object;
  jobs: object;
}

const route = routeOf<Streets>();
const newer = process.env['FLEET_VERSION'] === '2';

const migrations: Plugin['migrations'] = {
  '0001-streets': {
    up: async (db) => void (await sql`create table streets.streets (id bigint generated always as identity primary key, name text not null)`.execute(db)),
  },
  ...(newer && {
    // Expand only: the column has a default, so rows of before have a width and the old code may leave it out.
    '0002-width': { up: async (db: Kysely<unknown>) => void (await sql`alter table streets.streets add column width int not null default 6`.execute(db)) },
  }),
};

/** A small module of two releases; which one this process runs, `FLEET_VERSION` says. */
export const streets = definePlugin<Streets>()({
  id: 'streets',
  version: newer ? '2.0.0' : '1.0.0',
  core: '^1.0.0',
  needs: {},
  title: { vi: 'Đường phố', en: 'Streets' },
  summary: { vi: 'Tên đường, và từ bản 2 bề rộng.' },
  migrations,
  permissions: {},
  settings: z.strictObject({}),
  events: { publishes: {}, consumes: {} },
  jobs: {},
  metrics: {},
  subjects: {},
  personalData: { none: 'Tên đường / names of streets' },
  outbound: [],
  routes: [
    route({
      method: 'get',
      path: '/streets',
      access: 'public',
      summary: { vi: 'Các đường' },
      answers: { 200: { description: 'none' } },
      handle: async (ctx) => ok(await ctx.db.selectFrom('streets').select(newer ? ['name', 'width'] : ['name']).orderBy('id').execute()),
    }),
    route({
      method: 'post',
      path: '/streets',
      access: 'public',
      summary: { vi: 'Thêm đường' },
      body: z.object({ name: z.string(), width: z.int().optional() }),
      answers: { 200: { description: 'none' } },
      handle: async (ctx, { body: { name, width } }) =>
        ok(await ctx.change(async (trx) => trx.insertInto('streets').values({ name, ...(newer && width !== undefined && { width }) } as never).returning('id').executeTakeFirstOrThrow())),
    }),
    route({
      method: 'put',
      path: '/streets',
      access: 'public',
      summary: { vi: 'Đổi tên' },
      body: z.object({ from: z.string(), to: z.string() }),
      answers: { 200: { description: 'none' } },
      handle: async (ctx, { body: { from, to } }) => ok(await ctx.change(async (trx) => trx.updateTable('streets').set({ name: to }).where('name', '=', from).returning('name').execute())),
    }),
  ],
});
