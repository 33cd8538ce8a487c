import { fileURLToPath } from 'node:url';
import { loadTemplate } from '@tinhthong/core/template';
import { testWorld, type TestProvince, type TestWorld } from '@tinhthong/core/testing';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fieldReports } from '../src/plugin.ts';

let world: TestWorld;
let hue: TestProvince;
let dispatcher: string;
let officer: string;
beforeAll(async () => {
  const folder = (name: string) => fileURLToPath(import.meta.resolve(`@tinhthong/templates/provinces/${name}/province.json`)).replace(/province\.json$/, '');
  world = await testWorld({ plugins: [fieldReports], provinces: [await loadTemplate(folder('hue')), await loadTemplate(folder('dak-lak'))] });
  hue = world.province('hue');
  dispatcher = await hue.signIn({ name: 'dieu-phoi', roles: ['dispatcher'], agency: 'ioc' });
  officer = await hue.signIn({ name: 'can-bo', roles: ['officer'], agency: 'so-xay-dung' });
});
afterAll(() => world[Symbol.asyncDispose]());

const filled = { category: 'road-damage', description: 'Ổ gà lớn trước cổng trường, xin sửa sớm.', commune: '19789', address: '12 Lê Lợi', anyway: '1' };

test('a form sent without JavaScript is answered with both codes, and no address holds the follow-up code', async () => {
  const { response, code, followUp, text } = await send({ ...filled, once: 'once-1' });
  expect([response.status, response.headers.get('location'), response.headers.get('cache-control')]).toEqual([201, null, 'no-store']);
  expect(text).toContain('Sở Xây dựng thành phố Huế');
  expect([...text.matchAll(/(?:href|action|src)="([^"]*)"/g)].filter(([, address]) => address!.includes(followUp))).toEqual([]);
  expect(await read(`/phan-anh/${code}`)).toContain('Ổ gà lớn trước cổng trường');
});

test('a double press, or reloading the answer, is one report', async () => {
  const picture = await drawing();
  const [first, second] = await Promise.all([send({ ...filled, once: 'once-2' }, [picture]), send({ ...filled, once: 'once-2' }, [picture])]);
  const third = await send({ ...filled, once: 'once-2' }, [picture]);
  expect(new Set([first.code, second.code, third.code]).size).toBe(1);
  expect(new Set([first.followUp, second.followUp, third.followUp]).size).toBe(1);

  // Back to the form, another text, the same hidden key: the person is asked, nothing is lost, nothing is sent.
  const changed = await send({ ...filled, description: 'Một chuyện khác hẳn ở chỗ khác.', once: 'once-2' });
  expect(changed.response.status).toBe(422);
  expect(changed.text).toContain('Biểu mẫu này đã gửi một lần.');
  expect(changed.text).toContain('Một chuyện khác hẳn ở chỗ khác.');
});

test('what is wrong is told beside its field, in the order of the page, with everything else kept', async () => {
  const { response, text } = await send({ description: 'ngắn', address: '"><b>nhà số 5', phone: '12', once: 'once-3' }, [await drawing()]);
  expect(response.status).toBe(422);
  expect([...text.matchAll(/<p class="error" id="(\w+)-error">/g)].map(([, field]) => field)).toEqual(['category', 'description', 'commune', 'consent']);
  expect([...text.matchAll(/<li><a href="#(\w+)">/g)].map(([, field]) => field)).toEqual(['category', 'description', 'commune', 'consent']);
  expect(text).toContain('<title>Lỗi: Gửi phản ánh');
  expect(text).toContain('>ngắn</textarea>');
  expect(text).toContain('value="&quot;&gt;&lt;b&gt;nhà số 5"');

  // The picture arrived: it need not be chosen again.
  const [, token] = /name="photo" value="([\w-]+)" checked/.exec(text)!;
  const again = await send({ ...filled, photo: token!, once: 'once-4' });
  expect(again.response.status).toBe(201);
  expect(await read(`/phan-anh/${again.code}`)).toMatch(/<img src="\/api\/files\//);
});

test('a kept picture is named by a signed token: knowing the id of a picture does not give a link to it', async () => {
  const { id } = (await (await hue.request('/api/field-reports/photos', { method: 'POST', body: await drawing() })).json()) as { id: string };
  const { response, text } = await send({ ...filled, description: '', photo: id });
  expect(response.status).toBe(422);
  expect(text).not.toContain('/api/files/');
});

test('a file that is no picture, or a sixth picture, is told beside the pictures', async () => {
  const page = await send(filled, [new TextEncoder().encode('<svg onload=alert(1)>')]);
  expect([page.response.status, /id="photos-error">([^<]+)/.exec(page.text)?.[1]]).toEqual([422, 'Ảnh 1: Tệp gửi lên không phải là ảnh đọc được.']);
  const six = await send(filled, await Promise.all(Array.from({ length: 6 }, drawing)));
  expect(/id="photos-error">([^<]+)/.exec(six.text)?.[1]).toBe('Tối đa 5 ảnh.');
});

test('contact details are taken with a consent only, and no page shows them', async () => {
  const contact = { name: 'Trần Thị Thử', phone: '0900 000 123', email: 'thu@vi-du.example' };
  expect((await send({ ...filled, ...contact })).text).toContain('id="consent-error"');
  const form = await read('/phan-anh/gui');
  const [, version] = /name="consent" value="([\d-]+)"[^>]*>/.exec(form)!;
  expect(form).not.toMatch(/name="consent"[^>]*checked/);
  const { code, followUp } = await send({ ...filled, ...contact, consent: version! });
  const pages = [await read(`/phan-anh/${code}`), await read('/phan-anh'), await read(`/phan-anh/viec/${code}`, dispatcher), await (await follow({ code, followUp })).text()];
  for (const page of pages) for (const secret of ['Trần Thị Thử', '0900', '+84900', 'thu@vi-du']) expect(page).not.toContain(secret);
});

test('a machine that fills in the hidden field is answered as everybody is, and nobody sees what it sent', async () => {
  const { response, text, code, followUp } = await send({ ...filled, description: 'Bán hàng giảm giá, bấm vào đây.', website: 'https://spam.example' });
  expect([response.status, code.slice(0, 4), followUp.length]).toEqual([201, 'HUE-', 16]);
  expect(text).not.toContain('spam.example');
  expect((await hue.request(`/phan-anh/${code}`, { headers: { accept: 'text/html' } })).status).toBe(404);
  expect(await read('/phan-anh')).not.toContain('Bán hàng giảm giá');
  expect(await read('/phan-anh/tiep-nhan', dispatcher)).toContain('Bán hàng giảm giá');
});

test('a form on another website sends nothing', async () => {
  const body = formOf({ ...filled, once: 'once-5' });
  const foreign = await hue.request('/phan-anh/gui', { method: 'POST', body, headers: { accept: 'text/html', origin: 'https://evil.example' } });
  expect(foreign.status).toBe(403);
});

test('the list is filtered and paged with plain links, and holds neither private nor foreign reports', async () => {
  const { code: secret } = await send({ ...filled, category: 'security', description: 'Nghi có người mua bán chất cấm.' });
  for (let i = 0; i < 13; i += 1) await send({ ...filled, category: 'waste', description: `Rác chưa ai thu gom, lần thứ ${i + 1}.` });
  await world.settled();
  const first = await read('/phan-anh?category=waste&status=');
  expect(codesOf(first)).toHaveLength(12);
  const [, next] = /href="(\/phan-anh\?[^"]*cursor=[^"]*)"/.exec(first)!;
  const second = await read(next!.replaceAll('&amp;', '&'));
  expect(codesOf(second)).toHaveLength(1);
  expect(second).toContain('>Về trang đầu</a>');
  expect(await read('/phan-anh?category=security')).toContain('Chưa có phản ánh nào như vậy.');
  expect((await hue.request(`/phan-anh/${secret}`, { headers: { accept: 'text/html' } })).status).toBe(404);
  const other = await world.province('dak-lak').request('/phan-anh', { headers: { accept: 'text/html' } });
  expect(codesOf(await other.text())).toEqual([]);
});

test('staff take a report through all its moves with plain forms; the public page shows each, and the reporter rates', async () => {
  const { code, followUp } = await send({ ...filled, description: 'Nắp cống trước số 7 bị vỡ, nguy hiểm ban đêm.' });
  const as = { accept: dispatcher, assign: dispatcher, start: officer, answer: officer, close: dispatcher };
  for (const [move, fields] of Object.entries({ accept: {}, assign: { agency: 'so-xay-dung' }, start: {}, answer: { answer: 'Đã thay nắp cống mới sáng nay.' }, close: {} })) {
    const session = as[move as keyof typeof as];
    expect(await read(`/phan-anh/viec/${code}`, session)).toContain(`action="/phan-anh/viec/${code}/${move}"`);
    const response = await act(code, move, fields, session, move === 'answer' ? [await drawing()] : []);
    expect([move, response.status, response.headers.get('location')]).toEqual([move, 303, `/phan-anh/viec/${code}?done=${move}`]);
  }
  const shown = await read(`/phan-anh/${code}`);
  for (const words of ['Đã tiếp nhận', 'Đã chuyển đơn vị xử lý', 'Đang xử lý', 'Đã thay nắp cống mới sáng nay.', 'Sau xử lý', 'Đã đóng', 'Đúng hạn']) expect(shown).toContain(words);

  expect(await (await follow({ code, followUp, do: 'rate' })).text()).toContain('Hãy chọn một mức đánh giá.');
  expect(await (await follow({ code, followUp, do: 'rate', rating: 'satisfied' })).text()).toContain('Cảm ơn bạn đã đánh giá.');
  expect(await read(`/phan-anh/${code}`)).toContain('Hài lòng');
  const reopened = await (await follow({ code, followUp, do: 'reopen', text: 'Sáng nay nắp cống lại vỡ.' })).text();
  expect(reopened).toContain('quay về đơn vị xử lý');
});

test('a move that is not possible, or an empty answer, changes nothing and says so; what was written stays', async () => {
  const { code } = await send({ ...filled, description: 'Biển báo bị cây che khuất hoàn toàn.' });
  const early = await act(code, 'answer', { answer: 'Đã cắt tỉa cành che biển báo.' }, officer);
  expect(early.status).toBe(409);
  expect(await early.text()).toContain('Chưa thực hiện được');
  await act(code, 'accept', {}, dispatcher);
  await act(code, 'assign', {}, dispatcher);
  await act(code, 'start', {}, officer);
  const short = await act(code, 'answer', { answer: 'xong' }, officer);
  expect(short.status).toBe(422);
  expect(await short.text()).toMatch(/id="answer-error">[^<]+<[\s\S]*>xong<\/textarea>/);
  const rejected = await act(code, 'reject', { reason: 'Không thuộc phạm vi xử lý.' }, dispatcher);
  expect(rejected.status).toBe(409);
});

test('pages of staff are for staff: signed out leads to signing in, a citizen is refused, an officer sees their agency alone', async () => {
  const signedOut = await hue.request('/phan-anh/viec', { headers: { accept: 'text/html' } });
  expect([signedOut.status, signedOut.headers.get('location')]).toEqual([303, '/dang-nhap?next=%2Fphan-anh%2Fviec']);
  const citizen = await hue.signIn({ name: 'nguoi-dan', roles: ['citizen'] });
  expect((await hue.request('/phan-anh/viec', { headers: { accept: 'text/html' }, as: citizen })).status).toBe(403);
  const { code } = await send({ ...filled, category: 'food-safety', description: 'Quán ăn để thức ăn ôi thiu nhiều ngày.' });
  expect((await hue.request(`/phan-anh/viec/${code}`, { headers: { accept: 'text/html' }, as: officer })).status).toBe(404);
  expect((await act(code, 'accept', {}, officer)).status).toBe(403);
  expect((await act(code, 'accept', {}, citizen)).status).toBe(403);
  expect((await act(code, 'withdraw', {}, dispatcher)).status).toBe(404);
});

test('without the right follow-up code nothing is shown, and nobody learns whether the report exists', async () => {
  const { code, followUp } = await send(filled);
  const wrong = await follow({ code, followUp: followUp.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) });
  const missing = await follow({ code: 'HUE-26-9999999', followUp });
  const nonsense = await follow({ code: '<b>', followUp: '' });
  const shown = await Promise.all([wrong, missing, nonsense].map((response) => response.text()));
  for (const [i, text] of shown.entries()) {
    expect([i, /id="code-error">([^<]+)/.exec(text)?.[1]]).toEqual([i, 'Mã phản ánh hoặc mã theo dõi chưa đúng.']);
  }
  expect([wrong.status, missing.status, nonsense.status]).toEqual([422, 422, 422]);

  // A withdrawn report is gone for the public and still there for its reporter.
  expect(await (await follow({ code: code.toLowerCase(), followUp, do: 'withdraw', once: 'w' })).text()).toContain('Bạn đã rút phản ánh này');
  expect((await hue.request(`/phan-anh/${code}`, { headers: { accept: 'text/html' } })).status).toBe(404);
  expect(await (await follow({ code, followUp })).text()).toContain('Đã rút');
});

test('the home page shows three figures with what they rest on, and the latest reports', async () => {
  await world.settled();
  const home = await read('/');
  expect([...home.matchAll(/<div class="figure"><p><b>([^<]+)<\/b>/g)]).toHaveLength(3);
  // Fewer than ten of anything are withheld, here as on the page of figures.
  expect(home).toMatch(/dưới 10 trên dưới 10 lượt trả lời/);
  expect(home).toMatch(/dưới 10 lượt đánh giá, dưới 10 phản ánh đã đóng/);
  expect(codesOf(home)).toHaveLength(4);
  const empty = await (await world.province('dak-lak').request('/', { headers: { accept: 'text/html' } })).text();
  expect(empty).toContain('Chưa có phản ánh nào.');
});

test('where the module is off its pages are not there, in the same frame as every error', async () => {
  const admin = await world.province('dak-lak').signIn({ name: 'quan-tri', roles: ['admin'] });
  const dakLak = (path: string, init = {}) => world.province('dak-lak').request(path, { headers: { accept: 'text/html' }, ...init });
  await dakLak('/api/core/modules/field-reports/disable', { method: 'POST', as: admin });
  const off = await dakLak('/phan-anh/gui');
  expect(off.status).toBe(404);
  expect(await off.text()).toContain('chưa được bật ở tỉnh này');
  expect(await (await dakLak('/')).text()).not.toContain('/phan-anh');
});

async function read(path: string, as?: string): Promise<string> {
  const response = await hue.request(path, { headers: { accept: 'text/html' }, ...(as !== undefined && { as }) });
  const text = await response.text();
  expect([path, response.status]).toEqual([path, 200]);
  return text;
}

function formOf(fields: Record<string, string>, photos: readonly Uint8Array<ArrayBuffer>[] = []): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const photo of photos) form.append('photos', new File([photo], 'anh.png'));
  return form;
}

