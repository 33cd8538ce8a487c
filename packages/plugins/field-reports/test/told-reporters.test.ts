import { fileURLToPath } from 'node:url';
import { loadTemplate } from '@tinhthong/core/template';
import { testWorld, type TestProvince, type TestWorld } from '@tinhthong/core/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sentMail } from '../../../core/src/kit/test-mail.ts';
import { fieldReports } from '../src/plugin.ts';
import { consentVersion } from '../src/intake/submit.ts';

let world: TestWorld;
let hue: TestProvince;
let staff: string;
let seen: number;

beforeAll(async () => {
  const folder = fileURLToPath(import.meta.resolve('@tinhthong/templates/provinces/hue/province.json')).replace(/province\.json$/, '');
  // Ten in the morning: nobody's quiet hours.
  world = await testWorld({ plugins: [fieldReports], provinces: [await loadTemplate(folder)], now: () => new Date('2027-03-01T10:00:00+07:00') });
  hue = world.province('hue');
  staff = await hue.signIn({ name: 'can-bo', roles: ['dispatcher', 'officer'], agency: 'so-xay-dung' });
});
beforeEach(async () => void (seen = (await sentMail(world.dataDir)).length));
afterAll(() => world[Symbol.asyncDispose]());

const api = '/api/field-reports';
const road = { category: 'road-damage', description: 'Ổ gà lớn trước cổng trường, xin sửa sớm.', lat: 16.4637, lon: 107.5909 };
const submit = async (more: object, as?: string) => (await (await hue.request(`${api}/reports`, { json: { ...road, ...more }, ...(as && { as }) })).json()) as { code: string; followUp: string };
const move = async (code: string, ...moves: readonly string[]) => {
  for (const one of moves) {
    await hue.request(`${api}/reports/${code}/${one}`, { method: 'POST', as: staff, ...(one === 'answer' && { json: { answer: 'Đã vá xong mặt đường sáng nay.' } }), ...(one === 'assign' && { json: { agency: 'so-xay-dung' } }) });
    // Two mails of one second may overtake each other; of two hours they do not.
    await world.settled();
  }
};
const told = async () => (await sentMail(world.dataDir)).slice(seen);

test('a reporter who left an e-mail address hears that the report was accepted, answered and closed', async () => {
  const { code, followUp } = await submit({ contact: { email: 'an@vidu.vn', consent: consentVersion } });
  await move(code, 'accept', 'assign', 'start', 'answer', 'close');
  const mails = await told();
  expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
    ['an@vidu.vn', `Phản ánh ${code}: đã được tiếp nhận`],
    ['an@vidu.vn', `Phản ánh ${code}: đã có trả lời`],
    ['an@vidu.vn', `Phản ánh ${code}: đã đóng`],
  ]);
  for (const { link } of mails) expect(link).toBe(`http://hue.localhost/phan-anh/theo-doi?code=${code}#${followUp}`);
  expect(mails.map(({ text }) => text.replaceAll(`#${followUp}`, '')).join()).not.toContain(followUp);
});

test('a reporter with an account hears by it, without the code, for the account opens the report', async () => {
  const as = await hue.signIn({ name: 'nguoi-gui', roles: [] });
  const { code } = await submit({}, as);
  await move(code, 'accept');
  expect(await told()).toMatchObject([{ to: 'nguoi-gui@hue.example', link: `http://hue.localhost/phan-anh/theo-doi?code=${code}` }]);
});

test('whoever left no address, or had it erased since, hears nothing, and nothing is kept of it', async () => {
  const { code } = await submit({});
  const later = await submit({ contact: { email: 'binh@vidu.vn', consent: consentVersion } });
  await hue.database(({ pool }) => pool.query(`delete from field_reports.contacts where email = 'binh@vidu.vn'`));
  await move(code, 'accept');
  await move(later.code, 'accept');
  expect(await told()).toEqual([]);
  const { rows } = await hue.database(({ pool }) => pool.query(`select 1 from core.messages where data->>'code' in ($1, $2)`, [code, later.code]));
  expect(rows).toEqual([]);
});
