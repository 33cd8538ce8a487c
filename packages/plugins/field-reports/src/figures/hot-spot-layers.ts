import type { MapLayer } from '@tinhthong/core';
import { type RawBuilder, sql } from 'kysely';
import type { FieldReports, ReportContext } from '../module.ts';
import { openReports } from './hot-spots-route.ts';

type Box = readonly [number, number, number, number];

/** Hot spots on the map: for everybody those that enough public reports make, for staff all of them with their reports. */
export const hotSpotLayers: Readonly<Record<string, MapLayer<FieldReports>>> = {
  'hot-spots': {
    title: { vi: 'Điểm nóng phản ánh', en: 'Hot spots of reports' },
    geometry: 'point',
    access: 'public',
    // Places are rounded to some ten metres: the spot is the street corner, not somebody's door.
    features: (ctx, box) =>
      featuresOf(ctx, box, sql`json_build_object('category', category, 'commune', commune, 'reports', public_reports)`, { digits: 4, count: 'public_reports' }),
  },
  'hot-spots-for-staff': {
    title: { vi: 'Điểm nóng phản ánh, kèm mã', en: 'Hot spots of reports, with codes' },
    geometry: 'point',
    access: 'figures:read',
    features: (ctx, box) =>
      featuresOf(ctx, box, sql`json_build_object('category', category, 'commune', commune, 'reports', reports, 'open', ${openReports}, 'codes', codes)`, { digits: 6, count: 'reports' }),
  },
};

async function featuresOf(ctx: ReportContext, [west, south, east, north]: Box, properties: RawBuilder<unknown>, { digits, count }: { digits: number; count: string }): Promise<string> {
  const { rows } = await sql<{ json: string }>`
    select json_build_object('type', 'FeatureCollection', 'features', coalesce(json_agg(json_build_object('type', 'Feature',
      'geometry', json_build_object('type', 'Point', 'coordinates', json_build_array(round(lon::numeric, ${digits}::int), round(lat::numeric, ${digits}::int))),
      'properties', ${properties}) order by ${sql.raw(count)} desc, id), '[]'))::text as json
    from field_reports.hot_spots
    where ${sql.raw(count)} >= ${ctx.settings.hotSpotTimes} and lon between ${west} and ${east} and lat between ${south} and ${north}
  `.execute(ctx.db);
  return rows[0]!.json;
}