async function send(fields: Record<string, string>, photos: readonly Uint8Array<ArrayBuffer>[] = []) {
  const response = await hue.request('/phan-anh/gui', { method: 'POST', headers: { accept: 'text/html' }, body: formOf(fields, photos) });
  const text = await response.text();
  const [code = '', followUp = ''] = [...text.matchAll(/class="code">([^<]+)</g)].map(([, shown]) => shown!);
  return { response, text, code, followUp };
}

function follow(fields: Record<string, string>): Promise<Response> {
  return hue.request('/phan-anh/theo-doi', { method: 'POST', headers: { accept: 'text/html' }, body: new URLSearchParams(fields) });
}

function act(code: string, move: string, fields: Record<string, string>, as: string, photos: readonly Uint8Array<ArrayBuffer>[] = []): Promise<Response> {
  return hue.request(`/phan-anh/viec/${code}/${move}`, { method: 'POST', headers: { accept: 'text/html' }, body: formOf(fields, photos), as });
}

function codesOf(page: string): string[] {
  return [...page.matchAll(/<h3>.*?href="\/phan-anh\/([A-Z0-9-]+)"/g)].map(([, code]) => code!);
}

async function drawing(): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await sharp({ create: { width: 640, height: 480, channels: 3, background: '#7a8a5b' } }).png().toBuffer());
}
