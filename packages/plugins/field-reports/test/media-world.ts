import { fileURLToPath } from 'node:url';
import { loadTemplate } from '@tinhthong/core/template';
import { testWorld, type TestProvince, type TestWorld } from '@tinhthong/core/testing';
import sharp from 'sharp';
import { fieldReports } from '../src/plugin.ts';

export const api = '/api/field-reports';
/** In the old city of Huế, by the river. */
export const here = { lat: 16.4637, lon: 107.5909 };

export interface MediaWorld extends AsyncDisposable {
  readonly world: TestWorld;
  readonly hue: TestProvince;
  /** Sessions. */
  readonly staff: { readonly dispatcher: string; readonly officer: string; readonly admin: string };
  /** A POST that must be done, and what it answered. */
  post<T = Record<string, string>>(path: string, json?: object, as?: string): Promise<T>;
  /** What was refused, as its problem. */
  refused(path: string, json: object | undefined, as?: string): Promise<{ status: number; code: string; errors: { path: string }[] }>;
  upload(bytes: Uint8Array, as?: string): Promise<string>;
  get<T>(path: string, as?: string): Promise<T>;
  /** A report that an agency is handling. */
  inProgress(report: object): Promise<string>;
}

/** Huế with its template: an operations centre, and an officer of the department of construction. */
export async function mediaWorld(): Promise<MediaWorld> {
  const folder = fileURLToPath(import.meta.resolve('@tinhthong/templates/provinces/hue/province.json')).replace(/province\.json$/, '');
  const world = await testWorld({ plugins: [fieldReports], provinces: [await loadTemplate(folder)] });
  const hue = world.province('hue');
  const staff = {
    dispatcher: await hue.signIn({ name: 'dieu-phoi', roles: ['dispatcher'], agency: 'ioc' }),
    officer: await hue.signIn({ name: 'can-bo', roles: ['officer'], agency: 'so-xay-dung' }),
    admin: await hue.signIn({ name: 'quan-tri', roles: ['admin'] }),
  };
  const send = (path: string, json: object | undefined, as?: string) => hue.request(path.startsWith('/api') ? path : `${api}${path}`, { method: 'POST', ...(json && { json }), ...(as && { as }) });
  const done = async (what: string, answer: Response) => {
    if (!answer.ok) throw new Error(`${what}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const post: MediaWorld['post'] = async (path, json, as) => (await done(path, await send(path, json, as))) as never;
  return {
    world,
    hue,
    staff,
    post,
    async refused(path, json, as) {
      const answer = await send(path, json, as);
      return { ...((await answer.json()) as { code: string; errors: { path: string }[] }), status: answer.status };
    },
    async upload(bytes, as) {
      return ((await done('photos', await hue.request(`${api}/photos`, { method: 'POST', body: bytes as BodyInit, ...(as && { as }) }))) as { id: string }).id;
    },
    get: async (path, as) => (await done(path, await hue.request(path.startsWith('/api') ? path : `${api}${path}`, as ? { as } : {}))) as never,
    async inProgress(report) {
      const { code } = await post('/reports', { description: 'Đèn đường tắt cả tuần, tối om.', ...here, ...report });
      await post(`/reports/${code}/accept`, undefined, staff.dispatcher);
      await post(`/reports/${code}/assign`, { agency: 'so-xay-dung' }, staff.dispatcher);
      await post(`/reports/${code}/start`, undefined, staff.officer);
      return code!;
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

/** A phone's picture, white, that says where and when it was taken. */
export function photoTaken(said?: { readonly lat: number; readonly lon: number; readonly at?: Date }): Promise<Buffer> {
  const drawn = sharp({ create: { width: 200, height: 100, channels: 3, background: '#fff' } });
  if (said === undefined) return drawn.jpeg().toBuffer();
  const parts = (degrees: number) => {
    const [whole, minutes] = [Math.floor(degrees), (degrees % 1) * 60];
    return `${whole}/1 ${Math.floor(minutes)}/1 ${Math.round((minutes % 1) * 6_000)}/100`;
  };
  const time = said.at && new Date(said.at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19).replaceAll('-', ':').replace('T', ' ');
  return drawn
    .withExif({
      ...(time && { IFD2: { DateTimeOriginal: time, OffsetTimeOriginal: '+07:00' } }),
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: parts(said.lat), GPSLongitudeRef: 'E', GPSLongitude: parts(said.lon) },
    })
    .jpeg()
    .toBuffer();
}
