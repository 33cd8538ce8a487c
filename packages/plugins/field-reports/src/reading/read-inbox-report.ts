import { ok } from '@tinhthong/core';
import { sql } from 'kysely';
import { z } from 'zod';
import { reportNotFound } from '../after-answer/follow-up.ts';
import { reportEvents, timelineTypes } from '../events.ts';
import { mediaForStaff, staffMedia } from '../media/staff-media.ts';
import { type ReportContext, route } from '../module.ts';
import { answersForStaff, staffAnswers } from '../open311/answers-for-staff.ts';
import { type MoveName, moves, nextMoves } from '../handling/report-states.ts';
import { similar } from '../duplicates/similar-route.ts';
import { similarReports } from '../duplicates/similar-reports.ts';
import { staffVoices, voicesForStaff } from '../duplicates/staff-voices.ts';
import { publishedWords, shownData } from '../privacy/published-words.ts';
import { partShape, partsOf } from '../routing/parts-of.ts';
import { byCode, listed, staffEvent, time } from '../shapes.ts';
import { readable } from './readable.ts';

export const readInboxReport = route({
  method: 'get',
  path: '/inbox/{code}',
  access: 'report:read',
  summary: { vi: 'Một phản ánh như cán bộ thấy: nội dung đã che, ảnh kèm nơi chụp, không có danh tính người gửi', en: 'A report as staff see it: the masked text, pictures with their evidence, not the reporter' },
  params: byCode,
  answers: {
    200: {
      description: 'Phản ánh / the report',
      schema: listed.omit({ photos: true }).extend({
        answer: z.string().nullable(),
        next: z.array(z.enum(Object.keys(moves) as MoveName[])).meta({ description: 'Bước có thể làm tiếp / moves that are possible now' }),
        similar: z.array(similar.pick({ code: true, status: true, metres: true, likeness: true, voices: true })),
        ...staffVoices,
        timeline: z.array(staffEvent),
        pictures: z.array(z.string()),
        ...staffMedia,
        published: z.array(z.object({ event: z.int(), type: z.enum(timelineTypes), at: time, text: z.string() })).meta({ description: 'Trả lời, lý do trong diễn biến mà ai cũng đọc được; che được từng đoạn / answers and reasons that everybody reads in the timeline, and that can be hidden' }),
        ...staffAnswers,
        communeApproximate: z.boolean().meta({ description: 'Xã, phường gần nhất, chưa có ranh giới / only the nearest commune, not told by boundaries' }),
        refusals: z.int().meta({ description: 'Số lần bị từ chối / how often agencies refused it' }),
        coordinating: z.array(z.string()).meta({ description: 'Đơn vị phối hợp, cả khi mới dự kiến / coordinating agencies, also while only proposed' }),
        parts: z.array(partShape).meta({ description: 'Phần của đơn vị phối hợp; text null là còn thiếu / parts of coordinating agencies; null is missing' }),
      }),
    },
  },
  async handle(ctx, { params }) {
    const report = await ctx.db.selectFrom('reports').selectAll().where('code', '=', params.code).where(readable(ctx)).executeTakeFirst();
    if (report === undefined) throw reportNotFound();
    const timeline = await ctx.db.selectFrom('core.event_log as event').select(['type', 'at', sql<unknown>`${sql.raw(shownData)}`.as('data')]).where('subject', '=', report.id).orderBy('at').orderBy('id').execute();
    const [near, parts, voices, media, published] = await Promise.all([similarReports(ctx, report), partsOf(ctx, report.id), voicesForStaff(ctx, report), mediaForStaff(ctx, report), publishedWords(ctx.db, report.id)]);
    const { code, category, commune, lat, lon, address, public_text: text, state, agency, answer, rating } = report;
    return ok({
      code, category, commune, lat, lon, address, text, status: state, agency, answer, rating,
      submittedAt: report.submitted_at, dueAt: report.due_at, answeredAt: report.answered_at,
      next: nextMoves(state), similar: near.map(({ code, status, metres, likeness, voices }) => ({ code, status, metres, likeness, voices })), ...voices, timeline: timeline.filter(({ type }) => mayRead(ctx, type, report)), coordinating: report.coordinating, parts, refusals: report.refusals, communeApproximate: report.commune_approximate,
      pictures: media.evidence.map(({ url }) => url),
      ...media,
      published: published.map(({ event, type, at, text }) => ({ event, type, at, text })),
      ...(await answersForStaff(ctx, report)),
    });
  },
});

const forHandlers: readonly string[] = ['public', 'agency', 'report:read'];

/** Handlers read what is theirs; why somebody looked up the reporter or the original is for whoever may do so. */
function mayRead(ctx: ReportContext, type: string, report: object): boolean {
  const visibleTo = reportEvents[type as keyof typeof reportEvents]?.visibleTo;
  return visibleTo !== undefined && (forHandlers.includes(visibleTo) || ctx.can(visibleTo as `report:${string}`, report));
}
