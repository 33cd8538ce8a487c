import { expect, test, vi } from 'vitest';
import { act, api, clock, done, dueOf, eventsOf, hue, inHand, noticesOf, refusalOf, type Role, signIn, storedAndReplayed, submit, timelineOf, timeOf, world } from './clocked-province.ts';
import { vn } from './office-calendar.ts';

test('the clocks of a report begin with it and follow its moves; the log alone gives the same clocks', async () => {
  const code = await inHand('2026-11-18 08:00', { channel: 'app' });
  clock.set(vn('2026-11-19 10:00'));
  await done('officer', `/reports/${code}/answer`, { answer: 'Đã vá xong mặt đường sáng nay.' });
  expect((await timeOf(code)).clocks.map(({ kind, inTime, dueAt }) => [kind, inTime, new Date(dueAt)])).toEqual([
    ['accept', true, vn('2026-11-18 14:00')],
    ['assign', true, vn('2026-11-18 14:00')],
    ['whole', true, vn('2026-11-30 08:00')],
  ]);
  const [stored, replayed] = await storedAndReplayed(code);
  expect(replayed).toEqual(stored);
  expect((await timelineOf(code)).find(({ type }) => type === 'report.answered')?.data).toMatchObject({ onTime: true });
});

test('a pause needs a reason, ends by itself at its ceiling, and adds the working time it took', async () => {
  const code = await inHand('2026-11-12 08:00');
  expect(await dueOf(code)).toEqual(vn('2026-11-23 08:00'));
  clock.set(vn('2026-11-13 15:00'));
  expect(refusalOf(await act('officer', `/reports/${code}/pause`, { reason: '' }))).toEqual([422, 'invalid-input', 'body.reason']);
  expect(refusalOf(await act('officer', `/reports/${code}/pause`, { reason: 'Chờ vật tư', until: '2026-11-13T14:00:00+07:00' }))).toEqual([422, 'invalid-input', 'body.until']);
  expect(refusalOf(await act('officer', `/reports/${code}/pause`, { reason: 'Chờ vật tư', until: '2026-12-13T14:00:00+07:00' }))).toEqual([422, 'invalid-input', 'body.until']);
  await done('officer', `/reports/${code}/pause`, { reason: 'Chờ vật tư, gọi 0905 123 456', until: '2026-11-16T09:00:00+07:00' });
  expect(refusalOf(await act('officer', `/reports/${code}/pause`, { reason: 'Chờ vật tư' }))).toEqual([409, 'not-pausable']);

  // Nobody comes back: the job ends it at nine on Monday, though it runs at ten.
  clock.set(vn('2026-11-16 10:00'));
  await world.due();
  expect((await timeOf(code)).pauses).toMatchObject([{ endedBy: 'ceiling', endedAt: vn('2026-11-16 09:00').toISOString() }]);
  expect(await dueOf(code)).toEqual(vn('2026-11-23 11:30'));
  const shown = await timelineOf(code);
  expect(shown.find(({ type }) => type === 'report.paused')?.data['reason']).not.toContain('0905');
  expect(shown.at(-1)).toMatchObject({ type: 'report.resumed', data: { dueAt: vn('2026-11-23 11:30').toISOString() } });

  // A second one is ended by hand, a third there is not; an answer ends a pause as well.
  await done('officer', `/reports/${code}/pause`, { reason: 'Mưa lớn kéo dài' });
  clock.set(vn('2026-11-16 11:00'));
  await done('officer', `/reports/${code}/resume`);
  expect(await dueOf(code)).toEqual(vn('2026-11-23 14:30'));
  expect(refusalOf(await act('officer', `/reports/${code}/resume`))).toEqual([409, 'not-paused']);
  expect(refusalOf(await act('officer', `/reports/${code}/pause`, { reason: 'Mưa lớn kéo dài' }))).toEqual([409, 'too-many-pauses']);
  const [stored, replayed] = await storedAndReplayed(code);
  expect(replayed).toEqual(stored);
});

test('an answer in the middle of a pause ends it and is in time', async () => {
  const code = await inHand('2026-11-12 08:00');
  clock.set(vn('2026-11-20 16:00'));
  await done('officer', `/reports/${code}/pause`, { reason: 'Chờ vật tư' });
  clock.set(vn('2026-11-23 16:00'));
  await done('officer', `/reports/${code}/answer`, { answer: 'Đã vá xong mặt đường sáng nay.' });
  expect((await timelineOf(code)).slice(-2).map(({ type, data }) => [type, data['onTime']])).toEqual([['report.resumed', undefined], ['report.answered', true]]);
  expect((await timeOf(code)).pauses).toMatchObject([{ endedBy: 'move' }]);
});

