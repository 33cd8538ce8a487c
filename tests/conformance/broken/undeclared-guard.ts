import { listWells, wells } from '../wells.ts';

/** Nobody can be given a permission that is not declared. */
export const breaks = 'guards';
export const plugin = wells({ routes: [...wells().routes, { ...listWells, path: '/inspections', access: 'well:inspect' }] });
