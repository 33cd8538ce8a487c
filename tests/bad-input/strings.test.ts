import { afterAll, beforeAll, expect, test } from 'vitest';
import { attempts } from '../isolation/attempts.ts';
import { send } from '../isolation/send.ts';
import { type TwinWorld, twinWorld } from '../isolation/two-provinces.ts';
import { type ApiRoute, apiRoutes } from './api-routes.ts';
import { isFreeText, type Path, positionsOf, withAt } from './positions.ts';
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

/** Any text may name a category, an agency or a letter, or quote a report; one that names nothing has no reports, or is refused for that. */
const names = new Set(['category', 'agency', 'lead', 'coordinating', 'proposed', 'told', 'token']);
const isName = (path: Path) => path[0] === 'passages' || names.has(String(path.findLast((part) => typeof part === 'string')));
/** The trap for machines takes whatever they write, which is put aside; and nothing is lost of a call that was cut off. */
const takesAnything = (name: string, path: Path) => path.at(-1) === 'website' || name.startsWith('POST /api/field-reports/intake/drafts') || name.startsWith('PUT /api/field-reports/intake/waiting');
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
        for (const text of isFreeText(schema) || isName(path) || takesAnything(route.name, path) ? [] : sql) await refused(`${at}: ${text}`, await take(route, withAt(route.valid.json, path, text)), 401, 403, 404, 409, 422);
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
      for (const { name, schema } of route.query) {
        const withValue = (value: string) => `${path}?${[...query.split('&').filter((part) => part !== '' && !part.startsWith(`${name}=`)), `${name}=${value}`].join('&')}`;
        await refused(`${route.name} ${name}: NUL`, await send(twins.hue, { ...route.valid, path: withValue('a%00b') }), 400);
        for (const text of [...(isFreeText(schema) ? [] : sql), 'x'.repeat(5_000)]) {
          const response = await send(twins.hue, { ...route.valid, path: withValue(encodeURIComponent(text)) });
          if (isName([name]) && response.status === 200) expect(await response.text()).not.toMatch(/HUE-26-\d{7}/);
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
        const response = await send(hue, { ...rest, ...(form ? { form: changed } : { json: changed }) });
        // The standard has its own form of an error: tests/open311/errors.test.ts.
        if (rest.path.startsWith('/open311/')) expect([name, field, response.status]).toEqual([name, field, 400]);
        else await refused(`${name} ${field}: NUL`, response, 422);
        tried.push(`${name} ${field}`);
      }
    }
  });
  expect(tried).toEqual(expect.arrayContaining(['POST /dang-nhap password', 'POST /phan-anh/gui description', 'POST /api/auth/sign-in/email email']));
});

// The same requests without the fault, and with SQL as the free text that it may be: so it was the fault that was refused. It goes last and uses everything up.
test('the same requests are taken when they are whole, and SQL as free text is stored as the text it is', async () => {
  for (const route of routes) {
    const texts = route.body === undefined ? [] : positionsOf(route.body).strings.filter(({ path, schema }) => isFreeText(schema) && !isName(path));
    const json = texts.reduce((whole, { path }) => withAt(whole, path, asSql), route.valid.json);
    const response = await send(twins.hue, { ...route.valid, ...(json !== undefined && { json }) });
    expect([route.name, response.status < 400 || (await response.text())]).toEqual([route.name, true]);
  }
  await twins.world.settled();
  const { rows } = await twins.hue.site.database(({ pool }) =>
    pool.query('select description, address, name from field_reports.reports join field_reports.contacts on report = id where description = $1', [asSql]),
  );
  // One was sent, the other written down by staff.
  expect(rows).toEqual(Array.from({ length: 2 }, () => ({ description: asSql, address: asSql, name: asSql })));
});
