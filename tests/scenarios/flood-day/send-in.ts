import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { inTime } from './in-time.ts';
import type { FloodDay, Sent } from './day.ts';
import { gatewayKey } from './prepare.ts';
import type { Caller } from './province.ts';
import { huongTra, type Planned } from './reports-of-the-day.ts';
import { check, checkThat, number } from './told.ts';

const aSecond = 50;

interface Submitted {
  readonly code: string;
  readonly followUp: string;
  readonly status: string;
  readonly agency: string;
  readonly commune: string;
  readonly dueAt: string;
}

/** Fifty a second, each from a telephone of its own; one in ten loses its line and sends again with the same key. */
export async function inBursts(day: FloodDay, planned: readonly Planned[]): Promise<void> {
  const took: number[] = [];
  let repeats = 0;
  for (let from = 0; from < planned.length; from += aSecond) {
    const began = performance.now();
    const burst = planned.slice(from, from + aSecond);
    await Promise.all(
      burst.map(async (one, i) => {
        await sleep((i * 1_000) / aSecond);
        const citizen = day.site.citizen();
        const sentAt = performance.now();
        const headers = { 'idempotency-key': randomUUID() };
        const json = { category: one.category, lat: one.lat, lon: one.lon, address: one.address, description: one.description };
        const first = await citizen.ask('/reports', { method: 'POST', json, headers });
        took.push(performance.now() - sentAt);
        check(`Gửi "${one.description}": ${first.text}`, first.status, 201);
        keep(day, one, first.json<Submitted>());
        if (i % 10 !== 9) return;
        const again = await citizen.ask('/reports', { method: 'POST', json, headers });
        check('Gửi lại với cùng khóa thì nhận lại đúng mã cũ', again.json<Submitted>().code, first.json<Submitted>().code);
        repeats += 1;
      }),
    );
    await sleep(Math.max(0, 1_000 - (performance.now() - began)));
  }
  took.sort((a, b) => a - b);
  const ms = (share: number) => number(Math.round(took[Math.floor((took.length - 1) * share)]!));
  day.tell(`${number(planned.length)} phản ánh từ web, ${aSecond} mỗi giây, mỗi máy một địa chỉ: nửa số xong trong ${ms(0.5)} ms, 99 % trong ${ms(0.99)} ms. ${repeats} máy rớt mạng gửi lại với cùng khóa: không phản ánh nào thành hai.`);
}

/** Operators write down what callers say; the code and its secret are read out to them. */
export async function byHotline(day: FloodDay, planned: readonly Planned[]): Promise<void> {
  const { agent } = day.staff;
  for (const one of planned) {
    const { lat, lon, category, address, description } = one;
    const contact = { name: 'Người gọi diễn tập', phone: '0900000123', consent: '2026-11' };
    keep(day, one, await agent.post<Submitted>('/intake/reports', { category, lat, lon, address, description, channel: 'hotline', contact }));
  }
  day.tell(`${planned.length} cuộc gọi đến tổng đài: điện thoại viên nhập thay, đọc mã cho người gọi, vào cùng một hàng việc.`);
}

