import { wells } from '../wells.ts';

/** While nobody has dug a well, the common map shows an error. */
export const breaks = 'shown';
export const plugin = wells({
  layers: {
    wells: {
      title: { vi: 'Giếng', en: 'Wells' },
      geometry: 'point',
      access: 'public',
      async features(ctx) {
        const { id, title } = await ctx.db.selectFrom('wells').select(['id', 'title']).orderBy('id').limit(1).executeTakeFirstOrThrow();
        return JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', id, geometry: { type: 'Point', coordinates: [107.59, 16.46] }, properties: { title } }] });
      },
    },
  },
});
