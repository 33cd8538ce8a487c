import { inTime } from './in-time.ts';
import { type FloodDay, type Sent, untouched } from './day.ts';
import { type Clocks, clocksOf } from './immediate-flow.ts';
import { chairmanOffice } from './prepare.ts';
import { noticesOf } from './routing.ts';
import { check, checkThat, number, wallClock } from './told.ts';

/** The province looks at its clocks every five minutes; with some patience for a machine under load. */
const lookMs = 6 * 60_000;
const [minuteMs, hourMs] = [60_000, 3_600_000];
const ward = 'ubnd-19996';

export interface Order {
  readonly report: Sent;
  readonly id: string;
  readonly dueAt: Date;
}

/** The chairman's office orders the ward to act on what it has not; early, so that its time runs out while the day goes on. */
export async function orderIsGiven(day: FloodDay): Promise<Order> {
  const [report] = untouched(day, 'flooding', 1) as [Sent];
  await day.staff.dispatcher.post(`/reports/${report.code}/accept`);
  await day.staff.dispatcher.post(`/reports/${report.code}/assign`, {});
  day.states.set(report.code, 'assigned');
  const dueAt = new Date(day.time.now().getTime() + minuteMs);
  const order = { instruction: 'Đưa ngay hai hộ dân ở đuôi xóm lên trường, báo cáo về Văn phòng.', dueAt: dueAt.toISOString() };
  check('Hạn của chỉ đạo không thể ở quá khứ', await day.staff.chairman.refusal(`/reports/${report.code}/orders`, { ...order, dueAt: day.began.toISOString() }), '422 invalid-input');
  check('Cán bộ phường không tự ra chỉ đạo', (await day.staff.commune.refusal(`/reports/${report.code}/orders`, order)).slice(0, 3), '403');
  const { id, agency } = await day.staff.chairman.post<{ id: string; agency: string }>(`/reports/${report.code}/orders`, order);
  check('Chỉ đạo giao cho đơn vị đang giữ việc', agency, ward);
  await inTime('phường được báo có chỉ đạo', async () => (await noticesOf(day.staff.commune)).some(({ title, link }) => title.vi.startsWith('Chỉ đạo') && link.endsWith(report.code)) || undefined);
  day.tell(`Văn phòng UBND chỉ đạo phường về ${report.code}, hạn riêng ${wallClock(dueAt)}.`);
  return { report, id, dueAt };
}

