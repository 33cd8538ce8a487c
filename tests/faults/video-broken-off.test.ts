import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Upload } from 'tus-js-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { showLogOnFailure } from '../support/show-log-on-failure.ts';
import type { Deployment, ServerProcess } from '../support/start-deployment.ts';
import { until } from '../support/until.ts';
import { twoProvinces } from './two-provinces.ts';

const patience = 240_000;
const megabyte = 1_000_000;
/** As large as the setting allows without a change; what counts is that it is far more than the server may hold. */
const size = 190 * megabyte;
const host = 'hue.localhost';
let deployment: Deployment;
let film: string;

beforeAll(async () => {
  deployment = await twoProvinces();
  film = join(deployment.dataDir, 'phim.mp4');
  // Begins as a video does; the rest is a hole, which costs no disk here and as much as any other byte on the wire.
  const file = await open(film, 'w');
  await file.write(Buffer.from([0, 0, 0, 24, ...Buffer.from('ftypmp42')]));
  await file.truncate(size);
  await file.close();
}, patience);
showLogOnFailure(() => deployment);
afterAll(() => deployment?.[Symbol.asyncDispose]());

interface Sent {
  readonly method: string;
  readonly offset: number | null;
}

async function report(): Promise<{ code: string; followUp: string }> {
  const json = { category: 'road-damage', lat: 16.4637, lon: 107.5909, description: 'Nước ngập sâu cả đoạn đường, có video.' };
  const answer = await deployment.request({ host, path: '/api/field-reports/reports', method: 'POST', json });
  return JSON.parse(answer.text) as { code: string; followUp: string };
}

/** The most memory that the process has held since its start. */
async function mostMemory({ pid }: ServerProcess): Promise<number> {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))!;
  return Number(kilobytes) * 1_024;
}

test('a video that breaks off at 60 %, with the server killed and started again, goes on where it stopped; memory stays flat', { timeout: patience }, async () => {
  let server = await deployment.startServer();
  const { code, followUp } = await report();
  const atRest = await mostMemory(server);
  const sent: Sent[] = [];
  let killed: Promise<void> | undefined;
  let killedAt = 0;

  // 1. The client sends, the server dies in the middle, and the client tries again by itself.
  await new Promise<void>((resolve, reject) => {
    const upload = new Upload(createReadStream(film) as never, {
      endpoint: `http://127.0.0.1:${deployment.port}/phan-anh/video`,
      uploadSize: size,
      chunkSize: 32 * megabyte,
      metadata: { report: code },
      headers: { host, 'follow-up': followUp },
      retryDelays: Array.from({ length: 60 }, () => 500),
      onBeforeRequest: (request) => void sent.push({ method: request.getMethod(), offset: request.getHeader('Upload-Offset') === undefined ? null : Number(request.getHeader('Upload-Offset')) }),
      onProgress(bytes) {
        if (bytes < 0.6 * size || killed !== undefined) return;
        killedAt = sent.length;
        server.kill('SIGKILL');
        killed = server.ended.then(async () => void (server = await deployment.startServer()));
      },
      onError: reject,
      onSuccess: () => resolve(),
    });
    upload.start();
  });
  await killed;

  // 2. It asked where to go on, and sent no byte before that again.
  const resumed = sent.slice(killedAt);
  expect(resumed.some(({ method }) => method === 'HEAD')).toBe(true);
  expect(sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
  const first = resumed.find(({ method }) => method === 'PATCH')!;
  expect(first.offset).toBeGreaterThan(0.3 * size);

  // 3. It has arrived whole, is taken over by the background and leaves nothing behind; who serves held little of it.
  const client = await deployment.connect({ province: 'hue' });
  const state = () => client.query<{ state: string; file: string | null; bytes: string }>('select state, file, bytes from field_reports.videos').then(({ rows }) => rows[0]!);
  const kept = await until('the video is prepared', async () => ((await state()).state.startsWith('arriv') ? undefined : await state()), 60_000);
  expect(Number(kept.bytes)).toBe(size);
  // A hole is no film: a machine with ffmpeg says so, one without keeps it for staff alone.
  expect(['staff-only', 'refused']).toContain(kept.state);
  if (kept.file !== null) {
    const stored = await stat(join(deployment.dataDir, 'files', 'hue', kept.file.slice(0, 2), `${kept.file}.video.mp4`));
    expect(stored.size).toBe(size);
  }
  await client.end();
  expect((await mostMemory(server)) - atRest).toBeLessThan(96 * megabyte);
});
