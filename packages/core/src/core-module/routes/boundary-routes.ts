import { hash } from 'node:crypto';
import { z } from 'zod';
import { type Finding, findingKinds } from '../../organisation/boundaries/boundary.ts';
import { dayInVietnam } from '../../organisation/boundaries/boundary-memory.ts';
import { checkInThread } from '../../organisation/boundaries/check-in-thread.ts';
import { boundariesAsGeoJson, boundariesOn, boundaryVersions, saveBoundaries } from '../../organisation/boundaries/stored-boundaries.ts';
import { invalidFields, Problem } from '../../plugin/problem.ts';
import { ok, okJson, type Route } from '../../plugin/route.ts';
import { textOf } from '../../plugin/schemas.ts';
import { route, text, time } from './core-route.ts';

const mostBytes = 12 * 1024 * 1024;
const day = z.iso.date().meta({ example: '2026-12-01' });
const position = z.array(z.number()).length(2);
const finding = z
  .object({
    kind: z.enum(findingKinds),
    message: text,
    communes: z.array(z.string()).meta({ description: 'Mã xã, phường liên quan / codes of the communes concerned' }),
    areaKm2: z.number().nullable(),
    at: position.nullable().meta({ description: 'Kinh độ, vĩ độ: nơi cần xem / longitude, latitude: where to look' }),
  })
  .meta({ id: 'BoundaryFinding' });
const upload = z.strictObject({
  validFrom: day.meta({ description: 'Có hiệu lực từ ngày / in force from this day on' }),
  source: textOf(3, 300).meta({ description: 'Nguồn: cơ quan, văn bản / where it comes from', example: 'Sở Nông nghiệp và Môi trường, bản đồ địa giới 2025' }),
  codeProperty: z.string().regex(/^[\w-]{1,60}$/).default('code').meta({ description: 'Thuộc tính chứa mã xã / the property that holds the commune code' }),
  dryRun: z.enum(['true', 'false']).default('true').meta({ description: 'Mặc định chỉ kiểm tra / by default only checks' }),
  checked: z.string().regex(/^[0-9a-f]{16}$/).optional().meta({ description: 'Dấu của tệp, do lần kiểm tra trả về / the mark of the file that the check answered' }),
});
const outcome = z
  .object({
    checked: z.string().meta({ description: 'Gửi lại khi lưu / to be sent along when saving' }),
    version: z.int().nullable().meta({ description: 'null khi chỉ kiểm tra / null for a check' }),
    communes: z.int(),
    points: z.int(),
    areaKm2: z.number(),
    faults: z.array(finding).meta({ description: 'Phải sửa trước khi lưu / to be mended before it can be saved' }),
    warnings: z.array(finding).meta({ description: 'Khoảng trống, chồng lấn, xã còn thiếu / gaps, overlaps, communes that are missing' }),
  })
  .meta({ id: 'CheckedBoundaries' });
const boundaryFeatures = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        properties: z.object({ code: z.string(), name: z.string(), type: z.string() }),
        geometry: z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(position))) }),
      }),
    ),
  })
  .meta({ id: 'CommuneBoundaries' });
const version = z
  .object({ id: z.int(), validFrom: day, source: z.string(), savedAt: time, communes: z.int(), warnings: z.array(finding) })
  .meta({ id: 'BoundaryVersion' });

/** Boundaries of communes: checked first, then saved as a version with its day. What was in force before is kept. */
export function boundaryRoutes(): Route[] {
  return [
    route({
      method: 'put',
      path: '/boundaries',
      access: 'boundary:manage',
      raw: { types: ['application/geo+json', 'application/json'], mostBytes },
      perMinute: 30,
      query: upload,
      summary: { vi: 'Kiểm tra, rồi lưu ranh giới xã, phường (GeoJSON)', en: 'Check, then save the boundaries of communes (GeoJSON)' },
      answers: { 200: { description: 'Kết quả kiểm tra, và số phiên bản nếu đã lưu / what the check found, and the version if it was saved', schema: outcome } },
      async handle(ctx, { query, upload: bytes }) {
        const checked = hash('sha256', bytes, 'hex').slice(0, 16);
        const save = query.dryRun === 'false';
        if (save && query.checked !== checked) throw checkFirst();
        const communes = await ctx.db.selectFrom('core.communes').select(['code', 'name']).where('valid_to', 'is', null).orderBy('code').execute();
        const { boundaries, ...found } = await checkInThread(bytes, { communes, codeProperty: query.codeProperty, bounds: ctx.tenant.bounds });
        const answer = { checked, communes: boundaries.length, ...found };
        if (!save) return ok({ ...answer, version: null });
        if (found.faults.length > 0) throw faulty(found.faults);
        const saved = await ctx.change(async (trx) => {
          const { validFrom, source } = query;
          const id = await saveBoundaries(trx, { validFrom, source, at: ctx.now(), warnings: found.warnings }, boundaries);
          ctx.publish(trx, 'boundaries.saved', { subject: `boundaries-${id}`, data: { version: id, validFrom, communes: boundaries.length, warnings: found.warnings.length } });
          return { ...answer, version: id };
        });
        ctx.reconfigured();
        return ok(saved);
      },
    }),
    route({
      method: 'get',
      path: '/boundaries',
      access: 'public',
      etag: true,
      perMinute: 20,
      query: z.strictObject({ on: day.optional().meta({ description: 'Mặc định hôm nay / by default today' }) }),
      summary: { vi: 'Ranh giới xã, phường đang có hiệu lực', en: 'The boundaries of communes in force' },
      answers: { 200: { description: 'GeoJSON; trống khi tỉnh chưa tải lên / empty until the province has uploaded them', schema: boundaryFeatures } },
      async handle(ctx, { query }) {
        const { version: inForce } = await boundariesOn(ctx.db, query.on ?? dayInVietnam(ctx.now()));
        if (inForce === null) return okJson('{"type":"FeatureCollection","features":[]}');
        return okJson(await ctx.kept(`boundaries|${inForce}`, () => boundariesAsGeoJson(ctx.db, inForce)));
      },
    }),
    route({
      method: 'get',
      path: '/boundaries/versions',
      access: 'boundary:manage',
      summary: { vi: 'Các phiên bản ranh giới đã lưu', en: 'The versions of the boundaries' },
      answers: { 200: { description: 'Mới nhất trước / newest first', schema: z.object({ items: z.array(version) }) } },
      handle: async (ctx) => ok({ items: await boundaryVersions(ctx.db) }),
    }),
  ];
}

function checkFirst(): Problem {
  return new Problem(409, 'check-first', { vi: 'Hãy kiểm tra đúng tệp này trước khi lưu.', en: 'Please check this very file before saving it.' }, {
    detail: { vi: 'Gửi với dryRun=true, đọc kết quả, rồi gửi lại cùng tệp với dryRun=false và checked của kết quả đó.', en: 'Send it with dryRun=true, read what was found, then send the same file with dryRun=false and the "checked" of that answer.' },
  });
}

function faulty(faults: readonly Finding[]): Problem {
  return invalidFields(faults.map(({ message }) => ({ path: 'body', message })));
}