test('an extension is asked for by the handler and decided by an approver; the citizen sees date and reason; twice at most', async () => {
  const code = await inHand('2026-11-12 08:00');
  const ask = (promisedAt: string) => act('officer', `/reports/${code}/extensions`, { reason: 'Phải chờ khô nền đường.', promisedAt });
  expect(refusalOf(await ask('2026-11-11T17:00:00+07:00'))).toEqual([422, 'invalid-input', 'body.promisedAt']);
  expect(refusalOf(await ask('2026-11-20T17:00:00+07:00'))).toEqual([422, 'invalid-input', 'body.promisedAt']);
  const { body } = await ask('2026-11-27T17:00:00+07:00');
  expect(refusalOf(await ask('2026-11-28T17:00:00+07:00'))).toEqual([409, 'already-requested']);
  const decide = (granted: boolean, id = body['id']) => act('dispatcher', `/reports/${code}/extensions/${id}/decide`, { granted, ...(!granted && { refusal: 'Chưa đủ căn cứ.' }) });
  expect((await act('officer', `/reports/${code}/extensions/${body['id']}/decide`, { granted: true })).status).toBe(403);
  expect((await timelineOf(code)).map(({ type }) => type)).not.toContain('extension.requested');
  expect((await decide(true)).status).toBe(200);
  expect(refusalOf(await decide(true))).toEqual([409, 'already-decided']);
  expect(await dueOf(code)).toEqual(vn('2026-11-27 17:00'));
  expect((await timelineOf(code)).at(-1)).toMatchObject({ type: 'report.extended', data: { reason: 'Phải chờ khô nền đường.', dueAt: vn('2026-11-27 17:00').toISOString(), before: vn('2026-11-23 08:00').toISOString() } });

  const second = await ask('2026-12-01T17:00:00+07:00');
  expect((await decide(false, second.body['id'])).status).toBe(200);
  expect(await dueOf(code)).toEqual(vn('2026-11-27 17:00'));
  await decide(true, (await ask('2026-12-01T17:00:00+07:00')).body['id']);
  expect(refusalOf(await ask('2026-12-08T17:00:00+07:00'))).toEqual([409, 'too-many-extensions']);
  const late = await inHand('2026-11-02 08:00');
  clock.set(vn('2026-11-20 08:00'));
  expect(refusalOf(await act('officer', `/reports/${late}/extensions`, { reason: 'Phải chờ khô nền đường.', promisedAt: '2026-11-28T17:00:00+07:00' }))).toEqual([409, 'already-late']);
});

test('reassigning leaves every clock as it is', async () => {
  const code = await inHand('2026-11-12 08:00');
  const before = (await timeOf(code)).clocks;
  clock.set(vn('2026-11-13 08:00'));
  await done('dispatcher', `/reports/${code}/assign`, { agency: 'cong-an' });
  expect((await timeOf(code)).clocks).toEqual(before);
});

test('another category is counted from acceptance, and the timeline says so', async () => {
  const { code } = await submit('2026-11-12 08:00', { category: 'flooding' });
  clock.set(vn('2026-11-12 09:00'));
  await done('dispatcher', `/reports/${code}/accept`);
  clock.set(vn('2026-11-13 08:00'));
  const changed = await done('dispatcher', `/reports/${code}/reclassify`, { category: 'road-damage' });
  expect([changed['agency'], changed['dueAt']]).toEqual(['so-xay-dung', vn('2026-11-23 09:00').toISOString()]);
  expect(await noticesOf('so-xay-dung')).toContain(`Phản ánh ${code} được chuyển đến đơn vị`);
  expect((await timelineOf(code)).at(-1)).toMatchObject({
    type: 'report.reclassified',
    data: { before: 'flooding', category: 'road-damage', clocks: { from: vn('2026-11-12 09:00').toISOString() } },
  });
  expect(refusalOf(await act('dispatcher', `/reports/${code}/reclassify`, { category: 'road-damage' }))).toEqual([422, 'invalid-input', 'body.category']);
  expect(refusalOf(await act('dispatcher', `/reports/${code}/reclassify`, { category: 'khong-co' }))).toEqual([422, 'invalid-input', 'body.category']);
  await done('dispatcher', `/reports/${code}/reclassify`, { priority: 'high' });
  expect((await timeOf(code)).priority).toBe('high');
});

