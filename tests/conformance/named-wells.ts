import { created, type Plugin, textOf } from '@tinhthong/core';
import { sql } from 'kysely';
import { z } from 'zod';
import { migrations, newId, route, type Wells, wells } from './wells.ts';

const digNamedWell = route({
  method: 'post',
  path: '/wells',
  access: 'well:dig',
  summary: { vi: 'Thêm giếng', en: 'Add a well' },
  body: z.strictObject({ name: textOf(1, 100) }),
  answers: { 201: { description: 'Đã thêm / added', schema: z.object({ id: z.uuid() }) } },
  async handle(ctx, { body: { name } }) {
    const id = newId();
    await ctx.change(async (trx) => {
      await sql`insert into wells.wells (id, title, name, depth_cm) values (${id}, 'Giếng đào', ${name}, 300)`.execute(trx);
      await ctx.notify(trx, [{ key: `well:${id}`, agency: 'ioc', title: { vi: `Giếng mới: ${name}`, en: `New well: ${name}` }, link: '/' }]);
      return null;
    });
    return created({ id });
  },
});

/** Wells that have a name of their own, told to an agency when one is dug. */
export function namedWells(personalData: Plugin<Wells>['personalData']): Plugin {
  return wells({
    migrations: { ...migrations, '0002-names': { up: async (db) => void (await sql`alter table wells.wells add column name text`.execute(db)) } },
    routes: wells().routes.map((one) => (one.method === 'post' && one.path === '/wells' ? digNamedWell : one)),
    personalData,
  });
}
