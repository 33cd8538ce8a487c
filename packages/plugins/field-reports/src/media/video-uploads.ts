import { invalid, type MountEnvironment, notFound, Problem } from '@tinhthong/core';
import type { MemoryLocker, Server } from '@tus/server';
import { Hono } from 'hono';
import { authorizeReporter } from '../after-answer/follow-up.ts';
import type { FieldReports, ReportContext } from '../module.ts';
import type { PageRequest } from '../pages/environment.ts';
import { arrivalsOf } from './arrivals.ts';
import { beginVideo } from './begin-video.ts';
import { videoArrived } from './video-arrived.ts';

const path = '/phan-anh/video';
const id = ':id{[0-9a-f-]{36}}';

/**
 * The one video of a report, by the tus protocol 1.0 (https://tus.io/protocols/resumable-upload): `POST` with
 * `Upload-Length` and the report's code as `report` of `Upload-Metadata`, then `PATCH` piece by piece; after a break `HEAD`
 * says where to go on. Every request carries the follow-up code as the header `Follow-Up`, or the session of the account
 * that sent the report. Pieces of 8 to 32 MB fit the server's time for one request, also over 3G.
 */
export const videoUploads = new Hono<MountEnvironment<FieldReports>>()
  .post('/', begin)
  // The same in every province, and holds nothing of it.
  .all('/', options)
  // Hono asks for a HEAD as for a GET.
  .get(`/${id}`, goOn)
  .patch(`/${id}`, goOn)
  .delete(`/${id}`, goOn);

async function options(c: PageRequest): Promise<Response> {
  if (c.req.method !== 'OPTIONS') {
    throw new Problem(405, 'method-not-allowed', { vi: 'Địa chỉ này không nhận phương thức đó.', en: 'This address does not take that method.' }, { headers: { allow: 'OPTIONS, POST' } });
  }
  return ask(c, c.req.raw);
}

async function begin(c: PageRequest): Promise<Response> {
  const { raw } = c.req;
  const given = c.req.header('upload-metadata') ?? '';
  const encoded = given.split(',').flatMap((pair) => (pair.trim().startsWith('report ') ? [pair.trim().slice('report '.length)] : []))[0];
  if (encoded === undefined) throw invalid('header.upload-metadata', { vi: 'thiếu "report", mã phản ánh', en: 'lacks "report", the code of the report' });
  const code = Buffer.from(encoded, 'base64').toString();
  const video = await beginVideo(c.get('ctx'), { code, followUp: c.req.header('follow-up'), bytes: Number(/^\d{1,15}$/.exec(c.req.header('upload-length') ?? '')?.[0] ?? NaN) });
  // Without a body: the first piece comes with the first PATCH. Nothing of what the sender calls the file is kept.
  const headers = new Headers({ 'tus-resumable': raw.headers.get('tus-resumable') ?? '', 'upload-length': raw.headers.get('upload-length')! });
  return ask(c, new Request(raw.url, { method: 'POST', headers }), video);
}

async function goOn(c: PageRequest): Promise<Response> {
  if (c.req.raw.method === 'GET') throw notFound({ vi: 'trang này', en: 'This page' });
  const ctx = c.get('ctx');
  const video = c.req.param('id')!;
  const row = await ctx.db
    .selectFrom('videos')
    .innerJoin('reports', 'reports.id', 'videos.report')
    .select(['videos.state', 'videos.bytes', 'reports.id', 'reports.reporter'])
    .where('videos.id', '=', video)
    .executeTakeFirst();
  if (row === undefined) throw uploadGone();
  authorizeReporter(ctx, row, c.req.header('follow-up'));
  if (row.state !== 'arriving') {
    // Who did not hear that the last piece has come in learns it here.
    const all = String(row.bytes);
    if (c.req.raw.method === 'HEAD') return new Response(null, { headers: { 'tus-resumable': '1.0.0', 'upload-offset': all, 'upload-length': all, 'cache-control': 'no-store' } });
    throw uploadGone();
  }
  const answer = await ask(c, c.req.raw);
  if (c.req.raw.method === 'DELETE' && answer.ok) {
    await ctx.change(async (trx) => {
      await trx.deleteFrom('videos').where('id', '=', video).where('state', '=', 'arriving').execute();
      return null;
    });
  }
  return answer;
}

const uploadGone = () => new Problem(410, 'upload-gone', { vi: 'Lượt gửi video này đã xong hoặc đã hết hạn.', en: 'This upload is done, or too old.' });

const forOtherPages = ['origin', 'methods', 'headers', 'credentials'].map((what) => `access-control-allow-${what}`).concat('access-control-expose-headers', 'access-control-max-age');

/** What the protocol's library answers, but its refusals in words, and to pages of this host alone. */
async function ask(c: PageRequest, request: Request, video?: string): Promise<Response> {
  const answer = await (await serverFor(c, video)).handleWeb(request);
  for (const name of forOtherPages) answer.headers.delete(name);
  if (answer.status < 400) return answer;
  const { vi, en } = refusals[answer.status] ?? { vi: 'Chưa nhận được phần này của video; hãy gửi tiếp từ chỗ dừng.', en: 'This piece of the video was not taken; go on where it stopped.' };
  throw new Problem(answer.status, 'upload-refused', { vi, en }, { headers: { 'tus-resumable': '1.0.0' }, cause: await answer.text() });
}

const refusals: Readonly<Record<number, { readonly vi: string; readonly en: string }>> = {
  409: { vi: 'Phần này không nối đúng chỗ đã dừng; hãy hỏi lại (HEAD) còn thiếu từ đâu.', en: 'The piece does not begin where the last one ended; ask (HEAD) where to go on.' },
  410: { vi: 'Lượt gửi video này đã hết hạn; hãy gửi lại từ đầu.', en: 'This upload is too old; please begin again.' },
  412: { vi: 'Chỉ nhận tus phiên bản 1.0.0.', en: 'Only version 1.0.0 of tus is taken.' },
  413: { vi: 'Phần này dài hơn video đã báo.', en: 'The piece is longer than the video was said to be.' },
  423: { vi: 'Một phần khác của video này đang đến; hãy thử lại sau ít giây.', en: 'Another piece of this video is arriving; please try again in a few seconds.' },
};

// Two pieces of the same upload at a time would mix: the later one has the earlier one stop. Ids are unique over all provinces.
let locker: MemoryLocker | undefined;

/** For one request, because a store is a province's; it holds nothing open between them. */
async function serverFor(c: PageRequest, video?: string): Promise<Server> {
  const { MemoryLocker, Server } = await import('@tus/server');
  const ctx: ReportContext = c.get('ctx');
  return new Server({
    path,
    datastore: await arrivalsOf(ctx),
    locker: (locker ??= new MemoryLocker()),
    relativeLocation: true,
    respectForwardedHeaders: false,
    maxSize: ctx.settings.videoMegabytes * 1_000_000,
    ...(video !== undefined && { namingFunction: () => video }),
    async onUploadFinish(_request, { id }) {
      await videoArrived(ctx, id);
      return {};
    },
  });
}