test('a regulation that changes in the middle of a case does not touch it, and two editors do not overwrite each other', async () => {
  const code = await inHand('2026-11-12 08:00');
  const admin = () => signIn('admin');
  const read = async () => (await (await hue.request(`${api}/limits`, { as: await admin() })).json()) as { version: string; limits: Record<string, unknown>[]; ladder: object[] };
  const put = async (json: object) => hue.request(`${api}/limits`, { method: 'PUT', as: await admin(), json });
  const { version, limits, ladder } = await read();
  const given = limits.map(({ id: _, ...limit }) => limit);
  const faster = [...given.slice(0, -1), { ...given.at(-1), assignHours: 1, answerDays: 2 }];
  const changed = await put({ version, limits: faster, ladder });
  expect(changed.status).toBe(200);
  expect(((await changed.json()) as { limits: { id: number }[] }).limits.slice(0, -1).map(({ id }) => id)).toEqual(limits.slice(0, -1).map(({ id }) => id));
  expect((await put({ version, limits: given, ladder })).status).toBe(409);
  for (const wrong of [{ limits: [{ ...given[0], category: 'khong-co' }] }, { limits: [given[0], given[0]] }, { ladder: [{ told: 'khong-co', afterHours: 1 }] }, { limits: [{ validFrom: '2026-01-01' }] }]) {
    expect((await put({ version: (await read()).version, limits: given, ladder, ...wrong })).status).toBe(422);
  }

  await done('dispatcher', `/reports/${code}/assign`, { agency: 'cong-an' });
  expect(await dueOf(code)).toEqual(vn('2026-11-23 08:00'));
  const next = await submit('2026-11-12 09:00');
  expect(next.dueAt).toEqual(expect.toSatisfy((due: string) => +new Date(due) === +vn('2026-11-16 09:00')));
  expect((await put({ version: (await read()).version, limits: given, ladder })).status).toBe(200);
});

test('an immediate report of a Saturday night has no stage clocks, is due four hours later, and rings at once', async () => {
  clock.set(vn('2026-11-14 23:30'));
  await signIn('dispatcher');
  const { code, dueAt } = await submit('2026-11-14 23:30', { category: 'flooding' });
  expect(new Date(dueAt)).toEqual(vn('2026-11-15 03:30'));
  expect((await timeOf(code)).clocks.map(({ kind }) => kind)).toEqual(['whole']);
  // Not settled: what is not urgent waits for the morning, which by this clock never comes.
  await vi.waitFor(async () => {
    const { rows } = await hue.database(({ pool }) => pool.query<{ state: string }>(`select * from core.messages where kind = 'immediate-report' and data->>'code' = $1`, [code]));
    expect(rows.length).toBeGreaterThan(0);
  }, 20_000);
  await done('dispatcher', `/reports/${code}/accept`);
  await done('dispatcher', `/reports/${code}/assign`, { agency: 'so-xay-dung' });
  expect(refusalOf(await act('officer', `/reports/${code}/pause`, { reason: 'Trời tối quá' }))).toEqual([409, 'immediate-flow']);
});

