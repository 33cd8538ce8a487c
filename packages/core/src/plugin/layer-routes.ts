import { z } from 'zod';
import type { MapLayer } from './plugin.ts';
import { okJson, type Route, routeOf } from './route.ts';
import { bbox } from './schemas.ts';

const feature = z.object({
  type: z.literal('Feature'),
  id: z.union([z.string(), z.number()]).optional(),
  geometry: z.looseObject({ type: z.enum(['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon']) }).nullable(),
  properties: z.record(z.string(), z.unknown()).nullable(),
});
/** GeoJSON, RFC 7946. */
const features = z.object({ type: z.literal('FeatureCollection'), features: z.array(feature) }).meta({ id: 'LayerFeatures' });

export const layerPath = (name: string): `/${string}` => `/layers/${name}`;

/** Each layer of a module as one of its routes; without a box, of the whole province. */
export function layerRoutes(layers: Readonly<Record<string, MapLayer>>): Route[] {
  const route = routeOf();
  return Object.entries(layers).map(([name, layer]) =>
    route({
      method: 'get',
      path: layerPath(name),
      access: layer.access,
      etag: layer.access === 'public',
      query: z.strictObject({ bbox: bbox.optional() }),
      summary: { vi: `Lớp bản đồ: ${layer.title.vi}`, en: `Map layer: ${layer.title.en ?? layer.title.vi}` },
      answers: { 200: { description: 'GeoJSON', schema: features } },
      handle: async (ctx, { query }) => okJson(await layer.features(ctx, query.bbox ?? ctx.tenant.bounds)),
    }),
  );
}
