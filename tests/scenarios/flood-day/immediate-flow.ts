import { inTime } from './in-time.ts';
import { type FloodDay, untouched } from './day.ts';
import { check, checkThat } from './told.ts';

export interface Clocks {
  readonly clocks: readonly { readonly kind: string; readonly part: string; readonly agency: string | null; readonly dueAt: string; readonly beganAt: string; readonly stoppedAt: string | null; readonly inTime: boolean | null; readonly rung: number }[];
  readonly orders: readonly { readonly id: string; readonly completedAt: string | null; readonly dueAt: string }[];
}

const hourMs = 3_600_000;
/** Between two calls of a duty officer, unless ten times as many come in; the day before may have called just now. */
const callMinutes = 12;
const mostCalls = 6;

export const clocksOf = (day: FloodDay, code: string) => day.staff.dispatcher.get<Clocks>(`/inbox/${code}/clocks`);

/** Floods are immediate: one clock, by the clock on the wall, that nobody pauses; and the duty officers are paged, not drowned. */
export async function immediateFlow(day: FloodDay): Promise<void> {
  const [flood] = untouched(day, 'flooding', 1);
  const [road] = untouched(day, 'road-damage', 1);
  const call = day.sent.find(({ category, channel }) => category === 'road-damage' && channel === 'hotline');

  // 1. Four hours from the minute it was sent, day or night, without the stages that other reports have.
  for (const { code, dueAt } of day.sent.filter(({ category }) => category === 'flooding')) {
    checkThat(`${code} tức thời: hạn đúng 4 giờ kể từ lúc gửi`, Math.abs(new Date(dueAt).getTime() - day.began.getTime() - 4 * hourMs) < 15 * 60_000, dueAt);
  }
  const { clocks } = await clocksOf(day, flood!.code);
  check('Phản ánh tức thời chỉ có một đồng hồ', clocks.map(({ kind }) => kind), ['whole']);
  check('và đồng hồ ấy chạy đúng 4 giờ', new Date(clocks[0]!.dueAt).getTime() - new Date(clocks[0]!.beganAt).getTime(), 4 * hourMs);
  const stages = await clocksOf(day, road!.code);
  check('Phản ánh thường có thêm hạn tiếp nhận', stages.clocks.map(({ kind }) => kind).toSorted(), ['accept', 'whole']);
  checkThat('Gọi tổng đài: 3 ngày làm việc, sớm hơn 7 ngày của trang web', new Date(call!.dueAt) < new Date(road!.dueAt), [call!.dueAt, road!.dueAt]);

  // 2. Nobody stops its clock.
  const { dispatcher, commune } = day.staff;
  await dispatcher.post(`/reports/${flood!.code}/accept`);
  await dispatcher.post(`/reports/${flood!.code}/assign`, {});
  check('Phản ánh tức thời không được tạm dừng', await commune.refusal(`/reports/${flood!.code}/pause`, { reason: 'Chờ thuyền đến nơi.' }), '409 immediate-flow');
  day.states.set(flood!.code, 'assigned');

  // 3. The duty officers are called at once; five hundred reports are a handful of calls.
  const since = day.time.now().getTime() - callMinutes * 60_000;
  const calls = await inTime('người trực được gọi', async () => {
    const { items } = await day.staff.admin.get<{ items: { kind: string; createdAt: string; to: string | null; state: string }[] }>('/api/core/messages?limit=100');
    const sent = items.filter(({ kind, createdAt, state }) => kind === 'field-reports/immediate-report' && state === 'sent' && new Date(createdAt).getTime() >= since);
    const byReader = [...Map.groupBy(sent, ({ to }) => to).values()].map(({ length }) => length);
    // At the ward, and at the operations centre.
    return byReader.length > 1 ? byReader : undefined;
  });
  checkThat('Người trực được gọi nhưng không bị ngập trong cuộc gọi', calls.every((times) => times <= mostCalls), calls);
  day.tell(`Ngập lụt là việc tức thời: mỗi phản ánh một hạn 4 giờ tính cả đêm, không qua các chặng, không ai được tạm dừng. ${calls.length} người trực được gọi ngay, mỗi người ${Math.max(...calls)} cuộc cho cả trận chứ không phải ba trăm.`);
}
