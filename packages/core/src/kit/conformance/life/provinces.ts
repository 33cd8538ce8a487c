import { placeOf } from '../declaration/declared.ts';
import { changedTables, fingerprint } from '../../province-fingerprint.ts';
import { type Check, fault, type Fault } from '../fault.ts';
import { type Call, sendAgain } from './caller.ts';
import { moduleDocument } from '../../../http/module-document.ts';
import { findMarks } from './find-marks.ts';
import type { Life } from './life.ts';

const unkeepable = ['Đừng giữ gì trong biến của mô-đun; dùng ctx.db, ctx.cached, ctx.kept, ctx.cursors và ctx.files.', 'Keep nothing in variables of a module; use ctx.db, ctx.cached, ctx.kept, ctx.cursors and ctx.files.'] as const;

/**
 * Whatever worked in one province is asked of the other, with the first one's ids, codes, cursors and secrets. That an
 * answer would show a mark is known from the first province, where it did.
 */
export const provinces: Check<Life> = {
  id: 'provinces',
  title: { vi: 'Hai tỉnh cạnh nhau không thấy nhau', en: 'Two provinces side by side see nothing of each other' },
  why: {
    vi: 'Mọi tỉnh chạy chung một tiến trình; dữ liệu của tỉnh này hiện ở tỉnh kia là lỗi nặng nhất.',
    en: "All provinces share one process; one's data in another is the worst fault there is.",
  },
  async run(life) {
    const { world, hue, dakLak } = life;
    const marks = marksOf(life);
    const faults: Fault[] = [];
    // A task that failed is tried again at its own time, whatever anybody asks.
    const restless = await tasksWait(life);
    const before = await fingerprint(world, hue.site.id);
    // Reads first: afterwards this province's texts are there by right, where a write put them.
    const calls = [...hue.caller.understood.values()].toSorted((a, b) => Number(a.route.method !== 'get') - Number(b.route.method !== 'get'));
    for (const call of calls) {
      const answer = await sendAgain(dakLak.site, call, dakLak.staff.session);
      const sent = JSON.stringify([call.path, call.json]);
      const text = `${await answer.text()} ${[...answer.headers].join(' ')}`;
      const leaked = marks.filter((mark) => text.includes(mark) && !sent.includes(mark) && !decodeURIComponent(sent).includes(mark));
      if (leaked.length > 0) faults.push(fault(placeOf(call.route), [`Tỉnh kia thấy: ${leaked.slice(0, 3).join(', ')}`, `The other province sees: ${leaked.slice(0, 3).join(', ')}`], unkeepable));
      faults.push(...(await otherFiles(life, call)));
    }
    await world.settled();
    const changed = changedTables(before, await fingerprint(world, hue.site.id)).filter((table) => !restless || table !== 'core.tasks');
    faults.push(...changed.map((table) => fault(table, ['Yêu cầu gửi đến tỉnh kia đã đổi bảng này ở tỉnh này.', 'A request to the other province changed this table here.'], unkeepable)));
    // Texts that the other province was sent just now are there by right; only what its own routes never saw is not.
    const strays = await findMarks(life, dakLak, marks.filter((mark) => !sentBy(life, mark)));
    return [...faults, ...strays.map(({ column, mark }) => fault(column, [`Dữ liệu của tỉnh này nằm ở tỉnh kia: ${mark}`, `This province's data lies in the other: ${mark}`], unkeepable))];
  },
};

async function tasksWait({ hue }: Life): Promise<boolean> {
  const { rows } = await hue.site.database(({ pool }) => pool.query(`select from core.tasks where due_at < 'infinity' limit 1`));
  return rows.length > 0;
}

/** Texts that stand in one province's answers and in none of the other's; a word of the document, as a state is, may stand in any. */
function marksOf({ plugin, hue, dakLak }: Life): string[] {
  const document = JSON.stringify(moduleDocument(plugin));
  return [...hue.caller.seen].filter((text) => !dakLak.caller.seen.has(text) && !text.startsWith('http') && text.length < 400 && !document.includes(JSON.stringify(text)));
}

function sentBy({ hue }: Life, mark: string): boolean {
  return [...hue.caller.understood.values()].some(({ path, json }) => JSON.stringify([path, json]).includes(mark));
}

/** Signed links to one province's files. */
async function otherFiles({ dakLak }: Life, { route, text }: Call): Promise<Fault[]> {
  const links = [...text.matchAll(/"(\/api\/files\/[^"]+)"/g)].slice(0, 3).map(([, link]) => link!);
  const opened = await Promise.all(links.map(async (link) => (await dakLak.site.request(link, { as: dakLak.staff.session })).status < 400));
  return opened.includes(true) ? [fault(placeOf(route), ['Liên kết tệp của tỉnh này mở được ở tỉnh kia.', "One province's file link opens in the other."], ['Chỉ đưa ra liên kết của ctx.files.link.', 'Hand out links of ctx.files.link only.'])] : [];
}
