import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { here, type MediaWorld, mediaWorld } from './media-world.ts';

const place = '/phan-anh/video';
const tus = { 'tus-resumable': '1.0.0' };
let at: MediaWorld;
let sent = 0;

beforeAll(async () => {
  at = await mediaWorld();
});
afterAll(() => at[Symbol.asyncDispose]());

const report = () => at.post<{ code: string; followUp: string }>('/reports', { category: 'road-damage', description: `Ngập cả đoạn đường, lần ${(sent += 1)}.`, ...here });
const withCode = (code: string) => `report ${Buffer.from(code).toString('base64')}`;
const begin = ({ code, followUp }: { code: string; followUp?: string }, bytes: number | string, more: Record<string, string> = {}) =>
  at.hue.request(place, { method: 'POST', headers: { ...tus, 'upload-length': String(bytes), 'upload-metadata': withCode(code), ...(followUp && { 'follow-up': followUp }), ...more } });
const patch = (address: string, offset: number, body: Uint8Array, followUp: string) =>
  at.hue.request(address, { method: 'PATCH', headers: { ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream', 'follow-up': followUp }, body: body as BodyInit });
const head = (address: string, followUp: string) => at.hue.request(address, { method: 'HEAD', headers: { ...tus, 'follow-up': followUp } });

/** Sends it in two pieces and waits until it has been prepared. */
async function sendWhole(bytes: Uint8Array, of?: { code: string; followUp: string }): Promise<{ code: string; followUp: string; address: string }> {
  const { code, followUp } = of ?? (await report());
  const address = (await begin({ code, followUp }, bytes.length)).headers.get('location')!;
  const half = Math.floor(bytes.length / 2);
  expect((await patch(address, 0, bytes.subarray(0, half), followUp)).status).toBe(204);
  expect((await patch(address, half, bytes.subarray(half), followUp)).status).toBe(204);
  await at.world.settled();
  return { code, followUp, address };
}

interface Video {
  readonly state: string;
  readonly url: string | null;
  readonly poster: string | null;
}
const ofStaff = async (code: string) => (await at.get<{ video: Video | null }>(`/inbox/${code}`, at.staff.dispatcher)).video;
const ofPublic = async (code: string) => (await at.get<{ video: Video | null }>(`/reports/${code}`)).video;
const arrivals = () => readdir(join(at.world.dataDir, 'arrivals', 'hue', 'field-reports')).catch(() => []);
/** Begins as a video does, and is none. */
const hollow = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypmp42'), Buffer.alloc(5_000)]);
const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];

let hasFfmpeg = true;
try {
  for (const program of ['ffmpeg', 'ffprobe']) execFileSync(program, ['-version'], { stdio: 'ignore' });
} catch {
  hasFfmpeg = false;
}

test('the server says which protocol it speaks', async () => {
  const { status, headers } = await at.hue.request(place, { method: 'OPTIONS' });
  expect([status, headers.get('tus-version'), headers.get('tus-max-size')]).toEqual([204, '1.0.0', '200000000']);
});

test('a broken-off upload goes on at the byte where it stopped', async () => {
  const { code, followUp } = await report();
  const answer = await begin({ code, followUp }, hollow.length);
  const address = answer.headers.get('location')!;
  expect([answer.status, address]).toEqual([201, expect.stringMatching(/^\/phan-anh\/video\/[0-9a-f-]{36}$/)]);
  await patch(address, 0, hollow.subarray(0, 3_000), followUp);
  const asked = await head(address, followUp);
  expect([asked.status, asked.headers.get('upload-offset'), asked.headers.get('upload-length')]).toEqual([200, '3000', String(hollow.length)]);
  expect((await patch(address, 1_000, hollow.subarray(1_000), followUp)).status).toBe(409);
  expect((await patch(address, 3_000, hollow.subarray(3_000), followUp)).headers.get('upload-offset')).toBe(String(hollow.length));
  // Who did not hear the end asks again, and hears that all of it is there.
  expect((await head(address, followUp)).headers.get('upload-offset')).toBe(String(hollow.length));
  await at.world.settled();
  expect(['staff-only', 'refused']).toContain((await ofStaff(code))!.state);
  expect(await ofPublic(code)).toBeNull();
  expect(await arrivals()).toEqual([]);
});

test('only who sent the report sends its video, from the first request to the last', async () => {
  const own = await report();
  const other = await report();
  for (const followUp of ['', 'x'.repeat(16), other.followUp]) expect((await begin({ code: own.code, followUp }, 5_000)).status).toBe(403);
  expect((await begin({ code: 'HUE-26-9999999', followUp: own.followUp }, 5_000)).status).toBe(422);
  const address = (await begin(own, 5_000)).headers.get('location')!;
  for (const followUp of ['', other.followUp]) {
    expect((await patch(address, 0, hollow.subarray(0, 10), followUp)).status).toBe(403);
    expect((await head(address, followUp)).status).toBe(403);
    expect((await at.hue.request(address, { method: 'DELETE', headers: { ...tus, 'follow-up': followUp } })).status).toBe(403);
  }
  const citizen = await at.hue.signIn({ name: 'nguoi-gui', roles: [] });
  const { code } = await at.post<{ code: string }>('/reports', { category: 'road-damage', description: 'Gửi khi đã đăng nhập, có video.', ...here }, citizen);
  expect((await at.hue.request(place, { method: 'POST', as: citizen, headers: { ...tus, 'upload-length': '5000', 'upload-metadata': withCode(code) } })).status).toBe(201);
});

test('what is too large, without a length or not for a report is refused before a byte is sent', async () => {
  const own = await report();
  expect(await codeOf(await begin(own, 200_000_001))).toEqual([413, 'video-too-large']);
  for (const length of [0, -1, '', 'nhieu', '1e9', 1.5]) expect((await begin(own, length)).status).toBe(422);
  expect((await at.hue.request(place, { method: 'POST', headers: { ...tus, 'upload-length': '10', 'follow-up': own.followUp } })).status).toBe(422);
  expect(await ofStaff(own.code)).toBeNull();
});

test('a report has one video: a second is refused, but one that never came to its end gives way', async () => {
  const own = await report();
  const first = (await begin(own, hollow.length)).headers.get('location')!;
  await patch(first, 0, hollow.subarray(0, 100), own.followUp);
  const second = (await begin(own, hollow.length)).headers.get('location')!;
  expect((await head(first, own.followUp)).status).toBe(410);
  await patch(second, 0, hollow, own.followUp);
  expect(await codeOf(await begin(own, hollow.length))).toEqual([409, 'video-there']);
  await at.world.settled();
});

test('what its sender takes back is gone, and leaves room for another', async () => {
  const own = await report();
  const address = (await begin(own, 5_000)).headers.get('location')!;
  expect((await at.hue.request(address, { method: 'DELETE', headers: { ...tus, 'follow-up': own.followUp } })).status).toBe(204);
  expect((await head(address, own.followUp)).status).toBe(410);
  expect(await ofStaff(own.code)).toBeNull();
});

test('content decides: what is no video is refused and not kept, whatever it is called', async () => {
  for (const bytes of [Buffer.from(`<html>${'ftypmp42'.repeat(99)}`), Buffer.from(`#EXTM3U\n${'http://10.0.0.1/secret.ts\n'.repeat(9)}`)]) {
    const { code } = await sendWhole(bytes);
    expect(await ofStaff(code)).toEqual({ state: 'refused', bytes: bytes.length, url: null, poster: null });
  }
  expect(await arrivals()).not.toContain('ftyp');
});

test('a province that takes no videos says so', async () => {
  const own = await report();
  await at.hue.set('field-reports', { videoMegabytes: 0 });
  expect(await codeOf(await begin(own, 10))).toEqual([409, 'no-videos']);
  await at.hue.set('field-reports', {});
});

test('an upload that nobody went on with is dropped after a day; one that is whole is taken up', async () => {
  const [broken, whole] = [await report(), await report()];
  const brokenAt = (await begin(broken, 5_000)).headers.get('location')!;
  await patch(brokenAt, 0, hollow.subarray(0, 100), broken.followUp);
  const wholeAt = (await begin(whole, hollow.length)).headers.get('location')!;
  await patch(wholeAt, 0, hollow, whole.followUp);
  await at.world.settled();
  const idOf = (address: string) => address.split('/').at(-1)!;
  await at.hue.database(async ({ pool }) => {
    await pool.query(`update field_reports.videos set created_at = now() - interval '25 hours' where id = $1`, [idOf(brokenAt)]);
    await pool.query(`insert into core.tasks (plugin, job) values ('field-reports', 'drop-unfinished-videos')`);
  });
  at.world.kernel.committed(at.hue.now());
  await at.world.settled();
  expect(await ofStaff(broken.code)).toBeNull();
  expect((await head(brokenAt, broken.followUp)).status).toBe(410);
  expect(await ofStaff(whole.code)).not.toBeNull();
  expect((await arrivals()).filter((name) => name.startsWith(idOf(brokenAt)))).toEqual([]);
});

describe.skipIf(hasFfmpeg)('without ffmpeg', () => {
  test('a video is kept as it came, for staff alone, and says so', async () => {
    const { code } = await sendWhole(hollow);
    const video = (await ofStaff(code))!;
    expect([video.state, video.poster, await ofPublic(code)]).toEqual(['staff-only', null, null]);
    const whole = await at.hue.request(video.url!);
    expect([whole.status, whole.headers.get('content-type'), Buffer.from(await whole.arrayBuffer()).equals(hollow)]).toEqual([200, 'video/mp4', true]);
    const part = await at.hue.request(video.url!, { headers: { range: 'bytes=4-7' } });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, `bytes 4-7/${hollow.length}`, 'ftyp']);
    expect((await at.hue.request(video.url!, { headers: { range: 'bytes=999999-' } })).status).toBe(416);
    expect((await at.hue.request(video.url!.replace('z=video', 'z=full'))).status).toBe(404);
    expect(await at.refused(`/reports/${code}/video`, { public: true }, at.staff.dispatcher)).toMatchObject({ status: 409, code: 'video-not-cleaned' });
  });
});

