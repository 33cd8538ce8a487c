import { listWells, wells } from '../wells.ts';

/** The typed client would know nothing of what it answers. */
export const breaks = 'documents';
export const plugin = wells({ routes: [...wells().routes, { ...listWells, path: '/more', answers: {} }] });
