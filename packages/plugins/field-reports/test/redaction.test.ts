import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { here, type MediaWorld, mediaWorld, photoTaken } from './media-world.ts';

interface Shown {
  readonly text: string;
  readonly answer: string | null;
  readonly pictures: readonly { url: string; thumbnail: string }[];
}
interface Inbox {
  readonly text: string;
  readonly evidence: readonly { picture: string; extension: boolean; takenAt: string | null; lat: number | null }[];
  readonly published: readonly { event: number; type: string; text: string }[];
  readonly redactions: readonly { id: string; what: string }[];
  readonly timeline: readonly { type: string }[];
}

let at: MediaWorld;

beforeAll(async () => {
  at = await mediaWorld();
});
afterAll(() => at[Symbol.asyncDispose]());

const said = 'Nhà ông Ba Tèo số 5 đổ rác, xe 75A-123.45 chở đến, gọi 0900 000 123.';
let sent = 0;
async function report(photos: string[] = [], more: object = {}): Promise<string> {
  // Each of its own, or the second would be the same again.
  const { code } = await at.post('/reports', { category: 'traffic', description: `${said} Lần ${(sent += 1)}.`, ...here, photos, ...more });
  await at.world.settled();
  return code!;
}
const shownOf = async (code: string) => {
  await at.world.settled();
  return at.get<Shown>(`/reports/${code}`);
};
const inboxOf = (code: string, as = at.staff.dispatcher) => at.get<Inbox>(`/inbox/${code}`, as);
const statusOf = async (link: string) => (await at.hue.request(link)).status;
const pixel = async (link: string, x: number, y: number) => {
  const { data, info } = await sharp(Buffer.from(await (await at.hue.request(link)).arrayBuffer())).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return data[(y * info.width + x) * info.channels]!;
};
const hide = (code: string, text: string, passage: string) => at.post(`/reports/${code}/redactions/text`, { passages: [{ at: text.indexOf(passage), text: passage }] }, at.staff.dispatcher);

test('the public text is masked at entry, plates where the category says so', async () => {
  expect((await shownOf(await report())).text).toMatch(/^Nhà ông Ba Tèo số 5 đổ rác, xe \[biển số\] chở đến, gọi \[số điện thoại\]\./);
  expect((await shownOf(await report([], { category: 'road-damage' }))).text).toMatch(/xe 75A-123.45 chở đến, gọi \[số điện thoại\]/);
});

test('words that staff hide are gone from the report, the list and the search at once, and come back when it is undone', async () => {
  const code = await report();
  const { text } = await shownOf(code);
  const { redaction } = await hide(code, text, 'ông Ba Tèo');
  await at.world.settled();
  expect((await shownOf(code)).text).toMatch(/^Nhà \[đã che\] số 5/);
  for (const path of ['/reports?limit=100', `/reports/${code}`, `/inbox/${code}`, '/inbox?limit=100']) {
    const items = JSON.stringify(await at.get(path, at.staff.dispatcher));
    const own = items.split('"code":').find((part) => part.startsWith(`"${code}"`)) ?? items;
    expect([path, own.includes('Ba Tèo')]).toEqual([path, false]);
  }
  const found = await at.get<{ items: { code: string }[] }>(`/reports?q=${encodeURIComponent('ông Ba Tèo')}`);
  expect(found.items.map((one) => one.code)).not.toContain(code);
  await at.post(`/reports/${code}/redactions/${redaction}/undo`, undefined, at.staff.dispatcher);
  expect((await shownOf(code)).text).toBe(text);
});

test('redactions of the text are undone in turn, the latest first: nothing hidden later shows again by accident', async () => {
  const code = await report();
  const first = await hide(code, (await shownOf(code)).text, 'ông Ba Tèo');
  const second = await hide(code, (await shownOf(code)).text, 'số 5');
  expect(await at.refused(`/reports/${code}/redactions/${first['redaction']}/undo`, undefined, at.staff.dispatcher)).toMatchObject({ status: 409, code: 'later-redaction' });
  for (const { redaction } of [second, first]) await at.post(`/reports/${code}/redactions/${redaction}/undo`, undefined, at.staff.dispatcher);
  expect((await inboxOf(code)).redactions).toEqual([]);
});

