import { inTime } from './in-time.ts';
import { type FloodDay, untouched } from './day.ts';
import { huongTra } from './reports-of-the-day.ts';
import { check, checkThat, number } from './told.ts';

export interface Notice {
  readonly title: { readonly vi: string };
  readonly link: string;
}

export const noticesOf = async (reader: FloodDay['staff']['commune']) => (await reader.get<{ items: Notice[] }>('/api/core/notices')).items;

/** By field to the competent agency and by place to the commune, whose leader is told whoever handles it. */
export async function leaderIsTold(day: FloodDay): Promise<void> {
  // The latest, for a list of notices shows the newest alone.
  const road = untouched(day, 'road-damage', 10, 'hotline').at(-1);
  check('Đường hỏng do Sở Xây dựng chủ trì', road!.agency, 'so-xay-dung');
  await inTime(`lãnh đạo phường được báo ${road!.code}`, async () => (await noticesOf(day.staff.commune)).some(({ link }) => link.endsWith(road!.code)) || undefined);
  // Leaders read what happens in their commune, whoever handles it.
  const { agency, commune } = await day.staff.commune.get<{ agency: string; commune: string }>(`/inbox/${road!.code}`);
  check('Lãnh đạo phường đọc được việc trên địa bàn', [agency, commune], ['so-xay-dung', huongTra]);
  day.tell(`Lãnh đạo phường Hương Trà được báo ngay về ${road!.code} dù Sở Xây dựng xử lý.`);
}

export function led(day: FloodDay): void {
  const leads = Map.groupBy(day.sent, ({ agency }) => agency);
  const names: Readonly<Record<string, string>> = { 'ubnd-19996': 'UBND phường Hương Trà', 'ubnd-20017': 'UBND phường Kim Trà', 'so-xay-dung': 'Sở Xây dựng', 'dien-luc': 'Điện lực', 'cap-nuoc': 'Cấp nước' };
  day.tell(`Phân luồng theo lĩnh vực và theo xã, phường: ${[...leads].map(([agency, all]) => `${names[agency] ?? agency} ${number(all.length)}`).join(', ')}.`);
}

/** No passing around: a refusal needs a reason and an owner; the second goes to the dispatcher; no clock starts anew. */
export async function refusals(day: FloodDay): Promise<void> {
  const { dispatcher, officer, commune } = day.staff;
  const [road] = untouched(day, 'road-damage', 1);
  const path = `/reports/${road!.code}`;
  const owner = async () => (await day.site.citizen().get<{ agency: string }>(path)).agency;
  await dispatcher.post(`${path}/accept`);
  await dispatcher.post(`${path}/assign`, {});
  const due = async () => (await dispatcher.get<{ clocks: { kind: string; dueAt: string }[] }>(`/inbox/${road!.code}/clocks`)).clocks.find(({ kind }) => kind === 'whole')!.dueAt;
  const before = await due();

  // 1. Not without naming who else.
  check('Từ chối mà không nêu đơn vị khác', await officer.refusal(`${path}/refuse`, { reason: 'Đây là đường do phường quản lý.' }), '422 invalid-input');
  check('Từ chối rồi đề xuất chính mình', await officer.refusal(`${path}/refuse`, { reason: 'Đây là đường do phường quản lý.', proposed: 'so-xay-dung' }), '422 invalid-input');
  // 2. The first goes to whom it proposes, the second to the dispatcher, who decides.
  const first = await officer.post<{ agency: string }>(`${path}/refuse`, { reason: 'Đường liên tổ, phường quản lý.', proposed: `ubnd-${huongTra}` });
  check('Từ chối lần một: về đơn vị được đề xuất', [first.agency, await owner()], [`ubnd-${huongTra}`, `ubnd-${huongTra}`]);
  const second = await commune.post<{ agency: string }>(`${path}/refuse`, { reason: 'Cầu trên tuyến tỉnh, vượt thẩm quyền phường.', proposed: 'so-xay-dung' });
  check('Từ chối lần hai: về trung tâm điều hành', [second.agency, await owner()], ['ioc', 'ioc']);
  await dispatcher.post(`${path}/assign`, { agency: 'so-xay-dung' });
  check('Không có lần ba', await officer.refusal(`${path}/refuse`, { reason: 'Vẫn cho là của phường.', proposed: `ubnd-${huongTra}` }), '409 refused-twice');
  check('Ba lần đổi chủ, hạn vẫn như cũ', await due(), before);
  for (const agency of ['so-xay-dung', `ubnd-${huongTra}`]) day.counted.refusedBy.set(agency, (day.counted.refusedBy.get(agency) ?? 0) + 1);
  day.states.set(road!.code, 'assigned');

  const { timeline } = await day.site.citizen().get<{ timeline: { type: string }[] }>(path);
  check('Diễn biến ai cũng đọc được', timeline.map(({ type }) => type), ['report.submitted', 'report.accepted', 'report.assigned', 'report.refused', 'report.refused', 'report.assigned']);
  checkThat('Luôn đúng một đơn vị chịu trách nhiệm', (await owner()) === 'so-xay-dung');
  day.tell(`Không đùn đẩy: ${road!.code} bị từ chối hai lần có lý do và đề xuất, lần hai về trung tâm điều hành quyết; ba lần đổi chủ, hạn không xê dịch.`);
}
