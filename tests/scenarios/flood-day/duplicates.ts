import { inTime } from './in-time.ts';
import { type FloodDay, type Sent, untouched } from './day.ts';
import { crossroads } from './reports-of-the-day.ts';
import { check, checkThat } from './told.ts';

const [neighbours, withoutName] = [5, 2];

interface Shown {
  readonly voices: number;
  readonly mergedInto: string | null;
  readonly status: string;
  readonly standing?: string;
}

export interface Merged {
  readonly into: Sent;
  readonly merged: readonly Sent[];
  readonly joined: Sent;
  /** The secret of somebody who joined one that was merged later. */
  readonly voice: string;
}

/** Neighbours join what is there instead of sending once more; staff merge what came twice; nobody is unsubscribed. */
export async function duplicates(day: FloodDay): Promise<Merged> {
  const { dispatcher, citizen } = day.staff;
  const [into, joined, ...others] = untouched(day, 'flooding', 4) as [Sent, Sent, ...Sent[]];

  // 1. A neighbour writes the same in other words: the form shows what is there, likeliest first.
  const asked = { category: 'flooding', ...crossroads, text: 'Nước lên tới đầu gối, ngay ngã ba' };
  const { items: similar } = await day.site.citizen().post<{ items: { code: string; metres: number }[] }>('/reports/similar', asked);
  const here = new Set([into, joined, ...others].map(({ code }) => code));
  checkThat('Trước khi gửi, người dân được thấy phản ánh đã có ở ngã ba', similar.some(({ code, metres }) => here.has(code) && metres < 150), similar);

  // 2. They join. The same telephone twice is one voice; so is somebody with an account.
  let voice = '';
  for (let i = 0; i < neighbours; i += 1) {
    const neighbour = day.site.citizen();
    const contact = i < withoutName ? {} : { contact: { phone: `09000003${String(i).padStart(2, '0')}`, consent: '2026-11' } };
    const { followUp } = await neighbour.post<{ followUp: string; voices: number }>(`/reports/${joined.code}/join`, { remark: `Nhà tôi số ${i + 1} cũng vậy.`, ...contact });
    voice = followUp;
    if (i === withoutName) await neighbour.post(`/reports/${joined.code}/join`, contact);
  }
  await citizen.post(`/reports/${joined.code}/join`, {});
  const voices = neighbours + 1;
  check('Số người cùng báo', (await show(day, joined.code)).voices, voices);

  // 3. The dispatcher merges what came more than once into the first, one of them with its voices, one through another.
  for (const source of [joined, ...others]) {
    const merged = await dispatcher.post<{ into: string }>(`/reports/${source.code}/merge`, { into: into.code });
    check(`${source.code} gộp vào`, merged.into, into.code);
    day.states.set(source.code, 'merged');
  }
  check('Gộp vòng tròn thì bị từ chối', await dispatcher.refusal(`/reports/${into.code}/merge`, { into: joined.code }), '409 merge-loop');
  check('Phản ánh còn lại mang mọi tiếng nói', (await show(day, into.code)).voices, voices + 1 + others.length);

  // 4. Whoever sent or joined the merged ones still has their standing, there and at the one that stays.
  for (const source of [joined, ...others]) {
    const own = await day.site.citizen().post<Shown>(`/reports/${source.code}/follow`, { followUp: source.followUp });
    check(`Người gửi ${source.code} vẫn theo dõi được`, [own.standing, own.mergedInto], ['reporter', into.code]);
    const at = await day.site.citizen().post<Shown>(`/reports/${into.code}/follow`, { followUp: source.followUp });
    check(`và theo dõi cả ${into.code}`, at.standing, 'merged-reporter');
  }
  const { items } = await citizen.post<{ items: { report: string | null }[] }>('/subscriptions/mine', {});
  checkThat('Người có tài khoản vẫn còn đăng ký sau khi gộp', items.some(({ report }) => report === joined.code), items);
  day.tell(`Ở ngã ba ngập nhất, ${voices} người thấy việc đã có người báo nên góp tiếng nói thay vì gửi mới; điều phối viên gộp ${1 + others.length} phản ánh trùng vào ${into.code}. Không ai mất dấu: ${voices + 1 + others.length} tiếng nói đi theo.`);
  return { into, merged: [joined, ...others], joined, voice };
}

/** Once the one that stays is answered, everybody gathered there hears of it and may say how it went. */
export async function gatheredAreTold(day: FloodDay, { into, merged, joined, voice }: Merged): Promise<void> {
  await inTime('người có tài khoản, từng góp vào phản ánh đã gộp, được gửi tin trả lời', async () => {
    const { items } = await day.staff.admin.get<{ items: { kind: string; to: string | null; createdAt: string; state: string }[] }>('/api/core/messages?channel=email&limit=100');
    return items.some(({ kind, createdAt }) => kind === 'field-reports/followed-answered' && new Date(createdAt) >= day.began) || undefined;
  });
  for (const followUp of [voice, merged[1]!.followUp!]) {
    await day.site.citizen().post(`/reports/${into.code}/rate`, { followUp, rating: 'accepted' });
    day.counted.voiceRated += 1;
  }
  const shown = await day.site.citizen().get<{ voiceRatings: { accepted: number } }>(`/reports/${into.code}`);
  check('Đánh giá của người cùng báo hiện bên cạnh, không thay đánh giá của người gửi', shown.voiceRatings.accepted, 2);
  day.tell(`${into.code} trả lời xong: người góp tiếng nói ở ${joined.code} (đã gộp) vẫn được báo và đánh giá được.`);
}

const show = (day: FloodDay, code: string) => day.site.citizen().get<Shown>(`/reports/${code}`);