test('words that somebody else has just hidden are not hidden twice: the second hears of it', async () => {
  const code = await report();
  const { text } = await shownOf(code);
  await hide(code, text, 'ông Ba Tèo');
  expect(await at.refused(`/reports/${code}/redactions/text`, { passages: [{ at: text.indexOf('số 5'), text: 'số 5' }] }, at.staff.dispatcher)).toMatchObject({ status: 422 });
});

test('a region of a picture is black for everybody, in the thumbnail too, and the old links open nothing any more', async () => {
  const photo = await at.upload(await photoTaken({ ...here, at: new Date() }));
  const code = await report([photo]);
  const before = (await shownOf(code)).pictures[0]!;
  expect(await pixel(before.url, 100, 50)).toBeGreaterThan(200);
  const { redaction } = await at.post(`/reports/${code}/redactions/picture`, { picture: photo, regions: [{ left: 400, top: 400, width: 200, height: 200 }] }, at.staff.dispatcher);
  const after = (await shownOf(code)).pictures[0]!;
  expect([await pixel(after.url, 100, 50), await pixel(after.url, 10, 10)]).toEqual([expect.toSatisfy((dark: number) => dark < 20), expect.toSatisfy((light: number) => light > 200)]);
  expect(await pixel(after.thumbnail, 160, 120)).toBeLessThan(20);
  expect([await statusOf(before.url), await statusOf(before.thumbnail)]).toEqual([404, 404]);
  // Its evidence stays with it.
  expect((await inboxOf(code)).evidence[0]!.lat).toBeCloseTo(here.lat, 3);

  // A second bar leaves the first where it is.
  const { picture } = (await inboxOf(code)).evidence[0]!;
  await at.post(`/reports/${code}/redactions/picture`, { picture, regions: [{ left: 0, top: 0, width: 100, height: 200 }] }, at.staff.dispatcher);
  const twice = (await shownOf(code)).pictures[0]!;
  expect([await pixel(twice.url, 100, 50), await pixel(twice.url, 10, 10)].every((dark) => dark < 20)).toBe(true);
  expect(await statusOf(after.url)).toBe(404);

  await at.post(`/reports/${code}/redactions/${redaction}/undo`, undefined, at.staff.dispatcher);
  const undone = (await shownOf(code)).pictures[0]!;
  expect([await pixel(undone.url, 100, 50), await statusOf(twice.url)]).toEqual([expect.toSatisfy((light: number) => light > 200), 404]);
});

test('the original is for who may see it, for a purpose, and every look is an event', async () => {
  const photo = await at.upload(await photoTaken());
  const code = await report([photo]);
  await at.post(`/reports/${code}/redactions/picture`, { picture: photo, regions: [{ left: 0, top: 0, width: 1_000, height: 1_000 }] }, at.staff.dispatcher);
  const purpose = 'Công an đề nghị cung cấp.';
  expect(await at.refused(`/reports/${code}/original`, { purpose }, at.staff.officer)).toMatchObject({ status: 403 });
  expect(await at.refused(`/reports/${code}/original`, { purpose: '' }, at.staff.dispatcher)).toMatchObject({ status: 422 });
  const original = await at.post<{ text: string; pictures: { original: string }[] }>(`/reports/${code}/original`, { purpose }, at.staff.dispatcher);
  expect(original.text).toContain('75A-123.45 chở đến, gọi 0900 000 123');
  expect(await pixel(original.pictures[0]!.original, 100, 50)).toBeGreaterThan(200);
  await at.world.settled();
  const events = await at.hue.database(async ({ pool }) => (await pool.query(`select data->>'purpose' as purpose from core.events where type = 'original.viewed'`)).rows);
  expect(events).toEqual([{ purpose }]);
});

test('who may not redact, does not; another province knows nothing of it', async () => {
  const photo = await at.upload(await photoTaken());
  const code = await report([photo]);
  const regions = [{ left: 0, top: 0, width: 10, height: 10 }];
  for (const [path, json] of [['text', { passages: [{ at: 0, text: 'Nhà' }] }], ['picture', { picture: photo, regions }]] as const) {
    expect(await at.refused(`/reports/${code}/redactions/${path}`, json, at.staff.officer)).toMatchObject({ status: 403 });
    expect(await at.refused(`/reports/${code}/redactions/${path}`, json)).toMatchObject({ status: 401 });
  }
  expect(await at.refused(`/reports/${code}/redactions/picture`, { picture: crypto.randomUUID(), regions }, at.staff.dispatcher)).toMatchObject({ status: 404 });
});

