import { wells } from '../wells.ts';

/** The common map cannot draw it. */
export const breaks = 'answers';
export const plugin = wells({ layers: { wells: { title: { vi: 'Giếng', en: 'Wells' }, geometry: 'point', access: 'public', features: async () => '[]' } } });
