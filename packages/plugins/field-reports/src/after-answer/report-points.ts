import type { MapLayer } from '@tinhthong/core';
import type { FieldReports, ReportContext } from '../module.ts';
import type { ListedPage, PageRequest } from '../pages/environment.ts';
import { listPublicReports } from '../reading/list-public-reports.ts';
import { type FeedFilter, feedFilterOf } from './feed-filter.ts';

const mostPoints = 1_000;

/** A public report as the map has it. */
export interface ReportPoint {
  readonly id: string;
  readonly geometry: { readonly coordinates: readonly [lon: number, lat: number] };
  readonly properties: Pick<ListedPage['items'][number], 'code' | 'category' | 'commune' | 'status' | 'submittedAt'>;
}

/** The places of public reports as a GeoJSON FeatureCollection (RFC 7946), newest first: of the problem, never of who reported it. */
export function reportPoints(ctx: ReportContext, filter: FeedFilter): Promise<string> {
  return ctx.cached(`points|${JSON.stringify(filter)}`, async () => {
    const { items } = JSON.parse(await listPublicReports(ctx, { ...filter, limit: mostPoints })) as ListedPage;
    return JSON.stringify({
      type: 'FeatureCollection',
      features: items.map(({ code, lat, lon, category, commune, status, agency, submittedAt, dueAt, answeredAt }) => ({
        type: 'Feature',
        id: code,
        geometry: { type: 'Point', coordinates: [lon, lat] },
        properties: { code, category, commune, status, agency, submittedAt, dueAt, answeredAt, href: `/phan-anh/${code}` },
      })),
    });
  });
}

/** `GET /phan-anh/diem.geojson` */
export async function geoFeed(c: PageRequest): Promise<Response> {
  const json = await reportPoints(c.get('ctx'), feedFilterOf(c));
  return c.body(json, 200, { 'content-type': 'application/geo+json', 'cache-control': 'public, max-age=60', 'access-control-allow-origin': '*' });
}

/** The same on the common map. */
export const reportsLayer: MapLayer<FieldReports> = {
  title: { vi: 'Phản ánh của người dân', en: 'Reports from citizens' },
  geometry: 'point',
  access: 'public',
  features: (ctx, bbox) => reportPoints(ctx, { bbox }),
};