test('words of an address are hidden and shown again as those of the text are; the original is for whoever may see it', async () => {
  const address = 'Nhà ông Sáu Lúa, 12 Lê Lợi';
  const code = await report([], { address });
  const { redaction } = await at.post<{ redaction: string }>(`/reports/${code}/redactions/text`, { of: 'address', passages: [{ at: 4, text: 'ông Sáu Lúa' }] }, at.staff.dispatcher);
  const shown = async () => (await at.get<{ address: string }>(`/reports/${code}`)).address;
  await at.world.settled();
  expect(await shown()).toBe('Nhà [đã che], 12 Lê Lợi');
  const found = await at.get<{ items: { code: string }[] }>(`/reports?q=${encodeURIComponent('ông Sáu Lúa 12 Lê Lợi')}`);
  expect(found.items.map((one) => one.code)).not.toContain(code);
  const original = await at.post<{ address: string }>(`/reports/${code}/original`, { purpose: 'Kiểm tra địa chỉ trước khi che' }, at.staff.dispatcher);
  expect(original.address).toBe(address);
  await at.post(`/reports/${code}/redactions/${redaction}/undo`, {}, at.staff.dispatcher);
  await at.world.settled();
  expect(await shown()).toBe(address);
});

test('a category that hides plates hides them in all that was public before it; what was hidden by hand is undone as ever', async () => {
  const code = await at.inProgress({ category: 'road-damage', description: 'Ông Ba Tèo, xe 75A-123.45, đào đường.', address: 'Cạnh xe 75A-123.45' });
  await at.post(`/reports/${code}/pause`, { reason: 'Chờ chủ xe 75A-123.45 đến.' }, at.staff.officer);
  const { redaction } = await hide(code, (await shownOf(code)).text, 'Ông Ba Tèo');
  expect(JSON.stringify(await shownOf(code))).toMatch(/123\.45.*123\.45.*123\.45/);
  await at.post(`/reports/${code}/reclassify`, { category: 'traffic' }, at.staff.dispatcher);
  expect(await shownOf(code)).toMatchObject({ text: '[đã che], xe [biển số], đào đường.', address: 'Cạnh xe [biển số]' });
  for (const path of [`/reports/${code}`, `/inbox/${code}`]) expect(JSON.stringify(await at.get(path, at.staff.dispatcher))).not.toContain('123.45');
  await at.post(`/reports/${code}/redactions/${redaction}/undo`, undefined, at.staff.dispatcher);
  expect((await shownOf(code)).text).toBe('Ông Ba Tèo, xe [biển số], đào đường.');
});

test('words of an answer or a reason are hidden from the report and its timeline, and come back when it is undone', async () => {
  const code = await at.inProgress({ category: 'road-damage', description: 'Nhà bên đào đường đặt cống.' });
  const answer = 'Đã làm việc với ông Ba Tèo và hoàn trả mặt đường.';
  await at.post(`/reports/${code}/pause`, { reason: 'Chờ ông Ba Tèo nộp đơn.' }, at.staff.officer);
  await at.post(`/reports/${code}/answer`, { answer }, at.staff.officer);
  const { published } = await inboxOf(code);
  expect(published.map(({ type }) => type)).toEqual(['report.paused', 'report.answered']);
  const done: string[] = [];
  for (const { event, text } of published) {
    const { redaction } = await at.post(`/reports/${code}/redactions/text`, { of: 'timeline', event, passages: [{ at: text.indexOf('ông Ba Tèo'), text: 'ông Ba Tèo' }] }, at.staff.dispatcher);
    done.push(redaction!);
  }
  const shown = await shownOf(code);
  expect([shown.answer, JSON.stringify(shown).includes('Ba Tèo'), JSON.stringify(shown)]).toEqual(['Đã làm việc với [đã che] và hoàn trả mặt đường.', false, expect.stringContaining('Chờ [đã che] nộp đơn.')]);
  expect(JSON.stringify(await inboxOf(code, at.staff.officer))).not.toContain('Ba Tèo');
  const original = await at.post<{ timeline: { text: string }[] }>(`/reports/${code}/original`, { purpose: 'Đối chiếu câu trả lời.' }, at.staff.dispatcher);
  expect(original.timeline.map(({ text }) => text)).toEqual(['Chờ ông Ba Tèo nộp đơn.', answer]);
  await at.post(`/reports/${code}/redactions/${done[1]}/undo`, undefined, at.staff.dispatcher);
  expect((await shownOf(code)).answer).toBe(answer);
  expect(await at.refused(`/reports/${code}/redactions/text`, { of: 'timeline', passages: [{ at: 0, text: 'Chờ' }] }, at.staff.dispatcher)).toMatchObject({ status: 422, errors: [{ path: 'body.event' }] });
});

