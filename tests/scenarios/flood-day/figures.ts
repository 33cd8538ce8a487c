import { setTimeout as sleep } from 'node:timers/promises';
import { inTime } from './in-time.ts';
import { isDeepStrictEqual } from 'node:util';
import type { FloodDay } from './day.ts';
import { crossroads, huongTra } from './reports-of-the-day.ts';
import { check, checkThat, number } from './told.ts';
import type { Merged } from './duplicates.ts';

const [leaders, citizens] = [['submitted', 'answered', 'answeredOnTime', 'closed', 'reopened'], ['rated', 'satisfied', 'accepting']] as const;
const [patienceMs, stillMs, fillingMs] = [10_000, 2_000, 180_000];
type Sums<Name extends string> = Readonly<Record<Name, number>>;

export interface Figures {
  /** Of the day, as leaders read it. */
  readonly ofLeaders: Sums<(typeof leaders)[number]>;
  readonly flooding: number;
  readonly ward: number;
  readonly refused: ReadonlyMap<string, number>;
  /** Of the last year, as everybody reads it. */
  readonly ofAll: Sums<(typeof citizens)[number]>;
}

const dayOf = (at: Date) => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
const only = <Name extends string>(names: readonly Name[], sums: Readonly<Record<string, unknown>>) => Object.fromEntries(names.map((name) => [name, sums[name] as number])) as Sums<Name>;
const gained = <Name extends string>(now: Sums<Name>, then: Sums<Name>) => Object.fromEntries(Object.keys(now).map((name) => [name, now[name as Name] - then[name as Name]]));

/** What the province publishes, and what its leaders read of the day. */
export async function figuresNow({ site, staff, time, began }: Pick<FloodDay, 'site' | 'time' | 'staff' | 'began'>): Promise<Figures> {
  interface By {
    readonly total: Record<string, unknown>;
    readonly rows: readonly { readonly key: string; readonly submitted: number; readonly refused: number }[];
  }
  const by = (face: string) => staff.dispatcher.get<By>(`/figures/by/${face}?from=${dayOf(began)}&to=${dayOf(time.now())}`);
  const [categories, communes, agencies] = [await by('category'), await by('commune'), await by('agency')];
  const submittedOf = ({ rows }: By, key: string) => rows.find((row) => row.key === key)?.submitted ?? 0;
  const { total } = await site.citizen().get<{ total: Record<string, unknown> }>('/figures');
  return {
    ofLeaders: only(leaders, categories.total),
    flooding: submittedOf(categories, 'flooding'),
    ward: submittedOf(communes, huongTra),
    refused: new Map(agencies.rows.map(({ key, refused }) => [key, refused])),
    ofAll: only(citizens, total),
  };
}

/** Before the first report: once what there was has all been counted, as in a demo that has just begun. */
export async function figuresAtRest(day: Pick<FloodDay, 'site' | 'time' | 'staff' | 'began'>): Promise<Figures> {
  let last = await figuresNow(day);
  return inTime('số liệu có từ trước đã đếm xong', async () => {
    await sleep(stillMs);
    const [before, now] = [last, await figuresNow(day)];
    last = now;
    return isDeepStrictEqual(now, before) ? now : undefined;
  }, fillingMs);
}

/** The day in numbers: every figure is what happened, no more and no less. */
export async function figuresOfTheDay(day: FloodDay, before: Figures): Promise<void> {
  const { answered, answeredOnTime, reopened, rated, satisfied, accepting, refusedBy } = day.counted;
  const closed = [...day.states.values()].filter((state) => state === 'closed').length;
  const expected = { ofLeaders: { submitted: day.sent.length, answered, answeredOnTime, closed, reopened }, ofAll: { rated, satisfied, accepting } };
  const sinceBefore = (now: Figures) => ({ ofLeaders: gained(now.ofLeaders, before.ofLeaders), ofAll: gained(now.ofAll, before.ofAll) });
  // At most a second behind, they say; a machine under load is given some more.
  const patience = Date.now() + patienceMs;
  const now = await inTime('số liệu theo kịp', async () => {
    const figures = await figuresNow(day);
    return isDeepStrictEqual(sinceBefore(figures), expected) || Date.now() > patience ? figures : undefined;
  });
  check('Số liệu của ngày', sinceBefore(now), expected);
  check('trong đó ngập lụt', now.flooding - before.flooding, day.sent.filter(({ category }) => category === 'flooding').length);
  check('trong đó ở phường Hương Trà', now.ward - before.ward, day.sent.filter(({ commune }) => commune === huongTra).length);
  for (const [agency, times] of refusedBy) check(`Số lần ${agency} từ chối`, (now.refused.get(agency) ?? 0) - (before.refused.get(agency) ?? 0), times);
  day.tell(`Số liệu ngày lũ: ${number(day.sent.length)} phản ánh, trả lời ${number(answered)} (đúng hạn ${number(answeredOnTime)}), mở lại ${reopened}, đánh giá ${rated}: hài lòng và chấp nhận ${number(Math.round(((satisfied + accepting) / rated) * 100))} %.`);
}

/** The crossroads stands among the hot spots, with all of its reports; and the chairman reads of it in the day's digest. */
export async function hotSpots(day: FloodDay, { into, merged }: Merged): Promise<void> {
  const codes = day.sent.filter(({ lat, lon }) => Math.abs(lat - crossroads.lat) < 0.001 && Math.abs(lon - crossroads.lon) < 0.001).map(({ code }) => code);
  const spot = await inTime('ngã ba thành điểm nóng', async () => {
    const { items } = await day.staff.dispatcher.get<{ items: { commune: string; codes: string[]; reports: number; open: number }[] }>('/hot-spots?category=flooding');
    return items.find((one) => codes.every((code) => one.codes.includes(code)));
  });
  checkThat('Điểm nóng có đủ phản ánh ở ngã ba', spot.reports >= codes.length && [into, ...merged].every(({ code }) => spot.codes.includes(code)), spot);
  const open = codes.filter((code) => ['submitted', 'accepted', 'assigned', 'in-progress', 'reopened'].includes(day.states.get(code)!)).length;
  checkThat('và biết bao nhiêu chưa trả lời', spot.open >= open && spot.open <= spot.reports - (codes.length - open), spot);
  const digest = await day.staff.chairman.get<{ submitted: number; hotSpots: { commune: string }[]; orders: { open: number } }>(`/figures/digest?day=${dayOf(day.time.now())}`);
  checkThat('Bản tin ngày của Chủ tịch có điểm nóng ở Hương Trà', digest.hotSpots.some(({ commune }) => commune === huongTra), digest);
  day.tell(`Điểm nóng: ngã ba Hương Trà, ${spot.reports} phản ánh trong bán kính một trăm mét, ${spot.open} chưa trả lời; đã vào bản tin ngày của Chủ tịch.`);
}
