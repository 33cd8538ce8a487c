import { fileURLToPath } from 'node:url';
import { loadTemplate } from '@tinhthong/core/template';
import { testClock, type TestProvince, type TestWorld, testWorld } from '@tinhthong/core/testing';
import { fieldReports } from '@tinhthong/field-reports';

export const address = '/open311/v2';

export interface Open311Province {
  readonly world: TestWorld;
  readonly hue: TestProvince;
  readonly clock: ReturnType<typeof testClock>;
  /** An API key that may write. */
  readonly key: string;
  readonly staff: string;
  get(path: string): Promise<Response>;
  /** Posts a form; `{ a: ['x', 'y'] }` sends `a` twice. */
  post(path: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<Response>;
  /** Waits until everybody may see what has happened: the log folded, and two seconds gone. */
  seen(): Promise<void>;
  /** Moves a report by staff. */
  move(code: string, move: string, json?: object): Promise<void>;
}

/** Huế as its template has it, with a clock that the test moves. */
export async function open311Province(): Promise<Open311Province> {
  const folder = fileURLToPath(import.meta.resolve('@tinhthong/templates/provinces/hue/province.json')).replace(/province\.json$/, '');
  const clock = testClock(new Date());
  const world = await testWorld({ plugins: [fieldReports], provinces: [await loadTemplate(folder)], now: clock.now });
  const hue = world.province('hue');
  const key = await hue.key(['open311:write']);
  const staff = await hue.signIn({ name: 'can-bo', roles: ['dispatcher', 'officer'], agency: 'so-xay-dung' });
  return {
    world, hue, clock, key, staff,
    get: (path) => hue.request(`${address}${path}`),
    post: (path, fields) => {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one as string);
      return hue.request(`${address}${path}`, { method: 'POST', body });
    },
    async seen() {
      await world.settled();
      clock.move({ seconds: 3 });
    },
    async move(code, move, json) {
      const answer = await hue.request(`/api/field-reports/reports/${code}/${move}`, { method: 'POST', as: staff, ...(json && { json }) });
      if (!answer.ok) throw new Error(`${move} ${answer.status} ${await answer.text()}`);
    },
  };
}

export const road = { service_code: 'road-damage', lat: '16.4637', long: '107.5909', description: 'Ổ gà lớn trước cổng trường, xin sửa sớm.' };

/** What a POST was answered, as JSON. */
export async function posted(answer: Response): Promise<{ service_request_id?: string; token?: string; service_notice: string }> {
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { service_notice: string }[])[0]!;
}