test('on the page, words of an answer are hidden as those of the text are', async () => {
  const code = await at.inProgress({ category: 'road-damage', description: 'Nhà bên đổ vữa ra đường.' });
  await at.post(`/reports/${code}/answer`, { answer: 'Đã nhắc nhở bà Sáu Lúa.' }, at.staff.officer);
  const path = `/phan-anh/viec/${code}/che`;
  const page = await (await at.hue.request(path, { as: at.staff.dispatcher })).text();
  const event = /name="event" value="(\d+)"/.exec(page)![1]!;
  const send = (words: string) => at.hue.request(path, { method: 'POST', as: at.staff.dispatcher, body: new URLSearchParams({ do: 'timeline', event, [`timeline-${event}`]: words, once: crypto.randomUUID() }), headers: { origin: 'http://hue.localhost' } });
  expect([(await send('ông Năm')).status, (await send('bà Sáu Lúa')).status]).toEqual([422, 303]);
  expect((await shownOf(code)).answer).toBe('Đã nhắc nhở [đã che].');
});

test('pictures that came with an extension are seen with their evidence, hidden and shown again as others are', async () => {
  const code = await at.inProgress({ category: 'road-damage', description: 'Hố ga mất nắp trước chợ.' });
  const photo = await at.upload(await photoTaken({ ...here, at: new Date() }), at.staff.officer);
  const { id } = await at.post(`/reports/${code}/extensions`, { reason: 'Chờ nắp hố ga về.', promisedAt: new Date(Date.now() + 30 * 86_400_000).toISOString(), photos: [photo] }, at.staff.officer);
  expect((await inboxOf(code)).evidence).toMatchObject([{ picture: photo, extension: true, takenAt: expect.any(String) as string }]);
  await at.post(`/reports/${code}/extensions/${id}/decide`, { granted: true }, at.staff.dispatcher);
  const before = (await shownOf(code)).pictures[0]!;
  const { redaction } = await at.post(`/reports/${code}/redactions/picture`, { picture: photo, regions: [{ left: 0, top: 0, width: 1_000, height: 1_000 }] }, at.staff.dispatcher);
  const after = (await shownOf(code)).pictures[0]!;
  expect([await pixel(after.url, 100, 50), await statusOf(before.url)]).toEqual([expect.toSatisfy((dark: number) => dark < 20), 404]);
  expect((await inboxOf(code)).evidence[0]!.lat).toBeCloseTo(here.lat, 3);
  await at.post(`/reports/${code}/redactions/${redaction}/undo`, undefined, at.staff.dispatcher);
  expect(await pixel((await shownOf(code)).pictures[0]!.url, 100, 50)).toBeGreaterThan(200);
});

test('whoever may look up reporters of one category does so there, and nowhere else', async () => {
  await at.hue.role('giao-thong', [{ permission: 'report:identify', when: { category: 'traffic' } }]);
  const one = await at.hue.signIn({ name: 'giao-thong', roles: ['giao-thong'], agency: 'ioc' });
  const purpose = 'Gọi lại hỏi thêm về xe.';
  await at.post(`/reports/${await report()}/reporter`, { purpose }, one);
  expect(await at.refused(`/reports/${await report([], { category: 'road-damage' })}/reporter`, { purpose }, one)).toMatchObject({ status: 403 });
});