describe.skipIf(!hasFfmpeg)('with ffmpeg', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tinhthong-video-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** A second of a test picture that says where and when it was taken. */
  function film(name: string, ...codec: string[]): Buffer {
    const path = join(folder, name);
    const said = ['-metadata', 'location=+16.480123+107.600123/', '-metadata', 'comment=nha-toi', '-metadata', 'creation_time=2026-11-22T07:05:00Z'];
    execFileSync('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', 'testsrc=size=320x240:rate=10:duration=2', '-f', 'lavfi', '-i', 'sine=duration=2', ...codec, ...said, '-y', path]);
    return readFileSync(path);
  }

  test.each([
    ['an MP4 that browsers play', 'a.mp4', ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac']],
    ['a MOV with an older codec', 'b.mov', ['-c:v', 'mpeg4', '-c:a', 'pcm_s16le']],
    ['a WebM', 'c.webm', ['-c:v', 'libvpx', '-c:a', 'libvorbis']],
  ])('%s is shown to everybody with a poster, and says nothing of where it was taken', async (_what, name, codec) => {
    const bytes = film(name, ...codec);
    const { code } = await sendWhole(bytes);
    const video = (await ofPublic(code))!;
    expect((await ofStaff(code))!.state).toBe('ready');
    const shown = await at.hue.request(video.url!);
    const text = Buffer.from(await shown.arrayBuffer()).toString('latin1');
    expect([shown.headers.get('content-type'), /16\.480|nha-toi|2026-11-22|creation_time/.test(text)]).toEqual(['video/mp4', false]);
    expect((await at.hue.request(video.poster!)).headers.get('content-type')).toBe('image/webp');

    // Withheld, it is gone for the public at once, the links that were handed out too; and can be shown again.
    await at.post(`/reports/${code}/video`, { public: false }, at.staff.dispatcher);
    await at.world.settled();
    expect([await ofPublic(code), (await at.hue.request(video.url!)).status, (await at.hue.request(video.poster!)).status]).toEqual([null, 404, 404]);
    expect((await ofStaff(code))!.state).toBe('withheld');
    await at.post(`/reports/${code}/video`, { public: true }, at.staff.dispatcher);
    await at.world.settled();
    expect((await at.hue.request((await ofPublic(code))!.url!)).status).toBe(200);
  });

  test('what only begins as a video is refused', async () => {
    expect((await ofStaff((await sendWhole(hollow)).code))!.state).toBe('refused');
  });
});