test('an agency is warned at three quarters; what is late climbs to the chairman’s office, whose order has a clock of its own', async () => {
  // What the night before held back until the morning is sent; by the clock of that night it never would be.
  clock.set(vn('2026-11-30 09:00'));
  await world.due();
  const { code } = await submit('2026-12-01 08:00');
  await done('dispatcher', `/reports/${code}/accept`);
  await done('dispatcher', `/reports/${code}/assign`, { agency: 'bao-ton-di-tich' });
  const told = async (at: string) => {
    clock.set(vn(at));
    await world.due();
    return (await eventsOf(code)).filter(({ type }) => type.startsWith('clock.')).map(({ type, data }) => [type, (data as { to?: string }).to]);
  };
  // 1. Seven working days from Tuesday 1 December: due on Thursday 10 December at 8:00; three quarters are gone on Tuesday 8 December.
  expect(await dueOf(code)).toEqual(vn('2026-12-10 08:00'));
  expect(await told('2026-12-07 16:00')).toEqual([]);
  expect(await told('2026-12-08 16:00')).toEqual([['clock.warned', undefined]]);
  expect(await told('2026-12-09 16:00')).toHaveLength(1);
  // 2. Late: the agency; it has none above it, so the chairman's office eight working hours later.
  expect((await told('2026-12-10 08:05')).slice(1)).toEqual([['clock.escalated', 'bao-ton-di-tich']]);
  expect((await told('2026-12-11 09:05')).slice(2)).toEqual([['clock.escalated', 'van-phong-ubnd']]);
  expect(await told('2026-12-20 09:05')).toHaveLength(3);
  expect((await noticesOf('van-phong-ubnd')).filter((title) => title.includes(code))).toEqual([`Phản ánh ${code} đã quá hạn trả lời`]);
  expect((await timelineOf(code)).filter(({ type }) => type.startsWith('clock.'))).toEqual([]);

  // 3. The order.
  const order = (json: object) => act('province-leader', `/reports/${code}/orders`, { instruction: 'Khắc phục ngay trong tuần.', ...json });
  expect(refusalOf(await order({ dueAt: '2026-12-19T08:00:00+07:00' }))).toEqual([422, 'invalid-input', 'body.dueAt']);
  expect(refusalOf(await order({ dueAt: '2026-12-23T08:00:00+07:00', agency: 'khong-co' }))).toEqual([422, 'invalid-input', 'body.agency']);
  expect((await act('dispatcher', `/reports/${code}/orders`, { instruction: 'Khắc phục ngay.', dueAt: '2026-12-23T08:00:00+07:00' })).status).toBe(403);
  const { body } = await order({ dueAt: '2026-12-23T08:00:00+07:00' });
  expect((await timelineOf(code)).at(-1)).toMatchObject({ type: 'report.ordered', data: { agency: 'bao-ton-di-tich', until: vn('2026-12-23 08:00').toISOString() } });
  expect(JSON.stringify(await timelineOf(code))).not.toContain('Khắc phục ngay');
  expect(await dueOf(code, 'order')).toEqual(vn('2026-12-23 08:00'));

  // 4. Late as well, then carried out by the agency that was ordered, and by no other.
  expect((await told('2026-12-23 08:05')).slice(3)).toEqual([['clock.escalated', 'bao-ton-di-tich']]);
  const complete = (agency: string) => act('officer', `/reports/${code}/orders/${body['id']}/complete`, { result: 'Đã khắc phục xong.' }, agency);
  expect((await complete('so-xay-dung')).status).toBe(403);
  expect((await complete('bao-ton-di-tich')).body).toMatchObject({ onTime: false });
  expect(refusalOf(await complete('bao-ton-di-tich'))).toEqual([409, 'already-completed']);
  expect((await timelineOf(code)).at(-1)).toMatchObject({ type: 'order.completed', data: { onTime: false } });
  const [stored, replayed] = await storedAndReplayed(code);
  expect(replayed).toEqual(stored);
}, 120_000);

test('whoever may not see a report sees nothing of its clocks and changes nothing of them', async () => {
  const code = await inHand('2026-11-12 08:00');
  const stranger = await signIn('officer', 'cong-an');
  expect((await hue.request(`${api}/inbox/${code}/clocks`, { as: stranger })).status).toBe(404);
  for (const [path, json] of [['pause', { reason: 'Chờ vật tư' }], ['extensions', { reason: 'Chờ vật tư', promisedAt: '2026-12-30T08:00:00+07:00' }], ['resume', undefined], ['reclassify', { priority: 'high' }]] as const) {
    expect([path, (await hue.request(`${api}/reports/${code}/${path}`, { method: 'POST', as: stranger, json })).status]).toEqual([path, 403]);
  }
  expect((await hue.request(`${api}/limits`, { as: stranger })).status).toBe(403);
});

