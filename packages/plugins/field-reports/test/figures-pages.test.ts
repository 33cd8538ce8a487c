import { fileURLToPath } from 'node:url';
import { loadTemplate } from '@tinhthong/core/template';
import { testWorld, type TestProvince, type TestWorld } from '@tinhthong/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDemoReports } from '../src/demo.ts';
import type { ReportContext } from '../src/module.ts';
import { fieldReports } from '../src/plugin.ts';

let world: TestWorld;
let hue: TestProvince;
let leader: string;

beforeAll(async () => {
  const folder = (name: string) => fileURLToPath(import.meta.resolve(`@tinhthong/templates/provinces/${name}/province.json`)).replace(/province\.json$/, '');
  world = await testWorld({ plugins: [fieldReports], provinces: [await loadTemplate(folder('hue')), await loadTemplate(folder('dak-lak'))], now: () => new Date('2026-11-20T15:10:00+07:00') });
  hue = world.province('hue');
  leader = await hue.signIn({ name: 'lanh-dao', roles: ['province-leader'], agency: 'van-phong-ubnd' });
  await hue.inside('field-reports', (ctx) => addDemoReports(ctx as unknown as ReportContext));
  await world.settled();
}, 240_000);
afterAll(() => world[Symbol.asyncDispose]());

async function read(path: string, as?: string, language = 'vi'): Promise<string> {
  const response = await hue.request(path, { headers: { accept: 'text/html', 'accept-language': language }, ...(as !== undefined && { as }) });
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
}

test('the public page shows satisfaction beside its coverage, and each figure with how it is reckoned', async () => {
  const page = await read('/phan-anh/so-lieu');
  expect(page).toMatch(/<h3>Hài lòng và chấp nhận<\/h3><p><b>[\d,]+%<\/b>[\s\S]*?Tỷ lệ được đánh giá: <strong>[\d,]+%<\/strong>/);
  for (const { title } of Object.values(fieldReports.metrics)) expect(page).toContain(title.vi);
  expect(page).toContain('Chỉ người đã đánh giá mới được tính.');
  expect(page).toMatch(/khoảng tin cậy 95%: [\d,]+ đến [\d,]+%/);
  // The one script is the portal's own, on every page: the figures are drawn without any.
  expect(page).not.toMatch(/<script(?! type="module" src="\/assets\/portal\.[^"]+"><\/script>)|style="/);
});

test('whoever picks a period sees that one; a period that is none is refused', async () => {
  const page = await read('/phan-anh/so-lieu?period=2026-Q3');
  expect(page).toContain('Từ 01/07/2026 đến 30/09/2026');
  expect(page).toContain('<option value="2026-Q3" selected>Quý 3/2026</option>');
  expect(page).toContain('<option value="2025-12">Tháng 12/2025</option>');
  expect(await read('/phan-anh/so-lieu?period=2025')).toContain('Trước 01/07/2025: địa giới cũ.');
  expect((await hue.request('/phan-anh/so-lieu?period=2026-13', { headers: { accept: 'text/html' } })).status).toBe(422);
});

test('where there is nothing yet it says so, in both languages', async () => {
  const empty = await (await world.province('dak-lak').request('/phan-anh/so-lieu', { headers: { accept: 'text/html' } })).text();
  expect(empty).toContain('chưa có dữ liệu');
  expect(empty).toContain('Chưa có phản ánh nào trong kỳ này.');
  expect(await read('/phan-anh/so-lieu', undefined, 'en')).toContain('Satisfied or accepting');
});

test('anybody finds it from the home page; the pages of leaders are on offer to leaders alone', async () => {
  expect(await read('/')).toContain('href="/phan-anh/so-lieu"');
  expect(await read('/')).not.toContain('/phan-anh/so-lieu/hom-qua');
  expect(await read('/', leader)).toContain('href="/phan-anh/so-lieu/hom-qua"');
  for (const path of ['hom-qua', 'don-vi', 'diem-nong']) {
    const signedOut = await hue.request(`/phan-anh/so-lieu/${path}`, { headers: { accept: 'text/html' } });
    expect([path, signedOut.status]).toEqual([path, 303]);
  }
});

test('leaders see yesterday, the agencies with most late first, and where the same comes back', async () => {
  expect(await read('/phan-anh/so-lieu/hom-qua', leader)).toContain('Quá hạn, theo đơn vị');
  const agencies = await read('/phan-anh/so-lieu/don-vi?period=2026', leader);
  expect(agencies).toContain('Sở Xây dựng thành phố Huế');
  expect(await read('/phan-anh/so-lieu/don-vi?by=commune&category=waste', leader)).toContain('Phường Thuận Hóa');
  expect(await read('/phan-anh/so-lieu/diem-nong', leader)).toContain('trong 100 m, từ 3 lần trở lên trong 90 ngày');
});