/** Not done in its time: passed up to the chairman's office; done late it says so, and the next one is done in time. */
export async function orderRunsOut(day: FloodDay, { report, id, dueAt }: Order): Promise<void> {
  if (!day.time.turned) day.tell(`Chờ hệ thống nhìn lại đồng hồ (năm phút một lần) sau ${wallClock(dueAt)} …`);
  await day.time.to(dueAt);
  const path = `/reports/${report.code}`;
  const up = await inTime('chỉ đạo quá hạn được báo lên', async () => {
    const escalated = (await timelineOf(day, report)).filter(({ type, data }) => type === 'clock.escalated' && data.clock?.part === id);
    return escalated.length === 2 ? escalated : undefined;
  }, lookMs);
  check('Báo đơn vị, rồi Văn phòng UBND', up.map(({ data }) => [data.rung, data.to]), [[1, ward], [2, chairmanOffice]]);
  checkThat('Văn phòng UBND thấy trong thông báo của mình', (await noticesOf(day.staff.chairman)).some(({ title, link }) => title.vi.includes('quá hạn') && link.endsWith(report.code)));

  const late = await day.staff.commune.post<{ onTime: boolean }>(`${path}/orders/${id}/complete`, { result: 'Đã đưa hai hộ, chín người, lên trường an toàn.' });
  check('Thực hiện sau hạn thì ghi là trễ', late.onTime, false);
  check('Không báo cáo hai lần', await day.staff.commune.refusal(`${path}/orders/${id}/complete`, { result: 'Báo cáo lần nữa.' }), '409 already-completed');
  const next = { instruction: 'Bố trí lương thực, nước uống cho các hộ vừa sơ tán.', dueAt: new Date(day.time.now().getTime() + 2 * hourMs).toISOString() };
  const second = await day.staff.chairman.post<{ id: string }>(`${path}/orders`, next);
  const done = await day.staff.commune.post<{ onTime: boolean }>(`${path}/orders/${second.id}/complete`, { result: 'Đã cấp mì, nước uống cho chín người.' });
  check('Thực hiện trong hạn thì ghi là đúng hạn', done.onTime, true);
  const { orders, clocks } = await clocksOf(day, report.code);
  check('Hai chỉ đạo đều đã xong', orders.map(({ completedAt }) => completedAt !== null), [true, true]);
  check('Đồng hồ của mỗi chỉ đạo', orders.map((order) => clocks.find(({ part }) => part === order.id)?.inTime), [false, true]);
  const shown = (await timelineOf(day, report)).filter(({ type }) => type === 'report.ordered' || type === 'order.completed');
  check('Chỉ đạo và kết quả nằm trong diễn biến', shown.map(({ type }) => type), ['report.ordered', 'order.completed', 'report.ordered', 'order.completed']);
  day.tell('Chỉ đạo quá hạn được báo lên phường rồi Văn phòng UBND; phường thực hiện, ghi là trễ. Chỉ đạo thứ hai xong đúng hạn.');
}

/** With a clock that can be turned: four hours later, whatever is still open is warned of first, then late, and passed up. */
export async function fourHoursLater(day: FloodDay): Promise<void> {
  const floods = day.sent.filter(({ code, category }) => category === 'flooding' && open.has(day.states.get(code)!));
  const [one] = floods.filter(({ code }) => day.states.get(code) === 'submitted') as [Sent];
  const whole = (clocks: Clocks) => clocks.clocks.find(({ kind }) => kind === 'whole')!;
  const due = new Date(whole(await clocksOf(day, one.code)).dueAt);
  const typesOf = async () => (await timelineOf(day, one)).flatMap(({ type, data }) => (type.startsWith('clock.') ? [`${type} ${data.to ?? ''}`.trim()] : []));
  await day.time.to(new Date(due.getTime() - hourMs / 2));
  check('Nhắc trước khi quá hạn', await inTime('lời nhắc', async () => ((await typesOf()).length > 0 ? typesOf() : undefined)), ['clock.warned']);
  await day.time.to(new Date(due.getTime() + 20 * minuteMs));
  const after = ['clock.warned', `clock.escalated ${one.agency}`, `clock.escalated ${chairmanOffice}`];
  check('Quá hạn thì báo lên từng bậc', await inTime('báo quá hạn', async () => ((await typesOf()).length > 1 ? typesOf() : undefined)), after);
  await inTime('mọi phản ánh ngập chưa xong đều đã được báo quá hạn', async () => {
    const rungs = await Promise.all(floods.filter((_, i) => i % 25 === 0).map(async ({ code }) => whole(await clocksOf(day, code)).rung));
    return rungs.every((rung) => rung === 2) || undefined;
  });
  day.tell(`Bốn giờ sau: ${number(floods.length)} phản ánh ngập chưa trả lời đều đã được nhắc lúc ba giờ và báo quá hạn lên phường, lên Văn phòng UBND.`);
}

const open = new Set(['submitted', 'accepted', 'assigned', 'in-progress', 'reopened']);

interface StaffEvent {
  readonly type: string;
  readonly data: { readonly clock?: { readonly part: string }; readonly to?: string; readonly rung?: number };
}

const timelineOf = async (day: FloodDay, { code }: Sent) => (await day.staff.dispatcher.get<{ timeline: StaffEvent[] }>(`/inbox/${code}`)).timeline;