test('staff pause, extend, order and classify on plain pages; what was filled in wrongly comes back as it was', async () => {
  const code = await inHand('2026-11-12 08:00');
  const post = async (role: Role, action: string, form: Record<string, string>) =>
    hue.request(`/phan-anh/viec/${code}/dong-ho/${action}`, { method: 'POST', as: await signIn(role), headers: { accept: 'text/html' }, body: new URLSearchParams(form) });
  const page = async (role: Role) => (await hue.request(`/phan-anh/viec/${code}`, { as: await signIn(role), headers: { accept: 'text/html' } })).text();
  const wrong = await post('officer', 'tam-dung', { pauseReason: 'Chờ vật tư <b>', pauseUntil: '2025-01-01T08:00' });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toMatch(/<details open>[\s\S]*Chờ vật tư &lt;b&gt;[\s\S]*id="pauseUntil-error"[\s\S]*value="2025-01-01T08:00"/);
  const paused = await post('officer', 'tam-dung', { pauseReason: 'Chờ vật tư', pauseUntil: '' });
  expect([paused.status, paused.headers.get('location')]).toEqual([303, `/phan-anh/viec/${code}?done=tam-dung`]);
  expect(await page('officer')).toContain('Đang tạm dừng');
  expect((await post('officer', 'tiep-tuc', {})).status).toBe(303);
  expect((await post('officer', 'gia-han', { extensionReason: 'Phải chờ khô nền đường.', promisedAt: '2026-11-27T17:00' })).status).toBe(303);
  const [, id] = /name="id" value="([\w-]+)"/.exec(await page('dispatcher'))!;
  expect((await post('dispatcher', 'duyet', { id: id! })).status).toBe(303);
  expect((await post('province-leader', 'chi-dao', { instruction: 'Khắc phục ngay.', orderDue: '2026-11-20T17:00', orderAgency: 'so-xay-dung' })).status).toBe(303);
  const [, order] = /name="id" value="([\w-]+)"/.exec(await page('officer'))!;
  expect((await post('officer', 'da-lam', { id: order!, result: 'Đã khắc phục xong.' })).status).toBe(303);
  expect((await post('dispatcher', 'phan-loai', { newCategory: 'road-damage', priority: 'high' })).status).toBe(303);
  await world.settled();
  const shown = await (await hue.request(`/phan-anh/${code}`, { headers: { accept: 'text/html' } })).text();
  for (const words of ['Đã gia hạn', 'Phải chờ khô nền đường.', 'Lãnh đạo tỉnh chỉ đạo xử lý', 'Đã thực hiện chỉ đạo', 'Tạm dừng tính thời hạn']) expect(shown).toContain(words);
  for (const secret of ['Khắc phục ngay.', 'Đã khắc phục xong.']) expect(shown).not.toContain(secret);
});

test('what was paused and turns out to be immediate runs on at once, and waits for no acceptance any more', async () => {
  const code = await inHand('2027-01-11 08:00');
  await done('officer', `/reports/${code}/pause`, { reason: 'Chờ vật tư' });
  clock.set(vn('2027-01-11 10:00'));
  await done('dispatcher', `/reports/${code}/reclassify`, { category: 'flooding' });
  expect((await timeOf(code)).pauses).toMatchObject([{ endedBy: 'move', endedAt: vn('2027-01-11 10:00').toISOString() }]);
  const [stored, replayed] = await storedAndReplayed(code);
  expect(stored.filter(({ pausedAt }) => pausedAt !== null)).toEqual([]);
  expect(replayed).toEqual(stored);

  const inbox = async (wanted: string) => {
    const { items } = (await (await hue.request(`${api}/inbox?limit=100`, { as: await signIn('dispatcher') })).json()) as { items: { code: string; acceptDueAt: string | null }[] };
    return items.find((item) => item.code === wanted);
  };
  const { code: fresh } = await submit('2027-01-11 10:00');
  expect((await inbox(fresh))?.acceptDueAt).toBe((await dueOf(fresh, 'accept')).toISOString());
  await done('dispatcher', `/reports/${fresh}/reclassify`, { category: 'flooding' });
  expect((await inbox(fresh))?.acceptDueAt).toBeNull();
});

test('an order about what was merged into another report is nobody’s to carry out any more', async () => {
  const into = await inHand('2027-01-12 08:00');
  const code = await inHand('2027-01-12 08:05');
  const { id } = await done('province-leader', `/reports/${code}/orders`, { instruction: 'Khắc phục ngay trong tuần.', dueAt: '2027-01-20T08:00:00+07:00' });
  const waiting = async () => {
    const { items } = (await (await hue.request(`${api}/orders?limit=100`, { as: await signIn('officer') })).json()) as { items: { id: string }[] };
    return items.map((order) => order.id);
  };
  expect(await waiting()).toContain(id);
  await done('dispatcher', `/reports/${code}/merge`, { into });
  expect(await waiting()).not.toContain(id);
});
