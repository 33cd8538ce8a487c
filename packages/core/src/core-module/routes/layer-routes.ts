import { z } from 'zod';
import type { Kernel } from '../../kernel.ts';
import { layerPath } from '../../plugin/layer-routes.ts';
import { ok, type Route } from '../../plugin/route.ts';
import { provinceOf } from '../../modules/province-of.ts';
import { route, text } from './core-route.ts';

const layer = z
  .object({
    module: z.string().meta({ example: 'field-reports' }),
    name: z.string(),
    title: text,
    geometry: z.enum(['point', 'line', 'area']),
    access: z.string().meta({ description: '`public`, hoặc quyền cần có / or the permission it asks for' }),
    url: z.string().meta({ description: 'GeoJSON; thêm ?bbox= / add ?bbox=', example: '/api/field-reports/layers/open' }),
  })
  .meta({ id: 'Layer' });

export function layerRoutes(kernel: () => Kernel): Route[] {
  return [
    route({
      method: 'get',
      path: '/layers',
      access: 'public',
      summary: { vi: 'Các lớp bản đồ mà người gọi được xem', en: 'Map layers that the caller may see' },
      answers: { 200: { description: 'Danh sách / the list', schema: z.object({ items: z.array(layer) }) } },
      handle: async (ctx) => {
        const province = provinceOf(kernel(), ctx);
        const items = kernel()
          .modulesOn(province)
          .flatMap(({ id, layers = {} }) => Object.entries(layers).map(([name, { title, geometry, access }]) => ({ module: id, name, title, geometry, access, url: `/api/${id}${layerPath(name)}` })));
        return ok({ items: items.filter(({ access }) => access === 'public' || ctx.can(access)) });
      },
    }),
  ];
}
