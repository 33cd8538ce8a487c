import type { FloodDay } from './day.ts';
import { check, number } from './told.ts';

export interface Listed {
  readonly code: string;
  readonly category: string;
  readonly commune: string;
  readonly text: string;
  readonly status: string;
  readonly agency: string;
  readonly submittedAt: string;
  readonly dueAt: string;
}

/** Every public report that carries the day's mark, page by page, as anybody finds them. */
export async function listed(day: FloodDay): Promise<Listed[]> {
  const found: Listed[] = [];
  const reader = day.site.citizen();
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: { items: Listed[]; next: string | null } = await reader.get(`/reports?q=${day.mark}&limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    found.push(...page.items);
    cursor = page.next;
  }
  return found;
}

/** Sent is what is found: each once, with its words, where it happened, in the state that the day has brought it to. */
export async function allFound(day: FloodDay): Promise<void> {
  const found = await listed(day);
  const seen = new Map(found.map((one) => [one.code, one]));
  check('Không phản ánh nào hiện hai lần', found.length, seen.size);
  check('Số phản ánh tìm thấy', seen.size, day.sent.length);
  for (const sent of day.sent) {
    const one = seen.get(sent.code);
    check(`${sent.code} còn nguyên`, one && { category: one.category, commune: one.commune, text: one.text, status: one.status }, { category: sent.category, commune: sent.commune, text: sent.description, status: day.states.get(sent.code) });
  }
  const byState = [...Map.groupBy(day.states.values(), (state) => state)].map(([state, all]) => `${number(all.length)} ${words[state] ?? state}`);
  day.tell(`Đếm lại từ trang công khai: gửi ${number(day.sent.length)}, thấy ${number(found.length)}, mỗi phản ánh đúng một lần — ${byState.join(', ')}.`);
}

const words: Readonly<Record<string, string>> = {
  submitted: 'mới gửi', accepted: 'đã tiếp nhận', assigned: 'đã chuyển', 'in-progress': 'đang xử lý', answered: 'đã trả lời', closed: 'đã đóng', reopened: 'mở lại', merged: 'đã gộp',
};
