import { afterAll, beforeAll, expect, test } from 'vitest';
import { barePlugin } from '../kit/bare-plugin.ts';
import { type TestProvince, testWorld, type TestWorld } from '../kit/testing.ts';
import { grantSuggested, suggestionsFor } from './suggested-grants.ts';

const inOwnCommunes = { commune: { $in: '$mine.communes' } };
const lamps = barePlugin({
  id: 'lamps',
  permissions: {
    'lamp:mend': { title: { vi: 'Sửa đèn' }, suggestedRoles: ['officer', 'dispatcher'], suggestedWhen: { officer: inOwnCommunes } },
    'lamp:count': { title: { vi: 'Đếm đèn' }, suggestedRoles: ['dispatcher', 'khong-co'] },
  },
});
let world: TestWorld;
let hue: TestProvince;

beforeAll(async () => {
  world = await testWorld({ plugins: [lamps] });
  hue = world.province('hue');
  for (const province of ['hue', 'dak-lak']) {
    await world.province(province).role('officer', [{ permission: 'notice:read' }]);
    await world.province(province).role('dispatcher', [{ permission: 'lamp:count', when: { agency: '$mine.agency' } }]);
  }
});
afterAll(() => world[Symbol.asyncDispose]());

const rolesOf = (province: string) => world.province(province).database(({ db }) => db.selectFrom('core.roles').select(['id', 'grants']).orderBy('id').execute());

test('a module suggests its permissions to roles that the province has, under its conditions, and none that a role holds already', async () => {
  expect(await suggestionsFor(world.kernel, hue.now(), lamps)).toEqual([
    { role: 'dispatcher', grants: [{ permission: 'lamp:mend' }] },
    { role: 'officer', grants: [{ permission: 'lamp:mend', when: inOwnCommunes }] },
  ]);
});

test('granted as suggested, what the province had decided stays, it stands in the log, it counts at once, and other provinces hear nothing', async () => {
  const officer = await hue.signIn({ name: 'can-bo', roles: ['officer'] });
  const may = async () => {
    const { ability } = await hue.database((database) => world.kernel.principals.of(hue.now(), database, new Headers({ cookie: officer })));
    return ability.can('mend', 'lamp');
  };
  expect(await may()).toBe(false);
  await grantSuggested(world.kernel, hue.now(), lamps);
  expect(await may()).toBe(true);
  expect(await rolesOf('hue')).toEqual([
    { id: 'dispatcher', grants: [{ permission: 'lamp:count', when: { agency: '$mine.agency' } }, { permission: 'lamp:mend' }] },
    { id: 'officer', grants: [{ permission: 'notice:read' }, { permission: 'lamp:mend', when: inOwnCommunes }] },
  ]);
  const events = await hue.database(({ db }) => db.selectFrom('core.event_log').select(['subject', 'data']).where('type', '=', 'role.changed').orderBy('subject').execute());
  expect(events).toMatchObject([{ subject: 'dispatcher' }, { subject: 'officer', data: { grants: ['notice:read', 'lamp:mend'] } }]);
  expect((await rolesOf('dak-lak'))[1]).toEqual({ id: 'officer', grants: [{ permission: 'notice:read' }] });
});

test('a second time there is nothing left to grant, and nothing is recorded', async () => {
  expect(await grantSuggested(world.kernel, hue.now(), lamps)).toEqual([]);
  expect(await hue.database(({ db }) => db.selectFrom('core.event_log').select('subject').where('type', '=', 'role.changed').execute())).toHaveLength(2);
});
