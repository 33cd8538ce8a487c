import { subject } from '@casl/ability';
import { cellOf, type MatrixRole, type Operation, type Site, type TestProvince, type TestSite, testWorld, type TestWorld } from '@tinhthong/core/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shownText } from '../support/shown-text.ts';
import { operations, plugins, templateOf, templateRoles } from './matrix.ts';

const roles = await templateRoles();
const ofProvince = operations.filter(({ site }) => site === 'province');
const agency = 'so-xay-dung';

let world: TestWorld;
let hue: TestProvince;
let commune: string;
let elsewhere: string;

/** A new session of somebody who has this role alone. */
const signIn = (role: string) => hue.signIn({ name: role, roles: [role], agency, communes: [commune] });

beforeAll(async () => {
  world = await testWorld({ plugins, provinces: [await templateOf('hue')] });
  hue = world.province('hue');
  const { rows } = await hue.database(({ pool }) => pool.query<{ code: string }>('select code from core.communes order by code limit 2'));
  [commune, elsewhere] = rows.map(({ code }) => code) as [string, string];
  // Where a province has switched a way in off, it is shut to everybody.
  await hue.database(({ db }) => db.updateTable('core.access_policy').set({ phone_sign_in: true }).execute());
});
afterAll(() => world[Symbol.asyncDispose]());

test('whatever answers at a host stands in the matrix, and nothing else does', () => {
  const sites: Readonly<Record<string, Site>> = { '@province': 'province', '@ministry': 'ministry', '@platform': 'platform', '@index': 'deployment', '': 'deployment' };
  const answering = world.app.routes.flatMap(({ method, path }) => {
    if (method === 'ALL') return [];
    const [, first = '', rest = ''] = /^(?:\/(:site\{.+?\}|@[^/]+)(?=\/|$))?(.*)$/.exec(path)!;
    // What answers at every site alike stands with the provinces.
    return [`${sites[first] ?? 'province'} ${method} ${(rest || '/').replace(/:(\w+)(\{(?:[^{}]|\{\d+\})*\})?/g, '{$1}')}`];
  });
  const known = operations.map((one) => `${one.site} ${one.name}`);
  expect([...new Set(answering)].filter((name) => !known.includes(name)), 'say in written-operations.ts who may').toEqual([]);
  expect(known.filter((name) => !answering.includes(name)), 'no such operation any more').toEqual([]);
  expect(known.filter((name, i) => known.indexOf(name) !== i), 'twice').toEqual([]);
});

test('every operation is open to somebody', () => {
  expect(ofProvince.filter(({ access }) => roles.every((role) => cellOf(access, role) === 'never')).map(({ name, access }) => `${name} (${access})`), 'grant it in templates/provinces').toEqual([]);
});

describe.each(roles)('$id', (role) => {
  test('holds in CASL just the permissions of the matrix, under its conditions', async () => {
    const session = await signIn(role.id);
    const principal = await hue.database((database) => world.kernel.principals.of(hue.now(), database, new Headers({ cookie: session })));
    const asked = new Set(ofProvince.map(({ access }) => access).filter((access) => access.includes(':')));
    for (const access of asked) {
      const [what, action] = access.split(':') as [string, string];
      const cell = cellOf(access, role);
      expect([access, principal.ability.can(action, what)]).toEqual([access, cell !== 'never']);
      if (typeof cell === 'string') continue;
      for (const [row, expected] of [[{ agency, commune }, true], [{ agency: 'so-y-te', commune: elsewhere }, false]] as const) {
        expect([access, row, principal.ability.can(action, subject(what, { ...row }))]).toEqual([access, row, expected]);
      }
    }
  });

  test('is let in by the routes where the matrix says so, and nowhere else', { timeout: 120_000 }, async () => {
    await agrees(role);
  });
});

test('who is not signed in is let in by public routes alone', { timeout: 60_000 }, async () => {
  await agrees(null);
  expect(await disagreements({ at: world.site('localhost'), some: operations.filter(({ site }) => site === 'deployment'), signIn: undefined, expected: () => true })).toEqual([]);
});

