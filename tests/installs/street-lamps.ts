import { buffer } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';

export interface Release {
  readonly version: string;
  /** SQL of further migrations, by name. */
  readonly migrations?: Readonly<Record<string, string>>;
  /** What a lamp says of itself, as SQL. */
  readonly shows?: string;
  readonly packageJson?: object;
  /** Before everything else in the module. */
  readonly preamble?: string;
}

/** A vendor's package as `npm pack` makes it: JavaScript, its declaration, one table, two routes. */
export async function streetLamps({ version, migrations = {}, shows = 'name', packageJson = {}, preamble = '' }: Release): Promise<Buffer> {
  const files = {
    'package.json': JSON.stringify({
      name: '@cong-ty-sang/street-lamps',
      version,
      type: 'module',
      exports: './plugin.js',
      peerDependencies: { '@tinhthong/core': '^1.0.0', kysely: '^0.29.0', zod: '^4.0.0' },
      ...packageJson,
    }),
    'plugin.js': pluginSource(version, { '0001-lamps': 'create table street_lamps.lamps (name text primary key)', ...migrations }, shows, preamble),
    'translations/en.json': JSON.stringify({ 'permissions/lamp:write/title': 'Write lamps down' }),
  };
  const archive = pack();
  for (const [name, text] of Object.entries(files)) archive.entry({ name: `package/${name}` }, text);
  archive.finalize();
  return buffer(archive.pipe(createGzip()));
}

function pluginSource(version: string, migrations: Readonly<Record<string, string>>, shows: string, preamble: string): string {
  return `${preamble}
import { created, definePlugin, ok, routeOf } from '@tinhthong/core';
import { sql } from 'kysely';
import { z } from 'zod';

const route = routeOf();
const lamp = z.strictObject({ name: z.string().min(1).max(100).meta({ description: 'Tên cột đèn / name of the lamp' }) });
const up = (text) => ({ up: async (db) => void (await sql.raw(text).execute(db)) });

export const streetLamps = definePlugin()({
  id: 'street-lamps',
  version: '${version}',
  core: '^1.0.0',
  needs: {},
  title: { vi: 'Đèn đường', en: 'Street lamps' },
  summary: { vi: 'Danh sách cột đèn của tỉnh.', en: 'The lamps of the province.' },
  migrations: {
${Object.entries(migrations).map(([name, text]) => `    '${name}': up(${JSON.stringify(text)}),`).join('\n')}
  },
  permissions: { 'lamp:write': { title: { vi: 'Ghi cột đèn', en: 'Write lamps' }, suggestedRoles: ['officer'] } },
  settings: z.strictObject({}),
  events: { publishes: {}, consumes: {} },
  jobs: {},
  metrics: {},
  subjects: {},
  personalData: { none: 'Lamps are things.' },
  outbound: [],
  routes: [
    route({
      method: 'get',
      path: '/lamps',
      access: 'public',
      summary: { vi: 'Các cột đèn', en: 'All lamps' },
      answers: { 200: { description: 'Các cột đèn / the lamps', schema: z.array(z.string()) } },
      handle: async (ctx) => ok((await ctx.query(\`select (${shows}) as shown from street_lamps.lamps order by name\`, [])).map(({ shown }) => shown)),
    }),
    route({
      method: 'post',
      path: '/lamps',
      access: 'lamp:write',
      body: lamp,
      summary: { vi: 'Ghi một cột đèn', en: 'Write down a lamp' },
      answers: { 201: { description: 'Đã ghi / written down', schema: lamp } },
      async handle(ctx, { body }) {
        await ctx.change(async (trx) => {
          await trx.insertInto('lamps').values({ name: body.name }).execute();
          return null;
        });
        return created(body);
      },
    }),
  ],
});
`;
}
