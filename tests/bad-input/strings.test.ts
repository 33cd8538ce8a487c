import { afterAll, beforeAll, expect, test } from 'vitest';
import { attempts } from '../isolation/attempts.ts';
import { send } from '../isolation/send.ts';
import { type TwinWorld, twinWorld } from '../isolation/two-provinces.ts';
import { type ApiRoute, apiRoutes } from './api-routes.ts';
import { isFreeText, positionsOf, withAt } from './positions.ts';
import { refused, storingNothing } from './refused.ts';

let twins: TwinWorld;
let routes: ApiRoute[];

beforeAll(async () => {
  twins = await twinWorld();
  routes = await apiRoutes(twins.hue);
});
afterAll(() => twins[Symbol.asyncDispose]());

const unstorable = { NUL: 'vũng\0nước', 'half a pair': 'vũng \ud83d nước', 'the other half': 'vũng \udca7 nước' };
const sql = ["'; drop table field_reports.reports cascade; --", "' or '1'='1", '$1::text); delete from core.events; --', '%27%20or%201=1--'];
const asSql = `Vũng nước'); drop table field_reports.reports cascade; -- ' or '1'='1`;

const take = (route: ApiRoute, json: unknown) => send(twins.hue, { ...route.valid, json });
const bodies = () => routes.filter(({ body }) => body !== undefined).map((route) => ({ ...route, ...positionsOf(route.body!) }));

test('every text of every body is refused where it holds what cannot be stored, and SQL where it is no free text', async () => {
  const tried: string[] = [];
  await storingNothing(twins.world, async () => {
    for (const route of bodies()) {
      for (const { path, schema } of route.strings) {
        const at = `${route.name} ${path.join('.')}`;
        for (const [what, text] of Object.entries(unstorable)) await refused(`${at}: ${what}`, await take(route, withAt(route.valid.json, path, text)), 422);
        for (const other of [7, null, true, {}, [[]]]) await refused(`${at}: ${JSON.stringify(other)}`, await take(route, withAt(route.valid.json, path, other)), 422);
        for (const text of isFreeText(schema) ? [] : sql) await refused(`${at}: ${text}`, await take(route, withAt(route.valid.json, path, text)), 401, 403, 404, 422);
        tried.push(at);
      }
    }
  });
  expect(tried).toContain('POST /api/field-reports/reports contact.phone');
  expect(tried.length).toBeGreaterThan(20);
});

test('an unknown field is refused at every level of every body', async () => {
  const tried: string[] = [];
  await storingNothing(twins.world, async () => {
    for (const route of bodies()) {
      for (const path of route.objects) {
        for (const name of ['khong_co', '__proto__', 'constructor', 'id', 'tenant']) {
          // As text: an object literal would take `__proto__` for something else.
          const text = JSON.stringify(withAt(route.valid.json, [...path, 'TEN'], 'x')).replace('"TEN"', JSON.stringify(name));
          const { json: _, ...rest } = route.valid;
          const response = await send(twins.hue, { method: 'POST', ...rest, body: text, headers: { 'content-type': 'application/json' } });
          await refused(`${route.name} ${[...path, name].join('.')}`, response, 422);
        }
        tried.push(`${route.name} ${path.join('.')}`);
      }
    }
  });
  expect(tried).toContain('POST /api/field-reports/reports contact');
  expect(tried.length).toBeGreaterThan(10);
});

test('NUL and SQL in every parameter of every path and query are refused', async () => {
  await storingNothing(twins.world, async () => {
    for (const route of routes) {
      const [path = '', query = ''] = route.valid.path.split('?');
      const pattern = route.name.split(' ')[1]!.split('/');
      for (const name of route.params) {
        const withValue = (value: string) => path.split('/').map((part, i) => (pattern[i] === `:${name}` ? value : part)).join('/');
        await refused(`${route.name} ${name}: NUL`, await send(twins.hue, { ...route.valid, path: withValue('a%00b') }), 400);
        for (const text of [...sql, 'x'.repeat(5_000), '..%2f..%2f', '%ed%a0%80', '%ff'].map((one) => encodeURI(one).replaceAll('/', '%2f'))) {
          await refused(`${route.name} ${name}: ${text.slice(0, 60)}`, await send(twins.hue, { ...route.valid, path: withValue(text) }), 404, 422);
        }
      }
      for (const name of route.query) {
        const withValue = (value: string) => `${path}?${[...query.split('&').filter((part) => part !== '' && !part.startsWith(`${name}=`)), `${name}=${value}`].join('&')}`;
        await refused(`${route.name} ${name}: NUL`, await send(twins.hue, { ...route.valid, path: withValue('a%00b') }), 400);
        for (const text of [...sql, 'x'.repeat(5_000)]) {
          const response = await send(twins.hue, { ...route.valid, path: withValue(encodeURIComponent(text)) });
          // A category is any short text: one that does not exist has no reports.
          if (name === 'category' && response.status === 200) expect(((await response.json()) as { items: unknown[] }).items).toEqual([]);
          else await refused(`${route.name} ${name}: ${text.slice(0, 60)}`, response, 422);
        }
      }
    }
  });
});

test('a text that cannot be stored is refused in every field of every form, and on signing in', async () => {
  const { hue } = twins;
  const tried: string[] = [];
  await storingNothing(twins.world, async () => {
    for (const [name, [attempt]] of Object.entries(attempts)) {
      const { form, json, ...rest } = attempt.request(hue, hue);
      const fields = form ?? (name.includes('/api/auth/') ? (json as Record<string, string> | undefined) : undefined);
      for (const field of Object.keys(fields ?? {})) {
        const changed = { ...fields, [field]: `a\0${fields![field]}` };
        await refused(`${name} ${field}: NUL`, await send(hue, { ...rest, ...(form ? { form: changed } : { json: changed }) }), 422);
        tried.push(`${name} ${field}`);
      }
    }
  });
  expect(tried).toEqual(expect.arrayContaining(['POST /dang-nhap password', 'POST /phan-anh/gui description', 'POST /api/auth/sign-in/email email']));
});

// The same requests without the fault, and with SQL as the free text that it may be: so it was the fault that was refused. It goes last and uses everything up.
test('the same requests are taken when they are whole, and SQL as free text is stored as the text it is', async () => {
  for (const route of routes) {
    const texts = route.body === undefined ? [] : positionsOf(route.body).strings.filter(({ schema }) => isFreeText(schema));
    const json = texts.reduce((whole, { path }) => withAt(whole, path, asSql), route.valid.json);
    const response = await send(twins.hue, { ...route.valid, ...(json !== undefined && { json }) });
    expect([route.name, response.status < 400 || (await response.text())]).toEqual([route.name, true]);
  }
  await twins.world.settled();
  const { rows } = await twins.hue.site.database(({ pool }) =>
    pool.query('select description, address, name from field_reports.reports join field_reports.contacts on report = id where description = $1', [asSql]),
  );
  expect(rows).toEqual([{ description: asSql, address: asSql, name: asSql }]);
});