test('an API key is let in for the permissions written into it, and for nothing that a person must do', { timeout: 60_000 }, async () => {
  const guarded = ofProvince.filter(({ access, name, keyOnly }) => access.includes(':') && (keyOnly || name.includes(' /api/')));
  const [all, none] = [await hue.key([...new Set(guarded.map(({ access }) => access))]), await hue.key([])];
  expect(await disagreements({ at: hue, some: guarded, signIn: async () => all, expected: ({ recent }) => !recent })).toEqual([]);
  expect(await disagreements({ at: hue, some: guarded, signIn: async () => none, expected: () => false })).toEqual([]);
});

test('who has not shown for an hour who they are is asked again, wherever the matrix says so', async () => {
  const some = ofProvince.filter(({ recent, name }) => recent && name.includes(' /api/'));
  const long = async () => {
    const session = await signIn('admin');
    await hue.database(({ pool }) => pool.query(`update identity.session set "confirmedAt" = now() - interval '1 hour'`));
    return session;
  };
  expect(some.length).toBeGreaterThan(10);
  expect(await disagreements({ at: hue, some, signIn: long, expected: () => false })).toEqual([]);
});

test.each(['ministry', 'platform'] as const)('the site %s lets in its own members, and others where it is public', { timeout: 60_000 }, async (name) => {
  const at = world.national(name);
  const other = await world.national(name === 'ministry' ? 'platform' : 'ministry').signIn({ name: 'khach' });
  let members = 0;
  const some = operations.filter(({ site }) => site === name);
  const isPublic = ({ access }: Operation) => access === 'public';
  expect(await disagreements({ at, some, signIn: undefined, expected: isPublic })).toEqual([]);
  expect(await disagreements({ at, some, signIn: async () => other, expected: isPublic })).toEqual([]);
  expect(await disagreements({ at, some, signIn: () => at.signIn({ name: `thanh-vien-${(members += 1)}` }), expected: () => true })).toEqual([]);
});

describe('where a right is for some rows only', () => {
  const conditional = roles.flatMap((role) =>
    ofProvince.flatMap((operation) => (typeof cellOf(operation.access, role) === 'string' ? [] : [{ role, operation, way: `${role.id}: ${operation.name}` }])),
  );
  const sessions = new Map<string, string>();
  let listed: { own: Reported; foreign: Reported };
  beforeAll(async () => {
    listed = { own: await reported({ commune, agency }), foreign: await reported({ commune: elsewhere, agency: 'so-y-te' }) };
    for (const { role: { id } } of conditional) sessions.set(id, await signIn(id));
  });

  test('there is such a right', () => {
    expect(conditional.length).toBeGreaterThan(5);
  });

  test.each(conditional)('$way', async ({ role, operation }) => {
    const as = sessions.get(role.id)!;
    if (operation.name.includes('{code}')) {
      // A step that works takes its report along, so each has its own.
      const [own, foreign] = [await reported({ commune, agency }), await reported({ commune: elsewhere, agency: 'so-y-te' })];
      const statusOf = async ({ code, order }: Reported) => (await call(operation, as, { code, id: order, given: enough[operation.name] })).status;
      // A step that is not possible now, or input that is missing, is told to whoever may.
      expect([401, 403, 404]).not.toContain(await statusOf(own));
      expect([403, 404]).toContain(await statusOf(foreign));
      return;
    }
    const shown = await shownText(await call(operation, as));
    if (aboutNoRow.includes(operation.name)) return;
    expect([shown.includes(listed.own.code), shown.includes(listed.foreign.code)]).toEqual([true, false]);
  });
});

interface Reported {
  readonly code: string;
  readonly order: string;
}

/** Each its own words: the same text twice within the hour is one report. */
let times = 0;

/** A report that lies in this commune and with this agency, which was given an order and asked for its part. */
async function reported({ commune: where, agency: whose }: { commune: string; agency: string }): Promise<Reported> {
  const made = await hue.request('/api/field-reports/reports', { json: { category: 'road-damage', commune: where, description: `Ổ gà lớn trước cổng trường, lần ${(times += 1)}.` } });
  const { code } = (await made.json()) as Reported;
  const { rows } = await hue.database(({ pool }) =>
    pool.query<{ order: string }>(
      `with report as (update field_reports.reports set agency = $2, state = 'in-progress' where code = $1 returning id),
         part as (insert into field_reports.contributions (report, agency, asked_at) select id, $2, now() from report)
       insert into field_reports.orders (id, report, agency, instruction, given_at, due_at)
       select gen_random_uuid(), id, $2, 'Khắc phục ngay.', now(), now() + interval '1 day' from report returning id as order`,
      [code, whose],
    ),
  );
  return { code, order: rows[0]!.order };
}