/** Signed messages: most say all that is needed and become reports by themselves; every third waits for an operator. */
export async function byMessages(day: FloodDay, planned: readonly Planned[]): Promise<void> {
  const gateway = day.site.citizen();
  const wanting = planned.filter((_, i) => i % 3 === 0);
  for (const [i, one] of planned.entries()) {
    const from = { name: 'Người nhắn diễn tập', phone: `09000002${String(i).padStart(2, '0')}` };
    const whole = { category: one.category, lat: one.lat, lon: one.lon, address: one.address };
    const message = { channel: 'zalo', text: one.description, from, ...(!wanting.includes(one) && whole) };
    const id = `${day.mark}-${i}`;
    const first = await signed(day, gateway, id, message);
    check(`Tin ${id}: ${first.text}`, first.status, 202);
    if (i % 5 === 0) check('Cổng gửi lại cùng một tin: chỉ là một', (await signed(day, gateway, id, message)).json<{ again: boolean }>().again, true);
  }
  check('Tin không có chữ ký đúng thì không nhận', (await signed(day, gateway, `${day.mark}-gia`, { channel: 'zalo', text: 'Tin giả' }, 'whsec_Z2lh')).status, 401);

  const { agent } = day.staff;
  // Whole ones pass through here too, for a moment.
  const own = await inTime('chỉ còn tin thiếu nơi xảy ra chờ điện thoại viên', async () => {
    const { items } = await agent.get<{ items: { id: string; text: string | null }[] }>('/intake/waiting?kind=message&limit=100');
    const waiting = items.filter(({ text }) => text?.includes(day.mark));
    return waiting.length === wanting.length ? waiting : undefined;
  });
  for (const one of wanting) {
    const item = own.find(({ text }) => text === one.description);
    checkThat(`Tin chờ "${one.description}" giữ nguyên lời`, item !== undefined, own);
    keep(day, one, await agent.post<Submitted>('/intake/reports', { item: item.id, category: one.category, lat: one.lat, lon: one.lon, address: one.address, description: one.description }));
  }
  for (const one of planned.filter((each) => !wanting.includes(each))) {
    const report = await inTime(`tin "${one.description}" thành phản ánh`, () => foundByWords(day, one));
    keep(day, one, { ...report, followUp: undefined });
  }
  day.tell(`${planned.length} tin Zalo qua cổng có ký tên: ${planned.length - wanting.length} tin đủ lĩnh vực và vị trí thành phản ánh ngay, ${wanting.length} tin thiếu vị trí chờ điện thoại viên bổ sung; tin gửi lặp và tin giả không sinh thêm gì.`);
}

function signed(day: FloodDay, gateway: Caller, id: string, message: object, key = gatewayKey) {
  const at = String(Math.floor(day.time.now().getTime() / 1_000));
  const bytes = Buffer.from(JSON.stringify(message));
  const mac = createHmac('sha256', Buffer.from(key.replace('whsec_', ''), 'base64')).update(`${id}.${at}.`).update(bytes).digest('base64');
  return gateway.ask('/intake/messages', { method: 'POST', bytes, headers: { 'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': `v1,${mac}` } });
}

/** Somebody who lost their line and lost patience too: the same words again, without any key. */
export async function impatient(day: FloodDay, planned: Planned): Promise<void> {
  const citizen = day.site.citizen();
  const json = { category: planned.category, lat: planned.lat, lon: planned.lon, address: planned.address, description: planned.description };
  keep(day, planned, await citizen.post<Submitted>('/reports', json));
  for (let i = 0; i < 4; i += 1) check('Bấm gửi lần nữa cùng lời, cùng nơi', await citizen.refusal('/reports', json), '409 already-sent');
  day.tell('Một người bấm gửi năm lần cùng một nội dung: một phản ánh, bốn lần sau được dẫn về mã đầu.');
}

async function foundByWords(day: FloodDay, { description, address }: Planned): Promise<(Omit<Submitted, 'followUp'>) | undefined> {
  const { items } = await day.site.citizen().get<{ items: (Submitted & { text: string })[] }>(`/reports?commune=${huongTra}&q=${encodeURIComponent(`số nhà ${address.replace(' ', ' đường ')}`)}`);
  return items.find(({ text }) => text === description);
}

function keep(day: FloodDay, planned: Planned, { code, followUp, agency, commune, dueAt }: Omit<Submitted, 'status' | 'followUp'> & { readonly followUp: string | undefined }): void {
  check(`${code} xảy ra ở`, commune, planned.commune);
  check(`${code} (${planned.category}) thuộc về`, agency, planned.agency);
  day.sent.push({ ...planned, code, followUp, dueAt } satisfies Sent);
  day.states.set(code, 'submitted');
}
