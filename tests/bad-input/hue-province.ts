import { fileURLToPath } from 'node:url';
import { loadTemplate } from '@tinhthong/core/template';
import { fingerprint, type TestClock, testClock, type TestProvince, type TestWorld, testWorld } from '@tinhthong/core/testing';
import { fieldReports } from '@tinhthong/field-reports';
import { expect } from 'vitest';

export const api = '/api/field-reports';
/** In the middle of Thuận Hóa. */
export const here = { lat: 16.4561, lon: 107.5842 };

export interface Answered {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  /** Of a refusal: its code, and the places that it names. */
  readonly code: string;
  readonly paths: readonly string[];
}

export interface HueProvince extends AsyncDisposable {
  readonly world: TestWorld;
  readonly hue: TestProvince;
  readonly clock: TestClock;
  /** Sessions by role. */
  readonly staff: Readonly<Record<'admin' | 'dispatcher' | 'officer' | 'chairman', string>>;
  post(path: string, json: object | undefined, as?: string, method?: string): Promise<Answered>;
  get<T>(path: string, as?: string): Promise<T>;
  /** A report of damaged roads, moved as far as is asked. */
  report(...moves: readonly (readonly [move: string, json?: object])[]): Promise<{ code: string; followUp: string }>;
  /** Expects that the work leaves no row of the province other than it was. */
  storingNothing(work: () => Promise<void>): Promise<void>;
}

/** Huế by its template, on Tuesday 3 November 2026 at nine, with a clock that the test turns. */
export async function hueProvince(): Promise<HueProvince> {
  const folder = fileURLToPath(import.meta.resolve('@tinhthong/templates/provinces/hue/province.json')).replace(/province\.json$/, '');
  const clock = testClock('2026-11-03T09:00:00+07:00');
  const world = await testWorld({ plugins: [fieldReports], provinces: [await loadTemplate(folder)], now: clock.now });
  const hue = world.province('hue');
  const staff = {
    admin: await hue.signIn({ name: 'quan-tri', roles: ['admin'] }),
    dispatcher: await hue.signIn({ name: 'dieu-phoi', roles: ['dispatcher'], agency: 'ioc' }),
    officer: await hue.signIn({ name: 'can-bo', roles: ['officer'], agency: 'so-xay-dung' }),
    chairman: await hue.signIn({ name: 'lanh-dao', roles: ['province-leader'], agency: 'van-phong-ubnd' }),
  };
  const byOfficer = new Set(['start', 'answer', 'refuse']);
  let times = 0;

  const post: HueProvince['post'] = async (path, json, as, method = 'POST') => {
    const answer = await hue.request(path.startsWith('/api') ? path : api + path, { method, ...(json && { json }), ...(as && { as }) });
    const text = await answer.text();
    const body = (text === '' ? {} : JSON.parse(text)) as { code?: string; errors?: { path: string }[] };
    return { status: answer.status, body, code: body.code ?? '', paths: (body.errors ?? []).map(({ path }) => path) };
  };
  return {
    world, hue, clock, staff, post,
    async get(path, as) {
      const answer = await hue.request(path.startsWith('/api') ? path : api + path, as ? { as } : {});
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as never;
    },
    async report(...moves) {
      const { status, body } = await post('/reports', { category: 'road-damage', ...here, description: `Ổ gà trước cổng trường, lần ${(times += 1)}.` });
      expect(status).toBe(201);
      const { code, followUp } = body as { code: string; followUp: string };
      for (const [move, json] of moves) {
        const own = move === 'reopen' || move === 'withdraw';
        const done = await post(`/reports/${code}/${move}`, own ? { followUp, ...json } : json, own ? undefined : byOfficer.has(move) ? staff.officer : staff.dispatcher);
        expect([move, done.status, done.body]).toEqual([move, 200, done.body]);
      }
      return { code, followUp };
    },
    async storingNothing(work) {
      await world.settled();
      const before = await fingerprint(world, 'hue');
      await work();
      await world.settled();
      expect(await fingerprint(world, 'hue')).toEqual(before);
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}