/** What an operation must be sent to come as far as asking whose row it is about. */
const enough: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'POST /api/field-reports/reports/{code}/answer': { answer: 'Đã vá xong mặt đường.' },
  'POST /api/field-reports/reports/{code}/pause': { reason: 'Chờ vật tư.' },
  'POST /api/field-reports/reports/{code}/refuse': { reason: 'Không thuộc thẩm quyền.', proposed: 'ioc' },
  'POST /api/field-reports/reports/{code}/contribute': { text: 'Đã phân luồng giao thông.' },
  'POST /api/field-reports/reports/{code}/extensions': { reason: 'Chờ vật tư.', promisedAt: new Date(Date.now() + 30 * 86_400_000).toISOString() },
  'POST /api/field-reports/reports/{code}/orders/{id}/complete': { result: 'Đã khắc phục xong.' },
  'POST /phan-anh/viec/{code}/contribute': { text: 'Đã phân luồng giao thông.' },
  'POST /phan-anh/viec/{code}/dong-ho/{action}': { pauseReason: 'Chờ vật tư.' },
};
/** They ask for a right that is for some rows, and show none. */
const aboutNoRow = ['POST /api/field-reports/inbox/suggest'];

async function agrees(role: MatrixRole | null): Promise<void> {
  const expected = ({ access, keyOnly }: Operation) => !keyOnly && cellOf(access, role) !== 'never';
  expect(await disagreements({ at: hue, some: ofProvince, signIn: role === null ? undefined : () => signIn(role.id), expected })).toEqual([]);
}

interface Walk {
  readonly at: TestSite;
  readonly some: readonly Operation[];
  /** A session of its own, or a key; undefined for nobody. */
  readonly signIn: (() => Promise<string>) | undefined;
  expected(operation: Operation): boolean;
}

/** Calls each operation, those that end sessions last and each with its own, and says where the door was not as expected. */
async function disagreements({ at, some, signIn: begin, expected }: Walk): Promise<string[]> {
  const endsSessions = ({ name }: Operation) => /dang-xuat|sign-out|erase-account|tai-khoan\/xoa/.test(name);
  const session = await begin?.();
  const wrong: string[] = [];
  for (const operation of some.toSorted((a, b) => Number(endsSessions(a)) - Number(endsSessions(b)))) {
    const response = await call(operation, endsSessions(operation) ? await begin?.() : session, { at });
    if (wasLetIn(response) !== expected(operation)) wrong.push(`${operation.name} (${operation.access}): ${response.status}, the matrix says ${expected(operation) ? 'yes' : 'no'}`);
    await response.body?.cancel();
  }
  return wrong;
}

/** With nothing that the operation needs, so that nothing happens: who is stopped at the door is told before that. */
function call({ name }: Operation, as: string | undefined, { code = 'khong-co', id = noId, given = {}, at = hue }: { code?: string; id?: string; given?: Record<string, string> | undefined; at?: TestSite } = {}): Promise<Response> {
  const [method, path] = name.split(' ') as [string, string];
  const address = path.replace(/\{(\w+)\}/g, (_, part: string) => ({ ...stands, code, id })[part] ?? 'khong-co');
  const body = path.startsWith('/api/') ? { json: given } : { body: new URLSearchParams(given) };
  return at.request(address, { method, ...(as !== undefined && { as }), ...(method !== 'GET' && body) });
}

const noId = '00000000-0000-4000-8000-000000000000';
const stands: Readonly<Record<string, string>> = { account: noId, delivery: noId, move: 'accept', action: 'tam-dung', kind: 'urgency', look: 'ban-goc' };

/** A page sends whoever has to sign in to do so. */
function wasLetIn({ status, headers }: Response): boolean {
  if (status === 401 || status === 403) return false;
  return !(status >= 300 && status < 400 && headers.get('location')?.startsWith('/dang-nhap'));
}
