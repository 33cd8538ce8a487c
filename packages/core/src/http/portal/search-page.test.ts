import { afterAll, beforeAll, expect, test } from 'vitest';
import { barePlugin } from '../../kit/bare-plugin.ts';
import { testWorld, type TestWorld } from '../../kit/testing.ts';

const boats = barePlugin({
  id: 'boats',
  title: { vi: 'Tàu cá', en: 'Fishing boats' },
  search: {
    access: 'public',
    page: '/tau',
    find: async (_, words, limit) => Array.from({ length: limit }, (__, i) => ({ title: `Tàu ${i} <${words}>`, detail: 'Cảng Thuận An', href: `/tau/${i}` })).slice(0, words === 'ít' ? 1 : limit),
  },
});
const broken = barePlugin({ id: 'broken', title: { vi: 'Hỏng', en: 'Broken' }, search: { access: 'public', find: async () => Promise.reject(new Error('down')) } });
const staff = barePlugin({
  id: 'staff',
  title: { vi: 'Nội bộ' },
  permissions: { 'note:read': { title: { vi: 'Xem' }, suggestedRoles: [] } },
  search: { access: 'note:read', find: async () => [{ title: 'Ghi chú kín', detail: '', href: '/ghi-chu' }] },
});

let world: TestWorld;
beforeAll(async () => void (world = await testWorld({ plugins: [boats, broken, staff] })));
afterAll(() => world[Symbol.asyncDispose]());

const read = async (path: string, as?: string) => (await world.province('hue').request(path, { headers: { accept: 'text/html' }, ...(as && { as }) })).text();

test('every module is searched that the caller may search; one that fails is told, and the others stay', async () => {
  const page = await read('/tim-kiem?q=m%E1%BB%B1c');
  expect(page).toContain('<a href="/tau/7">Tàu 7 &lt;mực&gt;</a>');
  expect(page).toContain('<a href="/tau?q=m%E1%BB%B1c">Xem tất cả kết quả</a>');
  expect(page).toContain('Chưa tìm được trong “Hỏng”.');
  expect(page).not.toContain('Ghi chú kín');
  expect(world.logged).toContainEqual(expect.objectContaining({ module: 'broken', msg: 'search failed' }));
  await world.province('hue').role('clerk', [{ permission: 'note:read' }]);
  const clerk = await world.province('hue').signIn({ name: 'van-thu', roles: ['clerk'] });
  expect(await read('/tim-kiem?q=m%E1%BB%B1c', clerk)).toContain('Ghi chú kín');
});

test('a module that found less than a page of it has no further page', async () => {
  expect(await read('/tim-kiem?q=%C3%ADt')).not.toContain('Xem tất cả kết quả');
});

test('what cannot be searched for is nothing: no words, unseen letters, a whole book', async () => {
  for (const words of ['', '%20', '%00', '%E2%80%8B']) expect([words, (await read(`/tim-kiem?q=${words}`)).includes('/tau/0')]).toEqual([words, false]);
  const long = await read(`/tim-kiem?q=${encodeURIComponent('😀'.repeat(10_000))}`);
  expect(long).toContain(`Tàu 0 &lt;${'😀'.repeat(100)}&gt;`);
});

test('the home page has the field where there is something to search', async () => {
  expect(await read('/')).toContain('action="/tim-kiem"');
  await world.province('dak-lak').switch('boats', 'off');
  await world.province('dak-lak').switch('broken', 'off');
  const elsewhere = await world.province('dak-lak').request('/', { headers: { accept: 'text/html' } });
  expect(await elsewhere.text()).not.toContain('action="/tim-kiem"');
});
